"""The labels and grids of a document in reading order, without the words that stand over columns of marks or below names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from graph.names import fold
from graph.record import Span, Status
from ingest.attendance.grids import is_grid
from ingest.attendance.labels import find_labels
from ingest.attendance.model import Context, Label, LabelKind
from ingest.attendance.words import has_title, said_status
from ingest.document import Block, Cell
from ingest.lines import Line
from ingest.people import find_names


class Event(NamedTuple):
    start: int
    label: Label | None = None
    grid: Block | None = None


def list_events(context: Context, lines: Sequence[Line]) -> list[Event]:
    text = context.text
    events: list[Event] = []
    grids: dict[int, bool] = {}
    titles: dict[int, int] = {}
    told = _told_below(context, lines)
    for position, line in enumerate(lines):
        if position in told:
            continue
        if line.cells and line.block is not None:
            key = line.block.start
            if key not in grids:
                grids[key] = is_grid(context, line.block)
                if grids[key]:
                    events.append(Event(line.block.start, grid=line.block))
            if grids[key]:
                continue
            if line.start <= key and (group := _first_group(context, line, events)) is not None:
                events.append(Event(group.start, group))
                continue
            for before, cell in pairwise([None, *line.cells]):
                if cell is None or cell.end <= cell.start:
                    continue
                found = find_labels(text, cell.start, cell.end - (text[cell.end - 1] == ","))
                if not found or _is_beside_name(context, before, cell):
                    continue
                if (above := _broken_above(text, lines, position, events)) is not None:
                    found = [_joined(above, found[0]), *found[1:]]
                events.extend(Event(label.start, label) for label in found)
        else:
            for start, end in _parts(text, line) if "\t" in line.text or " | " in line.text else ((line.start, line.end),):
                found = find_labels(text, start, end)
                if not found:
                    continue
                if found[-1].alone and _is_denied_below(lines, position):
                    found = found[:-1]
                elif position and _is_denied_below(lines, position - 1):
                    found = [replace(found[0], role="ersättare", words=f"ej {found[0].words}"), *found[1:]]
                elif position and (denial := _denied_above(lines, position, found[0])) is not None:
                    denied = replace(found[0], start=denial, status=Status.ABSENT, strong=True, words=f"ej {found[0].words}")
                    found = [denied, *found[1:]]
                if found and (above := _broken_above(text, lines, position, events)) is not None:
                    found = [_joined(above, found[0]), *found[1:]]
                if found and found[0].alone and not found[0].colon and _is_over_marks(lines, position):
                    continue
                if not _ends_titles(lines, position):
                    events.extend(Event(label.start, label) for label in found)
                if len(found) == 1 and found[0].alone and found[0].role and found[0].status is None and not found[0].colon:
                    titles[position] = found[0].start
    below = _titles_below(context, lines, titles) if len(titles) > 1 else frozenset()
    return [event for event in events if event.start not in below] if below else events


def _first_group(context: Context, line: Line, events: Sequence[Event]) -> Label | None:
    """The first cell of a table of groups right below the words over those who came ("Närvarande" over "Styrelse | Anna Ek, Bo Alm"), where
    no list of labels knows the group."""
    over = events[-1].label if events else None
    if over is None or over.kind is not LabelKind.PEOPLE or over.status is not Status.PRESENT or len(line.cells) < 2:
        return None
    group, people = line.cells[0], line.cells[1]
    words = context.text[group.start : group.end].strip()
    if (
        context.text[over.content : group.start].strip(" \n\t*_:#")
        or not _GROUP.fullmatch(words)
        or find_labels(words, 0, len(words))
    ):
        return None
    names = find_names(context.text, people.start, people.end)
    if len(names) < _FEWEST_OF_GROUP or names[0].start > people.start:
        return None
    return Label(
        group.start,
        group.end,
        people.start,
        LabelKind.PEOPLE,
        None,
        None,
        strong=False,
        colon=False,
        alone=True,
        words=fold(words),
    )


_GROUP = re.compile(r"[A-ZÅÄÖ][a-zåäö-]{3,}(?:[ ][a-zåäö-]{2,}){0,2}")
_FEWEST_OF_GROUP = 2


def _ends_titles(lines: Sequence[Line], position: int) -> bool:
    """Whether a line ends a column of titles in small letters ("tjänstgörande ersättare för Bo Alm" over "ledamot" over an empty line):
    it is of one above, and stands over nobody."""
    line = lines[position]
    if (
        line.blank_before
        or not line.text.startswith("ledamot")
        or position + 1 == len(lines)
        or not lines[position + 1].blank_before
    ):
        return False
    above = lines[position - 1].text
    return position > 1 and above[:1].islower() and has_title(above)


_BEHIND_STATUS = re.compile(r",|[ ](?:punkt|§|från|t\.?o\.?m\.?)[ ]")
"""What goes on behind a status: "Närvarande, tjänstgörande", "Närvarande punkt 3"."""
_LONGEST_STATUS = 60
_FEWEST_TOLD = 3


def _told_below(context: Context, lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the lines that say of the person right above whether he or she came, parted from what follows ("Anna Ek (S)" over
    "Frånvarande" over an empty line), of three at least and both kinds: they stand over nobody."""
    told: dict[int, Status] = {}
    for at in range(1, len(lines)):
        line = lines[at]
        if line.blank_before or len(line.text) > _LONGEST_STATUS or (at + 1 < len(lines) and not lines[at + 1].blank_before):
            continue
        status = said_status(_BEHIND_STATUS.split(line.text, maxsplit=1)[0])
        above = lines[at - 1]
        if status is not None and above.blank_before and context.names_someone(above.start, above.end):
            told[at] = status  # below more than one it may be the words over a list that stand below it
    both = {Status.PRESENT, Status.ABSENT} <= set(told.values())
    return frozenset(told) if len(told) >= _FEWEST_TOLD and both else frozenset()


