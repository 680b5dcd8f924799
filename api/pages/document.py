"""The page of a document: its text as read, with the quoted passage marked, the facts numbered, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.overview import DocumentRow, list_documents
from api.pages.paging import Part, first_row, part_of
from api.pages.reading import FactMark, Reading, lay_out
from api.pages.rendering import Page, render
from api.pages.values import Link, link_to, words_of
from api.routes.dependencies import FreshStore, PageTexts, PageUrls
from api.texts import Texts
from api.urls import Urls
from queries import entities
from queries.entities import DocumentView, MarkedFact, NodeRef, UnreadPart

router = APIRouter(include_in_schema=False)
_NAMES_SHOWN = 6
"""A passage may say something of every municipality of a county; the list names a few and tells how many more."""


@dataclass(frozen=True, slots=True)
class Named:
    """One end of a fact. `detail` is a status or role; `inferred` when the fact was concluded."""

    link: Link
    detail: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Facts of one kind about one thing: "Välfärdsrådet – Har beslutat: …". `about` is None where it is plain (the document's own
    meeting)."""

    about: Link | None
    relation: str
    names: tuple[Named, ...]
    more: int


@dataclass(frozen=True, slots=True)
class NumberedFact:
    number: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DocumentPageView:
    id: str
    file: str
    title: str
    kind: str
    date: Any
    diary_number: str | None
    pages: int | None
    carries_strikethrough: bool | None
    meetings: tuple[NodeRef, ...]
    reading: Reading
    facts: tuple[NumberedFact, ...]
    unread: tuple[UnreadPart, ...]
    quote: str | None


@dataclass(frozen=True, slots=True)
class DocumentsView:
    part: Part[DocumentRow]


@router.get("/dokument")
def documents_page(request: Request, store: FreshStore, texts: PageTexts, urls: PageUrls, fran: str = "") -> HTMLResponse:
    view = DocumentsView(part_of(list_documents(store), first_row(fran), urls.documents))
    return render(request, "documents.html", Page(texts("documents.title"), "documents"), view)


@router.get("/dokument/{id}")
def document_page(
    id: str, request: Request, store: FreshStore, texts: PageTexts, urls: PageUrls, start: str = "", end: str = ""
) -> HTMLResponse:
    """With `start` and `end` (offsets into the kept text) the words between them are marked."""
    found = entities.document(store, id)
    quote = _span(start, end)
    marks = [mark for mark in found.marks if mark.facts]
    reading = lay_out(
        found.text,
        found.layout,
        quote=quote,
        facts=[FactMark(number, mark.start, mark.end) for number, mark in enumerate(marks, start=1)],
        unread=[(part.start, part.end) for part in found.unread],
    )
    properties = found.properties
    view = DocumentPageView(
        id=id,
        file=found.file,
        title=str(properties.get("title") or found.name),
        kind=str(properties.get("kind") or "other"),
        date=properties.get("date"),
        diary_number=properties.get("diaryNumber"),
        pages=properties.get("pages"),
        carries_strikethrough=properties.get("carriesStrikethrough"),
        meetings=tuple(found.meetings),
        reading=reading,
        facts=tuple(_numbered(found, texts, urls)),
        unread=tuple(found.unread),
        quote=found.text[quote[0] : quote[1]] if quote and reading.quote_found else None,
    )
    return render(request, "document.html", Page(view.title, "documents"), view)


def _span(start: str, end: str) -> tuple[int, int] | None:
    """The marked span that the address gives; an address with other things than numbers marks nothing."""
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(start) < 12 and len(end) < 12):
        return None
    return int(start), int(end)


def _numbered(found: DocumentView, texts: Texts, urls: Urls) -> list[NumberedFact]:
    own = {meeting.id for meeting in found.meetings}
    marks = [mark for mark in found.marks if mark.facts]
    return [NumberedFact(number, tuple(_said(mark.facts, own, texts, urls))) for number, mark in enumerate(marks, start=1)]


def _said(facts: Sequence[MarkedFact], own: set[str], texts: Texts, urls: Urls) -> list[Said]:
    """Facts told together: those of one type that share an end, seen from the end that they share."""
    groups: dict[tuple[str, bool, str], list[MarkedFact]] = {}
    for fact in facts:
        same_from = sum(one.type == fact.type and one.from_.id == fact.from_.id for one in facts)
        same_to = sum(one.type == fact.type and one.to.id == fact.to.id for one in facts)
        outgoing = same_from > same_to or (same_from == same_to and fact.to.id not in own)
        groups.setdefault((fact.type, outgoing, fact.from_.id if outgoing else fact.to.id), []).append(fact)
    told = []
    for (type_, outgoing, _), group in groups.items():
        shared = group[0].from_ if outgoing else group[0].to
        names = [_named(fact, outgoing, texts, urls) for fact in group]
        told.append(
            Said(
                about=None if shared.id in own else link_to(shared, texts, urls),
                relation=texts.relation(type_, outgoing=outgoing),
                names=tuple(names[:_NAMES_SHOWN]),
                more=max(0, len(names) - _NAMES_SHOWN),
            )
        )
    return told


def _named(fact: MarkedFact, outgoing: bool, texts: Texts, urls: Urls) -> Named:
    detail = next(
        (words_of(name, str(fact.properties[name]), texts) for name in ("status", "role") if fact.properties.get(name)), None
    )
    return Named(link_to(fact.to if outgoing else fact.from_, texts, urls), detail, fact.basis == "inferred")
