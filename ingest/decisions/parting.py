"""Paragraphs kept in one line: what leads in the decisions, and each numbered clause, become lines of their own.

"Nämndens beslut 1. Planen antas. 2. Kontoret sprider den."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.decisions.bare import find_bare
from ingest.decisions.within import find_borders, find_heading, find_other_heading
from ingest.lines import Line
from ingest.verbs import has_finite
from ingest.vocabulary import Section, section_heading

_LEAD = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?[sS]\s+(?:beslut|BESLUT)|Beslut|BESLUT|[A-ZÅÄÖ].{1,80}?\bföreslår\s[^.:]{3,60}?\sbesluta|[A-ZÅÄÖ].{1,80}?\b(?:beslutar|beslutade|beslöt)(?:\s+följande|\s+att|\s+(?:enligt|i\s+enlighet\s+med)\s[^.:]{3,60})?)\s*:?\s+(?:(?=1\s?[.)]\s)|(?P<bullet>(?=[-–—•*]\s+[A-ZÅÄÖ])))"
)
_COUNTED = re.compile(r"1(?<=\s1)\s?[.)]\s|[-–—•*](?<=\s.)(?=\s+[A-ZÅÄÖ])")
"""The number or bullet with which a list inside a line begins."""
_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[a-zåäö)]\.))(?P<n>\d{1,2})\s?[.)]\s+(?=[A-ZÅÄÖa-zåäö]|\d{2,}\s)")


_LONG = 30
_MARK_ALONE = re.compile(r"(?:\d{1,2}|[a-z])[.)]|[•–-]")
_LONGEST_MARK = 3


def part_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that lead in a numbered list and hold it cut at its numbers; the parts keep the index of their line.

    A number or bullet on a line of its own stands before the line below it.
    """
    marked = any(len(line.text) <= _LONGEST_MARK for line in lines)
    parted: list[Line] = []
    for line in _with_marks(lines) if marked else lines:
        parted += _parts(line)
    return tuple(parted)


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
_NEXT_BULLET = re.compile(r"(?<=[.;])\s+(?=[-–—•*]\s+(?:[A-ZÅÄÖ]|att\s))")


def _parts(line: Line) -> list[Line]:
    if line.cells:
        return [line]
    if begin := find_bare(line):
        before, bare = _cut(line, [0, begin])
        return [*_parts(before), *(_parts(bare) if bare.text.startswith("att ") else [bare])]
    text = line.text
    # Stands in every line that is parted at a heading of what was decided, or at what leads it in ("beslut", "beslöt", "föreslår").
    tells = "esl" in text or "ESL" in text or "förslag" in text or " finner " in text
    if tells and (borders := find_borders(line)):
        return _cut(line, borders)
    if end := (find_heading(text) if tells else None) or find_other_heading(text) or _behind_sent_to(text):
        heading, rest = _cut(line, [0, end])
        return [heading, *_parts(rest)]
    if " att" in text and (borders := _at_bare_numbers(text) or _in_att_list(text)):
        return _cut(line, borders)
    leads = tells and text[0].isupper() and _COUNTED.search(text)
    lead = (_LEAD.match(text) if leads else None) or (_IN_LIST.match(text) if len(text) > _LONG else None)
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


_SENT_TO = re.compile(r"(?P<heading>[A-ZÅÄÖ][a-zåäö]+(?:\s[a-zåäö]+){0,3}):\s*(?=\S)")


def _behind_sent_to(text: str) -> int | None:
    """Where "Beslutet skickas till: Ekonomienheten" goes on behind its colon, with whom the decision is sent to; None where a line is no such list."""
    match = _SENT_TO.match(text)
    heading = section_heading(match["heading"]) if match else None
    if match is None or heading is None or heading.section is not Section.DISTRIBUTION or match["heading"].startswith("För "):
        return None  # "För kännedom: …" leads in what was told as well
    return match.end() if not has_finite(text[match.end() :]) else None


_BARE_LIST = re.compile(r"\b(?:beslutar|beslutade|beslöt|besluta|beslut)\s*:?\s+(?=1\s+att\s)")
_BARE_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[a-zåäö)]\.))(?P<n>\d{1,2})\s+(?=att\s)")


def _at_bare_numbers(text: str) -> list[int]:
    """Where "beslutar 1 att anta planen 2 att sprida den" is cut: at its numbers, which rise one by one; else empty."""
    lead = _BARE_LIST.search(text) if " 1 att " in text else None
    if lead is None:
        return []
    borders = [0]
    for match in _BARE_NUMBER.finditer(text, lead.end() - 1):
        if int(match["n"]) == len(borders):
            borders.append(match.start())
    return borders


_ATT_LIST = re.compile(
    r"\b(?:beslutar|beslutade|beslöt|enas\s+om|enades\s+om|överens\s+om)\s+att:?(?=\s+(?:(?P<bullet>[-–•*])\s+[a-zåäö]|a\)\s+\w))"
)


_LIST_BEHIND = re.compile(r"att:?\s+(?:[-–•*]\s|a\))")


def _in_att_list(text: str) -> list[int]:
    """Where "beslutar att - anta planen - höja taxan", or "att a) … b) …", is cut: behind what leads in, and at its marks; else empty."""
    lead = _ATT_LIST.search(text) if _LIST_BEHIND.search(text) else None
    if lead is None:
        return []
    if bullet := lead["bullet"]:
        return [
            0,
            *(
                m.start()
                for m in re.finditer(rf"(?<=\s){re.escape(bullet)}\s+(?=[A-ZÅÄÖa-zåäö])", text)
                if m.start() >= lead.end()
            ),
        ]
    borders = [0]
    for match in re.finditer(r"(?<=\s)(?P<letter>[a-h])\)\s+(?=\w)", text):
        if match.start() >= lead.end() and match["letter"] == "abcdefgh"[len(borders) - 1 : len(borders)]:
            borders.append(match.start())
    return borders


def _cut(line: Line, borders: list[int]) -> list[Line]:
    parts: list[Line] = []
    for a, b in pairwise([*borders, len(line.text)]):
        end = line.start + a + len(line.text[a:b].rstrip())
        parts.append(replace(line, start=line.start + a, end=end, blank_before=line.blank_before and not parts))
    return parts
