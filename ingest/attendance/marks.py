"""Lines that each end in a tick for presence: a table with a column "Närvarande" whose columns ran together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.record import Span, Status
from ingest.attendance.listing import list_names
from ingest.attendance.model import Context
from ingest.lines import Line

_SIGNS = "✓✔√☒☑✗✘☐□"
_MARK = rf"(?:ja|nej|[xX×jJnNF10{_SIGNS}]|\[[xX ]?\]|[-–—])"
_END_MARK = re.compile(rf"[ \t]+(?P<mark>{_MARK})(?:[ \t]+{_MARK})*[ \t]*$", re.IGNORECASE)
"""The first of the marks that end a line: those behind it tell of votes."""
_FIRST_MARK = re.compile(rf"[ \t]*(?:[-•*][ \t]+)?(?P<mark>[{_SIGNS}]|\[[xX ]?\]|(?:[xX×]|[-–—])(?=[ \t]+[A-ZÅÄÖ]))[ \t]*")
_YES = frozenset({"ja", "x", "×", "✓", "✔", "√", "☒", "☑", "j", "1", "[x]"})
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
        _PRESENCE.search(line.text) and _ABSENCE.search(line.text)
        for line in lines
        if not line.cells and len(line.text) < 80 and not _EXPLAINED.search(line.text)
    )
    if not heads:
        return False
    crossed = [line for line in lines if _CROSS.search(text[max(line.start, start) : min(line.end, end)])]
    return len(crossed) >= 2 and all(not line.cells for line in crossed)


_PRESENCE = re.compile(r"(?<!ej )(?<!inte )\bnärv\w*", re.IGNORECASE)
_ABSENCE = re.compile(r"\b(?:frånv\w*|ej närv\w*|förhinder)", re.IGNORECASE)
_EXPLAINED = re.compile(r"[(=]\s*\S{1,2}\s*(?:\)|,|$)")
"""The heading says what the signs mean: "Närvarande (X) Frånvarande (-)"."""
_CROSS = re.compile(r"\s[xX×✓]\s*$")


def read_marked_lines(context: Context, lines: Sequence[Line], start: int, end: int) -> list[MarkedLine] | None:
    """The lines of `text[start:end]` with the status that each begins or ends in; None when they do not all have one of two signs."""
    found: list[tuple[Span, str]] = []
    for line in lines:
        begin, stop = max(line.start, start), min(line.end, end)
        if line.cells or begin >= stop:
            continue
        words = context.text[begin:stop]
        if not context.names_someone(begin, stop) and not (_END_MARK.search(words) and list_names(context, begin, stop)):
            continue
        if match := _FIRST_MARK.match(words):
            found.append(((begin + match.end(), stop), match["mark"].casefold()))
        elif match := _END_MARK.search(words):
            found.append(((begin, begin + match.start()), match["mark"].casefold()))
        else:
            return None
    marks = {mark for _, mark in found}
    # Ticks that are all the same and digits could be paragraphs; a list that says something has both, or crosses.
    yes = _YES | ({"n"} if "f" in marks else set())  # "N" is "närvarande" beside "F", "nej" beside "J"
    out = [MarkedLine(span, Status.PRESENT if mark in yes else Status.ABSENT) for span, mark in found]
    return out if len(out) >= 3 and len({marked.status for marked in out}) == 2 else None
