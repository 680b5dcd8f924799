from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.record import Item, Record

Make = Callable[[str], Item]


@pytest.mark.parametrize(
    ("sentence", "kind", "sender", "to", "due"),
    [
        (
            "Avslutningsvis lämnar rådet en rekommendation till Länschefsnätverket att prioritera arbetet.",
            "RECOMMENDS",
            "VFR",
            "LCHNV",
            None,
        ),
        ("Ärendet hanteras i Chefsnätverket den 3 april.", "REFERRED_TO", "VFR", "LCHNV", "2024-04-03"),
        (
            "Saken hänförs sedan till Välfärdsrådets möte den 18 juni för beslut.",
            "REFERRED_TO",
            "VFR",
            "VFR",
            "2024-06-18",
        ),
        ("Frågan lyfts till Socialchefsnätverket.", "REFERRED_TO", "VFR", "SCHNV", None),
        ("Avtalet behandlas på nästa möte i Socialchefsnätverket.", "REFERRED_TO", "VFR", "SCHNV", None),
        ("Frågan tas upp på nästa möte i Samverkansnämnden den 5 maj.", "REFERRED_TO", "VFR", "Samverkansnämnden", "2024-05-05"),
        ("Det nya avtalet måste därefter beslutas av regionen.", "REFERRED_TO", "VFR", "Region Dalarna", None),
        ("Arbetet återrapporteras på nästa Välfärdsråd den 17 juni 2024.", "REPORTS_BACK_TO", "VFR", "VFR", "2024-06-17"),
        ("En återkoppling till VFR planeras till hösten.", "REPORTS_BACK_TO", "VFR", "VFR", None),
        ("Ordförande utlovade att återkomma i frågan.", "REPORTS_BACK_TO", "Ordförande", "VFR", None),
        ("RSS får även i uppdrag att undersöka möjligheterna.", "ASSIGNS", "VFR", "RSS Dalarna", None),
        ("En arbetsgrupp har haft i uppdrag att kartlägga behoven.", "ASSIGNS", "VFR", "arbetsgrupp", None),
        ("Uppdraget att kartlägga behoven ges till FoU i Bergslagen.", "ASSIGNS", "VFR", "FoU i Bergslagen", None),
        ("Bo Alm fick i uppdrag att följa upp mötet den 3 februari.", "ASSIGNS", "VFR", "Bo Alm", None),
        ("Kansliet fick i uppdrag att se över § 5 i avtalet.", "ASSIGNS", "VFR", "Kansliet", None),
        ("AU får i uppdrag att bereda frågan.", "ASSIGNS", "VFR", "AU", None),
        ("Bo Alm får i uppdrag att kontakta skolan till den 5 maj.", "ASSIGNS", "VFR", "Bo Alm", "2024-05-05"),
        ("Kommunerna återkommer med synpunkter senast den 5 maj.", "REPORTS_BACK_TO", "kommunerna", "VFR", "2024-05-05"),
        ("Orsa återkommer senast 5 maj.", "REPORTS_BACK_TO", "Orsa", "VFR", "2024-05-05"),
        ("Bo Alm ska återkomma med underlag till nästa möte.", "REPORTS_BACK_TO", "Bo Alm", "VFR", None),
        ("Ärendet går vidare till Nämnden för vårdval och omsorg.", "REFERRED_TO", "VFR", "Nämnden för vårdval och omsorg", None),
        ("Ärendet återremitteras till byggförvaltningen för komplettering.", "REFERRED_TO", "VFR", "byggförvaltningen", None),
        ("Ordföranden tar frågan vidare till tekniska nämnden.", "REFERRED_TO", "VFR", "tekniska nämnden", None),
        ("Frågan överlämnas till länets skolchefsnätverk.", "REFERRED_TO", "VFR", "skolchefsnätverk", None),
        ("Förslaget sänds på remiss till Bygderådet.", "REFERRED_TO", "VFR", "Bygderådet", None),
        ("Omsorgsnämnden behandlar frågan den 20 juni.", "REFERRED_TO", "VFR", "Omsorgsnämnden", "2024-06-20"),
        ("Cilla Berg (S) väcker ett initiativärende om vårdplatser.", "RAISED_BY", "Cilla Berg", "VFR", None),
        ("Granskningen ska redovisas för revisorerna den 28 april.", "REPORTS_BACK_TO", "VFR", "revisorerna", "2024-04-28"),
        ("Bo Alm (S) har lämnat ett initiativ om kameror.", "RAISED_BY", "Bo Alm", "VFR", None),
        ("Miljöchefen återkommer vid nästa sammanträde.", "REPORTS_BACK_TO", "Miljöchefen", "VFR", None),
        ("Frågan återkommer vid nästa sammanträde.", "REFERRED_TO", "VFR", "VFR", None),
        ("Rapporten är ett utkast och återkommer till rådet den 16 maj.", "REPORTS_BACK_TO", "VFR", "VFR", "2024-05-16"),
        ("Vi skriver till tekniska nämnden om ledstråk.", "PETITIONS", "VFR", "tekniska nämnden", None),
        ("Processledarna får i uppdrag att ta fram en plan.", "ASSIGNS", "VFR", "Processledarna", None),
        ("Förslaget om ny taxa behandlas på nästa möte i Socialchefsnätverket.", "REFERRED_TO", "VFR", "SCHNV", None),
        ("Anna Ek ställde frågan om färdtjänst.", "RAISED_BY", "Anna Ek", "VFR", None),
        ("Arbetsutskottet rekommenderar rådet att ta fram en plan.", "RECOMMENDS", "Arbetsutskottet", "VFR", None),
        ("Presidiet lyfter behovet av en plan.", "RAISED_BY", "Presidiet", "VFR", None),
        (
            "Beredningsgruppen för Välfärdsrådet rekommenderar VFR att anta planen.",
            "RECOMMENDS",
            "Beredningsgruppen",
            "VFR",
            None,
        ),
        ("Arbetsgrupen för Välfärdsrådet rekommenderar VFR att anta planen.", "RECOMMENDS", "Arbetsgruppen", "VFR", None),
        ("Rådet ställer sig bakom styrgruppens förslag om att anställa en samordnare.", "RECOMMENDS", "styrgruppen", "VFR", None),
    ],
)
def test_sentences_that_send_an_issue_on(item: Make, sentence: str, kind: str, sender: str, to: str, due: str | None) -> None:
    # Where something else is decided outright, whoever gets a task in running text is told of, not decided on.
    found = item(f"Sak\n\n{sentence}\n\nRådet beslutade\natt godkänna rapporten.\n").movements
    assert [(m.type, m.from_, m.to, m.due and str(m.due), m.quote) for m in found] == [(kind, sender, to, due, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I dialogen lyfts vikten av samverkan.",
        "Frågan behandlades i Länschefsnätverket den 2 februari.",
        "Länschefsnätverket tog del av informationen.",
        "Arbetet hanteras i andra strukturer.",
        "Återrapportering från styrgruppen gavs vid förra mötet.",
        "Informationen skickas ut med bilagorna.",
        "Kommunerna arbetar vidare med frågan.",
        "Rådet ställer sig bakom förslaget.",
    ],
)
def test_sentences_that_send_nothing_on(item: Make, sentence: str) -> None:
    assert item(f"Sak\n\n{sentence}\n").movements == []


