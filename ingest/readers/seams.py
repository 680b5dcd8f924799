"""Where two words of a list were glued together: "ordförandeAnna Ek", "NärvarandeAnna Ek", "(M)Ersättare", as pages of a viewer and
converters of markup give a field and what stands behind it, or a name and the office below it; and two sentences: "… godkänns.Nämnden
beslutar …".

Only what the lexicon knows is parted: an office or a word over lists before a first name or another such word, such a word behind
a name or a parenthesis, and a first name behind another's surname or a number. Names with a capital within them ("McEwan") and those of
companies stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.names import fold
from ingest.lexicon import attendance_words, roles
from ingest.people.rows import CAPITAL_PARTICLES
from ingest.people.words import is_first_name

_SEAM = re.compile(r"(?<=[a-zåäö)\d])(?=[A-ZÅÄÖ][a-zåäö])|(?<=[a-zåäö]{2}\.)(?=[A-ZÅÄÖ][a-zåäö]+ )")
_OF_ADDRESS = re.compile(r"\S*[.@/:_]\S*\.$")
"""What stands before a capital in the name of a file or an address: "www.bryggan.Norrby"."""
_BEFORE = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]+|[a-zåäö]{3,})$")
_BEHIND = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?")
_LONGEST_WORD = 40
_SHORTEST = 5
"""Letters of a word of a list; shorter ones may be the end of any word."""
_SHORTEST_HEAD = 4
"""Of what an office ends in ("socialchef")."""


def find_seams(text: str) -> Iterator[int]:
    """The offsets at which a space is missing between an office or a word over lists and a name, or another such word."""
    for seam in _SEAM.finditer(text):
        at = seam.start()
        behind = _BEHIND.match(text, at)
        if behind is None:
            continue
        is_word = fold(behind.group()) in _words_over_lists()
        begins_name = is_first_name(behind.group()) and _NAME_GOES_ON.match(text, behind.end()) is not None
        if text[at - 1] == ".":
            if not _OF_ADDRESS.search(text, max(0, at - _LONGEST_WORD), at):
                yield at
            continue
        if not text[at - 1].isalpha():
            if begins_name or (is_word and text[at - 1] == ")"):
                yield at
            continue
        before = _BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
        if before is None:
            continue
        if (
            is_word
            or (begins_name and _is_surname(text, at, before.group()))
            or (is_first_name(behind.group()) and _is_office_or_label(before.group()))
        ):
            yield at


def find_parted(text: str) -> Iterator[tuple[int, int]]:
    """The spaces behind the hyphen of a double first name that stood at a line's end: "Inga- Lill Ek"."""
    for parted in _PARTED.finditer(text) if "- " in text else ():
        if is_first_name(parted["one"]) and is_first_name(parted["other"]):
            yield parted.span("space")


_PARTED = re.compile(
    r"(?<![\w-])(?P<one>[A-ZÅÄÖ][a-zåäö]{1,11})-(?P<space>[ ])(?P<other>[A-ZÅÄÖ][a-zåäö]{1,11})(?=[ ][A-ZÅÄÖ][a-zåäö])"
)


def _is_surname(text: str, at: int, word: str) -> bool:
    """Whether a word ends a name: "Bo AlmgrenCia Strand", "Anna EkBo Lind"; not "Bo LarsErik Ek", "Anna McKarin"."""
    return (
        word not in CAPITAL_PARTICLES
        and _ENDS_NAME.search(text, max(0, at - _LONGEST_WORD), at) is not None
        and not is_first_name(word)
    )


_ENDS_NAME = re.compile(r"(?<![\w-])[A-ZÅÄÖ][a-zåäö-]+[ ][A-ZÅÄÖ][a-zåäö]+$")


_NAME_GOES_ON = re.compile(r"[ ][A-ZÅÄÖ][a-zåäö]")


def _is_office_or_label(word: str) -> bool:
    folded = fold(word)
    return folded in _words_of_labels() or folded in _offices() or word.casefold().endswith(_heads())


@cache
def _words_over_lists() -> frozenset[str]:
    """The single words, folded, that say over a list who was there, or name a group of members or an office."""
    labels = [x for x in attendance_words().labels if x.kind in _OFFICERS or x.status is not None or x.role in _MEMBERS]
    words = {fold(form) for label in labels if label.kind in _KINDS for form in label.forms}
    return frozenset(word for word in words if len(word) > _SHORTEST and word.isalpha())


@cache
def _words_of_labels() -> frozenset[str]:
    """The words, folded, that labels of people end in."""
    forms = [form for label in attendance_words().labels if label.kind in _KINDS for form in label.forms]
    return frozenset(word for form in forms if len(word := fold(form).rpartition(" ")[2]) >= _SHORTEST)


_OFFICERS = ("officer", "appoint")
_KINDS = ("people", "invited", *_OFFICERS)
_MEMBERS = ("ledamot", "ersättare")


@cache
def _offices() -> frozenset[str]:
    return frozenset(fold(form) for forms in roles().canonical.values() for form in forms if len(form) >= _SHORTEST)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(head for head in roles().heads if len(head) >= _SHORTEST_HEAD)
