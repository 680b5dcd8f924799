"""References to earlier meetings in running text."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.references import find_references, iter_telling

ON = dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Föregående minnesanteckningar 191023", (None, "2019-10-23", None)),
        ("enligt KF 2010-04-15 § 61 ska", ("Kommunfullmäktige", "2010-04-15", "61")),
        ("protokollet från LNO 2024-03-05", ("LNO", "2024-03-05", None)),
        ("Socialnämnden 2024-02-01 § 9", ("Socialnämnden", "2024-02-01", "9")),
        ("Omsorgsrådet den 5 mars 2024", ("Omsorgsrådet", "2024-03-05", None)),
        ("nämndens beslut 2024-03-05 § 12", (None, "2024-03-05", "12")),
        ("vid mötet den 5 mars", (None, "2024-03-05", None)),
        ("vid föregående möte den 5 mars 2024", (None, "2024-03-05", None)),
        ("beslutet 2024-03-05, § 7a, gäller", (None, "2024-03-05", "7a")),
    ],
)
def test_references(text: str, expected: tuple[str | None, str, str | None]) -> None:
    (found,) = find_references(text, (0, len(text)), ON)
    assert (found.forum, found.date.isoformat(), found.paragraph) == expected
    if found.forum_span is not None and found.forum != "Kommunfullmäktige":
        assert text[slice(*found.forum_span)] == found.forum


@pytest.mark.parametrize(
    "text",
    [
        "lagen gäller från den 1 juli 2023",
        "avtalet från 2019-12-05 löper ut",
        "hänförs till Omsorgsrådets möte den 17 juni",
        "på möte den 6 mars",
        "protokollet 999999",
        "enligt SFS 2017-12-01",
        "",
    ],
)
def test_other_dates_are_no_references(text: str) -> None:
    assert find_references(text, (0, len(text)), ON) == []


def test_without_a_day_of_the_meeting_nothing_is_found() -> None:
    assert find_references("minnesanteckningar 191023", (0, 25), None) == []


def test_telling_sentences_stand_apart_from_decisions() -> None:
    text = "Enheten redovisade uppdraget. Arbetet fortsätter. Återkoppling gavs om listan.\n\natt godkänna återrapporten"
    decision = text.index("att godkänna")
    spans = list(iter_telling(text, (0, len(text)), [(decision, len(text))]))
    assert [text[a:b] for a, b in spans] == ["Enheten redovisade uppdraget.", "Återkoppling gavs om listan."]
