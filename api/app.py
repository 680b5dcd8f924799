"""The application: JSON routes, pages, static files, and around them one layer that sets the headers and catches what is left."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages import router as pages
from api.pages.errors import render_error
from api.problems import MEDIA_TYPE, Problem, Slug, problem_of, slug_of
from api.routes import entities, health, questions, review, search
from api.routes.dependencies import NotModifiedError, StoreGate, page_language
from api.settings import Settings
from api.texts import Language
from api.urls import API
from api.version import program_version
from graph.errors import ArendegangError
from queries.entities import EntityMovedError

_log = logging.getLogger("arendegang.api")
_HERE = Path(__file__).parent

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Nothing from elsewhere, nothing inline. The network view has a policy of its own (api.network_view)."""

_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "content-security-policy": PAGE_POLICY,
}


def create_app(settings: Settings, *, today: Callable[[], dt.date] = dt.date.today) -> FastAPI:
    """The program for these settings. The store is opened when first asked for, so it need not exist yet.

    `today` gives the date by which waiting is counted.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.gate.give_up()

    app = FastAPI(
        title="Ärendegång",
        version=program_version(),
        description=(
            "Who decides what in Swedish regional and municipal governance, and how an issue travels between forums. "
            "Every answer names its sources: document, page or section, and the words. "
            "Errors are `application/problem+json` (RFC 9457)."
        ),
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=lifespan,
    )
    app.state.gate = StoreGate(settings.store)
    app.state.today = today
    app.state.language = Language(settings.language)
    app.state.stamp = _stamp()
    for router in (questions.router, entities.router, search.router, review.router):
        app.include_router(router, prefix=API)
    app.include_router(health.router)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    for error in (ArendegangError, RequestValidationError, HTTPException):
        app.add_exception_handler(error, _tell)
    app.add_exception_handler(NotModifiedError, _not_modified)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    app.add_middleware(OuterLayer, app=app)
    return app


def _stamp() -> str:
    """Changes with the program's version and with every template and static file: part of the freshness tag and of static addresses."""
    digest = hashlib.sha256(program_version().encode())
    for path in sorted([*(_HERE / "static").rglob("*"), *(_HERE / "templates").rglob("*"), *_HERE.rglob("*.py")]):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description, with our form of validation errors in place of its own."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = schema.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(problem.pop("$defs", {}))
        schemas["Problem"] = problem
        for path in schema["paths"].values():
            for operation in path.values():
                _tidy(operation)
        app.openapi_schema = schema
    return app.openapi_schema


def _tidy(operation: dict[str, Any]) -> None:
    from api.routes.examples import problems

    responses = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422")):
        responses["422"] = problems(Slug.INVALID_PARAMETER)[422]
    if any(one.get("name") == "lang" for one in operation.get("parameters", ())):
        responses.setdefault("422", problems(Slug.INVALID_PARAMETER)[422])


def is_page(path: str) -> bool:
    """Whether a person reads what stands there, so that errors are told as a page and not as JSON."""
    return not path.startswith((f"{API}/", "/static/")) and path not in (API, "/healthz", "/openapi.json")


async def _tell(request: Request, error: Exception) -> Response:
    """Any error that the table knows, as a page or as a problem; an old id leads on to the one that is now."""
    if isinstance(error, EntityMovedError) and error.id in request.scope["path"]:
        path = quote(request.scope["path"].replace(error.id, error.current, 1), safe="/:~§@")
        return RedirectResponse(path + (f"?{request.url.query}" if request.url.query else ""), 308)
    slug = slug_of(error)
    if slug is Slug.STORE_UNAVAILABLE:
        _log.warning("%s: %s", request.url.path, error)
        cast(StoreGate, request.app.state.gate).give_up()
    if slug is Slug.INTERNAL_ERROR:
        if isinstance(error, HTTPException) and error.status_code < 500:
            return JSONResponse(
                {"type": "about:blank", "title": error.detail, "status": error.status_code},
                error.status_code,
                media_type=MEDIA_TYPE,
            )
        return _internal(request, error)
    return _answer(request, error, None)


def _internal(request: Request, error: Exception) -> Response:
    reference = secrets.token_hex(4)
    _log.error("reference %s: %s %s", reference, request.method, request.url.path, exc_info=error)
    try:
        return _answer(request, error, reference)
    except Exception:  # the error page itself cannot be made: then the bare number
        _log.exception("reference %s: the error page", reference)
        return PlainTextResponse(f"500. Felnummer / reference: {reference}\n", 500)


def _answer(request: Request, error: Exception, reference: str | None) -> Response:
    instance = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    problem = problem_of(error, instance, _language(request), reference)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if not is_page(request.url.path):
        headers["vary"] = "Accept-Language"
    if problem.status == 503:
        headers["retry-after"] = "10"
    if is_page(request.url.path):
        return render_error(request, problem, error, headers)
    return JSONResponse(problem.model_dump(exclude_none=True), problem.status, headers, media_type=MEDIA_TYPE)


def _language(request: Request) -> Language:
    """That of the address. A program that asks without `lang` may also say it with Accept-Language; pages are in the same
    language whatever the browser's."""
    if request.query_params.get("lang") in set(Language) or is_page(request.url.path):
        return page_language(request)
    wanted = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].partition("-")[0].strip().lower()
    return Language(wanted) if wanted in set(Language) else page_language(request)


async def _not_modified(request: Request, error: Exception) -> Response:
    return Response(status_code=304)


class OuterLayer:
    """Around everything else: security headers on every answer, the freshness tag on good ones, and the last catch of errors.

    The cause of an error that nobody foresaw goes to the log under a reference; the reader gets the reference and nothing else.
    """

    def __init__(self, inner: ASGIApp, app: FastAPI) -> None:
        self.inner = inner
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        state: dict[str, Any] = scope.setdefault("state", {})
        started = False
        head = scope["method"] == "HEAD"  # answered as GET is, without the body
        if head:
            scope = {**scope, "method": "GET"}

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if message["status"] in (200, 304) and "etag" in state:
                    headers["etag"] = state["etag"]
                if scope["path"].startswith("/static/"):
                    headers.setdefault(
                        "cache-control", "public, max-age=31536000, immutable" if scope["query_string"] else "no-cache"
                    )
                else:
                    headers.setdefault("cache-control", "private, no-cache")
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self.inner(scope, receive, send_with_headers)
        except Exception as error:
            if started:
                raise
            scope.setdefault("app", self.app)
            response = _internal(Request(scope), error)
            await response(scope, receive, send_with_headers)
