"""Lines that each end in a tick for presence: a table with a column "Närvarande" whose columns ran together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.record import Span, Status
from ingest.attendance.model import Context
from ingest.lines import Line
from ingest.people import names_someone

_END_MARK = re.compile(r"[ \t]+(?P<mark>ja|nej|[xX×✓jJnN10]|[-–—])[ \t]*$", re.IGNORECASE)
_YES = frozenset("x×✓j1")
_NO = frozenset("n0-–—")
_HEAD = re.compile(r"\b(?:närv\w*|narv\w*|deltag\w*|upprop)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the list without its tick, and what the tick says."""

    span: Span
    status: Status


def has_lost_columns(context: Context, lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether lines end in crosses under a heading that names both presence and absence: which of the two columns a cross
    stood in is lost."""
    text = context.text
    heads = any(
        _PRESENCE.search(line.text) and _ABSENCE.search(line.text) for line in lines if not line.cells and len(line.text) < 80
    )
    if not heads:
        return False
    crossed = [line for line in lines if _CROSS.search(text[max(line.start, start) : min(line.end, end)])]
    return len(crossed) >= 2 and all(not line.cells for line in crossed)


_PRESENCE = re.compile(r"(?<!ej )(?<!inte )\bnärv\w*", re.IGNORECASE)
_ABSENCE = re.compile(r"\b(?:frånv\w*|ej närv\w*|förhinder)", re.IGNORECASE)
_CROSS = re.compile(r"\s[xX×✓]\s*$")


def read_marked_lines(context: Context, lines: Sequence[Line], start: int, end: int) -> list[MarkedLine] | None:
    """The lines of `text[start:end]` with the status that each ends in; None when they do not all end in one of two signs."""
    out: list[MarkedLine] = []
    for line in lines:
        begin, stop = max(line.start, start), min(line.end, end)
        if line.cells or begin >= stop or not names_someone(context.text, begin, stop):
            continue
        match = _END_MARK.search(context.text[begin:stop])
        if match is None:
            return None
        mark = match["mark"].casefold()
        yes = mark == "ja" or mark in _YES
        out.append(MarkedLine((begin, begin + match.start()), Status.PRESENT if yes else Status.ABSENT))
    # Ticks that are all the same and digits could be paragraphs; a list that says something has both, or crosses.
    if len(out) < 3 or len({marked.status for marked in out}) < 2:
        return None
    return out
