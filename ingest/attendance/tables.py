"""People in tables: municipality × people, name beside municipality, lists side by side, columns with a tick for presence.

Each cell is taken for what it holds (names, a body, a title, a mark …), each column for what most of its cells and its
heading say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph.names import fold
from graph.record import Status
from ingest.attendance.cells import CellKind, CellRead, find_holds, read_cell
from ingest.attendance.column_heads import (
    Column,
    build_columns,
    take_columns_before,
    take_head_above,
    take_heading,
    take_labels_beside,
    take_yes_and_no_above,
)
from ingest.attendance.crosses import part_crosses
from ingest.attendance.grids import tells_who_came
from ingest.attendance.model import Body, Category, Codes, Context, Draft, Label
from ingest.attendance.rows import read_row
from ingest.attendance.ticks import find_marks, forget_empty_boxes
from ingest.document import Block, Cell

_SUM = re.compile(r"^(?:summa|totalt|antal)\b", re.IGNORECASE)
_OF_PRESENCE = frozenset({"narvaro", "narvarolista", "narvaroforteckning"})
"""Words over a table in which yes and no are not votes."""
_MEMBERS = ("ledamot", "ersättare", "tjänstgörande ersättare")


@dataclass
class _Groups:
    """The headings that stood over rows of people so far, as far as they tell of those who came."""

    among_present: set[str] = field(default_factory=set)
    named: bool = False
    """Whether people stood below the last heading that says something."""

    def take(self, read: CellRead, heading: Category, current: Category) -> Category:
        """What a heading says of the rows to come. One that says nothing of presence, below those of the absent ("Ej närvarande:" and its
        people, then "Tjänstepersoner:"), stands beside them, unless it stood over some who came too."""
        label = read.label
        if label is None or label.status is not None:
            self.named = False
            return heading
        if heading.status is Status.PRESENT:
            self.among_present.add(label.words)
        elif (
            heading.status is Status.ABSENT
            and self.named
            and label.words not in self.among_present
            and label.role not in _MEMBERS
        ):
            return Category(Status.PRESENT, True, heading.role)
        return heading


class TableRead(NamedTuple):
    """The people of a table; whether its own words state who was there (a heading "Närvarande", ticks); and its columns."""

    drafts: list[Draft]
    stated: bool
    columns: Sequence[Column]


def read_table(
    context: Context,
    rows_of_people: Sequence[Sequence[Cell]],
    block: Block,
    category: Category,
    codes: Codes,
    over: Sequence[Label] = (),
    before: Sequence[Column] = (),
) -> TableRead:
    """The people in these rows of a table. `over` are labels right above the table; without any, or below "Närvaro", yes and no tell who
    came. `before` are the columns of a table right before this one, whose heads are this one's too where it has none and goes on."""
    yes_no = all(label.words in _OF_PRESENCE for label in over) and tells_who_came(context, block)
    rows_of_people, parted = part_crosses(context, rows_of_people)
    holds = {i if parted is None or i <= parted else i + 1: kind for i, kind in find_holds(context, block).items()}
    rows = [[read_cell(context, cell, codes, holds.get(i)) for i, cell in enumerate(row)] for row in rows_of_people]
    forget_empty_boxes(rows)
    counterparts = _take_counterparts(context, rows)
    columns = build_columns(rows)
    if all(label.words in _OF_PRESENCE for label in over) and _begins_with_people(rows):
        take_columns_before(columns, before)
    take_yes_and_no_above(context, block, rows, columns)
    take_head_above(context, block, rows, columns)
    current = take_labels_beside(columns, over) or category
    body_leads = _body_leads(rows)
    marks = find_marks(rows)
    groups = _Groups()
    body_over: Body | None = None
    drafts: list[Draft] = []
    stated = seen_names = False
    for row, counterpart in zip(rows, counterparts, strict=True):
        filled = [read for read in row if read.kind is not CellKind.EMPTY]
        if not filled or _SUM.match(filled[0].text):
            continue
        if not any(read.kind is CellKind.NAMES for read in filled):
            heading = take_heading(context, row, columns, current, seen_names, yes_no)
            if heading is not None:
                current = groups.take(filled[0], heading, current)
                body_over = None
            elif len(filled) == 1 and filled[0].body and row[0].kind is not CellKind.EMPTY and not columns[0].holds_names:
                body_over = filled[0].body
            continue
        seen_names = groups.named = True
        found, body_over = read_row(context, row, columns, current, body_over, body_leads, codes, marks)
        if counterpart and len(found) == 1 and found[0].said is Status.PRESENT:
            found = [found[0]._replace(replaces=found[0].replaces or counterpart)]
        drafts.extend(found)
        stated = stated or any(column.presence is not None for column in columns)
    late = dict(limit for column in columns for limit in column.late)
    drafts = [d._replace(limits=(*d.limits, late[d.start])) if d.start in late else d for d in drafts]
    if _is_unsigned(rows) and all(draft.said is None for draft in drafts):
        drafts = [draft._replace(said=Status.UNKNOWN) for draft in drafts]
    return TableRead(drafts, stated, columns)


