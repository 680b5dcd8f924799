"""Names of bodies, topics and reports that may be one though no rule says so: left apart, and told for a person to look at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.resolution.clusters import Blocks
from graph.resolution.model import DOUBTFUL, Reason
from graph.resolution.words import are_told_apart

_PER_NAME: Final = 2
"""Of a name that is near many, so many of the nearest are told."""
_TELLING: Final = 5
"""Letters that a word needs to tell what a name is about."""
_MOST: Final = 0.5
"""So much of all words of two names must be in both."""
_COMMON: Final = 12
"""A word in more names than this tells none of them apart: it neither joins two nor keeps them apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two names by number: how near they are (0.0 to 1.0), what speaks for their being one and what against."""

    a: int
    b: int
    score: float
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]


def doubtful_pairs(
    names: Sequence[str], documents: Sequence[Collection[str]], unsure: Iterable[Candidate] = (), *, agenda: bool = True
) -> list[Candidate]:
    """Pairs of plain names that are near but not near enough, at most two for each name, nearest first.

    `unsure` are pairs that a rule held back. With `agenda`, names that stand in one document are less likely one: there each
    matter has a name of its own.
    """
    common = Counter(word for name in names for word in set(_telling(name)))
    blocks = Blocks(near=lambda i: names[i])
    for i, name in enumerate(names):
        for word in _telling(name):
            blocks.add((word[:_TELLING],), i)
        joined = name.replace(" ", "")
        if len(joined) >= 6:
            blocks.add(("", joined[:4], len(joined) // 6), i)
    found = {(pair.a, pair.b): pair for pair in unsure if pair.score >= DOUBTFUL}
    for a, b in blocks.pairs():
        if (a, b) not in found and names[a] != names[b]:
            pair = _compare(a, b, names, common)
            if pair is not None and agenda and not set(documents[a]).isdisjoint(documents[b]):
                pair = Candidate(a, b, pair.score - 0.1, pair.reasons, (*pair.against, Reason.SAME_AGENDA))
            if pair is not None and pair.score >= DOUBTFUL:
                found[a, b] = pair
    return _nearest(found.values())


def _nearest(pairs: Iterable[Candidate]) -> list[Candidate]:
    told: dict[int, int] = defaultdict(int)
    kept = []
    for pair in sorted(pairs, key=lambda p: (-p.score, p.a, p.b)):
        if told[pair.a] < _PER_NAME and told[pair.b] < _PER_NAME:
            told[pair.a] += 1
            told[pair.b] += 1
            kept.append(pair)
    return kept


def _compare(a: int, b: int, names: Sequence[str], common: Counter[str]) -> Candidate | None:
    one, other = names[a], names[b]
    if are_told_apart(one, other):
        return None
    x, y = one.replace(" ", ""), other.replace(" ", "")
    longest = max(len(x), len(y))
    limit = max(2, longest // 7)
    distance = DamerauLevenshtein.distance(x, y, score_cutoff=limit)
    if longest >= 7 and distance <= limit and x[0] == y[0]:
        against = (Reason.MANY_LETTERS,) if distance > 1 else (Reason.SHORT_NAME,)
        return Candidate(a, b, round(0.86 - 0.9 * distance / longest, 3), (Reason.SLIP,), against)
    ours, theirs = ([word for word in _telling(name) if common[word] <= _COMMON] for name in (one, other))
    shared = sum(any(_alike(word, like) for like in theirs) for word in ours)
    if not ours or not theirs or not shared:
        return None
    if shared == min(len(ours), len(theirs)) and shared != max(len(ours), len(theirs)):
        return Candidate(
            a, b, round(0.6 + 0.16 * shared / max(len(ours), len(theirs)), 3), (Reason.CONTAINED,), (Reason.OTHER_WORDS,)
        )
    share = shared / (len(ours) + len(theirs) - shared)
    if share >= _MOST and (shared >= 2 or share == 1):
        return Candidate(a, b, round(0.5 + 0.3 * share, 3), (Reason.SHARED_WORDS,), (Reason.OTHER_WORDS,))
    return None


_ENDING: Final = re.compile(r"(?<=\w{4})(?:ens|ets|arnas|ernas|arna|erna|en|et|ar|er|or|an|na|s|n|t)$")


def _alike(a: str, b: str) -> bool:
    """The same word but for its ending, or one letter."""
    return _ENDING.sub("", a) == _ENDING.sub("", b) or (min(len(a), len(b)) >= 8 and DamerauLevenshtein.distance(a, b) <= 1)


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if len(word) >= _TELLING]
