"""Every wording of the list beside, read in a short document of its own: what it decides, or that it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.record import Record

_GROUPS = yaml.safe_load(Path(__file__).with_name("decision_wordings.yaml").read_text(encoding="utf-8"))
_CASES = [(group["forum"], case["text"], case["decides"]) for group in _GROUPS for case in group["cases"]]


@pytest.mark.parametrize(("forum", "text", "decides"), _CASES)
def test_what_a_wording_decides(read: Callable[[str], Record], forum: str, text: str, decides: list[str]) -> None:
    record = read(
        f"Protokoll {forum}\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Lind\n\n§ 11 Tidplan för året\n\nSaken gicks igenom.\n\n"
        f"§ 12 Äldreplan\n\n{text}\n\n§ 13 Lokaler\n\nSaken gicks igenom.\n"
    )
    found = {item.number: [f"{d.kind}: {d.text}" for d in item.decisions] for item in record.meetings[0].items}
    assert found == {"§ 11": [], "§ 12": decides, "§ 13": []}
