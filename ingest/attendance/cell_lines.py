"""Tables of who came that were copied one cell to a line: "Namn", "Parti", "Närvaro", then "Anna Ek", "S", "x", "Bo Alm", "M", "-".

The words over the columns tell in which order the cells of a row come; what a line is (a name, a party, a mark) tells to which column it
belongs where a cell was empty and has left no line. A row that can be read in two ways is not told of, and where an empty cell would tell
that somebody was away, none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.names import fold
from graph.record import Span
from ingest.attendance.cell_heads import Column, Holds, are_heads, read_heads
from ingest.attendance.cell_kinds import FEWEST, LONGEST_CELL, MATTER, CellKinds
from ingest.attendance.labels import find_labels
from ingest.attendance.model import OF_PEOPLE, Context
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line


@dataclass
class _Row:
    cells: dict[int, Line] = field(default_factory=dict)
    """The lines by the column that they belong to; none where words stand over a group."""
    over: Line | None = None
    more: Line | None = None
    """The last of lines behind its cells that go on with the last of them."""
    sure: bool = True

    @property
    def lines(self) -> list[Line]:
        return [self.over] if self.over else [*self.cells.values(), *([self.more] if self.more else [])]


class CellTable(NamedTuple):
    """A table put together from the lines of its cells."""

    lines: list[Line]
    untold: list[Span]
    """The rows that do not tell who came."""


def read_cell_lines(context: Context, lines: Sequence[Line], position: int) -> tuple[CellTable, int] | None:
    """The rows of the table whose heads begin at a position, as lines with cells, and the position behind it; None where there is none."""
    columns, upto = read_heads(lines, position)
    if not columns:
        return None
    if upto + FEWEST > len(lines):
        return None
    kinds = CellKinds(context, lines[upto])
    tables = [
        (_as_table(context, lines[position], lines[begin - 1].end, heads, found[0]), found[1])
        for heads, begin in _cuts(columns, lines, upto)
        if (found := _Reader(context, lines, heads, kinds).read(begin)) is not None
    ]
    return min(tables, key=lambda table: len(table[0].untold), default=None)


def _cuts(columns: list[Column], lines: Sequence[Line], upto: int) -> list[tuple[list[Column], int]]:
    """The heads of the columns, and those without the last where it may stand over the first group of rows."""
    last = columns[-1]
    alone = lines[upto - 1].start == last.cell.start
    shorter = [(columns[:-1], upto - 1)] if last.group and alone and are_heads(columns[:-1]) else []
    longer = [(columns, upto)]
    return [*longer, *shorter] if last.holds is Holds.NOTE and fold(lines[upto - 1].text) == "ersattare" else [*shorter, *longer]


class _Reader:
    """Reads the rows of one table, line by line."""

    def __init__(self, context: Context, lines: Sequence[Line], columns: Sequence[Column], kinds: CellKinds) -> None:
        self.context = context
        self.lines = lines
        self.columns = columns
        self.holds = [column.holds for column in columns]
        self.name = self.holds.index(Holds.NAME)
        self.kinds = kinds
        self.gapped = False
        told = len([holds for holds in self.holds if holds not in (Holds.NOTE, Holds.VOTE)])
        self.of_served = told > 2 and any(
            column.holds is Holds.NOTE and "ers" in fold(context.text[column.cell.start : column.cell.end]) for column in columns
        )
        """Whether names stand behind the marks; beside names and marks alone they may as well be of rows without a mark."""

    def read(self, begin: int) -> tuple[list[_Row], int] | None:
        """The rows from a position, and the position behind the last; None where too few follow one another."""
        self.gapped = self.lines[begin].blank_before and begin + 1 < len(self.lines) and self.lines[begin + 1].blank_before
        rows: list[_Row] = []
        at = begin
        while at < len(self.lines):
            if self._is_over(at):
                rows.append(_Row(over=self.lines[at]))
                at += 1
                continue
            found = self._read_row(at)
            if found is None:
                break
            row, at = found
            rows.append(row)
        while rows and rows[-1].over is not None:
            rows.pop()
            at -= 1
        people = [row for row in rows if row.over is None]
        marked = [row for row in people if self._mark_of(row) is not None]
        beside = sum(len(row.cells) > 1 for row in people)
        if len(people) < FEWEST or not (marked or (len(self.holds) > 2 and 2 * beside > len(people))):
            return None
        return rows, at

    def _mark_of(self, row: _Row) -> Line | None:
        return next((line for index, line in row.cells.items() if self.holds[index] is Holds.MARK), None)

    def _is_over(self, at: int) -> bool:
        """Whether a line stands over a group of rows: it names no column's cell, and a row begins behind it."""
        line = self.lines[at]
        if line.cells or at + 1 >= len(self.lines) or not self._begins_row(at + 1):
            return False
        labels = find_labels(self.context.text, line.start, line.end)
        return len(labels) == 1 and labels[0].alone and labels[0].kind in OF_PEOPLE and not labels[0].colon

    def _begins_row(self, at: int) -> bool:
        """Whether the name of a row stands at a position, or behind the cells that come before it."""
        for index in range(self.name + 1):
            if at >= len(self.lines) or self.lines[at].cells:
                return False
            if self._fits(self.holds[index], at):
                if index == self.name:
                    return True
                at += 1
        return False

    def _read_row(self, at: int) -> tuple[_Row, int] | None:
        """The row that begins at a position, and the position behind it."""
        row = _Row()
        could: list[set[int]] = []
        for index, holds in enumerate(self.holds):
            if at >= len(self.lines) or self.lines[at].cells:
                break
            if index > self.name and holds is not Holds.NOTE and self._is_next(at, holds):
                break
            if not self._fits(holds, at):
                if index == self.name:
                    return None
                continue
            row.cells[index] = self.lines[at]
            could.append({i for i, other in enumerate(self.holds) if other is not Holds.NOTE and self._fits(other, at)})
            at += 1
        if self.name not in row.cells:
            return None
        full = all(index in row.cells for index, holds in enumerate(self.holds) if holds is not Holds.NOTE)
        if not full:
            row.sure = not any(self._may_be_other(row, index, fits) for index, fits in zip(row.cells, could, strict=True))
        return row, self._take_more(row, at, full=full)

    def _may_be_other(self, row: _Row, index: int, fits: set[int]) -> bool:
        """Whether a cell of a row that lacks one may be a mark though it was not taken for one, or something else though it was."""
        missing = [self.holds[i] for i in fits if i not in row.cells]
        if self.holds[index] is Holds.MARK:
            return any(holds not in (Holds.MARK, Holds.VOTE) for holds in missing)
        return self.holds[index] not in (Holds.NOTE, Holds.NUMBER, Holds.VOTE) and Holds.MARK in missing

    def _take_more(self, row: _Row, at: int, *, full: bool) -> int:
        """The position behind the lines that go on with the last cell of a row."""
        for upto in (at + 1, at + 2):
            if upto >= len(self.lines) or self._begins_row(upto - 1) or self._is_over(upto - 1):
                return at
            last = self.lines[upto - 1]
            if last.cells or last.blank_before or len(last.text) > LONGEST_CELL or MATTER.match(last.text):
                return at
            if self._begins_row(upto) or self._is_over(upto):
                row.more = last
                row.sure = row.sure and full
                return upto
        return at

    def _is_next(self, at: int, holds: Holds) -> bool:
        """Whether the next row begins at a position, though what stands there could be a cell of this one."""
        if holds is Holds.BODY or self.name == 0:
            return self._fits(Holds.NAME, at)
        return self._begins_row(at) and not (holds is Holds.MARK and self._fits(holds, at))

    def _fits(self, holds: Holds, at: int) -> bool:
        """Whether the line at a position may be a cell of a column."""
        return self._is_note(at) if holds is Holds.NOTE else self.kinds.fits(holds, self.lines[at])

    def _is_note(self, at: int) -> bool:
        """Whether a line may be a note: its words say so, or the next row begins behind it."""
        line = self.lines[at]
        if line.cells or len(line.text) > LONGEST_CELL or MATTER.match(line.text):
            return False
        if self._begins_row(at):  # the name of another: of who served, where the head tells so, or of the next row
            return self.of_served and at + 1 < len(self.lines) and self._begins_row(at + 1)
        if self.kinds.is_noted(line):
            return True
        if line.blank_before and not self.gapped:
            return False
        return at + 1 < len(self.lines) and (self._begins_row(at + 1) or self._is_over(at + 1))


