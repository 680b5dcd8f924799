"""Answers as files for spreadsheets: values that can be sorted and counted, words of the reader's language, nothing jumbled."""

from __future__ import annotations

import csv
import datetime as dt
import re

import pytest

from graph.arrivals import HopState
from queries import catalogue
from tests.api.served import Web

RAW = re.compile(r"^(?:item|hop|never|[a-z]+-[a-z-]+|[A-Z]+_[A-Z_]+)$")
"""A value of ours that is no word of any reader."""


def rows(web: Web, name: str, language: str = "sv", **parameters: str) -> list[dict[str, str]]:
    text = web.get(f"/fraga/{name}/csv", params={**parameters, "lang": language}).text.removeprefix("\ufeff")
    return list(csv.DictReader(text.splitlines(keepends=True), delimiter=";" if language == "sv" else ","))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_cell_is_words_of_the_reader_a_date_or_a_number(web: Web, language: str) -> None:
    for name, query in catalogue().items():
        for example in query.examples:
            for row in rows(web, name, language, **example):
                assert None not in row, (name, row)
                for heading, value in row.items():
                    assert value is not None, (name, heading)
                    assert not RAW.match(value), (name, heading, value)
                    assert "\u202f" not in value, (name, heading, value)


def test_dates_and_numbers_are_those_of_a_spreadsheet(web: Web) -> None:
    found = rows(web, "follow-up")
    waited = [int(row["Väntat, dagar"]) for row in found if row["Väntat, dagar"]]
    assert max(waited) > 999
    assert all(dt.date.fromisoformat(row["Svar väntat"]) for row in found if row["Svar väntat"])
    assert any(re.fullmatch(r".+ \(VFR \d{4}-\d\d-\d\d\)", row["Svar"]) for row in found)


def test_a_trace_has_its_items_and_what_was_sent_on_in_columns(web: Web) -> None:
    found = rows(web, "trace", topic="SPAK")
    steps = web.get("/api/v1/queries/trace?topic=SPAK").json()["rows"]
    assert [row["Nr"] for row in found] == [str(step["position"]) for step in steps]
    item = next(row for row in found if row["Punkt"] == "5a SPAK – uppstart")
    assert (item["Steg"], item["Datum"], item["Forum"]) == ("Punkt", "2023-02-10", "Länschefsnätverket")
    assert item["Föredragande"] == "Karin Wallmyr; Elof Brodd-Halling"
    assert item["Beslut"].startswith("att ge Samverkanskontoret i uppdrag")
    assert item["Till"] == item["Läge"] == ""
    sent = next(row for row in found if row["Slag"] == "Ger uppdrag")
    assert (sent["Från"], sent["Till"], sent["Läge"]) == ("Länschefsnätverket", "Samverkanskontoret Myrland", "besvarat")
    assert sent["Kom upp i"] == "3b SPAK – kartläggning av korttidsplatser (LCHNV 2023-05-12)"
    assert sent["Datum"] == sent["Punkt"] == ""


@pytest.mark.parametrize("name", ["attendance", "never-attended"])
def test_attendance_has_a_column_for_each_meeting(web: Web, name: str) -> None:
    row = next(row for row in rows(web, name, forum="VFR") if row["Kommun"] == "Kvarnberga")
    held = {heading: value for heading, value in row.items() if re.fullmatch(r"VFR \d{4}-\d\d-\d\d", heading)}
    assert list(held) == sorted(held)
    assert held["VFR 2023-10-19"] == "Motstridigt"
    assert held["VFR 2024-02-15"] == "Okänt"
    assert len(held) == 7


def test_every_state_has_its_word() -> None:
    from api.texts import TEXTS

    assert all(f"status.{state}" in TEXTS for state in HopState)


def test_a_file_holds_no_formula() -> None:
    from api.pages.files import harmless

    assert [harmless(text) for text in ("=1+1", "-x", "+4", "@a", "att", "")] == ["'=1+1", "'-x", "'+4", "'@a", "att", ""]


def test_what_may_be_an_answer_is_not_said_to_be_missing(web: Web) -> None:
    told = {(bool(row["Kanske svar"]), row["Varför"]) for row in rows(web, "follow-up")}
    assert (True, "senare protokoll ger inget säkert svar") in told
    assert (False, "senare protokoll tar inte upp det") in told
    assert (True, "senare protokoll tar inte upp det") not in told
