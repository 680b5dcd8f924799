"""A document as the store keeps it: its layout as plain values, and the way back."""

from __future__ import annotations

from typing import Any

from graph.load import Incoming
from ingest.document import Block, BlockKind, Cell, Document, Mark, MarkKind


def layout_of(document: Document) -> dict[str, Any]:
    """The blocks, marks and page starts of a document as plain values, as `Document.layout` keeps them."""
    return {
        "blocks": [
            {
                "kind": block.kind.value,
                "start": block.start,
                "end": block.end,
                "page": block.page,
                "level": block.level,
                "number": block.number,
                "rows": [[[cell.start, cell.end] for cell in row] for row in block.rows],
            }
            for block in document.blocks
        ],
        "marks": [{"kind": mark.kind.value, "start": mark.start, "end": mark.end} for mark in document.marks],
        "pageStarts": list(document.page_starts),
    }


def document_of(stored: Incoming) -> Document:
    """The neutral document again, from what the store keeps of it."""
    facts = stored.record.document
    blocks = tuple(
        Block(
            BlockKind(block["kind"]),
            block["start"],
            block["end"],
            block["page"],
            block["level"],
            block["number"],
            tuple(tuple(Cell(start, end) for start, end in row) for row in block["rows"]),
        )
        for block in stored.layout["blocks"]
    )
    return Document(
        file=facts.file,
        sha256=facts.sha256,
        media_type=facts.media_type,
        text=stored.text,
        blocks=blocks,
        marks=tuple(Mark(MarkKind(mark["kind"]), mark["start"], mark["end"]) for mark in stored.layout["marks"]),
        page_starts=tuple(stored.layout["pageStarts"]),
        pages=facts.pages,
        carries_strikethrough=facts.carries_strikethrough,
        title=facts.title,
    )
