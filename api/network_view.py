"""The network view: pyvis, hardened.

pyvis 0.3.2 writes pages that ask other machines for files, stand in quirks mode without language or title, and run whatever
stands in a heading. So only two things of its output are kept: its inline style sheets and its inline scripts (vis-network and
the drawing of the graph, whose data Jinja has escaped for scripts). Around them goes a page of our own: doctype, language, title,
a content security policy that names each script by its hash and allows no request at all, buttons for the keyboard. Positions are
computed here, the same every time, and physics is off.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import networkx as nx

from api.texts import Texts

MAX_NODES = 60
"""More than this answers no question (a tangle); the page says how many there are and lists them all."""

LARGE = 24
"""Beyond so many nodes the page gives the picture its whole width."""
_LABEL_CHARS = 24
_LABEL_LINES = 3
_FONT = "Inter, 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """`kind` is the label of the node in the graph (Forum, Official, …). One sign that stands for many has the ids of these as
    `members`, and no name."""

    id: str
    kind: str
    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    source: str
    type: str
    target: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn: the middle, at most MAX_NODES nodes (the middle first), and the relationships among them.
    `total` counts all nodes that there are, drawn or not."""

    centre: str
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    total: int


@dataclass(frozen=True, slots=True)
class _Look:
    shape: str
    fill: str
    border: str
    ink: str
    size: int = 11

    @property
    def boxed(self) -> bool:
        return self.shape in ("box", "ellipse")


# Type is always told by shape, colour and (in the legend and the tooltip) a word. Ink on fill is at least 4.5:1.
LOOKS: Mapping[str, _Look] = {
    "Forum": _Look("box", "#0f4c81", "#0f4c81", "#ffffff"),
    "Topic": _Look("box", "#8a1c5b", "#8a1c5b", "#ffffff"),
    "Meeting": _Look("box", "#ffffff", "#0f4c81", "#12344d"),
    "AgendaItem": _Look("box", "#eef2f6", "#9aa9b8", "#1c2733"),
    "Decision": _Look("diamond", "#b3541e", "#7d3a12", "#1c2733"),
    "Municipality": _Look("hexagon", "#1b6e55", "#124c3b", "#1c2733", 12),
    "Organisation": _Look("square", "#4a5a6a", "#323e4a", "#1c2733"),
    "Official": _Look("dot", "#5b4b9a", "#41357a", "#1c2733"),
    "Report": _Look("triangle", "#7a6300", "#564600", "#1c2733"),
    "Document": _Look("box", "#fffdf5", "#7a6300", "#3d3200"),
}
_OTHER = _Look("dot", "#4a5a6a", "#323e4a", "#1c2733")
_MOVEMENTS = frozenset({"RECOMMENDS", "ASSIGNS", "PETITIONS", "REPORTS_BACK_TO", "REFERRED_TO", "RAISED_BY", "FOLLOWED_BY"})
_LABELLED_UP_TO = 14
"""Up to this many relationships every arrow carries its word; beyond it only those that move an issue do, the others on hover."""

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style[^>]*>(?P<body>.*?)</style>", re.DOTALL | re.IGNORECASE)


def look(kind: str) -> _Look:
    return LOOKS.get(kind, _OTHER)


def draw_network(network: Network, texts: Texts, *, embedded: bool) -> tuple[str, str]:
    """The network as one HTML page, and the content security policy that fits it (also within the page, as meta element).

    `embedded` is for the frame on an entity's page: the wheel scrolls the page instead of zooming, and a click tells the page
    around it which node was chosen. The file that is downloaded is the same without those two.
    """
    # pyvis imports IPython, which takes most of a second: only when a network is drawn.
    from pyvis.network import Network as PyvisNetwork

    drawing = PyvisNetwork(height="100%", width="100%", directed=True, cdn_resources="in_line", bgcolor="#ffffff")
    drawing.nodes = _vis_nodes(network, texts)
    drawing.edges = _vis_edges(network, texts)
    drawing.options = _options(embedded)
    return _harden(drawing.generate_html(), network, texts, embedded)


