"""Lists whose columns were read one by one: all municipalities, then all names; names, then parties, then ticks.

Only runs of the same length are paired. Where they differ the people are kept without what stood beside them, and the
place is reported as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from graph.names import fold, squash
from graph.record import Status, Unread
from ingest.attendance.flow import read_flow
from ingest.attendance.listing import list_names
from ingest.attendance.model import Body, Category, Codes, Context, Draft, unread
from ingest.attendance.words import is_organisation_like, party_letters, said_status
from ingest.lines import Line

_HEADS = frozenset(
    {
        "kommun",
        "namn",
        "parti",
        "narvarande",
        "titel",
        "organisation",
        "ledamot",
        "ledamoter",
        "deltagare",
        "region",
        "kommuner",
        "narv",
        "befattning",
        "funktion",
    }
)
_MARGIN = re.compile(r"\bSida(?:n)?\s+\d+|\b\d{1,3}\s?\(\d{1,3}\)$")
_MARKS = {
    "x": Status.PRESENT,
    "ja": Status.PRESENT,
    "nej": Status.ABSENT,
    "1": Status.PRESENT,
    "0": Status.ABSENT,
    "-": Status.ABSENT,
    "–": Status.ABSENT,
}
_LETTERS = 2
"""Of a code in a cell of its own."""
_PARTY = re.compile(r"\(?[A-Za-zÅÄÖ]{1,4}\)?")
_NOTED = re.compile(
    r"\s*(?P<code>[^\W\d_]{1,2}),?[ ]+(?:(?:och[ ]+)?tj\w*\.?[ ]+)?(?:(?:ersättare|ers\.?)[ ]+)?(?:i[ ]stället[ ])?för[ ]+(?P<whom>\S[^\n]*?)\s*"
)
""" "n, tj för Anna Ek": a letter of the legend, and for whom somebody serves."""


@dataclass(frozen=True, slots=True)
class _Kept:
    kind: str
    """names, body, party, mark or other"""
    start: int
    end: int
    body: Body | None = None
    value: str = ""
    status: Status | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    drafts: tuple[Draft, ...]
    unread: tuple[Unread, ...] = ()


def read_columns(
    context: Context, lines: Sequence[Line], start: int, end: int, category: Category, codes: Codes
) -> Columns | None:
    """The people of a list read column by column; None when the lines are not laid out so."""
    entries = [
        entry
        for line in lines
        if line.start < end and line.end > start and (entry := _read_sign(context, line, start, end, codes)) is not None
    ]
    if not _stand_two_beside(context, entries, start, end):
        return None
    kept = [entry if isinstance(entry, _Kept) else _read_words(context, entry) for entry in entries]
    while kept and kept[-1].kind == "other":
        kept.pop()
    if sum(k.kind == "names" for k in kept) < 2 or any(k.kind == "other" for k in kept):
        return None
    runs = [(kind, list(group)) for kind, group in groupby(kept, key=lambda k: k.kind)]
    if len(runs) < 2 or any(len(run) < 2 for _, run in runs):
        return None
    names = [run for kind, run in runs if kind == "names"]
    beside = [(kind, run) for kind, run in runs if kind != "names"]
    if not beside or not names:
        return None
    if len(names) == 1:
        pairs = [(names[0], beside)]
    elif len(names) == len(beside) and all(len(a) == len(b) for a, (_, b) in zip(names, beside, strict=True)):
        pairs = [(a, [b]) for a, b in zip(names, beside, strict=True)]
    else:
        return None
    drafts: list[Draft] = []
    problems: list[Unread] = []
    for people, others in pairs:
        found = [list(read_flow(context, k.start, k.end, category, codes).drafts) for k in people]
        for kind, run in others:
            if len(run) != len(people):
                if len(run) == 2 or len(people) == 2:
                    return None
                why = "kolumnerna är olika långa; vem som hör till vad framgår inte"
                problems.append(unread(context.document, run[0].start, run[-1].end, why))
                continue
            found = [[_beside(draft, kind, k) for draft in group] for group, k in zip(found, run, strict=True)]
        drafts.extend(draft for group in found for draft in group)
    return Columns(tuple(drafts), tuple(problems))


def _beside(draft: Draft, kind: str, kept: _Kept) -> Draft:
    if kind == "body":
        return draft._replace(body=draft.body or kept.body)
    if kind == "party":
        return draft._replace(party=draft.party or kept.value)
    if kept.replaces:
        draft = draft._replace(replaces=draft.replaces or kept.replaces, role=_SERVING)
    return draft._replace(said=draft.said or kept.status)


_SERVING = "tjänstgörande ersättare"


class _Words(NamedTuple):
    """A line that is no sign beside a name: a body, names or something else."""

    start: int
    end: int
    words: str
    folded: str


def _stand_two_beside(context: Context, entries: Sequence[_Kept | _Words], start: int, end: int) -> bool:
    """Whether two lines, one right behind the other, may hold no names but what stands beside them: each is a sign, holds a body that
    is known, or looks like an organisation. In most lists no two are so, and their names need not be looked for."""
    bodies = context.bodies(start, end)
    before = False
    for entry in entries:
        beside = (
            isinstance(entry, _Kept)
            or any(b.span[0] < entry.end and entry.start < b.span[1] for b in bodies)
            or is_organisation_like(entry.words)
        )
        if beside and before:
            return True
        before = beside
    return False


def _read_sign(context: Context, line: Line, start: int, end: int, codes: Codes) -> _Kept | _Words | None:
    """What a line holds that is a mark or a party, its words where it is neither; None for the heading of a column, a margin."""
    text = context.text
    begin, stop = max(start, line.start), min(end, line.end)
    words = squash(text[begin:stop]).strip(" *_-–•:") or text[begin:stop].strip()
    folded = fold(words)
    if not words or folded in _HEADS or _MARGIN.search(words):
        return None
    if words.casefold() in _MARKS:
        return _Kept("mark", begin, stop, status=_MARKS[words.casefold()])
    if len(words) <= _LETTERS and (status := codes.meaning.get(folded)) is not None:
        return _Kept("mark", begin, stop, status=status)
    if (noted := _NOTED.fullmatch(text, begin, stop)) and (status := codes.meaning.get(fold(noted["code"]))) is not None:
        names = list_names(context, noted.start("whom"), stop)
        replaces = context.person_name((names[0].start, names[0].end)) if len(names) == 1 else None
        return _Kept("mark", begin, stop, status=status, replaces=replaces)
    if party_letters(words) and _PARTY.fullmatch(words):
        return _Kept("party", begin, stop, value=party_letters(words) or "")
    if status := said_status(words):
        return _Kept("mark", begin, stop, status=status)
    return _Words(begin, stop, words, folded)


def _read_words(context: Context, entry: _Words) -> _Kept:
    text = context.text
    begin, stop, words, folded = entry
    bodies = context.bodies(begin, stop)
    if (bodies and fold(text[bodies[0].span[0] : bodies[-1].span[1]]) == folded) or (
        bodies and folded.startswith(fold(bodies[0].name)) and not list_names(context, begin, stop)
    ):
        return _Kept("body", begin, stop, body=bodies[0])
    if list_names(context, begin, stop):
        if any(b.span[0] == begin for b in bodies):
            return _Kept("other", begin, stop)
        return _Kept("names", begin, stop)
    if is_organisation_like(words) and len(words.split()) <= 6:
        return _Kept("body", begin, stop, body=Body(words, False, False, (begin, stop)))
    return _Kept("other", begin, stop)
