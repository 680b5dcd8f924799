"""Tables of people that go on over the end of a page, where the heads of their columns do not stand again."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses


@pytest.mark.parametrize("between", ["\nSida 2\n\n", "\n2(5)\n\n", "\nNärvarolista\n\n", "\nNärvarolista (forts.)\n\n"])
def test_crosses_in_two_columns_mean_what_they_meant_above(between: str) -> None:
    told = attendance(
        "Närvarolista\n\nNamn\tParti\tNärv.\tFrånv.\nKarin Holm\tC\tX\t\nOlle Ting\tM\t\tX\nSara Vide\tS\tX\t\n"
        f"{between}Lisa Norr\tS\t\tX\nPer Lind\tM\tX\t\nEva Strand\tV\tX\t\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Sara Vide": "present",
        "Lisa Norr": "absent",
        "Per Lind": "present",
        "Eva Strand": "present",
    }


def test_names_in_two_columns_stand_below_the_words_over_them() -> None:
    told = attendance(
        "Närvarande\tFrånvarande\nKarin Holm\tSara Vide\nOlle Ting\tBo Alm\n\n2(5)\n\nLisa Norr\tPer Lind\nEva Strand\tJan Berg\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == [
        "Sara Vide",
        "Bo Alm",
        "Per Lind",
        "Jan Berg",
    ]


def test_a_table_with_heads_of_its_own_is_read_by_these() -> None:
    told = attendance(
        "Närvarolista\n\nNamn\tParti\tNärv.\tFrånv.\nKarin Holm\tC\tX\t\nOlle Ting\tM\t\tX\nSara Vide\tS\tX\t\n\nNärvarolista\n\n"
        "Namn\tParti\tFrånv.\tNärv.\nLisa Norr\tS\t\tX\nPer Lind\tM\tX\t\nEva Strand\tV\t\tX\n"
    )
    assert statuses(told)["Lisa Norr"] == statuses(told)["Eva Strand"] == "present"
    assert statuses(told)["Per Lind"] == "absent"


def test_a_table_of_others_is_not_below_the_words_over_the_first() -> None:
    told = attendance(
        "Närvarande\tFrånvarande\nKarin Holm\tSara Vide\nOlle Ting\tBo Alm\n\nTjänstepersoner\n\nLisa Norr\tPer Lind\nEva Strand\tJan Berg\n"
    )
    assert statuses(told)["Per Lind"] != "absent"
