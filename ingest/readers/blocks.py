"""Blocks on their way from a format to the document, and what all formats do with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

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


class Tabs(Enum):
    """What the tabs of a line tell: nothing, a row of a table, or a row if its neighbours are rows (one filled cell)."""

    NONE = "none"
    EDGE = "edge"
    ROW = "row"


def tabs_of(line: str) -> Tabs:
    """How a line reads as a table row. "1.<tab>Val" is a numbered line; "<tab>Anna Ek" alone is indented."""
    cells = line.strip(" \f").split("\t")
    filled = sum(bool(cell.strip(" \f")) for cell in cells)
    if len(cells) == 1 or not filled or (len(cells) == 2 and filled == 2 and is_number_cell(cells[0])):
        return Tabs.NONE
    return Tabs.EDGE if filled == 1 else Tabs.ROW


def tab_rows(lines: Sequence[str], index: int) -> int:
    """How many lines from `index` on are the rows of one table set with tabs.

    A line with one filled cell ("<tab>Anna Ek") belongs to the table when it has no more tabs than the rows before it; up to
    three such may stand before the first row, with as many tabs as it has.
    """
    first = index
    while first < len(lines) and first - index <= 3 and tabs_of(lines[first]) is Tabs.EDGE:
        first += 1
    if first == len(lines) or tabs_of(lines[first]) is not Tabs.ROW:
        return 0
    widest = _tab_count(lines[first])
    if any(_tab_count(line) != widest for line in lines[index:first]):
        return 0
    end = first
    while end < len(lines):
        kind, tabs = tabs_of(lines[end]), _tab_count(lines[end])
        if kind is Tabs.NONE or (kind is Tabs.EDGE and tabs > widest):
            break
        widest = max(widest, tabs)
        end += 1
    return end - index


def _tab_count(line: str) -> int:
    return line.strip(" \f").count("\t")


def _tabbed_line(block: Paragraph | Table) -> str | None:
    """The text of a plain paragraph of one line with tabs; None for anything else."""
    if isinstance(block, Table) or block.kind is not BlockKind.PARAGRAPH or block.number:
        return None
    text = "".join(part for part, _ in block.runs)
    if "\t" not in text or "\n" in text.strip():
        return None
    first = text.partition("\t")[0]
    return text.rstrip() if first.strip() and is_number_cell(first) else text.strip("\n")


def _parted(block: Paragraph | Table) -> list[Paragraph | Table]:
    """A plain paragraph that holds rows set with tabs, parted by line breaks, as its lines; anything else as it is."""
    if isinstance(block, Table) or block.kind is not BlockKind.PARAGRAPH or block.number:
        return [block]
    lines = "".join(part for part, _ in block.runs).split("\n")
    if len(lines) < 2 or not any(tab_rows(lines, index) >= 2 for index in range(len(lines) - 1) if "\t" in lines[index]):
        return [block]
    parts: list[Paragraph | Table] = []
    for line, runs in zip(lines, split_runs(block.runs, "\n"), strict=True):
        before = parts[-1] if parts else None
        if tabs_of(line) is Tabs.NONE and isinstance(before, Paragraph) and "\t" not in "".join(part for part, _ in before.runs):
            before.runs.extend([("\n", 0), *runs])
        else:
            parts.append(Paragraph(block.kind, runs))
    return parts


def gather_tabbed(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The same blocks, with two or more tabbed paragraphs in a row as one table: attendance is often set so.

    When the lines differ in their number of tabs, the writer has pressed tab until the column was reached, and
    several tabs mean one step; when they agree, an empty cell is an empty cell.
    """
    pending: list[Paragraph] = []
    lines: list[str] = []
    for block in (part for whole in blocks for part in _parted(whole)):
        line = _tabbed_line(block)
        if isinstance(block, Paragraph) and line is not None and tabs_of(line) is not Tabs.NONE:
            pending.append(block)
            lines.append(line)
            continue
        yield from _gathered(pending, lines)
        pending, lines = [], []
        yield block
    yield from _gathered(pending, lines)


def _gathered(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> Iterator[Paragraph | Table]:
    index = 0
    while index < len(lines):
        count = tab_rows(lines, index)
        if count < 2:
            yield paragraphs[index]
            index += 1
            continue
        rows = [split_runs(paragraph.runs, "\t") for paragraph in paragraphs[index : index + count]]
        if len({len(row) for row in rows}) > 1:
            rows = [[cell for i, cell in enumerate(row) if i == 0 or any(text.strip() for text, _ in cell)] for row in rows]
        yield Table(rows)
        index += count


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
