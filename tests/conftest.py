"""Fixtures for all tests. A test that takes `store` or `store_address` runs on every engine; `-k kglite` runs it on the quick one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.stores import Statement, Store, open_store
from tests.neo4j_server import MissingError, Server, running, servers

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Callable[[str], Server]]:
    """Starts the server of that name (tests/neo4j_server.py) when it is first asked for, and stops it after the last test."""
    with ExitStack() as started:

        @cache
        def start(name: str) -> Server | MissingError:
            try:
                return started.enter_context(running(name))
            except MissingError as error:
                return error

        def server(name: str) -> Server:
            result = start(name)
            if isinstance(result, Server):
                return result
            if os.environ.get("ARENDEGANG_REQUIRE_NEO4J") == "1":
                pytest.fail(str(result))
            pytest.skip(str(result))

        yield server


@pytest.fixture(params=servers())
def neo4j(request: pytest.FixtureRequest, neo4j_server: Callable[[str], Server]) -> Server:
    """A real Neo4j, emptied of all data."""
    server = neo4j_server(request.param)
    _empty(server)
    return server


@pytest.fixture(params=["kglite", *servers()])
def store_address(request: pytest.FixtureRequest, tmp_path: Path, neo4j_server: Callable[[str], Server]) -> str:
    """What a user gives with --store: a path that does not exist yet, or the address of an emptied Neo4j with its credentials."""
    if request.param == "kglite":
        return str(tmp_path / "minutes.store")
    server = neo4j_server(request.param)
    _empty(server)
    return server.address


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    """An empty store, open for writing, with the schema in place."""
    opened = open_store(store_address, mode="write")
    opened.ensure_schema()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Without it the tests are skipped, unless ARENDEGANG_REQUIRE_BROWSER=1, which makes that a failure.

    One for all tests: Playwright runs once in a process.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "no chromium on the PATH (Debian: apt-get install chromium)"
        if os.environ.get("ARENDEGANG_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def _empty(server: Server) -> None:
    store = open_store(server.address, mode="write")
    store.execute([Statement("MATCH (n) DETACH DELETE n")])
    store.close()
