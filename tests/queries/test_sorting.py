from __future__ import annotations

import datetime as dt

from queries.sorting import swedish_key
from queries.words import days_waited, listing


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


def test_name_with_a_comma_is_quoted_in_a_listing() -> None:
    assert listing(["Styrgrupp, Vård", "VR"]) == "”Styrgrupp, Vård” och VR"
    assert listing(["Styrgrupp, Vård"], "and") == "“Styrgrupp, Vård”"


def test_days_waited_are_never_negative() -> None:
    today = dt.date(2024, 6, 1)
    waited = [days_waited(day, today) for day in (dt.date(2024, 5, 31), today, dt.date(2024, 6, 2), None)]
    assert waited == [1, 0, None, None]
