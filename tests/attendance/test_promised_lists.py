"""Lists that another place of the minutes tells of, crosses that say who came, invited people who speak, and rows of fields with names."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"


def test_the_list_is_on_a_page_of_this_document() -> None:
    result = attendance("""
        Närvarande Se sidan 2
        Ledamöter
        Karin Holm (S)
        Olle Ting (M)
        Tjänstgörande ersättare
        Sara Vide (C), ersätter Per Lind (C)
        """)
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": ABSENT}


def test_members_named_where_the_list_is_another_document_are_not_told_of() -> None:
    result = attendance("""
        Närvarande Se separat närvarolista
        Ledamöter
        Karin Holm (S)
        Olle Ting (M)
        """)
    assert statuses(result) == {"Karin Holm": UNKNOWN, "Olle Ting": UNKNOWN}


def test_others_listed_in_the_item_that_the_head_names() -> None:
    result = attendance("""
        Beslutande  Karin Holm (S), ordförande
                    Olle Ting (M)

        Övriga deltagande  Se § 41

        § 41
        Föredragningslista och närvarolista
        Listan godkänns.

        Närvarolista
        Övriga närvarande tjänstemän
        Sara Vide, miljöchef
        Övriga närvarande ersättare
        Per Lind (C)

        § 42
        Val av justerare
        """)
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": PRESENT}


def test_those_who_came_are_listed_behind_the_items_and_those_summoned_before() -> None:
    result = attendance("""
        Kallade
        Karin Holm (S)
        Olle Ting (M)
        Jens Mårten (V)

        1. Mötets öppnande
        Ordföranden hälsar välkommen.

        2. Nästa möte
        Nästa möte hålls i maj.

        Närvarande

        Karin Holm (S), ordförande
        Sara Vide (M) tjänstgör för Olle Ting (M)
        """)
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": ABSENT, "Jens Mårten": UNKNOWN, "Sara Vide": PRESENT}


def test_crosses_under_yes_and_no_where_some_have_none() -> None:
    result = attendance("""
        NÄRVAROLISTA

        Närvaro Votering
        LEDAMÖTER Ja Nej § 65 Ja Nej
        Karin Holm, ordf c x x
        Olle Ting m x x
        Sara Vide s x x
        Jens Mårten v
        ERSÄTTARE:
        Lisa Norr m x tjg x
        Per Lind s
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Jens Mårten": ABSENT, "Lisa Norr": PRESENT,
        "Per Lind": ABSENT,
    }  # fmt: skip
    assert rows(result)[0] == "Karin Holm | present | - | ordförande | (C)"


def test_double_crosses_and_none_where_the_legend_tells_what_a_cross_is() -> None:
    result = attendance("""
        Deltagare: (markerade med x, ersättare som tjänstgör med xx)

        Ledamöter
        x Karin Holm (S), ordförande
        x Olle Ting (M)
        Jens Mårten (V)
        x Sara Vide (C)
        Ersättare
        xx Lisa Norr (S)
        Per Lind (S)
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Jens Mårten": ABSENT, "Sara Vide": PRESENT, "Lisa Norr": PRESENT,
        "Per Lind": ABSENT,
    }  # fmt: skip


def test_invited_people_came_of_whom_the_text_tells_that_they_spoke() -> None:
    result = attendance("""
        Presidium    Karin Holm (S), ordförande
                     Olle Ting (M), vice ordförande
        Inbjudna     Sara Vide, rektor
                     Per Lind, planarkitekt
                     Lisa Norr, Polisen
                     Jens Mårten, vaktmästare

        1. Information
        Sara Vide och Per Lind berättar om den nya skolan.
        Lisa Norr, Polisen, redogjorde för läget. Frågor till Jens Mårten ställs på nästa möte.
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": PRESENT, "Lisa Norr": PRESENT,
        "Jens Mårten": UNKNOWN,
    }  # fmt: skip


def test_an_initial_before_a_first_name() -> None:
    result = attendance("Beslutande\nB. Karin Holm (s), ordförande\nOlle Ting (m)\n")
    assert [person.name for person in result.people] == ["B. Karin Holm", "Olle Ting"]


def test_letters_that_number_the_people_of_a_list() -> None:
    result = attendance("Beslutande\nA. Karin Holm (S)\nB. Olle Ting (M)\n")
    assert [person.name for person in result.people] == ["Karin Holm", "Olle Ting"]


def test_a_name_over_two_rows_of_a_table_of_fields() -> None:
    result = attendance("""
        Beslutande     Karin Holm, ordförande (S), Olle Ting (M), Sara
                       Vide (C), Per Lind (V)
        Övriga         Lisa Norr, sekreterare
        """)
    assert [person.name for person in result.people] == ["Karin Holm", "Olle Ting", "Sara Vide", "Per Lind", "Lisa Norr"]


