"""All issues that the store knows: in how many agenda items, in which forums, when first and last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import Body, Sources, body, grouped
from queries.sorting import swedish_key
from queries.words import amount

_LIMIT = 500
"""Those that moved most; the others are found by searching."""

_TOPICS = """
MATCH (t:Topic)<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE $forum IS NULL OR f.id = $forum
WITH t, count(DISTINCT i) AS items, collect(DISTINCT coalesce(f.abbreviation, f.name)) AS forums,
     min(m.date) AS first, max(m.date) AS last
ORDER BY size(forums) DESC, items DESC, t.name
LIMIT $limit
MATCH (t)<-[c:CONCERNS]-(:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE ($forum IS NULL OR f.id = $forum) AND (m.date = first OR m.date = last OR first IS NULL)
RETURN DISTINCT t.id AS topic, t.name AS topicName, t.abbreviation AS topicShort, items, forums, first, last,
       c.document AS document, c.passages AS passages, c.basis AS basis
"""
_WHOLES = """
MATCH (t:Topic)-[p:PART_OF]->(w:Topic)
RETURN t.id AS topic, w.id AS whole, w.name AS wholeName, w.abbreviation AS wholeShort,
       p.document AS document, p.passages AS passages, p.basis AS basis
"""
_TOTALS = """
MATCH (t:Topic)<-[:CONCERNS]-(:AgendaItem)-[:ON_AGENDA_OF]->(:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE $forum IS NULL OR f.id = $forum
WITH t, count(DISTINCT f) AS forums
RETURN count(t) AS total, sum(CASE WHEN forums > 1 THEN 1 ELSE 0 END) AS moved
"""


class TopicRow(AnswerModel):
    """One issue. `first` and `last` are the dates of its first and last dated meeting, `part_of` are the issues that a document
    says it is a part of; the sources are those of these meetings and of these words."""

    topic: Body
    part_of: list[Body]
    items: int
    forums: list[str]
    first: dt.date | None
    last: dt.date | None
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    forum = parameters["forum"]
    return {
        "topics": Statement(_TOPICS, {"forum": forum, "limit": _LIMIT}),
        "wholes": Statement(_WHOLES, {}),
        "totals": Statement(_TOTALS, {"forum": forum}),
    }


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    wholes = grouped(rows["wholes"], "topic")
    shown = [
        TopicRow(
            topic=body(group[0], "topic", Label.TOPIC),
            part_of=_bodies(wholes.get(topic, ())),
            items=group[0]["items"],
            forums=sorted(group[0]["forums"], key=swedish_key),
            first=group[0]["first"],
            last=group[0]["last"],
            sources=evidence.of(*group, *wholes.get(topic, ())),
        )
        for topic, group in grouped(rows["topics"], "topic").items()
    ]
    shown.sort(key=lambda row: (-len(row.forums), -row.items, swedish_key(row.topic.name)))
    total, several = rows["totals"][0]["total"], rows["totals"][0]["moved"] or 0
    capped = total > len(shown)
    where = f" i {names['forum']}" if "forum" in names else ""
    where_en = f" in {names['forum']}" if "forum" in names else ""
    moved = "" if "forum" in names else f", {several} av dem i flera forum"
    moved_en = "" if "forum" in names else f", {several} of them in several forums"
    return Answer.told(
        QUERY.name,
        (f"{amount(total, 'ärende', 'ärenden')}{where}{moved}.", f"{amount(total, 'issue', 'issues')}{where_en}{moved_en}."),
        shown,
        [(f"Visar de {len(shown)} som rört sig mest av {total}.", f"Showing the {len(shown)} that moved most of {total}.")]
        if capped
        else [],
    )


def _bodies(wholes: Sequence[Row]) -> list[Body]:
    """Each whole once, though several documents say it."""
    found = (body(group[0], "whole", Label.TOPIC) for group in grouped(wholes, "whole").values())
    return sorted(found, key=lambda whole: swedish_key(whole.name))


QUERY = NamedQuery(
    name="topics",
    title="Ärenden",
    title_en="Issues",
    description="Alla ärenden med antal ärendepunkter, forum och första och sista gången, och vad de är en del av. De som rört sig mest först.",
    description_en="All issues with their number of agenda items, forums, first and last time, and what they are a part of. "
    "Those that moved most come first.",
    parameters=(Parameter("forum", ParameterKind.FORUM, False, "Bara det här forumet.", "This forum only."),),
    row=TopicRow,
    build=_build,
    shape=_shape,
    examples=({},),
)
