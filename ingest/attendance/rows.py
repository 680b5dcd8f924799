"""One row of a table: its people, and what its other cells say of them.

A cell that holds no name belongs to the nearest name cell before it; a body in the first column to all names of its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.record import Status
from ingest.attendance.cells import CellKind, CellRead
from ingest.attendance.column_heads import Column
from ingest.attendance.drafts import REFERS
from ingest.attendance.flow import read_flow
from ingest.attendance.limits import LIMIT, limit_text
from ingest.attendance.listing import list_names
from ingest.attendance.model import OF_PEOPLE, Body, Category, Codes, Context, Draft, Label, LabelKind
from ingest.attendance.ticks import Marks
from ingest.attendance.words import canonical_role, party_letters, role_text

_LONGEST_BODY = 5
_ROLE_AND_PARTY = re.compile(r"(?P<role>.{3,60}?)\s\((?P<letters>[A-ZÅÄÖ]{1,4})\)")
""" "Ej tjänstgörande ersättare (S)"."""
_LIMIT_BEHIND = re.compile(rf",?[ ]\(?(?P<limit>{LIMIT.pattern})\)?[ ]*$", re.IGNORECASE)
""" "trafikplanerare, § 103"."""
_OTHER = {Status.PRESENT: {Status.ABSENT}, Status.ABSENT: {Status.PRESENT}}
"""A row of several people with a cross in both columns: which of them is which cannot be told."""


@dataclass
class _Group:
    """The people of one cell and the column that it stands in. What other cells say is said of them all."""

    people: list[Draft]
    column: int
    beside_present: bool = False
    """Whether they stand as substitutes beside a member who came: nothing tells that they did, unless it says for how long."""

    def take_body(self, body: Body, *, over_others: bool) -> None:
        self.people = [d._replace(body=body) if d.body is None or over_others else d for d in self.people]

    def take_role(self, role: str) -> None:
        self.people = [d._replace(role=d.role or role) for d in self.people]

    def take_party(self, letters: str | None) -> None:
        self.people = [d._replace(party=d.party or letters) for d in self.people]

    def take_status(self, status: Status | None) -> None:
        self.people = [d._replace(said=d.said or status) for d in self.people]

    def take_limit(self, limit: str) -> None:
        self.people = [d._replace(limits=(*d.limits, limit)) for d in self.people]


@dataclass
class _Row:
    """A row as far as it is read, cell by cell."""

    context: Context
    columns: Sequence[Column]
    codes: Codes
    marks: Marks
    body_leads: bool
    """Whether the body stands before its people, in most rows of the table."""
    current: Category
    """What the words over the row say of its people."""
    over: Body | None
    """The body of the rows to come, whose cells for it are empty."""
    beside: bool
    """Whether each of several name cells has its own label before it."""
    category: Category
    """What is said of the next people of the row."""
    body: Body | None
    """Whom they represent."""
    groups: list[_Group] = field(default_factory=list)
    role: str | None = None
    """What a cell before the first name says of that one, as `party` and `mark`."""
    party: str | None = None
    mark: Status | None = None

    def take(self, index: int, read: CellRead) -> None:
        self._take_part(index, read)
        for more in read.more:
            self._take_part(index, more)

    def _take_part(self, index: int, read: CellRead) -> None:
        column = self.columns[index]
        last = self.groups[-1] if self.groups else None
        match read.kind:
            case CellKind.REPLACES if last and len(last.people) == 1:
                last.people = [_standing_in(self.context, last.people[0], read, self.codes)]
            case CellKind.NAMES if column.replaced and last and len(last.people) == 1:
                last.people = [_standing_in(self.context, last.people[0], read, self.codes)]
            case CellKind.NAMES:
                self._take_names(index, read, column)
            case CellKind.BODY if read.body is not None:
                self._take_body(read, read.body, column, last)
            case CellKind.LABEL if read.label is not None:
                self._take_label(index, read, read.label, column, last)
            case CellKind.ROLE:
                self._take_role(read, last)
            case CellKind.PARTY:
                letters = party_letters(read.text) or (None if read.text in ("-", "–") else read.text.strip("()"))
                if last:
                    last.take_party(letters)
                else:
                    self.party = letters
            case CellKind.MARK if read.marks and last and not column.voting:
                last.people = _each_marked(last.people, read, column)
            case CellKind.MARK | CellKind.SAID if last and not column.voting:
                self._take_mark(read, column, last)
            case CellKind.MARK | CellKind.SAID if not last and not column.voting and self.marks.lead:
                self.mark = _mark_status(read, column) if column.presence is not None else read.status
            case CellKind.LIMIT if column.holds_names and column.last is not None and (not last or last.column != index):
                column.late.append((column.last.start, limit_text(read.text)))
            case CellKind.LIMIT if last:
                if column.presence is not None:
                    last.take_status(column.presence)
                if column.served:
                    last.people = [d._replace(said=Status.PRESENT) if d.said is Status.UNKNOWN else d for d in last.people]
                last.take_limit(read.limit or limit_text(read.text))
            case CellKind.TEXT if (
                not last and index == 0 and self.body_leads and self.over is not None and not column.holds_names
            ):
                # A town that the lexicon does not know below one that it knows.
                named = len(read.text.split()) <= _LONGEST_BODY and read.text[0].isupper()
                self.over = self.body = Body(read.text, False, False, (read.cell.start, read.cell.end)) if named else None
            case CellKind.TEXT if last and column.body is None and not column.holds_names:
                last.people = _with_words(last.people, read)
            case _:
                pass

    def _take_names(self, index: int, read: CellRead, column: Column) -> None:
        category, body = column.category or self.category, column.body or self.body
        flow = read_flow(self.context, read.cell.start, read.cell.end, category, self.codes, body=body)
        group = _Group(list(flow.drafts), index)
        if self.role:
            group.take_role(self.role)
        if self.party:
            group.take_party(self.party)
        if self.mark is not None:
            group.take_status(self.mark)
        self.role = self.party = self.mark = None
        if self.groups and column.category is not None:
            if column.category.role == _SERVING:
                _stand_in_for(self.context, self.groups[-1], group, certain=column.has_gaps)
            elif column.category.role == _SUBSTITUTE and self._has_no_marks_from(index):
                beside_absent = column.category.status is not Status.ABSENT and self._are_absent(self.groups[-1])
                if column.has_gaps or beside_absent:
                    _beside_told(self.context, self.groups[-1], group, absent=beside_absent)
        column.last = group.people[-1] if group.people else column.last
        self.groups.append(group)

    def _are_absent(self, group: _Group) -> bool:
        """Whether the head of their column says of people that they did not come."""
        over = self.columns[group.column].category
        return over is not None and over.status is Status.ABSENT

    def _has_no_marks_from(self, index: int) -> bool:
        return all(column.presence is None for column in self.columns[index:])

    def _take_body(self, read: CellRead, body: Body, column: Column, last: _Group | None) -> None:
        if last is None:
            self.body = body
            self.over = body if self.body_leads else self.over
        elif column.holds_names:
            column.body = body if read.text[0].isupper() else column.body
        else:
            if read.limit is not None:
                last.take_limit(read.limit)
            if read.role is not None:
                last.take_role(read.role)
            if not self.body_leads or (last.people and last.people[0].body is None):
                last.take_body(body, over_others=not self.body_leads)

    def _take_label(self, index: int, read: CellRead, label: Label, column: Column, last: _Group | None) -> None:
        of_people = label.kind is LabelKind.PEOPLE
        if self.beside and label.status is not None and of_people and index + 1 < len(self.columns):
            self.columns[index + 1].category = Category(label.status, True, label.role)
        elif last is None:
            if label.kind in OF_PEOPLE:
                self.category, self.body = self.current.below(label), None
            elif office := label.role or canonical_role(read.text):
                self.role = office
        elif label.status is not None and of_people:
            if column.holds_names:
                column.category = Category(label.status, True, label.role)  # over those below it
            else:
                last.take_status(label.status)
        elif of_people and column.holds_names and index > last.column:
            # "Tjänstemän" among the absent stands over people of its own, who are not said to be away.
            beside_absent = column.category is not None and column.category.status is Status.ABSENT
            over_below = Category(Status.PRESENT, True) if beside_absent else column.category or self.category
            column.category, column.body = replace(over_below, role=label.role), None
        elif label.role:
            last.take_role(label.role)

    def _take_role(self, read: CellRead, last: _Group | None) -> None:
        limit = _LIMIT_BEHIND.search(read.text) if last is not None else None
        words = read.text[: limit.start()] if limit else read.text
        titled = _ROLE_AND_PARTY.fullmatch(words)
        letters = party_letters(titled["letters"]) if titled else None
        role = role_text(titled["role"] if titled and letters else words)
        if last is None:
            self.role = role
            return
        if letters:
            last.take_party(letters)
        if limit:
            last.take_limit(limit_text(limit["limit"]))
        last.take_role(role)

    def _take_mark(self, read: CellRead, column: Column, last: _Group) -> None:
        status = _mark_status(read, column)
        if status is None:
            return
        if len(last.people) > 1 and {d.said for d in last.people} == _OTHER.get(status):
            last.people = [d._replace(said=Status.UNKNOWN) for d in last.people]
            return
        last.take_status(status)
        if read.limit and status is Status.PRESENT:
            last.take_limit(read.limit)
        last.people = _with_other(self.context, last.people, read, status, self.codes)

    def people(self) -> list[Draft]:
        """Those of the row, when all its cells are read."""
        out: list[Draft] = []
        for position, group in enumerate(self.groups):
            upto = self.groups[position + 1].column if position + 1 < len(self.groups) else len(self.columns)
            own = [
                column
                for i, column in enumerate(self.columns)
                if column.presence is not None and not column.holds_names
                if group.column < i < upto or (position == 0 and i < group.column)
            ]
            if group.beside_present:
                out.extend(d if d.limits or d.said else d._replace(said=Status.UNKNOWN) for d in group.people)
                continue
            out.extend(self._without_tick(group.people, own) if all(d.said is None for d in group.people) else group.people)
        return out

    def _without_tick(self, people: list[Draft], columns: Sequence[Column]) -> list[Draft]:
        """People without a tick in the columns of ticks that are theirs: absent where ticks are all there is, else not told."""
        alone = columns[0].presence if len(columns) == 1 else None
        if not columns or any(d.limits for d in people):
            return people
        if alone is Status.ABSENT and self.marks.crossed:
            return people  # a column for the absent alone: the others came
        if self.codes.empty is not None and all(column.presence is Status.PRESENT for column in columns):
            status = self.codes.empty
        else:
            status = Status.ABSENT if alone is Status.PRESENT and self.marks.only_positive else Status.UNKNOWN
        return [d._replace(said=status) for d in people]


def read_row(
    context: Context,
    row: Sequence[CellRead],
    columns: Sequence[Column],
    current: Category,
    over: Body | None,
    body_leads: bool,
    codes: Codes,
    marks: Marks,
) -> tuple[list[Draft], Body | None]:
    """The people of a row, and the body of the rows to come. `current` and `over` are what the rows before say of it, `body_leads`
    tells whether the body stands before its people in most rows of the table."""
    beside = sum(a.kind is CellKind.LABEL and b.kind is CellKind.NAMES for a, b in pairwise(row)) > 1
    reading = _Row(context, columns, codes, marks, body_leads, current, over, beside, category=current, body=over)
    for index, read in enumerate(row):
        reading.take(index, read)
    return reading.people(), reading.over


_SERVING, _SUBSTITUTE = "tjänstgörande ersättare", "ersättare"


def _beside_told(context: Context, member: _Group, substitute: _Group, *, absent: bool) -> None:
    """Note that a substitute beside a member who was away served for that one; beside one who came it is not told whether they did."""
    told = member.people[0].said or (Status.ABSENT if absent else None) if len(member.people) == 1 else None
    if told is Status.ABSENT:
        substitute.people = [d._replace(said=d.said or Status.PRESENT, role=_SERVING) for d in substitute.people]
        _stand_in_for(context, member, substitute, certain=False)
    substitute.beside_present = told is Status.PRESENT


def _stand_in_for(context: Context, member: _Group, substitute: _Group, *, certain: bool) -> None:
    """Note that somebody in the column of those who served did so for the member of the row, who was away; where nothing says that the
    member was, only if the column is none of its own (`certain`)."""
    if len(member.people) != 1 or len(substitute.people) != 1 or substitute.people[0].limits or member.people[0].limits:
        return
    away = member.people[0]
    if away.said is None and certain and away.category.status is not Status.UNKNOWN:
        away = away._replace(said=Status.ABSENT)
    if away.said is Status.ABSENT or (away.said is None and away.category.status is Status.ABSENT):
        member.people = [away]
        substitute.people = [
            d._replace(replaces=d.replaces or context.person_name(away.span), role=d.role or _SERVING) for d in substitute.people
        ]


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
        Draft(names[0].start, names[0].end, came, names[0].known, member.body, role=_SERVING, replaces=name),
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
    role = draft.role if draft.role not in (None, "ersättare", "ledamot") else _SERVING
    member = (names[0].start, names[0].end)
    return draft._replace(replaces=context.person_name(member), replaced=member, role=role)


def _each_marked(drafts: list[Draft], read: CellRead, column: Column) -> list[Draft]:
    """People of one cell with the marks of another, one each; where their numbers differ whose a mark is cannot be told."""
    marks = read.marks if len(read.marks) == len(drafts) else tuple(mark for mark in read.marks if mark is not None)
    if len(marks) != len(drafts):
        return [draft._replace(said=Status.UNKNOWN) for draft in drafts]
    if column.presence is Status.ABSENT:
        marks = tuple(Status.ABSENT if mark is Status.PRESENT else None for mark in marks)
    return [draft._replace(said=draft.said or mark) for draft, mark in zip(drafts, marks, strict=True)]


def _mark_status(read: CellRead, column: Column) -> Status | None:
    if column.presence is Status.ABSENT:
        return Status.ABSENT if read.status is Status.PRESENT else None
    return (
        read.status
        if column.presence is not None
        or column.crosses
        or read.kind is CellKind.SAID
        or read.explained
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
