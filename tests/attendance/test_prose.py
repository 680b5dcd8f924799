"""Sentences that tell who was there, of municipalities and of people."""

from __future__ import annotations

import pytest

from graph.record import Status
from ingest.attendance.municipalities import judge_municipalities
from tests.attendance.sheets import attendance, document, statuses, town, towns

UNREPRESENTED = (
    "Följande kommuner var inte representerade på mötet: Orsa, Malung-Sälen och Falun.",
    "Följande kommuner var ej representerade: Orsa, Malung-\nSälen, Falun.",
    "Ej representerade kommuner: Orsa, Malung-Sälen, Falun",
    "Kommuner som inte var representerade: Orsa, Malung-Sälen och Falun.",
    "Orsa, Malung-Sälen och Falu kommuner saknade representant.",
    "Från Orsa, Malung-Sälen och Falun deltog ingen representant.",
    "Frånvarande kommuner: Orsa, Malung-Sälen, Falun.",
)


@pytest.mark.parametrize("sentence", UNREPRESENTED)
def test_municipalities_not_represented(sentence: str) -> None:
    result = attendance(f"Närvarande: Anna Ek Avesta, Bo Alm Mora.\n\n{sentence}\n\n1. Mötets öppnande")
    assert towns(result) == {
        "Avesta": "present",
        "Mora": "present",
        "Orsa": "absent",
        "Malung-Sälen": "absent",
        "Falun": "absent",
    }
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present"}


def test_a_municipality_of_which_both_is_said() -> None:
    text = "Närvarande: Anna Ek Avesta, Bo Alm Mora.\n\nFöljande kommuner var inte representerade: Mora, Orsa."
    result = attendance(text)
    both = town(result, "Mora")
    assert both.status is Status.CONFLICTING
    assert [document(text).words(span) for span in both.spans] == ["Bo Alm", "Mora"]
    assert both.reason == "Bo Alm bland närvarande, men kommunen uppges inte ha varit representerad"


def test_all_municipalities_but_two() -> None:
    result = attendance("Närvarande: Anna Ek Region Dalarna.\nSamtliga kommuner utom Orsa och Mora var representerade.")
    found = towns(result)
    assert {name for name, status in found.items() if status == "absent"} == {"Orsa", "Mora"}
    assert sum(status == "present" for status in found.values()) == 13


@pytest.mark.parametrize(
    "sentence",
    [
        "Samtliga ledamöter utom Bo Alm var närvarande.",
        "Samtliga var närvarande utom Bo Alm.",
        "Alla deltog förutom Bo Alm.",
        "Bo Alm hade anmält förhinder.",
        "Bo Alm var förhindrad att delta.",
        "Förhinder har anmälts av Bo Alm.",
        "Bo Alm kunde inte delta.",
    ],
)
def test_people_whom_a_sentence_calls_absent(sentence: str) -> None:
    result = attendance(f"Ledamöter:\nAnna Ek, Avesta\nBo Alm, Mora\n\n{sentence}\n\n1. Mötets öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent"}
    assert towns(result) == {"Avesta": "present", "Mora": "absent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Alm deltog inte i beslutet om § 4.",
        "Bo Alm anmälde jäv och var inte närvarande under punkt 7.",
        "Kommunerna Mora och Orsa var inte överens om avtalet.",
        "Arbetsgruppen är inte representerad av någon från skolan.",
        "Bo Alm hade en fråga om frånvaron i skolan.",
    ],
)
def test_sentences_of_other_matters(sentence: str) -> None:
    result = attendance(f"Närvarande:\nAnna Ek, Avesta\nBo Alm, Mora\n\n1. Mötets öppnande\n{sentence}")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present"}
    assert towns(result) == {"Avesta": "present", "Mora": "present"}


def test_reasons_are_told_in_swedish() -> None:
    result = attendance(
        "Närvarande: (överstruken = frånvarande)\n\nAvesta\t~~Anna Ek~~\t\nMora\t~~Bo Alm~~\t~~Cilla Björk~~\n"
        "Orsa\tDavid Asp\t~~Eva Gran~~\nFalun\t~~Filip Rönn~~\t~~Gun Hassel~~\t~~Hanna Lind~~"
    )
    assert {t.name: t.reason for t in result.municipalities} == {
        "Avesta": "Anna Ek, ensam listad, var frånvarande",
        "Mora": "Bo Alm och Cilla Björk var båda frånvarande",
        "Orsa": "David Asp närvarande",
        "Falun": "Filip Rönn, Gun Hassel och Hanna Lind var alla frånvarande",
    }


