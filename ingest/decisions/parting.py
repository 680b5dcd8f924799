"""Paragraphs kept in one line: what leads in the decisions, and each numbered clause, become lines of their own.

"Nämndens beslut 1. Planen antas. 2. Kontoret sprider den."
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from ingest.decisions.leads import infinitive
from ingest.lines import Line
from ingest.sentences import iter_sentences

_LEAD = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?[sS]\s+(?:beslut|BESLUT)|Beslut|BESLUT|[A-ZÅÄÖ].{1,80}?\b(?:beslutar|beslutade|beslöt)(?:\s+följande|\s+att|\s+(?:enligt|i\s+enlighet\s+med)\s[^.:]{3,60})?)\s*:?\s+(?:(?=1\s?[.)]\s)|(?P<bullet>(?=[–—•]\s+[A-ZÅÄÖ])))"
)
_COUNTED = re.compile(r"1(?<=\s1)\s?[.)]\s|[–—•](?=\s+[A-ZÅÄÖ])")
"""The number or bullet with which a list inside a line begins."""
_NUMBER = re.compile(r"(?<=\s)(?P<n>\d{1,2})\s?[.)]\s+(?=[A-ZÅÄÖa-zåäö])")


_LONG = 30
_MARK_ALONE = re.compile(r"(?:\d{1,2}|[a-z])[.)]|[•–-]")
_LONGEST_MARK = 3


def part_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those that lead in a numbered list and hold it cut at its numbers; the parts keep the index of their line.

    A number or bullet on a line of its own stands before the line below it.
    """
    return tuple(part for line in _with_marks(lines) for part in _parts(line))


def _with_marks(lines: Iterable[Line]) -> Iterable[Line]:
    mark: Line | None = None
    for line in lines:
        is_mark = len(line.text) <= _LONGEST_MARK and not line.cells and _MARK_ALONE.fullmatch(line.text) is not None
        if mark is not None and not line.cells and not is_mark:
            yield replace(line, start=mark.start, blank_before=mark.blank_before)
            mark = None
            continue
        if mark is not None:
            yield mark
        mark = line if is_mark else None
        if mark is None:
            yield line
    if mark is not None:
        yield mark


_IN_LIST = re.compile(r"^(?:1\s?[.)]|[-–—•])\s+(?=[A-ZÅÄÖ]|att\s)")
_NEXT_BULLET = re.compile(r"(?<=[.;])\s+(?=[-–—•]\s+(?:[A-ZÅÄÖ]|att\s))")


_HEADING = re.compile(
    r"(?:Beslut|BESLUT)\s+(?=[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\s(?!föreslår\b)[a-zåäö]+(?:r|e)\b)"
)
""" "Beslut Socialnämnden godkänner planen": a heading that stands in the line of its decision."""
_HEADING_OF_DONE = re.compile(
    r"(?:Beslut|BESLUT)\s+(?=[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,4}?\s(?:godkänns|antas|fastställs|avslås|bifalls|läggs|bordläggs|återremitteras|beviljas|noteras)\b)"
)
""" "Beslut Planen antas. Avgiften betalas i maj.": the heading in the line of what is done."""
_DECIDES_DONE = re.compile(
    r"(?:^|(?<=[.!?)”]\s))(?=[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\s+beslutar\s)[^.]{6,60}?\sbeslutar\s+"
    r"(?=[A-ZÅÄÖ][^.:]{3,160}?\s(?:godkänns|antas|fastställs|avslås|bifalls|läggs|bordläggs|återremitteras|beviljas|noteras|utses|väljs|förlängs|överlämnas|införs|får\s+i\s+uppdrag)\b)"
)
""" "Hamnnämnden beslutar Planen antas.": the line that leads in what is done, in one with it."""
_LABEL_WITHIN = re.compile(
    r"(?<=[.!?”)])\s+(?=(?:Beslut|BESLUT)\s*:\s+\S"
    r"|[A-ZÅÄÖ][\wåäö-]*(?:nämndens|styrelsens|utskottets)\s+förslag\s+till\s+[\wåäö-]*(?:fullmäktige|styrelsen|nämnden)(?:s\s+beslut|\s+beslut)?\s*:?\s+[A-ZÅÄÖ])"
)
""" "… enligt förslaget. Nämndens förslag till kommunfullmäktige Planen antas.": a label that stands behind a sentence."""
_NOUN = (
    r"(?=[A-ZÅÄÖ])(?:(?!förslag)[\wåäö-]+\s){0,3}?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|direktionen|rådet|gruppen)"
)
_LEADS_WITHIN = re.compile(
    rf"(?:^|(?<=[.!?”)]\s)){_NOUN}(?:\s(?:beslutar|beslutade|beslöt):\s+(?=[A-ZÅÄÖ][a-zåäö]+\s)(?P<list>)|s\s(?:beslut|BESLUT):?\s+(?=[Aa]tt\s))"
)
""" "… föredrar rapporten. Direktionen beslutar: Godkänna rapporten. Översända den till …", "… om planen. Rådets beslut Att bevilja …"."""
_BEHIND_VOTE = re.compile(rf"(?<=\.)\s+(?={_NOUN}\s(?:beslutar|beslutade|beslöt)\s+att\s)")
""" "Ordföranden finner att förslaget bifallits. Nämnden beslutar att …": how the vote went, and then what was decided."""


