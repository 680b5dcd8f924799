"""People in tables: municipality × people, name beside municipality, lists side by side, columns with a tick for presence.

Each cell is taken for what it holds (names, a body, a title, a mark …), each column for what most of its cells and its
heading say. A cell that holds no name belongs to the nearest name cell before it; a body in the first column to all
names of its row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.names import fold
from graph.record import Status
from ingest.attendance.cells import CellKind, CellRead, find_holds, read_cell
from ingest.attendance.crosses import part_crosses
from ingest.attendance.drafts import REFERS
from ingest.attendance.flow import read_flow
from ingest.attendance.grids import ABSENCE, COLUMN_HEADS, PRESENCE, tells_who_came
from ingest.attendance.limits import limit_text
from ingest.attendance.listing import list_names
from ingest.attendance.marks import find_yes_no_heads
from ingest.attendance.model import Body, Category, Codes, Context, Draft, Label, LabelKind
from ingest.attendance.words import canonical_role, party_letters, role_text
from ingest.document import Block, Cell

_VOTING = re.compile(r"^(?:ja|nej|avstår|avst|omröstning|votering|röst)\b", re.IGNORECASE)
_REPLACED_HEAD = re.compile(
    r"^(?:(?:tjänst\w*|tjg|tj|ers(?:ättare)?|går in)\.?\s*(?:ers(?:ättare)?\.?\s*)?för|ersätter|i stället för|istället för|för(?: ledamot)?$)",
    re.IGNORECASE,
)
_SUM = re.compile(r"^(?:summa|totalt|antal)\b", re.IGNORECASE)


@dataclass
class _Column:
    """What a column means: by its heading, and by the bodies that stand in it as sub-headings."""

    category: Category | None = None
    body: Body | None = None
    role: str | None = None
    presence: Status | None = None
    """A column whose ticks mean this status."""
    crosses: bool = False
    """The first column of crosses, where no heading says what they are: a dash among them is their opposite."""
    voting: bool = False
    holds_names: bool = False
    bare: bool = False
    """Whether nothing stands in it but one heading."""
    last: Draft | None = None
    """The last person named in it."""
    late: list[tuple[int, str]] = field(default_factory=list)
    """Limits that stand in it below a person, by where that one's name begins."""
    replaced: bool = False
    """Whether those named in it are the members for whom others stand in ("Tjänstgör för")."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """How a table uses its marks: whether none says absence, whether they stand before the names, whether it has crosses at all."""

    only_positive: bool
    lead: bool
    crossed: bool


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


_MEMBERS = ("ledamot", "ersättare", "tjänstgörande ersättare")


def read_table(
    context: Context,
    rows_of_people: Sequence[Sequence[Cell]],
    block: Block,
    category: Category,
    codes: Codes,
    over: Sequence[Label] = (),
) -> tuple[list[Draft], bool]:
    """The people in these rows of a table, and whether its own words state who was there (a heading "Närvarande", ticks). `over` are
    labels right above the table; without any, or below "Närvaro", yes and no tell who came."""
    yes_no = all(label.words in _OF_PRESENCE for label in over) and tells_who_came(context, block)
    rows_of_people, parted = part_crosses(context, rows_of_people)
    holds = {i if parted is None or i <= parted else i + 1: kind for i, kind in find_holds(context, block).items()}
    rows = [[read_cell(context, cell, codes, holds.get(i)) for i, cell in enumerate(row)] for row in rows_of_people]
    _forget_empty_boxes(rows)
    counterparts = _take_counterparts(context, rows)
    width = max(len(row) for row in rows)
    columns = [_Column() for _ in range(width)]
    for index in range(width):
        kinds = Counter(row[index].kind for row in rows if index < len(row))
        named = kinds[CellKind.NAMES]
        if {row[index].text.casefold() for row in rows if index < len(row)} & {"n", "f", "j", "ja", "nej"} in ({"n"}, {"n", "f"}):
            # "N" is "närvarande" beside "F" and alone, "nej" beside "J".
            for row in rows:
                if index < len(row) and row[index].text.casefold() == "n":
                    row[index] = replace(row[index], kind=CellKind.MARK, status=Status.PRESENT)
        if kinds[CellKind.PARTY] and not named:
            for row in rows:
                if index < len(row) and _is_local_party(row[index]):
                    row[index] = replace(row[index], kind=CellKind.PARTY, body=None)
        columns[index].bare = sum(kinds.values()) - kinds[CellKind.EMPTY] <= 1
        columns[index].holds_names = named > 0 and named >= kinds[CellKind.BODY] and named >= kinds[CellKind.ROLE]
    crossed_columns = [i for i in range(width) if sum(_is_cross(row[i]) for row in rows if i < len(row)) > 1]
    if crossed_columns and not columns[crossed_columns[0]].holds_names:
        columns[crossed_columns[0]].crosses = True
    _yes_and_no_above(context, block, rows, columns)
    body_leads = _body_leads(rows)
    drafts: list[Draft] = []
    current = _set_beside(columns, over) or category
    body_over: Body | None = None
    stated = False
    seen_names = False
    groups = _Groups()
    crossed = any(read.kind is CellKind.MARK and read.status is Status.PRESENT for row in rows for read in row)
    marks = _Marks(_marks_only_positive(rows), _marks_lead(rows), crossed)
    _head_above(context, block, rows, columns)
    for row, counterpart in zip(rows, counterparts, strict=True):
        filled = [read for read in row if read.kind is not CellKind.EMPTY]
        if not filled or _SUM.match(filled[0].text):
            continue
        if not any(read.kind is CellKind.NAMES for read in filled):
            heading = _heading(context, row, columns, current, seen_names, yes_no)
            if heading is not None:
                current = groups.take(filled[0], heading, current)
                body_over = None
            elif len(filled) == 1 and filled[0].body and row[0].kind is not CellKind.EMPTY and not columns[0].holds_names:
                body_over = filled[0].body
            continue
        seen_names = groups.named = True
        found, body_over = _read_row(context, row, columns, current, body_over, body_leads, codes, marks)
        if counterpart and len(found) == 1 and found[0].said is Status.PRESENT:
            found = [found[0]._replace(replaces=found[0].replaces or counterpart)]
        drafts.extend(found)
        stated = stated or any(column.presence is not None for column in columns)
    late = dict(limit for column in columns for limit in column.late)
    drafts = [d._replace(limits=(*d.limits, late[d.start])) if d.start in late else d for d in drafts]
    return drafts, stated


def _forget_empty_boxes(rows: Sequence[list[CellRead]]) -> None:
    """Of a table whose boxes are all empty it is not told who came: a copy has lost what they were ticked with."""
    of_people = [row for row in rows if any(read.kind is CellKind.NAMES for read in row)]
    marks = [read for row in of_people for read in row if read.kind is CellKind.MARK]
    if not marks or any(read.text.strip() not in _EMPTY_BOXES for read in marks):
        return
    for row in of_people:
        row[:] = [replace(read, status=Status.UNKNOWN) if read.kind is CellKind.MARK else read for read in row]


_EMPTY_BOXES = frozenset({"[ ]", "[]", "☐", "□"})


def _yes_and_no_above(context: Context, block: Block, rows: Sequence[Sequence[CellRead]], columns: Sequence[_Column]) -> None:
    """Give two columns of crosses, of which no row has both, what stands over them above the table: yes and no of presence."""
    if find_yes_no_heads(context.text, max(0, block.start - _HEADS_ABOVE), block.start) is None:
        return
    crossed = [i for i in range(len(columns)) if any(_is_cross(row[i]) for row in rows if i < len(row))]
    if len(crossed) < _BOTH:
        return
    yes, no = crossed[:_BOTH]
    if no == yes + 1 and not any(_is_cross(row[yes]) and _is_cross(row[no]) for row in rows if no < len(row)):
        columns[yes].presence, columns[no].presence = Status.PRESENT, Status.ABSENT


_OF_PRESENCE = frozenset({"narvaro", "narvarolista", "narvaroforteckning"})
"""Words over a table in which yes and no are not votes."""
_HEADS_ABOVE = 120
_BOTH = 2


def _set_beside(columns: Sequence[_Column], over: Sequence[Label]) -> Category | None:
    """Give two columns of names or more what the labels above them say, side by side ("Närvarande   Frånvarande"); what the table as a
    whole then says, where their number is another."""
    told = [label for label in over if label.status is not None and label.kind is LabelKind.PEOPLE]
    named = [column for column in columns if column.holds_names]
    if len({label.status for label in told}) < 2 or len(named) < 2:
        return None
    if len(told) != len(named):
        return Category(Status.UNKNOWN, True)
    for column, label in zip(named, told, strict=True):
        column.category = Category(label.status or Status.UNKNOWN, True, label.role)
    return None


def _take_counterparts(context: Context, rows: list[list[CellRead]]) -> list[str | None]:
    """The name that a row notes behind its mark, by row, taken out of the row: who stood in for one away, or for whom one here stands in
    ("Anna Ek | S | - | Bo Alm", "Bo Alm | S | 1 | Anna Ek"). All None where it is not so in every row that has two names, or where such a
    name stands nowhere else."""
    found: dict[int, int] = {}
    for number, row in enumerate(rows):
        filled = [(i, read.kind) for i, read in enumerate(row) if read.kind is not CellKind.EMPTY]
        named = [i for i, kind in filled if kind is CellKind.NAMES]
        if len(named) < 2:
            continue
        marked = [i for i, kind in filled if kind is CellKind.MARK]
        noted = len(named) == 2 and len(marked) == 1 and named[0] < marked[0] < named[1] == filled[-1][0]
        if not noted or context.text.count(row[named[1]].text) < 2:
            return [None] * len(rows)
        found[number] = named[1]
    names = [rows[n][found[n]].text if n in found else None for n in range(len(rows))]
    for number, index in found.items():
        rows[number][index] = replace(rows[number][index], kind=CellKind.EMPTY)
    return names


def _is_cross(read: CellRead) -> bool:
    return read.kind is CellKind.MARK and read.text.casefold() in ("x", "×")


def _marks_lead(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether the mark stands before the name in a row: in all rows that have both."""
    led = 0
    for row in rows:
        order = [read.kind for read in row if read.kind in (CellKind.MARK, CellKind.NAMES)]
        if CellKind.MARK in order and CellKind.NAMES in order:
            if order[0] is not CellKind.MARK or order[-1] is not CellKind.NAMES:
                return False
            led += 1
    return led > 2


