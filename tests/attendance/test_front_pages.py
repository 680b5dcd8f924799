"""Front pages of minutes as text extraction leaves them: columns that ran together, page heads in lists, lists of other kinds."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses, towns

RUN_TOGETHER = {
    "labels on top of each other, the values behind": (
        "Plats och tid för sammanträdet Beslutande Ej beslutande Övriga deltagare Björkby Kvarnby, rum Eken, tisdag den 23 maj 2006, kl "
        "Anna Ek, s, ordförande Bo Alm, s Cilla Björk, m, ersätter David Asp, m Eva Gran, kommunchef Justeringens plats Björkby",
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | - | (S)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (M) | för David Asp",
            "David Asp | absent | - | -",
            "Eva Gran | present | - | kommunchef",
        ],
    ),
    "offices before their holders behind 'samt'": (
        "Övriga närvarande: Anna Ek (S), Bo Alm (S) och Cilla Björk (L) samt sekreterare David Asp, socialchef Eva Gran, områdeschef "
        "Frida Hed och alkoholhandläggare Gun Ivarsson",
        [
            "Anna Ek | present | - | - | (S)",
            "Bo Alm | present | - | - | (S)",
            "Cilla Björk | present | - | - | (L)",
            "David Asp | present | - | sekreterare",
            "Eva Gran | present | - | socialchef",
            "Frida Hed | present | - | områdeschef",
            "Gun Ivarsson | present | - | alkoholhandläggare",
        ],
    ),
    "half a label before a name": (
        "Tallby kommun Sammanträdesprotokoll Tallnämnden 2 (9) Sida ande Anna Ek (KD), ordförande Bo Alm (M) Cilla Björk (S) tjg ersättare "
        "Övriga närvarande David Asp, förvaltningschef Eva Gran, sekreterare",
        [
            "Anna Ek | present | - | ordförande | (KD)",
            "Bo Alm | present | - | - | (M)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (S)",
            "David Asp | present | - | förvaltningschef",
            "Eva Gran | present | - | sekreterare",
        ],
    ),
    "letters of the parties before the names": (
        "Sammanträdesprotokoll Tallnämnden Sida 1(9) Plats Stora salen Beslutande M Anna Ek S Bo Alm S Cilla Björk, tjänstgör för David Asp (S) "
        "SD Eva Gran Övriga deltagande Ej tjänstgörande ersättare V Frida Hed Tjänstemän Gun Ivarsson Trädgårdstekniker 67 Hans Ås Teknisk chef",
        [
            "Anna Ek | present | - | - | (M)",
            "Bo Alm | present | - | - | (S)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (S) | för David Asp",
            "David Asp | absent | - | - | (S)",
            "Eva Gran | present | - | - | (SD)",
            "Frida Hed | present | - | ersättare | (V)",
            "Gun Ivarsson | present | - | Trädgårdstekniker | 67",
            "Hans Ås | present | - | Teknisk chef",
        ],
    ),
    "two labels that look like one": (
        "Tallnämnden Plats och tid Stadshuset, kl , ajournering Beslutande Ersättare inte tjänstgörande Anna Ek (C), ordf. Bo Alm (M) "
        "Cilla Björk (S) Övriga deltagare David Asp, förvaltningschef",
        [
            "Anna Ek | present | - | ordförande | (C)",
            "Bo Alm | present | - | - | (M)",
            "Cilla Björk | present | - | - | (S)",
            "David Asp | present | - | förvaltningschef",
        ],
    ),
    "a place that looks like a name": (
        "1 (23) Tid Onsdagen den 16 december kl Plats ande Ledamöter Tjänstgörande ersättare Kvarnby Hantverksgård, Lindby "
        "Anna Ek (c) ordförande Bo Alm (m) Cilla Björk (s) Underskrifter Sekreterare David Asp",
        [
            "Anna Ek | present | - | ordförande | (C)",
            "Bo Alm | present | - | - | (M)",
            "Cilla Björk | present | - | - | (S)",
        ],
    ),
    "absent with words between": (
        "Protokoll Tallnämnden Plats och tid Stora salen kl. 13:00 16:10 Beslutande Anna Ek (V) Bo Alm (S) Tjänstemän Cilla Björk, "
        "nämndsekreterare Ej närvarande, ordinarie/ersättare David Asp (S) ordinarie Eva Gran (M) ersättare Justerare Paragrafer Bo Alm",
        [
            "Anna Ek | present | - | - | (V)",
            "Bo Alm | present | - | justerare | (S)",
            "Cilla Björk | present | - | nämndsekreterare",
            "David Asp | absent | - | ledamot | (S)",
            "Eva Gran | absent | - | ersättare | (M)",
        ],
    ),
    "one in the list who stayed away": (
        "Minnesanteckningar från styrgruppens möte i Tallby den 25 juni, i den stora salen på andra våningen. Närvarande Anna Ek, ordförande "
        "Bo Alm per telefon Cilla Björk lämnade synpunkter men deltog inte på plats David Asp Eva Gran",
        [
            "Anna Ek | present | - | ordförande",
            "Bo Alm | present | - | -",
            "Cilla Björk | absent | - | -",
            "David Asp | present | - | -",
            "Eva Gran | present | - | -",
        ],
    ),
    "nobody absent": (
        "Protokoll fört vid förbundsstyrelsemöte i Tallförbundet Bilaga: Röstlängd Närvarande under hela eller delar av mötet Anna Ek, "
        "förbundsordförande Bo Alm, ledamot Cilla Björk, ledamot Frånvarande Ingen.",
        [
            "Anna Ek | present | - | ordförande",
            "Bo Alm | present | - | ledamot",
            "Cilla Björk | present | - | ledamot",
        ],
    ),
}


@pytest.mark.parametrize("name", RUN_TOGETHER)
def test_columns_that_ran_together(name: str) -> None:
    sheet, expected = RUN_TOGETHER[name]
    assert rows(attendance(sheet)) == expected


def test_columns_of_presence_that_ran_together_tell_nothing() -> None:
    result = attendance(
        "Sid 2 (9) Ledamöter Närv. Frånv Tjänstgörande ersättare Anna Ek, ordf (S) Bo Alm (MP) Cilla Björk (M) Ersättare Närv. Frånv "
        "David Asp (S) Eva Gran (C) Övriga Frida Hed, sekreterare"
    )
    assert statuses(result) == {
        "Anna Ek": "unknown",
        "Bo Alm": "unknown",
        "Cilla Björk": "unknown",
        "David Asp": "unknown",
        "Eva Gran": "unknown",
        "Frida Hed": "present",
    }


def test_a_page_turns_in_the_list() -> None:
    result = attendance(
        """
        Tallnämnden
        2022-12-13 \tProtokoll \tSida 1 av 18

        Beslutande \tAnna Ek (M), ordförande
        \tBo Alm (C), 1:e vice ordförande
        Tallnämnden
        2022-12-13 \tProtokoll \tSida 2 av 18

        \tCilla Björk (S)
        \tDavid Asp (L), ersätter Eva Gran (KD)

        Ersättare \tFrida Hed (V)

        § 142
        Godkännande av dagordning
        """
    )
    assert rows(result) == [
        "Anna Ek | present | - | ordförande | (M)",
        "Bo Alm | present | - | 1:e vice ordförande | (C)",
        "Cilla Björk | present | - | - | (S)",
        "David Asp | present | - | tjänstgörande ersättare | (L) | för Eva Gran",
        "Eva Gran | absent | - | - | (KD)",
        "Frida Hed | present | - | ersättare | (V)",
    ]


def test_where_those_listed_come_from() -> None:
    result = attendance(
        """
        Deltagare från kommunerna:
        Mora\tAnna Ek (M), Bo Alm (S)
        Orsa\tCilla Björk (C)

        Deltagare från Region Dalarna:
        David Asp (M), ordförande
        Eva Gran (S)

        Förhinder hade anmälts av Frida Hed (Rättvik) och Gun Ivarsson (Vansbro).
        """
    )
    assert rows(result) == [
        "Anna Ek | present | Mora | - | (M)",
        "Bo Alm | present | Mora | - | (S)",
        "Cilla Björk | present | Orsa | - | (C)",
        "David Asp | present | Region Dalarna | ordförande | (M)",
        "Eva Gran | present | Region Dalarna | - | (S)",
        "Frida Hed | absent | Rättvik | -",
        "Gun Ivarsson | absent | Vansbro | -",
    ]


def test_the_region_is_that_of_the_municipalities_listed() -> None:
    result = attendance(
        "Närvarande:\n\nKommunerna:\nAnna Ek, Mora\nBo Alm, Orsa\n\nRegionens representanter:\nCilla Björk", region=None
    )
    assert [person.represents for person in result.people] == ["Mora", "Orsa", "Region Dalarna"]


def test_what_a_list_says_of_a_municipality_itself() -> None:
    result = attendance("Närvarande\nMora: Anna Ek\nOrsa: Förhinder\nRättvik: Bo Alm\nVansbro: –")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present"}
    assert towns(result) == {"Mora": "present", "Orsa": "absent", "Rättvik": "present"}


@pytest.mark.parametrize("officer", ["Sekreterare: Cilla Björk", "Sekreterare\nCilla Björk", "Anteckningar: Cilla Björk"])
def test_an_officer_below_the_absent_was_there(officer: str) -> None:
    result = attendance(f"Närvarande: Anna Ek, Mora\n\nFrånvarande:\nBo Alm, Orsa\n\n{officer}\n\n1. Mötets öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present"}


def test_summoned_and_then_named_among_those_who_came() -> None:
    result = attendance("Kallade: Anna Ek Mora, Bo Alm Orsa, Cilla Björk Rättvik\nNärvarande: Anna Ek, Bo Alm\n\n1. Öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "unknown"}


@pytest.mark.parametrize("label", ["Sändlista", "Kopia till", "För kännedom", "Beslutet skickas till", "Distribution"])
def test_those_it_is_sent_to_were_not_there(label: str) -> None:
    result = attendance(
        f"""
        Närvarande:
        Anna Ek, ordförande
        Bo Alm, socialnämnden

        Frånvarande:
        Cilla Björk, kultur och fritid

        {label}:
        Folkhälsorådets ledamöter
        Kommunstyrelsen
        David Asp, kommunchef

        1 Mötets öppnande
        """
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent"}


def test_all_but_those_named_under_the_words_over_the_list() -> None:
    result = attendance(
        "Sammanträdesprotokoll Plats och tid Stora salen, Tallby, den 26 november 2014, kl Beslutande ledamöter samtliga ledamöter med "
        "undantag av Anna Ek (SD), Bo Alm (S). Övriga närvarande Cilla Björk, kommunchef"
    )
    assert rows(result) == [
        "Anna Ek | absent | - | - | (SD)",
        "Bo Alm | absent | - | - | (S)",
        "Cilla Björk | present | - | kommunchef",
    ]


def test_a_street_and_a_company_are_nobody() -> None:
    result = attendance(
        "Närvarande: Anna Ek, ordförande, Bo Alm, Lindbergs Management AB, Cilla Björk\nPlats: Karl Johans väg 15\n\n1. Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk"]


def test_adjusters_who_sign_where_the_list_names_only_those_away() -> None:
    result = attendance(
        """
        Beslutande               Samtliga ledamöter med undantag för Olle Ting (S).

        Övriga närvarande        Eva Berg, kommunchef

        Underskrifter
                   Sekreterare   .................................  Paragrafer 90-100
                                 Karin Holm

                   Ordförande    .................................
                                 Per Lind

                   Justerare     .................................
                                 Bo Alm    Sara Vide

                                 ANSLAG/BEVIS
        Protokollet är justerat. Justeringen har tillkännagivits genom anslag.

        § 90 Öppnande
        """
    )
    assert statuses(result) == {
        "Olle Ting": "absent", "Eva Berg": "present", "Karin Holm": "present", "Per Lind": "present", "Bo Alm": "present", "Sara Vide": "present",
    }  # fmt: skip
