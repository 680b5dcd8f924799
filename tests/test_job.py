"""An ingest from files to graph and back, with the real readers, grammar and engines."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import LexiconError
from graph.load import stored_document
from graph.meta import read_meta
from graph.stores import Store, open_store
from ingest import job
from ingest.forgetting import AmbiguousDocumentError, UnknownDocumentError, forget
from ingest.job import ingest
from ingest.kept import document_of, layout_of
from ingest.outcomes import IngestReport, Outcome, Step
from ingest.readers import read_document
from ingest.samples import lexicon_path, sample_paths
from tests.graph.factories import dump

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
ROOT = Path(__file__).parents[1]

MINUTES = """Minnesanteckningar Omsorgsrådet {date}

Närvarande: Eva Hjelmstrand Falun, Nils Vretholm Mora

1. Öppnande
Omsorgsrådet beslutade
att öppna mötet.

2. {title}
Föredragande: Siv Ekvall, utredare, Region Dalarna

Omsorgsrådet beslutade
att lägga informationen till handlingarna.
"""


def write(folder: Path, name: str, date: str = "3 maj 2024", title: str = "Hemgång") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(MINUTES.format(date=date, title=title), encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small files."""
    for name, date, title in (
        ("a.txt", "3 maj 2024", "Hemgång"),
        ("b.txt", "7 juni 2024", "Hemgång"),
        ("c.txt", "5 juli 2024", "Jourvård"),
    ):
        write(tmp_path / "in", name, date, title)
    return tmp_path / "in"


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "minutes.store"), mode="write")
    yield store
    store.close()


def outcomes(report: IngestReport) -> dict[str, Outcome]:
    return {Path(file.path).name: file.outcome for file in report.files}


def run(store: Store, *paths: Path, **options: object) -> IngestReport:
    return ingest(paths, store, workers=0, **options)  # type: ignore[arg-type]


# --- what becomes of a file ----------------------------------------------------------------------------------------------


def test_files_are_read_once_and_then_left_alone(embedded: Store, folder: Path) -> None:
    first = run(embedded, folder)
    assert outcomes(first) == dict.fromkeys(("a.txt", "b.txt", "c.txt"), Outcome.READ)
    assert (first.totals.documents, first.totals.meetings, first.totals.items, first.totals.decisions) == (3, 3, 6, 6)
    assert first.totals.people == 3
    assert all(file.items == 2 and file.people == 3 and file.unread == 0 for file in first.files)
    meta, version, graph = read_meta(embedded), embedded.version(), dump(embedded)
    again = run(embedded, folder)
    assert set(outcomes(again).values()) == {Outcome.UNCHANGED}
    assert again.totals == first.totals
    assert (read_meta(embedded), embedded.version(), dump(embedded)) == (meta, version, graph), "nothing at all was written"


def test_a_changed_file_replaces_what_was_read_from_it(embedded: Store, folder: Path, tmp_path: Path) -> None:
    run(embedded, folder)
    write(folder, "b.txt", "7 juni 2024", "Jourvård")
    assert outcomes(run(embedded, folder)) == {"a.txt": Outcome.UNCHANGED, "b.txt": Outcome.UPDATED, "c.txt": Outcome.UNCHANGED}
    fresh = open_store(str(tmp_path / "fresh"), mode="write")
    run(fresh, folder)
    assert dump(embedded) == dump(fresh)
    fresh.close()


def test_the_same_content_twice_is_one_document_in_any_order(embedded: Store, folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "a.txt", folder / "z.txt")
    report = run(embedded, folder)
    assert outcomes(report)["z.txt"] is Outcome.DUPLICATE
    assert "a.txt" in (next(f.reason for f in report.files if f.path.endswith("z.txt")) or "")
    fresh = open_store(str(tmp_path / "fresh"), mode="write")
    for file in sorted(folder.iterdir(), reverse=True):
        run(fresh, file)
    assert dump(embedded) == dump(fresh)
    fresh.close()
    assert outcomes(run(embedded, folder))["z.txt"] is Outcome.DUPLICATE


def test_a_copy_keeps_the_document_when_the_other_changes(embedded: Store, folder: Path) -> None:
    shutil.copy(folder / "a.txt", folder / "z.txt")
    run(embedded, folder)
    write(folder, "a.txt", "3 maj 2024", "Något annat")
    run(embedded, folder / "a.txt")
    assert [row["file"] for row in embedded.read("MATCH (d:Document) RETURN d.file AS file ORDER BY file")] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "z.txt",
    ]


