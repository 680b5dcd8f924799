"""Statements that write documents into a store and take them out, in portable Cypher. Pure but for `run_each`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from graph.building import SHARED, DocumentGraph, EdgeKind, Properties
from graph.identifiers import PREFIXES
from graph.schema import Label
from graph.stores.store import Row, Statement, Transaction

_ROWS_PER_STATEMENT: Final = 5000


def write_statements(graphs: Sequence[DocumentGraph], shared: Mapping[str, tuple[Label, Properties]]) -> list[Statement]:
    """Statements that write documents which are not in the store: nodes first, then relationships, batched by label and type.

    `shared` are the meetings, items and decisions with what all documents tell of them.
    """
    nodes: dict[Label, dict[str, Properties]] = {label: {} for label in Label}
    edges: dict[EdgeKind, list[dict[str, Any]]] = defaultdict(list)
    for id_, (label, properties) in shared.items():
        nodes[label][id_] = properties
    for graph in graphs:
        for label, rows in graph.nodes.items():
            if label not in SHARED:
                nodes[label].update((properties["id"], properties) for properties in rows)
        for kind, of_kind in graph.edges.items():
            edges[kind] += [{"source": e.start, "target": e.end, "properties": e.properties} for e in of_kind]
    statements = []
    for label, by_id in nodes.items():
        own = label in (Label.DOCUMENT, Label.PASSAGE, Label.MENTION)
        head = f"CREATE (n:{label})" if own else f"MERGE (n:{label} {{id: row.id}})"
        cypher = f"UNWIND $rows AS row {head} SET n = row"
        statements += [Statement(cypher, {"rows": chunk}) for chunk in chunks(list(by_id.values()))]
    for (start, type_, end), rows in sorted(edges.items()):
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}}) MATCH (b:{end} {{id: row.target}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties"
        )
        statements += [Statement(cypher, {"rows": chunk}) for chunk in chunks(rows)]
    return statements


_OWN_SIDE: Final[Mapping[Label, str]] = {
    # From the side that has few relationships: a busy forum's or official's are never gone through.
    Label.MEETING: "(n:Meeting {id: id})-[r]-()",
    Label.AGENDA_ITEM: "(n:AgendaItem {id: id})-[r]-()",
    Label.DECISION: "(n:Decision {id: id})-[r]-()",
    Label.OFFICIAL: "(n:Official {id: id})-[r:REPRESENTS]->()",
    Label.ORGANISATION: "(n:Organisation {id: id})-[r:PART_OF]->()",
    Label.MUNICIPALITY: "(n:Municipality {id: id})-[r:PART_OF]->()",
    Label.FORUM: "(n:Forum {id: id})-[r:PART_OF]->()",
    Label.REPORT: "(n:Report {id: id})-[r:CONCERNS]->()",
    Label.TOPIC: "(n:Topic {id: id})-[r:PART_OF]->()",
}


def take_out_statements(documents: Sequence[str], nodes: Iterable[str]) -> list[Statement]:
    """Statements that take documents out: their relationships, passages, mentions and themselves.

    `nodes` are the ids in their `Document.nodes`. What other documents tell of too stays; what is left without any relationship is
    for `orphan_statements`. Chains (FOLLOWED_BY) through their items go as well, and are to be built again.
    """
    by_label: dict[Label, list[str]] = defaultdict(list)
    for id_ in sorted(nodes):
        by_label[label_in(id_)].append(id_)
    statements = [
        Statement(
            "UNWIND $ids AS id MATCH (n:AgendaItem {id: id})-[r:FOLLOWED_BY]-() DELETE r", {"ids": by_label[Label.AGENDA_ITEM]}
        )
    ]
    for label, pattern in _OWN_SIDE.items():
        cypher = f"UNWIND $ids AS id MATCH {pattern} WHERE r.document IN $documents DELETE r"
        statements += [
            Statement(cypher, {"ids": chunk, "documents": list(documents)}) for chunk in chunks(by_label.get(label, []))
        ]
    of_document = "UNWIND $ids AS id MATCH (d:Document {id: id})"
    ids = {"ids": list(documents)}
    return [
        *statements,
        Statement(f"{of_document}<-[:PASSAGE_OF]-(:Passage)<-[:MENTIONED_IN]-(m:Mention) DETACH DELETE m", ids),
        Statement(f"{of_document}<-[:PASSAGE_OF]-(p:Passage) DETACH DELETE p", ids),
        Statement(f"{of_document} DETACH DELETE d", ids),
    ]


def orphan_statements(nodes: Iterable[str]) -> list[Statement]:
    """Statements that delete those of the nodes (ids) that have no relationship left."""
    by_label: dict[Label, list[str]] = defaultdict(list)
    for id_ in sorted(nodes):
        by_label[label_in(id_)].append(id_)
    return [
        Statement(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n", {"ids": chunk})
        for label, ids in by_label.items()
        for chunk in chunks(ids)
    ]


def run_each(transaction: Transaction, cypher: str, ids: Sequence[str]) -> Iterator[Row]:
    """Rows of a statement that unwinds `$ids`, in pieces; none for no ids."""
    for chunk in chunks(list(ids)):
        yield from transaction.run(cypher, {"ids": chunk})


def chunks(rows: list[Any]) -> Iterator[list[Any]]:
    """Rows for one statement after the other, so many at most."""
    for at in range(0, len(rows), _ROWS_PER_STATEMENT):
        yield rows[at : at + _ROWS_PER_STATEMENT]


def label_in(id_: str) -> Label:
    """The label that an id of the graph begins with."""
    return PREFIXES[id_.partition(":")[0]]
