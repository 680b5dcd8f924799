"""Near misses: people who are nearly called the same, and are two."""

from __future__ import annotations

import pytest

from graph.resolution.model import Reason, Resolution
from graph.resolution.resolve import resolve
from graph.schema import Label
from tests.graph.factories import Minutes, ledgers, lexicon


def resolved(*documents: Minutes) -> Resolution:
    return resolve(ledgers(documents), lexicon())


def people(resolution: Resolution) -> list[set[str]]:
    return [{e.name, *e.properties["aliases"]} for e in resolution.entities.values() if e.label is Label.OFFICIAL]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karl Vretholm", "Kurt Vretholm"),
        ("Bo Vretholm", "Bror Vretholm"),
        ("Erik Hjelmstrand", "Eric-Johan Hjelmstrand"),
        ("Lars-Erik Grönvik", "Lars-Göran Grönvik"),
        ("Anders Torparp", "Andreas Torparp"),
        ("Jan Kvarnander", "Jon Kvarnander"),
        ("Mats Ekvall", "Mats Ekdal"),
        ("Eva Grönvik", "Eva Grönkvist"),
    ],
)
def test_brothers_and_others_of_one_body(a: str, b: str) -> None:
    assert (
        len(people(resolved(Minutes(date="2024-03-01").person(a, "Almby"), Minutes(date="2024-05-01").person(b, "Almby")))) == 2
    )


def test_brothers_of_one_body_never_meet_over_an_initial() -> None:
    resolution = resolved(
        Minutes(date="2024-03-01").person("Karl Vretholm", "Almby").person("Kurt Vretholm", "Almby"),
        Minutes(date="2024-05-01").person("K Vretholm", "Almby"),
    )
    assert {"Karl Vretholm", "Kurt Vretholm"} not in people(resolution)
    assert {"Karl Vretholm"} in people(resolution)
    assert {"Kurt Vretholm"} in people(resolution)


def test_an_initial_with_one_who_can_be_meant() -> None:
    resolution = resolved(
        Minutes(date="2024-03-01").person("Karl Vretholm", "Almby"), Minutes(date="2024-05-01").person("K. Vretholm", "Almby")
    )
    found = people(resolution)
    assert found == [{"Karl Vretholm", "K. Vretholm"}] or any(
        {pair.left, pair.right} == {"official:karl-vretholm", "official:k-vretholm"} for pair in resolution.doubtful
    ), "one person, or asked"


def test_the_same_name_in_two_municipalities_on_one_day() -> None:
    resolution = resolved(
        Minutes("Socialnämnden", "2024-03-01", organisation="Almby kommun").person("Eva Grönvik"),
        Minutes("Socialnämnden", "2024-03-01", organisation="Björkö kommun").person("Eva Grönvik"),
    )
    assert len(people(resolution)) == 2


def test_two_at_one_meeting_are_never_one_over_any_number_of_spellings() -> None:
    listed = Minutes(date="2024-03-01").person("Jonas Ekvall", "Almby").person("Jonas Ekvall Sandgren", "Almby")
    between = [
        Minutes(date=f"2024-{month:02}-01").person(name, "Almby")
        for month, name in enumerate(
            ["Jonas Ekval", "Jonas Ekwall Sandgren", "Jonas Sandgren Ekvall", "Jonas Ekvall Sandgern"], 4
        )
    ]
    resolution = resolved(listed, *between)
    document = listed.build().id
    one, other = (resolution.of(document, f"m0.a{k}")[0].entity for k in (0, 1))
    assert one != other


def test_a_common_name_that_speaks_for_two_bodies_by_turns_is_asked() -> None:
    """One who changes employer does not go to and fro; with a name that many bear these are rather two."""
    to_and_fro = [
        Minutes("SAM", f"2024-{month:02}-01").person("Lars Eriksson", body)
        for month, body in enumerate(["Almby", "Region Norrdal"] * 3, 1)
    ]
    resolution = resolved(*to_and_fro)
    assert len(people(resolution)) == 2
    (pair,) = resolution.doubtful
    assert {Reason.COMMON_NAME, Reason.OVERLAPPING} <= set(pair.reasons_against)
    rare = [
        Minutes("SAM", f"2024-{month:02}-01").person("Torsten Hjelmstrand", body)
        for month, body in enumerate(["Almby", "Region Norrdal"] * 3, 1)
    ]
    assert len(people(resolved(*rare))) == 1


def test_a_common_name_that_changes_employer_once_is_one() -> None:
    resolution = resolved(
        *(Minutes("SAM", f"2023-0{month}-01").person("Lars Eriksson", "Region Norrdal") for month in (1, 2, 3)),
        *(Minutes("SAM", f"2024-0{month}-01").person("Lars Eriksson", "Almby") for month in (1, 2, 3)),
    )
    assert len(people(resolution)) == 1
