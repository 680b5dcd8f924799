"""One sentence, with what its readers share: its words, the bodies it names, and the movements found so far."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property

from graph.lexicon import BodyKind
from graph.names import fold, lowered_between, squash
from graph.record import Movement, MovementType, Span
from ingest.bodies import Context, Named, find_named, is_same_forum
from ingest.presenters.persons import People

_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"\sför\s(?:[\wåäö-]+\s){0,2}?(?P<field>[\wåäö-]{5,})")
""" "Nätverket för rehabchefer" is not the one for school heads."""
_STEM = 5
_DUE_TYPES = {MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO, MovementType.ASSIGNS}


class Sentence:
    """The sentence `text[span]`; what is dear to look up is looked up when first asked for."""

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
        self.text = text[span[0] : span[1]]
        self.lowered = lowered_between(text, *span)
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

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(_WORD.findall(self.lowered))

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

    def name(self, body: Named) -> str:
        """The name of a body; a generic word for this forum ("rådet") is this forum."""
        return self.own if self.own and not body.known and self.is_own(body) else body.name


def _is_same(name: str, other: str | None) -> bool:
    one, two = fold(name), fold(other or "")
    return bool(two) and (one in two or two in one)
