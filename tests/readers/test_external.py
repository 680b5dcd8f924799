from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

from graph.errors import ReadError
from ingest.readers.external import run

WAITS = "import subprocess, sys, threading; child = subprocess.Popen([sys.executable, '-c', 'import threading; threading.Event().wait()']); "
WAITS += "print(child.pid, flush=True); open('pid', 'w').write(str(child.pid)); threading.Event().wait()"
# Starts a child that says its word through the named pipe and holds it open as long as it lives, two minutes at most.
CHILD = "import sys, threading; pipe = open(sys.argv[1], 'w'); print('child', file=pipe, flush=True); print(flush=True); "
CHILD += "threading.Event().wait(120)"
STARTS = f"import os, subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {CHILD!r}, sys.argv[1]], "
STARTS += "stdout=subprocess.PIPE, stderr=subprocess.DEVNULL); child.stdout.readline(); "
ROOT = Path(__file__).parents[2]


def test_output_and_exit_code(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", "print('hej'); raise SystemExit(3)"], file="a.doc", what="X", timeout_s=60, folder=tmp_path)
    assert done.stdout.strip() == b"hej"
    assert done.returncode == 3


def test_a_missing_program_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="kunde inte startas"):
        run([str(tmp_path / "saknas")], file="a.doc", what="X", timeout_s=60, folder=tmp_path)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_a_program_that_does_not_end_is_ended_with_its_children(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="inte klart på 3 sekunder"):
        run([sys.executable, "-c", WAITS], file="a.doc", what="X", timeout_s=3, folder=tmp_path)
    child = int((tmp_path / "pid").read_text())
    # A killed process is gone when the system gets round to it; one that nobody killed waits for ever.
    assert any(_has_ended(child) for _ in range(100_000))


@pytest.mark.skipif(sys.platform == "win32", reason="listens at a named pipe")
def test_a_program_ends_with_its_children_when_its_starter_is_killed(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    program = [sys.executable, "-c", STARTS + "child.wait()", str(pipe)]
    starter = "from pathlib import Path; from ingest.readers.external import run; "
    starter += f"run({program!r}, file='a.doc', what='X', timeout_s=600, folder=Path({str(tmp_path)!r}))"
    with subprocess.Popen([sys.executable, "-c", starter], cwd=ROOT) as process, pipe.open() as lines:
        assert lines.readline() == "child\n"
        process.kill()
        assert _is_closed(lines)


@pytest.mark.skipif(sys.platform == "win32", reason="listens at a named pipe")
def test_what_a_program_leaves_behind_is_ended(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)) as lines:
        program = [sys.executable, "-c", STARTS + "os._exit(0)", str(pipe)]
        assert run(program, file="a.doc", what="X", timeout_s=60, folder=tmp_path).returncode == 0
        assert lines.readline() == "child\n"
        assert _is_closed(lines)


def _is_closed(pipe: TextIO) -> bool:
    """Whether all who held the other end have ended, which the system is given a while to see to."""
    readable, _, _ = select.select([pipe], [], [], 30)
    return bool(readable) and pipe.read() == ""


def _has_ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
