"""Who presented an issue, on both engines."""

from __future__ import annotations

import datetime as dt

from graph.stores import Store
from queries import run
from tests.queries.graphs import TUT, journey

TODAY = dt.date(2025, 1, 1)


def test_one_row_per_person_and_item_as_spelled_there(store: Store) -> None:
    journey().write(store)
    answer = run(store, "presenters", {"topic": "tut"}, TODAY)
    rows = [(str(row.meeting.date), row.as_written, row.person.name, row.role, row.organisation) for row in answer.rows]
    assert rows == [
        ("2023-05-10", "Greta Ahl Berg", "Greta Åhl", "utredare", "Region Norrdal"),
        ("2024-03-15", "Ivar Bergdal", "Ivar Bergdal", "projektledare", None),
        ("2024-03-15", "Greta Åhl", "Greta Åhl", "utredare", None),
    ]
    assert len({row.person.id for row in answer.rows}) == 2
    assert all(source.words and row.as_written in source.words for row in answer.rows for source in row.sources)
    assert answer.finding == "TUT har föredragits av 2 personer i 2 ärendepunkter: Greta Åhl och Ivar Bergdal."
    assert answer.notes == ["1 ärendepunkt nämner ingen föredragande."]


def test_same_presentation_from_two_documents_is_one_row(store: Store) -> None:
    graph = journey()
    copy = graph.document("e5", "kopia.txt")
    line = graph.passage(copy, 10, "Greta Ahl Berg")
    graph.fact("official:greta-ahl", "PRESENTED", "item:vr:2023-05-10:6", copy, line, role="utredare")
    graph.write(store)
    rows = run(store, "presenters", {"topic": TUT}, TODAY).rows
    assert len(rows) == 3
    assert [source.file for source in rows[0].sources] == ["kopia.txt", "vr-2023.txt"]


def test_period_and_none(store: Store) -> None:
    journey().write(store)
    answer = run(store, "presenters", {"topic": TUT, "since": "2024-04-01"}, TODAY)
    assert (answer.rows, answer.finding) == ([], "Ingen föredragande är känd för TUT.")
    assert answer.notes == ["1 ärendepunkt nämner ingen föredragande."]
