"""Which lines of a text are run-together ones: pages, or paragraphs, whose lines were joined into one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from ingest.items.title_end import inline_heading
from ingest.lines import Line

_LONG = 200
"""Characters from which a line may be a run-together one: minutes are set with fewer to the line."""


def find_run_together(lines: list[Line]) -> frozenset[int]:
    """Indexes of the lines that may be run-together ones: by their length or, where most pages behind the first are a line each, all that
    are pages."""
    long = {k for k, line in enumerate(lines) if not line.cells and line.end - line.start > _LONG}
    if not long:
        return frozenset()
    pages = Counter(line.page for line in lines)
    whole = {k for k in find_page_heads(lines) if pages[lines[k].page] == 1 and not lines[k].cells} if len(pages) > 1 else set()
    return frozenset(long | whole if 5 * len(whole) >= 4 * (len(pages) - 1) else long)


def find_headed(lines: list[Line], long: Collection[int]) -> frozenset[int]:
    """Indexes of lines but those of `long`, however short, that hold two headings of an item's parts or more, one of them that of what
    was decided or proposed: "Beslut Nämnden antar planen Beslutsunderlag Planen"."""
    return frozenset(
        k
        for k, line in enumerate(lines)
        if k not in long
        and not line.cells
        and ("eslut" in line.text or "BESLUT" in line.text or "örslag" in line.text)
        and _SHORT_DECIDED.search(line.text)
        and len(inline_heading().findall(line.text)) > 1
    )


_SHORT_DECIDED = re.compile(r"(?<![\w-])(?:(?:[Bb]eslut|BESLUT|[Ff]örslag)(?=\s)|(?<=s )förslag:(?=\s))")


def is_flat(lines: list[Line], long: Collection[int]) -> bool:
    """Whether most of the text stands in run-together lines."""
    return 2 * sum(len(lines[k].text) for k in long) > sum(len(x.text) for x in lines)


def find_page_heads(lines: list[Line]) -> list[int]:
    """Indexes of the lines that begin a page, but for the first."""
    pages = [line.page for line in lines]
    return [k for k, (before, page) in enumerate(pairwise(pages), 1) if page != before]
