"""The small questions (topics, meetings, decisions) and what all questions have in common, on both engines."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.errors import InputError
from graph.stores import Store
from queries import MissingParameterError, UnknownQueryError, catalogue, run
from queries.asking import ParameterError
from queries.catalogue import ParameterKind
from tests.queries.graphs import HEM, TUT, journey

TODAY = dt.date(2025, 1, 1)


def test_topics(store: Store) -> None:
    journey().write(store)
    answer = run(store, "topics", {}, TODAY)
    (row,) = answer.rows
    assert (row.topic.short, row.items, row.forums) == ("TUT", 3, ["CHR", "VR"])
    assert (row.first, row.last) == (dt.date(2023, 5, 10), dt.date(2024, 4, 10))
    assert row.sources[-1].words == "TUT – delrapport"
    assert answer.finding == "1 ärende, 1 av dem i flera forum."
    assert run(store, "topics", {"forum": "NVN"}, TODAY).rows == []


def test_a_topic_names_what_it_is_a_part_of_with_the_words(store: Store) -> None:
    graph = journey()
    said = graph.passage("document:c3", 600, "TUT är en del av hemtagningen i norra länsdelen")
    graph.fact(TUT, "PART_OF", HEM, "document:c3", said)
    again = graph.passage("document:a1", 600, "TUT inom hemtagningen")
    graph.fact(TUT, "PART_OF", HEM, "document:a1", again)
    graph.write(store)
    (row,) = run(store, "topics", {}, TODAY).rows
    assert [(whole.id, whole.short) for whole in row.part_of] == [(HEM, "Hemtagning i norra länsdelen")]
    words = [source.words for source in row.sources]
    assert "TUT är en del av hemtagningen i norra länsdelen" in words
    assert "TUT inom hemtagningen" in words


def test_meetings_latest_first_each_once(store: Store) -> None:
    graph = journey()
    graph.meeting("forum:nvn", "2024-05-01", "document:c3", recorded=False, place="Alby")
    graph.write(store)
    answer = run(store, "meetings", {}, TODAY)
    assert [(row.meeting.name, row.items, row.decisions, row.meeting.recorded) for row in answer.rows] == [
        ("NVN 2024-05-01", 0, 0, False),
        ("VR 2024-04-10", 1, 2, True),
        ("CHR 2024-03-15", 1, 0, True),
        ("VR 2023-05-10", 1, 1, True),
    ]
    assert {source.file for source in answer.rows[3].sources} == {"arsrapport-2023.pdf", "vr-2023.txt"}
    assert answer.finding == "4 möten är kända, 3 med protokoll i lagret."
    assert [row.meeting.name for row in run(store, "meetings", {"forum": "VR", "since": "2024-01-01"}, TODAY).rows] == [
        "VR 2024-04-10"
    ]


def test_decisions(store: Store) -> None:
    journey().write(store)
    rows = run(store, "decisions", {}, TODAY).rows
    assert [(row.meeting.name, row.kind) for row in rows] == [
        ("VR 2024-04-10", "recommend"),
        ("VR 2024-04-10", "petition"),
        ("VR 2023-05-10", "table"),
    ]
    assert rows[1].sources[0].words == "att tillskriva CHR att arbetet får en ledare"
    chosen = run(store, "decisions", {"topic": "TUT", "forum": "VR", "kind": "petition"}, TODAY)
    assert [row.kind for row in chosen.rows] == ["petition"]
    assert chosen.finding == "1 beslut, VR, TUT: tillskriva."
    assert chosen.finding_en == "1 decision, VR, TUT: petition."


def test_empty_store_answers_every_question_without_required_parameters(store: Store) -> None:
    for name, query in catalogue().items():
        if not any(parameter.required for parameter in query.parameters):
            assert run(store, name, {}, TODAY).rows == []


def test_catalogue_is_complete() -> None:
    assert list(catalogue())[:3] == ["trace", "never-attended", "presenters"]
    for name, query in catalogue().items():
        assert query.name == name
        assert "sources" in query.row.model_fields
        assert query.title
        assert query.title_en
        names = [parameter.name for parameter in query.parameters]
        assert len(set(names)) == len(names)
        for example in query.examples:
            assert set(example) <= set(names)
            assert all(p.name in example for p in query.parameters if p.required)
        for parameter in query.parameters:
            assert (parameter.kind is ParameterKind.CHOICE) == bool(parameter.choices)


def test_wrong_parameters_are_named(store: Store) -> None:
    with pytest.raises(UnknownQueryError, match="Menade du trace") as unknown:
        run(store, "tracee", {}, TODAY)
    assert unknown.value.suggestion == "trace"
    with pytest.raises(MissingParameterError, match="behöver topic"):
        run(store, "trace", {"topic": " "}, TODAY)
    with pytest.raises(ParameterError, match="ingen parameter ”colour”"):
        run(store, "topics", {"colour": "x"}, TODAY)
    with pytest.raises(ParameterError, match="är inget datum"):
        run(store, "meetings", {"since": "igår"}, TODAY)
    with pytest.raises(ParameterError, match="Välj bland: open") as choice:
        run(store, "decisions", {"kind": "x"}, TODAY)
    assert choice.value.message_en == "“x” is not a choice (kind)."
    assert issubclass(ParameterError, InputError)


@pytest.mark.parametrize(
    "question", [name for name, query in catalogue().items() if "until" in {p.name for p in query.parameters}]
)
def test_period_that_ends_before_it_begins_is_an_input_error(store: Store, question: str) -> None:
    days = {"topic": "TUT", "since": "2026-01-01", "until": "2024-01-01"}
    asked = {name: text for name, text in days.items() if name in {p.name for p in catalogue()[question].parameters}}
    with pytest.raises(ParameterError, match=r"since \(2026-01-01\) är efter until \(2024-01-01\)") as wrong:
        run(store, question, asked, TODAY)
    assert wrong.value.message_en == "since (2026-01-01) is after until (2024-01-01)."


def test_period_of_one_day_is_a_period(store: Store) -> None:
    journey().write(store)
    run(store, "meetings", {"since": "2024-01-01", "until": "2024-01-01"}, TODAY)
