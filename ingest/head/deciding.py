"""The forum in whose name a text decides again and again, for a head that names none or none for sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from graph.names import fold, lowered
from graph.record import Span
from ingest.alternatives import Choice, by_first_letter
from ingest.head.forum_names import FORUM_NOUN, FORUM_OWNER, NAMELESS, NOUN_STEMS
from ingest.kinds import Tells, any_form, verbs
from ingest.lines import Line

_MORE = ("beslutar", "beslutade", "beslöt", "konstaterar", "konstaterade")
"""What a body does when it decides, without a kind of decision of its own."""
_DECIDES_BY = re.compile(r"s\s+(?:beslut|förslag)\b")
"""What a body has before its heading: "Bryggnämndens beslut"; for text in lower case."""
_BEFORE = re.compile(r"(?:^|[.:;!?)\d]|\b(?:beslut|beslutet))\s*$", re.IGNORECASE)
"""What may stand before the name of a body that decides: nothing, the end of a sentence, a heading."""
_AT_HEAD = re.compile(r"(?:^|\d[.)]?|\b(?:beslut|beslutet))\s*$", re.IGNORECASE)
"""The same where a head names another: not what a text tells of somebody's decisions."""
_REACH = 20
_OFTEN = 2


def find_deciding_forum(lines: Iterable[Line], *, against: str | None = None) -> Span | None:
    """Where the forum is first named in whose name lines decide again and again ("Bryggnämnden beslutar", "Bryggnämndens beslut"):
    twice at least, and more often than all others together. `against` is what the head names, if anything, though not for sure."""
    before = _AT_HEAD if against else _BEFORE
    head = fold(against.removesuffix("s")) if against else ""
    named: dict[str, list[Span]] = {}
    for line in lines:
        for start, end in _deciders(line.text, before):
            name = fold(line.text[start:end].removesuffix("s"))
            if head.endswith(name):
                name = head  # "Fullmäktige", "Styrgruppen": short for the one that the head names
            elif NAMELESS.fullmatch(line.text[start:end]):
                continue
            named.setdefault(name, []).append((line.start + start, line.start + end))
    most = max(named, key=lambda name: len(named[name]), default=head)
    if most == head or len(named[most]) < _OFTEN or len(named[most]) * 2 <= sum(map(len, named.values())):
        return None
    return named[most][0]


@cache
def _decides() -> re.Pattern[str]:
    """What a body does that decides, behind its name, in lower case: the verbs of the lexicon that state a decision."""
    own = [any_form(verb, verb.active) for verb in verbs() if verb.tells is not Tells.HEADING]
    more = Choice(_MORE, after=r"\b")
    return re.compile(r"\s+" + by_first_letter([*own, more]))


def _deciders(text: str, before: re.Pattern[str]) -> Iterator[Span]:
    lower = lowered(text)
    if not any(stem in lower for stem in NOUN_STEMS):
        return
    for pattern, decides in ((FORUM_NOUN, _decides()), (FORUM_OWNER, _DECIDES_BY)):
        if decides.search(lower) is None:
            continue
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if (field := _FIELD.match(text, end)) and (reach := _end_of_field(lower, field, decides)):
                end = reach
            if decides.match(lower, end) and before.search(text, max(0, start - _REACH), start):
                yield start, end


_FIELD = re.compile(r"\s+för(?:\s+[a-zåäö][\wåäö-]*,?){1,7}")
"""What may be the fields of a board behind its noun, and what it does: "Nämnden för bad och båtar fastställer"."""


def _end_of_field(lower: str, field: re.Match[str], decides: re.Pattern[str]) -> int | None:
    """Where the name of a board ends that is named for its fields, before what it does."""
    ends = (word.end() for word in _WORD.finditer(lower, field.start(), field.end()))
    return next((end for end in islice(ends, 1, None) if decides.match(lower, end)), None)


_WORD = re.compile(r"\s+[\w-]+")
