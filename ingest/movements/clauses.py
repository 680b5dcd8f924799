"""The clause of a sentence that a verb stands in: where it begins and ends, and who its subject is."""

from __future__ import annotations

import re

from graph.names import squash
from ingest.attendance.words import has_title
from ingest.bodies import Named
from ingest.people import find_names
from ingest.presenters.persons import People

_BORDER = re.compile(
    r"(?=[;:,\s])(?:[;:]\s|,\s+(?:(?:och|men|som|så|samt|varefter|därefter|där|vilket|att)\b)?|\s(?:och|men|samt)\s(?!(?:\w+\s+){0,2}\w*(?:nämnd|råd|grupp|styrelse|utskott|nätverk)))"
)
_STOP = re.compile(
    r"(?=[;:!?,\s])(?:[;:!?]\s|\seftersom\s|,\s+(?:och|men|som|så|samt|varefter|där|vilket|då|eftersom|medan)\b|\s(?:och|men|samt)\s(?=(?:[\wåäö-]+\s+){0,2}(?:ska|skall|kommer|återkommer|redovisas?|rapporterar?|återrapporter\w+|beslut|tar|tas|får|sedan|därefter)\b))"
)
_MODAL = re.compile(
    r"(?:\s+(?:ska|skall|kommer|behöver|bör|får|fick|lovar|lovade|utlovade|avser|ombads|ombeds|uppmanas|tar\s+med\s+sig\s+\w+\s+och|att|även|också|sedan|därför|då))*\s*$"
)
_PRONOUN = re.compile(r"(?:han|hon|de|vi|gruppen|hen)", re.IGNORECASE)
_LAST_WORDS = 4


def clause_start(lowered: str, verb: int) -> int:
    """Where the clause begins that a verb at an offset stands in."""
    start = 0
    for border in _BORDER.finditer(lowered, 0, verb):
        start = border.end()
    return start


def clause_end(lowered: str, at: int) -> int:
    """Where the clause ends that goes on at an offset."""
    stop = _STOP.search(lowered, at)
    return stop.start() if stop else len(lowered)


def find_subject(text: str, start: int, verb: int, named: tuple[Named, ...], people: People) -> str | None:
    """Who does what a verb says: a person by the whole name or a first name of those there, a title or a body, at the beginning of
    the clause `text[start:verb]`; None when it is a thing or nobody."""
    words = _MODAL.sub("", text[start:verb]).strip(" -–•*\t\n")
    if not words:  # "Anna undersöker saken och återkommer"
        return find_subject(text, 0, start, named, people) if start else None
    first = words.split(" och ")[0].split(",")[0].strip()
    names = find_names(first)
    if names and names[0].start == 0:
        return squash(first[: names[0].end])
    head = first.split()[0] if first else ""
    if known := people.of_first_name(head):
        return known
    if body := next((n for n in named if start <= n.start and n.end <= verb and n.start - start <= _LAST_WORDS), None):
        return body.name
    if head[:1].isupper() and len(first.split()) <= _LAST_WORDS and has_title(first) and first.endswith(("n", "e", "VD")):
        return first
    if first == "VD":
        return first
    return None


def is_pronoun(text: str, start: int, verb: int) -> bool:
    """Whether the subject of a verb is a pronoun that stands for somebody: "Hon återkommer"."""
    words = _MODAL.sub("", text[start:verb]).split()
    return len(words) == 1 and _PRONOUN.fullmatch(words[0]) is not None
