"""Tables of forums, dates and matters in yearly reports and plans: which meetings they tell of.

Read are tables with a column for the forum, one for the date and one for the matter, in any order and by header or content; tables
of dates and matters under the name of one forum; tables with the forums as columns, and with the dates as columns. An empty forum or
date cell means the one above; a page break may have parted a row from its table, and a line without cells continues the matter
column. Every row of such a table that gives no meeting is told as unread.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from graph.lexicon import Lexicon
from graph.names import fold, squash
from graph.record import Span
from ingest.items import LABEL_PREFIX
from ingest.lines import Line
from ingest.told import Telling, Told, days_in, forum_in, forum_name, is_cancelled, is_month, shared_topic, year_in

_FORUM = frozenset(
    {"forum", "organ", "grupp", "gruppering", "namnd", "natverk", "instans", "motesforum", "samverkansforum", "mote i"}
)
_DATE = frozenset(
    {
        "nar",
        "datum",
        "mote",
        "moten",
        "motesdatum",
        "motesdag",
        "motesdagar",
        "tid",
        "tidpunkt",
        "sammantrade",
        "sammantraden",
        "dag",
    }
)
_MATTER = frozenset(
    {"arende", "arenden", "fraga", "fragor", "punkt", "punkter", "innehall", "amne", "amnen", "aktivitet", "tema", "behandlat"}
)
_ACTIVITY = frozenset({"aktivitet", "aktiviteter", "insats", "insatser"})
_MEETING = frozenset({"mote", "moten", "sammantrade", "sammantraden"})
_PAGE = re.compile(r"(?:sida\s*)?\d{1,3}(?:\s*(?:\(|av|/)\s*\d{1,3}\)?)?", re.IGNORECASE)
_CAPTION_LINES = 2
_MOST = 0.6
_ANY_DAY = 2000
"""A year to try whether a cell is a day at all."""


class _Role(StrEnum):
    FORUM = "forum"
    DATE = "date"
    MATTER = "matter"


@dataclass(frozen=True)
class _Row:
    line: Line
    cells: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Table:
    rows: tuple[_Row, ...]
    above: tuple[Line, ...]
    """The lines of the caption."""
    year: int | None

    @property
    def caption(self) -> str:
        return " ".join(line.text for line in self.above)

    def column(self, number: int, *, headed: bool = True) -> list[str]:
        """The filled cells of a column; the first row's left out when it is a header."""
        return [row.cells[number] for row in self.rows[headed:] if number < len(row.cells) and row.cells[number]]


def find_in_tables(lines: Sequence[Line], lexicon: Lexicon, context_year: int | None) -> Told:
    """The meetings that the tables tell of, in document order, and the rows that could not be read."""
    told = Told()
    for table in _iter_tables(lines, context_year):
        _read(table, lexicon, told)
    return told


# --- tables out of lines ----------------------------------------------------------------------------------------------


def _iter_tables(lines: Sequence[Line], context_year: int | None) -> Iterator[_Table]:
    """Runs of rows; a page number between two, and a labelled line that lost its cells, do not part them; a header does."""
    i = 0
    while i < len(lines):
        if len(lines[i].cells) < 2:
            i += 1
            continue
        begin, rows = i, [_row(lines[i])]
        i += 1
        while i < len(lines):
            row = _row(lines[i])
            if lines[i].cells:
                if len(rows) > 1 and len(_by_header(row.cells)) >= 2:
                    break
                rows.append(row)
            elif LABEL_PREFIX.match(lines[i].text):
                rows.append(row)
            elif not (_PAGE.fullmatch(lines[i].text) and i + 1 < len(lines) and lines[i + 1].cells):
                break
            i += 1
        above = tuple(x for x in lines[max(0, begin - _CAPTION_LINES) : begin] if not x.cells)
        yield _Table(tuple(rows), above, year_in(" ".join(x.text for x in above)) or context_year)


def _row(line: Line) -> _Row:
    text = line.document.text
    if not line.cells:
        return _Row(line, (line.text,), ((line.start, line.end),))
    return _Row(line, tuple(text[c.start : c.end].strip() for c in line.cells), tuple((c.start, c.end) for c in line.cells))


# --- what the columns are ---------------------------------------------------------------------------------------------


def _like(name: str, words: frozenset[str]) -> bool:
    """Whether a header cell is one of the words, alone or before others ("Möten 2025"), with a slip in the longer ones."""
    if name in words:
        return True
    first = name.split(" ")[0].replace("rn", "m") if name else ""
    return first in words or (len(first) >= 5 and any(len(w) >= 5 and OSA.distance(first, w, score_cutoff=1) <= 1 for w in words))


