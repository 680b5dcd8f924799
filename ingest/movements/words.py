"""The words by which a matter goes on its way, and the patterns made of them (`lexicon/movements.yaml`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pydantic import field_validator

from ingest.alternatives import Choice, by_first_letter
from ingest.lexicon import LexiconPart, parse_part


class MovementWords(LexiconPart):
    """Forms in lower case, by what the word does; `matters` and `heads` are ends of words, `papers` their beginnings."""

    refer: tuple[str, ...]
    hand: tuple[str, ...]
    treat: tuple[str, ...]
    matters: tuple[str, ...]
    papers: tuple[str, ...]
    purposes: tuple[str, ...]
    heads: tuple[str, ...]
    returns: tuple[str, ...]
    reports: tuple[str, ...]
    accounts: tuple[str, ...]
    raised: tuple[str, ...]
    raises: tuple[str, ...]
    brings: tuple[str, ...]
    puts: tuple[str, ...]
    occasions: tuple[str, ...]
    asks: tuple[str, ...]
    requests: tuple[str, ...]
    requested: tuple[str, ...]

    @field_validator("*", mode="before")
    @classmethod
    def _forms(cls, value: object) -> object:
        """The forms of all lines, each once."""
        if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
            return value
        forms = [form.strip() for line in value for form in line.split(",")]
        if faulty := next((form for form in forms if not form or form != form.lower()), None):
            raise ValueError(f"{faulty!r} is empty or has a capital")
        return tuple(dict.fromkeys(forms))


@cache
def movement_words() -> MovementWords:
    text = (files("ingest") / "lexicon" / "movements.yaml").read_text(encoding="utf-8")
    return parse_part(MovementWords, text, "lexicon/movements.yaml")


def any_of(forms: tuple[str, ...]) -> str:
    """A pattern for any of the forms, the longest first; white space as it comes."""
    return "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in sorted(forms, key=len, reverse=True))


def quick_any_of(forms: tuple[str, ...], before: str = "", after: str = "") -> str:
    """The same between `before` and `after`, tried by the first letter of the forms."""
    return by_first_letter([Choice(tuple(any_of((form,)) for form in sorted(forms, key=len, reverse=True)), before, after)])


_PRONOUNS = ("den", "det", "detta", "dessa")


def matter_pattern() -> str:
    """A pattern for what is handed on and called a matter: a word with one of the endings, or a pronoun."""
    nouns = tuple(m for m in movement_words().matters if m not in _PRONOUNS)
    return rf"\b(?:{'|'.join(_PRONOUNS)})\b|(?:{any_of(nouns)})(?![\wåäö-])"