_PARTY_LETTERS = re.compile(r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][\wåäö-]*(?:partiet|listan|demokraterna)")


def _is_local_party(read: CellRead) -> bool:
    """Whether a cell in a column of parties holds letters that no organisation is known by."""
    return (
        read.kind is CellKind.BODY and read.body is not None and not read.body.known and bool(_PARTY_LETTERS.fullmatch(read.text))
    )


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


def _marks_only_positive(rows: Sequence[Sequence[CellRead]]) -> bool:
    """Whether no cell says in so many words that somebody was absent, so that an empty cell in a column of ticks does."""
    marks = [
        read.status
        for row in rows
        for read in row
        if read.kind in (CellKind.MARK, CellKind.SAID) and any(r.kind is CellKind.NAMES for r in row)
    ]
    return bool(marks) and Status.ABSENT not in marks


def _head_above(context: Context, block: Block, rows: Sequence[Sequence[CellRead]], columns: Sequence[_Column]) -> None:
    """Give columns of crosses their meaning from a line above the table that names presence and absence, which the copy has parted from
    it ("Namn Närvarande Frånvarande Ersättare"). Nothing is given where their numbers differ."""
    kinds = [Counter(row[i].kind for row in rows if i < len(row)) for i in range(len(columns))]
    crossed = [i for i, kind in enumerate(kinds) if kind[CellKind.MARK] and not kind[CellKind.NAMES] and not kind[CellKind.LABEL]]
    if len(crossed) == 1 and _counts_presence(context, block, rows, crossed[0]):
        columns[crossed[0]].presence = Status.PRESENT
    if len(crossed) < 2:
        return
    above = context.text[max(0, block.start - _ABOVE) : block.start].rstrip().split("\n")[-4:]
    for line in reversed(above):
        said = [
            Status.ABSENT if ABSENCE.match(w) else Status.PRESENT for w in line.split() if ABSENCE.match(w) or PRESENCE.match(w)
        ]
        if Status.ABSENT in said:
            told = said[-len(crossed) :]
            if len(told) == len(crossed) and len(set(told)) > 1:
                for i, status in zip(crossed, told, strict=True):
                    columns[i].presence = status
            return


