"""Words hyphenated at a line end: what stands between their halves when the line end is gone."""

from __future__ import annotations

import re

HYPHENS = "-\u2010\u2011"
_SUSPENDED = re.compile(r"(?:och|eller|samt|resp\.?|respektive|till|and|or)\b", re.IGNORECASE)


def between_halves(before: str, after: str) -> str | None:
    """What joins the end of a line with the begin of the next: "", "-" or "- "; None when the line ends in no such hyphen.

    "sam-" + "arbete" is one word; "Malung-" + "Sälen", "SPAK-" + "arbetet", "e-" + "post" and "2026-" + "06" keep their
    hyphen; "hälso-" + "och sjukvård" keeps hyphen and space. A soft hyphen always goes.
    """
    if not before or not after:
        return None
    if before[-1] == "\u00ad":
        return ""
    if before[-1] not in HYPHENS or len(before) < 2:
        return None
    if before[-2].isalpha() and after[0].isalpha():
        if _SUSPENDED.match(after):
            return "- "
        word = re.split(r"\s", before)[-1][:-1]
        keeps = after[0].isupper() or word.isupper() or len(word) == 1 or any(c.isdigit() for c in word)
        return "-" if keeps else ""
    return "-" if before[-2].isalnum() and after[0].isalnum() else None
