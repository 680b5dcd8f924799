"""What a word or a short phrase beside a name is by itself: a role, a party, a status, an organisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.names import fold, squash
from graph.record import Status
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance.limits import TRAILING_LIMIT
from ingest.attendance.phrases import absent_words, denies, is_denied_in_short, phrase_status
from ingest.lexicon import attendance_words, parties, roles

ACRONYM = re.compile(
    r"(?:[A-ZÅÄÖ][A-ZÅÄÖ&]{1,7}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3})(?::s|s)?(?:[-/][A-ZÅÄÖa-zåäö]+)*(?![\w])"
)
_BRANCH = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ&]{1,7}(?:[- ][A-ZÅÄÖ][a-zåäöé]+){1,2}")  # "PRO Storbyn"
_ORG_TAIL = re.compile(r"(?:AB|HB|ek\.? ?för\.?)$")
_LONGEST_ROLE = 9
SMALL_LETTERS = frozenset({"s", "m", "c", "v", "l", "fp", "kd", "mp", "sd"})
"""The letters of parties, where they stand without capitals and without parentheses."""
_CONJUNCTION = re.compile(r"^(?:och|samt)\s+(?=\w)")


@cache
def known_letters() -> frozenset[str]:
    """The letters that parties go by: "S", "KD"."""
    return frozenset(letters for entry in parties().parties for letters in entry.letters)


@cache
def parties_by_name() -> dict[str, str]:
    """The letters of each party by its folded names; "-" for words of those who belong to none."""
    names = {fold(name): entry.letters[0] for entry in parties().parties for name in (entry.name, *entry.also)}
    return names | {fold(word): "-" for word in parties().independent}


@cache
def _canonical() -> dict[str, str]:
    return {fold(form): role for role, forms in roles().canonical.items() for form in (role, *forms)}


@cache
def longest_role() -> int:
    """How many words the longest known form of a role has."""
    return max(len(form.split()) for form in _canonical())


@cache
def status_words() -> dict[str, Status]:
    """What each of the lexicon's phrases, folded, says of the person beside it."""
    words = attendance_words()
    return {fold(form): Status.PRESENT for form in words.present_after_name} | {
        fold(form): Status.ABSENT for form in words.absent_after_name
    }


@cache
def _head_pattern() -> re.Pattern[str]:
    """In lower case, as the pattern below."""
    heads = "|".join(sorted((re.escape(head.lower()) for head in roles().heads), key=len, reverse=True))
    words = "|".join(sorted((re.escape(word.lower()) for word in roles().words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:[\w&-]*(?:{heads})(?:n|en|r|ar|er|na|erna)?|(?:{words}))(?![\w])")


@cache
def _head_hint() -> re.Pattern[str]:
    """A quick look whether anything stands in a text that the pattern above could find."""
    return _any((*roles().heads, *roles().words))


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(by_first_letter([Choice(tuple(sorted({re.escape(word.lower()) for word in words})))]))


@cache
def _organisation_pattern() -> re.Pattern[str]:
    endings = "|".join(sorted((re.escape(e.lower()) for e in attendance_words().organisation_endings), key=len, reverse=True))
    words = "|".join(sorted((re.escape(w.lower()) for w in attendance_words().organisation_words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:[\wåäö&-]*(?:{endings})s?|(?:{words}))(?![\w-])")


@cache
def _organisation_hint() -> re.Pattern[str]:
    """The same for the pattern above."""
    return _any((*attendance_words().organisation_endings, *attendance_words().organisation_words))


@lru_cache(maxsize=4096)
def canonical_role(text: str) -> str | None:
    """ "v. ordf." -> "vice ordförande"; None when the words are not one of the known forms."""
    folded = fold(text)
    if folded.endswith(_CHAIR) and (ordinal := _ORDINAL.fullmatch(folded)):
        return f"{ordinal['digit'] or _ORDINALS[ordinal['word'][:3]]}:e vice ordförande"
    return _canonical().get(folded)


_CHAIR = ("ordf", "ordforande", "ordforanden")
_ORDINAL = re.compile(r"(?:(?P<digit>[123])(?: ?[ea])?|(?P<word>forst[ae]|andr[ae]|tredje)) v(?:ice)? ?ordf(?:orande(?:n)?)?")
""" "1:e v. ordf", "andra vice ordförande", folded."""
_ORDINALS = {"for": "1", "and": "2", "tre": "3"}


def has_title(text: str) -> bool:
    """Whether a phrase has a word that is a title."""
    lower = text.lower()
    return _head_hint().search(lower) is not None and _head_pattern().search(lower) is not None


def is_organisation_like(text: str) -> bool:
    """Whether words have the shape of an organisation's name: "Omsorgsnämnden", "SKPF", "PRO Storbyn", "Norrbo Energi AB"."""
    lower = text.lower()
    return bool(
        (_organisation_hint().search(lower) and _organisation_pattern().search(lower))
        or ACRONYM.fullmatch(text)
        or _BRANCH.fullmatch(text)
        or _ORG_TAIL.search(text)
    )


_SENTENCE = re.compile(r"(?<=[a-zåäö]{3})(?<!\bbitr)(?<!\bBitr)\.\s+(?=[A-ZÅÄÖ])")
"""A sentence behind a role is no part of it."""


def role_text(text: str) -> str:
    """A role as the record keeps it: the canonical word when it is one, else as written with single spaces."""
    words = _SENTENCE.split(TRAILING_LIMIT.sub("", squash(text).strip(" ,.;:–-")), maxsplit=1)[0]
    split = words.split()
    if len(split) > _LONGEST_ROLE:
        # A page's margin ran into the title: what follows its own words is no part of it.
        words = " ".join(split[: next((i for i, word in enumerate(split) if i and word[0].isupper()), _LONGEST_ROLE)])
    words = _CONJUNCTION.sub("", words)
    return canonical_role(words) or words


def said_status(text: str) -> Status | None:
    """The status that a whole phrase beside a name states: one of the lexicon's, or one put together from its words ("har lämnat
    återbud")."""
    folded = fold(text).removesuffix(" utan ersattare")
    known = status_words().get(folded)
    if known is not None:
        return known
    if " " in folded and not ("\n" in text or ";" in text or ":" in text):
        words = folded.split()
        return phrase_status(words) or (Status.ABSENT if is_denied_in_short(words) else None)
    return Status.ABSENT if folded in absent_words() else None


def leaves_open(text: str) -> bool:
    """Whether a short phrase beside a name denies something that no lexicon knows ("ej anl."): the person may have been away."""
    words = fold(text).split()
    return 1 < len(words) <= _LONGEST_DENIAL and denies(words[0]) and not _OF_OFFICE.match(words[1])


_LONGEST_DENIAL = 3
_OF_OFFICE = re.compile(r"besl|rost|ordi|vald|valb|jav|led|ers|tj")
""" "ej röstberättigad", "ej ordinarie", "ej jävig": there, whatever they were not."""


def party_letters(text: str) -> str | None:
    """ "S", "(s)", "Socialdemokraterna" -> "S"; None when the words are no known party."""
    bare = text.strip(" ()./")
    return bare.upper() if bare.upper() in known_letters() else parties_by_name().get(fold(bare))
