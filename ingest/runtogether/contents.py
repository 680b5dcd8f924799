"""The list of contents of a text that ran together ("ÄRENDELISTA 19 Val av justerare 20 Bojar i farleden 21 …"): the minutes' own word on
which numbers are those of matters, and where their titles end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import Line

_NUMBER = re.compile(r"(?:(?<=\s)|^)(?:§\s*)?(?P<n>\d{1,4})(?:\s?[.:)]|\s?§)?\s+(?=(?:[A-ZÅÄÖ]|Dnr\b)[\wåäö(])")
_PAGE = re.compile(r"[\s.…_]*(?:\.{2,}|…|\s)[\s.…_]*\d{1,3}\s*$")
"""What a contents line ends with: "Bojar i farleden ... 7"."""
_DIARY = re.compile(r"(?:Dnr|dnr|Diarienr)\.?:?\s+\S*\d\S*\s+")
_FEWEST = 4
_LONGEST = 180
_MEAN = 100
"""Characters of a title, at most and in the mean: between the numbers of the matters themselves stand their texts."""
_SHORTEST = 5
_MOSTLY = 0.6
"""The share of the listed matters that must come again under their numbers."""
LISTED = re.compile(r"(?:§\s*)?(?P<n>\d{1,4})(?P<m>)(?:/\d{2,4})?\s?[.:)§]?\s+")
"""The number of a matter that a list of contents names."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The matters that a list of contents names, by number, and where in which line it ends."""

    titles: dict[int, str]
    line: int
    end: int


def iter_contents(lines: Sequence[Line]) -> Iterator[Contents]:
    """What may be lists of contents, the first of each line: numbers that rise one by one with no more than a title between them."""
    for k, line in enumerate(lines):
        for run in _runs(list(_NUMBER.finditer(line.text))):
            titles = [line.text[a.end() : b.start()] for a, b in pairwise(run)]
            if max(map(len, titles)) <= _LONGEST and sum(map(len, titles)) <= _MEAN * len(titles):
                last = _DOTS.split(line.text[run[-1].end() :], maxsplit=1)[0]
                named = {int(m["n"]): _title(words) for m, words in zip(run, [*titles, last[:_LONGEST]], strict=True)}
                yield Contents({n: title for n, title in named.items() if len(title) >= _SHORTEST}, k, run[-1].end())
                break


_DOTS = re.compile(r"\s*(?:\.{2,}|…)")


def _runs(found: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Runs of numbers that rise one by one; others between them are left out ("Budget 2024")."""
    for i, first in enumerate(found):
        run = [first]
        for match in found[i + 1 :]:
            if match.start() - run[-1].end() > _LONGEST:
                break
            if int(match["n"]) == int(run[-1]["n"]) + 1:
                run.append(match)
        if len(run) >= _FEWEST:
            yield run


def _title(words: str) -> str:
    diary = _DIARY.match(words)
    return _PAGE.sub("", words[diary.end() if diary else 0 :]).rstrip(" .…_")


def starts_of(contents: Contents, lines: Sequence[Line]) -> list[tuple[int, re.Match[str]]]:
    """Where the matters of a list of contents begin behind it, each with its number before its title; empty when most do not."""
    found: list[tuple[int, re.Match[str]]] = []
    k, at = contents.line, contents.end
    for number, title in sorted(contents.titles.items()):
        # Where the title of the last ends is not told.
        words = title if number < max(contents.titles) else " ".join(title.split()[:_FIRST])
        start = next(_places(lines, k, at, number, words), None)
        if start is not None:
            found.append(start)
            k, at = start[0], start[1].end()
    return found if len(found) >= max(_FEWEST - 1, _MOSTLY * len(contents.titles)) else []


def _places(lines: Sequence[Line], k: int, at: int, number: int, title: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The places of a title behind its number, from the offset `at` of the line `k` on."""
    before = re.compile(rf"(?:§\s*)?{number}(?:/\d{{2,4}})?\s?[.:)§]?\s+(?:{_DIARY.pattern})?$")
    for j in range(k, len(lines)):
        text = lines[j].text
        begin = text.find(title, at if j == k else 0)
        while begin >= 0:
            if (head := before.search(text, max(0, begin - _REACH), begin)) and not text[
                head.start() - 1 : head.start()
            ].isalnum():
                match = LISTED.match(text, head.start())
                if match is not None:
                    yield j, match
            begin = text.find(title, begin + 1)


_REACH = 60
"""Characters before a title in which its number stands, with a diary number between."""
_FIRST = 2
"""Words by which the last title of a list is known again."""


def listed_title_end(contents: Contents | None, text: str, begin: int, number: int) -> int | None:
    """Where the title of a matter ends that begins at `begin`, as the list of contents has it."""
    title = contents.titles.get(number) if contents else None
    if title is None or not text.startswith(title, begin):
        return None
    end = begin + len(title)
    return end if end == len(text) or not text[end].isalnum() else None
