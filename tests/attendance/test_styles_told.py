"""Styles, stars and short words that tell who came, and sentences on municipalities below or instead of a list."""

from __future__ import annotations

import pytest

from ingest.readers import read_document
from tests.attendance.sheets import attendance, statuses, towns

STYLED = [
    "Närvarande (fet stil): **Karin Holm**, Olle Ting, **Sara Vide**",
    "Närvarande (i fet stil): **Karin Holm**, Olle Ting, **Sara Vide**",
    "Deltagare (frånvarande kursiverade): Karin Holm, *Olle Ting*, Sara Vide",
    "Deltagare (frånvarande inom parentes): Karin Holm, (Olle Ting), Sara Vide",
]


@pytest.mark.parametrize("line", STYLED)
def test_a_style_named_right_behind_what_it_means(line: str) -> None:
    told = attendance(read_document(f"# Anteckningar\n\n{line}\n".encode(), "blad.md"))
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


@pytest.mark.parametrize("line", ["Närvarande (fetstil)", "Närvarande (understruken)", "Närvarande (understrukna)"])
def test_a_style_that_the_copy_has_lost_tells_nothing(line: str) -> None:
    told = attendance(f"{line}: Karin Holm, Olle Ting\n")
    assert set(statuses(told).values()) == {"unknown"}


@pytest.mark.parametrize(
    "note", ["*) frånvarande", "* frånvarande", "*anmält förhinder", "(*) = frånvarande", "* = ej närvarande"]
)
def test_a_star_explained_below_the_list(note: str) -> None:
    told = attendance(f"Deltagare\nKarin Holm\nOlle Ting*\nSara Vide\n\n{note}\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_the_legend_right_below_the_last_name_is_not_said_of_that_one() -> None:
    told = attendance("Deltagare\nKarin Holm\nOlle Ting (f)\nSara Vide\n(f) = frånvarande\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


@pytest.mark.parametrize("words", ["(frv)", "(frv.)", "(tackat nej)", "(frånv.)", "(förh.)"])
def test_short_words_of_absence_beside_a_name(words: str) -> None:
    told = attendance(f"Deltagare\nKarin Holm, Mora\nOlle Ting, Orsa {words}\nSara Vide, Falun\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Samtliga kommuner utom Orsa och Mora deltog.",
        "Närvarande: Samtliga kommuner utom Orsa och Mora.",
        "Deltagare: Samtliga kommuner utom Orsa och Mora",
        "Närvarande\nAlla kommuner utom Orsa och Mora\n",
        "Ej representerade: Orsa, Mora",
    ],
)
def test_municipalities_are_told_of_where_nobody_is_named(sentence: str) -> None:
    told = towns(attendance(f"{sentence}\n"))
    assert told["Orsa"] == told["Mora"] == "absent"


@pytest.mark.parametrize("sentence", ["Orsa saknades.", "Inga representanter från Orsa.", "Ingen från Orsa."])
def test_a_sentence_on_a_municipality_below_a_list_is_not_said_of_its_last_person(sentence: str) -> None:
    told = attendance(f"Närvarande: Karin Holm, Olle Ting och Sara Vide\n{sentence}\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"}
    assert towns(told) == {"Orsa": "absent"}
