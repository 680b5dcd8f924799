"""The same lists in copies that lost their blank lines, their line ends or their columns, or whose noise looks like marks."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses

PRESENT = (
    "Närvarande:\nAnna Ek           Mora kommun, ordförande\nBo Alm            Orsa kommun\nCilla Björk       Leksands kommun\n"
)
ABSENT = "Ej närvarande:\nDavid Asp         Rättviks kommun\nEva Gran          Falu kommun\n"


@pytest.mark.parametrize(("group", "status"), [("Tjänstepersoner:", "present"), ("Ersättare:", "absent")])
def test_a_group_below_the_absent_in_one_table(group: str, status: str) -> None:
    result = attendance(
        PRESENT + ABSENT + f"{group}\nFrida Hed         Region Dalarna\nGun Holm          Region Dalarna\n\n1. Öppnande"
    )
    found = statuses(result)
    assert (found["Anna Ek"], found["David Asp"], found["Frida Hed"], found["Gun Holm"]) == ("present", "absent", status, status)


def test_a_group_again_below_the_absent_in_one_table() -> None:
    result = attendance(
        PRESENT
        + "Tjänstepersoner:\nHans Bro          Region Dalarna\n"
        + ABSENT
        + "Tjänstepersoner:\nFrida Hed         Region Dalarna\n\n1. Öppnande"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "Hans Bro": "present", "David Asp": "absent",
        "Eva Gran": "absent", "Frida Hed": "absent",
    }  # fmt: skip


def test_blank_lines_in_a_sorted_list() -> None:
    names = ["Alm Bo Bryggverket", "Björk Cilla HSO", "David Siv HSO", "Ek Anna Bryggverket", "Gran Eva HSO", "Hed Frida HSO"]
    result = attendance("Närvarande:\n\n" + "\n\n".join(names) + "\n\n1. Öppnande")
    assert list(statuses(result)) == ["Bo Alm", "Cilla Björk", "Siv David", "Anna Ek", "Eva Gran", "Frida Hed"]


def test_groups_with_colons_behind_a_label() -> None:
    result = attendance(
        "Närvarande Mora: Anna Ek, Bo Alm Orsa: Cilla Björk\n\nEj närvarande Mora: David Asp Orsa: Eva Gran\n\n"
        "Processledare Frida Hed (för anteckningar)\n\n1. Öppnande"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent", "Eva Gran": "absent",
        "Frida Hed": "present",
    }  # fmt: skip
    assert {p.name: p.represents for p in result.people}["Eva Gran"] == "Orsa"


def test_titles_before_all_names_of_the_absent() -> None:
    result = attendance("Närvarande: Anna Ek\n\nFrånvarande: Rektor Bo Alm\n\nLärare Cilla Björk\n\n1. Öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "absent"}


def test_two_dashes_of_those_away_in_a_list_that_ran_together() -> None:
    result = attendance(
        "Beslutande\n\nOrdinarie ledamöter Närvaro § 6 § § Tjg Ej tjg JA NEJ JA NEJ JA NEJ Anna Ek (S) ordförande X X Bo Alm (C) vice "
        "ordförande X X Marianne Perstorp (M) X X Cilla Björk (M) - - David Asp (L) X X Eva Gran (S) - - Frida Hed (SD) X X\n\n"
        "§ 1 Öppnande"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Marianne Perstorp": "present", "Cilla Björk": "absent", "David Asp": "present",
        "Eva Gran": "absent", "Frida Hed": "present",
    }  # fmt: skip


def test_signs_of_text_recognition_that_look_like_strikes() -> None:
    names = ["Anna Ek", "Bo Alm", "Cilla Björk", "David Asp", "Eva Gran", "Frida Hed", "Gun Holm", "Hans Bro"]
    lines = "\n".join(f"~~{name} (s)~~" for name in names)
    assert set(statuses(attendance(f"Beslutande\n{lines}\n\n§ 1 Öppnande")).values()) == {"present"}
    told = f"Beslutande (överstruken = frånvarande)\n{lines}\n\n§ 1 Öppnande"
    assert set(statuses(attendance(told)).values()) == {"unknown"}


def test_strikes_of_some() -> None:
    names = ["Bo Alm", "Cilla Björk", "David Asp", "Eva Gran", "Frida Hed", "Gun Holm", "Hans Bro", "Ida Lund"]
    lines = "\n".join(f"~~{name} (s)~~" for name in names)
    found = statuses(attendance(f"Beslutande\nAnna Ek (s)\n{lines}\n\n§ 1 Öppnande"))
    assert found.pop("Anna Ek") == "present"
    assert set(found.values()) == {"absent"}


SIDE_BY_SIDE = (
    "Närvarande Frånvarande\n"
    "Anna Ek, regionen, ordförande                      David Asp, Rättviks kommun\n"
    "Bo Alm, Mora kommun, vice ordf.                    Eva Gran, Falu kommun\n"
    "Cilla Björk, Orsa kommun\n"
    "Frida Hed, Leksands kommun                         Tjänstemän\n"
    "Gun Holm, Älvdalens kommun                         Hans Bro, trafikplanerare\n"
)


def test_labels_side_by_side_above_columns_of_names() -> None:
    result = attendance(SIDE_BY_SIDE + "\n1. Öppnande")
    assert statuses(result) == {
        "Anna Ek": "present", "David Asp": "absent", "Bo Alm": "present", "Eva Gran": "absent", "Cilla Björk": "present",
        "Frida Hed": "present", "Gun Holm": "present", "Hans Bro": "present",
    }  # fmt: skip


def test_answers_of_presence_before_the_body_of_the_next() -> None:
    result = attendance(
        "Beslutande ledamöter Kommun Ledamot Parti Närvaro Mora Anna Ek, ordf S Ja Orsa Bo Alm M Ja Leksand Cilla Björk S Nej Rättvik "
        "David Asp M Ja\n\n§ 1 Öppnande"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "present"}


def test_what_somebody_is_the_head_of() -> None:
    result = attendance(
        "Övriga närvarande\nAnna Ek, kulturstrateg, § 4\nBo Alm, vd Höga Udden Hamnutveckling, § 5\n\n§ 1 Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]


def test_surnames_before_commas_in_text_that_ran_together() -> None:
    result = attendance(
        "1 (5) Tid: Kl 9.00-11.40 Plats: Bryggrummet Närvarande ledamöter: Almgren, Mikael Bjurling, Katja Ewert Lind, Susanne "
        "Fransén, Patrik del av 9 Hedenskog, Lars Rimmer, Ulrika 1-8 Övriga närvarande: Nylander, Birgitta sekreterare "
        "Frånvarande ledamöter: Ekman Ros, Tomas Lagerstedt, Sofia Paragrafer: 1-10"
    )
    assert statuses(result) == {
        "Mikael Almgren": "present", "Katja Bjurling": "present", "Susanne Ewert Lind": "present", "Patrik Fransén": "present",
        "Lars Hedenskog": "present", "Ulrika Rimmer": "present", "Birgitta Nylander": "present", "Tomas Ekman Ros": "absent",
        "Sofia Lagerstedt": "absent",
    }  # fmt: skip


def test_names_parted_by_commas_are_no_surnames_before_first_names() -> None:
    result = attendance("Närvarande: Karin Holm, Olle Ting, Sara Vide, Per Lind, Eva Berg, Bo Alm, Lars Ek\n")
    assert list(statuses(result)) == ["Karin Holm", "Olle Ting", "Sara Vide", "Per Lind", "Eva Berg", "Bo Alm", "Lars Ek"]


def test_present_for_some_paragraphs_and_absent_for_others_without_their_dashes() -> None:
    result = attendance(
        "1 Protokoll från styrelsen den 3 maj 2021 Närvarande ledamöter Karin Holm, dekanus, 4 9, Olle Ting Ej närvarande ledamöter Karin Holm, 1 3, Sara Vide\n"
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


def test_one_who_takes_no_part_in_a_paragraph_without_its_sign_was_there() -> None:
    result = attendance("Närvarande\nKarin Holm (C), ordförande, deltar inte i 118\nOlle Ting (M)\n")
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present"}


def test_the_address_at_the_foot_of_the_page_names_nobody() -> None:
    result = attendance(
        "Beslutande Karin Holm (C), ordförande Olle Ting (M) Ersättare Sara Vide (S) Besöksadress: Rådhus Norrby, Storgatan 12 "
        "Postadress: Region Norrby Telefon (växel): E-post: Internet:"
    )
    assert list(statuses(result)) == ["Karin Holm", "Olle Ting", "Sara Vide"]


def test_a_column_of_labels_with_signs_of_paragraphs_misread() -> None:
    result = attendance(
        "1 BRYGGFÖRBUND SAMMANTRÄDESPROTOKOLL Plats och tid Omfattning ande Ledamöter Tjänstgörande ersättare övriga deltagande "
        "Ersättare Tjänstemän m.fl Datum för justering Underskrifter Förbundskontoret, klockan 13.15-15.40 §§ 61-71 Karin Holm (S), "
        "ordförande Olle Ting (C), §§ 61-68 Sara Vide (V), ersättare fiir Per Lind (S) Eva Berg, bryggchef Bo Alm, sekreterare"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "absent", "Eva Berg": "present", "Bo Alm": "present",
    }  # fmt: skip


def test_ones_and_dashes_of_those_below_another_label() -> None:
    result = attendance(
        "2 PROTOKOLL 2 (12) Närvarolista Namn Parti N ä r v a r o Reservation Anteckningar/ Tjänstgörande ersättare Ledamöter (7) "
        "Karin Holm S 1 Ordförande Olle Ting M 1 Sara Vide S 1 Per Lind S - Eva Berg C - Vakant plats Lars Ek L 1 Ersättare "
        "Bo Alm S - Siv Norr S 1 Kia Sand M - Övriga närvarande Anna Ek, sekreterare, Dag Lund, hamnchef, 90"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "absent", "Eva Berg": "absent",
        "Lars Ek": "present", "Bo Alm": "absent", "Siv Norr": "present", "Kia Sand": "absent", "Anna Ek": "present", "Dag Lund": "present",
    }  # fmt: skip
    assert result.people[0].role == "ordförande"
