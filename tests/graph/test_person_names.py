from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolution.model import Reason
from graph.resolution.people import MERGE
from graph.resolution.person_names import compare_names, parse_name


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Eva Hjelmstrand", "EVA HJELMSTRAND", Reason.SAME_NAME),
        ("Eva-Lotta Hjelmstrand", "Eva Lotta Hjelmstrand", Reason.SAME_NAME),
        ("Åsa Grönvik", "Asa Gronvik", Reason.SAME_NAME),
        ("Eva Hjelmstrand (S)", "Eva Hjelmstrand", Reason.SAME_NAME),
        ("Eva Berg Hjelmstrand", "Eva Hjelmstrand Berg", Reason.TOKEN_ORDER),
        ("Evalotta Hjelmstrand", "Eva-Lotta Hjelmstrand", Reason.JOINED),
        ("Eva Hjelmstrand", "Eva Hjelmstrond", Reason.SLIP),
        ("Torsten Fornbrink", "Torsten Fombrink", Reason.SLIP),
        ("Eva Hjelmstrand", "Eva Hjeimstrand", Reason.SLIP),
        ("Eva Vretholmsson", "Eva Vretholmsen", Reason.SLIP),
        ("Eva Grönvik Hjelmstrand", "Eva Hjelmstrond Grönvik", Reason.SLIP),
        ("Eva Grönvik", "Eva Grönvik Hjelmstrand", Reason.SHORTENED),
    ],
)
def test_names_that_may_be_one(a: str, b: str, reason: Reason) -> None:
    match = compare_names(parse_name(a), parse_name(b))
    assert match is not None
    assert reason in match.reasons
    assert match.score >= MERGE - 0.03


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eva Grönvik", "Nils Grönvik"),
        ("Eva Grönvik", "Eva Hjelmstrand"),
        ("Eva", "Eva Grönvik"),
        ("Grönvik", "Eva Grönvik"),
        ("Eva-Lotta", "Eva-Lotta Grönvik"),
        ("Eva Lotta", "Eva Lotta Grönvik"),
        ("Grönvik-Hjelmstrand", "Eva Grönvik-Hjelmstrand"),
        ("Bo Ek", "Bo Ak"),
        ("Eva Hjelmstrand", "Eva Hjermstronk"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert compare_names(parse_name(a), parse_name(b)) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eva Hansson", "Eva Jansson"),
        ("Maria Grönvikare", "Marie Grönvikare"),
        ("Lars Fahlberg", "Lars Dahlberg"),
        ("Eva Berg", "Eva Borg"),
        ("Eva Hjelmstrand", "Eva Grönvik Hjelmstrand"),
    ],
)
def test_near_names_that_are_not_enough(a: str, b: str) -> None:
    """Two real names, a short one, or a first surname dropped: never merged by the name and the body alone."""
    match = compare_names(parse_name(a), parse_name(b))
    assert match is None or match.score + 0.05 < MERGE


names = st.lists(st.text("aeiou rnmlk", min_size=1, max_size=9), min_size=1, max_size=4).map(" ".join)


@given(names, names)
def test_comparison_is_symmetric_and_bounded(a: str, b: str) -> None:
    one, other = compare_names(parse_name(a), parse_name(b)), compare_names(parse_name(b), parse_name(a))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.score == other.score
        assert 0.0 < one.score <= 1.0
