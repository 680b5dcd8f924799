from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.readers import read_document
from ingest.worker import Job, Workers
from tests.readers.tasks import behave, length, process_id

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, timeout_s=20, memory_bytes=2**30) as pool:
        yield pool


def outcomes(pool: Workers, *inputs: bytes) -> list[str]:
    results = pool.map(behave, [Job(f"{index}.txt", data=data) for index, data in enumerate(inputs)])
    return [value.reason if isinstance(value, ReadError) else value for _, value in results]


def test_results_come_in_the_order_of_the_jobs(workers: Workers) -> None:
    jobs = [Job(f"{size}", data=bytes(size)) for size in range(40)]
    assert [(job.file, value) for job, value in workers.map(length, jobs)] == [(str(size), size) for size in range(40)]


def test_workers_are_reused(workers: Workers) -> None:
    first = {value for _, value in workers.map(process_id, [Job("a", data=b"")] * 10)}
    second = {value for _, value in workers.map(process_id, [Job("a", data=b"")] * 10)}
    assert len(first | second) <= 2


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        (b"crash", "läsaren avbröts"),
        (b"exit", "kod 3"),
        (b"refuse", "vill inte"),
        (b"stumble", "internt fel vid läsningen (KeyError"),
        (b"dig", "nästlad för djupt"),
        (b"unpicklable", "kunde inte skickas"),
        pytest.param(
            b"hoard",
            "för mycket minne",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the memory of a process"),
        ),
    ],
)
def test_what_goes_wrong_costs_one_file(workers: Workers, deed: bytes, reason: str) -> None:
    before, wrong, after = outcomes(workers, b"ett", deed, b"tre")
    assert (before, after) == ("ett", "tre")
    assert reason in wrong


def test_a_refusal_keeps_file_reason_and_remedy(workers: Workers) -> None:
    ((_, error),) = workers.map(behave, [Job("mapp/a.txt", data=b"refuse")])
    assert isinstance(error, ReadError)
    assert (error.file, error.reason, error.remedy) == ("mapp/a.txt", "vill inte", "Försök igen.")


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with Workers(1, timeout_s=1.5) as pool:
        hung, fine = outcomes(pool, b"hang", b"ett")
    assert "mer än 1.5 sekunder" in hung
    assert fine == "ett"


def test_the_time_that_a_process_takes_to_start_is_not_the_files() -> None:
    """Starting Python and loading the readers takes longer than this file may take."""
    with Workers(1, timeout_s=0.2) as pool:
        assert outcomes(pool, b"ett", b"ett") == ["ett", "ett"]


def test_the_list_of_jobs_is_not_read_far_ahead(workers: Workers) -> None:
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for index in range(1000):
            taken += 1
            yield Job(str(index), data=b"x")

    results = workers.map(length, jobs(), look_ahead=5)
    next(results)
    next(results)
    assert taken <= 7
    results.close()  # type: ignore[attr-defined]


def test_stopping_early_leaves_a_usable_pool(workers: Workers) -> None:
    results = workers.map(behave, [Job("a", data=b"ett"), Job("b", data=b"hang")])
    assert next(results)[1] == "ett"
    results.close()  # type: ignore[attr-defined]
    assert outcomes(workers, b"sist") == ["sist"]


def test_without_processes_everything_happens_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Råd", encoding="utf-8")
    good, missing = Workers(0).map(read_document, [Job.of(tmp_path / "a.txt"), Job.of(tmp_path / "b.txt")])
    assert not isinstance(good[1], ReadError)
    assert good[1].text == "Råd"
    assert isinstance(missing[1], ReadError)
    assert missing[1].reason == "filen finns inte"


def test_documents_travel_from_worker_to_caller(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("~~Bo~~ Ek\n\na\tb\tc", encoding="utf-8")
    ((_, document),) = workers.map(read_document, [Job.of(tmp_path / "a.txt")])
    assert document == read_document((tmp_path / "a.txt").read_bytes(), str(tmp_path / "a.txt"))


def test_temporary_files_go_with_their_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whether it ends in order, is given up or is killed on the spot."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Workers(1, timeout_s=5) as pool:
        left, killed, still = outcomes(pool, b"litter", b"litter and die", b"litter")
        assert "läsaren avbröts" in killed
        assert not Path(left).exists()
        assert Path(still).exists()
        assert all(tmp_path in Path(path).parents for path in (left, still))
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL")
def test_temporary_files_go_also_when_the_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "from ingest.worker import Job, Workers\n"
        "from tests.readers.tasks import behave\n"
        "if __name__ == '__main__':\n"
        "    with Workers(1) as pool:\n"
        "        print(next(pool.map(behave, [Job('a', data=b'litter')]))[1], flush=True)\n"
        "        input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().decode().strip())
        assert tmp_path in left.parents
        process.kill()
        process.communicate(timeout=30)  # the worker has the other end too: this waits for it
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_for_temporary_files_reading_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with Workers(1) as pool:
        assert outcomes(pool, b"ett") == ["ett"]


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_ctrl_c_ends_the_workers_too() -> None:
    script = (
        "from ingest.worker import Job, Workers\n"
        "from tests.readers.tasks import behave, process_id\n"
        "if __name__ == '__main__':\n"
        "    with Workers(1) as pool:\n"
        "        print(next(pool.map(process_id, [Job('a', data=b'')]))[1], flush=True)\n"
        "        list(pool.map(behave, [Job('a', data=b'hang')]))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()  # were Ctrl-C not heard, the file would run out of its time, and nobody be interrupted
    assert b"KeyboardInterrupt" in err
    assert not Path(f"/proc/{worker}").exists()
