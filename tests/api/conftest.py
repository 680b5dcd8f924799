from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from tests.api.served import Web, application, client, fill_store, sample_files


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded store with all sample documents."""
    address = str(tmp_path_factory.mktemp("interface") / "samples.store")
    fill_store(address, sample_files())
    return address


@pytest.fixture(scope="session")
def app(sample_store: str) -> FastAPI:
    return application(sample_store)


@pytest.fixture(scope="session")
def web(app: FastAPI) -> Iterator[Web]:
    with client(app) as asking:
        yield asking
