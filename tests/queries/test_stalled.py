"""What was never taken up, on both engines."""

from __future__ import annotations

import datetime as dt

from graph.stores import Store
from queries import run
from queries.stalled import StalledFinding
from tests.queries.following import BUSES, SENT, TODAY, sent_on
from tests.queries.graphs import CHR, NVN, TUT, VR


def test_no_later_minutes_are_told_apart_from_silence(store: Store) -> None:
    graph = sent_on()
    words = graph.passage("document:a1", 500, "Frågan remitteras till CHR.")
    graph.fact(BUSES, "REFERRED_TO", CHR, "document:a1", words, target="CHR")
    graph.write(store)
    answer = run(store, "stalled", {}, TODAY)
    assert [(row.item, row.to.name, row.finding) for row in answer.rows] == [
        (BUSES, "CHR", StalledFinding.NEVER_TAKEN_UP),
        (BUSES, "NVN", StalledFinding.NO_LATER_MINUTES),
    ]
    assert [one.name for one in answer.rows[0].looked_in] == ["CHR 2024-04-10"]
    assert answer.rows[1].looked_in == []
    assert answer.finding == (
        "1 sak har skickats till ett forum vars senare protokoll inte tar upp det; om 1 till går det inte att veta."
    )
    assert "Lagret har inga senare protokoll från NVN" in answer.notes[0]
    assert all(row.sources for row in answer.rows)


def test_what_was_taken_up_is_not_stalled(store: Store) -> None:
    sent_on().write(store)
    assert SENT not in {row.item for row in run(store, "stalled", {"to": "CHR"}, TODAY).rows}


def test_known_meetings_without_minutes_are_named(store: Store) -> None:
    graph = sent_on()
    graph.meeting(NVN, "2024-06-01", "document:a1", recorded=False)
    graph.write(store)
    (row,) = run(store, "stalled", {"to": "NVN"}, TODAY).rows
    assert (row.finding, [one.name for one in row.missing]) == (StalledFinding.NO_LATER_MINUTES, ["NVN 2024-06-01"])
    assert row.text == "Lagret har inga senare protokoll från NVN. Protokoll saknas från NVN 2024-06-01."


def test_meeting_that_was_named_without_minutes_is_not_silence(store: Store) -> None:
    graph = sent_on()
    words = graph.passage("document:a1", 500, "Frågan behandlas vid CHR:s möte den 20 mars.")
    graph.fact(BUSES, "REFERRED_TO", CHR, "document:a1", words, target="CHR", due=dt.date(2024, 3, 20))
    graph.meeting(CHR, "2024-03-20", "document:a1", recorded=False)
    graph.write(store)
    answer = run(store, "stalled", {"to": "CHR"}, TODAY)
    (row,) = answer.rows
    assert (row.finding, [one.name for one in row.looked_in]) == (StalledFinding.MINUTES_MISSING, ["CHR 2024-04-10"])
    assert row.text == (
        "Protokollet från den tid då det skulle upp i CHR finns inte i lagret, och senare protokoll tar inte upp det. "
        "Protokoll saknas från CHR 2024-03-20."
    )
    assert answer.finding == "Om 1 sak som skickats till ett forum går det inte att veta om det togs upp där."


def test_time_of_which_no_minutes_are_left_is_not_silence(store: Store) -> None:
    graph = sent_on()
    words = graph.passage("document:a1", 500, "Frågan remitteras till NVN.")
    graph.fact(BUSES, "REFERRED_TO", NVN, "document:a1", words, target="NVN")
    graph.meeting(NVN, "2024-06-01", "document:a1", recorded=False)
    graph.meeting(NVN, "2026-06-01", graph.document("z9", "nvn-2026.txt"))
    graph.write(store)
    (row,) = run(store, "stalled", {"to": "NVN"}, dt.date(2026, 7, 1)).rows
    assert (row.finding, [one.name for one in row.missing]) == (StalledFinding.MINUTES_MISSING, ["NVN 2024-06-01"])


def test_filters(store: Store) -> None:
    sent_on().write(store)
    assert run(store, "stalled", {"topic": TUT}, TODAY).rows == []
    assert len(run(store, "stalled", {"from": VR}, TODAY).rows) == 1
    assert run(store, "stalled", {"from": CHR}, TODAY).rows == []
