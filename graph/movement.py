"""What was sent on, and what answers it. Pure: values in, matches with their reasons out.

A recommendation, an assignment, a petition, an invitation, a referral or a promised report-back is `Sent`. Later agenda items
are weighed against it one by one; each reason for and against is a piece of `Evidence` with its weight, and their sum is the
score. From `ANSWER` on an item counts as the answer, below it as a possible one, and below `POSSIBLE` as nothing.

What the store cannot know is kept apart from what did not happen (`judge`): no minutes is no silence of the forum.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from graph.chains import FAR_DAYS, LATE_DAYS, NEAR_DUE_DAYS
from graph.names import fold, squash

ANSWER: Final = 0.6
"""A match with this score is an answer."""
POSSIBLE: Final = 0.35
"""A match with this score is shown as a possible answer."""
BROAD_TOPIC: Final = 12
"""A topic with more agenda items than this is a field rather than a matter: that it comes up says little by itself."""
NEXT_MEETING_DAYS: Final = 200
"""A meeting later than this is not what "next meeting" meant: then others lie between that the store does not know of."""
_SLACK_DAYS: Final = 15
_NEARLY: Final = 0.15


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


# --- words ---------------------------------------------------------------------------------------------------------


_STRONG = re.compile(
    r"\b(?:återrapport\w*|återkoppl\w*|återredovis\w*|slutredovis\w*|svar(?:et|en)?\s+på\b|besvara\w*"
    r"|redovisa(?:de|des|t)\s+(?:\w+\s+)?uppdrag\w*|redovisning(?:en)?\s+av\s+(?:\w+\s+)?uppdrag\w*|uppdrag\w*\s+(?:\w+\s+)?(?:redovisa\w*|slutför\w*|är\s+(?:slutfört|utfört|genomfört)|har\s+(?:slutförts|genomförts|utförts))"
    r"|med\s+anledning\s+av\s+(?:\w+[\s,]+){0,4}?(?:uppdrag|rekommendation|skrivelse|beslut|hänvis)\w*|(?:i\s+enlighet\s+med|enligt|utifrån)\s+(?:\w+\s+){0,3}?(?:uppdrag|rekommendation|skrivelse)\w*)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:uppföljning\w*|slutrapport\w*|delrapport\w*|lägesrapport\w*|redovisning\w*|redovisa(?:de|s|des|r)|rapport(?:erade|erades|erar)?"
    r"|resultat(?:et)?\s+av|föregående\s+möte)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:redovisades?|redogjorde|rapporterades?|avrapporterades?|presenterades?|föregående\s+möte)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:ska|skall|kommer\s+att|bör|planeras|önskas|behov\s+av|nästa|nästkommande|senast|utlova\w*)\b[^.]*\b(?:åter|redovis|rapport|följas)"
    r"|\b(?:slut)?redovisas\s+(?:längre\s+fram|senare|framöver|när)\b"
    r"|\b(?:åter\w+|redovis\w+|rapport\w+)\b[^.]*\b(?:ska|skall|nästa|nästkommande|kommande\s+(?:möte|sammanträde)|senast|planeras)\b",
    re.IGNORECASE,
)
"""A report back that is still to come ("återrapporteras vid nästa möte") answers nothing."""
_IN_PART = re.compile(
    r"\b(?:en\s+första\s+del\b|delredovis\w*|(?:ännu|alltjämt|fortfarande)\s+inte\s+(?:helt\s+)?(?:klar|färdig|slutför|genomför)\w*"
    r"|inte\s+(?:helt\s+)?(?:klar|färdig|slutförd)\w*\s+ännu|(?:är|blev)\s+inte\s+(?:helt\s+)?(?:klar|färdig|slutförd)\w*)",
    re.IGNORECASE,
)
"""What is told of in part ("en första del presenterades") is not answered yet."""
_REPORTING: Final = frozenset(
    [
        "aterkoppling",
        "aterrapport",
        "aterrapporterade",
        "aterrapportering",
        "redovisade",
        "redovisades",
        "redovisning",
        "presenterades",
        "presenterade",
        "redogjorde",
        "rapporterades",
        "avrapporterades",
        "slutfort",
        "slutforts",
        "utfort",
        "genomfort",
        "resultatet",
        "svaren",
        "svaret",
        "besvarades",
        "gavs",
        "gicks",
        "igenom",
        "lamnades",
        "muntligt",
        "skriftligt",
        "kort",
        "foredragande",
        "foredraganden",
        "motet",
        "foregaende",
    ]
)
_COMMON_WORDS: Final = """
alla allt annan andra arbete arbetet arbeta arende arendet att avseende bade befintlig behov behovet beslut beslutar beslutade
bland bor bort dar darmed delar denna deras dessa detta efter eller enligt ett finns folja forslag forslaget fortsatt fortsatta
fraga fragan fragor fram framat for fran fora forum fore fick genom genomford genomfora genomforande gemensam gemensamma gora
handlingar handlingarna har hela hur ingen inom information informationen inte kan kommer kommun kommuner kommunerna kommunernas
lagga lagger lagesrapport lan lanet lanets men mellan mot mote motet nagra nasta nar och ocksa om omrade over parterna punkt
rapport rapporten redogora redovisa redovisas redovisning region regionen regional regionala regionens respektive radet
samtliga samt sedan sig ska skall skulle som stod svar tas till tidigare uppdrag uppdraget uppfoljning underlag underlaget under
upp utifran vad vara vid vidare vilka vilken aterkomma aterkoppla aterkoppling aterrapport aterrapportera aterrapportering
aterkommer delrapport handlingsplan beskriva forankra bereda egen egna fordjupad nulage framover overgripande ovrigt ovriga ovrig
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_ENDING_LIST: Final = (
    "andets andet ornas arnas ernas ningen ningar ingen ingar orna arna erna ande ende ning ing ades ade are aste ens ets en et er ar or as es na "
    "ad at a e n s t"
)
_ENDINGS: Final = tuple(_ENDING_LIST.split())
_STEM_LETTERS: Final = 9
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its ending, and of a long one the beginning: "kartlaggningen" and "kartlagga" are one, as are
    "bemanningen" and "bemannas"."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4), "")
    bare = word[: len(word) - len(ending)]
    if len(bare) > 4 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:_STEM_LETTERS]


