"""Tables of who came to which of several meetings, read for one of them: "Ledamot | 6 feb | 27 mars | 12 juni".

    Ledamöter        Kommun   6 feb  27 mars  12 juni            Ledamöter        Kommun                   Närv
    Anna Ek          Mora     x      f        x           ->     Anna Ek          Mora                     x
    Bo Alm           Orsa     x      x        –                  Bo Alm           Orsa                     –

The marks under the days of other meetings are blanked, letter for letter, and the day of this one is read as the head of a column of
presence, whether the rows are those of a table, lines whose columns ran together, or a cell to a line. Where the table has no column for
the day of the meeting, or a row has fewer marks than there are days (the copy has lost its empty cells), it is not told who came.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.names import fold, whole_lowered
from graph.record import Span
from ingest.attendance.words import known_letters
from ingest.dates import MONTHS_BY_NAME
from ingest.document import Block, Cell, Document
from ingest.lines import Line

_WEEKDAY = r"(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?\.?[ ]+)?(?:den[ ]+)?"
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-zåäö]{{0,6}}\.?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?:(?P<iso>(?:20)?\d\d-?[01]\d-?[0-3]\d)|(?P<d>[0-3]?\d)(?:[/.](?P<m>[01]?\d)|[ ]?(?P<month>{_MONTH}))(?:[ -](?P<y>20\d\d))?)(?![\w/])",
    re.IGNORECASE,
)
_DAY_CORE = re.compile(rf"\d(?:[/.]\d|[ ]?(?:{'|'.join(_MONTHS)})|\d-?[01]\d-?[0-3]\d)", re.IGNORECASE)
"""What stands in every day, and reaches into no other one."""
_MONTH_ALONE = re.compile(rf"(?P<month>{_MONTH})(?![\w/])", re.IGNORECASE)
_FEWEST_DAYS, _FEWEST_MONTHS, _FEWEST_ROWS = 2, 3, 2
_SIGN = r"(?:[xX×✓✔√☒☑✗✘☐□●○+*\-–—01]|[Jj]a|[Nn]ej|[Nn]ärv(?:arande)?|[Ff]rånv(?:arande)?|[A-ZÅÄÖ]{1,2}|[a-hj-z]|\(x\))"
"""A word of two small letters is none, and neither is "i"."""
_SIGNS_IN_LINE = re.compile(rf"(?<![^\s]){_SIGN}(?:[ \t]+{_SIGN})*(?=\s|$)")
_SIGN_ALONE = re.compile(_SIGN)
_LONGEST_LINE = 120
_WITHOUT = 4
"""So many lines without a row end a table whose columns ran together."""
_HEAD = "Närv"
OTHER_MEETINGS = "tabellen gäller flera möten; vilket tecken som gäller detta framgår inte"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: where it stands, and its month and day (no day where only the month is told)."""

    span: Span
    month: int
    day: int | None


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A row of people: where it stands, and its marks, one to each head; None where they are more or fewer."""

    span: Span
    marks: tuple[Span, ...] | None
    uneven: bool = False
    """Whether it has several marks, and fewer than there are heads."""


@dataclass(frozen=True, slots=True)
class DatedTable:
    """A table with a column for each of several meetings."""

    heads: tuple[Head, ...]
    rows: tuple[DatedRow, ...]

    def column(self, day: dt.date | None) -> int | None:
        """The column of a day; None where there is none, or more than one may be its."""
        if day is None:
            return None
        found = [i for i, head in enumerate(self.heads) if head.month == day.month and head.day in (None, day.day)]
        return found[0] if len(found) == 1 else None

    def told_column(self, text: str, day: dt.date | None) -> int | None:
        """The same, where some row has a mark in it: of a column that nobody filled in nothing is told. Where all rows have fewer marks than
        there are days, it is the column of the last meeting that was held."""
        column = self.column(day)
        longest = max((len(row.marks) for row in self.rows if row.marks is not None), default=0)
        if longest < len(self.heads) and column != longest - 1:
            return None
        marks = [
            row.marks[column] for row in self.rows if row.marks is not None and column is not None and column < len(row.marks)
        ]
        return column if any(text[slice(*mark)].strip() for mark in marks) else None


def find_dated_tables(lines: Sequence[Line]) -> list[DatedTable]:
    """The tables with days over two columns or more and marks below them."""
    found: list[DatedTable] = []
    after = 0
    months = _months_together(lines[0].document.text) if lines else []
    for position, line in enumerate(lines):
        if position < after or len(line.text) > _LONGEST_LINE or not _may_head(line, months):
            continue
        table, upto = _table_at(lines, position)
        if table is not None and sum(row.marks is not None or row.uneven for row in table.rows) >= _FEWEST_ROWS:
            found.append(table)
            after = upto
    return found


def with_one_column(lines: Sequence[Line], tables: Sequence[DatedTable], day: dt.date | None) -> tuple[list[Line], list[Span]]:
    """The lines with the columns of other meetings blanked, those dropped that held nothing else, and the rows that do not tell who
    came on `day`."""
    letters = list(lines[0].document.text)
    untold: list[Span] = []
    for table in tables:
        column = table.told_column(lines[0].document.text, day)
        for index, head in enumerate(table.heads):
            _blank(letters, head.span)
            if index == column:
                _write_head(letters, head.span)
        for row in table.rows:
            if row.marks is None or column is None or column >= len(row.marks):
                untold.append(row.span)
            for index, span in enumerate(row.marks or ()):
                if index != column:
                    _blank(letters, span)
    return _relined(lines, replace(lines[0].document, text="".join(letters))), untold


def _relined(lines: Sequence[Line], document: Document) -> list[Line]:
    """The lines in a text that has spaces for some words of them, and in which cells that hold nothing else are empty."""
    blocks = {id(block): _emptied(block, document.text) for block in document.blocks if block.rows}
    document = replace(document, blocks=tuple(blocks.get(id(block), block) for block in document.blocks))
    out: list[Line] = []
    for line in lines:
        words = document.text[line.start : line.end]
        start, end = line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())
        if start < end:
            block = blocks.get(id(line.block), line.block)
            cells = _without_blanks(line.cells, document.text)
            out.append(Line(document, len(out), start, end, block, cells, line.blank_before, numbered=line.numbered))
    return out


def _emptied(block: Block, text: str) -> Block:
    return replace(block, rows=tuple(_without_blanks(row, text) for row in block.rows))


def _without_blanks(cells: tuple[Cell, ...], text: str) -> tuple[Cell, ...]:
    return tuple(cell if text[cell.start : cell.end].strip() else Cell(cell.start, cell.start) for cell in cells)


def _blank(letters: list[str], span: Span) -> None:
    for at in range(*span):
        if not letters[at].isspace():
            letters[at] = " "


def _write_head(letters: list[str], span: Span) -> None:
    """The head of a column of presence where a day stood; one shorter than its words may reach into the space before it."""
    start = min(span[0], span[1] - len(_HEAD))
    if start >= 0 and all(letter == " " for letter in letters[start : span[0]]):
        letters[start : start + len(_HEAD)] = _HEAD


def _may_head(line: Line, months: Sequence[int]) -> bool:
    """Whether days may stand in a line as over columns: two of them, three months, or one of either that is all there is. `months` are those
    of the document with others beside them."""
    words = line.text
    core = _DAY_CORE.search(words)
    if core is None:
        asked = words.lstrip(" *_")[:3].casefold() in _MONTHS
    elif line.cells or _DAY_CORE.search(words, core.end()) is not None:
        asked = True
    else:
        asked = _read_head(words, 0, len(words)) is not None
    if not asked:
        together = bisect_left(months, line.start)
        if together == len(months) or months[together] >= line.end:
            return False
    return _DAY.search(words) is not None or _MONTH_ALONE.search(words) is not None


def _months_together(text: str) -> list[int]:
    """Where the first of three months stands, or of what begins like them, that are no further from one another than a line is long."""
    lower = whole_lowered(text).replace("ſ", "s")  # a long s is one where case does not matter
    found: list[int] = []
    for month in _MONTHS:
        at = lower.find(month)
        while at >= 0:
            found.append(at)
            at = lower.find(month, at + 1)
    found.sort()
    return [first for first, third in zip(found, found[_FEWEST_MONTHS - 1 :], strict=False) if third - first < _LONGEST_LINE]


def _table_at(lines: Sequence[Line], position: int) -> tuple[DatedTable | None, int]:
    """The table whose days begin in a line, and the position of the line behind it."""
    line = lines[position]
    if line.cells:
        return _of_cells(lines, position)
    heads = _days_in_line(line)
    if heads:
        return _of_lines(lines, position, heads)
    return _of_one_to_a_line(lines, position)


def _read_head(text: str, start: int, end: int) -> Head | None:
    """A head that is nothing but a day or a month."""
    while start < end and text[start] in " *_":
        start += 1
    while end > start and text[end - 1] in " *_":
        end -= 1
    match = _DAY.fullmatch(text, start, end) or _MONTH_ALONE.fullmatch(text, start, end)
    return _head_of(match) if match else None


def _head_of(match: re.Match[str]) -> Head | None:
    told = match.groupdict()
    day: int | None
    if iso := told.get("iso"):
        digits = iso.replace("-", "")[-4:]
        month, day = int(digits[:2]), int(digits[2:])
    else:
        day = int(told["d"]) if told.get("d") else None
        month = int(told["m"]) if told.get("m") else MONTHS_BY_NAME.get(fold(told["month"].rstrip(".")), 0)
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Head(match.span(), month, day)


def _are_enough(heads: Sequence[Head]) -> bool:
    return len(heads) >= (_FEWEST_DAYS if all(head.day for head in heads) else _FEWEST_MONTHS)


def _of_cells(lines: Sequence[Line], position: int) -> tuple[DatedTable | None, int]:
    line = lines[position]
    text = line.document.text
    heads = {i: head for i, cell in enumerate(line.cells) if (head := _read_head(text, cell.start, cell.end))}
    if not _are_enough(list(heads.values())):
        return None, position
    upto = position + 1
    rows: list[DatedRow] = []
    while upto < len(lines) and lines[upto].block is line.block:
        cells = lines[upto].cells
        if any(cell.end > cell.start for cell in cells[: min(heads)]):
            marks = tuple((cells[i].start, cells[i].end) for i in heads) if len(cells) > max(heads) else None
            rows.append(DatedRow((lines[upto].start, lines[upto].end), marks))
        upto += 1
    return DatedTable(tuple(heads.values()), tuple(rows)), upto


def _days_in_line(line: Line) -> list[Head]:
    """The days or months in a line, where they stand one right behind the other."""
    text = line.document.text
    for pattern in (_DAY, _MONTH_ALONE):
        runs: list[list[Head]] = [[]]
        for match in pattern.finditer(text, line.start, line.end):
            head = _head_of(match)
            if head is None:
                continue
            if runs[-1] and text[runs[-1][-1].span[1] : match.start()].strip(" \t|"):
                runs.append([])
            runs[-1].append(head)
        best = max(runs, key=len)
        if _are_enough(best):
            return best
    return []


def _of_lines(lines: Sequence[Line], position: int, heads: Sequence[Head]) -> tuple[DatedTable | None, int]:
    rows: list[DatedRow] = []
    last = position
    for at in range(position + 1, len(lines)):
        line = lines[at]
        if line.cells or len(line.text) > _LONGEST_LINE or at - last > _WITHOUT or line.text.startswith("§"):
            break
        run = _signs_of(line, len(heads))
        if run is not None:
            last = at
            rows.append(DatedRow((line.start, line.end), run or None, 0 < len(run) < len(heads)))
        elif line.text[:1].isupper() and "=" not in line.text:
            rows.append(DatedRow((line.start, line.end), None))
    rows = [row for row in rows if row.span[0] <= lines[last].start]
    return DatedTable(tuple(heads), tuple(_held_so_far(rows, len(heads)))), last + 1


def _held_so_far(rows: Sequence[DatedRow], count: int) -> list[DatedRow]:
    """The rows with their marks, where all have as many: one to each head, or to each of the first, when the other meetings are still to
    come. Where some have fewer, it is lost which of theirs is lacking."""
    lengths = {len(row.marks) for row in rows if row.marks is not None}
    if lengths <= {count} or (len(lengths) == 1 and max(lengths) < count):
        return list(rows)
    return [row if row.marks is None or len(row.marks) == count else replace(row, marks=None) for row in rows]


def _signs_of(line: Line, count: int) -> tuple[Span, ...] | None:
    """The marks of a line, two at least and at most as many as there are days; an empty tuple where it has others, None where it has none."""
    text = line.document.text
    best: list[Span] = []
    for run in _SIGNS_IN_LINE.finditer(text, line.start, line.end):
        signs = [sign.span() for sign in _SIGN_ALONE.finditer(text, *run.span())]
        while signs and len(signs) > count and _is_party(text, signs[0]):
            signs = signs[1:]
        if len(signs) > len(best):
            best = signs
    if not best or all(_is_party(text, sign) for sign in best):
        return None
    fits = _FEWEST_DAYS <= len(best) <= count and not _is_party(text, best[0])
    return tuple(best) if fits else ()


def _is_party(text: str, span: Span) -> bool:
    letters = text[slice(*span)]
    return letters in known_letters() and letters not in _OF_PRESENCE


_OF_PRESENCE = frozenset({"N", "F"})
"""Letters that may be a small party's, and in such a table are not."""


