from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page

from tests.api.served import Web, application, client, fill_store, sample_files

HOSTILE_NAME = '"><img src=x onerror=alert(1)>.txt'
HOSTILE = """Välfärdsrådet

Minnesanteckningar Välfärdsrådet

Datum: 1 december 2022

Plats: <script>document.title='taken'</script> </title></style></textarea>

Närvarande: Anna <b onmouseover=alert(1)>Lund</b> Granmyr

1. Mötets öppnande

Ordföranden öppnade mötet.

2. Information: SPAK – <img src="https://evil.example/spak.png" onerror="alert(2)"> läge

Föredragande: Bo <script>alert(3)</script> Ek, strateg javascript:alert(4), Region Myrland

Välfärdsrådet beslutade
att rekommendera LCHNV att läsa [detta](javascript:alert(5)) och <a href="javascript:alert(6)">detta</a> {{ 7*7 }} {% raw %}
"""


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All sample documents, and one whose name and words are made to break pages."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = folder / HOSTILE_NAME.replace("/", "")
    hostile.write_text(HOSTILE, encoding="utf-8")
    address = str(folder / "samples.store")
    fill_store(address, [*sample_files(), hostile])
    return address


@pytest.fixture(scope="session")
def app(sample_store: str) -> FastAPI:
    return application(sample_store)


@pytest.fixture(scope="session")
def web(app: FastAPI) -> Iterator[Web]:
    with client(app) as asking:
        yield asking


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The application on a free port of this machine, in a thread; ends when the block does."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    ready = threading.Event()
    started = server.startup

    async def startup(sockets: Any = None) -> None:
        await started(sockets)
        ready.set()

    server.startup = startup  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert ready.wait(30), "the server did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(15)


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    with serving(app) as base:
        yield base


@dataclass
class Seen:
    """What a page did beside being shown: messages in the console, errors, dialogs, requests to other places than ours."""

    base: str
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        page.on("request", lambda request: self._note(request.url))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def _note(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "about:", "blob:")):
            self.elsewhere.append(url)


Open = Callable[..., Page]


@pytest.fixture
def seen(address: str) -> Seen:
    return Seen(address)


@pytest.fixture
def visit(chromium: Browser, address: str, seen: Seen) -> Iterator[Open]:
    """Opens one of our pages in a fresh window of the given width."""
    contexts = []

    def open_page(path: str, width: int = 1280, *, javascript: bool = True, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript, **options)
        contexts.append(context)
        page = context.new_page()
        seen.watch(page)
        page.goto(address + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def check_accessibility(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA and its own good practice, as lines. Injected past the page's policy."""
    for frame in page.frames:
        if frame == page.main_frame:
            page.evaluate(AXE)
    found = page.evaluate(
        "axe.run(document, {iframes: false, runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    return [
        f"{violation['id']}: {violation['help']}: " + json.dumps([node["html"][:160] for node in violation["nodes"][:3]])
        for violation in found["violations"]
    ]


def links(page: Page) -> list[str]:
    return [str(one) for one in page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")]


def first_document_link(web: Web, topic: str = "SPAK") -> str:
    """The address of a document with a marked quote, as the presenters' page links to it."""
    found = re.search(r'href="(/dokument/document:[^"#]+)#q"', web.get("/fraga/presenters", params={"topic": topic}).text)
    assert found
    return found[1].replace("&amp;", "&")
