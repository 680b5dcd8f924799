"""Which words of a document can be read by themselves: the line, row or sentence around a name, and the heading above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.building.model import shorten
from graph.record import Item, Span

MAX_CONTEXT: Final = 400


@dataclass
class Words:
    """A document's text with its layout."""

    text: str
    layout: Mapping[str, Any]

    def __post_init__(self) -> None:
        self._page_starts = list(self.layout.get("pageStarts") or [0])
        self._blocks = [(b["start"], b["end"], b["kind"]) for b in self.layout.get("blocks", ())]
        self._block_starts = [start for start, _, _ in self._blocks]

    def page_of(self, place: int) -> int:
        """Counted from 1."""
        return max(1, bisect_right(self._page_starts, place))

    def trim(self, span: Span) -> Span:
        """The span without white space at its ends."""
        start, end = max(0, span[0]), min(len(self.text), span[1])
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def find(self, words: str, span: Span) -> Span | None:
        """Where the words stand within the span, white space and case apart; None when they do not stand there as such."""
        tokens = words.split()
        if not tokens:
            return None
        pattern = r"(?<!\w)" + r"\s+".join(re.escape(token) for token in tokens)
        match = re.compile(pattern, re.IGNORECASE).search(self.text, span[0], span[1])
        return match.span() if match else None

    def context(self, span: Span) -> Span:
        """The line, table row or short block around a name: words that can be read by themselves."""
        i = bisect_right(self._block_starts, span[0]) - 1
        if i >= 0:
            start, end, kind = self._blocks[i]
            if kind != "table" and span[1] <= end and end - start <= MAX_CONTEXT:
                return start, end
        start = self.text.rfind("\n", 0, span[0]) + 1
        end = self.text.find("\n", span[1])
        end = len(self.text) if end < 0 else end
        return (start, end) if end - start <= 2 * MAX_CONTEXT else self._sentence(span, start, end)

    def within(self, item: Item, span: Span) -> Span:
        """The context of words in an item, without what the copy runs together with it from the items around."""
        start, end = self.context(span)
        return max(start, min(item.span[0], span[0])), min(end, max(item.span[1], span[1]))

    def _sentence(self, span: Span, start: int, end: int) -> Span:
        before = max((m.end() for m in re.finditer(r"[.;:!?]\s+", self.text[start : span[0]])), default=0)
        after = re.compile(r"[.;!?](?:\s|$)").search(self.text, span[1], end)
        return start + before, after.end() if after else end

    def table_row(self, span: Span) -> Span:
        """The span itself, which a row of a table is; of a longer one its first line."""
        return span if span[1] - span[0] <= 4 * MAX_CONTEXT else self.context((span[0], span[0]))

    def section_of(self, span: Span) -> str | None:
        """The nearest heading before the words."""
        for start, end, kind in reversed(self._blocks[: bisect_right(self._block_starts, span[0])]):
            if kind == "heading":
                return shorten(self.text[start:end], 200)
        return None
