"""Tables of who came that words over a group part, as these stand on a line without cells: the heads of the columns are over all rows."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.attendance.grids import ABSENCE, PRESENCE
from ingest.attendance.labels import find_labels
from ingest.attendance.model import OF_PEOPLE, Context
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line


def with_joined_tables(context: Context, lines: list[Line]) -> list[Line]:
    """The lines, of which those of tables parted by words over groups are of one table."""
    position = 0
    out = lines
    while position < len(lines) - 2:
        line = lines[position]
        if line.cells and not lines[position + 1].cells and lines[position + 2].cells and _has_presence(context, line.block):
            begin = next(i for i in range(position, -1, -1) if i == 0 or lines[i - 1].block is not line.block)
            end = _end_of(lines, position, len(line.cells))
            if end > position + 1:
                out = [*out[:begin], *_as_one(context, lines[begin:end]), *out[end:]]
                position = end
                continue
        position += 1
    return out


def _has_presence(context: Context, block: Block | None) -> bool:
    """Whether a head in the first row of a table is that of a column for presence."""
    heads = [context.text[cell.start : cell.end] for cell in block.rows[0]] if block is not None and block.rows else []
    return any(PRESENCE.match(head) or ABSENCE.match(head) for head in heads[1:])


def _end_of(lines: Sequence[Line], position: int, columns: int) -> int:
    """The position behind the last row that goes on with a table, over words that stand over a group."""
    end = position + 1
    while end + 1 < len(lines) and _is_over(lines[end]) and _goes_on(lines[end + 1], columns):
        upto = end + 2
        while upto < len(lines) and lines[upto].block is lines[end + 1].block:
            upto += 1
        if not _are_marked(lines[position], lines[end + 1 : upto]):
            break
        end = upto
    return end


def _are_marked(first: Line, rows: Sequence[Line]) -> bool:
    """Whether some row of a group has a mark below a head for presence; guests without marks are no rows of its column."""
    heads = first.block.rows[0] if first.block is not None else ()
    text = first.document.text
    told = [i for i, cell in enumerate(heads) if i and (PRESENCE.match(w := text[cell.start : cell.end]) or ABSENCE.match(w))]
    return any(len(row.cells) > i and row.cells[i].end > row.cells[i].start for row in rows for i in told)


def _is_over(line: Line) -> bool:
    if line.cells:
        return False
    labels = find_labels(line.document.text, line.start, line.end)
    return len(labels) == 1 and labels[0].alone and labels[0].kind in OF_PEOPLE and labels[0].status is None


def _goes_on(line: Line, columns: int) -> bool:
    """Whether a row has as many cells as those before it and no heads of its own."""
    if len(line.cells) != columns:
        return False
    words = [line.document.text[cell.start : cell.end] for cell in line.cells]
    return not any(PRESENCE.match(word) or ABSENCE.match(word) for word in words)


def _as_one(context: Context, inside: Sequence[Line]) -> list[Line]:
    columns = len(inside[0].cells)
    rows = tuple(line.cells or (Cell(line.start, line.end), *[Cell(line.end, line.end)] * (columns - 1)) for line in inside)
    start, end = inside[0].start, inside[-1].end
    block = Block(BlockKind.TABLE, start, end, context.document.page_of(start), rows=rows)
    return [
        Line(line.document, line.index, line.start, line.end, block, cells, line.blank_before and not at)
        for at, (line, cells) in enumerate(zip(inside, rows, strict=True))
    ]
