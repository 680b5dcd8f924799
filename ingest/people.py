"""Names of people in Swedish text: where they stand, and where one ends and the next begins.

A name is two to five capitalised words ("Anna Ek", "Eva Lotta Holm Ek", "Jan W Ek", "Sven-Olov af Ekenstam", "A. Ek"),
none of them a word that the lexicon knows as something else (a heading, a month, a title, a body). Runs of names
without separators are cut by first names: the cut that needs the fewest odd assumptions wins (a name that begins with no known
first name, ends with one, has three surnames, runs over a line end …). Pure functions on strings.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from graph.names import fold, squash
from graph.record import Span
from ingest.lexicon import first_names, not_names, roles

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŁŚŞŠŻŽİ"
_LETTER = r"[^\W\d_]"
_PARTICLES = r"von der|von dem|van der|van den|van de|de la|de los|von|van|af|av|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|zu|ten|ter|y"
_PARTICLE_STARTS = "".join(sorted({particle[0] for particle in _PARTICLES.split("|")}))
_PARTICLE_RESTS = "|".join(f"(?<={particle[0]}){particle[1:]}" for particle in (*_PARTICLES.split("|"), "S:t", "S:ta"))
_TOKEN = re.compile(
    rf"[{_UPPER}l{_PARTICLE_STARTS}](?<![\w-].)(?:"
    rf"(?P<initial>(?<=[{_UPPER}])(?<!S(?=:ta?[ ]))(?:\.|(?![\w'’:&/-])))"
    rf"|(?P<word>(?:(?<=[{_UPPER}])|(?<=l)(?=[bcdfghkmnpqrstvwxz])){_LETTER}*(?:['’]{_LETTER}+)*(?:-[{_UPPER}]?{_LETTER}+(?:['’]{_LETTER}+)*)*)(?![\w]|-(?=[\s,])|:[a-zåäö])"
    rf"|(?P<particle>(?:{_PARTICLE_RESTS})(?=[ ]*[ \n][ ]*[{_UPPER}]))"
    rf")"
)
"""An initial, a word or a particle, whose group holds what stands behind its first letter: a pattern that begins with a set of letters
passes by the others at once."""
CAPITAL_PARTICLES = frozenset({"De", "Von", "Van", "Af", "La", "Le", "Del", "Di", "Da", "Du", "Al", "El", "Mc", "Mac"})
_CAPITAL_NEXT = re.compile(rf"[ ][{_UPPER}]{_LETTER}")
_LINE_END_AFTER = re.compile(r"[ ]*(?:[\n\t,;)]|$)")
_SMALL_NEXT = re.compile(r"[ ](?!(?:och|samt|för|från|i|von|av|af|de|van|der)\b)[a-zåäö]{3,}")
_CAPITALS = re.compile(rf"[ ]+[{_UPPER}]{{2,}}\b")
_CAMEL = re.compile(r"[A-ZÅÄÖ](?<=[a-zåäö].)(?<!^Mc.)(?<!^Mac.)(?<!^De.)(?<!^Di.)(?<!^Le.)(?<!^Van.)")
"""A capital within a word ("KoF"): an abbreviation, unless it follows one of the beginnings that surnames have."""
_CAPITAL_I = re.compile(r"(?<=[a-zåäöA-ZÅÄÖ])I(?=[a-zåäö])|(?<=[a-zåäö])I\b")
"""A capital I within a word: text recognition's reading of a small l ("UlIa", "RoIf"). The other way round a word that begins
with l and a consonant ("lvarsson") is taken for one with a capital I."""
_VOWEL = re.compile(r"[aeiouy]")
_GAP = re.compile(r"[ ]*(?:(?:\n[ ]*){0,2}|\n\t)")
_INITIALS = re.compile(rf"[{_UPPER}]-[{_UPPER}]")
"""First names given by their letters alone: "P-G Ek"."""

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
_ROLE_ENDINGS = tuple(head for head in roles().heads if len(head) >= 4)

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


class NameSpan(NamedTuple):
    """A person's name at `text[start:end]`; `known` tells whether it begins with a known first name (or an initial)."""

    start: int
    end: int
    known: bool


