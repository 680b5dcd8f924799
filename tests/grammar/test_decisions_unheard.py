"""What this body decides in a part of an item that is not read for decisions is told in `unread`; what is only proposed is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

WHY = "säger vad forumet beslutar, men står bland förslag, voteringar eller mottagare"
_HEAD = "Hamnstyrelsen\nProtokoll 2024-03-04\n\nNärvarande: Anna Ek (S), ordförande, Bo Al (M)\n\n§ 12 Taxa\n"


def _unheard(record: Record) -> list[str]:
    return [unread.text for unread in record.unread if unread.why == WHY]


def test_a_decision_behind_a_proposal_in_one_line_is_told(read: Callable[[str], Record]) -> None:
    record = read(f"{_HEAD}Förslag till beslut\natt anta taxan Hamnstyrelsen beslutar att taxan gäller från maj.\n")
    assert record.meetings[0].items[0].decisions == []
    assert _unheard(record) == ["Hamnstyrelsen beslutar att taxan gäller från maj."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Förslag till beslut\natt anta taxan. Beslutades att avslå taxan.", "Beslutades att avslå taxan."),
        ("Beslutet skickas till\nEkonomienheten\nHamnstyrelsen beslutade att bordlägga taxan.", None),
        ("Beslutsgång\nOmröstning genomförs.\n\nHamnstyrelsen antar taxan.", "Hamnstyrelsen antar taxan."),
        ("Bakgrund\nTaxan är gammal. Taxan godkänns.", "Taxan godkänns."),
        ("Ordföranden finner att hamnstyrelsen avslår taxan.", "Ordföranden finner att hamnstyrelsen avslår taxan."),
    ],
)
def test_where_an_item_decides_nothing_what_is_stated_elsewhere_is_told(
    read: Callable[[str], Record], text: str, told: str | None
) -> None:
    record = read(f"{_HEAD}{text}\n")
    said = _unheard(record) + [d.text for d in record.meetings[0].items[0].decisions]
    assert said == [told or text.rpartition("\n")[2]]


@pytest.mark.parametrize(
    "text",
    [
        "Förslag till beslut\nHamnstyrelsen beslutar att anta taxan.\nHamnstyrelsen beslutar att sprida den.",
        "Hamnutskottets förslag:\nHamnstyrelsen beslutar att anta taxan.",
        "Förslag till beslut\nHamnutskottet föreslår att\nHamnstyrelsen beslutar att anta taxan.",
        "Yrkanden\nAnna Ek yrkar att Hamnstyrelsen beslutar att anta taxan.",
        "Yrkanden\nBo Al föreslår att styrelsen beslutar att avslå taxan.",
        "Beslutsgång\nOrdföranden finner att hamnstyrelsen beslutar att anta taxan.",
    ],
)
def test_what_is_proposed_is_not(read: Callable[[str], Record], text: str) -> None:
    assert _unheard(read(f"{_HEAD}{text}\n")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Beslut\nTak i plåt.\n", ["Tak i plåt."]),
        ("Beslut\nGrön färg.\n\nBakgrund\nBryggan är gammal.\n", ["Grön färg."]),
        ("Beslut\nTaxan antas.\n", []),
        ("Beslut\nTaxan antas.\nBo Al tackar för svaret.\n", []),
        ("Taxan gicks igenom. Beslut att taxan antas.\n", ["Beslut att taxan antas."]),
        ("Taxan gicks igenom. Beslut att stänga badet fattas i maj.\n", []),
        ("Taxan gicks igenom.\n=> Cecilia kontaktar skolan\n", ["Cecilia kontaktar skolan"]),
        ("Taxan gicks igenom. => Bo Al kontaktar skolan.\n", ["Bo Al kontaktar skolan."]),
        ("Slutsats: Cecilia kontaktar skolan.\n", ["Cecilia kontaktar skolan."]),
        ("Slutsats: Skolan är nöjd med taxan.\n", []),
        ("Slutsatsen är att skolan är nöjd.\n", []),
        ("=> Cecilia kontaktar skolan => Bo Al lagar taket\n", ["Cecilia kontaktar skolan", "Bo Al lagar taket"]),
        (
            "Fartygsrådet beslutade att höja avgiften. Beslutades att skriva till staten.\n",
            ["Beslutades att skriva till staten."],
        ),
        ("Beslut\nInget beslut fattades.\n", []),
        ("Beslut\n–\n", []),
        ("Förslag till beslut\natt anta taxan\n\nHamnstyrelsens beslut\nEnligt kontorets förslag.\n", []),
        ("Förslag till beslut\natt anta taxan\n\nHamnstyrelsen beslutar\nEnligt kontorets förslag.\n", []),
    ],
)
def test_what_stands_below_a_heading_of_decisions_and_is_not_understood_is_told(
    read: Callable[[str], Record], text: str, told: list[str]
) -> None:
    why = "talar om beslut men kunde inte tolkas som ett beslut på mötet"
    assert [unread.text for unread in read(f"{_HEAD}{text}").unread if unread.why == why] == told