def _parts(line: Line) -> list[Line]:
    if line.cells:
        return [line]
    if ("eslut" in line.text[1:] or "s förslag till " in line.text) and (label := _LABEL_WITHIN.search(line.text)):
        return _cut(line, [0, label.end()])
    if (" beslut" in line.text or " beslöt:" in line.text) and (leads := _leads_within(line)):
        return leads
    if " finner " in line.text and (behind := _BEHIND_VOTE.search(line.text)):
        return _cut(line, [0, behind.end()])
    if line.text[:1] == "B" and (heading := _HEADING.match(line.text) or _HEADING_OF_DONE.match(line.text)):
        label_line, rest = _cut(line, [0, heading.end()])
        return [label_line, *_parts(rest)]
    if " beslutar " in line.text and (decides := _DECIDES_DONE.search(line.text)):
        return _cut(line, [0, *([decides.start()] if decides.start() else []), decides.end()])
    if " att - " in line.text or " att • " in line.text or " att – " in line.text:
        return _bulleted(line)
    lead = (_LEAD.match(line.text) if line.text[0].isupper() and _COUNTED.search(line.text) else None) or (
        _IN_LIST.match(line.text) if len(line.text) > _LONG else None
    )
    if lead is None:
        return [line]
    if "bullet" in lead.groupdict() and lead["bullet"] is not None:
        return _cut(line, [0, lead.end(), *(m.end() for m in _NEXT_BULLET.finditer(line.text, lead.end()))])
    if not lead.group(0)[0].isalnum():
        return _cut(line, [0, *(m.end() for m in _NEXT_BULLET.finditer(line.text))])
    borders = [0]
    first = 2 if lead.group(0)[0].isdigit() else 1
    for match in _NUMBER.finditer(line.text, lead.end() - 1):
        if int(match["n"]) == len(borders) - 1 + first:
            borders.append(match.start())
    return _cut(line, borders)


_BULLETED = re.compile(r"\b(?:beslutar|beslutade|beslöt)\s+att(?=\s+(?P<bullet>[-–•])\s+[a-zåäö])")


def _bulleted(line: Line) -> list[Line]:
    """The line cut where "beslutar att - anta planen - höja taxan" leads in, and at each of the bullets, which are alike."""
    lead = _BULLETED.search(line.text)
    if lead is None:
        return [line]
    marks = re.finditer(rf"(?<=\s){lead['bullet']}\s+(?=[A-ZÅÄÖa-zåäö])", line.text[lead.end() :])
    return _cut(line, [0, *(lead.end() + m.start() for m in marks)])


def _leads_within(line: Line) -> list[Line] | None:
    """The line cut where the body that decides leads in what follows, and what it does in infinitives by its sentences; None where none does."""
    lead = _LEADS_WITHIN.search(line.text)
    if lead is None or (lead["list"] is not None and not infinitive().match(line.text, lead.end())):
        return None
    borders = [0, lead.start(), lead.end()] if lead.start() else [0, lead.end()]
    if lead["list"] is not None:
        sentences = iter_sentences(line.document.text, line.start + lead.end(), line.end)
        borders += [start - line.start for start, _ in sentences[1:]]
    return _cut(line, borders)


def _cut(line: Line, borders: list[int]) -> list[Line]:
    parts: list[Line] = []
    for a, b in pairwise([*borders, len(line.text)]):
        end = line.start + a + len(line.text[a:b].rstrip())
        parts.append(replace(line, start=line.start + a, end=end, blank_before=line.blank_before and not parts))
    return parts
