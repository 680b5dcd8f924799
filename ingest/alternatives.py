"""Many words as one pattern that is quick to search with: the letter that a word begins with tells which of them are tried.

A search tries every alternative at every letter of the text, unless all of them begin with a plain letter: then it leaps from one such
letter to the next and tries only those that begin with it. So what is asked of the place before a word is asked behind its first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple


class Choice(NamedTuple):
    r"""Words of which one must stand there: `before(?:word|word)after`.

    `words` are patterns that begin with a plain letter, the first that fits winning; `before` tells what may not stand before them, as `\b`
    or as lookbehinds `(?<!…)` of one letter or of several.
    """

    words: tuple[str, ...]
    before: str = ""
    after: str = ""


_BEFORE = re.compile(r"\\b|\(\?<!(?P<words>[^()]+)\)")
_CHOICE = re.compile(
    r"(?P<before>(?:\\b|\(\?<![^()]+\))*)(?:\(\?:(?P<words>[a-zåäö]+(?:\|[a-zåäö]+)*)\)|(?P<word>[a-zåäö]+))(?![?*{])(?P<after>.*)"
)


def parse_choice(pattern: str) -> Choice | None:
    r"""A pattern that begins with a word or with some to choose from, as a choice; None when it begins otherwise.

    Accepts `word…`, `\bword…`, `(?<!…)\b(?:word|word)…`, all in small letters and with no choice at the top.
    """
    match = _CHOICE.fullmatch(pattern)
    return Choice(tuple((match["words"] or match["word"]).split("|")), match["before"], match["after"]) if match else None


def by_first_letter(choices: Iterable[Choice], others: Sequence[str] = ()) -> str:
    """One pattern for the first of the choices that fits, with no group that captures; then for `others`, tried at every letter."""
    parted: dict[str, list[Choice]] = {}
    for choice in choices:
        for letter in dict.fromkeys(word[0] for word in choice.words):
            words = tuple(word[1:] for word in choice.words if word[0] == letter)
            parted.setdefault(letter, []).append(choice._replace(words=words))
    return _any([*(letter + _behind(letter, ones) for letter, ones in sorted(parted.items())), *others])


def _any(patterns: Sequence[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _behind(letter: str, choices: Sequence[Choice]) -> str:
    """What follows the letter: what may not stand before, as it looks from behind the letter, and the rest of the words."""
    return _any(
        [
            _BEFORE.sub(lambda at: rf"(?<!{at['words'] or chr(92) + 'w'}{letter})", before)
            + _any([_any(one.words) + one.after for one in ones])
            for before, ones in groupby(choices, key=lambda one: one.before)
        ]
    )


def iter_at_words(pattern: re.Pattern[str], words: Iterable[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, end)` finds, for a pattern of which each match begins with one of the words: much quicker where
    the words are few or seldom stand in the text."""
    reached = start
    for at in sorted(at for word in words for at in _iter_places(text, word, start, end)):
        if at >= reached and (match := pattern.match(text, at, end)):
            reached = match.end()
            yield match


def _iter_places(text: str, word: str, start: int, end: int) -> Iterator[int]:
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)
