"""Slips of text recognition in the words that the grammar goes by: "beslufade", "aft", "Föredraganda", "tiII".

Only whole words are mended, only into a word of the list, and never with another length, so that every offset still fits.
What is quoted is taken from the text as it stands; the mended text is for matching alone.
"""

from __future__ import annotations

import re
from functools import cache

_CLASSES = ("tf", "lI1|!", "eco", "aåä", "oö", "nu", "hb", "gq", "rv", "B8", "S5", "O0")
"""Letters that recognition takes for one another; a letter may stand in several classes."""
_STROKES = "lI1|!"
_WORDS = (
    "att",
    "och",
    "till",
    "beslut",
    "beslutet",
    "beslutar",
    "beslutade",
    "beslöt",
    "besluta",
    "beslutas",
    "föredragande",
    "föredragning",
    "information",
    "dialog",
    "rapport",
    "workshop",
    "handlingarna",
    "protokollet",
    "godkänna",
    "godkänner",
    "godkändes",
    "godkänns",
    "lägga",
    "lägger",
    "uppdrag",
    "uppdraget",
    "rekommendera",
    "rekommenderar",
    "rekommenderades",
    "återremittera",
    "bordlägga",
    "tillskriva",
    "notera",
    "noterar",
    "utse",
    "utser",
    "välja",
    "bjuda",
    "fastställa",
    "avslå",
    "anta",
    "öppna",
    "avsluta",
    "mötet",
    "sammanträdet",
    "förslag",
    "föreslår",
    "yrkanden",
    "reservation",
    "ärendet",
    "frågan",
    "hänförs",
    "hänskjuts",
    "behandlas",
    "återrapporteras",
    "återkopplas",
    "återrapportering",
    "återkoppling",
    "bilaga",
    "minnesanteckningar",
    "protokoll",
    "närvarande",
    "frånvarande",
    "dagordning",
    "informationen",
)
_TOKEN = re.compile(r"[^\W\d_][\wI1|!]*", re.UNICODE)


def _fits(seen: str, meant: str) -> bool:
    slips = 0
    for a, b in zip(seen, meant, strict=True):
        if a == b:
            continue
        if not any(a in c and b in c for c in _CLASSES):
            return False
        # Strokes that look alike come in pairs ("tiII"): they count for nothing beside other slips.
        slips += 0 if a in _STROKES and b in _STROKES else 1
    return slips <= max(1, len(meant) // 4) and seen != meant


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    table: dict[int, list[str]] = {}
    for word in _WORDS:
        table.setdefault(len(word), []).extend((word, word.capitalize(), word.upper()))
    return {length: tuple(words) for length, words in table.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(w for words in _by_length().values() for w in words)


@cache
def _mended(token: str) -> str:
    if token in _known() or token.lower() in _NOT_SLIPS:
        return token
    for word in _by_length().get(len(token), ()):
        if _fits(token, word):
            return word
    return token


_NOT_SLIPS = {"ett", "antå", "ock", "öch", "vålja", "notora"}
"""Words of their own that are one letter from a word of the list."""


_SPACED = re.compile(r"(?<![\wåäö])[^\W\d_](?: [^\W\d_]){2,}(?![\wåäö])")
""" "a t t", "B E S L U T": letters set apart for emphasis."""


def _closed_up(spaced: re.Match[str]) -> str:
    word = spaced.group(0).replace(" ", "")
    return word.ljust(len(spaced.group(0))) if word in _known() else spaced.group(0)


def mend(text: str) -> str:
    """The text with slips in the grammar's own words put right, character for character as long as before."""
    text = _SPACED.sub(_closed_up, text)
    slips = {token: word for token in set(_TOKEN.findall(text)) if (word := _mended(token)) != token}
    return _TOKEN.sub(lambda m: slips.get(m.group(0), m.group(0)), text) if slips else text
