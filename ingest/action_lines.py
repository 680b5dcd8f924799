"""Tables of actions of which each cell has become a line, the heads once above all of them ("Vad" / "Ansvarig" / "Klart" / "Boka lokal" /
"Anna" / "5 maj" / …) or again above each row ("Vad" / "Boka lokal" / "Vem" / "Anna" / …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.names import fold, squash
from graph.record import Span
from ingest.action_columns import TIME
from ingest.lexicon import action_words
from ingest.lines import Line


@dataclass(frozen=True)
class Action:
    """What is to be done, by whom and by when, as written; `done` where its row says that it is."""

    what: str
    who: str
    when: str
    span: Span
    done: bool = False


_LONGEST_LABEL = 24
_FORM_REACH = 5
_MOST_LINES = 3
"""How many lines what is to be done may go on for."""
NUMBER_HEAD = re.compile(r"(?:nr|lopnr|punkt|#)\.?")
_NUMBER = re.compile(r"\d{1,4}(?:[:.-]\d{1,3})?\.?")
NAMES = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?:(?:\s*[,/&]|\s(?:och|samt))?\s[A-ZÅÄÖ][\wåäöé-]+)*")


def _label_alone(line: Line) -> str | None:
    """Which of the three columns the head of a line of its own is; None for other lines."""
    if len(line.text) > _LONGEST_LABEL or line.cells:
        return None
    return _columns().get(fold(line.text).rstrip(": "))


@cache
def _columns() -> dict[str, str]:
    """Which column each head is of."""
    words = action_words()
    return {head: kind for kind, heads in (("when", words.when), ("who", words.who), ("what", words.what)) for head in heads}


def has_head(lines: Sequence[Line]) -> bool:
    """Whether the head of what is to be done stands in a line of its own, as it does in every such table."""
    return any(len(line.text) <= _LONGEST_LABEL and _label_alone(line) == "what" for line in lines)


def iter_stacked(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """The rows below heads that stand once, each on its line, until a row is none: what, who, when, each on lines of its own."""
    labels = [_label_alone(line) for line in lines]
    at = 0 if "what" in labels else len(lines)
    while at + 3 < len(lines):
        if labels[at] != "what" or labels[at + 1 : at + 3] != ["who", "when"] or lines[at].index in taken:
            at += 1
            continue
        numbered = at > 0 and NUMBER_HEAD.fullmatch(fold(lines[at - 1].text)) is not None
        heads, at = lines[at - numbered : at + 3], at + 3
        rows = 0
        while row := _row_at(lines, at, numbered=numbered):
            action, after = row
            taken.update(line.index for line in lines[at:after])
            at, rows = after, rows + 1
            yield action
        if rows:
            taken.update(line.index for line in heads)


def _row_at(lines: Sequence[Line], at: int, *, numbered: bool) -> tuple[Action, int] | None:
    """The row that begins at a line, and the line behind it; None when the lines there are none."""
    begin = at
    if numbered and at < len(lines) and _NUMBER.fullmatch(lines[at].text):
        at += 1
    for who in range(at + 1, min(at + 1 + _MOST_LINES, len(lines) - 1)):
        if any(line.cells for line in lines[at : who + 2]):
            return None
        name = lines[who].text
        named = NAMES.fullmatch(name) or fold(name) in action_words().open
        if named and TIME.fullmatch(lines[who + 1].text):
            text = lines[who].document.text
            what = squash(text[lines[at].start : lines[who - 1].end])
            span = (lines[begin].start, lines[who + 1].end)
            return Action(what, squash(name), squash(lines[who + 1].text), span), who + 2
    return None


def iter_forms(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """A table of which each cell has become a line, its heads again above each: "Vad" / "Boka lokal" / "Vem" / "Anna" / "När" / …"""
    labels = [(i, kind) for i, line in enumerate(lines) if (kind := _label_alone(line)) and line.index not in taken]
    for (i, first), (j, second), after in zip(labels, labels[1:], [*labels[2:], (len(lines), "")], strict=False):
        if (first, second) != ("what", "who") or not 1 < j - i <= _FORM_REACH:
            continue
        text = lines[0].document.text
        what = squash(text[lines[i + 1].start : lines[j - 1].end])
        last = min(after[0] - 1, j + 1)
        if last <= j:
            continue
        who, when, end = squash(lines[j + 1].text), "", j + 1
        if after[1] == "when" and after[0] == j + 2 and after[0] + 1 < len(lines):
            when, end = squash(lines[after[0] + 1].text), after[0] + 1
        taken.update(line.index for line in lines[i : end + 1])
        yield Action(what, who, when, (lines[i].start, lines[end].end))
