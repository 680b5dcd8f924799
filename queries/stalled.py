"""What was recommended or referred to a forum and never taken up there, told apart from what cannot be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from graph.chains import LATE_DAYS
from graph.movement import EvidenceKind, Held, Kind, Sent, Status, meetings_of_the_time
from graph.stores.store import Row, Statement
from queries.answers import AnswerItem, Shower
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.following import ROUNDS, Followed, follow, sent_statements
from queries.parts import Body, MeetingRef, Target
from queries.sorting import swedish_key
from queries.words import amount, days_waited, listing_of_many

_KINDS = (Kind.RECOMMENDS, Kind.REFERRED_TO, Kind.PETITIONS, Kind.ASSIGNS)


class StalledFinding(StrEnum):
    NEVER_TAKEN_UP = "never-taken-up"
    """The store has later minutes of the forum, and none of them takes it up."""
    MINUTES_MISSING = "minutes-missing"
    """It was to come up at a certain meeting, or by a certain time, of which the store has no minutes: it cannot be known."""
    NO_LATER_MINUTES = "no-later-minutes"
    """The store has no later minutes of the forum: it cannot be known."""


class StalledRow(AnswerModel):
    """One thing sent to a forum. `looked_in` are the forum's later meetings whose minutes are in the store, none of which takes it
    up; `missing` its later known meetings without minutes. `possible` are items that may be about it."""

    finding: StalledFinding
    kind: Kind
    from_: Annotated[Body, Field(alias="from")]
    to: Target
    what: str | None
    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    due: dt.date | None
    waited_days: int | None
    looked_in: list[MeetingRef]
    missing: list[MeetingRef]
    possible: list[AnswerItem]
    text: str
    text_en: str
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return sent_statements(forum=parameters["from"], topic=parameters["topic"])


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    shower = Shower.of(rows)
    chosen = [
        one
        for one in follow(rows, today)
        if one.sending.sent.kind in _KINDS
        and one.sending.sent.to_forum is not None
        and not _is_taken_up(one)
        and (parameters["to"] is None or one.sending.sent.to_forum == parameters["to"])
    ]
    shown = sorted((_row(one, shower, today) for one in chosen), key=_order)
    never = sum(row.finding is StalledFinding.NEVER_TAKEN_UP for row in shown)
    unknown = len(shown) - never
    notes = []
    silent = sorted({row.to.name for row in shown if row.finding is StalledFinding.NO_LATER_MINUTES}, key=swedish_key)
    if silent:
        notes.append(
            (
                f"Lagret har inga senare protokoll från {listing_of_many(silent)}: om det togs upp där går inte att veta.",
                f"The store has no later minutes of {listing_of_many(silent, 'and')}: whether it was taken up cannot be known.",
            )
        )
    if any(row.missing for row in shown):
        notes.append(
            (
                "Protokoll saknas från möten där det kan ha tagits upp; de står vid raden.",
                "Minutes are missing of meetings that may have taken it up; they are named in the row.",
            )
        )
    if any(row.waited_days is not None for row in shown):
        notes.append((f"Väntetiden är räknad till {today}.", f"Waiting time is counted until {today}."))
    finding = _finding(never, unknown)
    return Answer.told(QUERY.name, finding, shown, notes)


def _finding(never: int, unknown: int) -> tuple[str, str]:
    if not never and not unknown:
        return (
            "Inget som skickats till ett forum är kvar: allt har tagits upp där.",
            "Nothing that was sent to a forum is left: all of it was taken up there.",
        )
    if not never:
        return (
            f"Om {amount(unknown, 'sak', 'saker')} som skickats till ett forum går det inte att veta om det togs upp där.",
            f"Of {amount(unknown, 'matter', 'matters')} sent to a forum it cannot be known whether it was taken up there.",
        )
    finding = f"{amount(never, 'sak har', 'saker har')} skickats till ett forum vars senare protokoll inte tar upp det"
    finding_en = f"{amount(never, 'matter was', 'matters were')} sent to a forum whose later minutes do not take it up"
    if unknown:
        finding += f"; om {unknown} till går det inte att veta"
        finding_en += f"; of {unknown} more it cannot be known"
    return f"{finding}.", f"{finding_en}."


def _is_taken_up(one: Followed) -> bool:
    """Whether it is answered, came to the forum at its own meeting, or its issue (unless that is a whole field) came up there later."""
    if one.standing.status is Status.ANSWERED or one.sending.sent.here is EvidenceKind.RECEIVED:
        return True
    return any(
        match.item.forum == one.sending.sent.to_forum and any(reason.kind is EvidenceKind.TOPIC for reason in match.evidence)
        for match in one.matches
    )


def _row(one: Followed, shower: Shower, today: dt.date) -> StalledRow:
    sending, sent = one.sending, one.sending.sent
    forum = sent.to_forum or sent.forum
    later = [
        known
        for known in shower.meetings.values()
        if known.forum.id == forum and known.date is not None and sent.date is not None and sent.date < known.date <= today
    ]
    later.sort(key=lambda known: (known.date or dt.date.max, known.id))
    looked_in = [known for known in later if known.recorded]
    missing = [known for known in later if not known.recorded]
    due = sent.due.date if sent.due else None
    waited = days_waited(sent.date, today)
    finding = StalledFinding.NO_LATER_MINUTES
    if looked_in:
        finding = StalledFinding.MINUTES_MISSING if _is_time_without_minutes(sent, later) else StalledFinding.NEVER_TAKEN_UP
    short = sending.to.members[0].short if sending.to.members else sending.to.name
    names = ", ".join(known.name for known in missing)
    lost, lost_en = (f" Protokoll saknas från {names}.", f" Minutes are missing of {names}.") if missing else ("", "")
    if finding is StalledFinding.MINUTES_MISSING:
        text = f"Protokollet från den tid då det skulle upp i {short} finns inte i lagret, och senare protokoll tar inte upp det.{lost}"
        text_en = f"The minutes of the time when it was to come up in {short} are not in the store, and later ones do not take it up.{lost_en}"
    elif looked_in:
        text = f"{amount(len(looked_in), 'senare protokoll', 'senare protokoll')} från {short} tar inte upp det.{lost}"
        text_en = (
            f"{amount(len(looked_in), 'later set of minutes', 'later sets of minutes')} of {short} "
            f"{'does' if len(looked_in) == 1 else 'do'} not take it up.{lost_en}"
        )
    else:
        text = f"Lagret har inga senare protokoll från {short}.{lost}"
        text_en = f"The store has no later minutes of {short}.{lost_en}"
    return StalledRow(
        finding=finding,
        kind=sent.kind,
        from_=sending.sender,
        to=sending.to,
        what=sent.what,
        item=sent.item,
        number=sending.number,
        title=sending.title,
        meeting=sending.meeting,
        due=due,
        waited_days=waited,
        looked_in=looked_in,
        missing=missing,
        possible=[shower.answer(match, sending) for match in one.possible],
        text=text,
        text_en=text_en,
        sources=shower.sources(sending),
    )


def _is_time_without_minutes(sent: Sent, later: Sequence[MeetingRef]) -> bool:
    """Whether minutes are missing of the meetings at which it was to come up: of the one that was named, of any until its last day,
    or, when no time was, of all within a year or so. `later` are the forum's later meetings in time order."""
    held = [Held(one.id, one.forum.id, one.date, one.recorded) for one in later if one.date is not None]
    if sent.due is None or sent.due.date is None:
        time = [one for one in held if sent.date is not None and (one.date - sent.date).days <= LATE_DAYS]
        return bool(time) and not any(one.recorded for one in time)
    time = meetings_of_the_time(sent, held, sent.to_forum)
    lost = [one for one in time if not one.recorded]
    return bool(lost) and (len(lost) == len(time) or not sent.is_for_meeting(sent.to_forum or sent.forum))


