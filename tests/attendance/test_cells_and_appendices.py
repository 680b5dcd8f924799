"""Lists whose table came apart (cells in lines of their own, columns lost), lists in appendices, and words that stand for the names."""

from __future__ import annotations

import pytest

from ingest.readers import read_document
from tests.attendance.sheets import attendance, rows, statuses

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"

STATUSES: dict[str, tuple[str, dict[str, str]]] = {
    "a mark for each person of a cell, line by line": (
        """
        | Kommun | Deltagare | Närvaro |
        |---|---|---|
        | Mora | Karin Holm<br>Olle Ting | X<br>- |
        | Orsa | Sara Vide | X |
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT},
    ),
    "marks of a cell that are not as many as its people": (
        """
        | Kommun | Deltagare | Närv. | Frånv. |
        |---|---|---|---|
        | Mora | Karin Holm<br>Olle Ting<br>Ulf Kraft | X | X<br>X |
        | Orsa | Sara Vide | X | |
        """,
        {"Karin Holm": UNKNOWN, "Olle Ting": UNKNOWN, "Ulf Kraft": UNKNOWN, "Sara Vide": PRESENT},
    ),
    "every cell in a line of its own, with dashes": (
        """
        Närvarolista 2020-02-11
        Namn
        Parti
        Närvarande
        Karin Holm
        S
        X
        Olle Ting
        M
        X
        Sara Vide
        C
        -
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT},
    ),
    "every cell in a line of its own, empty ones lost": (
        """
        Närvarolista 2020-02-11
        Namn
        Parti
        Närvarande
        Karin Holm
        S
        X
        Olle Ting
        M
        X
        Sara Vide
        C
        Per Lind
        V
        X
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT, "Per Lind": PRESENT},
    ),
    "columns one by one, each under its heading": (
        """
        Närvarolista 2020-02-11
        Namn
        Karin Holm
        Olle Ting
        Sara Vide
        Parti
        S
        M
        C
        Närv
        X
        -
        X
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT},
    ),
    "a column of crosses that goes on under another label": (
        """
        NÄRVAROLISTA
        Ledamöter Närv. § 45
        Ja Nej Avst
        Karin Holm (S) x x
        Olle Ting (M) x x
        Sara Vide (C) x x
        Per Lind (V) -
        Ersättare
        Jens Mårten (S)
        Lisa Norr (M) x x
        """,
        {
            "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": ABSENT, "Jens Mårten": UNKNOWN,
            "Lisa Norr": PRESENT,
        },
    ),
    "yes and no of presence, lost": (
        """
        NÄRVAROLISTA
        Närvaro Votering
        LEDAMÖTER Ja Nej Tid Kl. 13.10-16.45 Ja Nej
        Karin Holm m x
        Olle Ting c x
        Sara Vide fp x
        ERSÄTTARE:
        Per Lind s x
        Jens Mårten c x Tjänstgörande ersättare
        """,
        {"Karin Holm": UNKNOWN, "Olle Ting": UNKNOWN, "Sara Vide": UNKNOWN, "Per Lind": UNKNOWN, "Jens Mårten": PRESENT},
    ),
    "who stands in, in the line of the member": (
        """
        UPPROPSLISTA
        Nr Namn Parti Närv Ers
        1 Karin Holm S X
        2 Olle Ting M X
        3 Sara Vide C Per Lind
        4 Lisa Norr V X
        5 Ulf Kraft KD X
        6 Vera Sjö S X
        """,
        {
            "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT, "Per Lind": PRESENT, "Lisa Norr": PRESENT,
            "Ulf Kraft": PRESENT, "Vera Sjö": PRESENT,
        },
    ),
    "a list in an appendix that the front page tells of": (
        """
        Beslutande: Enligt närvarolista, bilaga 1
        Övriga närvarande: Jens Mårten, sekreterare

        § 50 Upprop
        Upprop förrättas.
        § 51 Budget
        Nämnden beslutar att anta budgeten.

        Bilaga 1
        NÄRVAROLISTA
        Ledamöter
        Karin Holm (S)
        Olle Ting (M)
        Frånvarande
        Lisa Norr (S)
        """,
        {"Jens Mårten": PRESENT, "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Lisa Norr": ABSENT},
    ),
    "labels with the day": (
        """
        Närvarande den 24 november
        Karin Holm (S)
        Olle Ting (M)
        Närvarande tisdagen den 25 november
        Karin Holm (S)
        Sara Vide (C)
        Frånvarande 2020-11-25
        Per Lind (V)
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": ABSENT},
    ),
    "paragraphs by themselves, and their titles below": (
        """
        Närvarande
        Karin Holm (S)
        Frånvarande
        Per Lind (V)
        § 1
        Mötets öppnande
        Ordföranden öppnar mötet.
        § 2
        Val av justerare
        """,
        {"Karin Holm": PRESENT, "Per Lind": ABSENT},
    ),
    "all who were called": (
        """
        Kallade: Karin Holm, Olle Ting
        Närvarande: Samtliga kallade
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT},
    ),
    "all who were called but one": (
        """
        Kallade: Karin Holm, Olle Ting, Sara Vide
        Närvarande: Samtliga utom Sara Vide
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT},
    ),
    "all but one, by first name": (
        """
        Ledamöter: Karin Holm, Olle Ting, Sara Vide
        Närvarande: Alla utom Olle
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STATUSES)
def test_statuses(case: str) -> None:
    text, expected = STATUSES[case]
    assert statuses(attendance(text)) == expected