def content_words(text: str) -> dict[str, str]:
    """Stem -> the word in lower case, of the words that carry a meaning of their own; numbers and words of every agenda are left out."""
    found: dict[str, str] = {}
    folded, written = fold(text).split(), _WORD.findall(unicodedata.normalize("NFC", text).lower())
    for word, shown in zip(folded, written if len(written) == len(folded) else folded, strict=True):
        if len(word) > 3 and word not in _COMMON and not word.isdigit():
            found.setdefault(stem(word), shown)
    return found


_REPORTING_STEMS: Final = frozenset(map(stem, _REPORTING))


def is_same_request(a: str | None, b: str | None, *, told: bool) -> bool:
    """Whether two wordings ask for the same: the text tells what the att-sats then says (`told`), or says it twice."""
    ours, theirs = content_words(a or ""), content_words(b or "")
    smaller = min(len(ours), len(theirs))
    if not smaller:
        return told
    return len(ours.keys() & theirs.keys()) / smaller >= (0.3 if told else 0.6)


# --- when ------------------------------------------------------------------------------------------------------------


MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_NEXT = re.compile(
    r"\b(?:(?:nästa|nästkommande)\s+(?:ordinarie\s+)?(?!år\b|års\b|vecka\b|månad\b|termin\b|steg\b|fas\b|period\b|höst\b|vår\b|vinter\b|sommar\b|mandatperiod\b)[\wåäöÅÄÖ-]+"
    r"|(?:kommande|följande)\s+(?:ordinarie\s+)?(?:möte|sammanträde)\w*)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?:i|under|till|senast|före|innan)\s+(?P<month>{'|'.join(MONTHS)})(?:\s+månad)?(?:\s+(?P<year>20\d\d))?\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:till|under|i|före|innan|efter|senast)\s+(?P<season>hösten?|våren?|sommaren?|årsskiftet|slutet\s+av\s+året)\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_SEASONS: Final = {"höst": ((8, 15), (11, 30)), "vår": ((2, 1), (5, 31)), "sommar": ((6, 1), (8, 31)), "år": ((10, 1), (12, 31))}
_DEADLINE = re.compile(r"\b(?:senast|innan|före|till och med|t\.?o\.?m\.?)\b", re.IGNORECASE)
_DATED = (Kind.REPORTS_BACK_TO, Kind.REFERRED_TO, Kind.ASSIGNS, Kind.INVITES)


@dataclass(frozen=True, slots=True)
class _Time:
    """A time that words name, at a place in them: the next meeting, a meeting within some days, or just some days."""

    start: int
    said: str
    meeting: bool
    days: tuple[dt.date, dt.date] | None


def work_out_due(
    kind: Kind, words: str, stated: dt.date | None, on: dt.date | None, meetings: Sequence[Held], *, targets: Sequence[str] = ()
) -> Due | None:
    """When an answer was asked for in these words, said on the day `on`. `meetings` are those of the forum that should answer,
    `targets` is what the words may call it: of several times that they name the nearest to it counts.

    A stated date counts as it is. "Nästa möte" is the forum's first later meeting that is known, with or without minutes;
    "i juni", "till hösten" a stretch of days, and with "möte" the first meeting within it. None when no time is named.
    """
    text = squash(words)
    if stated is not None:
        return Due(stated, DueBasis.STATED, meeting=not _DEADLINE.search(text))
    times = list(_iter_times(text, on, stretches=kind in _DATED)) if on is not None else []
    if on is None or not times:
        return None
    places = [m.start() for target in targets for m in re.finditer(rf"(?<!\w){re.escape(target)}", text, re.IGNORECASE)]
    time = min(times, key=lambda one: min((abs(one.start - place) for place in places), default=0))
    later = sorted(held.date for held in meetings if held.date > on)
    if time.days is None:
        known = later[0] if later and (later[0] - on).days <= NEXT_MEETING_DAYS else None
        return Due(known, DueBasis.INFERRED, time.said, meeting=True)
    start, end = time.days
    inside = [date for date in later if start <= date <= end] if time.meeting else []
    return Due(inside[0], DueBasis.INFERRED, time.said, meeting=True) if inside else Due(end, DueBasis.INFERRED, time.said, start)


def _iter_times(text: str, on: dt.date, *, stretches: bool) -> Iterator[_Time]:
    """The times that a text names, each in its own words: "nästa möte", "nästkommande råd i juni", "rådets möte i juni", "till hösten"."""
    found = [(span, days) for span, days in _iter_stretches(text, on)] if stretches else []
    taken = set()
    for following in _NEXT.finditer(text):
        joined = next((one for one in found if _CLOSE.fullmatch(text[following.end() : one[0][0]])), None)
        end = joined[0][1] if joined else following.end()
        taken.add(joined and joined[0])
        yield _Time(following.start(), text[following.start() : end], True, joined and joined[1])
    for span, days in found:
        if span not in taken:
            held = _HELD.search(text[: span[0]])
            start = held.start() if held else span[0]
            yield _Time(start, text[start : span[1]], held is not None, days)


_CLOSE: Final = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+")
"""What may part "nästa möte" from its month: a few words, and no comma or day."""
_HELD: Final = re.compile(r"\b(?:möte|sammanträde)(?:t|s|ts)?\s+$", re.IGNORECASE)


def _iter_stretches(text: str, on: dt.date) -> Iterator[tuple[tuple[int, int], tuple[dt.date, dt.date]]]:
    """Where the text names months and seasons, as days: in the year they say, else the next one that ends after `on`."""
    for match in _MONTH.finditer(text):
        number = MONTHS.index(match["month"].lower()) + 1
        spans = [_days_of((number, 1), (number, _last_day(y, number)), y) for y in _years(match["year"], on)]
        if days := _coming(spans, on):
            yield match.span(), days
    for match in _SEASON.finditer(text):
        word, lead = match["season"].lower(), match.group(0).lower()
        key = next(name for name in ("höst", "vår", "sommar", "år") if name in word)
        spans = [_days_of(*_SEASONS[key], y) for y in _years(match["year"], on)]
        if key == "sommar" and lead.startswith(("före", "innan", "till")):
            spans = [_days_of((4, 1), (6, 30), start.year) for start, _ in spans]
        elif key == "sommar" and lead.startswith("efter"):
            spans = [_days_of((8, 15), (10, 15), start.year) for start, _ in spans]
        if days := _coming(spans, on):
            yield match.span(), days


def _coming(spans: Iterable[tuple[dt.date, dt.date]], on: dt.date) -> tuple[dt.date, dt.date] | None:
    return next(((start, end) for start, end in spans if end > on), None)


def _years(said: str | None, on: dt.date) -> tuple[int, ...]:
    return (int(said),) if said else (on.year, on.year + 1)


def _days_of(start: tuple[int, int], end: tuple[int, int], year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, *start), dt.date(year, *end)


def _last_day(year: int, month: int) -> int:
    return ((dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)).day


# --- matching ----------------------------------------------------------------------------------------------------------


@dataclass
class Archive:
    """The agenda items and meetings that answers are looked for in, indexed once."""

    items: Sequence[Item]
    meetings: Sequence[Held]
    breadth: Mapping[str, int] = field(default_factory=dict)
    """Topic -> how many agenda items concern it in the whole store; what is not given is counted among the items."""

    def __post_init__(self) -> None:
        self._by_forum: dict[str, list[Item]] = defaultdict(list)
        counted: Counter[str] = Counter()
        self._words: dict[str, dict[str, str]] = {}
        for item in sorted(self.items, key=lambda i: (i.date or dt.date.min, i.meeting, i.position, i.id)):
            counted.update(item.topics)
            words = content_words(f"{item.title} {item.text}")
            self._words[item.id] = words
            if item.date is not None:
                self._by_forum[item.forum].append(item)
        self._by_id = {item.id: item for item in self.items}
        self._dates = {forum: [item.date or dt.date.min for item in items] for forum, items in self._by_forum.items()}
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for forum, items in self._by_forum.items():
            for place, item in enumerate(items):
                for key in (item.id, *self._words[item.id], *item.topics, *item.reports, *item.presenters):
                    self._places[forum, key].append(place)
        self._breadth = {**counted, **self.breadth}
        self._held: dict[str, list[Held]] = defaultdict(list)
        for held in sorted(self.meetings, key=lambda h: (h.date, h.id)):
            self._held[held.forum].append(held)

    def item(self, id_: str) -> Item | None:
        return self._by_id.get(id_)

    def held(self, forum: str) -> Sequence[Held]:
        """The known meetings of a forum, in time order."""
        return self._held.get(forum, ())

    def after(self, forum: str, date: dt.date, keys: Iterable[str]) -> Iterator[Item]:
        """The items of a forum's meetings after a day that have any of the keys (stems of words; ids of topics, reports, presenters, or its own),
        in time order."""
        items = self._by_forum.get(forum, [])
        first = bisect_right(self._dates.get(forum, []), date)
        places: set[int] = set()
        for key in keys:
            found = self._places.get((forum, key), ())
            places.update(found[bisect_left(found, first) :])
        return (items[place] for place in sorted(places))

    def is_broad(self, topics: Iterable[str]) -> bool:
        return min(self._breadth.get(topic, 0) for topic in topics) > BROAD_TOPIC

    def overlap(self, wanted: Mapping[str, str], item: Item) -> tuple[float, list[str]]:
        """The share of the wanted words that the item has, and which they are. No word counts for more than another: the score of a
        match must not depend on what else was asked."""
        return self._overlap(wanted, self._words[item.id])

    def decided_overlap(self, wanted: Mapping[str, str], item: Item) -> tuple[float, list[str]]:
        """The same among the words of what the item decided."""
        return self._overlap(wanted, content_words(item.decided))

    def _overlap(self, wanted: Mapping[str, str], here: Mapping[str, str]) -> tuple[float, list[str]]:
        if not wanted:
            return 0.0, []
        shared = [one for one in wanted if one in here]
        return len(shared) / len(wanted), [here[one] for one in shared]


def find_answers(sent: Sent, archive: Archive, others: Sequence[Sent] = ()) -> list[Match]:
    """The later items that answer it or possibly do, best first; of equal ones the earliest. `others` are what else the same item
    sent on. Nothing is found for what has no date."""
    if sent.date is None:
        return []
    forums = dict.fromkeys([sent.expected_in, *([sent.to_forum] if sent.to_forum else []), sent.forum])
    wanted = content_words(sent.request)
    title = content_words(sent.title)
    keys = {*wanted, *title, *sent.topics, *sent.reports, *sent.targets, *sent.retold_in}
    rivals = [
        content_words(o.what or "")
        for o in others
        if o.id != sent.id and o.what and not is_same_request(o.what, sent.what or sent.about, told=False)
    ]
    found = []
    if sent.here is not None and (own := archive.item(sent.item)) is not None:
        found.append(_weigh_own(sent, sent.here, own, archive, wanted))
    for forum in forums:
        for item in archive.after(forum, sent.date, keys):
            match = _weigh(sent, item, archive, wanted, title, rivals if sent.what or sent.about or _is_off(sent, item) else ())
            if match is not None and match.score >= POSSIBLE:
                found.append(match)
    return _in_order(found)


def matches_until(sent: Sent, matches: Iterable[Match], day: dt.date) -> list[Match]:
    """Those of the matches that are known on a day, in the order in which they would be found alone."""
    return _in_order(m for m in matches if m.item.id == sent.item or m.item.date is None or m.item.date <= day)


def _in_order(matches: Iterable[Match]) -> list[Match]:
    """Best first; but of answers that are nearly as good as the best those that say so, and of them the earliest."""
    ordered = sorted(matches, key=lambda m: (-m.score, *_first(m)))
    if not ordered:
        return ordered
    near = [m for m in ordered if m.is_answer and m.score >= ordered[0].score - _NEARLY]
    near.sort(key=lambda m: (not _says_so(m), *_first(m)))
    return [*near, *(m for m in ordered if m not in near)]


def _says_so(match: Match) -> bool:
    """Whether it has both words of an answer and words of what was asked for; not only that the issue is on the agenda."""
    weights = {one.kind: one.weight for one in match.evidence}
    return weights.get(EvidenceKind.WORDING, 0) >= 0.2 and weights.get(EvidenceKind.REQUEST, 0) >= 0.15


def _first(match: Match) -> tuple[dt.date, bool, int, str]:
    """In time order; of one meeting what has a number, as an agenda has, before what another document tells of it."""
    item = match.item
    return item.date or dt.date.max, item.number is None, item.position, item.id


def weigh_claims(found: Sequence[tuple[Sent, Sequence[Match]]]) -> list[tuple[Sent, list[Match]]]:
    """The matches of many sendings, seen together: words of a report back count for what they are tied to (its own words come back,
    it was promised for that very meeting), and not for others that nothing but the issue ties to them."""
    tied: dict[str, list[Sent]] = defaultdict(list)
    for sent, matches in found:
        for match in matches:
            if match.is_answer and any(one.kind in _TIES and one.weight >= 0.15 for one in match.evidence):
                tied[match.item.id].append(sent)
    return [
        (sent, _in_order(m for match in matches if (m := _without_claimed(sent, match, tied)).score >= POSSIBLE))
        for sent, matches in found
    ]


_TIES: Final = frozenset({EvidenceKind.ON_THE_DAY, EvidenceKind.REQUEST, EvidenceKind.CITATION, EvidenceKind.INVITED})


def _without_claimed(sent: Sent, match: Match, tied: Mapping[str, Sequence[Sent]]) -> Match:
    words = sum(one.weight for one in match.evidence if one.kind is EvidenceKind.WORDING)
    others = [one for one in tied.get(match.item.id, ()) if one.item != sent.item]
    if words < 0.2 or not others or any(one.kind in _TIES for one in match.evidence):
        return match
    return Match(match.item, (*match.evidence, Evidence(EvidenceKind.AWAITED_ELSEWHERE, -words)))


def _is_off(sent: Sent, item: Item) -> bool:
    """Whether it comes up at quite another time than asked. What has no words of its own may be just what the item's other requests
    are about; but not then."""
    day = sent.due.date if sent.due else None
    return day is not None and item.date is not None and abs((item.date - day).days) > NEAR_DUE_DAYS


def _weigh_own(sent: Sent, here: EvidenceKind, item: Item, archive: Archive, wanted: Mapping[str, str]) -> Match:
    """The item in which it came up: what was given before is reported in it; what was received is answered by what it decides, or by
    the forum's agreeing to it."""
    found = [Evidence(here, ANSWER if here is EvidenceKind.REPORTED_HERE else 0.4)]
    if sent.agreed and here is EvidenceKind.RECEIVED:
        found.append(Evidence(EvidenceKind.WORDING, 0.25, sent.agreed))
    share, words = archive.decided_overlap(wanted, item)
    if share >= 0.25:
        found.append(Evidence(EvidenceKind.REQUEST, round(0.35 * share, 3), ", ".join(words)))
    return Match(item, tuple(found))


def _weigh(
    sent: Sent,
    item: Item,
    archive: Archive,
    wanted: Mapping[str, str],
    title: Mapping[str, str],
    rivals: Sequence[Mapping[str, str]],
) -> Match | None:
    subject = _of_subject(sent, item, archive, wanted, title, rivals)
    if not any(one.weight > 0 for one in subject):
        return None
    wording = _of_wording(sent, item, wanted)
    if item.forum == sent.to_forum and sent.back_to not in (None, item.forum):
        place = [Evidence(EvidenceKind.FORUM, 0.05)]  # it came where it was sent, but the answer was promised elsewhere
    elif sent.here is not None:
        place = [Evidence(EvidenceKind.SENDER, 0.05)]  # it was on the agenda already
    elif item.forum in (sent.to_forum, sent.back_to):
        strong = sent.kind in (Kind.REFERRED_TO, Kind.REPORTS_BACK_TO) or item.forum == sent.back_to
        kind = EvidenceKind.FORUM if item.forum == sent.to_forum else EvidenceKind.BACK_TO
        place = [Evidence(kind, 0.25 if strong else 0.2)]
    elif sent.to_forum is None:
        place = [Evidence(EvidenceKind.SENDER, 0.05)]
    elif sent.kind not in (Kind.REFERRED_TO, Kind.REPORTS_BACK_TO) and any(one.weight >= 0.2 for one in wording):
        place = [Evidence(EvidenceKind.SENDER, 0.05)]
    else:
        return None  # another forum than the one asked, and no word of a report back
    match = Match(item, (*subject, *place, *_of_time(sent, item, archive), *wording))
    return _in_part(match, wanted)


def _of_subject(
    sent: Sent,
    item: Item,
    archive: Archive,
    wanted: Mapping[str, str],
    title: Mapping[str, str],
    rivals: Sequence[Mapping[str, str]],
) -> list[Evidence]:
    found = []
    shared = sent.topics & item.topics
    if shared:
        broad = archive.is_broad(shared)
        found.append(Evidence(EvidenceKind.BROAD_TOPIC if broad else EvidenceKind.TOPIC, 0.2 if broad else 0.4, min(shared)))
    elif sent.topics and item.topics:
        found.append(Evidence(EvidenceKind.OTHER_TOPIC, -0.15))
    share, words = archive.overlap(wanted, item)
    if (sent.what or sent.about) and share >= 0.25:
        found.append(Evidence(EvidenceKind.REQUEST, round(0.35 * share, 3), ", ".join(words)))
    elif not shared:
        alike, words = archive.overlap(title, item)
        if alike >= 0.6 and len(words) > 1:
            found.append(Evidence(EvidenceKind.TITLE, round(0.35 * alike, 3), ", ".join(words)))
    if item.id in sent.retold_in:
        found.append(Evidence(EvidenceKind.RETOLD, 0.3))
    if sent.reports & item.reports:
        found.append(Evidence(EvidenceKind.REPORT, 0.1, min(sent.reports & item.reports)))
    if sent.kind is Kind.INVITES and sent.targets & item.presenters:
        found.append(Evidence(EvidenceKind.INVITED, 0.4))
    elif sent.kind is Kind.INVITES and found:
        found.append(Evidence(EvidenceKind.NOT_INVITED, -0.25))
    if not any(one.weight > 0 for one in found):
        return []
    if sent.targets & item.presenting:
        found.append(Evidence(EvidenceKind.PRESENTER, 0.1))
    best = max((archive.overlap(rival, item) for rival in rivals), default=(0.0, []), key=lambda pair: pair[0])
    if best[0] >= 0.3 and best[0] - (share if sent.what or sent.about else 0.0) >= 0.25:
        found.append(Evidence(EvidenceKind.OTHER_REQUEST, -0.25, ", ".join(best[1])))
    return found


def _of_time(sent: Sent, item: Item, archive: Archive) -> list[Evidence]:
    assert sent.date is not None
    assert item.date is not None
    if sent.due is not None and sent.due.date is not None and item.forum == sent.expected_in:
        due = sent.due.date
        told = any(held.recorded and abs((held.date - due).days) <= NEAR_DUE_DAYS for held in archive.held(item.forum))
        return _of_due(sent.due, due, item.date, told=told)
    age = (item.date - sent.date).days
    following = next((held for held in archive.held(item.forum) if held.date > sent.date), None)
    if following is not None and following.date == item.date and age <= NEXT_MEETING_DAYS:
        asked = item.forum in (sent.to_forum, sent.back_to)
        return [Evidence(EvidenceKind.NEXT_MEETING, 0.1 if asked else 0.05, item.date.isoformat())]
    if age > LATE_DAYS:
        return [Evidence(EvidenceKind.LATE, -0.45 if age > FAR_DAYS else -0.15, str(age))]
    return []


def _of_due(due: Due, day: dt.date, date: dt.date, *, told: bool) -> list[Evidence]:
    """`told`: the store has minutes from about that day, so that what comes later comes late; else it may have been answered then."""
    off = (date - day).days
    if off > 365:
        return [Evidence(EvidenceKind.LATE, -0.45 if off > FAR_DAYS else -0.3, str(off))]
    if due.meeting:
        if off == 0:
            return [Evidence(EvidenceKind.ON_THE_DAY, 0.25, day.isoformat())]
        if abs(off) <= NEAR_DUE_DAYS:
            return [Evidence(EvidenceKind.IN_TIME, 0.15, day.isoformat())]
        return [
            Evidence(EvidenceKind.EARLY, -0.25, day.isoformat())
            if off < 0
            else Evidence(EvidenceKind.LATE, -0.15 if told else -0.3, str(off))
        ]
    if due.start is not None and (due.start - date).days > NEAR_DUE_DAYS:
        return []
    return [Evidence(EvidenceKind.IN_TIME, 0.15, day.isoformat())] if off <= NEAR_DUE_DAYS else []


def _of_wording(sent: Sent, item: Item, wanted: Mapping[str, str]) -> list[Evidence]:
    found = []
    told = [one for one in _sentences(item.text) if tells_of_answer(one)]
    subjects = {one: _subject(one, sent, item) for one in told} if sent.what or sent.about else {}
    of_other = [words for words in subjects.values() if words and not words & wanted.keys()]
    if _answers_another_kind(sent.kind, item.title):
        pass
    elif match := _STRONG.search(f"{item.title}. {item.labels}"):
        if of_other and not any(words & wanted.keys() for words in subjects.values()):
            found.append(Evidence(EvidenceKind.OTHER_REPORT, -0.15, match.group(0)))
        else:
            found.append(Evidence(EvidenceKind.WORDING, 0.25, match.group(0)))
    elif match := next((m for one in told if subjects.get(one) not in of_other if (m := _STRONG.search(one))), None):
        found.append(Evidence(EvidenceKind.WORDING, 0.2, match.group(0)))
    elif match := _STRONG.search(item.heading) or _WEAK.search(item.title):
        found.append(Evidence(EvidenceKind.WORDING, 0.08, match.group(0)))
    elif match := next((m for one in _sentences(item.text) if not _AHEAD.search(one) if (m := _WEAK.search(one))), None):
        found.append(Evidence(EvidenceKind.WORDING, 0.05, match.group(0)))
    paragraphs = {paragraph for meeting, paragraph in item.cites if meeting == sent.meeting}
    if paragraphs:
        exact = sent.number is not None and any(p is not None and fold(p) == fold(sent.number) for p in paragraphs)
        other = not exact and None not in paragraphs and sent.number is not None
        found.append(Evidence(EvidenceKind.CITATION, 0.45 if exact else 0.05 if other else 0.3, sent.meeting))
    return found


_KIND_WORDS: Final = (
    (re.compile(r"rekommendation", re.IGNORECASE), (Kind.RECOMMENDS,)),
    (re.compile(r"skrivelse", re.IGNORECASE), (Kind.PETITIONS,)),
    (re.compile(r"remiss|hänvis", re.IGNORECASE), (Kind.REFERRED_TO,)),
    (re.compile(r"uppdrag", re.IGNORECASE), (Kind.ASSIGNS, Kind.REPORTS_BACK_TO)),
)


def _answers_another_kind(kind: Kind, title: str) -> bool:
    """ "Svar på rekommendation" answers no assignment, "redovisning av uppdrag" no petition."""
    if not _STRONG.search(title):
        return False
    named = [kinds for pattern, kinds in _KIND_WORDS if pattern.search(title)]
    return bool(named) and not any(kind in kinds for kinds in named)


def _subject(sentence: str, sent: Sent, item: Item) -> set[str]:
    """Stems of what a sentence that reports is about, apart from the issue itself and those who were asked."""
    return content_words(sentence).keys() - content_words(item.title).keys() - sent.names - _REPORTING_STEMS


def _in_part(match: Match, wanted: Mapping[str, str]) -> Match:
    """A match that tells of a part of it is a possible answer at most."""
    parts = (
        m.group(0) for one in _sentences(match.item.text) if wanted.keys() & content_words(one) if (m := _IN_PART.search(one))
    )
    words = next(parts, None)
    if words is None or not match.is_answer:
        return match
    over = round(ANSWER - 0.05 - sum(one.weight for one in match.evidence), 3)
    return Match(match.item, (*match.evidence, Evidence(EvidenceKind.IN_PART, over, words)))


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+|\n", text)


def tells_of_answer(sentence: str) -> bool:
    """Whether a sentence has words of something reported back or answered, wholly or in part, and not as something still to come."""
    told = _STRONG.search(sentence) or _REPORTED.search(sentence) or _IN_PART.search(sentence)
    return bool(told and not _AHEAD.search(sentence))


# --- where it stands -------------------------------------------------------------------------------------------------


def judge(sent: Sent, matches: Sequence[Match], archive: Archive, today: dt.date) -> Standing:
    """Where it stands on the day `today`, from the matches found until then."""
    held = [one for one in archive.held(sent.expected_in) if sent.date is not None and sent.date < one.date <= today]
    later = [one for one in held if one.recorded]
    if any(match.is_answer for match in matches):
        return Standing(Status.ANSWERED, None, len(later))
    day = sent.due.date if sent.due else None
    if day is not None and day >= today:
        return Standing(Status.OPEN, Reason.NOT_YET_DUE, len(later))
    missing = tuple(one for one in held if not one.recorded)
    if not later:
        if sent.kept_apart:
            return Standing(Status.OPEN, Reason.NO_MINUTES_KEPT, 0, missing)
        return Standing(Status.SILENT, Reason.NO_LATER_MINUTES, 0, missing)
    if day is not None and not (sent.kept_apart and sent.kind in _ADVICE):
        time = meetings_of_the_time(sent, held)
        lost = tuple(one for one in time if not one.recorded)
        if lost and (len(lost) == len(time) or not sent.is_for_meeting(sent.expected_in)):
            return Standing(Status.OPEN, Reason.MINUTES_MISSING, len(later), lost)
        if time or any(one.date > day for one in later):
            return Standing(Status.OVERDUE, Reason.NOT_TAKEN_UP, len(later), lost)
    return Standing(Status.OPEN, Reason.NOT_TAKEN_UP, len(later), missing)


_ADVICE: Final = (Kind.RECOMMENDS, Kind.PETITIONS)
"""What a body without minutes made of them shows nowhere, unless it was told to report: it cannot be called late."""


def meetings_of_the_time(sent: Sent, held: Sequence[Held], forum: str | None = None) -> list[Held]:
    """Of known meetings of a forum (in time order, all later than the day it was sent on), those at which it was to come up: asked
    for a meeting, that of the day, or else those near it; in a month or season, those of it; by a last day, all until the first on
    the day or after it. `forum` is
    that of the meetings, by default the one whose minutes would tell of the answer."""
    if sent.due is None or sent.due.date is None:
        return []
    day, start = sent.due.date, sent.due.start
    if sent.is_for_meeting(forum or sent.expected_in):
        return [one for one in held if one.date == day] or [one for one in held if abs((one.date - day).days) <= NEAR_DUE_DAYS]
    if start is not None:
        slack = dt.timedelta(days=_SLACK_DAYS)
        return [one for one in held if start - slack <= one.date <= day + slack]
    after = next((one.date for one in held if one.date >= day), day)
    last = after if (after - day).days <= NEXT_MEETING_DAYS else day
    return [one for one in held if one.date <= last]
