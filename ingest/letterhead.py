"""Whose a board is, when its minutes do not head with it: the place beside the board's name, or a letterhead with an address.

"Protokoll kommunstyrelsen i Norrby", and at the foot of a page "Norrby kommun, Storgatan 1, 123 45 Norrby". Only for boards that
every municipality or region has one of: for these nothing else tells which one met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from graph.lexicon import Lexicon
from graph.resolution.words import organ_name

_MAX_LENGTH: Final = 160
_BODY: Final = re.compile(r"\b(?:Region\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+län)?|[A-ZÅÄÖ][\wåäö-]+s?\s+(?:kommun|stad))\b")
_BODY_WORDS: Final = ("kommun", "Region", "stad")
_BESIDE: Final = re.compile(r"\s*(?:,|–|-|\bi\b)?\s*(?P<place>[A-ZÅÄÖ][\wåäö-]+)")
_ADDRESS: Final = re.compile(
    r"\d(?<!\d.)\d{2}\s?\d{2}(?!\d)\s+[a-zåäö]|w(?<!\ww)ww\.|@(?<=\w@)\w|o(?<!\wo)rg(?:anisations)?\.?\s?n(?:umme)?r\b|b(?<!\wb)ox\s\d"
)


def find_letterhead(board: str | None, head: Iterable[str], lines: Iterable[str], lexicon: Lexicon) -> str | None:
    """The formal name of the municipality or region whose `board` (as written) it is; None when nothing or more than one is told.

    `head` are the lines in which the board is named, `lines` all lines of the document.
    """
    if board is None or organ_name(board) is None:
        return None
    for line in head:
        at = line.casefold().find(board.casefold())
        beside = _BESIDE.match(line, at + len(board)) if at >= 0 else None
        known = lexicon.municipality(beside["place"]) if beside else None
        if known is not None:
            return known.formal_name
    found = {
        name
        for line in lines
        if len(line) <= _MAX_LENGTH and any(word in line for word in _BODY_WORDS) and _ADDRESS.search(line.lower())
        for match in _BODY.finditer(line)
        if (name := _formal(match[0], lexicon)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _formal(name: str, lexicon: Lexicon) -> str | None:
    municipality = lexicon.municipality(name)
    if municipality is not None:
        return municipality.formal_name
    organisation = lexicon.organisation(name)
    return organisation.name if organisation is not None else None
