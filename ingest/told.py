"""Meetings that a report or a plan tells of: whose and when, as its tables, lists and sentences say, put together.

Each place that tells of a meeting gives a `Telling`; several of one forum and day are one meeting. A month without a day is no
meeting: which one it was is not said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from graph.lexicon import BodyKind, Lexicon
from graph.names import fold, squash
from graph.record import Abbreviation, Item, Meeting, Span, Unread
from ingest.bodies import Context, find_named, is_generic
from ingest.dates import find_dates, make_date
from ingest.items import LABELS, parse_title
from ingest.lines import Line
from ingest.reports import find_common_paper, find_reports
from ingest.topics import find_topics

_LABEL_SPLIT = re.compile(
    rf"(?<!^)(?=(?<![\w/])(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})(?:\s*/\s*\w+)*:\s)", re.IGNORECASE
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_DAYS_BEFORE = re.compile(r"(?<![\d/])((?:\d{1,2}\s*,\s*)*\d{1,2})\s*(?:,|\boch\b|\bsamt\b|&)\s*$")
_FIRST_DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:\s?/\s?(\d{1,2}))?\s?[-–]\s?$")
_MONTHS = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)"
_MONTH_ONLY = re.compile(rf"(?:i\s+)?{_MONTHS}\.?(?:\s*(?:[-–/,]|och)\s*{_MONTHS}\.?)*(?:\s+(?:19|20)\d\d)?", re.IGNORECASE)
_ANY_YEAR = 2000
_CANCELLED = re.compile(r"\b(?:inställ[td]\w*|utgick|utgår|inget\s+möte)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Telling:
    """One place that tells of a meeting: the forum as written there, the day, the words that say so, and what was taken up."""

    forum: str
    date: dt.date
    at: Span
    matters: tuple[Span, ...] = ()
    shared: str | None = None
    """A topic that all matters of the place concern."""
    whose: Span | None = None
    """The words that name the forum, where they stand elsewhere."""


@dataclass
class Told:
    """What was found: tellings in text order, and what looked like a telling and was not understood."""

    tellings: list[Telling] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def miss(self, line: Line, why: str) -> None:
        self.unread.append(Unread(text=squash(line.text)[:300], why=why, span=(line.start, line.end)))


def build_meetings(
    text: str, tellings: Sequence[Telling], abbreviations: Sequence[Abbreviation], lexicon: Lexicon
) -> list[Meeting]:
    """One meeting for each forum and day, with the items of all places that tell of it, in the order of its first place."""
    meetings: dict[tuple[str, dt.date], Meeting] = {}
    for telling in tellings:
        known = lexicon.forum(telling.forum)
        forum = known.short if known else telling.forum
        items = [item for span in telling.matters for item in _items(text, span, abbreviations, telling.shared, lexicon)]
        key = (fold(forum), telling.date)
        before = meetings.get(key)
        if before is None:
            meetings[key] = Meeting(
                forum=forum,
                forum_as_written=telling.forum,
                date=telling.date,
                items=items,
                span=telling.at,
                forum_span=telling.whose,
            )
            continue
        told = {fold(i.title) for i in before.items}
        new = [i for i in items if fold(i.title) not in told]
        meetings[key] = before.model_copy(update={"items": [*before.items, *new]})
    return sorted(meetings.values(), key=lambda m: m.span)


def forum_name(words: str, lexicon: Lexicon) -> str | None:
    """The forum that the words name and nothing else: a known one, or a generic word for one ("Styrgruppen"); else None."""
    bare = squash(words).strip(" .:*–-")
    if not 2 <= len(bare) <= 80 or not bare[0].isalpha():
        return None
    if lexicon.forum(bare) is not None:
        return bare
    parts = bare.split()
    if len(parts) <= 6 and (is_generic(parts[0]) or is_generic(parts[-1])) and not find_dates(bare, dt.date(2000, 7, 2)):
        return bare
    return None


def forum_in(words: str, lexicon: Lexicon) -> str | None:
    """The one forum that a caption or heading names, known or generic; None when it names none or several."""
    named = find_named(words, Context(lexicon, None, None))
    forums = [n for n in named if n.kind is BodyKind.FORUM] or [n for n in named if n.kind is None and n.name[0].isalpha()]
    names = {fold(n.name): n for n in forums}
    if len(names) != 1:
        return None
    found = forums[0]
    return squash(words[found.start : found.end]) if found.kind is BodyKind.FORUM else found.name[:1].upper() + found.name[1:]


def year_in(words: str) -> int | None:
    """The last year that a caption or heading gives; the year of a day in it ("Datum 2026-01-15") is none."""
    days = find_dates(words)
    years = [m for m in _YEAR.finditer(words) if not any(d.start <= m.start() < d.end for d in days)]
    return int(years[-1].group(1)) if years else None


def days_in(cell: str, year: int | None) -> list[dt.date]:
    """All days that a cell gives, in order: "4/2, 7/5 och 12/11", "4, 11 och 18 mars", "13–14 maj" (the first of the two).

    A day without a year is of `year`; without that it is left out.
    """
    mentions = find_dates(cell, dt.date(year or _ANY_YEAR, 7, 2))
    days: list[dt.date] = []
    for number, mention in enumerate(mentions):
        # "4 februari samt 7 maj 2024": the year after the last is that of all.
        given = next((m.date.year for m in mentions[number:] if m.year_given), year)
        if given is None:
            continue
        date = make_date(given, mention.date.month, mention.date.day) or mention.date
        before = cell[: mention.start]
        in_words = any(c.isalpha() for c in cell[mention.start : mention.end])
        if (in_words or "/" in before[-6:]) and (first := _FIRST_DAY.search(before)):
            start = make_date(date.year, int(first.group(2) or date.month), int(first.group(1)))
            date = start if start and start < date else date
            before = before[: first.start()]
        if in_words and (listed := _DAYS_BEFORE.search(before)):
            same = [make_date(date.year, date.month, int(day)) for day in re.findall(r"\d+", listed.group(1))]
            days += [d for d in same if d]
        days.append(date)
    return list(dict.fromkeys(days))


def is_month(cell: str) -> bool:
    """ "Mars", "april–maj", "november 2025": a month without a day."""
    return bool(_MONTH_ONLY.fullmatch(squash(cell).strip(" .:")))


def is_cancelled(words: str) -> bool:
    return bool(_CANCELLED.search(words))


def shared_topic(caption: str) -> str | None:
    """What the caption says that all rows concern: "Ärenden relaterade till uppdrag God vård vid …" -> "God vård"."""
    match = re.search(
        r"\b(?:relatera\w*\s+till|gällande|avseende|rörande|som\s+rör)\s+(?:(?:uppdrag|området?|frågan|ärendet|arbetet\s+med)(?:et)?\s+)?"
        r"(?P<topic>[A-ZÅÄÖ][\wåäö-]*(?:\s+[\wåäö-]+){0,5}?)(?=\s+(?:vid|i|på|under|som|för|hos)\b|[,.(:]|$)",
        squash(caption),
    )
    return match["topic"] if match else None


def _items(text: str, span: Span, abbreviations: Sequence[Abbreviation], shared: str | None, lexicon: Lexicon) -> list[Item]:
    """The matters of a cell: one on each line, and one at each label ("Information: … Beslut: …")."""
    items: list[Item] = []
    position = span[0]
    for piece in text[span[0] : span[1]].split("\n"):
        for part in _LABEL_SPLIT.split(piece):
            begin = position + len(part) - len(part.lstrip(" \t-–•*·:"))
            stop = position + len(part.rstrip())
            position += len(part)
            if stop <= begin:
                continue
            title, labels, attachments = parse_title(_with_label(text[begin:stop]))
            if not any(c.isalpha() for c in title):
                continue
            topics = find_topics(title, title, abbreviations, (), lexicon)
            if shared and (paper := find_common_paper(title)) and not any(fold(paper) in fold(t) for t in topics):
                topics.insert(0, paper)  # of what it is, the caption says for all rows
            if shared and not any(fold(shared) == fold(t) for t in topics):
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


def _with_label(words: str) -> str:
    """The words with a slip in the label mended: "Boslut: Budget" -> "Beslut: Budget"."""
    match = re.match(r"([^\W\d_]{5,})(?=:\s)", words)
    if match is None or match.group(1).lower() in LABELS:
        return words
    near = [label for label in LABELS if OSA.distance(match.group(1).lower(), label, score_cutoff=1) <= 1]
    return near[0] + words[match.end() :] if len(near) == 1 else words
