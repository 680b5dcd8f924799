"""Heads and feet of pages among the lines."""

import pytest

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


def test_numbers_and_titles_that_a_list_of_contents_has_too_are_none() -> None:
    contents = "Innehåll\n31 Bryggor\n32 Bojar vid udden\n33 Budget"
    talk = "Nämndens beslut\natt godkänna förslaget."
    pages = [f"NORRBY KOMMUN PROTOKOLL {n}\nHamnnämnden 2024-05-22" for n in (1, 2, 3)]
    text = f"{pages[0]}\n\n{contents}\n\n{pages[1]}\n\n31 Bryggor\n{talk}\n\n32 Bojar vid udden\n{talk}\n\n{pages[2]}\n\n33 Budget\n{talk}"
    assert _furniture(text) == [line for page in pages for line in page.splitlines()]


@pytest.mark.parametrize(
    "foot",
    [
        "Justerandes signatur:",
        "ordf            just            utdragsbestyrkande",
        "Sign ordf   Sign just",
        "Justering (signatur) Utdragsbestyrkande",
        "Justerandes sign          Expedierad          Utdragsbestyrkande",
        "Justerandes signum   Anslagsdatum 2019-12-10   Utdragsbestyrkande",
        "Signatur ordförande",
    ],
)
def test_the_fields_for_signatures_at_the_foot_of_a_page(foot: str) -> None:
    assert _furniture(f"Nämnden beslutar\natt föreslå rådet att fastställa avgiften enligt\n{foot}\nlagen om hamnar.") == [
        " ".join(foot.split())
    ]


@pytest.mark.parametrize("line", ["Ordförande", "Justerare", "Justering:", "Ordförande Justerare", "Sekreterare:", "Expedierad"])
def test_the_names_of_offices_alone_are_none(line: str) -> None:
    assert _furniture(f"Nämnden beslutar att bygga bryggan.\n{line}\nAnna Ek") == []


def test_the_diary_numbers_of_matters_are_none() -> None:
    matters = "\n\n".join(f"{n} Dnr HN 2031/{n + 4}\nBryggor\nNämnden talade om bryggor hela dagen." for n in (17, 18, 19))
    assert _furniture(f"{matters}\n\nSida 2") == ["Sida 2"]


def test_titles_in_small_letters_below_their_numbers_are_no_sentences_that_go_on_over_a_page() -> None:
    talk = "Nämnden talade om bryggor hela dagen.\n" * 20
    matters = "\n".join(f"{n}\n{title}\n{talk}" for n, title in enumerate(("öppnande", "bryggor", "bojar"), 1))
    assert _furniture(f"Hamnnämnden 2031-05-14\nNärvarande: Anna Ek, Bo Lind\n\n{matters}") == []


@pytest.mark.parametrize("foot", ["Sida 2 (9)", "Justerandes sign"])
def test_titles_of_a_list_of_contents_that_come_again_beside_the_foot_of_a_page_are_none(foot: str) -> None:
    titles = ("Plan för bryggorna", "Budget för hamnen", "Bojar i farleden")
    matters = f"\n\n{foot}\n".join(f"{title}\n\nNämnden talade om saken." for title in titles)
    text = "Hamnnämnden\nProtokoll 2031-05-14\n\nNärvarande: Anna Ek\n\nDagordning\n" + "\n".join(titles) + f"\n\n{matters}"
    assert _furniture(text) == [foot, foot]


def test_what_is_said_in_two_matters_beside_the_foot_of_a_page_is_none() -> None:
    talk = "Nämnden talade om bryggor hela dagen.\n\nNämnden godkänner planen"
    text = f"Bryggor\n\n{talk}\n\nJusterandes sign\n\nBojar\n\n{talk}\n\nMötet avslutas."
    assert _furniture(text) == ["Justerandes sign"]
