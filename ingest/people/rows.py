"""Rows of words that could be parts of names: unbroken by signs, by lower case, or by what the lexicon knows as something else."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from graph.names import fold
from ingest.lexicon import not_names
from ingest.people.words import ROLE_ENDINGS, is_first_name, is_not_name, traits_of

UPPER = "A-ZÀ-ÖØ-ÞĆČĐŁŚŞŠŻŽİ"
LETTER = r"[^\W\d_]"
PARTICLES = r"von der|von dem|van der|van den|van de|de la|de los|von|van|af|av|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|zu|ten|ter|y"
_PARTICLE_STARTS = "".join(sorted({particle[0] for particle in PARTICLES.split("|")}))
_PARTICLE_RESTS = "|".join(f"(?<={particle[0]}){particle[1:]}" for particle in (*PARTICLES.split("|"), "S:t", "S:ta"))
TOKEN = re.compile(
    rf"[{UPPER}l{_PARTICLE_STARTS}](?<![\w-].)(?:"
    rf"(?P<initial>(?<=[{UPPER}])(?<!S(?=:ta?[ ]))(?:\.|(?![\w'’:&/-])))"
    rf"|(?P<word>(?:(?<=[{UPPER}])|(?<=l)(?=[bcdfghkmnpqrstvwxz])){LETTER}*(?:['’]{LETTER}+)*(?:-[{UPPER}]?{LETTER}+(?:['’]{LETTER}+)*)*)(?![\w]|-(?=[\s,])|:[a-zåäö])"
    rf"|(?P<particle>(?:{_PARTICLE_RESTS})(?=[ ]*[ \n][ ]*[{UPPER}]))"
    rf")"
)
"""An initial, a word or a particle, whose group holds what stands behind its first letter: a pattern that begins with a set of letters
passes by the others at once."""
CAPITAL_PARTICLES = frozenset({"De", "Von", "Van", "Af", "La", "Le", "Del", "Di", "Da", "Du", "Al", "El", "Mc", "Mac"})
_CAPITAL_NEXT = re.compile(rf"[ ][{UPPER}]{LETTER}")
_LINE_END_AFTER = re.compile(r"[ ]*(?:[\n\t,;)]|$)")
_SMALL_NEXT = re.compile(r"[ ](?!(?:och|samt|för|från|i|von|av|af|de|van|der)\b)[a-zåäö]{3,}")
_CAPITALS = re.compile(rf"[ ]+[{UPPER}]{{2,}}\b")
_GAP = re.compile(r"[ ]*(?:(?:\n[ ]*){0,2}|\n\t)")
INITIALS = re.compile(rf"[{UPPER}]-[{UPPER}]")
"""First names given by their letters alone: "P-G Ek"."""
FEWEST = 2
"""A word alone is no name."""


class Word(NamedTuple):
    """A word of a row at `text[start:end]`, with what it is by itself and what stands around it."""

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


_IN_PLACE = re.compile(r"[ ][A-ZÅÄÖ][\w-]+(?:[ ][A-ZÅÄÖ][\w-]+)?[ ](?:ställe|frånvaro)\b")


def iter_rows(
    text: str, tokens: Sequence[re.Match[str]], end: int, ignore: Container[str], letters_behind_commas: bool
) -> Iterator[list[Word]]:
    """Unbroken rows of words that could be parts of names; anything but white space (one line end at most) breaks a row."""
    run: list[Word] = []
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
            if len(word) == 1 or (len(word) == 3 and upper and INITIALS.fullmatch(word)):
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
        own = traits_of(word) if kind == "word" else ()
        run.append(Word(begin, stop, kind, lines, closes, goes_on, *own))
    if run:
        yield run


def _is_other(text: str, match: re.Match[str], run: Sequence[Word], *, upper: bool, caps: bool, ignore: Container[str]) -> bool:
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
    text: str, match: re.Match[str], run: Sequence[Word], end: int, ignore: Container[str], letters_behind_commas: bool
) -> bool:
    """Whether a letter is no initial: a code of this list, or one that ends its line and is a mark or a party, not the beginning of a
    name."""
    letter = match.group()
    if len(run) != 1 and letter.rstrip(".") in ignore:
        return True  # behind one word it is the initial of a second name: "Ann S Ek S"
    if letters_behind_commas and len(letter) == 1 and text[max(0, match.start() - 2) : match.start()] == ", ":
        return True
    return _LINE_END_AFTER.match(text, match.end(), end) is not None


def _closed_by_party(text: str, before: Word, match: re.Match[str]) -> bool:
    """Whether a word of no usual name's shape, though no known word, stands between a first name and party letters ("Olle Storskola
    (S)") or a title behind a comma ("Olle Storskola, förste socialsekreterare"); a word that is not in its definite form, as those of places
    and bodies mostly are, also where a sign or another surname closes the name ("Olle Mogata; Bo Mogata Ek")."""
    if not before.first:
        return False
    if match.group() in _ALSO_SURNAMES_OF and "\n" not in text[before.start : match.start()]:
        return _NAME_CLOSES.match(text, match.end()) is not None
    if not match.group().casefold().endswith(not_names().endings) or fold(match.group()) in not_names().words:
        return False
    if PARTY_NEXT.match(text, match.end()):
        return True
    if not match.group().endswith(_DEFINITE) and (
        _ENTRY_CLOSES.match(text, match.end())
        or ((closing := _CLOSING_WORD.match(text, match.end())) and not is_not_name(closing["word"]))
    ):
        return True
    title = _TITLE_NEXT.match(text, match.end())
    return title is not None and any(word.endswith(ROLE_ENDINGS) for word in title["title"].split())


def _begins_surname(text: str, before: Word, match: re.Match[str]) -> bool:
    """Whether a word that tells parts of a place apart stands between a first name and one more word that closes the name: "Bo Östra
    Lidby-Ek, rektor"."""
    if not before.first or match.group() not in _SIDES:
        return False
    closing = _CLOSING_WORD.match(text, match.end())
    return closing is not None and not is_not_name(closing["word"])


