"""Tables of forums, dates and matters in yearly reports and plans: each row a meeting and what was taken up there.

The header names a column for the forum, one for the date and one for the matter. An empty forum or date cell means the one
above; a page break may have parted a row from its table, and a line without cells continues the matter column.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from graph.lexicon import Lexicon
from graph.names import fold, squash
from graph.record import Abbreviation, Item, Meeting, Unread
from ingest.dates import find_dates
from ingest.items import LABEL_PREFIX, LABELS, is_formal, parse_title
from ingest.lines import Line
from ingest.reports import find_reports
from ingest.topics import find_topics

_FORUM = {"forum", "organ", "grupp", "gruppering", "namnd", "natverk", "mote i", "instans"}
_DATE = {"nar", "datum", "mote", "motesdatum", "tid", "tidpunkt", "sammantrade", "dag"}
_ACTIVITY = {"aktivitet", "aktiviteter", "insats", "insatser"}
_MATTER = {"arende", "arenden", "fraga", "fragor", "punkt", "innehall", "amne", "aktivitet", "arende fraga"}
_LABEL_SPLIT = re.compile(
    rf"(?<!^)(?=(?<![\w/])(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})(?:\s*/\s*\w+)*:\s)", re.IGNORECASE
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def find_meeting_tables(
    lines: Sequence[Line], lexicon: Lexicon, abbreviations: Sequence[Abbreviation], context_year: int | None
) -> tuple[list[Meeting], list[Unread]]:
    """Meetings told of in tables, in document order, and rows of such tables that could not be read."""
    meetings: dict[tuple[str, dt.date], Meeting] = {}
    unread: list[Unread] = []
    i = 0
    while i < len(lines):
        columns = _columns(lines[i])
        if columns is None:
            activities, i = _activities(lines, i)
            unread += activities
            continue
        caption = " ".join(x.text for x in lines[max(0, i - 2) : i] if not x.cells)
        years = [int(y) for y in _YEAR.findall(caption)]
        year = years[-1] if years else context_year
        i = _read_rows(lines, i + 1, columns, lexicon, abbreviations, caption, year, meetings, unread)
    return sorted(meetings.values(), key=lambda m: m.span), unread


def _activities(lines: Sequence[Line], i: int) -> tuple[list[Unread], int]:
    """Rows of a table of activities, which are no meetings of a forum, and the position after it; else the next line's."""
    names = [fold(lines[i].document.text[c.start : c.end]) for c in lines[i].cells]
    if len(names) < 2 or names[0] not in _ACTIVITY or not any(n.split(" ")[0] in _DATE for n in names[1:] if n):
        return [], i + 1
    rows: list[Unread] = []
    j = i + 1
    while j < len(lines) and lines[j].cells and len(lines[j].cells) >= len(names) - 1:
        row = lines[j]
        rows.append(
            Unread(text=squash(row.text)[:300], why="aktivitet, inte ett sammanträde i ett forum", span=(row.start, row.end))
        )
        j += 1
    return rows, j


def _columns(line: Line) -> tuple[int, int, int] | None:
    """Positions of the forum, date and matter columns, when the line is such a table's header."""
    if len(line.cells) < 3:
        return None
    names = [fold(line.document.text[c.start : c.end]) for c in line.cells]
    forum = next((k for k, n in enumerate(names) if n in _FORUM), None)
    if forum is None and "datum" in names:
        # Beside a column of dates, "Möte" names whose meeting it was.
        forum = next((k for k, n in enumerate(names) if n in {"mote", "sammantrade"}), None)
    date = next((k for k, n in enumerate(names) if k != forum and (n in _DATE or n.split(" ")[0] in _DATE)), None)
    matter = next((k for k, n in enumerate(names) if k not in (forum, date) and n in _MATTER), None)
    return None if forum is None or date is None or matter is None else (forum, date, matter)


