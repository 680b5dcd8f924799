from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from graph.record import DocumentKind, Status
from graph.resolution.model import DecidedBy, Judgement, Reason, Resolution, Verdict
from graph.resolution.resolve import resolve
from graph.schema import Label
from tests.graph.factories import Minutes, ledgers, lexicon


def resolved(*documents: Minutes, judgements: Sequence[Judgement] = ()) -> Resolution:
    return resolve(ledgers(documents), lexicon(), judgements)


def people(resolution: Resolution) -> dict[str, set[str]]:
    """Official id -> every spelling."""
    return {e.id: {e.name, *e.properties["aliases"]} for e in resolution.entities.values() if e.label is Label.OFFICIAL}


def doubts(resolution: Resolution) -> set[tuple[str, str]]:
    return {(min(d.left, d.right), max(d.left, d.right)) for d in resolution.doubtful}


def test_same_name_in_two_documents_is_one_person() -> None:
    found = people(
        resolved(
            Minutes(date="2024-03-01").person("Eva Grönvik", "Almby"), Minutes(date="2024-05-01").person("Eva Grönvik", "Almby")
        )
    )
    assert found == {"official:eva-gronvik": {"Eva Grönvik"}}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eva Berg Hjelmstrand", "Eva Hjelmstrand Berg"),
        ("Eva-Lotta Hjelmstrand", "Eva Lotta Hjelmstrand"),
        ("Eva Hjelmstrand", "Eva Hjelmstrond"),
        ("Torsten Fornbrink", "Torsten Fombrink"),
        ("Brita Vretholm", "Brita Vrethclm"),
        ("Eva Grönvik", "Eva Grönvik Hjelmstrand"),
        ("Åsa Grönvik", "Asa Gronvik"),
    ],
)
def test_spellings_of_one_person_for_one_body(a: str, b: str) -> None:
    found = people(resolved(Minutes(date="2024-03-01").person(a, "Almby"), Minutes(date="2024-05-01").person(b, "Almby")))
    assert list(found.values()) == [{a, b}]


def test_two_names_of_one_list_are_two_people() -> None:
    listed = Minutes(date="2024-03-01").person("Eva Hjelmstrand", "Almby").person("Eva Hjelmstrond", "Almby")
    assert len(people(resolved(listed))) == 2
    # … even if another document could be taken for either.
    assert len(people(resolved(listed, Minutes(date="2024-05-01").person("Eva Hjelmstrend", "Almby")))) >= 2


def test_a_surname_in_common_is_not_enough() -> None:
    found = people(resolved(Minutes().person("Gunilla Berglund", "Almby").person("Tommy Berglund", "Björkö")))
    assert len(found) == 2


@pytest.mark.parametrize("alone", ["Grönvik", "Eva", "Eva-Lotta"])
def test_a_name_alone_never_makes_or_joins_a_person(alone: str) -> None:
    found = people(resolved(Minutes().person("Eva-Lotta Grönvik", "Almby").person(alone, "Almby")))
    assert found == {"official:eva-lotta-gronvik": {"Eva-Lotta Grönvik"}}


def test_two_municipalities_on_one_day_are_two_people() -> None:
    resolution = resolved(
        Minutes("SAM", "2024-03-01").person("Eva Grönvik", "Almby"), Minutes("CHN", "2024-03-01").person("Eva Grönvik", "Björkö")
    )
    assert sorted(people(resolution)) == ["official:eva-gronvik", "official:eva-gronvik-bjorko"]
    assert not doubts(resolution), "what is certain is not asked"


def test_one_list_with_two_namesakes_for_two_bodies() -> None:
    found = people(resolved(Minutes().person("Eva Grönvik", "Almby").person("Eva Grönvik", "Björkö")))
    assert len(found) == 2


def test_a_person_may_move() -> None:
    resolution = resolved(
        Minutes(date="2023-03-01").person("Jasmine Grönvik", "Region Norrdal", "utvecklingsledare"),
        Minutes(date="2024-03-01").person("Jasmine Grönvik", "Almby"),
    )
    assert list(people(resolution)) == ["official:jasmine-gronvik"]


def test_a_common_name_with_conflicting_roles_elsewhere_is_left_open() -> None:
    resolution = resolved(
        Minutes(date="2023-03-01").person("Anna Andersson", "Almby", "ordförande"),
        Minutes(date="2024-03-01").person("Anna Andersson", "Dalstad", "utredare"),
        Minutes(date="2025-03-01").person("Anna Andersson", "Almby", "ordförande"),
    )
    assert len(people(resolution)) == 2
    (pair,) = resolution.doubtful
    assert {Reason.COMMON_NAME, Reason.ROLE_CONFLICT, Reason.OTHER_REGION} <= set(pair.reasons_against)


def test_a_shortened_name_with_a_rival_is_left_open() -> None:
    resolution = resolved(
        Minutes(date="2024-03-01").person("Jonas Ekvall Sandgren", "Almby").person("Jonas Ekvall Bergvret", "Almby"),
        Minutes(date="2024-05-01").person("Jonas Ekvall", "Almby"),
    )
    assert len(people(resolution)) == 3
    assert len(doubts(resolution)) == 2
    assert all(Reason.SEVERAL_CANDIDATES in d.reasons_against for d in resolution.doubtful)


