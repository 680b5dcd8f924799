"""Labels over lists ("Närvarande:", "Ej tjänstgörande ersättare", "Utses att justera"): where they stand in a unit of text.

A unit is a line, or a cell of a table. A label stands at the start of a unit, with a colon or nothing behind it or a
name; or, in text whose columns ran together, in the middle, with a colon, a name or another label right behind it. The
same words in a sentence ("flertalet av närvarande tjänstepersoner", "Deltagarna framhöll att …") are none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ingest.attendance.candidates import read_candidate
from ingest.attendance.judging import RUN_TOGETHER, heads_column, judge_candidates
from ingest.attendance.misread import LONGEST_MISREAD, MOST_MISREAD, are_misread, find_misread
from ingest.attendance.model import OF_PEOPLE, Label
from ingest.attendance.rolls import (
    CALLED_BY,
    CALLED_OVER,
    FIRST_HEADS,
    find_called,
    find_column_heads,
    find_mark_told,
    find_roll,
    find_when_told,
    past_day,
)
from ingest.attendance.sources import OWNED, OWNER, SOURCE_TOLD_BY, find_owned, find_owned_in_run, find_source, owned_words
from ingest.attendance.wordings import BEFORE, WORD, Form, begins_label, folded_word, longest_form
from ingest.people.words import is_first_name


def find_labels(text: str, start: int, end: int) -> list[Label]:
    """The labels in one unit `text[start:end]`, in order. The words after the last label are its content."""
    if (roll := find_roll(text, start, end)) is not None:
        return [roll]
    if (behind := past_day(text, start, end)) is not None:
        return find_labels(text, behind, end)
    told_from = find_mark_told(text, start, end)
    if told_from == start:
        return []  # "N närvarande, F frånvarande" in a line of its own is over nobody
    if told_from is None:
        told_from = find_when_told(text, start, end)
    if told_from is not None:
        before = find_labels(text, start, told_from)
        if before and before[-1].content >= told_from and before[-1].kind in OF_PEOPLE:
            return [*before[:-1], replace(before[-1], content=end)]
    if text.startswith(_HEADS, start, end) and (heads := find_column_heads(text, start, end)):
        return [heads]
    if not _worth_reading(text, start, end):
        return []
    if end - start <= _LONGEST_WHOLE and (whole := _whole_form(text[start:end])) is not None:
        label = read_candidate(text, start, end, start, end, whole)
        if label is not None:
            return [] if heads_column(text, label) else [label]
    return _read_unit(text, start, end)


_HEADS = tuple(sorted(FIRST_HEADS))


def _read_unit(text: str, start: int, end: int) -> list[Label]:
    """The labels in a unit, word by word."""
    words = list(WORD.finditer(text, start, end))
    written = [word.group() for word in words]
    if not words:
        return []
    if written[0][-1] == "s" and (owned := find_owned(text, start, end, words)):
        return [owned]
    if written[0] in SOURCE_TOLD_BY and (told := find_source(text, start, end)):
        return [told]
    if written[0] in CALLED_BY and (told := find_called(text, start, end)):
        return [told]
    openings = [
        i for i, word in enumerate(written) if (i < 2 or not word[0].islower() or word == "ande") and begins_label(word)
    ]  # a number may stand before one in small letters
    first = longest_form(text, start, words, 0) if openings[:1] == [0] else None
    candidates: list[tuple[Label, int]] = []
    if misread := find_misread(text, start, end, words, first):
        candidates.append(misread)
    reached = candidates[0][1] if candidates else 0
    has_owner = len(words) > 2 and not OWNED.isdisjoint(written) and OWNER.search(text, start, end) is not None
    for i in range(len(words)) if has_owner else openings:
        if i < reached:
            continue
        if has_owner and written[i][0].isupper() and (owned := find_owned_in_run(text, words[i].start(), end)):
            candidates.append((owned, i + 2))
            reached = i + 2
            continue
        if i not in openings or (candidates and written[i][0].islower() and written[i] != "ande"):
            continue
        matched = longest_form(text, start, words, i) if i else first
        if matched:
            reached_to = i + len(matched.words)
            label = read_candidate(text, start, end, words[i].start(), words[reached_to - 1].end(), matched)
            if label:
                candidates.append((label, reached_to))
                reached = reached_to
    return judge_candidates(text, start, end, words, candidates) if candidates else []


_LONGEST_WHOLE = 40


@lru_cache(maxsize=4096)
def _whole_form(unit: str) -> Form | None:
    """The label that fills a unit from its first letter to its last, as most do: "Ersättare", "Beslutande ledamöter"."""
    words = list(WORD.finditer(unit))
    if not words or words[0].start() > 0 or words[-1].end() < len(unit) or "(" in unit:
        return None
    first = words[0].group()
    one_label = unit.isupper() or not any(word.group()[0].isupper() for word in words[1:])
    if not first[0].isupper() or not one_label or first[-1] == "s" or first in SOURCE_TOLD_BY:
        return None  # whose label it is may stand first ("Kommunens representanter"), and a capital may begin another
    form = longest_form(unit, 0, words, 0)
    return form if form is not None and len(form.words) == len(words) else None


_FIRST_WORD = re.compile(r"[\s*_•–§\d.)-]*([A-ZÅÄÖ][^\W\d_]*(?:-[^\W\d_]+)*)")
_PARTED_WORD = re.compile(r"[.;)\n]\s*(?P<word>[A-ZÅÄÖ0-9][^\W_]*(?::[ae])?)")
_BEGINS = re.compile(r"[A-ZÅÄÖ0-9a](?<![^\W\d_].)(?:(?<!a)|(?<=a)nde)[^\W_]*(?::[ae])?")
"""A word with a capital or a number, or "ande", what may be left of "Närvarande"."""
_FIRST = re.compile(rf"(?>{BEFORE.pattern})(?P<word>{WORD.pattern})")


def _worth_reading(text: str, start: int, end: int) -> bool:
    """Whether a unit holds a word that begins a label, or is short enough to be a label misread. Most lines are neither."""
    first = _FIRST.match(text, start, end)
    if first is not None and (
        begins_label(first["word"]) or (first["word"] in CALLED_BY and CALLED_OVER.match(text, start, end))
    ):
        return True
    run_together = end - start > RUN_TOGETHER
    if run_together or text.find(":", start, end) >= 0:
        for match in _BEGINS.finditer(text, start, end):
            if begins_label(match.group()):
                return True
        if run_together and OWNER.search(text, start, end):
            return True
    else:
        for match in _PARTED_WORD.finditer(text, start, end):
            if begins_label(match["word"]):
                return True
    return not text[start : start + 1].islower() and _is_short_label(text, start, end)


def _is_short_label(text: str, start: int, end: int) -> bool:
    """Whether few words, alone or before a colon, of which the first is no first name, hold one that labels begin with, or are near
    enough to a label to be one that was misread."""
    colon = text.find(":", start, min(end, start + 50))
    stop = colon if colon >= 0 else end
    if stop - start > LONGEST_MISREAD or text.count(" ", start, stop) > MOST_MISREAD:
        return False
    first = _FIRST_WORD.match(text, start, stop)
    if first is None or len(first[1]) <= 2 or is_first_name(first[1]):
        return False
    words = WORD.findall(text, start, end)
    if not OWNED.isdisjoint(words):
        return True
    for word in words:
        if (not word[0].islower() or word == "ande") and begins_label(word):
            return True
    if words[0][-1] == "s" and not owned_words().isdisjoint(map(folded_word, words[1:3])):
        return True
    if stop < end:
        if text[stop + 1 : stop + 2] in ("a", "e"):
            return True  # "1:e" is one word
        words = WORD.findall(text, start, stop)
    return are_misread(words, stop - start)
