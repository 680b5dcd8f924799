"""Agenda items: where each begins and ends, its number, title, labels and attachments.

Numberings that are read: "1. Title", "1) Title", "1 Title", "§ 84 Title", "84 § Title", "§84" with the title on the next
line, "Punkt 3", "3: Title", sub-items "a) Title", "6. a)", "6a.", "5.1", lettered continuations over a page of other items,
unnumbered sub-items that carry a label ("Information: Title"), bullets that stand for matters under a gathering title, and
bold or heading titles where nothing is numbered. A list of contents is told from the items by what follows each line.
"""

from __future__ import annotations

from ingest.items.apart import over_their_text, with_lost_numbers, with_titles_above, with_titles_apart
from ingest.items.cutting import ItemText, cut_items, find_appendices, find_closing
from ingest.items.numbering import find_titled, find_top_level, without_marks
from ingest.items.starts import Start
from ingest.items.sub_items import find_sub_items
from ingest.items.titles import DIARY_BARE, DIARY_NUMBER, DIARY_WORD, LABEL_PREFIX, LABELS, is_formal, parse_title
from ingest.items.unnumbered import build_unnumbered, find_unnumbered, plain_heads
from ingest.items.unnumbered_beside import formal_before, with_closing_titles
from ingest.lines import Line
from ingest.vocabulary import section_heading


def find_items(lines: list[Line]) -> list[ItemText]:
    """All items of one meeting's minutes, in order, given the lines that are not attendance. Empty when there are none."""
    if titled := find_titled(lines):
        return build_unnumbered(titled, lines)
    starts = find_top_level(lines)
    if not starts and len(marked := find_top_level(bare := without_marks(lines))) >= _FEWEST_MARKED:
        starts, lines = marked, bare
    signed = lines[: find_appendices(lines)]
    if len(signed) < len(lines) and starts[-1:] and starts[-1].scheme != "§" and len(before := find_top_level(signed)) >= 2:
        starts, lines = before, signed
    if not starts or _is_list_between_headings(starts, lines) or _is_list_between_titles(starts, lines):
        return find_unnumbered(lines)
    if _is_bare_alone(starts) and len(unnumbered := find_unnumbered(lines)) >= _FEWEST_UNNUMBERED:
        return unnumbered
    starts = over_their_text(starts, lines)
    tops, lines = with_titles_apart(sorted(starts, key=lambda s: s.line.index), lines)
    tops, lines = with_titles_above(tops, lines)
    tops = with_lost_numbers(tops, lines)
    found = formal_before(tops[0], lines)
    tops = with_closing_titles(tops, lines)
    last_letter: str | None = None
    order = {line.index: i for i, line in enumerate(lines)}
    for i, start in enumerate(tops):
        begin = order[start.line.index]
        stop = order[tops[i + 1].line.index] if i + 1 < len(tops) else find_closing(lines, begin)
        body = lines[begin:stop]
        subs, last_letter = find_sub_items(start, body, last_letter)
        found.extend(cut_items(start, subs, body))
    return found


_FEWEST_UNNUMBERED = 3


def _is_bare_alone(starts: list[Start]) -> bool:
    """Whether the only number has no sign, no point and no mark: it may be that of a page, before a title without a number."""
    return len(starts) == 1 and starts[0].scheme == "1" and not (starts[0].line.is_heading or starts[0].line.bold_share > 0.6)


def _is_list_between_headings(starts: list[Start], lines: list[Line]) -> bool:
    """Whether the only numbers are those of one short list below one of many headings without a number: these are the items."""
    first, last = min(s.line.index for s in starts), max(s.line.index for s in starts)
    if any(s.scheme == "§" or s.line.is_heading or s.line.bold_share > 0.6 for s in starts):
        return False
    headings = [line.index for line in lines if line.is_heading and not section_heading(line.text)]
    above, below = sum(i < first for i in headings), sum(i > last for i in headings)
    return above >= _FEWEST_ABOVE and below > 0 and above + below == len(headings) > len(starts)


def _is_list_between_titles(starts: list[Start], lines: list[Line]) -> bool:
    """Whether the only numbers are those of a list, without an empty line in it, below one of several plain titles: these are the items."""
    if len(starts) < 2 or any(s.line.blank_before for s in starts[1:]):
        return False
    if any(s.scheme == "§" or s.line.is_heading or s.line.bold_share > 0.6 for s in starts):
        return False
    first, last = starts[0].line.index, starts[-1].line.index
    titles = [line.index for line in plain_heads(lines)]
    above, below = sum(i < first for i in titles), sum(i > last for i in titles)
    return above >= _FEWEST_ABOVE and below > 0 and above + below == len(titles) > len(starts)


_FEWEST_ABOVE = 3
_FEWEST_MARKED = 3


__all__ = [
    "DIARY_BARE",
    "DIARY_NUMBER",
    "DIARY_WORD",
    "LABELS",
    "LABEL_PREFIX",
    "ItemText",
    "find_items",
    "is_formal",
    "parse_title",
]
