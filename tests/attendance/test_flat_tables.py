"""A grid of lists with a column for presence: what stands in it, what stands before and behind it, groups, and how the text has come."""

from __future__ import annotations

from itertools import product

import pytest

from tests.attendance.sheets import attendance, rows, statuses

PEOPLE = (
    ("Karin Holm", "S", "Ordförande", True, ""),
    ("Olle Ting", "M", "Vice ordförande", False, "Anmält förhinder"),
    ("Sara Vide", "C", "Ledamot", True, "t.o.m. § 14"),
    ("Lisa Norr", "V", "Ledamot", False, ""),
    ("Bo Alm", "KD", "Ledamot", True, ""),
    ("Per Lind", "M", "Ersättare", True, "tjg för Olle Ting"),
    ("Eva Strand", "V", "Ersättare", False, ""),
    ("Jan Berg", "S", "Ersättare", True, ""),
)
TOLD = {name: "present" if came else "absent" for name, _, _, came, _ in PEOPLE}
MARKS = {
    "crosses": ("Närvarande", "X", "", ""),
    "crosses and dashes": ("Närv.", "x", "-", ""),
    "letters": ("Närvaro", "N", "F", "N = närvarande, F = frånvarande"),
    "cross and letter": ("Närvaro", "X", "F", "X = närvarande, F = förhinder"),
    "yes and no": ("Närvarande", "Ja", "Nej", ""),
    "words": ("Närvaro", "Närvarande", "Frånvarande", ""),
    "how they came": ("Närvaro", "På plats", "Förhinder", ""),
    "numbers": ("Närvaro", "1", "0", ""),
    "boxes": ("Närvarande", "☒", "☐", ""),
    "for the absent": ("Frånvarande", "", "X", ""),
}
COLUMNS = {"party inside": "Namn", "party": "Namn Parti", "office": "Namn Parti Uppdrag", "office first": "Uppdrag Namn"}


def cells(columns: str, name: str, party: str, office: str) -> list[str]:
    known = {"Namn": name if "Parti" in columns else f"{name} ({party})", "Parti": party, "Uppdrag": office}
    return [known[head] for head in columns.split()]


def sheet(form: str, columns: str, mark: str, *, notes: bool, groups: bool) -> str:
    head, came_by, away_by, legend = MARKS[mark]
    table = [[*columns.split(), head, *(["Anmärkning"] if notes else [])]]
    for index, (name, party, office, came, note) in enumerate(PEOPLE):
        if groups and index in (0, 5):
            table.append(["Ersättare" if index else "Ledamöter", *[""] * (len(table[0]) - 1)])
        table.append([*cells(columns, name, party, office), came_by if came else away_by, *([note] if notes else [])])
    lines = ["\t".join(row) + "\t" if form == "tabs" else " ".join(cell for cell in row if cell) for row in table]
    return "\n".join(["Närvarolista", "", *([legend, ""] if legend else []), *lines, ""])


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("form", ["tabs", "flat"])
def test_each_mark_tells_of_its_row(form: str, mark: str) -> None:
    for columns, notes, groups in product(COLUMNS.values(), (False, True), (False, True)):
        assert statuses(attendance(sheet(form, columns, mark, notes=notes, groups=groups))) == TOLD, (columns, notes, groups)


@pytest.mark.parametrize("mark", ["crosses", "crosses and dashes", "words", "letters"])
def test_who_served_stands_behind_the_mark(mark: str) -> None:
    head, came, away, legend = MARKS[mark]
    told = attendance(
        f"Närvarolista\n\n{legend}\n\nNr Ledamot Parti {head} Tjänstgörande ersättare\n1 Karin Holm S {came}\n2 Olle Ting M {away} Per Lind\n"
        f"3 Sara Vide C {came}\n4 Lisa Norr V {away}\n5 Bo Alm KD {came}\n"
    )
    assert statuses(told) == {name: status for name, status in TOLD.items() if name not in ("Eva Strand", "Jan Berg")}
    assert next(person.replaces for person in told.people if person.name == "Per Lind") == "Olle Ting"


def test_guests_without_marks_below_the_columns_are_no_rows_of_them() -> None:
    told = attendance(
        "Närvarolista\nNamn Parti Närvaro\nKarin Holm S Närvarande\nOlle Ting M Frånvarande\nSara Vide C Närvarande\nÖvriga\n"
        "Lisa Norr, chef\nBo Alm, sekreterare\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Olle Ting"]


def test_words_over_others_that_no_list_knows() -> None:
    told = attendance(
        "Närvarolista\nNamn Närvaro\nKarin Holm X\nOlle Ting\nSara Vide X\nHamnbolaget\nLisa Norr X, sekreterare\nBo Alm X\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Olle Ting"]
    assert len(rows(told)) == 5


def test_two_columns_of_crosses_are_not_guessed_at() -> None:
    told = attendance("Närvarolista\n\nNamn Närv. Frånv.\nKarin Holm X\nOlle Ting X\nSara Vide X\nLisa Norr X\n")
    assert set(statuses(told).values()) == {"unknown"}