def _by_header(cells: Sequence[str]) -> dict[_Role, int]:
    """The columns whose header says what they hold."""
    names = ["" if days_in(cell, None) else fold(cell) for cell in cells]  # "Datum 2025-03-01" heads no column
    roles: dict[_Role, int] = {}
    if (forum := next((k for k, n in enumerate(names) if _like(n, _FORUM)), None)) is not None:
        roles[_Role.FORUM] = forum
    elif (
        any(n.startswith("datum") for n in names)
        and (forum := next((k for k, n in enumerate(names) if n in _MEETING), None)) is not None
    ):
        # Beside a column of dates, "Möte" names whose meeting it was.
        roles[_Role.FORUM] = forum
    for role, words in ((_Role.DATE, _DATE), (_Role.MATTER, _MATTER)):
        if (column := next((k for k, n in enumerate(names) if k not in roles.values() and _like(n, words)), None)) is not None:
            roles[role] = column
    return roles


def _by_content(table: _Table, roles: dict[_Role, int], lexicon: Lexicon) -> dict[_Role, int]:
    """The roles, those that the header does not tell filled in by what most cells of a column are."""
    found = dict(roles)
    width = max(len(row.cells) for row in table.rows)
    for role in (_Role.DATE, _Role.FORUM):
        if role in found:
            continue
        shares = [
            (_share(table.column(k, headed=bool(roles)), role, lexicon), -k) for k in range(width) if k not in found.values()
        ]
        best = max(shares, default=(0.0, 0))
        if best[0] >= _MOST:
            found[role] = -best[1]
    if _Role.MATTER not in found:
        lengths = [(sum(len(c) for c in table.column(k)), -k) for k in range(width) if k not in found.values()]
        if lengths and max(lengths)[0]:
            found[_Role.MATTER] = -max(lengths)[1]
    return found


def _share(cells: Sequence[str], role: _Role, lexicon: Lexicon) -> float:
    if len(cells) < 2:
        return 0.0
    if role is _Role.DATE:
        fits = [len(c) <= 60 and (is_month(c) or bool(days_in(c, _ANY_DAY))) for c in cells]
    else:
        fits = [forum_name(c, lexicon) is not None for c in cells]
    return sum(fits) / len(cells)


# --- reading ----------------------------------------------------------------------------------------------------------


def _read(table: _Table, lexicon: Lexicon, told: Told) -> None:
    header = table.rows[0]
    by_header = _by_header(header.cells)
    if _Role.FORUM not in by_header and header.cells and fold(header.cells[0]) in _ACTIVITY:
        if _Role.DATE in by_header:
            for row in table.rows[1:]:
                told.miss(row.line, "aktivitet, inte ett sammanträde i ett forum")
        return
    if len(by_header) < 2 and len(header.cells) >= 2 and _crossed(table, lexicon, told):
        return
    roles = _by_content(table, by_header, lexicon)
    if _Role.DATE not in roles:
        if _Role.FORUM in by_header and _Role.MATTER in by_header:
            for row in table.rows[1:]:
                told.miss(row.line, "tabellrad utan datum")
        return
    forum = None
    if _Role.FORUM not in roles:
        if len(table.rows) < 2:
            return
        forum = forum_in(table.caption, lexicon)
        if forum is None:
            for row in table.rows[1:] if by_header else table.rows:
                told.miss(row.line, "tabellrad med datum men utan forum")
            return
    headless = not by_header and days_in(_cell(header, roles[_Role.DATE]), table.year)
    _rows(table, table.rows if headless else table.rows[1:], roles, forum, told, lexicon)


