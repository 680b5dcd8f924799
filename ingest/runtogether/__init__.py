"""Pages whose lines were run together into one: cut again where an item, a section or a numbered clause begins.

    "… § 55 Budgetuppföljning april Dnr 2018-41 Nämndens beslut Nämnden beslutar att … Sammanfattning … § 56 …"

Numbers count as items only where they rise one by one through the text (`numbers`). Where a title ends is told by a diary number, by the
heading that follows, or by the capital of the sentence that follows (`cuts`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.record import Span
from ingest.items.inlined import find_inlined
from ingest.items.starts import reads_like_title
from ingest.lines import Line
from ingest.runtogether.contents import LISTED, iter_contents, starts_of
from ingest.runtogether.cuts import find_cuts
from ingest.runtogether.numbers import BARE, BARE_HEAD, PREFIXED, find_starts
from ingest.runtogether.paged import find_paged
from ingest.runtogether.pages import find_headed, find_run_together, is_flat

_NUMBERED = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zåäö]{0,5}\s)?§\s*\d|\d{1,4}\s*§|\d{1,3}(?:[.):]\s+|:)[A-ZÅÄÖ]|\d{1,3}\t")


def cut_run_together(lines: list[Line]) -> list[Line]:
    """The lines, run-together ones cut into those that they were; the same list when there is none."""
    long = find_run_together(lines)
    headed = find_headed(lines, long)
    if not long and not headed:
        return lines
    told = ((one, starts_of(one, lines)) for one in iter_contents(lines) if long)
    contents, listed = next(((one, listed) for one, listed in told if listed), (None, []))
    starts = _with_listed(find_starts(lines, long), listed) if long else {}
    unnumbered = not starts and is_flat(lines, long) and not _has_numbered_titles(lines, long)
    paged = find_paged(lines) if unnumbered else {}
    inlined = find_inlined(lines) if unnumbered else {}
    if sum(map(len, inlined.values())) > len(paged):
        paged = {}  # pages hold several matters
    inlined = paged or inlined
    cuts_of = {
        k: find_cuts(x, starts.get(k, []), contents)
        + [cut for begin, end in inlined.get(k, ()) for cut in ((begin, True), (end, False))]
        for k, x in enumerate(lines)
        if k in starts or k in inlined or k in long or k in headed
    }
    if not any(cuts_of.values()):
        return lines
    out: list[Line] = []
    for k, line in enumerate(lines):
        cuts = cuts_of.get(k)
        if not cuts:
            out.append(replace(line, index=len(out)))
            continue
        text = line.text
        borders = sorted({0, *(at for at, _ in cuts), len(text)})
        parted = {at for at, blank in cuts if blank}
        bare = {at for m in starts.get(k, ()) if _is_bare(m) for at in (m.start(), m.start("n"))}
        bare |= {begin for begin, _ in paged.get(k, ())}
        for begin, stop in itertools.pairwise(borders):
            piece = text[begin:stop]
            start = line.start + begin + len(piece) - len(piece.lstrip())
            end = line.start + begin + len(piece.rstrip())
            if end > start:
                blank = begin in parted or (begin == 0 and line.blank_before)
                out.append(Line(line.document, len(out), start, end, line.block, (), blank, numbered=begin in bare))
    return out


def _with_listed(
    starts: dict[int, list[re.Match[str]]], listed: list[tuple[int, re.Match[str]]]
) -> dict[int, list[re.Match[str]]]:
    """Where the items begin: as their numbers tell, unless the list of contents names others, of about as many."""
    known = {(k, m.start("n") if m["n"] else m.start("m")) for k, of_line in starts.items() for m in of_line}
    if len(known) > 2 * len(listed) or all((k, m.start("n")) in known for k, m in listed):
        return starts
    by_line: dict[int, list[re.Match[str]]] = {}
    for k, m in listed:
        by_line.setdefault(k, []).append(m)
    return by_line


def _is_bare(start: re.Match[str]) -> bool:
    """Whether a number has neither sign nor point."""
    return start.re in (BARE, BARE_HEAD, PREFIXED) or (start.re is LISTED and start.group().strip().isdigit())


_FEWEST_TITLES = 4


def _has_numbered_titles(lines: list[Line], long: Collection[int]) -> bool:
    """Whether several lines of their own begin with numbers of matters, so that none need be looked for within lines."""
    found = (k for k, line in enumerate(lines) if k not in long and _NUMBERED.match(line.text))
    return len(list(itertools.islice(found, _FEWEST_TITLES))) == _FEWEST_TITLES


def clip_to_items(spans: Iterable[Span], lines: list[Line]) -> list[Span]:
    """Spans of lists of people, without the items that follow at once: each ends where the first item begins; what begins with the title
    of one, right behind its number ("88 Upprop och val av justerare …"), is no list."""
    pieces = [
        x
        for x in lines
        if x.blank_before and (_OPENED.fullmatch(x.text) or ((_is_cut(x) or x.numbered) and _begins_item(x.text)))
    ]
    titles = {
        at for x in pieces if (number := _NUMBER_OF_ITEM.match(x.text)) for at in range(x.start, x.start + number.end() + 1)
    }
    return [
        (start, min((x.start for x in pieces if start < x.start < end), default=end))
        for start, end in spans
        if start not in titles
    ]


_NUMBER_OF_ITEM = re.compile(r"(?:§\s*)?\d{1,4}\s*[§.):]?\s*")


def _begins_item(text: str) -> bool:
    """Whether a piece of a run-together line begins an item: with a number, or as a title that was cut off from its text."""
    return _NUMBERED.match(text) is not None or BARE_HEAD.match(text) is not None or reads_like_title(text)


_OPENED = re.compile(r"(?:mötets?|sammanträdets?)\s+(?:öppnande|öppnas|öppnades)\.?|öppnande", re.IGNORECASE)


def _is_cut(line: Line) -> bool:
    """Whether a line is a piece of a run-together one, or of a row of items in a table."""
    if line.block is None and line.start:
        return "\t" in line.text
    return line.start > 0 and line.document.text[line.start - 1] != "\n"
