"""The page on which a person judges: one pair at a time, its passages, what speaks for and against, and three answers.

Works without JavaScript: answers are forms. The store is opened for writing only while an answer is put into effect.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import parse_qs, quote, unquote

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.forgery import is_ours, remember, token
from api.pages.rendering import Page, render
from api.review_words import point_words, said_words, shown_apart
from api.routes.dependencies import PageTexts, gate, page_texts, page_urls
from api.texts import Texts
from api.urls import Urls
from graph.errors import StoreBusyError
from graph.judgements import MAX_AUTHOR, MAX_REASON, Said, load_entries
from graph.stores import open_store
from graph.stores.store import Store
from ingest import review
from ingest.review import HistoryLine, NotFoundError, Question, SideShown, Waiting

router = APIRouter(include_in_schema=False)

_RECENT: Final = 8
_MAX_BODY: Final = 20_000
_NAME_COOKIE: Final = "arendegang_name"
_writing = threading.Lock()
"""One answer at a time is put into effect; others of this process wait for it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a passage in pieces, each with whether it is the spelling in question; and where they stand."""

    pieces: tuple[tuple[str, bool], ...]
    place: str
    href: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two. `properties` are headings with their words."""

    spelling: str
    name: str
    href: str
    properties: tuple[tuple[str, str], ...]
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    key: str
    heading: str
    sides: tuple[SideView, SideView]
    favour: tuple[str, ...]
    against: tuple[str, ...]
    facts: int
    postponed: bool
    place: int
    previous_href: str | None
    next_href: str | None


@dataclass(frozen=True, slots=True)
class HistoryView:
    number: int
    id: str
    words: str
    author: str
    time: dt.datetime
    reason: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    """`done` and `failure` are keys of what to tell first; `open` and `merged_open` how many pairs either list has."""

    merged: bool
    pair: PairView | None
    open: int
    merged_open: int
    judged: int
    history: tuple[HistoryView, ...]
    author: str
    reason: str
    token: str
    done: str | None
    failure: str | None

    @property
    def total(self) -> int:
        return self.merged_open if self.merged else self.open


def reading_store(request: Request) -> Store:
    """The store without a freshness tag: what is shown depends on the judgements beside it too."""
    return gate(request).store()


ReviewStore = Annotated[Store, Depends(reading_store)]


@router.get("/granska")
def review_page(request: Request, store: ReviewStore, lista: str = "", par: str = "", klart: str = "") -> HTMLResponse:
    done = klart if klart in ("same", "different", "later", "undo") else None
    failure = klart if klart in ("gone", "undone") else None
    return _page(request, store, merged=lista == "hopslaget", key=par, done=done, failure=failure)


@router.get("/granska/historik")
def history_page(request: Request, store: ReviewStore, texts: PageTexts) -> HTMLResponse:
    lines = tuple(reversed(review.history(load_entries(store))))
    view = ReviewView(
        merged=False,
        pair=None,
        open=0,
        merged_open=0,
        judged=len(lines),
        history=tuple(_line(line, texts) for line in lines),
        author=_author(request),
        reason="",
        token=token(request),
        done=None,
        failure=None,
    )
    return _finish(request, render(request, "review_history.html", Page(texts("review.history"), "review"), view))


@router.post("/granska")
async def answer(request: Request) -> Response:
    """One answer (fields `par`, `svar`, and if given `skal` and `namn`), then on to the next pair."""
    form = await _form(request)
    return await run_in_threadpool(_answer, request, form)


@router.post("/granska/angra")
async def undo(request: Request) -> Response:
    """Take back a judgement (field `id`)."""
    form = await _form(request)
    return await run_in_threadpool(_undo, request, form)


Form = Callable[[str], str]


