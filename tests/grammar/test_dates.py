from __future__ import annotations

import datetime as dt

import pytest

from ingest.dates import find_dates, find_time_range

CONTEXT = dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("260611", "2026-06-11"),
        ("20260611", "2026-06-11"),
        ("2026-06-11", "2026-06-11"),
        ("2026/06/11", "2026-06-11"),
        ("2026-06-11-12", "2026-06-11"),
        ("2026-06-11--12", "2026-06-11"),
        ("11 juni 2026", "2026-06-11"),
        ("den 11:e juni 2026", "2026-06-11"),
        ("7e feb 2025", "2025-02-07"),
        ("12e sept 2025", "2025-09-12"),
        ("11.6.2026", "2026-06-11"),
        ("6/5 2025", "2025-05-06"),
    ],
)
def test_dates_with_a_year(text: str, expected: str) -> None:
    (mention,) = find_dates(f"Mötet hölls {text}.")
    assert mention.date.isoformat() == expected
    assert mention.year_given


@pytest.mark.parametrize(
    ("text", "expected"),
    [("den 3 april", "2024-04-03"), ("17 dec", "2023-12-17"), ("6/5", "2024-05-06"), ("1 september", "2024-09-01")],
)
def test_a_missing_year_is_the_nearest_to_the_context(text: str, expected: str) -> None:
    (mention,) = find_dates(text, CONTEXT)
    assert mention.date.isoformat() == expected
    assert not mention.year_given
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dnr HSN 2026/371",
        "2022-2030",
        "omkring 2600 personer",
        "31 februari 2024",
        "§ 260",
        "tel. 023-123456",
        "kap 7 § 3",
        "vecka 25",
        "261511",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, CONTEXT) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09.00-12.00", "09:00", "12:00"),
        ("Kl. 9.00 – 12.00", "09:00", "12:00"),
        ("kl 9-12", "09:00", "12:00"),
        ("13:15 till 15.00", "13:15", "15:00"),
        ("kl. 18.30", "18:30", None),
        ("kl 18.30 21.00", "18:30", "21:00"),
        ("14:30 16:35", "14:30", "16:35"),
    ],
)
def test_clock_times(text: str, start: str, end: str | None) -> None:
    found = find_time_range(text)
    assert found is not None
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize("text", ["2022-2030", "6 A-B", "sidorna 9-12", "14:30 16:35:10", "12.30 14.75", ""])
def test_what_is_no_clock_time(text: str) -> None:
    assert find_time_range(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("senast den 1 oktober", "2024-10-01"),
        ("före 1 oktober", "2024-10-01"),
        ("till och med den 30 november", "2024-11-30"),
        ("den 1 oktober", "2023-10-01"),
        ("senast den 1 februari", "2024-02-01"),
    ],
)
def test_a_limit_is_still_to_come(text: str, expected: str) -> None:
    assert [str(d.date) for d in find_dates(f"Svaret lämnas {text}.", dt.date(2024, 3, 12))] == [expected]
