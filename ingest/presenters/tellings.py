"""The sentences of an item that can tell who presented it, and where they stand: as its first, or in what was discussed afterwards."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from graph.names import lowered_between
from graph.record import Span
from ingest.lines import Line
from ingest.presenters.words import may_present
from ingest.sentences import iter_sentences, words_between
from ingest.vocabulary import section_heading

BULLET = re.compile(r"^\s*[-–•*·▪]\s*")


class Telling(NamedTuple):
    """A sentence `text[span]` with a word of presenting, and what its readers share."""

    text: str
    span: Span
    before: Span | None
    """The sentence before it."""
    openings: list[int]
    """Where lines within it begin something new."""
    lower: str
    """The sentence in lower case, its line breaks as spaces."""
    words: frozenset[str]
    opens: bool
    """Whether the item, or what was presented in it, begins with it."""
    discussed: bool
    """Whether it stands in what was said in a discussion."""


def list_tellings(lines: Sequence[Line]) -> list[Telling]:
    """The sentences of an item that can tell who presented it: those with any word of presenting."""
    found: list[Telling] = []
    opens = True
    for start, end, discussed in _stretches(lines):
        text = lines[0].document.text
        opened: list[int] | None = None
        before: Span | None = None
        for s, e in iter_sentences(text, start, end):
            presented = _PRESENTED.match(text, s, e) is not None
            discussed = not presented and (discussed or _DISCUSSED.match(text, s, e) is not None)
            if may_present(text, s, e):
                opened = _openings(lines, start, end) if opened is None else opened
                openings = [at for at in opened if s < at < e]
                lower = lowered_between(text, s, e).replace("\n", " ")
                words = words_between(text, s, e)
                found.append(Telling(text, (s, e), before, openings, lower, words, opens or presented, discussed))
            before = s, e
            opens = False
    return found


_DISCUSSED = re.compile(r"\W*(?:(?:Dialog|Diskussion)(?:en|er)?|I\s+(?:dialogen|diskussionen|samtalet))\b")
""" "Diskussion om …", "Dialog." or "I dialogen …": what a discussion begins with."""
_PRESENTED = re.compile(r"\W*(?:Föredragning|Presentation)\b")


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int, bool]]:
    """Runs of lines, and whether they stand below the heading of a discussion; headings of sections, rows of tables and empty lines
    part them."""
    begin: int | None = None
    last: Line | None = None
    discussed = False
    for line in lines:
        heading = section_heading(line.text)
        if (
            begin is not None
            and last is not None
            and ((line.blank_before and not _JOINS.match(line.text)) or line.cells or heading)
        ):
            yield begin, last.end, discussed
            begin = None
        if heading:
            discussed = _DISCUSSED.match(line.text) is not None
        else:
            begin = line.start if begin is None else begin
            last = line
    if begin is not None and last is not None:
        yield begin, last.end, discussed


_JOINS = re.compile(r"(?:och|samt)\s")
_WRAPPED = 60


def _openings(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """Where the lines of a stretch begin that begin something new."""
    first = bisect_left(lines, start, key=attrgetter("start"))
    last = bisect_left(lines, end, first, key=attrgetter("start"))
    return [lines[k].start for k in range(first, last) if _opens(lines[k], lines[k - 1] if k else None)]


def _opens(line: Line, before: Line | None) -> bool:
    """Whether a line begins something new: behind a bullet, or below a line that ends or is too short to have been broken."""
    if before is None or line.blank_before or BULLET.match(line.text):
        return True
    return before.text.rstrip().endswith((".", ":", ";", "!", "?")) or len(before.text) < _WRAPPED
