from __future__ import annotations

import pytest

from graph.load import settle
from graph.network import neighbourhood
from graph.schema import Label
from graph.stores import Store
from tests.graph.factories import Minutes, lexicon


@pytest.fixture
def filled(store: Store) -> Store:
    documents = []
    for date in ("2024-03-01", "2024-05-01"):
        minutes = Minutes("SAM", date).person("Eva Grönvik", "Almby").person("Nils Vretholm", "Björkö")
        minutes.item("4", "Hemgång", topics=["Hemgång"], decisions=[("recommend", "att rekommendera CHN att pröva", ["CHN"])])
        documents.append(minutes.build())
    settle(store, lexicon(), incoming=documents)
    return store


def test_what_stands_around_a_forum(filled: Store) -> None:
    cut = neighbourhood(filled, "forum:sam")
    assert cut.left_out == 0
    labels = {data["label"] for _, data in cut.network.nodes(data=True)}
    assert labels == {Label.FORUM, Label.MEETING, Label.DECISION}
    assert cut.network.nodes["forum:sam"] == {"label": Label.FORUM, "name": "Samverkansrådet", "distance": 0}
    assert cut.network.has_edge("meeting:sam:2024-03-01", "forum:sam", key="MEETING_OF")


def test_two_steps_count_documents_on_parallel_relationships(filled: Store) -> None:
    cut = neighbourhood(filled, "official:eva-gronvik", depth=2)
    assert cut.network.nodes["official:nils-vretholm"]["distance"] == 2
    represents = cut.network["official:eva-gronvik"]["municipality:9901"]["REPRESENTS"]
    assert len(represents["documents"]) == 2
    assert represents["basis"] == "stated"


def test_sources_only_when_asked_for(filled: Store) -> None:
    without, with_sources = (neighbourhood(filled, "topic:hemgang", sources=sources) for sources in (False, True))
    assert not any(data["label"] == Label.MENTION for _, data in without.network.nodes(data=True))
    assert any(data["label"] == Label.MENTION for _, data in with_sources.network.nodes(data=True))


def test_the_rim_is_cut_and_told(filled: Store) -> None:
    cut = neighbourhood(filled, "meeting:sam:2024-03-01", limit=3)
    assert cut.network.number_of_nodes() == 3
    assert cut.left_out > 0
    assert neighbourhood(filled, "meeting:sam:2024-03-01", limit=3).network.nodes == cut.network.nodes


def test_no_such_node_and_no_such_depth(filled: Store) -> None:
    assert neighbourhood(filled, "forum:none").network.number_of_nodes() == 0
    with pytest.raises(ValueError, match="depth"):
        neighbourhood(filled, "forum:sam", depth=9)
    with pytest.raises(ValueError, match="not the id"):
        neighbourhood(filled, "x")
