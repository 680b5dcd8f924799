"""Journeys: issues that travel between forums over several years, told in minutes of every meeting, with what is true of them.

The corpus of one seed is a calendar of meetings, the minutes of all of them but a few that are withheld, and the truth: what was
sent on, to whom and until when; which item answers it, if any; and the hops of each issue. Everything is invented. The layout of
the minutes is plain throughout: how minutes look is for `compose`, how an issue moves is for this.

What makes it hard is in it on purpose: issues that come up again where something is awaited without answering it, two requests in
one item of which one is answered, invitations that somebody else turns up for, answers that no word calls so, and minutes that
are missing just where an answer was due.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
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
LEXICON = (
    "# The bodies of the journeys. All of them are invented.\nforums:\n"
    + "".join(
        f"  - abbreviation: {forum.short}\n    name: {forum.name}\n    level: {forum.level}\n    region: {REGION}\n"
        for forum in FORUMS
    )
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
    raised_by: str | None = None
    number: str = ""

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


def compose_journeys(seed: int, *, topics: int = 24, years: int = 3) -> JourneyCorpus:
    """The corpus of one seed; the same arguments give the same texts. At most len(TOPICS) topics."""
    rng = random.Random(f"journeys:{seed}")
    world = _World(rng, _calendar(rng, years))
    chosen = rng.sample(TOPICS, topics)
    for name, short in chosen:
        world.travel(name, short)
    for meeting in rng.sample(world.meetings, max(1, len(world.meetings) // 16)):
        meeting.withheld = True
    for meeting in world.meetings:
        for n, point in enumerate(meeting.points, start=3):
            point.number = str(n)
    points = [point for meeting in world.meetings if not meeting.withheld for point in meeting.points]
    return JourneyCorpus(
        documents=tuple((f"{m.forum.short.lower()}-{m.date}.txt", world.write(m)) for m in world.meetings if not m.withheld),
        topics=tuple(name for name, _ in chosen if any(point.topic == name for point in points)),
        sendings=tuple(_true_sendings(points)),
        hops=tuple(hop for name, _ in chosen for hop in _true_hops(name, [p for p in points if p.topic == name], world)),
        withheld=tuple((m.forum.short, m.date) for m in world.meetings if m.withheld),
        last=max(m.date for m in world.meetings),
    )


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
            self._send, self._send, self._send, self._assign, self._assign, self._assign_two, self._invite, self._recommend_many,
            self._promise, self._come_up,
        )  # fmt: skip
        for _ in range(rng.randint(3, 7)):
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
        if rng.random() < 0.5:
            point.presenters.append(self.people.name())
        meeting.points.append(point)
        return point

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
        if rng.random() < 0.4:
            later.text.append(f"Bakgrunden är det som {self._written(own)} tidigare har framfört.")
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
        if rng.random() < 0.6:
            meeting = following if promised or rng.random() < 0.7 else self.after(own.short, point.meeting.date, 2)
            if meeting is None:
                return None
            return self._reported(meeting, name, short, works[0], sents[0], promised)
        later = self.after(own.short, point.meeting.date, 2 if promised else rng.choice((1, 2)))
        if later is None or rng.random() < 0.5:
            if promised:
                blocked.add(own.short)
            return self._come_up(point, name, short, {*blocked, own.short})
        return self._point(later, name, short)  # the issue comes up again, and nothing is reported

    def _reported(
        self, meeting: _Meeting, name: str, short: str | None, work: tuple[str, str], sent: _Sent, promised: _Sent | None
    ) -> _Point:
        rng = self.rng
        form = rng.randint(0, 5)
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
    return [
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
                if held[sent.forum, sent.due].withheld:
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
