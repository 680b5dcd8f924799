"""Tables of who came that were copied one cell to a line: "Namn", "Parti", "Närvaro", then "Anna Ek", "S", "x", "Bo Alm", "M", "-".

The words over the columns tell in which order the cells of a row come; what a line is (a name, a party, a mark) tells to which column it
belongs where a cell was empty and has left no line. A row that can be read in two ways is not told of, and where an empty cell would tell
that somebody was away, none is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph.names import fold
from ingest.attendance.labels import find_labels
from ingest.attendance.limits import LIMIT
from ingest.attendance.listing import list_names
from ingest.attendance.model import OF_PEOPLE, Codes, Context
from ingest.attendance.stacked_columns import ABOUT, ABSENCE, NAMES, NOTES, PRESENCE
from ingest.attendance.statuses import find_legend
from ingest.attendance.words import canonical_role, has_title, party_letters, said_status
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line


class _Holds(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"
    NAME = "name"
    PARTY = "party"
    ROLE = "role"
    BODY = "body"
    MARK = "mark"
    VOTE = "vote"
    NOTE = "note"


_SLASH = r"(?:[ ]?/[ ]?(?:ersättare|ledamot|suppleant|parti|kommun))?"
_TOKEN = re.compile(
    rf"(?:(?P<mark>{PRESENCE}|{ABSENCE})|(?P<vote>ja|nej|avst(?:år|\.)?)|(?P<note>{NOTES})|(?P<name>{NAMES})|(?P<about>{ABOUT}))"
    rf"{_SLASH}(?:[ ]?\([^()\n]{{1,20}}\))?(?=[ ]|$)",
    re.IGNORECASE,
)
_ABOUT = {"nr": _Holds.NUMBER, "parti": _Holds.PARTY, "partibeteckning": _Holds.PARTY, "kommun": _Holds.BODY,
    "organisation": _Holds.BODY, "representerar": _Holds.BODY}  # fmt: skip
_LONGEST_HEAD = 120
_LONGEST_CELL = 90
_FEWEST = 3
_MOST_COLUMNS = 9
_REACH = 400
_MATRIX = Codes(matrix=True)
_NUMBER = re.compile(r"\d{1,3}[.)]?[ ]?e?")
_MATTER = re.compile(r"§|\d{1,3}[.)]?[ ]+[A-ZÅÄÖ]")
_NOTED = re.compile(
    r"(?:tj(?:g|änstg\w*)?\b|ers(?:ätt\w*|att\w*)?\b|för[ ]|fr\.?o\.?m|t\.?o\.?m|från|till|§|anm\w*|via|kom[ ]|lämna|deltog)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\)?")
_CROSSES = frozenset(("x", "×", "✓", "✔", "√", "☒", "☑", "1", "+", "ja", "(x)", "[x]", "närv", "närv."))
_DASHES = frozenset(("-", "–", "—", "0", "☐", "□", "✗", "✘", "nej", "[ ]", "[]", "frånv", "frånv."))
_CODES = frozenset(("n", "f"))


@dataclass(frozen=True, slots=True)
class _Column:
    holds: _Holds
    cell: Cell
    group: bool = False
    """Whether the word may as well stand over a group: "Ledamöter", "Ersättare"."""


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


def read_cell_lines(context: Context, lines: Sequence[Line], position: int) -> tuple[list[Line], int] | None:
    """The rows of the table whose heads begin at a position, as lines with cells, and the position behind it; None where there is none."""
    columns, upto = _read_heads(lines, position)
    if columns is None:
        return None
    for heads, begin in _cuts(columns, lines, upto):
        if (found := _Reader(context, lines, heads).read(begin)) is not None:
            rows, end = found
            return _as_table(context, lines[position], lines[begin - 1].end, heads, rows), end
    return None


def _cuts(columns: list[_Column], lines: Sequence[Line], upto: int) -> list[tuple[list[_Column], int]]:
    """The heads of the columns, and those without the last where it may stand over the first group of rows."""
    last = columns[-1]
    alone = lines[upto - 1].start == last.cell.start
    shorter = [(columns[:-1], upto - 1)] if last.group and alone and _are_heads(columns[:-1]) else []
    return [*shorter, (columns, upto)]


def _are_heads(columns: Sequence[_Column]) -> bool:
    holds = [column.holds for column in columns]
    return 2 <= len(holds) <= _MOST_COLUMNS and _Holds.NAME in holds and _Holds.MARK in holds


def _read_heads(lines: Sequence[Line], position: int) -> tuple[list[_Column] | None, int]:
    """The words over the columns, each on a line of its own or all on one, and the position behind them."""
    columns: list[_Column] = []
    at = position
    while at < len(lines) and len(columns) <= _MOST_COLUMNS and (more := _heads_in(lines[at])):
        if len(more) > 1 and columns:
            break
        columns += more
        at += 1
        if len(more) > 1:
            break
    named = False
    for index, column in enumerate(columns):  # "Ersättare" behind "Ledamot" and the marks are who served
        if column.holds is _Holds.NAME:
            if named:
                columns[index] = _Column(_Holds.NOTE, column.cell, group=column.group)
            named = True
    return (columns if _are_heads(columns) else None), at


def _heads_in(line: Line) -> list[_Column]:
    if line.cells or len(line.text) > _LONGEST_HEAD:
        return []
    columns: list[_Column] = []
    at = 0
    while at < len(line.text):
        token = _TOKEN.match(line.text, at)
        if token is None:
            return []
        words = fold(token.group())
        cell = Cell(line.start + token.start(), line.start + token.end())
        columns.append(_Column(_holds(token), cell, group=words in _GROUPS))
        at = token.end()
        while at < len(line.text) and line.text[at] == " ":
            at += 1
    return columns


_GROUPS = frozenset(("ledamoter", "ersattare", "deltagare", "representanter"))


def _holds(token: re.Match[str]) -> _Holds:
    kind = token.lastgroup or "note"
    if kind == "about":
        return _ABOUT.get(fold(token["about"]), _Holds.ROLE)
    if kind == "note" and fold(token["note"]) == "ersattare" and token.group() != token["note"]:
        return _Holds.NAME
    return _Holds(kind)


class _Reader:
    """Reads the rows of one table, line by line."""

    def __init__(self, context: Context, lines: Sequence[Line], columns: Sequence[_Column]) -> None:
        self.context = context
        self.lines = lines
        self.columns = columns
        self.holds = [column.holds for column in columns]
        self.name = self.holds.index(_Holds.NAME)
        self.codes: frozenset[str] = frozenset()
        self.gapped = False
        told = len([holds for holds in self.holds if holds not in (_Holds.NOTE, _Holds.VOTE)])
        self.of_served = told > 2 and any(
            column.holds is _Holds.NOTE and "ers" in fold(context.text[column.cell.start : column.cell.end]) for column in columns
        )
        """Whether names stand behind the marks; beside names and marks alone they may as well be of rows without a mark."""

    def read(self, begin: int) -> tuple[list[_Row], int] | None:
        """The rows from a position, and the position behind the last; None where too few follow one another."""
        if begin + _FEWEST > len(self.lines):
            return None
        reach = (max(0, self.lines[begin].start - _REACH), min(len(self.context.text), self.lines[begin].start + 2 * _REACH))
        self.codes = frozenset(code.casefold() for code in find_legend(self.context, [reach]).codes) or _CODES
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
        if len(people) < _FEWEST or not (marked or (len(self.holds) > 2 and 2 * beside > len(people))):
            return None
        return rows, at

    def _mark_of(self, row: _Row) -> Line | None:
        return next((line for index, line in row.cells.items() if self.holds[index] is _Holds.MARK), None)

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
            if index > self.name and holds is not _Holds.NOTE and self._is_next(at, holds):
                break
            if not self._fits(holds, at):
                if index == self.name:
                    return None
                continue
            row.cells[index] = self.lines[at]
            could.append({i for i, other in enumerate(self.holds) if other is not _Holds.NOTE and self._fits(other, at)})
            at += 1
        if self.name not in row.cells:
            return None
        full = all(index in row.cells for index, holds in enumerate(self.holds) if holds is not _Holds.NOTE)
        if not full:
            row.sure = not any(self._may_be_other(row, index, fits) for index, fits in zip(row.cells, could, strict=True))
        return row, self._take_more(row, at, full=full)

    def _may_be_other(self, row: _Row, index: int, fits: set[int]) -> bool:
        """Whether a cell of a row that lacks one may be a mark though it was not taken for one, or something else though it was."""
        missing = [self.holds[i] for i in fits if i not in row.cells]
        if self.holds[index] is _Holds.MARK:
            return any(holds not in (_Holds.MARK, _Holds.VOTE) for holds in missing)
        return self.holds[index] not in (_Holds.NOTE, _Holds.NUMBER, _Holds.VOTE) and _Holds.MARK in missing

    def _take_more(self, row: _Row, at: int, *, full: bool) -> int:
        """The position behind the lines that go on with the last cell of a row."""
        for upto in (at + 1, at + 2):
            if upto >= len(self.lines) or self._begins_row(upto - 1) or self._is_over(upto - 1):
                return at
            last = self.lines[upto - 1]
            if last.cells or last.blank_before or len(last.text) > _LONGEST_CELL or _MATTER.match(last.text):
                return at
            if self._begins_row(upto) or self._is_over(upto):
                row.more = last
                row.sure = row.sure and full
                return upto
        return at

    def _is_next(self, at: int, holds: _Holds) -> bool:
        """Whether the next row begins at a position, though what stands there could be a cell of this one."""
        if holds is _Holds.BODY or self.name == 0:
            return self._fits(_Holds.NAME, at)
        return self._begins_row(at) and not (holds is _Holds.MARK and self._fits(holds, at))

    def _fits(self, holds: _Holds, at: int) -> bool:
        """Whether the line at a position may be a cell of a column."""
        line = self.lines[at]
        text = line.text
        if len(text) > _LONGEST_CELL or line.cells:
            return False
        match holds:
            case _Holds.NUMBER:
                return _NUMBER.fullmatch(text) is not None
            case _Holds.NAME:
                return self._is_name(line)
            case _Holds.PARTY:
                if party_letters(text) is not None or text in ("-", "–"):
                    return True
                return _LETTERS.fullmatch(text) is not None and not self._is_mark(text)
            case _Holds.ROLE:
                return not self._is_name(line) and (canonical_role(text) is not None or has_title(text))
            case _Holds.BODY:
                return self._is_body(line)
            case _Holds.MARK | _Holds.VOTE:
                return self._is_mark(text)
            case _Holds.NOTE:
                return self._is_note(at)

    def _is_name(self, line: Line) -> bool:
        names = list_names(self.context, line.start, line.end, _MATRIX)
        return bool(names) and names[0].start == line.start and (len(names) == 1 or self._is_note_behind(line, names[0].end))

    def _is_note_behind(self, line: Line, end: int) -> bool:
        return _NOTED.match(self.context.text[end : line.end].lstrip(" ,(")) is not None

    def _is_body(self, line: Line) -> bool:
        if self._is_mark(line.text) or self._is_name(line) or _MATTER.match(line.text) or not line.text[:1].isupper():
            return False
        bodies = self.context.bodies(line.start, line.end)
        return any(body.span[0] == line.start for body in bodies) or (
            len(line.text.split()) <= 3 and not line.text.endswith((".", ":"))
        )

    def _is_mark(self, text: str) -> bool:
        words = text.casefold()
        if words in _CROSSES or words in _DASHES or words in self.codes or said_status(text.rstrip(".")) is not None:
            return True
        first = re.split(r"[ ,(]", words, maxsplit=1)[0]
        if first != words and (first in _CROSSES or first in _DASHES or first in self.codes):
            return True
        part = text.partition(",")[0]
        return part != text and said_status(part) is not None

    def _is_note(self, at: int) -> bool:
        """Whether a line may be a note: its words say so, or the next row begins behind it."""
        line = self.lines[at]
        if _MATTER.match(line.text):
            return False
        if self._begins_row(at):  # the name of another: of who served, where the head tells so, or of the next row
            return self.of_served and at + 1 < len(self.lines) and self._begins_row(at + 1)
        if LIMIT.search(line.text) or _NOTED.match(line.text) or said_status(line.text) is not None:
            return True
        if line.blank_before and not self.gapped:
            return False
        return at + 1 < len(self.lines) and (self._begins_row(at + 1) or self._is_over(at + 1))


def _as_table(context: Context, first: Line, end: int, heads: Sequence[_Column], rows: Sequence[_Row]) -> list[Line]:
    """The rows as lines with cells; the marks are left out where they do not tell."""
    kept = [index for index, column in enumerate(heads) if column.holds is not _Holds.VOTE]
    marks = [index for index in kept if heads[index].holds is _Holds.MARK]
    told = _are_told(rows, marks)
    table: list[tuple[int, int, tuple[Cell, ...]]] = [(first.start, end, tuple(heads[index].cell for index in kept))]
    for row in rows:
        start, stop = row.lines[0].start, row.lines[-1].end
        if row.over is not None:
            cells = [Cell(start, stop), *[Cell(stop, stop)] * (len(kept) - 1)]
        else:
            cells = []
            last = max(row.cells)
            for index in kept:
                line = row.cells.get(index)
                before = cells[-1].end if cells else start
                if line is None or (index in marks and not (told and row.sure)):
                    cells.append(Cell(before, before))
                else:
                    cells.append(Cell(line.start, row.more.end if row.more and index == last else line.end))
        table.append((start, stop, tuple(cells)))
    block = Block(
        BlockKind.TABLE, first.start, table[-1][1], context.document.page_of(first.start), rows=tuple(c for _, _, c in table)
    )
    return [
        Line(first.document, 0, start, stop, block, cells, first.blank_before if not at else False)
        for at, (start, stop, cells) in enumerate(table)
    ]


def _are_told(rows: Sequence[_Row], marks: Sequence[int]) -> bool:
    """Whether the marks of the rows tell who came: where those away have none, each row must be sure; of two columns of marks each must be
    filled in each row."""
    people = [row for row in rows if row.over is None]
    if len(marks) > 1:
        return all(index in row.cells for row in people for index in marks)
    return (
        all(row.sure for row in people)
        or len({row.cells[marks[0]].text.casefold() for row in people if marks[0] in row.cells}) > 1
    )
