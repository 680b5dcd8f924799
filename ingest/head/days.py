"""The day of the meeting and the day of the document.

The meeting's date is not the document's: minutes written out days later carry both. A date in the title, or one labelled
as the meeting's, is the meeting's; of two plain "Datum:" lines the one that stands with time and place is."""

from __future__ import annotations

import datetime as dt
import re
from itertools import takewhile

from ingest.dates import DateMention, find_dates, find_time_range, make_date
from ingest.head.fields import LABELS_BEFORE, SIGNING, Labelled
from ingest.head.labels import Holds, parse_label
from ingest.lines import Line
from ingest.verbs import has_finite

HELD = re.compile(
    r"^(?:möte|mötet|sammanträde|sammanträdet)(?:t)?\s+(?:hölls\s+)?(?:den\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?(?=\d)",
    re.IGNORECASE,
)
_OF_MEETING = {Holds.MEETING_DAY, Holds.MEETING_TIME, Holds.PLACE_AND_TIME}
_OF_PLACE = {Holds.PLACE, Holds.PLACE_AND_TIME}
_BARE_YEAR = re.compile(r"(?<![\d/-])((?:19|20)\d\d)(?![\d/-])")
_NUMBERED = re.compile(r"dnr|diarie|\d{4}-\d{2}", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"justera|anslag|dnr|diarie|upprättad|anteckningarna skrivna|föregående|\bnästa\b|nästkommande", re.IGNORECASE
)


def find_days(
    head: list[Line], labelled: list[Labelled], title_line: Line | None, title_dates: list[DateMention]
) -> tuple[dt.date | None, dt.date | None, Line | None]:
    """(document date, meeting date, the line that says the latter)."""
    context = _context(head, title_line)
    dated: list[tuple[Labelled, dt.date]] = []
    for item in labelled:
        if item.holds in {Holds.DIARY, Holds.OTHER}:
            continue
        value = _before_signing(item.value) if item.holds is Holds.PLACE_AND_TIME else item.value
        if found := _date_in(value, context):
            dated.append((item, found))
    written = next((date for item, date in dated if item.holds is Holds.WRITTEN_DAY), None)
    if written is None and title_dates:
        # A letterhead's date stands alone on its line; the meeting's is in the title.
        alone = (find_dates(piece) for x in head[:8] if x is not title_line for piece in _pieces(x) if len(piece) <= _ALONE)
        written = next((d[0].date for d in alone if len(d) == 1), None) or _beside_name(head[:8], title_line)
    plain = [(item, date) for item, date in dated if item.holds in {Holds.DAY, Holds.TIME}]
    marked = [(item, date) for item, date in dated if item.holds in _OF_MEETING]
    if marked:
        other = next((date for item, date in plain if item.holds is Holds.DAY and item.line is not marked[0][0].line), None)
        return written or other, marked[0][1], marked[0][0].line
    for line in head:
        if HELD.match(line.text) and (found := _date_in(line.text, context)):
            return written or (plain[0][1] if plain else None), found, line
    if title_dates:
        told = _on_weekday(title_line.text) if title_line else None
        first = told or (_first_day(title_line.text, title_dates[0]) if title_line else title_dates[0].date)
        return written or (plain[0][1] if plain else None), first, title_line
    if len(plain) >= 2 and written is None:
        near = [x.line.index for x in labelled if x.holds in _OF_PLACE or (x.holds is Holds.TIME and find_time_range(x.value))]
        rest = sorted(plain, key=lambda p: min((abs(p[0].line.index - n) for n in near), default=-p[0].line.index))
        meeting = rest[0]
        return next(d for i, d in plain if i is not meeting[0]), meeting[1], meeting[0].line
    others = [line for line in head if not _OTHER_DATE.search(line.text)]
    unsigned = list(takewhile(lambda line: not SIGNING.search(line.text), head))
    timed = next(((line, day) for line in unsigned if line in others and (day := _told_with_hours(line))), None)
    if plain and timed is not None and written is None:
        (item, day), (line, met) = plain[0], timed
        if item.holds is Holds.DAY and line.index > item.line.index:
            return day, met, line
    if plain:
        return written, plain[0][1], plain[0][0].line
    if dated_twice := _below_title([line for line in unsigned if line in others], title_line):
        first, met, line = dated_twice
        return written or first, met, line
    for base in (None, context):  # a date with its year goes before one that takes it from the context
        for line in others:
            if found := _on_weekday(line.text) or _date_in(line.text, base):
                return written, found, line
    for item in labelled:
        if item.holds is Holds.DIARY and (lone := _LONE_DATE.fullmatch(item.value)) and (found := _date_in(lone.group(), None)):
            return written, found, item.line
    return written, None, None


def _told_with_hours(line: Line) -> dt.date | None:
    """The date with its year that stands with hours in a line that is no field: "tisdagen den 8 oktober 2013 kl 13.15-15.30 i Rådhuset"."""
    if find_time_range(line.text) is None or parse_label(line.text) is not None:
        return None
    dates = [mention for mention in find_dates(line.text) if mention.year_given]
    return dates[0].date if len(dates) == 1 else None


