"""Reading in worker processes, so that a crash, a memory blow-up or an endless loop in one file costs that file alone.

    jobs -> Workers.map(function, jobs) -> (job, value or ReadError), in the order of the jobs

The workers are started afresh ("spawn" on every system), kept for the next file, and replaced when they die. A job
that kills its worker, outgrows the memory limit or outlasts the time limit becomes a ReadError. What a worker and the
programs that it starts put on the disk lies in a folder of its own, which goes when the worker has ended, however it did.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import os
import pickle
import shutil
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, TypeVar

from graph.errors import ReadError
from ingest.source import load

Value = TypeVar("Value")

TIMEOUT_S = 300.0
MEMORY_BYTES = 2 * 2**30
_START_S = 120.0  # for a process to start and load the readers, which on a busy machine takes longer than many a file
_BEGUN = b"begun"  # what a worker sends when it has a job in hand
_GRACE_S = 2.0  # for a worker to end its own children (LibreOffice, OCR) before it is killed
_REPORT = "Rapportera felet och bifoga filen om den inte är hemlig."
_BROKEN = "Filen kan vara skadad. Öppna den i programmet som gjorde den och spara på nytt."


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: `file` is its name in messages. Without `data` the worker loads it from `path`."""

    file: str
    path: Path | None = None
    data: bytes | None = None

    @classmethod
    def of(cls, path: Path) -> Job:
        return cls(str(path), path)


def _run(function: Callable[[bytes, str], Any], job: Job) -> Any:
    data = job.data if job.data is not None else load(job.path if job.path is not None else Path(job.file))
    return function(data, job.file)


def _guarded(function: Callable[[bytes, str], Any], job: Job) -> Any:
    """The function's value, or whatever went wrong as a ReadError."""
    try:
        return _run(function, job)
    except ReadError as error:
        return error
    except MemoryError:
        return ReadError(job.file, "filen kräver för mycket minne", "Dela den i mindre delar.")
    except RecursionError:
        return ReadError(job.file, "filen är nästlad för djupt", _BROKEN)
    except Exception as error:  # whatever a reader did not foresee costs this file and no other
        return ReadError(job.file, f"internt fel vid läsningen ({type(error).__name__}: {str(error)[:200]})", _REPORT)


# -- in the worker -----------------------------------------------------------------------------------------------------


def _end(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(1)


def _limit_memory(size: int | None) -> None:
    if size is None or sys.platform == "win32":
        return
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))  # the hard limit stays: a converter may raise its own again


def _use_folder(folder: str) -> None:
    """Temporary files of this process, and of the programs that it starts, go here."""
    tempfile.tempdir = folder
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder))


def _live(pipe: Connection, memory_bytes: int | None, folder: str | None) -> None:
    """A worker's life. It removes its folder itself when it can, for a parent that has been killed cannot."""
    if folder is not None:
        _use_folder(folder)
    try:
        _serve(pipe, memory_bytes)
    finally:
        _remove(folder)


def _serve(pipe: Connection, memory_bytes: int | None) -> None:
    """Take a job, answer, until the pipe closes. Ctrl-C is the parent's to handle."""
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _end)
    _limit_memory(memory_bytes)
    while True:
        try:
            function, job = pipe.recv()
            pipe.send_bytes(_BEGUN)
        except (EOFError, OSError):
            return
        value = _guarded(function, job)
        spent = isinstance(value, ReadError) and "minne" in value.reason
        if isinstance(value, ReadError):
            answer: tuple[bool, Any, bool] = (False, (value.file, value.reason, value.remedy), spent)
        else:
            answer = (True, value, spent)
        try:
            payload = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # a value that cannot travel
            payload = pickle.dumps((False, (job.file, f"internt fel: svaret kunde inte skickas ({error})", _REPORT), False))
        try:
            pipe.send_bytes(payload)
        except OSError:
            return
        del function, job, value, answer, payload
        if spent:
            return  # its memory is in pieces; a fresh worker takes over


def _make_folder() -> str | None:
    """A new folder for temporary files; None where the system has no place for any, which most formats do without."""
    try:
        return tempfile.mkdtemp(prefix="arendegang-")
    except OSError:
        return None


def _remove(folder: str | None) -> None:
    """Remove the folder and what is in it; again where a program that is just ending put something in meanwhile."""
    for _ in range(3):
        if folder is None or not os.path.lexists(folder):
            return
        shutil.rmtree(folder, ignore_errors=True)


# -- in the parent -----------------------------------------------------------------------------------------------------


class _Worker:
    """One process and what it is doing."""

    def __init__(self, memory_bytes: int | None) -> None:
        context = mp.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.folder = _make_folder()
        self.process: BaseProcess = context.Process(target=_live, args=(theirs, memory_bytes, self.folder), daemon=True)
        self.process.start()
        theirs.close()
        self.place: int | None = None
        self.deadline = 0.0
        self.timeout_s = 0.0

    def give(self, place: int, function: Callable[[bytes, str], Any], job: Job, timeout_s: float) -> bool:
        """Hand over a job; False when the worker has died meanwhile."""
        try:
            self.pipe.send((function, job))
        except (OSError, ValueError):
            return False
        self.place = place
        self.timeout_s = timeout_s
        self.deadline = time.monotonic() + _START_S + timeout_s
        return True

    def begin(self) -> None:
        """The worker is up and has the job: from here on the time counts."""
        self.deadline = time.monotonic() + self.timeout_s

    def stop(self, *, grace_s: float = _GRACE_S) -> None:
        with contextlib.suppress(OSError):
            self.pipe.close()
        if self.place is not None and self.process.is_alive():
            self.process.terminate()
        self.process.join(grace_s)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(10)
        with contextlib.suppress(ValueError):
            self.process.close()
        _remove(self.folder)


