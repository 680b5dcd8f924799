"""Tables of who came whose columns came one below the other, each under its head: "Namn" over all names, then "Parti" over all letters, then
"Närvaro" over all marks; or all heads first, and then all names, all letters and all marks.

The people and what the columns say of them are put beside one another again where a column has as many lines as there are names. A column
for presence with another number of lines, or with none (its marks were lost), leaves its cells empty: it is then not told who came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.names import fold
from ingest.attendance.cell_heads import Column, Holds, heads_in, read_heads
from ingest.attendance.cell_kinds import FEWEST, CellKinds
from ingest.attendance.cell_lines import CellTable
from ingest.attendance.labels import find_labels
from ingest.attendance.model import OF_PEOPLE, Context
from ingest.document import Block, BlockKind, Cell
from ingest.lines import Line

_IN_COLUMNS = {
    Holds.MARK: frozenset(("narvarande", "franvarande", "narv", "franv", "deltog", "forhinder", "ja", "nej")),
    Holds.ROLE: frozenset(("ledamot", "ersattare", "representant", "deltagare")),
    Holds.NAME: frozenset(("ledamoter", "ersattare", "representanter")),
}
"""Words that stand over a column, and in one of these kinds."""


class _Stack(NamedTuple):
    head: Column
    below: list[Line]


def read_stacked_columns(context: Context, lines: Sequence[Line], position: int) -> tuple[CellTable, int] | None:
    """The table that begins with the head of a column at a position, as one line, and the position behind it; None where there is none, or
    none of its columns is for presence."""
    if position + 2 * FEWEST >= len(lines):
        return None
    heads, begin = read_heads(lines, position)
    found = _below_all(context, lines, heads, begin) if heads else _each_below(context, lines, position)
    if found is None:
        return None
    stacks, upto = found
    names = next((stack.below for stack in stacks if stack.head.holds is Holds.NAME), [])
    people = [line for line in names if not _is_over(context, line)]
    if len(people) < FEWEST or sum(stack.head.holds is Holds.MARK for stack in stacks) != 1:
        return None
    kinds = CellKinds(context, people[0])
    if not all(kinds.fits(Holds.NAME, line) for line in people) or all(kinds.ends_in_mark(line) for line in people):
        return None
    line = _as_line(context, lines[position], lines[upto - 1].end, stacks, names, people)
    told = any(stack.head.holds is Holds.MARK and len(stack.below) == len(people) for stack in stacks)
    return CellTable([line], [] if told else [(line.start, line.end)]), upto


def _as_line(
    context: Context, first: Line, end: int, stacks: Sequence[_Stack], names: Sequence[Line], people: Sequence[Line]
) -> Line:
    """The columns as one table; those with another number of cells than there are people are left out, or empty where they would tell who
    came."""
    kept: list[tuple[Column, list[Line]]] = []
    for head, below in stacks:
        if head.holds in (Holds.NUMBER, Holds.VOTE):
            continue
        if head.holds is Holds.NAME or len(below) == len(people):
            kept.append((head, below))
        elif head.holds is Holds.MARK:
            kept.append((head, []))
    rows = [tuple(head.cell for head, _ in kept)]
    number = 0
    for name in names:
        over = name not in people
        cells = [
            Cell(name.start, name.end)
            if head.holds is Holds.NAME
            else Cell(below[number].start, below[number].end)
            if below and not over
            else Cell(end, end)
            for head, below in kept
        ]
        rows.append(tuple(cells))
        number += not over
    block = Block(BlockKind.TABLE, first.start, end, context.document.page_of(first.start), rows=tuple(rows))
    return Line(first.document, 0, first.start, end, block, rows[0], first.blank_before)


def _is_over(context: Context, line: Line) -> bool:
    """Whether a line among names stands over a group of them."""
    if fold(line.text) in _IN_COLUMNS[Holds.NAME]:
        return True
    labels = find_labels(context.text, line.start, line.end)
    return len(labels) == 1 and labels[0].alone and labels[0].kind in OF_PEOPLE and labels[0].status is None


def _each_below(context: Context, lines: Sequence[Line], position: int) -> tuple[list[_Stack], int] | None:
    """The columns from a position, each below its head, and the position behind the last. A mark's head over all is a label."""
    if any(head.holds is Holds.MARK for head in heads_in(lines[position])):
        return None
    stacks: list[_Stack] = []
    at = position
    while at < len(lines) and len(heads := heads_in(lines[at])) == 1 and len(stacks) < len(Holds):
        below, following = _column_below(lines, at, heads[0].holds)
        goes_on = following < len(lines) and heads_in(lines[following])
        count = len(stacks[0].below) if stacks else len(below)
        if not goes_on and len(below) > count and not CellKinds(context, lines[at]).fits(heads[0].holds, below[count]):
            below, following = below[:count], at + 1 + count
        stacks.append(_Stack(heads[0], below))
        at = following
    holds = [stack.head.holds for stack in stacks]
    if len(stacks) < 2 or Holds.NAME not in holds:
        return None
    if holds.count(Holds.NAME) > 1:
        return None
    kinds = CellKinds(context, lines[position])
    for stack in stacks:
        if stack.head.holds is Holds.MARK and any(kinds.fits(Holds.NAME, line) for line in stack.below):
            return None  # "Deltagare" over those who came, "Frånvarande" over those who did not
    marks_alone = len(stacks) == 2 and any(stack.head.holds is Holds.MARK and not stack.below for stack in stacks)
    return None if marks_alone else (stacks, at)


