from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Item, Meeting, MovementType, Record
from ingest.presenters import is_role

Make = Callable[[str], Item]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Föredragande: Anna Ek, utredare, Region Dalarna", [("Anna Ek", "utredare", "Region Dalarna")]),
        (
            "Föredragande: Anna Ek och Bo Lind, utredare Region Dalarna",
            [("Anna Ek", "utredare", "Region Dalarna"), ("Bo Lind", "utredare", "Region Dalarna")],
        ),
        (
            "*Föredragande: Anna Ek, processledare, Omställning Vård  \nBo Lind, divisionschef, Primärvården*",
            [("Anna Ek", "processledare", "Omställning Vård"), ("Bo Lind", "divisionschef", "Primärvården")],
        ),
        (
            "Föredragande: Anna Ek, Utvecklingsledare, Utveckling Barn\n\noch unga, Region Dalarna.\nBo Lind, läkare, Mora kommun.",
            [
                ("Anna Ek", "Utvecklingsledare", "Utveckling Barn och unga, Region Dalarna"),
                ("Bo Lind", "läkare", "Mora kommun"),
            ],
        ),
        (
            "Föredragande: Anna Ek, Enhetschef Rehabcentrum Region\nDalarna",
            [("Anna Ek", "Enhetschef", "Rehabcentrum Region Dalarna")],
        ),
        (
            "Föredragande: Anna Ek, Avdelningschef hälsa och välfärd Region Dalarna.",
            [("Anna Ek", "Avdelningschef hälsa och välfärd", "Region Dalarna")],
        ),
        ("Föredragande: Anna Ek", [("Anna Ek", None, None)]),
        ("Anna Ek, enhetschef Mora kommun, informerar om de mobila teamen.", [("Anna Ek", "enhetschef", "Mora kommun")]),
        ("Anna Ek (folkhälsostrateg) presenterar resultaten.", [("Anna Ek", "folkhälsostrateg", None)]),
    ],
)
def test_presenters(item: Make, lines: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = item(f"Mobila team\n\n{lines}\n\nArbetet har pågått under ett år och fortsätter i länet.\n").presenters
    assert [(p.name, p.role, p.organisation) for p in found] == expected


@pytest.mark.parametrize(
    "text",
    ["I dialogen informerade flera deltagare om läget.", "Rådet presenterar en plan.", "Mora kommun redovisar sina resultat."],
)
def test_who_is_no_presenter(item: Make, text: str) -> None:
    assert item(f"Mobila team\n\n{text}\n").presenters == []


def test_the_text_after_the_presenters_is_not_one(item: Make) -> None:
    found = item(
        "Mobila team\n\nFöredragande: Anna Ek, utredare\n\nRegion Dalarna har genomfört ett internt arbete.\n\nBo Lind ställde en fråga.\n"
    )
    assert [p.name for p in found.presenters] == ["Anna Ek"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Föredragande Anna Ek", [("Anna Ek", None)]),
        ("Föredragning gjordes av Anna Ek, kulturstrateg.", [("Anna Ek", "kulturstrateg")]),
        (
            "Föredragande\nVerksamhetschef Anna Ek\nHR-partner Bo Lind",
            [("Anna Ek", "Verksamhetschef"), ("Bo Lind", "HR-partner")],
        ),
        (
            "Anna Ek, enhetschef, och Bo Lind, socialchef, presenterade läget.",
            [("Anna Ek", "enhetschef"), ("Bo Lind", "socialchef")],
        ),
        (
            "Ekonomichef Anna Ek och personalchef Bo Lind föredrar ärendet.",
            [("Anna Ek", "Ekonomichef"), ("Bo Lind", "personalchef")],
        ),
        ("Mångfaldsutvecklare Xhemajl Uvdal informerar om arbetet.", [("Xhemajl Uvdal", "Mångfaldsutvecklare")]),
        ("Polisen: Anna Ek informerar om läget.", [("Anna Ek", None)]),
        ("Anna Ek har kommit till rådet för att informera om strategin.", [("Anna Ek", None)]),
        ("Anna Ek, Bryggverket, ger en uppdatering om läget.", [("Anna Ek", None)]),
        ("Information lämnades av bryggchef Anna Ek.", [("Anna Ek", "bryggchef")]),
        (
            "Bryggpedagog Anna Ek, familjebehandlare Bo Lind och språkstödjare Xhemajl Uvdal berättar om läget.",
            [("Anna Ek", "Bryggpedagog"), ("Bo Lind", "familjebehandlare"), ("Xhemajl Uvdal", "språkstödjare")],
        ),
    ],
)
def test_wordings_of_minutes_from_elsewhere(item: Make, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(p.name, p.role) for p in item(f"Plan\n\n{text}\n").presenters] == expected


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Anna Ek, Bryggverket informerar om läget.", "Bryggverket"),
        ("Anna Ek, Bryggverket, redogör för läget.", "Bryggverket"),
        ("Anna Ek från Bryggverket berättade om läget.", "Bryggverket"),
    ],
)
def test_whose_presenters_are_with_and_without_commas(item: Make, text: str, organisation: str) -> None:
    assert [(p.name, p.role, p.organisation) for p in item(f"Plan\n\n{text}\n").presenters] == [("Anna Ek", None, organisation)]