def _read_rows(
    lines: Sequence[Line],
    i: int,
    columns: tuple[int, int, int],
    lexicon: Lexicon,
    abbreviations: Sequence[Abbreviation],
    caption: str,
    year: int | None,
    meetings: dict[tuple[str, dt.date], Meeting],
    unread: list[Unread],
) -> int:
    forum_column, date_column, matter_column = columns
    forum: str | None = None
    as_written = ""
    date: dt.date | None = None
    origin: tuple[int, int] | None = None
    while i < len(lines):
        line = lines[i]
        text = line.document.text
        cells = [text[c.start : c.end].strip() for c in line.cells]
        if len([c for c in cells if c]) <= 1 and LABEL_PREFIX.match(line.text) and date is not None:
            # A row that lost its empty cells.
            start, end = line.start, line.end
        elif line.cells and len(cells) > matter_column:
            if _columns(line) is not None:
                break
            if cells[forum_column]:
                known = lexicon.forum(cells[forum_column])
                forum, as_written = (known.short if known else squash(cells[forum_column])), squash(cells[forum_column])
                date = None
            if cells[date_column]:
                date = _date(cells[date_column], year)
                origin = (line.start, line.end)
            start, end = line.cells[matter_column].start, line.cells[matter_column].end
        else:
            break
        i += 1
        if forum is None or date is None or origin is None:
            if squash(text[start:end]):
                unread.append(
                    Unread(text=squash(line.text), why="tabellrad utan forum eller läsbart datum", span=(line.start, line.end))
                )
            continue
        items = _items(text, start, end, abbreviations, caption, lexicon)
        key = (fold(forum), date)
        meeting = meetings.get(key)
        if meeting is None:
            meetings[key] = Meeting(forum=forum, forum_as_written=as_written, date=date, items=items, span=origin)
        else:
            meetings[key] = meeting.model_copy(update={"items": [*meeting.items, *items]})
    return i


def _date(cell: str, year: int | None) -> dt.date | None:
    context = dt.date(year, 7, 2) if year else None
    dates = find_dates(cell, context)
    if not dates:
        return None
    date = dates[0].date
    return date.replace(year=year) if year and not dates[0].year_given and date.year != year else date


def _items(text: str, start: int, end: int, abbreviations: Sequence[Abbreviation], caption: str, lexicon: Lexicon) -> list[Item]:
    items: list[Item] = []
    shared = _shared_topic(caption)
    position = start
    for piece in re.split(r"\n", text[start:end]):
        for part in _LABEL_SPLIT.split(piece):
            begin = position + len(part) - len(part.lstrip())
            stop = position + len(part.rstrip())
            position += len(part)
            if stop <= begin:
                continue
            title, labels, attachments = parse_title(text[begin:stop])
            if not any(c.isalpha() for c in title):
                continue
            topics = [] if is_formal(title) else find_topics(title, title, abbreviations, (), lexicon)
            if shared and not any(fold(shared) in fold(t) for t in topics):
                topics.append(shared)
            items.append(
                Item(
                    title=title,
                    labels=list(labels),
                    attachments=list(attachments),
                    topics=list(dict.fromkeys(topics)),
                    reports=find_reports(title),
                    title_span=(begin, stop),
                    span=(begin, stop),
                )
            )
        position += 1
    return items


def _shared_topic(caption: str) -> str | None:
    """What the caption says that all rows concern: "Ärenden relaterade till uppdrag God vård vid …" -> "God vård"."""
    match = re.search(
        r"\b(?:relatera\w*\s+till|gällande|avseende|rörande|som\s+rör)\s+(?:(?:uppdrag|området?|frågan|ärendet|arbetet\s+med)(?:et)?\s+)?"
        r"(?P<topic>[A-ZÅÄÖ][\wåäö-]*(?:\s+[\wåäö-]+){0,5}?)(?=\s+(?:vid|i|på|under|som|för|hos)\b|[,.(:]|$)",
        squash(caption),
    )
    return match["topic"] if match else None
