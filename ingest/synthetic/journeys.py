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
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.synthetic.journey_pools import CLAUSES, FILLERS, FORUMS, LEXICON, OUTSIDE, REGION, TOPICS, UNIT, WORKS, Forum
from ingest.synthetic.journey_truth import Meeting, Point, Sent, TrueHop, TrueSending, true_hops, true_sendings
from ingest.synthetic.pools import People
from ingest.synthetic.wording import compact, genitive, initial, long_date, lower_initial


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
        sendings=tuple(true_sendings(points)),
        hops=tuple(hop for name, _ in chosen for hop in true_hops(name, [p for p in points if name in p.topics], world.meetings)),
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


def _calendar(rng: random.Random, years: int) -> list[Meeting]:
    """Each forum meets every seven to nine weeks, no two on one day."""
    meetings: list[Meeting] = []
    taken: set[dt.date] = set()
    for n, forum in enumerate(FORUMS):
        date = dt.date(2021, 1, 11) + dt.timedelta(days=9 * n + rng.randint(0, 5))
        while date < dt.date(2021 + years, 1, 1):
            while date in taken:
                date += dt.timedelta(days=1)
            taken.add(date)
            meetings.append(Meeting(forum, date))
            date += dt.timedelta(days=rng.randint(49, 63))
    return sorted(meetings, key=lambda m: m.date)


