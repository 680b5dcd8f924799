"""Minutes kept as a table of matters with a column of decisions, lists within matters, and the feet of pages between them."""

from __future__ import annotations

from functools import cache

import pytest

from graph.lexicon import Lexicon, load_lexicon
from graph.record import Item
from ingest.readers import read_document
from ingest.record import read_record

HEAD = "# Norrviks nätverk\n\nMinnesanteckningar 2024-03-05\n\nNärvarande: Anna Ek, Bo Lind\n\n"


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _items(text: str) -> list[Item]:
    (meeting,) = read_record(read_document((HEAD + text).encode(), "minutes.txt"), _lexicon()).meetings
    return list(meeting.items)


def _said(items: list[Item]) -> list[tuple[str | None, str, list[str]]]:
    return [(item.number, item.title, [d.text for d in item.decisions]) for item in items]


@pytest.mark.parametrize("head", ["Beslut", "Beslut/åtgärd"])
@pytest.mark.parametrize("columns", ["Nr\tPunkt och anteckning\t{head}\tVem/när\t", "Nr\tPunkt\t{head}\tAnsvarig\t"])
def test_each_sentence_below_the_head_of_decisions_is_one(columns: str, head: str) -> None:
    rows = (
        columns.format(head=head) + "\n"
        "1\t**Föregående möte** Anna hälsar välkomna.\tAnteckningarna godkänns.\tBo skickar listan\t\n"
        "2\t**Jourhem** Norrvik har egna hem. Flera vill köpa platser.\t"
        "Norrvik tar fram ett avtal. Övriga kommuner anger sitt behov.\tBo, 29/9\t\n"
        "3\t**Barnahus** Läget gicks igenom i maj.\t\t\t\n"
        "4\t**Beroende**\t\t\t\n"
        "a\t**Överenskommelsen** Parterna är oense.\tNätverket anser att regionen bär kostnaden.\tBo\t\n"
        "b\t**Enkät** Bo visar svaren.\tEnkäten upprepas nästa år.\tBo\t\n"
        "5\t**Nästa träff** 29 september i Ekby.\t\t\t\n"
    )
    assert _said(_items(rows)) == [
        ("1", "Föregående möte", ["Anteckningarna godkänns"]),
        ("2", "Jourhem", ["Norrvik tar fram ett avtal", "Övriga kommuner anger sitt behov"]),
        ("3", "Barnahus", []),
        ("4", "Beroende", []),
        ("4a", "Överenskommelsen", ["Nätverket anser att regionen bär kostnaden"]),
        ("4b", "Enkät", ["Enkäten upprepas nästa år"]),
        ("5", "Nästa träff", []),
    ]


@pytest.mark.parametrize("title", ["Rapporter", "Delgivningar"])
@pytest.mark.parametrize("last", ["c) Träff i Dalby", "c) Träff i Dalby. Länsstyrelsen har beslutat \natt förlänga projektet."])
def test_a_list_of_papers_holds_no_items(title: str, last: str) -> None:
    text = f"§ 1 {title} \n \na) Protokoll från rådet \nb) Brev om bidrag till \nområdet \n{last} \n \nBeslut \nPapperen läggs till handlingarna. \n"
    assert _said(_items(text + "\n§ 2 Avslutning \nAnna tackar.")) == [
        ("§ 1", title, ["Papperen läggs till handlingarna"]),
        ("§ 2", "Avslutning", []),
    ]


def test_alternatives_that_a_sentence_leads_in_are_no_items() -> None:
    text = "§ 1 Vägval \nTre alternativ har studerats:\nA. Ombyggnad, 92 mkr\nB. Nytt verk, 131 mkr\nMarken är osäker.\n\nBeslut\natt alternativ B utgår\n"
    assert _said(_items(text)) == [("§ 1", "Vägval", ["att alternativ B utgår"])]


def test_the_foot_of_a_page_is_no_matter() -> None:
    foot = "Postadress  Besöksadress  Telefon  E-post \nNorrviks kommun, 123 45 Norrvik  Rådhuset  0123-34 80 00  info@norrvik.se \n2 \n"
    text = (
        "Hamnen \nBo berättar om bryggan. \n \n \nBadet \nBadet är trasigt. Flera vill laga det. \n \n \n"
        f"{foot} \nAnna undrar om kostnaden. \n \nBeslut: Bo lagar badet. \n \n \nSkolan \nBo berättar om skolan. \n \nBeslut: Skolan målas. \n"
    )
    assert _said(_items(text)) == [(None, "Hamnen", []), (None, "Badet", ["Bo lagar badet"]), (None, "Skolan", ["Skolan målas"])]


def test_a_diary_number_of_a_year_and_a_number_ends_a_title() -> None:
    items = _items(
        "§ 1 Skogsby 3:22, bygglov för fritidshus 2018-000412\n\nText om huset.\n\n§ 2 Plan för åren 2018-2019\n\nText."
    )
    assert [item.title for item in items] == ["Skogsby 3:22, bygglov för fritidshus", "Plan för åren 2018-2019"]


def test_the_column_beside_the_titles_may_hold_what_was_said_too() -> None:
    rows = "Nr\tPunkt\tBeslut/åtgärd\t\n" + "".join(
        f"{n}\t{title}\tBo Lind visade siffror. Taxan är oförändrad sedan i fjol.\t\n"
        for n, title in enumerate(("Taxa", "Bojar", "Ramper"), 1)
    )
    assert _said(_items(rows)) == [("1", "Taxa", []), ("2", "Bojar", []), ("3", "Ramper", [])]


def test_one_matter_below_reports_is_an_item() -> None:
    text = "5. Rapporter\n\na) Gemensam larmcentral\n\nBo Lind informerade.\n\nBeslut\n\natt godkänna avtalet\n\n6. Avslutning\n\nAnna tackar.\n"
    assert _said(_items(text)) == [
        ("5", "Rapporter", []),
        ("5a", "Gemensam larmcentral", ["att godkänna avtalet"]),
        ("6", "Avslutning", []),
    ]
