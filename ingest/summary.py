"""The running text of an item, and the first of its sentences that tells what the matter is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import squash
from graph.record import Decision, Span
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.vocabulary import section_heading

_LEAST_LETTERS = 40
"""Shorter is a heading or a field, unless it ends as a sentence does."""
_LEAST_OF_SENTENCE = 25
_SHOWN = 400
_OF_SLIDES = re.compile(
    r"(?:föredragande\w*|\w+)\s+(?:redovisa|presentera|informera|berätta|redogör|redogjord|föredr)\w*\s+(?:\w+\s+)?(?:enligt|utifrån|från)\s+(?:bifoga|bilag)",
    re.IGNORECASE,
)
""" "Föredragande redovisade enligt bifogade bilder": tells where to look, not of what."""


def find_stretches(body: Sequence[Line]) -> list[Span]:
    """Runs of lines that stand together in the text (headings of sections part them)."""
    spans: list[Span] = []
    for line in body:
        if section_heading(line.text):
            spans.append((line.end, line.end))
            continue
        between = line.document.text[spans[-1][1] : line.start] if spans and spans[-1][1] <= line.start else "x"
        if spans and spans[-1][0] < spans[-1][1] and not between.strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return [s for s in spans if s[0] < s[1]]


def find_summary(text: str, stretches: Sequence[Span], decisions: Sequence[Decision]) -> str | None:
    """The first sentence in the stretches that tells of the matter, verbatim: enough to recognise it by. None when all that stands
    there are headings, decisions and where to find the slides."""
    for start, end in stretches:
        for s, e in iter_sentences(text, start, end):
            words = squash(text[s:e])
            least = _LEAST_OF_SENTENCE if words.endswith((".", "!", "?")) else _LEAST_LETTERS
            decided = any(s < d.span[1] and d.span[0] < e for d in decisions)
            if len(words) >= least and not decided and not _OF_SLIDES.match(words):
                return words[:_SHOWN]
    return None
