"""Words tried by their first letter: the pattern finds what the plain choice finds."""

import re

import pytest

from ingest.alternatives import Choice, by_first_letter, iter_at_words, parse_choice
from ingest.kinds import decision_kind

_PATTERNS = (r"\bge(?:r|s)?\b", r"öppna\w*\s+mötet", r"(?<!för\s)\bgodkän\w+", r"\b(?:få|fick|utse)\b[^.]*?\buppdrag\b", r"gav")
_TEXTS = (
    "nämnden ger uppdraget",
    "återöppna mötet nu",
    "för godkännande",
    "den godkända planen",
    "rådet fick ett uppdrag",
    "att utse och ge uppdrag",
    "den begav sig",
    "delges",
    "",
)


@pytest.mark.parametrize("text", _TEXTS)
def test_finds_what_the_plain_choice_finds(text: str) -> None:
    choices = [choice for pattern in _PATTERNS if (choice := parse_choice(pattern))]
    assert len(choices) == len(_PATTERNS)
    plain, quick = re.compile("|".join(_PATTERNS)), re.compile(by_first_letter(choices))
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_the_first_choice_that_fits_wins_where_several_begin_alike() -> None:
    pattern = re.compile(by_first_letter([Choice(("lägga",), r"\b", "(?= fast)()"), Choice(("lägga", "anta"), r"\b", "()")]))
    assert [m.lastindex for m in pattern.finditer("anta, lägga fast, lägga till")] == [1, 2, 3]


def test_a_pattern_with_another_beginning_is_tried_at_every_letter() -> None:
    pattern = re.compile(by_first_letter([Choice(("anta",))], [r"^\w*råd\b"]))
    assert [m.group() for m in pattern.finditer("byråd anta")] == ["byråd", "anta"]


@pytest.mark.parametrize("pattern", ["^anta", "[a-zåäö]*anta", "a?nta", "(?:anta|fast)?ställ", r"(?:anta\w|fast)"])
def test_other_beginnings_are_no_choice(pattern: str) -> None:
    assert parse_choice(pattern) is None


def test_the_kind_of_a_choice_that_is_parted_by_letters() -> None:
    assert decision_kind("att få i uppdrag att skriva")[0] == decision_kind("att ges i uppdrag att skriva")[0] == "assign"


def test_a_pattern_is_tried_where_one_of_its_words_stands() -> None:
    pattern = re.compile(r"\b(?:är|ingår)\s+i\s+(?P<what>\w+)")
    text = "här är i höst en bro som ingår i planen, är i år ingår i budgeten"
    for start, end in ((0, len(text)), (5, 40), (4, 8), (20, len(text))):
        found = [m.span("what") for m in iter_at_words(pattern, ("är", "ingår"), text, start, end)]
        assert found == [m.span("what") for m in pattern.finditer(text, start, end)]


def test_what_one_match_has_taken_begins_no_other() -> None:
    pattern = re.compile(r"är .{9}")
    text = "är bron är klar nu"
    assert [m.span() for m in iter_at_words(pattern, ("är",), text, 0, len(text))] == [(0, 12)]
