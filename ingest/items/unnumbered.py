"""Items of minutes without numbers: headings, bold lines, labelled lines, or short lines between paragraphs."""

from __future__ import annotations

import re

from ingest.items.cutting import ItemText, build_item, find_closing
from ingest.items.starts import NOT_TITLE, Start, is_like_title
from ingest.items.sub_items import is_told
from ingest.items.titles import LABEL_PREFIX
from ingest.lines import Line
from ingest.people import find_names
from ingest.vocabulary import section_heading


def find_unnumbered(lines: list[Line]) -> list[ItemText]:
    """Minutes without numbers: headings, or bold lines of their own, open the items."""
    heads = [x for x in lines if x.is_heading and not NOT_TITLE.match(x.text) and not section_heading(x.text)]
    if heads and len(heads) >= 2 and _first_is_title(heads):
        heads = heads[1:]
    if len(heads) < 2:
        heads = [
            x
            for x in lines
            if x.bold_share > 0.85
            and x.blank_before
            and 3 < len(x.text) < 140
            and x.text[0].isupper()
            and not x.cells
            and not x.text.rstrip().endswith((".", ":", ","))
            and not NOT_TITLE.match(x.text)
            and not section_heading(x.text)
        ]
        heads = heads[1:] if len(heads) >= 2 and _first_is_title(heads) else heads
    if len(heads) < 2:
        heads = [x for x in lines if _is_labelled_title(x)]
    if len(heads) < 2:
        heads = _plain_heads(lines)
    if len(heads) < 2:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    items: list[ItemText] = []
    for i, head in enumerate(heads):
        begin = order[head.index]
        stop = order[heads[i + 1].index] if i + 1 < len(heads) else find_closing(lines, begin)
        items.append(build_item(Start(head, "bold", 0, None, head.start), None, lines[begin:stop], 0))
    return items


def _is_labelled_title(line: Line) -> bool:
    label = LABEL_PREFIX.match(line.text)
    if label is None or len(line.text) >= 160 or section_heading(line.text):
        return False
    return not is_told(label, line.text[label.end() :])


_PLAIN_TITLE_MAX = 70


def _plain_heads(lines: list[Line]) -> list[Line]:
    """Titles in a text without any marks: short lines on their own between paragraphs that end as sentences do."""
    heads = [
        line
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if line.blank_before
        and len(line.text) <= _PLAIN_TITLE_MAX
        and is_like_title(line, strong=False)
        and (before is None or before.text.rstrip().endswith((".", "!", "?")))
        and (after.text[0].isupper() or after.text[0].isdigit() or after.text[0] in "-–•*")
        and not find_names(line.text)
        and not LABEL_PREFIX.match(line.text)
    ]
    heads = heads[1:] if heads and _first_is_title(heads) else heads
    return heads if len(heads) >= 2 else []


def _first_is_title(heads: list[Line]) -> bool:
    return bool(re.search(r"anteckning|protokoll|rapport|\b(?:19|20)\d\d\b", heads[0].text, re.IGNORECASE))
