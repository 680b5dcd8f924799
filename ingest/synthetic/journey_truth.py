"""What is true of journeys: the items as they were meant, what they sent on, what answers it, and the hops of each issue."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.synthetic.journey_pools import Forum

Place = tuple[str, dt.date, str]
"""Forum, day, number of the item."""


@dataclass(frozen=True, slots=True)
class TrueSending:
    """One thing sent on. `to` is a forum's or body's short name, a person, or "kommunerna"; `answer` the item that answers it among
    the minutes at hand. `lost`: what answered it stands in minutes that are withheld."""

    kind: str
    origin: Place
    to: str
    due: dt.date | None
    what: str | None
    answer: Place | None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class TrueHop:
    """One hop of an issue's trace: a stated kind, or FOLLOWED_BY for the next item that no word sends it to."""

    topic: str
    kind: str
    origin: Place
    arrival: Place


@dataclass(eq=False)
class Meeting:
    """A meeting with its items; of one that is withheld there are no minutes."""

    forum: Forum
    date: dt.date
    points: list[Point] = field(default_factory=list)
    withheld: bool = False


@dataclass(eq=False)
class Point:
    """An item on its way into the minutes."""

    meeting: Meeting
    topic: str
    title: str
    presenters: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    retold: list[tuple[Sent, Point]] = field(default_factory=list)
    """What it tells that another forum asked for, and the item that did."""
    raised_by: str | None = None
    also: str | None = None
    """Another issue that the item concerns."""
    number: str = ""

    @property
    def topics(self) -> set[str]:
        return {self.topic, self.also} - {None}  # type: ignore[return-value]

    @property
    def place(self) -> Place:
        return self.meeting.forum.short, self.meeting.date, self.number


@dataclass(eq=False)
class Sent:
    """What an item sends on."""

    kind: str
    to: str
    due: dt.date | None = None
    what: str | None = None
    forum: str | None = None
    """The forum it goes to; None for any other body or person."""
    answer: Point | None = None


def true_sendings(points: list[Point]) -> list[TrueSending]:
    """What the items at hand sent on, and what they tell of as received where the minutes of the sender are not at hand."""
    at_hand = set(map(id, points))
    sent = [
        TrueSending(
            sent.kind,
            point.place,
            sent.to,
            sent.due,
            sent.what,
            sent.answer.place if sent.answer is not None and id(sent.answer) in at_hand else None,
            lost=sent.answer is not None and id(sent.answer) not in at_hand,
        )
        for point in points
        for sent in point.sent
    ]
    received = [
        TrueSending(told.kind, point.place, told.to, None, told.what, None)
        for point in points
        for told, origin in point.retold
        if id(origin) not in at_hand
    ]
    return sent + received


def true_hops(topic: str, points: list[Point], meetings: Sequence[Meeting]) -> list[TrueHop]:
    """A stated hop leads to the item on the day that was named, else to the next one in the forum; what no word explains between
    consecutive items is FOLLOWED_BY."""
    order = sorted(points, key=lambda p: p.meeting.date)
    held = {(m.forum.short, m.date): m for m in meetings}
    hops: set[TrueHop] = set()
    for point in order:
        for sent in point.sent:
            if sent.forum is None or sent.kind == "INVITES":
                continue
            later = [p for p in order if p.meeting.date > point.meeting.date and p.meeting.forum.short == sent.forum]
            if sent.due is not None:
                if (sent.forum, sent.due) not in held or held[sent.forum, sent.due].withheld:
                    continue
                near = [p for p in later if p.meeting.date == sent.due]
                later = near or [p for p in later if p.meeting.date > sent.due]
            if later:
                hops.add(TrueHop(topic, sent.kind, point.place, later[0].place))
        if point.raised_by is not None:
            before = [p for p in order if p.meeting.date < point.meeting.date and p.meeting.forum.short == point.raised_by]
            if before:
                hops.add(TrueHop(topic, "RAISED_BY", before[-1].place, point.place))
    explained = {(hop.origin, hop.arrival) for hop in hops}
    by_meeting: dict[int, list[Point]] = defaultdict(list)
    for point in order:
        by_meeting[id(point.meeting)].append(point)
    steps = list(by_meeting.values())
    for earlier, after in itertools.pairwise(steps):
        if not any((one.place, after[0].place) in explained for one in earlier):
            hops.add(TrueHop(topic, "FOLLOWED_BY", earlier[-1].place, after[0].place))
    return sorted(hops, key=lambda h: (h.origin[1], h.arrival[1], h.kind))
