"""Whom people speak for when it is more than one town or no town at all, guests called to one matter, and where the absent end."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses, towns


def test_one_official_for_two_municipalities() -> None:
    result = attendance("""
        | Kommun | Deltagare |
        |---|---|
        | Mora | Anna Ek |
        | Orsa | Anna Ek, se Mora |
        | Leksand | Bo Alm |
        """)
    assert rows(result) == ["Anna Ek | present | Mora och Orsa | -", "Bo Alm | present | Leksand | -"]
    assert towns(result) == {"Mora": "present", "Orsa": "present", "Leksand": "present"}


def test_two_elected_members_of_one_name() -> None:
    result = attendance("Närvarande\nAnna Ek (S), Mora\nBo Alm (M), Leksand\nAnna Ek (S), Orsa\n")
    assert [p.represents for p in result.people] == ["Mora", "Leksand", "Orsa"]


def test_two_municipalities_beside_one_name() -> None:
    result = attendance("Deltagare\nAnna Ek, Mora och Orsa\nBo Alm (Rättvik/Leksand)\nCilla Björk, Malung-Sälen\n")
    assert set(towns(result)) == {"Mora", "Orsa", "Rättvik", "Leksand", "Malung-Sälen"}


def test_what_is_called_by_a_town_is_not_its_municipality() -> None:
    result = attendance("""
        | Namn | Organisation | Närvaro |
        |---|---|---|
        | Anna Ek | Mora kommun | Ja |
        | Bo Alm | Orsa kommun, ersättare | Ja |
        | Cilla Björk | Mora hamncentral | Ja |
        | David Asp | Leksands IF | Ja |
        """)
    assert [(p.represents, p.role) for p in result.people] == [
        ("Mora", None), ("Orsa", "ersättare"), ("Mora hamncentral", None), ("Leksands IF", None),
    ]  # fmt: skip
    assert set(towns(result)) == {"Mora", "Orsa"}


def test_a_club_and_a_police_district_behind_names() -> None:
    result = attendance("Övriga närvarande: Anna Ek, Mora AIF, Bo Alm, Polisområde Viken, punkt 6, Cilla Björk, Hamnverket\n")
    assert [(p.name, p.represents) for p in result.people] == [
        ("Anna Ek", "Mora AIF"), ("Bo Alm", "Polisområde Viken"), ("Cilla Björk", "Hamnverket"),
    ]  # fmt: skip


def test_the_body_behind_a_name_goes_before_a_group_that_no_list_knows() -> None:
    result = attendance("Närvarande\nFör hamnföreningarna:\nBerne S:t Ek, HRF\nAnna Alm, Bryggföreningen\n")
    assert [(p.name, p.represents) for p in result.people] == [("Berne S:t Ek", "HRF"), ("Anna Alm", "Bryggföreningen")]


def test_whether_one_who_is_called_to_a_matter_came_is_not_told() -> None:
    result = attendance("""
        Närvarande
        Anna Ek, ordförande
        Bo Alm, hamndirektör, kallad till punkt 11
        Cilla Björk, hamnchef, inbjuden till punkt 6
        David Asp, ekonom, punkt 4
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "unknown", "Cilla Björk": "unknown", "David Asp": "present"}


def test_a_field_of_its_own_below_that_of_the_absent() -> None:
    result = attendance("""
        | | |
        |---|---|
        | **Datum** | 2023-10-12 |
        | **Närvarande** | Anna Ek, Mora; Bo Alm, Orsa |
        | **Frånvarande** | Cilla Björk, Rättvik |
        | | David Asp, Leksand |
        | **Från hamnverket** | Eva Gran (anteckningar), Filip Rönn |
        """)
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "absent", "Eva Gran": "present",
        "Filip Rönn": "present",
    }  # fmt: skip


