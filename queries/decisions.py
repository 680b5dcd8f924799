"""What was decided: every att-sats with its kind, item and meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.record import DecisionKind
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import MeetingRef, Sources, meeting
from queries.words import amount

_LIMIT = 500
"""Latest first; narrow it down by forum, topic or date to see others."""

_CHOSEN = """
MATCH (f:Forum)<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[l:LED_TO]->(d:Decision)
WHERE ($forum IS NULL OR f.id = $forum) AND ($kind IS NULL OR d.kind = $kind)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
"""
_CHOSEN_OF_TOPIC = """
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[l:LED_TO]->(d:Decision)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum) AND ($kind IS NULL OR d.kind = $kind)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
"""
_ROWS = """
WITH d, i, m, f, l
ORDER BY l.document
WITH d, i, m, f, collect({document: l.document, passages: l.passages, basis: l.basis}) AS evidence
ORDER BY m.date DESC, m.id, i.position, i.id, d.position
LIMIT $limit
RETURN d.id AS decision, d.kind AS kind, d.text AS text, i.id AS item, i.number AS number, i.name AS title,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort, evidence
"""
_TOTAL = "RETURN count(DISTINCT d) AS total"


class DecisionRow(AnswerModel):
    """One decision. `text` is verbatim, `kind` one of graph.record.DecisionKind."""

    id: str
    kind: str
    text: str
    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    chosen = _CHOSEN if parameters["topic"] is None else _CHOSEN_OF_TOPIC
    names = ("forum", "topic", "kind", "since", "until") if parameters["topic"] else ("forum", "kind", "since", "until")
    values = {name: parameters[name] for name in names}
    return {
        "decisions": Statement(chosen + _ROWS, {**values, "limit": _LIMIT}),
        "total": Statement(chosen + _TOTAL, values),
    }


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    shown = [
        DecisionRow(
            id=row["decision"],
            kind=row["kind"],
            text=row["text"],
            item=row["item"],
            number=row["number"],
            title=row["title"] or row["item"],
            meeting=meeting(row),
            sources=evidence.of(*row["evidence"]),
        )
        for row in rows["decisions"]
    ]
    total = rows["total"][0]["total"]
    about = "".join(f", {names[name]}" for name in ("forum", "topic") if name in names)
    about += f", {parameters['kind']}" if parameters["kind"] else ""
    capped = total > len(shown)
    return Answer(
        query=QUERY.name,
        parameters={},
        finding=f"{amount(total, 'beslut', 'beslut')}{about}.",
        finding_en=f"{amount(total, 'decision', 'decisions')}{about}.",
        notes=[f"Visar de {len(shown)} senaste av {total}."] if capped else [],
        notes_en=[f"Showing the latest {len(shown)} of {total}."] if capped else [],
        rows=shown,
    )


QUERY = NamedQuery(
    name="decisions",
    title="Beslut",
    title_en="Decisions",
    description="Beslut med ordalydelse, slag, ärendepunkt och möte. Senaste först.",
    description_en="Decisions with their wording, kind, agenda item and meeting. Latest first.",
    parameters=(
        Parameter("forum", ParameterKind.FORUM, False, "Bara det här forumet.", "This forum only."),
        Parameter("topic", ParameterKind.TOPIC, False, "Bara det här ärendet.", "This issue only."),
        Parameter("kind", ParameterKind.CHOICE, False, "Bara beslut av det här slaget.", "This kind only.", tuple(DecisionKind)),
        Parameter("since", ParameterKind.DATE, False, "Från och med den här dagen.", "From this day on."),
        Parameter("until", ParameterKind.DATE, False, "Till och med den här dagen.", "Up to and including this day."),
    ),
    row=DecisionRow,
    build=_build,
    shape=_shape,
    examples=({"topic": "SPAK"}, {"forum": "VFR", "kind": "recommend"}),
)
