"""Lists behind the items of a page that has none at its head, and labels at the end of a line of fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

Read = Callable[[str], Record]

ITEMS = """Sammanträde 2008-10-21

Datum
Klockan
15:00

1 Anmälan av protokollsjustering

2 Tertialrapport 2

Dnr: 201-288/2008

Beslut
Bryggnämnden godkänner tertialrapporten.

3 Bryggornas skick

Beslut
Ärendet bordläggs.
"""


def _people(record: Record) -> list[tuple[str, str, str | None]]:
    return [(person.name, person.status.value, person.role) for person in record.meetings[0].attendance]


def test_who_was_there_stands_behind_the_items(read: Read) -> None:
    record = read(
        f"{ITEMS}\nMötesinformation\n\nJusterat den 23 oktober 2008\nAnna Ek Bo Alm\n\nOrdförande Anna Ek (kd)\n\nVice ordförande Bo Alm (s)\n\n"
        "Ledamöter\nCilla Dahl (m)\nDan Berg (m)\n\nTjänstgörande ersättare\nFia Hed (m)\n\nErsättare\nGun Ask (m)\n\n"
        "Förhinder:\nIda Lund och Jan Holm (m) samt Kim Strand (s).\n\nDessutom var Lars Vik närvarande.\n"
    )
    assert _people(record) == [
        ("Anna Ek", "present", "ordförande"),
        ("Bo Alm", "present", "vice ordförande"),
        ("Cilla Dahl", "present", "ledamot"),
        ("Dan Berg", "present", "ledamot"),
        ("Fia Hed", "present", "tjänstgörande ersättare"),
        ("Gun Ask", "present", "ersättare"),
        ("Ida Lund", "absent", None),
        ("Jan Holm", "absent", None),
        ("Kim Strand", "absent", None),
        ("Lars Vik", "present", None),
    ]


def test_who_is_elected_in_the_last_item_was_not_there_for_that(read: Read) -> None:
    record = read(
        f"{ITEMS}\n4 Val till hamnstyrelsen\n\nBeslut\nNämnden väljer följande.\n\nOrdförande\nAnna Ek (kd)\n\nLedamöter\nCilla Dahl (m)\nDan Berg (m)\n\n"
        "Ersättare\nGun Ask (m)\n"
    )
    assert _people(record) == []


@pytest.mark.parametrize(
    "fields", ["Plats och tid Salen, Norrby, den 12 mars 2024 kl 08:30-11.50", "Tid: den 12 mars 2024 kl. 9-11"]
)
def test_labels_at_the_end_of_a_line_of_fields(read: Read, fields: str) -> None:
    record = read(
        f"Bryggnämnden\n\n{fields} Beslutande Ledamöter\n\nAnna Ek, M, Ordförande Bo Alm, C, 1:e vice ordförande Cilla Dahl, S\n\n"
        "Ersättare\n\nDan Berg, S, tjänstgörande ersättare för Eva Gran, MP\n\n§ 1 Öppnande\n\nMötet öppnas.\n"
    )
    assert _people(record)[:4] == [
        ("Anna Ek", "present", "ordförande"),
        ("Bo Alm", "present", "1:e vice ordförande"),
        ("Cilla Dahl", "present", "ledamot"),
        ("Dan Berg", "present", "tjänstgörande ersättare"),
    ]


def test_representatives_of_a_council(read: Read) -> None:
    record = read(
        "Bryggrådet\n2024-03-12\n\nNärvarande rådsrepresentanter och ersättare\nAnna Ek, PRO Norrby\nBo Alm, SPF Seniorerna Norrby\n\n"
        "Övriga deltagare\nCilla Dahl, kommunsekreterare\n\n1. Mötets öppnande\nMötet öppnas.\n"
    )
    assert [(p.name, p.represents) for p in record.meetings[0].attendance] == [
        ("Anna Ek", "PRO Norrby"),
        ("Bo Alm", "SPF Seniorerna Norrby"),
        ("Cilla Dahl", None),
    ]
