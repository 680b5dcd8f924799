"""Members for whom others stand in: away when they do so for the whole meeting, there for the rest when for a part of it."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses


def test_a_member_is_away_for_whom_another_serves() -> None:
    result = attendance("""
        Beslutande          Anna Ek (S), ordförande
                            Bo Alm (M)
                            Cilla Björk (S), tjänstgörande ersättare för David Asp (S)

        Ej tjänstgörande    Eva Gran (C)
        ersättare           Filip Rönn (KD)
        """)
    assert rows(result) == [
        "Anna Ek | present | - | ordförande | (S)",
        "Bo Alm | present | - | - | (M)",
        "Cilla Björk | present | - | tjänstgörande ersättare | (S) | för David Asp",
        "David Asp | absent | - | - | (S)",
        "Eva Gran | present | - | ersättare | (C)",
        "Filip Rönn | present | - | ersättare | (KD)",
    ]


def test_a_member_is_away_for_whom_another_serves_in_a_table() -> None:
    result = attendance("""
        | Beslutande | | |
        |---|---|---|
        | Anna Ek | (S) | Ordförande |
        | Bo Alm | (M) | |
        | Cilla Björk | (S) | Tjänstgörande ersättare för David Asp |
        """)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "absent"}


@pytest.mark.parametrize(
    "told",
    [
        "tjänstgör för David Asp (S) §§ 4–9",
        "tjänstgör för David Asp (S), jäv",
        "§§ 4–9, tjänstgör för David Asp (S)",
        "tjänstgör för vakant plats",
        "ersättare för Norra Bryggan",
    ],
)
def test_a_part_of_the_meeting_or_an_empty_seat_says_nothing_of_absence(told: str) -> None:
    result = attendance(f"Beslutande\nAnna Ek (S), ordförande\nBo Alm (M)\nCilla Björk (S), {told}\n")
    assert "absent" not in statuses(result).values()


@pytest.mark.parametrize("listed", ["David Asp (S) §§ 1–3", "David Asp (S), kl. 9–10", "D Asp (S)", "David Asph (S)"])
def test_one_who_is_listed_is_not_said_to_be_away(listed: str) -> None:
    result = attendance(f"Beslutande\nAnna Ek (S), ordförande\n{listed}\nCilla Björk (S), tjänstgör för David Asp (S)\n")
    assert "absent" not in statuses(result).values()


def test_a_local_party_of_one_who_is_away() -> None:
    result = attendance("Beslutande\nAnna Ek (S)\nBo Alm (M)\nCilla Björk (KIS), ersätter David Asp (KIS)\n")
    assert [(p.name, p.party) for p in result.people][3] == ("David Asp", "KIS")


def test_one_person_who_serves_for_one_matter_and_is_there_for_the_rest() -> None:
    result = attendance("""
        Beslutande
        Anna Ek (S), ordförande
        Bo Alm (M), närvarande §§ 186-194, 196-205
        Cilla Björk (M), tjänstgör för Bo Alm (M) § 195
        David Asp (SD), deltar ej i beslut § 190

        Ej tjänstgörande ersättare
        Cilla Björk (M), §§ 186-194, 196-205
        """)
    assert rows(result) == [
        "Anna Ek | present | - | ordförande | (S)",
        "Bo Alm | present | - | - | (M) | §§ 186-194, 196-205",
        "Cilla Björk | present | - | tjänstgörande ersättare | (M) | § 195, §§ 186-194, 196-205 | för Bo Alm",
        "David Asp | present | - | - | (SD) | deltar ej i beslut, § 190",
    ]


def test_a_word_for_presence_over_a_whole_table_is_no_column_of_ticks() -> None:
    result = attendance("""
        Närvarande    Ledamöter                    Ersättare
                      Anna Ek (S) ordf             Bo Alm (S) tj.g. för David Asp (S)
                      Cilla Björk (M) 1:e v ordf   Eva Gran (M) ej tj.g.
                      Filip Rönn (C) §§ 1-9        Gun Hassel (C)  tj.g. §§ 10-14
        """)
    assert {name for name, status in statuses(result).items() if status != "present"} == {"David Asp"}


@pytest.mark.parametrize(
    "words",
    [
        "Karin Holm ersätter Olle Ting", "Karin Holm, som ersatte Olle Ting", "Karin Holm (i Olle Tings ställe)", "Karin Holm, i Olle Tings frånvaro",
        "Karin Holm (tf för Olle Ting)", "Karin Holm i stället för Olle Ting", "Karin Holm (för Olle Ting)", "Karin Holm, suppleant för Olle Ting",
    ],
)  # fmt: skip
def test_whoever_another_stands_in_for_is_away_however_it_is_said(words: str) -> None:
    assert statuses(attendance(f"Närvarande: {words}, Sara Vide")) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words", ["Karin Holm (ers. Olle Ting)", "Karin Holm (ersättare Olle Ting)", "Karin Holm (representerar Olle Ting)"]
)
def test_whoever_is_named_beside_another_is_neither_there_nor_away_where_the_words_do_not_tell(words: str) -> None:
    result = attendance(f"Närvarande: {words}, Sara Vide")
    assert statuses(result) == {"Karin Holm": "present", "Sara Vide": "present"}
    assert next(person.replaces for person in result.people) == "Olle Ting"


@pytest.mark.parametrize("words", ["deltog inte under 155", "deltog ej under § 155", "deltar inte vid punkt 4"])
def test_who_takes_no_part_in_one_matter_came(words: str) -> None:
    result = attendance(
        f"Närvarande ledamöter\nAnna Ek (C), ordförande\nBo Alm (S) {words}\nEva Gran (V)\n\n§ 1 Dagordning\n\nGodkänns."
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Eva Gran": "present"}


@pytest.mark.parametrize(
    "told",
    [
        "Cilla Björk (S) för David Asp (S), som anmält förhinder",
        "Cilla Björk (S) för David Asp (S) som är sjuk",
        "Cilla Björk (S), ersättare för David Asp (S), frånvarande",
        "Cilla Björk, (S) ersättare för David Asp, (S), frånvarande",
        "Cilla Björk (S) ersätter David Asp (S) (frånvarande)",
    ],
)
def test_what_stands_behind_the_one_replaced_is_said_of_that_one(told: str) -> None:
    result = attendance(f"Beslutande\nAnna Ek (S), ordförande\nBo Alm (M)\n{told}\n\nSekreterare\nEva Gran\n")
    assert statuses(result)["Cilla Björk"] == "present"
    assert statuses(result)["David Asp"] == "absent"
    assert next(person.party for person in result.people if person.name == "David Asp") == "S"


def test_substitutes_who_did_not_serve() -> None:
    result = attendance("""
        **Ledamöter**

        Anna Ek (S), ordförande
        Bo Alm (M)

        **Närvarande ersättare som inte tjänstgjorde**

        Cilla Björk (S), David Asp (M), Eva Gran (C)
        """)
    assert rows(result)[2:] == [
        "Cilla Björk | present | - | ersättare | (S)",
        "David Asp | present | - | ersättare | (M)",
        "Eva Gran | present | - | ersättare | (C)",
    ]


def test_members_of_nearly_one_name_are_two() -> None:
    result = attendance("Beslutande\nRolf Ekdal (L)\nBo Alm (M)\nCilla Björk (S) tjänstgör för Olof Ekdal (S)\n")
    assert statuses(result) == {"Rolf Ekdal": "present", "Bo Alm": "present", "Cilla Björk": "present", "Olof Ekdal": "absent"}


def test_apologies_of_one_of_nearly_the_same_name() -> None:
    result = attendance("Närvarande: Rolf Ekdal, Bo Alm, Cilla Björk\n\nOlof Ekdal hade anmält förhinder.\n")
    assert statuses(result) == {"Rolf Ekdal": "present", "Bo Alm": "present", "Cilla Björk": "present", "Olof Ekdal": "absent"}


@pytest.mark.parametrize("note", [", {}", " ({})", " – {}"])
@pytest.mark.parametrize("words", ["ersättare ej inkallad", "ingen ersättare inkallad", "ersättare kunde inte inkallas"])
def test_a_member_for_whom_no_substitute_was_called_in_is_away_where_the_label_says_so(note: str, words: str) -> None:
    lists = "{} ledamöter:\nKarin Holm (S)\nOlle Ting (M)" + note.format(words) + "\nPer Lind (C)\n"
    assert statuses(attendance(lists.format("Frånvarande")))["Olle Ting"] == "absent"
    assert statuses(attendance(lists.format("Närvarande")))["Olle Ting"] == "unknown"
