"""Names of people: found in text, cut out of runs without separators, and told from what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.people import clean_name, find_names, names_someone, split_names
from ingest.people.words import is_first_name


def found(text: str, **options: bool) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text, **options)]


def cut(text: str) -> list[str]:
    return [text[name.start : name.end] for name in split_names(text)]


RUNS = {
    "Cecilia Ek Marianne Holm Boman": ["Cecilia Ek", "Marianne Holm Boman"],
    "Eva Lotta Gran Nilsdotter Bo Ek": ["Eva Lotta Gran Nilsdotter", "Bo Ek"],
    "Bengt Åke Svan Hans Göran Sten Liv Eriksen": ["Bengt Åke Svan", "Hans Göran Sten", "Liv Eriksen"],
    "Bo Lennart Danielsson Karl-Erik Ek": ["Bo Lennart Danielsson", "Karl-Erik Ek"],
    "Jonas Sallin Lennartsson Tom Ehn": ["Jonas Sallin Lennartsson", "Tom Ehn"],
    "Håkan Frank Jörgen Noreén": ["Håkan Frank", "Jörgen Noreén"],
    "Björn von Tallen Per-Håkan Hög": ["Björn von Tallen", "Per-Håkan Hög"],
    "Jan W Ek A. Björk Christina H Tall": ["Jan W Ek", "A. Björk", "Christina H Tall"],
    "Saad Benatall Fatima Boukhari Emir Öztürk": ["Saad Benatall", "Fatima Boukhari", "Emir Öztürk"],
    "Eva Maly-Stuttman Henrik Ek": ["Eva Maly-Stuttman", "Henrik Ek"],
    "Ing-Marie Gran Gun-Inger Ek": ["Ing-Marie Gran", "Gun-Inger Ek"],
    "Olle Mc Qvist Erik Ek": ["Olle Mc Qvist", "Erik Ek"],
    "Sune\nHemming Monica Fors": ["Sune\nHemming", "Monica Fors"],
    "Anna Ek\nBo Alm\nCilla Björk": ["Anna Ek", "Bo Alm", "Cilla Björk"],
    "Kettil Wallson Anna Ek": ["Kettil Wallson", "Anna Ek"],
    "ANNA EK, BO ALM": ["ANNA EK", "BO ALM"],
    "UlIa Ek Wilma lvarsson": ["UlIa Ek", "Wilma lvarsson"],
}


@pytest.mark.parametrize("text", RUNS)
def test_runs_of_names(text: str) -> None:
    assert cut(text) == RUNS[text]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Ek (S), ordförande, hälsade Bo Alm och Cilla Björk välkomna.", ["Anna Ek", "Bo Alm", "Cilla Björk"]),
        ("Avdelningschef Anna Ek, Region Dalarna", ["Anna Ek"]),
        ("Föredragande: Anna Ek, mark- och exploateringschef", ["Anna Ek"]),
        ("Mark- och exploateringsingenjör Bo Alm", ["Bo Alm"]),
        ("Region Dalarna Anna Ek", ["Anna Ek"]),
        ("Elisabeth Alm/Helén Gran, sekretariatet", ["Elisabeth Alm", "Helén Gran"]),
        ("Även Anna Ek tackade Hälsa och Välfärd", ["Anna Ek"]),
        ("Anna\n\nBo Alm", ["Bo Alm"]),
    ],
)
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Onsdag Maj", "Region Dalarna", "Svenska Kyrkan", "Stora Salen", "Kommunala Pensionärsrådet", "Val av justerare",
        "Plats och tid", "God och Nära vård", "Socialnämnden", "PRO Storbyn", "Juni Juli", "Protokoll Kommunstyrelsen", "Ekonomichef Utses",
        "Ledamöter Närvarande", "Anna", "", "den 4 maj", "SPAK Delrapport", "Anna Ek Bo Alm", "Anna Ek, Bo Alm",
    ],
)  # fmt: skip
def test_no_person_s_name(text: str) -> None:
    assert found(text, known_only=False) != [text]


@pytest.mark.parametrize(
    "text",
    ["Anna Ek", "Eva Lotta Gran Nils", "Sven-Olov af Tallen", "Jan W Ek", "Xhevahire Björk", " Anna Ek ", "Öyvind D'Angelo"],
)
def test_a_person_s_name(text: str) -> None:
    assert found(text, known_only=False) == [text.strip()]


def test_unknown_first_names_only_when_asked_for() -> None:
    assert found("Kettil Wallson, utredare") == ["Kettil Wallson"] or is_first_name("Kettil") is False
    assert found("Zzyrna Wallson, utredare") == []
    assert found("Zzyrna Wallson, utredare", known_only=False) == ["Zzyrna Wallson"]


def test_a_body_in_a_run_is_no_surname() -> None:
    text = "Fredrik Oll Rättvik Sune Hemming Säter"
    spans = [(text.index(town), text.index(town) + len(town)) for town in ("Rättvik", "Säter")]
    assert [text[n.start : n.end] for n in split_names(text, bodies=spans)] == ["Fredrik Oll", "Sune Hemming"]
    alone = "Eva Berg"
    assert [alone[n.start : n.end] for n in split_names(alone, bodies=[(4, 8)])] == ["Eva Berg"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AnnaGöran Wallson, ledamot", ["AnnaGöran Wallson"]),
        ("P-G Wallson Anna Ek", ["P-G Wallson", "Anna Ek"]),
        ("Eva De Wallson Bo Ek", ["Eva De Wallson", "Bo Ek"]),
        ("Bo Lans Eva Wallin", ["Bo Lans", "Eva Wallin"]),
        ("Eva Wallin Teknisk chef Bo Ek Trädgårdstekniker", ["Eva Wallin", "Bo Ek"]),
        ("Eva Wallin Bmn Bo Ek Lf", ["Eva Wallin", "Bo Ek"]),
    ],
)
def test_what_belongs_to_a_name(text: str, names: list[str]) -> None:
    assert found(text, known_only=False) == names


def test_a_municipality_that_is_a_surname_too() -> None:
    text = "Bo Wallson Eva Lund"
    assert [text[n.start : n.end] for n in split_names(text, bodies=[(15, 19)])] == ["Bo Wallson", "Eva Lund"]


def test_letters_behind_commas_begin_no_name() -> None:
    text = "Bo Wallson, M Eva Wallin Ek, S"
    assert [text[n.start : n.end] for n in split_names(text, letters_behind_commas=True)] == ["Bo Wallson", "Eva Wallin Ek"]


def test_the_edge_of_a_strike_parts_names() -> None:
    text = "Zara Wallin Quista Ulvson"
    assert [text[n.start : n.end] for n in split_names(text, breaks=[11, 12])] == ["Zara Wallin", "Quista Ulvson"]


def test_clean_name() -> None:
    assert clean_name(" Sune\n Hemming, ") == "Sune Hemming"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("AnnaEkBoÅsa lm.,-'()\n\tIl0§"), max_size=120))
def test_spans_hold_for_any_text(text: str) -> None:
    names = find_names(text, known_only=False)
    for name in names:
        words = text[name.start : name.end]
        assert words == words.strip()
        assert words
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert names_someone(text, 0, len(text)) in (True, False)