async def _form(request: Request) -> Form:
    """The fields of a form; what is longer than any form of ours has none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY:
            return lambda name: ""
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return lambda name: fields.get(name, [""])[0].strip()


def _answer(request: Request, form: Form) -> Response:
    store = reading_store(request)
    urls = page_urls(request)
    merged = form("lista") == "hopslaget"
    again = {"merged": merged, "key": form("par"), "reason": form("skal"), "author": form("namn")}
    if not is_ours(request, form("token")):
        return _page(request, store, failure="token", status=403, **again)  # type: ignore[arg-type]
    if form("svar") not in (Said.SAME, Said.DIFFERENT, Said.LATER):
        return _page(request, store, failure="choose", status=422, **again)  # type: ignore[arg-type]
    said = Said(form("svar"))
    queue = review.read_queue(store, load_entries(store), merged=merged)
    place = next((i for i, waiting in enumerate(queue) if waiting.key == form("par")), None)
    if place is None:
        return RedirectResponse(urls.review(merged=merged, done="gone"), 303)
    question = review.describe(store, queue[place])
    author = review.choose_author(form("namn"), os.environ)
    try:
        with _writing, closing(open_store(gate(request).address, mode="write")) as opened:
            review.judge(
                opened,
                said,
                queue[place].kind,
                review.side_of(question.left.unit, question.left.body),
                review.side_of(question.right.unit, question.right.body),
                author=author,
                now=dt.datetime.now(dt.UTC),
                reason=form("skal"),
            )
    except StoreBusyError:
        return _page(request, store, failure="busy", status=503, **again)  # type: ignore[arg-type]
    following = queue[(place + 1) % len(queue)].key if len(queue) > 1 else None
    response = RedirectResponse(urls.review(merged=merged, pair=following, done=said.value), 303)
    return _with_name(request, response, form("namn"))


def _undo(request: Request, form: Form) -> Response:
    store = reading_store(request)
    urls = page_urls(request)
    if not is_ours(request, form("token")):
        return _page(request, store, failure="token", status=403)
    author = review.choose_author(form("namn") or _named(request), os.environ)
    try:
        with _writing, closing(open_store(gate(request).address, mode="write")) as opened:
            lines = {line.entry.id: line.number for line in review.history(load_entries(opened))}
            review.undo(opened, lines.get(form("id"), 0), author=author, now=dt.datetime.now(dt.UTC))
    except NotFoundError:
        return RedirectResponse(urls.review(done="undone"), 303)
    except StoreBusyError:
        return _page(request, store, failure="busy", status=503)
    return RedirectResponse(urls.review(done="undo"), 303)


# --- the view ------------------------------------------------------------------------------------------------------------


def _page(
    request: Request,
    store: Store,
    *,
    merged: bool = False,
    key: str = "",
    done: str | None = None,
    failure: str | None = None,
    status: int = 200,
    reason: str = "",
    author: str = "",
) -> HTMLResponse:
    texts, urls = page_texts(request), page_urls(request)
    entries = load_entries(store)
    queues = {one: review.read_queue(store, entries, merged=one) for one in (False, True)}
    queue = queues[merged]
    place = next((i for i, waiting in enumerate(queue) if waiting.key == key), 0)
    pair = _pair(review.describe(store, queue[place]), place, queue, texts, urls) if queue else None
    lines = review.history(entries)
    standing = [line for line in lines if not line.undone and line.entry.judged in (Said.SAME, Said.DIFFERENT)]
    view = ReviewView(
        merged=merged,
        pair=pair,
        open=len(queues[False]),
        merged_open=len(queues[True]),
        judged=len(standing),
        history=tuple(_line(line, texts) for line in reversed(lines[-_RECENT:])),
        author=author or _author(request),
        reason=reason[:MAX_REASON],
        token=token(request),
        done=done,
        failure=failure,
    )
    page = Page(pair.heading if pair else texts("review.title"), "review")
    return _finish(request, render(request, "review.html", page, view, status=status))


def _finish(request: Request, response: HTMLResponse) -> HTMLResponse:
    response.headers["cache-control"] = "no-store"
    remember(request, response)
    return response


def _pair(question: Question, place: int, queue: Sequence[Waiting], texts: Texts, urls: Urls) -> PairView:
    waiting = question.waiting

    def at(number: int) -> str | None:
        return urls.review(merged=waiting.merged, pair=queue[number].key) if 0 <= number < len(queue) else None

    left, right = shown_apart(question)
    return PairView(
        key=waiting.key,
        heading=texts(f"review.ask.{waiting.kind}", left=texts.quoted(left), right=texts.quoted(right)),
        sides=(_side(question.left, texts, urls), _side(question.right, texts, urls)),
        favour=tuple(point_words(point, texts) for point in question.in_favour),
        against=tuple(point_words(point, texts) for point in question.against),
        facts=waiting.facts,
        postponed=waiting.postponed,
        place=place + 1,
        previous_href=at(place - 1),
        next_href=at(place + 1),
    )


def _side(side: SideShown, texts: Texts, urls: Urls) -> SideView:
    unit = side.unit
    others = [text for text in unit.spellings if text != side.spelling]
    body = texts("review.body") if unit.entity.startswith("official:") else texts("review.part")
    days = [texts.date(day) for day in dict.fromkeys((unit.first, unit.last)) if day]
    properties = (
        (body, side.body or ""),
        (texts("review.roles"), ", ".join(unit.roles)),
        (texts("review.days"), " – ".join(days)),
        (texts("review.spellings"), ", ".join(others)),
    )
    return SideView(
        spelling=side.spelling,
        name=side.name,
        href=urls.entity(unit.entity),
        properties=tuple((heading, words) for heading, words in properties if words),
        quotes=tuple(
            Quotation(
                pieces=_pieces(passage.words.strip(), passage.mention),
                place=", ".join(
                    part
                    for part in (
                        passage.file,
                        texts("source.page", page=passage.page) if passage.page else "",
                        passage.section or "",
                    )
                    if part
                ),
                href=urls.document(passage.document, passage.start, passage.end),
            )
            for passage in side.passages
        ),
    )


def _pieces(words: str, mention: str) -> tuple[tuple[str, bool], ...]:
    """The words with those of the mention apart, wherever a line breaks in them."""
    pattern = r"\s+".join(re.escape(word) for word in mention.split())
    if not pattern:
        return ((words, False),)
    parts = re.split(rf"(?<!\w)({pattern})(?!\w)", words)
    return tuple((part, number % 2 == 1) for number, part in enumerate(parts) if part)


def _line(line: HistoryLine, texts: Texts) -> HistoryView:
    entry = line.entry
    words = said_words(line.entry, line.target, texts)
    return HistoryView(line.number, entry.id, words, entry.author, entry.time, entry.reason, line.undone)


# --- who judges ----------------------------------------------------------------------------------------------------------


def _named(request: Request) -> str:
    return unquote(request.cookies.get(_NAME_COOKIE, ""))[:MAX_AUTHOR]


def _author(request: Request) -> str:
    """The name that the form begins with: the one given last, else that of the program's own user."""
    return _named(request) or review.choose_author(None, os.environ)


def _with_name(request: Request, response: Response, name: str) -> Response:
    if name and name != _named(request):
        value = quote(name[:MAX_AUTHOR])
        secure = request.url.scheme == "https"
        response.set_cookie(_NAME_COOKIE, value, 31_536_000, path="/granska", httponly=True, samesite="strict", secure=secure)
    return response
