"""Blocks on their way from a format to the document, and what all formats do with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.document import BlockKind
from ingest.readers.styled import DocumentBuilder, Run, split_runs

NUMBER_CELL = re.compile(r"[ \t\f]*(?:§+[ \t]*)?(?:\d+(?:\.\d+)*|[A-Za-zÅÄÖåäö])?[.):]?[ \t]*|[ \t]*[-–•·*][ \t]*")
"""What stands before the tab in a numbered line: "1.", "§ 12", "a)", "-"."""


def is_number_cell(text: str) -> bool:
    """Whether a cell is no more than the number or sign of a numbered line; real ones are short."""
    return len(text) <= 24 and NUMBER_CELL.fullmatch(text) is not None


@dataclass(slots=True)
class Paragraph:
    """A block of the flow before it is placed."""

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
    return not (is_number_cell(first) and not any("\t" in cell for cell in rest) and len(rest) == 1)


def gather_tabbed(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The same blocks, with two or more tabbed paragraphs in a row as one table: attendance is often set so.

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


def place(builder: DocumentBuilder, block: Paragraph | Table) -> None:
    """Write one block of the flow, and the tables nested in it."""
    if isinstance(block, Paragraph):
        builder.add(block.kind, block.runs, level=block.level, number=block.number)
        return
    builder.add_table(block.rows)
    for nested in block.nested:
        place(builder, nested)


def lines_of(blocks: Iterable[Paragraph | Table]) -> list[Run]:
    """Blocks as the lines of one block, cells parted by tabs: what notes, headers and footers become."""
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines = [[(f"{block.number} ", 0), *block.runs] if block.number else block.runs]
        else:
            lines = [[run for cell in row for run in (*cell, ("\t", 0))] for row in block.rows]
        for line in lines:
            if any(text.strip() for text, _ in line):
                if runs:
                    runs.append(("\n", 0))
                runs.extend(line)
    return [(text.replace("\f", ""), style) for text, style in runs]


def cell_runs(blocks: Iterable[Paragraph | Table], nested: list[Table]) -> list[Run]:
    """The blocks of a table cell as one text, a line per paragraph; tables inside it are handed to `nested`."""
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Table):
            nested.append(block)
            continue
        if runs:
            runs.append(("\n", 0))
        if block.number:
            runs.append((f"{block.number} ", 0))
        runs.extend(block.runs)
    return runs
