"""Heads and feet of pages among the lines."""

from ingest.furniture import find_furniture
from ingest.lines import iter_lines
from ingest.readers import read_document


def _furniture(text: str) -> list[str]:
    return [line.text for line in find_furniture(iter_lines(read_document(text.encode(), "prov.txt")))]


def test_a_line_whose_number_counts_the_pages() -> None:
    pages = "\n\n".join(f"Bryggor vid sjön {n}\n\nNämnden talade om bryggor och båtar hela dagen." for n in (1, 2, 3))
    assert _furniture(pages) == [f"Bryggor vid sjön {n}" for n in (1, 2, 3)]


def test_a_sign_that_stands_for_no_number_is_none() -> None:
    pages = "\n\n".join(["Bryggor vid sjön #\n\nNämnden talade om bryggor och båtar hela dagen."] * 3)
    assert _furniture(pages) == []
