"""The title of a document, and what kind of document it says that it is."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.record import DocumentKind
from ingest.document import Document
from ingest.head.labels import parse_label
from ingest.items import is_formal
from ingest.lines import Line

MINUTES = re.compile(
    r"\b(?:(?:minnes|mötes|dags|tjänste)?anteckning(?:ar|arna)?|(?:sammanträdes|mötes|besluts|styrelse)?protokoll(?:et)?|mötesnoteringar)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:års|del|slut|läges|nuläges|tertial|delårs|kvartals|verksamhets)?rapport\b|\b(?:års|verksamhets)(?:berättelse|redovisning)\b"
    r"|\b(?:utvärdering|utredning|uppföljning)\b|\bårsbokslut\b",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\brapport\s+från\s+(?:[\wåäö-]+\s+){0,3}?[\wåäö-]*(?:möte|rådslag|sammanträde|träff|nätverksdag)(?:t|et|n|en)?\b",
    re.IGNORECASE,
)
""" "Rapport från byarnas rådslag": minutes, where it has items or says who was there."""
_MEETING = re.compile(
    r"(?:\w*möte|\w*sammanträde)t?,?\s+(?:den\s+)?(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d\d)", re.IGNORECASE
)
""" "Sammanträde 2012-10-24": the title of a page that holds minutes, of which one matter may be a report."""
_PLAN = re.compile(r"\b(?:[\wåäö-]*plan|[\wåäö-]*strategi|färdplan|målbild)\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?P<n>\d{1,3})\s+[A-ZÅÄÖ]")
_FEWEST_LISTED = 3
_UNENDED = re.compile(r"\b(?:den(?:\s+\d{1,2})?|för|och|med|i)$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b(?!-)")
_ITEM_LIKE = re.compile(
    r"\s*(?:§|\d+\s?[.)§:]|punkt\s+\d|ärende\s+\d|[A-ZÅÄÖ]{2,4}\s+§)|närvar|dagordning|ärendelista|föredragningslista",
    re.IGNORECASE,
)


def document_kind(title: str | None, has_minutes: bool) -> DocumentKind:
    """By the words of the title; `has_minutes` tells that attendance or agenda items with decisions were found."""
    if title:
        for pattern, kind in ((MINUTES, DocumentKind.MINUTES), (_REPORT, DocumentKind.REPORT), (_PLAN, DocumentKind.PLAN)):
            if kind is DocumentKind.REPORT and _OF_MEETING.search(title):
                break
            if pattern.search(title):
                return kind
    return DocumentKind.MINUTES if has_minutes else DocumentKind.OTHER


def find_title(document: Document, lines: list[Line]) -> Line | None:
    """The line that says what the document is: the first that names minutes, a report or a plan; else the first heading."""
    top = lines[:40]
    for pattern in (MINUTES, _REPORT, _PLAN):
        candidates = [
            x for x in top if len(x.text) <= 160 and not x.cells and _is_named(x.text, pattern) and not parse_label(x.text)
        ]
        candidates = [
            x for x in candidates if not _ITEM_LIKE.match(x.text) and not x.text.rstrip().endswith(".") and not is_formal(x.text)
        ]
        if candidates:
            listed = _listed(top)
            candidates = [x for x in candidates if x.index not in listed]
        if candidates:
            return max(candidates, key=lambda x: (x.is_heading, -x.index)) if pattern is MINUTES else candidates[0]
        if pattern is MINUTES and (met := next((x for x in top if _MEETING.fullmatch(x.text)), None)):
            return met
    return next((x for x in top if x.is_heading and not _ITEM_LIKE.match(x.text)), None)


def _is_named(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a line names what the pattern is for."""
    return (pattern is not MINUTES or may_name_minutes(text)) and pattern.search(text) is not None


_STEM = re.compile("protokoll|anteckn|noter")
"""One of these is in every name that minutes have, in small letters."""


def may_name_minutes(text: str) -> bool:
    """A quick look whether `MINUTES` may be found in a text."""
    return _STEM.search(text.lower()) is not None


def whole_title(head: list[Line], title: Line) -> Line:
    """The title with the line it goes on to: one right below that begins in lower case ("… Socialnämnden den 10" / "mars 2024")."""
    following = next((line for line in head if line.start >= title.end), None)
    if following is None or following.cells or title.cells:
        return title
    if (following.blank_before or following.block is not title.block) and not _UNENDED.search(title.text):
        return title
    goes_on = following.text[:1].islower() or _YEAR_FIRST.match(following.text)
    if not goes_on or len(following.text) > 100 or parse_label(following.text):
        return title
    return replace(title, end=following.end)


def _listed(lines: list[Line]) -> frozenset[int]:
    """Indexes of the lines that are a list of matters by their bare numbers, which rise one by one: at least three."""
    run: list[Line] = []
    found: set[int] = set()
    last = 0
    for line in lines:
        number = _BARE_NUMBER.match(line.text)
        if number is None or (run and int(number["n"]) != last + 1):
            run = []
        if number:
            last = int(number["n"])
            run.append(line)
        if len(run) >= _FEWEST_LISTED:
            found.update(x.index for x in run)
    return frozenset(found)
