"""Counting hits, misses and what is extra, with each error kept for reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.scoring.fields import Field


@dataclass(frozen=True, slots=True)
class Count:
    hit: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.missed + other.missed, self.extra + other.extra)

    @property
    def precision(self) -> float:
        said = self.hit + self.extra
        return self.hit / said if said else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 1.0 when there was nothing to find and nothing was said."""
        total = 2 * self.hit + self.missed + self.extra
        return 2 * self.hit / total if total else 1.0

    @property
    def support(self) -> int:
        return self.hit + self.missed


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: what was expected and what was said (None: nothing)."""

    field: Field
    where: str
    expected: str | None
    said: str | None


@dataclass
class Tally:
    counts: dict[Field, Count] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def hit(self, name: Field, count: int = 1) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(hit=count)

    def missed(self, name: Field, where: str, expected: object) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(missed=1)
        self.misses.append(Miss(name, where, str(expected), None))

    def extra(self, name: Field, where: str, said: object) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(extra=1)
        self.misses.append(Miss(name, where, None, str(said)))

    def value(self, name: Field, where: str, expected: object, said: object, *, same: bool) -> None:
        """A single value: `same` tells whether two values that are both there agree."""
        if expected is None and said is None:
            return
        if expected is not None and said is not None and same:
            self.hit(name)
            return
        self.counts[name] = self.counts.get(name, Count()) + Count(missed=int(expected is not None), extra=int(said is not None))
        self.misses.append(Miss(name, where, None if expected is None else str(expected), None if said is None else str(said)))

    def of(self, fields: Iterable[Field]) -> Count:
        return sum((self.counts.get(name, Count()) for name in fields), Count())

    def merge(self, other: Tally) -> None:
        for name, count in other.counts.items():
            self.counts[name] = self.counts.get(name, Count()) + count
        self.misses.extend(other.misses)
