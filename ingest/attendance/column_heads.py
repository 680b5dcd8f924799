"""What the columns of a table mean: by the words over them, in the table or right above it, and by what most of their cells hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.names import fold
from graph.record import Status
from ingest.attendance.cells import CellKind, CellRead
from ingest.attendance.grids import ABSENCE, COLUMN_HEADS, PRESENCE
from ingest.attendance.marks import find_yes_no_heads
from ingest.attendance.model import OF_PEOPLE, Body, Category, Context, Draft, Label, LabelKind
from ingest.attendance.rolls import find_mark_told
from ingest.attendance.ticks import is_cross
from ingest.document import Block

_VOTING = re.compile(r"^(?:ja|nej|avstår|avst|omröstning|votering|röst)\b", re.IGNORECASE)
_OF_VOTES = re.compile(r"^(?:omröstning|votering|röst)", re.IGNORECASE)
"""Words over a column that tell of votes beside one for presence too, where yes and no may be its answers."""
_REPLACED_HEAD = re.compile(
    r"^(?:(?:tjänst\w*|tjg|tj|ers(?:ättare)?|går in)\.?\s*(?:ers(?:ättare)?\.?\s*)?för|ersätter|i stället för|istället för|för(?: ledamot)?$)",
    re.IGNORECASE,
)


@dataclass
class Column:
    """What a column means: by its heading, and by the bodies that stand in it as sub-headings."""

    category: Category | None = None
    body: Body | None = None
    presence: Status | None = None
    """A column whose ticks mean this status."""
    crosses: bool = False
    """The first column of crosses, where no heading says what they are: a dash among them is their opposite."""
    crossed: bool = False
    """Whether crosses stand in it."""
    served: bool = False
    """Whether it tells for what of the meeting somebody served."""
    voting: bool = False
    holds_names: bool = False
    bare: bool = False
    """Whether nothing stands in it but one heading."""
    has_gaps: bool = False
    """Whether those named in it stand beside some of the people before it, and beside others nobody: it is no list of its own."""
    last: Draft | None = None
    """The last person named in it."""
    late: list[tuple[int, str]] = field(default_factory=list)
    """Limits that stand in it below a person, by where that one's name begins."""
    replaced: bool = False
    """Whether those named in it are the members for whom others stand in ("Tjänstgör för")."""


def build_columns(rows: Sequence[list[CellRead]]) -> list[Column]:
    """The columns of the rows, by what stands in them. Cells that their column tells to hold something else are changed in place."""
    columns = []
    for index in range(max(len(row) for row in rows)):
        reads = [row[index] for row in rows if index < len(row)]
        kinds = Counter(read.kind for read in reads)
        named = kinds[CellKind.NAMES]
        if reads and fold(reads[0].text) in _OF_NUMBERS:
            _forget_numbers(rows, index)
        _settle_column(rows, index, of_parties=kinds[CellKind.PARTY] > 0 and not named)
        columns.append(
            Column(
                bare=sum(kinds.values()) - kinds[CellKind.EMPTY] <= 1,
                has_gaps=_has_gaps(rows, index),
                holds_names=named > 0 and named >= kinds[CellKind.BODY] and named >= kinds[CellKind.ROLE],
            )
        )
    crossed = [i for i in range(len(columns)) if sum(is_cross(row[i]) for row in rows if i < len(row)) > 1]
    for i in crossed:
        columns[i].crossed = True
    if crossed and not columns[crossed[0]].holds_names:
        columns[crossed[0]].crosses = True
    return columns


def _has_gaps(rows: Sequence[list[CellRead]], index: int) -> bool:
    """Whether a column has an empty cell beside somebody, above one that names another, and holds nothing but names."""
    beside = [row[index].kind for row in rows if index < len(row) and any(r.kind is CellKind.NAMES for r in row[:index])]
    if CellKind.EMPTY not in beside or not set(beside) <= {CellKind.EMPTY, CellKind.NAMES}:
        return False
    return CellKind.NAMES in beside[beside.index(CellKind.EMPTY) :]


_OF_NUMBERS = ("nr", "nummer", "plats nr", "mandat", "stol")


def _forget_numbers(rows: Sequence[list[CellRead]], index: int) -> None:
    """Read no mark into the "1" of a column of the numbers of rows."""
    for row in rows:
        if index < len(row) and row[index].kind is CellKind.MARK and row[index].text.isdecimal():
            row[index] = replace(row[index], kind=CellKind.TEXT, status=None)


def _settle_column(rows: Sequence[list[CellRead]], index: int, *, of_parties: bool) -> None:
    """Read letters as the other cells of their column are read: "N" is "närvarande" beside "F" and alone, "nej" beside "J"; those in a
    column of parties are a party's."""
    letters = {row[index].text.casefold() for row in rows if index < len(row)} & {"n", "f", "j", "ja", "nej"}
    for row in rows:
        if index >= len(row):
            continue
        read = row[index]
        if letters in ({"n"}, {"n", "f"}) and read.text.casefold() == "n":
            row[index] = replace(read, kind=CellKind.MARK, status=Status.PRESENT)
        if of_parties and _is_local_party(read):
            row[index] = replace(read, kind=CellKind.PARTY, body=None)


_PARTY_LETTERS = re.compile(r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][\wåäö-]*(?:partiet|listan|demokraterna)")


