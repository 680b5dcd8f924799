"""An agenda item: what it concerns, what was on the table, who presented it, what it refers to and what it led to."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Final

from graph.building.bodies import add_represents, role_elsewhere
from graph.building.collector import Collector
from graph.building.decisions import add_decision
from graph.building.model import Basis, Told
from graph.building.movements import add_movement
from graph.building.passages import MAX_CONTEXT
from graph.building.places import Place, meeting_properties, place_of
from graph.identifiers import item_id
from graph.names import fold
from graph.record import Item, Meeting, MovementType
from graph.references import iter_telling, references_of
from graph.resolution.subjects import report_kind
from graph.schema import Label, RelationshipType

R = RelationshipType
_MAX_TELLING: Final = 6
"""More sentences than this tell no more of what an item answers."""


def add_item(graph: Collector, item: Item, meeting: Meeting, j: int, n: int, key: str, place: Place) -> None:
    """The item, the `n`th of the `j`th meeting, by the key of its place on the agenda."""
    id_, ref = item_id(key), f"m{j}.i{n}"
    title = graph.passage(item.title_span, item.title)
    told = Told.MINUTES if graph.is_minutes else Told.TABLE
    graph.tell(
        Label.AGENDA_ITEM,
        told,
        {
            "id": id_,
            "name": item.title,
            "number": item.number,
            "position": n + 1,
            "labels": item.labels,
            "attachments": item.attachments,
            "summary": item.summary,
            "note": item.note,
            "told": _telling(graph, item) or None,
            "meeting": place.id,
        },
    )
    graph.fact(Label.AGENDA_ITEM, id_, R.ON_AGENDA_OF, Label.MEETING, place.id, [title])
    topics = _add_topics(graph, item, ref, id_, title)
    _add_wholes(graph, item, ref)
    reports = _add_reports(graph, item, ref, id_, title, topics)
    _add_presenters(graph, item, meeting, ref, id_, place)
    _add_references(graph, item, ref, id_, place)
    decisions = [add_decision(graph, d, item, ref, k, key, id_, place, topics, reports) for k, d in enumerate(item.decisions)]
    for k, movement in enumerate(item.movements):
        add_movement(graph, movement, item, f"{ref}.w{k}", id_, place, decisions)


def _add_topics(graph: Collector, item: Item, ref: str, id_: str, title: str) -> dict[str, str]:
    """Links the item to its topics. Returns topic id -> its name in this document."""
    topics: dict[str, str] = {}
    for k, name in enumerate(item.topics):
        at = graph.words.find(name, item.title_span)
        passage = title
        if at is None and (at := graph.words.find(name, item.span)):
            passage = graph.passage(graph.words.within(item, at), item.title)
        links = graph.links(f"{ref}.t{k}")
        for link in links:
            if graph.entity(link.entity) is not Label.TOPIC:
                continue
            topics.setdefault(link.entity, name if len(links) == 1 else graph.resolution.entities[link.entity].name)
            basis: Basis = "stated" if at else "inferred"
            graph.fact(Label.AGENDA_ITEM, id_, R.CONCERNS, Label.TOPIC, link.entity, [passage], basis, once=True)
        graph.mention(f"{ref}.t{k}", passage, at)
    return topics


def _add_wholes(graph: Collector, item: Item, ref: str) -> None:
    """What the document says that topics of the item are parts of."""
    numbers = {name: k for k, name in enumerate(item.topics)}
    for part in item.part_of:
        passage = graph.passage(part.span, item.title)
        links = [graph.links(f"{ref}.t{numbers[name]}") if name in numbers else () for name in (part.topic, part.whole)]
        for one, whole in itertools.product(*links):
            if one.entity != whole.entity:
                graph.fact(Label.TOPIC, one.entity, R.PART_OF, Label.TOPIC, whole.entity, [passage], once=True)


def _add_reports(graph: Collector, item: Item, ref: str, id_: str, title: str, topics: Mapping[str, str]) -> dict[str, str]:
    reports: dict[str, str] = {}
    for k, name in enumerate(item.reports):
        report = graph.one(f"{ref}.s{k}", Label.REPORT)
        if report is None:
            continue
        at = graph.words.find(name, item.title_span)
        reports.setdefault(report, name)
        graph.fact(Label.AGENDA_ITEM, id_, R.CONSIDERS, Label.REPORT, report, [title], once=True)
        graph.mention(f"{ref}.s{k}", title, at or item.title_span)
        for topic, called in topics.items():
            named = f" {fold(called)} " in f" {fold(name)} "
            if named or (len(topics) == 1 and report_kind(name) != "minutes"):
                basis: Basis = "stated" if named else "inferred"
                graph.fact(Label.REPORT, report, R.CONCERNS, Label.TOPIC, topic, [title], basis, once=True)
    return reports


def _telling(graph: Collector, item: Item) -> list[str]:
    """Passages of the sentences that tell of something reported back or answered; of minutes only."""
    if not graph.is_minutes:
        return []
    sending = [m.span for m in item.movements if m.type is not MovementType.RAISED_BY]
    apart = [item.title_span, *sending, *(d.span for d in item.decisions)]
    spans = list(iter_telling(graph.words.text, item.span, apart))[:_MAX_TELLING]
    return [graph.passage(span, item.title) for span in spans]


def _add_references(graph: Collector, item: Item, ref: str, id_: str, place: Place) -> None:
    """Earlier meetings that the item names by date. They become nodes even if no minutes of them are known."""
    if not graph.is_minutes:
        return
    for k, one in enumerate(references_of(item, graph.words.text, place.date)):
        forum = place.forum if one.forum is None else graph.one(f"{ref}.c{k}", Label.FORUM)
        if forum is None:
            continue
        in_title = item.title_span[0] <= one.span[0] and one.span[1] <= item.title_span[1]
        passage = graph.passage(item.title_span if in_title else graph.words.within(item, one.span), item.title)
        cited = place_of(graph, forum, one.date, passage)
        if one.forum is not None:
            graph.mention(f"{ref}.c{k}", passage, one.forum_span)
        graph.tell(Label.MEETING, Told.REFERENCE, meeting_properties(graph, cited, recorded=False))
        graph.fact(Label.MEETING, cited.id, R.MEETING_OF, Label.FORUM, forum, [passage], once=True)
        properties = {"paragraph": one.paragraph}
        graph.fact(Label.AGENDA_ITEM, id_, R.CITES, Label.MEETING, cited.id, [passage], properties=properties)


def _add_presenters(graph: Collector, item: Item, meeting: Meeting, ref: str, id_: str, place: Place) -> None:
    for k, presenter in enumerate(item.presenters):
        official = graph.one(f"{ref}.p{k}", Label.OFFICIAL)
        if official is None:
            continue
        within = (presenter.span[0], min(item.span[1], presenter.span[1] + MAX_CONTEXT))
        body = graph.words.find(presenter.organisation or "", within) or presenter.span
        words = (min(presenter.span[0], body[0]), max(presenter.span[1], body[1]))
        passage = graph.passage(graph.words.within(item, words), item.title)
        graph.mention(f"{ref}.p{k}", passage, graph.words.find(presenter.as_written, presenter.span) or presenter.span)
        graph.mention(f"{ref}.p{k}.o", passage, graph.words.find(presenter.organisation or "", graph.span_of(passage)))
        properties = {"role": presenter.role, "organisation": presenter.organisation}
        listed = ((p.role, p.span) for p in meeting.attendance if fold(p.name) == fold(presenter.name))
        passages = [passage, *role_elsewhere(graph, presenter.role, passage, listed)]
        graph.fact(Label.OFFICIAL, official, R.PRESENTED, Label.AGENDA_ITEM, id_, passages, properties=properties, once=True)
        add_represents(graph, official, f"{ref}.p{k}.o", presenter.role, place.date, passage)
