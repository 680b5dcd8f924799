"""The small markup in which the sources of the made samples are written, one source beside this file for each.

    @header / @footer TEXT        page header and footer
    # / ## / ### TEXT             headings; a number before the words is typed by hand
    1. TEXT   a) TEXT             numbered by the word processor, on the first and the second level
    | a | b |                     table row; `^` goes on with the cell above
    TEXT                          paragraph; lines without an empty line between them are one paragraph with line breaks

Inside a line: **bold**, //italic//, ~~struck~~, {-deleted with tracking-}, {+inserted with tracking+}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum


class Look(StrEnum):
    BOLD = "bold"
    ITALIC = "italic"
    STRUCK = "struck"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Run:
    """Words with one look. `text` never holds a line break."""

    text: str
    looks: frozenset[Look] = frozenset()


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    level: int
    line: Line


@dataclass(frozen=True)
class Numbered:
    """A paragraph that the word processor numbers: level 0 is "1.", level 1 is "a)"."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """Cells of one line each; None goes on with the cell above."""

    rows: tuple[tuple[Line | None, ...], ...]


Block = Heading | Numbered | Paragraph | Table


@dataclass
class Source:
    header: str = ""
    footer: str = ""
    blocks: list[Block] = field(default_factory=list)


_PAIRS = (
    (r"\*\*", r"\*\*", Look.BOLD),
    (r"//", r"//", Look.ITALIC),
    (r"~~", r"~~", Look.STRUCK),
    (r"\{-", r"-\}", Look.DELETED),
    (r"\{\+", r"\+\}", Look.INSERTED),
)
_INLINE = re.compile("|".join(f"{opening}(?P<{look}>.+?){closing}" for opening, closing, look in _PAIRS))
_HEADING = re.compile(r"(#{1,3}) +(.+)")
_NUMBERED = re.compile(r"(?:\d+\.|(?P<letter>[a-z])\)) +(?P<text>.+)")


def parse_line(text: str, looks: frozenset[Look] = frozenset()) -> Line:
    """Runs of one line; looks may be nested."""
    runs: list[Run] = []
    position = 0
    for found in _INLINE.finditer(text):
        if found.start() > position:
            runs.append(Run(text[position : found.start()], looks))
        look = Look(found.lastgroup or "")
        runs.extend(parse_line(found[look], looks | {look}))
        position = found.end()
    if position < len(text):
        runs.append(Run(text[position:], looks))
    return tuple(runs)


def parse_source(text: str) -> Source:
    """The whole source. An empty line ends a paragraph or a table."""
    source = Source()
    for chunk in re.split(r"\n\s*\n", text.strip()):
        waiting: list[str] = []
        for line in chunk.split("\n"):
            if line.startswith("@"):
                name, _, value = line[1:].partition(" ")
                setattr(source, name, value)
            elif found := _HEADING.fullmatch(line):
                source.blocks.append(Heading(len(found[1]), parse_line(found[2])))
            elif found := _NUMBERED.fullmatch(line):
                source.blocks.append(Numbered(1 if found["letter"] else 0, parse_line(found["text"])))
            else:
                waiting.append(line)
        if waiting and waiting[0].startswith("|"):
            source.blocks.append(Table(tuple(_parse_row(line) for line in waiting)))
        elif waiting:
            source.blocks.append(Paragraph(tuple(parse_line(line) for line in waiting)))
    return source


def _parse_row(line: str) -> tuple[Line | None, ...]:
    cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
    return tuple(None if cell == "^" else parse_line(cell) for cell in cells)
