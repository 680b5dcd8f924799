"""Tables of actions whose cells stand beside each other with no more than a space between them, as the text of a page has them ("Nr Åtgärd
Ansvarig Klart" / "14 Boka lokal Anna Ek 5 maj"): where one cell ends is told by the names and the day behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.names import fold, squash
from ingest.action_columns import STATES, TIME, is_done, part_merged
from ingest.action_lines import NAMES, NUMBER_HEAD, Action
from ingest.attendance.words import has_title
from ingest.lexicon import action_words
from ingest.lines import Line
from ingest.people import find_names
from ingest.people.words import is_first_name

_LONGEST_HEAD = 70
_LONGEST_LABEL = 4
_MOST_LINES = 3
"""How many lines a row may go on for."""
_HEADS = re.compile(r"(?:no )?what who(?: when)?(?: state)?")
_FEWEST = 3
_DAYS = frozenset({"datum", "startdatum", "mote", "mote datum"})
_BEGINS = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{1,4}(?:[:./-]\d{1,3})?[.)]?)\s+")
_AND = re.compile(r"\s*[,/&]\s*|\s+(?:och|samt)\s+")
_LONGEST_STATE = 3
_OFFICE = re.compile(r"(?<=\s)[A-ZÅÄÖ][a-zåäö]{3,}(?:et|en)$")
""" "Brev till Mora Kansliet": an office or body in its definite form stands alone."""
_ENDS_WITH_WHO = re.compile(rf"(?<=\s)(?:{NAMES.pattern}(?:\s(?:kommun(?:er)?|stad))?)$")


class _Heads(NamedTuple):
    """What the columns are: `state` is the last head where it tells how far each action has come."""

    numbered: bool
    dated: bool
    state: str


def iter_rows(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """The rows below each line of heads, until a line is none."""
    at = 0
    while at < len(lines):
        heads = _heads(lines[at])
        at += 1
        if heads is None or lines[at - 1].index in taken:
            continue
        first = at
        while row := _next_row(lines, first, at, heads):
            action, after = row
            taken.update(line.index for line in lines[at:after])
            at = after
            yield action
        if at > first:
            taken.add(lines[first - 1].index)


def _heads(line: Line) -> _Heads | None:
    """The columns that a line names one behind the other, and nothing else; None for other lines."""
    if len(line.text) > _LONGEST_HEAD or line.cells or _who().search(line.text) is None:
        return None
    words = fold(line.text).rstrip(":?").split()
    kinds: list[str] = []
    label = ""
    while words:
        for count in range(min(_LONGEST_LABEL, len(words)), 0, -1):
            label = " ".join(words[:count])
            if kind := _kind(label, first=not kinds):
                kinds.append(kind)
                words = words[count:]
                break
        else:
            return None
    if len(kinds) < _FEWEST or _HEADS.fullmatch(" ".join(kinds)) is None:
        return None
    return _Heads("no" in kinds, "when" in kinds, label if kinds[-1] == "state" else "")


@cache
def _who() -> re.Pattern[str]:
    """A quick look whether the head of those who are to do it can stand in a line."""
    return re.compile(rf"\b(?:{'|'.join(sorted({form.split()[0] for form in action_words().who}))})", re.IGNORECASE)


def _kind(label: str, *, first: bool) -> str:
    words = action_words()
    if first and (NUMBER_HEAD.fullmatch(label) or label in _DAYS):
        return "no"
    columns = (("what", words.what), ("who", words.who), ("when", words.when), ("state", STATES))
    return next((kind for kind, forms in columns if label in forms), "")


def _next_row(lines: Sequence[Line], first: int, at: int, heads: _Heads) -> tuple[Action, int] | None:
    """The row that begins at a line, below those from `first` on, and the line behind it; one that cannot be parted between others has nothing
    to do and nobody to do it. What stands below an empty line, and has no day or state, is none where no empty line is above the first."""
    row = _row_at(lines, at, heads)
    if row is None:
        return _unparted(lines, at, heads)
    below = at > first and lines[at].blank_before and not lines[first].blank_before
    return None if below and not (row[0].when or row[0].done) else row


def _unparted(lines: Sequence[Line], at: int, heads: _Heads) -> tuple[Action, int] | None:
    """A row of a numbered table of which nobody can be told ("17 Laga bryggan alla 5 maj"), where it ends with a day, or one follows that can
    be read; an empty line ends them."""
    after = at
    while heads.numbered and after < len(lines) and not lines[after].cells and not lines[after].blank_before:
        begins = _BEGINS.match(lines[after].text) is not None
        if after == at and not begins:
            return None
        if begins and after > at and _row_at(lines, after, heads):
            break
        after += 1
        if heads.dated and part_merged(lines[after - 1].text)[1]:
            break
    else:
        return None
    after = next((k for k in range(at + 1, after) if _BEGINS.match(lines[k].text)), after)
    return Action("", "", "", (lines[at].start, lines[after - 1].end)), after


def _row_at(lines: Sequence[Line], at: int, heads: _Heads) -> tuple[Action, int] | None:
    """The row that begins at a line, and the line behind it; None when the lines there are none."""
    if at >= len(lines) or (heads.numbered and _BEGINS.match(lines[at].text) is None):
        return None
    found: tuple[Action, int] | None = None
    for after in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
        line = lines[after - 1]
        if line.cells or (after > at + 1 and (line.blank_before or (heads.numbered and _BEGINS.match(line.text)))):
            break
        span = lines[at].start, line.end
        words = squash(line.document.text[span[0] : span[1]])
        begins = _BEGINS.match(words) if heads.numbered else None
        if parts := _part(words[begins.end() if begins else 0 :], heads):
            what, who, when, state = parts
            done = is_done(heads.state, state) or fold(when) in action_words().done
            if found is None or when:
                found = Action(what, who, when, span, done), after
            if when or state or not heads.numbered:
                break
        elif found is None and _ends_a_row(words, lines[after : after + 1], heads):
            return Action("", "", "", span), after
    return found


def _ends_a_row(words: str, below: Sequence[Line], heads: _Heads) -> bool:
    """Whether a row without number, of which nobody can be told, ends here: with a day, and the next line begins anew."""
    return heads.dated and not heads.numbered and part_merged(words)[1] != "" and all(line.text[:1].isupper() for line in below)


def _part(words: str, heads: _Heads) -> tuple[str, str, str, str] | None:
    """What, who, when and how far it has come; None where the words do not end as a row does."""
    if found := _who_stands(words):
        start, end = found
        when, state = _ending(words[end:].strip(" ,"), heads) or ("?", "")
        return (words[:start].rstrip(" ,–-"), words[start:end], when, state) if when != "?" and start else None
    if not heads.dated:
        return None
    what, when = part_merged(words)
    who = _OFFICE.search(what) or _ENDS_WITH_WHO.search(what)
    if not when or who is None or not (heads.numbered or _is_somebody(who.group())):
        return None
    return what[: who.start()].rstrip(" ,–-"), who.group(), when, ""


def _is_somebody(who: str) -> bool:
    return has_title(who) or is_first_name(who.split()[0].rstrip(","))


def _who_stands(words: str) -> tuple[int, int] | None:
    """Where the last names in a row begin and end, those joined to each other; "Klar" behind a name is no part of it."""
    names = find_names(words)
    if not names:
        return None
    start, end = names[-1].start, names[-1].end
    for name in reversed(names[:-1]):
        if not _AND.fullmatch(words, name.end, start):
            break
        start = name.start
    last = words.rfind(" ", start, end)
    if last > start and (fold(words[last:end]) in action_words().done or TIME.fullmatch(words, last + 1, end)):
        end = last
    return start, end


def _ending(words: str, heads: _Heads) -> tuple[str, str] | None:
    """What stands behind the names as (when, how far): a day, a state, both or nothing; None where it is something else."""
    if not words:
        return "", ""
    if heads.dated and (TIME.fullmatch(words) or fold(words) in action_words().done):
        return words, ""
    if not heads.state:
        return None
    state = words
    if heads.dated:
        day = max((space.start() for space in re.finditer(r"\s", words) if TIME.fullmatch(words, 0, space.start())), default=0)
        when, state = words[:day], words[day:].strip()
    else:
        when = ""
    return (when, state) if len(state.split()) <= _LONGEST_STATE and not state.endswith(".") else None