_ABOVE = 200


def _counts_presence(context: Context, block: Block, rows: Sequence[Sequence[CellRead]], index: int) -> bool:
    """Whether a column of "1" and "-" tells who was there: a heading that the copy has parted from the table says so."""
    signs = {row[index].text for row in rows if index < len(row) and row[index].kind is CellKind.MARK}
    if not signs <= {"1", "-", "–", "0"} or "1" not in signs:
        return False
    return _COUNTED.search(context.text, max(0, block.start - _FAR_ABOVE), block.start) is not None


_COUNTED = re.compile(r"^[^\n]*\bNamn\b[^\n]*\bNärvaro\b", re.MULTILINE)
_FAR_ABOVE = 2500


def _heading(
    context: Context, row: Sequence[CellRead], columns: Sequence[_Column], current: Category, seen_names: bool, yes_no: bool
) -> Category | None:
    """Take a row without names as headings of the columns; the category of the rows to come when it says one."""
    filled = [(index, read) for index, read in enumerate(row) if read.kind is not CellKind.EMPTY]
    if len(filled) == 1 and filled[0][1].label is not None:
        label = filled[0][1].label
        if label.kind in (LabelKind.PEOPLE, LabelKind.INVITED):
            for column in columns:
                column.category = None
            return Category(label.status or current.status, label.status is not None or current.stated, label.role)
        return None
    over: Category | None = None
    for index, read in filled:
        column = columns[index]
        words = read.text
        if _REPLACED_HEAD.match(words):
            column.replaced = True
            continue
        if fold(words) in _NO and index and columns[index - 1].presence is Status.PRESENT and column.presence is None:
            column.presence = Status.ABSENT  # below "Närvarande", beside "Ja" or "N"
            continue
        if yes_no and fold(words) == "ja" and not _has_presence(columns):
            column.presence = Status.PRESENT
            continue
        if _VOTING.match(words) and not _has_presence(columns) and not PRESENCE.match(words):
            column.voting = column.presence is None and read.kind is not CellKind.NAMES
            continue
        if column.bare and index == 0 and PRESENCE.match(words):
            over = Category(Status.PRESENT, True)  # "Närvarande | Ledamöter | Ersättare": over the whole table
            continue
        if PRESENCE.match(words) and not (column.holds_names and len(filled) > 0 and _is_list_head(columns, index)):
            column.presence = Status.PRESENT
        elif ABSENCE.match(words) and not (column.holds_names and _is_list_head(columns, index)):
            column.presence = Status.ABSENT
        elif read.label is not None and read.label.kind in (LabelKind.PEOPLE, LabelKind.INVITED):
            if column.holds_names:
                label = read.label
                around = over or current
                column.category = Category(label.status or around.status, label.status is not None or around.stated, label.role)
        elif read.body is not None and fold(words) not in COLUMN_HEADS and (column.holds_names or not seen_names):
            column.body = read.body
    return over


