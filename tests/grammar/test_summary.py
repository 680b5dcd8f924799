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


def test_a_sentence_reads_as_one_over_a_page_break(item: Callable[[str], Item]) -> None:
    found = item(
        "Plan\n\nKontoret berättade om planen och de kostnader som\n\nJusterandes sign\n\nSida 2 av 3\n\nföljer av den.\n\n"
        "Rådet beslutade att ge kansliet i uppdrag att under våren\n\nJusterandes sign\n\nSida 3 av 3\n\nsprida planen."
    )
    assert found.summary == "Kontoret berättade om planen och de kostnader som följer av den."
    assert [d.text for d in found.decisions] == ["att ge kansliet i uppdrag att under våren sprida planen"]
