"""Names that differ by a slip of the pen or of text recognition, and names that differ by what tells two things apart."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.resolution.words import are_told_apart

_MIN_SLIP_LENGTH: Final = 10


def slip_score(a: str, b: str) -> float | None:
    """How near two plain names are when they differ by a slip: 0.85 to 0.98; None when they are two names."""
    x, y = a.replace(" ", ""), b.replace(" ", "")
    if x == y:
        return 0.98
    if min(len(x), len(y)) >= 6 and _definite(a) == _definite(b) and not are_told_apart(a, b):
        return 0.97
    longest = max(len(x), len(y))
    if min(len(x), len(y)) < _MIN_SLIP_LENGTH or are_told_apart(a, b):
        return None
    limit = 1 if longest < 16 else 2 if longest < 28 else 3
    distance = DamerauLevenshtein.distance(x, y, score_cutoff=limit)
    if distance > limit:  # text recognition takes "rn" for "m"
        distance = DamerauLevenshtein.distance(x.replace("rn", "m"), y.replace("rn", "m"), score_cutoff=limit)
    return None if distance > limit else 1.0 - 0.05 * distance


_DEFINITE: Final = re.compile(r"(?<=\w{5})(?:erna|arna|en|et|na|n|t)$")


def _definite(name: str) -> str:
    """The name without the article at its end: "styrgruppen" and "styrgrupp" are alike."""
    return _DEFINITE.sub("", name)
