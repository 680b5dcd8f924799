"""Titles of minutes without numbers, marks and empty lines: behind the hour, before a colon, or as short lines between sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.document import BlockKind
from ingest.items.cutting import find_bold_lead
from ingest.items.starts import BULLET, CLAUSE, NOT_TITLE, Start, is_deciding, reads_like_title
from ingest.items.titles import CLOSES, LABEL_PREFIX, is_formal
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
    r"|(?:fråga|svar)(?=\s*:)|ps|obs|bilag\w*|tel\w*|e-post|webb\w*|\w+\s+(?:ansvarar|svarar|undrar|säger))\b",
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
        if not line.blank_before or CLAUSE.match(line.text) or is_deciding(line.text) or section_heading(line.text):
            continue
        paragraphs += 1
        match = _COLON.match(line.text)
        if match is None or is_field(line.text) or section_heading(match["title"]):
            continue
        closes = found and CLOSES.fullmatch(match["title"])
        if not find_names(match["title"]) and not has_finite(match["title"]) and (closes or has_finite(line.text)):
            found.append(Start(line, "bold", 0, None, line.start, title_end=line.start + match.end("title")))
    return found if len(found) >= _FEWEST and _SHARE * len(found) >= 2 * paragraphs else []


def heads_with_marks(lines: list[Line]) -> list[Line]:
    """Titles that a bullet or a colon marks, each over text of its own ("• Bryggor", "Bryggor:"); empty where few of them are so."""
    for marked in (without_bullet, without_colon):
        heads: list[Line] = []
        others = 0
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False):
            title = marked(line)
            if title is None:
                continue
            below = marked(after) is None or _is_deeper(after, line)
            told = below and (has_finite(after.text) or BULLET.match(after.text) or len(after.text) > _LONGEST_DENSE)
            apart = line.blank_before or is_parted(before, line)
            if told and apart and reads_like_title(title.text) and not find_names(title.text):
                heads.append(title)
            elif not _is_deeper(line, heads[-1] if heads else None):
                others += 1
        if len(heads) >= _FEWEST and len(heads) > others:
            return heads
    return []


def _is_deeper(line: Line, other: Line | None) -> bool:
    """Whether a line is an item of a list within that of another line."""
    block, above = line.block, other.block if other else None
    if block is None or above is None or block.kind is not BlockKind.LIST_ITEM or above.kind is not BlockKind.LIST_ITEM:
        return False
    return (block.level or 0) > (above.level or 0)


def without_bullet(line: Line) -> Line | None:
    """The line behind its bullet, where it begins with a capital; None where it has none, or is a clause."""
    match = BULLET.match(line.text)
    return replace(line, start=line.start + match.start("rest")) if match and match["rest"][0].isupper() else None


def without_colon(line: Line) -> Line | None:
    """The line without its colon; None where it has none, or is a field."""
    text = line.text.rstrip()
    if not text.endswith(":") or line.cells or is_field(text) or section_heading(text) or has_finite(text):
        return None
    return replace(line, end=line.start + len(text) - 1)


def starts_of_bold_leads(lines: list[Line]) -> list[Start]:
    """Titles in bold before what is told on their line: "**Vägar.** Bo berättade …". Empty for fewer than three."""
    found = [
        Start(line, "bold", 0, None, line.start)
        for line in lines
        if (until := find_bold_lead(line, line.start)) is not None
        and not find_names(line.document.text[line.start : until])
        and not (is_field(line.text) or NOT_TITLE.match(line.text) or CLAUSE.match(line.text) or BULLET.match(line.text))
    ]
    return found if len(found) >= _FEWEST else []


_LONGEST_DENSE = 80


def is_name(text: str) -> bool:
    """Whether a line is nothing but a person's name: that of who adjusts the minutes, the last line of a head."""
    names = find_names(text)
    return len(names) == 1 and names[0].start == 0 and names[0].end == len(text.rstrip())


def is_parted(before: Line | None, line: Line) -> bool:
    """Whether a line without an empty one above may begin something: behind a sentence, a bullet, a name, or lines that are not here."""
    if before is None or line.index - before.index > 1 or before.text.rstrip().endswith((".", "!", "?")):
        return True
    if CLAUSE.match(before.text) and line.text[0].isupper():
        return True
    return is_of_list(before) or is_name(before.text) or PART.match(before.text) is not None or is_page_number(before.text)


def is_page_number(text: str) -> bool:
    """Whether a line may be the number of a page: one that stands alone."""
    return len(text) <= _LONGEST_PAGE and _PAGE.fullmatch(text) is not None


_LONGEST_PAGE = 12
_PAGE = re.compile(r"\d{1,3}(?:\s\d{1,3})?(?:\s?\(\d{1,3}\))?")
""" "3", "3 (5)", "3 3 (5)"."""


PART = re.compile(r"(?:del|avdelning)\s+(?:\d{1,2}|[IVX]{1,4}|[A-D])\b(?!\s+[a-zåäö])", re.IGNORECASE)
"""The heading of a part of the meeting, over those of its matters: "DEL 2. RÅDSMÖTET"."""


def is_of_list(line: Line) -> bool:
    """Whether a line is one of an item of a list: with a bullet, or the rest of one."""
    return BULLET.match(line.text) is not None or (line.block is not None and line.block.kind is BlockKind.LIST_ITEM)


_TWO_SENTENCES = re.compile(r"[a-zåäö]{4}[.!?]\s+[A-ZÅÄÖ]")


def heads_without_blanks(lines: list[Line]) -> list[Line]:
    """Short lines between sentences where no empty line parts anything; empty for fewer than three, or where most have one above."""
    heads = [
        line
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if len(line.text) <= _LONGEST_DENSE
        and is_parted(before, line)
        and reads_like_title(line.text)
        and (is_formal(line.text) or not (has_finite(line.text) or _TWO_SENTENCES.search(line.text)))
        and (
            has_finite(after.text) or BULLET.match(after.text) or after.text.rstrip().endswith(".") or section_heading(after.text)
        )
        and not (CLAUSE.match(after.text) or BULLET.match(line.text) or NOT_TITLE.match(line.text) or find_names(line.text))
    ]
    return heads if len(heads) >= _FEWEST and 2 * sum(x.blank_before for x in heads) <= len(heads) else []
