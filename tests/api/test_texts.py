"""The words of the pages: both languages whole, every key used, no key missing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from api.texts import EDGE_WORDS, RELATIONS, TEXTS, Language, Texts
from graph.record import DecisionKind, DocumentKind, Status
from graph.schema import Label, RelationshipType
from queries import catalogue
from queries.trace import HopKind

API = Path(__file__).parents[2] / "api"
_CALL = re.compile(r"""\b(?:t|texts)\(\s*f?"([^"{]*)("|\{)(\s*~)?""")
_PLACE = re.compile(r"\{(\w+)\}")
_INDIRECT = ("field.", "decision.", "document.kind.", "status.", "level.", "basis.", "online.", "recorded.")
"""Looked up by names that the data bring along (api.pages.values.words_of, api.pages.rows.field_name)."""


def _calls() -> tuple[set[str], set[str]]:
    """Keys named in full, and the beginnings of those that are put together."""
    whole, beginnings = set(), set()
    for path in [*API.rglob("*.py"), *(API / "templates").glob("*.html")]:
        for text, end, joined in _CALL.findall(path.read_text(encoding="utf-8")):
            (beginnings if joined or end == "{" else whole).add(text)
    return whole, beginnings


def test_every_key_that_is_used_exists() -> None:
    whole, beginnings = _calls()
    assert whole - set(TEXTS) == set()
    assert [text for text in beginnings if text and not any(key.startswith(text) for key in TEXTS)] == []


def test_every_key_that_exists_is_used() -> None:
    whole, beginnings = _calls()
    known = tuple(text for text in beginnings if text) + _INDIRECT
    assert [key for key in TEXTS if key not in whole and not key.startswith(known)] == []


def test_both_languages_take_the_same_values() -> None:
    for key, (swedish, english) in TEXTS.items():
        assert set(_PLACE.findall(swedish)) == set(_PLACE.findall(english)) or "n" in _PLACE.findall(swedish + english), key
        assert bool(swedish) == bool(english) or key == "language.note", key
        assert swedish.count("|") == english.count("|") <= 1, key


def test_closed_vocabularies_have_words() -> None:
    keys = [f"decision.{one}" for one in DecisionKind] + [f"status.{one}" for one in (*Status, "not-mentioned")]
    keys += [f"document.kind.{one}" for one in DocumentKind] + [f"hop.{one}" for one in HopKind]
    keys += [f"hop.short.{one}" for one in HopKind] + [f"kind.{one}" for one in Label if one != "Store"]
    keys += [f"field.parameter-{one.name}" for query in catalogue().values() for one in query.parameters]
    assert [key for key in keys if key not in TEXTS] == []
    assert set(RELATIONS) == set(EDGE_WORDS) >= set(RelationshipType)


def test_rows_of_every_question_have_headings() -> None:
    fields = {name for query in catalogue().values() for name in query.row.model_fields} - {"sources", "detail", "id"}
    assert [name for name in sorted(fields) if f"field.{name}" not in TEXTS] == []


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [(Language.SWEDISH, 1, "1 punkt"), (Language.SWEDISH, 1048, "1\u202f048 punkter"), (Language.ENGLISH, 0, "0 items")],
)
def test_one_and_many(language: Language, number: int, expected: str) -> None:
    assert Texts(language)("start.items", n=number) == expected


def test_values_are_put_in_as_they_are() -> None:
    assert Texts(Language.SWEDISH)("search.results", n=2, q="{n} <b>|x") == "2 träffar för ”{n} <b>|x”"


def test_dates_as_they_are_written() -> None:
    day = dt.date(2025, 4, 24)
    assert (Texts(Language.SWEDISH).date(day), Texts(Language.ENGLISH).date("2025-04-24")) == ("24 april 2025", "24 April 2025")
    assert Texts(Language.SWEDISH).date("i våras") == "i våras"
    assert Texts(Language.SWEDISH).date(None) == ""
