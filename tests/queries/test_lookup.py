"""Finding what a person means, on both engines."""

from __future__ import annotations

import pytest

from graph.stores import Store
from queries.catalogue import ParameterKind
from queries.lookup import AmbiguousNameError, UnknownNameError, find, search
from tests.queries.graphs import REGION, TUT, VR, entities, journey, municipality


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("VR", ParameterKind.FORUM, VR),
        ("välmåenderådet", ParameterKind.FORUM, VR),
        ("VALMAENDERADET", ParameterKind.FORUM, VR),
        ("Vällmåenderådet", ParameterKind.FORUM, VR),
        ("Välmåenderådets", ParameterKind.FORUM, VR),
        ("välmående rådet", ParameterKind.FORUM, VR),
        ("forum:vr", ParameterKind.FORUM, VR),
        ("tut", ParameterKind.TOPIC, TUT),
        ("utskrivning", ParameterKind.TOPIC, TUT),
        ("Arlinge", ParameterKind.MUNICIPALITY, municipality("Ärlinge")),
        ("ärlinge kommun", ParameterKind.BODY, municipality("Ärlinge")),
        ("Regionen", ParameterKind.BODY, REGION),
        ("Greta Ahl", ParameterKind.OFFICIAL, "official:greta-ahl"),
        ("Greta", ParameterKind.OFFICIAL, "official:greta-ahl"),
    ],
)
def test_found_by_any_name(store: Store, text: str, kind: ParameterKind, expected: str) -> None:
    entities().write(store)
    assert find(store, text, kind).id == expected


def test_several_are_listed(store: Store) -> None:
    entities().write(store)
    with pytest.raises(AmbiguousNameError) as error:
        find(store, "Bergdal", ParameterKind.OFFICIAL)
    assert [found.id for found in error.value.candidates] == ["official:ivar-bergdal", "official:sixten-bergdal"]
    assert "Sixten Bergdal, Önne (official:sixten-bergdal)" in str(error.value)
    with pytest.raises(AmbiguousNameError) as error:
        find(store, "kommunstyrelsen", ParameterKind.FORUM)
    assert "Kommunstyrelsen, Alby kommun (forum:kommunstyrelsen-alby)" in str(error.value)
    assert "Give the whole name or the id" in (error.value.remedy_en or "")


def test_none_suggests_the_nearest(store: Store) -> None:
    entities().write(store)
    with pytest.raises(UnknownNameError) as error:
        find(store, "Välmåndrådet", ParameterKind.FORUM)
    assert error.value.suggestions[0].id == VR
    assert "Närmast: VR (Välmåenderådet)" in str(error.value)
    with pytest.raises(UnknownNameError, match=r"Det finns: CHR \(Chefsrådet\), .*VR \(Välmåenderådet\)\.") as listed:
        find(store, "qxqxqx", ParameterKind.FORUM)
    assert listed.value.suggestions == ()


def test_none_near_among_many(store: Store) -> None:
    graph = entities()
    for n in range(20):
        graph.entity(f"forum:namnd-{n}", f"Nämnd {n}")
    graph.write(store)
    with pytest.raises(UnknownNameError, match="Inget namn i lagret ligger nära"):
        find(store, "qxqxqx", ParameterKind.FORUM)


def test_kind_limits_what_is_found(store: Store) -> None:
    entities().write(store)
    with pytest.raises(UnknownNameError):
        find(store, "Alby", ParameterKind.TOPIC)


def test_empty_store_says_what_to_do(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="läs in dokument") as error:
        find(store, "TUT", ParameterKind.TOPIC)
    assert error.value.suggestions == ()


def test_punctuation_alone_is_no_name(store: Store) -> None:
    entities().write(store)
    with pytest.raises(UnknownNameError):
        find(store, "–", ParameterKind.FORUM)


def test_search_finds_entities_meetings_and_items(store: Store) -> None:
    journey().write(store)
    hits = search(store, "tut")
    assert [(hit.label, hit.id) for hit in hits] == [
        ("Topic", TUT),
        ("Report", "report:delrapport-tut-2024"),
        ("AgendaItem", "item:vr:2024-04-10:6a"),
        ("AgendaItem", "item:chr:2024-03-15:6c"),
        ("AgendaItem", "item:vr:2023-05-10:6"),
    ]
    assert [hit.id for hit in search(store, "välmående 2024")] == ["meeting:vr:2024-04-10"]
    assert [hit.id for hit in search(store, "laget")] == ["item:vr:2023-05-10:6"]
    assert [hit.label for hit in search(store, "bergdal")] == ["Official", "Official"]
    assert len(search(store, "a", limit=3)) == 3


def test_search_suggests_when_nothing_fits(store: Store) -> None:
    entities().write(store)
    assert search(store, "Chefsradett")[0].id == "forum:chr"
    assert search(store, "  ") == []
    assert search(store, ".*") == []


def test_search_text_is_no_pattern(store: Store) -> None:
    journey().write(store)
    assert search(store, "(a+)+$ [") == search(store, "a")
