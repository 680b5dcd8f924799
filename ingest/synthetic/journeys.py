"""Journeys: issues that travel between forums over several years, told in minutes of every meeting, with what is true of them.

The corpus of one seed is a calendar of meetings, the minutes of all of them but a few that are withheld, and the truth: what was
sent on, to whom and until when; which item answers it, if any; and the hops of each issue. Everything is invented. The layout of
the minutes is plain throughout: how minutes look is for `compose`, how an issue moves is for this.

What makes it hard is in it on purpose: issues whose names are nearly alike; issues that come up again where something is awaited
without answering it; two requests to one body open at a time, in one item or in two; answers that are early, late, only in part or
called so by no word; invitations that somebody else turns up for; a forum that is referred to and keeps no minutes at hand; minutes
that merely mention a forum, or tell as the receiver what another forum asked; and minutes that are missing just where an answer was
due. `noise` adds names misspelled as text recognition does, and more minutes that are missing.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.synthetic.pools import People
from ingest.synthetic.wording import compact, genitive, initial, long_date, lower_initial

REGION = "Region Värmland"
UNIT = "Utvecklingsenheten Värmland"


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum of the journeys. `generic` is what its own minutes call it in short."""

    short: str
    name: str
    generic: str
    level: str


FORUMS = (
    Forum("ORV", "Omsorgsrådet i Värmland", "Rådet", "political"),
    Forum("LNO", "Länsnätverket för omsorgschefer", "Nätverket", "officials"),
    Forum("SSH", "Samverkansforum för skola och hälsa", "Forumet", "mixed"),
    Forum("KCV", "Kommunchefsnätverket i Värmland", "Nätverket", "officials"),
)
OUTSIDE = ("RHR", "Regionala hälsorådet i Värmland")
"""A forum that matters are referred to, and of which there are no minutes."""
LEXICON = (
    "# The bodies of the journeys. All of them are invented.\nforums:\n"
    + "".join(
        f"  - abbreviation: {forum.short}\n    name: {forum.name}\n    level: {forum.level}\n    region: {REGION}\n"
        for forum in FORUMS
    )
    + f"  - abbreviation: {OUTSIDE[0]}\n    name: {OUTSIDE[1]}\n    level: political\n    region: {REGION}\n"
    + f"organisations:\n  - name: {UNIT}\n    abbreviation: UEV\n    region: {REGION}\n"
)
TOPICS: tuple[tuple[str, str | None], ...] = (
    ("Samordnad vårdplanering", "SVP"), ("Hjälpmedelsförsörjning", None), ("Ungdomsmottagningar på landsbygden", "UML"),
    ("Trygg hemgång", None), ("Mobil demensvård", "MDV"), ("Krisberedskap", None), ("Kompetensförsörjning inom omsorgen", None),
    ("Digital tillsyn nattetid", "DTN"), ("Våld i nära relationer", "VNR"), ("Tidiga insatser för barn", None),
    ("Anhörigstöd", None), ("Sommarbemanning", None), ("Färdtjänst i glesbygd", None), ("Elevhälsans uppdrag", None),
    ("Palliativ vård i hemmet", "PVH"), ("Ledsagning och avlösning", None), ("Gemensam larmmottagning", "GLM"),
    ("Läkemedelsgenomgångar", None), ("Välfärdsteknik i ordinärt boende", "VOB"), ("Ofrivillig ensamhet", None),
    ("Spelberoende", None), ("Nutritionsbedömning", None), ("Munhälsa hos äldre", None), ("Fallprevention", None),
    ("Munhälsa hos barn", None), ("Palliativ vård på sjukhus", None), ("Digital tillsyn dagtid", None),
    ("Våld i ungas relationer", None), ("Tidiga insatser för unga", None), ("Läkemedelsförsörjning", None),
)  # fmt: skip
WORKS: tuple[tuple[str, str], ...] = (
    ("ta fram en tidplan för införandet", "tidplanen för införandet"),
    ("kartlägga tillgången på utbildade handledare", "kartläggningen av handledare"),
    ("utreda hur jourtelefonen kan bemannas", "bemanningen av jourtelefonen"),
    ("samla in statistik över inställda besök", "statistiken över inställda besök"),
    ("pröva en introduktion för vikarier", "introduktionen för vikarier"),
    ("utarbeta en checklista för hemgång", "checklistan för hemgång"),
    ("beräkna kostnaden för utökade öppettider", "kostnaden för öppettiderna"),
    ("jämföra kommunernas riktlinjer för bistånd", "jämförelsen av riktlinjerna för bistånd"),
    ("intervjua närstående om väntetiderna", "intervjuerna med närstående"),
    ("översätta informationsbladet till fler språk", "översättningen av informationsbladet"),
    ("reda ut ansvarsfördelningen vid jour", "ansvarsfördelningen vid jour"),
    ("upphandla ett journalstöd för teamen", "upphandlingen av journalstödet"),
)
CLAUSES = (
    "medel avsätts för ändamålet",
    "ersättningsnivån ses över",
    "en kontaktperson utses i varje kommun",
    "avtalet förlängs",
)
FILLERS = (
    "Flera deltagare lyfte att förutsättningarna skiljer sig åt mellan tätort och landsbygd.",
    "Underlaget har skickats ut tillsammans med kallelsen.",
    "Vikten av tydliga kontaktvägar framhölls i diskussionen.",
    "Det noterades att statistiken bör läsas med försiktighet.",
    "Frågan om finansiering är ännu inte löst.",
    "Lagstiftningen väntas ändras vid kommande årsskifte.",
    "Några frågor ställdes om bemanning.",
    "Erfarenheterna från försöket är goda.",
)

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


