"""Tables set with spaces in plain text: where their columns stand, which lines are their rows, and their cells.

A column is told by the lines that leave the same places empty. A line of heads may run over several columns that the line below it
parts ("Närvaro" over "Ja" and "Nej"); it parts none itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.inline import parse_inline
from ingest.readers.styled import Run

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_YES_NO = re.compile(r"\b(?:Ja|JA) {2,}(?:Nej|NEJ)\b")
_RUN = re.compile(r"\S+(?: \S+)*")


def gap_run_end(lines: list[str], index: int) -> int:
    """Where a run of lines with gaps ends that begins with a gap of three spaces; three such lines may be a table.

    In a run with wide gaps a line may fill the first column alone ("Eva Ask"), if one with gaps follows, or the later ones.
    """
    end = index
    if not WIDE_GAP.search(lines[index]):
        return index
    while end < len(lines) and "\t" not in lines[end]:
        if _GAP.search(lines[end]) or lines[end].startswith("   "):
            end += 1
        elif end + 1 < len(lines) and len(lines[end].rstrip()) + 2 <= _second_column(lines[end + 1]):
            end += 1
        else:
            break
    return end


def _second_column(line: str) -> int:
    """Where words stand behind a gap of three spaces, at the head of the line or within it; 0 where none do."""
    gap = WIDE_GAP.search(line)
    indent = len(line) - len(line.lstrip())
    return indent if indent >= 3 else gap.end() if gap else 0


def columned(lines: list[str], begin: int, stop: int) -> tuple[int, int]:
    """The first lines of a run that have a wide gap in common, where the whole has none: (begin, end); (stop, stop) without such."""
    for first in range(begin, stop - _FEWEST + 1):
        if not WIDE_GAP.search(lines[first]):
            continue
        end = first + _FEWEST
        while end <= stop and any(b - a > 2 for a, b in gap_columns(lines[first:end])):
            end += 1
        if end - 1 >= first + _FEWEST:
            return first, end - 1
    return stop, stop


_FEWEST = 4


def gap_columns(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches of at least two character columns that are empty in every line, between columns that are not; heads over yes and no
    may run over them."""
    over = _over_yes_and_no(lines)
    parted = [line.replace("\f", "") for index, line in enumerate(lines) if index not in over]
    width = max(len(line) for line in parted)
    used = [False] * (width + 1)
    for line in parted:
        for position, character in enumerate(line):
            if not character.isspace():
                used[position] = True
    gaps: list[tuple[int, int]] = []
    start: int | None = None
    for position in range(width):
        if used[position]:
            if start is not None and position - start >= 2 and any(used[:start]):
                gaps.append((start, position))
            start = None
        elif start is None:
            start = position
    return gaps


def _over_yes_and_no(lines: Sequence[str]) -> frozenset[int]:
    """Indices of the lines that stand right over "Ja   Nej"."""
    return frozenset(index for index, (_, below) in enumerate(pairwise(lines)) if _YES_NO.search(below))


def gap_rows(lines: Sequence[str]) -> list[list[list[Run]]]:
    gaps = gap_columns(lines)
    over = _over_yes_and_no(lines)
    return [
        [parse_inline(cell) for cell in (_heads(line, gaps) if index in over else _cells(line, gaps))]
        for index, line in enumerate(lines)
    ]


def _cells(line: str, gaps: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a line; the end of a page before it takes no place in its columns."""
    feeds, bare = "\f" * line.count("\f"), line.replace("\f", "")
    edges = [0, *(end for _, end in gaps)]
    cells = [bare[begin:stop] for begin, stop in zip(edges, [*(start for start, _ in gaps), len(bare)], strict=True)]
    return [feeds + cells[0], *cells[1:]]


def _heads(line: str, gaps: Sequence[tuple[int, int]]) -> list[str]:
    """The heads of a line in the columns over which they begin."""
    cells = [""] * (len(gaps) + 1)
    for run in _RUN.finditer(line):
        column = sum(start <= run.start() for start, _ in gaps)
        cells[column] = f"{cells[column]} {run.group()}".strip()
    return cells


def have_column_in_common(above: str, below: str) -> bool:
    """Whether words begin behind a gap at the same place in two lines: the head of a page, with its number far to the right, is no row of
    the table below it."""
    above, below = above.replace("\f", ""), below.replace("\f", "")
    starts = {gap.end() for gap in _ANY_GAP.finditer(above)} & {gap.end() for gap in _ANY_GAP.finditer(below)}
    return bool(starts)


_ANY_GAP = re.compile(r"(?:^|(?<=\S)) {2,}(?=\S)")


def goes_on_below(before: Sequence[str], group: Sequence[str], following: Sequence[str]) -> bool:
    """Whether lines behind a blank one are rows of the table with yes and no in which `before` ends: all are set in its columns, but
    for a word alone over them, or over `following` ("ERSÄTTARE")."""
    near = before[-_LONGEST:]
    first = next((index for index in range(len(near) - 1, -1, -1) if _YES_NO.search(near[index])), 0)
    if not first:
        return False
    rows = near[first - 1 :]
    below = (group[1:] or following) if _WORD_ALONE.fullmatch(group[0]) else group
    return bool(below) and _fits(rows, below)


_LONGEST = 100
"""Rows of such a table, so that no text takes long."""
_WORD_ALONE = re.compile(r" ?[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{4,}:? *")


def _fits(rows: Sequence[str], below: Sequence[str]) -> bool:
    """Whether lines with a wide gap each leave all the gaps of the rows above empty."""
    if not all(WIDE_GAP.search(line) and "\t" not in line for line in below):
        return False
    together = gap_columns([*rows, *below])
    return all(any(a < stop and start < b for a, b in together) for start, stop in gap_columns(rows))
