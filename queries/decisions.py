"""What was decided: every att-sats with its kind, item and meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.record import DecisionKind
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import MeetingRef, Sources, grouped, meeting
from queries.words import DECISION_WORDS, amount

_LIMIT = 500
"""Latest first; narrow it down by forum, topic or date to see others."""

_CHOSEN = """
MATCH (f:Forum)<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[:LED_TO]->(d:Decision)
WHERE ($forum IS NULL OR f.id = $forum) AND ($kind IS NULL OR d.kind = $kind)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
"""
_LATEST = """
MATCH (f:Forum)<-[:MEETING_OF]-(m:Meeting)
WHERE ($forum IS NULL OR f.id = $forum)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
  AND EXISTS {
    MATCH (m)<-[:ON_AGENDA_OF]-(:AgendaItem)-[:LED_TO]->(x:Decision)
    WHERE $kind IS NULL OR x.kind = $kind
  }
WITH DISTINCT f, m
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
MATCH (m)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[:LED_TO]->(d:Decision)
WHERE $kind IS NULL OR d.kind = $kind
"""
_CHOSEN_OF_TOPIC = """
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[:LED_TO]->(d:Decision)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum) AND ($kind IS NULL OR d.kind = $kind)
  AND ($since IS NULL OR m.date >= $since) AND ($until IS NULL OR m.date <= $until)
"""
_ROWS = """
WITH DISTINCT d, i, m, f
ORDER BY m.date IS NULL, m.date DESC, m.id, i.position, i.id, d.position
LIMIT $limit
MATCH (i)-[l:LED_TO]->(d)
RETURN d.id AS decision, d.kind AS kind, d.text AS text, d.position AS place,
       i.id AS item, i.number AS number, i.name AS title, i.position AS position,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort,
       l.document AS document, l.passages AS passages, l.basis AS basis
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
    latest = _LATEST if parameters["topic"] is None else _CHOSEN_OF_TOPIC
    names = ("forum", "topic", "kind", "since", "until") if parameters["topic"] else ("forum", "kind", "since", "until")
    values = {name: parameters[name] for name in names}
    return {
        "decisions": Statement(latest + _ROWS, {**values, "limit": _LIMIT}),
        "total": Statement(chosen + _TOTAL, values),
    }


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    shown = [
        DecisionRow(
            id=group[0]["decision"],
            kind=group[0]["kind"],
            text=group[0]["text"],
            item=group[0]["item"],
            number=group[0]["number"],
            title=group[0]["title"] or group[0]["item"],
            meeting=meeting(group[0]),
            sources=evidence.of(*group),
        )
        for group in sorted(grouped(rows["decisions"], "decision").values(), key=lambda group: _latest_first(group[0]))
    ]
    total = rows["total"][0]["total"]
    about = "".join(f", {names[name]}" for name in ("forum", "topic") if name in names)
    kind = parameters["kind"]
    does, does_en = (f": {DECISION_WORDS[DecisionKind(kind)]}", f": {kind}") if kind else ("", "")
    capped = total > len(shown)
    return Answer.told(
        QUERY.name,
        (f"{amount(total, 'beslut', 'beslut')}{about}{does}.", f"{amount(total, 'decision', 'decisions')}{about}{does_en}."),
        shown,
        [(f"Visar de {len(shown)} senaste av {total}.", f"Showing the latest {len(shown)} of {total}.")] if capped else [],
    )


def _latest_first(row: Row) -> tuple[Any, ...]:
    days = row["date"].toordinal() if row["date"] else 0
    return -days, row["meeting"], row["position"] or 0, row["item"], row["place"] or 0


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
