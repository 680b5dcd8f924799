"""Common Swedish names: real names that differ by a letter are two names, not a slip of the pen.

The lists (surnames.txt, first_names.txt) need not be complete: what the documents themselves attest counts beside them.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final


def _words(file: str) -> frozenset[str]:
    lines = (files("graph.resolution") / file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


SURNAMES: Final = _words("surnames.txt")
FIRST_NAMES: Final = _words("first_names.txt")
