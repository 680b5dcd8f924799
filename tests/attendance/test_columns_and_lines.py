"""Labels within a column, a title behind a body in its cell, and lines that begin with words over those named in them."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_a_label_in_the_column_of_the_absent_ends_the_absence() -> None:
    result = attendance("""
        Närvarande                                         Frånvarande
        Karin Holm, Mora kommun                            Olle Ting, Orsa kommun
        Sara Vide, Falu kommun                             Tjänstemän
        Per Lind, Leksands kommun                          Eva Berg, chef vid kollektivtrafik-
        Siv Alm, Rättviks kommun                           myndigheten
                                                           Bo Norin, strateg
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "present",
        "Siv Alm": "present", "Bo Norin": "present",
    }  # fmt: skip
    told = {person.name: (person.represents, person.role) for person in result.people}
    assert told["Sara Vide"] == ("Falun", None)
    assert told["Bo Norin"] == (None, "strateg")


def test_a_title_behind_the_body_in_its_cell() -> None:
    result = attendance("""
        Närvarande:
        Karin Holm             Region Dalarna, ordförande
        Olle Ting              Mora kommun, vice ordförande
        Sara Vide              Orsa kommun
        """)
    assert rows(result) == [
        "Karin Holm | present | Region Dalarna | ordförande",
        "Olle Ting | present | Mora | vice ordförande",
        "Sara Vide | present | Orsa | -",
    ]


def test_words_before_a_colon_are_no_part_of_the_name_in_the_line_above() -> None:
    result = attendance("""
        Deltagare

        Mora: Karin Holm
        Region Dalarna: Olle Ting (ordförande), Sara Vide
        Musikstiftelsen: Per Lind
        Konsthallen Norrsken: Eva Berg
        """)
    assert {person.name: person.represents for person in result.people} == {
        "Karin Holm": "Mora", "Olle Ting": "Region Dalarna", "Sara Vide": "Region Dalarna", "Per Lind": "Musikstiftelsen",
        "Eva Berg": "Konsthallen Norrsken",
    }  # fmt: skip


def test_companies_behind_names_in_a_list_with_bullets() -> None:
    result = attendance("""
        Ledamöter

        - Docent Karin Holm, prodekan
        - Lektor Olle Ting

        Externa ledamöter

        - Sara Vide, Nordvik Rock Processing (anmält förhinder)
        - Per Lind, Arkitekterna i Norr
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present"}


def test_towns_that_no_lexicon_knows_below_a_body_that_it_does() -> None:
    result = attendance("""
        Närvarande

        | Region Dalarna | Karin Holm |
        |---|---|
        | Nyköpstad | Olle Ting |
        | Mora | Sara Vide |
        | Ängsbyn | Per Lind, Eva Berg |
        """)
    assert {person.name: person.represents for person in result.people} == {
        "Karin Holm": "Region Dalarna", "Olle Ting": "Nyköpstad", "Sara Vide": "Mora", "Per Lind": "Ängsbyn", "Eva Berg": "Ängsbyn",
    }  # fmt: skip


def test_lines_below_offices_in_a_column_go_on_with_people_of_any_name() -> None:
    result = attendance("""
        Ledamöter
        Karin Holm (C)\t1:e vice ordförande
        Olle Ting (S)\t2:e vice ordförande
        Qvirla Stenvik (KV)
        Sara Vide (S)
        """)
    assert [person.name for person in result.people] == ["Karin Holm", "Olle Ting", "Qvirla Stenvik", "Sara Vide"]


def test_a_dash_among_crosses_in_a_part_of_the_table_without_its_heading() -> None:
    result = attendance("""
        Ledamöter\t\tNärv.\t§ 19 Ja\tNej
        Karin Holm (S)\tordf.\tX\tX\t
        Olle Ting (C)\t\tX\t\tX
        Ersättare
        Sara Vide (S)\t\tX\t\t
        Per Lind (SD)\t\tX\t\t
        Eva Berg (M)\t\t–\t\t
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "present", "Eva Berg": "absent",
    }  # fmt: skip


def test_a_local_branch_speaks_for_its_members_and_not_for_the_town() -> None:
    result = attendance("""
        Närvarande
        * Karin Holm, PRO Mora, vice ordförande
        * Olle Ting (SPF Seniorerna Mora)
        * Sara Vide, Socialnämnden Mora
        """)
    assert {person.name: person.represents for person in result.people} == {
        "Karin Holm": "PRO Mora",
        "Olle Ting": "SPF Seniorerna Mora",
        "Sara Vide": "Mora",
    }


def test_another_person_behind_the_mark_of_a_row() -> None:
    result = attendance("""
        | Namn | Kommun | Närvaro |
        |---|---|---|
        | Karin Holm | Mora | Ja |
        | Olle Ting | Orsa | Nej, ersattes av Sara Vide |
        | Per Lind | Falun | - (ersätts av Eva Berg) |
        | Siv Alm | Leksand | Frånvarande, ersätts av Bo Norin |
        | Ulf Hed | Rättvik | Ja, tjänstgör för Maj Gran |
        """)
    assert rows(result) == [
        "Karin Holm | present | Mora | -",
        "Olle Ting | absent | Orsa | -",
        "Sara Vide | present | Orsa | tjänstgörande ersättare | för Olle Ting",
        "Per Lind | absent | Falun | -",
        "Eva Berg | present | Falun | tjänstgörande ersättare | för Per Lind",
        "Siv Alm | absent | Leksand | -",
        "Bo Norin | present | Leksand | tjänstgörande ersättare | för Siv Alm",
        "Ulf Hed | present | Rättvik | tjänstgörande ersättare | för Maj Gran",
        "Maj Gran | absent | - | -",
    ]


def test_signatures_in_a_table_below_the_absent_list_nobody() -> None:
    result = attendance("""
        Övriga närvarande      Karin Holm, sekreterare
                               Olle Ting, ekonom

        Frånvarande            Sara Vide (C), Mora

        Justeringens plats
        och tid                Digital signering, 2023-05-17

        Underskrifter          Sekreterare     ..............................   Paragrafer 18–29
                                               Karin Holm
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


def test_a_body_no_list_knows_begins_a_line_below_others() -> None:
    result = attendance("""
        Deltagare (x = på plats, d = digitalt, - = frånvarande)

        Mora Karin Holm x
        Region Dalarna Olle Ting x
        Skogsmakten, MR Norr Kapten Sara Vide x
        Falun Per Lind d
        Musikhuset Eva Berg -
        """)
    assert rows(result) == [
        "Karin Holm | present | Mora | -",
        "Olle Ting | present | Region Dalarna | -",
        "Sara Vide | present | Skogsmakten | MR Norr Kapten",
        "Per Lind | present | Falun | -",
        "Eva Berg | absent | Musikhuset | -",
    ]
