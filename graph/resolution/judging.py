"""Judgements by people, looked up by the units they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.resolution.model import Judgement, Verdict
from graph.schema import Label


class Judgements:
    """Later judgements of a pair replace earlier ones."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_pair: dict[tuple[Label, str, str], Verdict] = {}
        for j in judgements:
            self._by_pair[(j.label, min(j.left, j.right), max(j.left, j.right))] = j.verdict

    def verdict(self, label: Label, left: str, right: str) -> bool | None:
        """True: the same. False: different. None: nobody has said."""
        if not self._by_pair:
            return None
        found = self._by_pair.get((label, min(left, right), max(left, right)))
        return None if found is None else found is Verdict.SAME

    def same(self, label: Label, numbers: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """The pairs of unit numbers that somebody has called the same, sorted."""
        return self._pairs(label, numbers, Verdict.SAME)

    def different(self, label: Label, numbers: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """The pairs of unit numbers that somebody has called different, sorted."""
        return self._pairs(label, numbers, Verdict.DIFFERENT)

    def _pairs(self, label: Label, numbers: Mapping[str, int], verdict: Verdict) -> Iterator[tuple[int, int]]:
        for (of, left, right), said in sorted(self._by_pair.items()):
            if of is label and said is verdict and left in numbers and right in numbers:
                yield numbers[left], numbers[right]
