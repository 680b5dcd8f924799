"""Words of lists that were glued to names or to each other are parted, and nothing else."""

from __future__ import annotations

import pytest

from ingest.attendance import find_attendance
from ingest.lines import iter_lines
from ingest.readers import read_document
from ingest.readers.seams import find_seams
from tests.attendance.sheets import LEXICON, rows


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("ordförandeKarin Holm", "ordförande Karin Holm"),
        ("NärvarandeKarin Holm (S), socialchefOlle Ting", "Närvarande Karin Holm (S), socialchef Olle Ting"),
        ("Karin Holm (S)ErsättareOlle Ting (M)Bo Alm", "Karin Holm (S) Ersättare Olle Ting (M) Bo Alm"),
        ("LedamöterOrdförandeKarin Holm", "Ledamöter Ordförande Karin Holm"),
        ("Karin HolmErsättare", "Karin Holm Ersättare"),
        (
            "Karin Holmström (S)Olle TingvallSara Vide, Bo Alm §§ 3-5Mia Vik",
            "Karin Holmström (S) Olle Tingvall Sara Vide, Bo Alm §§ 3-5 Mia Vik",
        ),
        ("Karin EkOlle Ting, Sara BrOlle Alm", "Karin Ek Olle Ting, Sara Br Olle Alm"),
        ("Planen antas.Hamnnämnden beslutar om 3 kr.Anna Ek yrkar", "Planen antas. Hamnnämnden beslutar om 3 kr. Anna Ek yrkar"),
        ("www.bryggan.Norrvik har, m.fl.Andra bryggor, anna.Ek@", None),
        ("Bo LarsErik Ek, Anna McKarin Ek, Mått 12Meter Bo", None),
        ("McEwan, KommunInvest, ProjektNorr, DeKarin", None),
        ("ÅrsmötesHandlingar (M)Kalle", None),
    ],
)
def test_words_of_lists_are_parted_from_names(glued: str, parted: str | None) -> None:
    out = glued
    for at in reversed(list(find_seams(glued))):
        out = f"{out[:at]} {out[at:]}"
    assert out == (parted or glued)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.txt", "Närvarande: ordförandeKarin Holm (S), Olle Ting (M), ErsättareSara Vide (C)\n"),
        ("a.html", "<p>Närvarande: <b>ordförande</b>Karin Holm (S), Olle Ting (M), <i>Ersättare</i>Sara Vide (C)</p>"),
    ],
)
def test_people_behind_glued_offices_are_read(file: str, text: str) -> None:
    document = read_document(text.encode(), file)
    result = find_attendance(document, LEXICON, iter_lines(document), region=None, held_by=None)
    assert rows(result) == [
        "Karin Holm | present | - | ordförande | (S)",
        "Olle Ting | present | - | - | (M)",
        "Sara Vide | present | - | ersättare | (C)",
    ]