def test_only_municipalities_of_the_lexicon_count() -> None:
    result = attendance("Närvarande: Anna Ek, Mora; Bo Alm, Socialnämnden; Cilla Björk, Tallköping")
    assert towns(result) == {"Mora": "present"}
    assert [p.represents for p in result.people] == ["Mora", "Socialnämnden", "Tallköping"]


def test_nothing_listed_nothing_judged() -> None:
    assert judge_municipalities.__doc__
    assert attendance("1. Mötets öppnande\nOrdföranden öppnar mötet.").municipalities == ()


def test_substitutes_who_are_not_there_and_one_in_the_place_of_a_member() -> None:
    result = attendance(
        "Närvarande: Samtliga ledamöter utom Olle Ting och Per Lind (C). I Tings ställe deltar Eva Berg. "
        "Ersättarna Bo Alm (S) och Sara Vide är inte med.\n\nÖvriga: Karin Holm, socialchef\n\n1. Öppnande"
    )
    assert statuses(result) == {
        "Olle Ting": "absent", "Per Lind": "absent", "Eva Berg": "present", "Bo Alm": "absent", "Sara Vide": "absent", "Karin Holm": "present",
    }  # fmt: skip


def test_those_asked_when_needed_behind_a_list_of_the_absent() -> None:
    result = attendance(
        "Närvarande\nAnna Ek, Mora\n\nAnmält frånvaro\nBo Alm, Orsa\n\nAdjungerade vid behov: Karin Holm, Länsstyrelsen\n\n1. Öppnande"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Karin Holm": "unknown"}


def test_one_who_did_not_come_to_the_meeting_and_more_behind_who_stood_in() -> None:
    result = attendance(
        "Närvarande\nKarin Holm (S)\nOlle Ting (M)\nSara Vide (C)\n\n1. Öppnande\nOrdföranden hälsade välkommen. Förhinder hade anmälts av "
        "Bo Alm, som ersattes av Sara Vide, samt av Siv Norr (KD). Hamnens ledamot Lars Ek kom inte till mötet.\n"
    )
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Bo Alm": "absent", "Siv Norr": "absent", "Lars Ek": "absent",
    }  # fmt: skip


def test_one_who_has_told_that_he_cannot_take_part() -> None:
    result = attendance(
        "Närvarande\nKarin Holm (S)\nOlle Ting (M)\n\n§ 1 Öppnande\nKarin Holm öppnar mötet. Även Moras ledamot Bo Alm har meddelat att han inte kan delta.\n"
    )
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Bo Alm": "absent"}


@pytest.mark.parametrize("words", ["Orsa kommun hade återbud", "Orsa hade förhinder", "Orsa tackade nej"])
def test_a_line_in_a_list_that_tells_of_a_town_tells_of_nobody_beside_it(words: str) -> None:
    for listed in (
        f"Anna Ek, Leksand\n{words}\nBo Alm, Mora",
        f"Anna Ek, Leksand\nBo Alm, Mora\n{words}",
        f"Bo Alm, Mora. {words}\nAnna Ek, Leksand",
    ):
        told = attendance(f"Närvarande\n{listed}\n\n§ 1 Budget\nText.\n")
        assert statuses(told) == {"Anna Ek": "present", "Bo Alm": "present"}
        assert towns(told) == {"Leksand": "present", "Mora": "present", "Orsa": "absent"}


def test_a_town_that_declines_an_offer_is_not_away() -> None:
    told = attendance("Närvarande\nAnna Ek, Leksand\n\nOrsa kommun tackade nej till erbjudandet.\n\n§ 1 Budget\nText.\n")
    assert "Orsa" not in towns(told)


@pytest.mark.parametrize("items", [2, 8])
@pytest.mark.parametrize(
    ("noted", "away"),
    [
        (
            "Noteras till protokollet att Kjell Troll (L), Mora, och Paula Ving (SD), Orsa, anmält\nförhinder och att ingen kom.",
            2,
        ),
        ("Det antecknas i protokollet att Kjell Troll (L) och Paula Ving (SD) anmält förhinder.", 2),
        ("Det noteras att Kjell Troll anmält frånvaro och att Bo Alm inträder.", 1),
    ],
)
def test_those_away_are_noted_at_the_end(noted: str, away: int, items: int) -> None:
    decided = "".join(f"§ {i} Ärende {i}\n\nNämnden beslutar att godkänna redovisningen.\n\n" for i in range(1, items + 1))
    found = attendance(f"Nämnden 2023-10-25\n\nBeslutande\nHans Stål (S)\nBo Alm (M)\n\n{decided}{noted}\n")
    told = {"Hans Stål": "present", "Bo Alm": "present", "Kjell Troll": "absent", "Paula Ving": "absent"}
    assert statuses(found) == dict(list(told.items())[: 2 + away])
