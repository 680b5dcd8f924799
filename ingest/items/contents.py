"""Lists of contents among the numbered lines: told from the items by what stands between the numbers, and by their pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby, pairwise
from statistics import median

from ingest.items.starts import Start, stands_out
from ingest.items.titles import TOC_TAIL
from ingest.lines import Line, filled_cells, is_contents
from ingest.verbs import has_finite


def find_contents_rows(lines: list[Line]) -> frozenset[int]:
    """The indexes of the rows of tables that are lists of contents."""
    rows: set[int] = set()
    for _, table in groupby((x for x in lines if len(x.cells) > 1), key=lambda x: id(x.block)):
        of_table = list(table)
        if is_contents([filled_cells(x.document, x.cells) for x in of_table]):
            rows.update(x.index for x in of_table)
    return frozenset(rows)


_Rank = tuple[bool, bool, float, int]


def without_contents(starts: list[Start], lines: list[Line]) -> list[Start]:
    """Where a number comes twice, once in a list of contents and once over its text, the latter stays."""
    if not starts:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    positions = [order[s.line.index] for s in starts] + [len(lines)]
    below = {
        s.line.index: sum(len(x.text) for x in lines[a + 1 : b]) for s, (a, b) in zip(starts, pairwise(positions), strict=True)
    }
    """Letters between a number and the next."""
    starts = _without_paged(starts, lines, order)
    best: dict[tuple[int, str | None], tuple[_Rank, Start]] = {}
    doubled: set[tuple[int, str | None]] = set()
    settled: set[tuple[int, str | None]] = set()
    runs = _rising_runs(starts)
    for run in runs:
        # In a list of contents little stands between the numbers, but for the last of them.
        typical = median(below[s.line.index] for s in run)
        told = _is_told(run, lines, order)
        for start in run:
            key = (start.value, start.sub)
            if key in best:
                doubled.add(key)
            rank = (not _ends_with_page(start), stands_out(start.line), typical, below[start.line.index])
            if key not in best or (rank > best[key][0] and key not in settled):
                best[key] = (rank, start)
        settled |= {(s.value, s.sub) for s in run if told}
    contents = {id(s.line) for run in runs if _is_contents(run, doubled, best, below) for s in run}
    if contents:
        kept = [start for _, start in best.values()]
        last = max((s.value for s in kept if id(s.line) not in contents), default=0)
        # What is numbered on beyond the last item over its text is in a part of the minutes that is not here.
        return sorted((s for s in kept if id(s.line) not in contents or s.value < last), key=lambda s: s.line.index)
    if len(doubled) >= max(2, len(best) // 2):
        return sorted((start for _, start in best.values()), key=lambda s: s.line.index)
    return [s for s in starts if below[s.line.index] or not _ends_with_page(s)]


def _ends_with_page(start: Start) -> bool:
    text = start.line.text
    return text[-1:].isdigit() and TOC_TAIL.search(text) is not None


_PAGES = re.compile(r"(?:^|\s)(?P<from>\d{1,3})(?:\s?[-–]\s?(?P<to>\d{1,3}))?$")
"""The pages behind a title in a list of contents: "7", "11 - 12"."""
_FEWEST_PAGED = 4


def _without_paged(starts: list[Start], lines: list[Line], order: dict[int, int]) -> list[Start]:
    """The starts without a list of contents that goes on where the minutes end: nearly each of its entries ends with its page,
    which rises, and other numbers come after it, over their text. The same starts when there is no such list.
    """
    runs = _rising_runs(starts)
    for run in runs[:-1] if len(starts) > _FEWEST_PAGED else ():
        pages: list[int] = []
        for after in run[1:]:
            if match := _PAGES.search(lines[order[after.line.index] - 1].text):
                if pages and int(match["from"]) < pages[-1]:
                    break
                pages.append(int(match["to"] or match["from"]))
        if len(pages) >= _FEWEST_PAGED and 4 * len(pages) >= 3 * (len(run) - 1) and pages[-1] > pages[0]:
            return [s for other in runs if other is not run for s in other]
    return starts


_FEWEST_TOLD = 2


def _is_told(run: list[Start], lines: list[Line], order: dict[int, int]) -> bool:
    """Whether something is told under most of the numbers of a run: what is numbered after it is a list within its last item."""
    numbered = {s.line.index for s in run}
    below = [lines[k] for s in run if (k := order[s.line.index] + 1) < len(lines)]
    told = sum(line.index not in numbered and has_finite(line.text) for line in below)
    return len(run) >= _FEWEST_TOLD and 2 * told > len(run)


def _is_contents(
    run: list[Start],
    doubled: set[tuple[int, str | None]],
    best: dict[tuple[int, str | None], tuple[_Rank, Start]],
    below: Mapping[int, int],
) -> bool:
    """Whether a run is a list of contents, whole: next to nothing between its numbers, and two of them come again over their text.

    What goes on after a list within an item ("1. Vad fungerar?", "2. …") is none: it comes after what it would be the contents of."""
    again = [s for s in run if (s.value, s.sub) in doubled and best[s.value, s.sub][1].line is not s.line]
    told_later = all(best[s.value, s.sub][1].line.index > s.line.index for s in again)
    return len(again) >= 2 and (told_later or len(again) == len(run)) and median(below[s.line.index] for s in run) == 0


def _rising_runs(starts: list[Start]) -> list[list[Start]]:
    """The starts cut where their numbers fall: a list of contents and the items over their text are two runs."""
    runs: list[list[Start]] = []
    for start in starts:
        if runs and (runs[-1][-1].value, runs[-1][-1].sub or "") < (start.value, start.sub or ""):
            runs[-1].append(start)
        else:
            runs.append([start])
    return runs
