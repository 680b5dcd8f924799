"""Time from left to right: dates to places, with ticks.

Time is drawn to scale unless events lie so close that they would cover one another: then close stretches are drawn out at
the cost of the wide ones, and `stretched` says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

LEFT = 26
RIGHT = 44
MIN_WIDTH = 1000
"""What the card of a page holds beside the names of the rows; a longer story makes the figure wider, and it scrolls."""
MIN_GAP = 46
"""Two events nearer than this could not be told apart, nor labelled."""


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str
    major: bool


@dataclass(frozen=True)
class TimeAxis:
    """Dates to x. `knots` are (date as ordinal, x), rising in both; linear between them."""

    knots: tuple[tuple[int, float], ...]
    width: float
    today_x: float | None
    stretched: bool

    @classmethod
    def fit(cls, dates: Sequence[dt.date], today: dt.date) -> TimeAxis:
        last = max([*dates, today])
        days = sorted({day.toordinal() for day in [*dates, last]})
        first, final = days[0], days[-1]
        margin = max(30, (final - first) // 16)
        # The first meeting stands a little in from the edge, so that its label and the year before it have room.
        start = first - margin
        span = max(1, final - start)
        inner = MIN_WIDTH - LEFT - RIGHT
        needed = MIN_GAP * (len(days) - 1) + 60
        inner = max(inner, needed)
        gaps = [(b - a) / span * inner for a, b in pairwise([start, *days])]
        wanted = [gaps[0], *[max(MIN_GAP, gap) for gap in gaps[1:]]]
        stretched = sum(wanted) > sum(gaps) + 0.5
        # What close meetings need is taken from the wide gaps alone.
        spare = sum(gap - MIN_GAP for gap in wanted if gap > MIN_GAP)
        excess = sum(wanted) - inner
        if excess > 0 and spare > 0:
            share = min(1.0, excess / spare)
            wanted = [gap - (gap - MIN_GAP) * share if gap > MIN_GAP else gap for gap in wanted]
        knots = [(start, float(LEFT))]
        for day, gap in zip(days, wanted, strict=True):
            knots.append((day, knots[-1][1] + gap))
        width = max(float(MIN_WIDTH), knots[-1][1] + RIGHT)
        axis = cls(tuple(knots), width, None, stretched)
        inside = start <= today.toordinal() <= knots[-1][0]
        return cls(axis.knots, width, axis.x(today) if inside else None, stretched)

    def x(self, day: dt.date) -> float:
        number = day.toordinal()
        for (a, xa), (b, xb) in pairwise(self.knots):
            if number <= b:
                return round(xa + (number - a) / max(1, b - a) * (xb - xa), 1)
        return self.knots[-1][1]

    def ticks(self, months: Sequence[str]) -> list[Tick]:
        """A tick for each new year; between them for quarters, where there is room. The first one always names its year."""
        first, last = dt.date.fromordinal(self.knots[0][0]), dt.date.fromordinal(self.knots[-1][0])
        per_day = (self.width - LEFT - RIGHT) / max(1, (last - first).days)
        step = 3 if per_day * 91 > 64 else 12
        found: list[Tick] = []
        for day in _quarters(first, last, step):
            x = self.x(day)
            if day.month == 1:
                # A new year goes before what it would run into.
                while found and x - found[-1].x < (62 if " " in found[-1].label else 34):
                    found.pop()
                found.append(Tick(x, str(day.year), True))
                continue
            near_today = self.today_x is not None and abs(x - self.today_x) < 44
            crowded = bool(found) and x - found[-1].x < (62 if " " in found[-1].label else 40)
            if not near_today and not crowded:
                label = months[day.month - 1]
                found.append(Tick(x, label if found else f"{label} {day.year}", False))
        return found or [Tick(float(LEFT - 14), str(first.year), True)]


def _quarters(first: dt.date, last: dt.date, step: int) -> Iterable[dt.date]:
    """The first days of every `step` months from January on, between two days."""
    days = (dt.date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, step))
    return (day for day in days if first <= day <= last)