def test_one_sentence_may_send_twice(item: Make) -> None:
    found = item(
        "Sak\n\nPlanen hanteras i Chefsnätverket den 4 april och lyfts sedan till Välfärdsrådets möte den 18 juni.\n"
    ).movements
    assert [(m.to, str(m.due)) for m in found] == [("LCHNV", "2024-04-04"), ("VFR", "2024-06-18")]


def test_what_a_group_recommends_its_body_to_decide_is_decided_below(item: Make) -> None:
    found = item("Sak\n\nStyrgruppen för Välfärdsrådet rekommenderar VFR att besluta **att anta planen**\natt publicera den\n")
    assert [(m.type, m.from_, m.to, m.what) for m in found.movements] == [("RECOMMENDS", "Styrgruppen", "VFR", None)]
    assert [d.text for d in found.decisions] == ["att anta planen", "att publicera den"]


def test_a_group_formed_with_an_assignment(item: Make) -> None:
    found = item(
        "Sak\n\nRådet beslutade\natt rekommendera Länschefsnätverket att bilda en styrgrupp med uppdrag att ta fram en plan.\n"
    )
    assert [(m.type, m.to) for m in found.movements] == [("ASSIGNS", "styrgrupp")]
    assert found.decisions[0].targets == ["LCHNV"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionfullmäktige beslutade den 9 maj att ge direktören i uppdrag att sälja huset.",
        "Förbundet fick genom beslut 2023-02-01 i uppdrag att se över rutinen.",
        "Omsorgsnämnden behandlade frågan den 20 januari.",
        "Protokollet skickas till kansliet.",
    ],
)
def test_what_is_told_of_earlier_sends_nothing_on(item: Make, sentence: str) -> None:
    assert item(f"Sak\n\n{sentence}\n").movements == []


