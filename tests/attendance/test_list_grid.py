"""Words over lists, the order of the lists, what stands beside a name, and the form of the lines, each with each of the others: who came and who did
not is the same in all."""

from __future__ import annotations

from itertools import cycle
from typing import NamedTuple

import pytest

from tests.attendance.sheets import attendance, statuses

PRESENT = [
    "Närvarande",
    "Beslutande",
    "Beslutande ledamöter",
    "Närvarande ledamöter",
    "Deltagare",
    "Närvarande beslutande",
    "I tjänst",
]
SERVING = ["Tjänstgörande ersättare", "Tjg ersättare", "Ersättare som tjänstgör", "Inkallade ersättare"]
NOT_SERVING = [
    "Ej tjänstgörande ersättare", "Ersättare (ej tjänstgörande)", "Närvarande ersättare som inte tjänstgjorde", "Övriga ersättare",
    "Närvarande, ej tjänstgörande",
]  # fmt: skip
ABSENT = [
    "Frånvarande", "Förhinder", "Anmält förhinder", "Frånvarande ledamöter", "Frånvarande med anmälan", "Ej närvarande", "Återbud", "Avbud",
    "Förhinder anmält av", "Anmäld frånvaro", "Har anmält förhinder", "Frånvarande utan anmält förhinder", "Förfall",
]  # fmt: skip
OTHERS = ["Övriga deltagare", "Tjänstemän", "Övriga närvarande", "Dessutom deltog", "Från förvaltningen"]
BESIDE = [
    "{came} (S) för {away} (S)",
    "{came} (S), ersättare för {away} (S)",
    "{came} (S) ers för {away} (S)",
    "{came} (S) tjg ers för {away} (S)",
    "{came} (S) ersätter {away} (S)",
    "{came} (S) i stället för {away} (S)",
    "{came} (S) för {away} (S), som anmält förhinder",
    "{came}, (S) ersättare för {away}, (S), frånvarande",
    "{came} (S) (ersätter {away}, S)",
    "{came} (S) (i {away}s ställe)",
    "{away} (S), ersätts av {came} (S)",
    "{away} (S) frånvarande, ersätts av {came} (S)",
    "{away} (S) (frånvarande, ersätts av {came})",
    "{came} (S)\n{away} (S), frånvarande",
    "{came} (S)\n{away} (S) (ej närvarande)",
    "{came} (S)\n{away} (S) - förhinder",
]
ORDERS = ["PSNAO", "PANO", "APO", "PNOA", "OPA", "PSA"]
FORMS = ["lines", "left", "bullets", "chain"]
MEMBERS = ["Anna Ek (S), ordförande", "Bo Mogata (M)", "Cilla Björk Gran (C)"]


class Case(NamedTuple):
    order: str
    form: str
    beside: str
    labels: dict[str, str]

    def __str__(self) -> str:
        return f"{self.order}, {self.form}, {self.beside!r}, {', '.join(self.labels.values())}"


def _cases() -> list[Case]:
    """Each word over a list and each way to tell of a substitute several times, with others beside it each time."""
    words = {part: cycle(labels) for part, labels in zip("PSNAO", (PRESENT, SERVING, NOT_SERVING, ABSENT, OTHERS), strict=True)}
    return [
        Case(order, form, beside, {part: next(words[part]) for part in "PSNAO"})
        for order, form, beside in zip(ORDERS * 24, FORMS * 36, [b for b in BESIDE for _ in range(9)], strict=True)
    ]


def _sheet(case: Case) -> tuple[str, dict[str, str]]:
    """The text of a case and what it tells."""
    lists = {
        "P": [*MEMBERS, *case.beside.format(came="David Asp", away="Eva Rönn").split("\n")],
        "S": ["Filip Hösterum (V)"],
        "N": ["Gun Hassel (M)", "Hanna Lind (C)"],
        "A": ["Ivar Tall (M)", "Jan Krig (C), ersättare"],
        "O": ["Karin Duva, förste socialsekreterare", "Lars Flod, sekreterare"],
    }
    told = dict.fromkeys(["Anna Ek", "Bo Mogata", "Cilla Björk Gran", "David Asp"], "present") | {"Eva Rönn": "absent"}
    names = {
        "S": ["Filip Hösterum"],
        "N": ["Gun Hassel", "Hanna Lind"],
        "A": ["Ivar Tall", "Jan Krig"],
        "O": ["Karin Duva", "Lars Flod"],
    }
    parts = []
    for part in case.order:
        label, people = case.labels[part], lists[part]
        told |= dict.fromkeys(names.get(part, []), "absent" if part == "A" else "present")
        match case.form:
            case "lines":
                parts.append("\n".join([f"{label}:", *people]))
            case "left":
                parts.append(f"{label} " + "\n".join(people))
            case "bullets":
                parts.append("\n".join([f"**{label}**", *(f"- {person}" for person in people)]))
            case _:
                parts.append(f"{label}: " + "; ".join(people))
    items = "§ 1 Val av justerare\n\nNämnden utser Anna Ek.\n\n§ 2 Dagordning\n\nDagordningen godkänns.\n"
    return "Bryggnämnden\n\n" + "\n\n".join([*parts, "Utses att justera\nAnna Ek", items]), told


@pytest.mark.parametrize("case", _cases(), ids=str)
def test_who_came(case: Case) -> None:
    text, told = _sheet(case)
    assert statuses(attendance(text)) == told
