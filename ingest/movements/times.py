"""When something is to come: at the next meeting, on a day, in a month or season.

"på nästa möte", "vid rådets sammanträde i maj", "senast den 15 maj", "till hösten". What lies before the meeting is no time to come.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from ingest.dates import DateMention, find_dates, make_date

MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_MEETING = r"(?:[a-zåäö]*möte[tn]?|[a-zåäö]*sammanträdet?|sammankomst(?:en)?|träff(?:en)?|mötestillfälle)"
_MEETING_WORD = re.compile(_MEETING)
_NEXT = re.compile(
    rf"\b(?:nästa|nästkommande|nästföljande|kommande)\s+(?:[a-zåäö]+\s+){{0,2}}?(?:{_MEETING}|gång|\w*råd)\b"
    r"(?!\s+(?:i|med|hos|för)\s(?!en\s|ett\s|svar|besked|förslag|frågan|ärendet|beslut|information|"
    rf"{MONTHS}))"
)
_SEASON = rf"(?:{MONTHS})|höst(?:en)?|våren|sommar(?:en)?|vinter(?:n)?|vår(?=\s*(?:$|[.,;])|\s+(?:19|20)\d\d)|årsskiftet|midsommar|skolavslutningen|jul|nästa\s+år|kvartal\s+\d|(?:första|andra|tredje|fjärde)\s+kvartalet|vecka\s+\d+"
_LATER = re.compile(
    rf"\b(?:(?:i|under|till|före|efter|innan|inför|senast(?:\s+i)?)\s+(?:(?:början|slutet|mitten)\s+av\s+)?(?:{_SEASON})|(?:hösten|våren|sommaren)(?=\s+20\d\d))\b(?:\s+(?P<year>(?:19|20)\d\d))?"
)
_MEETING_LATER = re.compile(
    rf"\b(?:{MONTHS}|höstens|vårens|årets\s+sista)(?:s)?(?:\s+|-)?{_MEETING}\b|\b(?:första|sista)\s+{_MEETING}\s+(?P<year>20\d\d)\b"
)


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
    if mention := next(iter(find_dates(text[start:end], on)), None):
        day = _day_to_come(mention, on)
        if day is None:
            return None
        before = lowered[max(start, start + mention.start - 30) : start + mention.start]
        return When(start + mention.start, start + mention.end, day, meeting=_MEETING_WORD.search(before) is not None)
    if match := _MEETING_LATER.search(lowered, start, end) or _LATER.search(lowered, start, end):
        year = match.groupdict().get("year")
        if year is None or on is None or int(year) > on.year or (int(year) == on.year and not _is_past(match.group(0), on)):
            before = lowered[max(start, match.start() - 30) : match.end()]
            return When(match.start(), match.end(), None, meeting=_MEETING_WORD.search(before) is not None)
    return None


def _is_past(words: str, on: dt.date) -> bool:
    """Whether the month that words name is not after that of a day."""
    month = next((i for i, name in enumerate(MONTHS.split("|"), 1) if name in words), 13)
    return month <= on.month


def find_due(text: str, start: int, end: int, on: dt.date | None) -> dt.date | None:
    """The first day in `text[start:end]` that is after the meeting."""
    return next((day for mention in find_dates(text[start:end], on) if (day := _day_to_come(mention, on))), None)


def _day_to_come(mention: DateMention, on: dt.date | None) -> dt.date | None:
    """The day of a mention if it is after the meeting; one without a year that is long past is that of the year to come, for a
    meeting in March that names "den 15 oktober" speaks of the next one."""
    if on is None or mention.date > on:
        return mention.date
    if mention.year_given or (on - mention.date).days < _LONG_PAST_DAYS:
        return None
    return make_date(mention.date.year + 1, mention.date.month, mention.date.day)


_LONG_PAST_DAYS = 100
