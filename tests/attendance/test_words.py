"""The word lists: their form is checked when they are loaded, and they do not contradict each other."""

from __future__ import annotations

import pytest

from graph.errors import LexiconError
from ingest.attendance.words import canonical_role, role_text
from ingest.lexicon import (
    AttendanceWords,
    DeedWords,
    FirstNames,
    LexiconPart,
    NotNames,
    Parties,
    Roles,
    attendance_words,
    first_names,
    not_names,
    parse_part,
    parties,
    roles,
)
from ingest.people.words import is_first_name, is_not_name

SERVING = "serving: {denying: [], serves: [], substitutes: []}\n"


def test_the_lists_are_long_enough() -> None:
    names = first_names()
    assert len(names.female) > 1_000
    assert len(names.male) > 1_000
    assert names.second <= names.female | names.male


def test_no_word_is_a_first_name_and_none() -> None:
    assert not not_names().words & (first_names().female | first_names().male)


def test_titles_are_no_names_and_names_are_no_titles() -> None:
    assert all(is_not_name(word) for word in ("Kommunchef", "Utvecklingsledare", "Nämndsekreterare", "Socialnämnden", "KoF"))
    assert not any(is_not_name(word) for word in ("Stenvard", "Bruning", "Wenning", "McDonald", "Ek", "Ålund", "Skarin"))


@pytest.mark.parametrize("word", ["Åsa", "Asa", "Sven-Olov", "Eva-Lena", "Ing-Marie", "Fatima", "UlIa", "Mehmet"])
def test_first_names(word: str) -> None:
    assert is_first_name(word)


@pytest.mark.parametrize("word", ["Frank-Andersson", "Ek", "Mora", "Närvarande", "Tall-Gran"])
def test_no_first_names(word: str) -> None:
    assert not is_first_name(word)


def test_every_canonical_role_and_party_is_read() -> None:
    assert {"ordförande", "vice ordförande", "sekreterare", "justerare", "tjänsteperson"} <= set(roles().canonical)
    assert any("SD" in entry.letters for entry in parties().parties)


def test_labels_say_one_thing_each() -> None:
    forms = [form.casefold() for label in attendance_words().labels for form in label.forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("form", "text", "told"),
    [
        (FirstNames, "female: Anna anna\nmale: Bo\nsecond: Bo", "does not begin with a capital"),
        (FirstNames, "female: Anna Anna\nmale: Bo\nsecond: Bo", "stands twice"),
        (FirstNames, "female: [Anna]\nmale: Bo\nsecond: Bo", "parted by white space"),
        (NotNames, "words: Anna", "endings"),
        (Roles, f"{SERVING}canonical: {{}}\nheads: []\nwords: []\nbefore: []\nafter: []", "after"),
        (Parties, "parties: [{letters: [S], name: A}, {letters: [S], name: B}]\nindependent: []", "two parties"),
        (AttendanceWords, "labels: [{forms: [X], status: perhaps}]", "labels"),
        (DeedWords, "done: [Flyttas]\nbefalls: []\nnoAct: []\nstates: []\nhappens: []\ntalk: []", "not in lower case"),
        (DeedWords, "done: tas tas\nbefalls: []\nnoAct: []\nstates: []\nhappens: []\ntalk: []", "stands twice"),
        (Roles, "canonical: {a: [b", "inte giltig YAML"),
        (Roles, f"{SERVING}canonical: {{a: [<served>]}}\nheads: []\nwords: []\nbefore: []", "'<served>' holds no list"),
    ],
)
def test_faults_are_named(form: type[LexiconPart], text: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told) as raised:
        parse_part(form, text, "lexicon/file.yaml")
    assert "lexicon/file.yaml" in str(raised.value)


def test_a_role_has_no_conjunction_before_it() -> None:
    assert [role_text(words) for words in ("samt sekreterare", "och områdeschef")] == ["sekreterare", "områdeschef"]


@pytest.mark.parametrize("denies", ["ej", "Icke", "inte"])
@pytest.mark.parametrize("serves", ["tjänstgörande", "tjänstg.", "tjg", "tgj", "tj", "tj.g."])
@pytest.mark.parametrize("substitute", ["", "ersättare", "ers.", "suppleanter"])
def test_whoever_does_not_serve_is_a_substitute_in_all_short_forms(denies: str, serves: str, substitute: str) -> None:
    assert canonical_role(f"{denies} {serves} {substitute}") == "ersättare"
    if substitute:
        assert canonical_role(f"{serves} {substitute}") == "tjänstgörande ersättare"
