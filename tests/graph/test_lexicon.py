"""Looking up bodies by name."""

from __future__ import annotations

import pytest

from graph.lexicon import BodyKind, load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Habo", "Habo"),
        ("Habo kommun", "Habo"),
        ("HABO KOMMUN", "Habo"),
        ("Håbo", "Håbo"),
        ("Håbo kommun", "Håbo"),
        ("Håbo kommuns", "Håbo"),
        ("Mora", "Mora"),
        ("Alvdalen", "Älvdalen"),
    ],
)
def test_municipalities_whose_names_differ_by_accents_alone(written: str, expected: str) -> None:
    found = LEXICON.municipality(written)
    assert found is not None
    assert found.name == expected
    assert [m.entry.short for m in LEXICON.find_bodies(f"till {written}", (BodyKind.MUNICIPALITY,))] == [expected]


def test_each_in_its_own_county() -> None:
    habo, håbo = LEXICON.municipality("Habo kommun"), LEXICON.municipality("Håbo kommun")
    assert habo is not None
    assert håbo is not None
    assert (habo.code, håbo.code) == ("0643", "0305")
