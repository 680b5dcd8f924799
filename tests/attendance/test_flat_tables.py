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
    if form == "cells":
        lines = [cell for row in table for cell in row if cell]
    else:
        lines = ["\t".join(row) + "\t" if form == "tabs" else " ".join(cell for cell in row if cell) for row in table]
    return "\n".join(["Närvarolista", "", *([legend, ""] if legend else []), *lines, ""])


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("form", ["tabs", "flat", "cells"])
def test_each_mark_tells_of_its_row(form: str, mark: str) -> None:
    for columns, notes, groups in product(COLUMNS.values(), (False, True), (False, True)):
        # Where a note says in words that one was away, an empty cell of another does not tell.
        untold = {"Lisa Norr": "unknown", "Eva Strand": "unknown"} if notes and mark == "crosses" else {}
        told = statuses(attendance(sheet(form, columns, mark, notes=notes, groups=groups)))
        assert told == TOLD | untold, (columns, notes, groups)


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


def test_a_row_without_a_mark_beside_absence_in_words_is_not_told_of() -> None:
    told = attendance(
        "Deltagarlista\n\nNärvarande Anmärkning\nOrdinarie\nKarin Holm (S) X\nOlle Ting (M) X\nSara Vide (C)  Förhinder\nBo Alm (KD)\n\nErsättare\n"
        "Per Lind (C) X Tjänstgör för Sara Vide\n\nTid 08.30\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "present",
        "Sara Vide": "absent",
        "Bo Alm": "unknown",
        "Per Lind": "present",
    }


def test_a_substitute_beside_a_member_who_came_with_paragraphs_of_their_own() -> None:
    told = attendance(
        "Närvarolista\n\nLedamot\tNärvarande §§\tErsättare\tTjänstgör §§\t\nKarin Holm (S)\t50–68\t\t\t\nOlle Ting (M)\t50–61\tPer Lind (M)\t62–68\t\n"
        "Sara Vide (C)\tfrånv.\tEva Strand (C)\t50–68\t\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "present",
        "Per Lind": "present",
        "Sara Vide": "absent",
        "Eva Strand": "present",
    }


def test_a_sign_of_those_who_served_says_nothing_of_the_others() -> None:
    told = attendance(
        "*Namn inom parentes = frånvarande. * = tjänstgörande ersättare*\n\n**Ordinarie**\t**Ersättare**\nKarin Holm (S), ordf.\tPer Lind (M) *\n"
        "(Olle Ting, M)\tEva Strand (V)\nSara Vide (C)\t\n"
    )
    assert [name for name, status in statuses(told).items() if status != "present"] == ["Olle Ting"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("gap", ["\n", " \n \n"])
def test_a_cell_that_left_no_line_changes_no_other_row(mark: str, gap: str) -> None:
    for (_, columns), at, cell in product(COLUMNS.items(), range(len(PEOPLE)), (1, 2)):
        head, came_by, away_by, legend = MARKS[mark]
        table = [[*cells(columns, *person[:3]), came_by if person[3] else away_by] for person in PEOPLE]
        lost = min(cell, len(table[at]) - 1)
        table[at][lost] = table[at][lost] if "Namn" in columns.split()[lost:] else ""
        body = [each for row in [[*columns.split(), head], *table] for each in row if each]
        told = statuses(attendance("\n".join(["Närvarolista", "", legend, "", gap.join(body), "", "§ 1 Öppnande", ""])))
        others = {name: status for name, status in TOLD.items() if name != PEOPLE[at][0]}
        wrong = {name: told.get(name) for name, status in others.items() if told.get(name) not in (status, "unknown")}
        assert not wrong, (columns, at, cell)
        if not table[at][-1] and came_by and away_by:
            assert told[PEOPLE[at][0]] == "unknown"


def test_a_mark_that_may_be_a_party_is_not_told_of() -> None:
    told = attendance(
        "Närvarolista\n\nNamn\nParti\nNärv.\nKarin Holm\nS\nX\nOlle Ting\n-\nSara Vide\nC\nX\nLisa Norr\nV\n-\n\n§ 1 Öppnande\n"
    )
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "unknown", "Sara Vide": "present", "Lisa Norr": "absent"}


def test_columns_of_cells_that_all_lost_their_marks_do_not_tell() -> None:
    told = attendance("Närvarande\n\nNamn\nParti\nNärv.\nKarin Holm\nS\nOlle Ting\nM\nSara Vide\nC\n\n§ 1 Öppnande\n")
    assert set(statuses(told).values()) == {"unknown"}


