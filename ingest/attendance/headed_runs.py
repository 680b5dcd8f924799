"""Lists whose columns were read one by one, each below its own head: "Namn" over all names, "Uppdrag" over all offices, "Närvaro" over
what is told of each. Their heads and their cells look like labels over lists, so they are read before labels are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.names import fold
from graph.record import Span, Status
from ingest.attendance.cells import HOLDS, MARK_WORDS, CellKind
from ingest.attendance.flow import read_flow
from ingest.attendance.grids import PRESENCE
from ingest.attendance.model import Body, Category, Codes, Context, Draft
from ingest.attendance.stacked_columns import read_stacked_columns
from ingest.attendance.words import canonical_role, party_letters, role_text, said_status
from ingest.lines import Line

_NAME_HEADS = frozenset({"namn", "ledamot", "ledamoter", "deltagare", "person", "fornamn efternamn", "ledamoter och ersattare"})
_FEWEST = 3
_LONGEST_HEAD = 30
_SERVING = "tjänstgörande ersättare"


class _Column(NamedTuple):
    kind: CellKind | None
    """None for the column that tells who came."""
    cells: Sequence[Line]
    told: Sequence[Status | None] = ()


class HeadedRun(NamedTuple):
    """The people of one such list, and where it stands."""

    drafts: tuple[Draft, ...]
    span: Span


def find_headed_runs(context: Context, lines: Sequence[Line]) -> list[HeadedRun]:
    """Every such list in which a column tells of each whether he or she came. Where the columns differ in length nothing is read: which
    cell is whose is lost."""
    found: list[HeadedRun] = []
    position = 0
    while position < len(lines):
        if lines[position].cells or len(lines[position].text) > _LONGEST_HEAD:
            position += 1
            continue
        run, position = _read_run(context, lines, position)
        if run is not None:
            found.append(run)
    return found


def _read_run(context: Context, lines: Sequence[Line], position: int) -> tuple[HeadedRun | None, int]:
    """The list whose head is the short line at `position`, if any, and where to look on. The heads of the other columns stand over these, or right
    below the first."""
    head = lines[position]
    if fold(head.text.split(maxsplit=1)[0]) not in _NAME_HEADS:
        return None, position + 1
    if read_stacked_columns(context, lines, position) is not None:
        return None, position + 1  # read as the table it was
    heads = head.text.split()[1:] if fold(head.text) not in _NAME_HEADS else []
    stop = position + 1
    while stop < len(lines) and _is_head(lines[stop].text):
        heads.append(lines[stop].text)
        stop += 1
    if not all(_is_head(word) for word in heads):
        return None, position + 1
    begin = stop
    while stop < len(lines) and not lines[stop].cells and context.names_someone(lines[stop].start, lines[stop].end):
        stop += 1
    people = lines[begin:stop]
    columns: list[_Column] = []
    while len(people) >= _FEWEST and (heads or stop < len(lines)):
        column = (
            _read_column(heads.pop(0), lines, stop, people) if heads else _read_column(lines[stop].text, lines, stop + 1, people)
        )
        if column is None:
            break
        stop = stop + len(people) + (column.cells[0] is not lines[stop])
        columns.append(column)
    drafts = [draft for i, line in enumerate(people) for draft in _read_person(context, line, columns, i)]
    if heads or sum(column.kind is None for column in columns) != 1 or len(drafts) != len(people):
        return None, position + 1
    return HeadedRun(tuple(drafts), (head.start, lines[stop - 1].end)), stop


def _is_head(words: str) -> bool:
    return fold(words) in HOLDS or (len(words) < _LONGEST_HEAD and words[0].isupper() and PRESENCE.match(words) is not None)


def _read_column(head: str, lines: Sequence[Line], start: int, people: Sequence[Line]) -> _Column | None:
    """The column below this head that begins with the line at `start` and has as many cells as there are people."""
    cells = lines[start : start + len(people)]
    if len(cells) < len(people) or any(line.cells for line in cells):
        return None
    if kind := HOLDS.get(fold(head)):
        return _Column(kind, cells)
    told = _read_told([line.text for line in cells]) if _is_head(head) else []
    return _Column(None, cells, told) if told and None not in told else None


def _read_told(cells: Sequence[str]) -> list[Status | None]:
    """What each cell of a column tells; None where that is not known. "N" is "närvarande" beside "F", "nej" beside "J"."""
    letters = {cell.casefold() for cell in cells if len(cell) == 1}
    n = Status.PRESENT if letters <= {"n", "f"} else Status.ABSENT if letters <= {"n", "j"} else None
    return [n if cell.casefold() == "n" else _status(cell) for cell in cells]


def _status(words: str) -> Status | None:
    if canonical_role(words) == _SERVING:
        return Status.PRESENT
    return MARK_WORDS.get(words.casefold().rstrip(".")) or said_status(words)


def _read_person(context: Context, line: Line, columns: Sequence[_Column], index: int) -> Sequence[Draft]:
    drafts = read_flow(context, line.start, line.end, Category(Status.PRESENT, True), Codes()).drafts
    return [_with_cells(draft, columns, index) for draft in drafts]


def _with_cells(draft: Draft, columns: Sequence[_Column], index: int) -> Draft:
    for column in columns:
        cell = column.cells[index]
        words = cell.text
        if column.kind is None:
            serves = canonical_role(words) == _SERVING
            draft = draft._replace(said=draft.said or column.told[index], role=_SERVING if serves else draft.role)
        elif column.kind is CellKind.ROLE:
            draft = draft._replace(role=draft.role or role_text(words))
        elif column.kind is CellKind.PARTY:
            draft = draft._replace(party=draft.party or party_letters(words))
        elif column.kind is CellKind.BODY:
            draft = draft._replace(body=draft.body or Body(words, False, False, (cell.start, cell.end)))
    return draft
