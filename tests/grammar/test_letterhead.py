"""Whose board it is, told beside its name or by a letterhead with an address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

Read = Callable[[str], Record]
BODY = "\n\nBeslutande: Eva Grönvik (S), ordförande, Nils Vretholm (M)\n\n§ 1 Nya lokaler\n\nBeslut\natt godkänna förslaget\n"
FOOT = "\n\nMora kommun, Storgatan 1, 792 80 Mora\n"


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Protokoll kommunstyrelsen i Mora 2025-04-12" + BODY, "Mora kommun"),
        ("Protokoll\n\nSocialnämnden, Orsa\n\n2025-04-12" + BODY, "Orsa kommun"),
        ("Protokoll\nKommunstyrelsen\n2025-04-12" + BODY + FOOT, "Mora kommun"),
        ("Protokoll\nKommunstyrelsen\n2025-04-12" + BODY + "\n\nRegion Dalarna, Box 1, 791 29 Falun\n", "Region Dalarna"),
        # Near misses: two letterheads, a municipality in running text, a forum of many.
        ("Protokoll\nKommunstyrelsen\n2025-04-12" + BODY + FOOT + "\n\nOrsa kommun, Box 23, 794 21 Orsa\n", None),
        ("Protokoll\nKommunstyrelsen\n2025-04-12" + BODY + "\n\nÄrendet har beretts med Mora kommun under hösten.\n", None),
        ("Protokoll\nKommunstyrelsen\n2025-04-12" + BODY, None),
        ("Minnesanteckningar Samverkansrådet i Mora 2025-04-12" + BODY, None),
    ],
)
def test_whose_board_it_is(read: Read, text: str, organisation: str | None) -> None:
    assert read(text).meetings[0].organisation == organisation
