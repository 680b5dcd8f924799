"""Members who could not come beside those who stood in for them, line by line; and what stands around such lists."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.attendance.sheets import attendance, rows, statuses

_PAIRS = """
    Kommunfullmäktige 2019-09-30
    {}
    {}
    Bo Lind (S) Anna Berg (S)
    Eva Rask (M), närvarande t.o.m. § 4 Ulf Strand (M), fr.o.m. § 5
    Nils Dahl (C) Vakant
    Stina Falk (V) Saknar ersättare

    § 1 Val av justerare
    Fullmäktige väljer Karin Holm.
    """


@pytest.mark.parametrize("over", ["Förhindrad ledamot Inkallad ersättare", "Frånvarande ledamöter Tjänstgörande ersättare"])
@pytest.mark.parametrize(
    "above",
    ["Närvarande", "Beslutande\n    Samtliga ledamöter utom nedanstående", "Beslutande Samtliga ledamöter med undantag av:"],
)
def test_two_columns_that_ran_together(above: str, over: str) -> None:
    assert rows(attendance(_PAIRS.format(above, over))) == [
        "Bo Lind | absent | - | - | (S)",
        "Anna Berg | present | - | tjänstgörande ersättare | (S) | för Bo Lind",
        "Eva Rask | present | - | - | (M) | t.o.m. § 4",
        "Ulf Strand | present | - | tjänstgörande ersättare | (M) | fr.o.m. § 5 | för Eva Rask",
        "Nils Dahl | absent | - | - | (C)",
        "Stina Falk | absent | - | - | (V)",
    ]


def test_labels_side_by_side_over_single_names_stay_unknown() -> None:
    told = statuses(
        attendance("""
        Frånvarande ledamöter Tjänstgörande ersättare
        Bo Lind (S)
        Anna Berg (S)
        Eva Rask (M)
        """)
    )
    assert set(told.values()) == {"unknown"}


def test_all_but_those_below_says_nothing_of_an_item() -> None:
    told = statuses(
        attendance("""
        Närvarande
        Maria Åsar (S), ordförande
        Samtliga ledamöter utom nedanstående var närvarande
        Frånvarande:
        Bo Lind (S)

        § 1 Val av justerare
        Fullmäktige väljer Karin Holm.
        """)
    )
    assert told == {"Maria Åsar": "present", "Bo Lind": "absent"}


def test_an_office_with_a_capital_behind_a_label() -> None:
    assert rows(
        attendance("""
        Plats och tid Rådhuset, kl 18.30
        Beslutande Maria Åsar (S), Elof Rask (C)
        Övriga närvarande
        Ersättare Karl Hack (S), Maja Rag (V)
        Tjänstemän Kommunchef Stig Lund
        Kanslichef Berit Gran
        Övriga deltagare Tf. ekonomichef Lisa Frost
        """)
    )[2:] == [
        "Karl Hack | present | - | ersättare | (S)",
        "Maja Rag | present | - | ersättare | (V)",
        "Stig Lund | present | - | Kommunchef",
        "Berit Gran | present | - | Kanslichef",
        "Lisa Frost | present | - | Tf. ekonomichef",
    ]


def test_the_heading_of_a_group_is_no_body_of_the_person_above() -> None:
    people = attendance("""
        Närvarande
        Ledamöter:
        Kommunrepresentanter
        Anna Ek Mora kommun
        Bo Alm Orsa kommun
        Cilla Berg Rättviks kommun
        Företag
        Dan Lind LRF
        Eva Gran Norra Brygg
        Ideella naturvården
        Fredrik Holm SNF Dalarna
        """).people
    assert {p.name: p.represents for p in people}["Fredrik Holm"] == "SNF Dalarna"
    assert "Ideella naturvården" not in {p.represents for p in people}


def test_an_organisation_behind_an_office_is_nobody() -> None:
    assert rows(
        attendance("""
        Övriga deltagande Karin Holm, ekonom
        Sofia Berg, ordförande Kvinnojouren Ljuset
        Maria Lund, nämndsekreterare
        """)
    ) == [
        "Karin Holm | present | - | ekonom",
        "Sofia Berg | present | Kvinnojouren Ljuset | ordförande",
        "Maria Lund | present | - | nämndsekreterare",
    ]


def test_an_ordinal_whose_letter_stood_above_the_line() -> None:
    assert rows(
        attendance("""
        Beslutande Maria Berg, ordförande (S)
        Monika Lind, 1: e vice ordförande (V)
        Jonas Holm (C), 2: e vice ordförande
        """)
    )[1:] == [
        "Monika Lind | present | - | 1:e vice ordförande | (V)",
        "Jonas Holm | present | - | 2:e vice ordförande | (C)",
    ]


def test_a_secretary_who_signs_behind_those_chosen_to_check() -> None:
    told = statuses(
        attendance("""
        Beslutande: Maria Berg (S), ordförande
        Jonas Holm (C)
        Utses att justera: Jonas Holm
        Sekreterare: ........................ Paragrafer 36–50
        Pia Strand
        Ordförande: ..........................
        Maria Berg
        """)
    )
    assert told["Pia Strand"] == "present"


@pytest.mark.parametrize(
    "title",
    [
        "Sjuksköterska",
        "Undersköterska",
        "Barnombudsman",
        "Ungdomskonsulent",
        "Protokollförare",
        "Lantmätare",
        "Vårdbiträde",
        "Kassör",
        "Auktoriserad revisor",
    ],
)
def test_a_title_with_a_capital_behind_a_name_is_no_part_of_it(title: str) -> None:
    people = attendance(f"""
        Närvarande
        Anna Ek Rektor
        Bo Almgren {title}
        Cilla Berg Kurator

        § 1 Mötets öppnande
        """).people
    assert [p.name for p in people] == ["Anna Ek", "Bo Almgren", "Cilla Berg"]
    assert people[1].role is not None


def test_a_surname_that_ends_as_a_role_does_stays_one() -> None:
    people = attendance("Närvarande: Anna Kowalska, Bo Bergman, Cilla Malinowska").people
    assert [p.name for p in people] == ["Anna Kowalska", "Bo Bergman", "Cilla Malinowska"]


def test_a_sentence_that_begins_with_an_office() -> None:
    assert rows(
        attendance("""
        Samråd vid Hamnskolan 2022-11-16

        Närvarande vid mötet var rektor Anna Lidström, lärare Karin Hammar,
        skolsköterska Ida Rosén samt föräldrarepresentant Johan Brunn.

        1. Anna önskar alla välkomna.
        """)
    ) == [
        "Anna Lidström | present | - | rektor",
        "Karin Hammar | present | - | lärare",
        "Ida Rosén | present | - | skolsköterska",
        "Johan Brunn | present | - | föräldrarepresentant",
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("andra vice ordf.", "2:e vice ordförande"), ("första vice ordf", "1:e vice ordförande"), ("2:a v. ordförande", "2:e vice ordförande"),
        ("1 vice ordf", "1:e vice ordförande"), ("tredje vice ordförande", "3:e vice ordförande"), ("v. ordf", "vice ordförande"),
    ],
)  # fmt: skip
def test_ways_of_writing_vice_chairs(written: str, kept: str) -> None:
    assert [p.role for p in attendance(f"Närvarande: Anna Ek (S), {written}, Bo Alm (M)").people][:1] == [kept]


def test_a_list_that_begins_with_initials_and_tells_no_parties() -> None:
    assert list(
        statuses(
            attendance("""
        Plats och tid Folkets hus, kl 13.00
        Beslutande K G Norsten, ordf
        Viveka Norin
        Åke Nilund
        Utses att justera Åke Nilund
        """)
        )
    ) == ["K G Norsten", "Viveka Norin", "Åke Nilund"]


def test_groups_behind_the_signatures_of_the_front_page() -> None:
    people = attendance("""
        Närvarande
        Beslutande
        Birgit Loman, ordförande (S)
        Ulf Erikson (C)
        Justerare
        Ulf Erikson (C)
        Underskrifter
        Sekreterare:
        Pernilla Torvald
        Politiska sekreterare
        Johan Hellstrand (S)
        Nanna Tulin (L)
        Yttranderätt: Bo Tryggve (M)

        § 1 Dagordning
        """).people
    assert {p.name: p.role for p in people if p.name in ("Johan Hellstrand", "Nanna Tulin")} == {
        "Johan Hellstrand": "politisk sekreterare",
        "Nanna Tulin": "politisk sekreterare",
    }
    assert next(p.role for p in people if p.name == "Bo Tryggve") is None


def test_a_roll_with_the_names_of_parties_over_its_groups() -> None:
    assert rows(
        attendance("""
        Närvaro- och omröstningslista
        PARTI När- Tjg. RESERVATION OMRÖSTNING ANTECKNING
        varo ers. Namn Ja Nej Ja Nej
        SOCIALDEMOKRATERNA - Ordinarie (21)
        Elisabet Larsen 1
        Mikael Sjöberg 1 Justerare
        Annelie Marker -
        SOCIALDEMOKRATERNA - Ersättare (11)
        Birgitta Forsman 1 X
        Reza Alborg -
        VÄNSTERPARTIET (3)
        Lars Enberg 1 Ordförande
        Maria Holm -

        § 95 Upprop
        """)
    ) == [
        "Elisabet Larsen | present | - | ledamot | (S)",
        "Mikael Sjöberg | present | - | justerare | (S)",
        "Annelie Marker | absent | - | ledamot | (S)",
        "Birgitta Forsman | present | - | ersättare | (S)",
        "Reza Alborg | absent | - | ersättare | (S)",
        "Lars Enberg | present | - | ordförande | (V)",
        "Maria Holm | absent | - | - | (V)",
    ]


def test_a_substitute_for_somebody_in_short() -> None:
    assert rows(
        attendance("""
        Beslutande Anna Ek, ordf
        Bo Alm, tjg ers f Cilla Berg, kl 13.30–14.10
        """)
    )[1:] == ["Bo Alm | present | - | tjänstgörande ersättare | kl 13.30–14.10 | för Cilla Berg"]


def test_who_takes_no_part_in_a_decision_was_there() -> None:
    told = statuses(
        attendance("""
        Beslutande Anna Ek (S), ordförande
        Bo Alm (M)
        Cilla Berg (C)
        Utses att justera Bo Alm

        § 1 Verksamhetsuppföljning
        Socialchefen redogör för läget.

        § 2 Remiss
        Deltar ej i beslutet: Bo Alm (M)
        """)
    )
    assert told == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Berg": "present"}


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("Karl Dahl är sjukskriven.", False), ("Karl Dahl är föräldraledig.", False), ("Karl Dahl är sjuk i dag.", True),
        ("Karl Dahl har anmält förhinder.", True), ("Karl Dahl hade lämnat återbud.", True),
    ],
)  # fmt: skip
def test_leave_told_of_in_an_item_says_nothing_of_the_meeting(sentence: str, gone: bool) -> None:
    told = statuses(
        attendance(f"""
        Deltagare: Anna Ek, Bo Alm

        1. Föregående anteckningar
        Anteckningarna gås igenom.
        2. Rekrytering
        {sentence}
        """)
    )
    assert ("Karl Dahl" in told) is gone


OPPOSITE = """
    Anteckningar Styrgruppen 2024-05-06

    {heads}
    Monika Sand, Mora (ordf.) Ingvar Berg, Orsa
    Bengt Revelj, Leksand Lisa Halm, Rättvik
    {rest}

    1. Föregående anteckningar
    Inget att tillägga.
