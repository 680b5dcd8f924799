"""The embedded store: one KGLite graph in a folder of its own. One process writes at a time; any number read beside it.

The folder holds the checkpoint (what readers see), the log (what was committed since) and the writer's lease. Readers take the
checkpoint in one gulp through one open file, so that they never see half of one, keep no hold on the file (on Windows a
mapped file could not be replaced), and know exactly which one they have.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, Literal

import kglite

from graph.errors import QueryError, StoreBusyError, StoreError, StoreUnavailableError
from graph.faults import system_fault
from graph.schema import SCHEMA, Label
from graph.stores.guard import expands_properties, guard, not_understood, read_only, too_slow, write_refused
from graph.stores.store import CHECKPOINT, Row, Statement, Transaction

LOG: Final = f"{CHECKPOINT}-wal"
_EMPTY_LOG_BYTES: Final = 5
"""A log without commits is its header alone. Were it ever longer, readers would merely look for the lease once more."""

kglite.set_query_warning_policy("silent")  # else a label that no document has used yet is announced on stderr


@dataclass(frozen=True, slots=True)
class _State:
    """A checkpoint as taken up by a reader."""

    version: str
    session: Any


class KgliteStore:
    """A store in the folder `path`.

    `mode="write"` takes the writer's lease until `close()`, creates what is missing, and replays the log of a crash.
    `mode="read"` sees the last checkpoint and takes up a newer one by itself. Both may be shared by threads.

    Raises StoreBusyError if another process writes to the store (mode write); StoreUnavailableError if the path is missing
    (mode read), is something else than a store, is damaged or may not be read.
    """

    engine: Literal["kglite", "neo4j"] = "kglite"

    def __init__(self, path: Path, *, mode: Literal["read", "write"]) -> None:
        self.address = str(path)
        self._checkpoint = path / CHECKPOINT
        self._log = path / LOG
        self._lock = threading.RLock()
        self._writer: Any = None
        self._state: _State | None = None
        with _translated(self.address):
            _check_folder(path, mode)
            if mode == "write":
                path.mkdir(parents=True, exist_ok=True)
                self._writer = self._open_writer()
            else:
                self._replay_log()
                self._current()

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout_s: float | None = None) -> list[Row]:
        text = guard(cypher)
        timeout_ms = None if timeout_s is None else max(1, round(timeout_s * 1000))
        with _translated(self.address):
            graph = (self._writer or self._current()).cursor()  # a snapshot of its own: cheap, and safe beside other threads
            graph.read_only(True)
            result = graph.cypher(text, params=dict(parameters or {}), timeout_ms=timeout_ms, hide_structural_keys=True)
            return _rows(result, drop_title=expands_properties(text))

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        with self._lock:
            transaction = self._writing().begin()
            try:
                yield _KgliteTransaction(transaction, self.address)
                with _translated(self.address):
                    transaction.commit()
            finally:
                if transaction.active:  # not committed: something was raised on the way
                    transaction.rollback()

    def execute(self, statements: Sequence[Statement]) -> None:
        with self.write() as transaction:
            for statement in statements:
                transaction.run(statement.cypher, statement.parameters)

    def ensure_schema(self) -> None:
        with self._lock, _translated(self.address):
            for statement in SCHEMA:
                self._writing().execute(statement)

    def checkpoint(self) -> None:
        with self._lock, _translated(self.address):
            self._writing().save()

    def version(self) -> str:
        """Known without opening the checkpoint: its inode, size and time of writing."""
        with _translated(self.address):
            return _version(self._checkpoint.stat())

    def close(self) -> None:
        """Leaves a checkpoint of all that was committed, and gives up the lease."""
        with self._lock, _translated(self.address):
            if self._writer is not None:
                self._writer.close()
            self._state = None

    def _writing(self) -> Any:
        if self._writer is None:
            raise read_only(self.address)
        return self._writer

    def _open_writer(self) -> Any:
        session = kglite.open_session(str(self._checkpoint), durable="full")
        if not self._checkpoint.exists() or self._has_log():
            session.save()  # from now on readers find a state, and after a crash all of it
        return session

    def _has_log(self) -> bool:
        return self._log.exists() and self._log.stat().st_size > _EMPTY_LOG_BYTES

    def _replay_log(self) -> None:
        """After a crash: bring what was committed into the checkpoint, unless a writer is at work and will do so itself."""
        if not self._has_log():
            return
        try:
            self._open_writer().close()
        except (kglite.FileIoError, OSError):  # a writer holds the lease, or the folder may only be read
            if not self._checkpoint.exists():
                raise

    def _current(self) -> Any:
        """The session on the newest checkpoint."""
        with self._lock:
            if self._state is None or self._state.version != _version(self._checkpoint.stat()):
                with self._checkpoint.open("rb") as file:
                    version = _version(os.fstat(file.fileno()))
                    self._state = _State(version, kglite.from_bytes(file.read()).session())
            return self._state.session


class _KgliteTransaction:
    def __init__(self, transaction: Any, address: str) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        with _translated(self._address):
            result = self._transaction.cypher(cypher, params=dict(parameters or {}), timeout_ms=0)
            return _rows(result, drop_title=False)


def _version(status: os.stat_result) -> str:
    return f"{status.st_ino:x}-{status.st_size:x}-{status.st_mtime_ns:x}"


def _check_folder(path: Path, mode: Literal["read", "write"]) -> None:
    """Refuse what is not a store before anything is created in it."""
    remedy, remedy_en = "Ge lagret en egen sökväg med --store.", "Give the store a path of its own with --store."
    try:
        names = {entry.name for entry in path.iterdir()}
    except FileNotFoundError:
        names = set()
    except NotADirectoryError as error:
        raise StoreUnavailableError(
            f"{path} är ingen mapp och därför inget lager.",
            remedy,
            message_en=f"{path} is not a folder, so not a store.",
            remedy_en=remedy_en,
        ) from error
    if CHECKPOINT in names or LOG in names:
        return
    if any(not name.startswith(CHECKPOINT) for name in names):
        raise StoreUnavailableError(
            f"{path} är en mapp med annat i, inget lager.",
            remedy,
            message_en=f"{path} is a folder with other things in it, not a store.",
            remedy_en=remedy_en,
        )
    if mode == "read":
        raise StoreUnavailableError(
            f"Det finns inget lager i {path} än.",
            f"Kör först: arendegang ingest SÖKVÄG --store {path}",
            message_en=f"There is no store at {path} yet.",
            remedy_en=f"Run first: arendegang ingest PATH --store {path}",
        )


@contextmanager
def _translated(address: str) -> Iterator[None]:
    """The engine's errors as the project's own, with the cause kept."""
    try:
        yield
    except StoreError:
        raise
    except kglite.WriterLeaseHeldError as error:
        holder, holder_en = _holder(error)
        raise StoreBusyError(
            f"{address} skrivs just nu av {holder}.",
            "Vänta tills den är klar, eller avsluta den.",
            message_en=f"{address} is being written by {holder_en}.",
            remedy_en="Wait until it is done, or end it.",
        ) from error
    except kglite.ReadOnlyError as error:
        raise write_refused() from error
    except kglite.CypherTimeoutError as error:
        raise too_slow() from error
    except kglite.CypherSyntaxError as error:
        if "write clauses" in str(error):  # CALL { CREATE … }: refused by the parser, before the access mode is looked at
            raise write_refused() from error
        raise not_understood(_first_line(error)) from error
    except (kglite.FileFormatError, RuntimeError) as error:
        raise StoreUnavailableError(
            f"{address} är skadat eller inget lager.",
            "Lägg tillbaka en kopia, eller ta bort det och läs in dokumenten igen.",
            message_en=f"{address} is damaged or not a store.",
            remedy_en="Bring back a copy, or remove it and ingest the documents again.",
        ) from error
    except (kglite.FileError, FileNotFoundError) as error:
        raise StoreUnavailableError(
            f"Det finns inte längre något lager i {address}.",
            f"Kör: arendegang ingest SÖKVÄG --store {address}",
            message_en=f"There is no store at {address} any longer.",
            remedy_en=f"Run: arendegang ingest PATH --store {address}",
        ) from error
    except (kglite.FileIoError, OSError) as error:
        reason, reason_en = system_fault(error if isinstance(error, OSError) else _system_error(error))
        raise StoreUnavailableError(
            f"{address} går inte att använda: {reason}.",
            "Kontrollera sökvägen, rättigheterna till den och utrymmet.",
            message_en=f"{address} cannot be used: {reason_en}.",
            remedy_en="Check the path, the rights to it and the space left.",
        ) from error
    except (kglite.KgError, TypeError, ValueError) as error:
        raise not_understood(_first_line(error)) from error


def _holder(error: Any) -> tuple[str, str]:
    """Who writes, in Swedish and English."""
    holder = error.holder or {}
    if holder.get("self"):
        return "en annan del av programmet", "another part of this program"
    if pid := holder.get("pid"):
        return f"en annan process (nummer {pid})", f"another process (number {pid})"
    return "en annan process", "another process"


def _system_error(error: BaseException) -> OSError:
    """The system's error that the engine tells as `File I/O error: Permission denied (os error 13)`."""
    words = _first_line(error)
    number = int(found[1]) if (found := re.search(r"\(os error (\d+)\)", words)) else 0
    return OSError(0, words, None, number) if os.name == "nt" else OSError(number, words)


