"""Tables whose columns came one below the other, each under its head."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses

NAMES = ("Karin Holm", "Olle Ting", "Sara Vide", "Bo Alm")


def sheet(head: str, marks: tuple[str, ...], *, party: tuple[str, ...] = ("S", "M", "C", "KD")) -> str:
    columns = (("Namn", NAMES), ("Parti", party), ("Uppdrag", ("Ordförande", "Ledamot", "Ledamot", "Ersättare")), (head, marks))
    return (
        "Närvarolista\n\n"
        + "\n\n".join("\n".join((over, *below)) for over, below in columns)
        + "\n\nAnm\n\nJusterare: Karin Holm\n"
    )


@pytest.mark.parametrize(
    ("head", "marks"),
    [
        ("Närvaro", ("Närvarande", "Frånvarande", "Närvarande", "Tjänstgörande")),
        ("Närv.", ("x", "-", "x", "x")),
        ("Närvarande", ("Ja", "Nej", "Ja", "Ja")),
    ],
)
def test_a_column_of_marks_as_long_as_that_of_names(head: str, marks: tuple[str, ...]) -> None:
    told = attendance(sheet(head, marks))
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Bo Alm": "present"}
    assert [person.party for person in told.people] == ["S", "M", "C", "KD"]


@pytest.mark.parametrize("marks", [(), ("x", "x")])
def test_marks_that_were_lost_tell_of_nobody(marks: tuple[str, ...]) -> None:
    assert set(statuses(attendance(sheet("Närv", marks))).values()) == {"unknown"}


def test_a_column_of_another_length_is_left_out() -> None:
    told = attendance(sheet("Närv.", ("x", "x", "-", "x"), party=("S", "M")))
    assert [(person.party, person.status.value) for person in told.people] == [
        (None, "present"),
        (None, "present"),
        (None, "absent"),
        (None, "present"),
    ]
