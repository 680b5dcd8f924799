"""Tables of who came whose columns ran together, parted into cells again: "Anna Ek S x" below "Namn Parti Närvarande Anmärkning".

The words over the columns tell that there is one for presence; what stands in it is the first mark behind the name of each line. A line
then has three cells: the person with party, office and town; the mark, empty where the copy has lost an empty cell; and what is noted
behind it. Tables with columns for votes, or with two columns for presence and absence, are not parted: which of their crosses is which is
told by other rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.names import fold
from graph.record import Span
from ingest.attendance.cell_heads import ABOUT, ABSENCE, NAMES, NOTES, PRESENCE, heads_in
from ingest.attendance.cell_lines import read_cell_lines
from ingest.attendance.labels import find_labels
from ingest.attendance.listing import list_names
from ingest.attendance.model import OF_PEOPLE, Codes, Context
from ingest.attendance.stacked_columns import read_stacked_columns
from ingest.attendance.statuses import find_legend
from ingest.attendance.words import canonical_role, has_title, party_letters, said_status
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line

_HEAD = re.compile(
    rf"(?P<people>(?:(?:{NAMES}|{ABOUT})[ ]+)*)(?P<presence>{PRESENCE}|(?P<absence>{ABSENCE}))(?P<notes>(?:[ ]+{NOTES})*)[ ]*",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(rf"\b{NAMES}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.)]?[ \t]+")
_SIGNS = frozenset(
    (
        "x",
        "×",
        "✓",
        "✔",
        "√",
        "☒",
        "☑",
        "☐",
        "□",
        "✗",
        "✘",
        "1",
        "0",
        "-",
        "–",
        "—",
        "+",
        "ja",
        "nej",
        "(x)",
        "[x]",
        "[",
        "närv",
        "frånv",
    )
)
_DASHES = ("-", "–", "—")
_LETTERS = frozenset(("n", "f"))
_WORD = re.compile(r"[^\s,;]+")
_LONGEST_PHRASE = 3
_FEWEST = 3
_LONGEST_LINE = 120


class _Row(NamedTuple):
    """A line with its cells: whom it names, the mark, what is noted."""

    line: Line
    cells: tuple[Cell, ...]
    """What stands before the name, the person, the mark, and what is noted."""
    named: bool

    @property
    def marked(self) -> bool:
        return self.cells[2].end > self.cells[2].start


def with_flat_tables(context: Context, lines: list[Line]) -> tuple[list[Line], list[Span]]:
    """The lines, of which those of tables whose columns ran together have cells; and the rows of these that do not tell who came."""
    out: list[Line] = []
    position = 0
    found = False
    untold: list[Span] = []
    while position < len(lines):
        if not heads_in(lines[position]):
            out.append(lines[position])
            position += 1
            continue
        head = _read_head(lines[position])
        stacked = read_stacked_columns(context, lines, position)
        rows = _read_rows(context, lines, position, head) if head is not None and stacked is None else []
        if not rows:
            celled = stacked or read_cell_lines(context, lines, position)
            if celled is None:
                out.append(lines[position])
                position += 1
                continue
            table, position = celled
            out.extend(table.lines)
            untold.extend(table.untold)
            found = True
            continue
        found = True
        out.extend(_as_table(context, rows))
        position += len(rows)
    return ([_numbered(line, index) for index, line in enumerate(out)] if found else lines), untold


def _numbered(line: Line, index: int) -> Line:
    return Line(line.document, index, line.start, line.end, line.block, line.cells, line.blank_before, numbered=line.numbered)


def _as_table(context: Context, rows: Sequence[_Row]) -> list[Line]:
    start, end = rows[0].line.start, rows[-1].line.end
    block = Block(BlockKind.TABLE, start, end, context.document.page_of(start), rows=tuple(row.cells for row in rows))
    return [
        Line(
            row.line.document,
            0,
            row.line.start,
            row.line.end,
            block,
            row.cells,
            row.line.blank_before if row is rows[0] else False,
        )
        for row in rows
    ]


def _read_head(line: Line) -> re.Match[str] | None:
    """The words over the columns of such a table; one of them is for presence, and others are for the people or for notes."""
    if line.cells or len(line.text) > _LONGEST_LINE:
        return None
    head = _HEAD.fullmatch(line.text)
    if head is None or not (_NAME_HEAD.search(head["people"]) or (head["notes"] and not head["people"])):
        return None
    return head


def _read_rows(context: Context, lines: Sequence[Line], position: int, head: re.Match[str]) -> list[_Row]:
    """The rows of the table under a head, that with it; empty where its lines are not those of a table."""
    inside: list[Line] = []
    for at in range(position + 1, len(lines)):
        line = lines[at]
        parted = line.blank_before and inside and not inside[0].blank_before and not _is_group(line)
        if parted or line.cells or len(line.text) > _LONGEST_LINE or "=" in line.text or not _may_be_row(context, lines, at):
            if not line.blank_before and context.names_someone(line.start, line.end):
                return []  # the list goes on in another way
            break
        inside.append(line)
    if len(inside) < _FEWEST:
        return []
    for signs in _signs_of(context, inside):
        rows = _without_unmarked([_read_row(context, line, signs) for line in inside])
        people = [row for row in rows if row.named]
        if head["absence"] and not head["notes"] and any(not row.marked and _names_two(context, row.line) for row in people):
            return []  # "Deltagare Frånvarande" over two columns of people
        marked = sum(row.marked for row in people)
        enough = 0 < marked < len(people) if head["absence"] else 2 * marked > len(people)
        if len(people) >= _FEWEST and enough:
            return _without_empty([_head_row(lines[position], head), *rows])
    return []


def _names_two(context: Context, line: Line) -> bool:
    return len(list_names(context, line.start, line.end, _MATRIX)) > 1


def _without_unmarked(rows: list[_Row]) -> list[_Row]:
    """The rows without those of the last group, where none of its people has a mark: the columns are not theirs."""
    last = max((i for i, row in enumerate(rows) if not row.named), default=None)
    if last is None or any(row.marked for row in rows[last:]):
        return rows
    return _without_unmarked(rows[:last])


def _without_empty(rows: list[_Row]) -> list[_Row]:
    """The rows without the first cell, where nothing stands before any name."""
    if any(row.named and row.cells[0].end > row.cells[0].start for row in rows):
        return rows
    return [row._replace(cells=(Cell(row.cells[0].start, row.cells[1].end), *row.cells[2:])) for row in rows]


def _may_be_row(context: Context, lines: Sequence[Line], at: int) -> bool:
    """Whether a line names somebody at its beginning, behind a number or an office, or stands over a group."""
    line = lines[at]
    if _is_group(line) or _first_name(context, line) is not None:
        return True
    following = lines[at + 1] if at + 1 < len(lines) else None
    return (
        following is not None
        and not following.blank_before
        and _GROUP.fullmatch(line.text) is not None
        and _first_name(context, following) is not None
    )


_GROUP = re.compile(r"[A-ZÅÄÖ][\wåäö-]{3,}(?:[ ][a-zåäö-]{2,}){0,2}:?")
""" "Länstrafiken": words over others that no list of labels knows."""


def _is_group(line: Line) -> bool:
    labels = find_labels(line.document.text, line.start, line.end)
    return len(labels) == 1 and labels[0].alone and labels[0].kind in OF_PEOPLE and not labels[0].colon


def _first_name(context: Context, line: Line) -> tuple[int, Span] | None:
    """Where the first cell of a row begins, and the name in it."""
    text = context.text
    number = _NUMBER.match(text, line.start, line.end)
    start = number.end() if number else line.start
    names = list_names(context, start, line.end, _MATRIX)
    if not names:
        return None
    before = text[start : names[0].start].strip(" ,*")
    if before and canonical_role(before) is None and not has_title(before):
        return None
    return start, (names[0].start, names[0].end)


_MATRIX = Codes(matrix=True)


def _signs_of(context: Context, inside: Sequence[Line]) -> list[frozenset[str]]:
    """The marks that may stand in the lines: those of the legend beside them, else crosses and the like, else "N" and "F"."""
    around = (max(0, inside[0].start - _REACH), min(len(context.text), inside[-1].end + _REACH))
    coded = frozenset(find_legend(context, [around]).codes)
    return [coded | _SIGNS] if coded else [_SIGNS, _SIGNS | _LETTERS]


_REACH = 400


def _head_row(line: Line, head: re.Match[str]) -> _Row:
    name = _NAME_HEAD.search(head["people"])
    cells = (0, name.start() if name else 0, head.start("presence"), head.start("notes"), len(line.text))
    return _Row(line, tuple(_cell(line.document.text, line.start + a, line.start + b) for a, b in pairwise(cells)), False)


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip(" ,"))
    return Cell(begin, max(begin, start + len(words.rstrip(" ,"))))


def _read_row(context: Context, line: Line, signs: frozenset[str]) -> _Row:
    text = context.text
    found = _first_name(context, line)
    if found is None:
        empty = Cell(line.end, line.end)
        return _Row(line, (Cell(line.start, line.start), Cell(line.start, line.end), empty, empty), False)
    start, name = found
    others = [other.start for other in list_names(context, start, line.end, _MATRIX) if other.start >= name[1]]
    upto = others[0] if others else line.end
    mark = _find_mark(text, name[1], upto, line.end, signs) or (upto, upto)
    person, notes = _cell(text, name[0], mark[0]), _cell(text, mark[1], line.end)
    return _Row(
        line, (_cell(text, start, name[0]) if name[0] > start else Cell(name[0], name[0]), person, Cell(*mark), notes), True
    )


def _find_mark(text: str, start: int, end: int, line_end: int, signs: frozenset[str]) -> Span | None:
    """The first mark behind a name, before the next name: a sign, or words that tell who came."""
    words = list(_WORD.finditer(text, start, end))
    for index, word in enumerate(words):
        if text[word.start() - 1] == "(":
            continue
        folded = fold(word.group()) or word.group()
        if (folded in signs or word.group().casefold() in signs) and not _is_other(text, word, index, line_end):
            return word.span()
        for count in range(min(_LONGEST_PHRASE, len(words) - index), 0, -1):
            last = words[index + count - 1]
            phrase = text[word.start() : last.end()]
            if "\n" not in phrase and said_status(phrase.rstrip(".")) is not None:
                return word.start(), last.end()
    return None


def _is_other(text: str, word: re.Match[str], index: int, line_end: int) -> bool:
    """Whether a sign is no mark: a party right behind the name, or a dash before an office."""
    behind = text[word.end() : line_end].strip()
    if word.group() in _DASHES:
        return behind[:1].islower() and has_title(behind)
    return index == 0 and word.group().isupper() and party_letters(word.group()) is not None and bool(behind)
