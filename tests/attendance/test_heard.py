"""Those whose list does not tell whether they came, and whom the rest of the minutes shows at the meeting."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

LOST = """
    Upprop

    NAMN PARTI NÄRVARO TID VOTERING
    Ja Nej Ja Nej

    LEDAMÖTER

    Anna Ek s x
    Bo Alm s x
    Cilla Björk c x
    David Asp c x
    Eva Gran fp x

    ERSÄTTARE

    Filip Rönn s x
    Gun Hassel c x

    § 1 Bryggan vid Lillån

    {item}

    § 2 Övriga frågor

    Inga frågor.
"""


def test_those_who_speak_came_though_the_columns_of_crosses_ran_together() -> None:
    found = statuses(attendance(LOST.format(item="Bo Alm (s) yrkar att bryggan rivs. Gun Hassel (c) frågar vem som betalar.")))
    assert {name for name, status in found.items() if status == "present"} == {"Bo Alm", "Gun Hassel"}
    assert set(found.values()) == {"present", "unknown"}


def test_all_those_whom_one_verb_joins_came() -> None:
    found = statuses(
        attendance(LOST.format(item="Cilla Björk (c), Eva Gran (fp) och Filip Rönn (s) reserverar sig mot beslutet."))
    )
    assert {name for name, status in found.items() if status == "present"} == {"Cilla Björk", "Eva Gran", "Filip Rönn"}


def test_what_somebody_asks_in_writing_tells_nothing() -> None:
    found = statuses(
        attendance(LOST.format(item="Bo Alm (s) frågar i en skrivelse vem som betalar. Gun Hassel (c) har lämnat en motion."))
    )
    assert set(found.values()) == {"unknown"}


@pytest.mark.parametrize(
    "item",
    [
        "En motion har lämnats där Bo Alm (s) frågar vem som betalar.",
        "I ett brev till rådet skriver någon: ”Bo Alm berättar gärna om bryggan.”",
        "Bo Alm (s) yrkade i arbetsutskottet att bryggan rivs.",
        "Under arbetsutskottets sammanträde den 3 maj, där Bo Alm (s) yrkar bifall, ritades bryggan.",
        "Till justerare vid föregående möte utsågs Bo Alm.",
        "Bryggnämndens behandling\nCilla Björk (c) yrkar avslag. Efter en paus talade flera.\nBo Alm (s) yrkar bifall.",
    ],
)
def test_what_was_written_or_said_at_another_meeting_tells_nothing(item: str) -> None:
    assert set(statuses(attendance(LOST.format(item=item))).values()) == {"unknown"}


def test_whoever_speaks_under_the_heading_of_the_own_body_came() -> None:
    item = "Bryggnämndens behandling\nBo Alm (s) yrkar bifall.\nHamnrådets behandling\nEva Gran (fp) yrkar avslag."
    found = statuses(attendance(LOST.format(item=item)))
    assert (found["Bo Alm"], found["Eva Gran"]) == ("unknown", "present")
    found = statuses(attendance("Bryggnämnden\n" + LOST.format(item=item)))
    assert (found["Bo Alm"], found["Eva Gran"]) == ("present", "present")


def test_whoever_is_chosen_to_adjust_came() -> None:
    result = attendance(
        """
        Kallade
        Anna Ek, Mora
        Bo Alm, Orsa
        Cilla Björk, Avesta

        Utses att justera Bo Alm
        """
    )
    assert rows(result) == [
        "Anna Ek | unknown | Mora | -",
        "Bo Alm | present | Orsa | justerare",
        "Cilla Björk | unknown | Avesta | -",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Till justerare att jämte ordföranden justera protokollet utsågs Bo Alm och Eva Gran.",
        "Rådet beslutar att utse Bo Alm (s) och Eva Gran (fp) att jämte ordföranden justera protokollet.",
        "Bo Alm och Eva Gran valdes till justerare.",
    ],
)
def test_whoever_the_text_says_was_chosen_to_adjust_came(told: str) -> None:
    found = statuses(attendance(LOST.format(item=told)))
    assert {name for name, status in found.items() if status == "present"} == {"Bo Alm", "Eva Gran"}


def test_the_chair_who_signs_the_front_page_came() -> None:
    result = attendance(
        """
        Plats och tid Gransalen, kl 9-12
        Beslutande Se nästa sida
        Utses att justera Bo Alm
        Underskrift Sekreterare .......... Paragrafer 1-2
        Hanna Vik
        Ordförande ..........
        Anna Ek
        Justerande ..........
        Bo Alm
        ANSLAG/BEVIS
        Protokollet är justerat.
        """
        + LOST.format(item="Ingen yttrade sig.")
    )
    found = statuses(result)
    assert found["Anna Ek"] == found["Bo Alm"] == "present"
    assert found["Cilla Björk"] == found["Filip Rönn"] == "unknown"
