"""Denials beside names, what the lack of a mark says, rolls whose label names the body or the hour, columns of labels over their values."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"
ITEM = "\n        1. Val av justerare\n        Karin Holm väljs.\n"


@pytest.mark.parametrize("denial", ["ej när.", "ej nvr", "inte deltag.", "icke när", "ej delt.", "inte rned"])
def test_presence_denied_in_short_is_absence(denial: str) -> None:
    told = statuses(attendance(f"Ledamöter: Karin Holm (C), Mora, Olle Ting (M), Orsa ({denial}), Sara Vide (S), Mora"))
    assert told == {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("ej anl.", UNKNOWN),
        ("ej hörd av", UNKNOWN),
        ("ej tjg.", PRESENT),
        ("ej röstberättigad", PRESENT),
        ("ej när. § 5", PRESENT),
    ],
)
def test_a_denial_that_nobody_knows_leaves_open(words: str, status: str) -> None:
    told = statuses(attendance(f"Närvarande: Karin Holm (C), Olle Ting (M) ({words}), Sara Vide (S)"))
    assert told == {"Karin Holm": PRESENT, "Olle Ting": status, "Sara Vide": PRESENT}


STATUSES: dict[str, tuple[str, dict[str, str]]] = {
    "two columns for parts of the day, and what an empty cell says": (
        """
        **Närvaro** (x = närvarande, tom ruta = frånvarande)

        \t\tkl. 09\tefter lunch\t
        Karin Holm, ordf\tKD\tx\tx\t
        Olle Ting\tM\tx\tx\t
        Sara Vide\tS\t\t\t
        Per Lind\tC\t\tx\t
        Lisa Norr, ersättare\tV\tx\t\t
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT, "Per Lind": PRESENT, "Lisa Norr": PRESENT},
    ),
    "the same, of which nothing is told": (
        """
        **Närvaro**

        \t\tförmiddag\teftermiddag\t
        Karin Holm, ordf\tKD\tx\tx\t
        Olle Ting\tM\tx\tx\t
        Sara Vide\tS\t\t\t
        Per Lind\tC\t\tx\t
        """,
        {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": UNKNOWN, "Per Lind": PRESENT},
    ),
    "no cross where others have one and those away are told": (
        """
        Deltagarlista

          Närvarande Anmärkning
        Ordinarie
        Karin Holm (S) X
        Olle Ting (C) X
        Ulf Kraft (M) X
        Sara Vide (S)  Förhinder
        Per Lind (SD)

        Ersättare
        Lisa Norr (S) X Tjänstgör för Sara Vide
        Vera Sjö (C)

        Övriga
        Gun Strand, hamnchef X § 52
        """,
        {
            "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Ulf Kraft": PRESENT, "Sara Vide": ABSENT, "Per Lind": UNKNOWN, "Lisa Norr": PRESENT,
            "Vera Sjö": UNKNOWN, "Gun Strand": PRESENT,
        },
    ),
    "a roll that names the body and the day": (
        f"""
        Beslutande: Se närvarolista sist i protokollet
        {ITEM}
        NÄRVAROLISTA HAMN- OCH BRYGGNÄMNDEN 2021-10-08

        Ledamöter
        Karin Holm (C), ordförande Närvarande
        Olle Ting (S) Frånvarande
        Ulf Kraft (M) Närvarande

        Ersättare
        Sara Vide (S) Tjänstgörande
        Per Lind (SD) Frånvarande

        Tjänstepersoner
        Gun Strand, hamnchef Närvarande
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Ulf Kraft": PRESENT, "Sara Vide": PRESENT, "Per Lind": ABSENT, "Gun Strand": PRESENT},
    ),
    "parties below words with an hour": (
        """
        Deltagande vid upprop kl. 08.30

        Socialdemokraterna
        Karin Holm, Olle Ting (frånvarande, ersätts av Sara Vide)

        Moderaterna
        Ulf Kraft (frånvarande fr.o.m. kl. 14.30), Per Lind (frånvarande)
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT, "Ulf Kraft": PRESENT, "Per Lind": ABSENT},
    ),
    "a roll call beside the votes": (
        """
        Upprop och voteringslista

           § 101 § 103
        Ledamöter Parti Upprop Ja Nej Avst
        Karin Holm, ordf S ja 1
        Olle Ting S nej
           ers. Sara Vide S ja 1
        Ulf Kraft L ja  1
        Per Lind V nej
        Lisa Norr C ja   1
        Summa  4 2 1 1
        """,
        {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Sara Vide": PRESENT, "Ulf Kraft": PRESENT, "Per Lind": ABSENT, "Lisa Norr": PRESENT},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STATUSES)
def test_statuses(case: str) -> None:
    text, expected = STATUSES[case]
    result = attendance(text)
    assert statuses(result) == expected
    assert not result.unread


def test_a_column_of_labels_tells_of_a_list_in_an_appendix() -> None:
    result = attendance("""
        Plats och tid
        Beslutande
        Övriga deltagande
        Utses att justera

        Kommunhuset, kl 18.00-20.40
        Enligt bifogad förteckning
        Gun Strand, hamnchef
        Sara Vide och Per Lind

        Sekreterare ________________________ §§ 14-31
        Lisa Norr

        § 14
        Val av justerare
        Sara Vide (KD) väljs.

        Förteckning över närvarande vid kommunfullmäktiges sammanträde

        Ledamot Tjänstgörande ersättare

        Karin Holm (S)
        Olle Ting (M)  frånv. Ulf Kraft (M)
        Sara Vide (KD)
        Per Lind (S)
        """)
    assert rows(result) == [
        "Gun Strand | present | - | hamnchef",
        "Karin Holm | present | - | - | (S)",
        "Olle Ting | absent | - | - | (M)",
        "Ulf Kraft | present | - | tjänstgörande ersättare | (M)",
        "Sara Vide | present | - | justerare | (KD)",
        "Per Lind | present | - | justerare | (S)",
    ]
    assert not result.unread
