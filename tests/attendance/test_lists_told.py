"""Lists, chains and labels as minutes have them: words that no lexicon knows behind a label, names of odd shapes, the last of a list."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses


@pytest.mark.parametrize(
    "label",
    ["Frånvarande med anmälan", "Frånvarande, i förväg anmälda", "Frånvarande (enligt anmälan)", "Anmält förhinder i god tid"],
)
def test_words_that_no_list_knows_go_on_with_a_label(label: str) -> None:
    result = attendance(f"""
        Närvarande
        Anna Ek (S), ordf
        Bo Alm (M)

        Ersättare (ej tjänstgörande)
        Cilla Björk (S)
        David Asp (M)

        {label}
        Eva Gran (C)
        Filip Rönn (C), ersättare

        Tjänstemän
        Gun Hassel, utredare
        """)
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "present",
        "Eva Gran": "absent", "Filip Rönn": "absent", "Gun Hassel": "present",
    }  # fmt: skip


def test_names_that_end_as_places_do() -> None:
    result = attendance("""
        Närvarande
        Anna Mogata, (S) vice ordförande
        Bo Hösterum, förste socialsekreterare
        Cilla Lindplan (M)
        David Asp Mora (S)
        Eva Gran (C)
        """)
    assert list(statuses(result)) == ["Anna Mogata", "Bo Hösterum", "Cilla Lindplan", "David Asp Mora", "Eva Gran"]


def test_towns_behind_names_and_before_parties_stay_towns() -> None:
    result = attendance("Närvarande\nAnna Ek Mora (S)\nBo Alm Orsa (M)\nEva Gran Mora (C)\n")
    assert [(person.name, person.represents) for person in result.people] == [
        ("Anna Ek", "Mora"),
        ("Bo Alm", "Orsa"),
        ("Eva Gran", "Mora"),
    ]


def test_the_last_of_several_in_a_cell_has_a_row_of_its_own() -> None:
    result = attendance(
        "Plats\tBryggrummet\t\nLedamöter\tAnna Ek (M), ordförande\nBo Alm (S), vice ordförande\nCilla Björk (SD), §§ 6–10\t\n"
        "Ersättare som tjänstgör\tDavid Asp (M)\nEva Gran (SD)\t\nÖvriga ersättare\tFilip Rönn (L)\t\n"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk", "David Asp", "Eva Gran", "Filip Rönn"]
