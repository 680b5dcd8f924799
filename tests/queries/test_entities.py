"""Entity cards, neighbours and documents, on both engines."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from graph.stores import Store
from queries.entities import UnknownEntityError, card, document, neighbours
from tests.queries.graphs import CHR, REGION, TUT, VR, journey


def test_card_has_properties_and_facts_with_sources(store: Store) -> None:
    journey().write(store)
    found = card(store, "official:greta-ahl")
    assert (found.label, found.name) == ("Official", "Greta Åhl")
    assert found.properties == {"aliases": ["Greta Ahl Berg"]}
    (group,) = found.facts
    assert (group.type, group.direction, group.total) == ("PRESENTED", "out", 2)
    assert [fact.other.id for fact in group.facts] == ["item:chr:2024-03-15:6c", "item:vr:2023-05-10:6"]
    assert group.facts[1].properties == {"organisation": "Region Norrdal", "role": "utredare"}
    assert group.facts[1].sources[0].words == "Föredragande: Greta Ahl Berg, utredare, Region Norrdal"


def test_card_of_a_meeting_takes_documents_together(store: Store) -> None:
    journey().write(store)
    found = card(store, "meeting:vr:2023-05-10")
    assert found.properties["date"] == "2023-05-10"
    held = next(group for group in found.facts if group.type == "MEETING_OF")
    assert held.total == 1
    assert [source.file for source in held.facts[0].sources] == ["arsrapport-2023.pdf", "vr-2023.txt"]


def test_decisions_come_latest_first_and_in_the_order_of_their_meeting(store: Store) -> None:
    ids = ["decision:vr:2024-04-10:6a:1", "decision:vr:2024-04-10:6a:2", "decision:vr:2023-05-10:6:1"]
    graph = journey()
    for id_ in ids:
        graph.fact(VR, "MADE", id_, "document:c3")
    graph.write(store)
    made = next(group for group in card(store, VR).facts if group.type == "MADE")
    assert [fact.other.id for fact in made.facts] == ids
    assert made.facts[-1].other.date == dt.date(2023, 5, 10)
    assert [node.id for node in neighbours(store, VR, types=["Decision"]).nodes] == ids


@pytest.mark.parametrize("id_", ["topic:finns-inte", "vad som helst", "", "passage:a1:0-3", "Topic:tut", "topic:tut' OR 1=1"])
def test_unknown_ids(store: Store, id_: str) -> None:
    journey().write(store)
    with pytest.raises(UnknownEntityError):
        card(store, id_)
    with pytest.raises(UnknownEntityError):
        neighbours(store, id_)
    with pytest.raises(UnknownEntityError):
        document(store, id_)


def test_neighbours_have_counts_and_edges(store: Store) -> None:
    journey().write(store)
    found = neighbours(store, "item:vr:2024-04-10:6a")
    assert found.counts == {"Forum": 1, "Topic": 1, "Meeting": 1, "AgendaItem": 1, "Decision": 2}
    assert found.total == 6
    assert [node.id for node in found.nodes][:2] == [CHR, TUT]
    to_forum = next(edge for edge in found.edges if edge.type == "RECOMMENDS")
    assert (to_forum.from_id, to_forum.to_id, to_forum.basis) == ("item:vr:2024-04-10:6a", CHR, "stated")
    assert to_forum.sources[0].page == 3
    followed = next(edge for edge in found.edges if edge.type == "FOLLOWED_BY" and edge.to_id == "item:vr:2024-04-10:6a")
    assert (followed.basis, followed.properties["days"]) == ("inferred", 26)
    among = [edge for edge in found.edges if "item:vr:2024-04-10:6a" not in (edge.from_id, edge.to_id)]
    assert {(edge.type, edge.to_id) for edge in among} >= {("PETITIONS", CHR)}


def test_neighbours_come_in_pages_and_by_type(store: Store) -> None:
    journey().write(store)
    every = neighbours(store, REGION)
    assert every.counts == {"Decision": 1}
    chosen = neighbours(store, VR, types=["Meeting"], limit=1, offset=1)
    assert [node.id for node in chosen.nodes] == ["meeting:vr:2023-05-10"]
    assert (chosen.total, chosen.counts["Meeting"]) == (2, 2)
    assert [edge.type for edge in chosen.edges] == ["MEETING_OF"]
    assert neighbours(store, VR, types=["Nonsense"]).nodes == []
    alone = neighbours(store, "item:vr:2024-04-10:6a", between=False)
    assert all("item:vr:2024-04-10:6a" in (edge.from_id, edge.to_id) for edge in alone.edges)


def test_document_marks_passages_with_their_facts(store: Store) -> None:
    graph = journey()
    record = {"unread": [{"text": "??", "why": "oklart", "span": [500, 502]}]}
    graph.document(
        "e5",
        "anteckningar.txt",
        pages=None,
        text="0123456789" * 60,
        layout=json.dumps({"blocks": [], "marks": [], "pageStarts": [0]}),
        record=json.dumps(record),
        path="/hemligt/anteckningar.txt",
        ledger="{}",
        nodes=["meeting:vr:2024-04-10", "official:greta-ahl", "item:vr:2024-04-10:6a"],
        title="Anteckningar",
    )
    words = graph.passage("document:e5", 20, "0123456789", section="Punkt 6")
    graph.fact("official:greta-ahl", "PRESENTED", "item:vr:2024-04-10:6a", "document:e5", words, role="talare")
    graph.fact("meeting:vr:2024-04-10", "RECORDED_IN", "document:e5", "document:e5", graph.passage("document:e5", 0, "0123"))
    graph.write(store)
    view = document(store, "document:e5")
    assert view.text[view.marks[1].start : view.marks[1].end] == "0123456789"
    assert [(mark.start, [fact.type for fact in mark.facts]) for mark in view.marks] == [
        (0, ["RECORDED_IN"]),
        (20, ["PRESENTED"]),
    ]
    assert view.marks[1].page is None  # a format without pages
    presented = view.marks[1].facts[0]
    assert (presented.from_.name, presented.to.id) == ("Greta Åhl", "item:vr:2024-04-10:6a")
    assert presented.properties == {"role": "talare"}
    assert [one.id for one in view.meetings] == ["meeting:vr:2024-04-10"]
    assert view.unread[0].why == "oklart"
    assert view.layout["pageStarts"] == [0]
    assert view.properties == {"file": "anteckningar.txt", "kind": "minutes", "title": "Anteckningar"}