_NO = ("nej", "f")


def _is_list_head(columns: Sequence[_Column], index: int) -> bool:
    return columns[index].holds_names


def _has_presence(columns: Sequence[_Column]) -> bool:
    return any(column.presence is not None for column in columns)


def _read_row(
    context: Context,
    row: Sequence[CellRead],
    columns: Sequence[_Column],
    current: Category,
    over: Body | None,
    body_leads: bool,
    codes: Codes,
    marks: _Marks,
) -> tuple[list[Draft], Body | None]:
    row_body: Body | None = over
    row_category = current
    groups: list[tuple[list[Draft], int]] = []
    pending_role: str | None = None
    pending_party: str | None = None
    pending_mark: Status | None = None
    beside = sum(a.kind is CellKind.LABEL and b.kind is CellKind.NAMES for a, b in pairwise(row)) > 1
    for index, read in enumerate(row):
        column = columns[index]
        match read.kind:
            case CellKind.REPLACES if groups and len(groups[-1][0]) == 1:
                groups[-1] = ([_standing_in(context, groups[-1][0][0], read, codes)], groups[-1][1])
            case CellKind.NAMES if column.replaced and groups and len(groups[-1][0]) == 1:
                groups[-1] = ([_standing_in(context, groups[-1][0][0], read, codes)], groups[-1][1])
            case CellKind.NAMES:
                category = column.category or row_category
                found = list(
                    read_flow(context, read.cell.start, read.cell.end, category, codes, body=column.body or row_body).drafts
                )
                if pending_role:
                    found = [d._replace(role=d.role or pending_role) for d in found]
                    pending_role = None
                if pending_party:
                    found = [d._replace(party=d.party or pending_party) for d in found]
                    pending_party = None
                if pending_mark is not None:
                    found = [d._replace(said=d.said or pending_mark) for d in found]
                    pending_mark = None
                column.last = found[-1] if found else column.last
                groups.append((found, index))
            case CellKind.BODY if read.body is not None:
                if groups and read.limit is not None and not column.holds_names:
                    groups[-1] = ([d._replace(limits=(*d.limits, read.limit)) for d in groups[-1][0]], groups[-1][1])
                if groups and read.role is not None and not column.holds_names:
                    groups[-1] = ([d._replace(role=d.role or read.role) for d in groups[-1][0]], groups[-1][1])
                if not groups:
                    row_body = read.body
                    over = read.body if body_leads else over
                elif column.holds_names:
                    column.body = read.body if read.text[0].isupper() else column.body
                elif not body_leads or (groups[-1][0] and groups[-1][0][0].body is None):
                    groups[-1] = (
                        [d._replace(body=read.body) if d.body is None or not body_leads else d for d in groups[-1][0]],
                        groups[-1][1],
                    )
            case CellKind.LABEL if read.label is not None:
                label = read.label
                if beside and label.status is not None and label.kind is LabelKind.PEOPLE and index + 1 < len(columns):
                    columns[index + 1].category = Category(label.status, True, label.role)
                elif not groups and label.kind in (LabelKind.PEOPLE, LabelKind.INVITED):
                    row_category = Category(
                        label.status or current.status, label.status is not None or current.stated, label.role
                    )
                    row_body = None
                elif not groups and (office := label.role or canonical_role(read.text)):
                    pending_role = office
                elif groups and label.status is not None and column.holds_names and label.kind is LabelKind.PEOPLE:
                    column.category = Category(label.status, True, label.role)  # over those below it
                elif groups and label.status is not None and label.kind is LabelKind.PEOPLE:
                    groups[-1] = ([d._replace(said=d.said or label.status) for d in groups[-1][0]], groups[-1][1])
                elif groups and column.holds_names and label.kind is LabelKind.PEOPLE and index > groups[-1][1]:
                    # "Tjänstemän" among the absent stands over people of its own, who are not said to be away.
                    beside_absent = column.category is not None and column.category.status is Status.ABSENT
                    over_below = Category(Status.PRESENT, True) if beside_absent else column.category or row_category
                    column.category, column.body = replace(over_below, role=label.role), None
                elif groups and label.role:
                    groups[-1] = ([d._replace(role=d.role or label.role) for d in groups[-1][0]], groups[-1][1])
            case CellKind.ROLE:
                titled = _ROLE_AND_PARTY.fullmatch(read.text)
                letters = party_letters(titled["letters"]) if titled else None
                role = role_text(titled["role"] if titled and letters else read.text)
                if groups and letters:
                    groups[-1] = ([d._replace(party=d.party or letters) for d in groups[-1][0]], groups[-1][1])
                if groups:
                    groups[-1] = ([d._replace(role=d.role or role) for d in groups[-1][0]], groups[-1][1])
                else:
                    pending_role = role
            case CellKind.PARTY:
                letters = party_letters(read.text) or (None if read.text in ("-", "–") else read.text.strip("()"))
                if groups:
                    groups[-1] = ([d._replace(party=d.party or letters) for d in groups[-1][0]], groups[-1][1])
                else:
                    pending_party = letters
            case CellKind.MARK if read.marks and groups and not column.voting:
                groups[-1] = (_each_marked(groups[-1][0], read, column), groups[-1][1])
            case CellKind.MARK | CellKind.SAID if groups and not column.voting:
                status = _mark_status(read, column)
                if status and len(groups[-1][0]) > 1 and {d.said for d in groups[-1][0]} == _OTHER.get(status):
                    groups[-1] = ([d._replace(said=Status.UNKNOWN) for d in groups[-1][0]], groups[-1][1])
                elif status is not None:
                    told = (read.limit,) if read.limit and status is Status.PRESENT else ()
                    found = [d._replace(said=d.said or status, limits=(*d.limits, *told)) for d in groups[-1][0]]
                    groups[-1] = (_with_other(context, found, read, status, codes), groups[-1][1])
            case CellKind.MARK | CellKind.SAID if not groups and not column.voting and marks.lead:
                pending_mark = _mark_status(read, column) if column.presence is not None else read.status
            case CellKind.LIMIT if column.holds_names and column.last is not None and (not groups or groups[-1][1] != index):
                column.late.append((column.last.start, limit_text(read.text)))
            case CellKind.LIMIT if groups:
                limit = limit_text(read.text)
                if column.presence is not None:
                    groups[-1] = ([d._replace(said=d.said or column.presence) for d in groups[-1][0]], groups[-1][1])
                groups[-1] = ([d._replace(limits=(*d.limits, limit)) for d in groups[-1][0]], groups[-1][1])
            case CellKind.TEXT if not groups and index == 0 and body_leads and over is not None and not column.holds_names:
                # A town that the lexicon does not know below one that it knows.
                named = len(read.text.split()) <= _LONGEST_BODY and read.text[0].isupper()
                row_body = Body(read.text, False, False, (read.cell.start, read.cell.end)) if named else None
                over = row_body
            case CellKind.TEXT if groups and column.body is None and not column.holds_names:
                groups[-1] = (_with_words(groups[-1][0], read), groups[-1][1])
            case _:
                pass
    tick_columns = [(i, c) for i, c in enumerate(columns) if c.presence is not None and not c.holds_names]
    out: list[Draft] = []
    for position, (found, index) in enumerate(groups):
        upto = groups[position + 1][1] if position + 1 < len(groups) else len(columns)
        own = [c for i, c in tick_columns if index < i < upto or (position == 0 and i < index)]
        if own and all(d.said is None for d in found):
            # A column of ticks without a tick for this person: absent where ticks are all there is, else not told.
            single = len(own) == 1 and own[0].presence is Status.PRESENT
            if len(own) == 1 and own[0].presence is Status.ABSENT and marks.crossed:
                out.extend(found)  # a column for the absent alone: the others came
                continue
            status = Status.ABSENT if single and marks.only_positive else Status.UNKNOWN
            if not any(d.limits for d in found):
                found = [d._replace(said=status) for d in found]
        out.extend(found)
    return out, over


