from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

_HEAD = "Minnesanteckningar Bryggrådet\n\nDatum: 12 mars 2024\n\nNärvarande:\nAnna Ek, ordförande\nBo Lind, bryggchef\nKarin Ask\nKarin Alm\n\n"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            ["Ekonomi (Anna)", "Bryggor (Bo)", "Hamnar (Karin)", "Plan (bilaga 2)"],
            ["Anna Ek", "Bo Lind"],
        ),
        (["Ekonomi – Eva Gran", "Bryggor – Bo Lind, utredare", "Hamnar – nuläge"], ["Eva Gran", "Bo Lind"]),
        (["Ekonomi (Anna)", "Bryggor", "Hamnar"], []),
        (["Information från Eva Gran, Bryggverket", "Information från kommunerna"], ["Eva Gran"]),
        (["Val av justerare – Eva Gran", "Val av ordförande – Bo Lind"], []),
        (["Motion om bryggor – Eva Gran", "Interpellation om hamnar – Bo Lind"], []),
    ],
)
def test_names_in_titles(read: Callable[[str], Record], titles: list[str], expected: list[str]) -> None:
    text = _HEAD + "".join(f"{n}. {title}\n\nLäget gicks igenom.\n\n" for n, title in enumerate(titles, 1))
    items = read(text).meetings[0].items
    presenters = [presenter for item in items for presenter in item.presenters]
    assert [presenter.name for presenter in presenters] == expected
    assert [text[slice(*presenter.span)] for presenter in presenters] == [presenter.as_written for presenter in presenters]


@pytest.mark.parametrize(
    ("title", "presenter"),
    [
        ("Sommaren./AE", "Anna Ek"),
        ("Övriga frågor från länsrådet./ae", "Anna Ek"),
        ("Nästa möte med länsrådet./AE", "Anna Ek"),
        ("Övriga frågor./AE", None),
        ("Nästa möte./ae", None),
        ("Mötets avslutande./AE", None),
    ],
)
def test_initials_behind_a_title(read: Callable[[str], Record], title: str, presenter: str | None) -> None:
    head = "Minnesanteckningar Bryggrådet\n\nDatum: 12 mars 2024\n\nNärvarande: Anna Ek (AE), Bo Lind (BL)\n\n"
    items = read(f"{head}1. Bojar\n\nGicks igenom.\n\n2. {title}\n\nGicks igenom.\n").meetings[0].items
    assert [one.name for one in items[1].presenters] == ([presenter] if presenter else [])
