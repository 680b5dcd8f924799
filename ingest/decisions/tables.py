"""Applications that are judged row by row in a table with a column "Beslut": each row is a decision of its own."""

from __future__ import annotations

import re

from graph.names import fold
from ingest.decisions.clauses import Clause
from ingest.lines import Line

_VERDICT = re.compile(
    r"(?:bevilja[st]?|beviljade?s|avslå[rs]|avslogs|avslag(?:en|et|na)?|bordlägg(?:s|er)|bordlag[dt]|bifall(?:s|en|et|na)?|godkän[dt]|godkänns"
    r"|återremitteras|antas|antag(?:en|et)|flyttas|ja|nej)\b",
    re.IGNORECASE,
)


def judged_rows(lines: tuple[Line, ...], i: int) -> tuple[list[Clause], int] | None:
    """The rows with a verdict below the head at `i`, and the position after the table; None where no such table begins.

    The column of verdicts is not the first: there "Beslut" is a label of what stands beside it.
    """
    column = next((k for k, cell in enumerate(lines[i].cells) if k and fold(_words(lines[i], k)) in {"beslut", "beslutat"}), None)
    if column is None:
        return None
    found: list[Clause] = []
    j = i + 1
    while j < len(lines) and lines[j].cells and lines[j].block is lines[i].block:
        cells = lines[j].cells
        if column < len(cells) and _VERDICT.match(_words(lines[j], column)):
            found.append(Clause(lines[j].start, cells[column].end, listed=True))
        j += 1
    return (found, j) if found else None


def _words(line: Line, k: int) -> str:
    cell = line.cells[k]
    return line.document.text[cell.start : cell.end]