def _as_table(context: Context, first: Line, end: int, heads: Sequence[Column], rows: Sequence[_Row]) -> CellTable:
    """The rows as lines with cells; those of which it is not told who came have no mark."""
    kept = [index for index, column in enumerate(heads) if column.holds not in (Holds.VOTE, Holds.NUMBER)]
    marks = [index for index in kept if heads[index].holds is Holds.MARK]
    untold = _untold(rows, marks, [index for index in kept if heads[index].holds is Holds.NOTE])
    table: list[tuple[int, int, tuple[Cell, ...]]] = [(first.start, end, tuple(heads[index].cell for index in kept))]
    for number, row in enumerate(rows):
        start, stop = row.lines[0].start, row.lines[-1].end
        if row.over is not None:
            cells = [Cell(start, stop), *[Cell(stop, stop)] * (len(kept) - 1)]
        else:
            cells = []
            last = max(row.cells)
            for index in kept:
                line = row.cells.get(index)
                before = cells[-1].end if cells else start
                if line is None or (index in marks and number in untold):
                    cells.append(Cell(before, before))
                else:
                    cells.append(Cell(line.start, row.more.end if row.more and index == last else line.end))
        table.append((start, stop, tuple(cells)))
    block = Block(
        BlockKind.TABLE, first.start, table[-1][1], context.document.page_of(first.start), rows=tuple(c for _, _, c in table)
    )
    lines = [
        Line(first.document, 0, start, stop, block, cells, first.blank_before if not at else False)
        for at, (start, stop, cells) in enumerate(table)
    ]
    return CellTable(lines, [(rows[number].lines[0].start, rows[number].lines[-1].end) for number in untold])


def _untold(rows: Sequence[_Row], marks: Sequence[int], notes: Sequence[int]) -> list[int]:
    """The rows of which it is not told who came: those that can be read in two ways, those without a mark or a note where others have marks
    of two kinds; and all, where no row has a mark, or two columns have them and not each is filled."""
    people = [number for number, row in enumerate(rows) if row.over is None]
    signs = {rows[number].cells[index].text.casefold() for number in people for index in marks if index in rows[number].cells}
    if not signs or (len(marks) > 1 and any(index not in rows[number].cells for number in people for index in marks)):
        return people
    told = {*marks, *notes}
    return [number for number in people if not rows[number].sure or (len(signs) > 1 and told.isdisjoint(rows[number].cells))]
