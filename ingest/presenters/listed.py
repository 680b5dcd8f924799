"""Lines of a list of information, each a matter and who told of it: "– Hamnen, bryggchef Anna Ek"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold, squash
from graph.record import Presenter
from ingest.bodies import Context
from ingest.lines import Line
from ingest.presenters.persons import People, build_presenters, iter_candidates, parse_persons
from ingest.presenters.roles import is_title
from ingest.presenters.words import match_account

_OF_INFORMATION = re.compile(
    r"(?:aktuell(?:a)?\s+)?(?:information\w*|informationsärenden|lägesrapport\w*|rapporter|aktuellt)\b", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|[a-z]\)|\d{1,2}[.)])\s*\S")
_TITLE_BEFORE = re.compile(r"[,–-]\s+(?P<title>[^,–]{3,60}?)\s+$")
_LONGEST = 140


def find_listed(lines: Sequence[Line], title: str, people: People, context: Context) -> list[Presenter]:
    """Those whom lines with a bullet end with, title and name; only under a title that says that the item is information."""
    if _OF_INFORMATION.match(title) is None:
        return []
    found: list[Presenter] = []
    for line in lines:
        if len(line.text) > _LONGEST or not _BULLET.match(line.text):
            continue
        last = next(iter(iter_candidates(line.text, people)[-1:]), None)
        before = _TITLE_BEFORE.search(line.text, 0, last.start) if last and last.end == len(line.text.rstrip(" .")) else None
        if last is None or before is None or not is_title(before["title"]):
            continue
        written = squash(line.text[last.start : last.end])
        span = (line.start + last.start, line.start + last.end)
        full = people.full_name(written) or written
        found.append(Presenter(as_written=written, name=full, role=before["title"], organisation=None, span=span))
    return found


_SOMEBODYS = re.compile(
    r"\b(?:\w*val(?:et)?|utse\w*|juster\w*|närvar\w*|deltagar\w*|nästa|ordförande\w*|\w*ledamot\w*|ersättare\w*|sekreterare\w*|upprop\w*|adjunger\w*|anmäl\w*|öppn\w*|avslut\w*"
    r"|välkom\w*|avsägelse\w*|avtack\w*|frånvar\w*|förhinder|motion\w*|interpellation\w*|fråga(?:n)?\s+(?:från|av|om)|nominering\w*|representant\w*|jäv|entledig\w*|kontaktperson\w*|arbetsgrupp\w*)\b",
    re.IGNORECASE,
)
"""Titles under which a name alone says who is chosen, was there or put a question."""
_LONG_ENOUGH = 55


def find_alone(lines: Sequence[Line], title: str, people: People, context: Context) -> list[Presenter]:
    """Those who were there and whose names stand alone in the first line below the title, over what they told."""
    if len(lines) < _SEVERAL or lines[0].cells or lines[1].cells or _SOMEBODYS.search(title):
        return []
    first, text = lines[0], lines[1].text
    if len(first.text) > _LONGEST or first.text.rstrip()[-1:] in _STOPS or len(text) < _LONG_ENOUGH or not text[:1].isupper():
        return []
    parsed = parse_persons(first.text, people, whole=True)
    if parsed is None or not all(fold(person.name) in people.names for person in parsed[0]):
        return []
    return build_presenters(parsed[0], first.start, first.text, context)


_SEVERAL = 2
_STOPS = (".", ":", "?", "!")


def find_accounted(lines: Sequence[Line], people: People, context: Context) -> list[Presenter]:
    """Those behind what they tell, in lines of nothing else: "Lägesrapport (Anna)", "Information: Anna Ek, jurist"."""
    found: list[Presenter] = []
    for line in lines:
        if len(line.text) > _LONGEST or not ("(" in line.text or ":" in line.text):
            continue
        match = match_account(line.text)
        if match is None:
            continue
        group = "aside" if match["aside"] else "value"
        parsed = parse_persons(match[group], people, whole=True)
        found += build_presenters(parsed[0], line.start + match.start(group), match[group], context) if parsed else []
    return found