_DENIES_BELOW = re.compile(r"^(?:Närvarande,?\s+)?(?:[Ee]j|[Ii]nte|[Ii]cke)$")


def _is_denied_below(lines: Sequence[Line], position: int) -> bool:
    """Whether a line denies what the next begins with: "Närvarande, ej" / "tjänstgörande ersättare", a label broken over a line's end."""
    if not _DENIES_BELOW.match(lines[position].text) or position + 1 == len(lines):
        return False
    return lines[position + 1].text.startswith("tjänstgörande ersättare")


def _denied_above(lines: Sequence[Line], position: int, label: Label) -> int | None:
    """Where the denial begins that fills the line above words of presence in small letters: "Ej" / "närvarande: Anna Ek"; None when there is
    none."""
    line, above = lines[position], lines[position - 1]
    broken = label.start == line.start and line.text[:1].islower() and not line.blank_before and _DENIAL.fullmatch(above.text)
    return above.start if broken and label.status is Status.PRESENT else None


_DENIAL = re.compile(r"(?:Ej|Inte|Icke)[ ]*")


def _broken_above(text: str, lines: Sequence[Line], position: int, events: Sequence[Event]) -> Label | None:
    """The label above that goes on in small letters in the margin of a line: "Frånvarande<tab>Anna Ek" over "ledamöter<tab>Bo Alm"; None
    when the line has no such rest of a label."""
    if not position or not events or not text[lines[position].start].islower():
        return None
    line, above, last = lines[position], lines[position - 1], events[-1].label
    if last is None or last.start != above.start or last.status is None or last.colon or line.blank_before:
        return None
    if line.cells:
        return last if above.cells and len(line.cells) > 1 and line.block is above.block else None
    return last if "\t" in line.text and _MARGIN_ENDS.match(text, last.end, above.end) else None


_MARGIN_ENDS = re.compile(r",?[ ]*\t")


def _joined(above: Label, rest: Label) -> Label:
    """The rest of a label, which says what the words above it do."""
    return replace(
        rest, status=above.status, role=rest.role or above.role, strong=above.strong, words=f"{above.words} {rest.words}"
    )


def _is_beside_name(context: Context, before: Cell | None, cell: Cell) -> bool:
    """Whether a cell in small letters stands right behind that of a person: what it says is said of the one and not of those below."""
    return before is not None and context.text[cell.start].islower() and context.names_someone(before.start, before.end)


def _is_over_marks(lines: Sequence[Line], position: int) -> bool:
    """Whether the lines below are crosses and dashes and nothing else: the words stand over a column of a list that was read column by
    column, and over nobody."""
    below = lines[position + 1 : position + 3]
    return len(below) == 2 and all(line.text.strip().casefold() in _TICKS for line in below)


_TICKS = frozenset({"x", "×", "✓", "-", "–", "1", "0", "ja", "nej"})


def _titles_below(context: Context, lines: Sequence[Line], titles: Mapping[int, int]) -> frozenset[int]:
    """Offsets of titles that stand below the name of whoever holds them, line by line ("Anna Ek" / "Ordförande" / "Bo Alm" / "Ledamot"),
    and are no labels over those to come: a name begins such a run, and a title ends it."""

    def is_title(position: int) -> bool:
        line, words = lines[position], lines[position].text
        if line.blank_before and position + 1 < len(lines) and not lines[position + 1].blank_before:
            return False  # it stands over the line below
        return position in titles or (len(words.split()) <= 4 and has_title(words) and not is_name(position))

    def is_name(position: int) -> bool:
        line = lines[position]
        return not line.cells and len(line.text) < 50 and "," not in line.text and context.names_someone(line.start, line.end)

    below: set[int] = set()
    for first, last in _small_runs(lines, titles):
        below.update(start for at, start in titles.items() if first <= at <= last)
    after = 0
    for position in titles:
        if position < max(after, 1):
            continue
        first = position - 1
        while first >= 2 and is_title(first - 1) and is_name(first - 2):
            first -= 2
        after = first
        while after + 1 < len(lines) and is_name(after) and is_title(after + 1):
            after += 2
        if after - first < 4 or (after < len(lines) and context.names_someone(lines[after].start, lines[after].end)):
            continue
        if first < 1 or not is_title(first - 1):
            below.update(start for at, start in titles.items() if first <= at < after)
    return frozenset(below)


def _small_runs(lines: Sequence[Line], titles: Mapping[int, int]) -> Iterable[Span]:
    """Positions of the first and last lines of columns of titles in small letters ("ordförande" / "1:e vice ordförande" / "ledamot"), of
    three at least: they stand beside the names of a column read before, and over nobody."""
    first = last = -1
    for position in sorted(titles):
        if not _SMALL_TITLE.match(lines[position].text):
            continue
        if position != last + 1 or lines[position].blank_before:
            if last - first >= 2:
                yield first, last
            first = position
        last = position
    if last - first >= 2:
        yield first, last


_SMALL_TITLE = re.compile(r"(?:\d:?[ae] )?[a-zåäö]")


def _parts(text: str, line: Line) -> Iterable[Span]:
    """The parts of a line between tabs or bars: "Beslutande<tab>Anna Ek", "Beslutande | Anna Ek" alone is no table."""
    start = line.start
    for sign in _CELL_END.finditer(text, line.start, line.end):
        if sign.start() > start:
            yield start, sign.start() - (text[sign.start() - 1] == ",")
        start = sign.end()
    if line.end > start:
        yield start, line.end


_CELL_END = re.compile(r"\t|[ ]\|[ ]")
