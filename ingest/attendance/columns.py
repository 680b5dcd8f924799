"""Lists whose columns were read one by one: all municipalities, then all names; names, then parties, then ticks.

Only runs of the same length are paired. Where they differ the people are kept without what stood beside them, and the
place is reported as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

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
    kept = [
        k
        for line in lines
        if line.start < end and line.end > start and (k := _read_line(context, line, start, end, codes)) is not None
    ]
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
        return replace(draft, body=draft.body or kept.body)
    if kind == "party":
        return replace(draft, party=draft.party or kept.value)
    if kept.replaces:
        draft = replace(draft, replaces=draft.replaces or kept.replaces, role=_SERVING)
    return replace(draft, said=draft.said or kept.status)


_SERVING = "tjänstgörande ersättare"


def _read_line(context: Context, line: Line, start: int, end: int, codes: Codes) -> _Kept | None:
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
