"""How the pages speak Swedish and English: texts by their keys, and how dates and numbers are written.

The texts themselves stand in `page_texts`, `review_texts` and `relation_texts`: `{name}` in one stands for a value, and "one|many"
is chosen by the value `n`. What a document says is never translated.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from api.page_texts import PAGE_TEXTS
from api.relation_texts import EDGE_WORDS, RELATIONS
from api.review_texts import REVIEW_TEXTS
from graph.english import reason_in_english


class Language(StrEnum):
    SWEDISH = "sv"
    ENGLISH = "en"


class Own(str):
    """Words of the program, in the reader's language. Any other text on a page is words of documents, which are Swedish."""

    __slots__ = ()


_PLACE = re.compile(r"\{(\w+)\}")

_MONTHS = {
    Language.SWEDISH: (
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

TEXTS: Mapping[str, tuple[str, str]] = {**PAGE_TEXTS, **REVIEW_TEXTS}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language. Calling it with a key that does not exist raises KeyError: a slip of ours, never the reader's."""

    language: Language

    def __call__(self, key: str, **values: object) -> Own:
        return Own(fill(TEXTS[key][self._index], self.number, values))

    def has(self, key: str) -> bool:
        return key in TEXTS

    @property
    def _index(self) -> int:
        return 0 if self.language is Language.SWEDISH else 1

    def relation(self, type_: str, *, outgoing: bool) -> Own:
        """The heading of the neighbours over one type of relationship, seen from its start (`outgoing`) or its end."""
        words = RELATIONS.get(type_)
        if words is None:
            return Own(type_.replace("_", " ").capitalize())
        return Own(words[0 if outgoing else 1][self._index])

    def edge(self, type_: str) -> str:
        """The short word on an arrow."""
        words = EDGE_WORDS.get(type_)
        return words[self._index] if words else type_.replace("_", " ").lower()

    def date(self, value: dt.date | str | None) -> str:
        """ "24 april 2025" / "24 April 2025"; text that is no date comes back as it is."""
        parsed = as_date(value)
        if parsed is None:
            return str(value or "")
        return Own(f"{parsed.day} {_MONTHS[self.language][parsed.month - 1]} {parsed.year}")

    def month(self, value: dt.date) -> str:
        """ "apr 2025" / "Apr 2025"."""
        return f"{_MONTHS[self.language][value.month - 1][:3]} {value.year}"

    def number(self, value: object) -> str:
        """Thousands parted by a narrow space in Swedish, by a comma in English."""
        if isinstance(value, bool) or not isinstance(value, int):
            return str(value)
        return Own(f"{value:,}".replace(",", "\u202f" if self.language is Language.SWEDISH else ","))

    def reason(self, text: str) -> str:
        """A reason that a record gives, in the reader's language; as the record has it where its English is not known."""
        if self.language is Language.SWEDISH:
            return Own(text)
        english = reason_in_english(text)
        return text if english is None else Own(english)

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language: ”så” in Swedish, “so” in English."""
        return f"”{words}”" if self.language is Language.SWEDISH else f"“{words}”"


def fill(text: str, write: Callable[[object], object], values: Mapping[str, object]) -> str:
    """Choose "one|many" by `n` and put the values in. Values are never read as texts with values of their own."""
    if "|" in text:
        one, _, many = text.partition("|")
        text = one if values.get("n") == 1 else many
    return _PLACE.sub(lambda place: str(write(values[place[1]])), text)


def as_date(value: dt.date | str | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        return None
