"""How networks, groups and councils of officials write their notes: what they agree upon, who does it, who tells of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Item, Record

Make = Callable[[str], Item]


def texts(item: Item) -> list[str]:
    return [d.text for d in item.decisions]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "Rådet beslutade att planen skickas på remiss i januari att Lars-Inge Falk går med i skrivargruppen",
            ["att planen skickas på remiss i januari", "att Lars-Inge Falk går med i skrivargruppen"],
        ),
        (
            "Beslöts att godkänna övningsplanen att Orsa är värd för höstens övning att Anna Ek och Bo Lind ingår i ledningen.",
            ["att godkänna övningsplanen", "att Orsa är värd för höstens övning", "att Anna Ek och Bo Lind ingår i ledningen"],
        ),
        (
            "Rådets beslut\nAtt enkäten genomförs i årskurs 9 Att 15 000 kronor avsätts ur budgeten Att Mora ansöker",
            ["Att enkäten genomförs i årskurs 9", "Att 15 000 kronor avsätts ur budgeten", "Att Mora ansöker"],
        ),
        (
            "Beslöts att rådet inte yttrar sig men att kommunerna var för sig lämnar svar.",
            ["att rådet inte yttrar sig", "att kommunerna var för sig lämnar svar"],
        ),
        (
            "Rådet beslutar\natt skriva till hjälpmedelsnämnden\natt Anna och Barbro formulerar skrivelsen",
            ["att skriva till hjälpmedelsnämnden", "att Anna och Barbro formulerar skrivelsen"],
        ),
        (
            "Rådet beslutar att godkänna beskedet att Mora är värd för övningen.",
            ["att godkänna beskedet att Mora är värd för övningen"],
        ),
        (
            "Rådets beslut\nAtt tacka för informationen Anna Ek informerar om tandhälsan. De flesta är kvinnor.",
            ["Att tacka för informationen"],
        ),
        (
            "Rådet beslutar att tacka för det som Anna Ek berättade om tandhälsan.",
            ["att tacka för det som Anna Ek berättade om tandhälsan"],
        ),
    ],
)  # fmt: skip
def test_att_satser_that_stand_in_a_row(item: Make, block: str, told: list[str]) -> None:
    assert texts(item(f"Övning\n\nEn dialog fördes om övningen.\n\n{block}\n")) == told


LIST = "Närvarande: Anna Ek, Bo Lind, Cilla Björk\n\n"


@pytest.mark.parametrize(
    ("text", "forum", "date"),
    [
        (
            f"Tid: 13.00 – 15.30\n\nPlats: Skype-möte\n\n{LIST}1. Ordförande öppnar mötet\n\nOrdförande Anna hälsar alla hjärtligt välkomna till "
            "årets första möte med Hamnnätverket, torsdagen den 24 januari 2019.\n\n2. Bryggor\n\nLäget gicks igenom.\n",
            "Hamnnätverket",
            "2019-01-24",
        ),
        (
            f"Plats och tid: Skeppet 1, 2017-11-17 kl. 09.00-11.30\n\n{LIST}ANSLAG/BEVIS\n\nProtokollet är justerat.\n\nOrgan och §§:\n\n"
            "Båt- och bryggcollege Sydviken\n\nSammanträdesdatum: 2017-11-17\n\n§ 41 Mötets öppnande\n\nMötet öppnades.\n",
            "Båt- och bryggcollege Sydviken",
            "2017-11-17",
        ),
        (
            f"HR 041118\n\nPlats och tid Kontoret\n\n{LIST}ANSLAG/BEVIS\n\nOrgan Hamnrådet i Västernorrland\n\nSammanträdesdatum 2004-11-18\n\n"
            "§ 33\n\nVal av justerare\n\nHamnrådet beslutar\n\natt utse Bo Lind att justera.\n\n§ 34\n\nDagordning\n\nHamnrådet beslutar\n\n"
            "att godkänna dagordningen.\n",
            "Hamnrådet i Västernorrland",
            "2004-11-18",
        ),
    ],
)
def test_whose_meeting_it_was(read: Callable[[str], Record], text: str, forum: str, date: str) -> None:
    meeting = read(text).meetings[0]
    assert (str(meeting.date), meeting.forum_as_written) == (date, forum)


def test_whom_somebody_else_welcomed_is_not_who_met(read: Callable[[str], Record]) -> None:
    text = f"Plats: Skype\n\n{LIST}1. Rapport\n\nBo berättar att regionen bjuder in till ett möte med Hamnnätverket den 24 januari 2019.\n"
    meeting = read(text).meetings[0]
    assert (meeting.date, meeting.forum) == (None, None)


def test_what_is_decided_in_text_without_items_is_told_by_itself(read: Callable[[str], Record]) -> None:
    told = "Bo Lind berättade om inventeringen av bryggorna i länet och om hur skyltarna ska se ut. " * 4
    text = f"Kulturchefsmöte 4 mars 2019\n\n{LIST}{told}Beslut: vi tar fram en gemensam mall för skyltarna. {told}\n"
    unread = {note.text: note.why for note in read(text).unread}
    assert unread["Beslut: vi tar fram en gemensam mall för skyltarna."] == "talar om beslut men hör inte till någon punkt"


@pytest.mark.parametrize(
    "sentence",
    [
        "Uppdrogs åt Bo Lind att göra en enkät till kommunerna",
        "Bo Lind fick uppdraget att ta in priser",
        "Bo Lind får i uppdrag att ta in priser",
    ],
)
def test_whom_notes_charge_without_saying_who_decides(item: Make, sentence: str) -> None:
    found = item(f"Bryggor\n\nFlera kommuner saknar bryggor. {sentence}.\n")
    assert [(d.text, d.kind.value, d.targets) for d in found.decisions] == [(sentence, "assign", ["Bo Lind"])]


def test_what_somebody_was_charged_with_at_another_meeting_is_told(item: Make) -> None:
    assert texts(item("Bryggor\n\nVid förra mötet uppdrogs åt Bo Lind att göra en enkät.\n")) == []


def test_whoever_decides_stood_on_every_page_and_was_lost(item: Make) -> None:
    told = item(
        "Remiss om bryggor\n\nAnna Ek informerar om remissen. Svar lämnas i juni. beslutar att delegera svaret till ordföranden.\n"
    )
    assert texts(told) == ["att delegera svaret till ordföranden"]
    asked = item("Årsbok\n\nBo Lind redogör för boken. beslutar föreslå styrelsen att godkänna årsboken\n")
    assert texts(asked) == ["föreslå styrelsen att godkänna årsboken"]
    noted = item("Aktuellt\n\nBo Lind informerar om hamnen den 17 maj. tar informationen till protokollet.\n")
    assert texts(noted) == ["tar informationen till protokollet"]


def test_what_an_abbreviation_ends_before_is_no_decision(item: Make) -> None:
    assert texts(item("Remiss\n\nDe i Norrby, Söderby m.fl. beslutar att bygga bryggor när de har råd.\n")) == []


def test_numbers_behind_which_a_diary_number_lost_its_digits_are_those_of_items(read: Callable[[str], Record]) -> None:
    more = "Kommunerna har svarat på frågorna och svaren har ställts samman i en tabell som skickas ut med anteckningarna. " * 3
    pages = [
        "1 58 Regionförbundets arbetsutskott Närvarande Anna Ek ordförande Bo Lind Cilla Björk 33 Dan Alm 34 Eva Berg",
        f"2 31 Skogen Bo Lind redogör för skogen. {more}tar informationen till protokollet.",
        f"3 59 32 D 2010/ Årsbok för år 2010 Anna Ek redogör för boken. {more}beslutar att godkänna årsboken",
        f"4 60 33 D 2011/ Yttrande över bryggor Anna Ek föredrar förslaget. {more}beslutar att avge yttrandet.",
        f"5 61 34 D 2011/ Projekt Hamnar Bo Lind visar projektet. {more}beslutar att bevilja medel.",
        f"6 62 35 Remiss om stränder Bo Lind informerar om remissen. {more}beslutar att svara. 36 Övrigt Inget övrigt förekommer.",
    ]
    items = read("Protokoll 2011-04-28\n\n" + "\n\n".join(pages) + "\n").meetings[0].items
    titles = ["Skogen", "Årsbok för år 2010", "Yttrande över bryggor", "Projekt Hamnar", "Remiss om stränder", "Övrigt"]
    assert [(i.number, i.title) for i in items] == list(zip(["31", "32", "33", "34", "35", "36"], titles, strict=True))
    assert [texts(i)[0] for i in items[:4]] == [
        "tar informationen till protokollet",
        "att godkänna årsboken",
        "att avge yttrandet",
        "att bevilja medel",
    ]


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        ("Kulturchefsmöte Norrby 4 mars 2019", "Kulturchefsmöte"),
        ("1 Chefsmöte Norrby", "Chefsmöte"),
        (
            "Protokoll 2011-04-28 Arbetsutskottet\n\n58\nHamnförbundets arbetsutskott Norrby gästgård",
            "Hamnförbundets arbetsutskott",
        ),
        ("Organ och §§:\nSamordningsförbundet Ådal och Nordviken §§ 61-72", "Samordningsförbundet Ådal och Nordviken"),
        ("Organ och §§:\nStiftelsen Udden och Norrby kommun §§ 61-72", "Stiftelsen Udden"),
    ],
)
def test_a_forum_that_the_head_names_whole(read: Callable[[str], Record], head: str, forum: str) -> None:
    assert read(f"{head}\n\n{LIST}1. Rapport\n\nBo Lind berättar om bryggorna.\n").meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "Rådet beslutade att vikarie anställs på halvtid under året att kostnaden ryms inom kansliets budget",
            ["att vikarie anställs på halvtid under året", "att kostnaden ryms inom kansliets budget"],
        ),
        (
            "Rådet beslutar att bevilja projektet högst 35 procent av kostnaderna att redovisning lämnas i december.",
            ["att bevilja projektet högst 35 procent av kostnaderna", "att redovisning lämnas i december"],
        ),
        (
            "Rådet beslutar att bevilja projektet medel under förutsättning att redovisning lämnas i december.",
            ["att bevilja projektet medel under förutsättning att redovisning lämnas i december"],
        ),
        (
            "Rådets beslut\n\nRådet beslutar\n\ngodkänna bokslutet samt\n\növerlämna bokslutet till kommunerna.",
            ["godkänna bokslutet", "överlämna bokslutet till kommunerna"],
        ),
        (
            "Rådets beslut\n\nRådet beslutar\nuppdra åt kansliet att utreda frågan samt\nredovisa den i maj.",
            ["uppdra åt kansliet att utreda frågan samt redovisa den i maj"],
        ),
        (
            "Revisionens ordförande medges rätt att närvara under § 7.",
            ["Revisionens ordförande medges rätt att närvara under § 7"],
        ),
    ],
)
def test_what_is_done_with_a_thing_without_an_article(item: Make, block: str, told: list[str]) -> None:
    assert texts(item(f"Kansli\n\nAnna Ek informerar om kansliet.\n\n{block}\n")) == told


def test_for_notice_right_below_a_number_is_a_title_where_something_is_decided(read: Callable[[str], Record]) -> None:
    paper = "§ 4\nFör kännedom\nRedovisas följande handlingar:\n1. Protokoll från bryggrådet den 3 februari 2024.\n"
    text = f"Hamnrådet\nProtokoll 2024-03-05\n\n{LIST}§ 3\nVal\nBo Lind väljs.\n\n{paper}\nBeslut\nRedovisningen läggs till handlingarna.\n"
    items = read(text).meetings[0].items
    assert [(i.number, i.title, texts(i)) for i in items[1:]] == [
        ("§ 4", "För kännedom", ["Redovisningen läggs till handlingarna"])
    ]


def test_att_satser_where_a_sentence_would_begin_in_copies_that_lost_what_led_them_in(item: Make) -> None:
    told = "Bo Lind redovisar fisket. Sex lokaler räcker i stället för sju. att elfiske genomförs på sex lokaler. Anna Ek tackar. att godkänna redovisningen, samt\natt uppdra åt beredningsgruppen att se över avtalen."
    assert texts(item(f"Fiske\n\n{told}\n")) == [
        "att elfiske genomförs på sex lokaler",
        "att godkänna redovisningen",
        "att uppdra åt beredningsgruppen att se över avtalen",
    ]
    assert texts(item("Fiske\n\nBo Lind yrkar avslag på planen. att fisket läggs ned.\n")) == []
