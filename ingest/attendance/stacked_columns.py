"""Tables of who came whose columns came one below the other, each under its head: "Namn" over all names, then "Parti" over all letters, then
"Närvaro" over all marks.

The people and what the columns say of them are put beside one another again where a column has as many lines as there are names. A column
for presence with another number of lines, or with none (its marks were lost), leaves its cells empty: it is then not told who came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold
from ingest.attendance.cell_heads import ABOUT, NAMES, NOTES, PRESENCE
from ingest.attendance.listing import list_names
from ingest.attendance.model import Codes, Context
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line

_NAME_HEAD = re.compile(r"(?:namn|deltagare|person(?:er)?|ledamot)", re.IGNORECASE)
_HEAD = re.compile(rf"(?:{NAMES}|{ABOUT}|(?P<presence>{PRESENCE})|{NOTES})", re.IGNORECASE)
_SAID = frozenset({"narvarande", "franvarande", "ersattare", "ledamot", "deltog", "forhinder"})
"""Words that stand over a column and in one."""
_FEWEST = 3
_MATRIX = Codes(matrix=True)


def read_stacked_columns(context: Context, lines: Sequence[Line], position: int) -> tuple[Line, int] | None:
    """The table that begins with the head of a column of names at a position, as one line, and the position behind it; None where there is
    none, or none of its columns is for presence."""
    if lines[position].cells or _NAME_HEAD.fullmatch(lines[position].text) is None:
        return None
    names, upto = _column_below(lines, position)
    if len(names) < _FEWEST or not all(_is_name(context, line) for line in names):
        return None
    columns: list[tuple[Line, list[Line], bool]] = [(lines[position], names, False)]
    while upto < len(lines) and (head := _HEAD.fullmatch(lines[upto].text)) is not None and not lines[upto].cells:
        below, following = _column_below(lines, upto)
        columns.append((lines[upto], below, head["presence"] is not None))
        upto = following
    if sum(presence for _, _, presence in columns) != 1:
        return None
    kept = [
        (head, below if len(below) == len(names) else []) for head, below, told in columns if told or len(below) == len(names)
    ]
    start, end = lines[position].start, lines[upto - 1].end
    rows = [tuple(Cell(head.start, head.end) for head, _ in kept)]
    rows += [tuple(Cell(at[i].start, at[i].end) if at else Cell(end, end) for _, at in kept) for i in range(len(names))]
    block = Block(BlockKind.TABLE, start, end, context.document.page_of(start), rows=tuple(rows))
    return Line(lines[position].document, 0, start, end, block, rows[0], lines[position].blank_before), upto


def _column_below(lines: Sequence[Line], position: int) -> tuple[list[Line], int]:
    """The lines of the column whose head stands at a position, up to an empty line or the head of another."""
    at = position + 1
    while at < len(lines) and not lines[at].cells and not lines[at].blank_before:
        if _HEAD.fullmatch(lines[at].text) is not None and fold(lines[at].text) not in _SAID:
            break
        at += 1
    return list(lines[position + 1 : at]), at


def _is_name(context: Context, line: Line) -> bool:
    names = list_names(context, line.start, line.end, _MATRIX)
    return len(names) == 1 and names[0].start <= line.start + 3
