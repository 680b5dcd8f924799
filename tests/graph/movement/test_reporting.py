"""Words of something reported back or answered."""

from __future__ import annotations

import pytest

from graph.movement import tells_of_answer


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Enheten redovisade uppdraget att kartlägga handledare.", True),
        ("Återkoppling gavs om checklistan.", True),
        ("Uppdraget är slutfört.", True),
        ("Svar på skrivelsen har kommit in.", True),
        ("Frågan ska återrapporteras vid nästa möte.", False),
        ("Behov av återrapportering lyftes.", False),
        ("Arbetet fortsätter under våren.", False),
    ],
)
def test_sentences_that_tell_of_an_answer(sentence: str, tells: bool) -> None:
    assert tells_of_answer(sentence) is tells
