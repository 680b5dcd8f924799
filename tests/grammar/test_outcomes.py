"""How a matter ended, where no heading says that it was decided: behind proposals and talk, or below words that lead a list in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from graph.record import Record

_HEAD = "Minnesanteckningar Bryggrådet 2021-03-04\n\nNärvarande: Anna Ekvall, Bo Hjelmgren\n\n§ 1 Begäran om brygga\n"
_PROPOSED = (
    "Förslag\nStyrelsen föreslår rådet att bifalla begäran.",
    "Förslag till beslut\natt bifalla begäran",
    "Föredragande\nAnna Ekvall",
)
_TALK = ("Diskussion\nFlera undrar över kostnaden.", "Diskussion\n\nFlera undrar.\n", "Yrkande\nBo Hjelmgren yrkar bifall.")
_OUTCOMES = ("Beslutades", "Det beslutades", "Rådet beslutade", "Gruppen enades om", "Rådet kom överens om")


def _decided(record: Record) -> list[str]:
    return [d.text for d in record.meetings[0].items[0].decisions]


@pytest.mark.parametrize(("proposed", "talk", "outcome"), [*product(_PROPOSED, _TALK, _OUTCOMES)])
def test_an_outcome_behind_proposals_and_talk_is_decided(
    read: Callable[[str], Record], proposed: str, talk: str, outcome: str
) -> None:
    assert _decided(read(f"{_HEAD}{proposed}\n{talk}\n{outcome} att avslå begäran.\n")) == ["att avslå begäran"]


@pytest.mark.parametrize("outcome", _OUTCOMES)
@pytest.mark.parametrize("heading", ["Bakgrund", "Ärendet", "Sammanfattning"])
def test_among_what_lies_behind_it_is_only_told(read: Callable[[str], Record], heading: str, outcome: str) -> None:
    sentence = f"{outcome} att avslå begäran."
    record = read(f"{_HEAD}{heading}\nFöreningen vill ha en brygga.\n{sentence}\n")
    assert _decided(record) == []
    assert sentence in " ".join(u.text for u in record.unread)


@pytest.mark.parametrize(
    ("lead", "own"),
    [
        ("Efter en gemensam diskussion enades rådet om", True),
        ("Efter diskussion enades gruppen om följande:", True),
        ("Därefter kom deltagarna överens om att", True),
        ("Slutligen enades vi om:", True),
        ("Vid samtalet enades vägnämnden om", False),
    ],
)
def test_a_body_behind_the_verb_leads_in_what_was_agreed(read: Callable[[str], Record], lead: str, own: bool) -> None:
    record = read(f"{_HEAD}Bryggan är trasig.\n\n{lead}\n\n- att bryggan lagas i maj\n- att Anna Ekvall tar fram underlag\n")
    assert _decided(record) == (["att bryggan lagas i maj", "att Anna Ekvall tar fram underlag"] if own else [])


@pytest.mark.parametrize("label", ["BR Konklusion:", "Rådets slutsats:", "Rådets slutsatser"])
def test_what_a_body_concludes_is_decided(read: Callable[[str], Record], label: str) -> None:
    assert _decided(read(f"{_HEAD}Bryggan är trasig.\n{label}\n- Rådet lämnar ett gemensamt svar.\n")) == [
        "Rådet lämnar ett gemensamt svar"
    ]


@pytest.mark.parametrize("label", ["Konklusion:", "Slutsats:"])
def test_what_somebody_concludes_is_told(read: Callable[[str], Record], label: str) -> None:
    record = read(f"{_HEAD}Bryggan är trasig.\n{label}\n- Brevet kompletteras med en mening om bryggan.\n")
    assert "Brevet kompletteras med en mening om bryggan." in [u.text for u in record.unread] + [
        f"{text}." for text in _decided(record)
    ]


def test_att_satser_with_capitals_are_whole(read: Callable[[str], Record]) -> None:
    clauses = ["Att laga bryggan", "Att i övrigt godkänna budgeten", "Att till ordförande utse Bo Hjelmgren"]
    assert _decided(read(f"{_HEAD}Rådet BESLUTAR:\n\n" + "\n\n".join(clauses) + "\n")) == clauses


def test_a_group_that_decides_throughout_is_the_one_that_met(read: Callable[[str], Record]) -> None:
    record = read(
        "Protokoll från samordningsgruppens möte 2021-03-04\n\nNätverket Friska hamnar\n\nNärvarande: Anna Ekvall, Bo Hjelmgren\n\n"
        "§ 1 Bryggan\nBryggan är trasig.\n\nSamordningsgruppen BESLUTAR:\n\nAtt laga bryggan\n\n"
        "§ 2 Avgift\nAvgiften är låg.\n\nSamordningsgruppen BESLUTAR:\n\nAtt avgiften är oförändrad\n"
    )
    assert _decided(record) == ["Att laga bryggan"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Båtar", "Nationella båtrådet beslutade att bilda en grupp. Beslutades att skriva till departementet om detta."),
        ("Båtar", "Vägnämnden antog planen. Det beslutades också att höja avgiften."),
        (
            "Rapport från Båtriksdagen",
            "Båtrådet beslutade följande. Man bildar en grupp. Beslutades att skriva till departementet.",
        ),
        ("Rapport från förbundet", "Stämman antog nya stadgar. Det beslutades också att höja avgiften."),
    ],
)
def test_what_is_decided_without_a_name_behind_what_another_body_decided_is_theirs(
    read: Callable[[str], Record], title: str, text: str
) -> None:
    record = read(
        f"{_HEAD}Bryggan lagas.\n\n§ 2 {title}\nBo Hjelmgren berättade. {text}\n\n§ 3 Avgift\nBeslutades att höja den.\n"
    )
    assert [[d.text for d in i.decisions] for i in record.meetings[0].items][1:] == [[], ["att höja den"]]
