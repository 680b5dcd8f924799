"""Which municipalities are not known to have attended a forum: out of how many known meetings, with how many unknown.

Unknown is not absent. Counted are meetings whose minutes are in the store; a municipality that minutes contradict
themselves about is shown beside, as conflicting, and is not among those that never attended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import Body, MeetingRef, Sources, meeting, merged, read_statements
from queries.sorting import swedish_key
from queries.words import amount, listing


class AttendanceStatus(StrEnum):
    """graph.record.Status, and what minutes that do not name a municipality say of it: nothing."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    CONFLICTING = "conflicting"
    NOT_MENTIONED = "not-mentioned"


class MeetingStatus(AnswerModel):
    """What is known of one municipality at one meeting."""

    meeting: MeetingRef
    status: AttendanceStatus
    reason: str | None = None
    sources: list[Source]


class AttendanceRow(AnswerModel):
    """One municipality over the recorded meetings of a forum. `known` meetings are those where it was present or absent;
    `known + unknown + conflicting + not_mentioned` is the number of recorded meetings."""

    municipality: Body
    present: int
    absent: int
    known: int
    unknown: int
    conflicting: int
    not_mentioned: int
    detail: list[MeetingStatus]
    sources: list[Source]


class NeverAttendedRow(AttendanceRow):
    """`never`: no known attendance, and no minutes that contradict themselves. `conflicting`: minutes say both of it at one
    meeting at least, whatever the others say. `text` is the count in words."""

    finding: Literal["never", "conflicting"]
    text: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """All that is known of a forum: its recorded meetings in time order, how many others, and a row per municipality."""

    meetings: list[MeetingRef]
    told_only: list[MeetingRef]
    rows: list[AttendanceRow]
    unheard: list[str]
    """Municipalities of the forum's region that no minutes say anything of."""


STATEMENTS = read_statements("never_attended.cypher")


