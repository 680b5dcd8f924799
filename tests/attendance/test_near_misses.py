"""What stands near a list or looks like one, and is none; and where lists end."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, document, rows, statuses

NO_LISTS = (
    "Intrycket var att flertalet av närvarande tjänstepersoner från kommunerna saknade uppdrag.",
    "Deltagarna framhöll att Anna Ek bör leda arbetet vidare.",
    "Närvarande Anna Ek informerar om läget i kommunen.",
    "3. Val av justerare\nAnna Ek utses till justerare.",
    "Föredragande: Anna Ek, utredare Region Dalarna",
    "Ledamöterna Anna Ek och Bo Alm yrkar bifall.",
    "Till ledamöter i styrgruppen utses Anna Ek och Bo Alm.",
    "§ 4 Val\nTill ledamöter och ersättare väljs\nLedamöter\nAnna Ek (S)\nErsättare\nBo Alm (S)",
    "Underskrifter\nSekreterare ............. Anna Ek\nOrdförande ............. Bo Alm\nJusterare ............. Cilla Björk",
    "Vid protokollet\n\nAnna Ek\n\nJusteras\n\nBo Alm",
    "Utses att justera\tAnna Ek\nJusteringens plats och tid\tKommunhuset, 2024-05-02",
    "Protokollet skickas till: Anna Ek, Bo Alm",
    "Ja-röster: Anna Ek (S), Bo Alm (M)\nNej-röster: Cilla Björk (SD)",
    "",
    "\n\n\n",
    "Närvarande:",
    "Närvarande",
    "????? ((( §§§ 12 – –",
)


@pytest.mark.parametrize("text", NO_LISTS)
def test_no_list(text: str) -> None:
    sheet = document("Rådets möte\n\n" + text)
    assert attendance(sheet).people == ()


def test_an_election_further_down_is_no_attendance() -> None:
    result = attendance(
        """
        Närvarande: Anna Ek, Bo Alm

        1. Öppnande
        Ordföranden öppnar mötet.

        7. Val av arbetsgrupp
        Rådet beslutar att utse följande.
        Ledamöter
        Cilla Björk
        David Asp
        """
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]


def test_the_list_ends_where_an_item_begins() -> None:
    text = "Närvarande:\nAnna Ek, Avesta\nBo Alm, Mora\n1. Mötets öppnande\nCilla Björk öppnade mötet.\n2. Dagordning"
    result = attendance(text)
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]
    sheet = document(text)
    assert [sheet.words(span) for span in result.consumed] == ["Närvarande:\nAnna Ek, Avesta\nBo Alm, Mora"]


def test_the_list_ends_where_a_sentence_begins() -> None:
    text = "Närvarande: Anna Ek, ordf. Ledamöter: Bo Alm Cilla Björk (punkt 5) Anna Ek öppnade mötet och hälsade alla välkomna."
    result = attendance(text)
    assert rows(result) == [
        "Anna Ek | present | - | ordförande",
        "Bo Alm | present | - | ledamot",
        "Cilla Björk | present | - | ledamot | punkt 5",
    ]
    assert "öppnade" not in "".join(document(text).words(span) for span in result.consumed)


def test_decisions_inside_the_first_item_are_left() -> None:
    text = "1. Öppnande\nRådet beslutade\natt öppna mötet.\n\nNärvarande: Anna Ek Avesta, Bo Alm Mora.\n\n2. Dagordning\natt godkänna den."
    sheet = document(text)
    assert [sheet.words(span) for span in attendance(sheet).consumed] == ["Närvarande: Anna Ek Avesta, Bo Alm Mora."]


def test_an_item_s_own_title_is_left_to_the_items() -> None:
    text = "1. Närvarande\nAnna Ek, Avesta\nBo Alm, Mora\n\n2. Dagordning\nDagordningen godkänns."
    sheet = document(text)
    result = attendance(sheet)
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm"]
    assert all("1. Närvarande" not in sheet.words(span) for span in result.consumed)


def test_signatures_after_a_list_are_left() -> None:
    text = "Närvarande\nAnna Ek\nBo Alm\n\nUnderskrifter\nSekreterare ........... Cilla Björk\nOrdförande ........... Anna Ek"
    sheet = document(text)
    result = attendance(sheet)
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk"]  # who signs was there
    assert all("Sekreterare" not in sheet.words(span) for span in result.consumed)


def test_other_fields_of_the_head_are_no_people() -> None:
    result = attendance("Plats: Anna Lindhs plats\nTid: 09.00\nNärvarande: Bo Alm\nKontaktperson: Cilla Björk\nDatum: 2024-05-02")
    assert statuses(result)["Bo Alm"] == "present"
    assert "Anna Lindhs" not in statuses(result)


def test_an_address_before_the_first_name_is_no_body() -> None:
    result = attendance(
        "Närvarande Ledamöter Tallförbundet, Baravägen 1, Lund kl 9 Anna Ek (m), ordförande Bo Alm (s) Ej tjänstgörande ersättare Cilla Björk (c) Utses att justera Bo Alm"
    )
    assert rows(result)[0] == "Anna Ek | present | - | ordförande | (M)"


def test_unreadable_lists_are_reported() -> None:
    result = attendance("Närvarande: xx yy zz qq\n\n1. Mötets öppnande")
    assert result.people == ()
    assert [note.why for note in result.unread] == ["listan över deltagare kunde inte läsas"]


def test_columns_of_different_length_are_reported_and_not_guessed() -> None:
    result = attendance("Närvarande\nAvesta\nMora\nOrsa\nFalun\nAnna Ek\nBo Alm\nCilla Björk", region="Region Dalarna")
    assert [p.represents for p in result.people] == [None, None, None]
    assert any("olika långa" in note.why for note in result.unread)


def test_a_title_given_elsewhere_in_the_text() -> None:
    result = attendance(
        """
        Närvarande: Anna Ek Avesta, Bo Alm Mora

        2. Rapport
        Föredragande: Bo Alm, Avdelningschef hälsa och välfärd, Region Dalarna
        Anna Ek, ordförande i socialnämnden, hade ställt frågan.
        """
    )
    assert rows(result) == [
        "Anna Ek | present | Avesta | ordförande i socialnämnden",
        "Bo Alm | present | Mora | Avdelningschef hälsa och välfärd",
    ]


def test_people_of_one_municipality_s_own_board_represent_nobody_else() -> None:
    result = attendance("Beslutande\nAnna Ek (S), ordförande\nBo Alm (M)", held_by="Mora kommun")
    assert [p.represents for p in result.people] == [None, None]
    assert result.municipalities == ()
