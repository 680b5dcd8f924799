"""Programs that convert files for us: found, run with a time limit, and ended with all their children."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from graph.errors import ReadError
from ingest.readers import watch


def _free_memory() -> None:
    """In the child, before the program starts: take back the reader's memory limit, which is too narrow for an office suite."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def run(command: Sequence[str], *, file: str, what: str, timeout_s: float, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a converter on `file` and wait. Raises ReadError when it cannot start or takes longer than `timeout_s` seconds.

    `what` names the program in messages. Its output is kept for messages, at most what it prints. However this process
    goes on or ends, the program and all that it has started end with the call: see `ingest/readers/watch.py`.
    """
    new_session = sys.platform != "win32"
    try:
        with _watch() as tell:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                start_new_session=new_session,
                preexec_fn=_free_memory if new_session else None,
            )
            try:
                tell(process.pid)
                out, err = process.communicate(timeout=timeout_s)
            finally:
                _end(process)
    except OSError as error:
        raise ReadError(
            file, f"{what} kunde inte startas ({error.strerror})", f"Kontrollera installationen av {what}."
        ) from error
    except subprocess.TimeoutExpired:
        raise ReadError(
            file, f"{what} blev inte klart på {timeout_s:g} sekunder", "Spara filen som DOCX eller PDF och läs den."
        ) from None
    return subprocess.CompletedProcess(list(command), process.returncode, out, err)


@contextlib.contextmanager
def _watch() -> Iterator[Callable[[int], None]]:
    """A watch over the program whose process id it is told; with the block it ends, without ending the program."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", watch.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",  # Ctrl-C is not for it
    )
    pipe = process.stdin
    assert pipe is not None

    def tell(leader: int) -> None:
        pipe.write(f"{leader}\n".encode())
        pipe.flush()

    try:
        yield tell
    finally:
        process.kill()
        with contextlib.suppress(OSError):
            pipe.close()
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the program and of what it has started."""
    if process.poll() is None or sys.platform != "win32":
        watch.end_with_children(process.pid)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=10)
