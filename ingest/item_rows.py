"""Minutes kept as a table without numbers and without names of columns: a title in the first cell, what was said in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.document import Block, BlockKind, Cell, MarkKind
from ingest.items.titles import is_formal
from ingest.lines import Line
from ingest.verbs import has_finite

_FEWEST = 3
_LEVEL = 3
_MOST_CELLS = 3
_LONGEST_TITLE = 90
_SHORTEST_TOLD = 60
_TITLE = re.compile(
    r"(?!(?:tid|plats|datum|närvarande|frånvarande|deltagare|förhinder|ordförande|sekreterare|justera\w*|kallade|adress|telefon|e-post|kommun)\b)"
    r"[A-ZÅÄÖ][^.;]*[^.;:,\s]",
    re.IGNORECASE,
)


def split_titled_rows(lines: list[Line]) -> list[Line]:
    """The lines, of which the rows of such a table are a heading and the lines of what was said."""
    titled = {row.start for row in _titled_rows(lines)}
    if not titled:
        return lines
    out: list[Line] = []
    for line in lines:
        if line.start not in titled or not line.cells:
            out.append(line)
            continue
        first, *others = _filled(line)
        heading = Block(BlockKind.HEADING, first.start, first.end, line.page, level=_LEVEL)
        out.append(Line(line.document, 0, first.start, first.end, heading, (), True))
        out += [Line(line.document, 0, cell.start, cell.end, None, (), k > 0) for k, cell in enumerate(others)]
    return [Line(x.document, k, x.start, x.end, x.block, x.cells, x.blank_before, x.numbered) for k, x in enumerate(out)]


def titled_row_starts(lines: Sequence[Line]) -> list[int]:
    """Where the rows of such tables begin: no list of who was there runs into them."""
    return [row.start for row in _titled_rows(lines)]


def _titled_rows(lines: Sequence[Line]) -> Iterator[Line]:
    for _, table in groupby((x for x in lines if x.cells), key=lambda x: id(x.block)):
        rows = list(table)
        if len(rows) >= _FEWEST and _are_items(rows):
            yield from rows


def _are_items(rows: Sequence[Line]) -> bool:
    """Whether each row has a title and what was said of it, and the titles tell that they are those of matters: one is of the order of
    business, or all are in bold."""
    pairs = [_filled(row) for row in rows]
    if any(
        not 2 <= len(cells) <= _MOST_CELLS or row.cells[0].end == row.cells[0].start
        for row, cells in zip(rows, pairs, strict=True)
    ):
        return False
    text = rows[0].document.text
    titles = [text[cells[0].start : cells[0].end].strip() for cells in pairs]
    told = [text[cells[1].start : cells[1].end].strip() for cells in pairs]
    if not all(len(t) <= _LONGEST_TITLE and _TITLE.fullmatch(t) for t in titles) or len({*titles}) < len(titles):
        return False
    if 3 * sum(map(_is_told, told)) < 2 * len(told):
        return False
    return any(map(is_formal, titles)) or all(_is_bold(row, cells[0]) for row, cells in zip(rows, pairs, strict=True))


def _is_told(words: str) -> bool:
    return has_finite(words) or len(words) > _SHORTEST_TOLD


def _is_bold(row: Line, cell: Cell) -> bool:
    return bool(row.document.marks) and row.document.marked_share((cell.start, cell.end), MarkKind.BOLD) > 0.85


def _filled(row: Line) -> list[Cell]:
    return [cell for cell in row.cells if cell.end > cell.start]
