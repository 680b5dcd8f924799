"""Decisions below a heading, a line to each: with and without full stops, with marks of lists, whatever the first word is."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from graph.lexicon import Lexicon, load_lexicon
from ingest.readers import read_document
from ingest.record import read_record

CLAUSES = (
    "Kommunstyrelsen godkänner budgeten för bryggan",
    "Avsägelsen godkänns",
    "Ny röstsammanräkning begärs hos länsstyrelsen",
    "Till justerare utses Åke Kvist (S) och Siv Björk (C)",
    "240 tkr omfördelas från projekt 3117 till bryggan",
    "Kommunchefen får i uppdrag att redovisa kostnaden i maj",
    "Taxa antagen 2018-11-26 § 93 upphör samtidigt att gälla",
    '"Bryggor för alla" antas som namn på projektet',
    "§ 14 förklaras omedelbart justerad",
)
LABELS = ("Beslut", "Kommunstyrelsens beslut", "**Beslut**")
MARKS = ("{text}", "- {text}", "{number}. {text}", "{letter}) {text}")
WRAPPED = (
    "Frågan har beretts av kansliet under hösten och redovisas nu med de synpunkter som har kommit in från \n"
    "berörda föreningar och grannar kring hamnen. \n"
)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _decided(label: str, clauses: tuple[str, ...], mark: str, stop: str) -> list[str]:
    lines = [mark.format(text=text, number=k + 1, letter="abc"[k]) + stop for k, text in enumerate(clauses)]
    text = (
        "Norrviks kommun\nKommunstyrelsen\nProtokoll 2024-03-05\n\nNärvarande: Anna Ek, Bo Lind\n\n"
        f"§ 1 Bryggan i Norrvik \n{WRAPPED} \n{label} \n" + " \n".join(lines) + f" \n \n§ 2 Badplatsen \n{WRAPPED}"
    )
    (meeting,) = read_record(read_document(text.encode(), "minutes.txt"), _lexicon()).meetings
    assert [item.number for item in meeting.items] == ["§ 1", "§ 2"]
    return [decision.text for decision in meeting.items[0].decisions]


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("clauses", [*zip(CLAUSES), *itertools.pairwise((*CLAUSES, CLAUSES[0]))], ids=lambda c: c[-1][:12])
def test_each_line_below_a_heading_is_a_decision(clauses: tuple[str, ...], mark: str, stop: str) -> None:
    for label in LABELS:
        assert _decided(label, clauses, mark, stop) == list(clauses)


def test_a_line_that_was_wrapped_goes_on() -> None:
    lines = (
        "Kommunstyrelsen godkänner budgeten för bryggan i Norrvik och den plan för hamnen som föreningen",
        "Norrviks Vänner lämnade",
    )
    assert _decided("Beslut", (" \n".join(lines),), "{text}", ".") == [" ".join(lines)]


def test_who_reserves_decides_nothing() -> None:
    assert _decided("Beslut", ("Avsägelsen godkänns",), "{text}", ". \nAnna Ek (M) reserverar sig mot beslutet.") == [
        "Avsägelsen godkänns"
    ]


def test_who_holds_a_seat_and_who_stands_in_are_elected_at_once() -> None:
    text = "Isa Lund nomineras som ordinarie och Cia Ed som ersättare"
    assert _decided("Beslut", (text,), "- {text}", ".") == [text]
