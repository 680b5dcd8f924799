from __future__ import annotations

import pytest

from graph.lexicon import load_lexicon
from graph.record import Abbreviation
from ingest.abbreviations import find_abbreviations, with_base_form
from ingest.topics import find_reports, find_topics, previous_minutes

KNOWN = [
    Abbreviation(short="TRYGG", long="Trygg hemgång för äldre", span=(0, 0)),
    Abbreviation(short="GH", long="God hemgång", span=(0, 0)),
]


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("TRYGG – Delrapport", ["TRYGG"]),
        ("TRYGG – Omställningen, arbetsgruppens nuläge och plan framåt", ["TRYGG"]),
        ("God hemgång – regional handlingsplan och årsrapport 2025", ["God hemgång"]),
        ("Årsrapport Bilpoolen 2025", ["Bilpoolen"]),
        ("Regional handlingsplan rörelse och hälsa – dialog och inriktning", ["Rörelse och hälsa"]),
        ("Fortsatt hantering av frågan om båtplatser", ["Båtplatser"]),
        ("Redovisning av kartläggning utifrån överenskommelsen ”Kvinnors väg 2019”", ["Kvinnors väg"]),
        ("Nytt avtal ang. Samverkan för hemgång (SAM)", ["SAM"]),
        ("Årsrapport 2024", []),
        ("Delrapport", []),
        ("Budget 2025", ["Budget"]),
        ("Gemensam larmmottagning", ["Gemensam larmmottagning"]),
        ("Val av justerare", []),
        ("Mötets öppnande", []),
        ("Föregående minnesanteckningar 240101", []),
    ],
)
def test_topic_of_a_title(title: str, topics: list[str]) -> None:
    assert find_topics(title, title, KNOWN, ())[:1] == topics


@pytest.mark.parametrize(
    ("title", "reports"),
    [
        ("TRYGG – Delrapport", ["TRYGG – Delrapport"]),
        (
            "God hemgång – regional handlingsplan och årsrapport 2025",
            ["God hemgång – regional handlingsplan", "God hemgång – årsrapport 2025"],
        ),
        ("Uppdragsbeskrivning regional handlingsplan för rörelse", ["Uppdragsbeskrivning regional handlingsplan för rörelse"]),
        ("Demografisk utveckling", []),
        ("Godkännande av dagordning", []),
    ],
)
def test_reports_of_a_title(title: str, reports: list[str]) -> None:
    assert find_reports(title) == reports


def test_previous_minutes_are_a_report() -> None:
    assert previous_minutes("Föregående minnesanteckningar 240101", "Rådet") == "Minnesanteckningar Rådet 2024-01-01"
    assert previous_minutes("Föregående minnesanteckningar", "Rådet") is None


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("God och nära hemgång (GNH) är viktig.", "GNH", "God och nära hemgång"),
        ("Avtal om samverkan för lugn och trygg (SLT).", "SLT", "samverkan för lugn och trygg"),
        ("TRYGG (Tillsammans, Rörelse, Yrke, Gård, Glädje) är ett arbete.", "TRYGG", "Tillsammans, Rörelse, Yrke, Gård, Glädje"),
        ("enligt Socialtjänstlagen (SoL) gäller", "SoL", "Socialtjänstlagen"),
        ("Länschefsnätverket\n(LCHNV)", "LCHNV", "Länschefsnätverket"),
        (
            "medicinskt ansvarig sjuksköterska (MAS), medicinskt ansvarig för rehabilitering (MAR)",
            "MAR",
            "medicinskt ansvarig för rehabilitering",
        ),
    ],
)
def test_abbreviations(text: str, short: str, long: str) -> None:
    assert (short, long) in [(a.short, a.long) for a in find_abbreviations(text)]


@pytest.mark.parametrize(
    "text", ["Anna Ek (S) yrkar bifall.", "Mora (se bilaga 3)", "planen (2024)", "(KS)", "många hästar (ABC)"]
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