class Workers:
    """A pool of reading processes, reused from file to file. Use as a context manager, or call `close`.

    `processes`: how many; None means one per processor (at most eight); 0 means none: jobs run in this process, without
    limits, for tests. `timeout_s`: seconds a file may take. `memory_bytes`: address space of a worker, where the system
    can limit it (not on Windows); None for no limit.
    """

    def __init__(
        self, processes: int | None = None, *, timeout_s: float = TIMEOUT_S, memory_bytes: int | None = MEMORY_BYTES
    ) -> None:
        self._count = min(os.cpu_count() or 1, 8) if processes is None else processes
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all workers. Those that are busy are stopped."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.stop(grace_s=0.5 if worker.place is None else _GRACE_S)

    def map(
        self, function: Callable[[bytes, str], Value], jobs: Iterable[Job], *, look_ahead: int | None = None
    ) -> Iterator[tuple[Job, Value | ReadError]]:
        """Apply `function` (importable by name; its values must be picklable) to each job, in worker processes.

        Results come in the order of the jobs. At most `look_ahead` jobs (default: four per process) are taken from
        `jobs` before their turn, so that a long list is neither loaded nor held at once. When the caller stops
        early, or Ctrl-C comes, busy workers are ended.
        """
        if self._count <= 0:
            for job in jobs:
                yield job, _guarded(function, job)
            return
        window = max(look_ahead or 4 * self._count, self._count)
        source = iter(jobs)
        exhausted = False
        taken: deque[Job] = deque()  # from the one whose result is due next
        first = 0  # the place of taken[0]
        unassigned: deque[int] = deque()
        done: dict[int, Any] = {}
        try:
            while True:
                while not exhausted and len(taken) < window:
                    try:
                        taken.append(next(source))
                    except StopIteration:
                        exhausted = True
                        break
                    unassigned.append(first + len(taken) - 1)
                self._assign(function, unassigned, taken, first)
                while first in done:
                    job = taken.popleft()
                    value = done.pop(first)
                    first += 1
                    yield job, value
                if not taken:
                    if exhausted:
                        return
                    continue
                if len(taken) < window and not exhausted:
                    continue
                done.update(self._collect(taken, first))
        finally:
            busy = [worker for worker in self._workers if worker.place is not None]
            self._workers = [worker for worker in self._workers if worker.place is None]
            for worker in busy:
                worker.stop()

    def _assign(self, function: Callable[[bytes, str], Any], unassigned: deque[int], taken: deque[Job], first: int) -> None:
        while unassigned:
            idle = next((worker for worker in self._workers if worker.place is None), None)
            if idle is None:
                if len(self._workers) >= self._count:
                    return
                idle = _Worker(self._memory_bytes)
                self._workers.append(idle)
            place = unassigned[0]
            if idle.give(place, function, taken[place - first], self._timeout_s):
                unassigned.popleft()
            else:
                self._workers.remove(idle)
                idle.stop()

    def _collect(self, taken: deque[Job], first: int) -> Iterator[tuple[int, Any]]:
        """Wait until at least one busy worker has answered, died or run out of time."""
        busy = [worker for worker in self._workers if worker.place is not None]
        left = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = wait([worker.pipe for worker in busy], timeout=left)
        now = time.monotonic()
        for worker in busy:
            place = worker.place
            assert place is not None
            file = taken[place - first].file
            if worker.pipe in ready:
                value = self._answer(worker, file)
                if value is _BEGUN:
                    worker.begin()
                    continue
            elif now >= worker.deadline:
                value = ReadError(file, f"läsningen tog mer än {self._timeout_s:g} sekunder", _BROKEN)
                self._drop(worker)
            else:
                continue
            worker.place = None
            yield place, value

    def _answer(self, worker: _Worker, file: str) -> Any:
        try:
            payload = worker.pipe.recv_bytes()
            if payload == _BEGUN:
                return _BEGUN
            good, value, spent = pickle.loads(payload)
        except (EOFError, OSError):
            worker.process.join(_GRACE_S)
            code = worker.process.exitcode
            self._drop(worker)
            how = f"signal {-code}" if code is not None and code < 0 else f"kod {code}"
            return ReadError(file, f"läsaren avbröts ({how})", _BROKEN)
        except Exception as error:  # the answer cannot be understood here
            self._drop(worker)
            return ReadError(file, f"internt fel: svaret kunde inte tas emot ({type(error).__name__})", _REPORT)
        if spent:
            self._drop(worker)
        return value if good else ReadError(*value)

    def _drop(self, worker: _Worker) -> None:
        if worker in self._workers:
            self._workers.remove(worker)
        worker.stop()