"""


@pytest.mark.parametrize(
    ("heads", "rest", "alone"),
    [
        ("Deltagare Frånvarande", "Åsa Tyrsson, Älvdalen via länk\nKarin Rud, Malung", "present"),
        ("Närvarande Frånvarande", "Åsa Tyrsson, Älvdalen\nKarin Rud, Malung", "unknown"),
        ("Närvarande Förhinder", "Åsa Tyrsson, Älvdalen, sjuk\nKarin Rud, Malung", "absent"),
    ],
)
def test_two_columns_of_those_who_came_and_who_did_not(heads: str, rest: str, alone: str) -> None:
    told = statuses(attendance(dedent(OPPOSITE).format(heads=heads, rest=rest)))
    assert told.pop("Karin Rud") == alone
    del told["Åsa Tyrsson"]
    assert told == {"Monika Sand": "present", "Ingvar Berg": "absent", "Bengt Revelj": "present", "Lisa Halm": "absent"}


def test_whom_those_in_a_column_of_numbered_substitutes_stand_for() -> None:
    told = attendance(
        """
        Kommunfullmäktige 2025-05-26

        Beslutande ledamöter
        1 Stellan Åberg
        2 Gun Öberg
        3 Bertil Hjort, kl. 18.10-20.35
        (S)
        (C)
        (M)
        Ersättare för
        4 Mia Torn
        5 Vera Sköld
        6 Ivan Hamrin
        Krister Lann (C)
        Maria Edlund (M)
        Bertil Hjort (M), kl. 20.35-21.00

        § 1 Öppnande
        Mötet öppnades.
        """
    )
    assert statuses(told) == {
        **dict.fromkeys(("Stellan Åberg", "Gun Öberg", "Bertil Hjort", "Mia Torn", "Vera Sköld", "Ivan Hamrin"), "present"),
        **dict.fromkeys(("Krister Lann", "Maria Edlund"), "absent"),
    }
    assert [person.replaces for person in told.people if person.replaces] == ["Krister Lann", "Maria Edlund", "Bertil Hjort"]


ROWS = """
    Avfallsnämnden 2023-02-02

    Närvarande Frånvarande
    Ordinarie Claes Brink (M), Mora
    Ordinarie Tony Harlund (S), Mora
    Ordinarie Mats Rydell (S), Orsa
    Ersättare Elin Bill (S), Mora
    tjg för Tony Harlund
    Tjänsteman Lisa Munk, sekreterare

    {}

    § 1 Sammanträdets öppnande
    Sammanträdet öppnas.
"""


@pytest.mark.parametrize(
    ("count", "others", "away"),
    [
        ("", "unknown", ()),
        ("Antal närvarande: 3 Antal frånvarande: 2", "unknown", ()),
        ("Antal närvarande: 3 Antal frånvarande: 2 (Tony Harlund, Mats Rydell)", "present", ("Tony Harlund", "Mats Rydell")),
        ("Antal frånvarande: 2 (Mats Rydell)", "unknown", ("Mats Rydell",)),
    ],
)
def test_rows_whose_marks_are_lost_tell_nothing_but_what_a_count_tells(count: str, others: str, away: tuple[str, ...]) -> None:
    told = statuses(attendance(dedent(ROWS).format(count)))
    listed = ("Claes Brink", "Tony Harlund", "Mats Rydell", "Elin Bill", "Lisa Munk")
    assert told == {**dict.fromkeys(listed, others), **dict.fromkeys(away, "absent")}
