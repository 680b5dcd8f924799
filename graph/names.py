"""Comparing names as people write them: folding, slugs and genitives. Pure functions on strings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form in which names are compared: lower case, no accents, hyphens and slashes as spaces, single spaces.

    "Välfärdsrådet" and "VALFARDSRADET" fold alike, as do "Malung-Sälen" and "malung/salen".
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ø", "o").replace("æ", "a")
    return _NOT_WORD.sub(" ", bare).strip()


def slug(text: str) -> str:
    """Readable ASCII identifier: "God och nära vård" -> "god-och-nara-vard". Empty input gives an empty string."""
    return fold(text).replace(" ", "-")


def squash(text: str) -> str:
    """White space runs as single spaces, ends trimmed; the words themselves unchanged."""
    return " ".join(text.split())


def without_genitive(name: str) -> str:
    """ "Säters" -> "Säter". Only a final s is taken; names that end in s by themselves are the caller's to check first."""
    return name[:-1] if name.endswith("s") and len(name) > 3 else name