COLUMN_WISE = {**COLUMNS, "number": "Nr Namn Parti", "town": "Kommun Namn"}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("heads_first", [False, True])
def test_columns_one_below_the_other(mark: str, heads_first: bool) -> None:
    head, came_by, away_by, legend = MARKS[mark]
    for columns, lost in product(COLUMN_WISE.values(), (None, 2)):
        known = {"Parti": [p[1] for p in PEOPLE], "Uppdrag": [p[2] for p in PEOPLE], "Nr": [str(i + 1) for i in range(8)]}
        known |= {"Namn": [p[0] if "Parti" in columns else f"{p[0]} ({p[1]})" for p in PEOPLE], "Kommun": ["Mora", "Falun"] * 4}
        marks = [came_by if person[3] else away_by for person in PEOPLE if person[0] != (PEOPLE[lost][0] if lost else None)]
        table = [(word, known[word]) for word in columns.split()] + [(head, [cell for cell in marks if cell])]
        heads = [word for word, _ in table] if heads_first else []
        body = [*heads, *(cell for word, below in table for cell in ([] if heads_first else [word]) + below)]
        result = attendance("\n".join(["Närvarolista", "", legend, "", *body, "", "§ 1 Öppnande", ""]))
        whole = lost is None and came_by and away_by
        assert statuses(result) == (TOLD if whole else dict.fromkeys(TOLD, "unknown")), (columns, lost)
        assert whole or result.unread


def test_who_served_has_a_line_behind_the_mark() -> None:
    told = attendance(
        "Närvarolista\n\nNamn\nParti\nNärvaro\nErsättare\nKarin Holm\nS\nX\nOlle Ting\nM\n-\nPer Lind\nSara Vide\nC\nX\nBo Alm\nKD\nX\n\n"
        "§ 1 Öppnande\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Olle Ting"]
    assert next(person.replaces for person in told.people if person.name == "Per Lind") == "Olle Ting"


def test_one_cross_below_two_heads_of_marks_does_not_tell() -> None:
    told = attendance(
        "Närvarolista\n\nNamn\nParti\nNärv.\nFrånv.\nKarin Holm\nS\nX\nOlle Ting\nM\nX\nSara Vide\nC\nX\n\n§ 1 Öppnande\n"
    )
    assert set(statuses(told).values()) == {"unknown"}
    assert told.unread


def test_present_over_the_heads_is_no_head_of_theirs() -> None:
    told = attendance("Närvarande\n\nNamn\nParti\nKarin Holm\nS\nOlle Ting\nM\nSara Vide\nC\n\n§ 1 Öppnande\n")
    assert set(statuses(told).values()) == {"present"}


@pytest.mark.parametrize("order", [("Nr", "Namn", "Status"), ("Namn", "Nr", "Status")])
def test_the_number_of_a_row_is_no_mark(order: tuple[str, ...]) -> None:
    people = (("1", "Karin Holm (S)", "N"), ("2", "Olle Ting (M)", "F"), ("3", "Sara Vide (C)", "N"))
    table = [order, *([dict(zip(("Nr", "Namn", "Status"), row, strict=True))[head] for head in order] for row in people)]
    lines = ["\t".join(row) + "\t" for row in table]
    told = attendance("\n".join(["Upprop – N närvarande, F frånvarande", "", *lines, "", "§ 1 Öppnande", ""]))
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


@pytest.mark.parametrize("end", ["", "\t"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_heads_of_columns_are_over_the_rows_below_words_over_a_group(end: str, gap: str) -> None:
    table = [("Namn", "Parti", "Närvaro"), *((name, party, "X" if came else "") for name, party, _, came, _ in PEOPLE)]
    lines = ["\t".join(row) + end for row in table]
    groups = [lines[0], f"{gap}Ledamöter{gap}", *lines[1:6], f"{gap}Ersättare{gap}", *lines[6:]]
    guests = ["Tjänstepersoner", f"Gun Frid\tchef\t{end}", f"Ulf Kraft\tsekreterare\t{end}"]
    told = attendance("\n".join(["Närvarolista", "", *groups, *guests, "", "§ 1 Öppnande", ""]))
    assert {name: status for name, status in statuses(told).items() if name in TOLD} == TOLD
    assert "absent" not in (statuses(told).get("Gun Frid"), statuses(told).get("Ulf Kraft"))
