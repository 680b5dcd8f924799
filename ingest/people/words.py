"""What a single word is that may be part of a name: a first name, of the shape that surnames have, or known as something else.

Text recognition's capital I is taken for the small l that it stands for ("UlIa").
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names import fold
from ingest.lexicon import first_names, not_names, roles

_CAMEL = re.compile(r"[A-ZÅÄÖ](?<=[a-zåäö].)(?<!^Mc.)(?<!^Mac.)(?<!^De.)(?<!^Di.)(?<!^Le.)(?<!^Van.)")
"""A capital within a word ("KoF"): an abbreviation, unless it follows one of the beginnings that surnames have."""
_CAPITAL_I = re.compile(r"(?<=[a-zåäöA-ZÅÄÖ])I(?=[a-zåäö])|(?<=[a-zåäö])I\b")
"""A capital I within a word: text recognition's reading of a small l ("UlIa", "RoIf"). The other way round a word that begins
with l and a consonant ("lvarsson") is taken for one with a capital I."""
_VOWEL = re.compile(r"[aeiouy]")
ALSO_SURNAMES = frozenset(
    {"Lund", "Berg", "Mark", "Norberg", "Falkenberg", "Varberg", "Hallsberg", "Lindesberg", "Sala", "Boden", "Kil", "Strömsund"}
)
"""Municipalities whose names are surnames too: outside their own county they are taken for those."""

_SURNAME_ENDINGS = (
    "son", "scon", "sen", "zon", "berg", "bergh", "ström", "lund", "gren", "qvist", "kvist", "quist", "dahl", "holm", "stedt",
    "stad", "blad", "feldt", "felt", "felth", "lind", "löf", "löv", "löw", "bäck", "back", "rot", "vall", "wall", "vik", "wik",
    "mark", "man", "mann", "nen", "dotter", "gård", "hult", "kull", "borg", "lén", "dén", "rén", "lin", "din", "nell", "sell",
    "ius", "ander", "stam", "hag", "hagen", "sjö", "näs", "skog", "dal", "fors", "hed", "land", "hammar", "ryd", "rud", "svärd",
    "sköld", "hjelm", "stierna", "crona", "krona", "heim", "sten", "stein", "ć", "ič", "ski", "ska", "oğlu", "oglu", "yan",
    "ian", "vić", "vic", "dóttir",
)  # fmt: skip
ROLE_ENDINGS = tuple(head for head in roles().heads if len(head) >= 4)

_ROLES_LIKE_SURNAMES = tuple(head for head in roles().heads if len(head) >= 9 and head.endswith(_SURNAME_ENDINGS))
""" "Sjuksköterska", "Ombudsman": roles for all that surnames end so too ("Kowalska", "Bergman")."""

_DEFINITE_ROLES = tuple(
    f"{head}{ending}"
    for head in roles().heads
    if len(head) >= 5
    for ending in (("n", "en") if head[-1] not in "aeiouyåäö" else ("n",))
)
""" "Professorn", "Överläkaren"."""
_BEFORE_TITLES = frozenset(fold(word) for word in roles().before if len(word) > 4)
""" "Teknisk chef", "Biträdande rektor" with a capital."""


def without_capital_i(word: str) -> str:
    """The word with a small l where text recognition saw a capital I within it."""
    return _CAPITAL_I.sub("l", word) if "I" in word else word


@lru_cache(maxsize=20_000)
def _first_name(word: str) -> tuple[bool, bool, bool]:
    """Whether a word is a female name, a male name, one that often comes second. Of a hyphenated word one part must be a name,
    and the other must not look like a surname ("Ing-Marie", but not "Frank-Andersson")."""
    names = first_names()
    folded = fold(without_capital_i(f"I{word[1:]}" if word[0] == "l" else word))
    if folded in names.female or folded in names.male:
        return folded in names.female, folded in names.male, folded in names.second
    parts = folded.split()
    if len(parts) == 2 and "-" in word:
        known = [part in names.female or part in names.male for part in parts]
        if all(known) or (known[0] and not parts[1].endswith(_SURNAME_ENDINGS)) or (known[1] and len(parts[0]) <= 4):
            given = parts[0] if known[0] else parts[1]
            return given in names.female, given in names.male, False
    if (inner := _CAMEL.search(word)) and "-" not in word:
        before, after = _first_name(word[: inner.start()]), _first_name(word[inner.start() :])  # "ClasGöran"
        if any(before) and any(after):
            return before
    return False, False, False


@lru_cache(maxsize=20_000)
def is_not_name(word: str) -> bool:
    """Whether a single capitalised word is known to be no part of a name: a heading word, a title, a body, a month."""
    folded = fold(word)
    if "-" not in word and is_first_name(word):
        return False
    lists = not_names()
    if (
        (folded in lists.words and not _is_other_word(word, folded))
        or word.casefold() in lists.short
        or (" " in folded and all(part in lists.words or part in lists.short for part in folded.split()))
    ):
        return True
    if len(word) <= 4 and word not in ("Mc", "St") and not _VOWEL.search(folded):
        return True  # "Lf", "Bmn": an abbreviation
    if len(word) > 1 and (word.isupper() or _CAMEL.search(without_capital_i(word))):
        return True
    if folded in _BEFORE_TITLES or (len(word) > 7 and word.casefold().endswith(_DEFINITE_ROLES)):
        return True
    if len(word) > 8 and word.casefold().endswith(_ROLES_LIKE_SURNAMES):
        return True
    if len(folded) >= 6 and not word.casefold().endswith(_SURNAME_ENDINGS):
        lowered = word.casefold()
        if lowered.endswith(lists.endings):
            return True
        return lowered.endswith(ROLE_ENDINGS)
    return False


def _is_other_word(word: str, folded: str) -> bool:
    """Whether a word is another one than its folded letters spell: "Storå", and not "Stora", "Hälsö", and not "Hälso"."""
    return word[-1:] in "åÅöÖ" and len(word) > 3 and folded not in _ENDING_SO


_ENDING_SO = frozenset({"ocksa", "anda", "uppfoljningspa", "miljo"})


@lru_cache(maxsize=20_000)
def _is_surname(word: str) -> bool:
    return len(word) >= 5 and word.casefold().rsplit("-", 1)[-1].endswith(_SURNAME_ENDINGS)


def has_surname(name: str) -> bool:
    """Whether a name ends in a word of the shape that Swedish surnames have ("-sson", "-berg", "-ström" …)."""
    return _is_surname(name.split()[-1])


@lru_cache(maxsize=20_000)
def traits_of(word: str) -> tuple[bool, bool, bool, bool, bool]:
    """What a word of a name is by itself: the last five fields of `Word`."""
    female, male, second = _first_name(word)
    return female, male, female or male, second, _is_surname(word)


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a known first name ("Eva", "Sven-Olov")."""
    female, male, _ = _first_name(word)
    return female or male


def are_of_two(one: str, other: str) -> bool:
    """Whether two full names, though near to each other, are those of two people: their first names are both known, and not the same ("Olof
    Ek", "Rolf Ek"). A slip seldom makes one known first name of another."""
    first, second = one.split()[0], other.split()[0]
    return (
        fold(first) != fold(second)
        and is_first_name(first[:1].upper() + first[1:])
        and is_first_name(second[:1].upper() + second[1:])
    )
