"""What marks, legends, words and kinds of list say of each person's status."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Mark, MarkKind
from tests.attendance.sheets import attendance, document, statuses, towns

LEGENDS = (
    "(överstruken = frånvarande)",
    "(överstrukna namn = ej närvarande)",
    "Genomstrukna deltog inte.",
    "Överstruket namn innebär förhinder",
    "(Frånvarande = överstruken)",
    "(overstruken=franvarande)",
    "(struken = frånvarande)",
    "Ej närvarande är överstrukna",
)


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_and_a_strike(legend: str) -> None:
    sheet = document(f"Närvarande: {legend}\n\nAvesta\tAnna Ek\t~~Bo Alm~~\nMora\t~~Cilla Björk~~\tDavid Asp")
    assert statuses(attendance(sheet)) == {
        "Anna Ek": "present",
        "Bo Alm": "absent",
        "Cilla Björk": "absent",
        "David Asp": "present",
    }


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_in_a_copy_that_lost_its_marks(legend: str) -> None:
    result = attendance(f"Närvarande: {legend}\n\nAvesta Anna Ek Bo Alm\nMora Cilla Björk")
    assert statuses(result) == {"Anna Ek": "unknown", "Bo Alm": "unknown", "Cilla Björk": "unknown"}
    assert towns(result) == {"Avesta": "unknown", "Mora": "unknown"}


def test_a_legend_in_a_file_that_could_carry_strikes_and_has_none() -> None:
    result = attendance("Närvarande: (överstruken = frånvarande)\n\nAvesta Anna Ek Bo Alm", marks=True)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present"}


def test_a_strike_without_a_legend_still_means_absent() -> None:
    assert statuses(attendance("Närvarande: Anna Ek, ~~Bo Alm~~, Cilla Björk")) == {
        "Anna Ek": "present",
        "Bo Alm": "absent",
        "Cilla Björk": "present",
    }


def test_only_the_struck_of_two_names_in_a_cell() -> None:
    result = attendance("Närvarande: (överstruken = frånvarande)\n\nAvesta\t~~Anna Ek~~ Bo Alm\nMora\tCilla Björk, ~~David Asp~~")
    assert statuses(result) == {"Anna Ek": "absent", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent"}


def test_a_strike_over_less_than_most_of_a_name_is_no_strike() -> None:
    sheet = document("Närvarande: (överstruken = frånvarande)\nAvesta Anna Ek", marks=True)
    at = sheet.text.index("Anna")
    assert statuses(attendance(replace(sheet, marks=(Mark(MarkKind.STRUCK, at, at + 3),)))) == {"Anna Ek": "present"}


@pytest.mark.parametrize(
    ("legend", "kind", "marked"),
    [("(fetstil = närvarande)", MarkKind.BOLD, "present"), ("(kursiv = frånvarande)", MarkKind.ITALIC, "absent")],
)
def test_other_marks_by_the_document_s_own_legend(legend: str, kind: MarkKind, marked: str) -> None:
    sheet = document(f"Deltagare {legend}:\nAnna Ek\nBo Alm", marks=True)
    at = sheet.text.index("Anna")
    found = statuses(attendance(replace(sheet, marks=(Mark(kind, at, at + 7),))))
    assert found == {"Anna Ek": marked, "Bo Alm": "absent" if marked == "present" else "present"}
    assert set(statuses(attendance(sheet)).values()) == {"unknown"}


def test_a_mark_that_no_reader_keeps() -> None:
    assert set(statuses(attendance("Närvarande: (gulmarkerad = frånvarande)\nAnna Ek\nBo Alm", marks=True)).values()) == {
        "unknown"
    }


@pytest.mark.parametrize(
    "word",
    ["Frånvarande", "Ej närvarande", "Förhinder", "Anmält förhinder", "Deltog ej", "Inte med", "Återbud", "Frånvarande var"],
)
def test_lists_of_the_absent(word: str) -> None:
    assert statuses(attendance(f"Närvarande: Anna Ek\n{word}: Bo Alm")) == {"Anna Ek": "present", "Bo Alm": "absent"}


@pytest.mark.parametrize("word", ["(frånvarande)", "– förhinder", ", ej närvarande", "anmält förhinder", "(deltog ej)", "(sjuk)"])
def test_words_beside_a_name(word: str) -> None:
    assert statuses(attendance(f"Närvarande:\nAnna Ek\nBo Alm {word}\nCilla Björk")) == {
        "Anna Ek": "present",
        "Bo Alm": "absent",
        "Cilla Björk": "present",
    }


def test_an_absent_member_listed_twice_is_absent_once() -> None:
    result = attendance("Ledamöter:\nAnna Ek (S)\nBo Alm (M)\n\nFrånvarande:\nBo Alm (M)")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent"}
    assert len(result.people) == 2


def test_two_people_of_one_name_in_two_parties_are_two() -> None:
    assert len(attendance("Närvarande:\nLars Berg (S)\nLars Berg (M)").people) == 2


def test_officials_after_a_list_of_the_absent_are_beside_it() -> None:
    result = attendance("Närvarande: Anna Ek\nFrånvarande: Bo Alm\nTjänstepersoner: Cilla Björk")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present"}


def test_sections_under_a_heading_of_the_absent_are_under_it() -> None:
    result = attendance("Närvarande\nLedamöter\nAnna Ek\n\nFrånvarande\nLedamöter\nBo Alm\nErsättare\nCilla Björk")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "absent"}


def test_labels_that_contradict_each_other() -> None:
    result = attendance("Närvarande Frånvarande\nAnna Ek\nBo Alm\nCilla Björk")
    assert set(statuses(result).values()) == {"unknown"}
    assert any("olika innebörd" in note.why for note in result.unread)


def test_a_scan_says_only_what_its_words_say() -> None:
    scan = replace(document("Ledamöter\nAnna Ek (S)\nBo Alm (M)"), media_type="application/pdf")
    assert set(statuses(attendance(scan)).values()) == {"unknown"}
    stated = replace(document("Närvarande ledamöter\nAnna Ek (S)"), media_type="application/pdf")
    assert statuses(attendance(stated)) == {"Anna Ek": "present"}


def test_a_person_without_a_letter_in_a_list_of_letters() -> None:
    result = attendance(
        "Närvarolista N = närvarande, F = frånvarande\nAnna Ek PRO N\nBo Alm SPF F\nCilla Björk SKPF\nDavid Asp RPG N"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "unknown", "David Asp": "present"}


@pytest.mark.parametrize(
    "place",
    [
        "enligt särskild närvarolista",
        "se bifogad närvarolista",
        "enligt upprop, se bilaga 1",
        "Se sidan 2",
        "enligt bilagd närvaroförteckning",
    ],
)
def test_a_list_that_is_elsewhere(place: str) -> None:
    result = attendance(f"Plats: Tallsalen\nNärvarande: {place}\n\n1. Mötets öppnande\nOrdföranden öppnar mötet.")
    assert result.people == ()
    assert [note.why for note in result.unread] == ["närvaron anges i en särskild lista som inte ingår i dokumentet"]


def test_members_named_but_the_list_of_who_came_is_elsewhere() -> None:
    result = attendance("Ledamöter:\nAnna Ek, Avesta\nBo Alm, Mora\n\nNärvarande: enligt särskild närvarolista")
    assert statuses(result) == {"Anna Ek": "unknown", "Bo Alm": "unknown"}
    assert towns(result) == {"Avesta": "unknown", "Mora": "unknown"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ledamöter (närvarande i fet stil):\n**Anna Berg**, Bo Alm, **Cilla Dahl**\n", ["present", "absent", "present"]),
        ("Ledamöter (närvarande i fet stil):\nAnna Berg, Bo Alm, Cilla Dahl\n", ["unknown", "unknown", "unknown"]),
        ("Närvarande (frånvarande inom parentes):\nAnna Berg, (Bo Alm), Cilla Dahl\n", ["present", "absent", "present"]),
        ("Deltagare (ej närvarande inom parentes)\nAnna Berg, Mora\n(Bo Alm, Orsa)\nCilla Dahl, Falun\n", ["present", "absent", "present"]),
        ("Närvarande (grönmarkerade deltog)\nAnna Berg\nBo Alm\nCilla Dahl\n", ["unknown", "unknown", "unknown"]),
        ("Deltagare (kryss = närvarande)\nx Anna Berg\nBo Alm\nx Cilla Dahl\n", ["present", "unknown", "present"]),
        ("Närvarolista (NV=närvarande, FV=frånvarande)\nAnna Berg NV\nBo Alm FV\nCilla Dahl NV\n", ["present", "absent", "present"]),
    ],
)  # fmt: skip
def test_more_signs_of_a_legend(text: str, expected: list[str]) -> None:
    assert statuses(attendance(text)) == dict(zip(["Anna Berg", "Bo Alm", "Cilla Dahl"], expected, strict=True))
