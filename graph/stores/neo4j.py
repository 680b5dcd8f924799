"""The store on a Neo4j server, through the official driver. Any number of processes may read and write."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any, Final, Literal, TypeVar
from urllib.parse import unquote

import neo4j
from neo4j.exceptions import ClientError, DriverError, Neo4jError, TransientError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import QueryError, StoreBusyError, StoreError, StoreUnavailableError, WriteRefusedError
from graph.schema import SCHEMA
from graph.stores.guard import guard, not_understood, read_only, too_slow, write_refused
from graph.stores.store import Row, Statement, Transaction

logging.getLogger("neo4j").addHandler(logging.NullHandler())
"""Without one, what the driver logs of a server that is not there comes out on stderr beside our own message."""

T = TypeVar("T")
_HANG_UP_AFTER: Final = 0.2
"""Seconds that an interrupted call has to finish the message it may be writing: hanging up in the middle of one fails."""

CONNECT_TIMEOUT_S: Final = 10.0
RETRY_FOR_S: Final = 5.0
"""How long a transaction is tried again while the server says that trying again may help, or cannot be reached."""


class Neo4jStore:
    """A store on the server at `uri` (`neo4j://`, `bolt://`, also with `+s` or `+ssc`).

    Credentials stand in the URI (`neo4j://user:password@host`) or in NEO4J_USER and NEO4J_PASSWORD, and are never part of
    `address` or of a message. A path in the URI, or NEO4J_DATABASE, names another database than the user's home.

    Raises StoreUnavailableError if the server cannot be reached, refuses the credentials or has no such database.
    """

    engine: Literal["kglite", "neo4j"] = "neo4j"

    def __init__(self, uri: str, *, mode: Literal["read", "write"], environ: Mapping[str, str] = os.environ) -> None:
        scheme, _, rest = uri.partition("://")
        userinfo, _, place = rest.rpartition("@")  # the last one: a password may hold any character
        user, _, password = userinfo.partition(":")
        host, _, database = place.partition("/")
        self.address = f"{scheme}://{host}"
        self._mode = mode
        self._database = database or environ.get("NEO4J_DATABASE") or None
        user = unquote(user) or environ.get("NEO4J_USER") or "neo4j"
        password = unquote(password) or environ.get("NEO4J_PASSWORD") or ""
        self._credentials = (user, password) if password else None
        self._connect()
        try:
            with self._session("read") as session:  # without retries: whoever opens a store wants to know at once
                self._call(lambda: session.run("RETURN 1").consume())
        except QueryError as error:  # a port that is no number, say
            self.close()
            raise self._unreachable() from error
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout_s: float | None = None) -> list[Row]:
        text = guard(cypher)
        driver = self._driver

        @neo4j.unit_of_work(timeout=timeout_s)
        def work(transaction: neo4j.ManagedTransaction) -> list[Row]:
            try:
                if driver is self._driver:
                    return _rows(transaction.run(text, dict(parameters or {})))
            except DriverError:
                if driver is self._driver:
                    raise
            raise KeyboardInterrupt  # hung up meanwhile, see below: not to be tried again

        def ask() -> list[Row]:
            with driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
                return session.execute_read(work)

        try:
            return self._call(ask)
        except KeyboardInterrupt:  # hang up rather than wait for an answer that nobody wants any more
            thread = self._own_thread
            wait([thread.submit(bool)], timeout=_HANG_UP_AFTER)
            self._connect()
            with suppress(BufferError):
                driver.close()
            thread.shutdown(wait=False)
            raise

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        self._require_writing()
        with self._session("write") as session:
            transaction = self._call(session.begin_transaction)
            try:
                yield _Neo4jTransaction(transaction, self._call)
                self._call(transaction.commit)
            finally:
                with suppress(StoreError):  # a lost connection takes its transaction with it
                    self._call(transaction.close)  # rolls back what is not committed

    def execute(self, statements: Sequence[Statement]) -> None:
        self._require_writing()

        def work(transaction: neo4j.ManagedTransaction) -> None:
            for statement in statements:
                transaction.run(statement.cypher, dict(statement.parameters)).consume()

        with self._session("write") as session:
            self._call(lambda: session.execute_write(work))

    def ensure_schema(self) -> None:
        self.execute([Statement(cypher) for cypher in SCHEMA])
        with self._session("write") as session:
            self._call(lambda: session.run("CALL db.awaitIndexes(300)").consume())

    def checkpoint(self) -> None:
        pass  # what is committed is visible

    def version(self) -> str:
        """The bookmark of an empty reading transaction: it names the last transaction that was committed before."""
        with self._session("read") as session:
            self._call(lambda: session.execute_read(lambda transaction: transaction.run("RETURN 1").consume()))
            return ",".join(sorted(session.last_bookmarks().raw_values))

    def close(self) -> None:
        self._driver.close()
        self._own_thread.shutdown(wait=False)

    def _connect(self) -> None:
        """Make the driver; it connects when it is first used."""
        try:
            self._driver = neo4j.GraphDatabase.driver(
                self.address,
                auth=self._credentials,
                connection_timeout=CONNECT_TIMEOUT_S,
                max_transaction_retry_time=RETRY_FOR_S,
                notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
            )
        except (DriverError, ValueError) as error:
            raise self._unreachable() from error
        self._own_thread = ThreadPoolExecutor(max_workers=1)

    @contextmanager
    def _session(self, mode: Literal["read", "write"]) -> Iterator[neo4j.Session]:
        access = neo4j.READ_ACCESS if mode == "read" else neo4j.WRITE_ACCESS
        # Made here and now, which sends nothing: one that another thread makes would be lost, and never closed, at a Ctrl-C.
        session = self._translated(lambda: self._driver.session(database=self._database, default_access_mode=access))
        try:
            yield session
        finally:
            with suppress(StoreError):
                self._call(session.close)

    def _require_writing(self) -> None:
        if self._mode == "read":
            raise read_only(self.address)

    def _call(self, function: Callable[[], T]) -> T:
        """Call into the driver, with its errors as the project's own, their cause kept.

        Ctrl-C is raised in the main thread, and in the middle of a message it would leave the driver with a connection that it
        cannot use to roll back. So the main thread calls through another one: an interrupted call is still completed before
        the next, be it the rollback.
        """
        if threading.current_thread() is threading.main_thread():
            return self._translated(lambda: self._own_thread.submit(function).result())
        return self._translated(function)

    def _translated(self, function: Callable[[], T]) -> T:
        """What the function gives; errors of the driver become the project's own."""
        try:
            return function()
        except TransientError as error:
            raise StoreBusyError(
                f"{self.address} är upptaget: {_words(error)}",
                "Försök igen.",
                message_en=f"{self.address} is busy: {_words(error)}",
                remedy_en="Try again.",
            ) from error
        except Neo4jError as error:
            raise self._from_server(error) from error
        except DriverError as error:
            raise self._unreachable() from error
        except (TypeError, ValueError) as error:  # a parameter of a kind that no property can have
            raise not_understood(str(error)) from error

    def _unreachable(self) -> StoreError:
        return StoreUnavailableError(
            f"Neo4j på {self.address} svarar inte.",
            "Starta Neo4j, eller kontrollera adressen.",
            message_en=f"Neo4j at {self.address} cannot be reached.",
            remedy_en="Start it, or check the address.",
        )

    def _from_server(self, error: Neo4jError) -> StoreError:
        code = error.code or ""
        if code == "Neo.ClientError.Statement.AccessMode":
            return write_refused()
        if code in ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "Neo.ClientError.Security.Forbidden"):
            return WriteRefusedError(
                f"{self.address} låter inte den här användaren skriva.",
                "Använd en annan användare eller databas.",
                message_en=f"{self.address} does not let this user write.",
                remedy_en="Use another user or database.",
            )
        if code.startswith("Neo.ClientError.Security."):
            return StoreUnavailableError(
                f"{self.address} godtar inte användarnamnet och lösenordet.",
                "Ange de rätta i NEO4J_USER och NEO4J_PASSWORD, eller i adressen.",
                message_en=f"{self.address} does not accept the user name and password.",
                remedy_en="Give the right ones in NEO4J_USER and NEO4J_PASSWORD, or in the address.",
            )
        if code == "Neo.ClientError.Database.DatabaseNotFound":
            return StoreUnavailableError(
                f"{self.address} har ingen databas {self._database}.",
                "Kontrollera adressen och NEO4J_DATABASE.",
                message_en=f"{self.address} has no database {self._database}.",
                remedy_en="Check the address and NEO4J_DATABASE.",
            )
        if "TransactionTimedOut" in code:
            return too_slow()
        if isinstance(error, ClientError):
            return not_understood(_words(error))
        return StoreUnavailableError(
            f"Fel i Neo4j på {self.address}: {_words(error)}",
            "Se serverns logg.",
            message_en=f"Neo4j at {self.address} failed: {_words(error)}",
            remedy_en="Look at the server's log.",
        )


class _Neo4jTransaction:
    def __init__(self, transaction: neo4j.Transaction, call: Callable[[Callable[[], list[Row]]], list[Row]]) -> None:
        self._transaction = transaction
        self._call = call

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        return self._call(lambda: _rows(self._transaction.run(cypher, dict(parameters or {}))))


def _words(error: Neo4jError) -> str:
    """The server's message on one line, without the picture of the place, which `(line 1, column 17 …)` names already."""
    return " ".join((error.message or "").partition("\n")[0].split())


def _rows(result: neo4j.Result) -> list[Row]:
    return [dict(zip(record.keys(), map(_plain, record.values()), strict=True)) for record in result]


def _plain(value: Any) -> Any:
    """The protocol's plain types, the same as from the embedded store."""
    match value:
        case Date():
            return value.to_native()
        case DateTime() | Time():
            return value.to_native().isoformat()
        case Duration():
            return {"months": value.months, "days": value.days, "seconds": value.seconds}
        case None | str() | bool() | int() | float() | date():
            return value
        case Node():
            return {"labels": sorted(value.labels), "properties": _plain(dict(value))}
        case Relationship():
            return {"type": value.type, "properties": _plain(dict(value))}
        case Path():
            return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case _:
            return str(value)
