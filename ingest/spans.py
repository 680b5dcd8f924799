"""Many spans of a text, asked for many offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from graph.record import Span


class Cover:
    """Whether an offset lies in any of the spans (`offset in cover`), however many there are: a long document has a head on each page."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def touches(self, start: int, end: int) -> bool:
        """Whether any of the spans shares an offset with `start` up to `end`."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and start < self._ends[at]
