"""The organisation whose forum it is, and its region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import BodyKind, Lexicon, MunicipalityEntry
from graph.names import as_title, squash
from ingest.document import Document
from ingest.head.associations import find_association, find_company
from ingest.head.forum_names import is_general, without_minutes
from ingest.lines import Line

_ORGANISATION = re.compile(
    r"\b(?P<name>Region\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+län|[^\S\t]+[A-ZÅÄÖ][\wåäö]+)?|[A-ZÅÄÖ][\wåäö-]+s?\s+(?:kommun|stad)"
    r"|(?:[A-ZÅÄÖ][\wåäö]+\s+)*[A-ZÅÄÖ][\wåäö]*regionen|(?:[A-ZÅÄÖ][\wåäö-]*\s+){1,3}[\wåäö]*(?:kommunal|samordnings|räddningstjänst|vård|region|utbildnings|avfalls|hjälpmedels)?förbund)\b"
)

_IN_CAPITALS = re.compile(r"\b(?:REGION(?:\s+[A-ZÅÄÖ]{4,}){1,2}|[A-ZÅÄÖ][A-ZÅÄÖ-]{2,}\s+(?:KOMMUN|STAD))\b")
""" "REGION HALLAND", "TIERPS KOMMUN": a letterhead in capitals."""
_STEMS = ("Region", "kommun", "stad", "regionen", "förbund")
_LISTS_PEOPLE = re.compile(r"närvarande|deltagare|ledamöter|beslutande|frånvarande|förhinder")


def find_organisation(head: list[Line], document: Document, lexicon: Lexicon) -> str | None:
    for line in head[:10]:
        if _LISTS_PEOPLE.search(line.text.lower()):
            break
        if any(stem in line.text for stem in _STEMS) and (match := _ORGANISATION.search(without_minutes(line.text))):
            known = lexicon.municipality(match["name"])
            if known:
                return known.formal_name
            organisation = lexicon.organisation(match["name"])
            return organisation.name if organisation else squash(match["name"])
        if line.text.isupper() and (match := _IN_CAPITALS.search(line.text)):
            return _in_small_letters(squash(match.group()), lexicon)
    return None


def _in_small_letters(name: str, lexicon: Lexicon) -> str:
    """A name written in capitals as it is written otherwise: "REGION HALLAND" -> "Region Halland", "NORRBY KOMMUN" -> "Norrby kommun"."""
    known = lexicon.municipality(name)
    if known:
        return known.formal_name
    organisation = lexicon.organisation(name)
    if organisation:
        return organisation.name
    first, *rest = name.split()
    return " ".join([first.capitalize(), *(word.lower() if word in _KINDS else word.capitalize() for word in rest)])


_KINDS = ("KOMMUN", "STAD")


def find_federation(board: str | None, head: list[Line]) -> str | None:
    """The federation, association or cooperation whose board or group met, as the first lines of the head have it in a line of its own, or
    beside words that tell of minutes or name the board: "Hamnförbundet Norra Viken" over "Direktionen". None for any other body than a
    board or a group called by its kind alone: such a name tells by itself which body it is."""
    group = board is not None and is_general(board)
    if board is None or not (group or _BOARD.fullmatch(board)):
        return None
    begun = ""
    for line in head[:10]:
        if _LISTS_PEOPLE.search(line.text.lower()):
            break
        for words in _names_in(line, board):
            whole = squash(f"{begun} {words}")
            if _FEDERATION.fullmatch(whole) or find_association(words) == words != _BARE_FEDERATION or find_company(words):
                return as_title(whole)
            if group and _COOPERATION.fullmatch(words):
                return as_title(words)
            begun = words if words.casefold() == _BARE_FEDERATION.casefold() else ""
    return as_title(begun) if begun else None


def _names_in(line: Line, board: str) -> Iterator[str]:
    """What a line of a head, or each of its columns, says beside minutes, their number, pages and the board itself."""
    pieces = [line.document.text[cell.start : cell.end] for cell in line.cells] or _GAP.split(line.text)
    for piece in pieces:
        if words := squash(_OF_MINUTES.sub(" ", without_minutes(piece))).strip(" ,–-*"):
            yield re.sub(rf"\s*[,–-]\s*{re.escape(board)}$", "", words, flags=re.IGNORECASE)


_GAP = re.compile(r"\s{2,}|\t")
_OF_MINUTES = re.compile(r"\b(?:nr\.?\s*)?\d+\s*[/:-]\s*\d+\b|\b\d+\s*\(\d+\)|\bnr\.?\s*\d+\b")
_BARE_FEDERATION = "Kommunalförbundet"
""" "Kommunalförbundet" alone, over its name in the line below."""
_COOPERATION = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö]*\s)?[A-ZÅÄÖ]?[\wåäö-]*(?:samverkan|college)(?:\s[A-ZÅÄÖ][\wåäö-]+){1,3}", re.IGNORECASE
)
""" "Vårdsamverkan Norra Viken", whose "Politiska samrådsgruppen" met."""


_BOARD = re.compile(
    r"(?:förbunds|region)?(?:direktion(?:en)?|styrelsen?|fullmäktige)|(?:(?:direktion|styrelse)ns\s+)?(?:arbetsutskott(?:et)?|presidium|presidiet)",
    re.IGNORECASE,
)
_FEDERATION = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]*förbund(?:et)?|[A-ZÅÄÖ-]*FÖRBUNDET|Räddningstjänsten|RÄDDNINGSTJÄNSTEN)(?:\s(?!(?i:\w*protokoll|\w*anteckningar)\b)[A-ZÅÄÖ][\wåäö–-]*|\s(?:och|i|OCH|I)(?=\s[A-ZÅÄÖ])){1,6}"
)
""" "Kommunalförbundet Avfall och Hamnar Norrby", "Räddningstjänsten Norra Viken"."""


def is_elsewhere(text: str, region: str, lexicon: Lexicon) -> bool:
    """Whether a text names municipalities of another region, two at least, or that region itself, and nothing of this one."""
    others: dict[str, set[str]] = {}
    for mention in lexicon.find_bodies(text, (BodyKind.ORGANISATION, BodyKind.MUNICIPALITY)):
        entry = mention.entry
        if entry.region is None:
            continue
        if entry.region == region:
            return False
        if isinstance(entry, MunicipalityEntry) or entry.name == entry.region:
            others.setdefault(entry.region, set()).add(entry.name)
    return any(len(names) >= _TELLING or place in names for place, names in others.items())


_TELLING = 2
"""One name of a municipality alone may be somebody's surname."""


def region_of(organisation: str | None, lexicon: Lexicon) -> str | None:
    if organisation is None:
        return None
    municipality: MunicipalityEntry | None = lexicon.municipality(organisation)
    if municipality:
        return municipality.region
    found = lexicon.organisation(organisation)
    return found.region if found else None
