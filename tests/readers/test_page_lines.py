"""Copies in which each page is one line with its number before it."""

from __future__ import annotations

import pytest

from ingest.document import BlockKind
from ingest.lines import iter_lines
from ingest.readers import read_document
from ingest.readers.page_lines import find_page_lines

FRONT = "Plats och tid Bryggsalen kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Cilla Dahl (M) " * 3
TALK = "Anna Ek berättar om bryggan, som har fått nytt räcke och ny belysning under våren. " * 3


def _lines(*pages: str, above: str = "Transkript\n\n") -> list[str]:
    return (above + "\n\n".join(pages)).split("\n")


def test_headers_with_their_number_and_how_many_there_are() -> None:
    found = find_page_lines(
        _lines(
            f"1 Hamnrådet Sida 11 (30) {FRONT}",
            f"2 Hamnrådet Sida 12 (30) 48 Val av justerare {TALK}",
            f"3 Hamnrådet Sida 13 (30) 49 Bryggan {TALK}",
        )
    )
    assert [page.header for page in found] == ["Hamnrådet Sida 11 (30)", "Hamnrådet Sida 12 (30)", "Hamnrådet Sida 13 (30)"]
    assert [page.text[:9] for page in found] == ["Plats och", "48 Val av", "49 Brygga"]


@pytest.mark.parametrize(
    ("second", "third", "begins"),
    [
        ("2 2 (22) 41 Bryggan", "3 3 (22) 42 Hamnen", ["41 Bryggan", "42 Hamnen"]),
        ("2 2(22) § 41 Bryggan", "3 3(22) § 42 Hamnen", ["§ 41 Bryggan", "§ 42 Hamnen"]),
        ("2 41 Bryggan", "3 42 Hamnen", ["41 Bryggan", "42 Hamnen"]),
        ("2 1. Bryggan", "3 2. Hamnen", ["1. Bryggan", "2. Hamnen"]),
        ("2 § 41 Bryggan", "3 § 42 Hamnen", ["§ 41 Bryggan", "§ 42 Hamnen"]),
        (
            "2 HAMNRÅDET PROTOKOLL 2024-03-12 41 Bryggan",
            "3 HAMNRÅDET PROTOKOLL 2024-03-12 42 Hamnen",
            ["41 Bryggan", "42 Hamnen"],
        ),
    ],
)
def test_the_number_of_a_matter_is_not_taken_for_that_of_a_page(second: str, third: str, begins: list[str]) -> None:
    found = find_page_lines(_lines(f"1 {FRONT}", f"{second} {TALK}", f"{third} {TALK}"))
    assert [page.text.split(" Anna Ek ")[0] for page in found[1:]] == begins


@pytest.mark.parametrize(
    "lines",
    [
        _lines("1 Mötets öppnande", "2 Val av justerare", "3 Bryggan", above=""),
        _lines(f"1 {FRONT}", above=""),
        _lines(f"1 {FRONT}", f"3 {TALK}", above=""),
        _lines(f"1 {FRONT}", *[TALK] * 4, f"2 {TALK}", above=""),
    ],
    ids=["short items", "one page", "a leap", "text between"],
)
def test_other_numbered_lines_are_no_pages(lines: list[str]) -> None:
    assert find_page_lines(lines) == []


@pytest.mark.parametrize("matter", ["KS 17", "17", "§ 17"])
def test_the_number_of_a_page_in_the_minutes_of_a_year_stands_before_that_of_a_matter(matter: str) -> None:
    found = find_page_lines(
        _lines(
            f"1 {FRONT}",
            f"2 22 {matter} Val av justerare {TALK}",
            f"3 23 {matter[:-1]}8 Bryggan {TALK}",
            f"4 24 {matter[:-1]}9 Hamnen {TALK}",
        )
    )
    assert [page.header for page in found[1:]] == ["22", "23", "24"]
    assert [page.text.split(" Anna Ek ")[0] for page in found[1:]] == [
        f"{matter} Val av justerare",
        f"{matter[:-1]}8 Bryggan",
        f"{matter[:-1]}9 Hamnen",
    ]


def test_pages_whose_numbers_stand_in_their_headers() -> None:
    lines = [f"Hamnrådet 2024-03-12 {n}(3) {text}" for n, text in [(1, FRONT), (2, f"1 Bryggan {TALK}"), (3, f"2 Hamnen {TALK}")]]
    found = find_page_lines(lines)
    assert [(page.number, page.header, page.margin) for page in found] == [
        (f"{n}(3)", "Hamnrådet 2024-03-12", f"Hamnrådet 2024-03-12 {n}(3)") for n in (1, 2, 3)
    ]
    assert [page.text.split(" Anna Ek ")[0] for page in found[1:]] == ["1 Bryggan", "2 Hamnen"]
    for other in ("Hamnrådet fick 2(3) bryggor", "Hamnrådet 2024-03-12 2(4) bryggor", "Rådet är klart. 2(3) bryggor"):
        assert find_page_lines([lines[0], f"{other} {TALK}" if "(4)" in other else other, *[TALK] * 4]) == []


def test_words_before_a_number_in_parentheses_are_no_header_where_no_other_page_has_its_like() -> None:
    found = find_page_lines(_lines(f"1 {FRONT}", f"2 § 41 Fråga om 3 (5) platser i hamnen {TALK}", f"3 § 42 Bryggan {TALK}"))
    assert [(page.header, page.text[:13]) for page in found[1:]] == [("", "§ 41 Fråga om"), ("", "§ 42 Bryggan ")]


def test_long_paragraphs_with_numbers_are_no_pages() -> None:
    assert find_page_lines(_lines(f"1 Val av justerare {TALK}", f"2 Bryggan {TALK}", f"3 Hamnen {TALK}", above="")) == []


def test_pages_are_told_and_headers_stand_aside() -> None:
    text = "\n\n".join(
        [
            f"1 Bryggnämnden Sida 1(3) {FRONT}",
            f"2 Bryggnämnden Sida 2(3) 41 Bryggan {TALK}",
            f"3 Bryggnämnden Sida 3(3) 42 Hamnen {TALK}",
        ]
    )
    document = read_document(text.encode(), "prov.txt")
    assert document.pages == 3
    lines = iter_lines(document)
    assert [(line.page, line.text[:12]) for line in lines] == [
        (1, "Bryggnämnden"),
        (1, "Plats och ti"),
        (2, "41 Bryggan A"),
        (3, "42 Hamnen An"),
    ]
    headers = [block for block in document.blocks if block.kind is BlockKind.HEADER]
    assert [document.text[block.start : block.end] for block in headers] == ["1", "2 Bryggnämnden Sida 2(3)"]
