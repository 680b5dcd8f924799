"""Quick looks whether a sentence or title has any word that a reader looks for: where they say no, no reader finds anything."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.lexicon import Lexicon
from graph.names import squash
from ingest.action_lines import has_head, iter_forms, iter_stacked
from ingest.alternatives import iter_at_words
from ingest.bodies import Context
from ingest.lexicon import action_words, presenter_words
from ingest.lines import iter_lines
from ingest.movements.find import _read, may_move
from ingest.movements.sentence import Place, Sentence
from ingest.movements.words import movement_words
from ingest.people import find_names
from ingest.phrases import Phrases
from ingest.presenters import _by_first_names
from ingest.presenters.informing import _COMING, _LATER, find_informants
from ingest.presenters.marked import _BARE
from ingest.presenters.persons import NOBODY, People
from ingest.presenters.tellings import list_tellings
from ingest.presenters.words import (
    comes,
    coming_forms,
    field,
    field_alone,
    gives,
    giving_forms,
    label_opening,
    may_present,
    opening_forms,
    opens,
    receives,
    receiving_forms,
    remarking_forms,
    remarks,
    telling_forms,
    tells,
    told_by,
    told_forms,
    visiting_forms,
    visits,
)
from ingest.readers import read_document
from ingest.reports import _ANY_NOUN, _NOUNS, _REPORT
from ingest.sentences import words_between
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


_VERBS: list[tuple[Callable[[], re.Pattern[str]], Callable[[], Phrases]]] = [
    (tells, telling_forms),
    (remarks, remarking_forms),
    (opens, opening_forms),
    (gives, giving_forms),
    (comes, coming_forms),
    (receives, receiving_forms),
    (visits, visiting_forms),
]


@pytest.mark.parametrize(("verbs", "forms"), _VERBS, ids=[forms.__name__ for _, forms in _VERBS])
@given(text=_texts(_PRESENTING, ["Anna", "rådet", "av", "och", "att", "kort", "igenom", "information"]))
def test_a_verb_is_found_at_the_words_that_its_forms_begin_with(
    verbs: Callable[[], re.Pattern[str]], forms: Callable[[], Phrases], text: str
) -> None:
    lower = text.lower()
    words = words_between(text, 0, len(text))
    plain = [match.span() for match in verbs().finditer(lower)]
    assert [match.span() for match in iter_at_words(verbs(), forms().first_words(words), lower, 0, len(lower))] == plain
    assert not plain or forms().may_stand_in(words)


@given(_texts(_PRESENTING, ["anna", "av", "från", "om", "information", "rapport", "muntlig", "kort"]))
def test_what_is_told_by_somebody_has_a_form_of_it_unless_it_begins_the_sentence(text: str) -> None:
    if not told_forms().may_stand_in(words_between(text, 0, len(text))):
        assert all(match.start() == 0 for match in told_by().finditer(text.lower()))


@given(_texts(["vid", "på", "ett", "styrelsens", "något", "möte", "år"], sorted(_COMING)))
def test_what_comes_later_has_a_word_of_it(text: str) -> None:
    assert not _LATER.search(text) or not _COMING.isdisjoint(words_between(text, 0, len(text)))


_HEADS = sorted({form for forms in (action_words().what, action_words().who, action_words().when) for form in forms})


@given(st.lists(st.sampled_from([*_HEADS, "Anna Ek", "Boka lokal", "9 april", "2024-04-09", "Nr", "1", "Snarast"]), max_size=9))
def test_no_table_of_actions_stands_where_no_line_is_its_head(rows: list[str]) -> None:
    lines = iter_lines(read_document("\n".join(rows).encode(), "a.txt")) if rows else []
    if not has_head(lines):
        assert [*iter_stacked(lines, set()), *iter_forms(lines, set())] == []


@given(
    _texts(["Anna", "Anna-Karin", "René", "Zoë", "Bo"], ["Ek", "Lind"], ["berättar om bryggor.", "är här.", "informerar.", "och"])
)
def test_only_lines_with_the_first_name_can_name_its_bearer_in_full(lexicon: Lexicon, text: str) -> None:
    lines = iter_lines(read_document(text.encode(), "a.txt"))
    if not lines:
        return
    whole, context, tellings = lines[0].document.text, Context(lexicon, None, None), list_tellings(lines)
    names = dict.fromkeys(squash(whole[n.start : n.end]) for line in lines for n in find_names(whole, line.start, line.end))
    known = NOBODY.with_names(names)
    told = find_informants(tellings, known, context) if known != NOBODY and tellings else []
    assert _by_first_names(lines, tellings, NOBODY, context) == told
