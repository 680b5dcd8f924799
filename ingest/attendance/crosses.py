"""Columns of crosses that ran together with the column behind them, parted again: "Frånv. Tjänstgörande ersättare" over "X Anna Ek (S)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.attendance.grids import ABSENCE, PRESENCE
from ingest.attendance.model import Context
from ingest.document import Cell

_CROSSED = re.compile(r"[ ]*[xX×✓](?:[ ]+|$)")
_BOXED = re.compile(r"[ ]*(?:[☒☐☑✓✔✗✘□]|\[[xX ]\])[ ]+(?=[A-ZÅÄÖ])")
""" "☒ Anna Ek": a box before the name, in its cell."""
_HEAD = re.compile(r"[ ]*(?:(?:ej|inte)[ ]+)?\S+[ ]+(?=(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
_FEWEST = 2
_FEWEST_BOXED = 3


def part_crosses(context: Context, rows: Sequence[Sequence[Cell]]) -> tuple[Sequence[Sequence[Cell]], int | None]:
    """The rows with a cell more, and the column that is two in them; the rows themselves and None where no column is so: its head says
    who came or who did not and something else besides, and two cells at least begin with a cross, of which one has a name behind it; or
    three begin with a box."""
    text = context.text
    for column in range(max((len(row) for row in rows), default=0)):
        cells = [row[column] for row in rows if column < len(row)]
        if sum(_BOXED.match(text, cell.start, cell.end) is not None for cell in cells) >= _FEWEST_BOXED:
            return [_unboxed(context, row, column) for row in rows], column
        head = next((_HEAD.match(text, cell.start, cell.end) for cell in cells if cell.end > cell.start), None)
        if head is None or not (PRESENCE.match(head.group().strip()) or ABSENCE.match(head.group().strip())):
            continue
        crossed = [match for cell in cells if (match := _CROSSED.match(text, cell.start, cell.end))]
        if len(crossed) < _FEWEST or not any(
            context.names_someone(match.end(), cell.end) for match, cell in _with_cells(crossed, cells)
        ):
            continue
        return [_parted(context, row, column) for row in rows], column
    return rows, None


def _with_cells(crossed: Sequence[re.Match[str]], cells: Sequence[Cell]) -> list[tuple[re.Match[str], Cell]]:
    by_start = {cell.start: cell for cell in cells}
    return [(match, by_start[match.start()]) for match in crossed]


def _unboxed(context: Context, row: Sequence[Cell], column: int) -> list[Cell]:
    if column >= len(row):
        return list(row)
    cell = row[column]
    box = _BOXED.match(context.text, cell.start, cell.end)
    at = box.end() if box else cell.start
    return [*row[:column], Cell(cell.start, at), Cell(at, cell.end), *row[column + 1 :]]


def _parted(context: Context, row: Sequence[Cell], column: int) -> list[Cell]:
    if column >= len(row):
        return list(row)
    cell = row[column]
    words = context.text[cell.start : cell.end].strip()
    head = _HEAD.match(context.text, cell.start, cell.end)
    told = bool(PRESENCE.match(words) or ABSENCE.match(words))
    first = _CROSSED.match(context.text, cell.start, cell.end) or (head if told else None)
    at = first.end() if first else cell.end if told else cell.start
    return [*row[:column], Cell(cell.start, at), Cell(at, cell.end), *row[column + 1 :]]
