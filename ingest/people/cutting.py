"""Where one name ends and the next begins in a row of words: the reading that needs the fewest odd assumptions.

Each assumption costs (a name that begins with no known first name, ends with one, has three surnames, runs over a line end …), and
the cut of the whole row that costs least wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.record import Span
from ingest.people.rows import FEWEST, PARTY_NEXT, Word
from ingest.people.words import ALSO_SURNAMES, is_first_name


class NameSpan(NamedTuple):
    """A person's name at `text[start:end]`; `known` tells whether it begins with a known first name (or an initial)."""

    start: int
    end: int
    known: bool


# Costs of the assumptions behind a reading; only their order and rough distance matter.
_NAME = 1.0
_UNKNOWN_FIRST = 1.5
_SURNAME_FIRST = 3.5
_WORD_BEFORE_FIRST = 2.5
_FIRST_LAST = 0.9
_FIRST_LAST_CLOSING = 0.4
_SECOND_FIRST = 0.3
_OTHER_FIRST = 0.7
_CROSS_GENDER = 1.8
_THIRD_FIRST = 1.2
_DOUBLE_SURNAME = 0.8
_THIRD_SURNAME = 2.5
_FIRST_AFTER_SURNAME = 2.5
_LINE_END = 1.2
_BLANK_LINE = 3.5
"""Between "name and a heading" (5.0 with the heading skipped) and two halves of a name skipped (8.0)."""
_TWO_HALVES = 0.8
"""Each side of a line end could be a name of its own."""
_OTHER_WORDS = 3.0
_MARK_END = 2.0
_INITIAL_ONLY = 0.8
_INITIAL_BEFORE_FIRST = 1.5
_BODY = -0.3
"""A known body's own name is likelier that than a third word of a name: "Bo Falk Mora" is two things."""
_BODY_IN_NAME = 2.5
_BODY_AS_SURNAME = 1.2
"""Behind a first name that has no other surname ("Bo Ek Eva Lund")."""
_BODY_BEHIND_LETTERS = -1.0
_SKIP = 4.0
_SKIP_INITIAL = 1.5
_LONGEST = 6


def cut_names(text: str, run: list[Word], bodies: Sequence[Span], breaks: Sequence[int]) -> list[NameSpan]:
    """The names of a row of two words or more, by the reading that needs the fewest odd assumptions."""
    count = len(run)
    body_at = {}
    for span in bodies:
        if span[1] <= run[0].start or run[-1].end <= span[0]:
            continue
        first = next((i for i, word in enumerate(run) if word.start == span[0] and word.end <= span[1]), None)
        if span[0] < run[0].start and run[0].end <= span[1]:
            first = 0  # "Dalarna" of "Region Dalarna"
        if first is not None:
            # A body may go on beyond the row ("Falkenbergs kommun"): then it takes the row's end.
            last = max(i for i, word in enumerate(run) if word.end <= span[1])
            if run[last].end == span[1] or last == count - 1:
                body_at[first] = last + 1
    if count == FEWEST and not body_at and not breaks and run[0].first and run[1].kind == "word" and not run[1].gap_lines:
        return [NameSpan(run[0].start, run[1].end, True)]  # "Anna Ek", whatever the second word
    best: list[tuple[float, int, bool | None]] = [(0.0, 0, None)] * (count + 1)
    best[count] = (0.0, count, None)
    for i in range(count - 1, -1, -1):
        passed = _SKIP_INITIAL if run[i].kind == "initial" else _SKIP
        choice: tuple[float, int, bool | None] = (passed + best[i + 1][0], i + 1, None)
        if i in body_at:
            j = body_at[i]
            cost = _BODY + best[j][0]
            if cost < choice[0]:
                choice = (cost, j, None)
        for j in range(i + 2, min(i + _LONGEST, count) + 1):  # a word alone is no name
            cost_of_name = _name_cost(run[i:j], breaks)
            if cost_of_name is None:
                continue
            if body_at and any(i <= at < j for at in body_at):
                surname = (
                    j - i == 2
                    and (run[i].first or run[i].kind == "initial")
                    and i + 1 in body_at
                    and (
                        text[run[i + 1].start : run[i + 1].end] in ALSO_SURNAMES
                        or _closes_a_name(text, run[i + 1].end)
                        or _fills_line(text, run, i, body_at)
                    )
                )
                letters = (
                    surname and len(text[run[i].start : run[i].end].rstrip(".")) > 1 and run[i].kind == "initial"
                )  # "P-O Lund"
                cost_of_name += _BODY_BEHIND_LETTERS if letters else _BODY_AS_SURNAME if surname else _BODY_IN_NAME
            if cost_of_name + best[j][0] < choice[0]:
                choice = (cost_of_name + best[j][0], j, run[i].first or run[i].kind == "initial")
        best[i] = choice
    names: list[NameSpan] = []
    i = 0
    while i < count:
        _, j, known = best[i]
        if known is not None:
            names.append(NameSpan(run[i].start, run[j - 1].end, known))
        i = j
    return names


