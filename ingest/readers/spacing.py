"""Copies with an empty line after every line: these are closed up, so that what is left parts paragraphs. Pure: text in, text out."""

from __future__ import annotations

import re
from itertools import pairwise

_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
_FEWEST_LINES = 30
_TIGHT = 0.02
"""The share of lines that may stand right below another all the same."""
_WRAPPED = 0.08
"""The share of lines, at least, that go on in the next one: without it each line is a paragraph of its own."""
_WIDER = 0.05
"""The share of wider gaps, at least, that part paragraphs when the others are closed."""
_LONG = 45
_ENDED = re.compile(r"[.:;,!?”\")]\s*$")


def close_up(text: str) -> str:
    """The text with one empty line fewer in each gap between its lines, where a copy has put one after every line; else as it is."""
    lines = _LINE_END.split(text)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if len(filled) < _FEWEST_LINES:
        return text
    gaps = [b - a - 1 for a, b in pairwise(filled)]
    if gaps.count(0) > _TIGHT * len(gaps) or sum(gap > 1 for gap in gaps) < _WIDER * len(gaps):
        return text
    wrapped = sum(_goes_on(lines[a], lines[b]) for a, b in pairwise(filled))
    if wrapped < _WRAPPED * len(gaps):
        return text
    kept = [line for at, line in enumerate(lines) if line.strip() or not at or not lines[at - 1].strip() or "\f" in line]
    return "\n".join(kept)


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    words = line.strip()
    return len(words) >= _LONG and not _ENDED.search(words) and following.strip()[0].islower()
