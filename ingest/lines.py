"""Lines: the kept text cut at its line ends, each with what the grammar looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ingest.document import Block, BlockKind, Cell, Document, MarkKind


@dataclass(frozen=True)
class Line:
    """One line without its line end and without surrounding white space; `start` and `end` are offsets into the text.

    `block` is the block it stands in (None between blocks), `cells` the cells of a table row, `blank_before` whether an
    empty line or a block border parts it from the line before.
    """

    document: Document
    index: int
    start: int
    end: int
    block: Block | None
    cells: tuple[Cell, ...]
    blank_before: bool

    @cached_property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @cached_property
    def bold_share(self) -> float:
        return self.document.marked_share((self.start, self.end), MarkKind.BOLD)

    @property
    def is_heading(self) -> bool:
        return self.block is not None and self.block.kind is BlockKind.HEADING

    @property
    def page(self) -> int:
        return self.document.page_of(self.start)


def iter_lines(document: Document) -> list[Line]:
    """All non-empty lines of the flow, in order; page headers, footers and footnotes are left out."""
    lines: list[Line] = []
    aside = {BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE}
    for block in document.blocks:
        if block.kind in aside:
            continue
        if block.kind is BlockKind.TABLE and block.rows:
            for row in block.rows:
                filled = [c for c in row if c.end > c.start]
                if filled:
                    _append(lines, document, filled[0].start, filled[-1].end, block, row)
            continue
        position = block.start
        for raw in document.text[block.start : block.end].split("\n"):
            start = position + len(raw) - len(raw.lstrip())
            end = position + len(raw.rstrip())
            if end > start:
                _append(lines, document, start, end, block, ())
            position += len(raw) + 1
    return lines


def _append(lines: list[Line], document: Document, start: int, end: int, block: Block, cells: tuple[Cell, ...]) -> None:
    before = lines[-1] if lines else None
    gap = document.text[before.end : start] if before else ""
    blank = before is None or before.block is not block or "\n\n" in gap.replace(" ", "").replace("\t", "")
    lines.append(Line(document, len(lines), start, end, block, cells, blank))