def test_limits_in_a_column_are_no_headings() -> None:
    result = attendance("""
        Närvarande
        Karin Holm (S)
        § 1-4
        Olle Ting (M)
        § 5
        Ulf Kraft (S)
        § 6
        Per Lind (V)
        """)
    assert len(result.people) == 4


def test_whom_those_come_from_stands_before_them() -> None:
    result = attendance("""
        Närvarande
        Karin Holm, Skogsstyrelsen

        Från Länsstyrelsen (LST) närvarade Jens Mårten (från kl. 10.15), Lisa Norr, och Per Lind
        """)
    assert [(p.name, p.represents) for p in result.people][1:] == [
        ("Jens Mårten", "Länsstyrelsen"), ("Lisa Norr", "Länsstyrelsen"), ("Per Lind", "Länsstyrelsen"),
    ]  # fmt: skip


def test_groups_with_their_people_behind_colons_and_no_word_over_them() -> None:
    result = attendance("""
        Brukarråd Granliden
        Från personalen: Karin Holm, enhetschef och Olle Ting, undersköterska
        Från anhöriga: Sara Vide, Per Lind
        Förhinder: Lisa Norr
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": PRESENT, "Lisa Norr": ABSENT,
    }  # fmt: skip


def test_surnames_that_are_municipalities_too() -> None:
    result = attendance(
        """
        Deltagare:
        Karin Mora, Falun
        Sara Salem, Avesta
        Jens Ekerö, Region Dalarna
        Lisa Kalmar, Säter
        P-O Lund (POL)
        """,
        region=None,
    )
    assert rows(result)[:4] == [
        "Karin Mora | present | Falun | -",
        "Sara Salem | present | Avesta | -",
        "Jens Ekerö | present | Region Dalarna | -",
        "Lisa Kalmar | present | Säter | -",
    ]
    assert result.people[4].name == "P-O Lund"


def test_a_table_of_one_column_below_its_label() -> None:
    table = "| |\n| --- |\n| Karin Holm (KD) |\n| Olle Ting (M) §§ 63-70 |\n"
    sheet = read_document(
        f"## Närvarande ersättare\n\n{table}\n## Frånvarande\n\n| | |\n| --- | --- |\n| Per Lind (S) | Anmält förhinder |\n\n## § 1 Öppnande\n".encode(),
        "blad.md",
    )
    assert statuses(attendance(sheet)) == {"Karin Holm": "present", "Olle Ting": "present", "Per Lind": "absent"}
