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


_whole_lowered = lru_cache(maxsize=4)(lowered)


def lowered_between(text: str, start: int, end: int) -> str:
    """`lowered(text[start:end])` of a text of which many stretches are asked for: the whole is lowered once."""
    return _whole_lowered(text)[start:end]


def slug(text: str) -> str:
    """Readable ASCII identifier: "God och nära vård" -> "god-och-nara-vard". Empty input gives an empty string."""
    return fold(text).replace(" ", "-")


def squash(text: str) -> str:
    """White space runs as single spaces, ends trimmed; the words themselves unchanged."""
    return " ".join(text.split())


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
