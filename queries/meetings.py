"""Which meetings the store knows of, and which of them have their minutes in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import MeetingRef, Sources, meeting
from queries.words import amount

_LIMIT = 1000
"""Newest first; a page or a terminal serves nobody with more."""

_MEETINGS = """
MATCH (m:Meeting)-[r:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
WITH m, f, r
ORDER BY r.document
WITH m, f, collect({document: r.document, passages: r.passages, basis: r.basis}) AS evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
RETURN m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded, m.start AS start, m.`end` AS `end`,
       m.place AS place, m.online AS online,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort, evidence
"""
_COUNTS = """
MATCH (m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
WITH DISTINCT m
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
MATCH (m)<-[:ON_AGENDA_OF]-(i:AgendaItem)
OPTIONAL MATCH (i)-[:LED_TO]->(d:Decision)
RETURN m.id AS meeting, count(DISTINCT i) AS items, count(DISTINCT d) AS decisions
"""
_TOTAL = """
MATCH (m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
RETURN count(DISTINCT m) AS total
"""


class MeetingRow(AnswerModel):
    """One meeting with what its documents hold. Times are as written; `place` and `online` are None when not said."""

    meeting: MeetingRef
    start: str | None
    end: str | None
    place: str | None
    online: bool | None
    items: int
    decisions: int
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    values = {"limit": _LIMIT, **{name: parameters[name] for name in ("forum", "since", "until")}}
    return {
        "meetings": Statement(_MEETINGS, values),
        "counts": Statement(_COUNTS, values),
        "total": Statement(_TOTAL, {name: value for name, value in values.items() if name != "limit"}),
    }


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    counts = {row["meeting"]: row for row in rows["counts"]}
    shown = []
    for row in rows["meetings"]:
        count = counts.get(row["meeting"], {"items": 0, "decisions": 0})
        shown.append(
            MeetingRow(
                meeting=meeting(row),
                start=row["start"],
                end=row["end"],
                place=row["place"],
                online=row["online"],
                items=count["items"],
                decisions=count["decisions"],
                sources=evidence.of(*row["evidence"]),
            )
        )
    total = rows["total"][0]["total"]
    recorded = sum(row.meeting.recorded for row in shown)
    where = f" i {names['forum']}" if "forum" in names else ""
    where_en = f" of {names['forum']}" if "forum" in names else ""
    notes = []
    if total > len(shown):
        notes.append((f"Visar de {len(shown)} senaste av {total}.", f"Showing the latest {len(shown)} of {total}."))
    if len(shown) > recorded:
        rest = len(shown) - recorded
        notes.append(
            (
                f"{amount(rest, 'möte är känt', 'möten är kända')} bara ur andra dokument; protokollet finns inte i lagret.",
                f"{amount(rest, 'meeting is', 'meetings are')} known from other documents only; the minutes are not in the store.",
            )
        )
    return Answer.told(
        QUERY.name,
        (
            f"{amount(total, 'möte', 'möten')}{where} är kända, {recorded} med protokoll i lagret.",
            f"{amount(total, 'meeting', 'meetings')}{where_en} known, {recorded} with minutes in the store.",
        ),
        shown,
        notes,
    )


QUERY = NamedQuery(
    name="meetings",
    title="Möten",
    title_en="Meetings",
    description="Kända möten med antal ärendepunkter och beslut, och om protokollet finns i lagret. Senaste först.",
    description_en="Known meetings with their number of agenda items and decisions, and whether the minutes are in the store. Latest first.",
    parameters=(
        Parameter("forum", ParameterKind.FORUM, False, "Bara det här forumet.", "This forum only."),
        Parameter("since", ParameterKind.DATE, False, "Från och med den här dagen.", "From this day on."),
        Parameter("until", ParameterKind.DATE, False, "Till och med den här dagen.", "Up to and including this day."),
    ),
    row=MeetingRow,
    build=_build,
    shape=_shape,
    examples=({}, {"forum": "VFR"}),
)
