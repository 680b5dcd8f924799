"""Rolls of a whole council by party and seats, whose columns ran together and whose marks the copy has lost.

    Förteckning över närvaro VÄNSTERPARTIET - Ordinarie (2) Anna Ek Bo Alm Ersättare (1) Cilla Björk - CENTERPARTIET - Ordinarie (1) David Asp

Nothing tells who of them came, so all are unknown; each has the party over its group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold
from graph.record import Span, Status
from ingest.attendance.listing import list_names
from ingest.attendance.model import Category, Context, Draft, merged_spans
from ingest.attendance.words import party_letters

_GROUP = re.compile(r"\b(?P<group>Ordinarie|Ersättare)[ ]?\((?P<seats>\d{1,2})\)")
_PARTY_BEFORE = re.compile(r"(?P<party>[A-ZÅÄÖ]{4,}(?:[ ][A-ZÅÄÖ]{4,}){0,2})[ ]?[-–][ ]?$")
_LONGEST_PARTY = 50
_ROLE = {"Ordinarie": "ledamot", "Ersättare": "ersättare"}


def read_seats(context: Context, passed: Sequence[Span], listed: Sequence[Draft]) -> list[Draft]:
    """Those in such a roll within `passed`, the stretches behind labels that opened no list, who are not `listed` elsewhere; no more of
    a group than it has seats."""
    out: list[Draft] = []
    taken = {fold(context.person_name(draft.span)) for draft in listed}
    for start, end in merged_spans(passed, context.text):
        groups = list(_GROUP.finditer(context.text, start, end))
        party: str | None = None
        for group, stop in zip(groups, [*(g.start() for g in groups[1:]), end], strict=False):
            over = _PARTY_BEFORE.search(context.text, max(0, group.start() - _LONGEST_PARTY), group.start())
            party = party_letters(over["party"].title()) if over else party
            names = list_names(context, group.end(), stop)[: int(group["seats"])]
            category = Category(Status.UNKNOWN, True, _ROLE[group["group"]])
            out.extend(Draft(name.start, name.end, category, name.known, party=party) for name in names)
    return [draft for draft in out if fold(context.person_name(draft.span)) not in taken]