class _Word(NamedTuple):
    start: int
    end: int
    kind: str
    """word, initial or particle"""
    gap_lines: int
    """Line ends between the word before and this one."""
    closes: bool
    """Whether a line end or a sign follows, and not a space: here a name likely ends."""
    goes_on: bool
    """Whether a small word follows that joins nothing: it is the beginning of other words ("Corpus medicum")."""
    female: bool = False
    male: bool = False
    first: bool = False
    """Whether it is a first name at all."""
    second: bool = False
    surname: bool = False


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
        return lowered.endswith(_ROLE_ENDINGS)
    return False


def _is_other_word(word: str, folded: str) -> bool:
    """Whether a word is another one than its folded letters spell: "Storå", and not "Stora"."""
    return word[-1:] in "åÅ" and len(word) > 3 and folded not in _ENDING_IN_RING


_ENDING_IN_RING = frozenset({"ocksa", "anda", "uppfoljningspa"})


@lru_cache(maxsize=20_000)
def _is_surname(word: str) -> bool:
    return len(word) >= 5 and word.casefold().rsplit("-", 1)[-1].endswith(_SURNAME_ENDINGS)


def has_surname(name: str) -> bool:
    """Whether a name ends in a word of the shape that Swedish surnames have ("-sson", "-berg", "-ström" …)."""
    return _is_surname(name.split()[-1])


