"""Sentences of running text, and the words that stand in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import iter_sentences, words_between


@pytest.mark.parametrize("last", ["och", "Region", "till", "varav 3,"])
def test_an_empty_line_behind_an_unfinished_line_ends_no_sentence(last: str) -> None:
    text = f"Planen gäller hamnen {last}\n\nBryggan ingår."
    assert [text[a:b] for a, b in iter_sentences(text, 0, len(text))] == [text]


@pytest.mark.parametrize("last", ["fri", "förråd", "vänort", "Kustregion"])
def test_a_word_that_only_ends_like_an_unfinished_one_ends_its_sentence(last: str) -> None:
    text = f"Planen gäller hamn {last}\n\nBryggan ingår."
    assert [text[a:b] for a, b in iter_sentences(text, 0, len(text))] == [f"Planen gäller hamn {last}", "Bryggan ingår."]


def test_the_words_of_a_stretch_are_in_lower_case_and_its_own() -> None:
    text = "Rådet möts. Bo ÅTERKOMMER till hamn- och\nsjörådet."
    assert words_between(text, 12, len(text)) == {"bo", "återkommer", "till", "hamn", "och", "sjörådet"}


@pytest.mark.parametrize("time", ["kl. 17.", "klockan 9.", "vecka 27.", "enligt alternativ 2."])
def test_an_hour_or_a_week_may_end_a_sentence(time: str) -> None:
    text = f"Vandringen är {time} Bolaget bjuder in."
    assert [text[a:b] for a, b in iter_sentences(text, 0, len(text))] == [f"Vandringen är {time}", "Bolaget bjuder in."]


def test_a_sentence_may_begin_with_a_letter_of_another_language() -> None:
    text = "Élise Borg är inbjuden. Élise berättar. Øystein tackar."
    assert [text[a:b] for a, b in iter_sentences(text, 0, len(text))] == [
        "Élise Borg är inbjuden.",
        "Élise berättar.",
        "Øystein tackar.",
    ]


@given(st.text(alphabet="aÅö1_ .-\n", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_the_words_of_a_stretch_are_those_of_its_text_alone(text: str, start: int, end: int) -> None:
    assert words_between(text, start, end) == set(re.findall(r"\w+", text[start:end].lower()))


def test_a_number_over_an_empty_line_ends_its_sentence() -> None:
    text = "Listan godkändes med tillägg av ett ärende, 64.\n\n4 Bo Lind"
    assert [text[a:b] for a, b in iter_sentences(text, 0, len(text))] == [
        "Listan godkändes med tillägg av ett ärende, 64.",
        "4 Bo Lind",
    ]