def _first_line(error: BaseException) -> str:
    """The engine's words without the picture of the place, which `line 1, col 17` names already."""
    return str(error).partition("\n")[0]


def _rows(result: Any, *, drop_title: bool) -> list[Row]:
    if not isinstance(result, kglite.ResultView):  # `FORMAT CSV` gives a string
        raise QueryError(
            "FORMAT hör inte till den Cypher som går att använda här.",
            "Utelämna det: raderna ges som de är.",
            message_en="FORMAT is not part of the portable Cypher.",
            remedy_en="Leave it out: rows are given as they are.",
        )
    return [{name: _plain(value, drop_title) for name, value in row.items()} for row in result.to_list()]


def _plain(value: Any, drop_title: bool) -> Any:
    """The protocol's plain types: nodes and relationships without the engine's numbers and virtual properties."""
    match value:
        case datetime() | time():
            return value.isoformat()
        case None | str() | bool() | int() | float() | date():
            return value
        case list() | tuple():
            return [_plain(item, drop_title) for item in value]
        case {"id": int(), "labels": list() as labels, "properties": dict() as properties}:
            kept = {name: _plain(item, drop_title) for name, item in properties.items()}
            if kept.get("type") in labels:
                del kept["type"]
            return {"labels": labels, "properties": _without_virtual_title(kept)}
        case {"id": int(), "start": int(), "end": int(), "type": str() as kind, "properties": dict() as properties, **rest} if (
            not rest
        ):
            return {"type": kind, "properties": {name: _plain(item, drop_title) for name, item in properties.items()}}
        case dict():
            kept = {name: _plain(item, drop_title) for name, item in value.items()}
            return _without_virtual_title(kept) if drop_title else kept
        case _:
            return str(value)


def _without_virtual_title(properties: dict[str, Any]) -> dict[str, Any]:
    """Every node has a `title` here, its `name` where none was given; only documents have one of their own (MODEL.md)."""
    is_document = str(properties.get("id", "")).startswith(f"{Label.DOCUMENT.lower()}:")
    if not is_document and "title" in properties and properties["title"] == properties.get("name"):
        return {name: value for name, value in properties.items() if name != "title"}
    return properties
