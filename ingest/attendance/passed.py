"""Names that a list or its table holds and nobody was read from: they are told as not understood, so that none is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from graph.names import fold
from graph.record import Attendance, Span, Unread
from ingest.attendance.grids import rows_up_to_items
from ingest.attendance.model import Context, merged_spans, unread
from ingest.attendance.words import party_letters
from ingest.document import Block
from ingest.people import find_names

_TABLE_WHY = "namn i en tabell över deltagare som inte kunde läsas"
_LABEL_WHY = "namn vid en rubrik som inte hör till någon lista över deltagare"
_MEMBER_WHY = "namn med parti före den första punkten, som inte hör till någon lista över deltagare"
_PARTY_BEHIND = re.compile(r"[ ]?\((?P<letters>[A-Za-zÅÄÖåäö]{1,4})\)")


def find_passed(
    context: Context,
    blocks: Iterable[Block],
    labelled: Iterable[Span],
    front: Span,
    people: Sequence[Attendance],
    told: Sequence[Span],
) -> list[Unread]:
    """The known names in tables of people (`blocks`), behind labels that opened no list (`labelled`), and those with a party in `front`,
    before the first item, that are nobody's in `people`, neither a person's nor the one's whom a substitute stands in for. `told` are
    stretches that are told as not understood already."""
    cells = [(c.start, c.end) for block in blocks for row in rows_up_to_items(context, block) for c in row if c.end > c.start]
    taken = {fold(name) for person in people for name in (person.name, person.as_written, person.replaces) if name}
    spans = sorted(person.span for person in people)
    out: list[Unread] = []
    for where, why in ((cells, _TABLE_WHY), (merged_spans(labelled, context.text), _LABEL_WHY)):
        for start, end in where:
            if any(a <= start and end <= b for a, b in told) or not context.names_someone(start, end):
                continue
            for name in find_names(context.text, start, end):
                read = any(a < name.end and name.start < b for a, b in spans)
                read = read or bool(context.bodies(name.start, name.end))
                if not read and not _is_taken(fold(context.person_name((name.start, name.end))), taken):
                    out.append(unread(context.document, start, end, why))
                    break
    out += _members(context, front, taken, [*spans, *told, *(note.span for note in out)])
    return out + _groups(context, front, taken, [*spans, *told, *(note.span for note in out)])


def _groups(context: Context, front: Span, taken: Collection[str], known: Sequence[Span]) -> list[Unread]:
    """A note on each paragraph in `front` that names several who are not among the names `taken` nor lie within one of the spans `known`:
    it may tell who was there in words that are not understood."""
    out: list[Unread] = []
    for paragraph in _PARAGRAPH.finditer(context.text, *front):
        new = [
            name
            for name in find_names(context.text, *paragraph.span())
            if not any(a < name.end and name.start < b for a, b in known)
            if not _is_taken(fold(context.person_name((name.start, name.end))), taken)
        ]
        if len(new) >= _FEWEST:
            out.append(unread(context.document, new[0].start, new[-1].end, _GROUP_WHY))
    return out


_FEWEST = 2
_GROUP_WHY = "flera namnges här; om de var närvarande kunde inte läsas"
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def _members(context: Context, front: Span, taken: Collection[str], known: Sequence[Span]) -> list[Unread]:
    """One note on the members in `front` that are not among the names `taken` nor lie within one of the spans `known`."""
    lost = [
        name
        for name in find_names(context.text, *front)
        if (party := _PARTY_BEHIND.match(context.text, name.end)) and party_letters(party["letters"])
        if not any(a < name.end and name.start < b for a, b in known)
        if not _is_taken(fold(context.person_name((name.start, name.end))), taken)
    ]
    return [unread(context.document, lost[0].start, lost[-1].end, _MEMBER_WHY)] if lost else []


def _is_taken(name: str, taken: Iterable[str]) -> bool:
    return any(name in other or other in name for other in taken)
