"""Items without a number beside numbered ones: the formalia above the first number, and what closes the meeting behind the last."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from ingest.items.cutting import ItemText, build_item, find_closing, is_closing
from ingest.items.starts import BULLET, Start, is_without_title, reads_like_title, stands_out
from ingest.items.titles import CLOSES, is_formal
from ingest.lines import Line
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_LINES_ABOVE = 12
_LINES_OF_FORMAL = 4


def formal_before(first: Start, lines: list[Line]) -> list[ItemText]:
    """The formalia above the first number, each a title of its own over a sentence: "Val av justerare" / "Anna Ek valdes." / "§ 1 …"."""
    at = next(k for k, line in enumerate(lines) if line is first.line or line.index >= first.line.index)
    above = lines[max(0, at - _LINES_ABOVE) : at]
    dense = at + 1 < len(lines) and not lines[at + 1].blank_before
    heads = [
        k
        for k, line in enumerate(above[:-1])
        if line.blank_before
        and is_formal(line.text)
        and reads_like_title(line.text)
        and not line.text.startswith("Justering")  # a field of the front page
        and (above[k + 1].blank_before or stands_out(line) or dense)
        and _has_text(above[k + 1 :])
    ]
    # Right above the first number they stand one behind the other, with nothing but their own text between.
    if not heads or any(b - a > _LINES_OF_FORMAL for a, b in pairwise([*heads, len(above)])):
        return []
    borders = [*heads, len(above)]
    return [build_item(Start(above[a], "bold", 0, None, above[a].start), None, above[a:b], 0) for a, b in pairwise(borders)]


def _has_text(below: list[Line]) -> bool:
    """Whether a sentence follows a title, in the paragraph below it."""
    words = " ".join([below[0].text, *(x.text for x in takewhile(lambda x: not x.blank_before, below[1:]))])
    return words.endswith(".") and has_finite(words)


def with_closing_titles(tops: list[Start], lines: list[Line]) -> list[Start]:
    """The starts with the titles without a number that close the meeting behind the last number, in the look of the numbered ones.

    Below a title of the same look that is none of these, they are parts of the last item.
    """
    order = {line.index: k for k, line in enumerate(lines)}
    last = tops[-1]
    begin = order[last.line.index]
    stop = find_closing(lines, begin)
    found: list[Start] = []
    named = not last.is_without_title
    bulleted = BULLET.match(lines[begin].text) is not None
    for k in range(begin + 1, stop - 1):
        line, below = lines[k], lines[k + 1]
        if not named:  # its own title is below its number, and perhaps below where it was handled before
            named = not is_without_title(line.text)
            continue
        if not _looks_alike(line, last, lines[k - 1]) or section_heading(line.text):
            continue
        bullet = BULLET.match(line.text) if bulleted else None
        title = line if bullet is None else replace(line, start=line.start + bullet.start("rest"))
        if CLOSES.fullmatch(title.text):
            if not is_closing(below):
                found.append(Start(title, "bold", 0, None, title.start))
        elif not found and stands_out(line) and reads_like_title(line.text):
            return tops
    return [*tops, *found]


def _looks_alike(line: Line, numbered: Start, before: Line) -> bool:
    """Whether a line is a heading or in bold as the numbered ones are, or parted from what is told before it as they are."""
    if line.cells or line.is_heading != numbered.line.is_heading:
        return False
    if line.is_heading and line.block and numbered.line.block:
        return line.block.level == numbered.line.block.level
    if stands_out(numbered.line):
        return stands_out(line)
    return line.blank_before or (not numbered.line.blank_before and before.text.endswith((".", "!", "?")))
