"""What was sent on in the real documents, and what is known to have come back (see tests/test_seeds.py)."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from graph.arrivals import HopState
from graph.movement import Kind, Reason, Status
from queries import entities
from queries.follow_up import FollowUpRow
from queries.stalled import StalledFinding
from queries.trace import HopKind
from tests.test_seeds import SEEDS, Read, seeds  # noqa: F401 - the fixture

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir() and os.environ.get("ARENDEGANG_REQUIRE_SEEDS") != "1",
    reason="the real documents (../shared/seeds) are not here",
)


def ledger(store: Read, **parameters: str) -> list[FollowUpRow]:
    return list(store.ask("follow-up", **parameters).rows)


def test_recommendation_of_2020_with_its_report_back(seeds: Read) -> None:  # noqa: F811
    (row,) = [
        row
        for row in ledger(seeds, forum="VFR", who="LCHNV")
        if row.kind is Kind.RECOMMENDS and row.meeting.date == dt.date(2020, 3, 11)
    ]
    assert "Styrgrupp" in (row.what or "")
    assert (row.due, row.due_basis, row.expected_in.short) == (dt.date(2020, 6, 17), "stated", "VFR")
    assert (row.status, row.reason, row.answer, row.possible) == (Status.OPEN, Reason.MINUTES_MISSING, None, [])
    assert [one.name for one in row.missing] == ["VFR 2020-06-17"]
    assert "protokollet finns inte i lagret" in row.text
    assert row.waited_days == (dt.date(2026, 7, 1) - dt.date(2020, 3, 11)).days
    words = " ".join(" ".join((source.words or "").split()) for source in row.sources)
    assert "återrapporteras på nästa Välfärdsråd den 17 juni 2020" in words
    assert "rekommendera Länsnätverket för förvaltningschefer" in words


def test_promised_report_back_of_2020_is_a_row_of_its_own(seeds: Read) -> None:  # noqa: F811
    (row,) = [row for row in ledger(seeds) if row.kind is Kind.REPORTS_BACK_TO and row.due == dt.date(2020, 6, 17)]
    assert (row.to.name, row.status, row.reason) == ("VFR", Status.OPEN, Reason.MINUTES_MISSING)


def test_two_referrals_of_2020(seeds: Read) -> None:  # noqa: F811
    rows = [row for row in ledger(seeds, forum="VFR") if row.kind is Kind.REFERRED_TO and row.item == "item:vfr:2020-03-11:4"]
    named = {(row.to.name, row.due, row.status, row.reason) for row in rows if row.to.meeting}
    assert named == {
        ("LCHNV", dt.date(2020, 4, 3), Status.OPEN, Reason.MINUTES_MISSING),
        ("VFR", dt.date(2020, 6, 17), Status.OPEN, Reason.MINUTES_MISSING),
    }
    assert not any(row.to.meeting.recorded for row in rows if row.to.meeting)


def test_next_meeting_in_june_is_worked_out_from_the_forums_meetings(seeds: Read) -> None:  # noqa: F811
    rows = [row for row in ledger(seeds) if row.due_words == "nästkommande VFR i juni"]
    assert [(row.due, row.due_basis) for row in rows] == [(dt.date(2020, 6, 17), "inferred")]


def test_three_assignments_of_rss(seeds: Read) -> None:  # noqa: F811
    rows = [row for row in ledger(seeds, who="RSS") if row.kind is Kind.ASSIGNS]
    assert sorted((row.number, (row.what or "").split()[0]) for row in rows) == [
        ("5a", "komplettera"),
        ("5b", "rekrytera"),
        ("5b", "undersöka"),
    ]
    assert {(row.meeting.name, row.from_.short, row.status) for row in rows} == {("LCHNV 2026-05-22", "LCHNV", Status.OPEN)}
    assert {row.item for row in ledger(seeds, who="RSS", status="open")} == {row.item for row in rows}


def test_what_spak_is_waiting_for_is_told_apart(seeds: Read) -> None:  # noqa: F811
    rows = [row for row in ledger(seeds, forum="VFR") if row.item == "item:vfr:2026-06-11:6a"]
    assert {(row.kind.value, row.to.name, row.to.count, row.status) for row in rows} == {
        ("RECOMMENDS", "Region Dalarna", 1, Status.OPEN),
        ("RECOMMENDS", "kommunerna", 15, Status.OPEN),
        ("RECOMMENDS", "LCHNV", 1, Status.SILENT),
        ("PETITIONS", "LCHNV", 1, Status.SILENT),
    }


def test_report_back_in_autumn_has_no_minutes_to_show_in(seeds: Read) -> None:  # noqa: F811
    (row,) = [row for row in ledger(seeds) if row.item == "item:vfr:2025-04-24:7"]
    assert (row.due, row.due_basis, row.due_words) == (dt.date(2025, 11, 30), "inferred", "till hösten")
    assert (row.status, [one.name for one in row.missing]) == (Status.OPEN, ["VFR 2025-09-11", "VFR 2025-11-20"])


def test_every_row_quotes_the_document(seeds: Read) -> None:  # noqa: F811
    texts = {
        row["id"]: entities.document(seeds.store, row["id"]).text
        for row in seeds.store.read("MATCH (d:Document) RETURN d.id AS id")
    }
    for question, parameters in (
        ("follow-up", {}),
        ("stalled", {}),
        ("flows", {}),
        ("as-of", {"date": "2026-06-30", "topic": "SPAK"}),
    ):
        rows = seeds.ask(question, **parameters).rows
        assert rows
        for row in rows:
            assert row.sources, (question, row)
            for source in row.sources:
                assert texts[source.document][source.start : source.end] == source.words


def test_regional_action_plan_from_assignment_to_approval_with_an_addition(seeds: Read) -> None:  # noqa: F811
    answer = seeds.ask("trace", topic="God och nära vård", since="2025-01-01")
    items = {row.item.id: row.item for row in answer.rows if row.item}
    ids = list(items)
    steps = (
        "item:lchnv:2025-03-14:~uppdrag-regional-handlingsplan",
        "item:lchnv:2025-11-21:~aktuellt-lage-uppdrag-regional-handlingsplan",
        "item:lchnv:2026-05-22:4b",
        "item:vfr:2026-06-11:7a",
    )
    assert [ids.index(step) for step in steps] == sorted(ids.index(step) for step in steps)
    assert items[steps[0]].labels == ["beslut"]
    adopted = [one for one in items[steps[2]].decisions if one.kind == "adopt"]
    assert any("regionala handlingsplanen" in one.text for one in adopted)
    (approved,) = [one for one in items[steps[3]].decisions if one.kind == "approve"]
    assert "tillägg" in approved.text
    plans = [{report.id for report in items[step].reports if "handlingsplan" in report.id} for step in steps[2:]]
    assert plans[0] == plans[1] != set()
    (hop,) = [row.hop for row in answer.rows if row.hop and row.hop.arrived and row.hop.arrived.item == steps[3]]
    assert (hop.kind, hop.from_.short, hop.to.name) == (HopKind.FOLLOWED_BY, "LCHNV", "VFR")


def test_aktivitetskravet_goes_from_lchnv_to_vfr(seeds: Read) -> None:  # noqa: F811
    answer = seeds.ask("trace", topic="Aktivitetskravet")
    (hop,) = [row.hop for row in answer.rows if row.hop]
    assert (hop.kind, hop.basis, hop.from_.short, hop.to.name, hop.state) == (
        HopKind.FOLLOWED_BY, "inferred", "LCHNV", "VFR", HopState.ARRIVED,
    )  # fmt: skip
    assert hop.arrived is not None
    assert hop.arrived.item == "item:vfr:2026-06-11:6b"


def test_stalled_tells_what_was_not_taken_up_from_what_cannot_be_known(seeds: Read) -> None:  # noqa: F811
    rows = seeds.ask("stalled", **{"from": "VFR", "to": "LCHNV"}).rows
    assert {(row.kind.value, row.item, row.finding) for row in rows} == {
        ("RECOMMENDS", "item:vfr:2020-03-11:3", StalledFinding.MINUTES_MISSING),
        ("REFERRED_TO", "item:vfr:2020-03-11:4", StalledFinding.MINUTES_MISSING),
        ("REFERRED_TO", "item:vfr:2020-03-11:5", StalledFinding.MINUTES_MISSING),
        ("RECOMMENDS", "item:vfr:2026-06-11:6a", StalledFinding.NO_LATER_MINUTES),
        ("PETITIONS", "item:vfr:2026-06-11:6a", StalledFinding.NO_LATER_MINUTES),
    }
    first = rows[0]
    assert [one.name for one in first.looked_in] == ["LCHNV 2026-05-22"]
    assert "LCHNV 2020-04-03" in [one.name for one in first.missing]


def test_flows_between_two_forums(seeds: Read) -> None:  # noqa: F811
    rows = seeds.ask("flows", between="VFR", **{"and": "LCHNV"}).rows
    counted = {(row.from_.short, row.to.short, row.kind, row.year): row.count for row in rows if row.basis == "stated"}
    assert counted == {
        ("VFR", "LCHNV", "RECOMMENDS", 2020): 1,
        ("VFR", "LCHNV", "REFERRED_TO", 2020): 2,
        ("VFR", "LCHNV", "RECOMMENDS", 2026): 1,
        ("VFR", "LCHNV", "PETITIONS", 2026): 1,
    }


def test_state_before_the_last_meeting_knows_nothing_of_it(seeds: Read) -> None:  # noqa: F811
    answer = seeds.ask("as-of", date="2026-06-01", topic="SPAK")
    assert {row.meeting.name for row in answer.rows} == {"VFR 2025-04-24", "LCHNV 2026-05-22"}
    assert [row.aspect for row in answer.rows if row.aspect == "sent"] == []
    after = seeds.ask("as-of", date="2026-06-11", topic="SPAK")
    assert len([row for row in after.rows if row.aspect == "sent"]) == 4


def test_minutes_referred_to_are_meetings_without_a_record(seeds: Read) -> None:  # noqa: F811
    known = {row.meeting.name: row.meeting.recorded for row in seeds.ask("meetings").rows}
    assert not any(known[name] for name in ("VFR 2019-10-23", "LCHNV 2020-02-07", "LCHNV 2026-03-20", "VFR 2026-04-09"))
    cited = seeds.store.read(
        "MATCH (i:AgendaItem)-[c:CITES]->(m:Meeting) RETURN i.id AS item, m.id AS meeting, c.passages AS passages"
    )
    assert ("item:vfr:2026-06-11:4", "meeting:vfr:2026-04-09") in {(row["item"], row["meeting"]) for row in cited}
    assert all(row["passages"] for row in cited)
