"""The network view: pyvis without its holes, the same drawing every time, names that do not cover each other."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re

import pytest

from api.network_view import MAX_NODES, Network, NetworkEdge, NetworkNode, bundled, draw_network, limited, radial_positions
from api.texts import Language, Texts

TEXTS = Texts(Language.SWEDISH)
HOSTILE = '</script><script>alert(1)</script><img src="https://evil.example/x" onerror=alert(2)> href=javascript:alert(3) å'


def star(count: int, name: str = "Person") -> Network:
    nodes = [NetworkNode("topic:x", "Topic", "Ärendet")]
    nodes += [NetworkNode(f"official:{n:03}", "Official", f"{name} {n}") for n in range(count)]
    edges = [NetworkEdge(node.id, "PRESENTED", "topic:x") for node in nodes[1:]]
    return limited(nodes, edges, "topic:x")


def scripts(page: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def graph_data(page: str, name: str) -> list[dict[str, object]]:
    found = re.search(rf"{name} = new vis\.DataSet\((.*?)\);\n", page)
    assert found
    data: list[dict[str, object]] = json.loads(found[1])
    return data


@pytest.mark.parametrize("embedded", [True, False])
def test_the_page_is_whole_and_asks_nobody(embedded: bool) -> None:
    page, policy = draw_network(star(12), TEXTS, embedded=embedded)
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    assert "<title>Nätverk kring Ärendet</title>" in page
    assert page.count("<h1") == 1
    assert not re.search(r"<(?:script|img|iframe|link)[^>]*\b(?:src|href)=", page)
    assert "bootstrap" not in page
    assert "cdnjs" not in page
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy.partition("style-src")[0]
    assert page.encode("utf-8").decode("utf-8") == page


def test_the_policy_names_every_script_of_the_page_and_no_other() -> None:
    page, policy = draw_network(star(3), TEXTS, embedded=True)
    digests = {base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in scripts(page)}
    assert digests == set(re.findall(r"'sha256-([^']+)'", policy))
    assert f'content="{policy}"'.replace("'", "&#x27;") in page


@pytest.mark.parametrize("embedded", [True, False])
def test_hostile_names_stay_names(embedded: bool) -> None:
    plain, _ = draw_network(star(3), TEXTS, embedded=embedded)
    nodes = (NetworkNode("topic:x", "Topic", HOSTILE), NetworkNode(f"official:{HOSTILE}", HOSTILE, HOSTILE))
    edges = (NetworkEdge(nodes[1].id, HOSTILE, "topic:x"),)
    page, _ = draw_network(Network("topic:x", nodes, edges, 2), TEXTS, embedded=embedded)
    assert len(scripts(page)) == len(scripts(plain))
    assert "<img" not in page
    assert "popup.innerHTML" not in page  # what pyvis writes when a title holds "href"
    drawn = graph_data(page, "nodes")
    assert drawn[0]["hint"] == f"Ärende: {HOSTILE}"
    assert drawn[1]["id"] == f"official:{HOSTILE}"


def test_the_same_network_is_drawn_the_same_whatever_the_order() -> None:
    network = star(40)
    shuffled_nodes, shuffled_edges = list(network.nodes), list(network.edges)
    random.Random(3).shuffle(shuffled_nodes)
    random.Random(4).shuffle(shuffled_edges)
    other = Network(network.centre, tuple(shuffled_nodes), tuple(shuffled_edges), network.total)
    boxes = {node.id: (110.0, 40.0) for node in network.nodes}
    assert radial_positions(network, boxes) == radial_positions(other, boxes)
    assert radial_positions(network, boxes)["topic:x"] == (0.0, 0.0)


@pytest.mark.parametrize("count", [1, 5, 20, 59])
def test_names_do_not_cover_each_other(count: int) -> None:
    network = star(count)
    boxes = {node.id: (90.0 + 7 * (index % 9), 36.0 + 8 * (index % 3)) for index, node in enumerate(network.nodes)}
    places = radial_positions(network, boxes)
    ids = sorted(places)
    for i, a in enumerate(ids):
        for b in ids[i + 1 :]:
            apart_x = abs(places[a][0] - places[b][0]) >= (boxes[a][0] + boxes[b][0]) / 2
            apart_y = abs(places[a][1] - places[b][1]) >= (boxes[a][1] + boxes[b][1]) / 2
            assert apart_x or apart_y, (a, b)


def test_too_many_are_capped_and_counted() -> None:
    network = star(125)
    assert (len(network.nodes), network.total) == (MAX_NODES, 126)
    assert network.nodes[0].id == "topic:x"
    page, _ = draw_network(network, TEXTS, embedded=True)
    assert "Visar 60 av 126" in page
    assert len(graph_data(page, "nodes")) == MAX_NODES
    assert all(edge["from"] in {node.id for node in network.nodes} for edge in graph_data(page, "edges"))


def test_several_relations_between_two_share_an_arrow_in_plain_words() -> None:
    nodes = (NetworkNode("forum:a", "Forum", "A"), NetworkNode("decision:b", "Decision", "B"))
    edges = (
        NetworkEdge("decision:b", "RECOMMENDS", "forum:a"),
        NetworkEdge("decision:b", "PETITIONS", "forum:a"),
        NetworkEdge("forum:a", "MADE", "decision:b"),
    )
    page, _ = draw_network(Network("forum:a", nodes, edges, 2), TEXTS, embedded=True)
    drawn = {(edge["from"], edge["to"]): edge["label"] for edge in graph_data(page, "edges")}
    assert drawn == {("decision:b", "forum:a"): "tillskriver, rekommenderar", ("forum:a", "decision:b"): "beslutade"}


def test_what_was_concluded_is_dashed() -> None:
    nodes = (NetworkNode("item:a", "AgendaItem", "A"), NetworkNode("item:b", "AgendaItem", "B"))
    for inferred in (True, False):
        edges = (NetworkEdge("item:a", "FOLLOWED_BY", "item:b", inferred),)
        page, _ = draw_network(Network("item:a", nodes, edges, 2), TEXTS, embedded=True)
        assert bool(graph_data(page, "edges")[0]["dashes"]) is inferred


def test_the_many_of_an_item_are_one_sign() -> None:
    places = [f"municipality:{number}" for number in range(7)]
    nodes = [NetworkNode("municipality:0", "Municipality", "Ett"), NetworkNode("item:a", "AgendaItem", "A")]
    nodes += [NetworkNode("item:b", "AgendaItem", "B"), NetworkNode("topic:x", "Topic", "X")]
    nodes += [NetworkNode(place, "Municipality", place) for place in places[1:]]
    edges = [NetworkEdge(item, "RECOMMENDS", place) for item in ("item:a", "item:b") for place in places]
    edges.append(NetworkEdge("item:a", "CONCERNS", "topic:x"))
    kept, arrows = bundled(nodes, edges, "municipality:0")
    (sign,) = [node for node in kept if node.members]
    assert sign.members == tuple(places[1:])
    assert {node.id for node in kept} == {"municipality:0", "item:a", "item:b", "topic:x", sign.id}
    assert {(edge.source, edge.target) for edge in arrows} == {
        ("item:a", "municipality:0"), ("item:b", "municipality:0"), ("item:a", sign.id), ("item:b", sign.id), ("item:a", "topic:x"),
    }  # fmt: skip
    page, _ = draw_network(limited(kept, arrows, "municipality:0"), TEXTS, embedded=True)
    assert "6 kommuner" in page


def test_few_and_what_the_middle_is_tied_to_stay_apart() -> None:
    nodes = [NetworkNode("item:a", "AgendaItem", "A"), NetworkNode("meeting:m", "Meeting", "M")]
    nodes += [NetworkNode(f"municipality:{number}", "Municipality", str(number)) for number in range(9)]
    edges = [NetworkEdge("item:a", "RECOMMENDS", node.id) for node in nodes[2:]]
    edges += [NetworkEdge(node.id, "ATTENDANCE", "meeting:m") for node in nodes[2:6]]
    assert bundled(nodes, edges, "item:a") == (nodes, edges)
