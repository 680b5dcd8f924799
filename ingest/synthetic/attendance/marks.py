"""Statuses told by strike marks under a legend, in a table and as what becomes of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.record import Status
from ingest.synthetic.attendance.parts import (
    ABSENT,
    PRESENT,
    by_town,
    chair_words,
    keep,
    statuses_of,
    towns_of,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    REGION_TITLES,
    Person,
)
from ingest.synthetic.sheet import Piece, Runs, flat, joined


def _legend(desk: Desk) -> Runs:
    form = desk.rng.randint(0, 3)
    label = desk.rng.choice(("Närvarande:", "Deltagare:", "Närvarolista"))
    words = (
        "(överstruken = frånvarande)",
        "(överstrukna = frånvarande)",
        "(överstruket namn = ej närvarande)",
        "(struken = frånvarande)",
    )
    return flat([f"{label} {words[form]}"])


def _marked(desk: Desk, person: Person, status: Status, role: str | None = None) -> Runs:
    keep(desk, person, status)
    return desk.attend(person, status, role=role, struck=status is ABSENT, by_marks=True)


def _first_present(groups: Sequence[tuple[str, list[tuple[Person, Status]]]]) -> Person | None:
    return next((p for _, people in groups for p, status in people if status is PRESENT), None)


def _struck_cells(desk: Desk) -> list[list[Runs]]:
    groups = by_town(desk)
    groups.insert(0, (desk.body.region, [(desk.people.member(desk.body.region), PRESENT)]))
    chair = _first_present(groups)
    rows: list[list[Runs]] = []
    for town, people in groups:
        cells = [flat([town])]
        for person, status in people:
            words, role = chair_words(desk) if person is chair else ("", None)
            cells.append(flat([_marked(desk, person, status, role), words]))
        rows.append(cells)
    if desk.rng.random() < 0.6:
        officials = [replace(desk.people.member(), represents=None) for _ in range(2)]
        cells = [flat(["Tjänstepersoner"])]
        cells += [
            _marked(desk, person, status, "tjänsteperson") for person, status in zip(officials, statuses_of(desk, 2), strict=True)
        ]
        rows.append(cells)
    return rows


def struck_table(desk: Desk) -> None:
    """A table of municipality × people under a legend; struck names were absent."""
    desk.para(_legend(desk), bold=desk.rng.random() < 0.5)
    desk.table(_struck_cells(desk))


def struck_rows(desk: Desk) -> None:
    """The same with the columns lost: one line for each municipality, names after it with single spaces."""
    desk.para(_legend(desk))
    for row in _struck_cells(desk):
        desk.line(joined(row, " "))


def struck_cells(desk: Desk) -> None:
    """The same, every cell on a line of its own."""
    desk.para(_legend(desk))
    for row in _struck_cells(desk):
        for cell in row:
            desk.line(cell)


def struck_two_sides(desk: Desk) -> None:
    """People and municipality on the left, officials of the region and their titles on the right, under two headings."""
    towns = towns_of(desk, 5, 9)
    left = [(town, [desk.people.member(town) for _ in range(desk.rng.choice((1, 1, 2)))]) for town in towns]
    right = [
        desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        for _ in range(max(2, len(towns) - desk.rng.randint(0, 3)))
    ]
    statuses = iter(statuses_of(desk, sum(len(people) for _, people in left) + len(right)))
    desk.para(_legend(desk))
    rows: list[list[Piece]] = [["Kommun", "", desk.body.region, ""]]
    for i, (town, people) in enumerate(left):
        names = joined([_marked(desk, person, next(statuses)) for person in people], ", ")
        cells: list[Piece] = [names, town]
        if i < len(right):
            official = right[i]
            cells += [_marked(desk, official, next(statuses), official.title), official.title or ""]
        else:
            cells += ["", ""]
        rows.append(cells)
    desk.table(rows)
