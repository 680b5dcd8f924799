"""Words on who stood in for whom and who came or left when, behind a name with nothing between."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses

MOVED = [
    "gick 10",
    "lämnade efter § 3",
    "gick efter fikat",
    "anslöt 9.40",
    "kom före lunch",
    "gick tidigare",
    "lämnade innan beslut",
]


@pytest.mark.parametrize("words", MOVED)
def test_the_list_goes_on_behind_somebody_who_left(words: str) -> None:
    told = attendance(f"Närvarande\nKarin Holm (S)\nOlle Ting (M) {words}\nSara Vide (C)\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"}


INSTEAD = [
    "inträdde för Sara Vide",
    "(in för Sara Vide)",
    "på uppdrag av Sara Vide",
    "(på delegation av Sara Vide)",
    "(i.st.f. Sara Vide)",
]


@pytest.mark.parametrize("words", INSTEAD)
@pytest.mark.parametrize("form", ["Närvarande\nKarin Holm\nOlle Ting {}\n", "Närvarande: Karin Holm, Olle Ting {}\n"])
def test_who_stood_in_for_somebody(words: str, form: str) -> None:
    told = attendance(form.format(words))
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


@pytest.mark.parametrize("words", ["frånvarande (ersättare Olle Ting)", "förhinder (ersättare Olle Ting)"])
def test_the_substitute_in_parentheses_behind_one_who_was_away(words: str) -> None:
    told = attendance(f"Närvarande\nKarin Holm\nSara Vide {words}\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}