def test_a_moved_file_is_known_again(embedded: Store, folder: Path) -> None:
    run(embedded, folder)
    (folder / "a.txt").rename(folder / "renamed.txt")
    assert outcomes(run(embedded, folder))["renamed.txt"] is Outcome.UNCHANGED
    assert embedded.read("MATCH (d:Document) WHERE d.file = 'a.txt' RETURN d.id") == []


def test_bad_files_cost_themselves_alone(embedded: Store, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(random.Random(2).randrange(256) for _ in range(4000)))
    (folder / "other.xyz").write_bytes(b"\x00\x01\x02")
    report = run(embedded, folder, folder / "missing.txt")
    failed = {Path(f.path).name: f.reason for f in report.files if f.outcome is Outcome.FAILED}
    assert set(failed) == {"empty.txt", "noise.txt", "other.xyz", "missing.txt"}
    assert all(failed.values())
    assert report.count(Outcome.READ) == 3
    assert report.totals.documents == 3


def test_a_file_that_can_no_longer_be_read_leaves_its_document(embedded: Store, folder: Path) -> None:
    run(embedded, folder)
    (folder / "a.txt").write_bytes(b"")
    assert outcomes(run(embedded, folder))["a.txt"] is Outcome.FAILED
    assert len(embedded.read("MATCH (d:Document {file: 'a.txt'}) RETURN d.id")) == 1


def test_progress_tells_of_files_and_documents(embedded: Store, folder: Path) -> None:
    steps: list[Step] = []
    run(embedded, folder, progress=steps.append)
    assert [s for s in steps if s.stage == "write"][-1] == Step("write", 3, 3)
    assert max(s.done for s in steps if s.stage == "read") == 3


def test_workers_give_the_same(embedded: Store, folder: Path, tmp_path: Path) -> None:
    run(embedded, folder)
    other = open_store(str(tmp_path / "other"), mode="write")
    ingest([folder], other, workers=2)
    assert dump(other) == dump(embedded)
    other.close()


# --- lexicon and reader --------------------------------------------------------------------------------------------------

LEXICON = "forums:\n  - {name: Omsorgsrådet, abbreviation: OMR, level: political, region: Region Dalarna}\n"


def test_a_lexicon_is_remembered_and_read_again_with(embedded: Store, folder: Path, tmp_path: Path) -> None:
    run(embedded, folder)
    assert embedded.read("MATCH (f:Forum) RETURN f.id AS id") == [{"id": "forum:omsorgsradet"}]
    lexicon = tmp_path / "own.yaml"
    lexicon.write_text(LEXICON, encoding="utf-8")
    (folder / "c.txt").unlink()
    run(embedded, folder / "a.txt", lexicon_files=[lexicon])
    assert embedded.read("MATCH (f:Forum) RETURN f.id AS id") == [{"id": "forum:omr"}], "all documents, gone files included"
    meetings = embedded.read("MATCH (m:Meeting) RETURN m.id AS id ORDER BY id")
    assert [m["id"] for m in meetings] == ["meeting:omr:2024-05-03", "meeting:omr:2024-06-07", "meeting:omr:2024-07-05"]
    later = write(folder, "d.txt", "6 september 2024")
    run(embedded, later)
    assert len(embedded.read("MATCH (f:Forum) RETURN f.id AS id")) == 1, "the lexicon is in force without being named again"
    meta = read_meta(embedded)
    run(embedded, folder, lexicon_files=[lexicon])
    assert read_meta(embedded) == meta


