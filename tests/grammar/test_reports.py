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
        ("Godkännande av dagordning", []),
    ],
)
def test_reports_of_a_title(title: str, reports: list[str]) -> None:
    assert find_reports(title) == reports


def test_previous_minutes_are_a_report() -> None:
    assert previous_minutes("Föregående minnesanteckningar 240101", "Rådet") == "Minnesanteckningar Rådet 2024-01-01"
    assert previous_minutes("Föregående minnesanteckningar", "Rådet") is None
