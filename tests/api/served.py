"""Stores and applications for tests of the interface and the pages, built from the sample documents by the real ingest."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from graph.stores import open_store
from ingest.job import ingest

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
TODAY = dt.date(2026, 3, 1)
"""After the last sample meeting and after the day by which a report back was promised, so that there is something overdue."""


def fill_store(address: str, files: Iterable[Path]) -> None:
    """Read files into the store at `address`, in this process, and leave it as readers see it."""
    store = open_store(address, mode="write")
    try:
        report = ingest(files, store, lexicon_files=[SAMPLES / "lexicon.yaml"], workers=0)
    finally:
        store.close()
    failed = [line for line in report.files if line.reason and line.outcome == "failed"]
    assert not failed, failed


def sample_files() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".html", ".md", ".pdf", ".txt"})


def application(address: str, *, language: str = "sv", today: dt.date = TODAY) -> FastAPI:
    return create_app(Settings(store=address, language=language), today=lambda: today)  # type: ignore[arg-type]


class Web:
    """Asks the application as a browser would, one request at a time; errors come as answers, never as exceptions."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def get(self, address: str, **options: Any) -> httpx.Response:
        return self.request("GET", address, **options)

    def request(self, method: str, address: str, **options: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as asking:
                return await asking.request(method, address, **options)

        # In a thread of its own: the browser of other tests keeps a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(ask())).result()


@contextmanager
def client(app: FastAPI) -> Iterator[Web]:
    """The application asked as a browser would; its store is given up at the end."""
    try:
        yield Web(app)
    finally:
        app.state.gate.give_up()
