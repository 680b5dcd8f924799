"""One thing and what is around it: entity cards, neighbours, documents with the facts that their words carry."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from graph.errors import InputError
from graph.identifiers import PREFIXES, label_of
from graph.schema import Label
from graph.stores.store import Row, Store
from queries.catalogue import AnswerModel, Source
from queries.moved import moved
from queries.parts import Sources
from queries.sorting import swedish_key

SHOWN_LABELS = tuple(PREFIXES.values())
_FACTS_PER_TYPE = 25
_HIDDEN = frozenset({"id", "name", "keys", "layout", "record", "ledger", "nodes", "resolution", "path"})
"""Properties that serve the program, or that a page of their own shows."""
_EVIDENCE = frozenset({"document", "passages", "basis"})


class UnknownEntityError(InputError):
    """No node has this id."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        super().__init__(
            f"Inget i lagret har id ”{id_}”.",
            "Sök på namnet.",
            message_en=f"Nothing in the store has the id “{id_}”.",
            remedy_en="Search for it by name.",
        )


class EntityMovedError(UnknownEntityError):
    """What this id named is now under another id, `current`."""

    def __init__(self, id_: str, current: str) -> None:
        super().__init__(id_)
        self.current = current


class NodeRef(AnswerModel):
    """A node in short. `date` is a meeting's own, or that of the meeting of an item or a decision; None otherwise."""

    id: str
    label: str
    name: str
    date: dt.date | None = None


class Fact(AnswerModel):
    """One relationship of the card's entity. `direction` "out": from it to `other`; "in": from `other` to it.
    `properties` are the relationship's own, camelCase, dates as ISO text."""

    type: str
    direction: Literal["out", "in"]
    other: NodeRef
    properties: dict[str, Any]
    sources: list[Source]


class FactGroup(AnswerModel):
    """The facts of one type and direction whose other ends are of one label: the latest (by date, then name) of `total`."""

    type: str
    direction: Literal["out", "in"]
    label: str
    total: int
    facts: list[Fact]


class EntityCard(AnswerModel):
    """A node with its properties (camelCase, dates as ISO text; empty ones left out) and its facts by type."""

    id: str
    label: str
    name: str
    properties: dict[str, Any]
    facts: list[FactGroup]


class Edge(AnswerModel):
    """One relationship between nodes of a neighbourhood, its twins from several documents taken together.
    `from_id` and `to_id` follow the arrow; `id` is made of these and the type."""

    id: str
    type: str
    from_id: str
    to_id: str
    properties: dict[str, Any]
    basis: Literal["stated", "inferred"]
    sources: list[Source]


class Neighbourhood(AnswerModel):
    """The nodes one step away. `nodes` is one page of `total` (those of the chosen types); `counts` tells how many neighbours
    there are of every label, whatever was chosen. `edges` join the centre to the nodes, and the nodes to each other."""

    centre: NodeRef
    nodes: list[NodeRef]
    edges: list[Edge]
    counts: dict[str, int]
    total: int
    limit: int
    offset: int


class MarkedFact(AnswerModel):
    """What a passage says: one relationship."""

    type: str
    from_: NodeRef
    to: NodeRef
    basis: Literal["stated", "inferred"]
    properties: dict[str, Any]


class Mark(AnswerModel):
    """A passage of a document, to be marked in its text: `text[start:end]` are its words."""

    start: int
    end: int
    page: int | None
    section: str | None
    passage: str
    facts: list[MarkedFact]


class UnreadPart(AnswerModel):
    text: str
    why: str
    start: int
    end: int


class DocumentView(AnswerModel):
    """A document as read. `text` is the kept text, `layout` its blocks, marks and page starts (offsets into the text);
    `marks` are in text order; `record` is what `arendegang read` prints."""

    id: str
    file: str
    name: str
    properties: dict[str, Any]
    text: str
    layout: dict[str, Any]
    record: dict[str, Any]
    meetings: list[NodeRef]
    marks: list[Mark]
    unread: list[UnreadPart]


