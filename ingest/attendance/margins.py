"""Lines of a page's head or foot that stand in the flow of a list: page numbers, and what is printed beside them on every page.

Text extraction puts them where pages turn, also in the middle of a list. They end no list and say nothing of anyone in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.names import squash
from ingest.lines import Line
from ingest.people import names_someone

_PAGE = re.compile(
    r"(?:^|\s)(?:Sid(?:a|an|nr)?\.?:?\s*\d{1,3}(?:\s*(?:av|\(|/)\s*\d{1,3}\)?)?|Blad\s+\d{1,3}|\d{1,3}\s?[(\[]\d{1,3}[)\]]|\d{1,3}\s+av\s+\d{1,3}|Page\s+\d+\s+of\s+\d+)(?:\s|$)"
)
_DIGITS = re.compile(r"\d+")
_NEAR = 3
_LONGEST = 120


def find_margins(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are a page's margin: those with a page number and no name, and lines right beside one that stand
    beside other page numbers too, numbers apart."""
    pages = [
        i
        for i, line in enumerate(lines)
        if line.end - line.start < _LONGEST
        and _PAGE.search(line.text)
        and not names_someone(line.document.text, line.start, line.end)
    ]
    if not pages:
        return frozenset()
    beside = {i: [_plain(lines[j]) for j in _around(i, len(lines))] for i in pages}
    often = {words for words, count in Counter(w for near in beside.values() for w in set(near)).items() if count > 1}
    found = set(pages)
    for i in pages:
        for step in (-1, 1):
            for j in range(i + step, i + step * (_NEAR + 1), step):
                if not 0 <= j < len(lines) or _plain(lines[j]) not in often or lines[j].end - lines[j].start >= _LONGEST:
                    break
                if names_someone(lines[j].document.text, lines[j].start, lines[j].end):
                    break
                found.add(j)
    return frozenset(found)


def _around(index: int, count: int) -> list[int]:
    return [j for j in range(index - _NEAR, index + _NEAR + 1) if j != index and 0 <= j < count]


def _plain(line: Line) -> str:
    return _DIGITS.sub("0", squash(line.text))