def test_who_moves_something_below_the_presenter_presents_nothing(item: Make) -> None:
    found = item("Plan\n\nFöredragande: Anna Ek, strateg\nBo Lind (C) yrkade bifall till förslaget.\n")
    assert [p.name for p in found.presenters] == ["Anna Ek"]


def test_one_called_to_a_matter_was_there_who_presents_it(read: Callable[[str], Record]) -> None:
    text = (
        "Bryggrådet\nProtokoll 2024-03-12\n\nNärvarande\nAnna Ek, ordförande\nBo Alm\nCilla Björk\nDavid Asp\n"
        "Eva Gran, hamnchef, kallad till punkt 2\nFilip Rönn, kurator, kallad till punkt 3\n\n"
        "1. Öppnande\n\nMötet öppnas.\n\n2. Bryggor\n\nHamnchef Eva Gran informerar om bryggorna.\n\n3. Båtar\n\nPunkten utgår.\n"
    )
    told = {person.name: person.status.value for person in read(text).meetings[0].attendance}
    assert (told["Eva Gran"], told["Filip Rönn"]) == ("present", "unknown")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Ek Anna informerade om arbetet i de mobila teamen.", ["Anna Ek"]),
        (
            "Bo Lind Till och med februari har en tredjedel av medlen använts, och resten går till hösten."
            + " Läget är gott." * 8,
            ["Bo Lind"],
        ),
        ("Anna Ek, Bo Lind Projektet avslutas enligt beslutet.", ["Anna Ek", "Bo Lind"]),
        ("Anna Ek, jurist Rådet har tagit fram en strategi.", ["Anna Ek"]),
    ],
)
def test_a_field_whose_line_goes_on_with_what_was_told(item: Make, line: str, expected: list[str]) -> None:
    found = item(f"Mobila team\n\nFöredragande:\n{line}\n\nArbetet fortsätter i länet.\n").presenters
    assert [p.as_written for p in found] == expected


def test_a_first_name_with_the_initial_of_the_surname_is_the_one_there_who_has_both(read: Callable[[str], Record]) -> None:
    record = read(
        "Mötesanteckningar Bryggrådet 2023-03-14\n\nNärvarande: Anders Hellqvist, Anders Berg, Eva Brunn och Sture Wedholm.\n\n"
        "1. Föregående möte\n\nAnders H informerade om bryggan.\n\n"
        "2. Bojar\n\nSture W och Eva B redovisade läget. Anders B skriver ett utkast till nästa möte.\n"
    )
    items = record.meetings[0].items
    assert [(p.as_written, p.name) for p in items[0].presenters] == [("Anders H", "Anders Hellqvist")]
    assert [(p.as_written, p.name) for p in items[1].presenters] == [("Sture W", "Sture Wedholm"), ("Eva B", "Eva Brunn")]
    assert [m.to for m in items[1].movements if m.type is MovementType.ASSIGNS] == ["Anders Berg"]


