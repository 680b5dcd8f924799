"""Lists under the words for members alone, rows of a member and a substitute, and names that parentheses tell of."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses

_ROWS = """Arbetsförmedlingen Mona Ek x Ola Brisman –
Mora kommun Daniel Lund – Pirjo Främmes x
Försäkringskassan Lars Tråd x Anette Hov –
Orsa kommun Åsa Led (ordf) x Per Kinn x
"""


@pytest.mark.parametrize(
    "heads", ["Uppdragsgivare Ledamot Ersättare", "Huvudman Ordinarie Suppleant", "Organisation Ledamöter Ersättare"]
)
def test_a_member_and_a_substitute_in_each_row(heads: str) -> None:
    told = statuses(attendance(f"{heads}\n{_ROWS}\nx = närvarande – = ej närvarande\n"))
    came = {"Mona Ek", "Pirjo Främmes", "Lars Tråd", "Åsa Led", "Per Kinn"}
    assert {name for name, status in told.items() if status == "present"} == came
    assert {name for name, status in told.items() if status == "absent"} == {"Ola Brisman", "Daniel Lund", "Anette Hov"}


def test_without_signs_such_rows_tell_of_nobody() -> None:
    rows = _ROWS.replace(" x", "").replace(" –", "")
    told = statuses(attendance(f"Uppdragsgivare Ledamot Ersättare\n{rows}"))
    assert len(told) == 8
    assert set(told.values()) == {"unknown"}


def test_crosses_and_dashes_behind_nearly_all_names_need_no_legend() -> None:
    told = statuses(attendance(f"Ledamot Ersättare\n{_ROWS}"))
    assert {name for name, status in told.items() if status == "absent"} == {"Ola Brisman", "Daniel Lund", "Anette Hov"}
    assert len(told) == 8


@pytest.mark.parametrize("label", ["Medlemmar:", "Medlemmar: (överstruken = frånvarande)", "Nätverkets medlemmar"])
def test_towns_over_the_names_of_members(label: str) -> None:
    people = attendance(f"{label}\nMora\nAnna Ek\nOrsa\nBo Lind , Eva Holm\nFalun\nPer Ström\n").people
    assert [(p.name, p.represents, p.status.value) for p in people] == [
        ("Anna Ek", "Mora", "unknown"),
        ("Bo Lind", "Orsa", "unknown"),
        ("Eva Holm", "Orsa", "unknown"),
        ("Per Ström", "Falun", "unknown"),
    ]


@pytest.mark.parametrize(
    "legend",
    ["namn inom parentes = ej närvarande", "inom parentes = frånvarande", "frånvarande inom parentes", "i parentes: förhinder"],
)
def test_names_in_parentheses_were_away(legend: str) -> None:
    told = statuses(attendance(f"Deltagare ({legend}):\nMora: Anna Ek\nOrsa: (Bo Lind)\nFalun: Eva Holm , (Per Ström)\n"))
    assert told == {"Anna Ek": "present", "Bo Lind": "absent", "Eva Holm": "present", "Per Ström": "absent"}


def test_columns_of_presence_behind_members_and_substitutes() -> None:
    rows = "Mora Anna Ek (M), ordf Ja Bo Lind (S) Ja\nOrsa Eva Holm (S) Ja Per Ström (SD) Nej\nFalun Siv Alm (C) Nej Ola Sand (M), tjänstgör Ja\n"
    told = statuses(attendance(f"Kommun Ledamot Närvarande Ersättare Närvarande\n{rows}"))
    assert {name for name, status in told.items() if status == "absent"} == {"Per Ström", "Siv Alm"}
    assert {name for name, status in told.items() if status == "present"} == {"Anna Ek", "Bo Lind", "Eva Holm", "Ola Sand"}


def test_a_town_that_is_a_surname_too_stands_for_the_town_where_others_stand_so() -> None:
    listed = "Närvarande: Hanna Ek Halmstad, Knut Alm Kungsbacka, Disa Berg Hylte, Erika Tillman Falkenberg, Lars Lo Varberg.\n"
    people = attendance(listed, region=None).people
    assert [(p.name, p.represents) for p in people][3:] == [("Erika Tillman", "Falkenberg"), ("Lars Lo", "Varberg")]


@pytest.mark.parametrize("words", ["Brandmännens riksförbund\nhade tackat nej.", "Vision hade förhinder."])
def test_a_sentence_of_its_own_behind_somebody_tells_of_others(words: str) -> None:
    told = statuses(
        attendance(f"Ledamöter:\nAnna Ek (S), Mora, ordförande\nBo Lind (M), Orsa\n\nÖvriga: Per Ström, Kommunal. {words}\n")
    )
    assert told == {"Anna Ek": "present", "Bo Lind": "present", "Per Ström": "present"}
