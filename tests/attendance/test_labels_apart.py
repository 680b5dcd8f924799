"""Labels that stand before all of their lists, or below each; lists below sentences; words of absence before a name or over a group."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.attendance.sheets import attendance, rows, statuses

_ITEM = "\n§ 1 Val av justerare\n\nNämnden beslutar att utse Bo Alm.\n\n§ 2 Dagordning\n\nDagordningen godkänns.\n"

APART = {
    "all before, a paragraph each": """
        Plats och tid
        Närvarande ledamöter
        Närvarande ersättare
        Frånvarande
        Utses att justera

        Bryggrummet, 09.00 - 11.45

        Anna Ek (S) ordförande
        Bo Alm (M)

        Cilla Björk (S), tjänstgörande

        David Asp (S)
        Eva Gran (M)

        Bo Alm

        Justerandes sign Utdragsbestyrkande
        """,
    "all before in paragraphs, under the head": """
        Plats och tid
        Beslutande

        Övriga deltagare

        Förhinder

        Utses att justera
        Justeringens tid
        Samverkan Norra Bryggan
        SAMMANTRÄDESPROTOKOLL

        Mora, Bryggrummet, kl. 10.00-11.35
        Anna Ek (S), ordförande
        Bo Alm (M)

        Cilla Björk, förbundschef

        David Asp (S)
        Eva Gran (M)

        Bo Alm
        2024-06-05

        Sekreterare ________________________ §§ 22-30
        Cilla Björk
        """,
    "each below its list": """
        Bryggrummet, kl 13.30-16.00
        Plats och tid

        Anna Ek (S), ordförande
        Bo Alm (M)
        Beslutande

        Cilla Björk, chef
        Övriga närvarande

        David Asp (S)
        Eva Gran (M)
        Frånvarande

        Bo Alm
        Justerare
        """,
}
_TOLD = {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent", "Eva Gran": "absent"}


@pytest.mark.parametrize("layout", APART)
def test_labels_apart_from_their_lists(layout: str) -> None:
    result = attendance("Bryggnämnden\n" + dedent(APART[layout]) + _ITEM)
    assert statuses(result) == _TOLD
    assert [person.role for person in result.people if person.name == "Bo Alm"] == ["justerare"]


def test_labels_before_more_or_fewer_lists_are_not_told() -> None:
    result = attendance(
        "Närvarande ledamöter\nNärvarande ersättare\nFrånvarande\n\nAnna Ek (S)\nBo Alm (M)\n\nCilla Björk (S)\n" + _ITEM
    )
    assert "absent" not in statuses(result).values()
    assert statuses(result)["Cilla Björk"] == "unknown"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Vid uppropet antecknas att följande ledamöter är frånvarande och att\nersättare träder in i deras ställe:", "absent"),
        ("Följande ledamöter har anmält förhinder:", "absent"),
        ("Samtliga i gruppen deltog, dvs.", "present"),
        ("Följande ersättare tjänstgör:", "present"),
        ("Följande ledamöter deltog inte i beslutet:", None),
    ],
)
def test_a_list_below_a_sentence(sentence: str, status: str | None) -> None:
    result = attendance(
        f"Bryggnämnden\n\nNärvarande: Eva Gran, Filip Rönn\n\n§ 1\nUpprop\n\n{sentence}\n\n"
        "Anna Ek (C), Mora\nBo Alm (S), Orsa\n\nOrdföranden förklarar mötet öppnat.\n\n§ 2\nDagordning\n\nDagordningen godkänns.\n"
    )
    told = statuses(result)
    assert (told.get("Anna Ek"), told.get("Bo Alm")) == (status, status)


def test_those_replaced_in_a_list_below_a_sentence() -> None:
    result = attendance("""
        Beslutande: Eva Gran (S), Filip Rönn (C)

        § 1
        Upprop

        Följande ledamöter är frånvarande:

        Anna Ek (C), ersätts av Filip Rönn (C) enligt valteknisk samverkan
        Bo Alm (S), ingen ersättare

        § 2
        Dagordning
        """)
    assert statuses(result) == {"Eva Gran": "present", "Filip Rönn": "present", "Anna Ek": "absent", "Bo Alm": "absent"}


def test_absence_in_the_place_of_an_office() -> None:
    result = attendance("""
        Närvarande
        Ordförande Anna Ek (S)
        1:e vice ordförande Förhinder, Bo Alm (S)
        2:e vice ordförande Cilla Björk (M)
        Ledamöter David Asp (C)
        Förhinder, Eva Gran (SD)
        """)
    told = {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present", "Eva Gran": "absent"}
    assert statuses(result) == told


def test_the_absent_of_one_group_and_the_next_group() -> None:
    result = attendance("""
        Norra bryggan
        Närvarande: Anna Ek, Mora
        Ej närvarande: Bo Alm, Orsa

        Förbundet
        Cilla Björk, antagningen
        David Asp, utredare

        1. Mötets öppnande
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present"}


