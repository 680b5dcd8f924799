"""Those whom the signatures of a front page name, and no list."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows

FRONT = """
Plats och tid Gransalen, kl 9-12

Övriga deltagande Anna Ek, sekreterare

Utses att justera Cilla Björk (c) och Bo Ivar Alm (s)

Underskrift Sekreterare ................................. Paragrafer 1-2
Anna Ek

Ordförande .................................
Eva Gran

{}
ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag

§ 1 Dagordning

Dagordningen godkänns.
"""


@pytest.mark.parametrize(
    "signed",
    [
        "Justerande ..........................................\nCilla Björk Bo Ivar Alm ",
        "Justerare.... Cilla Björk.... Bo Ivar Alm",
        "Justerare Cilla Björk och Bo Ivar Alm",
    ],
)
def test_two_who_adjust_beside_each_other_were_there(signed: str) -> None:
    told = rows(attendance(FRONT.format(signed)))
    assert [row for row in told if row.endswith("justerare")] == [
        "Cilla Björk | present | - | justerare",
        "Bo Ivar Alm | present | - | justerare",
    ]


def test_the_word_alone_names_nobody() -> None:
    told = rows(attendance(FRONT.format("Justerande ...................\n\nUtdragsbestyrkande Filip Rönn")))
    assert not any("Filip" in row or "justerare" in row for row in told)
