"""The marks in the cells of a table: crosses, boxes, and what the lack of one says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.record import Status
from ingest.attendance.cells import CellKind, CellRead

_EMPTY_BOXES = frozenset({"[ ]", "[]", "☐", "□"})
_FEWEST_LED = 3


@dataclass(frozen=True, slots=True)
class Marks:
    """How a table uses its marks: whether none says absence, whether they stand before the names, whether it has crosses at all."""

    only_positive: bool
    lead: bool
    crossed: bool


def find_marks(rows: Sequence[Sequence[CellRead]]) -> Marks:
    """How the rows of a table use their marks."""
    crossed = any(read.kind is CellKind.MARK and read.status is Status.PRESENT for row in rows for read in row)
    return Marks(_only_positive(rows), _lead(rows), crossed)


def is_cross(read: CellRead) -> bool:
    """Whether a cell holds a cross and nothing else."""
    return read.kind is CellKind.MARK and read.text.casefold() in ("x", "×")


def forget_empty_boxes(rows: Sequence[list[CellRead]]) -> None:
    """Of a table whose boxes are all empty it is not told who came: a copy has lost what they were ticked with."""
    of_people = [row for row in rows if any(read.kind is CellKind.NAMES for read in row)]
    marks = [read for row in of_people for read in row if read.kind is CellKind.MARK]
    if not marks or any(read.text.strip() not in _EMPTY_BOXES for read in marks):
        return
    for row in of_people:
        row[:] = [replace(read, status=Status.UNKNOWN) if read.kind is CellKind.MARK else read for read in row]


def _lead(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether the mark stands before the name in a row: in all rows that have both."""
    led = 0
    for row in rows:
        order = [read.kind for read in row if read.kind in (CellKind.MARK, CellKind.NAMES)]
        if CellKind.MARK in order and CellKind.NAMES in order:
            if order[0] is not CellKind.MARK or order[-1] is not CellKind.NAMES:
                return False
            led += 1
    return led >= _FEWEST_LED


def _only_positive(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether no cell says in so many words that somebody was absent, so that an empty cell in a column of ticks does."""
    of_people = [read for row in rows if any(r.kind is CellKind.NAMES for r in row) for read in row]
    marks = [read.status for read in of_people if read.kind in (CellKind.MARK, CellKind.SAID)]
    in_words = any(read.label is not None and read.label.status is Status.ABSENT for read in of_people)
    return bool(marks) and Status.ABSENT not in marks and not in_words
