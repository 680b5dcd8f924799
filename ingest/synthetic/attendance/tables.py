"""People of several municipalities in tables and matrices."""

from __future__ import annotations

from ingest.synthetic.attendance.parts import (
    ABSENT,
    ABSENT_WORDS,
    PRESENT,
    PRESENT_WORDS,
    by_town,
    keep,
    label_of,
    towns_of,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.sheet import Piece


def plain_table(desk: Desk) -> None:
    """Two tables, or one with a heading row between: those present and those absent, name beside municipality."""
    groups = by_town(desk)
    present = [(p, town) for town, people in groups for p, status in people if status is PRESENT]
    absent = [(p, town) for town, people in groups for p, status in people if status is ABSENT]
    town_first = desk.rng.random() < 0.5
    for words, people, status in ((PRESENT_WORDS[:4], present, PRESENT), (ABSENT_WORDS[:4], absent, ABSENT)):
        desk.para(label_of(desk, words), bold=True)
        rows: list[list[Piece]] = []
        for person, town in people:
            keep(desk, person, status)
            name = desk.attend(person, status)
            rows.append([town, name] if town_first else [name, town])
        desk.table(rows)


def column_by_column(desk: Desk) -> None:
    """A table read column by column: first the municipalities, then the names, in the same order."""
    towns = towns_of(desk, 4, 8)
    people = [desk.people.member(town) for town in towns]
    desk.para(label_of(desk, ("Närvarande", "Deltagare")))
    desk.para("Kommun")
    for town in towns:
        desk.line(town)
    desk.para("Namn")
    for person in people:
        keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT))


def two_columns(desk: Desk) -> None:
    """A table with those present in one column and those absent in the other."""
    groups = by_town(desk, 5, 9)
    present = [(p, town) for town, people in groups for p, status in people if status is PRESENT]
    absent = [(p, town) for town, people in groups for p, status in people if status is ABSENT]
    rows: list[list[Piece]] = [["Närvarande", desk.rng.choice(("Frånvarande", "Ej närvarande", "Förhinder"))]]
    for i in range(max(len(present), len(absent))):
        row: list[Piece] = []
        for people, status in ((present, PRESENT), (absent, ABSENT)):
            if i < len(people):
                person, town = people[i]
                keep(desk, person, status)
                row.append([desk.attend(person, status), f", {town}"])
            else:
                row.append("")
        rows.append(row)
    desk.table(rows)


def matrix_words(desk: Desk) -> None:
    """A matrix: name, municipality, "Närvarande" with Ja or Nej."""
    town_first = desk.rng.random() < 0.5
    yes, no = desk.rng.choice((("Ja", "Nej"), ("Ja", "Nej"), ("ja", "nej"), ("J", "N")))
    head = ["Kommun", "Namn", "Närvarande"] if town_first else ["Namn", "Kommun", "Närvaro"]
    rows: list[list[Piece]] = [list(head)]
    for town, people in by_town(desk):
        for person, status in people:
            keep(desk, person, status)
            name = desk.attend(person, status)
            mark = yes if status is PRESENT else no
            rows.append([town, name, mark] if town_first else [name, town, mark])
    desk.para("Närvaro", bold=True)
    desk.table(rows)


def matrix_digits(desk: Desk) -> None:
    """A matrix with 1 for present and - for not, and a row that sums up."""
    present, absent = desk.rng.choice((("1", "-"), ("1", "–"), ("1", "0")))
    rows: list[list[Piece]] = [["Kommun", "Ledamot", "Närvarande"]]
    count = 0
    for town, people in by_town(desk):
        for person, status in people:
            keep(desk, person, status)
            count += status is PRESENT
            rows.append([town, desk.attend(person, status), present if status is PRESENT else absent])
    if desk.rng.random() < 0.5:
        rows.append(["Summa", "", str(count)])
    desk.para(desk.rng.choice(("Närvarolista", "Upprop", "Närvaro")), bold=True)
    desk.table(rows)
