"""Units of people: one spelling with one body, and what of them must not be joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graph.resolution.clusters import Groups
from graph.resolution.judging import Rulings
from graph.resolution.model import Reason
from graph.resolution.person_names import PersonName
from graph.resolution.spellings import Spellings

_ListId = tuple[str, int]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class Unit:
    """All mentions of one spelling (folded, words in the order written) with one body (entity id, or empty).

    Where no body is said, the region of the meeting keeps namesakes of two regions apart.
    """

    key: tuple[str, str, str]
    """Spelling, body, and where no body is said the region (or empty)."""
    name: PersonName
    spellings: Spellings = field(default_factory=Spellings)
    lists: set[_ListId] = field(default_factory=set)
    """The attendance lists (document, meeting) that name this spelling with this body."""
    days: set[dt.date] = field(default_factory=set)
    """The days on which the person spoke for the body."""
    documents: set[str] = field(default_factory=set)
    forums: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    """The roles as written."""
    weight: int = 0

    @property
    def body(self) -> str:
        return self.key[1]


class Constraints:
    """What must not be joined: two names of one list, two municipalities on one day, and what somebody has called different."""

    def __init__(self, units: Sequence[Unit], rulings: Rulings) -> None:
        self._lists: dict[int, dict[_ListId, tuple[str, ...]]] = {}
        self._days: dict[int, dict[dt.date, str]] = {}
        self._bodies: dict[int, dict[_ListId, str]] = {}
        for i, unit in enumerate(units):
            self._lists[i] = dict.fromkeys(unit.lists, unit.name.sorted_tokens)
            self._bodies[i] = dict.fromkeys(unit.lists, unit.body)
            self._days[i] = dict.fromkeys(unit.days, unit.body) if unit.body.startswith("municipality:") else {}
        self._rulings = rulings

    def conflict(self, groups: Groups, a: int, b: int) -> Reason | None:
        """Why the groups of two units cannot be one person, or None."""
        left, right = groups.find(a), groups.find(b)
        if self._rulings.forbid(groups, left, right):
            return Reason.JUDGED
        small, large = (left, right) if len(self._lists[left]) <= len(self._lists[right]) else (right, left)
        for list_, tokens in self._lists[small].items():
            other = self._lists[large].get(list_)
            if other is None:
                continue
            ours, theirs = self._bodies[small][list_], self._bodies[large][list_]
            if other != tokens or (ours and theirs and ours != theirs):
                return Reason.SAME_LIST
        small, large = (left, right) if len(self._days[left]) <= len(self._days[right]) else (right, left)
        for day, body in self._days[small].items():
            if self._days[large].get(day, body) != body:
                return Reason.SAME_DAY_ELSEWHERE
        return None

    def join(self, groups: Groups, a: int, b: int) -> None:
        """Make the groups of two units one."""
        left, right = groups.find(a), groups.find(b)
        if left == right:
            return
        root = groups.union(left, right)
        other = right if root == left else left
        _take_in(self._lists, root, other)
        _take_in(self._bodies, root, other)
        _take_in(self._days, root, other)


def _take_in(table: dict[int, dict[K, V]], root: int, other: int) -> None:
    for key, value in table.pop(other).items():
        table[root].setdefault(key, value)