def test_words_in_small_letters_beside_a_person_are_over_nobody() -> None:
    result = attendance("""
        Beslutande    Karin Holm     ordförande
                      Olle Ting      tjänstgörande ersättare
                      Sara Vide
                      Per Lind
        """)
    assert [person.role for person in result.people] == ["ordförande", "tjänstgörande ersättare", None, None]


def test_a_list_goes_on_in_the_second_column_behind_the_end_of_a_page() -> None:
    result = attendance(
        "Övriga deltagare\tKarin Holm\tsekreterare\n\tOlle Ting\t\n\n62\n\nSara Vide\nPer Lind\n\n"
        "\tLisa Norr § 56\n\tJens Mårten § 58\nUtses att justera\tOlle Ting\nParagrafer\t53-62\n"
    )
    assert [person.name for person in result.people] == [
        "Karin Holm", "Olle Ting", "Sara Vide", "Per Lind", "Lisa Norr", "Jens Mårten",
    ]  # fmt: skip


def test_a_list_whose_label_is_lost_right_above_the_others() -> None:
    result = attendance("""
        Karin Holm (S) Olle Ting (M) Ann-Britt Vide-Ek (C)

        Per Lind (V), ersättare Lisa Norr (KD)

        Övriga deltagande Jens Mårten, förvaltningschef
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Ann-Britt Vide-Ek": PRESENT, "Per Lind": PRESENT, "Lisa Norr": PRESENT,
        "Jens Mårten": PRESENT,
    }  # fmt: skip


def test_two_people_above_the_others_are_no_list() -> None:
    result = attendance("Motion av\nKarin Holm (S)\nOlle Ting (M)\n\nÖvriga deltagande Jens Mårten, förvaltningschef\n")
    assert statuses(result) == {"Jens Mårten": PRESENT}


def test_who_left_early_is_on_both_lists() -> None:
    result = attendance("""
        Beslutande
        Karin Holm (S) t.o.m. § 33
        Olle Ting (M)
        Ej närvarande
        Karin Holm (S), frånvarande fr.o.m. § 34
        Sara Vide (C)
        """)
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT}


def test_a_label_whose_last_word_runs_over_the_line_in_its_column() -> None:
    result = attendance("""
        Ordinarie ledamöter    Karin Holm (S), ordförande
                               Olle Ting (M)

        Tjänstgörande ersätta- Sara Vide (M) för Per Lind (M)
        re

        Närvarande ersättare   Lisa Norr (V)
                               Jens Mårten (S)
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": PRESENT, "Per Lind": ABSENT, "Lisa Norr": PRESENT,
        "Jens Mårten": PRESENT,
    }  # fmt: skip


def test_surnames_first_in_a_list_that_ran_together() -> None:
    result = attendance(
        "1 Protokoll Närvarande: Alm Karin HSO Berg Olle Tekniska nämnden Dal Sara SRF Mora Ek Per Skolnämnden Frisk Lisa HSO Gran "
        "Jens Socialnämnden Holm Stig Kommunstyrelsen Lind Maja SRF Mora Norr Kent Socialnämnden Anmält förhinder: Quist Eva HSO"
    )
    assert list(statuses(result).items()) == [
        ("Karin Alm", PRESENT), ("Olle Berg", PRESENT), ("Sara Dal", PRESENT), ("Per Ek", PRESENT), ("Lisa Frisk", PRESENT),
        ("Jens Gran", PRESENT), ("Stig Holm", PRESENT), ("Maja Lind", PRESENT), ("Kent Norr", PRESENT), ("Eva Quist", ABSENT),
    ]  # fmt: skip


def test_who_signs_as_secretary_or_chair_was_there() -> None:
    result = attendance("""
        Beslutande     Olle Ting (M)
                       Per Lind (V)

        Underskrifter
        Sekreterare    ....................   Paragrafer 101-110
                       Sara Vide
        Ordförande     ....................
                       Karin Holm (S)
        Justerande     ....................
                       Olle Ting

        § 101
        Sekreterare Lisa Norr informerar. Justeras. Ordförande Jens Mårten tackar.
        """)
    assert rows(result) == [
        "Olle Ting | present | - | - | (M)",
        "Per Lind | present | - | - | (V)",
        "Sara Vide | present | - | sekreterare",
        "Karin Holm | present | - | ordförande | (S)",
    ]