def test_who_is_to_report_elsewhere_is_given_both(item: Make) -> None:
    found = item("Sak\n\nAU får i uppdrag att årligen redovisa läget till Omsorgsnämnden.\n")
    assert [(d.kind, d.targets) for d in found.decisions] == [("assign", ["AU"])]
    assert [(m.type, m.from_, m.to) for m in found.movements] == [("REPORTS_BACK_TO", "AU", "Omsorgsnämnden")]


def test_a_word_with_the_capital_of_its_sentence_is_no_name(item: Make) -> None:
    assert item("Avtal\n\nKommunema fick i uppdrag att beskriva konsekvenserna.").movements == []


def test_what_is_assigned_to_people_by_name(item: Make) -> None:
    movements = item("Avtal\n\nDet uppdras till Bo Alm och Cilla Berg att se över rutinen.").movements
    assert [(m.to, m.what) for m in movements] == [("Bo Alm", "att se över rutinen"), ("Cilla Berg", "att se över rutinen")]


def test_a_group_with_a_name_in_quotation_marks_goes_by_the_whole_of_it(item: Make) -> None:
    text = "Rådet beslutade\natt rekommendera Länschefsnätverket att bilda en ”Styrgrupp för goda bryggor” med uppdrag att ta fram en plan.\n"
    assert [(m.type, m.to) for m in item(f"Sak\n\n{text}").movements] == [("ASSIGNS", "Styrgrupp för goda bryggor")]


def test_proposals_and_copies_send_nothing_on(item: Make) -> None:
    found = item(
        "Sak\n\nFörslag till beslut\n\nNämnderna får i uppdrag att spara.\n\nBeslutet skickas till\n\nLänschefsnätverket\n"
    )
    assert found.movements == []


def test_spans_are_the_quoted_sentence(read: Callable[[str], Record]) -> None:
    text = "Minnesanteckningar Välfärdsrådet 12 mars 2024\n\n1. Sak\n\nFrågan lyfts till\nSocialchefsnätverket. Mer text följer här.\n\n2. Annat\n\nText.\n"
    (movement,) = read(text).meetings[0].items[0].movements
    assert text[slice(*movement.span)] == "Frågan lyfts till\nSocialchefsnätverket."
    assert movement.quote == "Frågan lyfts till Socialchefsnätverket."


