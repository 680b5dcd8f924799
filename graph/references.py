"""References to earlier meetings in running text, by date and paragraph, and sentences that tell of something reported back. Pure.

Forms that are read ("den" and the weekday may stand before any date):

    Föregående minnesanteckningar 191023          the forum's own minutes of that day
    protokollet från ORV 2024-03-05               the minutes of the forum named
    KF 2010-04-15 § 61, KS 2010-04-15, §§ 61-63   a paragraph of the forum named
    nämndens beslut 2024-03-05 § 12               a paragraph of the forum's own
    vid mötet den 5 mars 2024                     the forum's own meeting

A date that is not before the meeting's own is no reference to an earlier meeting, nor is "ett möte den 5 mars": whose is not said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.movement import tells_of_answer
from graph.record import Item, Span

_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATE = (
    r"(?:den\s+)?(?:\w+dag(?:en)?\s+(?:den\s+)?)?"
    r"(?P<date>(?:19|20)\d\d-\d\d-\d\d|\b(?:19|20)\d{6}\b|\b\d{6}\b"
    r"|\d{1,2}\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:\s+(?:19|20)\d\d)?)"
)
_PARAGRAPH = r"(?:\s*,?\s*§{1,2}\s*(?P<paragraph>\d+[a-zåäö]?))?"
_HELD = r"(?:möte|mötet|sammanträde|sammanträdet|beslut|protokoll|protokollet|minnesanteckningar|minnesanteckningarna)"
_FORUM = (
    r"(?P<forum>\b[A-ZÅÄÖ]{2,8}\b(?:-[A-ZÅÄÖ]{2,4}\b)?"
    r"|\b[A-ZÅÄÖ][\wåäöé-]*(?:nämnd|råd|nätverk|styrelse|fullmäktige|utskott|presidi|beredning|forum)\w*"
    r"(?:\s+i\s+[A-ZÅÄÖ][\wåäö-]+|\s+för\s+[\wåäö-]+)?)"
)
_PATTERNS: Final = (
    re.compile(rf"\b(?:minnesanteckning|protokoll|mötesanteckning)\w*\s+(?:(?:från|för|av)\s+)?(?:{_HELD}\s+)?(?:{_FORUM}\s+)?{_DATE}{_PARAGRAPH}", re.IGNORECASE),
    re.compile(rf"{_FORUM}(?:\s+{_HELD})?\s*(?:den\s+|,\s*)?{_DATE}{_PARAGRAPH}"),
    re.compile(rf"\b(?:förra|föregående|senaste|tidigare|rådets|nämndens|nätverkets|styrelsens|forumets|utskottets)\s+{_HELD}\s+{_DATE}{_PARAGRAPH}", re.IGNORECASE),
    re.compile(rf"\b(?:mötet|sammanträdet)\s+{_DATE}{_PARAGRAPH}", re.IGNORECASE),
    re.compile(rf"{_DATE}\s*,?\s*§{{1,2}}\s*(?P<paragraph>\d+[a-zåäö]?)"),
)  # fmt: skip
_NO_FORUM: Final = frozenset({"SOU", "SFS", "DNR", "HSN", "PM", "PDF", "SOSFS", "HSLF", "EU", "SS", "OSL", "HSL", "SOL", "LSS"})
_SHORT_NAMES: Final = {"KF": "Kommunfullmäktige", "KS": "Kommunstyrelsen", "RF": "Regionfullmäktige", "RS": "Regionstyrelsen"}
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?](?=\s|$)|(?=\n\s*\n)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """A meeting that the words at `span` name. `forum` is as written (KF and the like in full), None for the forum's own."""

    forum: str | None
    forum_span: Span | None
    date: dt.date
    paragraph: str | None
    span: Span


def find_references(text: str, span: Span, on: dt.date | None) -> list[Reference]:
    """References to earlier meetings in a stretch of the text, in the order of the words. `on` is the day of the meeting that the
    text is of; without it nothing is found."""
    if on is None:
        return []
    found: list[Reference] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, span[0], span[1]):
            if any(match.start("date") < f.span[1] and f.span[0] < match.end("date") for f in found):
                continue
            date = _date(match["date"], on)
            if date is None or date >= on or (on - date).days > 40 * 366:
                continue
            groups = match.groupdict()
            forum = groups.get("forum")
            if forum is not None and (forum.upper() in _NO_FORUM or not forum[:1].isupper()):
                continue
            at = match.span("forum") if forum is not None else None
            name = _SHORT_NAMES.get(forum, forum) if forum is not None else None
            found.append(Reference(name, at, date, groups.get("paragraph"), match.span()))
    return sorted(found, key=lambda one: one.span)


def references_of(item: Item, text: str, on: dt.date | None) -> list[Reference]:
    """The references of one agenda item: in its words, and the earlier decisions of other forums that were read in them."""
    found = find_references(text, item.span, on)
    for prior in item.prior_decisions:
        covered = any(one.date == prior.date and one.span[0] < prior.span[1] and prior.span[0] < one.span[1] for one in found)
        if prior.forum and prior.date and on and prior.date < on and not covered:
            found.append(Reference(prior.forum, prior.span, prior.date, None, prior.span))
    return found


def iter_telling(text: str, span: Span, apart: list[Span]) -> Iterator[Span]:
    """Sentences of a stretch that tell of something reported back or answered; those that overlap a span of `apart` are left out."""
    for match in _SENTENCE.finditer(text, span[0], span[1]):
        start, end = match.span()
        if end - start > 12 and not any(a < end and start < b for a, b in apart) and tells_of_answer(text[start:end]):
            yield start, end


def _date(words: str, on: dt.date) -> dt.date | None:
    """The day that the words name; a day without a year is one of the same year."""
    digits = re.sub(r"\D", "", words)
    try:
        if re.fullmatch(r"[\d-]+", words):
            if len(digits) == 6:
                return dt.date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
            return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        day, month, *year = words.split()
        number = _MONTHS.index(month.lower()[:3]) + 1
        if year:
            return dt.date(int(year[0]), number, int(day))
        return dt.date(on.year, number, int(day))
    except ValueError:
        return None
