"""Error pages: a plain sentence, what to do, and for names the ways on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import Page, render
from api.pages.values import Link
from api.problems import Candidate, Problem, Slug
from api.routes.dependencies import gate, page_texts, page_urls
from api.texts import Language, Texts
from queries import catalogue
from queries.lookup import LookupFailedError


@dataclass(frozen=True, slots=True)
class ErrorView:
    """`lead` says what is wrong in a sentence, `detail` the particulars, `links` where to go from here."""

    slug: str
    status: int
    title: str
    lead: str
    detail: str
    links: tuple[Link, ...]
    links_heading: str
    store: str | None
    """The address of the store that cannot be read; None for other errors."""
    reference: str | None
    again: str
    back: Link | None


def render_error(request: Request, problem: Problem, error: Exception, headers: Mapping[str, str]) -> HTMLResponse:
    texts = page_texts(request)
    slug = Slug(problem.type.partition("#")[2])
    title, lead, heading = _words(slug, error, texts)
    view = ErrorView(
        slug=slug.value,
        status=problem.status,
        title=title,
        lead=lead,
        detail=problem.detail,
        links=tuple(_links(request, problem, error)),
        links_heading=heading,
        store=gate(request).address.rpartition("@")[2] if slug is Slug.STORE_UNAVAILABLE else None,
        reference=problem.reference,
        again=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
        back=_form(request, texts),
    )
    return render(request, "error.html", Page(title), view, status=problem.status, headers=headers)


def _words(slug: Slug, error: Exception, texts: Texts) -> tuple[str, str, str]:
    """Title, lead and the heading over the links."""
    name = error.text if isinstance(error, LookupFailedError) and hasattr(error, "text") else ""
    match slug:
        case Slug.AMBIGUOUS_NAME:
            return texts("error.ambiguous.title"), texts("error.ambiguous.lead", name=name), ""
        case Slug.UNKNOWN_NAME:
            return texts("error.unknown.title", name=name), texts("error.unknown.lead"), texts("error.unknown.near")
        case Slug.STORE_UNAVAILABLE:
            return texts("error.store.title"), texts("error.store.lead"), ""
        case Slug.INTERNAL_ERROR:
            return texts("error.server.title"), texts("error.server.lead"), ""
        case Slug.MISSING_PARAMETER | Slug.INVALID_PARAMETER:
            return texts("error.parameter.title"), "", ""
        case _:
            return texts("error.notfound.title"), texts("error.notfound.lead"), texts("error.unknown.near")


def _links(request: Request, problem: Problem, error: Exception) -> list[Link]:
    """Each candidate as link: within a question to the same question with that name, else to the entity itself."""
    urls = page_urls(request)
    found: list[Candidate] = problem.candidates or problem.suggestions or []
    name = request.path_params.get("name")
    links = []
    for one in found:
        if one.label == "Query":
            query = catalogue()[one.id]
            english = page_texts(request).language is Language.ENGLISH
            links.append(Link(query.title_en if english else query.title, urls.question(one.id)))
            continue
        href = urls.entity(one.id)
        if name in catalogue() and isinstance(error, LookupFailedError):
            given = {key: value for key, value in request.query_params.items() if key != "lang"}
            wrong = next((key for key, value in given.items() if value.strip()[:120] == getattr(error, "text", None)), None)
            if wrong is not None:
                href = urls.question(str(name), {**given, wrong: one.id})
        links.append(Link(one.name, href, one.label, one.hint))
    return links


def _form(request: Request, texts: Texts) -> Link | None:
    name = request.path_params.get("name")
    if name not in catalogue():
        return None
    return Link(texts("form.change"), page_urls(request).question(str(name)))
