from __future__ import annotations

import pytest

from ingest.reports import find_reports, previous_minutes


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
        ("uppdrag Regional handlingsplan", []),
        ("Båtlag – En del i handlingsplanen för God hemgång", []),
        ("Gemensam kassa enligt överenskommelse god hemgång", []),
        ("Rapport från hamnkontoret", []),
        ("Årsrapport från hamnkontoret", ["Årsrapport från hamnkontoret"]),
        ("Redovisning av utvärdering av avtal om båthusplatser (BH-platser", ["Utvärdering av avtal om båthusplatser"]),
        ("Nytt uppdaterat avtal ang. Samverkan för hemgång (SAM)", ["Avtal ang. Samverkan för hemgång (SAM)"]),
        ("Regional handlingsplan rörelse och hälsa – dialog och inriktning", ["Regional handlingsplan rörelse och hälsa"]),
        ("Redovisning fortsatt strategi mot en god hemgång", ["Strategi mot en god hemgång"]),
        ("Redovisning av kartläggning utifrån överenskommelsen", ["Kartläggning utifrån överenskommelsen"]),
        ("Godkännande av dagordning", []),
    ],
)
def test_reports_of_a_title(title: str, reports: list[str]) -> None:
    assert find_reports(title) == reports


def test_previous_minutes_are_a_report() -> None:
    assert previous_minutes("Föregående minnesanteckningar 240101", "Rådet") == "Minnesanteckningar Rådet 2024-01-01"
    assert previous_minutes("Föregående minnesanteckningar", "Rådet") is None
