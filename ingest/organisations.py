"""Organisations told by the form of their names: companies, federations, county boards, foundations, universities.

"Norrby Bostäder AB", "AB Norrbyhus", "Samordningsförbundet Norra Sken", "Norra Skens kommunalförbund", "Länsstyrelsen i Dalarnas län",
"Stiftelsen Norrbyhus", "Högskolan Dalarna", "Luleå tekniska universitet". A word for a federation or foundation alone names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import fold
from graph.record import Span

_NAME = r"[A-ZÅÄÖ][\wåäöé&-]*"
_COMPANY = (
    rf"(?:{_NAME}[ \t]+(?:(?:och|&|i)[ \t]+)?){{1,4}}(?:AB|HB|KB)\b(?:[ \t]+\(publ\))?|AB[ \t]+{_NAME}(?:[ \t]+{_NAME}){{0,2}}"
)
_FEDERATION_WORD = r"(?i:[a-zåäö]*(?:kommunal|kommun|samordnings|utbildnings|räddningstjänst|brandförsvars|vårds?)förbund)"
_FEDERATION = (
    rf"{_FEDERATION_WORD}et[ \t]+(?:för[ \t]+)?{_NAME}(?:[ \t]+(?:(?:och|i)[ \t]+)?{_NAME}){{0,3}}"
    rf"|(?:{_NAME}[ \t]+){{0,2}}[A-ZÅÄÖ][\wåäö-]*s[ \t]+{_FEDERATION_WORD}(?:et)?\b"
)
_FOUNDATION = rf"[Ss]tiftelsen[ \t]+{_NAME}(?:[ \t]+{_NAME}){{0,2}}"
_UNIVERSITY = rf"[Hh]ögskolan[ \t]+(?:i[ \t]+)?{_NAME}(?:[ \t]+{_NAME})?|(?:{_NAME}[ \t]+){{1,2}}(?:tekniska[ \t]+)?(?:universitet|högskola)(?:et|n)?\b"
_ANY = re.compile(rf"(?<![\w-])(?:{_COMPANY}|{_FEDERATION}|{_FOUNDATION}|{_UNIVERSITY})")
_COUNTY_BOARD = re.compile(
    r"(?<![\w-])[Ll]änsstyrelsen[ \t]+(?:i[ \t]+)?(?P<county>[A-ZÅÄÖ][a-zåäö]+(?:[ \t]+[A-ZÅÄÖ][a-zåäö]+)?)(?:[ \t]+län\b)?"
)
_TELLING = ("AB", "HB", "KB", "förbund", "tiftelsen", "ögskol", "universitet", "änsstyrelsen")
"""One of these stands in every name."""


def iter_organisations(text: str, counties: frozenset[str]) -> Iterator[Span]:
    """Spans of organisations in text order. `counties` are folded names of counties: "dalarnas lan"."""
    if not any(word in text for word in _TELLING):
        return
    spans = [m.span() for m in _ANY.finditer(text)]
    for match in _COUNTY_BOARD.finditer(text):
        if _is_county(match["county"], counties):
            spans.append(match.span())
        elif _is_county(match["county"].split()[0], counties):
            spans.append((match.start(), match.start("county") + len(match["county"].split()[0])))
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            yield start, end
            reached = end


def _is_county(name: str, counties: frozenset[str]) -> bool:
    folded = fold(name)
    return f"{folded} lan" in counties or f"{folded}s lan" in counties