def _column_below(lines: Sequence[Line], position: int, holds: Holds) -> tuple[list[Line], int]:
    """The lines of the column whose head stands at a position, up to an empty line or the head of another."""
    at = position + 1
    while at < len(lines) and not lines[at].cells and not lines[at].blank_before:
        if fold(lines[at].text) not in _IN_COLUMNS.get(holds, ()) and heads_in(lines[at]):
            break
        at += 1
    return list(lines[position + 1 : at]), at


def _below_all(context: Context, lines: Sequence[Line], heads: Sequence[Column], begin: int) -> tuple[list[_Stack], int] | None:
    """The columns below all their heads, and the position behind the last; None where what stands there are no columns one below the
    other."""
    kinds = CellKinds(context, lines[begin]) if begin + 2 * FEWEST <= len(lines) else None
    if kinds is None:
        return None
    holds = [head.holds for head in heads]
    first = holds.index(Holds.NAME)
    count = _count_people(context, kinds, lines, begin, first)
    if count < FEWEST:
        return None
    stacks: list[_Stack] = []
    at = begin
    for head in heads:
        start, filled = at, 0
        while at < len(lines) and filled < count and (at == start or not lines[at].blank_before):
            over = head.holds is Holds.NAME and _is_over(context, lines[at])
            if lines[at].cells or not (over or kinds.fits(head.holds, lines[at])):
                break
            filled += not over
            at += 1
        stacks.append(_Stack(head, list(lines[start:at])))
    marks = next(stack.below for stack in stacks if stack.head.holds is Holds.MARK)
    following = lines[at] if at < len(lines) and not lines[at].blank_before else None
    if not marks or (following is not None and (kinds.fits(Holds.NAME, following) or _is_over(context, following))):
        return None
    if following is not None and kinds.fits(Holds.MARK, following):
        marks.clear()
    if any(len(stack.below) < count for stack in stacks if stack.head.holds not in (Holds.NOTE, Holds.MARK)):
        marks.clear()  # what stands below another head may be a mark
    return stacks, at


def _count_people(context: Context, kinds: CellKinds, lines: Sequence[Line], begin: int, first: int) -> int:
    """How many people the columns have: as many names follow one another, or stand before the first name, a column each."""
    at = begin
    if first:
        while at < len(lines) and not lines[at].cells and not kinds.fits(Holds.NAME, lines[at]):
            at += 1
        return (at - begin) // first if (at - begin) % first == 0 else 0
    count = 0
    while at < len(lines) and not lines[at].cells:
        if kinds.fits(Holds.NAME, lines[at]):
            count += 1
        elif not _is_over(context, lines[at]):
            break
        at += 1
    return count
