"""Decisions that begin within a line and may go on below it: behind a label, behind "beslutade att", and who is elected."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.record import DecisionKind
from ingest.decisions.blocks import read_block
from ingest.decisions.clauses import ATT, NUMBERED, UNFINISHED, Clause, kind_of_mark
from ingest.decisions.deciders import is_forum_phrase, is_own
from ingest.decisions.deeds import decides_further, is_settled
from ingest.decisions.inline import find_clause, with_joined
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import LABELLED
from ingest.decisions.line_ends import awaits_att, continues_clause
from ingest.decisions.open_clause import leads_in_points
from ingest.decisions.sections import asks_to_decide
from ingest.decisions.splitting import split_clauses
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.vocabulary import section_heading


def labelled_clause(item: ItemLines, i: int, begin: int) -> tuple[list[Clause], int]:
    """ "Beslut: att A samt att B", which may go on over the next lines; and the position after it."""
    lines, last = item.lines, i + 1
    while (
        last < len(lines)
        and not ATT.match(lines[last].text)
        and not LABELLED.match(lines[last].text)
        and (continues_clause(lines[last - 1], lines[last]) or (lines[i].cells and _is_below_label(lines[last])))
    ):
        last += 1
    text, end = item.text, lines[last - 1].end
    asks = asks_to_decide(text[begin:end])
    if asks and is_own(asks["subject"], item.minutes):
        return [replace(c, of=asks["to"]) for c in split_clauses(text, begin + asks.start("clause"), end)], last
    offset = None if ATT.match(text[begin:end]) else find_clause(text[begin:end], item.minutes)
    found = split_clauses(text, begin + (offset or 0), end)
    found = with_joined(text, begin, found, item.minutes) if offset else found
    found += [
        Clause(s, e, listed=True) for s, e in iter_sentences(text, found[-1].end, end) if decides_further(text[s:e], item.minutes)
    ]
    spread = all(line.blank_before for line in lines[i:])
    while last < len(lines) and not lines[last].cells and (spread or not lines[last].blank_before):
        sentences = iter_sentences(text, lines[last].start, lines[last].end)
        if not all(is_settled(text[s:e]) for s, e in sentences) or LABELLED.match(lines[last].text):
            break
        found += [Clause(s, e, listed=True) for s, e in sentences]
        last += 1
    return found, last


def _is_below_label(line: Line) -> bool:
    """Whether a row of a table has nothing in its first cell: what stands in it goes with the label above."""
    return bool(line.cells) and line.cells[0].start == line.cells[0].end


_ELECTS = re.compile(
    r"^(?P<subject>[^.:]{3,60}?)\s+(?:utser|utsåg|väljer|valde)(?:\s+(?:följande|för\s[^.:]{3,60}|enhälligt|därefter))*\s*:?$",
    re.IGNORECASE,
)
ELECTING = ("utser", "utsåg", "väljer", "valde")
_ELECTED = re.compile(
    r"^(?:till|som)\s+[^.:]{3,90}?\s[A-ZÅÄÖ]|^[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){1,3}(?:\s\([^()]{1,20}\))?,?\s(?:till|som|att)\s",
    re.MULTILINE,
)


def elections_below(item: ItemLines, i: int) -> tuple[list[Clause], int] | None:
    """What each line says below "Fullmäktige väljer": "till ledamot i nämnden Anna Ek (S)", "Bo Lind att justera protokollet"."""
    lines = item.lines
    match = _ELECTS.match(lines[i].text) if any(verb in item.lowers[i] for verb in ELECTING) else None
    if match is None or not is_forum_phrase(match["subject"], item.minutes):
        return None
    found: list[Clause] = []
    j = i + 1
    while j < len(lines) and not section_heading(lines[j].text):
        mark = NUMBERED.match(lines[j].text)
        begin = mark.end() if mark else 0
        if _ELECTED.match(lines[j].text[begin:]) is None:
            break
        found.append(Clause(lines[j].start + begin, lines[j].end, listed=True, kind=DecisionKind.APPOINT))
        j += 1
    return (found, j) if found else None


def _after_points(lines: tuple[Line, ...], i: int) -> int | None:
    """The position after the points in which the line at `i` says what it asks for: "… ge kontoret i uppdrag att" / "- ta fram …"."""
    text = lines[i].text
    if not leads_in_points(text):
        return None
    mark = NUMBERED.match(lines[i + 1].text) if i + 1 < len(lines) else None
    if mark is None:
        return None
    j = i + 1
    while j < len(lines):
        own = NUMBERED.match(lines[j].text)
        if own and kind_of_mark(own.group()) != kind_of_mark(mark.group()):
            break
        if not own and not continues_clause(lines[j - 1], lines[j]):
            break
        j += 1
    return j


_ASKED_TO_DECIDE = re.compile(
    r"^.{2,80}?\s(?:rekommenderar|föreslår)\s+(?P<to>.{2,60}?)\s+att\s+beslut(?:a|ar|ade)\s+(?P<clause>att\s.*)$", re.IGNORECASE
)
""" "Styrgruppen rekommenderar rådet att besluta att …", with the att-satser that the forum decides below."""


def inline_then_block(item: ItemLines, i: int) -> tuple[list[Clause], int] | None:
    """ "… beslutade att A" with further att-satser on the lines below."""
    lines = item.lines
    if i + 1 == len(lines):
        return None
    offset = find_clause(lines[i].text, item.minutes, item.lowers[i])
    if (
        offset is None
        and "beslut" in lines[i].text
        and (asked := _ASKED_TO_DECIDE.match(lines[i].text))
        and is_own(asked["to"], item.minutes)
    ):
        offset = asked.start("clause")
    if offset is None:
        return None
    j = i + 1
    if stop := _after_points(lines, i):
        first = split_clauses(item.text, lines[i].start + offset, lines[stop - 1].end)
        return with_joined(item.text, lines[i].start, first, item.minutes), stop
    while (
        j < len(lines)
        and continues_clause(lines[j - 1], lines[j])
        and (not ATT.match(lines[j].text) or awaits_att(list(lines[i:j]), lines[j]))
    ):
        j += 1
    if j < len(lines) and not lines[j].blank_before and UNFINISHED.search(lines[j - 1].text):
        return None  # "… för" / "att godkänna ansökan"
    if j >= len(lines) or not ATT.match(lines[j].text) or item.text[lines[i].start : lines[j - 1].end].rstrip().endswith("."):
        return None
    first = split_clauses(item.text, lines[i].start + offset, lines[j - 1].end)
    more, stop = read_block(item, j, implicit_att=False, headed=False)
    return first + more, stop
