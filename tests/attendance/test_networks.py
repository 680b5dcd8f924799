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
    "members and substitutes, each with a column of presence": (
        "Kommun Ordinarie Närvarande Ersättare Närvarande\nMora Karin Holm Nej Olle Ting Ja\nOrsa Sara Vide Ja\nLeksand Per Lind Nej",
        "Karin Holm - Olle Ting + Sara Vide + Per Lind -",
    ),
    "a column of crosses with gaps": (
        "Ledamot Organisation Närvarande\nKarin Holm (S), ordf Region Dalarna X\nOlle Ting (M) Mora kommun\nSara Vide (C) Orsa kommun\nTjänsteperson\nPer Lind hamnchef X",
        "Karin Holm + Olle Ting ? Sara Vide ? Per Lind +",
    ),
    "bodies with seats, those away below": (
        "Mora (2 platser): Karin Holm, Olle Ting\n\nOrsa (1): Sara Vide\n\nSaknas: Eva Strand\n\nLeksand (1):\n\nSaknas: Lisa Norr\n\nPolisen: Per Lind",
        "Karin Holm + Olle Ting + Sara Vide + Eva Strand - Lisa Norr - Per Lind +",
    ),
    "bodies with those away in their own lines": (
        "Mora kommun: Karin Holm, Olle Ting. Frånvarande: Per Lind.\nOrsa kommun: Sara Vide. Frånvarande: Eva Strand.",
        "Karin Holm + Olle Ting + Per Lind - Sara Vide + Eva Strand -",
    ),
    "a dash for those away, behind the names": (
        "Närvaro: x närvarande, - frånvarande\n\nKarin Holm, Mora x\nOlle Ting, Orsa -\nSara Vide, Leksand x\nPer Lind, Orsa x",
        "Karin Holm + Olle Ting - Sara Vide + Per Lind +",
    ),
    "signs that the copy has made bullets": (
        "Närvaro (+ närvarande, - frånvarande)\n\n+ Karin Holm\n+ Olle Ting\n- Sara Vide",
        "Karin Holm ? Olle Ting ? Sara Vide ?",
    ),
    "in the room and not": (
        "I rummet: Karin Holm, Olle Ting\nVia Teams: Sara Vide\nKunde inte delta: Per Lind",
        "Karin Holm + Olle Ting + Sara Vide + Per Lind -",
    ),
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


def test_the_body_stands_before_its_seats() -> None:
    told = attendance(f"Deltagare\n\nMora (2 platser): Karin Holm, Olle Ting\nOrsa (1): Sara Vide{_ITEMS}")
    assert [person.represents for person in told.people] == ["Mora", "Mora", "Orsa"]


@pytest.mark.parametrize("field", ["Handläggare", "Datum 3 maj", "Kontakt"])
def test_fields_above_those_away_are_no_list_of_who_came(field: str) -> None:
    told = attendance(f"{field}: Karin Holm\nUpplysningar: Olle Ting\n\nFrånvarande: Sara Vide{_ITEMS}")
    assert statuses(told) == _told("Sara Vide -")
