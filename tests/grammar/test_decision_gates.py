"""What is asked before a reader is: where the answer is no, the reader finds nothing, whatever the words."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.names import lowered
from ingest import decisions, kinds, sentences
from ingest.decisions import apart, below, clauses, elected, inline, leads, parting, prior, sections, stated, within
from ingest.decisions.clauses import Clause

_WORDS = (
    *(
        "Nämnden",
        "Kommunstyrelsen",
        "rådet",
        "NÄMNDEN",
        "Anna",
        "Ek",
        "Bo",
        "Frågan",
        "Planen",
        "planen",
        "kontoret",
        "mötet",
        "det",
    ),
    *(
        "beslutar",
        "Beslut",
        "BESLUT",
        "beslutade",
        "beslut",
        "beslöt",
        "besluta",
        "enas",
        "överens",
        "kom",
        "var",
        "enigt",
        "bestämde",
    ),
    *(
        "föreslår",
        "rekommenderar",
        "hemställer",
        "hos",
        "förslag",
        "förslaget",
        "yrkande",
        "ställningstagande",
        "finner",
        "följande",
    ),
    *(
        "att",
        "Att",
        "ATT",
        "om",
        "och",
        "samt",
        "men",
        "dels",
        "till",
        "för",
        "i",
        "på",
        "enligt",
        "med",
        "därmed",
        "av",
        "så",
        "som",
    ),
    *(
        "utser",
        "utsågs",
        "väljer",
        "valdes",
        "godkänna",
        "godkänner",
        "godkändes",
        "antogs",
        "avvakta",
        "ordförande",
        "blev",
        "Till",
    ),
    *(
        "får",
        "gavs",
        "ge",
        "uppdrag",
        "bjuds",
        "in",
        "inbjuds",
        "vänta",
        "förklaras",
        "öppnat",
        "har",
        "godkänt",
        "hade",
        "avslagit",
    ),
    *(
        "1",
        "2",
        "14.",
        "kl.",
        "t.ex.",
        "1.",
        "a)",
        "-",
        "•",
        "12",
        "(3)",
        "(S)",
        "Ja",
        "nästa",
        "förra",
        "är",
        "ska",
        "sedan",
        "innan",
    ),
)
_signs = st.sampled_from((" ", " ", " ", "\n", ", ", ". ", ": ", "; ", "s ", "(", " ("))
_texts = st.lists(st.tuples(st.sampled_from(_WORDS), _signs), min_size=1, max_size=14).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)
_endings = st.sampled_from(
    ("", ".", ",", ";", "|", ":", " .", ",,", ". ", " samt", " och", " dels.", " samt,", " 60 (86)", " (S)", "OCH")
)


def _at_signs(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in lowered(text) for sign in signs)


_READERS: list[tuple[str, Callable[[str], object], Callable[[str], object]]] = [
    ("by an att-sats", inline.match_inline, inline._INLINE.match),
    ("label", lambda t: _at_signs(t, leads.LABELS), leads.LABELLED.match),
    ("lead", lambda t: leads._LEADING.search(lowered(t)), leads.find_trigger.__wrapped__),
    ("asked", sections._ASKING.search, sections._ASKS_OTHER.match),
    ("elected", lambda t: _at_signs(t, below.ELECTING), below._ELECTS.match),
    ("led in within a line", within._LED.search, within._LEADS.search),
    ("as proposed", within._DECIDED_AS.search, within._AGREES.search),
    ("heading in a line", lambda t: "esl" in t or "ESL" in t, within.find_heading),
    ("bare numbers", lambda t: " att" in t, parting._BARE_LIST.search),
    ("list of att-satser", lambda t: " att" in t, parting._in_att_list),
    ("earlier", lambda t: prior._ANY_PAST.search(lowered(t)), lambda t: prior._PAST.search(lowered(t))),
    (
        "names below",
        lambda t: lowered(t).rstrip().endswith(elected._LEADING_ENDS) or _at_signs(t, elected._LEADING),
        elected._LEADS_IN_NAMES.search,
    ),
    ("invited", lambda t: _at_signs(t, ("bjuds",)), stated._INVITED.match),
    ("waits", lambda t: _at_signs(t, ("vänta",)), stated._WAITS.match),
    ("opened", lambda t: _at_signs(t, ("förklara",)), stated._OPENED.search),
    ("hereby", lambda t: _at_signs(t, ("rmed",)), stated._HEREBY.match),
    ("purpose", lambda t: _at_signs(t, kinds._IS_PURPOSE), kinds._PURPOSE.search),
]


@pytest.mark.parametrize(("gate", "reader"), [reader[1:] for reader in _READERS], ids=[reader[0] for reader in _READERS])
@settings(max_examples=150, deadline=None)
@given(text=_texts)
def test_a_reader_finds_nothing_where_its_signs_are_missing(
    gate: Callable[[str], object], reader: Callable[[str], object], text: str
) -> None:
    assert gate(text) or not reader(text)


@settings(max_examples=400, deadline=None)
@given(text=_texts)
def test_no_line_decides_without_a_word_of_deciding(text: str) -> None:
    if not decisions._DECIDING.search(lowered(text)):
        readers = (
            leads.LABELLED.match,
            leads.PROPOSED_TO.match,
            leads.find_trigger,
            below._ELECTS.match,
            below._ASKED_TO_DECIDE.match,
        )
        assert not any(reader(text) for reader in readers)
        assert not inline._STEM.search(lowered(text))
        assert sections._asks_other(text) is None
        assert "rekommenderar" not in text


@settings(max_examples=400, deadline=None)
@given(text=_texts)
def test_a_clause_without_signs_decides_once(text: str) -> None:
    clause = Clause(0, len(text))
    if not _at_signs(text, apart._PARTED_AT):
        assert list(apart._begun_anew(text, clause)) == [clause]
        assert apart.with_assignment_apart(text, clause) == apart.with_elections_apart(text, clause) == (clause,)


@settings(max_examples=600, deadline=None)
@given(text=_texts, ending=_endings)
def test_the_tail_of_a_clause_is_what_the_pattern_says(text: str, ending: str) -> None:
    whole = text.rstrip(" (") + ending
    tail = clauses._TAIL.search(whole, max(0, len(whole) - clauses._LONGEST_TAIL))
    assert clauses.trimmed_end(whole, Clause(0, len(whole))) == (tail.start() if tail else len(whole))


@given(
    word=st.one_of(
        st.sampled_from(("kl", "Kl", "t.ex", "A", "é", "ÅR", "mars", "12", "3:12", "vid\nkl", "(kl", "i", "Ö")),
        st.text(max_size=6),
    )
)
def test_an_abbreviation_is_what_the_pattern_says(word: str) -> None:
    assert sentences.is_abbreviation(f"{word}.") is (sentences._ABBREVIATION.search(f"{word}.") is not None)


def test_every_infinitive_is_one_word() -> None:
    assert all(re.fullmatch(r"[a-zåäö]+", word) for word in leads.infinitives())


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("anta planen", True),
        ("I övrigt godkänna planen", True),
        ("Avslå.", True),
        ("i övrigt", False),
        ("antagen plan", False),
        ("", False),
    ],
)
def test_begins_with_what_a_body_does(text: str, begins: bool) -> None:
    assert leads.begins_with_infinitive(text) is begins
