"""Judgements by people: looked up by the units they name, and contradictions among them settled.

The last word counts: of two judgements that cannot both hold, the earlier one is set aside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.resolution.clusters import Groups
from graph.resolution.model import Judgement, Verdict
from graph.schema import Label


class Judgements:
    """What people have said, oldest first. Later judgements of a pair replace earlier ones."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_pair: dict[tuple[Label, str, str], Judgement] = {}
        for j in judgements:
            pair = (j.label, min(j.left, j.right), max(j.left, j.right))
            self._by_pair.pop(pair, None)  # the last word stands last
            self._by_pair[pair] = j

    def __bool__(self) -> bool:
        return bool(self._by_pair)

    def verdict(self, label: Label, left: str, right: str) -> bool | None:
        """True: the same. False: different. None: nobody has said."""
        if not self._by_pair:
            return None
        found = self._by_pair.get((label, min(left, right), max(left, right)))
        return None if found is None else found.verdict is Verdict.SAME

    def rulings(self, label: Label, units: Mapping[str, Collection[str]], known: Collection[str] = ()) -> Rulings:
        """What the judgements of one label say of these units (key -> documents), numbered in their order, and of bodies that
        the lexicon knows (ids)."""
        return Rulings([j for j in self._by_pair.values() if j.label is label], units, known)


class Rulings:
    """Judgements on the units of one label, without contradictions.

    `same` are pairs of unit numbers, sorted; `known` pairs of which one at least is a body of the lexicon, by key.
    """

    def __init__(self, judgements: Sequence[Judgement], units: Mapping[str, Collection[str]], known: Collection[str]) -> None:
        self._numbers = {key: number for number, key in enumerate(units)} if judgements else {}
        self._apart: dict[int, set[int]] = defaultdict(set)
        self.same: list[tuple[int, int]] = []
        self.known: list[tuple[str, str]] = []
        self.different: list[tuple[int, int]] = []
        if judgements:
            self._settle(judgements, _Finder(units, known))

    def _settle(self, judgements: Sequence[Judgement], finder: _Finder) -> None:
        families = _Families()
        for judgement in reversed(judgements):
            left = finder.find(judgement.left, judgement.left_documents)
            right = finder.find(judgement.right, judgement.right_documents)
            if left is None or right is None or left == right:
                continue
            a, b = self._numbers.get(left), self._numbers.get(right)
            if judgement.verdict is Verdict.SAME:
                if not families.join(left, right):
                    continue
                if a is None or b is None:
                    self.known.append((min(left, right), max(left, right)))
                else:
                    self.same.append((min(a, b), max(a, b)))
            elif families.part(left, right) and a is not None and b is not None:
                self._apart[a].add(b)
                self._apart[b].add(a)
                self.different.append((min(a, b), max(a, b)))
        self.same.sort()
        self.known.sort()
        self.different.sort()

    def forbid(self, groups: Groups, a: int, b: int) -> bool:
        """Whether the groups of two units hold two that somebody has called different."""
        if not self._apart:
            return False
        left, right = groups.members(a), groups.members(b)
        if len(left) > len(right):
            left, right = right, left
        others = {enemy for unit in left for enemy in self._apart.get(unit, ())}
        return bool(others) and not others.isdisjoint(right)


class _Finder:
    """Units by key, and where the key has changed, by spelling."""

    def __init__(self, units: Mapping[str, Collection[str]], known: Collection[str]) -> None:
        self._units = units
        self._known = known
        self._by_spelling: dict[str, list[str]] = defaultdict(list)
        for key in units:
            self._by_spelling[spelling_of(key)].append(key)

    def find(self, key: str, documents: Sequence[str]) -> str | None:
        """The key as it is, or that of the one unit of this spelling in these documents, or of the only one anywhere."""
        if key in self._units or key in self._known:
            return key
        alike = self._by_spelling.get(spelling_of(key), ())
        here = [other for other in alike if not set(documents).isdisjoint(self._units[other])]
        if len(here) == 1:
            return here[0]
        return alike[0] if len(alike) == 1 else None


class _Families:
    """Who is the same as whom and who is not, taken in one by one; what does not fit is refused."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._enemies: dict[str, set[str]] = defaultdict(set)

    def _find(self, key: str) -> str:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key

    def join(self, a: str, b: str) -> bool:
        left, right = self._find(a), self._find(b)
        if left == right:
            return True
        if right in self._enemies[left]:
            return False
        self._parent[right] = left
        for enemy in self._enemies.pop(right, set()):
            self._enemies[enemy].discard(right)
            self._enemies[enemy].add(left)
            self._enemies[left].add(enemy)
        return True

    def part(self, a: str, b: str) -> bool:
        left, right = self._find(a), self._find(b)
        if left == right:
            return False
        self._enemies[left].add(right)
        self._enemies[right].add(left)
        return True


def spelling_of(key: str) -> str:
    """The spelling in a unit's key: what stands before the context."""
    return key.partition("|")[0]