@dataclass(frozen=True, slots=True)
class JourneyCorpus:
    """`documents` are (file, text) of all minutes but those `withheld`."""

    documents: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    sendings: tuple[TrueSending, ...]
    hops: tuple[TrueHop, ...]
    withheld: tuple[tuple[str, dt.date], ...]
    last: dt.date
    lexicon: str = LEXICON


@dataclass(eq=False)
class _Meeting:
    forum: Forum
    date: dt.date
    points: list[_Point] = field(default_factory=list)
    withheld: bool = False


@dataclass(eq=False)
class _Point:
    """An item on its way into the minutes."""

    meeting: _Meeting
    topic: str
    title: str
    presenters: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    sent: list[_Sent] = field(default_factory=list)
    retold: list[tuple[_Sent, _Point]] = field(default_factory=list)
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
class _Sent:
    kind: str
    to: str
    due: dt.date | None = None
    what: str | None = None
    forum: str | None = None
    """The forum it goes to; None for any other body or person."""
    answer: _Point | None = None


def compose_journeys(seed: int, *, topics: int = 26, years: int = 3, noise: bool = False) -> JourneyCorpus:
    """The corpus of one seed; the same arguments give the same texts. At most len(TOPICS) topics."""
    rng = random.Random(f"journeys:{seed}")
    world = _World(rng, _calendar(rng, years))
    chosen = rng.sample(TOPICS, topics)
    for name, short in chosen:
        world.travel(name, short)
    world.join_some(dict(chosen))
    for meeting in rng.sample(world.meetings, max(1, len(world.meetings) // (8 if noise else 16))):
        meeting.withheld = True
    for meeting in world.meetings:
        for n, point in enumerate(meeting.points, start=3):
            point.number = str(n)
    points = [point for meeting in world.meetings if not meeting.withheld for point in meeting.points]
    texts = {m: world.write(m) for m in world.meetings if not m.withheld}
    if noise:
        texts = {m: _misspell(text, rng) for m, text in texts.items()}
    return JourneyCorpus(
        documents=tuple((f"{m.forum.short.lower()}-{m.date}.txt", text) for m, text in texts.items()),
        topics=tuple(name for name, _ in chosen if any(name in point.topics for point in points)),
        sendings=tuple(_true_sendings(points)),
        hops=tuple(hop for name, _ in chosen for hop in _true_hops(name, [p for p in points if name in p.topics], world)),
        withheld=tuple((m.forum.short, m.date) for m in world.meetings if m.withheld),
        last=max(m.date for m in world.meetings),
    )


_SLIPS = (("å", "a"), ("ä", "å"), ("ö", "o"), ("nn", "n"), ("rn", "m"), ("ll", "l"))


def _misspell(text: str, rng: random.Random) -> str:
    """One name of a forum or an issue in eight with a letter that text recognition took for another; the first of a text, its
    heading, is left, and so are short names."""
    names = [forum.name for forum in FORUMS] + [name for name, _ in TOPICS]
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.IGNORECASE)
    heading = text.index("\n")

    def slip(match: re.Match[str]) -> str:
        name = match.group(0)
        fitting = [pair for pair in _SLIPS if pair[0] in name[1:]]
        if match.start() < heading or not fitting or rng.random() > 0.125:
            return name
        right, wrong = rng.choice(fitting)
        return name[0] + name[1:].replace(right, wrong, 1)

    return pattern.sub(slip, text)


def _calendar(rng: random.Random, years: int) -> list[_Meeting]:
    """Each forum meets every seven to nine weeks, no two on one day."""
    meetings: list[_Meeting] = []
    taken: set[dt.date] = set()
    for n, forum in enumerate(FORUMS):
        date = dt.date(2021, 1, 11) + dt.timedelta(days=9 * n + rng.randint(0, 5))
        while date < dt.date(2021 + years, 1, 1):
            while date in taken:
                date += dt.timedelta(days=1)
            taken.add(date)
            meetings.append(_Meeting(forum, date))
            date += dt.timedelta(days=rng.randint(49, 63))
    return sorted(meetings, key=lambda m: m.date)


class _World:
    def __init__(self, rng: random.Random, meetings: list[_Meeting]) -> None:
        self.rng = rng
        self.meetings = meetings
        self.people = People(rng)
        self._members = {forum.short: [self.people.name() for _ in range(5)] for forum in FORUMS}
        self._chairs = {forum.short: self._members[forum.short][0] for forum in FORUMS}
        self._works: list[tuple[str, str]] = []

    def after(self, forum: str, date: dt.date, count: int = 1) -> _Meeting | None:
        """The forum's `count`-th meeting after a day."""
        later = [m for m in self.meetings if m.forum.short == forum and m.date > date]
        return later[count - 1] if len(later) >= count else None

    # --- an issue's way ----------------------------------------------------------------------------------------------

    def _work(self) -> tuple[str, str]:
        """Something to ask for that has not been asked for in this issue before."""
        if not self._works:
            self._works = self.rng.sample(WORKS, len(WORKS))
        return self._works.pop()

    def travel(self, name: str, short: str | None) -> None:
        rng = self.rng
        self._works = rng.sample(WORKS, len(WORKS))
        start = rng.choice(self.meetings[: len(self.meetings) // 2])
        point: _Point | None = self._point(start, name, short)
        blocked: set[str] = set()
        steps: tuple[Callable[[_Point, str, str | None, set[str]], _Point | None], ...] = (
            self._send, self._send, self._send, self._assign, self._assign, self._assign_two, self._assign_again, self._assign_by,
            self._invite, self._recommend_many, self._promise, self._refer_outside, self._come_up,
        )  # fmt: skip
        for _ in range(rng.randint(4, 9)):
            if point is None:
                break
            point = rng.choice(steps)(point, name, short, blocked)

    def _point(self, meeting: _Meeting, name: str, short: str | None, title: str | None = None) -> _Point:
        rng = self.rng
        plain = rng.choice(
            (name, name, f"{name} – nuläge", f"{short} – fortsatt arbete" if short else f"{name} – fortsatt arbete")
        )
        point = _Point(meeting, name, title or plain)
        if short:
            point.text.append(f"{name} ({short}) har varit föremål för dialog i länet.")
        point.text.append(rng.choice(FILLERS))
        if rng.random() < 0.3:
            self._mention(point)
        if rng.random() < 0.5:
            point.presenters.append(self.people.name())
        meeting.points.append(point)
        return point

    def join_some(self, chosen: dict[str, str | None]) -> None:
        """Now and then one item takes up two issues, where neither awaits anything."""
        rng = self.rng
        for meeting in self.meetings:
            free = [
                name for name in chosen if not self._awaits(name, meeting) and all(name not in p.topics for p in meeting.points)
            ]
            known = [
                name for name in free if any(name in p.topics for m in self.meetings if m.date < meeting.date for p in m.points)
            ]
            if len(known) < 2 or rng.random() < 0.6:
                continue
            one, other = rng.sample(known, 2)
            shorts = (chosen[one], chosen[other])
            title = rng.choice((f"{one} och {lower_initial(other)}", f"{one} och {lower_initial(other)} – nuläge"))
            if all(shorts) and rng.random() < 0.5:
                title = f"{shorts[0]} och {shorts[1]}"
            point = self._point(meeting, one, None, title)
            point.also = other

    def _awaits(self, name: str, meeting: _Meeting) -> bool:
        """Whether something of the issue is open in the forum at the meeting, or from it on."""
        for held in self.meetings:
            for point in held.points:
                for sent in point.sent if name in point.topics else ():
                    at = {sent.forum or held.forum.short, held.forum.short}
                    if meeting.forum.short in at and (sent.answer is None or sent.answer.meeting.date >= meeting.date):
                        return True
        return False

    def _mention(self, point: _Point) -> None:
        """Words that name a forum and send nothing there."""
        forum = self._written(self.rng.choice([f for f in FORUMS if f is not point.meeting.forum]))
        if self.rng.random() < 0.7:
            sentence = self.rng.choice(
                (f"{forum} diskuterade en närliggande fråga i våras.", f"En representant för {forum} deltog i samtalet.",
                 f"Den rutin som {forum} har antagit gäller fortfarande.", f"Underlaget har tidigare behandlats i {forum}.")
            )  # fmt: skip
            point.text.append(sentence)
        else:
            point.decisions.append(
                self.rng.choice(
                    (f"att följa den rutin som {forum} har antagit", f"att notera att {forum} arbetar med en närliggande fråga")
                )
            )

    def _elsewhere(self, point: _Point, blocked: set[str]) -> Forum | None:
        others = [f for f in FORUMS if f is not point.meeting.forum and f.short not in blocked]
        return self.rng.choice(others) if others else None

    def _come_up(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """Without a word: the issue is on the agenda of another forum next, or of the same one again."""
        forum = self._elsewhere(point, blocked) if self.rng.random() < 0.7 else point.meeting.forum
        if forum is None or forum.short in blocked:
            return None
        meeting = self.after(forum.short, point.meeting.date, self.rng.choice((1, 1, 2)))
        if meeting is None:
            return None
        later = self._point(meeting, name, short)
        if forum is not point.meeting.forum and self.rng.random() < 0.25:
            later.raised_by = point.meeting.forum.short
            later.text.append(f"Frågan har lyfts av {self._written(point.meeting.forum)}.")
        return later

    def _send(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """To another forum: recommended, petitioned, referred, with or without a day."""
        rng, own = self.rng, point.meeting.forum
        forum = self._elsewhere(point, blocked)
        if forum is None:
            return None
        answered = rng.random() < 0.7
        dated = rng.random() < 0.4
        target = self.after(forum.short, point.meeting.date, 1 if dated else rng.choice((1, 1, 1, 2)))
        if target is None:
            return None
        work, _noun = self._work()
        to, its, day = self._written(forum), genitive(self._written(forum)), long_date(target.date)
        if dated:
            sent = _Sent("REFERRED_TO", forum.short, target.date, None, forum.short)
            point.text.append(
                rng.choice(
                    (f"Ärendet hänförs till {its} möte den {day}.", f"Ärendet behandlas vid {its} möte den {day}.", f"Förslaget tas därefter upp i {to} den {day}.")
                )
            )  # fmt: skip
        else:
            form = rng.randint(0, 5)
            if form == 0:
                sent = _Sent("RECOMMENDS", forum.short, None, work, forum.short)
                point.decisions.append(f"att rekommendera {to} att {work}")
            elif form == 1:
                sent = _Sent("RECOMMENDS", forum.short, None, work, forum.short)
                point.text.append(f"Avslutningsvis lämnar {lower_initial(own.generic)} en rekommendation till {to} att {work}.")
            elif form == 2:
                clause = rng.choice(CLAUSES)
                sent = _Sent("PETITIONS", forum.short, None, clause, forum.short)
                point.decisions.append(f"att tillskriva {to} {rng.choice(('att', 'med begäran om att'))} {clause}")
            elif form == 3:
                sent = _Sent("ASSIGNS", forum.short, None, work, forum.short)
                point.decisions.append(f"att ge {to} i uppdrag att {work}")
            else:
                sent = _Sent("REFERRED_TO", forum.short, None, None, forum.short)
                point.text.append(
                    rng.choice(
                        (f"Frågan lyfts till {to} för ställningstagande.", f"Ärendet hänskjuts till {to}.", f"Frågan remitteras till {to} för yttrande.", f"Ärendet skickas vidare till {to} för beslut.")
                    )
                )  # fmt: skip
        point.sent.append(sent)
        if not answered:
            blocked.add(forum.short)
            return self._come_up(point, name, short, blocked) if rng.random() < 0.5 else None
        later = self._point(target, name, short)
        chance = rng.random()
        if chance < 0.3:
            later.text.append(f"Bakgrunden är det som {self._written(own)} tidigare har framfört.")
        elif chance < 0.6 and sent.kind == "RECOMMENDS":
            later.text.append(f"{initial(self._written(own))} rekommenderar {lower_initial(forum.generic)} att {sent.what}.")
            later.decisions.append("att ställa sig bakom förslaget")
            later.retold.append((sent, point))
        sent.answer = later
        return later

    def _assign(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """To a body without minutes of its own: the answer shows when the forum that asked takes it up."""
        work, noun = self._work()
        return self._assigned(point, name, short, blocked, [(work, noun)])

    def _assign_two(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        return self._assigned(point, name, short, blocked, [self._work(), self._work()])

    def _assigned(
        self, point: _Point, name: str, short: str | None, blocked: set[str], works: list[tuple[str, str]]
    ) -> _Point | None:
        rng, own = self.rng, point.meeting.forum
        following = self.after(own.short, point.meeting.date)
        if following is None or own.short in blocked:
            return None
        sents = []
        for work, _noun in works:
            sent = _Sent("ASSIGNS", "UEV", None, work)
            body = rng.choice((UNIT, UNIT, "UEV"))
            if rng.random() < 0.75:
                form = rng.choice(("att ge {} i uppdrag att {}", "att uppdra åt {} att {}", "att {} får i uppdrag att {}"))
                point.decisions.append(form.format(body, work))
            else:
                point.text.append(f"{own.generic} gav {body} i uppdrag att {work}.")
            sents.append(sent)
            point.sent.append(sent)
        promised = None
        if len(works) == 1 and rng.random() < 0.4:
            promised = _Sent("REPORTS_BACK_TO", own.short, following.date, None, own.short)
            ending = rng.choice(
                ("Uppdraget återrapporteras vid nästa möte.", f"Återrapportering sker vid {genitive(lower_initial(own.generic))} möte den {long_date(following.date)}.")
            )  # fmt: skip
            sents[0].due = following.date
            point.sent.append(promised)
            if point.decisions:
                point.decisions[-1] += f". {ending}"
            else:
                point.text[-1] += f" {ending}"
        chance = rng.random()
        if chance < 0.5:
            meeting = following if promised or rng.random() < 0.7 else self.after(own.short, point.meeting.date, 2)
            if meeting is None:
                return None
            return self._reported(meeting, name, short, works[0], sents[0], promised)
        if chance < 0.6:  # late, or after a first part of it
            self._in_part(following, name, short, works[0]) if rng.random() < 0.5 else self._point(following, name, short)
            meeting = self.after(own.short, point.meeting.date, 2)
            if meeting is None:
                return None
            return self._reported(meeting, name, short, works[0], sents[0], promised)
        if chance < 0.65:  # a first part, and never the whole
            blocked.add(own.short)
            return self._in_part(following, name, short, works[0])
        later = self.after(own.short, point.meeting.date, 2 if promised else rng.choice((1, 2)))
        if later is None or rng.random() < 0.5:
            if promised:
                blocked.add(own.short)
            return self._come_up(point, name, short, {*blocked, own.short})
        return self._point(later, name, short)  # the issue comes up again, and nothing is reported

    def _assign_again(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """The same body is asked for another thing before it has reported the first; either is reported, or both, in any order."""
        rng, own = self.rng, point.meeting.forum
        meetings = [self.after(own.short, point.meeting.date, count) for count in (1, 2, 3)]
        if None in meetings or own.short in blocked:
            return None
        first, second = self._work(), self._work()
        one = _Sent("ASSIGNS", "UEV", None, first[0])
        point.decisions.append(f"att ge {UNIT} i uppdrag att {first[0]}")
        point.sent.append(one)
        between = self._point(meetings[0], name, short)  # type: ignore[arg-type]
        two = _Sent("ASSIGNS", "UEV", None, second[0])
        between.decisions.append(f"att ge {UNIT} i uppdrag att {second[0]}")
        between.sent.append(two)
        reports = [(first, one), (second, two)]
        rng.shuffle(reports)
        later = between
        for (work, sent), meeting in zip(reports[: rng.randint(1, 2)], meetings[1:], strict=False):
            later = self._reported(meeting, name, short, work, sent, None, own_words=True)  # type: ignore[arg-type]
        blocked.add(own.short)
        return later

    def _assign_by(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """By a last day: reported before it, or after it, or never."""
        rng, own = self.rng, point.meeting.forum
        meetings = [self.after(own.short, point.meeting.date, count) for count in (1, 2, 3)]
        if None in meetings or own.short in blocked:
            return None
        work = self._work()
        due = meetings[1].date + dt.timedelta(days=rng.randint(1, 12))  # type: ignore[union-attr]
        sent = _Sent("ASSIGNS", "UEV", due, work[0])
        point.decisions.append(f"att ge {UNIT} i uppdrag att {work[0]} senast den {long_date(due)}")
        point.sent.append(sent)
        blocked.add(own.short)
        when = rng.choice((0, 1, 1, 2, None))
        if when is None:
            return None
        return self._reported(meetings[when], name, short, work, sent, None)  # type: ignore[arg-type]

    def _in_part(self, meeting: _Meeting, name: str, short: str | None, work: tuple[str, str]) -> _Point:
        """A first part is told of, which is no answer yet."""
        later = self._point(meeting, name, short, self.rng.choice((f"{name} – lägesrapport", None)))
        later.text.append(
            self.rng.choice(
                (f"En första del av {work[1]} presenterades. Arbetet fortsätter och slutredovisas längre fram.",
                 f"Arbetet med {work[1]} pågår och är ännu inte klart.")
            )
        )  # fmt: skip
        return later

    def _refer_outside(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """To a forum of which there are no minutes, with or without a day."""
        rng = self.rng
        to = rng.choice(OUTSIDE)
        day = point.meeting.date + dt.timedelta(days=rng.randint(10, 60))
        if rng.random() < 0.5:
            point.text.append(f"Ärendet hänförs till {genitive(to)} möte den {long_date(day)}.")
            point.sent.append(_Sent("REFERRED_TO", OUTSIDE[0], day, None, OUTSIDE[0]))
        else:
            point.text.append(f"Frågan lyfts till {to} för ställningstagande.")
            point.sent.append(_Sent("REFERRED_TO", OUTSIDE[0], None, None, OUTSIDE[0]))
        return self._come_up(point, name, short, blocked)

    def _reported(
        self, meeting: _Meeting, name: str, short: str | None, work: tuple[str, str], sent: _Sent, promised: _Sent | None,
        *, own_words: bool = False,
    ) -> _Point:  # fmt: skip
        """`own_words`: in words that tell which of several works it is."""
        rng = self.rng
        form = rng.randint(3, 5) if own_words else rng.randint(0, 5)
        titles = (f"Återrapportering – {lower_initial(name)}", f"{name} – återrapport", f"{name} – redovisning av uppdrag")
        later = self._point(meeting, name, short, titles[form] if form < 3 else None)
        asked, noun = work
        if form < 3:
            later.text.append(f"{initial(noun)} presenterades.")
        else:
            later.text.append(
                (
                    f"{UNIT} redovisade uppdraget att {asked}.",
                    f"Uppdraget att {asked} är slutfört och resultatet presenterades.",
                    f"Återkoppling gavs om {noun}.",
                )[form - 3]
            )
        sent.answer = later
        if promised is not None:
            promised.answer = later
        return later

    def _invite(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        rng, own = self.rng, point.meeting.forum
        following = self.after(own.short, point.meeting.date)
        if following is None or own.short in blocked:
            return None
        person = self.people.name()
        form = rng.choice(("att bjuda in {} till nästa möte", "att bjuda in {} för att föredra ärendet vid kommande möte"))
        point.decisions.append(form.format(person))
        sent = _Sent("INVITES", person, following.date)
        point.sent.append(sent)
        chance = rng.random()
        if chance < 0.6:
            later = self._point(following, name, short)
            later.presenters = [person]
            sent.answer = later
            return later
        if chance < 0.8:
            later = self._point(following, name, short)
            later.presenters = [self.people.name()]
            return later
        return self._come_up(point, name, short, {*blocked, own.short})

    def _recommend_many(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        rng, own = self.rng, point.meeting.forum
        work, noun = self._work()
        word, to = rng.choice((("kommunerna", "kommunerna"), ("länets kommuner", "kommunerna"), ("regionen", REGION)))
        point.decisions.append(f"att rekommendera {word} att {work}")
        sent = _Sent("RECOMMENDS", to, None, work)
        point.sent.append(sent)
        meeting = self.after(own.short, point.meeting.date, rng.choice((1, 2)))
        if meeting is None or own.short in blocked:
            return None
        if rng.random() < 0.4:
            later = self._point(meeting, name, short, f"{name} – svar på rekommendation")
            later.text.append(f"Svaren om {noun} gicks igenom.")
            sent.answer = later
            return later
        return self._come_up(point, name, short, blocked)

    def _promise(self, point: _Point, name: str, short: str | None, blocked: set[str]) -> _Point | None:
        """A report back to another forum on a day."""
        forum = self._elsewhere(point, blocked)
        target = self.after(forum.short, point.meeting.date) if forum else None
        if forum is None or target is None:
            return None
        to, day = self._written(forum), long_date(target.date)
        point.text.append(
            self.rng.choice(
                (f"Frågan återrapporteras till {to} den {day}.", f"Återrapportering sker vid {genitive(to)} möte den {day}.")
            )
        )
        sent = _Sent("REPORTS_BACK_TO", forum.short, target.date, None, forum.short)
        point.sent.append(sent)
        if self.rng.random() < 0.3:
            blocked.add(forum.short)
            return None
        later = self._point(target, name, short)
        if self.rng.random() < 0.5:
            later.title = f"{name} – återrapport"
        sent.answer = later
        return later

    def _written(self, forum: Forum) -> str:
        return self.rng.choice((forum.short, forum.name))

    # --- the minutes ---------------------------------------------------------------------------------------------------

    def write(self, meeting: _Meeting) -> str:
        """The minutes of one meeting as plain text."""
        forum, before = meeting.forum, self._before(meeting)
        members = self._members[forum.short]
        lines = [
            f"Minnesanteckningar {forum.name}", "", f"Datum: {meeting.date}", "Tid: 09.00-11.30", "Plats: Kommunhuset, lokal Björken", "",
            f"Närvarande: {', '.join(members)}", "", "1. Mötets öppnande", "", f"{forum.generic} beslutade", "att öppna mötet", "",
            f"2. Föregående minnesanteckningar{' ' + compact(before.date) if before else ''}", "", f"{forum.generic} beslutade",
            "att lägga minnesanteckningarna till handlingarna", "",
        ]  # fmt: skip
        for point in meeting.points:
            lines += [f"{point.number}. {point.title}", ""]
            if point.presenters:
                lines += [f"Föredragande: {', '.join(point.presenters)}, utredare", ""]
            lines += [" ".join(point.text), ""]
            decisions = point.decisions or ["att lägga informationen till handlingarna"]
            lines += [f"{forum.generic} beslutade", *decisions, ""]
        last = len(meeting.points) + 3
        lines += [f"{last}. Mötets avslutande", "", f"{forum.generic} beslutade", "att avsluta mötet", ""]
        return "\n".join(lines)

    def _before(self, meeting: _Meeting) -> _Meeting | None:
        earlier = [m for m in self.meetings if m.forum is meeting.forum and m.date < meeting.date]
        return earlier[-1] if earlier else None


# --- the truth ---------------------------------------------------------------------------------------------------------


def _true_sendings(points: list[_Point]) -> list[TrueSending]:
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


def _true_hops(topic: str, points: list[_Point], world: _World) -> list[TrueHop]:
    """A stated hop leads to the item on the day that was named, else to the next one in the forum; what no word explains between
    consecutive items is FOLLOWED_BY."""
    order = sorted(points, key=lambda p: p.meeting.date)
    held = {(m.forum.short, m.date): m for m in world.meetings}
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
    by_meeting: dict[int, list[_Point]] = defaultdict(list)
    for point in order:
        by_meeting[id(point.meeting)].append(point)
    steps = list(by_meeting.values())
    for earlier, after in itertools.pairwise(steps):
        if not any((one.place, after[0].place) in explained for one in earlier):
            hops.add(TrueHop(topic, "FOLLOWED_BY", earlier[-1].place, after[0].place))
    return sorted(hops, key=lambda h: (h.origin[1], h.arrival[1], h.kind))
