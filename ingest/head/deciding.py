"""The forum in whose name a text decides again and again, for a head that names none or none for sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.names import fold
from graph.record import Span
from ingest.head.forums import FORUM_NOUN, FORUM_OWNER, NAMELESS, NOUN_STEMS
from ingest.lines import Line

_VERBS = (
    "beslutar", "beslutade", "beslöt", "godkänner", "godkände", "antar", "antog", "fastställer", "fastställde", "noterar", "noterade",
    "föreslår", "föreslog", "lägger", "lade", "uppdrar", "uppdrog", "avslår", "avslog", "bifaller", "biföll", "utser", "utsåg", "väljer",
    "valde", "tillstyrker", "tillstyrkte", "avstyrker", "rekommenderar", "rekommenderade", "delegerar", "överlämnar", "översänder",
    "återremitterar", "bordlägger", "konstaterar", "konstaterade", "ställer sig bakom", "ställde sig bakom", "ger", "gav",
)  # fmt: skip
_DECIDES = re.compile(rf"\s+(?:{'|'.join(_VERBS)})\b|s\s+(?:beslut|förslag)\b", re.IGNORECASE)
"""What a body does that decides, or has before its heading."""
_BEFORE = re.compile(r"(?:^|[.:;!?)\d]|\b(?:beslut|beslutet))\s*$", re.IGNORECASE)
"""What may stand before the name of a body that decides: nothing, the end of a sentence, a heading."""
_AT_HEAD = re.compile(r"(?:^|\d[.)]?|\b(?:beslut|beslutet))\s*$", re.IGNORECASE)
"""The same where a head names another: not what a text tells of somebody's decisions."""
_REACH = 20
_OFTEN = 2


def find_deciding_forum(lines: Iterable[Line], *, against: str | None = None) -> Span | None:
    """Where the forum is first named in whose name lines decide again and again ("Bryggnämnden beslutar", "Bryggnämndens beslut"):
    twice at least, and more often than all others together. `against` is what the head names, if anything, though not for sure."""
    before = _AT_HEAD if against else _BEFORE
    named: dict[str, list[Span]] = {}
    for line in lines:
        for start, end in _deciders(line.text, before):
            name = line.text[start:end]
            if not NAMELESS.fullmatch(name):
                named.setdefault(fold(name.removesuffix("s") if name.endswith("s") else name), []).append(
                    (line.start + start, line.start + end)
                )
    most = max(named.values(), key=len, default=[])
    return most[0] if len(most) >= _OFTEN and len(most) * 2 > sum(len(spans) for spans in named.values()) else None


def _deciders(text: str, before: re.Pattern[str]) -> Iterator[Span]:
    lowered = text.casefold()
    if not any(stem in lowered for stem in NOUN_STEMS):
        return
    for pattern in (FORUM_NOUN, FORUM_OWNER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if _DECIDES.match(text, end) and before.search(text, max(0, start - _REACH), start):
                yield start, end