@pytest.mark.parametrize(
    "sentence",
    [
        "Frågan om lokaler tas upp vid nästkommande möte.",
        "Frågan återupptas vid nästa sammanträde.",
        "Saken diskuteras vidare på nästa möte.",
    ],
)
def test_without_a_body_the_next_meeting_is_this_forums(item: Make, sentence: str) -> None:
    found = item(f"Sak\n\n{sentence}\n").movements
    assert [(m.type, m.from_, m.to, m.due, m.quote) for m in found] == [("REFERRED_TO", "VFR", "VFR", None, sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Arbetet redovisas på nästa möte.", [("REPORTS_BACK_TO", "VFR")]),
        ("Budgeten återkommer till nästa möte.", [("REPORTS_BACK_TO", "VFR")]),
        ("Frågan tas upp på nästa möte i Socialchefsnätverket.", [("REFERRED_TO", "SCHNV")]),
        ("Frågan tas upp på nästa möte i Bryggeriföreningen.", [("REFERRED_TO", "Bryggeriföreningen")]),
        ("Frågan togs upp vid förra mötet.", []),
        ("Anna Ek bjuds in till nästa möte.", []),
        ("Anna Ek (S) ställer frågor om bemanningen.", []),
        ("Arbetsutskottet föreslår att frågan tas upp vid nästa möte.", []),
    ],
)
def test_what_the_next_meeting_gets(item: Make, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.type, m.to) for m in item(f"Sak\n\n{sentence}\n").movements] == expected


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ärendet återremitteras till socialförvaltningen för komplettering.", ["REFERRED_TO VFR > socialförvaltningen None"]),
        ("Rådet beslutade att återremittera ärendet till socialnämnden.", ["REFERRED_TO VFR > socialnämnden None"]),
        ("Ärendet bordläggs till rådets möte den 9 april 2024.", ["REFERRED_TO VFR > VFR 2024-04-09"]),
        ("Frågan tas upp igen på mötet den 9 april 2024.", ["REFERRED_TO VFR > VFR 2024-04-09"]),
        (
            "Kontoret frågade om torget. Ordföranden tar frågan vidare till tekniska nämnden.",
            ["REFERRED_TO VFR > tekniska nämnden None"],
        ),
        ("Socialnämnden har hänskjutit frågan om avgifter till rådet.", ["RAISED_BY Socialnämnden > VFR None"]),
        ("Anna Ek väcker ett initiativärende om bussarna.", ["RAISED_BY Anna Ek > VFR None"]),
        ("Frågan överlämnas till länets skolchefsnätverk.", ["REFERRED_TO VFR > skolchefsnätverk None"]),
        ("Kansliet återkommer med svar vid rådets möte i april.", ["REPORTS_BACK_TO Kansliet > VFR None"]),
        ("Rådet beslutade att överlämna ärendet till arbetsutskottet för beredning.", ["REFERRED_TO VFR > arbetsutskottet None"]),
        (
            "Rådet beslutade att sända planen på remiss till kulturnämnden, Norra Dalen landsbygdsråd och tekniska nämnden.",
            [
                "REFERRED_TO VFR > kulturnämnden None",
                "REFERRED_TO VFR > landsbygdsråd None",
                "REFERRED_TO VFR > tekniska nämnden None",
            ],
        ),
        (
            "Kajen visades. Hamnchefen ställer frågor om kajen och uppdrar åt tekniska chefen att räkna på den.",
            ["ASSIGNS VFR > tekniska chefen None"],
        ),
        ("Av lagen framgår att taxan ska beslutas av kommunfullmäktige.", []),
        ("För att arvode ska utgå ska deltagandet beslutas av respektive nämnd.", []),
        ("Återrapportering enligt uppdrag från rådet den 14 mars 2022.", []),
        ("På förslag av ordföranden beslutade rådet att anta planen.", []),
        ("Säkerhetschefen återkommer med datum.", []),
        ("Socialnämnden tillsatte 2021 en utredning och gav då förvaltningen i uppdrag att pröva en modell.", []),
    ],
)
def test_where_a_sentence_sends_a_matter_and_what_only_tells(item: Make, text: str, moves: list[str]) -> None:
    found = item(f"Sak\n\n{text}\n").movements
    assert [f"{m.type} {m.from_} > {m.to} {m.due}" for m in found] == moves