def card(store: Store, id_: str) -> EntityCard:
    """Everything known of one node: properties, and facts with sources, at most 25 of each type, direction and label.

    Raises UnknownEntityError, or EntityMovedError when it has another id now. For all neighbours, page through `neighbours`.
    """
    label, properties = _node(store, id_)
    rows = [row for row in _relationships(store, label, id_) if row["label"] in SHOWN_LABELS]
    groups: dict[tuple[str, Literal["out", "in"], str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["type"], "out" if row["out"] else "in", str(row["label"])), []).append(row)
    shown: dict[tuple[str, Literal["out", "in"], str], tuple[int, list[list[Row]]]] = {}
    for key, found in groups.items():
        twins = list(_twins(found).values())
        twins.sort(key=lambda group: _latest_first(group[0]))
        shown[key] = len(twins), twins[:_FACTS_PER_TYPE]
    evidence = _evidence(store, [row for _, twins in shown.values() for group in twins for row in group])
    return EntityCard(
        id=id_,
        label=label,
        name=str(properties.get("name") or id_),
        properties=_visible(label, properties),
        facts=[
            FactGroup(
                type=kind,
                direction=direction,
                label=other,
                total=total,
                facts=[
                    Fact(
                        type=kind,
                        direction=direction,
                        other=_ref(group[0]),
                        properties=_own(group[0]["properties"]),
                        sources=evidence.of(*(row["properties"] for row in group)),
                    )
                    for group in twins
                ],
            )
            for (kind, direction, other), (total, twins) in sorted(shown.items())
        ],
    )


def neighbours(
    store: Store, id_: str, types: Sequence[str] = (), limit: int = 60, offset: int = 0, between: bool = True
) -> Neighbourhood:
    """The nodes one step from `id_`, latest first within each label, one page of them.

    `types` are labels (Forum, Meeting, …) to keep, none meaning all; labels that do not exist give nothing. `between`: also
    the edges among the nodes of the page. Passages and mentions are left out. Raises UnknownEntityError.
    """
    label, properties = _node(store, id_)
    found = store.read(_NEIGHBOURS.format(label=label), {"id": id_})
    known = {row["other"]: row for row in found if row["label"] in SHOWN_LABELS and row["other"] != id_}
    counts: dict[str, int] = {}
    for row in known.values():
        counts[row["label"]] = counts.get(row["label"], 0) + 1
    chosen = [row for row in known.values() if not types or row["label"] in types]
    chosen.sort(key=lambda row: (SHOWN_LABELS.index(row["label"]), *_latest_first(row)))
    page = chosen[max(0, offset) : max(0, offset) + max(0, limit)]
    centre = NodeRef(id=id_, label=label, name=str(properties.get("name") or id_), date=_date(properties.get("date")))
    nodes = [_ref(row) for row in page]
    return Neighbourhood(
        centre=centre,
        nodes=nodes,
        edges=_edges(store, centre, nodes, between=between),
        counts={str(kind): counts[kind] for kind in SHOWN_LABELS if kind in counts},
        total=len(chosen),
        limit=limit,
        offset=offset,
    )


def document(store: Store, id_: str) -> DocumentView:
    """A document's text with the passages to be marked and what each says. Raises UnknownEntityError."""
    if label_of(id_) is not Label.DOCUMENT:
        raise UnknownEntityError(id_)
    found = store.read(_DOCUMENT, {"id": id_})
    if not found:
        raise UnknownEntityError(id_)
    properties = found[0]["properties"]
    record = json.loads(properties.get("record") or "{}")
    meetings = {row["other"]: _ref(row) for row in store.read(_MEETINGS, {"id": id_})}
    return DocumentView(
        id=id_,
        file=properties.get("file") or id_,
        name=properties.get("name") or properties.get("file") or id_,
        properties=_visible(Label.DOCUMENT, properties),
        text=properties.get("text") or "",
        layout=json.loads(properties.get("layout") or "{}"),
        record=record,
        meetings=sorted(meetings.values(), key=lambda one: (one.date is None, one.date or dt.date.max, one.id)),
        marks=_marks(store, id_, properties.get("nodes") or [], paged=properties.get("pages") is not None),
        unread=[
            UnreadPart(text=part["text"], why=part["why"], start=part["span"][0], end=part["span"][1])
            for part in record.get("unread", [])
        ],
    )


