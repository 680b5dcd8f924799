"""Lists without a label in which each body has a line of its own, and those away a label among them: "Mora (2 platser): Anna Ek, Bo Alm" over
"Saknas: Cilla Dahl"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.record import Status
from ingest.attendance.endings import lines_between
from ingest.attendance.model import Category, Context, Label, Section
from ingest.attendance.words import is_organisation_like
from ingest.lines import Line
from ingest.people import find_names


def groups_before(context: Context, lines: Sequence[Line], label: Label) -> Section | None:
    """The list that stands right above one of the absent and has no label: lines that each begin with a body and a colon ("Mora (2 platser):
    Anna Ek, Bo Alm"), two at least with people behind it, or the line that the label stands in; None when there is none."""
    first: Line | None = None
    named = 0
    for line in reversed(list(lines_between(lines, max(0, label.start - _GROUPS_REACH), label.start))):
        if not is_group(context, line):
            break
        named += context.names_someone(line.start, line.end)
        first = line
    own = first is not None and "\n" not in context.text[first.start : label.start]
    if first is None or named < (1 if own else _FEWEST_GROUPS):
        return None
    over = replace(
        label, start=first.start, end=first.start, content=first.start, status=Status.PRESENT, role=None, strong=False, words=""
    )
    return Section((over,), first.start, label.start, Category(Status.PRESENT, True))


def is_group(context: Context, line: Line) -> bool:
    """Whether a line begins with a body and a colon, and goes on with people or with nothing."""
    group = _GROUP_LINE.match(line.text)
    if group is None or line.cells:
        return False
    names = find_names(context.text, line.start + group.end(), line.end)
    if names[0].start > line.start + group.end() if names else group.end() < len(line.text):
        return False
    begins = any(body.span[0] == line.start for body in context.bodies(line.start, line.end))
    return begins or is_organisation_like(group["body"])


_GROUP_LINE = re.compile(r"(?P<body>[A-ZÅÄÖ][^\n:(]{1,50}?)[ ]?(?:\([^()\n]{1,20}\))?:[ ]*")
_GROUPS_REACH = 1_500
_FEWEST_GROUPS = 2
