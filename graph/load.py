"""Documents into a store and out of it, in portable Cypher.

The graph in a store is a function of the set of its documents (and the lexicon): whatever order they came in, whatever was
there before and has been taken out, the same set gives the same nodes and relationships. `settle` brings a store from one set
to another. It resolves all mentions anew, and writes only what that changes.

A document's own statements are relationships with its id in `document`; its nodes are listed in `Document.nodes`, so taking it
out starts from these and never reads the relationships of the others. A transaction holds whole documents only.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from graph.asked import asked_json
from graph.building import SHARED, DocumentGraph, EdgeKind, Properties, build_graph, merge_tellings
from graph.chains import Hop, Sending, Step, build_chain
from graph.identifiers import PREFIXES, document_id
from graph.lexicon import Lexicon
from graph.record import DocumentKind, Record
from graph.resolution.ledger import Ledger, build_ledger
from graph.resolution.model import Judgement, Resolution
from graph.resolution.resolve import resolve
from graph.schema import Label
from graph.stores.store import Row, Statement, Store, Transaction

DOCUMENTS_PER_TRANSACTION: Final = 50
"""A transaction copies what it touches (docs/cypher.md): one for each document costs more the larger the store is."""
_TOPICS_PER_TRANSACTION: Final = 300
_ROWS_PER_STATEMENT: Final = 5000

ENTITIES: Final = (Label.FORUM, Label.MUNICIPALITY, Label.ORGANISATION, Label.OFFICIAL, Label.TOPIC, Label.REPORT)
_SENDING: Final = "RECOMMENDS|ASSIGNS|PETITIONS|REFERRED_TO|REPORTS_BACK_TO"


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


@dataclass(frozen=True, slots=True)
class Meta:
    """What a store knows of itself. `lexicon` are the user's lexicon files, (name, text), in the order they were given."""

    version: int = 0
    lexicon: tuple[tuple[str, str], ...] = ()
    reader_version: str = ""
    settled: bool = True
    asked: str = ""
    """Pairs of names that a person can judge (graph.asked), as JSON."""
    judged: str = ""
    """Digest of the judgements by people that are in effect."""
    doubtful: int = 0
    """Pairs of names that may be one and were left apart, when the store was last settled."""


Progress = Callable[[int, int], None]
"""Called with how many documents are in, and of how many."""


def read_meta(store: Store) -> Meta:
    """The store's own node; of an empty store, the defaults."""
    rows = store.read(
        "MATCH (s:Store {id: 'store'}) RETURN s.version AS version, s.lexicon AS lexicon, s.readerVersion AS reader, s.settled AS settled, "
        "s.doubtful AS doubtful, s.asked AS asked, s.judged AS judged"
    )
    if not rows:
        return Meta()
    row = rows[0]
    lexicon = tuple((name, text) for name, text in json.loads(row["lexicon"] or "[]"))
    return Meta(
        version=row["version"] or 0,
        lexicon=lexicon,
        reader_version=row["reader"] or "",
        settled=row["settled"] is not False,
        asked=row["asked"] or "",
        judged=row["judged"] or "",
        doubtful=row["doubtful"] or 0,
    )


