"""Numbers that stand apart from the titles they belong to, as copies of pages with numbers or titles in a margin leave them.

"§ 38", "§ 39", "§ 40" on lines of their own, and below them the three matters, each with its title over its text; the title above
its number; a list of matters, and the titles again without numbers over their text; a title whose number is lost.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.items.cutting import find_closing
from ingest.items.plain import is_parted
from ingest.items.starts import Start, is_like_title, reads_like_title
from ingest.items.titles import GATHERING, is_formal
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN, section_heading

_FEWEST = 2


def with_titles_apart(tops: list[Start], lines: list[Line]) -> tuple[list[Start], list[Line]]:
    """The starts, those of numbers that stand together set before the titles below them, and the lines without these numbers.

    The same starts and lines where as many titles as numbers are not found below them.
    """
    if not any(map(_stands_alone, tops)):
        return tops, lines
    order = {line.index: i for i, line in enumerate(lines)}
    moved: dict[int, Line] = {}
    for first, last in _runs(tops, order):
        begin = order[tops[last].line.index]
        stop = order[tops[last + 1].line.index] if last + 1 < len(tops) else find_closing(lines, begin)
        titles = _titles(lines[begin + 1 : stop], last - first + 1)
        moved |= {tops[first + k].line.index: title for k, title in enumerate(titles)}
    if not moved:
        return tops, lines
    starts = [replace(s, line=t, rest_offset=t.start) if (t := moved.get(s.line.index)) else s for s in tops]
    return starts, [line for line in lines if line.index not in moved]


def _runs(tops: list[Start], order: dict[int, int]) -> list[tuple[int, int]]:
    """The first and last positions of numbers that rise one by one on lines right below each other, with nothing beside them."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i, start in enumerate(tops):
        after = tops[i + 1] if i + 1 < len(tops) else None
        if not _stands_alone(start):
            first = i + 1
            continue
        if (
            after
            and _stands_alone(after)
            and order[after.line.index] == order[start.line.index] + 1
            and after.value == start.value + 1
        ):
            continue
        if i - first + 1 >= _FEWEST:
            runs.append((first, i))
        first = i + 1
    return runs


def _stands_alone(start: Start) -> bool:
    return start.title_end is None and start.is_without_title


def _titles(lines: list[Line], count: int) -> list[Line]:
    """The titles among the lines below the numbers; none when they are not just as many."""
    like = [
        (before, line)
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if line.blank_before
        and after.blank_before
        and not line.cells
        and reads_like_title(line.text)
        and (is_formal(line.text) or not has_finite(line.text))
        and not any(n.start == 0 for n in find_names(line.text))
    ]
    sure = [(before, line) for before, line in like if before is None or before.text.rstrip().endswith((".", "!", "?"))]
    for found in (like, sure):
        if len(found) == count and found[0][0] is None:
            return [line for _, line in found]
    return []


def with_titles_above(tops: list[Start], lines: list[Line]) -> tuple[list[Start], list[Line]]:
    """Where numbers stand alone between a title and a sentence, the titles open the items: the starts and the lines without numbers.

    So a margin of titles is written out: "Val av justerare", "§ 53", "Bo Lind väljs att justera protokollet."
    """
    alone = [s for s in tops if _stands_alone(s)]
    if len(alone) < _FEWEST:
        return tops, lines
    order = {line.index: i for i, line in enumerate(lines)}
    above: dict[int, Line] = {}
    for start in alone:
        i = order[start.line.index]
        if not 0 < i < len(lines) - 1 or not _is_margin(lines[i - 1], lines[i + 1]):
            continue
        if lines[i - 1].blank_before or is_parted(lines[i - 2] if i > 1 else None, lines[i - 1]):
            above[start.line.index] = lines[i - 1]
    if len(above) < _FEWEST or 3 * len(above) < 2 * len(tops):
        return tops, lines
    moved = [
        replace(s, line=above[s.line.index], rest_offset=above[s.line.index].start) if s.line.index in above else s for s in tops
    ]
    return moved, [line for line in lines if line.index not in above]


def over_their_text(starts: list[Start], lines: list[Line]) -> list[Start]:
    """The starts of a list of matters at which the same titles stand again below, without numbers, over their text: there the items
    begin. The same starts when something stands between the numbers, or fewer than half of the titles come again."""
    if len(starts) < _FEWEST_AGAIN:
        return starts
    order = {line.index: i for i, line in enumerate(lines)}
    at = [order[s.line.index] for s in starts]
    if at[-1] - at[0] > len(starts):
        return starts
    below: dict[str, Line] = {}
    for line in lines[at[-1] + 1 :]:
        if len(line.text) <= _LONGEST_AGAIN:
            below.setdefault(_bare(line.text), line)
    found = [below.get(_bare(s.line.document.text[s.rest_offset : s.line.end])) for s in starts]
    if 2 * sum(line is not None for line in found) < len(starts) or sum(line is not None for line in found) < _FEWEST_AGAIN:
        return starts
    return [s if line is None else replace(s, line=line, rest_offset=line.start) for s, line in zip(starts, found, strict=True)]


_FEWEST_AGAIN = 3
_LONGEST_AGAIN = 160


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .:-–").casefold()


_LONGEST_MARGIN = 90


def _is_margin(title: Line, below: Line) -> bool:
    text = title.text.rstrip()
    if len(text) > _LONGEST_MARGIN or text.endswith((".", ":", ",", ";")) or section_heading(text):
        return False
    return text[0].isupper() and (has_finite(below.text) or section_heading(below.text) is not None)


def with_lost_numbers(tops: list[Start], lines: list[Line]) -> list[Start]:
    """Where the numbers leap by one, the title of the item that lost its number, when one line between looks like it."""
    if all(b.value - a.value != 2 for a, b in pairwise(tops)):
        return tops
    order = {line.index: i for i, line in enumerate(lines)}
    filled: list[Start] = []
    for i, start in enumerate(tops):
        filled.append(start)
        following = tops[i + 1] if i + 1 < len(tops) else None
        if following is None or following.value - start.value != 2 or start.sub or following.sub:
            continue
        strong = start.line.is_heading or start.line.bold_share > 0.6
        between = lines[order[start.line.index] + 1 : order[following.line.index]]
        candidates = [
            x
            for k, x in enumerate(between)
            if k > 0 and is_like_title(x, strong) and not _is_subject(between, k) and not _goes_on(between, k)
        ]
        if len(candidates) > 1:
            candidates = [x for x in candidates if not GATHERING.search(x.text)][-1:] if strong else candidates[-1:]
        if candidates:
            line = candidates[0]
            filled.append(Start(line, "bold", start.value + 1, None, line.start))
    return filled


def _goes_on(lines: list[Line], k: int) -> bool:
    """Whether a line is the first of a sentence that goes on over the next."""
    if k + 1 == len(lines) or lines[k + 1].blank_before or is_formal(lines[k].text):
        return False
    return has_finite(lines[k].text) or _TWO_SENTENCES.search(lines[k].text) is not None


_TWO_SENTENCES = re.compile(r"[a-zåäö]{3}[.!?]\s+[A-ZÅÄÖ]")


def _is_subject(lines: list[Line], k: int) -> bool:
    """Whether a line is the body that does what the next tells: "Nämnden" over "godkänner uppföljningen"."""
    return BODY_NOUN.fullmatch(lines[k].text) is not None and k + 1 < len(lines) and lines[k + 1].text[:1].islower()
