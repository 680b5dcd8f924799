"""Every layout of the list beside, read under an ordinary head: the items it holds, with their numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.record import Record

_LAYOUTS = yaml.safe_load(Path(__file__).with_name("item_layouts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda layout: layout["name"])
def test_items_of_a_layout(read: Callable[[str], Record], layout: dict[str, str]) -> None:
    head = "Minnesanteckningar Välfärdsrådet\n\nDatum: 12 mars 2024\n\nNärvarande: Anna Ek, Bo Lind, Cia Strand\n\n"
    found = read(head + layout["text"]).meetings[0].items
    assert [f"{item.number or ''} | {item.title}" for item in found] == layout["items"]