_LONGEST_BODY = 5
_ROLE_AND_PARTY = re.compile(r"(?P<role>.{3,60}?)\s\((?P<letters>[A-ZÅÄÖ]{1,4})\)")
""" "Ej tjänstgörande ersättare (S)"."""


def _with_other(context: Context, found: list[Draft], read: CellRead, status: Status, codes: Codes) -> list[Draft]:
    """The person of a row with the one who is named behind the mark: "Nej, ersattes av Anna Ek", "Ja, tjänstgör för Bo Alm"."""
    if len(found) != 1 or (told := _OTHER_BEHIND.search(read.text)) is None:
        return found
    if told["by"] is None:
        return [_standing_in(context, found[0], read, codes)]
    names = list_names(context, read.cell.start, read.cell.end, codes)
    if len(names) != 1 or status is not Status.ABSENT:
        return found
    member = found[0]
    name = context.person_name(member.span)
    came = Category(Status.PRESENT, True)
    return [
        member,
        Draft(names[0].start, names[0].end, came, names[0].known, member.body, role="tjänstgörande ersättare", replaces=name),
    ]


_OTHER_BEHIND = re.compile(
    r"\b(?:(?P<by>ersätts|ersattes|ersatt)\s+av|(?:ersätter|ersatte|(?:tjänstgör|tjänstgjorde|tjg)\.?\s+för))\s+(?-i:[A-ZÅÄÖ])",
    re.IGNORECASE,
)