def _of_one_to_a_line(lines: Sequence[Line], position: int) -> tuple[DatedTable | None, int]:
    heads: list[Head] = []
    at = position
    while (
        at < len(lines) and not lines[at].cells and (head := _read_head(lines[at].document.text, lines[at].start, lines[at].end))
    ):
        heads.append(head)
        at += 1
    if not _are_enough(heads):
        return None, position
    rows: list[DatedRow] = []
    over: list[Line] = []
    last = at
    for are_signs, run in _runs_of_signs(lines, at):
        if not are_signs:
            if len(run) > _LONGEST_ROW or any(len(line.text) > _LONGEST_LINE or line.text.startswith("§") for line in run):
                break
            over = run
            continue
        signs = [(line.start, line.end) for line in run]
        if len(signs) > len(heads) and _is_party(run[0].document.text, signs[0]):
            signs = signs[1:]
        if not rows and not over:
            break
        told = len(signs) == len(heads) and not _is_party(run[0].document.text, signs[0])
        rows.append(DatedRow((over[0].start if over else run[0].start, run[-1].end), tuple(signs) if told else None))
        last, over = run[-1].index, []
    behind = next((i for i, line in enumerate(lines) if line.index > last), len(lines))
    return DatedTable(tuple(heads), tuple(rows)), behind


_LONGEST_ROW = 8
"""Lines between the marks of two people: what stands behind those of one, the words over a group, the next one's name and seat."""


def _runs_of_signs(lines: Sequence[Line], start: int) -> Iterator[tuple[bool, list[Line]]]:
    for are_signs, run in groupby(lines[start:], key=lambda line: not line.cells and bool(_SIGN_ALONE.fullmatch(line.text))):
        yield are_signs, list(run)
