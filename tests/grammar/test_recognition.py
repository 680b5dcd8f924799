from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record import Item, Meeting, Record
from ingest.recognition import mend, mend_signs


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("aft godkänna", "att godkänna"),
        ("Rådet beslufade", "Rådet beslutade"),
        ("Föredragandc:", "Föredragande:"),
        ("tiII handlingarna", "till handlingarna"),
    ],
)
def test_slips_in_the_grammars_own_words(seen: str, meant: str) -> None:
    assert mend(seen) == meant


@pytest.mark.parametrize(
    "text", ["ett hus", "Anna Ek", "Mora kommun", "beslutsam", "en attack", "Rapporten", "tjöt", "anta planen"]
)
def test_other_words_stay(text: str) -> None:
    assert mend(text) == text


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(mend(text)) == len(text)


def test_what_is_quoted_is_the_text_as_it_stands(item: Callable[[str], Item]) -> None:
    found = item("Lokaler\n\nRådet beslufade\naft godkänna förslaget\n")
    assert [d.text for d in found.decisions] == ["aft godkänna förslaget"]


def test_an_item_that_lost_its_number(meeting: Callable[[str], Meeting]) -> None:
    body = "1. Öppnande\n\nText om det.\n\n2. Lokaler\n\nText om lokaler.\n\nBudget för bilpoolen\n\nText om budget.\n\n4. Avslutning\n\nText.\n"
    assert [(i.number, i.title) for i in meeting(body).items] == [
        ("1", "Öppnande"),
        ("2", "Lokaler"),
        (None, "Budget för bilpoolen"),
        ("4", "Avslutning"),
    ]


def test_numbers_that_run_on_lose_nothing(meeting: Callable[[str], Meeting]) -> None:
    body = "1. Öppnande\n\nText om det.\n\n2. Lokaler\n\nEn rad för sig\n\nText.\n\n3. Avslutning\n\nText.\n"
    assert [i.number for i in meeting(body).items] == ["1", "2", "3"]


def test_dollars_for_the_signs_of_paragraphs_where_they_come_often() -> None:
    assert mend_signs("1 Val $ 61-71 Anna Ek, $$ 61-68 $ 62 Dagordning $ 63 Budget") == (
        "1 Val § 61-71 Anna Ek, §§ 61-68 § 62 Dagordning § 63 Budget"
    )
    assert mend_signs("Bidraget är $ 100 av $ 200") == "Bidraget är $ 100 av $ 200"
    assert mend_signs("§ 3 Bidrag av $ 10, $ 20, $ 30 och $ 40") == "§ 3 Bidrag av $ 10, $ 20, $ 30 och $ 40"


def test_what_is_quoted_keeps_the_dollars_of_the_source(read: Callable[[str], Record]) -> None:
    record = read(
        "Protokoll Hamnrådet 2020-09-08\n\nNärvarande: Anna Ek (S), $$ 61-62, Bo Alm (M)\n\n$ 61 Val\n\n"
        "Hamnrådet beslutar att ändra beslutet i $ 12 om bryggan.\n\n$ 62 Båtar\n\nHamnrådet beslutar att köpa en båt.\n"
    )
    meeting = record.meetings[0]
    assert meeting.attendance[0].paragraphs == "§§ 61-62"
    assert [item.number for item in meeting.items] == ["§ 61", "§ 62"]
    assert meeting.items[0].decisions[0].text == "att ändra beslutet i $ 12 om bryggan"
