from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.items.title_end import common_words, find_title_end
from ingest.verbs import has_finite

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "title_ends.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_where_a_title_ends(case: dict[str, Any]) -> None:
    title, mark, rest = case["text"].partition("| ")
    text = title + rest
    end = find_title_end(text, frozenset(case.get("common", ())), run_together=case.get("runTogether", False))
    assert (text if end is None else text[:end] + "| " + text[end:]) == case["text"], mark


def test_common_words_are_those_with_a_small_letter() -> None:
    common = common_words("Rådet talade i Mora stad om hamnen, om bryggorna och re-visionen.")
    words = ("talade", "hamnen", "bryggorna", "bryggor", "rådet", "mora", "stad", "hamn", "hamne", "visionen", "bryggorn")
    assert [word for word in words if word in common] == ["talade", "hamnen", "bryggorna", "bryggor"]


@pytest.mark.parametrize(
    "text", ["Rådet beslutar", "bryggan lades om", "Läget diskuterades", "Förslaget godkändes", "Frågan ska utredas"]
)
def test_sentences_have_a_finite_verb(text: str) -> None:
    assert has_finite(text)


@pytest.mark.parametrize(
    "text",
    [
        "Val av justerare",
        "Delegerade beslut",
        "Beslut att anta planen",
        "Förslag som lämnas av rådet",
        "Planer, bilder och vägar",
    ],
)
def test_titles_have_none(text: str) -> None:
    assert not has_finite(text)