class _World:
    def __init__(self, rng: random.Random, meetings: list[Meeting]) -> None:
        self.rng = rng
        self.meetings = meetings
        self.people = People(rng)
        self._members = {forum.short: [self.people.name() for _ in range(5)] for forum in FORUMS}
        self._chairs = {forum.short: self._members[forum.short][0] for forum in FORUMS}
        self._works: list[tuple[str, str]] = []

    def after(self, forum: str, date: dt.date, count: int = 1) -> Meeting | None:
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
        point: Point | None = self._point(start, name, short)
        blocked: set[str] = set()
        steps: tuple[Callable[[Point, str, str | None, set[str]], Point | None], ...] = (
            self._send, self._send, self._send, self._assign, self._assign, self._assign_two, self._assign_again, self._assign_by,
            self._invite, self._recommend_many, self._promise, self._refer_outside, self._come_up,
        )  # fmt: skip
        for _ in range(rng.randint(4, 9)):
            if point is None:
                break
            point = rng.choice(steps)(point, name, short, blocked)

    def _point(self, meeting: Meeting, name: str, short: str | None, title: str | None = None) -> Point:
        rng = self.rng
        plain = rng.choice(
            (name, name, f"{name} – nuläge", f"{short} – fortsatt arbete" if short else f"{name} – fortsatt arbete")
        )
        point = Point(meeting, name, title or plain)
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

    def _awaits(self, name: str, meeting: Meeting) -> bool:
        """Whether something of the issue is open in the forum at the meeting, or from it on."""
        for held in self.meetings:
            for point in held.points:
                for sent in point.sent if name in point.topics else ():
                    at = {sent.forum or held.forum.short, held.forum.short}
                    if meeting.forum.short in at and (sent.answer is None or sent.answer.meeting.date >= meeting.date):
                        return True
        return False

    def _mention(self, point: Point) -> None:
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

    def _elsewhere(self, point: Point, blocked: set[str]) -> Forum | None:
        others = [f for f in FORUMS if f is not point.meeting.forum and f.short not in blocked]
        return self.rng.choice(others) if others else None

    def _come_up(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
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

    def _send(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
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
            sent = Sent("REFERRED_TO", forum.short, target.date, None, forum.short)
            point.text.append(
                rng.choice(
                    (f"Ärendet hänförs till {its} möte den {day}.", f"Ärendet behandlas vid {its} möte den {day}.", f"Förslaget tas därefter upp i {to} den {day}.")
                )
            )  # fmt: skip
        else:
            form = rng.randint(0, 5)
            if form == 0:
                sent = Sent("RECOMMENDS", forum.short, None, work, forum.short)
                point.decisions.append(f"att rekommendera {to} att {work}")
            elif form == 1:
                sent = Sent("RECOMMENDS", forum.short, None, work, forum.short)
                point.text.append(f"Avslutningsvis lämnar {lower_initial(own.generic)} en rekommendation till {to} att {work}.")
            elif form == 2:
                clause = rng.choice(CLAUSES)
                sent = Sent("PETITIONS", forum.short, None, clause, forum.short)
                point.decisions.append(f"att tillskriva {to} {rng.choice(('att', 'med begäran om att'))} {clause}")
            elif form == 3:
                sent = Sent("ASSIGNS", forum.short, None, work, forum.short)
                point.decisions.append(f"att ge {to} i uppdrag att {work}")
            else:
                sent = Sent("REFERRED_TO", forum.short, None, None, forum.short)
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

    def _assign(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        """To a body without minutes of its own: the answer shows when the forum that asked takes it up."""
        work, noun = self._work()
        return self._assigned(point, name, short, blocked, [(work, noun)])

    def _assign_two(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        return self._assigned(point, name, short, blocked, [self._work(), self._work()])

    def _assigned(
        self, point: Point, name: str, short: str | None, blocked: set[str], works: list[tuple[str, str]]
    ) -> Point | None:
        rng, own = self.rng, point.meeting.forum
        following = self.after(own.short, point.meeting.date)
        if following is None or own.short in blocked:
            return None
        sents = []
        for work, _noun in works:
            sent = Sent("ASSIGNS", "UEV", None, work)
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
            promised = Sent("REPORTS_BACK_TO", own.short, following.date, None, own.short)
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

    def _assign_again(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        """The same body is asked for another thing before it has reported the first; either is reported, or both, in any order."""
        rng, own = self.rng, point.meeting.forum
        meetings = [self.after(own.short, point.meeting.date, count) for count in (1, 2, 3)]
        if None in meetings or own.short in blocked:
            return None
        first, second = self._work(), self._work()
        one = Sent("ASSIGNS", "UEV", None, first[0])
        point.decisions.append(f"att ge {UNIT} i uppdrag att {first[0]}")
        point.sent.append(one)
        between = self._point(meetings[0], name, short)  # type: ignore[arg-type]
        two = Sent("ASSIGNS", "UEV", None, second[0])
        between.decisions.append(f"att ge {UNIT} i uppdrag att {second[0]}")
        between.sent.append(two)
        reports = [(first, one), (second, two)]
        rng.shuffle(reports)
        later = between
        for (work, sent), meeting in zip(reports[: rng.randint(1, 2)], meetings[1:], strict=False):
            later = self._reported(meeting, name, short, work, sent, None, own_words=True)  # type: ignore[arg-type]
        blocked.add(own.short)
        return later

    def _assign_by(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        """By a last day: reported before it, or after it, or never."""
        rng, own = self.rng, point.meeting.forum
        meetings = [self.after(own.short, point.meeting.date, count) for count in (1, 2, 3)]
        if None in meetings or own.short in blocked:
            return None
        work = self._work()
        due = meetings[1].date + dt.timedelta(days=rng.randint(1, 12))  # type: ignore[union-attr]
        sent = Sent("ASSIGNS", "UEV", due, work[0])
        point.decisions.append(f"att ge {UNIT} i uppdrag att {work[0]} senast den {long_date(due)}")
        point.sent.append(sent)
        blocked.add(own.short)
        when = rng.choice((0, 1, 1, 2, None))
        if when is None:
            return None
        return self._reported(meetings[when], name, short, work, sent, None)  # type: ignore[arg-type]

    def _in_part(self, meeting: Meeting, name: str, short: str | None, work: tuple[str, str]) -> Point:
        """A first part is told of, which is no answer yet."""
        later = self._point(meeting, name, short, self.rng.choice((f"{name} – lägesrapport", None)))
        later.text.append(
            self.rng.choice(
                (f"En första del av {work[1]} presenterades. Arbetet fortsätter och slutredovisas längre fram.",
                 f"Arbetet med {work[1]} pågår och är ännu inte klart.")
            )
        )  # fmt: skip
        return later

    def _refer_outside(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        """To a forum of which there are no minutes, with or without a day."""
        rng = self.rng
        to = rng.choice(OUTSIDE)
        day = point.meeting.date + dt.timedelta(days=rng.randint(10, 60))
        if rng.random() < 0.5:
            point.text.append(f"Ärendet hänförs till {genitive(to)} möte den {long_date(day)}.")
            point.sent.append(Sent("REFERRED_TO", OUTSIDE[0], day, None, OUTSIDE[0]))
        else:
            point.text.append(f"Frågan lyfts till {to} för ställningstagande.")
            point.sent.append(Sent("REFERRED_TO", OUTSIDE[0], None, None, OUTSIDE[0]))
        return self._come_up(point, name, short, blocked)

    def _reported(
        self, meeting: Meeting, name: str, short: str | None, work: tuple[str, str], sent: Sent, promised: Sent | None,
        *, own_words: bool = False,
    ) -> Point:  # fmt: skip
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

    def _invite(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        rng, own = self.rng, point.meeting.forum
        following = self.after(own.short, point.meeting.date)
        if following is None or own.short in blocked:
            return None
        person = self.people.name()
        form = rng.choice(("att bjuda in {} till nästa möte", "att bjuda in {} för att föredra ärendet vid kommande möte"))
        point.decisions.append(form.format(person))
        sent = Sent("INVITES", person, following.date)
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

    def _recommend_many(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
        rng, own = self.rng, point.meeting.forum
        work, noun = self._work()
        word, to = rng.choice((("kommunerna", "kommunerna"), ("länets kommuner", "kommunerna"), ("regionen", REGION)))
        point.decisions.append(f"att rekommendera {word} att {work}")
        sent = Sent("RECOMMENDS", to, None, work)
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

    def _promise(self, point: Point, name: str, short: str | None, blocked: set[str]) -> Point | None:
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
        sent = Sent("REPORTS_BACK_TO", forum.short, target.date, None, forum.short)
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

    def write(self, meeting: Meeting) -> str:
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

    def _before(self, meeting: Meeting) -> Meeting | None:
        earlier = [m for m in self.meetings if m.forum is meeting.forum and m.date < meeting.date]
        return earlier[-1] if earlier else None