def test_a_shortened_name_of_another_body_is_left_open() -> None:
    resolution = resolved(
        Minutes("SAM", "2024-03-01").person("Jonas Ekvall Sandgren", "Almby"),
        Minutes("SAM", "2024-05-01").person("Jonas Ekvall", "Björkö"),
    )
    assert len(people(resolution)) == 2


def test_names_that_others_bear_too_are_no_slips() -> None:
    """Sundell and Sandell each stand with other first names: two families, not one with a slip."""
    resolution = resolved(
        Minutes(date="2024-03-01")
        .person("Eva Sundell", "Almby")
        .person("Karl Sundell", "Björkö")
        .person("Nils Sundell", "Cedervik"),
        Minutes(date="2024-05-01")
        .person("Eva Sandell", "Almby")
        .person("Berit Sandell", "Björkö")
        .person("Siv Sandell", "Cedervik"),
    )
    assert len(people(resolution)) == 6
    assert ("official:eva-sandell", "official:eva-sundell") in doubts(resolution)


def test_an_adjuster_named_short_is_the_one_of_the_list() -> None:
    minutes = Minutes().person("Jonas Ekvall Sandgren", "Almby")
    minutes.item(
        "3", "Val av justerare", decisions=[("appoint", "att utse Jonas Ekvall till justerare", ["Jonas Ekvall"], "justerare")]
    )
    resolution = resolved(minutes)
    document = minutes.build().id
    assert (
        resolution.of(document, "m0.i0.d0.t0")[0].entity
        == resolution.of(document, "m0.a0")[0].entity
        == "official:jonas-ekvall-sandgren"
    )


def test_near_spelling_in_running_text() -> None:
    minutes = Minutes().person("Åsa Vretholmig", "Region Norrdal", "Sjukhusdirektör")
    minutes.item("4", "Vårdplatser", text="Frågan lyftes av sjukhusdirektör Åsa Vretholming, som återkommer.")
    resolution = resolved(minutes)
    assert people(resolution) == {"official:asa-vretholmig": {"Åsa Vretholmig", "Åsa Vretholming"}}


def test_the_commonest_spelling_names_the_person() -> None:
    found = people(
        resolved(
            Minutes(date="2024-03-01").person("Cecilia Vredin", "Almby"),
            Minutes(date="2024-04-01").person("Cecilia Vrodin", "Almby"),
            Minutes(date="2024-05-01").person("Cecilia Vrodin", "Almby"),
        )
    )
    assert found == {"official:cecilia-vrodin": {"Cecilia Vredin", "Cecilia Vrodin"}}


def test_each_link_tells_why() -> None:
    minutes = [
        Minutes(date="2024-03-01").person("Eva Hjelmstrand", "Almby"),
        Minutes(date="2024-05-01").person("Eva Hjelmstrond", "Almby"),
    ]
    resolution = resolved(*minutes)
    links = [resolution.of(m.build().id, "m0.a0")[0] for m in minutes]
    assert {link.entity for link in links} == {"official:eva-hjelmstrand"}
    slip = next(link for link in links if link.score < 1.0)
    assert slip.decided_by is DecidedBy.RULE
    assert {Reason.SLIP, Reason.SAME_BODY} <= set(slip.evidence)


def test_judgements_outrank_rules() -> None:
    a, b = (
        Minutes(date="2024-03-01").person("Eva Hjelmstrand", "Almby"),
        Minutes(date="2024-05-01").person("Eva Hjelmstrond", "Almby"),
    )
    one, other = "eva hjelmstrand|municipality:9901", "eva hjelmstrond|municipality:9901"
    apart = resolved(a, b, judgements=[Judgement(Label.OFFICIAL, one, other, Verdict.DIFFERENT)])
    assert len(people(apart)) == 2
    assert not apart.doubtful, "what has been judged is not asked again"
    c = Minutes(date="2024-06-01").person("Evelina Grönvik", "Björkö")
    joined = resolved(a, b, c, judgements=[Judgement(Label.OFFICIAL, one, "evelina gronvik|municipality:9902", Verdict.SAME)])
    assert len(people(joined)) == 1
    judged = [link for m in (a, b, c) for link in joined.of(m.build().id, "m0.a0") if link.decided_by is DecidedBy.REVIEWER]
    assert len(judged) == 1


def test_any_order_gives_the_same() -> None:
    rng = random.Random(1)
    names = [
        "Eva Hjelmstrand",
        "Eva Hjelmstrond",
        "Eva Grönvik",
        "Eva Grönvik Hjelmstrand",
        "Anna Andersson",
        "Nils Vretholm",
        "Nils Vrethclm",
    ]
    documents = [
        Minutes(date=f"2024-{1 + k % 12:02}-{1 + k // 12:02}", kind=DocumentKind.MINUTES)
        .person(rng.choice(names), rng.choice(["Almby", "Björkö", None]), status=Status.UNKNOWN)
        .person(rng.choice(["Karl Modig", "Karl Modigh", "Siv Ekvall"]), "Cedervik")
        for k in range(30)
    ]
    of = ledgers(documents)
    first = resolve(of, lexicon())
    for _ in range(4):
        rng.shuffle(of)
        again = resolve(of, lexicon())
        assert again.entities == first.entities
        assert again.links == first.links
        assert again.doubtful == first.doubtful
        assert [again.signature(x.document) for x in of] == [first.signature(x.document) for x in of]
