"""Documents into a store and out of it, in portable Cypher.

The graph in a store is a function of the set of its documents (and the lexicon): whatever order they came in, whatever was
there before and has been taken out, the same set gives the same nodes and relationships. `settle` brings a store from one set
to another. It resolves all mentions anew, and writes only what that changes.

A document's own statements are relationships with its id in `document`; its nodes are listed in `Document.nodes`, so taking it
out starts from these and never reads the relationships of the others. A transaction holds whole documents only.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from graph.asked import asked_json
from graph.building import SHARED, DocumentGraph, Properties, build_graph, merge_tellings
from graph.chain_writing import write_chains
from graph.identifiers import document_id
from graph.lexicon import Lexicon
from graph.meta import Meta, judgements_digest, read_meta, remember
from graph.record import Record
from graph.resolution.ledger import Ledger, build_ledger
from graph.resolution.model import Judgement, Resolution
from graph.resolution.resolve import resolve
from graph.schema import Label
from graph.statements import chunks, label_in, orphan_statements, run_each, take_out_statements, write_statements
from graph.stores.store import Row, Store, Transaction

DOCUMENTS_PER_TRANSACTION: Final = 50
"""A transaction copies what it touches (docs/cypher.md): one for each document costs more the larger the store is."""
_TOPICS_PER_TRANSACTION: Final = 300

ENTITIES: Final = (Label.FORUM, Label.MUNICIPALITY, Label.ORGANISATION, Label.OFFICIAL, Label.TOPIC, Label.REPORT)


@dataclass(frozen=True)
class Incoming:
    """A document to be written. `layout`, `path`, `paths` and `read_with` as in `build_graph`."""

    record: Record
    text: str
    layout: Mapping[str, Any]
    path: str
    paths: tuple[str, ...] = ()
    read_with: str = ""

    @property
    def id(self) -> str:
        return document_id(self.record.document.sha256)

    @cached_property
    def ledger(self) -> Ledger:
        return build_ledger(self.record, self.text)

    def build(self, resolution: Resolution) -> DocumentGraph:
        return build_graph(
            self.record,
            self.text,
            self.layout,
            self.path,
            resolution,
            paths=self.paths,
            read_with=self.read_with,
            ledger=self.ledger,
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What `settle` did: documents written anew or for the first time, built again, and taken out; doubtful pairs are open."""

    written: int
    rebuilt: int
    removed: int
    resolution: Resolution


Progress = Callable[[int, int], None]
"""Called with how many documents are in, and of how many."""


def settle(
    store: Store,
    lexicon: Lexicon,
    *,
    incoming: Sequence[Incoming] = (),
    leaving: Iterable[str] = (),
    judgements: Sequence[Judgement] = (),
    meta: Meta | None = None,
    progress: Progress | None = None,
) -> Settled:
    """Take the documents `leaving` (ids) out, write those `incoming` (replacing what has the same id), and bring everything
    that depends on other documents up to date.

    `meta` is what the store is to remember of lexicon and reader version. A document is in whole or not at all, whatever
    happens on the way; after a crash the next call repairs what spans documents. Raises StoreError.
    """
    return _Settling(store, lexicon, incoming, frozenset(leaving), judgements, meta or read_meta(store), progress).run()


_Tellings = list[tuple[Label, int, Properties]]
"""What one document tells of meetings, items and decisions: label, rank, properties."""


def _tellings(graph: DocumentGraph) -> _Tellings:
    return [(label, graph.ranks[node["id"]], node) for label in SHARED for node in graph.nodes.get(label, ())]


@dataclass
class _Batch:
    """Documents that share a transaction: those taken out first, then those written."""

    out: list[str] = field(default_factory=list)
    write: list[str] = field(default_factory=list)


