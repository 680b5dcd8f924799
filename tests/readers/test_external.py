from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.readers.external import run

WAITS = "import subprocess, sys, threading; child = subprocess.Popen([sys.executable, '-c', 'import threading; threading.Event().wait()']); "
WAITS += "print(child.pid, flush=True); open('pid', 'w').write(str(child.pid)); threading.Event().wait()"


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


def _has_ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
