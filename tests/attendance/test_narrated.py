"""Those whom sentences of the head tell of as there, where no list does, with the bodies that stand between groups of names."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

THREE = {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"}
SENTENCES = [
    "Vid mötet deltog Karin Holm och Olle Ting från Region Dalarna, samt Sara Vide från Mora kommun.",
    "Vid mötet deltog från Region Dalarna Karin Holm och Olle Ting, samt från Mora kommun Sara Vide.",
    "Förutom ordföranden deltog Karin Holm Mora, Olle Ting Orsa samt Sara Vide Falun.",
    "Deltog gjorde Karin Holm, Olle Ting och Sara Vide.",
    "Mötet samlade Karin Holm, Olle Ting och Sara Vide.",
    "Karin Holm, Olle Ting och Sara Vide deltog i mötet.",
    "Karin Holm (Mora), Olle Ting (Orsa) och Sara Vide (Falun) var närvarande.",
    "Ledamöterna Karin Holm, Olle Ting och Sara Vide deltog på distans.",
    "Mora representerades av Karin Holm, Orsa av Olle Ting och Falun av Sara Vide.",
    "Region Dalarna företräddes av Karin Holm och Olle Ting, Mora kommun av Sara Vide.",
    "Med från Region Dalarna var Karin Holm och Olle Ting. Med från Mora var Sara Vide.",
    "Till mötet kom Karin Holm, Olle Ting och Sara Vide.",
    "Vi var Karin Holm, Olle Ting och Sara Vide.",
    "Via länk deltog Karin Holm och Olle Ting. I rummet satt Sara Vide.",
    "Mötet leddes av Karin Holm. Olle Ting förde anteckningar. Sara Vide deltog från Mora.",
    "Mötet öppnades av ordförande Karin Holm. Närvarande från kommunerna var Olle Ting, Mora, och Sara Vide, Orsa.",
    "Karin Holm (ordf) hälsar välkomna. Vid mötet deltar även Olle Ting och Sara Vide.",
    "Ordförande Karin Holm hälsade Olle Ting och Sara Vide välkomna.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("above", ["", "Plats: Teams\n\n", "Nätverkets möte den 3 maj\n"])
def test_a_sentence_that_names_those_who_came(sentence: str, above: str) -> None:
    assert (
        statuses(attendance(f"{above}{sentence}\n\n1. Mötets öppnande\n\nMötet öppnas.\n\n2. Nästa möte\n\nDen 3 juni.\n"))
        == THREE
    )


def test_each_group_has_the_body_that_stands_before_it() -> None:
    told = attendance(
        "Ordförande Zlatko Holm hälsade välkommen till mötet. Förutom ordföranden deltog Olle Ting Mora, Sara Vide Orsa samt Per Lind och "
        "Lisa Norr Falun. Från Region Dalarna deltog Maja Frid. Från tjänstemannanivån deltog Nils Bro, regional utvecklingsledare, och "
        "Pia Lund, sekreterare.\n\nFrånvarande var Eva Sten (Rättvik).\n"
    )
    assert rows(told) == [
        "Zlatko Holm | present | - | ordförande",
        "Olle Ting | present | Mora | -",
        "Sara Vide | present | Orsa | -",
        "Per Lind | present | Falun | -",
        "Lisa Norr | present | Falun | -",
        "Maja Frid | present | Region Dalarna | -",
        "Nils Bro | present | - | regional utvecklingsledare",
        "Pia Lund | present | - | sekreterare",
        "Eva Sten | absent | Rättvik | -",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin Holm och Olle Ting deltog i ett projekt i Lund.",
        "Vid förra mötet deltog Karin Holm och Olle Ting.",
        "Karin Holm deltog under § 4.",
        "Ordförande Karin Holm hälsar alla välkomna.",
        "Karin Holm har bjudits in till nästa möte.",
    ],
)
def test_a_sentence_of_something_else_names_nobody_as_there(sentence: str) -> None:
    assert not attendance(f"{sentence}\n\n1. Mötets öppnande\n\nMötet öppnas.\n\n2. Nästa möte\n\nDen 3 juni.\n").people


@pytest.mark.parametrize(
    "line", ["Vid pennan: Sara Vide", "Vid pennan Sara Vide", "Antecknat av: Sara Vide", "Vid datorn\nSara Vide"]
)
def test_whoever_keeps_the_minutes_is_told_below_the_list(line: str) -> None:
    told = attendance(
        f"Närvarande: Karin Holm, Olle Ting\n\n{line}\n\n1. Mötets öppnande\n\nMötet öppnas.\n\n2. Nästa möte\n\nDen 3 juni.\n"
    )
    assert statuses(told) == THREE
    if "pennan" in line:
        assert rows(told)[-1] == "Sara Vide | present | - | sekreterare"


@pytest.mark.parametrize("label", ["Frånvarande med giltigt skäl", "Frånvarande med giltigt förfall"])
@pytest.mark.parametrize(
    "form", ["{}: Sara Vide", "{}\nSara Vide", "**{}**\n\nSara Vide", "{} – Sara Vide", "{} (1 st): Sara Vide"]
)
def test_absence_with_good_reason_in_any_form(label: str, form: str) -> None:
    told = attendance(f"Närvarande: Karin Holm, Olle Ting\n\n{form.format(label)}\n")
    assert statuses(told) == {**THREE, "Sara Vide": "absent"}


@pytest.mark.parametrize("label", ["På länk", "Vi som var där", "På länk (2 st)"])
@pytest.mark.parametrize("form", ["{}: Karin Holm, Olle Ting", "{}\nKarin Holm\nOlle Ting"])
def test_labels_that_open_a_list_by_themselves(label: str, form: str) -> None:
    told = attendance(f"{form.format(label)}\n\n1. Mötets öppnande\n\nMötet öppnas.\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present"}


@pytest.mark.parametrize(
    "listed",
    [
        "Närvarande: Anna (Mora), Bo (Mora), Karin (Orsa), Sven (Orsa)",
        "Närvarande\nMora: Anna, Bo\nOrsa: Karin och Sven",
        "Närvarande:\nMora kommun: Anna och Bo\nOrsa kommun: Karin, Sven",
    ],
)
def test_first_names_beside_their_municipality(listed: str) -> None:
    told = attendance(f"{listed}\n\n1. Mötets öppnande\n\nMötet öppnas.\n")
    assert [row[: row.rindex(" | ")] for row in rows(told)] == [
        "Anna | present | Mora",
        "Bo | present | Mora",
        "Karin | present | Orsa",
        "Sven | present | Orsa",
    ]


def test_an_organisation_behind_a_title_is_nobody() -> None:
    told = attendance("Närvarande\n\n- Karin Holm, samordnare Vårdsamverkan Skaraborg\n- Olle Ting, sekreterare\n")
    assert list(statuses(told)) == ["Karin Holm", "Olle Ting"]


@pytest.mark.parametrize(
    "words",
    [
        "Karin Holm hälsade från Olle Ting och önskade alla välkomna.",
        "Karin Holm välkomnade alla och hälsade från Olle Ting.",
        "Karin Holm välkomnade beslutet om Olle Tings tjänst.",
        "Leksand företräddes av Olle Ting i den nationella gruppen.",
    ],
)
def test_whom_somebody_brings_greetings_from_or_speaks_of_is_not_there(words: str) -> None:
    told = attendance(f"Minnesanteckningar\n\n{words}\n\nNärvarande: Anna Ek, Mora, Bo Alm, Orsa\n\n1. Budget\nText.\n")
    assert not any(name.startswith("Olle") for name in statuses(told))


@pytest.mark.parametrize("where", ["head", "first item"])
@pytest.mark.parametrize(
    "told",
    [
        "Närvarande var samtliga i styrelsen, nämligen Arne Sand, Britta Myhr och Knut Ek, samt från kommunen Lilly Tran, gatuingenjör.",
        "Närvarande var hela styrelsen: Arne Sand, Britta Myhr, Knut Ek och Lilly Tran.",
        "Samtliga i styrelsen var närvarande, nämligen Arne Sand, Britta Myhr, Knut Ek och Lilly Tran.",
    ],
)
def test_all_of_a_board_by_name(told: str, where: str) -> None:
    head, item = (f"{told}\n\n", "") if where == "head" else ("", f" {told}")
    found = attendance(
        f"Vägföreningen 2022-03-29\n\n{head}§ 1. Öppnande\n\nArne Sand öppnade mötet.{item}\n\n§ 2. Lampor\n\nLampor köps.\n"
    )
    assert statuses(found) == dict.fromkeys(("Arne Sand", "Britta Myhr", "Knut Ek", "Lilly Tran"), "present")
    assert [person.represents for person in found.people] == [None] * len(found.people)


@pytest.mark.parametrize("end", ["träffades på Vuxenskolan", "möttes digitalt", "samlades i Bygdegården"])
def test_those_who_met(end: str) -> None:
    told = f"Arne Sand från Mora, Britta Myhr från Orsa och Knut Ek från Arbetsförmedlingen {end}."
    found = attendance(f"Arbetsgruppen 2025-10-01\n\n{told} Arne skrev.\n\n1. Läget\n\nDet går bra.\n")
    assert statuses(found) == dict.fromkeys(("Arne Sand", "Britta Myhr", "Knut Ek"), "present")
