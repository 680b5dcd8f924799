"""Lists whose lines bear signs that the document's own legend explains, whatever signs it has, however it joins them to their meaning and
wherever they stand in the line."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

PEOPLE = [("Karin Holm", "Mora"), ("Olle Ting", "Orsa"), ("Sara Vide", "Falun"), ("Per Lind", "Leksand"), ("Lisa Norr", "Avesta")]
CAME = "papap"
WANT = {name: "present" if told == "p" else "absent" for (name, _), told in zip(PEOPLE, CAME, strict=True)}
LEGENDS = {
    "X = här, F = inte här": "X F",
    "X = närvarande, – = frånvarande": "X –",
    "x=närvarande, -=frånvarande": "x -",
    "J = närvarande, N = ej närvarande": "J N",
    "Ja = närvarande, Nej = frånvarande": "Ja Nej",
    "1 = närvarande, 0 = frånvarande": "1 0",
    "√ = närvarande, – = frånvarande": "√ –",
    "● = närvarande, ○ = frånvarande": "● ○",
    "☒ = närvarande, ☐ = frånvarande": "☒ ☐",
    "N = närvarande, FH = förhinder": "N FH",
    "när = närvarande, frv = frånvarande": "när frv",
    "P = present, A = absent": "P A",
    "x markerar närvaro, o markerar frånvaro": "x o",
    "X närvarande, F frånvarande": "X F",
    "X: närvarande, F: frånvarande": "X F",
    "X – närvarande, F – frånvarande": "X F",
    "(X) närvarande (F) frånvarande": "X F",
    "X betyder närvarande, F betyder frånvarande": "X F",
    "Närvarande: X, frånvarande: F": "X F",
    "X = på plats, Å = återbud": "X Å",
}
LINES = [
    "{name}, {town} {sign}",
    "{name}, {town} ({sign})",
    "{town} {name} {sign}",
    "{town}: {name} ({sign})",
    "({sign}) {name}, {town}",
    "{name}\t{town}\t{sign}",
    "{name} ({town}) – {sign}",
    "- {name} {sign}",
    "{town}\n{name}\n{sign}",
]
PLACES = ["Deltagare\n{legend}\n\n{list}\n", "Närvarolista\n({legend})\n\n{list}\n", "Deltagare\n\n{list}\n\n{legend}\n"]


@pytest.mark.parametrize("legend", LEGENDS)
@pytest.mark.parametrize("line", LINES)
def test_each_is_told_of_by_their_sign(legend: str, line: str) -> None:
    yes, no = LEGENDS[legend].split()
    listed = "\n".join(
        line.format(name=name, town=town, sign=yes if told == "p" else no)
        for (name, town), told in zip(PEOPLE, CAME, strict=True)
    )
    for place in PLACES:
        assert statuses(attendance(place.format(legend=legend, list=listed))) == WANT


def test_more_may_be_said_behind_the_sign_and_others_listed_below() -> None:
    told = attendance(
        "NÄRVAROLISTA\n(X = här, F = inte här)\n\nMora Karin Holm X (ordförande)\nOrsa Olle Ting F\nFalun Sara Vide X (kom 11.15)\n"
        "Leksand Per Lind F\nAvesta Lisa Norr X\n\nVuxna som var med: Maja Frid (samordnare)\n"
    )
    assert rows(told)[:2] == ["Karin Holm | present | Mora | ordförande", "Olle Ting | absent | Orsa | -"]
    assert statuses(told) == {**WANT, "Maja Frid": "present"}


def test_who_has_no_sign_beside_those_who_do_is_not_told_of() -> None:
    told = attendance("Deltagare (X = här, F = inte här)\n\nKarin Holm X\nOlle Ting F\nSara Vide X\nPer Lind\n")
    assert statuses(told)["Per Lind"] == "unknown"


def test_words_of_presence_and_absence_beside_each_other_are_no_legend() -> None:
    told = attendance("Närvarande: A. Holm, Olle Ting (F)\n\nFrånvarande: Sara Vide\n")
    assert statuses(told)["Olle Ting"] == "present"


@pytest.mark.parametrize("signs", ["X F", "X –", "Ja Nej", "+ –", "P F", "OK -", "Teams –", "(x) ( )", "[x] [ ]", "☒ ☐"])
@pytest.mark.parametrize("line", ["{name}, {town} {sign}", "{town} {name} {sign}", "{name} ({town}) {sign}"])
def test_two_signs_that_need_no_legend(signs: str, line: str) -> None:
    yes, no = signs.split(" ", 1)
    listed = "\n".join(
        line.format(name=name, town=town, sign=yes if told == "p" else no)
        for (name, town), told in zip(PEOPLE, CAME, strict=True)
    )
    assert statuses(attendance(f"Närvarolista\n{listed}\n")) == WANT


@pytest.mark.parametrize("sign", ["x", "X", "✓", "√", "●"])
@pytest.mark.parametrize("label", ["Närvaro", "Närvarolista", "Deltagare"])
def test_who_has_no_cross_where_most_have_one_is_not_told_of(sign: str, label: str) -> None:
    listed = "\n".join(
        f"{name}, {town} {sign if told == 'p' else ''}".rstrip() for (name, town), told in zip(PEOPLE, CAME, strict=True)
    )
    told = statuses(attendance(f"{label}\n{listed}\n"))
    assert told == {name: "present" if status == "present" else "unknown" for name, status in WANT.items()}
