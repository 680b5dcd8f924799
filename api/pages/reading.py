"""A document's text laid out for reading: pages, blocks and runs, with the quoted passage and the facts drawn from it marked.

Pure: kept text, the layout that the store keeps beside it (graph.building) and spans go in, typed parts come out. Every
character of the kept text comes out once, in order, apart from line ends between blocks. What stands outside all blocks is
shown as a paragraph of its own, so that nothing vanishes.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact read out of the document: `number` counts from 1 in text order, the span says where its words stand."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is alike throughout. `opens` are the numbers of the facts whose words begin here."""

    text: str
    struck: bool = False
    bold: bool = False
    italic: bool = False
    quoted: bool = False
    anchor: bool = False
    """The first run of the quoted passage: where the address leads."""
    fact: bool = False
    unread: bool = False
    opens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs beside one another that are all quoted or all not. `anchor`: where the address leads, the quote's beginning."""

    quoted: bool
    anchor: bool
    runs: tuple[Run, ...]


def stretches(runs: Sequence[Run]) -> tuple[Stretch, ...]:
    groups = [(quoted, tuple(group)) for quoted, group in groupby(runs, key=lambda run: run.quoted)]
    return tuple(Stretch(quoted, any(run.anchor for run in group), group) for quoted, group in groups)


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """`kind` is heading, paragraph, listItem, table, header, footer or footnote. `level` is 1 to 5 for headings, never more than
    one deeper than the heading before; depth for list items. Tables have `rows` of cells of runs; all else has `runs`."""

    kind: str
    level: int
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    numbered: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ReadPage:
    number: int
    blocks: tuple[ReadBlock, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    pages: tuple[ReadPage, ...]
    paged: bool
    """Whether the format has pages; a document without them is one long page."""
    quote_found: bool


def lay_out(
    text: str,
    layout: Mapping[str, Any] | str | None,
    *,
    quote: Span | None = None,
    facts: Sequence[FactMark] = (),
    unread: Sequence[Span] = (),
) -> Reading:
    """Lay out one document. `quote` is cut to the text; an empty or reversed one marks nothing."""
    parsed = _parsed(layout)
    starts = [int(start) for start in parsed.get("pageStarts") or [0]] or [0]
    cutter = _Cutter.of(text, parsed.get("marks") or [], quote, facts, unread)
    by_page: dict[int, list[ReadBlock]] = {page: [] for page in range(1, len(starts) + 1)}
    depth = 0
    for block in _whole(text, parsed.get("blocks") or []):
        page = max(1, bisect_right(starts, block["start"]))
        read = _read_block(block, cutter)
        if read.kind == "heading":
            depth = max(1, min(read.level, depth + 1, 5))
            read = replace(read, level=depth)
        by_page.setdefault(page, []).append(read)
    pages = tuple(ReadPage(number, tuple(blocks)) for number, blocks in sorted(by_page.items()) if blocks)
    return Reading(pages=pages, paged=len(starts) > 1, quote_found=cutter.quote is not None)


def _parsed(layout: Mapping[str, Any] | str | None) -> Mapping[str, Any]:
    if layout is None:
        return {}
    if isinstance(layout, str):
        loaded = json.loads(layout) if layout.strip() else {}
        return loaded if isinstance(loaded, dict) else {}
    return layout


def _whole(text: str, blocks: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """The blocks in text order, with paragraphs for what stands between them; overlapping ones are cut, never repeated."""
    position = 0
    for block in sorted(blocks, key=lambda b: (b["start"], b["end"])):
        start, end = max(position, int(block["start"])), min(len(text), int(block["end"]))
        if end <= start and not (block.get("rows") and end == start):
            continue
        yield from _loose(text, position, start)
        yield {**block, "start": start, "end": end}
        position = end
    yield from _loose(text, position, len(text))


def _loose(text: str, start: int, end: int) -> Iterable[Mapping[str, Any]]:
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield {"kind": "paragraph", "start": start, "end": stop}
        start = stop + 2


def _read_block(block: Mapping[str, Any], cutter: _Cutter) -> ReadBlock:
    kind = str(block.get("kind") or "paragraph")
    start, end = block["start"], block["end"]
    level = int(block.get("level") or (1 if kind == "heading" else 0))
    quoted = cutter.quote is not None and cutter.quote[0] < end and cutter.quote[1] > start
    rows = block.get("rows") or []
    if kind == "table" and rows:
        return ReadBlock(
            kind=kind,
            level=level,
            rows=tuple(
                tuple(cutter.runs(max(start, int(cell[0])), min(end, int(cell[1]))) for cell in row) for row in rows if row
            ),
            quoted=quoted,
        )
    return ReadBlock(kind=kind, level=level, runs=cutter.runs(start, end), numbered=bool(block.get("number")), quoted=quoted)


def _trimmed(text: str, span: Span) -> Span | None:
    """The span within the text, without white space at its ends; None when nothing is left."""
    start, end = max(0, span[0]), min(len(text), span[1])
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


@dataclass(frozen=True)
class _Cutter:
    """Cuts spans of the text into runs at every border of a mark, of the quote, of a fact and of an unread stretch."""

    text: str
    borders: tuple[int, ...]
    marks: Mapping[str, tuple[Span, ...]]
    quote: Span | None
    facts: tuple[FactMark, ...]
    unread: tuple[Span, ...]

    @classmethod
    def of(
        cls,
        text: str,
        marks: Sequence[Mapping[str, Any]],
        quote: Span | None,
        facts: Sequence[FactMark],
        unread: Sequence[Span],
    ) -> _Cutter:
        size = len(text)
        kinds: dict[str, list[Span]] = {"struck": [], "bold": [], "italic": []}
        for mark in marks:
            kinds.setdefault(str(mark["kind"]), []).append((int(mark["start"]), int(mark["end"])))
        cut = _trimmed(text, quote) if quote is not None else None
        placed = [(fact.number, _trimmed(text, (fact.start, fact.end))) for fact in facts]
        facts = [FactMark(number, *span) for number, span in placed if span is not None]
        spans = [span for group in kinds.values() for span in group]
        spans += [(fact.start, fact.end) for fact in facts] + list(unread) + ([cut] if cut else [])
        borders = sorted({edge for span in spans for edge in span if 0 <= edge <= size})
        return cls(text, tuple(borders), {k: tuple(sorted(v)) for k, v in kinds.items()}, cut, tuple(facts), tuple(unread))

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        if end <= start:
            return ()
        edges = [start, *(b for b in self.borders[bisect_right(self.borders, start) :] if b < end), end]
        return tuple(self._run(a, b) for a, b in pairwise(edges))

    def _run(self, start: int, end: int) -> Run:
        def within(spans: Iterable[Span]) -> bool:
            return any(a <= start and end <= b for a, b in spans)

        return Run(
            text=self.text[start:end],
            struck=within(self.marks["struck"]),
            bold=within(self.marks["bold"]),
            italic=within(self.marks["italic"]),
            quoted=self.quote is not None and self.quote[0] <= start and end <= self.quote[1],
            anchor=self.quote is not None and self.quote[0] == start,
            fact=within((fact.start, fact.end) for fact in self.facts),
            unread=within(self.unread),
            opens=tuple(fact.number for fact in self.facts if fact.start == start),
        )
