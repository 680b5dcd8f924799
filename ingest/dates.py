"""Swedish dates and clock times in running text.

Forms that are read: 2026-06-11 (and the first day of 2026-06-11--12), 20260611, 260611, 2026/06/11, 11 juni 2026, 11 juni -26, den 11:e juni, 7e feb, 11/6 2026, 6/5,
11.6.2026, 11-06-2026, "juni 2026" (a month: no day is made up), and times 09.00-12.00, kl. 9-12, 13:15–15.00, kl 18.30.
A date without a year takes it from the context: the year that puts it nearest to the date given; behind "senast" or "före" one that is
still to come.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

_MONTHS = (
    ("jan", "januari"),
    ("feb", "februari"),
    ("mar", "mars"),
    ("apr", "april"),
    ("maj", "maj"),
    ("jun", "juni"),
    ("jul", "juli"),
    ("aug", "augusti"),
    ("sep", "september"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTHS_BY_NAME = {name: i for i, names in enumerate(_MONTHS, 1) for name in (*names, "sept") if name != "sept" or i == 9}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS_BY_NAME, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_YEARS = ("20", "19")


class _Form(NamedTuple):
    """A way to write dates; in a text with one stands one of `signs`, where there are any."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...] = ()


_SIX_DIGITS = _Form(re.compile(r"(?<![\d/.-])(?P<yy>[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d/-]|\.\d)"))
_FORMS = (
    _Form(
        re.compile(
            rf"(?<![\d-]){_YEAR}\s?[-–/.]\s?(?P<m>0?[1-9]|1[0-2])\s?[-–/.]\s?(?P<d>0?[1-9]|[12]\d|3[01])(?:--?(?:0[1-9]|[12]\d|3[01]))?(?![\d-])"
        ),
        _YEARS,
    ),
    _Form(re.compile(rf"(?<![\d/-]){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])"), _YEARS),
    _SIX_DIGITS,
    _Form(
        re.compile(
            rf"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])\s?(?::?[ae]\b)?\s+{_MONTH}(?:,?\s+(?:år\s+)?{_YEAR}|\s+[-–’'´](?P<yy>[0-3]\d)(?!\d|[-/.:]\d|\s+[a-zåäö]))?",
            re.IGNORECASE,
        )
    ),
    _Form(re.compile(rf"(?<![\d/])(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])(?:\s*[-/ ]\s*{_YEAR})?(?![\d/])"), ("/",)),
    _Form(re.compile(rf"(?<![\d.])(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.{_YEAR}(?!\d)"), (".",)),
    _Form(re.compile(rf"(?<![\d-])(?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-{_YEAR}(?![\d-])"), ("-",)),
)
_DIGIT = re.compile(r"\d")
_MISREAD_MONTH = re.compile(rf"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])\s?(?::?[ae]\b)?\s+(?P<word>[^\W\d_]{{4,10}})\s+{_YEAR}\b")
"""A month with a slip of text recognition, between day and year: "7 sepfember 2026"."""
_TIME = r"(?P<{0}h>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
_TIME_RANGE = re.compile(
    rf"(?<![\d.:-])(?:kl(?:\.|ockan)?\s*)?{_TIME.format('a')}\s*(?:[-–—]|till|t\.?o\.?m\.?)\s*(?:(?:ca\.?|c:a|cirka)\s*)?(?:kl(?:\.|ockan)?\s*)?{_TIME.format('b')}(?![\d-])",
    re.IGNORECASE,
)
_TIME_BETWEEN = re.compile(
    rf"\bmellan\s+(?:kl(?:\.|ockan)?\s*)?{_TIME.format('a')}\s+och\s+(?:kl(?:\.|ockan)?\s*)?{_TIME.format('b')}(?![\d-])",
    re.IGNORECASE,
)
""" "mellan kl. 13.00 och 15.40"."""
_TIME_PAIR = re.compile(
    r"(?:\bkl(?:\.|ockan)?\s*(?=\d)|(?<![\w:.,])(?=\d\d:\d\d\s\d\d:\d\d(?!:)))"
    r"(?P<ah>[01]?\d|2[0-4])[.:](?P<am>[0-5]\d)\s+(?P<bh>[01]?\d|2[0-4])[.:](?P<bm>[0-5]\d)(?!\d)",
    re.IGNORECASE,
)
"""Two times whose dash is lost: "kl 18.30 21.00", "18:30 21:00"."""
_TIME_START = re.compile(rf"\bkl(?:\.|ockan)?\s*{_TIME.format('a')}(?!\d)", re.IGNORECASE)


