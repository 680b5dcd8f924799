"""The state of an issue on a day, on both engines."""

from __future__ import annotations

import datetime as dt

from graph.movement import Status
from graph.stores import Store
from queries import run
from queries.as_of import Aspect
from tests.queries.following import SENT, TODAY, sent_on


def test_only_meetings_up_to_the_day_count(store: Store) -> None:
    sent_on().write(store)
    answer = run(store, "as-of", {"date": "2024-03-15", "topic": "TUT"}, TODAY)
    assert {row.meeting.name for row in answer.rows} == {"VR 2024-03-01"}
    assert [row.aspect for row in answer.rows if row.aspect is Aspect.LATEST] == [Aspect.LATEST]
    sent = {(row.kind, row.to.name): row for row in answer.rows if row.to}
    assert {row.status for row in sent.values()} == {Status.OPEN, Status.SILENT}
    assert sent["RECOMMENDS", "CHR"].waited_days == 14
    assert answer.finding == (
        "TUT 2024-03-15: 1 ärendepunkt i VR, senast VR 2024-03-01; av det som skickats vidare: 4 öppna och 1 går inte att veta."
    )


def test_what_came_later_changes_the_state(store: Store) -> None:
    sent_on().write(store)
    rows = run(store, "as-of", {"date": "2024-05-10", "topic": "TUT"}, TODAY).rows
    assert [row.meeting.name for row in rows if row.aspect is Aspect.LATEST] == ["VR 2024-05-10", "CHR 2024-04-10"]
    decided = [(row.kind, row.meeting.name) for row in rows if row.aspect is Aspect.DECIDED]
    assert decided[0] == ("table", "VR 2024-05-10")
    assert len(decided) == 4
    sent = {(row.kind, row.to.name): row.status for row in rows if row.to}
    assert sent["ASSIGNS", "Utvecklingsenheten"] is Status.ANSWERED
    assert sent["RECOMMENDS", "CHR"] is Status.ANSWERED
    assert sent["REPORTS_BACK_TO", "VR"] is Status.OPEN


def test_before_the_issue_came_up(store: Store) -> None:
    sent_on().write(store)
    answer = run(store, "as-of", {"date": "2023-01-01", "topic": "TUT"}, TODAY)
    assert answer.rows == []
    assert answer.finding == "TUT hade inte kommit upp i något känt möte till och med 2023-01-01."


def test_missing_minutes_are_named_once_their_day_has_passed(store: Store) -> None:
    sent_on().write(store)
    answer = run(store, "as-of", {"date": "2024-11-30", "topic": "TUT"}, TODAY)
    assert "Protokollet finns inte i lagret: VR 2024-09-12." in answer.notes
    assert {row.item for row in answer.rows if row.aspect is Aspect.SENT} == {SENT}
    assert all(row.sources for row in answer.rows)


def test_day_to_come_is_as_today(store: Store) -> None:
    sent_on().write(store)
    answer = run(store, "as-of", {"date": "2030-01-01", "topic": "TUT"}, TODAY)
    assert {row.waited_days for row in answer.rows if row.waited_days is not None} == {(TODAY - dt.date(2024, 3, 1)).days}
    assert f"Bara möten till och med 2030-01-01 är räknade, och väntetiden till {TODAY}." in answer.notes
