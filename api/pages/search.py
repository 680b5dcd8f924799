"""Search results: names and titles, best first, with the questions that can be asked about the best of them."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.asking import questions_about
from api.pages.rendering import Page, render
from api.pages.values import Link
from api.routes.dependencies import FreshStore, PageTexts, PageUrls
from graph.names import fold
from queries.lookup import Hit, search

router = APIRouter(include_in_schema=False)
_LIMIT = 60


@dataclass(frozen=True, slots=True)
class SearchGroup:
    label: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """`near` when nothing fits and the hits are only the nearest names. `asks` are questions about the first hit."""

    q: str
    total: int
    groups: tuple[SearchGroup, ...]
    near: bool
    first: Hit | None
    asks: tuple[Link, ...]


@router.get("/sok")
def search_page(request: Request, store: FreshStore, texts: PageTexts, urls: PageUrls, q: str = "") -> HTMLResponse:
    q = q.strip()[:120]
    hits = search(store, q, _LIMIT) if q else []
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
    first = hits[0] if hits else None
    near = first is not None and not any(_fits(hit, q) for hit in hits)
    view = SearchView(
        q=q,
        total=len(hits),
        groups=tuple(SearchGroup(label, tuple(found)) for label, found in groups.items()),
        near=near,
        first=first,
        asks=tuple(questions_about(first.id, first.label, texts, urls)) if first and not near else (),
    )
    title = f"{texts('search.title')}: {q}" if q else texts("search.title")
    return render(request, "search.html", Page(title, "search"), view)


def _fits(hit: Hit, q: str) -> bool:
    """Whether all words stand in what is shown of the hit, or it is a meeting or item (which are found by their words only)."""
    shown = fold(f"{hit.name} {hit.detail or ''}")
    return hit.label in ("Meeting", "AgendaItem") or all(word in shown for word in fold(q).split())
