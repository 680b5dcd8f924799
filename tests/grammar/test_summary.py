from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Item, Record

Make = Callable[[str], Item]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Planen för bryggorna delgavs rådet.\n\nRådet beslutade\natt notera den.", "Planen för bryggorna delgavs rådet."),
        ("Rådet beslutade att godkänna planen för bryggorna vid sjön.", None),
        ("Föredragande redovisade enligt bifogade bilder, bilaga 3.\n\nBryggorna är gamla och behöver bytas.", "Bryggorna är gamla och behöver bytas."),
        ("Föredragande redovisade enligt bifogade bilder, bilaga 3.", None),
        ("Bakgrund\n\nBryggorna är gamla.", None),
    ],
)  # fmt: skip
def test_first_sentence_that_tells_of_the_matter(item: Make, text: str, summary: str | None) -> None:
    assert item(f"Bryggor\n\n{text}\n").summary == summary


def test_empty_lines_within_a_sentence_do_not_cut_it(read: Callable[[str], Record]) -> None:
    text = (
        "Minnesanteckningar Välfärdsrådet 12 mars 2024\n\n \n\n1. Bryggor \n\nDe gamla bryggorna vid sjön väntas bytas ut, vilket skapar viss \n\n"
        "osäkerhet kring badandet i år. Mer text. \n\n2. Annat \n\nText. \n"
    )
    item = read(text).meetings[0].items[0]
    assert item.summary == "De gamla bryggorna vid sjön väntas bytas ut, vilket skapar viss osäkerhet kring badandet i år."
