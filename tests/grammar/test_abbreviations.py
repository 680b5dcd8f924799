from __future__ import annotations

import pytest

from graph.lexicon import load_lexicon
from ingest.abbreviations import find_abbreviations, find_introduced_forums, with_base_form


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("God och nära hemgång (GNH) är viktig.", "GNH", "God och nära hemgång"),
        ("Avtal om samverkan för lugn och trygg (SLT).", "SLT", "samverkan för lugn och trygg"),
        ("TRYGG (Tillsammans, Rörelse, Yrke, Gård, Glädje) är ett arbete.", "TRYGG", "Tillsammans, Rörelse, Yrke, Gård, Glädje"),
        ("enligt Socialtjänstlagen (SoL) gäller", "SoL", "Socialtjänstlagen"),
        ("Länschefsnätverket\n(LCHNV)", "LCHNV", "Länschefsnätverket"),
        ("Avtal om båthusplatser (BH-   \nplatser \nFöredragande: Anna Ek", "BH-platser", "båthusplatser"),
        ("Hem och vård i Myrland (HvM, tidigare SUM) vid högskolan", "HvM", "Hem och vård i Myrland"),
        (
            "medicinskt ansvarig sjuksköterska (MAS), medicinskt ansvarig för rehabilitering (MAR)",
            "MAR",
            "medicinskt ansvarig för rehabilitering",
        ),
        ("Framtidens journalsystem (nedan kallat FJS) införs.", "FJS", "Framtidens journalsystem"),
        ("Framtidens journalsystem (förkortat FJS) införs.", "FJS", "Framtidens journalsystem"),
        ("Framtidens journalsystem, som förkortas FJS, införs.", "FJS", "Framtidens journalsystem"),
        ("Framtidens journalsystem, nedan kallat FJS, införs.", "FJS", "Framtidens journalsystem"),
        ("Framtidens journalsystem, i det följande FJS, införs.", "FJS", "Framtidens journalsystem"),
        ("Framtidens journalsystem, även kallat ”FJS”, införs.", "FJS", "Framtidens journalsystem"),
        ("Samordnad individuell plan, SIP, görs i samråd.", "SIP", "Samordnad individuell plan"),
        ("Gör en samordnad individuell plan – SIP – i samråd.", "SIP", "samordnad individuell plan"),
        ("SIP – samordnad individuell plan", "SIP", "samordnad individuell plan"),
        ("SIP = samordnad individuell plan.", "SIP", "samordnad individuell plan"),
        ("SIP: Samordnad individuell plan", "SIP", "Samordnad individuell plan"),
        ("SIP står för samordnad individuell plan.", "SIP", "samordnad individuell plan"),
        ("SIP (samordnad individuell plan) görs", "SIP", "samordnad individuell plan"),
        ("enligt SoL (socialtjänstlagen) gäller", "SoL", "socialtjänstlagen"),
        ("SIP\tSamordnad individuell plan\nVO\tVård och omsorg\n", "VO", "Vård och omsorg"),
        (
            "Förkortningar\n\nLÖF    Patientens försäkring\nSIP  Samordnad individuell plan\n\nInledning\n",
            "LÖF",
            "Patientens försäkring",
        ),
        ("2 Förkortningar\nFörkortning\tBetydelse\nLÖF\tPatientens försäkring\n", "LÖF", "Patientens försäkring"),
        ("Eva Ek (medicinskt ansvarig sjuksköterska, MAS)", "MAS", "medicinskt ansvarig sjuksköterska"),
    ],
)
def test_abbreviations(text: str, short: str, long: str) -> None:
    assert (short, long) in [(a.short, a.long) for a in find_abbreviations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (S) yrkar bifall.",
        "Mora (se bilaga 3)",
        "planen (2024)",
        "(KS)",
        "många hästar (ABC)",
        "Kristdemokraterna (KD) yrkar bifall.",
        "Lars Ek Sandler-Dahl (SD)",
        "Miljöpartiet (MP) och Karin Kvist Dalman (KD)",
        "Hälso- och sjukvårdsnämnden (HSN26/371)",
        "resor i tjänsten (RS/402/2019)",
        "Eva Ek (ordf)",
        "Rapporten (s. 3) och avtalet (Mora)",
        "SPAK – Delrapport",
        "STARK – särskilda tider",
        "Närvarande: KD, Karin Dahl och SD, Sven Dal",
        "Mora, Orsa, MO och Älvdalen",
        "Yrkande från M, L, C och KD om digital båttjänst",
        "Nämnden, nedan kallad Förbundet, beslutar",
        "IT – införande",
    ],
)
def test_what_is_no_abbreviation(text: str) -> None:
    assert find_abbreviations(text) == []


def test_an_abbreviations_span_holds_its_words() -> None:
    text = "Se avtalet.\n\nGod och nära hemgång (GNH) är viktig."
    (found,) = find_abbreviations(text)
    assert text[slice(*found.span)] == "God och nära hemgång (GNH)"


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("Region Dalarnas (RD) svar", "Region Dalarna"),
        ("Region Dalarna (RD) svarar", "Region Dalarna"),
        ("Västerås (VS) svarar", "Västerås"),
        ("Hemgångens Vänners (HV) svar", "Hemgångens Vänners"),
    ],
)
def test_genitive_of_a_known_body_before_the_bracket_is_kept_in_its_base_form(text: str, long: str) -> None:
    (found,) = find_abbreviations(text)
    assert with_base_form(found, load_lexicon()).long == long


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("i Välfärdsrådet (VfR) och", [("VfR", "Välfärdsrådet")]),
        (
            "som Länsnätverket för förvaltningschefer (Chefsnätverket) hade",
            [("Chefsnätverket", "Länsnätverket för förvaltningschefer")],
        ),
        ("mellan Välfärdsrådet och gruppen (VfR)", []),
        ("i Välfärdsrådet (Chefsnätverket)", []),
        ("i VFR (Välfärdsrådet)", []),
    ],
)
def test_other_names_of_a_known_forum(text: str, names: list[tuple[str, str]]) -> None:
    found = find_introduced_forums(text, load_lexicon())
    assert [(one.short, one.long) for one in found] == names
    assert all(text[slice(*one.span)].startswith(one.long) for one in found)
