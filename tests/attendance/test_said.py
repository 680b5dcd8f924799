"""What is said of one person or another: sentences beside the list, words and signs beside names, columns of signs."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses, towns

SENTENCES = (
    "{} hade anmält förhinder.", "{} kunde inte delta.", "Förhindrad var {}.", "{} är frånvarande.", "{} lämnade återbud.", "{} har lämnat återbud till dagens möte.",
    "{} deltog ej på mötet.", "{} meddelade förhinder.", "{} är sjuk.", "{} var sjukskriven.", "{} saknades.", "{} uteblev.", "{} hade inte möjlighet att delta.",
    "{} kan tyvärr inte delta idag.", "{} är ledig.", "Frånvarande är {}.", "Anmält förhinder hade {}.", "Återbud har lämnats av {}.", "Återbud hade kommit från {}.",
    "Återbud från {}.", "Förhinder har meddelats av {}.", "Förhinder anmäldes av {}.", "Följande har anmält förhinder: {}", "Följande ledamöter var frånvarande: {}",
    "Följande kunde inte delta: {}",
)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("absent", [["Cilla Björk"], ["Cilla Björk", "David Asp"]])
@pytest.mark.parametrize(
    "list_", ["Närvarande: Anna Ek, Bo Alm\n\n{}\n\n1. Öppnande", "Närvarande:\nAnna Ek\nBo Alm\n{}\n\n1. Öppnande"]
)
def test_sentences_of_the_absent(sentence: str, absent: list[str], list_: str) -> None:
    text = list_.format(sentence.format(" och ".join(absent)))
    assert statuses(attendance(text)) == {"Anna Ek": "present", "Bo Alm": "present"} | dict.fromkeys(absent, "absent")


@pytest.mark.parametrize(
    "sentence",
    [
        "Cilla Björk har avsagt sig sitt uppdrag.",
        "Cilla Björk anmäldes som ny ledamot.",
        "Cilla Björk kunde inte delta i beslutet.",
        "Cilla Björk saknade underlag i ärendet.",
        "Cilla Björk var inte med på punkt 4.",
    ],
)
def test_sentences_that_say_nothing_of_who_was_there(sentence: str) -> None:
    assert statuses(attendance(f"Närvarande: Anna Ek, Bo Alm\n\n{sentence}\n\n1. Öppnande")) == {
        "Anna Ek": "present",
        "Bo Alm": "present",
    }


@pytest.mark.parametrize("sentence", ["Orsa saknades.", "Ingen från Orsa deltog.", "Orsa var inte med."])
def test_a_municipality_that_was_missing(sentence: str) -> None:
    result = attendance(f"Närvarande: Anna Ek Mora, Bo Alm Falun\n\n{sentence}\n\n1. Öppnande")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present"}
    assert towns(result) == {"Mora": "present", "Falun": "present", "Orsa": "absent"}


ABSENT_WORDS = (
    "(frånv)", "förhindrad", "(ej närv.)", "återbud", "- återbud", "har anmält förhinder", "har lämnat återbud", "(sjuk)", "(sjukskriven)", "(vab)", "(på semester)", "(bortrest)",
    "(avböjt)", "uteblev", "(ej kommit)", "- frånvarande med giltigt förfall", "(meddelat frånvaro)", "(frånvarande pga sjukdom)", "- saknas", "(avanmäld)", "FRÅNVARANDE",
    "(kunde tyvärr inte delta)",
)  # fmt: skip
PRESENT_WORDS = (
    "(via Teams)",
    "– via telefon",
    "(kom kl 10.15)",
    "(del av mötet)",
    "(anslöt senare)",
    "(ny)",
    "(ej § 5)",
    "(lämnade mötet kl 15)",
    "deltog inte i beslutet § 4",
)


@pytest.mark.parametrize("words", [*ABSENT_WORDS, *PRESENT_WORDS])
@pytest.mark.parametrize(
    "list_",
    [
        "Närvarande:\nAnna Ek (S), ordförande\nBo Alm (M) {}\nCilla Björk (C)\n\n1. Öppnande",
        "Närvarande:\nAnna Ek\nBo Alm {}\nCilla Björk\n\n1. Öppnande",
    ],
)
def test_words_beside_a_name(words: str, list_: str) -> None:
    expected = "absent" if words in ABSENT_WORDS else "present"
    assert statuses(attendance(list_.format(words))) == {"Anna Ek": "present", "Bo Alm": expected, "Cilla Björk": "present"}


SIGNS = (
    ("Närvarande\n☒ {}\n☐ {}\n☒ {}"), ("Närvarande\n[x] {}\n[ ] {}\n[x] {}"), ("Närvarande:\n✓ {}\n✗ {}\n✓ {}"), ("Närvaro\n{} ☒\n{} ☐\n{} ☒"),
    ("Närvarande (X) Frånvarande (-)\n{} X\n{} -\n{} X"), ("Närvaro: N/F\n{} N\n{} F\n{} N"), ("Närvaro: J/N\n{} J\n{} N\n{} J"),
    ("Namn\tNärvarande\tFrånvarande\n{}\tX\t\n{}\t\tX\n{}\tX\t"), ("Namn\tNärvaro\n{}\tJa\n{}\tNej\n{}\tJa, digitalt"), ("Namn\tNärvarande\n{}\t1\n{}\t0\n{}\t1"),
    ("Namn\tNärvaro\n{}\tN\n{}\tF\n{}\tN"), ("Namn\tNärvaro\n{}\tJ\n{}\tN\n{}\tJ"), ("Namn\tNär/Från\n{}\tNär\n{}\tFrån\n{}\tNär"), ("Namn\tNärvarande\n{}\t☒\n{}\t☐\n{}\t☒"),
    ("Namn\tNärvarande\n{}\t✓\n{}\t\n{}\t✓"), ("Namn\tStatus\n{}\tNärvarande\n{}\tFrånvarande\n{}\tNärvarande"),
    ("Namn\tRoll\tNärvaro\n{}\tledamot\tPå plats\n{}\tledamot\tFörhinder\n{}\tledamot\tDigitalt"), ("Namn\tNärvaro\n{}\tja\n{}\thar lämnat återbud\n{}\tja"),
)  # fmt: skip


@pytest.mark.parametrize("sheet", SIGNS)
def test_signs_of_presence(sheet: str) -> None:
    text = f"Tallrådet\n\n{sheet.format('Anna Ek', 'Bo Alm', 'Cilla Björk')}\n\n1. Öppnande\nAnna hälsar."
    assert statuses(attendance(text)) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present"}
