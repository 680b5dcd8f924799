"""Which forms may stand in a text, as its words tell: what the words rule out, no pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alternatives import Choice, by_first_letter, iter_at_words
from ingest.phrases import Phrases
from ingest.sentences import words_between

_FORMS = ("går igenom", "har", "har bjudits in", "informerar", "för vidare")
_PATTERN = re.compile(by_first_letter([Choice(tuple(form.replace(" ", r"\s+") for form in _FORMS), r"(?<![\wåäö-])", r"\b")]))
_PIECES = st.sampled_from(
    ["går", "igenom", "har", "bjudits", "in", "informerar", "för", "vidare", "gå", "x", " ", "  ", "\n", "-", ".", ","]
)


@pytest.mark.parametrize(
    ("words", "may", "firsts"),
    [
        ("anna går in", False, set()),
        ("anna går hem igenom", True, {"går"}),
        ("hon har bjudits hem", True, {"har"}),
        ("frågan är för svår", False, set()),
        ("", False, set()),
    ],
)
def test_a_form_may_stand_where_all_its_words_do(words: str, may: bool, firsts: set[str]) -> None:
    phrases = Phrases(_FORMS)
    assert phrases.may_stand_in(frozenset(words.split())) is may
    assert phrases.first_words(frozenset(words.split())) == firsts


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_where_the_words_rule_a_form_out_no_pattern_finds_it(text: str) -> None:
    phrases, words = Phrases(_FORMS), words_between(text, 0, len(text))
    plain = [m.span() for m in _PATTERN.finditer(text)]
    assert not plain or phrases.may_stand_in(words)
    assert [m.span() for m in iter_at_words(_PATTERN, phrases.first_words(words), text, 0, len(text))] == plain
