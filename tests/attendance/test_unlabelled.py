"""Lists in the head with no words over them: read where they tell of some of those in them, else told as not understood."""

from __future__ import annotations

import pytest

from ingest.readers import read_document
from tests.attendance.sheets import attendance, statuses

TOLD = {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "absent"}

LISTS: dict[str, str] = {
    "words beside the absent, below organisations": """
        Rådet
        2023-02-14

        PRO
        Karin Holm
        Olle Ting
        Sara Vide (anm. förhinder)
        SPF
        Per Lind
        Eva Berg (anm. förhinder)

        1. Mötet öppnas
        """,
    "struck names, and a legend below": """
        Rådet
        2023-02-14

        - Karin Holm, ordförande
        - Olle Ting
        - ~~Sara Vide~~
        - Per Lind
        - ~~Eva Berg~~

        Överstrukna namn = ej närvarande

        1. Mötet öppnas
        """,
    "towns before them": """
        Rådet
        2023-02-14

        Mora: Karin Holm
        Orsa: Olle Ting
        Leksand: Sara Vide (ej närvarande)
        Falun: Per Lind
        Gagnef: Eva Berg (ej närvarande)

        1. Mötet öppnas
        """,
    "the status of each behind the name": """
        Rådet
        2023-02-14

        Karin Holm, närvarande
        Olle Ting, närvarande
        Sara Vide, frånvarande
        Per Lind, närvarande via länk
        Eva Berg, förhinder

        1. Mötet öppnas
        """,
}


@pytest.mark.parametrize("words", LISTS)
def test_a_list_without_a_label_that_tells(words: str) -> None:
    result = attendance(LISTS[words])
    assert statuses(result) == TOLD
    assert result.unread == ()


def test_a_list_without_a_label_that_does_not_tell_is_told_as_unread() -> None:
    result = attendance("Rådet\n2023-02-14\n\nKarin Holm\nOlle Ting\nSara Vide\n\n1. Mötet öppnas")
    assert result.people == ()
    assert [note.why for note in result.unread] == ["en lista med namn utan ord om vilka som var med"]


@pytest.mark.parametrize("words", ["Kopia till:", "Underskrifter", "Justeras"])
def test_those_who_sign_or_get_the_minutes_are_no_such_list(words: str) -> None:
    result = attendance(f"Rådet\n2023-02-14\n\n{words}\nKarin Holm\nOlle Ting\nSara Vide (sjuk)\n\n1. Mötet öppnas")
    assert result.people == ()


def test_a_star_that_a_line_below_explains_is_no_bullet() -> None:
    result = attendance("Deltagare: Karin Holm, Sara Vide*, Olle Ting\n* = ej närvarande\n\n1. Mötet öppnas")
    assert statuses(result) == {"Karin Holm": "present", "Sara Vide": "absent", "Olle Ting": "present"}


@pytest.mark.parametrize(
    ("legend", "name", "came", "others"),
    [
        ("Fet stil = närvarande", "Karin Holm", "unknown", "unknown"),
        ("Fet stil = närvarande", "**Karin Holm**", "present", "absent"),
        ("Överstruken = frånvarande", "~~Karin Holm~~", "absent", "present"),
        ("(Överstrukna = frånvarande)", "Karin Holm", "present", "present"),
    ],
)
def test_a_list_whose_only_words_are_a_legend_of_signs(legend: str, name: str, came: str, others: str) -> None:
    text = (
        f"Bryggruppen\n\nMinnesanteckningar 2024-10-02\n\n{legend}\n\nMora {name} Olle Ting\n\nOrsa Sara Vide\n\nPolisen Per Lind\n\n"
        "1. Inledning\n\nMötet inleddes med en runda.\n\n2. Handlingsplan\n\nFöredragande: Lisa Norr, konsult\n"
    )
    told = statuses(attendance(read_document(text.encode(), "blad.md")))
    assert told == {"Karin Holm": came, "Olle Ting": others, "Sara Vide": others, "Per Lind": others}