def _harden(page: str, network: Network, texts: Texts, embedded: bool) -> tuple[str, str]:
    scripts = [found["body"] for found in _SCRIPT.finditer(page) if "src" not in found["attributes"].lower()]
    scripts = [body for body in scripts if body.strip() and "neighbourhoodHighlight(params) {" not in body]
    styles = [found["body"] for found in _STYLE.finditer(page)]
    scripts.append(_own_script(embedded))
    styles.append(_OWN_STYLE)
    hashes = " ".join(f"'sha256-{_digest(body)}'" for body in scripts)
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    name = next((node.name for node in network.nodes if node.id == network.centre), network.centre)
    title = texts("entity.network.title", name=name)
    shown = len({id_ for node in network.nodes for id_ in node.members or (node.id,)})
    amount = (
        texts("entity.network.shown", shown=shown, total=network.total)
        if shown < network.total
        else texts("entity.network.shown.all", n=shown)
    )
    without_script = texts("network.noscript")
    kinds = dict.fromkeys(node.kind for node in network.nodes)
    legend = "".join(
        f'<li><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{glyph(kind)}</svg>{escape(kind_name(kind, texts))}</li>'
        for kind in kinds
    )
    parts = [
        f'<!doctype html>\n<html lang="{texts.language.value}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        *(f"<style>{body}</style>" for body in styles),
        "</head>\n<body>\n<main>",
        f'<h1 class="{"hidden" if embedded else "title"}">{escape(title)}</h1>',
        f'<div id="mynetwork" role="group" aria-label="{escape(title)}"></div>',
        '<div class="buttons">',
        f'<button type="button" id="closer" aria-label="{escape(texts("network.closer"))}">+</button>',
        f'<button type="button" id="further" aria-label="{escape(texts("network.further"))}">−</button>',
        f'<button type="button" id="whole">{escape(texts("network.whole"))}</button></div>',
        f'<div class="legend"><ul>{legend}</ul><p>{escape(amount)}</p></div>',
        f"<noscript><p>{escape(without_script)}</p></noscript></main>",
        *(f"<script>{body}</script>" for body in scripts),
        "</body>\n</html>\n",
    ]
    return "\n".join(parts), policy


def _digest(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def kind_name(kind: str, texts: Texts) -> str:
    return texts(f"kind.{kind}") if texts.has(f"kind.{kind}") else kind


def glyph(kind: str) -> str:
    """The sign of a kind of node as SVG within a box of 16 by 16, as in the network, for legends and lists."""
    way = look(kind)
    paint = f'fill="{way.fill}" stroke="{way.border}" stroke-width="1.5"'
    match way.shape:
        case "box":
            return f'<rect x="1.5" y="4" width="13" height="8" rx="2.5" {paint}/>'
        case "diamond":
            return f'<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" {paint}/>'
        case "hexagon":
            return f'<path d="M4.5 2h7L15 8l-3.5 6h-7L1 8Z" {paint}/>'
        case "square":
            return f'<rect x="2.5" y="2.5" width="11" height="11" {paint}/>'
        case "triangle":
            return f'<path d="M8 2 14.5 13.5h-13Z" {paint}/>'
        case _:
            return f'<circle cx="8" cy="8" r="5.5" {paint}/>'


def _vis_nodes(network: Network, texts: Texts) -> list[dict[str, Any]]:
    names = {node.id: _name(node, texts) for node in network.nodes}
    labels = {id_: _wrapped(name, 30 if id_ == network.centre else _LABEL_CHARS) for id_, name in names.items()}
    places = radial_positions(network, {id_: _box(labels[id_], _kind_of(network, id_)) for id_ in labels})
    nodes = []
    for node in network.nodes:
        way, middle = look(node.kind), node.id == network.centre
        x, y = places[node.id]
        y -= 0 if way.boxed else _label_height(labels[node.id]) / 2  # the label hangs below the sign
        nodes.append(
            {
                "id": node.id,
                "label": labels[node.id],
                "shape": way.shape,
                "x": round(x, 1),
                "y": round(y, 1),
                "size": way.size + (5 if middle else 0),
                "borderWidth": 3 if middle else 1.5,
                "borderWidthSelected": 4,
                "color": {
                    "background": way.fill,
                    "border": "#e0a100" if middle else way.border,
                    "highlight": {"background": way.fill, "border": "#e0a100"},
                    "hover": {"background": way.fill, "border": "#e0a100"},
                },
                "font": {
                    "face": _FONT,
                    "size": 16 if middle else 13,
                    "color": way.ink,
                    **({} if way.boxed else {"strokeWidth": 4, "strokeColor": "#ffffff", "vadjust": -2}),
                },
                "margin": {"top": 7, "bottom": 7, "left": 10, "right": 10},
                # Not `title`: pyvis changes its script when a title holds certain letters. Ours sets it, as plain text.
                "hint": names[node.id] if node.members else f"{kind_name(node.kind, texts)}: {names[node.id]}",
            }
        )
    return nodes


def _name(node: NetworkNode, texts: Texts) -> str:
    many = len(node.members)
    return f"{many} {texts(f'count.{node.kind}', n=many)}" if many else node.name


def _vis_edges(network: Network, texts: Texts) -> list[dict[str, Any]]:
    """One arrow for each pair of nodes and direction: several relationships between the same two share it, words joined."""
    together: dict[tuple[str, str], list[NetworkEdge]] = {}
    for edge in network.edges:
        together.setdefault((edge.source, edge.target), []).append(edge)
    edges = []
    for (source, target), group in together.items():
        types = sorted({edge.type for edge in group})
        moves = any(type_ in _MOVEMENTS for type_ in types)
        inferred = all(edge.inferred for edge in group)
        words = ", ".join(texts.edge(type_) for type_ in types)
        shown = moves or len(together) <= _LABELLED_UP_TO
        dashes: bool | list[int] = [7, 5] if inferred else [2, 5] if types == ["ATTENDANCE"] else False
        edges.append(
            {
                "from": source,
                "to": target,
                "arrows": {"to": {"enabled": True, "scaleFactor": 0.7 if moves else 0.5}},
                "color": {
                    "color": "#0f4c81" if moves else "#9aa9b8",
                    "highlight": "#0f4c81",
                    "hover": "#0f4c81",
                    "inherit": False,
                },
                "width": 2.5 if moves else 1.2,
                "dashes": dashes,
                "smooth": False,
                "label": words if shown else "",
                "font": {
                    "face": _FONT,
                    "size": 11,
                    "color": "#0f4c81" if moves else "#4a5a6a",
                    "strokeWidth": 4,
                    "strokeColor": "#ffffff",
                    "align": "middle",
                },
                "hint": words,
            }
        )
    return edges


def _options(embedded: bool) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "dragNodes": True,
            "zoomView": not embedded,
            "tooltipDelay": 120,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
        "edges": {"smooth": {"enabled": False}},
    }


