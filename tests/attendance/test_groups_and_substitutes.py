"""Groups below a table, members with substitutes beside them, sorted lists, and labels that are glued or stand in a run."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses, towns


def test_whom_a_label_glued_to_a_date_says_those_listed_come_from() -> None:
    result = attendance(
        "Minnesanteckningar från samtal i Tallby 2013-09-03Närvarande från byarådet: Anna Ek, Bo Alm,\n"
        "Cilla Björk och David Asp.\nNärvarande från Mora kommun: Eva Gran, kommunalråd.\n\n1. Öppnande"
    )
    assert set(statuses(result)) == {"Anna Ek", "Bo Alm", "Cilla Björk", "David Asp", "Eva Gran"}
    assert set(statuses(result).values()) == {"present"}


def test_a_list_that_ran_together_ends_before_the_first_item() -> None:
    result = attendance(
        "Anteckningar från Tallgruppen Plats: Tallsalen Deltagare Anna Ek, Mora (för & grund), ordförande Bo Alm, Orsa (gymn & vux) "
        "Cilla Björk, Brygghuset Deltog ej David Asp, Mora (för & grund) Eva Gran, Orsa (gymn & vux) "
        "Förskolan 1. Språkbruk på bryggan (Cilla Björk)"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent", "Eva Gran": "absent",
    }  # fmt: skip


def test_numbered_names_in_a_run_are_no_items() -> None:
    result = attendance(
        "Tallrådets sammanträde i Tallby den 4 maj 2023 i Stora salen, Tallby stadshus, klockan 13.00 till 16.10 med kaffe i Lilla salen "
        "Närvarande: 1. Anna Ek från Mora 2. Bo Alm från Orsa"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]


def test_substitutes_in_parentheses_of_those_who_decided() -> None:
    result = attendance("Beslutande:\nAnna Ek (S), ordförande\nBo Alm (M) (ers Cilla Björk (M))\nDavid Asp (C)\n\n1. Öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "David Asp": "present", "Cilla Björk": "absent"}
    assert [p.replaces for p in result.people] == [None, "Cilla Björk", None, None]


def test_the_party_of_a_member_behind_a_comma() -> None:
    result = attendance("Beslutande\nAnna Ek, s, ordförande\nBo Alm, s, ersätter Cilla Björk, s\nDavid Asp, kd\n\n§ 1 Öppnande")
    assert {p.name: (p.status.value, p.party) for p in result.people}["Cilla Björk"] == ("absent", "S")


def test_a_parenthesis_that_closes_with_a_brace() -> None:
    result = attendance("Beslutande\nAnna Ek (s), ordförande\nBo Alm (fp}\nCilla Björk (c)\n\n§ 1 Öppnande")
    assert [(p.name, p.party) for p in result.people] == [("Anna Ek", "S"), ("Bo Alm", "FP"), ("Cilla Björk", "C")]


def test_who_came_instead_in_parentheses_behind_the_mark_of_one_away() -> None:
    result = attendance(
        "Närvarolista\n\nNamn Närvarande = N\nFrånvarande = F Ja Nej\n\nLEDAMÖTER\n\nAnna Ek S N Ja\nBo Alm S F (Eva Gran) Ja\n"
        "Cilla Björk M N Nej\nDavid Asp C N Nej\n\nERSÄTTARE\n\nEva Gran S N\nFrida Hed M F\n\n§ 1 Öppnande"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present", "Eva Gran": "present",
        "Frida Hed": "absent",
    }  # fmt: skip
    assert next(p.replaces for p in result.people if p.name == "Eva Gran") == "Bo Alm"


def test_first_names_as_surnames_in_a_sorted_list() -> None:
    result = attendance(
        "Närvarande:\nAlm Bo Bryggverket\nBjörk Cilla HSO\nDavid Siv HSO, ordförande\nEk Anna Bryggverket\nGran Eva HSO\nHed Frida HSO\n"
        "Simon Peter Bryggverket\n\n1. Öppnande\nPeter Simon hälsade välkommen."
    )
    assert list(statuses(result)) == ["Bo Alm", "Cilla Björk", "Siv David", "Anna Ek", "Eva Gran", "Frida Hed", "Peter Simon"]


def test_first_names_out_of_order_in_a_sorted_list() -> None:
    result = attendance(
        "Närvarande:\nAlm Bo Bryggverket\nBjörk Cilla HSO\nSiv David HSO, ordförande\nEk Anna Bryggverket\nGran Eva HSO\nHed Frida HSO\n"
        "\n1. Öppnande"
    )
    assert "Siv David" in statuses(result)


def test_groups_with_names_of_their_own_below_a_table() -> None:
    result = attendance(
        "Närvarande\nLedamöter:\nKommunrepresentanter\nAnna Ek        Mora kommun (ordf.)\nBo Alm         Orsa kommun (t.o.m. § 6)\n"
        "Cilla Björk    Leksands kommun\n\nBoende i hamnen\nDavid Asp      LRF\nEva Gran       LRF\n\nFöretagen\nFrida Hed      Mora Brygg AB\n\n"
        "Plats:   Bryggsalen\n\n§ 1 Öppnande"
    )
    assert rows(result) == [
        "Anna Ek | present | Mora | ordförande",
        "Bo Alm | present | Orsa | - | t.o.m. § 6",
        "Cilla Björk | present | Leksand | -",
        "David Asp | present | LRF | -",
        "Eva Gran | present | LRF | -",
        "Frida Hed | present | Mora Brygg AB | -",
    ]
    assert towns(result) == {"Mora": "present", "Orsa": "present", "Leksand": "present"}


def test_what_stands_below_a_table_and_names_no_group() -> None:
    result = attendance(
        "Närvarande\nAnna Ek        Mora kommun\nBo Alm         Orsa kommun\nCilla Björk    Leksands kommun\n\nVid protokollet\nDavid Asp\n\n"
        "§ 1 Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk"]


def test_a_list_that_ran_together_ends_before_the_number_of_an_item() -> None:
    result = attendance(
        "Minnesanteckningar från Bryggberedningen Närvarande Anna Ek (s) ordförande Bo Alm (m) punkt 1-4 Inbjudna gäster Cilla Björk, "
        "hamnchef David Asp, Länsstyrelsen Dalarna 1. Inledning Anna Ek hälsade samtliga välkomna. 2. Uppföljning Cilla Björk informerade."
    )
    assert [p.represents for p in result.people if p.name == "David Asp"] == ["Länsstyrelsen Dalarna"]


def test_bodies_that_nobody_knows_in_a_list_of_names_and_bodies() -> None:
    result = attendance(
        "Närvarande\nAnna Ek Mora kommun\nBo Alm LRF\nCilla Björk SRF\nDavid Asp Orsa\nEva Gran Bryggmakten\nFrida Hed Holmström\n\n"
        "1. Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk", "David Asp", "Eva Gran", "Frida Hed Holmström"]


def test_three_words_in_a_list_of_names_alone() -> None:
    result = attendance("Närvarande\nAnna Ek\nBo Alm\nCilla Björk SRF\nDavid Asp\nEva Gran Bryggmakt\n\n1. Öppnande")
    assert "Eva Gran Bryggmakt" in statuses(result)


def test_clinics_and_branches_called_by_a_town() -> None:
    result = attendance("Deltagare:\nAnna Ek (ordf.), KK Mora\nBo Alm, KK Orsa\nCilla Björk, Leksand\n\n1. Öppnande")
    assert [p.represents for p in result.people] == ["KK Mora", "KK Orsa", "Leksand"]
    assert towns(result) == {"Leksand": "present"}


def test_associations_in_lines_of_their_own() -> None:
    result = attendance(
        "Närvarande\nAnna Ek, ordförande\nBo Alm, bibliotekarie\nHamnfolkets förening i Mora\nSkånes Bryggares Distriktsförbund\n"
        "Två tolkar\n\n1. Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]
