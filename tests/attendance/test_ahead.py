"""Titles and parties that stand before the name they belong to, where the list as a whole tells; and where lists of the absent end."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

ROWS: dict[str, tuple[str, list[str]]] = {
    "a title behind the comma that parts two names": (
        "Närvarande: Karin Holm, Olle Ting, socialchef Sara Vide",
        ["Karin Holm | present | - | -", "Olle Ting | present | - | -", "Sara Vide | present | - | socialchef"],
    ),
    "titles behind their holders, of which the last has one": (
        "Närvarande: Karin Holm, ordförande Olle Ting, sekreterare",
        ["Karin Holm | present | - | ordförande", "Olle Ting | present | - | sekreterare"],
    ),
    "parties in parentheses behind commas": (
        "Närvarande: Sekreterare Karin Holm, (m) Olle Ting, (s) Sara Vide, socialchef Per Lind",
        [
            "Karin Holm | present | - | sekreterare",
            "Olle Ting | present | - | - | (M)",
            "Sara Vide | present | - | - | (S)",
            "Per Lind | present | - | socialchef",
        ],
    ),
    "a party and an office behind a comma": (
        "Närvarande: Sekreterare Karin Holm, (m) ordförande Olle Ting, socialchef Sara Vide",
        [
            "Karin Holm | present | - | sekreterare",
            "Olle Ting | present | - | ordförande | (M)",
            "Sara Vide | present | - | socialchef",
        ],
    ),
    "parties behind commas, of which the last name has one": (
        "Närvarande: Karin Holm, (m) Olle Ting, (s)",
        ["Karin Holm | present | - | - | (M)", "Olle Ting | present | - | - | (S)"],
    ),
    "titles with a capital in a run": (
        "Närvarande: Sekreterare Karin Holm Socialchef Olle Ting Ekonom Sara Vide",
        [
            "Karin Holm | present | - | sekreterare",
            "Olle Ting | present | - | Socialchef",
            "Sara Vide | present | - | Ekonom",
        ],
    ),
    "an office behind the label, right above the first item": (
        "Närvarande: Sekreterare Karin Holm, Olle Ting\n\nÖppnande av mötet",
        ["Karin Holm | present | - | sekreterare", "Olle Ting | present | - | -"],
    ),
}


@pytest.mark.parametrize("words", ROWS)
def test_titles_and_parties_lean_as_the_list_tells(words: str) -> None:
    text, people = ROWS[words]
    assert rows(attendance(text)) == people


STATUSES: dict[str, tuple[str, dict[str, str]]] = {
    "a clause that tells by whom the meeting was opened": (
        "Närvarande: Karin Holm, ordf Olle Ting Anmält förhinder: Sara Vide Per Lind 2 Mötets öppnande Mötet öppnades av ordförande Karin Holm.",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "absent"},
    ),
    "a group that the lexicon does not know, behind words of absence": (
        """
        Närvarande styrelsen och skola:
        Karin Holm, Olle Ting

        Anmält frånvaro styrelsen:
        Sara Vide

        Anmält frånvaro klass 4A:
        Per Lind
        """,
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "absent"},
    ),
    "who may not come the next time": (
        "Närvarande: Karin Holm, Olle Ting\n\nAnmält förhinder till nästa möte: Karin Holm",
        {"Karin Holm": "present", "Olle Ting": "present"},
    ),
    "who is away, and who said no": (
        "Närvarande: Karin Holm, Olle Ting\nBorta: Sara Vide\nTackat nej: Per Lind\nUrsäktade: Eva Berg",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "absent", "Eva Berg": "absent"},
    ),
    "the whole board below the absent": (
        "Närvarande: Karin Holm, Olle Ting\nFrånvarande: Sara Vide\n\nVerksamheten: Per Lind, Eva Berg",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "present"},
    ),
    "first names, and in full below": (
        "Närvarande: Karin, Olle, Eva (sekreterare)\nFrånvarande: Sara, Per\n\nStyrelsen: Karin Holm, Olle Ting, Eva Berg, Sara Vide, Per Lind",
        {"Karin Holm": "present", "Olle Ting": "present", "Eva Berg": "present", "Sara Vide": "absent", "Per Lind": "absent"},
    ),
}


@pytest.mark.parametrize("words", STATUSES)
def test_lists_of_the_absent_end_where_others_begin(words: str) -> None:
    text, told = STATUSES[words]
    assert statuses(attendance(text)) == told


@pytest.mark.parametrize(
    "words",
    [
        "Karin Holm, Olle Ting\n(Sara Vide och Per Lind anmälde förhinder)",
        "Karin Holm, Olle Ting (Eva Berg, Sara Vide och Per Lind kunde inte delta)",
        "Karin Holm, Olle Ting, Sara Vide och Per Lind hade förhinder",
    ],
)
def test_one_verb_tells_of_all_whom_it_joins(words: str) -> None:
    away = {"Sara Vide": "absent", "Per Lind": "absent"} | ({"Eva Berg": "absent"} if "Eva" in words else {})
    assert statuses(attendance(f"Deltagande: {words}")) == {"Karin Holm": "present", "Olle Ting": "present"} | away
