"""Decisions of another body, or of an earlier meeting, that an item tells of: never decisions of this meeting."""

from __future__ import annotations

import re

from graph.names import fold, lowered_between, squash
from graph.record import PriorDecision
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import find_named
from ingest.dates import find_dates
from ingest.decisions.deciders import EARLIER, Minutes
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.kinds import decision_kind
from ingest.sentences import iter_sentences
from ingest.vocabulary import BODY_NOUN, Section

_PAST = re.compile(
    r"\b(?:hade|har)\s+(?:[\w§-]+\s+){0,7}?(?:beslutat|avslagit|godkänt|antagit|tillstyrkt|bifallit|fattat\s+beslut)\b|\b(?:beslutade|beslutades|beslöt|avslog|fastställde|godkände|antog|biföll|bordlade|återremitterade)\b"
    r"|\b(?:bordlades|återremitterades|avslogs|fastställdes|godkändes|antogs|bifölls)(?=\s+(?:vid|på|under)\s+(?:\w+\s+)?(?P<earlier>föregående|förra|senaste)\s)"
)
_PASTS = (
    "beslutat avslagit godkänt antagit tillstyrkt bifallit fattat beslutade beslutades "
    "beslöt avslog fastställde godkände antog biföll bordlade återremitterade bordlades återremitterades avslogs fastställdes godkändes antogs bifölls"
)
_ANY_PAST = re.compile(by_first_letter([Choice(tuple(_PASTS.split()), r"\b", r"\b")]))
"""The words of `_PAST`: one of them stands in every sentence that has it."""
_TELLING = (None, Section.DECISION, Section.BACKGROUND, Section.EARLIER)


def find_prior(item: ItemLines, used: set[int]) -> list[PriorDecision]:
    """Sentences that tell what another body, or an earlier meeting, decided. `used`: lines that hold this meeting's decisions."""
    wanted = [line.index not in used and s in _TELLING for line, s in zip(item.lines, item.sections, strict=True)]
    found: list[PriorDecision] = []
    if not any(take and _ANY_PAST.search(lower) for lower, take in zip(item.lowers, wanted, strict=True)):
        return found
    for start, end in find_stretches(item.lines, wanted):
        for s, e in iter_sentences(item.text, start, end):
            if prior := _prior(item.text, s, e, item.minutes):
                found.append(prior)
    return found


def _prior(text: str, start: int, end: int, minutes: Minutes) -> PriorDecision | None:
    lower = lowered_between(text, start, end)
    verb = _PAST.search(lower) if _ANY_PAST.search(lower) else None
    if not verb:
        return None
    sentence = text[start:end]
    named = [n for n in find_named(sentence, minutes.context) if n.known or BODY_NOUN.search(n.name)]
    subjects = [n for n in named if n.end <= verb.start()] or [n for n in named if 0 <= n.start - verb.end() <= 2]
    dates = [d.date for d in find_dates(sentence, minutes.on)]
    own = minutes.as_written and fold(minutes.as_written) in fold(sentence[: verb.start() + 90])
    other = subjects and not own and not minutes.is_forum(sentence[subjects[-1].start : subjects[-1].end])
    earlier = bool(dates) and minutes.on is not None and min(dates) < minutes.on
    if not other and not earlier and not verb["earlier"] and not EARLIER.search(sentence[: verb.start()]):
        return None
    kind, _ = decision_kind(sentence[verb.start() :].replace("avslagit", "avslog"))
    return PriorDecision(
        forum=subjects[-1].name if subjects else None,
        date=min(dates) if dates else None,
        kind=kind,
        quote=squash(sentence),
        span=(start, end),
    )