PEOPLE = (
    "Minnesanteckningar Byrådet\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Alm, Cilla Rot, Cilla Strand\n\n1. Bryggan\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "to", "what"),
    [
        ("Anna skriver ett utkast.", ["Anna Ek"], "skriver ett utkast"),
        ("Anna och Bo ska boka lokal.", ["Anna Ek", "Bo Alm"], "ska boka lokal"),
        ("Bo Alm (S) tar snart fram en lista.", ["Bo Alm"], "tar snart fram en lista"),
        ("Bo fick i uppdrag att ringa skolan.", ["Bo Alm"], "ringa skolan"),
        ("Bo åtog sig att ringa skolan.", ["Bo Alm"], "ringa skolan"),
        ("Rådet bad Bo skriva en vägledning.", ["Bo Alm"], "skriva en vägledning"),
        ("– Anna: kontaktar skolan", ["Anna Ek"], "kontaktar skolan"),
        ("Bo gör en lista till maj.", ["Bo Alm"], "gör en lista till maj"),
        ("Sekreteraren undersöker möjliga dagar.", ["Sekreteraren"], "undersöker möjliga dagar"),
        ("En arbetsgrupp bestående av Anna och Bo tar fram två förslag.", ["arbetsgrupp"], "tar fram två förslag"),
        ("Bo samordnar.", ["Bo Alm"], "samordnar"),
        ("Anna påminner de tre andra.", ["Anna Ek"], "påminner de tre andra"),
        ("Bo håller i arbetet.", ["Bo Alm"], "håller i arbetet"),
        ("Anna pratar med skolan.", ["Anna Ek"], "pratar med skolan"),
        ("Bo sätter upp affischer.", ["Bo Alm"], "sätter upp affischer"),
        ("Anna jämför med bryggan i Orsa.", ["Anna Ek"], "jämför med bryggan i Orsa"),
        ("Anna påminner om enkäten.", [], ""),
        ("Bo påminner gruppen om enkäten.", [], ""),
        ("Bo uppdaterar rådet om läget.", [], ""),
        ("Anna skickar ut kallelsen som vanligt.", [], ""),
        ("Bo gör en kort genomgång av läget.", [], ""),
        ("Regionen tar fram en rutin.", [], ""),
        ("Anna berättar att hon bokar lokal.", [], ""),
        ("Anna skriver i sin motion att bryggan är sliten.", [], ""),
        ("Anna skickar varje månad en rapport.", [], ""),
        ("Anna skriver.", [], ""),
        ("Cilla skriver ett utkast.", [], ""),
        ("Holger skriver ett utkast.", [], ""),
    ],
)
def test_what_people_take_on(read: Callable[[str], Record], sentence: str, to: list[str], what: str) -> None:
    found = read(f"{PEOPLE}Saken gicks igenom.\n\n{sentence}\n").meetings[0].items[0].movements
    assert [(m.type, m.to, m.what) for m in found] == [("ASSIGNS", name, what) for name in to]


