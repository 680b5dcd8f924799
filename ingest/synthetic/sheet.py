"""The sheet: composed minutes before they take a file form. Blocks of runs, each run carrying the tags of the facts it states.

A tag is a number that stands for one fact (a person's line, an item's title, an att-sats). Where the runs of a tag end up
in the rendered text is that fact's span; nothing is searched for afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "listItem"
    TABLE = "table"
    FURNITURE = "furniture"
    """A page header or footer that ended up in the flow."""


class Part(StrEnum):
    """What a run is, where noise treats it apart."""

    TEXT = "text"
    NUMBER = "number"
    """An item's number with what parts it from the title."""
    FORUM = "forum"
    """The name of the meeting's own forum."""


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    tags: tuple[int, ...] = ()
    bold: bool = False
    italic: bool = False
    struck: bool = False
    part: Part = Part.TEXT


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """One block. `tight`: no empty line parts it from the block before. A table has `rows` of cells of runs."""

    kind: Kind
    runs: Runs = ()
    level: int = 1
    tight: bool = False
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Piece = str | Run | Sequence["Piece"]


def flat(pieces: Iterable[Piece]) -> Runs:
    """Nested strings and runs as one tuple of runs; empty ones dropped."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                runs.append(Run(piece))
        elif isinstance(piece, Run):
            if piece.text:
                runs.append(piece)
        else:
            runs.extend(flat(piece))
    return tuple(runs)


def styled(pieces: Iterable[Piece], *, bold: bool = False, italic: bool = False, struck: bool = False) -> Runs:
    return tuple(
        replace(run, bold=run.bold or bold, italic=run.italic or italic, struck=run.struck or struck) for run in flat(pieces)
    )


def tagged(tag: int, *pieces: Piece) -> Runs:
    """The runs of `pieces`, each with `tag` added."""
    return tuple(replace(run, tags=(*run.tags, tag)) for run in flat(pieces))


def joined(parts: Sequence[Piece], separator: str, last: str | None = None) -> Runs:
    """Parts with a separator between; `last` (" och ") before the final part when given."""
    pieces: list[Piece] = []
    for i, part in enumerate(parts):
        if i:
            pieces.append(last if last is not None and i == len(parts) - 1 else separator)
        pieces.append(part)
    return flat(pieces)
