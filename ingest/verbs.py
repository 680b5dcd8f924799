"""Finite verbs: the words by which a sentence is told from a title. The list is `lexicon/verbs.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import field_validator

from ingest.lexicon import LexiconPart, parse_part


class Verbs(LexiconPart):
    """`first` and `second` are infinitives of the two regular conjugations, `forms` finite forms of all other verbs."""

    first: frozenset[str]
    second: frozenset[str]
    forms: frozenset[str]

    @field_validator("first", "second", "forms", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return frozenset(value.split()) if isinstance(value, str) else value


@cache
def _verbs() -> Verbs:
    text = (files("ingest") / "lexicon" / "verbs.yaml").read_text(encoding="utf-8")
    return parse_part(Verbs, text, "lexicon/verbs.yaml")


@cache
def regular_infinitives() -> frozenset[str]:
    """The infinitives of the regular verbs, without those that are nouns too ("fråga", "resa") or that nobody does ("väntas")."""
    return frozenset(v for v in _verbs().first | _verbs().second if v.endswith("a")) - {"fråga", "resa", "röra", "kosta", "sakna"}


@cache
def _finite() -> frozenset[str]:
    verbs = _verbs()
    first = {v + ending for v in verbs.first for ending in ("r", "s", "de", "des")}
    stems = {v.removesuffix("a") for v in verbs.second}
    second = {stem + ending for stem in stems for ending in ("er", "s")}
    past = {_SINGLE.sub(r"\1", stem) + ending for stem in stems for ending in ("de", "des", "te", "tes")}
    return frozenset(first | second | past | verbs.forms)


_SINGLE = re.compile(r"([mn])\1$")
""" "godkänn" has "godkände" in the past."""


_REGULAR = re.compile(r"\w{2,}er(?:ar|as|ade|ades)|\w{3,}ades")
"""Forms that no noun has: "informerar", "planeras", "diskuterade", "öppnades"."""
_ATTRIBUTIVE = re.compile(
    r"(?:\b(?:den|det|de|en|ett|denna|detta|dessa|vissa|alla|några|inga|av|för|om|med|till|från|i|på|och|samt|per|ej|nya|nämndens|\w+are|\w+s)|[(/–-])\s*$",
    re.IGNORECASE,
)
""" "de delegerade besluten": before a participle; a verb has its subject there."""
_SUBORDINATORS = ("som", "att", "där", "när", "om", "hur", "vad", "vilka", "vilken", "vilket", "så")
_FARTHEST = 3
"""Words from the subordinator to its verb."""
_SUBORDINATE = re.compile(rf"\b(?:{'|'.join(_SUBORDINATORS)})\s+(?:\w+\s+){{0,{_FARTHEST - 1}}}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def is_finite(word: str) -> bool:
    """Whether a single word, in whatever case, is a finite verb: "beslutar", "öppnades", "finns"."""
    folded = word.casefold()
    return folded in _finite() or _REGULAR.fullmatch(folded) is not None


@lru_cache(maxsize=1024)
def is_infinitive(word: str) -> bool:
    """Whether a word in lower case is the infinitive of a verb whose finite forms are known: "avvakta", "avstå"; not "flera" or "nästa"."""
    if not word.isalpha() or not word.islower() or word in _NO_VERBS:
        return False
    presents = (f"{word}r", f"{word[:-1]}er", word[:-1]) if word[-1] == "a" else (f"{word}r",)
    return word[-1] in "aeå" and any(is_finite(present) for present in presents)


_NO_VERBS = {"flera", "fler", "andra", "samma", "alla", "båda", "sista", "första", "bara", "då", "på"}


def iter_finite(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Offsets of the finite verbs of main clauses in `text[start:end]`: neither participles before a noun nor verbs of "som …"."""
    stop = len(text) if end is None else end
    for match in _WORD.finditer(text, start, stop):
        word = match.group(0)
        if not is_finite(word):
            continue
        before = text[max(start, match.start() - 40) : match.start()]
        if word.endswith("ade") and (word[0].isupper() or _ATTRIBUTIVE.search(before)):
            continue
        if _is_subordinate(before):
            continue
        yield match.start()


def _is_subordinate(before: str) -> bool:
    """Whether the words before a verb make it that of a subordinate clause, whose word stands first, second or third from it."""
    near = before.lower().rsplit(None, _FARTHEST)[-_FARTHEST:]
    for word in near:
        if word.endswith(_SUBORDINATORS):
            return _SUBORDINATE.search(before) is not None
    return False


def has_finite(text: str) -> bool:
    """Whether a main clause stands in the text."""
    return next(iter_finite(text), None) is not None
