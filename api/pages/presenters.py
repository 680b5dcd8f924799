"""The page of presenters: a dot for each time someone presented the issue, and the same as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.swimlanes import text_width
from api.pages.timeline import Tick, TimeAxis
from api.texts import Texts
from queries.catalogue import Answer
from queries.parts import Body
from queries.presenters import PresenterRow

ROW_HEIGHT = 44
TOP = 40


@dataclass(frozen=True, slots=True)
class Dot:
    """One meeting at which a person presented the issue, once or more."""

    x: float
    y: float
    radius: float
    label: str
    label_y: float
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class PersonView:
    person: Body
    rows: tuple[tuple[str, PresenterRow], ...]
    """Each with its anchor in the list."""
    y: float
    dots: tuple[Dot, ...]
    first_x: float | None
    last_x: float | None


@dataclass(frozen=True, slots=True)
class PresentersView:
    answer: Answer
    topic: str
    topic_id: str
    finding: str
    notes: tuple[str, ...]
    people: tuple[PersonView, ...]
    rows: tuple[tuple[str, PresenterRow], ...]
    ticks: tuple[Tick, ...]
    today_x: float | None
    width: int
    height: int
    drawn: bool
    """False when no row has a date: then there is the list alone."""


def build_presenters_view(answer: Answer, texts: Texts, today: dt.date) -> PresentersView:
    """The view of an answer to `presenters`. People come in the order in which they first presented it."""
    rows: list[PresenterRow] = answer.rows
    named = tuple((f"rad-{number}", row) for number, row in enumerate(rows, start=1))
    dates = [row.meeting.date for row in rows if row.meeting.date is not None]
    axis = TimeAxis.fit(dates, today) if dates else None
    people: dict[str, list[tuple[str, PresenterRow]]] = {}
    for anchor, row in named:
        people.setdefault(row.person.id, []).append((anchor, row))
    months = [texts.month(dt.date(2000, month, 1)).split()[0] for month in range(1, 13)]
    topic = answer.parameters["topic"]
    english = texts.language == "en"
    return PresentersView(
        answer=answer,
        topic=topic["name"],
        topic_id=topic["id"],
        finding=answer.finding_en if english else answer.finding,
        notes=tuple(answer.notes_en if english else answer.notes),
        people=tuple(_person(group, index, axis, texts) for index, group in enumerate(people.values())),
        rows=named,
        ticks=tuple(axis.ticks(months)) if axis else (),
        today_x=axis.today_x if axis else None,
        width=round(axis.width) if axis else 0,
        height=TOP + ROW_HEIGHT * len(people) + 10,
        drawn=axis is not None,
    )


def _person(group: Sequence[tuple[str, PresenterRow]], index: int, axis: TimeAxis | None, texts: Texts) -> PersonView:
    y = TOP + ROW_HEIGHT * index + ROW_HEIGHT / 2
    by_meeting: dict[str, list[tuple[str, PresenterRow]]] = {}
    for anchor, row in group:
        if row.meeting.date is not None:
            by_meeting.setdefault(row.meeting.id, []).append((anchor, row))
    dots: list[Dot] = []
    above = below = -1e9
    for at in by_meeting.values() if axis else ():
        anchor, row = at[0]
        assert axis is not None
        assert row.meeting.date is not None
        x = axis.x(row.meeting.date)
        short = row.meeting.forum.short
        wide = text_width(short, 12) + 14
        # Above the dot, else below it; where both would run into a neighbour it is left out: the title and the list have it.
        side = -7 if x >= above else 17 if x >= below else 0
        titles = "; ".join(one.title for _, one in at)
        dots.append(
            Dot(
                x=x,
                y=y,
                radius=6.5 + min(4, 1.5 * (len(at) - 1)),
                label=short if side else "",
                label_y=y + side,
                href=f"#{anchor}",
                title=f"{row.person.name}, {row.meeting.name}: {titles}",
            )
        )
        above, below = (x + wide if side < 0 else above), (x + wide if side > 0 else below)
    return PersonView(
        person=group[0][1].person,
        rows=tuple(group),
        y=y,
        dots=tuple(dots),
        first_x=dots[0].x if dots else None,
        last_x=dots[-1].x if dots else None,
    )
