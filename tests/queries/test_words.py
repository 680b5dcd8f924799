"""Names in a row, as answers list them."""

from __future__ import annotations

from queries.words import MANY, listing, listing_of_many


def test_names_in_a_row() -> None:
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b och c"
    assert listing(["Styrgrupp, Vård", "b"]) == "”Styrgrupp, Vård” och b"


def test_of_many_the_first_and_how_many_more() -> None:
    names = [f"n{k}" for k in range(MANY)]
    assert listing_of_many(names) == listing(names)
    assert listing_of_many([*names, "x", "y"]) == f"{', '.join(names)} och 2 till"
    assert listing_of_many([*names, "x", "y"], "and") == f"{', '.join(names)} and 2 more"
