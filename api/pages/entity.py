"""The page of an entity: what it is, what it is tied to and by which words, and the network around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.network_view import LARGE, MAX_NODES, Network, NetworkEdge, NetworkNode, bundled, draw_network, limited
from api.pages.asking import questions_about
from api.pages.rendering import Page, render
from api.pages.rows import field_name
from api.pages.values import Link, Quote, Shown, describe_sources, is_id, link_to, shown, words_of
from api.routes.dependencies import FreshStore, PageTexts, PageUrls
from api.texts import Texts, as_date
from api.urls import Urls
from graph.identifiers import label_of
from graph.stores.store import Store
from queries import entities
from queries.entities import Edge, EntityCard, Fact, FactGroup, Neighbourhood
from queries.sorting import swedish_key

router = APIRouter(include_in_schema=False)

PAGE_SIZE = 60
_ORDER = (
    "ON_AGENDA_OF", "LED_TO", "PRESENTED", "RECOMMENDS", "ASSIGNS", "PETITIONS", "REFERRED_TO", "REPORTS_BACK_TO", "RAISED_BY",
    "FOLLOWED_BY", "CONCERNS", "CONSIDERS", "MADE", "MEETING_OF", "ATTENDANCE", "REPRESENTS", "PART_OF", "RECORDED_IN",
)  # fmt: skip
"""Relations in the order in which a reader looks for them; others come after."""
_SHOWN = (
    "abbreviation", "date", "start", "end", "place", "online", "recorded", "number", "kind", "level", "county", "region",
    "organisation", "year", "diaryNumber", "labels", "attachments", "text", "summary", "note",
)  # fmt: skip
_EDGE_PROPERTIES = (
    "status",
    "role",
    "represents",
    "organisation",
    "paragraphs",
    "replaces",
    "reason",
    "what",
    "target",
    "due",
    "days",
)


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    heading: str
    value: Shown
    verbatim: bool
    """Words of a document, always Swedish."""


@dataclass(frozen=True, slots=True)
class FactView:
    """One tie: to whom or what, the particulars, and the words that say so."""

    other: Link
    id: str
    particulars: tuple[str, ...]
    status: str | None
    inferred: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    heading: str
    total: int
    common: tuple[str, ...]
    """The particulars of all its ties, when they are the same; the ties then leave them out."""
    facts: tuple[FactView, ...]
    more_href: str | None


@dataclass(frozen=True, slots=True)
class EntityView:
    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    properties: tuple[Property, ...]
    groups: tuple[GroupView, ...]
    asks: tuple[Link, ...]
    large: bool
    """Whether the picture needs the whole width of the page."""


@dataclass(frozen=True, slots=True)
class NeighboursView:
    """One page of all neighbours of one kind, with every relationship that ties each to the entity."""

    id: str
    label: str
    name: str
    kind: str
    total: int
    first: int
    rows: tuple[tuple[Link, tuple[FactView, ...]], ...]
    alike: bool
    """All are tied to the entity in one and the same way, which the heading tells."""
    previous_href: str | None
    next_href: str | None


@router.get("/entitet/{id}")
def entity_page(id: str, request: Request, store: FreshStore, texts: PageTexts, urls: PageUrls) -> Response:
    if label_of(id) == "Document":
        return RedirectResponse(urls.document(id), 308)
    card = entities.card(store, id)
    network = read_network(store, id)
    view = EntityView(
        id=id,
        label=card.label,
        name=_heading(card),
        aliases=tuple(alias for alias in card.properties.get("aliases") or () if alias != card.name),
        properties=tuple(_properties(card, texts, urls)),
        groups=tuple(_groups(card, texts, urls)),
        asks=tuple(questions_about(id, card.label, texts, urls)),
        large=len(network.nodes) > LARGE,
    )
    return render(request, "entity.html", Page(card.name, "entity"), view)


@router.get("/entitet/{id}/grannar")
def neighbours_page(
    id: str, request: Request, store: FreshStore, texts: PageTexts, urls: PageUrls, slag: str = "", fran: int = 0
) -> HTMLResponse:
    """All neighbours of one kind (`slag`, a label), sixty at a time from number `fran` on; beyond the last, the last sixty."""
    if slag and slag not in entities.SHOWN_LABELS:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    first = min(max(0, fran), 1_000_000)
    found = entities.neighbours(store, id, [slag] if slag else (), PAGE_SIZE, first, between=False)
    if first and first >= found.total:
        first = max(0, found.total - PAGE_SIZE)
        found = entities.neighbours(store, id, [slag] if slag else (), PAGE_SIZE, first, between=False)
    ties: dict[str, list[FactView]] = {}
    for edge in found.edges:
        other = edge.to_id if edge.from_id == id else edge.from_id
        ties.setdefault(other, []).append(_tie(edge, id, found, texts, urls))
    following = first + PAGE_SIZE
    ways = {tie.other.text for found_ties in ties.values() for tie in found_ties}
    view = NeighboursView(
        id=id,
        label=found.centre.label,
        name=found.centre.name,
        kind=slag,
        total=found.total,
        first=first,
        rows=tuple((link_to(node, texts, urls), tuple(ties.get(node.id, ()))) for node in found.nodes),
        alike=bool(slag) and len(ways) == 1,
        previous_href=urls.neighbours(id, slag, max(0, first - PAGE_SIZE)) if first > 0 else None,
        next_href=urls.neighbours(id, slag, following) if following < found.total else None,
    )
    return render(request, "neighbours.html", Page(found.centre.name, "entity"), view)


@router.get("/natverk/{id}")
def network_page(id: str, store: FreshStore, texts: PageTexts) -> HTMLResponse:
    """The network view by itself, as it stands in the frame of the entity's page: shut off from the page around it."""
    html, policy = draw_network(read_network(store, id), texts, embedded=True)
    headers = {"content-security-policy": f"{policy}; frame-ancestors 'self'; sandbox allow-scripts"}
    return HTMLResponse(html, headers=headers)


