"""Every text of the list beside, read as an item of minutes: who presented it, in what role, from where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.record import Record

_TEXTS = yaml.safe_load(Path(__file__).with_name("presenters.yaml").read_text(encoding="utf-8"))
_HEAD = (
    "Minnesanteckningar Bryggrådet\n\nDatum: 12 mars 2024\n\n"
    "Närvarande:\nAnna Ek, ordförande\nBo Lind, bryggchef\nIngrid Strand, kassör\nKarin Ask\nKarin Alm\n\n"
)


@pytest.mark.parametrize("case", _TEXTS, ids=lambda case: case["text"][:60])
def test_who_presents(read: Callable[[str], Record], case: dict[str, Any]) -> None:
    record = read(
        f"{_HEAD}1. Mötets öppnande\n\nRådet beslutade\natt öppna mötet.\n\n2. {case.get('title', 'Bryggplan')}\n\n{case['text']}\n\n"
        "3. Avslutning\n\nRådet beslutade\natt avsluta mötet.\n"
    )
    item = next(one for one in record.meetings[0].items if one.number == "2")
    said = [" | ".join(part or "" for part in (p.name, p.role, p.organisation)).rstrip(" |") for p in item.presenters]
    assert said == case["presenters"]


def test_a_first_name_alone_is_kept_as_written(read: Callable[[str], Record]) -> None:
    text = f"{_HEAD}1. Bryggplan\n\nIngrid informerade om läget.\n\n2. Avslutning\n\nRådet beslutade\natt avsluta mötet.\n"
    record = read(text)
    presenter = record.meetings[0].items[0].presenters[0]
    assert (presenter.as_written, presenter.name) == ("Ingrid", "Ingrid Strand")
    assert text[slice(*presenter.span)] == "Ingrid"
