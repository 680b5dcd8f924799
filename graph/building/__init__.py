"""From one record to nodes and edges. Pure: what every mention means comes in with the resolution, nothing is looked up here.

The graph of a set of documents is the union of their DocumentGraphs: entities as the resolution gives them, meetings, items
and decisions merged from all documents that tell of them (`merge_tellings`), and every edge with the one document that says so.

model.py (values) and passages.py (which words) -> collector.py (nodes and edges while they are collected) -> bodies.py, places.py
-> movements.py -> decisions.py -> items.py -> meetings.py; beside them document.py
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.building.collector import Collector
from graph.building.document import add_document, add_report, add_running_text
from graph.building.meetings import add_meeting
from graph.building.model import SHARED, DocumentGraph, Edge, EdgeKind, Properties, Told, merge_tellings
from graph.building.movements import TARGETS
from graph.building.passages import Words
from graph.record import Record
from graph.resolution.ledger import Ledger, build_ledger
from graph.resolution.model import Resolution

__all__ = [
    "SHARED",
    "TARGETS",
    "DocumentGraph",
    "Edge",
    "EdgeKind",
    "Properties",
    "Told",
    "build_graph",
    "merge_tellings",
]


def build_graph(
    record: Record,
    document_text: str,
    layout: Mapping[str, Any],
    path: str,
    resolution: Resolution,
    *,
    paths: Sequence[str] = (),
    read_with: str = "",
    ledger: Ledger | None = None,
) -> DocumentGraph:
    """The nodes and edges of one document.

    `layout` has the blocks, marks and page starts of the text; `path` says where the file was read from, `paths` where else
    the same content lies; `read_with` is the digest of the lexicon it was read with; `ledger` is that of the record, if it is at
    hand already.
    """
    graph = Collector(record, Words(document_text, layout), resolution, ledger or build_ledger(record, document_text))
    if "d" in graph.sightings:
        add_report(graph)
    for j, meeting in enumerate(record.meetings):
        add_meeting(graph, meeting, j)
    for a in record.abbreviations:
        graph.passage(graph.words.context(a.span), graph.words.section_of(a.span))
    add_running_text(graph)
    add_document(graph, path, paths or (path,), read_with)
    return graph.collected()