@pytest.mark.parametrize(
    ("sentence", "moves"),
    [
        (
            "Anna tar med sig frågan till regionens bryggteam och återkopplar vid mötet i juni.",
            ["ASSIGNS Anna Ek", "REFERRED_TO regionens bryggteam", "REPORTS_BACK_TO Byrådet"],
        ),
        ("Anna tar upp frågan med bryggverket och återkommer på nästa möte.", ["ASSIGNS Anna Ek", "REPORTS_BACK_TO Byrådet"]),
        (
            "Bryggchefen får i uppgift att undersöka saken och återkomma vid nästa möte.",
            ["ASSIGNS Bryggchefen", "REPORTS_BACK_TO Byrådet"],
        ),
        ("Ordföranden tar med sig frågan till presidiet.", ["REFERRED_TO presidiet"]),
        ("Frågan lyfts vidare till regionens ledningsgrupp.", ["REFERRED_TO regionens ledningsgrupp"]),
        ("Frågan tas med till bryggnämnden.", ["REFERRED_TO bryggnämnden"]),
        ("Kansliet tar fram en plan till nästa möte.", ["ASSIGNS Kansliet"]),
        ("Kansliet tar fram en plan.", []),
        ("Uppdrag ges till kansliet att ta fram en plan.", ["ASSIGNS kansliet"]),
        ("Kansliet uppdrogs att ta fram en plan.", ["ASSIGNS Kansliet"]),
        ("Ärendet kommer åter till rådet i maj.", ["REFERRED_TO Byrådet"]),
        ("Region Dalarna har inkommit med en förfrågan om lokaler.", ["RAISED_BY Region Dalarna"]),
        ("Svaret skickas till bryggnämndens sekreterare.", []),
        ("Frågan lyfts i Länsgruppen för samordnad bryggvård.", ["REFERRED_TO Länsgruppen för samordnad bryggvård"]),
        ("Årsrapporten lämnas till bryggnämnden senast den 5 maj.", ["REPORTS_BACK_TO bryggnämnden"]),
        ("Bilagan läggs till ärendet när det behandlas i fullmäktige.", []),
        ("Utredaren rekommenderar kommunerna att laga bryggan.", []),
        ("Utifrån granskningen rekommenderar KM bryggnämnden att laga bryggan.", []),
        ("Revisorerna har granskat frågan och rekommenderar kommunstyrelsen att laga bryggan.", []),
        ("Dag Holm (S) har lämnat in en motion om bryggan.", ["RAISED_BY Dag Holm"]),
        ("Dag Holm (S) och Eva Gran (S) föreslår i en motion att bryggan lagas.", ["RAISED_BY Dag Holm", "RAISED_BY Eva Gran"]),
        ("I ett medborgarförslag föreslår Dag Holm att bryggan lagas.", ["RAISED_BY Dag Holm"]),
        ("Dag Holm har ställt en interpellation till ordföranden Eva Gran.", ["RAISED_BY Dag Holm"]),
        ("Från Bryggföreningen har kommit en begäran om ny brygga.", ["RAISED_BY Bryggföreningen"]),
        ("Boende i Norrvik har i en skrivelse framfört att bryggan är sliten.", ["RAISED_BY Boende i Norrvik"]),
        ("Dag Holm har i en skrivelse begärt att bli befriad från uppdraget.", []),
    ],
)
def test_who_takes_it_on_and_where_it_goes(read: Callable[[str], Record], sentence: str, moves: list[str]) -> None:
    found = read(f"{PEOPLE}Saken gicks igenom.\n\n{sentence}\n").meetings[0].items[0].movements
    assert [f"{m.type.value} {m.to if m.type != 'RAISED_BY' else m.from_}" for m in found] == moves


@pytest.mark.parametrize(
    ("title", "sentence", "who"),
    [
        ("Övriga frågor", "Dag Holm (S) frågar om bryggan.", ["Dag Holm"]),
        ("Övriga frågor", "Dag Holm, Norrvik, tog upp bryggan.", ["Dag Holm"]),
        ("Allmänhetens frågestund", "Dag Holm undrar när bryggan lagas.", ["Dag Holm"]),
        ("Övriga frågor", "Saken är löst. Dag Holm undrade varför.", []),
        ("Bryggan", "Dag Holm (S) frågar om bryggan.", []),
    ],
)
def test_who_asks_under_any_other_business_raises_a_matter(
    read: Callable[[str], Record], title: str, sentence: str, who: list[str]
) -> None:
    text = f"Minnesanteckningar Byrådet\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Alm\n\n1. {title}\n\n{sentence}\n"
    assert [m.from_ for m in read(text).meetings[0].items[0].movements] == who


