"""A column of notes whose cells came apart from the names beside them: lines that say for whom somebody serves, and not who."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.record import Span, Status
from ingest.attendance.listing import list_names
from ingest.attendance.model import Category, Context, Draft
from ingest.attendance.words import party_letters
from ingest.lines import Line

_SERVES_FOR = re.compile(
    r"[ \t]*(?:tj(?:änst)?g(?:örande|\.)?[ ]+)?(?:ersättare[ ]+för|ers\.?[ ]+för|ersätter|(?:tjänstgör|går in)[ ]+(?:i[ ]stället[ ])?för)[ ]+(?P<whom>\S[^\n]*)",
    re.IGNORECASE,
)
_PARTY = re.compile(r"[ ]*\(?(?P<letters>[A-Za-zÅÄÖåäö]{1,5})\)?[ .]*")
_FEWEST = 2
"""One such line may go on with the line above."""


def read_noted(context: Context, lines: Sequence[Line], start: int, end: int) -> tuple[list[Draft], list[Span]]:
    """The members for whom the lines of a column of notes in `text[start:end]` say that somebody serves ("Ersättare för Anna Ek (S)"
    over "Ersättare för Bo Alm (M)"), who are absent, and where these lines stand."""
    drafts: list[Draft] = []
    spans: list[Span] = []
    run: list[tuple[Draft, Span]] = []
    for line in [*lines, None]:
        draft = _served_for(context, line) if line is not None and start <= line.start and line.end <= end else None
        if draft is not None and line is not None:
            run.append((draft, (line.start, line.end)))
            continue
        if len(run) >= _FEWEST:
            drafts.extend(draft for draft, _ in run)
            spans.extend(span for _, span in run)
        run = []
    return drafts, spans


def _served_for(context: Context, line: Line) -> Draft | None:
    match = None if line.cells else _SERVES_FOR.fullmatch(context.text, line.start, line.end)
    if match is None:
        return None
    names = list_names(context, match.start("whom"), line.end)
    if len(names) != 1 or names[0].start != match.start("whom"):
        return None
    behind = _PARTY.fullmatch(context.text, names[0].end, line.end)
    letters = party_letters(behind["letters"]) if behind else None
    if letters is None and context.text[names[0].end : line.end].strip(" ."):
        return None
    return Draft(names[0].start, names[0].end, Category(Status.ABSENT, True), True, party=letters)
