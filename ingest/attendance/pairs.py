"""Two columns that ran together line by line: members who could not come, and beside each the substitute who stood in; or those who came,
and beside them those who did not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.record import Span, Status
from ingest.attendance.flow import read_flow
from ingest.attendance.listing import list_names
from ingest.attendance.model import Category, Codes, Context, Draft, Label
from ingest.lines import Line

_FEWEST = 2
_SERVING = ("ersättare", "tjänstgörande ersättare")
_NOBODY = re.compile(r"(?:saknar|saknas|ingen|inga|vakant|vakans|utan|ej)\b[^\n]*$|[-–—][ \t]*$", re.IGNORECASE)
""" "Anna Ek (S)   Saknar ersättare": nobody stood in."""


def are_paired(context: Context, lines: Iterable[Line], labels: Sequence[Label], start: int, end: int) -> bool:
    """Whether the last two labels stand side by side ("Frånvarande ledamöter Tjänstgörande ersättare") over lines that hold one of each: two
    people, or one and the word that nobody stood in."""
    if len(labels) < 2:
        return False
    away, serving = labels[-2:]
    if _are_opposite(context, away, serving):
        rows = _rows(context, lines, start, end)
        found = [len(read_flow(context, *row, _UNTOLD, Codes()).drafts) for row in rows]
        return bool(found) and max(found) == found[0] == len(_OPPOSITE) and "\n" in context.text[serving.end : rows[0][0]]
    if away.status is not Status.ABSENT or away.role in _SERVING or serving.role not in _SERVING or serving.colon:
        return False
    if "\n" in context.text[away.end : serving.start]:
        return False
    found = [len(list_names(context, *row)) for row in _rows(context, lines, start, end)]
    return found.count(2) >= _FEWEST and max(found) == 2


_OPPOSITE = {Status.PRESENT, Status.ABSENT}
_UNTOLD = Category(Status.UNKNOWN, True)


def _are_opposite(context: Context, first: Label, second: Label) -> bool:
    """Whether two labels side by side are over a column of those who came and one of those who did not."""
    return {first.status, second.status} == _OPPOSITE and not second.role and "\n" not in context.text[first.end : second.start]


def _read_opposite(context: Context, rows: Sequence[Span], first: Label, second: Label, codes: Codes) -> list[Draft]:
    """The people of a column of those who came and of one of those who did not. In lines with two, each stands in its own column; lines with
    one, below all of these, go on with the longer: with that of those who came if one of them says so of somebody; else it is not told
    with which."""
    read = [read_flow(context, *row, _UNTOLD, codes).drafts for row in rows]
    paired = [found for found in read if len(found) == len(_OPPOSITE)]
    alone = [draft for found in read if len(found) == 1 for draft in found]
    behind = bool(paired) and all(draft.start > paired[-1][0].start for draft in alone)
    longer = {draft.said for draft in alone if draft.said is not None} if behind else set()
    over = longer.pop() if len(longer) == 1 else None
    drafts = [
        draft._replace(said=draft.said or label.status)
        for found in paired
        for draft, label in zip(found, (first, second), strict=True)
    ]
    return sorted([*drafts, *(draft._replace(said=draft.said or over) for draft in alone)], key=lambda draft: draft.span)


def read_pairs(
    context: Context, lines: Sequence[Line], start: int, end: int, labels: Sequence[Label], codes: Codes
) -> list[Draft]:
    """The people of such lines below these labels. A member with a limit of their own was there for the rest of the meeting."""
    first, second = labels[-2:]
    if _are_opposite(context, first, second):
        return _read_opposite(context, _rows(context, lines, start, end), first, second, codes)
    drafts: list[Draft] = []
    for row in _rows(context, lines, start, end):
        found = read_flow(context, *row, Category(Status.PRESENT, True), codes).drafts
        if not found:
            continue
        member = found[0]
        drafts.append(member if member.limits or member.said else member._replace(said=Status.ABSENT))
        drafts.extend(
            other._replace(role="tjänstgörande ersättare", replaces=other.replaces or context.person_name(member.span))
            for other in found[1:]
        )
    return drafts


def _rows(context: Context, lines: Iterable[Line], start: int, end: int) -> list[Span]:
    """The lines, each with those behind it that name nobody, without the words that nobody stood in."""
    rows: list[Span] = []
    for line in lines:
        begin, stop = max(line.start, start), min(line.end, end)
        if begin >= stop:
            continue
        names = list_names(context, begin, stop)
        behind = _NOBODY.search(context.text, names[-1].end if names else begin, stop)
        stop = behind.start() if behind else stop
        if names or not rows:
            rows.append((begin, stop))
        elif begin < stop:
            rows[-1] = (rows[-1][0], stop)
    return [row for row in rows if context.text[slice(*row)].strip()]