def test_a_sentence_behind_the_absent_ends_their_list() -> None:
    result = attendance("""
        Närvarande: Anna Ek, Bo Alm

        Meddelat förhinder: Cilla Björk, Mora,
        David Asp, Orsa

        Styrelsen sammanträdde kl. 13.00-15.20 i förbundets lokaler. Vid
        protokollet Anna Ek. Att justera jämte ordföranden: Bo Alm.

        § 1 Dagordning
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "absent"}


LABELS = [
    ("Med: {came}\nAvbud: {away}", "Med"),
    ("I tjänst:\n{came}\nFrånvarande utan avbud:\n{away}", "I tjänst"),
    ("Närvarande enligt lista:\n{came}\n\nKallade men ej närvarande:\n{away}", "Kallade men ej närvarande"),
    ("NÄRVAROLISTA BRYGG- OCH HAMNNÄMNDEN 2024-10-08\n{came}\n\nFrånvarande\n{away}", "in capitals"),
    ("Deltagande vid upprop kl. 08.30\n{came}\n\nFrånvarande vid upprop\n{away}", "vid upprop"),
]


@pytest.mark.parametrize(("layout", "label"), LABELS)
def test_labels_of_other_words(layout: str, label: str) -> None:
    people = layout.format(came="Anna Ek, Mora\nBo Alm, Orsa", away="Cilla Björk, Falun\nDavid Asp, Leksand")
    told = {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "absent"}
    assert statuses(attendance(f"Bryggnämnden\n\n{people}\n{_ITEM}")) == told, label


def test_a_star_for_absence_among_those_summoned() -> None:
    result = attendance(
        "Kallade (* = frånvarande):\nAnna Ek, Mora, ordf.\nBo Alm *, Orsa\nCilla Björk, Falun\nDavid Asp *, Leksand\n"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "absent"}


def test_boxes_and_their_legend_in_the_label() -> None:
    result = attendance("""
        **Närvaro** ☒ = närvarande ☐ = frånvarande

        ☒ Anna Ek, Mora (ordförande)
        ☐ Bo Alm, Orsa
        ☒ Cilla Björk, Falun
        ☐ David Asp, Leksand
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "absent"}


def test_groups_without_a_label_of_whom_some_are_said_to_be_away() -> None:
    result = attendance("""
        Nätverket för bryggor

        Region: Anna Ek (ordf), Bo Alm, Cilla Björk (frånvarande),
        David Asp
        Mora: Eva Gran, Filip Rönn (frånvarande)
        Orsa: Gun Hassel
        Stödfunktion: Hanna Lind, Ivar Tall (vid anteckningarna)

        1. Inledning
        """)
    told = statuses(result)
    assert {name for name, status in told.items() if status == "absent"} == {"Cilla Björk", "Filip Rönn"}
    assert len(told) == 9


def test_office_letters_behind_words_of_absence() -> None:
    result = attendance(
        "Ledamöter\nAnna Ek (C), Mora, ordförande\nBo Alm (M), Mora (ej när.)\n\nErsättare\nCilla Björk (M), Mora (tjg.)\n"
    )
    assert rows(result)[1] == "Bo Alm | absent | Mora | ledamot | (M)"


def test_a_sentence_of_absence_in_a_list_that_runs_on() -> None:
    result = attendance(
        "Deltog: Anna Ek/Mora, Bo Alm/Orsa samt Cilla Björk/Falun. David\n"
        "Asp/Länsstyrelsen hade fått förhinder i sista stund men skickat in synpunkter\nskriftligt.\n"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent"}


@pytest.mark.parametrize("label", ["Ej\nnärvarande:", "Frånvarande\nledamöter", "Inte\ndeltagande:"])
def test_a_label_of_the_absent_over_the_end_of_a_line(label: str) -> None:
    result = attendance(f"Närvarande: Anna Ek, Mora\nBo Alm, Orsa\n{label} Cilla Björk, Falun\nDavid Asp, Leksand\n")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "absent"}


def test_substitutes_for_those_who_could_not_come() -> None:
    result = attendance("""
        Ledamöter
        Anna Ek (S) ordförande
        Bo Alm (M)
        Förhindrade ledamöter
        Cilla Björk (C)
        Ersättare för dessa
        David Asp (C)
        Övriga ersättare
        Eva Gran (M)
        """)
    assert rows(result)[2:4] == [
        "Cilla Björk | absent | - | ledamot | (C)",
        "David Asp | present | - | tjänstgörande ersättare | (C)",
    ]


def test_labels_in_the_last_column_of_a_sheet_read_line_by_line() -> None:
    found = attendance(
        """
        Kommunstyrelsens arbetsutskott 2025-01-14

        Kommunhuset, Ljusa rummet, kl 8.15-10.00 Plats och tid

        Annika Strand (M), ordförande Beslutande
        Lars-Ola Frisk (S)
        Gunnel Ridder (C), i stället för Conrad Lilja (KD)

        Peter Wik, kommundirektör Övriga
        Lovisa Tamm, kommunsekreterare

        Lars-Ola Frisk Justerare
        §§ 1-9 Paragrafer

        § 1 Ändring av föredragningslista

        Ordföranden föreslår att ärendet utgår.
        """
    )
    came = ("Annika Strand", "Lars-Ola Frisk", "Gunnel Ridder", "Peter Wik", "Lovisa Tamm")
    assert statuses(found) == {**dict.fromkeys(came, "present"), "Conrad Lilja": "absent"}
