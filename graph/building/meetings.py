"""A meeting: of which forum, who was there, and its agenda."""

from __future__ import annotations

from graph.building.bodies import add_represents, role_elsewhere
from graph.building.collector import Collector
from graph.building.items import add_item
from graph.building.model import Basis, Told
from graph.building.places import Place, meeting_properties, place_of
from graph.identifiers import item_key
from graph.names import fold
from graph.record import Meeting, Span
from graph.schema import Label, RelationshipType

R = RelationshipType


def add_meeting(graph: Collector, meeting: Meeting, j: int) -> None:
    """The meeting, the `j`th of the record, with all that is said of it; nothing where its forum is not known."""
    forum = graph.one(f"m{j}.f", Label.FORUM)
    if forum is None:
        return
    head = graph.passage(graph.words.table_row(meeting.span), graph.words.section_of(meeting.span))
    place = place_of(graph, forum, meeting.date, head)
    told = Told.MINUTES if graph.is_minutes else Told.TABLE
    graph.tell(
        Label.MEETING,
        told,
        meeting_properties(graph, place, recorded=graph.is_minutes)
        | {"start": meeting.start, "end": meeting.end, "place": meeting.place, "online": meeting.online},
    )
    whose = [graph.passage(meeting.forum_span, None)] if meeting.forum_span else []
    told_of: Basis = "stated" if meeting.forum else "inferred"
    graph.fact(Label.MEETING, place.id, R.MEETING_OF, Label.FORUM, forum, [*whose, head], told_of)
    if graph.is_minutes:
        graph.fact(Label.MEETING, place.id, R.RECORDED_IN, Label.DOCUMENT, graph.document, [head])
    graph.mention(f"m{j}.f", head, graph.words.find(meeting.forum_as_written or "", meeting.span))
    if meeting.organisation:
        at = graph.words.find(meeting.organisation, meeting.span)
        graph.mention(f"m{j}.o", head, at)
        for link in graph.links(f"m{j}.o"):
            label = graph.entity(link.entity)
            basis: Basis = "stated" if at and graph.says(link.entity, head) else "inferred"
            graph.fact(Label.FORUM, forum, R.PART_OF, label, link.entity, [head], basis)
    _add_attendance(graph, meeting, j, place)
    _add_municipalities(graph, meeting, j, place)
    taken: dict[str, int] = {}
    for n, item in enumerate(meeting.items):
        number, title = graph.resolution.place_on_agenda(graph.document, f"m{j}.i{n}") or (item.number, item.title)
        key = item_key(place.key, number, title)
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:  # a number used twice in one agenda
            key = f"{key}+{taken[key]}"
        add_item(graph, item, meeting, j, n, key, place)


def _add_attendance(graph: Collector, meeting: Meeting, j: int, place: Place) -> None:
    for k, person in enumerate(meeting.attendance):
        official = graph.one(f"m{j}.a{k}", Label.OFFICIAL)
        if official is None:
            continue
        passage = graph.passage(graph.words.context(person.span), graph.words.section_of(person.span))
        graph.mention(f"m{j}.a{k}", passage, person.span)
        graph.mention(f"m{j}.a{k}.r", passage, graph.words.find(person.represents or "", graph.span_of(passage)))
        presented = ((p.role, p.span) for i in meeting.items for p in i.presenters if fold(p.name) == fold(person.name))
        graph.fact(
            Label.OFFICIAL,
            official,
            R.ATTENDANCE,
            Label.MEETING,
            place.id,
            [passage, *role_elsewhere(graph, person.role, passage, presented)],
            properties={
                "status": person.status.value,
                "role": person.role,
                "represents": person.represents,
                "paragraphs": person.paragraphs,
                "replaces": person.replaces,
            },
            once=True,
        )
        add_represents(graph, official, f"m{j}.a{k}.r", person.role, place.date, passage)


def _add_municipalities(graph: Collector, meeting: Meeting, j: int, place: Place) -> None:
    lines: dict[str, list[Span]] = {}
    for k, person in enumerate(meeting.attendance):
        for link in graph.links(f"m{j}.a{k}.r"):
            lines.setdefault(link.entity, []).append(person.span)
    for k, municipality in enumerate(meeting.municipalities):
        found = graph.one(f"m{j}.v{k}", Label.MUNICIPALITY)
        if found is None:
            continue
        of_people = lines.get(found, [])
        spans = list(municipality.spans) or of_people
        if not spans:
            continue  # not listed at all is no statement (MODEL.md)
        own_words = [span for span in spans if not any(_overlap(span, other) for other in of_people)]
        passages = [graph.passage(graph.words.context(span), graph.words.section_of(span)) for span in spans]
        basis: Basis = "stated" if own_words else "inferred"
        graph.fact(
            Label.MUNICIPALITY,
            found,
            R.ATTENDANCE,
            Label.MEETING,
            place.id,
            passages,
            basis,
            properties={"status": municipality.status.value, "reason": municipality.reason},
            once=True,
        )
        for span in own_words:
            passage = graph.passage(graph.words.context(span), graph.words.section_of(span))
            graph.mention(
                f"m{j}.v{k}",
                passage,
                graph.words.find(municipality.name, span) or graph.words.find(municipality.name, graph.span_of(passage)),
            )


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
