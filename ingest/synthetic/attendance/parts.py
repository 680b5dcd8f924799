"""What the layouts are made of: people by municipality or party, their statuses, and the words of headings and offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.record import Status
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    Person,
    county_of,
)
from ingest.synthetic.sheet import Runs, flat

PRESENT, ABSENT, UNKNOWN = Status.PRESENT, Status.ABSENT, Status.UNKNOWN
PRESENT_WORDS = ("Närvarande", "Närvarande", "Deltagare", "Deltagande", "Närvarande ledamöter", "Deltog")
ABSENT_WORDS = (
    "Frånvarande",
    "Ej närvarande",
    "Förhinder",
    "Anmält förhinder",
    "Deltog ej",
    "Inte närvarande",
    "Frånvarande ledamöter",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`marks`: statuses are told by strike marks alone, so the file form must carry them (or lose them for good)."""

    write: Callable[[Desk], None]
    family: str
    marks: bool = False


def towns_of(desk: Desk, low: int, high: int) -> list[str]:
    names = county_of(desk.body.region).municipalities
    count = min(len(names), desk.rng.randint(low, high))
    return sorted(desk.rng.sample(names, count))


def keep(desk: Desk, person: Person, status: Status) -> None:
    if status is PRESENT:
        desk.members.append(person)


def chair_words(desk: Desk) -> tuple[str, str]:
    """A way of writing the chair behind a name, and what it means."""
    return desk.rng.choice(
        ((" (ordf)", "ordförande"), (", ordförande", "ordförande"), (" (ordförande)", "ordförande"), (", ordf.", "ordförande"))
    )


def vice_words(desk: Desk) -> tuple[str, str]:
    return desk.rng.choice(
        (
            (", 1:e vice ordförande", "1:e vice ordförande"),
            (", förste vice ordförande", "förste vice ordförande"),
            (" (v ordf)", "vice ordförande"),
            (", vice ordförande", "vice ordförande"),
            (" (vice ordf)", "vice ordförande"),
        )
    )


def party_members(desk: Desk, low: int = 5, high: int = 9) -> list[Person]:
    return [desk.people.member(party=True) for _ in range(desk.rng.randint(low, high))]


def label_of(desk: Desk, words: Sequence[str]) -> str:
    return desk.rng.choice(words) + desk.rng.choice((":", ":", ""))


def statuses_of(desk: Desk, count: int, absent: float = 0.35) -> list[Status]:
    """At least one of each when there are two or more."""
    statuses = [ABSENT if desk.rng.random() < absent else PRESENT for _ in range(count)]
    if count > 1 and len(set(statuses)) == 1:
        statuses[desk.rng.randrange(count)] = ABSENT if statuses[0] is PRESENT else PRESENT
    return statuses


def by_town(desk: Desk, low: int = 5, high: int = 10) -> list[tuple[str, list[tuple[Person, Status]]]]:
    """Towns with one to three people each, at least one of them absent and one present."""
    groups = [
        (town, [desk.people.member(town) for _ in range(desk.rng.choice((1, 2, 2, 3)))]) for town in towns_of(desk, low, high)
    ]
    statuses = iter(statuses_of(desk, sum(len(people) for _, people in groups), 0.45))
    return [(town, [(person, next(statuses)) for person in people]) for town, people in groups]


def with_party(desk: Desk, person: Person, runs: Runs) -> Runs:
    return flat([runs, f" ({person.party})"])
