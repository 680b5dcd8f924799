"""Numbers that stand together above the titles they belong to, as a copy of pages with the numbers in a margin leaves them.

"§ 38", "§ 39", "§ 40" on lines of their own, and below them the three matters, each with its title over its text.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.items.cutting import find_closing, is_without_title
from ingest.items.starts import Start, reads_like_title
from ingest.items.titles import is_formal
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite

_FEWEST = 2


def with_titles_apart(tops: list[Start], lines: list[Line]) -> tuple[list[Start], list[Line]]:
    """The starts, those of numbers that stand together set before the titles below them, and the lines without these numbers.

    The same starts and lines where as many titles as numbers are not found below them.
    """
    order = {line.index: i for i, line in enumerate(lines)}
    moved: dict[int, Line] = {}
    for first, last in _runs(tops, order):
        begin = order[tops[last].line.index]
        stop = order[tops[last + 1].line.index] if last + 1 < len(tops) else find_closing(lines, begin)
        titles = _titles(lines[begin + 1 : stop], last - first + 1)
        moved |= {tops[first + k].line.index: title for k, title in enumerate(titles)}
    if not moved:
        return tops, lines
    starts = [replace(s, line=t, rest_offset=t.start) if (t := moved.get(s.line.index)) else s for s in tops]
    return starts, [line for line in lines if line.index not in moved]


def _runs(tops: list[Start], order: dict[int, int]) -> list[tuple[int, int]]:
    """The first and last positions of numbers that rise one by one on lines right below each other, with nothing beside them."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i, start in enumerate(tops):
        after = tops[i + 1] if i + 1 < len(tops) else None
        if not _stands_alone(start):
            first = i + 1
            continue
        if (
            after
            and _stands_alone(after)
            and order[after.line.index] == order[start.line.index] + 1
            and after.value == start.value + 1
        ):
            continue
        if i - first + 1 >= _FEWEST:
            runs.append((first, i))
        first = i + 1
    return runs


def _stands_alone(start: Start) -> bool:
    beside = start.line.document.text[start.rest_offset : start.line.end].strip(" \t–-")
    return start.title_end is None and is_without_title(beside)


def _titles(lines: list[Line], count: int) -> list[Line]:
    """The titles among the lines below the numbers; none when they are not just as many."""
    like = [
        (before, line)
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if line.blank_before
        and after.blank_before
        and not line.cells
        and reads_like_title(line.text)
        and (is_formal(line.text) or not has_finite(line.text))
        and not any(n.start == 0 for n in find_names(line.text))
    ]
    sure = [(before, line) for before, line in like if before is None or before.text.rstrip().endswith((".", "!", "?"))]
    for found in (like, sure):
        if len(found) == count and found[0][0] is None:
            return [line for _, line in found]
    return []