def test_a_title_over_its_holder_below_the_absent() -> None:
    result = attendance("""
        Närvarande
        Mora: Anna Ek, Bo Alm

        Ej närvarande
        Rättvik: Cilla Björk

        Processledare
        David Asp (för anteckningar)
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "present"}
    assert result.people[3].represents is None


def test_letters_of_the_legend_for_two_people_of_one_row() -> None:
    result = attendance("""
        Närvarolista (N = närvarande, F = frånvarande)

        | Kommun | Namn | N/F |
        |---|---|---|
        | Mora | Anna Ek<br>Bo Alm | N<br>F |
        | Orsa | Cilla Björk | N |

        Även med: David Asp, processledare; Eva Gran, Hamnverket (punkt 3)
        """)
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present", "Eva Gran": "present",
    }  # fmt: skip


def test_one_who_went_in_for_another() -> None:
    result = attendance("Närvarande: Anna Ek, Mora, Bo Alm, Orsa, som gick in för Cilla Björk, samt David Asp, Rättvik\n")
    assert [(p.name, p.replaces) for p in result.people][1] == ("Bo Alm", "Cilla Björk")
    assert statuses(result)["Cilla Björk"] == "absent"


def test_a_surname_that_a_small_word_is_like() -> None:
    result = attendance("Närvarande: hamnchef Stefan Ek, stf hamnchef Kim Storå § 35–37, sekreterare Agneta Vik\n")
    assert [(p.name, p.paragraphs) for p in result.people] == [
        ("Stefan Ek", None),
        ("Kim Storå", "§ 35–37"),
        ("Agneta Vik", None),
    ]


def test_a_house_in_a_town_is_not_the_town() -> None:
    result = attendance("Deltagare: Anna Ek, Högskolan i Mora, Bo Alm, Socialförvaltningen i Orsa\n")
    assert [p.represents for p in result.people] == ["Högskolan i Mora", "Orsa"]


def test_how_much_of_the_meeting_is_told_behind_the_town_in_its_cell() -> None:
    result = attendance(
        "Närvarande:\nAnna Ek\tMora kommun t o m § 6\nBo Alm\tOrsa kommun\nCilla Björk\tLeksands kommun, från punkt 4\n"
    )
    assert [(p.represents, p.paragraphs) for p in result.people] == [
        ("Mora", "t o m § 6"), ("Orsa", None), ("Leksand", "från punkt 4"),
    ]  # fmt: skip


def test_schools_over_their_people_and_signatures_behind_the_absent() -> None:
    result = attendance("""
        Skolornas ombud
        Bryggymnasiet
        Anna Ek, Bo Alm
        Viks skola
        Cilla Björk

        Sjuk: David Asp, Viks skola

        Vi börjar

        Anna öppnade mötet.

        Anna Ek          Cilla Björk
        sekreterare      justerare
                         Bo Alm
                         justerare
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent"}
    assert [p.represents for p in result.people] == ["Bryggymnasiet", "Bryggymnasiet", "Viks skola", "Viks skola"]


def test_small_letters_of_a_local_party_and_letters_in_a_cell_of_titles() -> None:
    result = attendance("""
        Beslutande
        Anna Ek (m), ordförande
        Bo Alm (s)
        Cilla Björk (ö) frånvarande § 65

        Övriga närvarande

        | Namn | Funktion |
        |---|---|
        | David Asp | Ej tjänstgörande ersättare (S) |
        | Eva Gran | Hamnchef |
        """)
    assert [(p.name, p.party) for p in result.people] == [
        ("Anna Ek", "M"), ("Bo Alm", "S"), ("Cilla Björk", "Ö"), ("David Asp", "S"), ("Eva Gran", None),
    ]  # fmt: skip


def test_guests_at_one_point() -> None:
    result = attendance("Närvarande:\nAnna Ek\nBo Alm\nEj närvarande:\nCilla Björk\nGäst på punkt 3: David Asp, Hamnverket\n")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "present"}


def test_who_was_what_at_the_meeting() -> None:
    result = attendance(
        "Närvarande från kommunerna var Marie Ek, Mora, och Tina Asp, Rättvik. Processledare var Emelie Hassel, som även skrev anteckningarna.\n"
    )
    assert [(p.name, p.represents, p.role) for p in result.people] == [
        ("Marie Ek", "Mora", None), ("Tina Asp", "Rättvik", None), ("Emelie Hassel", None, "processledare"),
    ]  # fmt: skip


def test_a_letter_before_a_heading_is_no_initial() -> None:
    assert list(statuses(attendance("Med på mötet\nAnna Ek\nBo Alm\n\nA. Sedan sist\n\nAnteckningarna godkändes.\n"))) == [
        "Anna Ek",
        "Bo Alm",
    ]


def test_a_union_that_is_called_by_a_title() -> None:
    result = attendance("Deltagare\nAnna Ek, Fysioterapeuterna\nBo Alm, Kommunal\n")
    assert [(p.represents, p.role) for p in result.people] == [("Fysioterapeuterna", None), ("Kommunal", None)]


def test_initials_in_parentheses_before_whom_they_speak_for() -> None:
    result = attendance(
        """
        Närvarande

        Ulrika Sanner (US), Sanners Fisk AB (ordf.)

        Per Dahl (PD), LRF

        Pernilla Wret (PW), Brygghus Norr

        Ali Karimi (AK), Café Bryggan

        Frånvarande

        Roger Alm (RA), Handlarna

        Kommunens representanter

        Karin Dahl (KD), kommunalråd

        Bengt-Olof Grahn (BG), näringslivschef

        1. Öppnande
        """
    )
    assert rows(result) == [
        "Ulrika Sanner | present | Sanners Fisk AB | ordförande",
        "Per Dahl | present | LRF | -",
        "Pernilla Wret | present | Brygghus Norr | -",
        "Ali Karimi | present | Café Bryggan | -",
        "Roger Alm | absent | Handlarna | -",
        "Karin Dahl | present | - | kommunalråd",
        "Bengt-Olof Grahn | present | - | näringslivschef",
    ]
