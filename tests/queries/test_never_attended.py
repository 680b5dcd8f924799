"""Attendance of municipalities, on both engines: unknown is not absent, and what contradicts itself is not counted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from graph.stores import Store
from queries import run
from queries.never_attended import AttendanceStatus, combine
from tests.queries.graphs import VR, GraphBuilder, entities, municipality

TODAY = dt.date(2025, 1, 1)


def attend(graph: GraphBuilder, meeting: str, document: str, start: int, **statuses: str) -> None:
    for place, (name, status) in enumerate(statuses.items()):
        words = graph.passage(document, start + 40 * place, f"{name}: {status}")
        graph.fact(municipality(name), "ATTENDANCE", meeting, document, words, status=status, reason=f"står {status}")


@pytest.fixture
def graph() -> GraphBuilder:
    """Three recorded meetings and one told of elsewhere; Byske is not mentioned anywhere."""
    graph = entities()
    first, second, third = (graph.document(d, f"vr-{d}.txt") for d in ("a1", "b2", "c3"))
    report = graph.document("d4", "rapport.txt", kind="report")
    held = graph.meeting(VR, "2020-03-11", first)
    attend(graph, held, first, 100, Ådal="absent", Alby="present", Önne="conflicting", Ärlinge="absent")
    both = graph.passage(first, 900, "Önne var inte representerad")
    properties = next(e[3] for e in graph.edges if e[1] == "ATTENDANCE" and e[3]["status"] == "conflicting")
    properties["passages"].append(both)
    held = graph.meeting(VR, "2021-04-24", second)
    attend(graph, held, second, 100, Ådal="unknown", Alby="unknown", Önne="unknown", Ärlinge="unknown", Zinkmo="unknown")
    held = graph.meeting(VR, "2022-06-11", third)
    attend(graph, held, third, 100, Ådal="absent", Alby="absent", Önne="present", Zinkmo="absent", Ärlinge="present")
    graph.meeting(VR, "2022-09-01", report, recorded=False)
    return graph


def ask(store: Store, graph: GraphBuilder, question: str = "never-attended") -> Any:
    graph.write(store)
    return run(store, question, {"forum": "vr"}, TODAY)


def test_never_known_to_attend_and_conflicting_beside(store: Store, graph: GraphBuilder) -> None:
    answer = ask(store, graph)
    rows = [(row.municipality.name, row.finding, row.present, row.known, row.unknown, row.not_mentioned) for row in answer.rows]
    assert rows == [
        ("Ådal", "never", 0, 2, 1, 0),
        ("Zinkmo", "never", 0, 1, 1, 1),
        ("Önne", "conflicting", 1, 1, 1, 0),
    ]
    assert [row.text for row in answer.rows] == [
        "0 av 2 kända möten, 1 okänt",
        "0 av 1 känt möte, 1 okänt, 1 där kommunen inte nämns",
        "1 av 1 känt möte, 1 okänt, 1 motsägande",
    ]
    assert answer.rows[0].text_en == "0 of 2 known meetings, 1 unknown"
    assert answer.finding == "Ådal och Zinkmo har ingen känd närvaro vid VR (3 protokollförda möten)."


def test_notes_tell_what_was_not_counted(store: Store, graph: GraphBuilder) -> None:
    assert ask(store, graph).notes == [
        "Uppgifterna om Önne 2020-03-11 motsäger varandra och räknas inte.",
        "1 möte räknas inte, eftersom protokollet inte finns i lagret: 2022-09-01.",
        "Inget protokoll säger något om Byske.",
    ]


def test_conflict_keeps_both_passages(store: Store, graph: GraphBuilder) -> None:
    row = next(row for row in ask(store, graph).rows if row.finding == "conflicting")
    said = next(one for one in row.detail if one.status is AttendanceStatus.CONFLICTING)
    assert [source.words for source in said.sources] == ["Önne: conflicting", "Önne var inte representerad"]


def test_detail_has_every_recorded_meeting_with_words(store: Store, graph: GraphBuilder) -> None:
    zinkmo = next(row for row in ask(store, graph).rows if row.municipality.name == "Zinkmo")
    assert [(str(one.meeting.date), one.status.value) for one in zinkmo.detail] == [
        ("2020-03-11", "not-mentioned"),
        ("2021-04-24", "unknown"),
        ("2022-06-11", "absent"),
    ]
    assert [source.words for source in zinkmo.detail[2].sources] == ["Zinkmo: absent"]
    assert zinkmo.detail[0].sources[0].file == "vr-a1.txt"
    assert {source.words for source in zinkmo.sources} == {"Zinkmo: unknown", "Zinkmo: absent"}


def test_second_document_of_a_meeting_adds_no_meeting_but_its_statements(store: Store, graph: GraphBuilder) -> None:
    copy = graph.document("e5", "vr-kopia.txt")
    held = graph.meeting(VR, "2021-04-24", copy)
    attend(graph, held, copy, 100, Ådal="present", Zinkmo="unknown")
    answer = ask(store, graph)
    assert [row.municipality.name for row in answer.rows if row.finding == "never"] == ["Zinkmo"]
    zinkmo = answer.rows[0]
    assert (zinkmo.known, zinkmo.unknown, zinkmo.not_mentioned) == (1, 1, 1)
    assert len(zinkmo.detail[1].sources) == 2


def test_forum_where_nothing_is_known_of_a_municipality(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    attend(graph, graph.meeting(VR, "2020-03-11", document), document, 50, Alby="unknown")
    answer = ask(store, graph)
    assert [(row.municipality.name, row.text) for row in answer.rows] == [("Alby", "0 av 0 kända möten, 1 okänt")]
    assert answer.finding == "För Alby är närvaron helt okänd (1 protokollfört möte)."


def test_forum_without_minutes(store: Store) -> None:
    answer = ask(store, entities())
    assert (answer.rows, answer.finding) == ([], "Lagret har inga protokoll från VR.")


def test_matrix_has_every_municipality_in_swedish_order(store: Store, graph: GraphBuilder) -> None:
    answer = ask(store, graph, "attendance")
    assert [row.municipality.name for row in answer.rows] == ["Alby", "Zinkmo", "Ådal", "Ärlinge", "Önne"]
    assert {len(row.detail) for row in answer.rows} == {3}
    assert answer.finding == "VR: 5 kommuner vid 3 protokollförda möten."


@pytest.mark.parametrize(
    ("statuses", "together"),
    [
        (["present", "absent"], "conflicting"),
        (["unknown", "present"], "present"),
        (["unknown", "absent", "absent"], "absent"),
        (["conflicting", "present"], "conflicting"),
        (["unknown"], "unknown"),
    ],
)
def test_statuses_of_several_documents(statuses: list[str], together: str) -> None:
    assert combine(statuses) == together
