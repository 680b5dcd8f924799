"""Numbers of a year, without a sign or a word before them: "22/2021 Title", "22/21 Title", "2021:22 Title", "2021-22"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from ingest.items.chains import find_chain, with_doubled
from ingest.items.contents import without_contents
from ingest.items.starts import Start, first_cell_joined, is_plausible, opens_title, stands_out
from ingest.lines import Line

_OF_YEAR = re.compile(
    r"(?:(?P<first>\d{1,4})\s?(?P<sign>[/:–-])\s?(?P<second>\d{1,4})|(?P<bare>\d{1,3})\s?\((?P<year>(?:19|20)\d\d)\))(?!\d|[/:–-]\s?\d)"
    r"\s*[.:)|]?\s*(?:[–-]\s+)?(?P<rest>.*)$",
    re.DOTALL,
)
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_FEWEST = 3
_FEWEST_MARKED = 2
_LAST_MONTH = 12
_LAST_DAY = 31


def find_of_year(lines: list[Line]) -> list[Start]:
    """The items whose numbers have their year beside them, the same on all, and rise nearly one by one; else empty."""
    groups: dict[tuple[str, str, bool], list[Start]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not line.text[0].isdigit() or (match := _OF_YEAR.match(first_cell_joined(line))) is None:
            continue
        if not _may_open(match["rest"], lines[i + 1] if i + 1 < len(lines) else None):
            continue
        offset = line.start + match.start("rest") if match["rest"] else line.end
        for year, number, behind in _readings(match):
            if not match["rest"] and not _FULL_YEAR.fullmatch(year):
                continue  # "3/14" alone is the number of a page
            groups[match["sign"] or "(", year, behind].append(Start(line, "1", int(number), None, offset))
    chains = [chain for (_, year, _), found in groups.items() if (chain := _chain(found, lines, year))]
    return max(chains, key=len, default=[])


def _readings(match: re.Match[str]) -> list[tuple[str, str, bool]]:
    """The year and the number that two numbers may be, and whether the year is behind: "22/21" is the 22nd of 2021, or the 21st of 2022."""
    if match["bare"]:
        return [(match["year"], match["bare"], True)]
    first, second = match["first"], match["second"]
    if _FULL_YEAR.fullmatch(second) and len(first) < len(second):
        return [(second, first, True)]
    if _FULL_YEAR.fullmatch(first) and len(second) < len(first):
        return [(first, second, False)]
    if match["sign"] != "/":
        return []
    return [
        (year, number, behind)
        for year, number, behind in ((second, first, True), (first, second, False))
        if _SHORT_YEAR.fullmatch(year) and len(number) < len("2021")
    ]


def _may_open(rest: str, below: Line | None) -> bool:
    """Whether a title stands behind the number, or below it where nothing stands behind."""
    if rest:
        return (rest[0].isupper() or _FULL_YEAR.match(rest) is not None) and is_plausible(rest)
    return below is not None and opens_title(below)


def _chain(found: list[Start], lines: list[Line], year: str) -> list[Start]:
    """The numbers of one year over their text; empty where they leap, or may be days of a month."""
    chain = find_chain(without_contents(found, lines), first=None)
    marked = all(stands_out(s.line) for s in chain)
    steps = [b.value - a.value for a, b in pairwise(chain)]
    if len(chain) < (_FEWEST_MARKED if marked else _FEWEST) or 3 * steps.count(1) < 2 * len(steps):
        return []
    if 2 * len({_title(s) for s in chain}) < len(chain):
        return []  # the heads of pages
    if len(year) == len("21") and int(year) <= _LAST_MONTH and chain[-1].value <= _LAST_DAY and not marked:
        return []
    return with_doubled(chain, found, lines)


def _title(start: Start) -> str:
    return start.line.document.text[start.rest_offset : start.line.end] or str(start.value)


def is_within(of_year: list[Start], numbered: list[Start]) -> bool:
    """Whether all of them stand below one of the items that other numbers tell: a list of papers or of decisions."""
    first, last = of_year[0].line.index, of_year[-1].line.index
    between = any(first < s.line.index < last for s in numbered)
    return len(numbered) >= _FEWEST and not between and numbered[0].line.index < first
