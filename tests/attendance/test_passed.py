"""Offices in cells and behind bars beside small words, and names of lists that nobody was read from: read, or told as not understood."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

READ: dict[str, tuple[str, list[str]]] = {
    "behind a bar, over the list": (
        """
        Plats | Stadshuset
        vid pennan | Sekreterare: Eva Gran
        Närvarande | Karin Holm (S), Olle Ting (M)

        § 1 Öppnande
        """,
        ["Eva Gran | present | - | sekreterare", "Karin Holm | present | - | - | (S)", "Olle Ting | present | - | - | (M)"],
    ),
    "in a table of labels": (
        """
        | Närvarande | Karin Holm (S), Olle Ting (M) |
        |---|---|
        | ordf | Ordförande: Sara Vide (C) |
        | vid pennan | Sekreterare: Eva Gran |
        """,
        [
            "Karin Holm | present | - | - | (S)",
            "Olle Ting | present | - | - | (M)",
            "Sara Vide | present | - | ordförande | (C)",
            "Eva Gran | present | - | sekreterare",
        ],
    ),
    "in the last row of a table of crosses": (
        """
        | Namn | Närvarande |
        |---|---|
        | Karin Holm (S) | x |
        | Olle Ting (M) | x |
        | Vid protokollet | Eva Gran |
        """,
        [
            "Karin Holm | present | - | - | (S)",
            "Olle Ting | present | - | - | (M)",
            "Eva Gran | present | - | sekreterare",
        ],
    ),
    "in a line of its own below the list": (
        """
        Närvarande:
        Karin Holm (S)
        Olle Ting (M)
        vid pennan | Sekreterare: Eva Gran
        """,
        ["Karin Holm | present | - | - | (S)", "Olle Ting | present | - | - | (M)", "Eva Gran | present | - | sekreterare"],
    ),
    "all in one line": (
        "Närvarande: Karin Holm (S), Olle Ting (M) | vid pennan: Sekreterare Eva Gran | Frånvarande: Sara Vide (C)",
        [
            "Karin Holm | present | - | - | (S)",
            "Olle Ting | present | - | - | (M)",
            "Eva Gran | present | - | sekreterare",
            "Sara Vide | absent | - | - | (C)",
        ],
    ),
    "below the heading of titles": (
        """
        | Namn | Befattning | Närvarande |
        |---|---|---|
        | Karin Holm | Rektor | x |
        | Olle Ting | Ekonom | x |
        | | Sekreterare: Eva Gran | x |
        """,
        ["Karin Holm | present | - | Rektor", "Olle Ting | present | - | Ekonom", "Eva Gran | present | - | sekreterare"],
    ),
}


@pytest.mark.parametrize("words", READ)
def test_whoever_keeps_the_minutes_is_read_beside_small_words(words: str) -> None:
    text, people = READ[words]
    assert rows(attendance(text)) == people


PASSED: dict[str, tuple[str, list[str]]] = {
    "a row of signatures in a table of people": (
        """
        | Namn | Närvarande |
        |---|---|
        | Karin Holm (S) | x |
        | Olle Ting (M) | x |
        | Underskrifter | Eva Gran, Olle Ting |
        """,
        ["namn i en tabell över deltagare som inte kunde läsas"],
    ),
    "a row of signatures of those who are in the list": (
        """
        | Namn | Närvarande |
        |---|---|
        | Karin Holm (S) | x |
        | Olle Ting (M) | x |
        | Underskrifter | Karin Holm, Olle Ting |
        """,
        [],
    ),
    "an office behind those to whom the minutes go": (
        """
        Närvarande: Karin Holm (S), Olle Ting (M)

        Kopia till: Sara Vide

        Sekreterare: Eva Gran

        § 1 Öppnande
        """,
        ["namn vid en rubrik som inte hör till någon lista över deltagare"],
    ),
}


@pytest.mark.parametrize("words", PASSED)
def test_names_that_nobody_was_read_from_are_told(words: str) -> None:
    text, reasons = PASSED[words]
    result = attendance(text)
    assert [note.why for note in result.unread] == reasons
    assert [person.name for person in result.people] == ["Karin Holm", "Olle Ting"]


def test_members_that_no_list_takes_are_told() -> None:
    result = attendance(
        "1 Hamnnämnden Plats och tid Gransalen kl 9 Ledamöter Ersättare Tjänstemän Anna Ek (S) Bo Lind (M) Övriga Eva Gran, chef\n\n"
        "2 § 1 Dagordning Dagordningen godkänns, och Cilla Björk (V) yrkade bifall."
    )
    assert statuses(result) == {"Eva Gran": "present"}
    assert [note.text for note in result.unread if note.why.startswith("namn med parti")] == ["Anna Ek (S) Bo Lind"]


def test_several_named_in_the_head_by_words_that_are_not_understood_are_told() -> None:
    told = attendance(
        "Från Region Dalarna:\nKarin Holm och Olle Ting\nFrån kommunerna:\nSara Vide (Mora)\n\n1. Mötets öppnande\n\nMötet öppnas.\n"
    )
    assert [note.text for note in told.unread] == ["Karin Holm och Olle Ting"]
