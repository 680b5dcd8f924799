"""Rows of a yearly report that are items of minutes."""

from __future__ import annotations

import pytest

from graph.resolution.agendas import _paired

AGENDA: list[tuple[str | None, str]] = [
    ("1", "Mötets öppnande"),
    ("4", "Gemensam brygga – avtal 2026"),
    ("5", "Nattpatrull över kommungränser"),
    ("6a", "Båthus i länet"),
    ("6b", "Båthus – kostnader"),
    ("7", "Årsrapport Bilpoolen 2024"),
]


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("gemensam brygga – avtal 2026", "4"),
        ("Brygga, avtal", "4"),
        ("nattpatrull", "5"),
        ("Båthus i länet", "6a"),
        ("båthus", None),
        ("Årsrapport Bilpoolen 2023", None),
        ("årsrapport Bilpoolen", "7"),
        ("Nattöppet bibliotek", None),
        ("", None),
    ],
)
def test_a_row_is_the_one_item_whose_words_it_has(row: str, number: str | None) -> None:
    assert [place[0] for place in _paired([row], AGENDA).values()] == ([number] if number else [])


def test_an_item_is_told_of_by_one_row() -> None:
    assert {n: place[0] for n, place in _paired(["Nattpatrull", "Nattpatrull över kommungränser"], AGENDA).items()} == {1: "5"}
    assert _paired(["nattpatrullen", "nattpatruller"], AGENDA) == {}
