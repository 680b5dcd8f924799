"""What the heads of pages say, where the first page does not: "Bryggnämnden" and "Sammanträdesdatum 2023-05-04" on page after page."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from ingest.dates import find_dates
from ingest.document import BlockKind, Document
from ingest.lines import Line, iter_line_spans
from ingest.vocabulary import BODY_NOUN, section_heading

_LONGEST = 90
_PAGE_NUMBER = re.compile(r"(?<![\d-])\d{1,3}(?![\d-]|\s+[a-zåäö]{3,9}\s+\d{4})")
_NO_HEAD = re.compile(r"^(?:.{0,7}§|[-–•*])|[.,:;?]$|\b(?:beslut\w*|att)\b", re.IGNORECASE)
"""Items, list items and sentences, which may come again too."""


def find_headers(document: Document) -> list[Line]:
    """The lines of the page headers that the reader set aside, each once, and of those footers that are the head of the next page: they
    name a body, a day and how many pages there are."""
    headers: dict[str, Line] = {}
    for block in document.blocks:
        if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER):
            continue
        for start, end in iter_line_spans(document.text, block.start, block.end):
            line = Line(document, len(headers), start, end, block, (), False)
            if block.kind is BlockKind.FOOTER and not _is_head(line.text):
                continue
            headers.setdefault(_shape(line.text), line)
    return list(headers.values())


def _is_head(text: str) -> bool:
    return _PAGES.search(text) is not None and BODY_NOUN.search(text) is not None and bool(find_dates(text))


_PAGES = re.compile(r"\d\s?\(\d{1,3}\)$")


def find_day_at_feet(text: str) -> dt.date | None:
    """The day beside the page numbers, "26 september 2012.doc Sida: 2(5)", on three pages at least and no other; None where there is none."""
    days = [
        found[-1].date
        for match in _PAGE_OF.finditer(text)
        if (found := find_dates(text[max(0, match.start() - _BESIDE) : match.start()]))
    ]
    return days[0] if len(days) >= _FEWEST_PAGES and len(set(days)) == 1 else None


_PAGE_OF = re.compile(r"(?<![\d-])\d{1,3}\s?\(\d{1,3}\)(?!\d)")
_BESIDE = 40
_FEWEST_PAGES = 3


def find_page_heads(document: Document, lines: list[Line]) -> list[Line]:
    """The lines of page headers, each once: those that the reader set aside, and those that come again in the flow."""
    heads = {_shape(line.text): line for line in find_headers(document)}
    again = Counter(_shape(line.text) for line in lines if len(line.text) <= _LONGEST)
    for line in lines:
        shape = _shape(line.text)
        if again[shape] > 1 and not _NO_HEAD.search(line.text) and not section_heading(line.text):
            heads.setdefault(shape, line)
    return list(heads.values())


def _shape(text: str) -> str:
    """The line with its page numbers levelled, and its dates as they stand."""
    return _PAGE_NUMBER.sub("#", text.strip())
