"""One sentence, with what its readers share: its words, the bodies it names, and the movements found so far."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from graph.lexicon import BodyKind
from graph.names import fold, lowered_between, squash
from graph.record import Movement, MovementType, Span
from ingest.alternatives import iter_at_words
from ingest.bodies import Context, Named, find_named, is_same_forum
from ingest.phrases import Phrases
from ingest.presenters.persons import People
from ingest.sentences import words_between

OPENS_WITHIN = 12
"""How far into a sentence a body may begin that stands first in it."""
_FIELD = re.compile(r"\sför\s(?:[\wåäö-]+\s){0,2}?(?P<field>[\wåäö-]{5,})")
""" "Nätverket för rehabchefer" is not the one for school heads."""
_STEM = 5
_BEFORE_FIRST, _BETWEEN = 25, 12
_DUE_TYPES = {MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO, MovementType.ASSIGNS}


class Place(NamedTuple):
    """Where a sentence stands: first in its item; in one of questions from those there; there right at its line's beginning."""

    opening: bool
    questions: bool
    labelled: bool


class Sentence:
    """The sentence `text[span]`, its line breaks as spaces, and its words in lower case; the bodies are looked up when first asked for."""

    def __init__(
        self,
        text: str,
        span: Span,
        context: Context,
        own: str | None,
        as_written: str | None,
        on: dt.date | None,
        people: People,
    ) -> None:
        self.text = text[span[0] : span[1]].replace("\n", " ")
        self.lowered = lowered_between(text, *span).replace("\n", " ")
        self.words = words_between(text, *span)
        self.span = span
        self.context = context
        self.own = own
        self.as_written = as_written
        self.on = on
        self.people = people
        self.found: list[Movement] = []

    @cached_property
    def named(self) -> tuple[Named, ...]:
        return find_named(self.text, self.context)

    def iter_forms(self, pattern: re.Pattern[str], forms: Phrases) -> Iterator[re.Match[str]]:
        """Where the forms stand that a pattern is for."""
        return iter_at_words(pattern, forms.first_words(self.words), self.lowered, 0, len(self.lowered))

    def add(
        self, kind: MovementType, sender: str | None, to: str | None, due: dt.date | None = None, what: str | None = None
    ) -> None:
        """Adds a movement, unless one of this kind to the same body, or to one of a name that holds this one's, is there."""
        if kind is MovementType.REFERRED_TO and to and any(_is_same(to, m.to) for m in self.found if m.type is kind):
            return
        due = due if kind in _DUE_TYPES else None
        elsewhere = (m for m in self.found if m.type is MovementType.REFERRED_TO and m.to != to and m.due == due)
        if kind is MovementType.REPORTS_BACK_TO and to == self.own and due and any(elsewhere):
            return  # "redovisas vid rådets möte den 19 september": that is another's meeting
        self.found.append(Movement(type=kind, from_=sender, to=to, due=due, what=what, quote=squash(self.text), span=self.span))

    def has(self, kind: MovementType) -> bool:
        """Whether a movement of a kind was found."""
        return bool(self.found) and any(m.type is kind for m in self.found)

    @property
    def comes_back(self) -> bool:
        """Whether the sentence was found to say that the matter, or an answer, comes back to this forum."""
        return self.has(MovementType.REPORTS_BACK_TO) or (
            bool(self.found) and any(m.type is MovementType.REFERRED_TO and m.to == self.own for m in self.found)
        )

    def joined(self, start: int, end: int) -> list[Named]:
        """The bodies from the beginning of a stretch on, as long as only "och", commas and the like part them."""
        out: list[Named] = []
        for body in (n for n in self.named if start <= n.start and n.end <= end):
            if body.start - (out[-1].end if out else start) > (_BETWEEN if out else _BEFORE_FIRST):
                break
            out.append(body)
        return out

    def first_forum(self, before: int) -> str | None:
        """The first forum named before an offset, as who assigns; else this one."""
        return next((n.name for n in self.named if n.end <= before and n.kind is BodyKind.FORUM), self.own)

    def last_body(self, before: int) -> str | None:
        """The last body named before an offset that may send something: a forum, or one that no lexicon has; else this forum."""
        earlier = [n for n in self.named if n.end <= before and (n.kind is BodyKind.FORUM or not n.known)]
        return earlier[-1].name if earlier else self.own

    def is_own(self, body: Named) -> bool:
        return self.is_own_name(body.name)

    def is_own_name(self, name: str) -> bool:
        """Whether a name means the forum whose minutes these are."""
        if not is_same_forum(name, self.context, self.as_written):
            return False
        field = _FIELD.search(name)
        return field is None or fold(field["field"])[:_STEM] in fold(
            f"{self.context.forum or ''} {self.as_written or ''} {self.context.also or ''}"
        )

    def as_body(self, body: Named) -> str:
        """The name of a body; a municipality that is written as one ("Orsa kommun") goes by those words, as one that acts."""
        written = squash(self.text[body.start : body.end])
        return written if body.kind is BodyKind.MUNICIPALITY and body.known and " " in written else body.name

    def without_place(self, name: str) -> str:
        """ "Anna Ek Moras" (kommun) -> "Anna Ek": a municipality run together with the name before it."""
        words = name.split()
        while len(words) > 2 and self.context.lexicon.municipality(words[-1]):
            words.pop()
        return " ".join(words)

    def name(self, body: Named) -> str:
        """The name of a body; a generic word for this forum ("rådet") is this forum."""
        return self.own if self.own and not body.known and self.is_own(body) else body.name


def _is_same(name: str, other: str | None) -> bool:
    one, two = fold(name), fold(other or "")
    return bool(two) and (one in two or two in one)
