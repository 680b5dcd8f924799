"""Tables of actions of which each cell has become a line, the heads once above all of them ("Vad" / "Ansvarig" / "Klart" / "Boka lokal" /
"Anna" / "5 maj" / …) or again above each row ("Vad" / "Boka lokal" / "Vem" / "Anna" / …); and of which each row has become a line
("Nr Vad Ansvarig Klart" / "14 Boka lokal Anna Ek 5 maj").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.names import fold, squash
from graph.record import Span
from ingest.action_columns import TIME, is_done
from ingest.lexicon import action_words
from ingest.lines import Line
from ingest.people import find_names


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
_NUMBER_HEAD = re.compile(r"(?:nr|lopnr|punkt|#)\.?")
_NUMBER = re.compile(r"\d{1,4}(?:[:.-]\d{1,3})?\.?")
_NAMES = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?:(?:\s*[,/&]|\s(?:och|samt))?\s[A-ZÅÄÖ][\wåäöé-]+)*")


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
        numbered = at > 0 and _NUMBER_HEAD.fullmatch(fold(lines[at - 1].text)) is not None
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
        named = _NAMES.fullmatch(name) or fold(name) in action_words().open
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


def iter_flat(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """The rows below a line that holds the heads of what, who and when and no more: what is to be done, a name, a time, on one line
    each, behind a number where the heads begin with one. The first line that is none ends them."""
    below: bool | None = None
    """Whether the rows are numbered; None outside a table."""
    for line in lines:
        if line.cells or line.index in taken:
            below = None
        elif (numbered := _flat_head(line.text)) is not None:
            below = numbered
            taken.add(line.index)
        elif below is not None:
            action = _flat_row(line, below)
            if action is None:
                below = None
                continue
            taken.add(line.index)
            yield action


def _flat_head(text: str) -> bool | None:
    """Whether rows below a line of heads have numbers; None for a line that is none."""
    if len(text) > _LONGEST_HEADS or not _FEWEST_HEADS <= len(words := fold(text).split()) <= _MOST_HEAD_WORDS:
        return None
    numbered = _NUMBER_HEAD.fullmatch(words[0]) is not None
    rest = words[numbered:]
    cuts = ((i, j) for i in range(1, len(rest)) for j in range(i + 1, len(rest)))
    kinds = (tuple(_columns().get(" ".join(part)) for part in (rest[:i], rest[i:j], rest[j:])) for i, j in cuts)
    return numbered if any(kind == ("what", "who", "when") for kind in kinds) else None


_FEWEST_HEADS = 3
_MOST_HEAD_WORDS = 8
_LONGEST_HEADS = 60
_ROW_NUMBER = re.compile(r"\d{1,4}\.?\s+")


def _flat_row(line: Line, numbered: bool) -> Action | None:
    number = _ROW_NUMBER.match(line.text) if numbered else None
    begin = number.end() if number else 0
    spaces = [space.start() for space in re.finditer(r"\s", line.text)]
    time = next((at for at in spaces if at > begin and TIME.fullmatch(line.text, at + 1)), None)
    names = find_names(line.text, begin, time) if time is not None else []
    last = next((name for name in reversed(names) if name.end == time), None)
    if time is None or last is None or not (what := line.text[begin : last.start].strip()):
        return None
    when = line.text[time + 1 :]
    done = not any(map(str.isdigit, when)) and is_done("status", when)
    return Action(what, squash(line.text[last.start : time]), squash(when), (line.start, line.end), done)
