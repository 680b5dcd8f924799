"""The words that labels consist of: the forms of the lexicon, and those put together from its words, where a unit of text has them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.names import fold
from graph.record import Status
from ingest.attendance.model import LabelKind
from ingest.attendance.phrases import LONGEST_PHRASE, known_words, phrase_words, platforms, read_phrase
from ingest.lexicon import attendance_words
from ingest.people.words import without_capital_i

WORD = re.compile(r"\d+(?=[A-ZÅÄÖ][a-zåäö])|[^\W_]+(?::[ae])?")
_JOIN = re.compile(r"[ \t]*\n?[ \t]*|[-/.,(][ ]?|\.[ ]*|[ ]?[(/][ ]?|, ?")
BEFORE = re.compile(r"[\s*_•·–—:-]*(?P<number>(?:§\s*)?\d{1,3}(?:[.)]|\s*§)?\s+|[a-z]\)\s+)?[\s*_•·–-]*")
"""What may stand before a label in its unit: signs, the number of an item."""


@dataclass(frozen=True, slots=True)
class Form:
    """A row of folded words over a list, and what they say of those in it."""

    words: tuple[str, ...]
    kind: LabelKind
    status: Status | None
    role: str | None
    strong: bool
    of_region: bool
    aside: bool = False
    """Whether its word for absence more often stands beside a name than over a list."""


@cache
def forms_by_first_word() -> dict[str, tuple[Form, ...]]:
    """The forms of the lexicon by their first word, longest first."""
    table: dict[str, list[Form]] = {}
    for entry in attendance_words().labels:
        for written in entry.forms:
            words = tuple(fold(word) for word in WORD.findall(written))
            form = Form(words, LabelKind(entry.kind), entry.status, entry.role, entry.strong, entry.side == "region")
            table.setdefault(words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in table.items()}


@cache
def _forms_by_words() -> dict[tuple[str, ...], Form]:
    """By all their words; of those that have the same the first."""
    return {form.words: form for forms in forms_by_first_word().values() for form in reversed(forms)}


@cache
def _longest_forms() -> dict[str, int]:
    """By first word, how many words the longest has."""
    return {first: len(forms[0].words) for first, forms in forms_by_first_word().items()}


@lru_cache(maxsize=8192)
def folded_word(word: str) -> str:
    """The word as forms and phrases have it."""
    return fold(without_capital_i(word))


def _known(text: str, words: list[re.Match[str]], at: int, first: str) -> Form | None:
    """The form of the lexicon that takes most words from `at` on, where `first` stands, folded."""
    found: Form | None = None
    row: tuple[str, ...] = (first,)
    longest = min(_longest_forms().get(first, 0), len(words) - at)
    while len(row) <= longest:
        form = _forms_by_words().get(row)
        if form is not None and not _are_two(words, at, len(row)):
            found = form
        behind = at + len(row)
        if len(row) == longest or not _are_joined(text, words[behind - 1], words[behind]):
            break
        row = (*row, folded_word(words[behind].group()))
    return found


_phrase = lru_cache(maxsize=4096)(read_phrase)
"""Rows of words that labels are made of come again and again."""


def longest_form(text: str, start: int, words: list[re.Match[str]], at: int) -> Form | None:
    """The form of the lexicon, or the label put together from its words, that takes most words from `at` on."""
    row = [folded_word(words[at].group())]
    form = _known(text, words, at, row[0])
    if row[0] not in phrase_words():
        return form
    opened: int | None = None
    for before, word in itertools.pairwise(words[at : at + LONGEST_PHRASE]):
        written = word.group()
        folded = folded_word(written)
        on_platform = folded in platforms()
        if folded not in known_words():
            break
        if written[0].isupper() and not on_platform and not (before.group().isupper() and written.isupper()):
            break  # it begins another label
        gap = text[before.end() : word.start()]
        if gap != " " and not _JOIN.fullmatch(gap):
            break
        if "(" in gap and opened is None:
            opened = len(row)
        row.append(folded)
    phrase = _phrase(tuple(row))
    if phrase is not None and opened is not None and phrase.count > opened:
        behind = words[at + phrase.count - 1].end()
        if text[behind : behind + 1] != ")":  # "Deltagare (ej närvarande inom parentes)" tells what a sign means
            phrase = _phrase(tuple(row[:opened]))
    if phrase is None or (form is not None and len(form.words) >= phrase.count):
        return form
    kind = LabelKind.BODIES if phrase.bodies else LabelKind.INVITED if phrase.invited and not phrase.status else LabelKind.PEOPLE
    opens = row[0] in _OPENING or row[:2] == ["i", "ovrigt"]
    if phrase.linking and not (opens and phrase.status) and BEFORE.fullmatch(text, start, words[at].start()) is None:
        return form
    return Form(tuple(row[: phrase.count]), kind, phrase.status, phrase.role, phrase.status is not None, False, phrase.aside)


_OPENING = frozenset({"ovriga", "ovrigt", "darutover", "harutover", "dessutom", "aven", "ytterligare", "foljande"})
"""Small words that, with a capital in text that ran together, begin a label ("Därutöver deltog")."""


@lru_cache(maxsize=8192)
def begins_label(word: str) -> bool:
    """Whether a form begins with the word, or a label put together from words."""
    return folded_word(word) in forms_by_first_word() or folded_word(word) in phrase_words()


def stands_at(text: str, words: list[re.Match[str]], at: int, wanted: tuple[str, ...]) -> bool:
    """Whether the words of a form, of which the first is there, stand from `at` on."""
    if at + len(wanted) > len(words):
        return False
    for offset in range(1, len(wanted)):  # forms are kept by their first word: that one is there
        word = words[at + offset]
        if folded_word(word.group()) != wanted[offset] or not _are_joined(text, words[at + offset - 1], word):
            return False
    return True


def _are_joined(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a word goes on with the words of a label before it."""
    gap = text[before.end() : word.start()]
    return gap == " " or (_JOIN.fullmatch(gap) is not None and not ("\n" in gap and word.group()[0].isupper()))


def _are_two(words: list[re.Match[str]], at: int, count: int) -> bool:
    """ "Beslutande Ersättare inte tjänstgörande …": the last word, with a capital, begins a label of its own."""
    last = words[at + count - 1].group()
    goes_on = at + count < len(words) and words[at + count].group()[0].islower()
    goes_on = goes_on or words[at].group() == "ande"  # what is left of a word has no capital, and a label behind it has
    return count > 1 and goes_on and last[0].isupper() and not last.isupper()
