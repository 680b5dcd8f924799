"""How typed values of answers are shown: links, dates, quotes. Pure; templates and the CSV writer share it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from api.texts import Own, Texts
from api.urls import Urls
from graph.identifiers import PREFIXES, label_of
from queries.catalogue import Source
from queries.entities import NodeRef
from queries.parts import Body, MeetingRef, Target


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere. `kind` is the label of the node it leads to, for its sign."""

    text: str
    href: str
    kind: str | None = None
    note: str | None = None
    """What tells it apart, in quieter print."""
    before: Own | None = None
    """What it is here, before a colon."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source and where they stand. `words` is None when the fact was concluded without words."""

    words: str | None
    place: str
    href: str
    inferred: bool


_NAMED = 3
"""So many of many recipients are named; the words for them and their number stand before."""


_BLANK_LINES = re.compile(r"[^\S\n]*\n\s*\n\s*")
"""Between the lines of a sentence that stands as several paragraphs in the document; in a quote they only make holes."""


def describe_sources(sources: Iterable[Source], texts: Texts, urls: Urls) -> list[Quote]:
    """Each source as quote and place: "vfr-2025-03-13.docx, sidan 2, 6 a) SPAK". Several passages keep their order."""
    return [
        Quote(
            words=_BLANK_LINES.sub("\n", source.words.strip()) if source.words else None,
            place=place_of(source, texts),
            href=urls.document(source.document, source.start, source.end),
            inferred=source.basis == "inferred",
        )
        for source in sources
    ]


def place_of(source: Source, texts: Texts) -> str:
    parts = [source.file]
    if source.page is not None:
        parts.append(texts("source.page", page=source.page))
    if source.section and source.section.strip() != (source.words or "").strip():
        parts.append(source.section)
    return ", ".join(parts)


def link_to(value: Body | MeetingRef | NodeRef, texts: Texts, urls: Urls) -> Link:
    """A node of an answer as link. A document leads to its own page."""
    if isinstance(value, MeetingRef):
        return Link(value.name, urls.entity(value.id), "Meeting", None if value.recorded else texts("recorded.false"))
    if not is_id(value.id):  # words for many at once, which is no node
        return Link(value.name, "")
    href = urls.document(value.id) if value.label == "Document" else urls.entity(value.id)
    if isinstance(value, Body):
        return Link(value.name, href, value.label, value.short if value.short != value.name else None)
    note: str | None = texts.date(value.date) if value.date and value.date.isoformat() not in value.name else None
    if value.label == "Decision":  # many are worded alike: where it was made tells them apart
        note = _readable(value.id.rpartition(":")[0])
    return Link(value.name, href, value.label, note)


def is_id(text: str) -> bool:
    return label_of(text) is not None and text.partition(":")[0] in PREFIXES and bool(text.partition(":")[2])


def words_of(field: str, value: str, texts: Texts) -> str:
    """A word of a closed list in the reader's language ("recommend" -> "rekommenderar"), other text as it is."""
    groups = {
        "kind": ("decision", "document.kind", "hop.short"),
        "status": ("status",),
        "reason": ("status",),
        "finding": ("status",),
        "aspect": ("status",),
        "level": ("level",),
        "basis": ("basis",),
        "due_basis": ("basis",),
    }
    for group in groups.get(field, ()):
        if texts.has(f"{group}.{value}"):
            return texts(f"{group}.{value}")
    return value


Shown = str | Link | Sequence["Shown"] | None
"""What a cell holds: text, a link, several of these, or nothing."""


def shown(field: str, value: object, texts: Texts, urls: Urls) -> Shown:
    """A value of a row as what a cell shows. Sources are not shown here: they have a column of their own."""
    match value:
        case None | "" | []:
            return None
        case bool():
            return texts("answer.yes") if value else texts("answer.no")
        case Body() | MeetingRef() | NodeRef():
            return link_to(value, texts, urls)
        case dt.date():
            return texts.date(value)
        case Target():
            return _target(value, texts, urls)
        case str() if is_id(value):
            return Link(_readable(value), urls.entity(value))
        case str():
            return words_of(field, value, texts)
        case int() | float():
            return texts.number(value)
        case list() | tuple():
            return [one for one in (shown(field, inner, texts, urls) for inner in value) if one is not None]
        case BaseModel() if {"item", "title", "meeting"} <= set(type(value).model_fields):
            return _item(value, texts, urls)
        case BaseModel():
            inner = (shown(name, getattr(value, name), texts, urls) for name in type(value).model_fields if name != "sources")
            return [one for one in inner if one is not None]
    return str(value)


def _target(value: Target, texts: Texts, urls: Urls) -> Link:
    """Whom something was sent to: the body, or its meeting when one is named, or the words for many at once."""
    if value.meeting is not None:
        return link_to(value.meeting, texts, urls)
    if value.count == 1 and value.members:
        return link_to(value.members[0], texts, urls)
    names = ", ".join(member.name for member in value.members[:_NAMED])
    if len(value.members) > _NAMED:
        names += " " + texts("trace.and-more", n=len(value.members) - _NAMED)
    return Link(f"{value.name} ({value.count})", "", None, names)


def _item(value: BaseModel, texts: Texts, urls: Urls) -> Link:
    """An agenda item that a row names beside its own: "6a SPAK – Delrapport", and the meeting."""
    number, title, meeting = getattr(value, "number", None), value.title, value.meeting  # type: ignore[attr-defined]
    return Link(f"{number} {title}" if number else title, urls.entity(value.item), "AgendaItem", meeting.name)  # type: ignore[attr-defined]


def _readable(identifier: str) -> str:
    """ "VFR 2023-06-08 6a" of `item:vfr:2023-06-08:6a`, for a row that gives ids alone; a longer name than a short form keeps its
    small letters."""
    parts = [part for part in identifier.split(":")[1:] if not part.startswith("~")]
    if len(parts) < 2:
        return parts[0] if parts else identifier
    name = parts[0].replace("-", " ")
    return " ".join([name.upper() if len(parts[0]) <= _LONGEST_SHORT else name[:1].upper() + name[1:], *parts[1:]])


_LONGEST_SHORT = 6


def plain(value: Shown) -> str:
    """The same as plain text, for files."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Link):
        return value.text
    return "; ".join(plain(one) for one in value)