def _closes_a_name(text: str, at: int) -> bool:
    """Whether the name of a municipality behind a first name is a surname: party letters follow, or a comma and what is no other person
    ("Karin Salem, Avesta", but not "Karin Salem, Olle Avesta")."""
    if PARTY_NEXT.match(text, at):
        return True
    behind = _COMMA_NEXT.match(text, at)
    return behind is not None and not is_first_name(behind["word"])


def _fills_line(text: str, run: Sequence[Word], at: int, body_at: Container[int]) -> bool:
    """Whether a first name and such a word are all of a line below one with a name and no town ("Anna Ek Lund" over "Bo Mora")."""
    return (
        at >= FEWEST
        and run[at].gap_lines == 1
        and not any(before in body_at for before in range(at))
        and text[run[at + 1].end : run[at + 1].end + 1] in ("\n", "")
    )


_COMMA_NEXT = re.compile(r",[ ](?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")


def _name_cost(words: list[Word], breaks: Sequence[int]) -> float | None:
    """What it takes to read these words as one name; None when they cannot be one."""
    head, tail = words[0], words[-1]
    if head.kind == "particle" or tail.kind != "word":
        return None
    kinds = [word.kind for word in words]
    real = kinds.count("word")
    if real > 5 or (real == 1 and head.kind != "initial") or (real < len(kinds) - 2 and kinds.count("initial") > 2):
        return None
    cost = _NAME
    if head.kind == "initial":
        if len(words) > 2 and words[1].kind == "initial" and words[2].first:
            return None  # "S V Anna Ek": letters of a column beside the names
        cost += _INITIAL_ONLY + (_INITIAL_BEFORE_FIRST if len(words) > 2 and words[1].first else 0.0)
    elif not head.first:
        cost += _SURNAME_FIRST if head.surname else _UNKNOWN_FIRST
        if len(words) > 2 and words[1].first:
            cost += _WORD_BEFORE_FIRST
    if tail.first and not tail.surname:
        cost += _FIRST_LAST_CLOSING if tail.closes else _FIRST_LAST
    in_firsts = head.first or head.kind == "initial"
    firsts = 1
    surnames = 0
    for index, (before, word) in enumerate(pairwise(words), 1):
        if word.gap_lines:
            cost += _TWO_HALVES if index > 1 and len(words) - index > 1 else 0.0
            cost += _LINE_END if word.gap_lines == 1 else _BLANK_LINE
            if word.goes_on and word is tail and len(words) > 2:
                cost += _OTHER_WORDS
        if word is tail:
            break
        if word.kind != "word":
            cost += _THIRD_SURNAME if word.kind == "initial" and not in_firsts else 0.0
            continue
        if in_firsts and word.first:
            firsts += 1
            same = (before.female and word.female) or (before.male and word.male) or before.kind != "word"
            cost += _SECOND_FIRST if word.second and (same or before.male) else _OTHER_FIRST if same else _CROSS_GENDER
            if firsts > 2:
                cost += _THIRD_FIRST
        else:
            in_firsts = False
            surnames += 1
            cost += _DOUBLE_SURNAME if surnames == 1 else _THIRD_SURNAME
            if word.first and surnames > 1:
                cost += _FIRST_AFTER_SURNAME
    if surnames and tail.first and not tail.surname:
        cost += 0.0 if tail.closes else _FIRST_AFTER_SURNAME - _FIRST_LAST
    if breaks:
        cost += _MARK_END * (bisect_left(breaks, tail.end) - bisect_right(breaks, head.start))
    return cost