def _below_title(lines: list[Line], title: Line | None) -> tuple[dt.date, dt.date, Line] | None:
    """The day of the document, that of the meeting and its line, of two lines of a head whose days differ: of a letterhead's day, alone or
    behind the letterhead's name, and a later line that tells hours or a weekday, or stands right below the title that the first is above."""
    dated = [(line, dates[0].date) for line in lines if len(dates := [m for m in find_dates(line.text) if m.year_given]) == 1]
    if len(dated) < _BOTH or dated[0][1] == dated[1][1]:
        return None
    (first, written), (second, day) = dated[:_BOTH]
    alone = any(_IS_DATE.fullmatch(piece) for piece in _pieces(first)) or _LETTERHEAD.fullmatch(first.text)
    if not alone or find_time_range(first.text) or _WITH_WEEKDAY.search(first.text):
        return None
    above = title is not None and first.index < title.index < second.index
    tells = any(on == day and (find_time_range(x.text) or _WITH_WEEKDAY.search(x.text)) for x, on in dated[1:])
    return (written, day, second) if tells or above else None


_IS_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4}")
_WITH_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", re.IGNORECASE)
_LONE_DATE = re.compile(r"\s*(?:19|20)\d\d-\d\d-\d\d\s*")
""" "Diarienummer 2016-02-16 Plats: …": the number is lost, and what stands behind its label is the day."""
_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,?\s+(?:den\s+)?$", re.IGNORECASE)


def _on_weekday(text: str) -> dt.date | None:
    """The date with its year that a weekday stands before, where another date in the line has none: a letterhead's comes first."""
    dates = [mention for mention in find_dates(text) if mention.year_given]
    if len(dates) < _BOTH or _WEEKDAY.search(text, 0, dates[0].start):
        return None
    return next((mention.date for mention in dates if _WEEKDAY.search(text, 0, mention.start)), None)


_BOTH = 2


_SIGNED = re.compile(r"\b(?:e-)?juster|underskrift", re.IGNORECASE)


def _before_signing(value: str) -> str:
    """The value of a place and time without the day of the signatures, where the columns of a front page ran together."""
    value = LABELS_BEFORE.sub("", value)
    signed = _SIGNED.search(value)
    return value[: signed.start()] if signed else value


_MET_WORDS = ("träffades", "möttes", "samlades", "sammanträdde")
_MET = rf"(?:{'|'.join(_MET_WORDS)})"
_TOLD_DAY = re.compile(
    rf"(?:(?:mån|tis|ons|tors|fre|lör|sön)dagen\s+)?den\s+\d.{{3,20}}?\s{_MET}\b|[A-ZÅÄÖ].{{2,60}}?\s{_MET}\s.{{0,20}}?\bden\s+\d",
    re.IGNORECASE,
)


def find_told_day(lines: list[Line]) -> tuple[dt.date | None, Line | None]:
    """The day of the meeting where a sentence at the beginning of a line tells that those who met did so then, with its year:
    "Torsdagen den 4 maj 2023 träffades Bryggrådet"."""
    for line in lines:
        if any(word in line.text for word in _MET_WORDS) and (told := _TOLD_DAY.match(line.text)):
            first = next((mention for mention in find_dates(line.text) if mention.start < told.end()), None)
            if first is not None and first.year_given:
                return _first_day(line.text, first), line
    return None, None


def find_day_of_file(lines: list[Line]) -> tuple[dt.date | None, Line | None]:
    """The day in the title that a page tells of the file that it shows: "Download "Protokoll 2023-05-04""."""
    for line in lines:
        if _OF_FILE.match(line.text) and (found := find_dates(line.text)):
            return found[0].date, line
    return None, None


_OF_FILE = re.compile(r"(?:download|share|ladda (?:ner|ned|hem)|hämta)\s+[\"“”]", re.IGNORECASE)


def _context(head: list[Line], title: Line | None) -> dt.date | int | None:
    """What a date without a year takes it from: the year that the head names, or else the nearest full date there."""
    for line in ([title] if title else []) + head:
        years = [int(y) for y in _BARE_YEAR.findall(line.text)]
        if years and not _NUMBERED.search(line.text):
            return years[0]
    for line in head:
        if dates := find_dates(line.text):
            return dates[0].date
    return None


def _date_in(text: str, context: dt.date | int | None) -> dt.date | None:
    base = dt.date(context, 7, 2) if isinstance(context, int) else context
    dates = find_dates(text, base)
    if not dates:
        return None
    first = next((date for date in dates if date.year_given), dates[0])
    if isinstance(context, int) and not first.year_given:
        return make_date(context, first.date.month, first.date.day)
    return _first_day(text, first)


_DAY_BEFORE = re.compile(r"(?<![\d.:/-])(\d{1,2})\s?(?:[-–]|och)\s?$")


def _first_day(text: str, mention: DateMention) -> dt.date:
    """The first day of a meeting over several: "4–5 maj 2023"."""
    before = _DAY_BEFORE.search(text, 0, mention.start)
    if before is None or not any(c.isalpha() for c in text[mention.start : mention.end]) or int(before[1]) >= mention.date.day:
        return mention.date
    return make_date(mention.date.year, mention.date.month, int(before[1])) or mention.date


_LETTERHEAD = re.compile(r"[A-ZÅÄÖ][^\d:.]{2,60}\s(?P<date>\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4})(?:\s+\d+\s?\(\d+\))?")


def _beside_name(top: list[Line], title: Line | None) -> dt.date | None:
    """The date that stands behind the name in a letterhead, where the meeting's is in the title: "Bryggrådet   2023-05-11"."""
    for line in top:
        if line is not title and (match := _LETTERHEAD.fullmatch(line.text)) and not has_finite(match.group()):
            return next((mention.date for mention in find_dates(match["date"])), None)
    return None


def _pieces(line: Line) -> list[str]:
    return [line.document.text[cell.start : cell.end].strip() for cell in line.cells] or [line.text]


_ALONE = 20
"""Letters; a longer line says more than a date."""
