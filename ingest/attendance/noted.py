"""A column of notes whose cells came apart from the names beside them: lines that say for whom somebody serves, and not who."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.record import Span, Status
from ingest.attendance.flow import read_flow
from ingest.attendance.listing import list_names
from ingest.attendance.model import Category, Codes, Context, Draft
from ingest.attendance.words import party_letters
from ingest.lines import Line

_SERVES_FOR = re.compile(
    r"[ \t]*(?:tj(?:änst)?g(?:örande|\.)?[ ]+)?(?:ersättare[ ]+för|ers\.?[ ]+för|ersätter|(?:tjänstgör|går in)[ ]+(?:i[ ]stället[ ])?för)[ ]+(?P<whom>\S[^\n]*)",
    re.IGNORECASE,
)
_PARTY = re.compile(r"[ ]*\(?(?P<letters>[A-Za-zÅÄÖåäö]{1,5})\)?[ .]*")
_FEWEST = 2
"""One such line may go on with the line above."""


_COUNTED = re.compile(r"Antal[ ](?:närvarande|deltagare|deltagande|frånvarande)\b")
_COUNTED_AWAY = re.compile(r"\bfrånvarande:?[ ]*\d*[ ]*\((?P<who>[^\n]+)\)")
""" "Antal närvarande: 6 Antal frånvarande: 3 (Anna Ek, Bo Alm, Cilla Dal)": a count, said of nobody but those named in it."""
_STANDS_FOR = re.compile(r"[ \t]*(?:tjänstgörande[ ])?(?:ersättare|suppleanter?)[ ]+för[ :]*", re.IGNORECASE)
_NUMBER = re.compile(r"[ \t]*\d{1,3}[.)]?[ \t]+")


def _read_stood_for(context: Context, lines: Sequence[Line]) -> tuple[list[Draft], list[Span]]:
    """Who serves, and for whom, below the heads of two columns that came one behind the other: "Ersättare för" over "10 Anna Ek", "11 Bo Alm",
    then "Cilla Dal (S)", "David Eng (M)". The numbers of a roll tell where the one ends; a member with hours of their own was there."""
    at = next((i for i, line in enumerate(lines) if not line.cells and _STANDS_FOR.fullmatch(line.text)), len(lines))
    rows: list[tuple[Line, Span]] = []
    for line in lines[at + 1 :]:
        name = _one_name(context, line)
        if name is None:
            break
        rows.append((line, name))
    numbers = [_NUMBER.match(line.text) is not None for line, _ in rows]
    count = sum(numbers)
    if count < _FEWEST or numbers != [True] * count + [False] * count:
        return [], []
    drafts: list[Draft] = []
    for (line, serves), (other, away) in zip(rows[:count], rows[count:], strict=True):
        there = read_flow(context, serves[0], line.end, Category(Status.PRESENT, True, _SERVES), Codes()).drafts
        gone = read_flow(context, away[0], other.end, _AWAY, Codes()).drafts
        drafts += [draft._replace(replaces=context.person_name(away)) for draft in there]
        drafts += [draft._replace(said=Status.PRESENT) if draft.limits else draft for draft in gone]
    return drafts, [(lines[at].start, rows[-1][0].end)]


_AWAY = Category(Status.ABSENT, True)
_SERVES = "tjänstgörande ersättare"


def _one_name(context: Context, line: Line) -> Span | None:
    """The name that a line begins with, behind a number, where it names nobody else."""
    number = _NUMBER.match(context.text, line.start, line.end)
    start = number.end() if number else line.start
    names = list_names(context, start, line.end) if not line.cells else []
    return (names[0].start, names[0].end) if len(names) == 1 and names[0].start == start else None


def _read_counted(context: Context, line: Line) -> tuple[list[Draft], Span] | None:
    """Those whom a line that counts people names as away, and the line."""
    if _COUNTED.match(line.text) is None:
        return None
    away = _COUNTED_AWAY.search(context.text, line.start, line.end)
    names = list_names(context, *away.span("who")) if away is not None else []
    return [Draft(n.start, n.end, _AWAY, n.known, said=Status.ABSENT) for n in names], (line.start, line.end)


def are_absent_counted(context: Context, end: int) -> bool:
    """Whether a count before `end` names as many who did not come as it counts: all others listed came."""
    at = context.text.find("Antal frånvarande", 0, end)
    told = _ALL_COUNTED.match(context.text, at, end) if at >= 0 else None
    return told is not None and int(told["count"]) == told["who"].count(",") + 1


_ALL_COUNTED = re.compile(r"Antal[ ]frånvarande:?[ ]*(?P<count>\d{1,2})[ ]*\((?P<who>[A-ZÅÄÖ][^\n()]+)\)")


def read_noted(context: Context, lines: Sequence[Line], start: int, end: int) -> tuple[list[Draft], list[Span]]:
    """The members for whom the lines of a column of notes in `text[start:end]` say that somebody serves ("Ersättare för Anna Ek (S)"
    over "Ersättare för Bo Alm (M)"), who are absent, and where these lines stand."""
    drafts, spans = _read_stood_for(context, lines) if len(lines) > _FEWEST * 2 else ([], [])
    for counted in filter(
        None, (_read_counted(context, line) for line in lines if line.text.startswith("Antal ") and start <= line.start)
    ):
        drafts += counted[0]
        spans.append(counted[1])
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
    return Draft(names[0].start, names[0].end, _AWAY, True, party=letters)