@pytest.mark.parametrize(
    ("sentence", "moves"),
    [
        ("Redovisningen sker vid rådets sammanträde i maj.", ["REPORTS_BACK_TO Byrådet"]),
        ("Interpellationen besvaras vid nästa sammanträde.", ["REPORTS_BACK_TO Byrådet"]),
        ("Rådet vill ha en ny rapport i höst.", ["REPORTS_BACK_TO Byrådet"]),
        ("Kommunfullmäktige fattar beslut om planen i oktober.", ["REFERRED_TO Kommunfullmäktige"]),
        ("Kommunfullmäktige fattar beslut om planen.", []),
    ],
)
def test_what_is_still_to_come(read: Callable[[str], Record], sentence: str, moves: list[str]) -> None:
    found = read(f"{PEOPLE}Saken gicks igenom.\n\n{sentence}\n").meetings[0].items[0].movements
    assert [f"{m.type.value} {m.to}" for m in found] == moves


CASES: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "movements.yaml").read_text(encoding="utf-8"))
OF_DECISIONS = {"recommend": "RECOMMENDS", "assign": "ASSIGNS", "petition": "PETITIONS"}


@pytest.mark.parametrize(
    ("kind", "sentence", "moves"), [(k, s, moves) for k, cases in CASES.items() for s, moves in cases.items()]
)
def test_the_wordings_of_each_kind_of_movement(read: Callable[[str], Record], kind: str, sentence: str, moves: list[str]) -> None:
    """What a sentence sends on, be it told or decided; who raises a matter stands at the beginning of its item."""
    text = f"{sentence}\n\nSaken gicks igenom." if kind == "RAISED_BY" else f"Saken gicks igenom.\n\n{sentence}"
    item = read(f"{PEOPLE}{text}\n").meetings[0].items[0]
    found = [f"{m.type.value} {m.from_ if m.type == 'RAISED_BY' else m.to}{f' {m.due}' if m.due else ''}" for m in item.movements]
    decided = [f"{OF_DECISIONS[d.kind]} {to}" for d in item.decisions if d.kind in OF_DECISIONS for to in d.targets]
    assert sorted(found + decided) == sorted(moves)


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("Frågan skickas vidare.", True),
        ("Ärendet hänskjuts.", True),
        ("Frågan skickas vidare till arbetsgruppen.", False),
        ("Frågan skickas inte vidare.", False),
        ("Anna föreslår att frågan skickas vidare.", False),
        ("Bo tar med sig synpunkterna.", True),
        ("Bo tar med sig synpunkterna till arbetsgruppen.", False),
        ("Anna Ek återkommer.", True),
        ("Bryggverket återkommer.", True),
        ("Anna Ek återkommer på nästa möte.", False),
        ("Anna Ek svarar att hon inte återkommer.", False),
        ("Bryggans sprickor återkommer.", False),
        ("Frågan återkommer.", False),
    ],
)
def test_what_is_sent_on_to_nobody_named_is_not_lost(read: Callable[[str], Record], sentence: str, unread: bool) -> None:
    found = read(f"{PEOPLE}Saken gicks igenom.\n\n{sentence}\n").unread
    assert (sentence in [u.text for u in found]) is unread


@pytest.mark.parametrize(
    ("title", "sentence", "who"),
    [
        ("Bryggan", "Dag Holm (S) lyfter frågan om räcket.", []),
        ("Bryggan", "Dag Holm (S) väcker frågan om räcket.", ["Dag Holm"]),
        ("Ledamöternas egna frågor", "Dag Holm (S) ställer en fråga om räcket.", ["Dag Holm"]),
    ],
)
def test_who_only_speaks_in_the_midst_of_a_talk_raises_nothing(
    read: Callable[[str], Record], title: str, sentence: str, who: list[str]
) -> None:
    text = f"Minnesanteckningar Byrådet\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Alm\n\n1. {title}\n\nSaken gicks igenom. {sentence}\n"
    assert [m.from_ for m in read(text).meetings[0].items[0].movements] == who
