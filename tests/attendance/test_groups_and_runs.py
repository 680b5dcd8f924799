"""Groups that the lexicon does not know, bodies that hold their people in parentheses, lists that run together with bullets or numbers."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_groups_behind_the_word_of_presence() -> None:
    result = attendance("""
        Närvarande ungdomar: Karin Holm, Olle Ting
        Närvarande klassföräldrar: Per Lind
        Närvarande tjänstepersoner: Jens Mårten
        Frånvarande klassföräldrar: Lisa Norr
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Per Lind": "present", "Jens Mårten": "present", "Lisa Norr": "absent",
    }  # fmt: skip


def test_a_sentence_with_a_colon_is_no_group() -> None:
    assert not attendance("Närvarande diskuterade frågan: Karin Holm, Olle Ting").people


def test_bodies_that_hold_several_in_parentheses() -> None:
    result = attendance(
        "Närvarande: Avesta (Karin Holm), Borlänge (Olle Ting, Sara Vide), Falun (-), Region Dalarna (Eva Ek, Ulf Kraft)"
    )
    assert [(p.name, p.represents) for p in result.people] == [
        ("Karin Holm", "Avesta"), ("Olle Ting", "Borlänge"), ("Sara Vide", "Borlänge"), ("Eva Ek", "Region Dalarna"),
        ("Ulf Kraft", "Region Dalarna"),
    ]  # fmt: skip


def test_who_presents_is_a_group_within_a_list() -> None:
    result = attendance("""
        Närvarande
        Kommunchef Sara Vide, Mora
        Frånvarande
        Kommunchef Jens Mårten, Leksand
        Föredragande
        Projektledare Lisa Norr, punkt 5
        """)
    assert statuses(result) == {"Sara Vide": "present", "Jens Mårten": "absent", "Lisa Norr": "present"}


def test_a_list_of_votes_right_below_its_heading() -> None:
    result = attendance("""
        Närvarande ombud enligt röstlängd:
        Karin Holm, Mora kommun
        Olle Ting, Orsa kommun
        Övriga: Per Lind, Länsstyrelsen
        """)
    assert len(result.people) == 3


def test_a_run_with_bullets() -> None:
    result = attendance(
        "Kulturnämnden Protokoll 2019-01-28 Plats: Stadshuset Närvarande • Karin Holm (C), ordf. • Olle Ting (C) Frånvarande • Per Lind (KD)"
        " Tjänstemän • Lisa Norr, kulturchef § 1 Mötets öppnande Ordföranden öppnar mötet."
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Per Lind": "absent", "Lisa Norr": "present"}


def test_a_run_with_numbers() -> None:
    result = attendance(
        "Kulturnämnden Protokoll 2019-01-28 Plats: Stadshuset Beslutande 1. Karin Holm (C), ordf. 2. Olle Ting (C) Frånvarande"
        " 3. Per Lind (KD) Tjänstemän Lisa Norr, kulturchef § 1 Mötets öppnande Ordföranden öppnar mötet."
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Per Lind": "absent", "Lisa Norr": "present"}


def test_a_run_with_ticks() -> None:
    result = attendance(
        "Tallnämnden Sammanträdesprotokoll 2019-01-28 Beslutande Närvaro §§ Ordinarie ledamöter Tjg Ej tjg JA NEJ JA NEJ"
        " Karin Holm (C) X Olle Ting (C) X §§ 12-13 Sara Vide (M) X Per Lind (KD) Lisa Norr (V) X § 12 Öppnande"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "absent", "Lisa Norr": "present",
    }  # fmt: skip


def test_a_table_with_yes_and_no_in_its_first_row() -> None:
    result = attendance("""
        | Kommun | Ordinarie | Närv. | Ersättare | Närv. |
        |---|---|---|---|---|
        | Mora | Karin Holm (S) | Ja | Olle Ting (M) | Nej |
        | Orsa | Sara Vide (C) | Nej | Per Lind (V) | Ja |
        """)
    assert [row.split(" | ")[:3] for row in rows(result)] == [
        ["Karin Holm", "present", "Mora"], ["Olle Ting", "absent", "Mora"], ["Sara Vide", "absent", "Orsa"], ["Per Lind", "present", "Orsa"],
    ]  # fmt: skip


def test_columns_for_yes_and_no_of_presence() -> None:
    result = attendance("""
        | Deltagare | Närvarande ja | Närvarande nej |
        |---|---|---|
        | Karin Holm | x | |
        | Olle Ting | | x |
        | Sara Vide | x | |
        """)
    assert list(statuses(result).values()) == ["present", "absent", "present"]


def test_in_part_is_present() -> None:
    result = attendance("""
        | Namn | Närvaro |
        |---|---|
        | Karin Holm | På plats |
        | Olle Ting | Förhinder |
        | Sara Vide | Delvis (kl. 9-10) |
        """)
    assert list(statuses(result).values()) == ["present", "absent", "present"]
    assert result.people[2].paragraphs == "kl. 9-10"


def test_a_municipality_below_the_last_name_of_the_one_before_is_over_the_labels_to_come() -> None:
    result = attendance("""
        Kallade
        Mora kommun
        Ordinarie

        Karin Holm (S)

        Olle Ting (M)

        Ersättare

        Sara Vide (V)

        Orsa kommun

        Ordinarie

        Per Lind (S)

        Övriga

        Eva Berg, förbundschef
        """)
    assert {person.name: person.represents for person in result.people} == {
        "Karin Holm": "Mora", "Olle Ting": "Mora", "Sara Vide": "Mora", "Per Lind": "Orsa", "Eva Berg": None,
    }  # fmt: skip
    assert result.unread == ()


def test_a_label_that_is_broken_behind_its_denial() -> None:
    result = attendance("""
        Plats och tid Bryggrummet 16:00 - 17:45 Närvarande ledamöter Karin Holm (M), ordförande

        Olle Ting (L) Sara Vide (MP)

        Närvarande, ej

        tjänstgörande ersättare

        Per Lind (M) Eva Berg (L)

        Övriga Bo Alm, samhällsbyggnadschef
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "present", "Bo Alm": "present",
    }  # fmt: skip
    assert result.unread == ()


def test_a_roll_in_an_appendix_under_the_words_for_it() -> None:
    result = attendance("""
        Beslutande Enligt särskild förteckning

        Övriga deltagande Karin Holm, kommunchef

        § 1 Val av justerare

        Olle Ting utses.

        § 2 Avslutning

        Ordföranden avslutar sammanträdet.

        Förteckning över närvarande vid kommunfullmäktiges sammanträde 2006-02-27

        Ledamöter
        Olle Ting (s), ordf
        Sara Vide (c)

        Tjänstgörande ersättare
        Per Lind (m) för Eva Berg (m)
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "absent",
    }  # fmt: skip


def test_names_parted_by_commas_behind_one_with_an_initial_are_no_surnames_before_first_names() -> None:
    result = attendance(
        "Närvarande: Bo Alm, ordförande, Lars G. Eriksson, Eva Gustafsson-Moberg, Hans Grönlund, Mats Hallgren, Ulla Hjelm, Leif Ask, Karin Näs.\n"
        "Förhinder: Rune Hedin, Sven-Olov Lindmark.\n"
    )
    assert [name for name, status in statuses(result).items() if status == "absent"] == ["Rune Hedin", "Sven-Olov Lindmark"]
