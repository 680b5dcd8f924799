"""Real documents, from file to answer, on every engine: the three questions must come out as a reader of the papers would say.

The documents lie beside the checkout (../shared/seeds) and are not part of it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.cli import main
from graph.arrivals import HopState
from graph.stores import Store, open_store
from ingest.job import ingest
from ingest.outcomes import IngestReport, Outcome
from queries import entities, run
from queries.catalogue import Answer
from queries.lookup import search
from queries.trace import HopKind, TraceHop
from tests.neo4j_server import Server, servers

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
TODAY = dt.date(2026, 7, 1)

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir() and os.environ.get("ARENDEGANG_REQUIRE_SEEDS") != "1",
    reason="the real documents (../shared/seeds) are not here",
)


@dataclass(frozen=True)
class Read:
    """A store with the documents in it."""

    address: str
    store: Store
    report: IngestReport

    def ask(self, question: str, **parameters: str) -> Answer:
        return run(self.store, question, parameters, TODAY)


@pytest.fixture(scope="module", params=["kglite", *servers()])
def seeds(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, neo4j_server: Callable[[str], Server]
) -> Iterator[Read]:
    if request.param == "kglite":
        address = str(tmp_path_factory.mktemp("seeds") / "seeds.store")
    else:
        address = neo4j_server(request.param).address
        empty(address)
    writer = open_store(address, mode="write")
    report = ingest([SEEDS], writer)
    writer.close()
    reader = open_store(address, mode="read")
    yield Read(address, reader, report)
    reader.close()
    if request.param != "kglite":
        empty(address)


def empty(address: str) -> None:
    store = open_store(address, mode="write")
    with store.write() as transaction:
        transaction.run("MATCH (n) DETACH DELETE n")
    store.close()


def hops(answer: Answer) -> list[TraceHop]:
    return [row.hop for row in answer.rows if row.hop]


def test_all_files_are_read(seeds: Read) -> None:
    assert seeds.report.count(Outcome.READ) == len(seeds.report.files) == 5


# --- trace -----------------------------------------------------------------------------------------------------------


def test_trace_of_spak(seeds: Read) -> None:
    answer = seeds.ask("trace", topic="SPAK")
    items = [(row.item.meeting.name, row.item.number) for row in answer.rows if row.item]
    assert items == [("VFR 2025-04-24", "6"), ("LCHNV 2026-05-22", "6c"), ("VFR 2026-06-11", "6a")]
    inferred = [hop for hop in hops(answer) if not hop.open]
    assert [(hop.kind, hop.basis, hop.from_.short, hop.to.name) for hop in inferred] == [
        (HopKind.FOLLOWED_BY, "inferred", "VFR", "LCHNV"),
        (HopKind.FOLLOWED_BY, "inferred", "LCHNV", "VFR"),
    ]


def test_what_spak_is_waiting_for(seeds: Read) -> None:
    answer = seeds.ask("trace", topic="spak")
    waiting = [hop for hop in hops(answer) if hop.open]
    assert {(hop.kind.value, hop.to.name, hop.to.count, hop.basis) for hop in waiting} == {
        ("RECOMMENDS", "Region Dalarna", 1, "stated"),
        ("RECOMMENDS", "kommunerna", 15, "stated"),
        ("RECOMMENDS", "LCHNV", 1, "stated"),
        ("PETITIONS", "LCHNV", 1, "stated"),
    }
    assert len(waiting) == 4
    assert {hop.origin_item for hop in waiting} == {"item:vfr:2026-06-11:6a"}
    assert {hop.waited_days for hop in waiting} == {20}
    assert {hop.state for hop in waiting if hop.to.name == "LCHNV"} == {HopState.NO_LATER_MINUTES}


def test_every_row_of_the_trace_quotes_the_document(seeds: Read) -> None:
    for row in seeds.ask("trace", topic="SPAK").rows:
        assert row.sources
        for source in row.sources:
            text = entities.document(seeds.store, source.document).text
            assert text[source.start : source.end] == source.words


def test_part_between_lchnv_and_vfr(seeds: Read) -> None:
    answer = seeds.ask("trace", topic="SPAK", **{"from": "Chefsnätverket", "to": "välfardsrådet i Dalarna"})
    assert [row.item.meeting.name for row in answer.rows if row.item] == ["LCHNV 2026-05-22", "VFR 2026-06-11"]
    assert [(hop.kind, hop.basis) for hop in hops(answer)] == [(HopKind.FOLLOWED_BY, "inferred")]
    assert "20 dagar" in answer.finding


def test_the_network_of_chiefs_is_one_forum(seeds: Read) -> None:
    names = ["LCHNV", "Chefsnätverket", "Länschefsnätverket", "Länsnätverket för förvaltningschefer", "länschefs nätverket"]
    ids = {seeds.ask("meetings", forum=name).parameters["forum"]["id"] for name in names}
    assert ids == {"forum:lchnv"}


# --- attendance ------------------------------------------------------------------------------------------------------


def test_never_attended_vfr(seeds: Read) -> None:
    rows = {row.municipality.name: row for row in seeds.ask("never-attended", forum="VFR").rows}
    never = {name: (r.present, r.known, r.unknown, r.not_mentioned) for name, r in rows.items() if r.finding == "never"}
    assert never == {
        "Malung-Sälen": (0, 2, 1, 0),
        "Orsa": (0, 2, 1, 0),
        "Älvdalen": (0, 2, 1, 0),
        "Mora": (0, 1, 1, 1),
    }
    assert rows["Orsa"].text == "0 av 2 kända möten, 1 okänt"
    assert {row.municipality.id for row in rows.values() if row.finding == "never"} == {
        "municipality:2023", "municipality:2034", "municipality:2039", "municipality:2062",
    }  # fmt: skip


def test_smedjebacken_is_conflicting_with_both_passages(seeds: Read) -> None:
    (row,) = [row for row in seeds.ask("never-attended", forum="VFR").rows if row.finding == "conflicting"]
    assert row.municipality.name == "Smedjebacken"
    said = next(one for one in row.detail if one.meeting.date == dt.date(2020, 3, 11))
    assert said.status == "conflicting"
    words = [source.words or "" for source in said.sources]
    assert len(words) == 2
    assert "Monica Forsgren Smedjebacken" in " ".join(words[0].split())
    assert words[1].startswith("Följande kommuner var inte representerade")


def test_every_status_of_the_copy_without_marks_is_unknown(seeds: Read) -> None:
    answer = seeds.ask("attendance", forum="VFR")
    statuses = {one.status.value for row in answer.rows for one in row.detail if str(one.meeting.date) == "2025-04-24"}
    assert statuses == {"unknown"}
    people = seeds.store.read(
        "MATCH (:Official)-[a:ATTENDANCE]->(:Meeting {id: 'meeting:vfr:2025-04-24'}) RETURN DISTINCT a.status AS status"
    )
    assert people == [{"status": "unknown"}]


def test_meetings_known_from_a_table_are_not_counted(seeds: Read) -> None:
    answer = seeds.ask("never-attended", forum="VFR")
    assert {len(row.detail) for row in answer.rows} == {3}
    note = next(note for note in answer.notes if "räknas inte, eftersom" in note)
    assert all(date in note for date in ("2025-02-13", "2025-06-12", "2025-09-11", "2025-11-20"))


# --- presenters --------------------------------------------------------------------------------------------------------


def test_presenters_of_spak(seeds: Read) -> None:
    rows = seeds.ask("presenters", topic="SPAK").rows
    assert [(str(row.meeting.date), row.as_written) for row in rows] == [
        ("2025-04-24", "Paula Broström"),
        ("2025-04-24", "Fredrik Semb Berntsson"),
        ("2026-05-22", "Johanna Dalström"),
        ("2026-05-22", "Fredrik Berntsson Semb"),
        ("2026-06-11", "Johanna Dalström"),
        ("2026-06-11", "Fredrik Berntsson Semb"),
    ]
    assert len({row.person.id for row in rows if "Fredrik" in row.as_written}) == 1
    assert len({row.person.id for row in rows}) == 3
    assert all(row.role for row in rows)
    assert all(row.as_written in " ".join((s.words or "").split()) for row in rows for s in row.sources)


# --- the rest --------------------------------------------------------------------------------------------------------


def test_yearly_report_puts_eleven_more_meetings_on_the_map(seeds: Read) -> None:
    (report,) = seeds.store.read("MATCH (d:Document) WHERE d.file STARTS WITH '004' RETURN d.id AS id")
    rows = seeds.store.read(
        "MATCH (m:Meeting)-[r:MEETING_OF]->(f:Forum) WHERE r.document = $document "
        "RETURN DISTINCT f.abbreviation AS forum, m.date AS date, m.recorded AS recorded",
        {"document": report["id"]},
    )
    assert sorted((row["forum"], str(row["date"])) for row in rows) == [
        ("LCHNV", "2025-02-07"),
        ("LCHNV", "2025-03-14"),
        ("LCHNV", "2025-05-15"),
        ("LCHNV", "2025-09-26"),
        ("LCHNV", "2025-11-21"),
        ("SCHNV", "2025-03-07"),
        ("SCHNV", "2025-12-12"),
        ("VFR", "2025-02-13"),
        ("VFR", "2025-06-12"),
        ("VFR", "2025-09-11"),
        ("VFR", "2025-11-20"),
    ]
    assert not any(row["recorded"] for row in rows)
    known = {row.meeting.id: row for row in seeds.ask("meetings").rows}
    assert known["meeting:lchnv:2025-03-14"].items == 3


def test_report_back_of_2020_is_open_as_its_minutes_are_missing(seeds: Read) -> None:
    answer = seeds.ask("trace", topic="God och nära vård", until="2020-12-31")
    asked = [hop for hop in hops(answer) if hop.kind is HopKind.REPORTS_BACK_TO and hop.due == dt.date(2020, 6, 17)]
    assert asked
    assert {hop.state for hop in asked} == {HopState.MINUTES_MISSING}
    assert any("2020-06-17 finns inte i lagret" in note for note in answer.notes)


def test_search(seeds: Read) -> None:
    assert search(seeds.store, "spak")[0].id == "topic:spak"
    assert search(seeds.store, "berntsson semb")[0].label == "Official"


def test_every_fact_of_every_document_can_be_marked(seeds: Read) -> None:
    for row in seeds.store.read("MATCH (d:Document) RETURN d.id AS id"):
        view = entities.document(seeds.store, row["id"])
        assert view.marks
        assert any(mark.facts for mark in view.marks)
        for mark in view.marks:
            assert 0 <= mark.start < mark.end <= len(view.text)


def test_command_line_says_the_same(seeds: Read, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "never-attended", "--forum", "VFR", "--store", seeds.address, "--json"]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["rows"]
    assert {row["municipality"]["name"] for row in rows if row["finding"] == "never"} == {
        "Malung-Sälen", "Orsa", "Älvdalen", "Mora",
    }  # fmt: skip
    assert main(["ask", "trace", "--topic", "SPAK", "--store", seeds.address]) == 0
    out = capsys.readouterr().out
    assert "VFR rekommenderar kommunerna (15 st)" in out
    assert "Källa: 000_0c5903cd92615b6e.txt" in out
