"""What a text is about, and whether two ask for the same."""

from __future__ import annotations

import pytest

from graph.movement import content_words, is_same_request


def test_content_words_are_without_endings_and_common_words() -> None:
    assert content_words("Kartläggningen av handledarna").keys() == content_words("kartlägga handledare").keys()
    assert content_words("att återkomma med en rapport till nästa möte 2024") == {}
    assert [*content_words("Hälso- och sjukvården\nträna\u0308r").values()] == ["hälso", "sjukvården", "tränär"]


@pytest.mark.parametrize(
    ("a", "b", "told", "same"),
    [
        ("genomföra en fördjupad kartläggning", "komplettera befintlig kartläggning genom utskick", True, True),
        ("kartlägga handledare", "översätta informationsbladet", True, False),
        ("kartlägga handledare i norr", "kartlägga handledarna i söder", False, True),
        (None, None, True, True),
        (None, None, False, False),
    ],
)
def test_same_request(a: str | None, b: str | None, told: bool, same: bool) -> None:
    assert is_same_request(a, b, told=told) is same