def _is_local_party(read: CellRead) -> bool:
    """Whether a cell in a column of parties holds letters that no organisation is known by."""
    return (
        read.kind is CellKind.BODY and read.body is not None and not read.body.known and bool(_PARTY_LETTERS.fullmatch(read.text))
    )


def take_columns_before(columns: Sequence[Column], before: Sequence[Column]) -> None:
    """Give the columns of a table that goes on over the end of a page what those of its beginning (`before`) mean, where they are as many
    and names stand in the same."""
    if [column.holds_names for column in columns] != [column.holds_names for column in before]:
        return
    for column, above in zip(columns, before, strict=True):
        column.category, column.presence = above.category, above.presence
        column.voting, column.replaced = above.voting, above.replaced


def take_yes_and_no_above(context: Context, block: Block, rows: Sequence[Sequence[CellRead]], columns: Sequence[Column]) -> None:
    """Give two columns of crosses, of which no row has both, what stands over them above the table: yes and no of presence."""
    if find_yes_no_heads(context.text, max(0, block.start - _HEADS_ABOVE), block.start) is None:
        return
    crossed = [i for i in range(len(columns)) if any(is_cross(row[i]) for row in rows if i < len(row))]
    if len(crossed) < _BOTH:
        return
    yes, no = crossed[:_BOTH]
    if no == yes + 1 and not any(is_cross(row[yes]) and is_cross(row[no]) for row in rows if no < len(row)):
        columns[yes].presence, columns[no].presence = Status.PRESENT, Status.ABSENT


_HEADS_ABOVE = 120
_BOTH = 2


def take_labels_beside(columns: Sequence[Column], over: Sequence[Label]) -> Category | None:
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


def take_head_above(context: Context, block: Block, rows: Sequence[Sequence[CellRead]], columns: Sequence[Column]) -> None:
    """Give columns of crosses their meaning from a line above the table that names presence and absence, which the copy has parted from
    it ("Namn Närvarande Frånvarande Ersättare"). Nothing is given where their numbers differ."""
    kinds = [Counter(row[i].kind for row in rows if i < len(row)) for i in range(len(columns))]
    crossed = [i for i, kind in enumerate(kinds) if kind[CellKind.MARK] and not kind[CellKind.NAMES] and not kind[CellKind.LABEL]]
    if len(crossed) == 1 and _counts_presence(context, block, rows, crossed[0]):
        columns[crossed[0]].presence = Status.PRESENT
    if len(crossed) < 2 or any(sum(is_cross(row[i]) for i in crossed if i < len(row)) > 1 for row in rows):
        return  # nobody has a cross both for having come and for having stayed away
    above = context.text[max(0, block.start - _ABOVE) : block.start].rstrip().split("\n")[-4:]
    for line in reversed(above):
        if "=" in line or find_mark_told(line, 0, len(line)) is not None:
            continue  # a legend tells what signs mean, not what stands in which column
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


def take_heading(
    context: Context, row: Sequence[CellRead], columns: Sequence[Column], current: Category, seen_names: bool, yes_no: bool
) -> Category | None:
    """Take a row without names as headings of the columns; the category of the rows to come when it says one."""
    filled = [(index, read) for index, read in enumerate(row) if read.kind is not CellKind.EMPTY]
    if len(filled) == 1 and filled[0][1].label is not None:
        label = filled[0][1].label
        if label.kind in OF_PEOPLE:
            for column in columns:
                column.category = None
            return current.below(label)
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
        if _VOTING.match(words) and not PRESENCE.match(words) and (_OF_VOTES.match(words) or not _has_presence(columns)):
            column.voting = column.presence is None and read.kind is not CellKind.NAMES
            continue
        if column.bare and index == 0 and PRESENCE.match(words):
            over = Category(Status.PRESENT, True)  # "Närvarande | Ledamöter | Ersättare": over the whole table
            continue
        column.served = column.served or _SERVED_AT.fullmatch(words) is not None
        if (PRESENCE.match(words) or (_PART_OF_DAY.fullmatch(words) and column.crossed)) and not column.holds_names:
            column.presence = Status.PRESENT
        elif ABSENCE.match(words) and not column.holds_names:
            column.presence = Status.ABSENT
        elif read.label is not None and read.label.kind in OF_PEOPLE:
            if column.holds_names:
                column.category = (over or current).below(read.label)
        elif read.body is not None and fold(words) not in COLUMN_HEADS and (column.holds_names or not seen_names):
            column.body = read.body
    return over


_NO = ("nej", "f")
_SERVED_AT = re.compile(r"tj(?:än)?st?g\w*\.?[ ]?(?:§+|paragraf\w*|punkt\w*|kl\.?|tid)", re.IGNORECASE)
""" "Tjänstgör §§", over what of the meeting a substitute served for."""
_PART_OF_DAY = re.compile(
    r"(?:från[ ])?kl\.?[ ]?\d{1,2}(?:[.:]\d\d)?(?:[ ]?[-–][ ]?\d{1,2}(?:[.:]\d\d)?)?|[fe]\.?m\.?|(?:förmiddag|eftermiddag)(?:en)?"
    r"|(?:före|efter)[ ](?:lunch|pausen?|ajournering(?:en)?)|dag[ ]\d",
    re.IGNORECASE,
)
""" "kl. 09", "efter lunch", "Dag 2": crosses below it tell who was there then."""


def _has_presence(columns: Sequence[Column]) -> bool:
    return any(column.presence is not None for column in columns)