_HEADS_LINE = re.compile(r"(?:[ ][\wåäö-]+){0,3}:[ ]")
"""Words before a colon at the beginning of a line stand over those behind it: no name runs into them from the line before."""
_SIDES = frozenset({"Stora", "Lilla", "Norra", "Södra", "Östra", "Västra", "Övre", "Nedre", "Gamla"})
_CLOSING_WORD = re.compile(rf"[ ](?P<word>[{UPPER}]{LETTER}+(?:-[{UPPER}]{LETTER}+)*)(?=[,;)]|[ ]\(|[ ]*\n|[ ]*$|[ ][a-zåäö])")
PARTY_NEXT = re.compile(r",?[ ]\([A-ZÅÄÖ]{1,4}\)|,[ ](?:S|M|SD|C|V|KD|L|MP)(?=[ ]*(?:[,\n]|$))")
""" "(S)", ", (S)", or ", S" before a comma or the line's end."""
_ALSO_SURNAMES_OF = frozenset({"Blad", "Svensk"})
"""Words of a page or a paper that people are called by too, behind a first name and closed by a sign."""
_NAME_CLOSES = re.compile(r"[ ]*(?:[(,;]|\n|$)")
_DEFINITE = ("en", "et", "an", "na", "ens", "ets", "nas", "ar", "or", "er", "ning", "ion", "lig")
_ENTRY_CLOSES = re.compile(
    r"[ ]*(?:[,;/)\n\t]|[ ]\(|$)|[ ](?:och|samt|för|i[ ]stället|ersätter|ersätts|istället|istf|ers|tjg|tjänstgör|ersättare|tjänstgörande|frånvarande|förhinder)\b|[ ][–-][ ]"
)
_TITLE_NEXT = re.compile(r",[ ](?P<title>[a-zåäö][\wåäö-]+(?:[ ][a-zåäö][\wåäö-]+){0,2})")


def _begins_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals is a first name with another such word behind it ("BO EK"), and not an abbreviation."""
    return is_first_name(match.group()) and (len(match.group()) > 3 or _CAPITALS.match(text, match.end()) is not None)
