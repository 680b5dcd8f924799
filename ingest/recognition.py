"""Slips of text recognition in the words that the grammar goes by: "beslufade", "aft", "Föredraganda", "tiII".

Only whole words are mended, only into a word of the list, and never with another length, so that every offset still fits.
What is quoted is taken from the text as it stands; the mended text is for matching alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

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
_TOKEN = re.compile(r"[^\W\d_][\wI1|!]{2,}")
"""A word as long as the shortest of the list at least."""


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


_KNOWN = frozenset(form for word in _WORDS for form in (word, word.capitalize(), word.upper()))


def _alike() -> dict[str, str]:
    """Every letter of the classes, and the letter that stands for all those it can be taken for, one after another."""
    groups: list[set[str]] = []
    for letters in map(set, _CLASSES):
        for group in [g for g in groups if g & letters]:
            groups.remove(group)
            letters |= group
        groups.append(letters)
    return {letter: min(group) for group in groups for letter in group}


_ALIKE = str.maketrans(_alike())


@cache
def _by_shape() -> dict[str, tuple[str, ...]]:
    """The words of the list by what is left when letters that look alike are one."""
    table: dict[str, list[str]] = {}
    for word in _WORDS:
        for form in (word, word.capitalize(), word.upper()):
            table.setdefault(form.translate(_ALIKE), []).append(form)
    return {shape: tuple(forms) for shape, forms in table.items()}


@lru_cache(maxsize=4096)
def _mended(token: str) -> str:
    if token in _KNOWN or token.lower() in _NOT_SLIPS:
        return token
    return next((word for word in _by_shape().get(token.translate(_ALIKE), ()) if _fits(token, word)), token)


_NOT_SLIPS = {"ett", "antå", "ock", "öch", "vålja", "notora"}
"""Words of their own that are one letter from a word of the list."""


_SPACED = re.compile(r"(?<![\wåäö])[^\W\d_](?: [^\W\d_]){2,}(?![\wåäö])")
""" "a t t", "B E S L U T": letters set apart for emphasis."""
_LETTERS_APART = re.compile(r" [^\W\d_] [^\W\d_]\b")


_DOLLAR = re.compile(r"(?m)(?<=^)\$(?=\s?\d{1,4}\b(?![.,]\d))")
""" "$ 14" at the head of a line: the sign of a paragraph."""
_DOLLARS = re.compile(r"(?<![\w$])\$(?=\$?\s?\d{1,4}\b(?![.,]\d))|(?<=(?<![\w$])\$)\$(?=\s?\d{1,4}\b(?![.,]\d))")
"""The same anywhere, in a text that has it often and a paragraph's sign never."""
_OFTEN = 4


def _closed_up(spaced: re.Match[str]) -> str:
    word = spaced.group(0).replace(" ", "")
    return word.ljust(len(spaced.group(0))) if word in _KNOWN else spaced.group(0)


def mend_signs(text: str) -> str:
    """The text with the dollars that stand for signs of paragraphs put right, as long as before."""
    if "$" not in text:
        return text
    often = "§" not in text and len(_DOLLARS.findall(text)) >= _OFTEN
    return (_DOLLARS if often else _DOLLAR).sub("§", text)


def mend(text: str) -> str:
    """The text with slips in the grammar's own words put right, character for character as long as before."""
    if _LETTERS_APART.search(text):
        text = _SPACED.sub(_closed_up, text)
    text = mend_signs(text)
    if "./." in text or "/ " in text:
        text = _BEHIND_NUMBER.sub(lambda m: " " * len(m.group()), text)
    # Each word of the text is asked about once: most come again and again, in this text and in others.
    if not any(map(_has_slip, set(text.split()))):
        return text
    return _TOKEN.sub(lambda m: _mended(m.group()), text)


_BEHIND_NUMBER = re.compile(r"(?<=\d)(?:\./\.\s+(?:Bilaga\.?\s+)?| [A-ZÅÄÖ]{2,5}/ +)(?=[A-ZÅÄÖ][a-zåäö])")
"""The sign that something is enclosed, and what is left of a diary number, between the number of a matter and its title: "29./. Bilaga.
Rapporter", "57 LK/ Landstingsplan"."""


@lru_cache(maxsize=65536)
def _has_slip(word: str) -> bool:
    """Whether a word, with the signs around it, is not as the grammar has it."""
    return any(_mended(token) != token for token in _TOKEN.findall(word))
