"""Quick looks whether a sentence or title has any word that a reader looks for: where they say no, no reader finds anything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.lexicon import Lexicon
from ingest.bodies import Context
from ingest.lexicon import presenter_words
from ingest.movements.find import _read, may_move
from ingest.movements.sentence import Place, Sentence
from ingest.movements.words import movement_words
from ingest.presenters.marked import _BARE
from ingest.presenters.persons import People
from ingest.presenters.words import (
    comes,
    field,
    field_alone,
    gives,
    label_opening,
    may_present,
    receives,
    remarks,
    tells,
    told_by,
    visits,
)
from ingest.reports import _ANY_NOUN, _NOUNS, _REPORT
from ingest.titles import _ANY_PERIOD, _PERIOD_LAST

_GAPS = st.sampled_from([" ", " ", " ", "\n", ", ", "-", ""])
_MOVING = sorted({word for forms in movement_words().__dict__.values() for form in forms for word in form.split()})
_BESIDE = [
    *(
        "Rådet",
        "Skolnämnden",
        "arbetsgruppen",
        "Anna Ek",
        "Anna",
        "Hon",
        "att",
        "till",
        "av",
        "från",
        "i",
        "om",
        "ska",
        "får",
        "har",
        "tas",
    ),
    *(
        "upp",
        "sig",
        "vänder",
        "uppdrag",
        "uppgift",
        "förslag",
        "är",
        "en",
        "motion",
        "frågan",
        "ärendet",
        "möte",
        "nästa",
        "den 9 april",
        ".",
    ),
]
_PRESENTING = sorted({word for forms in presenter_words().__dict__.values() for form in forms for word in form.split()})


def _texts(*words: list[str]) -> st.SearchStrategy[str]:
    piece = st.one_of([st.sampled_from(some) for some in words])
    return st.lists(st.tuples(piece, _GAPS), min_size=1, max_size=12).map(lambda parts: "".join(a + b for a, b in parts).strip())


def _sentence(text: str, lexicon: Lexicon) -> Sentence:
    people = People(("Anna Ek",), frozenset({"anna ek"}), {"anna": "Anna Ek"})
    return Sentence(text, (0, len(text)), Context(lexicon, None, None), "Rådet", "Rådet", dt.date(2024, 3, 12), people)


def _moves(text: str, lexicon: Lexicon) -> bool:
    places = (Place(opening, labelled, labelled) for opening in (True, False) for labelled in (True, False))
    return any(_read(_sentence(text, lexicon), place) for place in places)


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    told = yaml.safe_load(Path(__file__).with_name("movements.yaml").read_text(encoding="utf-8"))
    return [text for cases in told.values() for text in cases]


def test_a_sentence_that_moves_something_is_worth_reading(sentences: list[str], lexicon: Lexicon) -> None:
    moving = [text for text in sentences if _moves(text, lexicon)]
    assert moving
    assert [text for text in moving if not may_move(text, 0, len(text))] == []


@given(_texts(_MOVING, _BESIDE))
def test_what_is_not_worth_reading_moves_nothing(lexicon: Lexicon, text: str) -> None:
    assert may_move(text, 0, len(text)) or not _moves(text, lexicon)


@given(_texts(_PRESENTING, ["Anna", "Rådet", "av", "från", "och", "att", "som", "kort", "igenom", "information"]))
def test_what_has_no_word_of_presenting_tells_of_no_presenter(text: str) -> None:
    lower = text.lower()
    patterns = (tells(), remarks(), gives(), comes(), receives(), visits(), told_by())
    assert may_present(text, 0, len(text)) or not any(pattern.search(lower) for pattern in patterns)


@given(_texts(_PRESENTING, ["Anna Ek", "Dagens", "är", ":", "–", "*", "Inbjudna", "Föredragaro", "FÖREDRAGANDE"]))
def test_a_line_is_tried_for_every_label_that_it_can_begin_with(text: str) -> None:
    labels = (field(), field_alone(), _BARE)
    assert label_opening().match(text) or not any(label.match(text) for label in labels)


@given(
    _texts(
        ["Våren", "hösten", "vt", "kvartal", "tertial", "månad", "del", "år", "perioden", "för", "den", "sept", "Maj", "jan"],
        ["2025", "3", "260409"],
    )
)
def test_every_period_has_a_figure_or_a_word_of_one(text: str) -> None:
    assert _ANY_PERIOD.search(text) or not _PERIOD_LAST.search(text)


@given(_texts([*_NOUNS, "år", "del", "uppdrags", "sam"], ["en", "gemensam", "av", "och"]))
def test_every_report_has_one_of_their_nouns(lower: str) -> None:
    assert _ANY_NOUN.search(lower) or not _REPORT.search(lower)
