"""Marks and words that tell of the person beside them: legends of those who serve, columns for parts of a meeting, words before a name."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses


def test_a_legend_of_those_who_serve_with_marks_before_the_names() -> None:
    told = attendance(
        "Närvaroförteckning\n+ tjänstgörande    0 frånvarande    E tjänstgörande ersättare\n\n"
        "+ Karin Holm s\n+ Olle Ting s\n0 Sara Vide m\nE Lisa Norr m\n+ Per Lind c\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Sara Vide"]


def test_a_legend_with_three_letters() -> None:
    told = attendance(
        "Närvarolista\nT = tjänstgörande   N = närvarande   F = frånvarande\n\nKarin Holm, ordf. S T\nOlle Ting, ers. V T\n"
        "Sara Vide, ers. M F\nPer Lind, chef N\n"
    )
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present"}


def test_columns_for_parts_of_the_meeting() -> None:
    told = attendance(
        "Närvaro (x = närvarande, tom ruta = frånvarande)\n\n\t\tkl. 09\tefter lunch\nKarin Holm, ordf\tKD\tx\tx\nOlle Ting\tM\t\tx\n"
        "Sara Vide\tS\t\t\nPer Lind\tC\tx\t\n"
    )
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present"}


def test_a_vote_beside_presence_says_nothing_of_the_substitute() -> None:
    told = attendance(
        "Närvaroförteckning med omröstningslista\n\nNamn\tParti\tUpprop\tTjänstgörande ersättare\tOmröstning 1\nKarin Holm\tS\tN\t\tJa\n"
        "Olle Ting\tM\tF\tPer Lind\tNej\nSara Vide\tC\tN\t\tNej\nLisa Norr\tV\tF\t\t–\n\nN = närvarande, F = frånvarande\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Per Lind": "present",
        "Sara Vide": "present",
        "Lisa Norr": "absent",
    }


def test_absence_before_a_name() -> None:
    told = attendance(
        "Närvarande\nOrdförande Karin Holm (S)\n1:e vice ordförande Förhinder, Olle Ting (S)\nLedamöter Sara Vide (V)\n"
        "Förhinder, Lisa Norr (SD)\nPer Lind (C) (ej när.)\nEva Strand (C)\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Olle Ting", "Lisa Norr", "Per Lind"]


def test_a_cell_of_several_lines_that_ends_in_a_row_of_its_own() -> None:
    told = attendance(
        "Ledamöter\tKarin Holm (S), ordförande\nOlle Ting (M)\nSara Vide (C), §§ 66–70\t\nErsättare som tjänstgör\tPer Lind (C) i stället för "
        "Sara Vide (C), §§ 71–77\t\nÖvriga ersättare\tLisa Norr (V)\n"
    )
    assert rows(told)[2] == "Sara Vide | present | - | ledamot | (C) | §§ 66–70"
    assert statuses(told)["Per Lind"] == "present"


@pytest.mark.parametrize("legend", ["", "x = närvarande respektive tjänstgörande, - = frånvarande respektive ej tjänstgörande\n"])
@pytest.mark.parametrize("party", ["C", "(C)"])
def test_who_has_a_sign_of_presence_in_one_of_two_columns_came(legend: str, party: str) -> None:
    told = attendance(
        f"Ledamöter Parti Närv Tjg\nKarin Holm, ordf {party} x x\nOlle Ting {party} - -\nSara Vide {party} x x\nErsättare\n"
        f"Lisa Norr {party} x x\nPer Lind {party} x -\n{legend}"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Olle Ting"]


@pytest.mark.parametrize("joined", [" ", " = ", ": "])
@pytest.mark.parametrize("over", ["Upprop – ", "Upprop: ", "Upprop\n\n"])
def test_a_legend_behind_a_label_is_over_no_column(over: str, joined: str) -> None:
    told = attendance(
        f"{over}N{joined}närvarande, F{joined}frånvarande, T{joined}tjänstgörande ersättare\n\nNr\tNamn\tMedlem\tStatus\t\n"
        "1\tKarin Holm (S)\tMora\tN\t\n2\tOlle Ting (M)\tMora\tN\t\n3\tSara Vide (C)\tOrsa\tF\t\n3 e\tPer Lind (C)\tOrsa\tT\t\n"
    )
    assert [name for name, status in statuses(told).items() if status != "present"] == ["Sara Vide"]