# --- statements ------------------------------------------------------------------------------------------------------

_NODE = "MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS properties"
_DOCUMENT = "MATCH (n:Document {id: $id}) RETURN properties(n) AS properties"
_NEIGHBOURS = """
MATCH (n:{label} {{id: $id}})-[]-(b)
OPTIONAL MATCH (b)-[:ON_AGENDA_OF]->(m:Meeting)
OPTIONAL MATCH (b)<-[:LED_TO]-(:AgendaItem)-[:ON_AGENDA_OF]->(made:Meeting)
RETURN DISTINCT labels(b)[0] AS label, b.id AS other, b.name AS name, coalesce(b.date, m.date, made.date) AS date
"""
_RELATIONSHIPS = """
MATCH (n:{label} {{id: $id}})-[r]-(b)
OPTIONAL MATCH (b)-[:ON_AGENDA_OF]->(m:Meeting)
OPTIONAL MATCH (b)<-[:LED_TO]-(:AgendaItem)-[:ON_AGENDA_OF]->(made:Meeting)
RETURN DISTINCT type(r) AS type, startNode(r).id = n.id AS out, properties(r) AS properties,
       labels(b)[0] AS label, b.id AS other, b.name AS name, coalesce(b.date, m.date, made.date) AS date
"""
_EDGES = """
UNWIND $ids AS id
MATCH (a:{label} {{id: id}})-[r]->(b)
WHERE b.id IN $shown AND ($centre IS NULL OR a.id = $centre OR b.id = $centre)
RETURN DISTINCT a.id AS fromId, type(r) AS type, b.id AS toId, properties(r) AS properties
"""
_MEETINGS = """
MATCH (:Document {id: $id})<-[:RECORDED_IN]-(m:Meeting)
RETURN DISTINCT 'Meeting' AS label, m.id AS other, m.name AS name, m.date AS date
"""
_STATED = """
UNWIND $ids AS id
MATCH (a:{label} {{id: id}})-[r]->(b)
WHERE r.document = $document
RETURN DISTINCT a.id AS fromId, a.name AS fromName, type(r) AS type, labels(b)[0] AS label, b.id AS other, b.name AS name,
       properties(r) AS properties
"""
_PASSAGES = """
MATCH (p:Passage)-[:PASSAGE_OF]->(:Document {id: $document})
RETURN DISTINCT p.id AS id, p.start AS start, p.`end` AS `end`, p.page AS page, p.section AS section
"""
_WORDS = """
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.text AS text, p.page AS page, p.start AS start, p.`end` AS `end`, p.section AS section, p.document AS document
"""
_FILES = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.file AS file, d.pages AS pages
"""


def _node(store: Store, id_: str) -> tuple[Label, dict[str, Any]]:
    label = label_of(id_)
    rows = store.read(_NODE.format(label=label), {"id": id_}) if label else []
    if label is None or not rows:
        current = moved(store, id_)
        raise EntityMovedError(id_, current) if current and current != id_ else UnknownEntityError(id_)
    return label, rows[0]["properties"]


def _relationships(store: Store, label: Label, id_: str) -> list[Row]:
    return store.read(_RELATIONSHIPS.format(label=label), {"id": id_})


def _edges(store: Store, centre: NodeRef, nodes: Sequence[NodeRef], *, between: bool) -> list[Edge]:
    shown = {node.id: node for node in (centre, *nodes)}
    rows: list[Row] = []
    for label in {node.label for node in shown.values()}:
        starts = [node.id for node in shown.values() if node.label == label]
        rows += store.read(
            _EDGES.format(label=label), {"ids": starts, "shown": list(shown), "centre": None if between else centre.id}
        )
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["fromId"], row["type"], row["toId"]), []).append(row)
    evidence = _evidence(store, rows)
    return [
        Edge(
            id=f"{start}|{kind}|{end}",
            type=kind,
            from_id=start,
            to_id=end,
            properties=_own(group[0]["properties"]),
            basis=_basis(group),
            sources=evidence.of(*(row["properties"] for row in group)),
        )
        for (start, kind, end), group in sorted(groups.items())
    ]


def _marks(store: Store, id_: str, nodes: Iterable[str], *, paged: bool) -> list[Mark]:
    by_label: dict[Label, list[str]] = {}
    for node in nodes:
        if label := label_of(node):
            by_label.setdefault(label, []).append(node)
    said: dict[str, list[MarkedFact]] = {}
    for label, ids in by_label.items():
        for row in store.read(_STATED.format(label=label), {"ids": ids, "document": id_}):
            fact = MarkedFact(
                type=row["type"],
                from_=NodeRef(id=row["fromId"], label=label, name=row["fromName"] or row["fromId"]),
                to=_ref({**row, "date": None}),
                basis="inferred" if row["properties"].get("basis") == "inferred" else "stated",
                properties=_own(row["properties"]),
            )
            for passage in row["properties"].get("passages") or ():
                said.setdefault(passage, []).append(fact)
    return [
        Mark(
            start=row["start"],
            end=row["end"],
            page=row["page"] if paged else None,
            section=row["section"],
            passage=row["id"],
            facts=sorted(said.get(row["id"], []), key=lambda fact: (fact.type, swedish_key(fact.from_.name), fact.to.id)),
        )
        for row in sorted(store.read(_PASSAGES, {"document": id_}), key=lambda row: (row["start"], -row["end"]))
    ]


# --- values ----------------------------------------------------------------------------------------------------------


def _evidence(store: Store, rows: Sequence[Row]) -> Sources:
    passages = sorted({id_ for row in rows for id_ in row["properties"].get("passages") or ()})
    found = store.read(_WORDS, {"ids": passages}) if passages else []
    named = {row["properties"].get("document") for row in rows} | {row["document"] for row in found}
    documents = sorted(id_ for id_ in named if id_)
    return Sources({"passages": found, "documents": store.read(_FILES, {"ids": documents}) if documents else []})


def _twins(rows: Sequence[Row]) -> dict[tuple[Any, ...], list[Row]]:
    """The same fact from several documents as one: relationships of one type to one node with equal properties."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        own = json.dumps(_own(row["properties"]), sort_keys=True)
        groups.setdefault((row["type"], row["out"], row["other"], own), []).append(row)
    return groups


def _basis(group: Sequence[Row]) -> Literal["stated", "inferred"]:
    return "inferred" if all(row["properties"].get("basis") == "inferred" for row in group) else "stated"


def _own(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _json(value) for name, value in sorted(properties.items()) if name not in _EVIDENCE and _said(value)}


def _visible(label: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    hidden = _HIDDEN | {"text"} if label == Label.DOCUMENT else _HIDDEN  # a document's text is no property of its own
    return {name: _json(value) for name, value in sorted(properties.items()) if name not in hidden and _said(value)}


def _said(value: Any) -> bool:
    return value is not None and value != []


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _date(value: Any) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _ref(row: Row) -> NodeRef:
    return NodeRef(id=row["other"], label=row["label"], name=row["name"] or row["other"], date=_date(row["date"]))


def _latest_first(row: Row) -> tuple[Any, ...]:
    date = _date(row["date"])
    # Decisions of a day in the order of their meeting, which their ids tell; many are worded alike.
    name = row["other"] if row["label"] == Label.DECISION else row["name"] or ""
    return date is None, -(date or dt.date.max).toordinal(), swedish_key(name), row["other"]