def judgements_digest(judgements: Sequence[Judgement]) -> str:
    """Tells one set of judgements from another; empty for none."""
    return hashlib.sha256(repr(list(judgements)).encode()).hexdigest()[:16] if judgements else ""


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
        for row in _run(
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
        rows = _run(
            transaction,
            "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.record AS record, d.text AS text, d.layout AS layout, "
            "d.path AS path, d.paths AS paths, d.readWith AS readWith",
            documents,
        )
        return {row["id"]: stored_document(row) for row in rows}

    def _listed_nodes(self, transaction: Transaction, documents: Sequence[str]) -> set[str]:
        rows = _run(transaction, "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.nodes AS nodes", documents)
        return {id_ for row in rows for id_ in row["nodes"]}

    def _take_out(self, transaction: Transaction, documents: Sequence[str], nodes: set[str]) -> None:
        if not documents:
            return
        items = sorted(id_ for id_ in nodes if id_.startswith("item:"))
        rows = _run(
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
        wanted = [id_ for id_ in nodes if _label(id_) in SHARED]
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
            by_label[_label(id_)].append(id_)
        patterns = {
            Label.MEETING: "(:Meeting {id: id})-[r:MEETING_OF]->(:Forum)",
            Label.AGENDA_ITEM: "(:AgendaItem {id: id})-[r:ON_AGENDA_OF]->(:Meeting)",
            Label.DECISION: "(:Decision {id: id})<-[r:LED_TO]-(:AgendaItem)",
        }
        found: set[str] = set()
        for label, ids in by_label.items():
            rows = _run(transaction, f"UNWIND $ids AS id MATCH {patterns[label]} RETURN DISTINCT r.document AS document", ids)
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
        self._chain(transaction, sorted(self._touched))

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
                self._chain(transaction, topics[at : at + _TOPICS_PER_TRANSACTION])
                self._remember(transaction, settled=False)
        with self._store.write() as transaction:
            self._update_entities(transaction, stale)
            self._remember(transaction, settled=True)

    def _update_entities(self, transaction: Transaction, stale: Mapping[str, Properties]) -> None:
        by_label: dict[Label, list[Properties]] = defaultdict(list)
        for id_, properties in sorted(stale.items()):
            if id_ not in self._written_entities:
                by_label[_label(id_)].append(properties)
        for label, rows in by_label.items():
            cypher = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row"
            for chunk in _chunks(rows):
                transaction.run(cypher, {"rows": chunk})

    def _chain(self, transaction: Transaction, topics: Sequence[str]) -> None:
        """FOLLOWED_BY of these topics as it should be: only what differs is deleted or created."""
        steps = self._steps(transaction, topics)
        items = sorted({step.item for of_topic in steps.values() for step in of_topic})
        sendings: dict[str, list[Sending]] = defaultdict(list)
        for sending in _sendings(transaction, items):
            sendings[sending.item].append(sending)
        wanted: set[Hop] = set()
        for topic in topics:
            said = [s for step in steps.get(topic, ()) for s in sendings.get(step.item, ())]
            wanted |= set(build_chain(topic, steps.get(topic, ()), set(said)))
        present = _hops(transaction, items, topics)
        gone = [{"earlier": h.earlier, "later": h.later, "topic": h.topic} for h in sorted(present - wanted, key=_hop_order)]
        for chunk in _chunks(gone):
            transaction.run(
                "UNWIND $rows AS row MATCH (a:AgendaItem {id: row.earlier})-[r:FOLLOWED_BY]->(b:AgendaItem {id: row.later}) "
                "WHERE r.topic = row.topic DELETE r",
                {"rows": chunk},
            )
        fresh = [
            {
                "earlier": h.earlier,
                "later": h.later,
                "properties": {
                    "topic": h.topic,
                    "days": h.days,
                    "basis": h.basis,
                    "document": h.document,
                    "passages": list(h.passages),
                },
            }
            for h in sorted(wanted - present, key=_hop_order)
        ]
        for chunk in _chunks(fresh):
            transaction.run(
                "UNWIND $rows AS row MATCH (a:AgendaItem {id: row.earlier}) MATCH (b:AgendaItem {id: row.later}) "
                "CREATE (a)-[r:FOLLOWED_BY]->(b) SET r = row.properties",
                {"rows": chunk},
            )

    def _steps(self, transaction: Transaction, topics: Sequence[str]) -> dict[str, list[Step]]:
        rows = _run(
            transaction,
            "UNWIND $ids AS id MATCH (t:Topic {id: id})<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting) "
            "RETURN t.id AS topic, i.id AS item, i.name AS title, i.position AS position, m.id AS meeting, m.date AS date, m.forum AS forum, "
            "c.document AS document, c.passages AS passages",
            topics,
        )
        steps: dict[str, list[Step]] = defaultdict(list)
        for row in rows:
            rank = 0 if self._kinds.get(row["document"]) is DocumentKind.MINUTES else 1
            step = Step(
                row["item"],
                row["position"] or 0,
                row["meeting"],
                row["forum"],
                row["date"],
                row["document"],
                rank,
                tuple(row["passages"]),
                row["title"] or "",
            )
            steps[row["topic"]].append(step)
        return steps

    def _remember(self, transaction: Transaction, *, settled: bool) -> None:
        """The store's own node: a version that each transaction raises, and what the next run must know."""
        self._version += 1
        transaction.run(
            "MERGE (s:Store {id: 'store'}) SET s.name = 'store', s.version = $version, s.lexicon = $lexicon, s.readerVersion = $reader, "
            "s.settled = $settled, s.doubtful = $doubtful, s.asked = $asked, s.judged = $judged",
            {
                "version": self._version,
                "lexicon": json.dumps([list(pair) for pair in self._meta.lexicon], ensure_ascii=False),
                "reader": self._meta.reader_version,
                "settled": settled,
                "doubtful": len(self._resolution.doubtful),
                "asked": self._asked,
                "judged": self._judged,
            },
        )


# --- statements ----------------------------------------------------------------------------------------------------------


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
        statements += [Statement(cypher, {"rows": chunk}) for chunk in _chunks(list(by_id.values()))]
    for (start, type_, end), rows in sorted(edges.items()):
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}}) MATCH (b:{end} {{id: row.target}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties"
        )
        statements += [Statement(cypher, {"rows": chunk}) for chunk in _chunks(rows)]
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
        by_label[_label(id_)].append(id_)
    statements = [
        Statement(
            "UNWIND $ids AS id MATCH (n:AgendaItem {id: id})-[r:FOLLOWED_BY]-() DELETE r", {"ids": by_label[Label.AGENDA_ITEM]}
        )
    ]
    for label, pattern in _OWN_SIDE.items():
        cypher = f"UNWIND $ids AS id MATCH {pattern} WHERE r.document IN $documents DELETE r"
        statements += [
            Statement(cypher, {"ids": chunk, "documents": list(documents)}) for chunk in _chunks(by_label.get(label, []))
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
        by_label[_label(id_)].append(id_)
    return [
        Statement(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n", {"ids": chunk})
        for label, ids in by_label.items()
        for chunk in _chunks(ids)
    ]


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


def _sendings(transaction: Transaction, items: Sequence[str]) -> Iterator[Sending]:
    returned = (
        "RETURN i.id AS item, labels(f) AS labels, f.id AS id, f.forum AS forum, f.date AS date, r.due AS due, "
        "r.passages AS passages, r.actorId AS actor"
    )
    for pattern, back in (
        (f"(i:AgendaItem {{id: id}})-[r:{_SENDING}]->(f)", False),
        (f"(i:AgendaItem {{id: id}})-[:LED_TO]->(:Decision)-[r:{_SENDING}]->(f)", False),
        ("(i:AgendaItem {id: id})-[r:RAISED_BY]->(f)", True),
    ):
        for row in _run(transaction, f"UNWIND $ids AS id MATCH {pattern} {returned}", items):
            if Label.MEETING in row["labels"]:
                yield Sending(row["item"], row["forum"], row["date"], tuple(row["passages"]), back, row["actor"])
            elif Label.FORUM in row["labels"]:
                yield Sending(row["item"], row["id"], row["due"], tuple(row["passages"]), back, row["actor"])


def _hops(transaction: Transaction, items: Sequence[str], topics: Sequence[str]) -> set[Hop]:
    wanted = set(topics)
    rows = _run(
        transaction,
        "UNWIND $ids AS id MATCH (a:AgendaItem {id: id})-[r:FOLLOWED_BY]->(b:AgendaItem) RETURN a.id AS earlier, b.id AS later, "
        "r.topic AS topic, r.days AS days, r.basis AS basis, r.document AS document, r.passages AS passages",
        items,
    )
    return {
        Hop(r["earlier"], r["later"], r["topic"], r["days"], r["basis"], r["document"], tuple(r["passages"]))
        for r in rows
        if r["topic"] in wanted
    }


def _hop_order(hop: Hop) -> tuple[str, str, str]:
    return hop.topic, hop.earlier, hop.later


def _run(transaction: Transaction, cypher: str, ids: Sequence[str]) -> Iterator[Row]:
    """Rows of a statement that unwinds `$ids`, in pieces; none for no ids."""
    for chunk in _chunks(list(ids)):
        yield from transaction.run(cypher, {"ids": chunk})


def _chunks(rows: list[Any]) -> Iterator[list[Any]]:
    for at in range(0, len(rows), _ROWS_PER_STATEMENT):
        yield rows[at : at + _ROWS_PER_STATEMENT]


def _label(id_: str) -> Label:
    return PREFIXES[id_.partition(":")[0]]


def _differ(stored: Mapping[str, Any], properties: Mapping[str, Any]) -> bool:
    kept = {key: value for key, value in stored.items() if value is not None}
    return kept != {key: (list(value) if isinstance(value, tuple) else value) for key, value in properties.items()}
