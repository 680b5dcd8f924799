"""Names of people in Swedish text: where they stand, and where one ends and the next begins.

A name is two to five capitalised words ("Anna Ek", "Eva Lotta Holm Ek", "Jan W Ek", "Sven-Olov af Ekenstam", "A. Ek"),
none of them a word that the lexicon knows as something else (a heading, a month, a title, a body). Runs of names
without separators are cut by first names. Pure functions on strings.

    words    what a single word is: a first name, of a surname's shape, no part of a name
    rows     unbroken rows of words that could be parts of names
    cutting  the names of a row, by the reading that needs the fewest odd assumptions
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from graph.names import squash
from graph.record import Span
from ingest.people.cutting import NameSpan, cut_names
from ingest.people.rows import FEWEST, INITIALS, LETTER, PARTICLES, TOKEN, UPPER, iter_rows
from ingest.people.words import is_first_name


def find_names(text: str, start: int = 0, end: int | None = None, *, known_only: bool = True) -> list[NameSpan]:
    """The person names in `text[start:end]`, in order. With `known_only` (running text) only those with a known first name
    or an initial before the surname; without it every stretch of capitalised words that has the shape of a name."""
    return split_names(text, start, end, known_only=known_only)


_FIRST_AND_MORE = re.compile(rf"(?P<first>[{UPPER}](?<![\w-].){LETTER}+(?:-{LETTER}+)*)[ ]+(?:(?:{PARTICLES})[ ]+)?(?=[{UPPER}])")


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
    tokens = list(TOKEN.finditer(text, start, end))
    if len(tokens) < FEWEST or (known_only and not any(_may_be_first(token) for token in tokens)):
        return []
    cuts = sorted(breaks)
    names: list[NameSpan] = []
    for run in iter_rows(text, tokens, end, ignore, letters_behind_commas):
        if len(run) < FEWEST or (known_only and not any(word.first or word.kind == "initial" for word in run)):
            continue
        names.extend(cut_names(text, run, bodies, cuts))
    return [name for name in names if name.known] if known_only else names


def _may_be_first(token: re.Match[str]) -> bool:
    """Whether a known name may begin with a word: with a first name or an initial."""
    word = token.group()
    return is_first_name(word) or token.lastgroup == "initial" or len(word) == 1 or INITIALS.fullmatch(word) is not None


def are_initials(name: str, letters: str) -> bool:
    """Whether letters are those by which a person goes in a text: "Anna-Lena Ek (ALE)", "(AE)", "(ALE2)"."""
    bare = letters.rstrip("0123456789")
    if len(bare) < FEWEST:
        return False
    every = "".join(word[0] for word in _NAME_WORD.findall(name))
    return bare in (every, "".join(word[0] for word in name.split()))


_NAME_WORD = re.compile(r"[^\W\d_]+")


def clean_name(as_written: str) -> str:
    """A name as the record keeps it: single spaces, no line ends, no marks around it."""
    return squash(as_written).strip(" ,.;:*_~")
