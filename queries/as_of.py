"""The state of an issue as it was known on a day: only what meetings up to that day say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from graph.movement import Kind, Status
from graph.stores.store import Row, Statement
from queries.answers import Shower
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.follow_up import FollowUpRow, build_row, counted, urgency
from queries.following import ROUNDS, follow, sent_statements
from queries.parts import Body, MeetingRef, Sources, Target, meeting, read_statements
from queries.words import amount, listing

_STATEMENTS = read_statements("as_of.cypher")


class Aspect(StrEnum):
    """What a row tells: where the issue came up last in a forum, what was decided in it, or what was sent on and where that stands."""

    LATEST = "latest"
    DECIDED = "decided"
    SENT = "sent"


class AsOfRow(AnswerModel):
    """One thing known of the issue on the day. `kind` is a decision's kind (decided) or a relationship type (sent); `text` what was
    decided or asked for; `from`, `to`, `status`, `due`, `waited_days` and `standing` (one sentence) only of what was sent on."""

    aspect: Aspect
    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    kind: str | None = None
    text: str | None = None
    from_: Annotated[Body | None, Field(alias="from")] = None
    given_before: bool = False
    """The item tells of it as given before, and not by whom: `from` is the forum that tells of it."""
    to: Target | None = None
    status: Status | None = None
    due: dt.date | None = None
    waited_days: int | None = None
    standing: str | None = None
    standing_en: str | None = None
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    topic, date = parameters["topic"], parameters["date"]
    own = {name: Statement(cypher, {"topic": topic, "date": date}) for name, cypher in _STATEMENTS.items()}
    return {**own, **sent_statements(topic=topic, until=date)}


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    day: dt.date = parameters["date"]
    until = min(day, today)
    evidence, shower = Sources(rows), Shower.of(rows)
    latest, count = _latest(rows["taken"], evidence)
    decided = _decided(rows["settled"], evidence)
    ledger = sorted((build_row(one, shower, until) for one in follow(rows, until)), key=urgency)
    shown = [*latest, *decided, *(_sent(row) for row in ledger)]
    finding = _finding(names["topic"], day, latest, count, ledger)
    notes = []
    told = {row.meeting.name for row in latest if not row.meeting.recorded} | {m.name for row in ledger for m in row.missing}
    if told:
        notes.append(
            (
                f"Protokollet finns inte i lagret: {listing(sorted(told))}.",
                f"The minutes are not in the store: {listing(sorted(told), 'and')}.",
            )
        )
    if shown:
        notes.append(
            (
                f"Bara möten till och med {day} är räknade, och väntetiden till {until}.",
                f"Only meetings up to {day} count, and waiting time until {until}.",
            )
        )
    return Answer.told(QUERY.name, finding, shown, notes)


def _latest(rows: Sequence[Row], evidence: Sources) -> tuple[list[AsOfRow], int]:
    """The last item in each forum, latest first, and how many items there are in all."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["item"], []).append(row)
    best: dict[str, list[Row]] = {}
    for group in sorted(groups.values(), key=lambda g: (g[0]["date"], g[0]["position"] or 0, g[0]["item"])):
        best[group[0]["forum"]] = group
    ordered = sorted(best.values(), key=lambda g: (g[0]["date"], g[0]["item"]), reverse=True)
    shown = [
        AsOfRow(
            aspect=Aspect.LATEST,
            item=group[0]["item"],
            number=group[0]["number"],
            title=group[0]["title"] or group[0]["item"],
            meeting=meeting(group[0]),
            sources=evidence.of(*group),
        )
        for group in ordered
    ]
    return shown, len(groups)


def _decided(rows: Sequence[Row], evidence: Sources) -> list[AsOfRow]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["decision"], []).append(row)
    ordered = sorted(groups.values(), key=lambda g: (g[0]["decisionPosition"] or 0, g[0]["decision"]))
    ordered.sort(key=lambda g: (g[0]["date"], g[0]["meeting"], g[0]["item"]), reverse=True)
    return [
        AsOfRow(
            aspect=Aspect.DECIDED,
            item=group[0]["item"],
            number=group[0]["number"],
            title=group[0]["title"] or group[0]["item"],
            meeting=meeting(group[0]),
            kind=group[0]["kind"],
            text=group[0]["text"],
            sources=evidence.of(*group),
        )
        for group in ordered
    ]


def _sent(row: FollowUpRow) -> AsOfRow:
    return AsOfRow(
        aspect=Aspect.SENT,
        item=row.item,
        number=row.number,
        title=row.title,
        meeting=row.meeting,
        kind=Kind(row.kind).value,
        text=row.what,
        from_=row.from_,
        given_before=row.given_before,
        to=row.to,
        status=row.status,
        due=row.due,
        waited_days=row.waited_days,
        standing=row.text,
        standing_en=row.text_en,
        sources=row.sources,
    )


def _finding(topic: str, day: dt.date, latest: Sequence[AsOfRow], count: int, ledger: Sequence[FollowUpRow]) -> tuple[str, str]:
    if not latest:
        return (
            f"{topic} hade inte kommit upp i något känt möte till och med {day}.",
            f"{topic} had come up in no known meeting up to {day}.",
        )
    where = list(dict.fromkeys(row.meeting.forum.short for row in latest))
    head = f"{topic} {day}: {amount(count, 'ärendepunkt', 'ärendepunkter')} i {listing(where)}, senast {latest[0].meeting.name}"
    head_en = f"{topic} on {day}: {amount(count, 'agenda item', 'agenda items')} in {listing(where, 'and')}, latest {latest[0].meeting.name}"
    if not ledger:
        return f"{head}; inget hade skickats vidare.", f"{head_en}; nothing had been sent on."
    states, states_en = counted([row.status for row in ledger])
    return f"{head}; av det som skickats vidare: {states}.", f"{head_en}; of what was sent on: {states_en}."


QUERY = NamedQuery(
    name="as-of",
    title="Läget en viss dag",
    title_en="The state on a day",
    description="Vad som var känt om ett ärende en viss dag: var det senast kommit upp, vad som beslutats, och vad som skickats vidare och väntade på svar. Bara möten till och med den dagen.",
    description_en="What was known of an issue on a day: where it came up last, what was decided, and what had been sent on and awaited an answer. Only meetings up to that day.",
    parameters=(
        Parameter("date", ParameterKind.DATE, True, "Dagen.", "The day.", argument=True),
        Parameter("topic", ParameterKind.TOPIC, True, "Ärendet: namn, förkortning eller id.", "The issue: name, abbreviation or id."),
    ),
    row=AsOfRow,
    build=_build,
    shape=_shape,
    examples=({"date": "2025-12-31", "topic": "SPAK"},),
    then=ROUNDS,
)  # fmt: skip
