"""Lines of a page's head or foot that stand in the flow of a list: page numbers, and what is printed beside them on every page.

Text extraction puts them where pages turn, also in the middle of a list. They end no list and say nothing of anyone in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from graph.names import squash
from graph.record import Span
from ingest.attendance.labels import find_labels
from ingest.document import BlockKind, Document
from ingest.people import names_someone

_ASIDE = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE})
_NUMBER = r"(?:Sid(?:a|an|nr)?\.?:?\s*\d{1,3}(?:\s*(?:av|\(|/)\s*\d{1,3}\)?)?|Blad\s+\d{1,3}|\d{1,3}\s?[(\[]\d{1,3}[)\]]|\d{1,3}\s+av\s+\d{1,3}|Page\s+\d+\s+of\s+\d+)"
_PAGE = re.compile(rf"(?:^|\s){_NUMBER}(?:\s|$)")
_PAGE_ALONE = re.compile(rf"{_NUMBER}\s*")
"""A line that begins with the number of a page and goes on may be a sentence: "3 av 5 kommuner deltog"."""
_BODY = re.compile(
    r"\s*(?:[A-ZÅÄÖ][\wåäö-]*,?\s+(?:och\s+)?){0,3}[\wåäöÅÄÖ-]*(?:nämnden?|styrelsen?|fullmäktige|utskottet|utskott|rådet|direktionen|beredningen)\s*",
    re.IGNORECASE,
)
_SIGN = r"(?:justera(?:re|ndes?|res|r|rens)s?\s+(?:signatur(?:er)?|sign)\b\.?|justerarsignatur(?:er)?|ordförandens?\s+sign(?:atur)?\b\.?|utdragsbestyrkande|signatur(?:er)?)"
_FOOT = re.compile(rf"[ \t]*(?:{_SIGN}[\s:_.…]*)+", re.IGNORECASE)
"""The foot of a page of minutes: fields for initials and for whoever certifies a copy, and nothing else in the line."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DIGITS = re.compile(r"\d+")
_DIGIT_AND_REST = re.compile(r"\d[^\n]*")
_NEAR = 3
_LONGEST = 120


def find_margins(document: Document) -> tuple[Span, ...]:
    """The lines that are a page's margin: those that the reader set aside, the fields for initials at its foot, those with a page
    number and no name, and lines right beside one of these that stand beside others too, numbers apart, and are no label of a list."""
    text = document.text
    aside = [(block.start, block.end) for block in document.blocks if block.kind in _ASIDE]
    lines = [match.span() for match in _LINE.finditer(text)]
    starts = [start for start, _ in lines]
    numbered = dict.fromkeys(bisect_right(starts, digit.start()) - 1 for digit in _DIGIT_AND_REST.finditer(text))
    pages = [
        i
        for i in numbered
        if lines[i][1] - lines[i][0] < _LONGEST
        and _may_number(text[slice(*lines[i])])
        and (_PAGE.search(text, *lines[i]) or _PAGE_ALONE.fullmatch(text, *lines[i]))
        and not names_someone(text, *lines[i])
    ]
    feet = {i for i, (start, end) in enumerate(lines) if end - start < _LONGEST and _FOOT.fullmatch(text, start, end)}
    if not pages:
        return tuple(sorted({*aside, *(lines[i] for i in feet)}))
    turns = sorted({*pages, *feet})
    often = _often_beside(text, lines, turns)
    found = set(turns)
    for i in turns:
        for step in (-1, 1):
            for j in range(i + step, i + step * (_NEAR + 1), step):
                if not 0 <= j < len(lines) or lines[j][1] - lines[j][0] >= _LONGEST or _plain(text, lines[j]) not in often:
                    break
                if names_someone(text, *lines[j]) or find_labels(text, *lines[j]):
                    break
                found.add(j)
    found |= _own_names(text, lines, pages)
    return tuple(sorted({*aside, *(lines[i] for i in found)}))


def _may_number(line: str) -> bool:
    """Whether a line has a word or sign that stands in every number of a page that tells itself to be one."""
    return "(" in line or "av" in line or "Sid" in line or "Blad" in line or "Page" in line or "[" in line


def _own_names(text: str, lines: Sequence[Span], pages: Sequence[int]) -> set[int]:
    """Lines of nothing but the body's own name, after the first of them, when one of them stands beside a page number: a copy may
    have kept them where pages turn, and lost or moved the number."""

    def is_name(span: Span) -> bool:
        return span[1] - span[0] < _LONGEST and _BODY.fullmatch(text, *span) is not None

    near = {i for page in pages for i in (page - 1, page, page + 1) if 0 <= i < len(lines)}
    beside = {_plain(text, lines[i]) for i in near if is_name(lines[i])}
    again: Counter[str] = Counter()
    found: set[int] = set()
    for i, span in enumerate(lines) if beside else ():
        words = _plain(text, span)
        if words in beside and is_name(span):
            again[words] += 1
            if again[words] > 1:
                found.add(i)
    return found


def _often_beside(text: str, lines: Sequence[Span], turns: Sequence[int]) -> frozenset[str]:
    """The words of lines that stand near more than one turn of a page."""
    counts = Counter(
        words
        for i in turns
        for words in {_plain(text, lines[j]) for j in range(i - _NEAR, i + _NEAR + 1) if j != i and 0 <= j < len(lines)}
    )
    return frozenset(words for words, count in counts.items() if count > 1)


def _plain(text: str, span: Span) -> str:
    return _DIGITS.sub("0", squash(text[span[0] : span[1]]))