def test_a_signature_with_slips_is_the_same_person() -> None:
    result = attendance(
        "Beslutande\nSara Brandt Videberg, sekreterare\nOlle Ting (M)\n\nUnderskrifter\nSekreterare\nSara Brandt Videborg\n"
        "Ordförande\nOlle Ting\n"
    )
    assert list(statuses(result)) == ["Sara Brandt Videberg", "Olle Ting"]


def test_people_sorted_by_surname_that_stands_behind() -> None:
    result = attendance(
        "1 Protokoll Närvarande: Karin Alm, Avesta Olle Berg, Avesta Sara Dal, Borlänge Per Ek, Borlänge Lisa Frisk, Falun Jens Gran, "
        "Falun Stig Holm, Leksand Maja Lind, Mora Kent Norr, Orsa Eva Quist, Säter Ulf Sten, Säter Mats Ting, Vansbro"
    )
    assert [(p.name, p.represents) for p in result.people][:3] == [
        ("Karin Alm", "Avesta"), ("Olle Berg", "Avesta"), ("Sara Dal", "Borlänge"),
    ]  # fmt: skip


def test_crosses_right_behind_party_letters_and_those_of_votes_below() -> None:
    result = attendance("""
        Beslutande
        Närvaro§§
        Ordinarie ledamöterTjgEj tjgJANEJ
        Karin Holm (C)X
        § 21X
        Olle Ting (M)X
        X
        Jens Mårten (M)
        Sara Vide (S)X
        X
        Per Lind (S)X
        §§ 14-22
        X

        Övriga närvarande
        Lisa Norr, omsorgschef
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT, "Olle Ting": PRESENT, "Jens Mårten": ABSENT, "Sara Vide": PRESENT, "Per Lind": PRESENT,
        "Lisa Norr": PRESENT,
    }  # fmt: skip


def test_the_party_of_one_whom_a_sentence_calls_absent() -> None:
    result = attendance(
        "Beslutande\nSamtliga ledamöter med undantag för Per Lind (KP) och Lisa Norr (M).\n\n"
        "Övriga närvarande\nKarin Holm (S)\nOlle Ting (M)\nSara Vide (C)\n"
    )
    absent = {person.name: person.party for person in result.people if person.status.value == ABSENT}
    assert absent == {"Per Lind": "KP", "Lisa Norr": "M"}


def test_what_a_leader_leads_before_the_matter_is_nobody() -> None:
    result = attendance("""
        Övriga deltagande
        Karin Holm, projektledare, Destinationsutveckling Hamnregionen, ärende 4
        Olle Ting, vd, Nordic Brygga, punkt 5
        """)
    assert list(statuses(result)) == ["Karin Holm", "Olle Ting"]


def test_a_column_of_names_before_one_of_parties() -> None:
    result = attendance(
        "Närvarande Ledamöter Karin Holm Olle Ting Sara Vide (V) Ordförande (S) Vice ordförande, 30-33 (M) "
        "Övriga närvarande Lisa Norr, ekonom"
    )
    assert rows(result) == [
        "Karin Holm | present | - | ordförande | (V)",
        "Olle Ting | present | - | vice ordförande | (S) | 30-33",
        "Sara Vide | present | - | ledamot | (M)",
        "Lisa Norr | present | - | ekonom",
    ]


def test_letters_that_are_fewer_than_the_names_of_a_column_tell_of_nobody() -> None:
    result = attendance("Närvarande Karin Holm Olle Ting Sara Vide (V) (S) Övriga närvarande Lisa Norr, ekonom")
    assert [(person.name, person.party) for person in result.people][:3] == [
        ("Karin Holm", None), ("Olle Ting", None), ("Sara Vide", None),
    ]  # fmt: skip


@pytest.mark.parametrize("over", ["Bilaga 1 Närvarolista", "BILAGA 2: NÄRVAROLISTA", "Bilaga A – Närvaroförteckning"])
@pytest.mark.parametrize("promise", ["", "Närvarande: se bilaga, närvarolista\n\n"])
def test_a_table_in_an_appendix_below_its_number(over: str, promise: str) -> None:
    result = attendance(
        f"{promise}§ 1 Mötets öppnande\n\nOrdföranden öppnar mötet.\n\n§ 2 Val av justerare\n\nStyrelsen utser Karin Holm.\n\n{over}\n\n"
        "Ledamot\tParti\tNär\tErsättare\tNär\nKarin Holm\tS\t☒\t\t\nOlle Ting\tM\t☒\t\t\nSara Vide\tC\t☐\tPer Lind\t☒\n"
    )
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Sara Vide": ABSENT, "Per Lind": PRESENT}
    assert not result.unread
