from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from graph.stores import open_store
from tests.api.served import Web, application, client
from tests.pages.conftest import Seen, serving, visit
from tests.review.corpora import fill

__all__ = ["visit"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the documents of `corpora`, to be copied."""
    path = tmp_path_factory.mktemp("review") / "minutes.store"
    store = open_store(str(path), mode="write")
    store.ensure_schema()
    fill(store)
    store.close()
    return path


@pytest.fixture
def kept(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store of the test's own, with no author in the environment but Eva."""
    for name in [name for name in os.environ if name.startswith("ARENDEGANG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ARENDEGANG_AUTHOR", "Eva")
    return str(shutil.copytree(filled, tmp_path / "minutes.store"))


@pytest.fixture
def app(kept: str) -> FastAPI:
    return application(kept)


@pytest.fixture
def web(app: FastAPI) -> Iterator[Web]:
    with client(app) as asking:
        yield asking


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    with serving(app) as base:
        yield base
    app.state.gate.give_up()


@pytest.fixture
def seen(address: str) -> Seen:
    return Seen(address)