_OWN_STYLE = f"""
html, body, main {{ height: 100%; margin: 0; }}
body {{ background: #fff; color: #1c2733; font: 14px/1.4 {_FONT}; }}
main {{ display: flex; flex-direction: column; position: relative; }}
h1.title {{ font-size: 20px; margin: 12px 16px 4px; }}
h1.hidden {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }}
#mynetwork {{ flex: 1 1 auto; float: none; border: 0; min-height: 200px; width: 100%; height: auto; }}
#mynetwork canvas:focus-visible, #mynetwork:focus-visible, button:focus-visible,
.vis-network:focus-visible {{ outline: 3px solid #0b63b0; outline-offset: -3px; }}
.buttons {{ position: absolute; right: 12px; top: 12px; display: flex; gap: 6px; }}
.buttons button {{ min-width: 36px; min-height: 36px; border: 1px solid #8494a4; border-radius: 8px; background: #fff; color: #12344d;
  font: 600 15px/1 {_FONT}; padding: 0 10px; cursor: pointer; }}
.buttons button:hover {{ background: #e9f1f8; }}
.legend {{ display: flex; flex-wrap: wrap; gap: 4px 18px; justify-content: space-between; align-items: center;
  padding: 8px 14px; border-top: 1px solid #dde4ea; font-size: 13px; color: #3b4a58; }}
.legend ul {{ display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 0; padding: 0; }}
.legend li {{ display: flex; align-items: center; gap: 6px; }}
.legend p {{ margin: 0; }}
div.vis-tooltip {{ font: 13px/1.4 {_FONT}; background: #12202d; color: #fff; border: 0; border-radius: 6px; padding: 6px 9px;
  max-width: 320px; white-space: normal; box-shadow: none; }}
@media print {{ .buttons {{ display: none; }} }}
"""


