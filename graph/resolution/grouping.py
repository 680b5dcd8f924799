"""Mentions of bodies that the lexicon does not know, as units; and which units are one body."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from graph.resolution.clusters import Blocks, Groups
from graph.resolution.doubts import Candidate, doubtful_pairs
from graph.resolution.introductions import Introductions
from graph.resolution.judging import Judgements, Rulings
from graph.resolution.known import SURE, KnownBodies, label_of
from graph.resolution.model import CERTAIN, DoubtfulPair, Reason, UnitSeen, unit_key
from graph.resolution.person_names import PersonName, is_common
from graph.resolution.slips import slip_score
from graph.resolution.spellings import Spellings
from graph.schema import Label

_LIKELY: Final = 0.9
_ASKED: Final = 0.7

DOCUMENT: Final = "document:"
"""So begins the context of a body of which no document says whose it is: it stands for itself until its people tell."""
_OTHER_CONTEXTS: Final = (DOCUMENT, "topic ", "forum ", "owner ")

_Found = tuple[int, int, float, tuple[Reason, ...]]


@dataclass(slots=True)
class Unit:
    """Mentions of a body that the lexicon does not know, with one plain name and one owner."""

    key: tuple[str, str, str]
    """Plain name; entity id of the owner or empty; where no owner is known the region or another context, or empty."""
    spellings: Spellings = field(default_factory=Spellings)
    documents: set[str] = field(default_factory=set)
    weight: int = 0
    first: dt.date | None = None
    people: set[PersonName] = field(default_factory=set)
    """Who was at its meetings."""

    @property
    def region(self) -> str:
        """The region in which it is, when that is its context."""
        return "" if self.key[2].startswith(_OTHER_CONTEXTS) else self.key[2]

    @property
    def is_unplaced(self) -> bool:
        """Whether no document says whose it is, though every municipality has one of the name."""
        return self.key[2].startswith(DOCUMENT)

    @property
    def place(self) -> tuple[str, str]:
        """Owner and context as far as they are known: what two units of one body must not differ in."""
        return self.key[1], "" if self.is_unplaced else self.key[2]

    def see(self, text: str, document: str, date: dt.date | None) -> None:
        self.spellings.add(text, document, date)
        self.documents.add(document)
        self.weight += 1
        if date is not None:
            self.first = date if self.first is None else min(self.first, date)


class Grouping:
    """The units of one label grouped into bodies."""

    def __init__(
        self,
        units: list[Unit],
        label: Label,
        introduced: Introductions,
        judgements: Judgements,
        bodies: KnownBodies,
    ) -> None:
        self.units = units
        self.numbers = {unit.key: i for i, unit in enumerate(units)}
        self.groups = Groups(len(units))
        self.why: dict[int, tuple[Reason, ...]] = {}
        """By unit number, why a unit was taken into another."""
        self._label, self._introduced, self._bodies = label, introduced, bodies
        known = {id_: () for id_, entry in bodies.by_id.items() if label_of(entry) is label} if judgements else {}
        self._rulings: Rulings = judgements.rulings(label, {unit_key(unit.key): unit.documents for unit in units}, known)
        self.joined = [(label, a, b) for a, b in self._rulings.known]
        """Pairs (keys) that somebody called the same, one of which the lexicon knows."""
        self._places = {i: unit.place for i, unit in enumerate(units)}
        self._unsure: list[Candidate] = []
        self._merged: list[Candidate] = []
        self._group()

    def _minor(self, a: int, b: int) -> int:
        return a if (self.units[a].weight, -a) < (self.units[b].weight, -b) else b

    def _join(self, a: int, b: int) -> None:
        (owner, context), (other_owner, other_context) = (self._places[self.groups.find(unit)] for unit in (a, b))
        self._places[self.groups.union(a, b)] = owner or other_owner, context or other_context

    def _group(self) -> None:
        for a, b in self._rulings.same:
            self._join(a, b)
            self.why[self._minor(a, b)] = (Reason.JUDGED,)
        candidates = self._candidates()
        offered: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for a, b, _, _ in candidates:
            for one, other in ((a, b), (b, a)):
                if not any(self._places[one]) and any(self._places[other]):
                    offered[one].add(self._places[other])
        for a, b, score, reasons in candidates:
            left, right = self.groups.find(a), self.groups.find(b)
            if left == right or self._rulings.forbid(self.groups, a, b):
                continue
            if not _can_be_one(self._places[left], self._places[right]):
                continue
            if any(len(offered[one]) > 1 for one in (a, b)):
                self._unsure.append(Candidate(a, b, score - 0.1, reasons, (Reason.SEVERAL_CANDIDATES,)))
                continue
            self._join(a, b)
            self.why.setdefault(self._minor(a, b), reasons)
            if score < CERTAIN:
                self._merged.append(Candidate(a, b, score, reasons, ()))
        for a, b in self._rulings.different:
            self.why.setdefault(self._minor(a, b), (Reason.JUDGED,))

    def tell(self, ids: Mapping[int, str]) -> tuple[list[DoubtfulPair], list[DoubtfulPair]]:
        """Once the units have ids: what was unsure of them, and the merges that are not certain."""
        units, label = self.units, self._label
        for number, unit in enumerate(units):
            key = unit_key(unit.key)
            self._bodies.units[label, key] = UnitSeen(
                label,
                key,
                ids[number],
                unit.spellings.best(),
                tuple(unit.spellings.all()),
                tuple(sorted(unit.documents)),
                unit.weight,
                unit.key[1],
            )
        names = [unit.key[0] for unit in units]
        fits = [
            pair
            for pair in doubtful_pairs(names, [unit.documents for unit in units], self._unsure, agenda=False)
            if _can_be_one(self._places[self.groups.find(pair.a)], self._places[self.groups.find(pair.b)])
            and not self._rulings.forbid(self.groups, pair.a, pair.b)
            and self.groups.find(pair.a) != self.groups.find(pair.b)
        ]
        fits = list({frozenset((ids[pair.a], ids[pair.b])): pair for pair in reversed(fits)}.values())[::-1]
        return [self._pair(pair, ids) for pair in fits], [self._pair(pair, ids) for pair in self._merged]

    def _pair(self, pair: Candidate, ids: Mapping[int, str]) -> DoubtfulPair:
        a, b = self.units[pair.a], self.units[pair.b]
        return DoubtfulPair(
            self._label,
            ids[pair.a],
            ids[pair.b],
            unit_key(a.key),
            unit_key(b.key),
            round(pair.score, 3),
            pair.reasons,
            pair.against,
            min(a.weight, b.weight),
        )

    def _candidates(self) -> list[_Found]:
        units = self.units
        blocks = Blocks(near=lambda i: units[i].key[0])
        by_name: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(units):
            name = unit.key[0]
            by_name[name].append(i)
            words = name.split()
            for word in {words[0][:4], words[-1][:5], name.replace(" ", "")[:6]}:
                blocks.add((unit.key[1], word), i)
            blocks.add((unit.key[1], name.replace(" ", "")[-6:]), i)
        found: list[_Found] = []
        self._unsure += _unplaced(units, by_name.values())
        found += _with_same_people(units, by_name.values())
        for name in sorted(by_name):
            found += _same_name(units, by_name[name])
            if self._label is Label.ORGANISATION:
                found += _owned_and_bare(units, by_name[name], self._bodies)
            for long in self._introduced.variants(name) if name in self._introduced.agreed else ():
                for a in by_name[name]:
                    others = [b for b in by_name.get(long, ()) if _compatible(units[a], units[b])]
                    found += [(a, b, 0.98, (Reason.ABBREVIATION,)) for b in others]
        for a, b in blocks.pairs():
            if units[a].key[0] != units[b].key[0] and _compatible(units[a], units[b]):
                score = slip_score(units[a].key[0], units[b].key[0])
                if score:
                    found.append((a, b, score, (Reason.SLIP,)))
        return sorted(found, key=lambda c: (-c[2], c[0], c[1]))


def _same_name(units: Sequence[Unit], members: list[int]) -> list[_Found]:
    """One name: one body when owner and region agree, or when one side does not say and only one other can be meant."""
    found: list[_Found] = []
    owned = sorted({units[m].key[1] for m in members if units[m].key[1]})
    regions = sorted({units[m].key[2] for m in members if units[m].key[2] and not units[m].key[1] and not units[m].is_unplaced})
    for a in members:
        for b in members:
            if a < b and _compatible(units[a], units[b]):
                same = units[a].key[1:] == units[b].key[1:]
                alone = not owned and len(regions) == 1
                if same or alone:
                    found.append((a, b, SURE, (Reason.SAME_NAME,)))
    return found


def _unplaced(units: Sequence[Unit], names: Iterable[Sequence[int]]) -> list[Candidate]:
    """Bodies of one name of which one at least nobody says whose it is: each is asked about with the one seen next."""
    found = []
    for members in names:
        if any(units[m].is_unplaced for m in members):
            ordered = sorted(members, key=lambda m: (units[m].first or dt.date.max, m))
            pairs = [(min(pair), max(pair)) for pair in pairwise(ordered) if any(units[m].is_unplaced for m in pair)]
            found += [Candidate(a, b, _ASKED, (Reason.SAME_NAME,), (Reason.NO_OWNER,)) for a, b in pairs]
    return found


def _with_same_people(units: Sequence[Unit], names: Iterable[Sequence[int]]) -> list[_Found]:
    """Bodies of one name, one at least unplaced, in which the same people meet: two of them, whose names few others bear, and a
    third of the shorter list."""
    found: list[_Found] = []
    for members in names:
        if len(members) < 2 or not any(units[m].is_unplaced for m in members):
            continue
        blocks = Blocks(near=lambda m: (units[m].first or dt.date.max).isoformat())
        for m in members:
            for person in units[m].people:
                blocks.add((person.joined,), m)
        for a, b in blocks.pairs():
            if not (units[a].is_unplaced or units[b].is_unplaced):
                continue
            ours, theirs = ({person.sorted_tokens: person for person in units[m].people} for m in (a, b))
            shared = [person for tokens, person in ours.items() if tokens in theirs]
            telling = sum(not is_common(person) for person in shared)
            if telling >= 2 and 3 * len(shared) >= min(len(ours), len(theirs)):
                sure = telling >= 4 and 2 * len(shared) >= min(len(ours), len(theirs))
                found.append((a, b, CERTAIN if sure else _LIKELY, (Reason.SAME_NAME, Reason.SAME_PEOPLE)))
    return found


def _owned_and_bare(units: Sequence[Unit], members: list[int], bodies: KnownBodies) -> list[_Found]:
    """A unit named without its organisation is the one of that name in the region, when there is one only."""
    found: list[_Found] = []
    for bare in members:
        region = units[bare].region
        if units[bare].key[1] or not region:
            continue
        owned = [m for m in members if units[m].key[1] and bodies.region_of(units[m].key[1]) == region]
        if len({units[m].key[1] for m in owned}) == 1:
            found += [(min(bare, m), max(bare, m), 0.93, (Reason.SAME_NAME,)) for m in owned]
    return found


def _can_be_one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether owner and region, each where it is known of both, agree."""
    return all(not x or not y or x == y for x, y in zip(a, b, strict=True))


def _compatible(a: Unit, b: Unit) -> bool:
    """Whether owner and region let two units be one: nothing that is known of both differs."""
    (_, owner_a, region_a), (_, owner_b, region_b) = a.key, b.key
    return owner_a == owner_b and (not region_a or not region_b or region_a == region_b)