@router.get("/natverk/{id}/fil")
def network_file(id: str, store: FreshStore, texts: PageTexts) -> HTMLResponse:
    """The network as one file to keep."""
    html, policy = draw_network(read_network(store, id), texts, embedded=False)
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in id)
    headers = {
        "content-security-policy": f"{policy}; frame-ancestors 'none'; sandbox allow-scripts",
        "content-disposition": f'attachment; filename="{name}.html"',
    }
    return HTMLResponse(html, headers=headers)


# --- the network -----------------------------------------------------------------------------------------------------

_EXPANDED = frozenset({"AgendaItem", "Decision", "Meeting"})
"""Kinds whose own neighbours belong in the picture of what is around; those of a forum or municipality would flood it."""
_EXPAND_AT_MOST = 14
_LONE_DECISIONS = 6


def read_network(store: Store, id_: str) -> Network:
    """What is one step away, and where that leaves room, what is one step from its items, decisions and meetings.

    At most MAX_NODES nodes; `total` counts what was found. The middle of a meeting is not crowded out by its attendance:
    kinds take turns when there is too much.
    """
    near = entities.neighbours(store, id_, (), 300, 0)
    nodes = {near.centre.id: NetworkNode(near.centre.id, near.centre.label, near.centre.name)}
    kept = _fairly(near)
    for one in kept:
        nodes[one.id] = NetworkNode(one.id, one.label, one.name)
    edges = {(e.from_id, e.type, e.to_id): e for e in near.edges}
    known = {one.id for one in near.nodes} | {id_}
    further: set[str] = set()
    expandable = [one for one in kept if one.label in _EXPANDED][:_EXPAND_AT_MOST]
    for number, one in enumerate(expandable):
        if len(nodes) >= MAX_NODES:
            break
        # Each gets its part of the room that is left, so that one full meeting does not take it all.
        part = max(6, (MAX_NODES - len(nodes)) // (len(expandable) - number))
        around = entities.neighbours(store, one.id, (), MAX_NODES, 0, between=False)
        new = [other for other in around.nodes if other.id not in nodes and other.label != "Document"]
        further.update(other.id for other in new)
        for other in new[: min(part, MAX_NODES - len(nodes))]:
            nodes[other.id] = NetworkNode(other.id, other.label, other.name)
        edges.update({(e.from_id, e.type, e.to_id): e for e in around.edges})
    arrows = [NetworkEdge(e.from_id, e.type, e.to_id, inferred=e.basis == "inferred") for e in edges.values()]
    among = [edge for edge in arrows if edge.source in nodes and edge.target in nodes]
    drawn = limited(*bundled(list(nodes.values()), among, id_), id_)
    return Network(drawn.centre, drawn.nodes, drawn.edges, 1 + near.total + len(further - known))


def _fairly(near: Neighbourhood) -> list[entities.NodeRef]:
    """The neighbours, all when there is room, else kinds in turn until there is none. Of decisions that are joined to nothing
    but the middle (most open and close meetings) only a few: they would hide those that move something."""
    joined = Counter(end for edge in near.edges for end in {edge.from_id, edge.to_id})
    lone = [one.id for one in near.nodes if one.label == "Decision" and joined[one.id] < 2][_LONE_DECISIONS:]
    nodes = [one for one in near.nodes if one.id not in set(lone)]
    room = MAX_NODES - 1
    if len(nodes) <= room:
        return nodes
    by_kind: dict[str, list[entities.NodeRef]] = {}
    for one in nodes:
        by_kind.setdefault(one.label, []).append(one)
    chosen: list[entities.NodeRef] = []
    while len(chosen) < room and any(by_kind.values()):
        for waiting in by_kind.values():
            if waiting and len(chosen) < room:
                chosen.append(waiting.pop(0))
    return chosen


# --- facts -----------------------------------------------------------------------------------------------------------


_HEADING_AT_MOST = 220
"""Characters of a decision's wording that may stand as heading; the name of a longer one ends with dots."""


def _heading(card: EntityCard) -> str:
    """A decision is headed by its words, as far as a heading holds them."""
    text = str(card.properties.get("text") or "")
    return text if card.label == "Decision" and 0 < len(text) <= _HEADING_AT_MOST else card.name


def _properties(card: EntityCard, texts: Texts, urls: Urls) -> list[Property]:
    found = []
    for name in _SHOWN:
        value = card.properties.get(name)
        if value in (None, "", []) or (name in ("name", "abbreviation") and value == card.name) or value == _heading(card):
            continue
        found.append(
            Property(name, field_name(name, texts), _property(name, value, texts, urls), name in ("text", "summary", "note"))
        )
    return found


def _property(name: str, value: Any, texts: Texts, urls: Urls) -> Shown:
    if name in ("online", "recorded") and isinstance(value, bool):
        return texts(f"{name}.{str(value).lower()}")
    if isinstance(value, str) and is_id(value):
        return Link(value, urls.entity(value))
    if name == "date":
        return texts.date(value)
    if name == "year":
        return str(value)
    return shown(name, value, texts, urls)


def _groups(card: EntityCard, texts: Texts, urls: Urls) -> list[GroupView]:
    """Groups by relation, direction and kind of the other end, in the order of `_ORDER`."""
    labels = Counter((group.type, group.direction) for group in card.facts)
    return [
        _group(card.id, group, texts, urls, named=labels[group.type, group.direction] > 1)
        for group in sorted(card.facts, key=lambda group: _ORDER.index(group.type) if group.type in _ORDER else len(_ORDER))
    ]


def _group(centre: str, group: FactGroup, texts: Texts, urls: Urls, *, named: bool) -> GroupView:
    """`named`: the heading tells the kind of the other ends. What all ties of a group say alike stands once above them."""
    facts = list(group.facts)
    if group.type == "ON_AGENDA_OF":
        facts.sort(key=lambda fact: swedish_key(_item_number(fact.other.id) or "~"))
    views = _merged([_fact(fact, texts, urls) for fact in facts])
    heading = texts.relation(group.type, outgoing=group.direction == "out")
    complete = group.total == len(group.facts)
    said = {view.particulars for view in views}
    common = said.pop() if len(views) > 1 and len(said) == 1 else ()
    return GroupView(
        heading=f"{heading}: {texts(f'kinds.{group.label}').lower()}" if named else heading,
        total=len(views) if complete else group.total,
        common=common,
        facts=tuple(replace(view, particulars=()) for view in views) if common else tuple(views),
        more_href=None if complete else urls.neighbours(centre, group.label, 0),
    )


def _merged(views: Iterable[FactView]) -> list[FactView]:
    """Ties to the same that read alike (from several documents, or of several days) as one, with the words of all."""
    alike: dict[tuple[object, ...], FactView] = {}
    for view in views:
        key = (view.id, view.particulars, view.status, view.inferred)
        before = alike.get(key)
        quotes = (*before.quotes, *view.quotes) if before else view.quotes
        alike[key] = replace(view, quotes=tuple(dict.fromkeys(quotes)))
    return list(alike.values())


def _item_number(id_: str) -> str | None:
    """ "6a" of `item:vfr:2026-06-11:6a`; None for an item that has no number."""
    last = id_.rpartition(":")[2]
    return None if last.startswith("~") else last


def _fact(fact: Fact, texts: Texts, urls: Urls) -> FactView:
    other = link_to(fact.other, texts, urls)
    if fact.type == "ON_AGENDA_OF" and fact.direction == "in":
        other = Link(f"{_item_number(fact.other.id) or ''} {other.text}".strip(), other.href, other.kind)
    if fact.type == "LED_TO":
        other = replace(other, note=None)  # the item is what the page is about
    return FactView(
        other=other,
        id=fact.other.id,
        particulars=_particulars(fact.properties, texts),
        status=_status(fact.properties),
        inferred=bool(fact.sources) and all(source.basis == "inferred" for source in fact.sources),
        quotes=tuple(describe_sources(fact.sources, texts, urls)),
    )


def _tie(edge: Edge, centre: str, found: Neighbourhood, texts: Texts, urls: Urls) -> FactView:
    return FactView(
        other=Link(texts.relation(edge.type, outgoing=edge.from_id == centre), ""),
        id=edge.id,
        particulars=_particulars(edge.properties, texts),
        status=_status(edge.properties),
        inferred=edge.basis == "inferred",
        quotes=tuple(describe_sources(edge.sources, texts, urls)),
    )


def _status(properties: Mapping[str, Any]) -> str | None:
    status = properties.get("status")
    return status if status in ("present", "absent", "unknown", "conflicting") else None


def _particulars(properties: Mapping[str, Any], texts: Texts) -> tuple[str, ...]:
    """What a relationship says beside its ends: role, represented body, what is asked, when it is due."""
    parts: list[str] = []
    for name in _EDGE_PROPERTIES:
        value = properties.get(name)
        if value in (None, "", []) or name == "status":
            continue
        if name == "due":
            parts.append(texts("trace.open.due", date=texts.date(as_date(value) or str(value))))
        elif name == "days":
            parts.append(texts("trace.after", n=value))
        elif name == "target":
            parts.append(texts("written", name=value))
        elif isinstance(value, str):
            parts.append(words_of(name, value, texts))
    return tuple(dict.fromkeys(parts))
