"""How minutes of networks, councils and steering groups tell who was there: one convention to a case."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.readers import read_document
from tests.attendance.sheets import attendance, statuses

_ITEMS = "\n\n1. Inledning\n\nVi började.\n\n2. Budget\n\nPengarna räcker.\n\n3. Avslut\n\nVi slutade.\n"
_CASES = {
    "summoned who did not come, in numbered lists": (
        "Närvarande enligt lista:\n\n1. Karin Holm, Mora kommun\n2. Olle Ting, LRF (antecknar)\n\nKallade men ej närvarande:\n\n1. Sara Vide, hamnen\n2. Per Lind, kyrkan",
        "Karin Holm + Olle Ting + Sara Vide - Per Lind -",
    ),
    "summoned who could not": (
        "Deltagare: Karin Holm, Olle Ting\nKallade som inte kunde komma: Sara Vide, Per Lind",
        "Karin Holm + Olle Ting + Sara Vide - Per Lind -",
    ),
    "summoned, and no more": ("Kallade:\nKarin Holm\nOlle Ting", "Karin Holm ? Olle Ting ?"),
    "with": (
        "Med: Karin Holm (Mora), Olle Ting (Orsa)\nAvbud: Sara Vide (Leksand)\nFrånvarande utan avbud: Per Lind (Orsa)",
        "Karin Holm + Olle Ting + Sara Vide - Per Lind -",
    ),
    "a body below those away": (
        "Norr\nNärvarande: Karin Holm, Mora\nEj närvarande: Olle Ting, Orsa\n\nFörbundet\nSara Vide, intagningen\nPer Lind, strateg",
        "Karin Holm + Olle Ting - Sara Vide + Per Lind +",
    ),
    "a sentence behind a list, over the line's end": (
        "Deltog: Karin Holm/Mora samt Olle Ting/Orsa. Sara\nVide/kyrkan hade fått förhinder i sista stund men skickat in synpunkter\nskriftligt till gruppen.",
        "Karin Holm + Olle Ting + Sara Vide -",
    ),
    "bold for those who came": (
        "Närvarande (fetstil); övriga nedan har anmält förhinder\n\n- **Karin Holm**, Mora\n- Olle Ting, Orsa\n- **Sara Vide**, sekreterare",
        "Karin Holm + Olle Ting - Sara Vide +",
    ),
    "boxes below a label that explains them": (
        "Närvaro ☒ = närvarande ☐ = frånvarande\n\n☒ Karin Holm, Mora (ordförande)\n☐ Olle Ting, Orsa\n☒ Sara Vide, Leksand\n☐ Per Lind, Orsa",
        "Karin Holm + Olle Ting - Sara Vide + Per Lind -",
    ),
    "a star for those away among the summoned": (
        "Kallade (* = frånvarande):\n\nKarin Holm, Mora\n\nOlle Ting *, Orsa\n\nSara Vide, hamnchef",
        "Karin Holm + Olle Ting - Sara Vide +",
    ),
    "a star that nobody bears": ("Kallade (* = frånvarande):\n\nKarin Holm, Mora\n\nOlle Ting, Orsa", "Karin Holm ? Olle Ting ?"),
    "more behind a comma in a cell": (
        "Ombud\n\nÄgare\tOmbud\tAnmärkning\nMora\tKarin Holm\t\nOrsa\tOlle Ting\tEj närvarande, ersättare kunde inte inkallas\nLeksand\tSara Vide\tFörhinder",
        "Karin Holm + Olle Ting - Sara Vide -",
    ),
}


def _told(words: str) -> dict[str, str]:
    parts = words.split()
    meaning = {"+": "present", "-": "absent", "?": "unknown"}
    return {f"{parts[i]} {parts[i + 1]}": meaning[parts[i + 2]] for i in range(0, len(parts), 3)}


@pytest.mark.parametrize(("head", "told"), _CASES.values(), ids=_CASES)
def test_who_was_there(head: str, told: str) -> None:
    suffix = ".md" if "**" in head else ".txt"
    assert statuses(attendance(_read(head + _ITEMS, suffix))) == _told(told)


def _read(text: str, suffix: str) -> Document:
    return read_document(text.encode(), f"blad{suffix}")


def test_a_sentence_at_the_end_tells_who_could_not_come() -> None:
    told = attendance(
        f"Följande deltog: Karin Holm för Mora{_ITEMS}\n\nOlle Ting och Sara Vide hade\nmeddelat att de inte kunde delta.\n"
    )
    assert statuses(told) == _told("Karin Holm + Olle Ting - Sara Vide -")


@pytest.mark.parametrize(
    "line", ["Med vänlig hälsning Karin Holm", "Med Karin Holm i spetsen", "Med anledning av detta: Karin Holm"]
)
def test_a_sentence_that_begins_with_with_is_no_list(line: str) -> None:
    assert not attendance(f"Anteckningar\n\n{line}{_ITEMS}").people
