"""All issues that the store knows: in how many agenda items, in which forums, when first and last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import Body, Sources, body
from queries.sorting import swedish_key
from queries.words import amount

_TOPICS = """
MATCH (t:Topic)<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE $forum IS NULL OR f.id = $forum
WITH t, i, m, f, c
ORDER BY m.date, i.id, c.document
WITH t, count(DISTINCT i) AS items, collect(DISTINCT coalesce(f.abbreviation, f.name)) AS forums,
     min(m.date) AS first, max(m.date) AS last, collect({document: c.document, passages: c.passages, basis: c.basis}) AS evidence
RETURN t.id AS topic, t.name AS topicName, t.abbreviation AS topicShort, items, forums, first, last,
       evidence[0] AS firstEvidence, evidence[size(evidence) - 1] AS lastEvidence
"""


class TopicRow(AnswerModel):
    """One issue. `first` and `last` are the dates of its first and last dated meeting; the sources are those of these two."""

    topic: Body
    items: int
    forums: list[str]
    first: dt.date | None
    last: dt.date | None
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return {"topics": Statement(_TOPICS, {"forum": parameters["forum"]})}


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    shown = [
        TopicRow(
            topic=body(row, "topic", Label.TOPIC),
            items=row["items"],
            forums=sorted(row["forums"], key=swedish_key),
            first=row["first"],
            last=row["last"],
            sources=evidence.of(row["firstEvidence"], row["lastEvidence"]),
        )
        for row in rows["topics"]
    ]
    shown.sort(key=lambda row: (-len(row.forums), -row.items, swedish_key(row.topic.name)))
    several = sum(len(row.forums) > 1 for row in shown)
    where = f" i {names['forum']}" if "forum" in names else ""
    where_en = f" in {names['forum']}" if "forum" in names else ""
    moved = "" if "forum" in names else f", {several} av dem i flera forum"
    moved_en = "" if "forum" in names else f", {several} of them in several forums"
    return Answer(
        query=QUERY.name,
        parameters={},
        finding=f"{amount(len(shown), 'ärende', 'ärenden')}{where}{moved}.",
        finding_en=f"{amount(len(shown), 'issue', 'issues')}{where_en}{moved_en}.",
        rows=shown,
    )


QUERY = NamedQuery(
    name="topics",
    title="Ärenden",
    title_en="Issues",
    description="Alla ärenden med antal ärendepunkter, forum och första och sista gången. De som rört sig mest först.",
    description_en="All issues with their number of agenda items, forums, and first and last time. Those that moved most come first.",
    parameters=(Parameter("forum", ParameterKind.FORUM, False, "Bara det här forumet.", "This forum only."),),
    row=TopicRow,
    build=_build,
    shape=_shape,
    examples=({},),
)
