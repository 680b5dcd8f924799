"""A neighbourhood of the graph as a networkx graph: what stands around one node, for pictures and analyses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import networkx as nx

from graph.schema import Label
from graph.stores.store import Row, Statement, Store

MAX_DEPTH: Final = 3
_SOURCES: Final = frozenset({Label.PASSAGE, Label.MENTION, Label.DOCUMENT})
"""Where things are said, not what is said: left out unless asked for."""

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, slots=True)
class Cut:
    """A neighbourhood. `network` has node attributes `label`, `name`, `distance` and edge attributes `type`, `basis`, `documents`
    (how many say so), `properties` (of the first); `left_out` is how many nodes at the rim were left out for `limit`."""

    network: Network
    centre: str
    left_out: int


def neighbourhood(store: Store, centre: str, *, depth: int = 1, limit: int = 150, sources: bool = False) -> Cut:
    """Everything within `depth` steps of the node with that id, at most `limit` nodes.

    Nearer nodes come first, and among them those that more relationships lead to. Parallel relationships of one type, from
    several documents, are one edge that counts them. `sources` takes in documents, passages and mentions. An id that is not in
    the store gives an empty network. Raises ValueError for a depth out of 1 to MAX_DEPTH, StoreError as the store does.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise ValueError(f"depth {depth} is not within 1 to {MAX_DEPTH}")
    network: Network = nx.MultiDiGraph()
    found = store.read(*_parts(node_statement(centre)))
    if not found:
        return Cut(network, centre, 0)
    _add_node(network, found[0], 0)
    rim, left_out = [centre], 0
    for distance in range(1, depth + 1):
        rows = [row for row in store.read(*_parts(steps_statement(rim))) if sources or not _is_source(row["labels"])]
        weights: dict[str, int] = {}
        for row in rows:
            weights[row["id"]] = weights.get(row["id"], 0) + 1
        fresh = sorted((id_ for id_ in weights if id_ not in network), key=lambda id_: (-weights[id_], id_))
        room = max(0, limit - network.number_of_nodes())
        taken = set(fresh[:room])
        left_out += len(fresh) - len(taken)
        for row in rows:
            if row["id"] in taken and row["id"] not in network:
                _add_node(network, row, distance)
        rim = sorted(taken)
        if not rim:
            break
    _add_edges(network, store.read(*_parts(edges_statement(list(network)))), sources=sources)
    return Cut(network, centre, left_out)


def node_statement(id_: str) -> Statement:
    """The node with an id: rows of `id`, `name`, `labels`."""
    return Statement(f"MATCH (n:{_label(id_)} {{id: $id}}) RETURN n.id AS id, n.name AS name, labels(n) AS labels", {"id": id_})


def steps_statement(ids: Iterable[str]) -> Statement:
    """The neighbours of nodes: one row for each relationship, with the neighbour's `id`, `name`, `labels`."""
    return Statement(
        _union("MATCH (a:{label} {{id: id}})--(n) RETURN n.id AS id, n.name AS name, labels(n) AS labels", ids), _by_label(ids)
    )


def edges_statement(ids: Iterable[str]) -> Statement:
    """The relationships from the nodes: `source`, `target`, `type`, `properties`."""
    pattern = "MATCH (a:{label} {{id: id}})-[r]->(n) RETURN a.id AS source, n.id AS target, type(r) AS type, properties(r) AS properties"
    return Statement(_union(pattern, ids), _by_label(ids))


def _parts(statement: Statement) -> tuple[str, Mapping[str, Any]]:
    return statement.cypher, statement.parameters


def _union(pattern: str, ids: Iterable[str]) -> str:
    """One part for each label, so that each look-up uses its index."""
    labels = sorted({_label(id_) for id_ in ids})
    return " UNION ALL ".join(f"UNWIND $of{label} AS id " + pattern.format(label=label) for label in labels)


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for id_ in sorted(ids):
        grouped.setdefault(f"of{_label(id_)}", []).append(id_)
    return grouped


def _add_node(network: Network, row: Row, distance: int) -> None:
    label = next((name for name in row["labels"] if name in Label.__members__.values()), row["labels"][0])
    network.add_node(row["id"], label=label, name=row["name"], distance=distance)


def _add_edges(network: Network, rows: Iterable[Row], *, sources: bool) -> None:
    for row in sorted(rows, key=lambda r: (r["source"], r["target"], r["type"], str(r["properties"].get("document")))):
        source, target, type_ = row["source"], row["target"], row["type"]
        if source not in network or target not in network:
            continue
        if network.has_edge(source, target, key=type_):
            network[source][target][type_]["documents"].add(row["properties"].get("document"))
            continue
        properties = {key: value for key, value in row["properties"].items() if key != "type"}
        network.add_edge(
            source,
            target,
            key=type_,
            type=type_,
            basis=properties.get("basis"),
            documents={properties.get("document")},
            properties=properties,
        )


def _is_source(labels: Iterable[str]) -> bool:
    return any(label in _SOURCES for label in labels)


def _label(id_: str) -> str:
    """The label that an id's first part stands for. Raises ValueError for an id that no node can have."""
    kind = id_.partition(":")[0]
    for label in Label:
        if label.lower() == kind or (kind == "item" and label is Label.AGENDA_ITEM):
            return label
    raise ValueError(f"{id_} is not the id of a node")
