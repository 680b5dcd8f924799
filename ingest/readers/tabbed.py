"""Consecutive paragraphs set in columns with tabs, as attendance lists often are, become the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.document import BlockKind
from ingest.readers.styled import Run, split_runs

NUMBER_CELL = re.compile(r"[ \t\f]*(?:§+[ \t]*)?(?:\d+(?:\.\d+)*|[A-Za-zÅÄÖåäö])?[.):]?[ \t]*|[ \t]*[-–•·*][ \t]*")
"""What stands before the tab in a numbered line: "1.", "§ 12", "a)", "-"."""


@dataclass(slots=True)
class Paragraph:
    """A block of the flow before it is placed. `apart` holds what stands beside it: text boxes."""

    kind: BlockKind
    runs: list[Run]
    level: int | None = None
    number: str | None = None


@dataclass(slots=True)
class Table:
    """Rows of cells of runs, and the tables that stood inside its cells."""

    rows: list[list[list[Run]]]
    nested: list[Table] = field(default_factory=list)


def is_tabbed(paragraph: Paragraph) -> bool:
    """Whether a plain paragraph is one line with inner tabs that is not just a number, a tab and words."""
    if paragraph.kind is not BlockKind.PARAGRAPH or paragraph.number:
        return False
    text = "".join(part for part, _ in paragraph.runs)
    inner = text.strip()
    if "\t" not in inner or "\n" in inner:
        return False
    first, *rest = inner.split("\t")
    return not (NUMBER_CELL.fullmatch(first) and not any("\t" in cell for cell in rest) and len(rest) == 1)


def gather_tabbed(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The same blocks, with two or more tabbed paragraphs in a row as one table.

    When the lines differ in their number of tabs, the writer has pressed tab until the column was reached, and
    several tabs mean one step; when they agree, an empty cell is an empty cell.
    """
    pending: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and is_tabbed(block):
            pending.append(block)
            continue
        yield from _gathered(pending)
        pending = []
        yield block
    yield from _gathered(pending)


def _gathered(lines: list[Paragraph]) -> Iterator[Paragraph | Table]:
    if len(lines) < 2:
        yield from lines
        return
    rows = [split_runs(line.runs, "\t") for line in lines]
    if len({len(row) for row in rows}) > 1:
        rows = [[cell for index, cell in enumerate(row) if index == 0 or any(text.strip() for text, _ in cell)] for row in rows]
    yield Table(rows)