def test_a_lexicon_at_the_start_or_later_gives_the_same_graph(embedded: Store, folder: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.yaml"
    lexicon.write_text(LEXICON, encoding="utf-8")
    run(embedded, folder)
    run(embedded, lexicon_files=[lexicon])
    fresh = open_store(str(tmp_path / "fresh"), mode="write")
    run(fresh, folder, lexicon_files=[lexicon])
    assert dump(embedded) == dump(fresh)
    fresh.close()


def test_a_bad_lexicon_stops_before_anything_is_read(embedded: Store, folder: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.yaml"
    lexicon.write_text("forums: [{nam: X}]", encoding="utf-8")
    with pytest.raises(LexiconError):
        run(embedded, folder, lexicon_files=[lexicon])
    assert embedded.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_newer_reader_reads_again_what_is_still_there(embedded: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(embedded, folder)
    before = dump(embedded)
    (folder / "c.txt").unlink()
    monkeypatch.setattr(job, "READER_VERSION", "next")
    monkeypatch.setattr("ingest.record.READER_VERSION", "next")
    report = run(embedded, folder / "a.txt")
    assert outcomes(report) == {"a.txt": Outcome.UPDATED, "b.txt": Outcome.UPDATED}
    versions = embedded.read("MATCH (d:Document) RETURN d.file AS file, d.readerVersion AS version ORDER BY file")
    assert [row["version"] for row in versions[:2]] == ["next", "next"]
    assert versions[2]["version"] != "next"
    assert len(dump(embedded)[0]) == len(before[0])


def test_the_kept_layout_gives_the_document_back(embedded: Store) -> None:
    paths = sample_paths()
    run(embedded, *paths)
    for path in paths:
        document = read_document(path.read_bytes(), path.name)
        (row,) = embedded.read(
            "MATCH (d:Document {sha256: $sha}) RETURN d.record AS record, d.text AS text, d.layout AS layout, d.path AS path, "
            "d.paths AS paths, d.readWith AS readWith",
            {"sha": document.sha256},
        )
        kept = document_of(stored_document(row))
        assert (kept.text, kept.blocks, kept.marks, kept.page_starts) == (
            document.text,
            document.blocks,
            document.marks,
            document.page_starts,
        )
        assert layout_of(kept) == layout_of(document)


# --- order, breaks, forgetting -------------------------------------------------------------------------------------------


def test_any_order_of_the_samples_gives_the_same_graph(store: Store, tmp_path: Path) -> None:
    reference = open_store(str(tmp_path / "reference"), mode="write")
    run(reference, *sample_paths(), lexicon_files=[lexicon_path()])
    expected = dump(reference)
    reference.close()
    paths = sample_paths()
    random.Random(5).shuffle(paths)
    third = len(paths) // 3
    for part in (paths[:third], paths[third : 2 * third], paths[2 * third :]):
        run(store, *part, lexicon_files=[lexicon_path()])
    assert dump(store) == expected


def test_forgetting_takes_out_what_one_document_alone_said(store: Store, folder: Path) -> None:
    run(store, folder / "a.txt", folder / "b.txt")
    without = dump(store)
    run(store, folder / "c.txt")
    forgotten = forget(store, "c.txt")
    assert forgotten.file == "c.txt"
    assert dump(store) == without


def test_forgetting_by_id_prefix_and_path(embedded: Store, folder: Path) -> None:
    report = run(embedded, folder)
    ids = {Path(f.path).name: f.document for f in report.files}
    assert ids["a.txt"] is not None
    assert ids["b.txt"] is not None
    assert forget(embedded, ids["a.txt"]).file == "a.txt"
    assert forget(embedded, ids["b.txt"].removeprefix("document:")[:9]).file == "b.txt"
    assert forget(embedded, str(folder / "c.txt")).file == "c.txt"
    assert dump(embedded) == ([], [])


def test_forgetting_what_is_not_there_or_not_one(embedded: Store, folder: Path) -> None:
    write(folder, "a2.txt", "9 augusti 2024")
    run(embedded, folder)
    with pytest.raises(AmbiguousDocumentError, match=r"a\.txt.*a2\.txt|a2\.txt.*a\.txt"):
        forget(embedded, "a")
    with pytest.raises(UnknownDocumentError, match=r"Närmast: .*a2\.txt"):
        forget(embedded, "a2.text")
    assert len(embedded.read("MATCH (d:Document) RETURN d.id")) == 4


BROKEN = """
import sys
from pathlib import Path
import graph.load
from graph.stores import open_store
from ingest.job import ingest

graph.load.DOCUMENTS_PER_TRANSACTION = 10

if __name__ == "__main__":
    store = open_store(sys.argv[1], mode="write")
    try:
        ingest([Path(sys.argv[2])], store, workers=0, progress=lambda step: print(step.stage, step.done, flush=True))
    except KeyboardInterrupt:
        store.close()
        sys.exit(130)
    store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("when", ["read 12", "write 10"])
def test_a_break_leaves_whole_documents_only(tmp_path: Path, how: signal.Signals, when: str) -> None:
    folder = tmp_path / "in"
    for k in range(40):
        write(
            folder,
            f"{k:03}.txt",
            f"{1 + k % 8} {('maj', 'juni', 'juli', 'augusti', 'september')[k // 8]} 2023",
            f"Fråga {k % 7}",
        )
    address = str(tmp_path / "broken.store")
    script = tmp_path / "break.py"
    script.write_text(BROKEN, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script), address, str(folder)], env=environ, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == when:
                process.send_signal(how)
                break
        process.stdout.read()
    assert process.wait() == (130 if how is signal.SIGINT else -signal.SIGKILL)
    reader = open_store(address, mode="read")
    documents = reader.read("MATCH (d:Document) RETURN d.id AS id")
    whole = reader.read(
        "MATCH (d:Document)<-[:RECORDED_IN]-(:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem) RETURN d.id AS id, count(i) AS n"
    )
    assert len(whole) == len(documents)
    assert all(row["n"] == 2 for row in whole)
    assert len(documents) % 10 == 0
    assert bool(documents) == (when == "write 10")
    reader.close()
    store = open_store(address, mode="write")
    run(store, folder)
    fresh = open_store(str(tmp_path / "fresh.store"), mode="write")
    run(fresh, folder)
    assert dump(store) == dump(fresh)
    store.close()
    fresh.close()


def test_readers_see_a_long_run_in_whole_documents(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are written as they come together, not at the end only."""
    monkeypatch.setattr(job, "MAX_PENDING", 1)
    store = open_store(str(tmp_path / "minutes.store"), mode="write")
    seen: list[int] = []

    def look(step: Step) -> None:
        if step.stage == "write":
            reader = open_store(str(tmp_path / "minutes.store"), mode="read")
            seen.append(len(reader.read("MATCH (d:Document) RETURN d.id")))
            reader.close()

    run(store, folder, progress=look)
    assert seen == [0, 1, 2], "the checkpoint follows each writing"
    store.close()
    reader = open_store(str(tmp_path / "minutes.store"), mode="read")
    assert len(reader.read("MATCH (d:Document) RETURN d.id")) == 3
    reader.close()


# --- the real documents --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not SEEDS.is_dir():
        pytest.skip("the real documents are not part of the repository")
    store = open_store(str(tmp_path_factory.mktemp("seeds") / "minutes.store"), mode="write")
    run(store, SEEDS)
    yield store
    store.close()


def test_seeds_people_of_many_spellings(seeds: Store) -> None:
    rows = seeds.read("MATCH (o:Official) RETURN o.name AS name, o.aliases AS aliases")
    spellings = [{row["name"], *row["aliases"]} for row in rows]
    for together in (
        {"Fredrik Semb Berntsson", "Fredrik Berntsson Semb"},
        {"Jonas Sallén", "Jonas Sallén Lennerthson", "Jonas Sallén-Lennerthson"},
        {"Cecilia Rodin", "Cecilia Redin"},
        {"Åsa Dederig", "Åsa Dederling"},
        {"Jasmin Löf"},
    ):
        assert sum(together <= spelling for spelling in spellings) == 1, together
    assert not any({"Gunilla Berglund", "Tommy Berglund"} <= spelling for spelling in spellings)
    moved = seeds.read("MATCH (o:Official {name: 'Jasmin Löf'})-[:ATTENDANCE]->(m:Meeting) RETURN m.id AS id ORDER BY id")
    assert [row["id"] for row in moved] == ["meeting:lchnv:2026-05-22", "meeting:vfr:2025-04-24"]


def test_seeds_trace_of_a_topic(seeds: Store) -> None:
    rows = seeds.read(
        "MATCH (a:AgendaItem)-[r:FOLLOWED_BY]->(b:AgendaItem) WHERE r.topic = 'topic:spak' RETURN a.id AS a, b.id AS b, r.basis AS basis ORDER BY a.date"
    )
    assert {(row["a"], row["b"], row["basis"]) for row in rows} == {
        ("item:vfr:2025-04-24:6", "item:lchnv:2026-05-22:6c", "inferred"),
        ("item:lchnv:2026-05-22:6c", "item:vfr:2026-06-11:6a", "inferred"),
    }


def test_seeds_conflicting_municipality_keeps_both_statements(seeds: Store) -> None:
    (row,) = seeds.read(
        "MATCH (:Municipality {name: 'Smedjebacken'})-[r:ATTENDANCE]->(:Meeting {id: 'meeting:vfr:2020-03-11'}) "
        "RETURN r.status AS status, r.passages AS passages"
    )
    assert row["status"] == "conflicting"
    texts = seeds.read("UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN p.text AS text", {"ids": row["passages"]})
    assert any("Monica Forsgren" in t["text"] for t in texts)
    assert any("inte representerade" in t["text"] for t in texts)


def test_seeds_meetings_told_of_by_the_yearly_report(seeds: Store) -> None:
    rows = seeds.read(
        "MATCH (d:Document {kind: 'report'}) MATCH (m:Meeting)-[r:MEETING_OF]->(f:Forum) WHERE r.document = d.id "
        "RETURN DISTINCT m.id AS id, m.recorded AS recorded, f.id AS forum"
    )
    assert len(rows) == 11
    assert not any(row["recorded"] for row in rows)
    assert {row["forum"] for row in rows} == {"forum:lchnv", "forum:vfr", "forum:schnv"}


def test_seeds_referrals_of_2020_name_meetings_without_minutes(seeds: Store) -> None:
    rows = seeds.read(
        "MATCH (i:AgendaItem)-[r:REFERRED_TO]->(m:Meeting) WHERE i.meeting = 'meeting:vfr:2020-03-11' RETURN DISTINCT m.id AS id, m.recorded AS recorded"
    )
    assert {(row["id"], row["recorded"]) for row in rows} >= {
        ("meeting:lchnv:2020-04-03", False),
        ("meeting:vfr:2020-06-17", False),
    }


# --- what two documents tell of ------------------------------------------------------------------------------------------

YEARLY = """Årsrapport 2024 om hemgång

Datum 2025-01-15

Forum\tNär\tÄrende
Omsorgsrådet\t3 maj\tInformation: hemgång i höst
\t\tBeslut: larm
"""


@pytest.mark.parametrize("first", ["minutes", "report"])
def test_row_of_a_yearly_report_is_the_item_of_the_minutes(tmp_path: Path, embedded: Store, first: str) -> None:
    minutes = write(tmp_path / "in", "a.txt", "3 maj 2024", "Hemgång i höst")
    report = tmp_path / "in" / "rapport.txt"
    report.write_text(YEARLY, encoding="utf-8")
    for file in (minutes, report) if first == "minutes" else (report, minutes):
        run(embedded, file)
    told = {row["id"]: row for row in embedded.read(ITEMS)}
    assert set(told) == {"item:omsorgsradet:2024-05-03:1", "item:omsorgsradet:2024-05-03:2", "item:omsorgsradet:2024-05-03:~larm"}
    both = told["item:omsorgsradet:2024-05-03:2"]
    assert (both["title"], both["labels"], both["documents"]) == ("Hemgång i höst", ["information"], 2)
    forget(embedded, "a.txt")
    assert "item:omsorgsradet:2024-05-03:~hemgang-i-host" in {row["id"] for row in embedded.read(ITEMS)}


ITEMS = (
    "MATCH (i:AgendaItem)-[o:ON_AGENDA_OF]->(:Meeting) "
    "RETURN i.id AS id, i.name AS title, i.labels AS labels, count(DISTINCT o.document) AS documents"
)


def test_minutes_that_a_title_names_are_quoted_without_the_item_before(tmp_path: Path, embedded: Store) -> None:
    file = write(tmp_path / "in", "a.txt", "3 maj 2024", "Föregående minnesanteckningar 240405")
    file.write_text(file.read_text(encoding="utf-8").replace("öppna mötet.\n\n2.", "öppna mötet.\n2."), encoding="utf-8")
    run(embedded, file)
    rows = embedded.read(
        "MATCH (:AgendaItem)-[c:CITES]->(m:Meeting) UNWIND c.passages AS id MATCH (p:Passage {id: id}) RETURN m.id AS meeting, p.text AS words"
    )
    assert rows == [{"meeting": "meeting:omsorgsradet:2024-04-05", "words": "Föregående minnesanteckningar 240405"}]
