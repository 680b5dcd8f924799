"""Comparing names as people write them: folding, slugs and genitives. Pure functions on strings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_NOT_WORD = re.compile(r"[\W_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form in which names are compared: lower case, no accents, hyphens and slashes as spaces, single spaces.

    "Välfärdsrådet" and "VALFARDSRADET" fold alike, as do "Malung-Sälen" and "malung/salen".
    """
    bare = text.casefold().replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e")
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ø", "o").replace("æ", "a")
    if bare.isascii():
        return bare if bare.isalnum() else " ".join(bare.translate(_APART).split())
    return _NOT_WORD.sub(" ", bare).strip()


def lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that offsets stay: patterns in lower case find in it what they would find in
    the text if case did not matter, in a third of the time."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


whole_lowered = lru_cache(maxsize=4)(lowered)
"""`lowered` of a text of which many stretches are looked at."""


def lowered_between(text: str, start: int, end: int) -> str:
    """`lowered(text[start:end])` of a text of which many stretches are asked for: the whole is lowered once."""
    return whole_lowered(text)[start:end]


def slug(text: str) -> str:
    """Readable ASCII identifier: "God och nära vård" -> "god-och-nara-vard". Empty input gives an empty string."""
    return fold(text).replace(" ", "-")


def squash(text: str) -> str:
    """White space runs as single spaces, ends trimmed; the words themselves unchanged."""
    return " ".join(text.split())


_SMALL_WORDS: Final = frozenset({"av", "för", "från", "hos", "i", "inom", "med", "mot", "och", "om", "på", "samt", "till", "vid"})
_BODY_WORD: Final = re.compile(
    r"\w*(?:styrelse|nämnd|utskott|råd|nätverk|grupp|direktion|beredning|kommitté|delegation|fullmäktige|forum|presidi|förbund|revisor|college)\w{0,4}"
    r"|(?:läns?|kommuns?)"
)
_SPELLED_OUT: Final = re.compile(r"(?=\w{5})\w*[AEIOUYÅÄÖ]\w*[AEIOUYÅÄÖ]\w*")
_SHORTEST_WORD: Final = 4


def as_title(name: str) -> str:
    """A body's name as one writes it: with a capital first, and without the capitals of a heading ("STYRELSEN FÖR TALLÅNS VATTENRÅD" ->
    "Styrelsen för Tallåns vattenråd"). Short words in capitals are taken for abbreviations ("VON", "NORRBY HAMN AB" -> "Norrby Hamn AB")."""
    if not name.isupper() or not _SPELLED_OUT.search(name):
        return name[:1].upper() + name[1:]
    words = [_in_small_letters(word) for word in name.split(" ")]
    words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words)


def _in_small_letters(word: str) -> str:
    lower = word.lower()
    if lower in _SMALL_WORDS or _BODY_WORD.fullmatch(lower.strip(",.()")) or word.endswith("-"):
        return lower
    if len(word.strip(",.()")) < _SHORTEST_WORD:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in lower.split("-"))


_ENDINGS: Final = tuple(
    ending + genitive
    for ending in ("", "n", "en", "t", "et", "r", "er", "ar", "or", "na", "rna", "erna", "arna", "orna")
    for genitive in ("", "s")
)


def word_forms(words: Iterable[str]) -> frozenset[str]:
    """Folded words of a word list; "~" at the end stands for the endings of a noun: "rapport~" -> rapport, rapporten, rapporters …

    Endings that the noun does not take do no harm: nobody writes them.
    """
    forms: set[str] = set()
    for word in words:
        folded = fold(word)
        forms.update(folded + ending for ending in (_ENDINGS if word.endswith("~") else ("",)))
    return frozenset(forms)
