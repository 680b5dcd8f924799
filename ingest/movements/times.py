"""When something is to come: at the next meeting, on a day, in a month or season.

"på nästa möte", "vid rådets sammanträde i maj", "senast den 15 maj", "till hösten". What lies before the meeting is no time to come.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from ingest.dates import find_dates

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_MEETING = r"(?:[a-zåäö]*möte[tn]?|[a-zåäö]*sammanträdet?|sammankomst(?:en)?|träff(?:en)?|mötestillfälle)"
_NEXT = re.compile(
    rf"\b(?:nästa|nästkommande|nästföljande|kommande)\s+(?:[a-zåäö]+\s+){{0,2}}?(?:{_MEETING}|gång|\w*råd)\b"
    r"(?!\s+(?:i|med|hos|för)\s(?!frågan|ärendet|beslut|information|"
    rf"{_MONTHS}))"
)
_SEASON = rf"(?:{_MONTHS})|hösten?|våren?|sommaren?|vintern?|årsskiftet|midsommar|skolavslutningen|jul|nästa\s+år|kvartal\s+\d|vecka\s+\d+"
_LATER = re.compile(
    rf"\b(?:i|under|till|före|efter|innan|inför|senast(?:\s+i)?)\s+(?:(?:början|slutet|mitten)\s+av\s+)?(?:{_SEASON})\b(?:\s+(?P<year>(?:19|20)\d\d))?"
)
_MEETING_LATER = re.compile(rf"\b(?:{_MONTHS}|höstens|vårens|årets\s+sista)(?:s)?(?:\s+|-)?{_MEETING}\b")


class When(NamedTuple):
    """A time to come: where its words begin and end, the day where one is given, and whether it is that of a meeting."""

    start: int
    end: int
    due: dt.date | None
    meeting: bool


def find_when(text: str, lowered: str, start: int, end: int, on: dt.date | None) -> When | None:
    """The first time to come in `text[start:end]`; None when there is none."""
    if match := _NEXT.search(lowered, start, end):
        return When(match.start(), match.end(), find_due(text, match.end(), end, on), meeting=True)
    for mention in find_dates(text[start:end], on):
        if on is None or mention.date > on:
            before = lowered[max(start, start + mention.start - 30) : start + mention.start]
            return When(start + mention.start, start + mention.end, mention.date, meeting=re.search(_MEETING, before) is not None)
        return None
    if match := _MEETING_LATER.search(lowered, start, end) or _LATER.search(lowered, start, end):
        year = match.groupdict().get("year")
        if year is None or on is None or int(year) > on.year or (int(year) == on.year and not _is_past(match.group(0), on)):
            before = lowered[max(start, match.start() - 30) : match.end()]
            return When(match.start(), match.end(), None, meeting=re.search(_MEETING, before) is not None)
    return None


def _is_past(words: str, on: dt.date) -> bool:
    """Whether the month that words name is not after that of a day."""
    month = next((i for i, name in enumerate(_MONTHS.split("|"), 1) if name in words), 13)
    return month <= on.month


def find_due(text: str, start: int, end: int, on: dt.date | None) -> dt.date | None:
    """The first day in `text[start:end]` that is after the meeting."""
    return next((d.date for d in find_dates(text[start:end], on) if on is None or d.date > on), None)
