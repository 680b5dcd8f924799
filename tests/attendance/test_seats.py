"""Rolls by party and seats whose columns ran together."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows

ROLL = """
1 1 (9) Beslutande Enligt förteckning Övriga deltagande Eva Gran, sekreterare Underskrifter Sekreterare... Eva Gran Ordförande... Anna Ek Justerare... BEVIS Protokollet är justerat

2 2 (9) Förteckning över närvaro, tjänstgöring m.m. PARTI När- Tjg. Namn varo ers. Justerare VÄNSTERPARTIET - Ordinarie (2) Anna Ek Bo Alm - Ersättare (1) Cilla Björk - Tjänstgör fr.o.m. CENTERPARTIET - Ordinarie (1) David Asp

3 3 (9) § 1 Upprop Upprop förrättas.
"""


def test_members_of_a_roll_without_its_marks_are_unknown_and_have_the_party_over_them() -> None:
    assert [row for row in rows(attendance(ROLL)) if "Gran" not in row] == [
        "Anna Ek | present | - | ledamot | (V)",
        "Bo Alm | unknown | - | ledamot | (V)",
        "Cilla Björk | unknown | - | ersättare | (V)",
        "David Asp | unknown | - | ledamot | (C)",
    ]


def test_a_group_holds_no_more_people_than_seats_and_the_others_are_told_as_unread() -> None:
    result = attendance(ROLL.replace("David Asp", "David Asp Filip Rönn"))
    assert not any("Filip" in row for row in rows(result))
    assert any("Filip Rönn" in note.text for note in result.unread)
