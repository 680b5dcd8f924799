"""Lines: the kept text cut at its line ends, each with what the grammar looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from graph.names import squash
from graph.record import Span
from ingest.action_columns import find_columns
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
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.document.text[self.start : self.end])

    @cached_property
    def bold_share(self) -> float:
        if not self.document.marks:
            return 0.0
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


def words_between(lines: Sequence[Line], text: str, span: Span) -> str:
    """The words of `text[start:end]` without those of other lines, as page headers that stand between the lines are."""
    start, end = span
    parts = [(max(start, x.start), min(end, x.end)) for x in lines if x.start < end and start < x.end]
    if not any(_WORD.search(text, a, b) for (_, a), (b, _) in pairwise(parts)):
        return squash(text[start:end])
    return squash(" ".join(text[a:b] for a, b in parts))


_WORD = re.compile(r"\w")


def _append(lines: list[Line], document: Document, start: int, end: int, block: Block, cells: tuple[Cell, ...]) -> None:
    before = lines[-1] if lines else None
    gap = document.text[before.end : start] if before else ""
    blank = before is None or before.block is not block or "\n\n" in gap.replace(" ", "").replace("\t", "")
    lines.append(Line(document, len(lines), start, end, block, cells, blank))


_ROW_NUMBER = re.compile(r"(?:§\s*)?\d{1,4}\s*[.)]?|\d{1,4}\s*§|[a-zåäö]\)?")
_LABELLED = re.compile(r"(?<=[.!?])\s+(?=(?:Beslut|Åtgärd|Föredragande|Ansvarig)\s*:)")


def split_agenda_rows(lines: list[Line]) -> list[Line]:
    """Minutes kept as a table of number, matter and notes: each row becomes a title line and the lines of its notes.

    A table counts as one when most of its rows begin with a number cell and go on with a matter and a note. Where such rows stand
    below those of another table, in one block, they alone are taken apart.
    """
    agendas: dict[int, frozenset[int]] = {}
    out: list[Line] = []
    for line in lines:
        block = line.block
        if block is None or not line.cells:
            out.append(line)
            continue
        if id(block) not in agendas:
            agendas[id(block)] = _agenda_rows(line.document, block)
        if line.start not in agendas[id(block)]:
            out.append(line)
            continue
        filled = [c for c in line.cells if c.end > c.start]
        title_end = filled[1].end if len(filled) > 1 else filled[0].end
        out.append(Line(line.document, 0, line.start, title_end, None, (), True))
        for cell in filled[2:]:
            out += [Line(line.document, 0, start, end, None, (), False) for start, end in _parts(line.document, cell)]
    if not any(agendas.values()):
        return lines
    return [Line(x.document, i, x.start, x.end, x.block, x.cells, x.blank_before) for i, x in enumerate(out)]


_FEWEST_ROWS = 3


def _agenda_rows(document: Document, block: Block) -> frozenset[int]:
    """Where the rows begin that are items: all rows of a table of items, or those whose numbers rise one by one; else none."""
    begins: list[int] = []
    numbers: list[int] = []
    if find_columns([document.text[c.start : c.end].strip() for c in block.rows[0]]):
        return frozenset()  # a table of what is to be done by whom
    for row in block.rows:
        cells = [document.text[c.start : c.end].strip() for c in row]
        if len(cells) >= 3 and _ROW_NUMBER.fullmatch(cells[0]) and any(ch.isalpha() for ch in cells[1]):
            begins.append(_row_start(row))
            numbers += [int(n) for n in re.findall(r"\d+", cells[0])]
    if len(begins) >= 2 and len(begins) * 2 > len(block.rows):
        return frozenset(_row_start(row) for row in block.rows)
    rising = len(numbers) == len(begins) >= _FEWEST_ROWS and all(b - a == 1 for a, b in pairwise(numbers))
    return frozenset(begins) if rising else frozenset()


def _row_start(row: Sequence[Cell]) -> int:
    """Where the first filled cell begins, as `Line.start` does; -1 for an empty row."""
    return next((c.start for c in row if c.end > c.start), -1)


def _parts(document: Document, cell: Cell) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    start = cell.start
    text = document.text[cell.start : cell.end]
    borders = sorted({m.start() for m in re.finditer(r"\n", text)} | {m.start() for m in _LABELLED.finditer(text)})
    for border in [*borders, len(text)]:
        raw = document.text[start : cell.start + border]
        begin = start + len(raw) - len(raw.lstrip())
        end = start + len(raw.rstrip())
        if end > begin:
            parts.append((begin, end))
        start = cell.start + border
    return parts
