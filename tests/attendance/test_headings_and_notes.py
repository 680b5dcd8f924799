"""Parties over their people, columns for the absent or for notes, and lists of whom the minutes go to."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses


def test_parties_over_their_people() -> None:
    result = attendance("""
        Tjänstgörande ledamöter och ersättare
        Socialdemokraterna
        Karin Holm
        Olle Ting
        Moderaterna
        Sara Vide
        Frånvarande
        Moderaterna
        Eva Berg
        """)
    assert [(p.name, p.party, p.status.value) for p in result.people] == [
        ("Karin Holm", "S", "present"), ("Olle Ting", "S", "present"), ("Sara Vide", "M", "present"), ("Eva Berg", "M", "absent"),
    ]  # fmt: skip


def test_parties_below_each_person() -> None:
    result = attendance("Närvarande\nKarin Holm\nSocialdemokraterna\nOlle Ting\nModeraterna\nSara Vide\nCenterpartiet\n")
    assert [p.party for p in result.people] == ["S", "M", "C"]


def test_a_column_for_the_absent_alone() -> None:
    result = attendance("""
        | Ledamot | Parti | Frånvarande | Ersättare |
        |---|---|---|---|
        | Karin Holm | S | | |
        | Olle Ting | M | X | Sara Vide (M) |
        | Per Lind | C | | |
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present"}


def test_a_column_of_notes() -> None:
    result = attendance("""
        | Namn | Organisation | Anmärkning |
        |---|---|---|
        | Karin Holm | Mora | |
        | Olle Ting | Orsa | Förhinder |
        | Sara Vide | Leksand | Ersätter Eva Berg |
        | Lisa Norr | Falun | Frånvarande |
        """)
    assert statuses(result) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Sara Vide": "present",
        "Eva Berg": "absent",
        "Lisa Norr": "absent",
    }
    assert result.people[2].replaces == "Eva Berg"


def test_whom_the_minutes_go_to() -> None:
    result = attendance("""
        Närvarande: Karin Holm, Olle Ting
        Ej närvarande: Sara Vide
        För kännedom: Per Lind, Jens Mårten
        Distribueras till: Lisa Norr
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


def test_columns_named_in_one_line_and_no_other_word_over_the_list() -> None:
    result = attendance("""
        Namn Kommun/organisation Närvarande
        Karin Holm Mora kommun Ja
        Olle Ting Orsa kommun Nej
        Sara Vide Leksands kommun Ja
        1. Mötets öppnande
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_lines_of_a_list_that_tell_of_absence_are_no_sentence() -> None:
    result = attendance("""
        Kallade och närvarande
        Karin Holm, Mora
        Olle Ting, Orsa – deltog ej
        Sara Vide, Leksand – ej närvarande
        Per Lind, Säter
        Jens Mårten (FH), Falun
        FH = förhinder
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "absent", "Per Lind": "present", "Jens Mårten": "absent",
    }  # fmt: skip


def test_letters_for_two_ways_of_being_absent() -> None:
    result = attendance("""
        Deltagare (F = frånvarande, M = meddelat förhinder)
        Karin Holm, Mora
        Olle Ting, Orsa F
        Sara Vide, Leksand M
        Per Lind, Säter
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "absent", "Per Lind": "present"}


@pytest.mark.parametrize(
    "label", [("Ej närvarande,", "ordinarie/ersättare"), ("Frånvarande", "ledamöter"), ("Ej närvarande,", "ledamöter")]
)
def test_a_label_of_the_absent_that_goes_on_in_the_margin_below(label: tuple[str, str]) -> None:
    result = attendance(
        "Beslutande            Anna Ek, ordförande (S)\n                      Bo Alm (V)\n\nErsättare             Rune Sand (S)\n\n"
        f"{label[0]:22}Mats Fors (V)\n{label[1]:22}Per Lind (S)\n                      Barbro Wik (L)\n\n"
        "Tjänstemän            Eva Gran, chef\n\n§ 1 Öppnande"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Rune Sand": "present", "Mats Fors": "absent", "Per Lind": "absent", "Barbro Wik": "absent",
        "Eva Gran": "present",
    }  # fmt: skip


def test_a_sentence_below_the_list_and_titles_over_what_was_said() -> None:
    result = attendance(
        "Närvarande: Anna Ek, Bo Lind, Cilla Björk\n\nFöregående protokoll gicks igenom.\n\nMaten\nFlera tycker att maten har blivit bättre.\n"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Lind", "Cilla Björk"]
