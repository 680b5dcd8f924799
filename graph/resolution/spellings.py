"""The spellings of one thing, and which of them it goes by."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.names import fold


@dataclass(slots=True)
class Spellings:
    """How often each spelling was seen: in which documents, how many times, and since when."""

    _seen: dict[str, tuple[set[str], list[int], list[dt.date]]] = field(default_factory=dict)

    def add(self, text: str, document: str, date: dt.date | None) -> None:
        documents, times, since = self._seen.setdefault(text, (set(), [0], []))
        documents.add(document)
        times[0] += 1
        if date is not None:
            if not since:
                since.append(date)
            elif date < since[0]:
                since[0] = date

    @staticmethod
    def union(parts: Iterable[Spellings]) -> Spellings:
        """All spellings of several units together."""
        whole = Spellings()
        for part in parts:
            for text, (documents, times, since) in part._seen.items():
                mine = whole._seen.setdefault(text, (set(), [0], []))
                mine[0].update(documents)
                mine[1][0] += times[0]
                if since and (not mine[2] or since[0] < mine[2][0]):
                    mine[2][:] = since
        return whole

    def all(self) -> list[str]:
        return sorted(self._seen)

    def documents(self) -> set[str]:
        """The documents that have any of the spellings."""
        return set().union(*(documents for documents, _, _ in self._seen.values()))

    def best(self) -> str:
        """The spelling in most documents; then the one with most words and marks (text recognition loses them), the one seen
        most often, the earliest, the first in the alphabet. Raises ValueError when there is none."""
        return min(self._seen, key=self._rank)

    def _rank(self, text: str) -> tuple[int, int, int, int, dt.date, str]:
        documents, times, since = self._seen[text]
        marks = sum(unicodedata.combining(c) != 0 for c in unicodedata.normalize("NFD", text)) + text.count("-")
        return (-len(documents), -len(fold(text).split()), -marks, -times[0], since[0] if since else dt.date.max, text)