@lru_cache(maxsize=20_000)
def _traits(word: str) -> tuple[bool, bool, bool, bool, bool]:
    """What a word of a name is by itself: the last five fields of `_Word`."""
    female, male, second = _first_name(word)
    return female, male, female or male, second, _is_surname(word)


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a known first name ("Eva", "Sven-Olov")."""
    female, male, _ = _first_name(word)
    return female or male


def find_names(text: str, start: int = 0, end: int | None = None, *, known_only: bool = True) -> list[NameSpan]:
    """The person names in `text[start:end]`, in order. With `known_only` (running text) only those with a known first name
    or an initial before the surname; without it every stretch of capitalised words that has the shape of a name."""
    return split_names(text, start, end, known_only=known_only)


_FIRST_AND_MORE = re.compile(
    rf"(?P<first>[{_UPPER}](?<![\w-].){_LETTER}+(?:-{_LETTER}+)*)[ ]+(?:(?:{_PARTICLES})[ ]+)?(?=[{_UPPER}])"
)


def names_someone(text: str, start: int, end: int) -> bool:
    """Whether a known first name with a capitalised word behind it stands in `text[start:end]`: quicker than `find_names`."""
    return any(is_first_name(match["first"]) for match in _FIRST_AND_MORE.finditer(text, start, end))


def split_names(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    bodies: Sequence[Span] = (),
    breaks: Iterable[int] = (),
    known_only: bool = False,
    ignore: Container[str] = (),
    letters_behind_commas: bool = False,
) -> list[NameSpan]:
    """The names in `text[start:end]`, also where they run together without separators.

    `bodies` are spans that could be a body's name instead (a municipality that is also a surname): each is taken as
    the one or the other, whichever reading is the likelier. `breaks` are offsets at which one name likely ends (where a
    strike begins or ends). `ignore` are words that no name contains (abbreviations of a list).
    `letters_behind_commas` tells that a letter behind a comma is a party's ("Anna Ek, S Bo Ek, M").
    """
    end = len(text) if end is None else end
    tokens = list(_TOKEN.finditer(text, start, end))
    if len(tokens) < _FEWEST or (known_only and not any(_may_be_first(token) for token in tokens)):
        return []
    cuts = sorted(breaks)
    names: list[NameSpan] = []
    for run in _runs(text, tokens, end, ignore, letters_behind_commas):
        if len(run) < _FEWEST or (known_only and not any(word.first or word.kind == "initial" for word in run)):
            continue
        names.extend(_cut(text, run, bodies, cuts))
    return [name for name in names if name.known] if known_only else names


_FEWEST = 2
"""A word alone is no name."""
_IN_PLACE = re.compile(r"[ ][A-ZÅÄÖ][\w-]+(?:[ ][A-ZÅÄÖ][\w-]+)?[ ](?:ställe|frånvaro)\b")


def _may_be_first(token: re.Match[str]) -> bool:
    """Whether a known name may begin with a word: with a first name or an initial."""
    word = token.group()
    return is_first_name(word) or token.lastgroup == "initial" or len(word) == 1 or _INITIALS.fullmatch(word) is not None


def _runs(
    text: str, tokens: Sequence[re.Match[str]], end: int, ignore: Container[str], letters_behind_commas: bool
) -> Iterator[list[_Word]]:
    """Unbroken rows of words that could be parts of names; anything but white space (one line end at most) breaks a row."""
    run: list[_Word] = []
    caps = False
    for match in tokens:
        word, kind = match.group(), match.lastgroup or "word"
        begin, stop = match.span()
        if word == "I" and not run and _IN_PLACE.match(text, stop, end):
            continue  # "I Eks ställe deltog Bo Alm"
        lines = 0
        if run:
            if (gap := text[run[-1].end : begin]) != " ":
                lines = gap.count("\n")
                if _GAP.fullmatch(gap) is None or (lines and _HEADS_LINE.match(text, stop, end)):
                    yield run
                    run, lines = [], 0
            if run and word in CAPITAL_PARTICLES and _CAPITAL_NEXT.match(text, stop, end):
                kind = "particle"  # "Anna De Ek"
        upper = word.isupper()
        if kind == "word":
            if len(word) == 1 or (len(word) == 3 and upper and _INITIALS.fullmatch(word)):
                kind = "initial"
            elif _is_other(text, match, run, upper=upper, caps=caps, ignore=ignore):
                if run:
                    yield run
                run = []
                continue
        if kind == "initial" and _is_letter(text, match, run, end, ignore, letters_behind_commas):
            if run:
                yield run
            run = []
            continue
        caps = upper and len(word) > 1
        closes = text[stop : stop + 1] != " "
        goes_on = lines > 0 and _SMALL_NEXT.match(text, stop, end) is not None
        traits = _traits(word) if kind == "word" else ()
        run.append(_Word(begin, stop, kind, lines, closes, goes_on, *traits))
    if run:
        yield run


def _is_other(text: str, match: re.Match[str], run: Sequence[_Word], *, upper: bool, caps: bool, ignore: Container[str]) -> bool:
    """Whether a word, behind those of its row, is none of a name: one that the lexicon knows as something else, an abbreviation. `caps`
    tells that the word before is in capitals as well."""
    word = match.group()
    if upper:
        return is_not_name(word.capitalize()) or (not (run and caps) and not _begins_in_capitals(text, match))
    if word in ignore:
        return True
    if not is_not_name(word):
        return False
    return not (run and (_closed_by_party(text, run[-1], match) or _begins_surname(text, run[-1], match)))


def _is_letter(
    text: str, match: re.Match[str], run: Sequence[_Word], end: int, ignore: Container[str], letters_behind_commas: bool
) -> bool:
    """Whether a letter is no initial: a code of this list, or one that ends its line and is a mark or a party, not the beginning of a
    name."""
    letter = match.group()
    if len(run) != 1 and letter.rstrip(".") in ignore:
        return True  # behind one word it is the initial of a second name: "Ann S Ek S"
    if letters_behind_commas and len(letter) == 1 and text[max(0, match.start() - 2) : match.start()] == ", ":
        return True
    return _LINE_END_AFTER.match(text, match.end(), end) is not None


def _closed_by_party(text: str, before: _Word, match: re.Match[str]) -> bool:
    """Whether a word of no usual name's shape, though no known word, stands between a first name and party letters ("Olle Storskola
    (S)") or a title behind a comma ("Olle Storskola, miljöinspektör")."""
    if not before.first:
        return False
    if match.group() in _ALSO_SURNAMES_OF and "\n" not in text[before.start : match.start()]:
        return _NAME_CLOSES.match(text, match.end()) is not None
    title = _TITLE_NEXT.match(text, match.end())
    if not (_PARTY_NEXT.match(text, match.end()) or (title and title["title"].endswith(_ROLE_ENDINGS))):
        return False
    return match.group().casefold().endswith(not_names().endings) and fold(match.group()) not in not_names().words


