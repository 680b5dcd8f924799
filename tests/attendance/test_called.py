"""Lists that call people by their first names alone."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_first_names_in_a_row() -> None:
    assert rows(
        attendance("""
        Minnesanteckningar från enhetsmöte 2020-03-12
        Närvarande:
        Kajsa, Anna B, Per-Gunnar, Ulla och Kenisha
        (sekreterare)
        Frånvarande: Eva

        Föregående anteckningar
        Gicks igenom.
        """)
    ) == [
        "Kajsa | present | - | -",
        "Anna B | present | - | -",
        "Per-Gunnar | present | - | -",
        "Ulla | present | - | -",
        "Kenisha | present | - | sekreterare",
        "Eva | absent | - | -",
    ]


def test_first_names_one_a_line_are_no_pairs() -> None:
    assert list(
        statuses(
            attendance("""
        Ungdomsrådet 2020-03-12
        Närvarande
        Anna
        Bo
        Cecilia
        Per

        1. Inledning
        """)
        )
    ) == ["Anna", "Bo", "Cecilia", "Per"]


def test_places_and_bodies_are_nobody() -> None:
    for words in ("Alvesta, Ljungby, Tingsryd, Markaryd", "Kommunstyrelsen, Socialnämnden, Kansliet", "Anna, Bo"):
        assert not attendance(f"Nätverket 2020-03-12\nNärvarande: {words}\n\n1. Inledning\n").people


def test_one_first_name_in_a_list_of_full_names_is_left() -> None:
    assert list(statuses(attendance("Närvarande: Anna Ek, Bo Alm\nFrånvarande: Karl\n\n1. Inledning\n"))) == ["Anna Ek", "Bo Alm"]


def test_words_of_a_page_that_people_are_called_by() -> None:
    assert list(
        statuses(
            attendance("""
        Ledamöter: Gunnel Lilja (HSO)
        Sten-Olof Blad (HRF)
        Anki Svensk
        Göran Blad, rektor
        Blad 2
        """)
        )
    ) == ["Gunnel Lilja", "Sten-Olof Blad", "Anki Svensk", "Göran Blad"]


def test_a_secretary_who_signs_last() -> None:
    assert (
        statuses(
            attendance("""
        Beslutande Stig Hallgren (C), ordförande
        Rolf Bergander (S)
        Utses att justera: Rolf Bergander
        Paragrafer: 140–150
        Ordförande: Stig Hallgren
        Justerande: Rolf Bergander
        Sekreterare:
        Yvonne Jakobsson, tel: 0498-26 94 10
        Datum för anslags uppsättande 2006-10-25
        """)
        )["Yvonne Jakobsson"]
        == "present"
    )