def build_attendance(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return {name: Statement(cypher, {"forum": parameters["forum"]}) for name, cypher in STATEMENTS.items()}


def count_attendance(rows: Mapping[str, Sequence[Row]]) -> Attendance:
    """Every municipality that at least one recorded meeting says something of, in Swedish order."""
    evidence = Sources(rows)
    known = {row["meeting"]: meeting(row) for row in rows["meetings"]}
    ordered = sorted(known.values(), key=lambda one: (one.date is None, one.date or dt.date.max, one.id))
    recorded = [one for one in ordered if one.recorded]
    minutes = {one.id: evidence.of(*(r for r in rows["meetings"] if r["meeting"] == one.id)) for one in recorded}
    said: dict[str, dict[str, list[Row]]] = {}
    names: dict[str, str] = {}
    for row in rows["statements"]:
        names[row["municipality"]] = row["municipalityName"] or row["municipality"]
        said.setdefault(row["municipality"], {}).setdefault(row["meeting"], []).append(row)
    counted = [_row(id_, names[id_], recorded, meetings, minutes, evidence) for id_, meetings in said.items()]
    unheard = {row["municipality"]: row["municipalityName"] for row in rows["region"] if row["municipality"] not in said}
    return Attendance(
        meetings=recorded,
        told_only=[one for one in ordered if not one.recorded],
        rows=sorted(counted, key=lambda one: (swedish_key(one.municipality.name), one.municipality.id)),
        unheard=sorted(unheard.values(), key=swedish_key) if recorded else [],
    )


def _row(
    id_: str,
    name: str,
    recorded: Sequence[MeetingRef],
    said: Mapping[str, Sequence[Row]],
    minutes: Mapping[str, list[Source]],
    evidence: Sources,
) -> AttendanceRow:
    detail = []
    for one in recorded:
        statements = said.get(one.id, ())
        if not statements:
            detail.append(MeetingStatus(meeting=one, status=AttendanceStatus.NOT_MENTIONED, sources=minutes[one.id]))
            continue
        status = combine([row["status"] for row in statements])
        telling = [row for row in statements if row["status"] == status or status is AttendanceStatus.CONFLICTING]
        reasons = dict.fromkeys(row["reason"] for row in telling if row["reason"])
        detail.append(
            MeetingStatus(
                meeting=one, status=status, reason="; ".join(reasons) or None, sources=evidence.of(*(telling or statements))
            )
        )
    count = {status: sum(one.status == status for one in detail) for status in AttendanceStatus}
    return AttendanceRow(
        municipality=Body(id=id_, label=Label.MUNICIPALITY, name=name, short=name),
        present=count[AttendanceStatus.PRESENT],
        absent=count[AttendanceStatus.ABSENT],
        known=count[AttendanceStatus.PRESENT] + count[AttendanceStatus.ABSENT],
        unknown=count[AttendanceStatus.UNKNOWN],
        conflicting=count[AttendanceStatus.CONFLICTING],
        not_mentioned=count[AttendanceStatus.NOT_MENTIONED],
        detail=detail,
        sources=merged(source for one in detail if one.status != AttendanceStatus.NOT_MENTIONED for source in one.sources),
    )


def combine(statuses: Sequence[str]) -> AttendanceStatus:
    """The status that several documents' statements of one meeting make together: both is conflicting, known beats unknown."""
    found = {AttendanceStatus(status) for status in statuses}
    if AttendanceStatus.CONFLICTING in found or {AttendanceStatus.PRESENT, AttendanceStatus.ABSENT} <= found:
        return AttendanceStatus.CONFLICTING
    return next(
        (status for status in (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT) if status in found), AttendanceStatus.UNKNOWN
    )


def told_only_notes(attendance: Attendance) -> list[tuple[str, str]]:
    """What was not counted: meetings without minutes in the store, and municipalities that no minutes mention."""
    notes = []
    if attendance.told_only:
        number = len(attendance.told_only)
        which = ", ".join(str(one.date) if one.date else one.name for one in attendance.told_only[:12])
        more = f" (+{number - 12})" if number > 12 else ""
        notes.append(
            (
                f"{amount(number, 'möte räknas', 'möten räknas')} inte, eftersom protokollet inte finns i lagret: {which}{more}.",
                f"{amount(number, 'meeting is', 'meetings are')} not counted, as the minutes are not in the store: {which}{more}.",
            )
        )
    if attendance.unheard:
        notes.append(
            (
                f"Inget protokoll säger något om {listing(attendance.unheard)}.",
                f"No minutes say anything of {listing(attendance.unheard, 'and')}.",
            )
        )
    return notes


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    attendance = count_attendance(rows)
    never = [row for row in attendance.rows if row.present == 0 and row.conflicting == 0]
    never.sort(key=lambda row: (-row.known, row.not_mentioned, swedish_key(row.municipality.name)))
    conflicting = [row for row in attendance.rows if row.conflicting]
    shown = [_finding_row(row, "never") for row in never] + [_finding_row(row, "conflicting") for row in conflicting]
    finding = _finding(names["forum"], attendance, never)
    notes = _conflict_notes(conflicting) + told_only_notes(attendance)
    return Answer.told(QUERY.name, finding, shown, notes)


def _finding_row(row: AttendanceRow, finding: Literal["never", "conflicting"]) -> NeverAttendedRow:
    swedish = [f"{row.present} av {amount(row.known, 'känt möte', 'kända möten')}"]
    english = [f"{row.present} of {amount(row.known, 'known meeting', 'known meetings')}"]
    if row.unknown:
        swedish.append(amount(row.unknown, "okänt", "okända"))
        english.append(f"{row.unknown} unknown")
    if row.conflicting:
        swedish.append(f"{row.conflicting} motsägande")
        english.append(f"{row.conflicting} conflicting")
    if row.not_mentioned:
        swedish.append(f"{row.not_mentioned} där kommunen inte nämns")
        english.append(f"{row.not_mentioned} that {'says' if row.not_mentioned == 1 else 'say'} nothing of it")
    values = {name: getattr(row, name) for name in AttendanceRow.model_fields}
    return NeverAttendedRow(**values, finding=finding, text=", ".join(swedish), text_en=", ".join(english))


def _finding(forum: str, attendance: Attendance, never: Sequence[AttendanceRow]) -> tuple[str, str]:
    meetings = len(attendance.meetings)
    if not meetings:
        return f"Lagret har inga protokoll från {forum}.", f"The store has no minutes of {forum}."
    if not attendance.rows:
        return (
            f"Protokollen från {forum} säger inget om vilka kommuner som deltog.",
            f"The minutes of {forum} say nothing of which municipalities attended.",
        )
    base = f"{amount(meetings, 'protokollfört möte', 'protokollförda möten')}"
    base_en = f"{amount(meetings, 'recorded meeting', 'recorded meetings')}"
    sure = [row.municipality.name for row in never if row.known]
    unsure = [row.municipality.name for row in never if not row.known]
    parts, parts_en = [], []
    if sure:
        parts.append(f"{listing(sure)} har ingen känd närvaro vid {forum}")
        parts_en.append(f"{listing(sure, 'and')} {'has' if len(sure) == 1 else 'have'} no known attendance at {forum}")
    if unsure:
        parts.append(f"för {listing(unsure)} är närvaron helt okänd")
        parts_en.append(f"the attendance of {listing(unsure, 'and')} is not known at all")
    if not parts:
        return (
            f"Alla kommuner som nämns har deltagit i {forum} någon gång ({base}).",
            f"Every municipality that is mentioned has attended {forum} at some time ({base_en}).",
        )
    return (
        f"{_capital('; '.join(parts))} ({base}).",
        f"{_capital('; '.join(parts_en))} ({base_en}).",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _conflict_notes(rows: Sequence[AttendanceRow]) -> list[tuple[str, str]]:
    notes = []
    for row in rows:
        when = [str(one.meeting.date or one.meeting.name) for one in row.detail if one.status == AttendanceStatus.CONFLICTING]
        notes.append(
            (
                f"Uppgifterna om {row.municipality.name} {listing(when)} motsäger varandra och räknas inte.",
                f"What is said of {row.municipality.name} on {listing(when, 'and')} is conflicting and not counted.",
            )
        )
    return notes


QUERY = NamedQuery(
    name="never-attended",
    title="Kommuner utan känd närvaro",
    title_en="Municipalities with no known attendance",
    description="Kommuner som inte är kända för att ha deltagit i ett forum: av hur många kända möten, och hur många okända.",
    description_en="Municipalities not known to have attended a forum: out of how many known meetings, and how many unknown.",
    parameters=(
        Parameter(
            "forum", ParameterKind.FORUM, True, "Forumet: namn, förkortning eller id.", "The forum: name, abbreviation or id."
        ),
    ),
    row=NeverAttendedRow,
    build=build_attendance,
    shape=_shape,
    examples=({"forum": "VFR"},),
)