def _standing_in(context: Context, draft: Draft, read: CellRead, codes: Codes) -> Draft:
    """The person of a row with the member named in the column "Tjänstgör för"."""
    names = list_names(context, read.cell.start, read.cell.end, codes)
    if len(names) != 1:
        return draft
    role = draft.role if draft.role not in (None, "ersättare", "ledamot") else "tjänstgörande ersättare"
    member = (names[0].start, names[0].end)
    return draft._replace(replaces=context.person_name(member), replaced=member, role=role)


_OTHER = {Status.PRESENT: {Status.ABSENT}, Status.ABSENT: {Status.PRESENT}}
"""A row of several people with a cross in both columns: which of them is which cannot be told."""


def _each_marked(drafts: list[Draft], read: CellRead, column: _Column) -> list[Draft]:
    """People of one cell with the marks of another, one each; where their numbers differ whose a mark is cannot be told."""
    marks = read.marks if len(read.marks) == len(drafts) else tuple(mark for mark in read.marks if mark is not None)
    if len(marks) != len(drafts):
        return [draft._replace(said=Status.UNKNOWN) for draft in drafts]
    if column.presence is Status.ABSENT:
        marks = tuple(Status.ABSENT if mark is Status.PRESENT else None for mark in marks)
    return [draft._replace(said=draft.said or mark) for draft, mark in zip(drafts, marks, strict=True)]


def _mark_status(read: CellRead, column: _Column) -> Status | None:
    if column.presence is Status.ABSENT:
        return Status.ABSENT if read.status is Status.PRESENT else None
    return (
        read.status
        if column.presence is not None
        or column.crosses
        or read.kind is CellKind.SAID
        or read.text.casefold() not in ("-", "–", "1", "0")
        else None
    )


def _with_words(drafts: list[Draft], read: CellRead) -> list[Draft]:
    """Unknown words in a cell behind a name: a body when capitalised, else what the person does."""
    words = read.text
    if (
        len(words.split()) > 6
        or not words[0].isalpha()
        or REFERS.match(words)
        or words.casefold().startswith(("vakant", "vakans"))
    ):
        return drafts
    if words[0].isupper():
        return [d._replace(body=d.body or Body(words, False, False, (read.cell.start, read.cell.end))) for d in drafts]
    return [d._replace(role=d.role or words) for d in drafts]
