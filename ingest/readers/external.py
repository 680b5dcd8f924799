"""Programs that convert files for us: found, run with a time limit, and ended with all their children."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from graph.errors import ReadError


def _free_memory() -> None:
    """In the child, before the program starts: take back the reader's memory limit, which is too narrow for an office suite."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def run(command: Sequence[str], *, file: str, what: str, timeout_s: float, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a converter on `file` and wait. Raises ReadError when it cannot start or takes longer than `timeout_s` seconds.

    `what` names the program in messages. Its output is kept for messages, at most what it prints.
    """
    new_session = sys.platform != "win32"
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            start_new_session=new_session,
            preexec_fn=_free_memory if new_session else None,
        )
    except OSError as error:
        raise ReadError(
            file, f"{what} kunde inte startas ({error.strerror})", f"Kontrollera installationen av {what}."
        ) from error
    try:
        out, err = process.communicate(timeout=timeout_s)
    except subprocess.TimeoutExpired:
        raise ReadError(
            file, f"{what} blev inte klart på {timeout_s:g} sekunder", "Spara filen som DOCX eller PDF och läs den."
        ) from None
    finally:
        if process.poll() is None:
            _end(process)
    return subprocess.CompletedProcess(list(command), process.returncode, out, err)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=10)
