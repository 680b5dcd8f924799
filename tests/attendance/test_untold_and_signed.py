"""Lists in the head without words over them, lists to sign by hand, and substitutes beside those away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.attendance.sheets import attendance, statuses

NAMES = ("Anna Ek", "Bo Alm", "Cilla Dahl", "David Eng", "Eva Strand")
HEAD = "Styrgruppen Vattenvård\n\nMinnesanteckningar 2024-03-05\n\n"
ITEM = "\n\n1. Öppnande\n\nMötet öppnades.\n"
CAME = [index % 2 == 0 for index in range(len(NAMES))]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("line", "told"),
    [
        (lambda i, name: f"{i + 1}. {name} ({'närvarande' if CAME[i] else 'frånvarande'})", True),
        (lambda i, name: f"[{'x' if CAME[i] else ' '}] {name}", False),
        (lambda i, name: f"{'☒' if CAME[i] else '☐'} {name}", False),
    ],
)
def test_lists_without_words_over_them_are_read_or_told(line: Callable[[int, str], str], told: bool, between: str) -> None:
    listed = between.join(line(i, name) for i, name in enumerate(NAMES))
    found = attendance(HEAD + listed + ITEM)
    if told:
        assert statuses(found) == {name: "present" if came else "absent" for name, came in zip(NAMES, CAME, strict=True)}
    else:
        assert not found.people
        assert any(all(name in note.text for name in NAMES) for note in found.unread)


def test_a_legend_over_a_list_without_a_label() -> None:
    listed = "Anna Ek, Mora (N)\nBo Alm, Orsa (F)\nDavid Eng, chef (D)\nCilla Dahl, Mora (N), ersätter Bo"
    told = statuses(attendance(f"{HEAD}N = närvarande F = frånvarande D = deltog del av mötet\n\n{listed}{ITEM}"))
    assert told == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Dahl": "present", "David Eng": "present"}


def test_crosses_before_those_who_were_with_us() -> None:
    listed = "x Anna Ek Mora\nBo Alm Orsa\nx Cilla Dahl Leksand\nx David Eng Rättvik\nEva Strand Falun\nx Filip Rönn Borlänge"
    told = statuses(attendance(f"{HEAD}Nätverkets medlemmar (x = med på dagens möte)\n{listed}{ITEM}"))
    away = ("Bo Alm", "Eva Strand")
    came = ("Anna Ek", "Cilla Dahl", "David Eng", "Filip Rönn")
    assert told == {**dict.fromkeys(came, "present"), **dict.fromkeys(away, "absent")}


@pytest.mark.parametrize(("first", "status"), [("", "unknown"), ("AE", "present")])
def test_a_list_to_sign_tells_nothing_where_the_copy_has_no_signature(first: str, status: str) -> None:
    rows = f"Funktion\tNamn\tSignatur\t\nChef\tAnna Ek\t{first}\t\nSamordnare\tBo Alm\t\t\nPolis\tCilla Dahl\t\t"
    assert statuses(attendance(f"{HEAD}Närvaro\n\n{rows}{ITEM}"))["Anna Ek"] == status


def test_those_beside_members_away_stood_in_for_them() -> None:
    found = attendance(
        "Regionstyrelsen 2024-09-17\n\nOrdförande: Anna Ek (S)\nLedamöter: Bo Alm (M), Cilla Dahl (C)\n"
        "Tjänstgörande ersättare: se § 1\n\n§ 1 Upprop\n\nVid upprop antecknas följande:\n\n"
        "Anmält förhinder\tErsättare\t\nDavid Eng (S)\tEva Strand (S)\t\nFilip Rönn (M)\tGun Hall (M)\t\n\n§ 2 Val av justerare\n\nBo Alm väljs.\n"
    )
    came = ("Anna Ek", "Bo Alm", "Cilla Dahl", "Eva Strand", "Gun Hall")
    assert statuses(found) == {**dict.fromkeys(came, "present"), **dict.fromkeys(("David Eng", "Filip Rönn"), "absent")}
    assert [person.replaces for person in found.people if person.replaces] == ["David Eng", "Filip Rönn"]