def _order(row: StalledRow) -> tuple[Any, ...]:
    """What is known not to have been taken up first; within that what waited longest."""
    return (
        row.finding is not StalledFinding.NEVER_TAKEN_UP,
        -(row.waited_days or 0),
        row.meeting.id,
        row.item,
        row.to.name,
        row.what or "",
    )


QUERY = NamedQuery(
    name="stalled",
    title="Vad som aldrig togs upp",
    title_en="What was never taken up",
    description="Rekommenderat, hänvisat eller på annat sätt skickat till ett forum vars senare kända protokoll inte tar upp det; skilt från det som inte går att veta, eftersom protokoll saknas.",
    description_en="Recommended, referred or otherwise sent to a forum whose later known minutes do not take it up; told apart from what cannot be known, since minutes are missing.",
    parameters=(
        Parameter("from", ParameterKind.FORUM, False, "Bara det som skickats vid det här forumets möten.", "Only what was sent on at this forum's meetings."),
        Parameter("to", ParameterKind.FORUM, False, "Bara det som skickats till det här forumet.", "Only what was sent to this forum."),
        Parameter("topic", ParameterKind.TOPIC, False, "Bara det här ärendet.", "This issue only."),
    ),
    row=StalledRow,
    build=_build,
    shape=_shape,
    examples=({}, {"to": "LCHNV"}),
    then=ROUNDS,
)  # fmt: skip
