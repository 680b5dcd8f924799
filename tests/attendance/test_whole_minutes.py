"""Lists as they stand in whole minutes: over page turns, in appendices, beside votes and sentences of the items."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

CASES: dict[str, tuple[str, list[str]]] = {
    "a list goes on behind the foot and head of its page": (
        """
        Norrby kommun
        Kommunfullmäktige                 Sammanträdesprotokoll                 Sida
                                          2023-02-27                            1 (24)

        Plats och tid       Folkets hus, kl. 18.30 - 21.05

        Beslutande          Greta Alm (S), ordförande
                            Tord Ekwall (M)

        Justerandes sign                                          Utdragsbestyrkande



        Norrby kommun
        Kommunfullmäktige                 Sammanträdesprotokoll                 Sida
                                          2023-02-27                            2 (24)

                            Eva Kvist (V)
                            Olle Stark (KD)

        Tjänstgörande       Lova Dans (S) för Nils Hamn (S)
        ersättare           Mats Ekorre (M) för Ulla Backe (M), § 12-15

        Justerandes sign                                          Utdragsbestyrkande

        § 12
        Mötets öppnande
        """,
        [
            "Greta Alm | present | - | ordförande | (S)",
            "Tord Ekwall | present | - | - | (M)",
            "Eva Kvist | present | - | - | (V)",
            "Olle Stark | present | - | - | (KD)",
            "Lova Dans | present | - | tjänstgörande ersättare | (S) | för Nils Hamn",
            "Nils Hamn | absent | - | - | (S)",
            "Mats Ekorre | present | - | tjänstgörande ersättare | (M) | § 12-15 | för Ulla Backe",
        ],
    ),
    "fields for initials alone, without page numbers": (
        """
        Närvarande:
        Ledamöter
        Asta Brink (S), Mora kommun, ordförande
        Ivar Hult (M), Mora kommun

        Justerandes signatur

        Runa Tolv (S), Orsa kommun

        Ersättare
        Lisen Var (S), Älvdalens kommun
        """,
        [
            "Asta Brink | present | Mora | ordförande | (S)",
            "Ivar Hult | present | Mora | ledamot | (M)",
            "Runa Tolv | present | Orsa | ledamot | (S)",
            "Lisen Var | present | Älvdalen | ersättare | (S)",
        ],
    ),
    "two lists side by side, each with its label before it": (
        """
        Närvarande:   Greta Alm, ordförande         Frånvarande:  Tord Ekwall
                      Signe Norberg                               Olle Stark
                      Lova Dans

        Sakkunniga:   Eva Kvist, KPMG
        """,
        [
            "Greta Alm | present | - | ordförande",
            "Tord Ekwall | absent | - | -",
            "Signe Norberg | present | - | -",
            "Olle Stark | absent | - | -",
            "Lova Dans | present | - | -",
            "Eva Kvist | present | KPMG | sakkunnig",
        ],
    ),
    "what members did in the course of the meeting": (
        """
        Beslutande
        Greta Alm (S), ordförande
        Tord Ekwall (M) lämnade mötet kl. 15.20, § 41
        Signe Norberg (C) anlände kl. 13.30 under § 36
        Per Lövgren (S) ersätter Anita Sjö (S)
        """,
        [
            "Greta Alm | present | - | ordförande | (S)",
            "Tord Ekwall | present | - | - | (M) | lämnade mötet kl. 15.20, § 41",
            "Signe Norberg | present | - | - | (C) | anlände kl. 13.30, § 36",
            "Per Lövgren | present | - | tjänstgörande ersättare | (S) | för Anita Sjö",
            "Anita Sjö | absent | - | - | (S)",
        ],
    ),
    "those who stand in are named among the absent": (
        """
        Närvarande: Greta Alm (S), Tord Ekwall (M)
        Frånvarande med anmält förhinder: Eva Fors (S), ersätts av Frans Glad (S)
        Frånvarande: Gun Hed (M)
        """,
        [
            "Greta Alm | present | - | - | (S)",
            "Tord Ekwall | present | - | - | (M)",
            "Eva Fors | absent | - | - | (S)",
            "Frans Glad | present | - | tjänstgörande ersättare | (S) | för Eva Fors",
            "Gun Hed | absent | - | - | (M)",
        ],
    ),
    "a group with nobody in it over a list of the absent": (
        """
        Beslutande: Greta Alm (S)
        Övriga: -
        Frånvarande: Tord Ekwall (M)
        """,
        ["Greta Alm | present | - | - | (S)", "Tord Ekwall | absent | - | - | (M)"],
    ),
    "a table that a system exported": (
        """
        Närvarorapport

        Namn              Parti   Roll                  Närvaro        Ersätter
        Greta Alm         S       Ordförande            Närvarande
        Tord Ekwall       M       Ledamot               Frånvarande
        Lova Dans         M       Tjänstgörande ers.    Närvarande     Tord Ekwall
        Eva Kvist         V       Ersättare             Frånvarande
        """,
        [
            "Greta Alm | present | - | ordförande | (S)",
            "Tord Ekwall | absent | - | ledamot | (M)",
            "Lova Dans | present | - | tjänstgörande ersättare | (M) | för Tord Ekwall",
            "Eva Kvist | absent | - | ersättare | (V)",
        ],
    ),
    "contents behind the list": (
        """
        Övriga deltagare:
        Anna Berg, kommunikatör
        Bertil Cedervall, enhetschef

        Inehåll
        § 163 Öppnande ........... 2
        § 164 Godkännande av dagordning ......... 2
        § 165 Budget .......... 2

        § 163 Öppnande
        """,
        ["Anna Berg | present | - | kommunikatör", "Bertil Cedervall | present | - | enhetschef"],
    ),
    "contents before the list": (
        """
        Innehållsförteckning
        § 1 Upprop ............ 3
        § 2 Val av justerare ... 4
        § 3 Budget ............. 5

        Kommunfullmäktige
        Protokoll 2021-06-14

        Ledamöter
        Anna Berg (S), ordförande
        Bertil Cedervall (M)
        Ersättare
        Cilla Dahl (C), tjänstgörande

        § 1 Upprop
        """,
        [
            "Anna Berg | present | - | ordförande | (S)",
            "Bertil Cedervall | present | - | ledamot | (M)",
            "Cilla Dahl | present | - | tjänstgörande ersättare | (C)",
        ],
    ),
    "words of absence before a colon within a line": (
        """
        Ledamöter: Anna Berg (S), Bertil Cedervall (M)
        Ersättare: David Ek (S), frånvarande: Eva Fors (M)
        """,
        [
            "Anna Berg | present | - | ledamot | (S)",
            "Bertil Cedervall | present | - | ledamot | (M)",
            "David Ek | present | - | ersättare | (S)",
            "Eva Fors | absent | - | ersättare | (M)",
        ],
    ),
    "bodies before colons within a line": (
        """
        På mötet deltog från Region Dalarna: Anna Berg och Bertil Cedervall, från Falu kommun: Cilla Dahl, från Borlänge: David Ek.
        """,
        [
            "Anna Berg | present | Region Dalarna | -",
            "Bertil Cedervall | present | Region Dalarna | -",
            "Cilla Dahl | present | Falun | -",
            "David Ek | present | Borlänge | -",
        ],
    ),
    "an asterisk for the absent": (
        """
        Närvarande (* = frånvarande)
        Anna Berg (S)
        *Bertil Cedervall (M)
        Cilla Dahl (C)
        *David Ek (V)
        """,
        [
            "Anna Berg | present | - | - | (S)",
            "Bertil Cedervall | absent | - | - | (M)",
            "Cilla Dahl | present | - | - | (C)",
            "David Ek | absent | - | - | (V)",
        ],
    ),
    "nobody was absent, and others follow": (
        """
        Närvarande:
        Anna Berg, ordförande

        Anmält förhinder: -

        Sakkunniga från revisionsbyrån Ek & Alm:
        Bertil Cedervall, punkt 3
        """,
        ["Anna Berg | present | - | ordförande", "Bertil Cedervall | present | - | sakkunnig | punkt 3"],
    ),
    "one absent in a line, and other groups below": (
        """
        Närvarande:

        Anna Berg, Mora

        Meddelat förhinder Bertil Cedervall

        Ungdomsgruppen representerades av

        Cilla Dahl

        David Ek
        """,
        [
            "Anna Berg | present | Mora | -",
            "Bertil Cedervall | absent | - | -",
            "Cilla Dahl | present | Ungdomsgruppen | -",
            "David Ek | present | Ungdomsgruppen | -",
        ],
    ),
    "groups named by what they do": (
        """
        Ledamöter som deltar
        Anna Berg
        Ledamöter som inte deltar
        Cilla Dahl
        Ersättare som tjänstgör
        David Ek
        Ersättare som inte tjänstgör
        Eva Fors
        """,
        [
            "Anna Berg | present | - | ledamot",
            "Cilla Dahl | absent | - | ledamot",
            "David Ek | present | - | tjänstgörande ersättare",
            "Eva Fors | present | - | ersättare",
        ],
    ),
    "parts of a meeting, and whom people come from": (
        """
        Närvarande del 1 (kl. 9-12): Anna Berg (S)
        Närvarande del 2 (kl. 13-15): Bertil Cedervall (M)
        Från PRO: David Ek, Eva Fors frånv.
        Från SPF: Filip Gran
        """,
        [
            "Anna Berg | present | - | - | (S)",
            "Bertil Cedervall | present | - | - | (M)",
            "David Ek | present | PRO | -",
            "Eva Fors | absent | PRO | -",
            "Filip Gran | present | SPF | -",
        ],
    ),
    "titles in the lines below the names": (
        """
        Närvarande:
        Anna Berg
        Ordförande
        Bertil Cedervall
        Vice ordförande
        Cilla Dahl
        Ledamot
        David Ek
        VD

        Ej närvarande:
        Filip Gran
        """,
        [
            "Anna Berg | present | - | ordförande",
            "Bertil Cedervall | present | - | vice ordförande",
            "Cilla Dahl | present | - | ledamot",
            "David Ek | present | - | VD",
            "Filip Gran | absent | - | -",
        ],
    ),
    "titles in the lines above the names": (
        """
        Närvarande:

        Ordförande
        Anna Berg

        Frånvarande
        Bertil Cedervall

        Sekreterare
        Cilla Dahl

        Tjänstemän
        David Ek, förvaltningschef
        """,
        [
            "Anna Berg | present | - | ordförande",
            "Bertil Cedervall | absent | - | -",
            "Cilla Dahl | present | - | sekreterare",
            "David Ek | present | - | förvaltningschef",
        ],
    ),
    "numbered rows with presence and votes": (
        """
        Närvaro- och voteringslista

        Ledamöter Parti Närv § 204 § 205
        Ja Nej Avst Ja Nej Avst
        1 Anna Berg S X X X
        2 Qvirla Marksund M X X -
        3 Bertil Cedervall S X - X
        4 Cilla Dahl C -

        Ersättare
        5 David Ek C X för Cilla Dahl X X
        """,
        [
            "Anna Berg | present | - | ledamot | (S)",
            "Qvirla Marksund | present | - | ledamot | (M)",
            "Bertil Cedervall | present | - | ledamot | (S)",
            "Cilla Dahl | absent | - | ledamot | (C)",
            "David Ek | present | - | tjänstgörande ersättare | (C) | för Cilla Dahl",
        ],
    ),
    "bodies before what is said of one who speaks for them": (
        """
        Deltagare:
        Mora: Anna Berg
        Orsa: –
        Rättvik: anmält förhinder Bertil Cedervall
        Säter: Cilla Dahl
        Ej deltagande: Gagnef, Leksand (David Ek anmält förhinder), Vansbro
        """,
        [
            "Anna Berg | present | Mora | -",
            "Bertil Cedervall | absent | Rättvik | -",
            "Cilla Dahl | present | Säter | -",
            "David Ek | absent | Leksand | -",
        ],
    ),
    "the absent in parentheses, and who came late": (
        """
        Deltagare: Anna Berg, Bertil Cedervall (frånvarande: Cilla Dahl, David Ek), Eva Fors
        Sen ankomst: Filip Gran
        """,
        [
            "Anna Berg | present | - | -",
            "Bertil Cedervall | present | - | -",
            "Cilla Dahl | absent | - | -",
            "David Ek | absent | - | -",
            "Eva Fors | present | - | -",
            "Filip Gran | present | - | -",
        ],
    ),
    "who may check the minutes in another's stead": (
        """
        Beslutande: Anna Berg (S), Bertil Cedervall (M)
        Utses att justera: Bertil Cedervall
        Ersättare: David Ek (C)
        Justeringens plats och tid: Kommunhuset
        """,
        ["Anna Berg | present | - | - | (S)", "Bertil Cedervall | present | - | justerare | (M)"],
    ),
    "a table parted from its headings": (
        """
        Namn Närvarande Frånvarande Ersättare

        Socialdemokraterna

        Anna Berg                   X
        Bertil Cedervall                          X         Lova Dans
        Cilla Dahl                  X
        """,
        [
            "Anna Berg | present | - | -",
            "Bertil Cedervall | absent | - | -",
            "Lova Dans | present | - | -",
            "Cilla Dahl | present | - | -",
        ],
    ),
    "all but some, and then who belongs": (
        """
        Närvarande: Samtliga ledamöter utom Anna Berg och Bertil Cedervall
        Ledamöter: Anna Berg, Bertil Cedervall, Cilla Dahl, David Ek
        """,
        [
            "Anna Berg | absent | - | ledamot",
            "Bertil Cedervall | absent | - | ledamot",
            "Cilla Dahl | present | - | ledamot",
            "David Ek | present | - | ledamot",
        ],
    ),
    "the absent of a group, behind a list with a number of others": (
        """
        Närvarande: Anna Berg, Bertil Cedervall samt ytterligare 21 medlemmar
        Frånvarande från styrelsen: David Ek
        """,
        ["Anna Berg | present | - | -", "Bertil Cedervall | present | - | -", "David Ek | absent | - | -"],
    ),
    "surnames first, without commas": (
        """
        Beslutande
        Berg Anna (S) ordförande
        Cedervall Bertil (M)
        Dahlgren Cilla (C)
        Ekström David (V) ersätter Forsberg Eva (V)

        Övriga
        Gun Hed, sekreterare
        """,
        [
            "Anna Berg | present | - | ordförande | (S)",
            "Bertil Cedervall | present | - | - | (M)",
            "Cilla Dahlgren | present | - | - | (C)",
            "David Ekström | present | - | tjänstgörande ersättare | (V) | för Eva Forsberg",
            "Eva Forsberg | absent | - | - | (V)",
            "Gun Hed | present | - | sekreterare",
        ],
    ),
    "surnames first in the cells of a table": (
        """
        Närvarolista

        Namn               Parti   Närvarande
        Berg, Anna         S       X
        Cedervall, Bertil  M       X
        Dahlgren, Cilla    C
        Ekström, David     V       X
        """,
        [
            "Anna Berg | present | - | - | (S)",
            "Bertil Cedervall | present | - | - | (M)",
            "Cilla Dahlgren | absent | - | - | (C)",
            "David Ekström | present | - | - | (V)",
        ],
    ),
    "the absent in a sentence of the roll-call": (
        """
        § 130 Upprop
        Efter upprop konstateras att följande ledamöter är frånvarande: Anna Berg (S), Bertil Cedervall (M). Som ersättare för dessa tjänstgör Cilla Dahl (S) och David Ek (M).
        """,
        [
            "Anna Berg | absent | - | - | (S)",
            "Bertil Cedervall | absent | - | - | (M)",
            "Cilla Dahl | present | - | tjänstgörande ersättare | (S)",
            "David Ek | present | - | tjänstgörande ersättare | (M)",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lists_of_whole_minutes(case: str) -> None:
    text, expected = CASES[case]
    result = attendance(text)
    assert rows(result) == expected
    assert not [note for note in result.unread if "står på varandra" in note.why]


def test_how_each_voted_is_not_who_was_there() -> None:
    result = attendance("""
        Beslutande
        Ann Berg (S), ordförande
        Leo Falk (M)
        Mia Hed (C)

        § 12 Avgift
        Omröstningsresultat
        Ledamot      Ja   Nej   Avstår  Frånvarande
        Ann Berg     X
        Leo Falk          X
        Mia Hed                          X
        Sven Dal     X
        """)
    assert statuses(result) == {"Ann Berg": "present", "Leo Falk": "present", "Mia Hed": "present"}


def test_a_cross_or_a_dash_before_each_name() -> None:
    result = attendance("""
        Närvarande (x) / Frånvarande (-)
        x Greta Alm, Mora
        x Tord Ekwall, Orsa
        - Signe Norberg, Leksand
        x Lova Dans, Rättvik
        - Olle Stark, Vansbro
        """)
    assert statuses(result) == {
        "Greta Alm": "present",
        "Tord Ekwall": "present",
        "Signe Norberg": "absent",
        "Lova Dans": "present",
        "Olle Stark": "absent",
    }


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Lova Dans (M) anmälde förhinder och ersätts av Tord Ekwall (M).", {"Lova Dans"}),
        ("Tord Ekwall (M) tjänstgör för Lova Dans (M), som har anmält förhinder.", {"Lova Dans"}),
        ("Lova Dans var frånvarande. I hennes ställe kom Tord Ekwall.", {"Lova Dans"}),
    ],
)
def test_who_stands_in_for_the_absent_is_not_absent(sentence: str, absent: set[str]) -> None:
    found = statuses(attendance(f"Beslutande: Greta Alm (S), Tord Ekwall (M)\n\n§ 1 Upprop\n{sentence}\n"))
    assert found == {"Greta Alm": "present", "Tord Ekwall": "present"} | dict.fromkeys(absent, "absent")


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg (S) är inte närvarande vid beslutet.",
        "Kl. 14.10 lämnar Anna Berg (S) sammanträdet.",
        "Anna Berg (S) var frånvarande under behandlingen.",
    ],
)
def test_away_from_one_matter_is_not_absent(sentence: str) -> None:
    assert statuses(attendance(f"Närvarande: Anna Berg (S), Bo Alm (M)\n\n§ 2 Budget\n{sentence}\n")) == {
        "Anna Berg": "present",
        "Bo Alm": "present",
    }


def test_the_absent_of_a_vote_are_not_absent_from_the_meeting() -> None:
    result = attendance("""
        Beslutande: Anna Berg (S), Bertil Cedervall (M), Cilla Dahl (C)

        § 4 Taxa
        Omröstningsresultat
        Ja-röster: Anna Berg (S), Cilla Dahl (C)
        Nej-röster: Bertil Cedervall (M)
        Avstår: Inga
        Frånvarande: David Ek (V)
        """)
    assert statuses(result) == {"Anna Berg": "present", "Bertil Cedervall": "present", "Cilla Dahl": "present"}


def test_a_table_of_people_behind_another_field() -> None:
    result = attendance("""
        Bilaga

        Närvarande ledamöter            Närvarande ersättare
        Anna Berg (S) ordf              Karl Ost (S)
        Bertil Cedervall (M)            Lisa Pil (M)
        """)
    assert statuses(result) == dict.fromkeys(["Anna Berg", "Karl Ost", "Bertil Cedervall", "Lisa Pil"], "present")


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("Deltagare (F = frånvarande)", "(F)"),
        ("Deltagare (F=frånvarande)", "F"),
        ("Närvarande (F = frånvarande):", "F"),
        ("Närvarande (x = frånvarande)", "(x)"),
    ],
)
def test_a_letter_for_the_absent_behind_the_word_for_the_present(label: str, mark: str) -> None:
    result = attendance(f"{label}\nAnna Ek\nBertil Alm {mark}\nCilla Dahl\n")
    assert statuses(result) == {"Anna Ek": "present", "Bertil Alm": "absent", "Cilla Dahl": "present"}


def test_the_absent_who_are_replaced_in_the_roll_call() -> None:
    result = attendance("""
        Ledamöter: Anna Berg (S), Bertil Cedervall (M), Cilla Dahl (C)

        § 1 Upprop
        Upprop förrättas. Frånvarande ledamöter är Cilla Dahl (C), som ersätts av David Ek (C).
        """)
    assert statuses(result) == {"Anna Berg": "present", "Bertil Cedervall": "present", "Cilla Dahl": "absent"}
