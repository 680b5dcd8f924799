"""Labels that run in: "Bakgrund Fyra projekt startade.", "Beslut Styrgruppen godkänner rapporten.".

They stood in a margin or in bold, and a copy as text keeps neither, nor a colon. Where the same few words begin several lines or
sentences, each before a capital, they are headings, and become lines of their own. By itself such a word proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ingest.lines import Line
from ingest.verbs import has_finite, is_finite
from ingest.vocabulary import exact_headings


@cache
def _run_in() -> re.Pattern[str]:
    """A heading of one word (sections.yaml), and no verb, that begins a line or a sentence and stands before a capital; one letter
    alone is the name of a paper ("Bilaga A visar bryggan"), unless it is a word."""
    labels = sorted(form.capitalize() for form in exact_headings() if form.isalpha() and not is_finite(form))
    return re.compile(rf"(?:^|(?<=[.!?] ))(?P<label>{'|'.join(labels)})[ ]+(?=(?:[IÅ]|[A-ZÅÄÖ][\wåäöÅÄÖ-]+)\s)")


_FEWEST = 4
_FEWEST_OF_ONE = 2
"""So many labels in all, of two kinds at least, and so many of one of them."""


def part_run_in_labels(lines: list[Line]) -> list[Line]:
    """The lines, those of a document that uses such labels cut before and behind each; else the same lines."""
    found = {k: borders for k in range(len(lines)) if (borders := _labels(lines, k))}
    counts = Counter(lines[k].text[a:b].rstrip() for k, labels in found.items() for a, b in labels)
    if counts.total() < _FEWEST or len(counts) < 2 or max(counts.values()) < _FEWEST_OF_ONE:
        return lines
    out: list[Line] = []
    for k, line in enumerate(lines):
        out += _cut(line, found[k]) if k in found else [line]
    return [replace(line, index=i) for i, line in enumerate(out)]


def _labels(lines: Sequence[Line], k: int) -> list[tuple[int, int]]:
    """Where labels begin in a line, and what they label; only before words with a verb, it may be on the line below."""
    line = lines[k]
    if line.cells or line.is_heading or not line.text:
        return []
    below = lines[k + 1].text if k + 1 < len(lines) and not lines[k + 1].blank_before else ""
    return [m.span() for m in _run_in().finditer(line.text) if has_finite(f"{line.text[m.end() :]} {below}")]


def _cut(line: Line, labels: Sequence[tuple[int, int]]) -> list[Line]:
    borders = sorted({0, len(line.text), *(at for label in labels for at in label)})
    parts: list[Line] = []
    begins = {begin for begin, _ in labels}
    for a, b in pairwise(borders):
        end = line.start + a + len(line.text[a:b].rstrip())
        apart = a in begins or (a == 0 and line.blank_before)
        parts.append(replace(line, start=line.start + a, end=end, blank_before=apart))
    return parts
