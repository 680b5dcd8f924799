"""What the routes and pages share: the store, opened when first needed; the language; today's date; freshness."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Callable
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Query, Request

from api.texts import Language, Texts
from api.urls import Urls
from graph.stores import open_store
from graph.stores.store import Store

T = TypeVar("T")


class NotModifiedError(Exception):
    """The reader has this state already."""


class StoreGate:
    """The one read store of the process. It is opened when first needed, so that the program starts without one; when it cannot be
    opened the next request tries again, and when it has gone away it is given up and opened anew."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._kept: dict[str, tuple[str, object]] = {}

    def store(self) -> Store:
        """Raises StoreUnavailableError when there is none (yet), with the remedy."""
        with self._lock:
            if self._store is None:
                self._store = open_store(self.address, mode="read")
            return self._store

    def once(self, name: str, version: str, compute: Callable[[], T]) -> T:
        """What `compute` gives, kept under `name` until the store shows another state: for what reads the whole store."""
        with self._lock:
            kept = self._kept.get(name)
        if kept is None or kept[0] != version:
            kept = (version, compute())
            with self._lock:
                self._kept[name] = kept
        return cast(T, kept[1])

    def give_up(self) -> None:
        """Close the store; the next `store()` opens it again."""
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()


def gate(request: Request) -> StoreGate:
    return cast(StoreGate, request.app.state.gate)


def today(request: Request) -> dt.date:
    """The date by which waiting is counted."""
    return cast(Callable[[], dt.date], request.app.state.today)()


def fresh_store(request: Request) -> Store:
    """The store, unless the reader already has this state of it: then NotModifiedError, which gives 304.

    The tag is that of the store's state, the day (waiting is counted to it), the program and the address. It is noted in the
    request's state, from where the outermost layer puts it on the answer.
    """
    store = gate(request).store()
    parts = (store.version(), today(request).isoformat(), request.app.state.stamp, request.url.path, request.url.query)
    tag = f'W/"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:20]}"'
    request.state.etag = tag
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*" or tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in known.split(",")}:
        raise NotModifiedError
    return store


def page_language(request: Request) -> Language:
    """`?lang=` when it names a language of ours, else the program's own. A slip in the address is no error on a page."""
    asked = request.query_params.get("lang")
    default = cast(Language, request.app.state.language)
    return Language(asked) if asked in set(Language) else default


def page_texts(request: Request) -> Texts:
    return Texts(page_language(request))


def page_urls(request: Request) -> Urls:
    return Urls(page_language(request), request.app.state.language)


def _api_language(
    request: Request,
    lang: Annotated[Language | None, Query(description="Language of messages; what documents say stays as it is.")] = None,
) -> Language:
    return lang if lang is not None else cast(Language, request.app.state.language)


FreshStore = Annotated[Store, Depends(fresh_store)]
Today = Annotated[dt.date, Depends(today)]
ApiLanguage = Annotated[Language, Depends(_api_language)]
PageTexts = Annotated[Texts, Depends(page_texts)]
PageUrls = Annotated[Urls, Depends(page_urls)]