def _cell(row: _Row, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _rows(table: _Table, rows: Sequence[_Row], roles: dict[_Role, int], forum: str | None, told: Told, lexicon: Lexicon) -> None:
    """Rows one by one; an empty forum or date cell is the one above."""
    forum_at, date_at, matter_at = roles.get(_Role.FORUM), roles[_Role.DATE], roles.get(_Role.MATTER)
    shared = shared_topic(table.caption)
    year = year_in(" ".join(table.rows[0].cells)) or table.year
    days: list[dt.date] = []
    at: Span | None = None
    named = next(((x.start, x.end) for x in reversed(table.above) if forum and forum_in(x.text, lexicon) == forum), None)
    for row in rows:
        filled = [k for k, cell in enumerate(row.cells) if cell]
        if len(filled) == 1 and (own := re.fullmatch(r"(?:år(?:et)?\s+)?((?:19|20)\d\d)", row.cells[filled[0]])):
            year, days = int(own.group(1)), []
            continue
        if len(filled) <= 1 and days and LABEL_PREFIX.match(row.line.text):
            matter: Span | None = (row.line.start, row.line.end)  # a row that lost its empty cells
        else:
            if name := _cell(row, forum_at):
                forum, days, named = squash(name), [], (row.line.start, row.line.end)
            if when := _cell(row, date_at):
                days, at = [] if is_cancelled(when) else days_in(when, year), (row.line.start, row.line.end)
            matter = row.spans[matter_at] if matter_at is not None and _cell(row, matter_at) else None
            if not days and (when or matter is not None):
                told.miss(row.line, _why(when))
                continue
        if forum is None or at is None:
            told.miss(row.line, "tabellrad utan forum")
            continue
        whose = named if named != at else None
        told.tellings += [Telling(forum, day, at, (matter,) if matter else (), shared, whose) for day in days]


def _why(when: str) -> str:
    if is_cancelled(when):
        return "mötet ställdes in"
    return "bara månaden är angiven, ingen dag" if is_month(when) else "tabellrad utan forum eller läsbart datum"


def _crossed(table: _Table, lexicon: Lexicon, told: Told) -> bool:
    """A table with the forums or the days as columns; whether it was one."""
    heads = [cell for cell in table.rows[0].cells[1:] if cell]
    firsts = table.column(0)
    if len(heads) < 1 or not firsts or len(table.rows) < 2:
        return False
    forums = sum(forum_name(h, lexicon) is not None for h in heads)
    if forums == len(heads) or (forums >= 2 and forums / len(heads) >= _MOST):
        _forums_across(table, lexicon, told)
        return True
    days = sum(bool(days_in(h, _ANY_DAY)) for h in heads)
    if (
        days >= 2
        and days / len(heads) >= _MOST
        and sum(forum_name(f, lexicon) is not None for f in firsts) / len(firsts) >= _MOST
    ):
        _days_across(table, told)
        return True
    return False


def _forums_across(table: _Table, lexicon: Lexicon, told: Told) -> None:
    """Forums as columns: days down the side and matters in the cells, or matters down the side and days in the cells."""
    header = table.rows[0]
    year = year_in(header.cells[0]) or table.year
    shared = shared_topic(table.caption)
    for row in table.rows[1:]:
        at = (row.line.start, row.line.end)
        side = _cell(row, 0)
        side_days = days_in(side, year)
        cells = [(k, cell) for k, cell in enumerate(row.cells) if k and cell and forum_name(_cell(header, k), lexicon)]
        read = False
        for k, cell in cells:
            own = days_in(cell, year)
            if is_cancelled(cell) or not (own or side_days):
                continue
            rest = _after_days(cell)
            begin, end = row.spans[k]
            if side_days:
                matter: tuple[Span, ...] = ((begin, end),) if any(c.isalpha() for c in cell) and len(cell) > 1 else ()
            elif rest is not None:
                matter = ((begin + rest, end),)
            else:
                matter = (row.spans[0],) if side and not is_month(side) else ()
            told.tellings += [
                Telling(squash(header.cells[k]), day, at, matter, shared, header.spans[k]) for day in side_days or own
            ]
            read = True
        if cells and not (
            read and len(cells) == sum(bool(side_days or days_in(c, year)) and not is_cancelled(c) for _, c in cells)
        ):
            told.miss(
                row.line,
                "bara månaden är angiven, ingen dag" if is_month(side) else "tabellrad med något som inte kunde läsas som möte",
            )


def _after_days(cell: str) -> int | None:
    """The offset of what follows the days that a cell begins with ("7/2: budget"); None when nothing does."""
    match = re.match(r"[\d\s/.:-]*(?:\d|\b[a-zåäö]{3,9})\s*[:–-]\s+(?=[^\W\d])", cell, re.IGNORECASE)
    return match.end() if match else None


def _days_across(table: _Table, told: Told) -> None:
    """Days as columns, a forum on each row, and in the cells what was taken up, or a mark that it met."""
    header = table.rows[0]
    year = year_in(header.cells[0]) or table.year
    shared = shared_topic(table.caption)
    for row in table.rows[1:]:
        forum = squash(_cell(row, 0))
        cells = [(k, cell) for k, cell in enumerate(row.cells) if k and cell and cell not in {"-", "–"}]
        for k, cell in cells:
            matter: tuple[Span, ...] = (row.spans[k],) if len(cell) > 1 and any(c.isalpha() for c in cell) else ()
            days = [] if is_cancelled(cell) else days_in(_cell(header, k), year)
            if not forum or not days:
                told.miss(row.line, "tabellrad med något som inte kunde läsas som möte")
            told.tellings += [Telling(forum, day, (row.line.start, row.line.end), matter, shared) for day in days if forum]
