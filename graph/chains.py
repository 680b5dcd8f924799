"""How an issue moves: the agenda items of one topic in time order, and the hops between them. Pure."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.names import fold

NEAR_DUE_DAYS: Final = 45
"""A matter sent to a meeting on a given day has come where it was sent if it comes up there within this time of the day."""
LATE_DAYS: Final = 400
"""What comes up later than this, after the day it was sent on or asked for, need not come of that."""
FAR_DAYS: Final = 800
"""What comes up later than this has, as far as words do not tell otherwise, nothing to do with it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One agenda item of a topic, as one document tells of it. `rank` is 0 for minutes, more for lesser sources."""

    item: str
    position: int
    meeting: str
    forum: str
    date: dt.date | None
    document: str
    rank: int
    passages: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """A statement of one item that names a forum: where the matter goes, or (`back`) where it came from. `actor` is the body that sends
    it there, None for the forum of the item."""

    item: str
    forum: str
    due: dt.date | None
    passages: tuple[str, ...]
    back: bool = False
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One FOLLOWED_BY relationship. `document` is that of the later item; `passages` are of both ends."""

    earlier: str
    later: str
    topic: str
    days: int
    basis: str
    document: str
    passages: tuple[str, ...]


def build_chain(topic: str, steps: Iterable[Step], sendings: Iterable[Sending]) -> list[Hop]:
    """The hops of one topic: from each meeting that takes it up to the next one that does.

    Items without a date are in no chain. Where several items of a meeting concern the topic, the hop starts at the one that
    sends the matter on, and leads between those whose titles are most alike, else from the last to the first. The hop is stated when the earlier item names the forum of the
    later (and it comes up about the day that is said, or within a year or so), or the later one says that the matter was raised by the forum of the earlier.
    """
    by_item: dict[str, Step] = {}
    for step in sorted(steps, key=lambda s: (s.rank, s.document, s.passages)):
        if step.date is not None:
            by_item.setdefault(step.item, step)
    meetings: dict[str, list[Step]] = defaultdict(list)
    for step in by_item.values():
        meetings[step.meeting].append(step)
    for items in meetings.values():
        items.sort(key=lambda s: (s.position, s.item))
    order = sorted(meetings.values(), key=lambda items: (items[0].date, items[0].forum, items[0].meeting))
    said: dict[str, list[Sending]] = defaultdict(list)
    for sending in sorted(sendings, key=lambda s: (s.item, s.forum, s.due or dt.date.min, s.passages, s.back, s.actor or "")):
        teller = by_item.get(sending.item)
        received = teller is not None and sending.actor not in (None, teller.forum) and sending.forum == teller.forum
        if not received:  # what came to the forum from another body is not sent there again
            said[sending.item].append(sending)
    return [_hop(topic, a, b, said) for a, b in itertools.pairwise(order)]


def _hop(topic: str, earlier: Sequence[Step], later: Sequence[Step], said: dict[str, list[Sending]]) -> Hop:
    pairs = _most_alike_first(earlier, later)
    for start, end in pairs:
        for sending in said.get(start.item, ()):
            if not sending.back and sending.forum == end.forum and _on_time(sending.due, start.date, end.date):
                return _between(topic, start, end, "stated", sending.passages, end.passages)
    for start, end in pairs:
        for sending in said.get(end.item, ()):
            if sending.back and sending.forum == start.forum:
                return _between(topic, start, end, "stated", start.passages, sending.passages)
    start, end = pairs[0]
    return _between(topic, start, end, "inferred", start.passages, end.passages)


def _most_alike_first(earlier: Sequence[Step], later: Sequence[Step]) -> list[tuple[Step, Step]]:
    """Every pair of an earlier and a later item; of those alike the last and the first."""
    pairs = list(itertools.product(reversed(earlier), later))
    if len(pairs) == 1:
        return pairs
    words = {step.item: {word for word in fold(step.title).split() if len(word) > 3} for step in (*earlier, *later)}

    def alike(pair: tuple[Step, Step]) -> float:
        ours, theirs = (words[step.item] for step in pair)
        return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0

    return sorted(pairs, key=alike, reverse=True)


def _between(topic: str, start: Step, end: Step, basis: str, first: Sequence[str], last: Sequence[str]) -> Hop:
    days = (end.date - start.date).days if start.date and end.date else 0
    passages = tuple(dict.fromkeys((*first, *last)))
    return Hop(start.item, end.item, topic, days, basis, end.document, passages)


def _on_time(due: dt.date | None, sent: dt.date | None, date: dt.date | None) -> bool:
    if date is None or sent is None:
        return False
    return (date - sent).days <= LATE_DAYS if due is None else abs((date - due).days) <= NEAR_DUE_DAYS
