"""Cells of a table that say more than one thing: an office and who came, how somebody came and for how long, for whom somebody serves."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses


@pytest.mark.parametrize(
    "cell",
    ["Ledamot, frånvarande", "Ledamot (frånvarande)", "Ledamot – anmält förhinder", "Ledamot, ej närvarande", "Frånvarande"],
)
def test_an_office_with_absence_behind_it(cell: str) -> None:
    told = attendance(
        f"Närvaro\n\nNamn\tParti\tUppdrag\nKarin Holm\tC\tOrdförande\nOlle Ting\tM\t{cell}\nSara Vide\tS\tLedamot\nPer Lind\tM\tLedamot\n"
    )
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present"}
    assert {person.role for person in told.people} <= {"ordförande", "ledamot", None}


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("På plats, lämnade efter punkt 6", "present"),
        ("Teams (från kl. 10.15)", "present"),
        ("Via länk, §§ 4–7", "present"),
        ("Förhinder, sjuk", "absent"),
        ("Frånvarande (anmält)", "absent"),
    ],
)
def test_presence_with_its_limits(cell: str, status: str) -> None:
    told = attendance(
        f"Deltagare\n\nNamn\tUppdrag\tNärvaro\nKarin Holm\tOrdförande\tPå plats\nOlle Ting\tLedamot\t{cell}\n"
        "Sara Vide\tLedamot\tFrånvarande\nPer Lind\tSuppleant, inträder för Sara Vide\tPå plats\n"
    )
    assert statuses(told)["Olle Ting"] == status
    assert statuses(told)["Sara Vide"] == "absent"
    assert next(person.replaces for person in told.people if person.name == "Per Lind") == "Sara Vide"


def test_the_member_beside_who_served_was_away() -> None:
    told = attendance(
        "Närvaro\n\nNamn\tParti\tTjänstgörande ersättare\nKarin Holm\tC\t\nOlle Ting\tM\tPer Lind (M)\nSara Vide\tS\t\nLisa Norr\tV\tEva Strand (V)\n"
    )
    assert rows(told) == [
        "Karin Holm | present | - | - | (C)",
        "Olle Ting | absent | - | - | (M)",
        "Per Lind | present | - | tjänstgörande ersättare | (M) | för Olle Ting",
        "Sara Vide | present | - | - | (S)",
        "Lisa Norr | absent | - | - | (V)",
        "Eva Strand | present | - | tjänstgörande ersättare | (V) | för Lisa Norr",
    ]


def test_two_lists_side_by_side_are_no_pairs() -> None:
    told = attendance(
        "Ledamöter\tTjänstgörande ersättare\nKarin Holm (C)\tPer Lind (M)\nOlle Ting (M)\tEva Strand (V)\nSara Vide (S)\t\nLisa Norr (V)\t\n"
    )
    assert set(statuses(told).values()) == {"present"}
