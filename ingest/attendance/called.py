"""Lists that call people by their first names alone ("Närvarande: Anna, Bo, Eva-Lotta och Per (sekreterare)"), as small groups write."""

from __future__ import annotations

import re

from graph.record import Status
from ingest.attendance.model import Category, Context, Draft, LabelKind, Section
from ingest.attendance.words import canonical_role, has_title, role_text
from ingest.people.words import is_first_name, is_not_name

FEWEST = 3
"""So many first names are a list of them; where a document has one, one name will do in the others."""
_ENTRY = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?(?:[ ][A-ZÅÄÖ]\b\.?)?(?:[ ]*\n?[ ]*\([^()\n]{1,40}\))?"
_PARTED = r"(?:[ ]*,[ ]*\n?[ ]*(?:(?:och|samt)[ ]+)?|[ ]*\n?[ ]*(?:och|samt|&)[ ]*\n?[ ]*)"
_LIST = re.compile(rf"\s*(?P<list>{_ENTRY}(?:{_PARTED}{_ENTRY})*)[ ]*\.?[ ]*(?=\n|$)")
_LINES = re.compile(rf"\s*(?P<list>{_ENTRY}(?:[ ]*\n[ ]*{_ENTRY})+)[ ]*(?=\n[ ]*\n|\s*$)")
_NAME = re.compile(
    r"(?P<name>(?P<first>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?)(?:[ ][A-ZÅÄÖ]\b\.?)?)(?:\s*\((?P<aside>[^()\n]+)\))?"
)


def read_called(context: Context, section: Section, fewest: int, *, empty: bool) -> list[Draft]:
    """The people of a list that holds first names and nothing else: one a line, all of them known, or in a row, most of them known,
    where nobody else was found in it (`empty`); none where it is another list."""
    label = section.labels[-1]
    if label.kind is not LabelKind.PEOPLE or section.category.status not in (Status.PRESENT, Status.ABSENT):
        return []
    if not (label.colon or label.alone):
        return []
    below = _LINES.match(context.text, section.start, section.end)
    if below is not None and (found := _people(context, below, section.category, FEWEST, 1)):
        return found
    if not empty:
        return []
    row = _LIST.match(context.text, section.start, section.end)
    return _people(context, row, section.category, fewest, 0.75) if row is not None else _by_bodies(context, section, fewest)


def _by_bodies(context: Context, section: Section, fewest: int) -> list[Draft]:
    """The people of a list that gives each municipality a line of its own: "Mora: Anna, Bo" / "Orsa: Eva"."""
    found: list[Draft] = []
    start = section.start
    while (line := _OF_BODY.match(context.text, start, section.end)) is not None:
        bodies = context.bodies(*line.span("body"))
        if len(bodies) != 1:
            return []
        found += [draft._replace(body=bodies[0]) for draft in _people(context, line, section.category, 1, 0.75)]
        start = line.end()
    return found if len(found) >= fewest else []


_OF_BODY = re.compile(rf"\s*(?P<body>[A-ZÅÄÖ][^\n:,]{{1,40}}):[ ]*(?P<list>{_ENTRY}(?:{_PARTED}{_ENTRY})*)[ ]*\.?[ ]*(?=\n|$)")


def _people(context: Context, match: re.Match[str], category: Category, fewest: int, share: float) -> list[Draft]:
    names = list(_NAME.finditer(context.text, *match.span("list")))
    known = sum(is_first_name(m["first"]) for m in names)
    if len(names) < fewest or known < len(names) * share or any(is_not_name(m["first"]) for m in names):
        return []
    return [
        Draft(
            *m.span("name"),
            category,
            True,
            body=next(iter(context.bodies(*m.span("aside"))), None) if m["aside"] else None,
            role=role_text(aside) if (aside := m["aside"]) and _is_role(aside) else None,
        )
        for m in names
    ]


def _is_role(words: str) -> bool:
    return canonical_role(words) is not None or has_title(words)
