"""Titles of minutes without numbers, marks and empty lines: behind the hour, before a colon, or as short lines between sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.items.starts import BULLET, CLAUSE, NOT_TITLE, Start, reads_like_title
from ingest.items.titles import LABEL_PREFIX, is_formal
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_FEWEST = 3
_SHARE = 3
"""Two of how many must be so."""
_HOUR = re.compile(r"(?:kl\.?\s*)?(?P<h>\d{1,2})[.:](?P<m>\d\d)(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s*[.:–-]?\s+(?=[A-ZÅÄÖ])")
_LONGEST_OF_HOUR = 110


def starts_of_hours(lines: list[Line]) -> list[Start]:
    """Titles behind the hours at which the matters came up ("09.15 Nära vård"), which rise and have text below them.

    Empty for fewer than three, and for a programme, in which nothing stands between the hours.
    """
    found: list[tuple[int, Start]] = []
    for line in lines:
        if not line.text[:1].isdigit() and not line.text.startswith(("kl", "Kl")):
            continue
        match = _HOUR.match(line.text)
        if match and len(line.text) <= _LONGEST_OF_HOUR and not has_finite(line.text[match.end() :]):
            minute = 60 * int(match["h"]) + int(match["m"])
            if not found or minute >= found[-1][0]:
                found.append((minute, Start(line, "bold", 0, None, line.start + match.end())))
    starts = [start for _, start in found]
    told = sum(b.line.index - a.line.index > 1 for a, b in pairwise(starts))
    return starts if len(starts) >= _FEWEST and _SHARE * told >= 2 * (len(starts) - 1) else []


_COLON = re.compile(r"(?P<title>[A-ZÅÄÖ][^:.,!?]{2,50}):\s+(?=\S)")
_FIELD = re.compile(
    r"(?:tid|plats|datum|dag|mötesdatum|lokal|(?:ej\s+)?(?:när|från)varande|deltagare|förhinder|ordförande|sekreterare|justera\w*|beslut|åtgärd|ansvarig|vem|när"
    r"|fråga|svar|ps|obs|bilag\w*|tel\w*|e-post|webb\w*|\w+\s+(?:ansvarar|svarar|undrar|säger))\b",
    re.IGNORECASE,
)


def is_field(text: str) -> bool:
    """Whether a line begins with a field of the head or of an item ("Tid:", "Ansvarig:"), or with who speaks."""
    return _FIELD.match(text) is not None or LABEL_PREFIX.match(text) is not None


def starts_before_colons(lines: list[Line]) -> list[Start]:
    """Titles before what is told on their line: "Vägar: Bo berättade att vägen ska lagas." Empty where most paragraphs have none."""
    found: list[Start] = []
    paragraphs = 0
    for line in lines:
        if not line.blank_before:
            continue
        paragraphs += 1
        match = _COLON.match(line.text)
        if match is None or is_field(line.text) or section_heading(match["title"]):
            continue
        if not find_names(match["title"]) and not has_finite(match["title"]) and has_finite(line.text):
            found.append(Start(line, "bold", 0, None, line.start))
    return found if len(found) >= _FEWEST and _SHARE * len(found) >= 2 * paragraphs else []


_LONGEST_DENSE = 60


def heads_without_blanks(lines: list[Line]) -> list[Line]:
    """Short lines between sentences where no empty line parts anything; empty for fewer than three, or where empty lines do."""
    if 2 * sum(x.blank_before for x in lines) > len(lines):
        return []
    heads = [
        line
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if len(line.text) <= _LONGEST_DENSE
        and (
            before is None
            or line.index - before.index > 1
            or before.text.rstrip().endswith((".", "!", "?"))
            or BULLET.match(before.text)
        )
        and reads_like_title(line.text)
        and (is_formal(line.text) or not has_finite(line.text))
        and (has_finite(after.text) or BULLET.match(after.text) or after.text.rstrip().endswith("."))
        and not (CLAUSE.match(after.text) or BULLET.match(line.text) or NOT_TITLE.match(line.text) or find_names(line.text))
    ]
    return heads if len(heads) >= _FEWEST else []
