"""Rolls that note behind the mark of presence who stood in for whom."""

from __future__ import annotations

from graph.record import Status
from tests.attendance.sheets import attendance

_ROLL = """Hamnnämnden                              Sammanträdesdatum
                                         2021-05-20

Namn                    Parti   Närvaro   Reservation   Anteckningar/
                                                        Tjänstgörande ersättare

Ledamöter
Anna Ek                 S       1                       Ordförande
Bo Alm                  M       1                       § 44–51
Cilla Björk             S       -                       Gun Holm
Dan Lind                C       -                       Vakant plats
Eva Gran                V       1         § 50

Ersättare
Gun Holm                S       1                       Cilla Björk
Hans Berg               M       -
Ina Falk                C       1

§ 44
Val av justerare
"""


def test_a_roll_in_columns_that_says_who_stood_in_for_whom() -> None:
    people = attendance(_ROLL).people
    assert {p.name for p in people if p.status is Status.PRESENT} == {"Anna Ek", "Bo Alm", "Eva Gran", "Gun Holm", "Ina Falk"}
    assert {p.name for p in people if p.status is Status.ABSENT} == {"Cilla Björk", "Dan Lind", "Hans Berg"}
    assert [(p.name, p.replaces) for p in people if p.replaces] == [("Gun Holm", "Cilla Björk")]
    assert all(p.represents is None for p in people)