class _Settling:
    def __init__(
        self,
        store: Store,
        lexicon: Lexicon,
        incoming: Sequence[Incoming],
        leaving: frozenset[str],
        judgements: Sequence[Judgement],
        meta: Meta,
        progress: Progress | None,
    ) -> None:
        self._store = store
        self._meta = meta
        self._before = read_meta(store)
        self._progress = progress
        self._incoming = {document.id: document for document in incoming}
        rows = store.read("MATCH (d:Document) RETURN d.id AS id, d.resolution AS resolution, d.ledger AS ledger")
        self._stored = {row["id"]: row["resolution"] for row in rows}
        self._leaving = {id_ for id_ in leaving if id_ in self._stored and id_ not in self._incoming}
        ledgers = {row["id"]: Ledger.from_json(row["ledger"]) for row in rows if row["id"] not in self._leaving}
        ledgers |= {id_: document.ledger for id_, document in self._incoming.items()}
        self._kinds = {id_: ledger.kind for id_, ledger in ledgers.items()}
        self._resolution = resolve(ledgers.values(), lexicon, judgements)
        self._asked = asked_json(self._resolution)
        self._judged = judgements_digest(judgements)
        self._touched: set[str] = set()
        self._written_entities: set[str] = set()
        self._tellings: dict[str, _Tellings] = {}
        self._version = self._before.version

    def run(self) -> Settled:
        rebuilt = [
            id_
            for id_ in sorted(self._stored)
            if id_ not in self._leaving and id_ not in self._incoming and self._resolution.signature(id_) != self._stored[id_]
        ]
        batches = self._batches(rebuilt)
        stale = self._stale_entities()
        total, done = len(self._incoming), 0
        for i, batch in enumerate(batches):
            with self._store.write() as transaction:
                self._apply(transaction, batch)
                last = i == len(batches) - 1
                if last and len(batches) == 1:
                    self._finish(transaction, stale)
                self._remember(transaction, settled=last and len(batches) == 1)
            done += sum(id_ in self._incoming for id_ in batch.write)
            if self._progress:
                self._progress(done, total)
        if len(batches) != 1:
            self._finish_apart(stale, anything=bool(batches))
        return Settled(len(self._incoming), len(rebuilt), len(self._leaving), self._resolution)

    def _batches(self, rebuilt: Sequence[str]) -> list[_Batch]:
        """Removals first, then new documents, then those built again; each batch keeps the number of documents in bounds."""
        steps: list[tuple[bool, str]] = [(False, id_) for id_ in sorted(self._leaving)]
        steps += [(True, id_) for id_ in self._incoming]
        steps += [(True, id_) for id_ in rebuilt]
        batches: list[_Batch] = []
        for at in range(0, len(steps), DOCUMENTS_PER_TRANSACTION):
            batch = _Batch()
            for writes, id_ in steps[at : at + DOCUMENTS_PER_TRANSACTION]:
                if id_ in self._stored:
                    batch.out.append(id_)
                if writes:
                    batch.write.append(id_)
            batches.append(batch)
        return batches

    # --- one batch ---------------------------------------------------------------------------------------------------

    def _apply(self, transaction: Transaction, batch: _Batch) -> None:
        graphs = self._graphs(transaction, batch.write)
        old = self._listed_nodes(transaction, batch.out)
        self._take_out(transaction, batch.out, old)
        new = {id_ for graph in graphs for id_ in graph.own["nodes"]}
        self._touched |= {id_ for id_ in old | new if id_.startswith("topic:")}
        shared = self._shared(transaction, old | new, graphs, {*batch.out, *batch.write})
        for statement in write_statements(graphs, shared):
            transaction.run(statement.cypher, statement.parameters)
        self._written_entities |= new
        for statement in orphan_statements(old - new):
            transaction.run(statement.cypher, statement.parameters)
        items = sorted(id_ for id_ in old | new if id_.startswith("item:"))
        for row in run_each(
            transaction,
            "UNWIND $ids AS id MATCH (i:AgendaItem {id: id})-[:CONCERNS]->(t:Topic) RETURN DISTINCT t.id AS topic",
            items,
        ):
            self._touched.add(row["topic"])

    def _graphs(self, transaction: Transaction, documents: Sequence[str]) -> list[DocumentGraph]:
        fetched = self._fetch(transaction, [id_ for id_ in documents if id_ not in self._incoming])
        return [(self._incoming.get(id_) or fetched[id_]).build(self._resolution) for id_ in documents]

    def _fetch(self, transaction: Transaction, documents: Sequence[str]) -> dict[str, Incoming]:
        """Documents of the store as they were written, to be built again."""
        rows = run_each(
            transaction,
            "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.record AS record, d.text AS text, d.layout AS layout, "
            "d.path AS path, d.paths AS paths, d.readWith AS readWith",
            documents,
        )
        return {row["id"]: stored_document(row) for row in rows}

    def _listed_nodes(self, transaction: Transaction, documents: Sequence[str]) -> set[str]:
        rows = run_each(transaction, "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.nodes AS nodes", documents)
        return {id_ for row in rows for id_ in row["nodes"]}

    def _take_out(self, transaction: Transaction, documents: Sequence[str], nodes: set[str]) -> None:
        if not documents:
            return
        items = sorted(id_ for id_ in nodes if id_.startswith("item:"))
        rows = run_each(
            transaction,
            "UNWIND $ids AS id MATCH (i:AgendaItem {id: id})-[r:FOLLOWED_BY]-(:AgendaItem) RETURN DISTINCT r.topic AS topic",
            items,
        )
        self._touched |= {row["topic"] for row in rows}
        for statement in take_out_statements(documents, nodes):
            transaction.run(statement.cypher, statement.parameters)

    def _shared(
        self, transaction: Transaction, nodes: Iterable[str], graphs: Sequence[DocumentGraph], batch: set[str]
    ) -> dict[str, tuple[Label, Properties]]:
        """Meetings, items and decisions with what all their documents tell of them, merged."""
        tellings: dict[str, list[tuple[int, str, Properties]]] = defaultdict(list)
        labels: dict[str, Label] = {}
        wanted = [id_ for id_ in nodes if label_in(id_) in SHARED]
        for graph in graphs:
            self._tellings[graph.document] = _tellings(graph)
        told = {graph.document: self._tellings[graph.document] for graph in graphs}
        told |= self._other_tellings(transaction, wanted, batch)
        for document, of_document in sorted(told.items()):
            for label, rank, properties in of_document:
                labels[properties["id"]] = label
                tellings[properties["id"]].append((rank, document, properties))
        return {id_: (labels[id_], merge_tellings(tellings[id_])) for id_ in sorted(wanted) if id_ in tellings}

    def _other_tellings(self, transaction: Transaction, wanted: Sequence[str], batch: set[str]) -> dict[str, _Tellings]:
        by_label: dict[Label, list[str]] = defaultdict(list)
        for id_ in wanted:
            by_label[label_in(id_)].append(id_)
        patterns = {
            Label.MEETING: "(:Meeting {id: id})-[r:MEETING_OF]->(:Forum)",
            Label.AGENDA_ITEM: "(:AgendaItem {id: id})-[r:ON_AGENDA_OF]->(:Meeting)",
            Label.DECISION: "(:Decision {id: id})<-[r:LED_TO]-(:AgendaItem)",
        }
        found: set[str] = set()
        for label, ids in by_label.items():
            rows = run_each(transaction, f"UNWIND $ids AS id MATCH {patterns[label]} RETURN DISTINCT r.document AS document", ids)
            found |= {row["document"] for row in rows}
        others = sorted(found - batch)
        missing = [id_ for id_ in others if id_ not in self._tellings]
        for id_, document in self._fetch(transaction, missing).items():
            self._tellings[id_] = _tellings(document.build(self._resolution))
        return {id_: self._tellings[id_] for id_ in others if id_ in self._tellings}

    # --- what spans documents ----------------------------------------------------------------------------------------

    def _stale_entities(self) -> dict[str, Properties]:
        """Entities of the store whose properties are others now, though no document of theirs may have to be built again."""
        stale: dict[str, Properties] = {}
        for label in ENTITIES:
            for row in self._store.read(f"MATCH (n:{label}) RETURN n {{.*}} AS node"):
                entity = self._resolution.entities.get(row["node"]["id"])
                if entity is not None and _differ(row["node"], entity.properties):
                    stale[entity.id] = dict(entity.properties)
        return stale

    def _finish(self, transaction: Transaction, stale: Mapping[str, Properties]) -> None:
        self._update_entities(transaction, stale)
        if not self._before.settled:
            self._touched |= {row["id"] for row in transaction.run("MATCH (t:Topic) RETURN t.id AS id")}
        write_chains(transaction, sorted(self._touched), self._kinds)

    def _finish_apart(self, stale: Mapping[str, Properties], *, anything: bool) -> None:
        """The same in transactions of its own, after a long run."""
        changed = {id_: properties for id_, properties in stale.items() if id_ not in self._written_entities}
        meta_changed = (self._meta.lexicon, self._meta.reader_version) != (self._before.lexicon, self._before.reader_version)
        asked_changed = (self._asked, self._judged) != (self._before.asked, self._before.judged)
        if not anything and not changed and not meta_changed and not asked_changed and self._before.settled:
            return
        if not self._before.settled:
            self._touched |= {row["id"] for row in self._store.read("MATCH (t:Topic) RETURN t.id AS id")}
        topics = sorted(self._touched)
        for at in range(0, len(topics), _TOPICS_PER_TRANSACTION):
            with self._store.write() as transaction:
                write_chains(transaction, topics[at : at + _TOPICS_PER_TRANSACTION], self._kinds)
                self._remember(transaction, settled=False)
        with self._store.write() as transaction:
            self._update_entities(transaction, stale)
            self._remember(transaction, settled=True)

    def _update_entities(self, transaction: Transaction, stale: Mapping[str, Properties]) -> None:
        by_label: dict[Label, list[Properties]] = defaultdict(list)
        for id_, properties in sorted(stale.items()):
            if id_ not in self._written_entities:
                by_label[label_in(id_)].append(properties)
        for label, rows in by_label.items():
            cypher = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row"
            for chunk in chunks(rows):
                transaction.run(cypher, {"rows": chunk})

    def _remember(self, transaction: Transaction, *, settled: bool) -> None:
        """A version that each transaction raises, and what the next run must know."""
        self._version += 1
        remember(
            transaction,
            Meta(
                version=self._version,
                lexicon=self._meta.lexicon,
                reader_version=self._meta.reader_version,
                settled=settled,
                asked=self._asked,
                judged=self._judged,
                doubtful=len(self._resolution.doubtful),
            ),
        )


def stored_document(row: Row) -> Incoming:
    """A document from its node's `record`, `text`, `layout`, `path`, `paths` and `readWith`."""
    return Incoming(
        Record.model_validate_json(row["record"]),
        row["text"],
        json.loads(row["layout"]),
        row["path"],
        tuple(row["paths"] or ()),
        row["readWith"] or "",
    )


def _differ(stored: Mapping[str, Any], properties: Mapping[str, Any]) -> bool:
    kept = {key: value for key, value in stored.items() if value is not None}
    return kept != {key: (list(value) if isinstance(value, tuple) else value) for key, value in properties.items()}