_SIGNED_BY_HAND = frozenset({"signatur", "sign", "namnteckning", "underskrift"})


def _is_unsigned(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether those who came were to sign in a column of which the copy has nothing: names listed beforehand, and no sign of who came."""
    head = next((row for row in rows if any(read.kind is not CellKind.EMPTY for read in row)), ())
    signed = [i for i, read in enumerate(head) if fold(read.text) in _SIGNED_BY_HAND]
    return bool(signed) and all(row[i].kind is CellKind.EMPTY for row in rows if row is not head for i in signed if i < len(row))


def _begins_with_people(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether the first row that is not empty names somebody: no heads stand over it."""
    first = next((row for row in rows if any(read.kind is not CellKind.EMPTY for read in row)), ())
    return any(read.kind is CellKind.NAMES for read in first)


def _take_counterparts(context: Context, rows: list[list[CellRead]]) -> list[str | None]:
    """The name that a row notes behind its mark, by row, taken out of the row: who stood in for one away, or for whom one here stands in
    ("Anna Ek | S | - | Bo Alm", "Bo Alm | S | 1 | Anna Ek"). All None where it is not so in every row that has two names, or where such a
    name stands nowhere else, or in a column of its own for those who served."""
    found: dict[int, int] = {}
    for number, row in enumerate(rows):
        filled = [(i, read.kind) for i, read in enumerate(row) if read.kind is not CellKind.EMPTY]
        named = [i for i, kind in filled if kind is CellKind.NAMES]
        if len(named) < 2:
            continue
        marked = [i for i, kind in filled if kind is CellKind.MARK]
        noted = len(named) == 2 and len(marked) == 1 and named[0] < marked[0] < named[1] == filled[-1][0]
        if not noted or _is_of_substitutes(rows, named[1]) or context.text.count(row[named[1]].text) < 2:
            return [None] * len(rows)
        found[number] = named[1]
    names = [rows[n][found[n]].text if n in found else None for n in range(len(rows))]
    for number, index in found.items():
        rows[number][index] = replace(rows[number][index], kind=CellKind.EMPTY)
    return names


def _is_of_substitutes(rows: Sequence[Sequence[CellRead]], index: int) -> bool:
    """Whether the head of a column says that those in it served, who then need not be listed elsewhere."""
    return any(fold(row[index].text).startswith(_SERVED) for row in rows[:2] if index < len(row))


_SERVED = ("tjanstgorande ersatt", "tjg ers", "tjanstg ers")


def _body_leads(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether the body stands before its people in a row: in most rows that have both."""
    lead = trail = 0
    for row in rows:
        order = [read.kind for read in row if read.kind in (CellKind.BODY, CellKind.NAMES, CellKind.LABEL)]
        if CellKind.NAMES in order and len(order) > 1:
            if order[0] is CellKind.BODY:
                lead += 1
            elif order[0] is CellKind.NAMES and CellKind.BODY in order:
                trail += 1
    return lead > trail
