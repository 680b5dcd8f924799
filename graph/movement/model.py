"""What was sent on, what may answer it, and the reasons: the values that the rest of the package works on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ANSWER: Final = 0.6
"""A match with this score is an answer."""
POSSIBLE: Final = 0.35
"""A match with this score is shown as a possible answer."""
NEXT_MEETING_DAYS: Final = 200
"""A meeting later than this is not what "next meeting" meant: then others lie between that the store does not know of."""


class Kind(StrEnum):
    """How it was sent on: relationship types of the graph."""

    RECOMMENDS = "RECOMMENDS"
    ASSIGNS = "ASSIGNS"
    PETITIONS = "PETITIONS"
    INVITES = "INVITES"
    REFERRED_TO = "REFERRED_TO"
    REPORTS_BACK_TO = "REPORTS_BACK_TO"


class Status(StrEnum):
    OPEN = "open"
    """Nothing known answers it; `Reason` says how much that means."""
    ANSWERED = "answered"
    OVERDUE = "overdue"
    """Its day has passed, and the minutes that would tell of an answer are here and do not."""
    SILENT = "silent"
    """The forum that should have answered has no later minutes in the store: it cannot be known."""


class Reason(StrEnum):
    """Why no answer is known."""

    NOT_TAKEN_UP = "not-taken-up"
    """Later minutes of the forum are in the store, and none of them takes it up."""
    NO_LATER_MINUTES = "no-later-minutes"
    MINUTES_MISSING = "minutes-missing"
    """It was to come up at a meeting, or at a time, of which the store has no minutes."""
    NO_MINUTES_KEPT = "no-minutes-kept"
    """The one that was asked keeps no minutes; the forum that asked has none later in the store."""
    NOT_YET_DUE = "not-yet-due"


class DueBasis(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"


class EvidenceKind(StrEnum):
    TOPIC = "topic"
    BROAD_TOPIC = "broad-topic"
    OTHER_TOPIC = "other-topic"
    """Both concern a known topic, and not the same."""
    REQUEST = "request"
    """Words of what was asked for come back."""
    TITLE = "title"
    REPORT = "report"
    FORUM = "forum"
    BACK_TO = "back-to"
    """It comes up in the forum that a report back was promised to."""
    RECEIVED = "received"
    """It came to the forum from another body, in this very item."""
    REPORTED_HERE = "reported-here"
    """The item tells of it as something given before."""
    RETOLD = "retold"
    """The item tells that it was sent here."""
    SENDER = "sender"
    """It comes up where it was sent from, as a report back does."""
    ON_THE_DAY = "on-the-day"
    IN_TIME = "in-time"
    NEXT_MEETING = "next-meeting"
    WORDING = "wording"
    CITATION = "citation"
    INVITED = "invited"
    NOT_INVITED = "not-invited"
    """The one who was invited is not among those who present."""
    PRESENTER = "presenter"
    EARLY = "early"
    LATE = "late"
    OTHER_REQUEST = "other-request"
    """The words fit another of the same item's requests better."""
    OTHER_REPORT = "other-report"
    """The item is a report back, and what it tells of has no word of what was asked for."""
    IN_PART = "in-part"
    """It tells of a part, or that it is not done yet."""
    AWAITED_ELSEWHERE = "awaited-elsewhere"
    """The words of a report back are tied to something else that was sent on."""


@dataclass(frozen=True, slots=True)
class Due:
    """When an answer was asked for. `date` is the day, or the last of the days from `start` on; None when the words name a
    time that cannot be worked out ("nästa möte" of a forum whose next meeting is not known). `words` are those of the text."""

    date: dt.date | None
    basis: DueBasis
    words: str | None = None
    start: dt.date | None = None
    meeting: bool = False
    """It names a meeting, not a last day."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing sent on. Ids as in the graph; `words` and `title` verbatim."""

    id: str
    kind: Kind
    item: str
    forum: str
    """The forum of the meeting that sent it on."""
    date: dt.date | None
    targets: frozenset[str]
    to_forum: str | None
    """The forum it was sent to; None for any other body or person."""
    title: str
    what: str | None = None
    due: Due | None = None
    back_to: str | None = None
    """The forum that a report back was promised to."""
    meeting: str | None = None
    number: str | None = None
    topics: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    about: str | None = None
    """What a promised report back is to tell of, where it is promised of one request."""
    here: EvidenceKind | None = None
    """RECEIVED or REPORTED_HERE: it was not sent on by the item but came up in it, so that the item itself may answer it."""
    agreed: str | None = None
    """The words by which the sentence itself tells that the forum agrees ("ställer sig bakom")."""
    names: frozenset[str] = frozenset()
    """Stems of what the targets are called: that a sentence names them tells nothing of what it is about."""
    retold_in: frozenset[str] = frozenset()
    """Items of the forum it was sent to that tell of it."""

    @property
    def expected_in(self) -> str:
        """The forum whose minutes would tell of the answer."""
        return self.back_to or self.to_forum or self.forum

    @property
    def kept_apart(self) -> bool:
        """Whether what the one that was asked does is kept in no minutes: that it shows in those of the forum that asked is not
        certain. An invited person, though, comes to the forum itself."""
        return self.to_forum is None and self.back_to is None and self.kind is not Kind.INVITES

    def is_for_meeting(self, forum: str) -> bool:
        """Whether it was to come up at a meeting of this forum on the day that it is due, rather than by that day."""
        return self.due is not None and self.due.meeting and forum == self.expected_in

    @property
    def request(self) -> str:
        """What is asked for in words: else the title of the item."""
        return self.what or self.about or self.title


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item that may answer. `text` are its words apart from the title that do not send anything on."""

    id: str
    forum: str
    meeting: str
    date: dt.date | None
    title: str
    number: str | None = None
    position: int = 0
    text: str = ""
    decided: str = ""
    """Of these, what was decided."""
    labels: str = ""
    heading: str = ""
    """The title of the item it is part of."""
    topics: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    presenters: frozenset[str] = frozenset()
    presenting: frozenset[str] = frozenset()
    """Bodies that its presenters speak for."""
    cites: frozenset[tuple[str, str | None]] = frozenset()
    """Meetings it refers to, each with the paragraph that it names."""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting. `recorded` tells that its minutes are in the store."""

    id: str
    forum: str
    date: dt.date
    recorded: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason. `weight` is negative for a reason against; `detail` are the words or the date it rests on."""

    kind: EvidenceKind
    weight: float
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    item: Item
    evidence: tuple[Evidence, ...]

    @property
    def score(self) -> float:
        """Between 0 and 0.99, two decimals."""
        return round(min(0.99, max(0.0, sum(one.weight for one in self.evidence))), 2)

    @property
    def is_answer(self) -> bool:
        return self.score >= ANSWER


@dataclass(frozen=True, slots=True)
class Standing:
    """Where something that was sent on stands on a day. `later` is how many later minutes of the expected forum there are;
    `missing` are known meetings without minutes that may have dealt with it."""

    status: Status
    reason: Reason | None
    later: int
    missing: tuple[Held, ...] = ()
