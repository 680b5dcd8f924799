"""Labels put together from words: what clerks write over lists beside the fixed forms of the lexicon."""

from __future__ import annotations

import pytest

from graph.names import fold
from graph.record import Status
from ingest.attendance.labels import find_labels
from ingest.attendance.phrases import Phrase, read_phrase
from tests.attendance.sheets import attendance, rows, statuses

PRESENT = (
    "De närvarande", "Deltagarna", "Deltagande", "På mötet deltog", "På mötet deltog följande", "Följande personer deltog", "Följande närvarade",
    "Vid dagens möte deltog", "Deltagare vid dagens möte", "De som deltog", "Vi som var med", "Närvarande medlemmar", "Närvarande på dagens möte",
    "Deltagare (fysiskt)", "Deltagare på Teams", "Närvarande via digital uppkoppling", "Närvarande (ledamöter)", "Deltagit i mötet", "Deltagande ledamöter",
    "Beslutande och närvarande", "Medverkande personer",
)  # fmt: skip
ABSENT = (
    "De frånvarande", "Frånvarande (anmält förhinder)", "Frånvarande (ledamöter)", "Avböjt", "Avböjde", "Sjukanmälda", "Sjuka", "Ledig", "Lediga", "Föräldraledig", "Ej med",
    "Ej där", "Förfall", "Med giltigt förfall", "Giltig frånvaro", "Anmäld frånvaro", "Har anmält förhinder", "Frånvarande har anmält", "Lämnat återbud", "Har lämnat återbud",
    "Återbud från", "Meddelat förhinder", "Har meddelat frånvaro", "Inkomna förhinder", "Anmält sen frånvaro", "Frånvarande medlemmar", "Frånvarande ordinarie",
    "Frånvarande suppleanter", "Ej närvarande ordinarie ledamöter", "Ledamöter som anmält förhinder", "Förhindrade ledamöter", "Inte med idag",
    "Ej närvarande vid mötet", "Hade inte möjlighet att delta", "Kan inte delta", "Kunde ej", "Ej infunnit sig", "Infann sig ej", "Ej tillstädes", "Meddelat att de inte kan delta",
    "Avanmälda", "Ej på mötet", "Saknas",
)  # fmt: skip


@pytest.mark.parametrize("words", PRESENT)
@pytest.mark.parametrize("form", ["{}: Anna Ek, Bo Alm\n\n1. Öppnande", "{}\nAnna Ek\nBo Alm\n\n1. Öppnande"])
def test_labels_of_those_who_came(words: str, form: str) -> None:
    assert statuses(attendance(form.format(words))) == {"Anna Ek": "present", "Bo Alm": "present"}


@pytest.mark.parametrize("words", ABSENT)
@pytest.mark.parametrize(
    "form",
    [
        "Närvarande: Anna Ek, Bo Alm\n{}: Cilla Björk\n\n1. Öppnande",
        "Närvarande\nAnna Ek\nBo Alm\n\n{}\nCilla Björk\n\n1. Öppnande",
    ],
)
def test_labels_of_those_who_did_not(words: str, form: str) -> None:
    assert statuses(attendance(form.format(words))) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("frånvarande ledamöter och ersättare", Phrase(4, Status.ABSENT, None)),
        ("närvarande ledamöter och anna", Phrase(2, Status.PRESENT, "ledamot")),
        ("ej närvarande ersättare", Phrase(3, Status.ABSENT, "ersättare")),
        ("närvarande ej tjänstgörande suppleanter", Phrase(4, Status.PRESENT, "ersättare")),
        ("tjg suppleant", Phrase(2, Status.PRESENT, "tjänstgörande ersättare")),
        ("deltog ej", Phrase(2, Status.ABSENT, None)),
        ("ordinarie medlemmar", Phrase(2, None, None, linking=True)),
        ("frånvarande kommuner", Phrase(2, Status.ABSENT, None, bodies=True)),
        ("sjuk", Phrase(1, Status.ABSENT, None, aside=True)),
        ("deltagare från", Phrase(1, Status.PRESENT, None)),
        ("återbud från", Phrase(2, Status.ABSENT, None)),
        ("närvarande frånvarande", Phrase(1, Status.PRESENT, None)),
        ("inte på plats", Phrase(3, Status.ABSENT, None)),
        ("plats via teams", None),
        ("ej", None),
        ("på mötet", None),
        ("medlemmar", None),
        ("överstrukna frånvarande", None),
        ("", None),
    ],
)
def test_what_a_row_of_words_says(words: str, expected: Phrase | None) -> None:
    assert read_phrase([fold(word) for word in words.split()]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Deltar inte i beslutet Anna Ek",
        "Kan inte delta i upphandlingen",
        "Följande representanter för kommunen har tagit fram ett förslag",
        "Med på resan var",
        "Saknas underlag tas ärendet upp igen",
    ],
)
def test_sentences_that_begin_as_labels_do(text: str) -> None:
    assert find_labels(text, 0, len(text)) == []