def _own_script(embedded: bool) -> str:
    """Tooltips as plain text, buttons, and (embedded) the word to the page around it; the page takes it from this frame alone."""
    tell = "parent.postMessage({arendegang: 'node', id: String(params.nodes[0])}, '*');" if embedded else ""
    return (
        """
(function () {
  'use strict';
  function hint(set) {
    set.forEach(function (one) { if (one.hint) { set.update({id: one.id, title: String(one.hint)}); } });
  }
  hint(nodes); hint(edges);
  var still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  var motion = still ? false : {duration: 200};
  function zoom(factor) { network.moveTo({scale: network.getScale() * factor, animation: motion}); }
  document.getElementById('closer').addEventListener('click', function () { zoom(1.3); });
  document.getElementById('further').addEventListener('click', function () { zoom(1 / 1.3); });
  document.getElementById('whole').addEventListener('click', function () { network.fit({animation: motion}); });
  network.on('selectNode', function (params) { """
        + tell
        + """ });
  window.addEventListener('resize', function () { network.fit(); });
  network.fit();
}());
"""
    )


def _wrapped(name: str, width: int) -> str:
    """The name over at most three lines; a longer one ends with an ellipsis (the tooltip has it whole)."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word if len(word) <= width + 4 else word[: width + 3] + "…")
    if len(lines) > _LABEL_LINES:
        lines = [*lines[: _LABEL_LINES - 1], lines[_LABEL_LINES - 1] + " …"]
    return "\n".join(lines) or "–"


def _kind_of(network: Network, identifier: str) -> str:
    return next(node.kind for node in network.nodes if node.id == identifier)


def _box(label: str, kind: str) -> tuple[float, float]:
    """Width and height that the node takes, label included."""
    lines = label.split("\n")
    wide = max(len(line) for line in lines) * 7.3
    high = _label_height(label)
    return (wide + 26, high + 14) if look(kind).boxed else (max(wide, 30) + 8, high + 2 * look(kind).size + 4)


def _label_height(label: str) -> float:
    return 16.0 * (label.count("\n") + 1) + 4


def radial_positions(network: Network, boxes: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """A place for every node, the same every time: the middle at (0, 0), each hop one ring further out, branches in sectors of
    their own, siblings side by side by kind and name; then boxes that overlap are pushed apart."""

    def in_order(ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda id_: order[id_])

    graph: nx.Graph[str] = nx.Graph()
    order = {node.id: (node.kind, node.name, node.id) for node in network.nodes}
    graph.add_nodes_from(in_order(order))
    graph.add_edges_from((edge.source, edge.target) for edge in network.edges if edge.source in order and edge.target in order)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_node(network.centre)
    tree.add_edges_from(nx.bfs_edges(graph, network.centre, sort_neighbors=in_order))
    weights: dict[str, float] = {}
    for id_ in reversed(list(nx.bfs_tree(tree, network.centre))):
        weights[id_] = max(1.0, sum(weights[child] for child in tree.successors(id_)))
    polar: dict[str, tuple[float, float]] = {network.centre: (0.0, 0.0)}
    _share_out(tree, network.centre, (-math.pi / 2, 1.5 * math.pi), 1, weights, polar)
    loose = [id_ for id_ in graph if id_ not in polar]
    for index, id_ in enumerate(loose):
        polar[id_] = (4.0, 2 * math.pi * index / max(1, len(loose)))
    ring = _ring_width(polar, boxes)
    # Frames are wider than high, the more so the one that a large network gets.
    wide = 1.25 if len(order) <= LARGE else 1.7
    places = {
        id_: (distance * ring * math.cos(angle) * wide, distance * ring * math.sin(angle))
        for id_, (distance, angle) in polar.items()
    }
    return _pushed_apart(places, boxes, network.centre)


def _share_out(
    tree: nx.DiGraph[str],
    parent: str,
    sector: tuple[float, float],
    depth: int,
    weights: Mapping[str, float],
    polar: dict[str, tuple[float, float]],
) -> None:
    children = list(tree.successors(parent))
    total = sum(weights[child] for child in children) or 1.0
    crowded = len(children) > 14
    angle = sector[0]
    for index, child in enumerate(children):
        share = (sector[1] - sector[0]) * weights[child] / total
        stagger = (0.0, 0.75, 0.38)[index % 3] if crowded else 0.0
        polar[child] = (depth + stagger, angle + share / 2)
        _share_out(tree, child, (angle, angle + share), depth + 1, weights, polar)
        angle += share


def _ring_width(polar: Mapping[str, tuple[float, float]], boxes: Mapping[str, tuple[float, float]]) -> float:
    """Wide enough that the boxes of the fullest ring could stand on its circle, within limits: what overlaps then is pushed apart,
    which keeps names larger in the frame than wide rings would."""
    rings: dict[int, float] = {}
    for id_, (distance, _) in polar.items():
        if distance > 0:
            rings[int(distance)] = rings.get(int(distance), 0.0) + (boxes[id_][0] + boxes[id_][1]) / 2 + 12
    needed = [length / (2 * math.pi * distance) / 1.2 for distance, length in rings.items()]
    return min(165.0, max([110.0, *needed]))


def _pushed_apart(
    places: dict[str, tuple[float, float]], boxes: Mapping[str, tuple[float, float]], fixed: str
) -> dict[str, tuple[float, float]]:
    """Move overlapping boxes apart along the shorter way, again and again until none overlap (or 400 rounds have passed)."""
    names = sorted(places)
    xs, ys = [places[name][0] for name in names], [places[name][1] for name in names]
    halves = [((boxes[name][0] + 8) / 2, (boxes[name][1] + 8) / 2) for name in names]
    middle = names.index(fixed) if fixed in places else -1
    for _ in range(400):
        moved = False
        for i, (half_x, half_y) in enumerate(halves):
            for j in range(i + 1, len(names)):
                lack_x = half_x + halves[j][0] - abs(xs[i] - xs[j])
                if lack_x <= 0:
                    continue
                lack_y = half_y + halves[j][1] - abs(ys[i] - ys[j])
                if lack_y <= 0:
                    continue
                moved = True
                # Sideways rather: frames are wide.
                line, lack = (xs, lack_x) if lack_x * 0.6 < lack_y else (ys, lack_y)
                sign = 1.0 if line[i] <= line[j] else -1.0
                share_i, share_j = (0.0, 1.0) if i == middle else (1.0, 0.0) if j == middle else (0.5, 0.5)
                line[i] -= sign * lack * share_i
                line[j] += sign * lack * share_j
        if not moved:
            break
    return {name: (x, y) for name, x, y in zip(names, xs, ys, strict=True)}


_HUBS = frozenset({"AgendaItem", "Decision", "Meeting"})
_MANY = 5


def bundled(
    nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], centre: str
) -> tuple[list[NetworkNode], list[NetworkEdge]]:
    """One sign for the many of a kind that an item, decision or meeting is tied to alike ("14 kommuner"): all those arrows hide
    what the picture is about. The middle and its own ties are never bundled; the same many of several are one sign."""
    kinds = {node.id: node.kind for node in nodes}
    ties: dict[tuple[str, str, bool, str], list[NetworkEdge]] = {}
    for edge in edges:
        if centre in (edge.source, edge.target):
            continue
        for hub, leaf, outgoing in ((edge.source, edge.target, True), (edge.target, edge.source, False)):
            if kinds.get(hub) in _HUBS and leaf in kinds:
                ties.setdefault((hub, edge.type, outgoing, kinds[leaf]), []).append(edge)
    signs: dict[str, NetworkNode] = {}
    arrows: list[NetworkEdge] = []
    taken: set[NetworkEdge] = set()
    for (hub, type_, outgoing, kind), group in ties.items():
        members = tuple(sorted({edge.target if outgoing else edge.source for edge in group}))
        if len(members) < _MANY:
            continue
        taken.update(group)
        id_ = f"many:{kind}:{hashlib.sha256(' '.join(members).encode()).hexdigest()[:12]}"
        signs[id_] = NetworkNode(id_, kind, "", members)
        ends = (hub, id_) if outgoing else (id_, hub)
        arrows.append(NetworkEdge(ends[0], type_, ends[1], inferred=all(edge.inferred for edge in group)))
    left = [edge for edge in edges if edge not in taken]
    tied = {end for edge in left for end in (edge.source, edge.target)}
    lost = {end for edge in taken for end in (edge.source, edge.target)} - tied - {edge.source for edge in arrows}
    lost -= {edge.target for edge in arrows}
    kept = [node for node in nodes if node.id == centre or node.id not in lost]
    return [*kept[:1], *signs.values(), *kept[1:]], [*left, *arrows]


def limited(nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], centre: str) -> Network:
    """The first MAX_NODES nodes, the middle among them, with the relationships among those."""
    ordered = [node for node in nodes if node.id == centre] + [node for node in nodes if node.id != centre]
    kept = tuple(dict.fromkeys(ordered))[:MAX_NODES]
    ids = {node.id for node in kept}
    among = tuple(edge for edge in edges if edge.source in ids and edge.target in ids)
    return Network(centre=centre, nodes=kept, edges=among, total=len(set(nodes)))
