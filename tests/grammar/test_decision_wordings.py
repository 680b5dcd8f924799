"""What a wording decides, and what a whole item of municipal minutes decides: every case read in a short document of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.record import Decision, Record


def _cases(name: str) -> list[tuple[str, str, list[str]]]:
    groups = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return [(group["forum"], case["text"], case["decides"]) for group in groups for case in group["cases"]]


def _read_items(read: Callable[[str], Record], forum: str, text: str) -> dict[str | None, list[Decision]]:
    record = read(
        f"Protokoll {forum}\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Lind\n\n§ 11 Tidplan för året\n\nSaken gicks igenom.\n\n"
        f"§ 12 Äldreplan\n\n{text}\n\n§ 13 Lokaler\n\nSaken gicks igenom.\n"
    )
    return {item.number: item.decisions for item in record.meetings[0].items}


@pytest.mark.parametrize(("forum", "text", "decides"), _cases("decision_wordings.yaml"))
def test_what_a_wording_decides(read: Callable[[str], Record], forum: str, text: str, decides: list[str]) -> None:
    found = {number: [f"{d.kind}: {d.text}" for d in made] for number, made in _read_items(read, forum, text).items()}
    assert found == {"§ 11": [], "§ 12": decides, "§ 13": []}


@pytest.mark.parametrize(("forum", "text", "decides"), _cases("decision_items.yaml"))
def test_what_an_item_decides(read: Callable[[str], Record], forum: str, text: str, decides: list[str]) -> None:
    found = {number: [_told(d) for d in made] for number, made in _read_items(read, forum, text).items()}
    assert found == {"§ 11": [], "§ 12": decides, "§ 13": []}


def _told(decision: Decision) -> str:
    """ "assign(kontoret): att ge kontoret i uppdrag att …"."""
    to = f"({'; '.join(decision.targets)})" if decision.targets else ""
    return f"{decision.kind}{to}: {decision.text}"
