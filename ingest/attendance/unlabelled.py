"""Lists in the head of minutes over which no words tell what they are, where what they say beside some names, or a legend, tells it:
"Anna Ek / Bo Alm (anmält förhinder) / Cilla Dahl"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from graph.record import Span, Status, Unread
from ingest.attendance.endings import content_end
from ingest.attendance.events import list_events
from ingest.attendance.flow import read_flow
from ingest.attendance.model import Category, Context, Label, LabelKind, Section, unread
from ingest.attendance.statuses import Sign, codes_of, find_legend
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite

_FEWEST = 3
"""Lines that begin with a person."""
_LONGEST_LINE = 90
_LONGEST_HEADING = 4
"""Words of a line between them that stands over some ("PRO")."""
_HEAD = 8_000
_NO_LIST = (LabelKind.SENT, LabelKind.END, LabelKind.APPOINT)


def find_unlabelled(context: Context, lines: Sequence[Line], first_item: int) -> tuple[Section | None, list[Unread]]:
    """The list of people of the head (before `first_item`) that has no label, or what could be one and does not tell of anyone that they
    came or did not. None where labels of the head tell that those named sign the minutes, or get them."""
    head = [line for line in lines if line.start < min(first_item, _HEAD)]
    if (below := _below_legend(context, head, first_item)) is not None:
        return below, []
    run = _longest_run(context, head)
    if run is None or any(e.label is not None and e.label.kind in _NO_LIST for e in list_events(context, head)):
        return None, []
    start, end = run
    if not _tells(context, start, end):
        return None, [unread(context.document, start, end, "en lista med namn utan ord om vilka som var med")]
    label = Label(start, start, start, LabelKind.PEOPLE, Status.PRESENT, None, False, False, True)
    return Section((label,), start, end, Category(Status.PRESENT, True)), []


def _below_legend(context: Context, head: Sequence[Line], first_item: int) -> Section | None:
    """The list right below a legend of signs that stands alone and is the only words over it: "Fet stil = närvarande" over "Mora Anna Ek"."""
    for at, line in enumerate(head):
        if (
            "=" not in line.text
            or len(line.text) > _LONGEST_LEGEND
            or _SIGNS.isdisjoint(find_legend(context, [(line.start, line.end)]).signs)
        ):
            continue
        end = content_end(context, head, line.end, first_item, ())
        if sum(context.names_someone(x.start, x.end) for x in head[at + 1 :] if x.end <= end) < _FEWEST:
            return None
        label = Label(line.start, line.end, line.end, LabelKind.PEOPLE, Status.PRESENT, None, True, False, True)
        return Section((label,), line.end, end, Category(Status.PRESENT, True))
    return None


_LONGEST_LEGEND = 60
_SIGNS = frozenset(Sign)


def _longest_run(context: Context, head: Sequence[Line]) -> Span | None:
    """From the first to the last line of the longest run of lines that begin with a person, with lines of few words between them."""
    runs: list[list[Line]] = [[]]
    for line, following in zip_longest(head, head[1:]):
        if _is_person(context, line):
            runs[-1].append(line)
        elif not runs[-1] or following is None or not _is_person(context, following) or len(line.text.split()) > _LONGEST_HEADING:
            runs.append([])
    longest = max(runs, key=len)
    return (longest[0].start, longest[-1].end) if len(longest) >= _FEWEST else None


def _is_person(context: Context, line: Line) -> bool:
    """Whether a line begins with a person, and names no other; the body that the person speaks for may stand before a colon, and over
    more than one."""
    if line.cells or len(line.text) > _LONGEST_LINE or has_finite(_TOLD_BEHIND.split(line.text, 1)[0]):
        return False
    names = find_names(context.text, line.start, line.end)
    if names and (group := _GROUP.match(line.text)) and line.start + group.end() == names[0].start:
        return True
    if len(names) != 1:
        return False
    before = _SIGN_BEFORE.sub("", context.text[line.start : names[0].start].strip(" *_~•–-("))
    return not before or (
        before.endswith(":") and any(body.span[0] == line.start for body in context.bodies(line.start, line.end))
    )


_SIGN_BEFORE = re.compile(r"(?:\d{1,2}[.)]|\[[ xX]?\]|[☐☑☒□■✓✔])")
"""A number, or a box, before the name."""
_TOLD_BEHIND = re.compile(r",[ ](?=(?:ersätter|ersatte|tjänstgör|deltog|deltar|anslöt|ansluter|kom|lämnade)\b)")
""" "Anna Ek (N), ersätter Bo": no sentence, but what is told of one."""
_GROUP = re.compile(r"[A-ZÅÄÖ][\wåäö-]*(?:[ ][\wåäö-]+){0,3}(?:[ ]\([^()\n]{1,20}\))?:[ ]")
""" "Mora: Anna Ek (ordf), Bo Alm", "Stödfunktion: Cilla Björk", "Mora (2 platser): Anna Ek"."""


def _tells(context: Context, start: int, end: int) -> bool:
    """Whether a list says of some in it that they were there or were not: in words beside them, or by strikes that a legend explains."""
    near = (max(0, start - _NEAR), min(len(context.text), end + _NEAR))
    legend = find_legend(context, [near])
    people = read_flow(context, start, end, Category(Status.UNKNOWN, False), codes_of(legend)).drafts
    return Sign.STRUCK in legend.signs or any(person.said is not None for person in people)


_NEAR = 400