def _begins_surname(text: str, before: _Word, match: re.Match[str]) -> bool:
    """Whether a word that tells parts of a place apart stands between a first name and one more word that closes the name: "Bo Östra
    Lidby-Ek, rektor"."""
    if not before.first or match.group() not in _SIDES:
        return False
    closing = _CLOSING_WORD.match(text, match.end())
    return closing is not None and not is_not_name(closing["word"])


_HEADS_LINE = re.compile(r"(?:[ ][\wåäö-]+){0,3}:[ ]")
"""Words before a colon at the beginning of a line stand over those behind it: no name runs into them from the line before."""
_SIDES = frozenset({"Stora", "Lilla", "Norra", "Södra", "Östra", "Västra", "Övre", "Nedre", "Gamla"})
_CLOSING_WORD = re.compile(rf"[ ](?P<word>[{_UPPER}]{_LETTER}+(?:-[{_UPPER}]{_LETTER}+)*)(?=,|[ ]\(|[ ]*\n|[ ]*$)")
_PARTY_NEXT = re.compile(r"[ ]\([A-ZÅÄÖ]{1,4}\)")
_ALSO_SURNAMES_OF = frozenset({"Blad", "Svensk"})
"""Words of a page or a paper that people are called by too, behind a first name and closed by a sign."""
_NAME_CLOSES = re.compile(r"[ ]*(?:[(,;]|\n|$)")
_TITLE_NEXT = re.compile(r",[ ](?P<title>[a-zåäö][\wåäö-]+)")


def _begins_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals is a first name with another such word behind it ("BO EK"), and not an abbreviation."""
    return is_first_name(match.group()) and (len(match.group()) > 3 or _CAPITALS.match(text, match.end()) is not None)


def _cut(text: str, run: list[_Word], bodies: Sequence[Span], breaks: Sequence[int]) -> list[NameSpan]:
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
    if count == _FEWEST and not body_at and not breaks and run[0].first and run[1].kind == "word" and not run[1].gap_lines:
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
                    and (text[run[i + 1].start : run[i + 1].end] in ALSO_SURNAMES or _closes_a_name(text, run[i + 1].end))
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
    if _PARTY_NEXT.match(text, at):
        return True
    behind = _COMMA_NEXT.match(text, at)
    return behind is not None and not is_first_name(behind["word"])


_COMMA_NEXT = re.compile(r",[ ](?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")


def _name_cost(words: list[_Word], breaks: Sequence[int]) -> float | None:
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


def are_initials(name: str, letters: str) -> bool:
    """Whether letters are those by which a person goes in a text: "Anna-Lena Ek (ALE)", "(AE)", "(ALE2)"."""
    bare = letters.rstrip("0123456789")
    if len(bare) < _FEWEST:
        return False
    every = "".join(word[0] for word in _NAME_WORD.findall(name))
    return bare in (every, "".join(word[0] for word in name.split()))


_NAME_WORD = re.compile(r"[^\W\d_]+")


def clean_name(as_written: str) -> str:
    """A name as the record keeps it: single spaces, no line ends, no marks around it."""
    return squash(as_written).strip(" ,.;:*_~")