@pytest.mark.parametrize(
    "word", ["sommaren", "ungdomar", "området", "samråd", "rådet", "pensionärsrådet", "ekonomin", "strategin", "mark"]
)
def test_words_that_only_hold_the_letters_of_a_title_are_none(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize("word", ["kommunalråd", "VD", "MAS", "tf", "ekonomen", "strategen", "ekonomichef", "verksamhetschefer"])
def test_words_for_what_a_person_is(word: str) -> None:
    assert is_role(word)


def test_people_by_their_initials(meeting: Callable[[str], Meeting]) -> None:
    found = meeting(
        "Närvarande\n\nUlrika Sanner (US), Sanners Fisk AB\nMalin Dahl (MD), LRF\nBo Gran (BG), chef\nEva Ek, IT\n\n"
        "1. Läget\n\nUS informerade om läget. IT-frågor togs inte upp.\n\n"
        "2. Praktik\n\nMD mejlar förslaget till rektor. SKR skickar en påminnelse.\n\nRådet beslutade att US och BG får i uppdrag att skriva brevet.\n"
    )
    first, second = found.items
    assert [(p.name, p.as_written) for p in first.presenters] == [("Ulrika Sanner", "US")]
    assert [m.to for m in second.movements if m.type == "ASSIGNS"] == ["Malin Dahl"]
    assert second.decisions[0].targets == ["Ulrika Sanner", "Bo Gran"]


def test_whose_a_matter_is_by_initials_behind_its_title(meeting: Callable[[str], Meeting]) -> None:
    found = meeting(
        "Närvarande\n\nUlrika Sanner (US), Sanners Fisk AB\nMalin Dahl (MD), LRF\nBo Gran (BG), chef\n\n"
        "1. Summering av sommaren./US\n\nSommaren gicks igenom. MD berättar att många kom.\n\n2. Nya skyltar./BG BG visade kartor över leden.\n\n"
        "3. Val av ombud till Hamnen\n\nVi skickar MD.\n"
    )
    assert [(i.title, [p.name for p in i.presenters]) for i in found.items] == [
        ("Summering av sommaren", ["Ulrika Sanner"]),
        ("Nya skyltar", ["Bo Gran"]),
        ("Val av ombud till Hamnen", []),
    ]


def test_who_presents_in_full_stays_beside_whose_the_matter_is(meeting: Callable[[str], Meeting]) -> None:
    found = meeting(
        "Närvarande\n\nUlrika Sanner (US), Sanners Fisk AB\nMalin Dahl (MD), LRF\nBo Gran (BG), chef\n\n"
        "1. Summering av sommaren./US\n\nFöredragande: Eva Berg, jurist\n\nSommaren gicks igenom.\n\n2. Skyltar./BG\n\nMD berättar att många kom.\n"
    )
    assert [[p.name for p in i.presenters] for i in found.items] == [["Ulrika Sanner", "Eva Berg"], ["Bo Gran"]]


@pytest.mark.parametrize("first", ["Karin", "Anna-Karin", "René", "François", "Zoë"])
def test_a_first_name_with_any_letters_stands_for_the_one_named_in_full(meeting: Callable[[str], Meeting], first: str) -> None:
    found = meeting(
        f"1. Bryggor\n\n{first} Borg är inbjuden till mötet. Därefter berättar {first} om bryggorna.\n\n2. Avslut\n\nSlut.\n"
    )
    assert [p.name for p in found.items[0].presenters] == [f"{first} Borg"]


@pytest.mark.parametrize(
    ("paragraphs", "said", "presenters"),
    [
        ("§ 2", "Eva Gran upplyser om att bryggan ska lagas.", ["Eva Gran"]),
        ("§§ 1-2", "Eva Gran upplyser om att bryggan ska lagas.", ["Eva Gran"]),
        ("§ 3", "Eva Gran upplyser om att bryggan ska lagas.", []),
        ("§ 2", "Eva Gran svarar på frågor.", []),
        ("§ 2", "Bo Lind upplyser om att bryggan ska lagas.", []),
        ("kl. 10.02-11.00", "Eva Gran upplyser om att bryggan ska lagas.", []),
        ("ej § 2", "Eva Gran upplyser om att bryggan ska lagas.", []),
        ("t.o.m. § 2", "Eva Gran upplyser om att bryggan ska lagas.", []),
        ("från § 2", "Eva Gran upplyser om att bryggan ska lagas.", []),
    ],
)
def test_who_came_for_an_item_presents_by_what_others_only_remark(
    meeting: Callable[[str], Meeting], paragraphs: str, said: str, presenters: list[str]
) -> None:
    there = f"Närvarande ledamöter\nBo Lind (S)\nKarin Ask (M)\n\nÖvriga närvarande\nEva Gran, hamnchef, {paragraphs}\n\n"
    items = meeting(
        f"{there}§ 1 Val av justerare\n\nKarin Ask utses.\n\n§ 2 Bryggan\n\nBryggan är trasig. {said}\n\n§ 3 Avslut\n\nSlut.\n"
    ).items
    assert [p.name for p in items[1].presenters] == presenters
