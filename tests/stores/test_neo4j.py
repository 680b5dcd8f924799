"""What only the store on a server has: an address, credentials, a database, and a server that may be down."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from neo4j import GraphDatabase

from graph.errors import StoreUnavailableError
from graph.stores import Statement, open_store
from graph.stores.neo4j import Neo4jStore
from tests.neo4j_server import Server
from tests.stores.processes import writer


def credentials(server: Server) -> dict[str, str]:
    return {"NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password}


def host(server: Server) -> str:
    return server.uri.rpartition("/")[2]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes_with_credentials_from_the_environment(neo4j: Server, scheme: str) -> None:
    with closing(Neo4jStore(f"{scheme}://{host(neo4j)}", mode="read", environ=credentials(neo4j))) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
        assert store.address == f"{scheme}://{host(neo4j)}"


def test_credentials_in_the_address_come_first_and_are_not_shown(neo4j: Server) -> None:
    environ = {"NEO4J_USER": "someone", "NEO4J_PASSWORD": "else"}
    with closing(Neo4jStore(neo4j.address, mode="read", environ=environ)) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
        assert store.address == neo4j.uri


@pytest.mark.parametrize("database", ["system/..", "nosuch"])
def test_an_unknown_database(neo4j: Server, database: str) -> None:
    with pytest.raises(StoreUnavailableError, match=r"NEO4J_DATABASE") as caught:
        Neo4jStore(neo4j.uri, mode="read", environ=credentials(neo4j) | {"NEO4J_DATABASE": database})
    assert neo4j.password not in str(caught.value)


def test_the_database_can_be_named(neo4j: Server) -> None:
    environ = credentials(neo4j)
    for store in (
        Neo4jStore(f"{neo4j.uri}/neo4j", mode="read", environ=environ | {"NEO4J_DATABASE": "nosuch"}),
        Neo4jStore(neo4j.uri, mode="read", environ=environ | {"NEO4J_DATABASE": "neo4j"}),
    ):
        with closing(store):
            assert store.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_wrong_or_missing_password(neo4j: Server, scheme: str) -> None:
    for environ in ({"NEO4J_USER": neo4j.user, "NEO4J_PASSWORD": "fel-lösen"}, {}):
        with pytest.raises(StoreUnavailableError, match="NEO4J_USER och NEO4J_PASSWORD") as caught:
            Neo4jStore(f"{scheme}://{host(neo4j)}", mode="read", environ=environ)
        assert "fel-lösen" not in str(caught.value)
        assert host(neo4j) in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down(scheme: str) -> None:
    with socket.socket() as taken:  # bound and not listening: nobody else can answer on it
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(StoreUnavailableError, match=rf"127\.0\.0\.1:{port} svarar inte") as caught:
            open_store(f"{scheme}://neo4j:hemligt@127.0.0.1:{port}", mode="read")
    assert "hemligt" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["bolt://", "neo4j://localhost:port", "bolt://localhost:99999", "neo4j://[::1", "neo4j+s://127.0.0.1:1", "bolt://x.invalid"],
)
def test_an_address_that_leads_nowhere(address: str) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        Neo4jStore(address, mode="read", environ={})
    assert "\n" not in str(caught.value)


def test_a_password_with_any_character_is_not_shown() -> None:
    for password in ("hemligt/x", "hemligt@x", "hemligt:x", "hemligt#x", "hemligt?x", "hemligt%40x"):
        with pytest.raises(StoreUnavailableError) as caught:
            Neo4jStore(f"bolt://neo4j:{password}@127.0.0.1:1", mode="read", environ={})
        assert "hemligt" not in str(caught.value)
        assert "127.0.0.1:1 " in str(caught.value)


def test_something_else_answers_at_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(100)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(StoreUnavailableError, match="svarar inte"):
            Neo4jStore(f"bolt://127.0.0.1:{listener.getsockname()[1]}", mode="read", environ={"NEO4J_PASSWORD": "x"})
        thread.join()


def test_a_connection_that_is_cut_during_a_transaction(neo4j: Server) -> None:
    port = int(host(neo4j).rpartition(":")[2])
    with relay(port) as (through, cut):
        store = Neo4jStore(f"bolt://127.0.0.1:{through}", mode="write", environ=credentials(neo4j))

        def write() -> None:
            with store.write() as transaction:
                transaction.run("CREATE (:Forum {id: 'f', name: 'F'})")
                cut()

        with pytest.raises(StoreUnavailableError, match="svarar inte"):
            write()
        store.close()
    with closing(Neo4jStore(neo4j.uri, mode="read", environ=credentials(neo4j))) as reader:
        assert reader.read("MATCH (f:Forum) RETURN f.id AS id") == []


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_ends_a_long_question_on_the_server_too(neo4j: Server) -> None:
    def wait_until(running: bool) -> None:
        deadline = time.monotonic() + 30
        while any("range(1, 100000)" in row["query"] for row in driver.execute_query(asking).records) is not running:
            assert time.monotonic() < deadline

    asking = "SHOW TRANSACTIONS YIELD currentQuery AS query WHERE NOT query STARTS WITH 'SHOW'"
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password)) as driver, writer(neo4j.address) as other:
        other.tell("ask-long")
        wait_until(running=True)
        other.process.send_signal(signal.SIGINT)
        assert other.process.wait(30) == 130
        wait_until(running=False)


@pytest.mark.skipif(os.name != "posix", reason="interrupts itself with SIGALRM")
def test_a_store_is_of_use_after_an_interrupted_question(neo4j: Server) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with closing(Neo4jStore(neo4j.uri, mode="write", environ=credentials(neo4j))) as store:
        before = signal.signal(signal.SIGALRM, interrupted)
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            with pytest.raises(KeyboardInterrupt):
                store.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n")
        finally:
            signal.signal(signal.SIGALRM, before)
        store.execute([Statement("CREATE (:Forum {id: 'f', name: 'F'})")])
        assert store.read("MATCH (f:Forum) RETURN f.id AS id") == [{"id": "f"}]


def test_an_interruption_in_the_middle_of_a_message_is_still_an_interruption(
    neo4j: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    def hang_up(*_: object) -> None:
        raise BufferError("Existing exports of data: object cannot be re-sized")

    with closing(Neo4jStore(neo4j.uri, mode="read", environ=credentials(neo4j))) as store:
        driver = store._driver
        with monkeypatch.context() as patched:
            patched.setattr(store, "_call", interrupted)
            patched.setattr(driver, "close", hang_up)
            with pytest.raises(KeyboardInterrupt):
                store.read("RETURN 1 AS n")
        driver.close()
        assert store.read("RETURN 1 AS n") == [{"n": 1}]


@contextmanager
def relay(port: int) -> Iterator[tuple[int, Callable[[], None]]]:
    """A port that leads to `port`, and a function that cuts all that goes through it."""
    ends: list[socket.socket] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", port))
                ends.extend((near, far))
                for source, target in ((near, far), (far, near)):
                    pumps.append(threading.Thread(target=pump, args=(source, target)))
                    pumps[-1].start()

    def cut() -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    pumps: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield listener.getsockname()[1], cut
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            cut()
            for thread in pumps:
                thread.join()
            for end in ends:
                end.close()
