"""What `find_labels` leaves out of short units before it reads them word by word holds no label, and labels that fill their unit are the ones that
such a reading finds."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.attendance import labels
from ingest.attendance.candidates import read_candidate
from ingest.attendance.judging import heads_column
from ingest.attendance.misread import LONGEST_MISREAD, MOST_MISREAD
from ingest.attendance.phrases import phrase_status, phrase_words, platforms, read_phrase
from ingest.attendance.rolls import FIRST_HEADS
from ingest.attendance.sources import SOURCE_TOLD_BY
from ingest.attendance.wordings import begins_label
from ingest.lexicon import attendance_words
from ingest.people.words import is_first_name

_FORMS = sorted({form for entry in attendance_words().labels for form in entry.forms})
_PHRASES = sorted(phrase_words() | platforms())
_OTHERS = (
    "Anna", "Ek", "Bo Alm (S)", "Kommunens", "Nämndens", "direktionen", "Valberedningen", "Mora", "PRO", "planen", "2019-02-11", "12 mars 2020",
    "§ 4", "12.", "a)", "1:e", "2", "x", "kryss", "(", ")", "=", "-", ",", ":", ".", ";", "/", "\t", "och", "från", "Från", "För", "deltog", "över",
    "Förteckning över", "Lista över", "Nr", "Namn", "Förnamn Efternamn", "Kommun", "Parti", "Ja", "Nej", "Ledamotter", "Närvaranda", "ande",
    "Tjänstepersener", "närvarolista", "NÄRVAROLISTA", "med x", "är markerade med", "företrädare",
)  # fmt: skip
_WORDS = st.one_of(
    st.sampled_from(_FORMS),
    st.sampled_from(_FORMS).map(str.upper),
    st.sampled_from(_PHRASES),
    st.sampled_from(_PHRASES).map(str.capitalize),
    st.sampled_from(_OTHERS),
)
_UNITS = st.lists(st.tuples(_WORDS, st.sampled_from((" ", " ", " ", ": ", ", ", "", "\t"))), min_size=1, max_size=7).map(
    lambda parts: "".join(word + gap for word, gap in parts).strip()
)
_BEFORE = st.sampled_from(("", "\n", "\n\n", "Plats ", "2007-02-04", "Anna Ek, ", "("))
_BEHIND = st.sampled_from(("", "\nAnna Ek (S)", "\n\nBo Alm", "/", " Anna Ek", "Ek"))


@settings(max_examples=400, deadline=None)
@given(_BEFORE, _UNITS, _BEHIND)
@example("", "Direktionens ledamöter", "")
@example("", "Kommunens företrädare Anna Ek", "")
@example("2007-02-04", "Närvarande från Mora var Anna Ek", "")
@example("", "Tjänstepersener", "")
@example("", "", "")
def test_few_words_that_are_not_worth_reading_hold_no_label(before: str, unit: str, behind: str) -> None:
    text, start, end = before + unit + behind, len(before), len(before) + len(unit)
    if len(unit) > LONGEST_MISREAD or unit.count(" ") > MOST_MISREAD or labels._worth_reading(text, start, end):
        return
    first = labels._FIRST_WORD.match(unit)
    if first is not None and len(first[1]) > 2 and not is_first_name(first[1]):
        assert labels._read_unit(text, start, end) == []


@settings(max_examples=400, deadline=None)
@given(_BEFORE, st.lists(_WORDS, min_size=1, max_size=4).map(" ".join), _BEHIND)
@example("", "Ersättare", "")
@example("", "Beslutande ledamöter", "/")
@example("", "Sjuk", "\nAnna Ek")
def test_a_label_that_fills_its_unit_is_the_one_found_word_by_word(before: str, unit: str, behind: str) -> None:
    text, start, end = before + unit + behind, len(before), len(before) + len(unit)
    whole = labels._whole_form(unit)
    label = read_candidate(text, start, end, start, end, whole) if whole is not None else None
    if label is not None:
        assert labels._read_unit(text, start, end) == ([] if heads_column(text, label) else [label])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*_PHRASES, "planen", "anna"]), min_size=1, max_size=14))
def test_a_phrase_with_a_strange_word_tells_nothing_as_a_whole(words: list[str]) -> None:
    phrase = read_phrase(words)
    whole = phrase is not None and phrase.count == len(words) and phrase.role is None and not phrase.bodies and not phrase.invited
    assert phrase_status(words) == (phrase.status if whole and phrase is not None else None)


def test_the_words_that_are_looked_at_first_begin_labels() -> None:
    """A unit with one of these is always read, so that only then need it be asked for what they stand for."""
    assert all(begins_label(word) for word in SOURCE_TOLD_BY)
    assert all(begins_label(word) for word in ("Närv", "Närvarande", "Närvaro", "Deltog", "Deltar"))
    assert not any(is_first_name(word) for word in FIRST_HEADS)
