"""When an answer was asked for: the times that words name, worked out from the day they were said on and the meetings known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.movement.model import NEXT_MEETING_DAYS, Due, DueBasis, Held, Kind
from graph.names import squash

MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_NEXT = re.compile(
    r"\b(?:(?:nästa|nästkommande)\s+(?:ordinarie\s+)?(?!år\b|års\b|vecka\b|månad\b|termin\b|steg\b|fas\b|period\b|höst\b|vår\b|vinter\b|sommar\b|mandatperiod\b)[\wåäöÅÄÖ-]+"
    r"|(?:kommande|följande)\s+(?:ordinarie\s+)?(?:möte|sammanträde)\w*)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?:i|under|till|senast|före|innan)\s+(?P<month>{'|'.join(MONTHS)})(?:\s+månad)?(?:\s+(?P<year>20\d\d))?\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:till|under|i|före|innan|efter|senast)\s+(?P<season>hösten?|våren?|sommaren?|årsskiftet|slutet\s+av\s+året)\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_SEASONS: Final = {"höst": ((8, 15), (11, 30)), "vår": ((2, 1), (5, 31)), "sommar": ((6, 1), (8, 31)), "år": ((10, 1), (12, 31))}
DEADLINE: Final = re.compile(r"\b(?:senast|innan|före|till och med|t\.?o\.?m\.?)\b", re.IGNORECASE)
_DATED = (Kind.REPORTS_BACK_TO, Kind.REFERRED_TO, Kind.ASSIGNS, Kind.INVITES)


@dataclass(frozen=True, slots=True)
class _Time:
    """A time that words name, at a place in them: the next meeting, a meeting within some days, or just some days."""

    start: int
    said: str
    meeting: bool
    days: tuple[dt.date, dt.date] | None


def work_out_due(
    kind: Kind, words: str, stated: dt.date | None, on: dt.date | None, meetings: Sequence[Held], *, targets: Sequence[str] = ()
) -> Due | None:
    """When an answer was asked for in these words, said on the day `on`. `meetings` are those of the forum that should answer,
    `targets` is what the words may call it: of several times that they name the nearest to it counts.

    A stated date counts as it is. "Nästa möte" is the forum's first later meeting that is known, with or without minutes;
    "i juni", "till hösten" a stretch of days, and with "möte" the first meeting within it. None when no time is named.
    """
    text = squash(words)
    if stated is not None:
        return Due(stated, DueBasis.STATED, meeting=not DEADLINE.search(text))
    times = list(_iter_times(text, on, stretches=kind in _DATED)) if on is not None else []
    if on is None or not times:
        return None
    places = [m.start() for target in targets for m in re.finditer(rf"(?<!\w){re.escape(target)}", text, re.IGNORECASE)]
    time = min(times, key=lambda one: min((abs(one.start - place) for place in places), default=0))
    later = sorted(held.date for held in meetings if held.date > on)
    if time.days is None:
        known = later[0] if later and (later[0] - on).days <= NEXT_MEETING_DAYS else None
        return Due(known, DueBasis.INFERRED, time.said, meeting=True)
    start, end = time.days
    inside = [date for date in later if start <= date <= end] if time.meeting else []
    return Due(inside[0], DueBasis.INFERRED, time.said, meeting=True) if inside else Due(end, DueBasis.INFERRED, time.said, start)


def _iter_times(text: str, on: dt.date, *, stretches: bool) -> Iterator[_Time]:
    """The times that a text names, each in its own words: "nästa möte", "nästkommande råd i juni", "rådets möte i juni", "till hösten"."""
    found = [(span, days) for span, days in _iter_stretches(text, on)] if stretches else []
    taken = set()
    for following in _NEXT.finditer(text):
        joined = next((one for one in found if _CLOSE.fullmatch(text[following.end() : one[0][0]])), None)
        end = joined[0][1] if joined else following.end()
        taken.add(joined and joined[0])
        yield _Time(following.start(), text[following.start() : end], True, joined and joined[1])
    for span, days in found:
        if span not in taken:
            held = _HELD.search(text[: span[0]])
            start = held.start() if held else span[0]
            yield _Time(start, text[start : span[1]], held is not None, days)


_CLOSE: Final = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+")
"""What may part "nästa möte" from its month: a few words, and no comma or day."""
_HELD: Final = re.compile(r"\b(?:möte|sammanträde)(?:t|s|ts)?\s+$", re.IGNORECASE)


def _iter_stretches(text: str, on: dt.date) -> Iterator[tuple[tuple[int, int], tuple[dt.date, dt.date]]]:
    """Where the text names months and seasons, as days: in the year they say, else the next one that ends after `on`."""
    for match in _MONTH.finditer(text):
        number = MONTHS.index(match["month"].lower()) + 1
        spans = [_days_of((number, 1), (number, _last_day(y, number)), y) for y in _years(match["year"], on)]
        if days := _coming(spans, on):
            yield match.span(), days
    for match in _SEASON.finditer(text):
        word, lead = match["season"].lower(), match.group(0).lower()
        key = next(name for name in ("höst", "vår", "sommar", "år") if name in word)
        spans = [_days_of(*_SEASONS[key], y) for y in _years(match["year"], on)]
        if key == "sommar" and lead.startswith(("före", "innan", "till")):
            spans = [_days_of((4, 1), (6, 30), start.year) for start, _ in spans]
        elif key == "sommar" and lead.startswith("efter"):
            spans = [_days_of((8, 15), (10, 15), start.year) for start, _ in spans]
        if days := _coming(spans, on):
            yield match.span(), days


def _coming(spans: Iterable[tuple[dt.date, dt.date]], on: dt.date) -> tuple[dt.date, dt.date] | None:
    return next(((start, end) for start, end in spans if end > on), None)


def _years(said: str | None, on: dt.date) -> tuple[int, ...]:
    return (int(said),) if said else (on.year, on.year + 1)


def _days_of(start: tuple[int, int], end: tuple[int, int], year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, *start), dt.date(year, *end)


def _last_day(year: int, month: int) -> int:
    return ((dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)).day
