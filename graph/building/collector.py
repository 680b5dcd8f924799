"""Nodes and edges while they are collected: each once, every fact with the passages that say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.building.model import Basis, DocumentGraph, Edge, EdgeKind, Properties, merge_tellings, shorten
from graph.building.passages import Words
from graph.identifiers import document_id, mention_id, passage_id
from graph.names import fold, squash
from graph.record import DocumentKind, Record, Span, Status
from graph.resolution.ledger import Ledger, Sighting
from graph.resolution.model import Link, Resolution
from graph.schema import Label, RelationshipType

R = RelationshipType
_MENTION_KINDS: Final = {
    Label.OFFICIAL: "person",
    Label.FORUM: "forum",
    Label.MUNICIPALITY: "municipality",
    Label.ORGANISATION: "organisation",
    Label.TOPIC: "topic",
    Label.REPORT: "report",
}


@dataclass
class Collector:
    """The graph of a document while its parts add to it. `ref` names a mention by its place in the record, as the ledger does."""

    record: Record
    words: Words
    resolution: Resolution
    ledger: Ledger
    document: str = field(init=False)
    nodes: dict[Label, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[EdgeKind, dict[tuple[Any, ...], Edge]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    sightings: dict[str, Sighting] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document = document_id(self.record.document.sha256)
        self.sightings = {s.ref: s for s in self.ledger.sightings}
        self.is_minutes = self.record.document.kind is DocumentKind.MINUTES

    def passage(self, span: Span, section: str | None) -> str:
        """The words of a span as a passage under the heading `section`. Returns its id."""
        start, end = self.words.trim(span)
        id_ = passage_id(self.document, start, end)
        text = self.words.text[start:end]
        self.node(
            Label.PASSAGE,
            {
                "id": id_,
                "name": shorten(text),
                "text": text,
                "page": self.words.page_of(start),
                "start": start,
                "end": end,
                "section": section,
                "document": self.document,
            },
        )
        self.link(Label.PASSAGE, id_, R.PASSAGE_OF, Label.DOCUMENT, self.document, {"document": self.document})
        return id_

    def span_of(self, passage: str) -> Span:
        node = self.nodes[Label.PASSAGE][passage]
        return node["start"], node["end"]

    def mention(self, ref: str, passage: str, span: Span | None) -> None:
        """The words of a sighting and what they mean; without words of its own the whole passage stands for it."""
        links = self.links(ref)
        if not links:
            return
        start, end = self.words.trim(span or self.span_of(passage))
        kind = _MENTION_KINDS[self.resolution.entities[links[0].entity].label]
        id_ = mention_id(passage, kind, start, end)
        if id_ in self.nodes.get(Label.MENTION, {}):
            return
        text = self.words.text[start:end] if span else self.sightings[ref].text
        self.node(Label.MENTION, {"id": id_, "name": squash(text), "text": text, "kind": kind, "document": self.document})
        self.link(Label.MENTION, id_, R.MENTIONED_IN, Label.PASSAGE, passage, {"document": self.document})
        for link in links:
            label = self.entity(link.entity)
            properties = {
                "document": self.document,
                "score": link.score,
                "decidedBy": link.decided_by.value,
                "evidence": [str(reason) for reason in link.evidence],
            }
            self.link(Label.MENTION, id_, R.REFERS_TO, label, link.entity, properties)

    def links(self, ref: str) -> tuple[Link, ...]:
        """What a mention means; nothing where that is left open."""
        return self.resolution.of(self.document, ref)

    def one(self, ref: str, label: Label) -> str | None:
        """The entity of a mention that means exactly one of that label; it becomes a node of this document."""
        links = self.links(ref)
        if len(links) != 1 or self.resolution.entities[links[0].entity].label is not label:
            return None
        self.entity(links[0].entity)
        return links[0].entity

    def entity(self, id_: str) -> Label:
        """Makes an entity a node of this document. Returns its label."""
        entity = self.resolution.entities[id_]
        self.nodes.setdefault(entity.label, {}).setdefault(id_, entity.properties)
        return entity.label

    def node(self, label: Label, properties: Properties) -> None:
        kept = {key: value for key, value in properties.items() if value is not None}
        self.nodes.setdefault(label, {}).setdefault(kept["id"], kept)

    def tell(self, label: Label, rank: int, properties: Properties) -> None:
        """A node of those that are told of in several places (`SHARED`), here in the way that `rank` says (`Told`)."""
        kept = {key: value for key, value in properties.items() if value is not None}
        by_id = self.nodes.setdefault(label, {})
        id_: str = kept["id"]
        if id_ in by_id:
            tellings = [(self.ranks[id_], "", by_id[id_]), (rank, "x", kept)]
            by_id[id_] = merge_tellings(tellings)
        else:
            by_id[id_] = kept
        self.ranks[id_] = min(rank, self.ranks.get(id_, rank))

    def link(self, label: Label, start: str, type_: RelationshipType, to: Label, end: str, properties: dict[str, Any]) -> None:
        """A relationship of the evidence, which states no fact of its own; one for each pair of nodes."""
        self.edges.setdefault((label, type_, to), {}).setdefault((start, end), Edge(start, end, properties))

    def fact(
        self,
        label: Label,
        start: str,
        type_: RelationshipType,
        to: Label,
        end: str,
        passages: Sequence[str],
        basis: Basis = "stated",
        *,
        properties: Properties | None = None,
        once: bool = False,
    ) -> None:
        """A relationship that states something. The same fact said twice is one, with all passages; `once` allows one for each
        pair of nodes whatever its properties are."""
        kept = {key: value for key, value in (properties or {}).items() if value is not None}
        key = (start, end) if once else (start, end, *sorted((k, str(v)) for k, v in kept.items()))
        group = self.edges.setdefault((label, type_, to), {})
        known = group.get(key)
        if known is None:
            group[key] = Edge(
                start,
                end,
                {**kept, "document": self.document, "passages": list(dict.fromkeys(passages)), "basis": basis},
            )
            return
        for name, value in kept.items():
            known.properties.setdefault(name, value)
        if kept.get("status") not in (None, known.properties.get("status")):
            known.properties["status"] = _both(known.properties["status"], kept["status"])
        known.properties["passages"] = list(dict.fromkeys([*known.properties["passages"], *passages]))
        if basis == "stated":
            known.properties["basis"] = basis

    def says(self, entity: str, passage: str) -> bool:
        """Whether the words of a passage have one of the names of an entity, also in the genitive."""
        words = f" {fold(self.nodes[Label.PASSAGE][passage]['text'])} "
        found = self.resolution.entities[entity]
        names = [found.name, *found.properties.get("aliases", ())]
        return any(f" {fold(name)} " in words or f" {fold(name)}s " in words for name in names if fold(name))

    def collected(self) -> DocumentGraph:
        nodes = {label: list(by_id.values()) for label, by_id in self.nodes.items()}
        edges = {kind: list(by_key.values()) for kind, by_key in self.edges.items()}
        return DocumentGraph(self.document, nodes, edges, self.ranks)


def _both(a: str, b: str) -> str:
    """Of two statuses for one: the one that says something; presence if they say both."""
    order = [Status.CONFLICTING.value, Status.PRESENT.value, Status.ABSENT.value, Status.UNKNOWN.value]
    return min(a, b, key=order.index)
