"""The document itself, what it is as a report, and what its running text names."""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph.building.collector import Collector
from graph.resolution.ledger import Where
from graph.schema import Label, RelationshipType

R = RelationshipType


def add_document(graph: Collector, path: str, paths: Sequence[str], read_with: str) -> None:
    """The Document node, last of all: it names every node that the document tells of."""
    facts = graph.record.document
    domain = sorted(id_ for label, by_id in graph.nodes.items() if label not in (Label.PASSAGE, Label.MENTION) for id_ in by_id)
    graph.node(
        Label.DOCUMENT,
        {
            "id": graph.document,
            "name": facts.title or facts.file,
            "file": facts.file,
            "path": path,
            "paths": sorted(paths),
            "sha256": facts.sha256,
            "mediaType": facts.media_type,
            "kind": facts.kind.value,
            "title": facts.title,
            "diaryNumber": facts.diary_number,
            "date": facts.date,
            "pages": facts.pages,
            "language": facts.language,
            "readerVersion": facts.reader_version,
            "readWith": read_with,
            "carriesStrikethrough": facts.carries_strikethrough,
            "text": graph.words.text,
            "layout": json.dumps(graph.words.layout, ensure_ascii=False, separators=(",", ":")),
            "record": graph.record.model_dump_json(by_alias=True),
            "ledger": graph.ledger.to_json(),
            "nodes": domain,
            "resolution": graph.resolution.signature(graph.document),
            "unread": len(graph.record.unread),
        },
    )


def add_report(graph: Collector) -> None:
    """A report's own title names a Report, so that the paper and the meetings it was laid before meet."""
    title = graph.record.document.title or ""
    at = graph.words.find(title, (0, min(len(graph.words.text), 4000)))
    passage = graph.passage(at or (0, min(len(graph.words.text), len(title))), None)
    for link in graph.links("d"):
        graph.entity(link.entity)
    graph.mention("d", passage, at)


def add_running_text(graph: Collector) -> None:
    """Bodies, people and topics that running text names, as mentions alone: no fact follows from a name by itself."""
    for ref, sighting in graph.sightings.items():
        if sighting.where is not Where.TEXT or sighting.span is None or not graph.links(ref):
            continue
        graph.entity(graph.links(ref)[0].entity)
        section = None
        if sighting.meeting is not None and sighting.item is not None:
            section = graph.record.meetings[sighting.meeting].items[sighting.item].title
        graph.mention(ref, graph.passage(graph.words.context(sighting.span), section), sighting.span)
