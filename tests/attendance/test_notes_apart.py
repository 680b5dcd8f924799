"""Columns that came apart from the names beside them, and tables with a cell to a line."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses


def test_a_column_of_notes_says_for_whom_others_serve() -> None:
    result = attendance(
        "Deltagarlista\nBeslutande\nKarin Holm (S)\nOlle Ting (M)\nSara Vide (MP)\nTjänstgörande ersättare\nPer Lind (S)\nEva Berg (M)\nNotering\n"
        "Ordförande\n2:e vice ordförande\n§§ 12-18\n\nErsättare för Bo Alm (S)\nErsättare för Siv Norr (M)\nErsättare\nLars Ek (C)\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "present",
        "Bo Alm": "absent", "Siv Norr": "absent", "Lars Ek": "present",
    }  # fmt: skip


def test_a_column_of_letters_of_which_some_say_for_whom() -> None:
    result = attendance(
        "DELTAGARLISTA\nn = närvarande, f = frånvarande, tj = tjänstgör\n\nLedamöter\nKarin Holm (M), ordf\nOlle Ting (S)\nSara Vide (C)\n"
        "n\nf\nn\n\nErsättare\nPer Lind (S)\nEva Berg (M)\nBo Alm (KD)\nn, tj för Olle Ting\nf\nn\n\nTjänstepersoner\nSiv Norr, skolchef\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "absent",
        "Bo Alm": "present", "Siv Norr": "present",
    }  # fmt: skip
    assert next(p.replaces for p in result.people if p.name == "Per Lind") == "Olle Ting"


def test_members_without_a_sign_beside_who_serves_in_a_cell_to_a_line() -> None:
    result = attendance(
        "Ordinarie\nParti\nNärv.\nErsättare för frånvarande\n§ 30\nJa\nNej\nAvst.\nKarin Holm\n(S)\n1\nX\nOlle Ting\n(S)\n1\nX\nSara Vide\n(S)\n"
        "Per Lind (S)\nX\nEva Berg\n(V)\n1\nX\nBo Alm\n(M)\nIngen\nSiv Norr\n(C)\n1\nX\nSumma\n5\n4\n1\n0\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "present",
        "Bo Alm": "absent", "Siv Norr": "present",
    }  # fmt: skip


def test_parties_in_cells_before_the_names_and_in_the_same_cell() -> None:
    result = attendance(
        "Närvarande\n\nBeslutande\tM\tKarin Holm, ordförande\n\tS\tOlle Ting, vice ordförande\n\tC\tSara Vide, §§ 76-80\n\tL\tPer Lind, tjänstgör för Bo Alm (L)\n\n"
        "Ej tjänstgörande ersättare\n\n\tL Eva Berg, §§ 76-80\n\tS Siv Norr\nFrånvarande\tL Bo Alm\n\tM Lars Ek\n"
    )
    assert [(p.name, p.status.value, p.party) for p in result.people] == [
        ("Karin Holm", "present", "M"), ("Olle Ting", "present", "S"), ("Sara Vide", "present", "C"), ("Per Lind", "present", "L"),
        ("Eva Berg", "present", "L"), ("Siv Norr", "present", "S"), ("Bo Alm", "absent", "L"), ("Lars Ek", "absent", "M"),
    ]  # fmt: skip


def test_a_surname_that_is_a_municipality_too() -> None:
    result = attendance(
        "Närvarolista\nAlvesta\tKarin Holm\nLjungby\tOlle Ting (frånvarande)\nVäxjö\tMats Ola Berg\n\tSara Vide\nTingsryd\tPer Lind\n"
    )
    assert "Mats Ola Berg" in statuses(result)


def test_a_surname_that_is_a_municipality_too_before_party_and_marks() -> None:
    result = attendance(
        "Närvarande\nLedamöter Parti Närv Ersättare Parti Ja Nej\nKarin Holm S X X\nOlle Ting S X X\nSara Jönsson Lund S X X\nPer Vide M X X\nEva Berg M X X\n"
    )
    assert "Sara Jönsson Lund" in statuses(result)


@pytest.mark.parametrize("away", ["Frånvarande", "Lämnat återbud", "Anmält förhinder", "Ej närvarande"])
def test_any_words_of_absence_below_a_name(away: str) -> None:
    result = attendance(
        f"Närvarolista\n\nKarin Holm (S)\nNärvarande\n\nOlle Ting (M)\n{away}\n\nSara Vide (C)\nNärvarande\n\nPer Lind (V)\n{away}\n"
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "absent"}


def test_what_is_told_below_each_name() -> None:
    result = attendance(
        "Närvarolista\n\nMora kommun\nOrdinarie\n\nKarin Holm (S), vice ordförande\nNärvarande\n\nOlle Ting (C)\nFrånvarande\n\nErsättare\n\nPer Lind (C)\n"
        "Närvarande, tjänstgörande\n\nOrsa kommun\nOrdinarie\n\nSara Vide (S)\nFrånvarande\n\nBo Alm (C), ordförande\nNärvarande\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Per Lind": "present", "Sara Vide": "absent", "Bo Alm": "present",
    }  # fmt: skip


def test_empty_boxes_under_both_columns_have_lost_their_ticks() -> None:
    result = attendance(
        "Ledamöter                  Närv    Ej närv\nKarin Holm, ordf, S         [ ]     [ ]\nOlle Ting, V                [ ]     [ ]\nSara Vide, M                [ ]     [ ]\n\n"
        "Ersättare                  Närv    Ej närv\nPer Lind, S                 [ ]     [ ]\n\nÖvriga närvarande\nSiv Norr, kommunsekreterare\n"
    )
    assert statuses(result) == {
        "Karin Holm": "unknown", "Olle Ting": "unknown", "Sara Vide": "unknown", "Per Lind": "unknown", "Siv Norr": "present",
    }  # fmt: skip


def test_no_behind_a_local_party() -> None:
    result = attendance(
        "NÄRVAROLISTA\nNamn Parti Närvarande Tjänstgör för\nLedamöter\nKarin Holm S Ja ordförande\nOlle Ting S Nej\nSara Vide Hamnlistan Ja\nBo Alm M Ja\n"
        "Ersättare\nPer Lind S Ja Olle Ting\nEva Berg Hamnlistan Nej\nSiv Norr M Ja\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Bo Alm": "present", "Per Lind": "present",
        "Eva Berg": "absent", "Siv Norr": "present",
    }  # fmt: skip


def test_who_left_a_seat_that_is_vacant_is_not_there() -> None:
    result = attendance(
        "Närvaro\n\nNamn\tParti\tNärvarande\tFrånvarande\nKarin Holm\tS\tx\t\nOlle Ting\tM\t\tx\nVakant (efter Bo Alm, avsägelse)\tM\t\t\nSara Vide\tC\tx\t\n"
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_a_column_of_crosses_that_ran_together_with_the_one_behind_it() -> None:
    result = attendance(
        "Ledamöter              Närv.   Frånv. Tjänstgörande ersättare   Paragraf\nKarin Holm (S) ordf      X\nOlle Ting (S)            X\n"
        "Sara Vide (S)                  X      Per Lind (S)\nEva Berg (M)             X\nBo Alm (M)                     X      Siv Norr (M)              92-97\n"
        "Lars Ek (SD)                   X      -\n\nErsättare              Närv.   Frånv.\nPer Lind (S)             X\nDag Lund (S)                   X\n"
        "Siv Norr (M)             X                                       92-97\nKia Sand (SD)                  X\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "present", "Bo Alm": "absent",
        "Siv Norr": "present", "Lars Ek": "absent", "Dag Lund": "absent", "Kia Sand": "absent",
    }  # fmt: skip


def test_dashes_of_a_legend_behind_parties_in_small_letters_and_offices() -> None:
    result = attendance(
        "NÄRVAROLISTA\nx = närvarande  - = frånvarande\n\nNärvaro Votering § 24\nLEDAMÖTER Ja Nej Tid\nKarin Holm, ordf m x x\nOlle Ting c x x\n"
        "Sara Vide c -\nPer Lind kd x x Kl. 15.00-16.10\nEva Berg, v ordf s -\nBo Alm s x x\n\nERSÄTTARE\nSiv Norr c x x tjg för S Vide\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "absent", "Bo Alm": "present",
        "Siv Norr": "present",
    }  # fmt: skip
