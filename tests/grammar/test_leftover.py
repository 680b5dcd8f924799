from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

Read = Callable[[str], Record]
WHY = "löpande text som inte hör till någon punkt"
HEAD = "Minnesanteckningar Omsorgsrådet 12 mars 2024\n\nNärvarande: Anna Ek, Bo Lind, Siv Dahl\n\n"
TOLD = (
    "Rådet talade länge om hur larmen ska följas upp när avtalet löper ut i höst. Flera framhöll att kommunerna behöver ett gemensamt "
    "underlag innan något bestäms. Frågan tas upp igen."
)


def left(record: Record) -> list[str]:
    return [unread.text for unread in record.unread if unread.why == WHY]


def test_running_text_without_any_item_is_told(read: Read) -> None:
    record = read(HEAD + TOLD + "\n")
    assert record.meetings[0].items == []
    assert left(record) == [TOLD[:200]]


def test_text_of_an_item_is_not_left_over(read: Read) -> None:
    record = read(HEAD + "1. Larmen\n\n" + TOLD + "\n\n2. Avslutning\n\nOrdföranden avslutade mötet.\n")
    assert len(record.meetings[0].items) == 2
    assert left(record) == []


def test_addresses_and_notices_are_not_left_over(read: Read) -> None:
    notice = (
        "Justeringen har tillkännagivits genom anslag. Protokollet förvaras hos nämndkansliet i kommunhuset, där det kan läsas på vanlig "
        "arbetstid. Anslaget sätts upp den 14 mars och tas ned den 5 april 2024."
    )
    assert left(read(HEAD + notice + "\n")) == []
    assert left(read(HEAD + "Omsorgsrådet i Dalen, Box 12, Storgatan 4, tfn 010-12 34 56\n")) == []


DECIDED = "Rådet beslutade\n\natt följa gällande rutin för båthusen\natt rutinen placeras på webben\n\n"


def unclear(read: Read, told: str) -> list[str]:
    record = read(f"{HEAD}1. Båthusen\n\n{told}\n\n{DECIDED}2. Avslutning\n\nOrdföranden avslutade mötet.\n")
    return [unread.text for unread in record.unread if unread.why.startswith("talar om beslut")]


def test_what_the_decisions_below_say_again_is_not_left_over(read: Read) -> None:
    told = "Rådet beslutade att gällande rutin för båthusen ska följas och att den placeras på webben."
    assert unclear(read, told) == []


def test_what_the_decisions_below_do_not_say_is_left_over(read: Read) -> None:
    told = "Rådet beslutade om rutinen för båthusen, och om kölistan för gästplatser vid bryggan."
    assert unclear(read, told) == [told]


@pytest.mark.parametrize(
    ("told", "left_over"),
    [
        ("Kajgänget beslutar att måla båthusen.", True),
        ("Sedan lyftes frågan om färgen, där kajgänget beslutar vem som målar.", False),
        ("Anna Ek föreslår att kajgänget beslutar att måla båthusen.", False),
    ],
)
def test_a_decision_in_the_present_of_whom_nobody_knows_is_left_over(read: Read, told: str, left_over: bool) -> None:
    assert unclear(read, told) == ([told] if left_over else [])


def test_a_document_that_tells_of_no_meeting_is_listed_whole(read: Read) -> None:
    record = read("Nyhetsbrev om båthusen\n\nBåthusen målades om i våras, och bryggan fick nya plankor.\n")
    assert record.meetings == []
    assert [(u.text[:22], u.why) for u in record.unread] == [
        ("Nyhetsbrev om båthusen", "inget möte kunde läsas ut ur dokumentet")
    ]


@pytest.mark.parametrize(
    "decided",
    [
        "Dagordning beslutar att godkänna dagordningen.",
        "Rådet beslutar godkänna dagordningen",
        "Beslut: bryggan stängs.",
        "Rådets beslut 1 Bryggan stängs.",
        "Anslag och justering: rådet beslutade att Bo Lind justerar.",
    ],
)
def test_what_was_decided_before_the_first_item_is_told_however_short(read: Read, decided: str) -> None:
    record = read(f"{HEAD}{decided}\n\n§ 4 Larmen\n\n{TOLD}\n\n§ 5 Avslutning\n\nOrdföranden avslutade mötet.\n")
    told = [decision.text for item in record.meetings[0].items for decision in item.decisions]
    assert told == []
    assert [unread.text for unread in record.unread] == [decided]


@pytest.mark.parametrize(
    "notes",
    [
        "Larmen byts i vår.\n\nBo ringer kontoret.\n\nAvtalet löper ut.",
        "- Larmen byts i vår\n- Bo ringer kontoret\n- Avtalet löper ut",
        "Larmen\tbyts i vår\nBo\tringer kontoret\nAvtalet\tlöper ut",
    ],
)
def test_short_notes_are_told_where_there_is_no_item(read: Read, notes: str) -> None:
    record = read(HEAD + notes + "\n")
    assert record.meetings[0].items == []
    assert left(record) == [" ".join(notes.split())]


def test_signatures_below_a_list_of_people_are_no_notes(read: Read) -> None:
    assert left(read(HEAD + "Vid protokollet\n\nBo Lind\n\nJusteras\n\nSiv Dahl, ordförande i Omsorgsrådet\n")) == []
