"""Whose meeting it was and on which day, over the ways in which heads set the body, its organisation, the words for minutes and the days."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from graph.record import Record

_BODIES = [
    ("Brottsförebyggande rådet", "Brottsförebyggande rådets"),
    ("Hamn- och bryggnämnden", "Hamn- och bryggnämndens"),
    ("Hamnchefsnätverket", "Hamnchefsnätverkets"),
    ("Direktionen", "Direktionens"),
    ("Hamnstyrelsens arbetsutskott", "Hamnstyrelsens arbetsutskotts"),
    ("Rådet för hamnfrågor", None),
    ("Länsnätverket för BSK och BSR", None),
    ("Politiska samrådsgruppen Viken", None),
]
_TITLES = [
    "Minnesanteckningar från {whose} möte",
    "Minnesanteckningar från {whose} (HBR) möte",
    "{whose} protokoll",
    "{WHOSE} PROTOKOLL NR 6/2013",
    "Protokoll nr 6 från {whose} sammanträde",
    "Minnesanteckningar\n{name}",
    "{name} PROTOKOLL",
    "{NAME}\nPROTOKOLL",
]
_LETTERHEADS = [
    "",
    "Norrby kommun\n",
    "Norrby kommun\nHamnkontoret\nEva Holm, 0611-12 34 56\nMINNESANTECKNINGAR\n2013-10-09\n\n",
    "Datum\n2013-10-09\nEva Holm\n\n",
    "Norrby kommun               2013-10-09\n",
]
_DAYS = [
    "tisdagen den 8 oktober 2013 kl 13.15-15.30 i Rådhuset",
    "Tid: tisdagen den 8 oktober 2013 kl. 13.15–15.30\nPlats: Rådhuset",
    "2013-10-08 kl. 13.15–15.30",
]
_LIST = "Närvarande:\nFred Nylund\nInger Dahl\nKommunstyrelsen, ordförande\nSocialnämnden\n\n1. Mötet öppnas\nFred öppnar mötet.\n\n2. Bojar\nBojarna gicks igenom.\n"


@pytest.mark.parametrize(("title", "letterhead"), list(product(_TITLES, _LETTERHEADS)))
def test_the_body_and_the_day_below_a_letterhead(read: Callable[[str], Record], title: str, letterhead: str) -> None:
    for (name, whose), when in product(_BODIES, _DAYS):
        if whose is None and "whose" in title.lower():
            continue
        line = title.format(name=name, NAME=name.upper(), whose=whose, WHOSE=(whose or "").upper())
        meeting = read(f"{letterhead}{line}\n{when}\n\n{_LIST}").meetings[0]
        assert (meeting.forum or "").casefold() == name.casefold(), line
        assert str(meeting.date) == "2013-10-08", line


_ORDERS = [
    "{org}\nPROTOKOLL\n{organ}\n2019-03-28",
    "{organ}\n{org}\nProtokoll nr 4/2019\n2019-03-28",
    "{org}          PROTOKOLL          1 (4)\n{organ}        2019-03-28",
    "PROTOKOLL          {org}\n{organ}\nDatum: 2019-03-28",
    "{org}, {organ}\nSammanträdesprotokoll 2019-03-28",
    "{ORG}\nSAMMANTRÄDESPROTOKOLL\nSida 1 (9)\n{ORGAN}\nSammanträdesdatum 2019-03-28",
]
_OWNED = [
    ("Kommunförbundet Norra Viken", "Styrelsen"),
    ("Regionförbundet Södra Viken", "Regionstyrelsen"),
    ("Avfallsförbundet Västra Viken", "Styrelsen"),
    ("Vikbygdens gymnasieförbund", "Direktionen"),
    ("Räddningstjänsten Norra Viken", "Förbundsdirektionen"),
    ("Kommunalförbundet Hamnar och Bryggor Norrby", "Direktionen"),
]


@pytest.mark.parametrize(("owned", "order"), list(product(_OWNED, _ORDERS)))
def test_the_organ_is_the_forum_and_the_federation_its_organisation(
    read: Callable[[str], Record], owned: tuple[str, str], order: str
) -> None:
    org, organ = owned
    head = order.format(org=org, organ=organ, ORG=org.upper(), ORGAN=organ.upper())
    meeting = read(f"{head}\n\nNärvarande: Anna Ek, Bo Alm\n\n§ 1 Bojar\n\nBojarna gicks igenom.\n").meetings[0]
    assert (meeting.forum, (meeting.organisation or "").casefold()) == (organ, org.casefold())


@pytest.mark.parametrize(
    ("head", "forum", "organisation"),
    [
        ("Samordningsförbundet Norra Viken\nPROTOKOLL\nStyrelsen\n2019-03-28", "Samordningsförbundet Norra Viken", None),
        ("# Styrelseprotokoll 1/2019\n\n**Norrby Hamn AB**, org.nr 556123-4567\n\nDatum: 2019-03-28\nProtokoll förs av:\tEva Holm", "Norrby Hamn AB", None),
        ("Kommunalförbundet\nRäddningstjänsten Viken-Udden\nDIREKTIONENS PROTOKOLL NR 6/2019\n2019-03-28", "Direktionen", "Kommunalförbundet Räddningstjänsten Viken-Udden"),
        ("RÄDDNINGSTJÄNSTEN NORRA VIKEN\nDirektionen PROTOKOLL\n2019-03-28 Sid 1/5", "Direktionen", "Räddningstjänsten Norra Viken"),
        ("Hamnsamverkan Norrvik\nMinnesanteckningar\nPolitiska samrådsgruppen\n2019-03-28", "Politiska samrådsgruppen", "Hamnsamverkan Norrvik"),
        ("Minnesanteckningar\nRådet för hamnfrågor i Mora kommun\n2019-03-28", "Rådet för hamnfrågor", "Mora kommun"),
        ("Mora kommun\nHamnrådet\nBilaga till Socialnämndens protokoll\n2019-03-28", "Hamnrådet", "Mora kommun"),
    ],
)  # fmt: skip
def test_boards_and_groups_of_others(read: Callable[[str], Record], head: str, forum: str, organisation: str | None) -> None:
    meeting = read(f"{head}\n\nNärvarande: Anna Ek, Bo Alm\n\n§ 1 Bojar\n\nBojarna gicks igenom.\n").meetings[0]
    assert (meeting.forum, meeting.organisation, str(meeting.date)) == (forum, organisation, "2019-03-28")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("2019-03-28\n\nMinnesanteckningar Hamnrådet\nNästa möte torsdagen den 4 april 2019 kl 13-15", "2019-03-28"),
        ("Hamnrådet\nMinnesanteckningar\n2019-03-28\nJusteras torsdagen den 4 april 2019 kl 13-15", "2019-03-28"),
        ("Hamnrådet\nMinnesanteckningar\nDatum: 2019-03-28\nTid: 13-15", "2019-03-28"),
        ("Minnesanteckningar\n2019-03-28\nHamnrådet\nRapporten från 4 april 2018 bifogas", "2019-03-28"),
    ],
)
def test_other_days_of_a_head_are_not_the_meetings(read: Callable[[str], Record], head: str, date: str) -> None:
    meeting = read(f"{head}\n\nNärvarande: Anna Ek, Bo Alm\n\n§ 1 Bojar\n\nBojarna gicks igenom.\n").meetings[0]
    assert str(meeting.date) == date


@pytest.mark.parametrize(
    ("line", "forum"),
    [
        ("Biblioteksnätverket Nordost", None),
        ("Beredskapsrådet Vikkusten", None),
        ("Naturvårdsnätverket Blekinge–Kronoberg", None),
        ("Nätverket för anhörigstöd Norrbys län", None),
        ("Styrgruppen för Närhamn Norra", None),
        ("Beredningsgruppen för Hamnlänken i Norrby och Söderby", None),
        ("FOLKHÄLSORÅDET MITT", None),
        ("Hamnrådet Anna Ek", "Hamnrådet"),
        ("Hamnrådet Rådhuset", "Hamnrådet"),
        ("Hamnrådet Sammanträdesdatum", "Hamnrådet"),
        ("Hamnrådet Digitalt", "Hamnrådet"),
        ("Socialnämnden Nordost", "Socialnämnden"),
        ("Hamnrådet godkänner Planen", "Hamnrådet"),
    ],
)
def test_the_whole_line_of_a_body_is_its_name(read: Callable[[str], Record], line: str, forum: str | None) -> None:
    text = f"# Minnesanteckningar\n\n{line}\n\nDatum: 2019-03-28\n\nNärvarande: Anna Ek, Bo Alm\n\n§ 1 Bojar\n\nBojarna gicks igenom.\n"
    assert read(text).meetings[0].forum_as_written == (forum or line)


def test_a_title_among_the_values_of_labels_that_all_come_first(read: Callable[[str], Record]) -> None:
    labels = "Plats och tid \nBeslutande \n \nÖvriga deltagare \n \nFörhinder \n \nUtses att justera \n \n"
    values = "Tolkhamnen Viken \nSAMMANTRÄDESPROTOKOLL \nFörbundsdirektionen \n2019-03-28 \nNorrby, kl. 10.00-11.35 \n \nAnna Ek (S), Norrby, ordförande \nBo Alm (M), Mora \n \nCilla Björk, sekreterare \n \n"
    meeting = read(f"{labels}{values}§ 1 \nBojar \nDirektionen beslutar \natt flytta bojarna. \n").meetings[0]
    assert (meeting.forum, str(meeting.date)) == ("Förbundsdirektionen", "2019-03-28")
