"""Quick looks into a list find what the patterns behind them find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.names import lowered
from graph.record import Status
from ingest.attendance.attributes import classify
from ingest.attendance.endings import _DECISION, _DECISION_STEM
from ingest.attendance.gaps import _chunks, read_gap
from ingest.attendance.instead import NOT_IN_DECISION, OPENING, REPLACED_BY, STANDS_FOR, VACANT
from ingest.attendance.model import Codes, Context
from ingest.attendance.phrases import _Reading, _take, _taken, phrase_words, platforms
from ingest.attendance.pieces import Gap, Piece
from ingest.attendance.words import known_letters
from tests.attendance.sheets import LEXICON, document


@pytest.mark.parametrize("pattern", [REPLACED_BY, STANDS_FOR, VACANT, NOT_IN_DECISION])
def test_what_a_pattern_matches_begins_with_an_opening_word(pattern: re.Pattern[str]) -> None:
    @settings(max_examples=300, deadline=None)
    @given(st.from_regex(pattern))
    def begins(text: str) -> None:
        if match := pattern.search(text):
            assert OPENING.match(text, match.start())

    begins()


@pytest.mark.parametrize("codes", [Codes(), Codes({"s": Status.PRESENT}), Codes(matrix=True)])
@pytest.mark.parametrize("around", [" ({}), ", "({})", " ({})\n"])
def test_a_party_alone_is_read_as_one_among_other_words(around: str, codes: Codes) -> None:
    for letters in sorted(known_letters()):
        text = f"Anna Ek{around.format(letters)}Bo Alm"
        context = Context(document(text), LEXICON, None, None)
        gap = Gap(context, 7, len(text) - 6, (), codes, True)
        slowly: list[Piece] = []
        for start, end, inside, _ in _chunks(text, gap.start, gap.end, ()):
            slowly += classify(gap, start, end, inside)
        assert read_gap(context, gap.start, gap.end, (), codes) == slowly


@settings(max_examples=300, deadline=None)
@given(st.from_regex(_DECISION, fullmatch=True))
def test_a_decision_has_a_part_of_its_words(text: str) -> None:
    assert _DECISION_STEM.search(lowered(text))


def test_the_words_that_a_phrase_may_begin_with_are_those_it_takes() -> None:
    assert all(_take(_Reading([]), word) for word in _taken())
    assert phrase_words() | platforms() <= _taken()
    assert not any(_take(_Reading([]), word) for word in ("ek", "anna", "bryggan", "") if word not in _taken())
