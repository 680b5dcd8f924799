"""Crosses before names, who replaced whom for a while, and sentences that note who could not come."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses


def test_crosses_before_names_and_nothing_before_others() -> None:
    result = attendance("""
        Närvarande ledamöter
        x Karin Holm (S)
        x Olle Ting (M)
        Sara Vide (C)
        x Per Lind (V)
        Ersättare
        Jens Mårten (S)
        x Lisa Norr (M)
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "unknown", "Per Lind": "present", "Jens Mårten": "unknown",
        "Lisa Norr": "present",
    }  # fmt: skip


def test_who_was_replaced_for_a_while_was_there_for_the_rest() -> None:
    result = attendance("""
        Närvarande
        Per Lind (V)
        Ersatt av Jens Mårten (V) §§ 50-58
        Olle Ting (M), ersatt av Sara Vide (M)
        """)
    assert statuses(result) == {"Per Lind": "present", "Jens Mårten": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_yes_and_no_below_the_word_of_presence() -> None:
    result = attendance("Beslutande\tNärvarande\n\tJa\tNej\nKarin Holm (S)\tX\t\nOlle Ting (M)\t\tX\nSara Vide (C)\tX\t\n")
    assert list(statuses(result).values()) == ["present", "absent", "present"]


def test_a_union_whose_name_holds_a_title() -> None:
    result = attendance("Närvarande\nJens Mårten, Sveriges Lärare\nLisa Norr (Sveriges Lärare)\n")
    assert [person.represents for person in result.people] == ["Sveriges Lärare", "Sveriges Lärare"]


def test_what_is_noted_in_an_item_right_above_the_next() -> None:
    result = attendance("""
        Beslutande: Karin Holm (S), Olle Ting (M)
        § 1 Mötet öppnas
        Det noteras att Per Lind (V) och Lisa Norr (L) anmält förhinder till dagens möte.
        § 2
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Per Lind": "absent", "Lisa Norr": "absent"}


def test_letters_of_known_organisations_are_no_parties() -> None:
    result = attendance(
        "Närvarande\nKarin Holm (S)\nOlle Ting (M)\nStig Beck (SRF)\nMaja Bred (RSMH)\nKent Helg (LRF)\nEva Ek (NB)\n"
    )
    assert [(p.party, p.represents) for p in result.people] == [
        ("S", None), ("M", None), (None, "SRF"), (None, "RSMH"), (None, "LRF"), ("NB", None),
    ]  # fmt: skip


def test_a_list_in_an_appendix_under_the_body_and_the_day_with_those_who_served_beside_the_absent() -> None:
    result = attendance("""
        Beslutande Se bilaga

        § 1 Val av justerare

        Karin Holm utses.

        § 2 Avslutning

        Ordföranden avslutar sammanträdet.

        Bilaga

        KOMMUNFULLMÄKTIGE 2017-11-27 NÄRVAROLISTA

        Ledamöter Närv. Tjänstgörande ersättare

        Karin Holm (C) X

        Olle Ting (C) - Sara Vide (C)

        Per Lind (M) X
        """)
    assert rows(result) == [
        "Karin Holm | present | - | ledamot | (C)",
        "Olle Ting | absent | - | ledamot | (C)",
        "Sara Vide | present | - | tjänstgörande ersättare | (C) | för Olle Ting",
        "Per Lind | present | - | ledamot | (M)",
    ]


def test_one_without_a_cross_under_a_column_of_presence_in_capitals() -> None:
    result = attendance("""
        NÄRVAROLISTA

        NAMN PARTI NÄRVARO TID VOTERING
        Ja Nej Ja Nej

        LEDAMÖTER

        Karin Holm m x
        Olle Ting m x
        Sara Vide c
        Per Lind fp x

        ERSÄTTARE

        Eva Berg m x
        Bo Alm m
        Lars Ek kd x Tjg 38-47
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present",
        "Eva Berg": "present", "Bo Alm": "absent", "Lars Ek": "present",
    }  # fmt: skip
    assert result.unread == ()


def test_yes_and_no_of_presence_over_columns_set_with_spaces() -> None:
    result = attendance("""
        NÄRVAROLISTA

        NAMN                            PARTI   NÄRVARO      TID        VOTERING
                                                 Ja   Nej               Ja   Nej
        LEDAMÖTER

        Karin Holm, ordf                s        x
        Olle Ting                       m        x
        Sara Vide                       s             x
        Per Lind                        fp       x           t o m § 15
        Eva Berg                        c             x

        ERSÄTTARE

        Bo Alm                          s        x           Tjg § 11-18
        Lars Ek                         s             x
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Eva Berg": "absent",
        "Bo Alm": "present", "Lars Ek": "absent",
    }  # fmt: skip
    assert result.unread == ()


@pytest.mark.parametrize(
    "between",
    [
        "\n\nERSÄTTARE",
        "\nERSÄTTARE",
        "\n\nERSÄTTARE\n",
        "\n\nErsättare            Parti     Närvaro\n                               Ja   Nej",
    ],
)
def test_crosses_under_yes_and_no_below_a_head_over_both(between: str) -> None:
    members = (
        "LEDAMÖTER            Parti     Närvaro      Votering\n"
        "                               Ja   Nej     Ja   Nej\n"
        "Karin Holm           S         X            X\n"
        "Olle Ting            M              X\n"
        "Sara Vide            C         X                 X\n"
        "Per Lind             L         X            X"
    )
    substitutes = "\nEva Berg             S         X\nBo Alm               M              X\n\n§ 1 Öppnande"
    result = attendance(f"Närvarolista\n\n{members}{between}{substitutes}")
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present",
        "Eva Berg": "present", "Bo Alm": "absent",
    }  # fmt: skip
    assert result.unread == ()


def test_yes_and_no_in_the_only_table_before_the_first_item_tell_who_came() -> None:
    result = attendance("""
        **Styrgrupp Bryggor**

        2018-04-12 kl. 13.30–16.00

        |  **Namn**  |  **Representerar**  |  **Ja**  |  **Nej**  |
        | --- | --- | --- | --- |
        |  Karin Holm (ordf.)  |  Region Dalarna  |  X  |    |
        |  Olle Ting  |  Mora kommun  |    |  X  |
        |  Sara Vide  |  Orsa kommun  |  X  |    |

        1. Öppnande

        Mötet öppnades.
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_a_table_of_votes_is_no_list_of_who_came() -> None:
    result = attendance("""
        Närvarande: Karin Holm, Olle Ting, Sara Vide

        1. Omröstning

        | Ledamot | Ja | Nej | Avstår |
        | --- | --- | --- | --- |
        | Karin Holm | X |  |  |
        | Olle Ting |  | X |  |
        | Sara Vide |  |  | X |
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"}


def test_an_item_set_with_spaces_below_the_absent_is_none_of_their_list() -> None:
    result = attendance("""
        Närvarande        Karin Holm, Mora kommun, ordförande, Olle Ting,
                          Orsa kommun
        Frånvarande       Sara Vide, Rättviks kommun


        1   Mötets öppnande
            Ordföranden öppnade mötet. Två nya hälsades välkomna,
            Olle Ting och Per Lind.

        2   Dagordning
            Dagordningen godkändes.
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


def test_the_words_of_absence_are_none_of_the_body() -> None:
    result = attendance(
        "Ledamöter Närvarande\nKarin Holm, Mora X\nOlle Ting, Orsa anmält förhinder\nSara Vide, Falun X\nPer Lind, Leksand X\n"
    )
    assert rows(result)[1] == "Olle Ting | absent | Orsa | ledamot"


def test_yes_and_no_below_the_word_for_presence_are_no_votes() -> None:
    rows_of_table = "Huvudman\tNamn\tJa\tNej\nRegion X\tAnna Ek (M)\tX\t\nRegion X\tBo Alm (S)\t\tX\nMora kommun\tCilla Björk (S)\tX\t\nOrsa kommun\tDavid Asp (C)\t\tX\n"
    away = {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "absent"}
    assert statuses(attendance(f"Närvaro\n\n{rows_of_table}\n1. Öppnande")) == away
    assert set(statuses(attendance(f"Beslutande\n\n{rows_of_table}\n1. Öppnande")).values()) == {"present"}


def test_a_list_set_with_spaces_that_goes_on_behind_the_head_of_a_page() -> None:
    result = attendance(
        "Rådet 22 maj 2018                                       1 (7)\n\n"
        "Plats och tid     Rådhuset, kl 13:00\n\n"
        "Beslutande        Karin Holm              PRO, ordförande\n"
        "                  Olle Ting               Socialnämnden\n\n"
        "Justerare         Karin Holm\n\n"
        "\fRådet 22 maj 2018                                       2 (7)\n\n"
        "Ej tjänstgörande  Sara Vide               PRO\n\n"
        "Ej närvarande     Per Lind                PRO\n"
        "                  Eva Berg                SPF, ersättare\n\n"
        "Övriga deltagare  Bo Alm                  verksamhetschef\n\n"
        "§ 17\nÖppnande"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "absent", "Eva Berg": "absent", "Bo Alm": "present",
    }  # fmt: skip


@pytest.mark.parametrize("label", ["Frånvarande med rösträtt", "Frånvarande utan rösträtt"])
def test_the_absent_are_no_slip_of_those_present(label: str) -> None:
    result = attendance(f"Närvarande med rösträtt: Karin Holm\n{label}: Olle Ting")
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent"}
