"""Presenters named in the titles of items: "Ekonomi (Anna Ek)", "Ny brygga – Bo Lind, utredare", "Information från Anna Ek".

In brackets or behind a dash a name tells that only where it is the custom of the minutes: at two items at least.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import lowered
from graph.record import Presenter, Span
from ingest.bodies import Context
from ingest.items.titles import WHO_BEHIND_SLASH
from ingest.presenters.persons import People, build_presenters, parse_persons
from ingest.presenters.words import match_account, told_by

_BRACKET = re.compile(r"\((?P<who>[^()]{2,80})\)\s*$")
_INITIALS = re.compile(r"[A-ZÅÄÖa-zåäö]{2,4}")
_DASH = re.compile(r"\s[–-]\s(?P<who>[^–]{3,80})$")
_OF_A_PERSON = re.compile(
    r"\b(?:\w*val\b|utse\w*|entledig\w*|avsägelse\w*|avtack\w*|avsked\w*|motion\w*|interpellation\w*|fråg(?:a|or)\b|\w*förslag\b|nominering\w*|jäv\b"
    r"|anställning\w*|förordnande\w*|ledighet\w*)",
    re.IGNORECASE,
)
"""Matters that are somebody's: who is named with them does not present."""
_FEWEST = 2


def find_titled(text: str, titles: Sequence[Span], people: People, context: Context) -> list[list[Presenter]]:
    """The presenters that each title names, in the order of the titles."""
    by_custom = [_ending(text, span, people, context) for span in titles]
    is_custom = sum(bool(found) for found in by_custom) >= _FEWEST
    return [
        (found if is_custom else []) or _said(text, span, people, context) for found, span in zip(by_custom, titles, strict=True)
    ]


def find_answering(text: str, titles: Sequence[Span], people: People) -> list[list[Presenter]]:
    """Whose each matter is, by the initials behind its title ("Summering av sommaren./AE"): those who present it whatever the text says."""
    return [_by_initials(text, span, people) for span in titles]


def _by_initials(text: str, span: Span, people: People) -> list[Presenter]:
    match = WHO_BEHIND_SLASH.search(text, *span) if "/" in text[span[0] : span[1]] and not _NOBODYS.match(text, *span) else None
    return [
        Presenter(as_written=word.group(), name=name, span=word.span())
        for word in (_INITIALS.finditer(text, *match.span("who")) if match else ())
        if (name := people.of_first_name(word.group().upper()))
    ]


_NOBODYS = re.compile(
    r"(?:(?:nästa|kommande)\s+(?:möte|sammanträde)|övrig(?:t|a\s+frågor)|mötets?\s+avslut\w*)\s*[.?]\s?/", re.IGNORECASE
)
"""Points of the order of business in which nobody presents anything, whoever is named behind them; not "Övriga frågor från länet./AE"."""


def _ending(text: str, span: Span, people: People, context: Context) -> list[Presenter]:
    title = text[span[0] : span[1]]
    match = _BRACKET.search(title) or _DASH.search(title)
    if match is not None and _OF_A_PERSON.search(title):
        return []
    return _persons(match["who"], span[0] + match.start("who"), people, context) if match else []


def _said(text: str, span: Span, people: People, context: Context) -> list[Presenter]:
    title = text[span[0] : span[1]]
    aside = match_account(title) if "(" in title or ":" in title else None
    if aside and (
        found := _persons(aside["aside"] or aside["value"], span[0] + aside.start(aside.lastgroup or 0), people, context)
    ):
        return found
    lower = lowered(title)
    match = told_by().match(lower) if "av" in lower or "från" in lower else None
    return _persons(text[span[0] + match.end() : span[1]], span[0] + match.end(), people, context) if match else []


def _persons(words: str, offset: int, people: People, context: Context) -> list[Presenter]:
    """The persons that all of the words are: names with titles and bodies, and nothing else."""
    parsed = parse_persons(words.replace("\n", " "), people, whole=True)
    return build_presenters(parsed[0], offset, words, context) if parsed else []
