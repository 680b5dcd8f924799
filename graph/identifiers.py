"""Identifiers: stable, readable, derived from content, the same on every run and in every store (MODEL.md)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from graph.names import slug
from graph.schema import Label

PREFIXES: Final[Mapping[str, Label]] = {
    "forum": Label.FORUM,
    "municipality": Label.MUNICIPALITY,
    "organisation": Label.ORGANISATION,
    "official": Label.OFFICIAL,
    "topic": Label.TOPIC,
    "report": Label.REPORT,
    "meeting": Label.MEETING,
    "item": Label.AGENDA_ITEM,
    "decision": Label.DECISION,
    "document": Label.DOCUMENT,
}
"""The first part of an id tells the label. Passages and mentions are evidence, shown with what they say, not by themselves."""
_NUMBER = re.compile(r"[^0-9a-zåäö§.]+")


def label_of(id_: str) -> Label | None:
    """The label that an id's first part tells; None when it is of no label that is shown."""
    return PREFIXES.get(id_.partition(":")[0])


def forum_id(short: str) -> str:
    return f"forum:{slug(short)}"


def municipality_id(code: str) -> str:
    """`code` is Statistics Sweden's four digits, or the code that a lexicon gives."""
    return f"municipality:{code}"


def organisation_id(name: str) -> str:
    return f"organisation:{slug(name)}"


def official_id(name: str) -> str:
    return f"official:{slug(name)}"


def topic_id(name: str) -> str:
    return f"topic:{slug(name)}"


def report_id(name: str, year: int | None) -> str:
    """The year is added unless the name already ends with it."""
    base = slug(name)
    return f"report:{base}" if year is None or base.endswith(str(year)) else f"report:{base}-{year}"


def meeting_key(forum: str, date: dt.date | None, document: str) -> str:
    """`vfr:2026-06-11`; a meeting without a known date is told apart by the document that tells of it."""
    return f"{slug(forum)}:{date.isoformat() if date else 'odaterat-' + document.removeprefix('document:')[:12]}"


def meeting_id(key: str) -> str:
    return f"meeting:{key}"


def item_key(meeting: str, number: str | None, title: str) -> str:
    """`vfr:2026-06-11:6a`; an unnumbered item is known by its title: `vfr:2026-06-11:~sugardating`."""
    own = _NUMBER.sub("", number.lower()) if number else ""
    return f"{meeting}:{own or '~' + slug(title)[:60]}"


def item_id(key: str) -> str:
    return f"item:{key}"


def decision_id(item: str, ordinal: int) -> str:
    """`ordinal` counts from 1 within the item."""
    return f"decision:{item}:{ordinal}"


def document_id(sha256: str) -> str:
    """The first 16 hex digits of the content hash: `document:1f3c…`."""
    return f"document:{sha256[:16]}"


def passage_id(document: str, start: int, end: int) -> str:
    return f"passage:{document.removeprefix('document:')}:{start}-{end}"


def mention_id(passage: str, kind: str, start: int, end: int) -> str:
    return f"mention:{passage.removeprefix('passage:')}:{kind}:{start}-{end}"
