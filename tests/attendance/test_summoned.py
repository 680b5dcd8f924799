"""What stands beside those summoned: when somebody came or left, who came instead; towns that sent nobody, and offices in letters."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses, towns


def test_who_joined_or_left_at_an_hour_was_there() -> None:
    told = attendance(
        "Kallade:\nKarin Holm, Mora kommun, anslöt kl 10\nOlle Ting, Orsa kommun, lämnade mötet kl. 11.30\nSara Vide, Leksands kommun, deltog till kl 14\n"
        "Per Lind, Rättviks kommun\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Mora | - | anslöt kl 10",
        "Olle Ting | present | Orsa | - | lämnade mötet kl. 11.30",
        "Sara Vide | present | Leksand | - | till kl 14",
        "Per Lind | unknown | Rättvik | -",
    ]


def test_who_came_instead_of_one_summoned_was_there() -> None:
    told = attendance("Kallade:\nKarin Holm, Mora kommun, ersattes av Per Lind\nOlle Ting, Orsa kommun\n")
    assert statuses(told) == {"Karin Holm": "absent", "Per Lind": "present", "Olle Ting": "unknown"}


def test_a_column_tells_how_long_one_summoned_was_there() -> None:
    told = attendance(
        "Kallade\n\nNamn\tKommun\tAnmärkning\nKarin Holm\tMora\tDeltog till kl. 14\nOlle Ting\tOrsa\tFörhinder\nSara Vide\tLeksand\t\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Mora | - | till kl. 14",
        "Olle Ting | absent | Orsa | -",
        "Sara Vide | unknown | Leksand | -",
    ]


def test_letters_of_an_office_before_the_town() -> None:
    told = attendance("Närvarande:\nKarin Holm, MAS Mora\nOlle Ting, MAR Orsa\nSara Vide, SAS Leksand\nPer Lind, KK Falun\n")
    assert rows(told) == [
        "Karin Holm | present | Mora | MAS",
        "Olle Ting | present | Orsa | MAR",
        "Sara Vide | present | Leksand | SAS",
        "Per Lind | present | KK Falun | -",
    ]
    assert towns(told) == {"Mora": "present", "Orsa": "present", "Leksand": "present"}


def test_towns_in_a_list_of_the_absent_are_told_once() -> None:
    told = attendance("**Närvarande:** Karin Holm, Mora\n\n**Frånvarande:** Orsa, Leksand, Rättvik\n")
    assert towns(told) == {"Mora": "present", "Orsa": "absent", "Leksand": "absent", "Rättvik": "absent"}
    assert not told.unread


def test_of_towns_that_did_not_answer_it_is_not_told_whether_they_came() -> None:
    told = attendance("Närvarande:\nKarin Holm, Mora\nOlle Ting, Orsa\nEj hört av sig: Leksand\n\nFrånvarande: Rättvik\n")
    assert towns(told) == {"Mora": "present", "Orsa": "present", "Leksand": "unknown", "Rättvik": "absent"}


def test_a_town_that_was_not_represented() -> None:
    told = attendance(
        "Närvarande:\nKarin Holm, Mora\n\nOrsa representerades ej. Leksands kommun hade ingen representant vid mötet.\n"
    )
    assert towns(told) == {"Mora": "present", "Orsa": "absent", "Leksand": "absent"}


def test_a_surname_of_another_words_shape_is_closed_by_the_party() -> None:
    told = attendance("Ersättare:\nKarin Holm, S\nOlle Vaplan, C, via länk\nSara Hälsö (M)\n")
    assert rows(told) == [
        "Karin Holm | present | - | ersättare | (S)",
        "Olle Vaplan | present | - | ersättare | (C)",
        "Sara Hälsö | present | - | ersättare | (M)",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Från Orsa deltog ingen.",
        "Orsa kommun hade inte möjlighet att delta.",
        "Orsa uteblev.",
        "Orsa har meddelat förhinder.",
        "Orsa kunde inte delta vid mötet.",
        "Orsa kommun deltog inte i mötet.",
        "Ordföranden konstaterade att Orsa saknas vid mötet.",
    ],
)
def test_sentences_that_tell_of_a_town_that_sent_nobody(sentence: str) -> None:
    told = attendance(
        f"Närvarande:\nKarin Holm, Mora\n\n1. Inledning\n\nOrdföranden hälsar alla välkomna. {sentence}\n\n2. Budget\nText här.\n"
    )
    assert towns(told) == {"Mora": "present", "Orsa": "absent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Orsa kommun kan inte delta i projektet.",
        "Orsa deltog inte i projektet.",
        "Orsa har inte deltagit i upphandlingen.",
        "Personal saknas på mötesplatsen i Orsa.",
    ],
)
def test_what_a_town_has_no_part_in_need_not_be_the_meeting(sentence: str) -> None:
    told = attendance(
        f"Närvarande:\nKarin Holm, Mora\n\n1. Inledning\n\nOrdföranden hälsar alla välkomna. {sentence}\n\n2. Budget\nText här.\n"
    )
    assert towns(told) == {"Mora": "present"}
