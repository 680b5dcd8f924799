"""Grouping units into entities: a union-find that keeps its members, and blocking that finds the pairs worth comparing.

Units are numbered in an order of their own content, so that the same set gives the same numbers in whatever order it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


class Groups:
    """A union-find over the numbers 0 to `size` - 1 that keeps the members of each group."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {unit: [unit] for unit in range(size)}

    def find(self, unit: int) -> int:
        """The representative of the unit's group."""
        parent = self._parent
        while parent[unit] != unit:
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        return unit

    def union(self, a: int, b: int) -> int:
        """Join the groups of two units; the larger takes in the smaller. Returns the representative."""
        left, right = self.find(a), self.find(b)
        if left == right:
            return left
        if (len(self._members[left]), -left) < (len(self._members[right]), -right):
            left, right = right, left
        self._parent[right] = left
        self._members[left].extend(self._members.pop(right))
        return left

    def members(self, unit: int) -> Sequence[int]:
        return self._members[self.find(unit)]

    def all(self) -> Iterable[list[int]]:
        """The groups, each sorted, in the order of their least members."""
        return sorted((sorted(members) for members in self._members.values()), key=lambda group: group[0])


@dataclass
class Blocks:
    """Candidate pairs without comparing all with all: only units that share a key meet.

    A key with more than `cap` units would grow quadratically: there each unit meets only its `window` nearest neighbours in
    the order of `near`.
    """

    near: Callable[[int], str]
    cap: int = 40
    window: int = 6
    _units: dict[tuple[str | int, ...], list[int]] = field(default_factory=dict)

    def add(self, key: tuple[str | int, ...], unit: int) -> None:
        self._units.setdefault(key, []).append(unit)

    def pairs(self) -> list[tuple[int, int]]:
        """Every pair once, smaller number first, sorted."""
        found: set[tuple[int, int]] = set()
        for block in self._units.values():
            units = sorted(set(block))
            reach = len(units)
            if reach > self.cap:
                units.sort(key=lambda u: (self.near(u), u))
                reach = self.window + 1
            for i, a in enumerate(units):
                found.update((a, b) if a < b else (b, a) for b in units[i + 1 : i + reach])
        return sorted(found)
