"""Quick looks: what they rule out, the pattern behind them does not find either."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.items import openings, title_end, titles
from ingest.people import find_names
from ingest.titles import _may_end_with_name
from ingest.verbs import has_finite

_PIECES = (
    *("i", "på", "FÖR", "Nya", "kvarteret", "av.", "sk.", "(om", "-med", "som\n", "ſom", "vılka", "\u212bR", "ang.", "–", "«"),
    *("Bo", "Ek", "A.Ek", "l", "lvarsson", "Bryggor", "bryggor", "Bryggor vid hamnen", "beslutar", "valde", "öppnades", "att"),
    *("information", "(Beslut)", "– dialog", ", rapport", "INFORMATIONSÄRENDE", "ınformation", "[info]", "punkt", ".", " ", "  "),
    *("Nämndens", "beslut", "NÄMNDENS", "BESLUT", "Beslut", "s", "och", "Sociala", "utskottets", "förslag", ":", "-", "Jäv", "1"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=9).flatmap(
    lambda pieces: st.sampled_from((" ".join(pieces), "".join(pieces), "\n".join(pieces)))
)


@given(_TEXTS)
def test_a_text_goes_on_where_its_end_is_a_joining_word(text: str) -> None:
    joined = openings.JOINING.search(text[-20:].rstrip()) is not None
    assert openings.is_joined(text, len(text)) == joined


@given(_TEXTS)
def test_a_title_stands_twice_where_its_first_letters_do(text: str) -> None:
    if title_end._TWICE.match(text):
        assert text.find(text[: title_end._LEAST_TWICE], title_end._LEAST_TWICE) > 0


@given(_TEXTS)
def test_a_label_behind_a_title_is_at_its_end(text: str) -> None:
    text = " ".join(text.split())
    if titles._LABEL_SUFFIX.search(text) or titles._LABEL_BEHIND_COMMA.search(text):
        assert titles._may_end_with_label(text)


@given(_TEXTS)
def test_a_title_that_is_a_name_ends_with_one(text: str) -> None:
    text = " ".join(text.split())
    names = find_names(text)
    if names and names[-1].end == len(text):
        assert _may_end_with_name(text)


@given(_TEXTS)
def test_a_short_text_has_the_verbs_that_it_has_in_a_long_one(text: str) -> None:
    assert has_finite(text) == has_finite(text + "\n" * 200)


@pytest.mark.parametrize("word", ["som", "SOM", "ſom", "vilka", "vılka", "vİlket", "(att"])
def test_a_verb_behind_a_subjunction_is_of_no_main_clause(word: str) -> None:
    assert not has_finite(f"{word} rådet ofta godkänner")


_BODY = r"[A-ZÅÄÖ](?<![\w.-].)[\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s\s+(?:beslut|förslag)(?=:\s|\s*$)"


@given(_TEXTS)
def test_the_heading_of_a_body_is_found_within_a_line(text: str) -> None:
    for match in re.finditer(_BODY, text):
        assert any(found.start() <= match.start() < found.end() for found in title_end.inline_heading().finditer(text))
