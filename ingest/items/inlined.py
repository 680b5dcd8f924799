"""Titles without numbers in text that ran together: "… mötet öppnat. Bryggor vid hamnen Bo Lind redogjorde för läget. Bojar …".

Where a sentence begins, a title may stand before it, with no sign but the capital of the sentence. Such titles count only where several
are found, some of them of the order of business ("Mötets öppnande", "Övriga frågor").
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ingest.items.openings import is_opener
from ingest.items.starts import reads_like_title
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import is_formal
from ingest.lines import Line
from ingest.people import find_names
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite

Inlined = tuple[int, int]
"""Where a title begins in its line, and where what follows it does."""

_FEWEST = 4
_FEWEST_FORMAL = 2
_MANY = 7
"""Titles of which one of the order of business is enough."""
_PAGE = re.compile(r"(?:[\d(][\d()/ ]{0,9}\s+)?")
_OPENING = re.compile(r"(?<=\s)(?:(?:Mötets?|Sammanträdets?)\s+öppn(?:ande|as|ades)|Öppnande)\b(?=.{0,40}?\s[A-ZÅÄÖ])")
_AHEAD = 400
"""Characters behind the beginning of a sentence that are looked at for the end of a title."""
_LONGEST = 90


def find_inlined(lines: Sequence[Line]) -> dict[int, list[Inlined]]:
    """The titles in the lines, by the position of their line; empty where they are few, or none is of the order of business."""
    found: dict[int, list[Inlined]] = {}
    formal = count = 0
    for k, line in enumerate(lines):
        common = common_words(line.document.text)
        text = line.text
        begins = [_PAGE.match(text, a).end() for a, _ in iter_sentences(text, 0, len(text))]  # type: ignore[union-attr]
        if not found and (opening := _OPENING.search(text)):
            begins = [b for b in begins if b < opening.start()] + [opening.start()] + [b for b in begins if b > opening.start()]
        for begin in begins:
            end = _title_end(text, begin, common)
            if end is not None:
                found.setdefault(k, []).append((begin, end))
                count += 1
                formal += is_formal(text[begin:end].strip())
    enough = (count >= _FEWEST and formal >= _FEWEST_FORMAL) or (count >= _MANY and formal > 0)
    return found if enough else {}


def _title_end(text: str, begin: int, common: Container[str]) -> int | None:
    """Where what follows a title begins, when one stands at `begin`; None where a sentence does."""
    if not text[begin : begin + 1].isupper():
        return None
    end = find_title_end(text[begin : begin + _AHEAD], common)
    if end is None:
        return None
    title = text[begin : begin + end].rstrip()
    if len(title) > _LONGEST or title.endswith("!") or not reads_like_title(title) or find_names(title):
        return None
    return begin + end if is_formal(title) or not (has_finite(title) or is_opener(title.split()[0])) else None
