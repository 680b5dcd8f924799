from __future__ import annotations

from queries.sorting import swedish_key
from queries.words import listing


def test_swedish_letters_come_last() -> None:
    names = ["Örebro", "Ängelholm", "Åmål", "Zinkgruvan", "Älvdalen", "Alvesta", "Éda", "Eda", "älvsbyn"]
    assert sorted(names, key=swedish_key) == [
        "Alvesta", "Eda", "Éda", "Zinkgruvan", "Åmål", "Älvdalen", "älvsbyn", "Ängelholm", "Örebro",
    ]  # fmt: skip


def test_numbers_sort_by_value() -> None:
    assert sorted(["§ 10", "§ 9", "6b", "6a", "12"], key=swedish_key) == ["6a", "6b", "12", "§ 9", "§ 10"]


def test_listing() -> None:
    assert [listing([]), listing(["a"]), listing(["a", "b"]), listing(["a", "b", "c"], "and")] == [
        "",
        "a",
        "a och b",
        "a, b and c",
    ]