def test_a_word_that_also_stands_beside_a_name() -> None:
    below = attendance("Närvarande\nAnna Ek\nsjuk\nBo Alm\n\n1. Öppnande")
    over = attendance("Närvarande\nAnna Ek\n\nSjuk:\nBo Alm\n\n1. Öppnande")
    assert statuses(below) == {"Anna Ek": "absent", "Bo Alm": "present"}
    assert statuses(over) == {"Anna Ek": "present", "Bo Alm": "absent"}


def test_a_denial_is_no_slip() -> None:
    assert statuses(attendance("Deltagande ledamöter\nAnna Ek\nBo Alm")) == {"Anna Ek": "present", "Bo Alm": "present"}


@pytest.mark.parametrize("chain", ["Anmält förhinder Övriga: Cilla Björk", "Frånvarande Övriga närvarande: Cilla Björk"])
def test_labels_of_nobody_before_the_label_of_a_list(chain: str) -> None:
    assert statuses(attendance(f"Närvarande: Anna Ek, Bo Alm\n{chain}\n\n1. Öppnande"))["Cilla Björk"] == "present"


RUN = "Tallnämnden Sammanträdesprotokoll Sida 1 (12) Plats och tid Stora salen, Tallby stadshus, kl 13.00–16.10 "


def test_offices_behind_their_holders_in_text_that_ran_together() -> None:
    result = attendance(
        RUN
        + "Beslutande Anna Ek (M) 1:e vice ordförande Bo Alm (M) ledamot Cilla Björk (S) ordförande David Asp (C) 2:e vice ordförande "
        "Ersättare Eva Gran (V)"
    )
    assert rows(result) == [
        "Anna Ek | present | - | 1:e vice ordförande | (M)",
        "Bo Alm | present | - | ledamot | (M)",
        "Cilla Björk | present | - | ordförande | (S)",
        "David Asp | present | - | 2:e vice ordförande | (C)",
        "Eva Gran | present | - | ersättare | (V)",
    ]


@pytest.mark.parametrize("first", ["ordförande", "Ordförande"])
def test_offices_before_their_holders_in_text_that_ran_together(first: str) -> None:
    result = attendance(
        RUN + f"Beslutande {first} Anna Ek (M) 1:e vice ordförande Bo Alm (M) 2:e vice ordförande Cilla Björk (S) David Asp (S)"
    )
    assert rows(result) == [
        "Anna Ek | present | - | ordförande | (M)",
        "Bo Alm | present | - | 1:e vice ordförande | (M)",
        "Cilla Björk | present | - | 2:e vice ordförande | (S)",
        "David Asp | present | - | - | (S)",
    ]


LOCAL_PARTIES = {
    "before names": RUN
    + "Beslutande M Anna Ek KOSA Bo Alm MBP Cilla Björk, tjänstgör för David Asp (KOSA) S Eva Gran Övriga deltagande Tjänstemän Frida Hed",
    "behind names": "Närvarande ledamöter\nAnna Ek M\nBo Alm KOSA\nCilla Björk MBP\nEva Gran S\n\n1. Öppnande",
    "in a column": "Beslutande\nAnna Ek\tM\nBo Alm\tKOSA\nCilla Björk\tMBP\nEva Gran\tS\n\n1. Öppnande",
    "behind commas": "Närvarande ledamöter\nAnna Ek, M\nBo Alm, KOSA\nCilla Björk, MBP\nEva Gran, S\n\n1. Öppnande",
}


@pytest.mark.parametrize("place", LOCAL_PARTIES)
def test_letters_of_local_parties(place: str) -> None:
    found = {person.name: (person.party, person.represents) for person in attendance(LOCAL_PARTIES[place]).people}
    wanted = {"Anna Ek": ("M", None), "Bo Alm": ("KOSA", None), "Cilla Björk": ("MBP", None), "Eva Gran": ("S", None)}
    assert {name: found[name] for name in wanted} == wanted


def test_organisations_are_no_parties() -> None:
    result = attendance("Närvarande\nAnna Ek M\nBo Alm S\nCilla Björk PRO\nDavid Asp SPF")
    assert [(p.party, p.represents) for p in result.people] == [("M", None), ("S", None), (None, "PRO"), (None, "SPF")]


def test_limits_without_a_sign() -> None:
    result = attendance(
        "Beslutande\nAnna Ek (S) ej 13\nBo Alm (M) fr o m 49\nCilla Björk (C) t o m 12\nDavid Asp (V) 9-10\nEva Gran (S) dock ej 4-5"
    )
    assert [person.paragraphs for person in result.people] == ["ej 13", "fr o m 49", "t o m 12", "9-10", "dock ej 4-5"]
    assert set(statuses(result).values()) == {"present"}