class DateMention(NamedTuple):
    """A date in a text. `year_given` tells whether the year stands there or was taken from the context."""

    start: int
    end: int
    date: dt.date
    year_given: bool


@dataclass(frozen=True, slots=True)
class TimeRange:
    """Clock times as "HH:MM"; `end_time` is None where only a start is given."""

    start: int
    end: int
    start_time: str
    end_time: str | None


def find_dates(text: str, context: dt.date | None = None, *, short: bool = True) -> list[DateMention]:
    """All dates in `text`, in order, without overlaps. Without `context`, dates that lack a year are left out.

    `short` allows six-digit dates (260611), which elsewhere may be other numbers.
    """
    found: list[DateMention] = []
    if (first := _DIGIT.search(text)) is None:
        return found
    for form in _FORMS:
        if (form is _SIX_DIGITS and not short) or (form.signs and not _has_any(text, form.signs)):
            continue
        for match in form.pattern.finditer(text, first.start()):
            mention = _mention(match, context)
            if mention and not any(mention.start < f.end and f.start < mention.end for f in found):
                found.append(mention)
    for match in _MISREAD_MONTH.finditer(text, first.start()) if _has_any(text, _YEARS) else ():
        if any(match.start() < f.end and f.start < match.end() for f in found) or not (month := _nearest_month(match["word"])):
            continue
        if date := make_date(int(match["year"]), month, int(match["d"])):
            found.append(DateMention(match.start(), match.end(), date, True))
    return sorted(found, key=lambda f: f.start)


def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)


@lru_cache(maxsize=256)
def _nearest_month(word: str) -> int | None:
    """The month whose full name is one slip away ("sepfember", "rnars"); None when none or several are."""
    folded = word.replace("rn", "m").casefold()
    near = [n for n, (_, name) in enumerate(_MONTHS, 1) if len(name) > 3 and OSA.distance(folded, name, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None


def _mention(match: re.Match[str], context: dt.date | None) -> DateMention | None:
    parts = match.groupdict()
    day = int(parts["d"])
    month = int(parts["m"]) if parts.get("m") else MONTHS_BY_NAME[parts["month"].lower()]
    if parts.get("year"):
        date = make_date(int(parts["year"]), month, day)
        return DateMention(match.start(), match.end(), date, True) if date else None
    if parts.get("yy"):
        date = make_date(2000 + int(parts["yy"]), month, day)
        return DateMention(match.start(), match.end(), date, True) if date else None
    if context is None:
        return None
    near = [d for y in (context.year - 1, context.year, context.year + 1) if (d := make_date(y, month, day))]
    if not near:
        return None
    ahead = [d for d in near if 0 <= (d - context).days <= _FAR_AHEAD]
    if ahead and _LIMIT.search(match.string, max(0, match.start() - _LONGEST_LIMIT), match.start()):
        near = ahead
    return DateMention(match.start(), match.end(), min(near, key=lambda d: abs((d - context).days)), False)


_LIMIT = re.compile(
    r"\b(?:senast|före|innan|inför|till\s+och\s+med|t\.?o\.?m\.?|från\s+och\s+med|fr\.?o\.?m\.?)\s+(?:den\s+)?$", re.IGNORECASE
)
_LONGEST_LIMIT = 24
_FAR_AHEAD = 270
"""Days: "senast den 1 oktober" in minutes of March is still to come, though last October was nearer."""


def make_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def find_time_range(text: str) -> TimeRange | None:
    """The first clock time range in `text`, or a start alone after "kl". A range that looks like a date is not one."""
    for match in _TIME_RANGE.finditer(text):
        marked = "kl" in match.group(0).lower()
        if not marked and (match["am"] is None or match["bm"] is None):
            continue
        return TimeRange(match.start(), match.end(), _clock(match["ah"], match["am"]), _clock(match["bh"], match["bm"]))
    if "mellan" in text and (between := _TIME_BETWEEN.search(text)) and ("kl" in between.group() or between["am"]):
        return TimeRange(
            between.start(), between.end(), _clock(between["ah"], between["am"]), _clock(between["bh"], between["bm"])
        )
    if (pair := _TIME_PAIR.search(text)) is not None:
        start, end = _clock(pair["ah"], pair["am"]), _clock(pair["bh"], pair["bm"])
        if start < end:
            return TimeRange(pair.start(), pair.end(), start, end)
    if (alone := _TIME_START.search(text)) is not None:
        return TimeRange(alone.start(), alone.end(), _clock(alone["ah"], alone["am"]), None)
    return None


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02d}:{minute or '00'}"
