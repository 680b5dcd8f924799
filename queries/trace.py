"""How an issue moved: the agenda items of a topic over all forums in time order, and the hops between them.

A hop is `stated` when a decision or a sentence sends the issue on to a body; it has arrived when the topic comes up there
later, and is open otherwise. Between consecutive items that no words connect the hop is `inferred`. Two kinds of silence
are kept apart: a forum whose later minutes never take the issue up, and a forum of which the store has no later minutes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from graph.arrivals import Coming, HopState, find_arrival
from graph.movement import EvidenceKind, Held, Kind, Status
from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.answers import Shower
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.following import ROUNDS, follow, sent_statements
from queries.parts import Arrival, Body, MeetingRef, Presenter, Sources, Target, body, grouped, meeting, merged, read_statements
from queries.presenters import find_spelling, named_at
from queries.sendings import Sending, build_held
from queries.sorting import swedish_key
from queries.words import amount, days_waited, initial, listing, listing_of_many, quoted


class HopKind(StrEnum):
    """The graph's relationship types. FOLLOWED_BY: the topic came up next there, without a word that sends it on."""

    RECOMMENDS = "RECOMMENDS"
    ASSIGNS = "ASSIGNS"
    PETITIONS = "PETITIONS"
    REFERRED_TO = "REFERRED_TO"
    REPORTS_BACK_TO = "REPORTS_BACK_TO"
    RAISED_BY = "RAISED_BY"
    FOLLOWED_BY = "FOLLOWED_BY"


class TraceDecision(AnswerModel):
    id: str
    kind: str
    text: str


class TraceItem(AnswerModel):
    """One agenda item of the topic. `number` and `title` as on the agenda."""

    id: str
    number: str | None
    title: str
    labels: list[str]
    attachments: list[str]
    note: str | None
    meeting: MeetingRef
    presenters: list[Presenter]
    decisions: list[TraceDecision]
    reports: list[Body]


class TraceHop(AnswerModel):
    """One hop. `origin_item` is None when it is not known from which item the issue came (raised by a body, or asked for by one)."""

    kind: HopKind
    basis: Literal["stated", "inferred"]
    from_: Annotated[Body, Field(alias="from")]
    origin_item: str | None
    given_before: bool = False
    """The item tells of it as given before, and not by whom: `from` is the forum that tells of it."""
    to: Target
    what: str | None = None
    due: dt.date | None = None
    state: HopState
    open: bool
    past_due: bool = False
    """Open, and its due date has passed."""
    overdue: bool = False
    """Open, its due date has passed, and the minutes that would tell of it are in the store and do not (as in the ledger)."""
    arrived: Arrival | None = None
    answered: Arrival | None = None
    """Where what was asked for is answered, when the issue is not known to have come up where it was sent (as in the ledger)."""
    possible: Arrival | None = None
    """Open, but the topic came up in that forum later than asked: perhaps an answer."""
    waited_days: int | None = None
    """Days from the origin item until today, for an open hop; None when its day is not known or has not come."""
    later_minutes: int | None = None
    """Of an open hop to a forum: how many of its later minutes in the store do not take the issue up."""
    missing: list[MeetingRef]
    """Of an open hop: known meetings without minutes that may have taken the issue up."""


class TraceStep(AnswerModel):
    """One row of the trace: an item, or a hop that leaves the item before it (RAISED_BY, or without `origin_item`: that leads to the item after it)."""

    position: int
    """Counts items and hops from 1, in the order shown."""
    step: Literal["item", "hop"]
    item: TraceItem | None = None
    hop: TraceHop | None = None
    sources: list[Source]


_STATEMENTS = read_statements("trace.cypher")
_VERBS = {
    HopKind.RECOMMENDS: ("rekommendation till", "a recommendation to"),
    HopKind.ASSIGNS: ("uppdrag till", "an assignment to"),
    HopKind.PETITIONS: ("skrivelse till", "a petition to"),
    HopKind.REFERRED_TO: ("hänvisning till", "a referral to"),
    HopKind.REPORTS_BACK_TO: ("återrapport till", "a report back to"),
    HopKind.RAISED_BY: ("väckt av", "raised by"),
    HopKind.FOLLOWED_BY: ("därefter i", "next in"),
}


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    topic = parameters["topic"]
    return {**{name: Statement(cypher, {"topic": topic}) for name, cypher in _STATEMENTS.items()}, **sent_statements(topic=topic)}


_Hop = tuple[TraceHop, list[Source]]


@dataclass(frozen=True, slots=True)
class _Step:
    """An item on its way to a row. `order` sorts by date, then agenda position; undated items come last."""

    item: TraceItem
    sources: list[Source]
    order: tuple[Any, ...]

    @property
    def date(self) -> dt.date | None:
        return self.item.meeting.date

    @property
    def forum(self) -> str:
        return self.item.meeting.forum.id


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    steps = _items(rows, evidence)
    hops = _sent(rows, steps, evidence, today) + _raised(rows["raised"], steps, evidence)
    hops += _followed(rows["followed"], steps, hops, evidence)
    shown, outside = _part(steps, parameters)
    kept = [(hop, sources) for hop, sources in hops if _belongs(hop, shown, parameters)]
    trace = _in_order(shown, kept)
    finding = _finding(names, parameters, shown, [hop for hop, _ in kept])
    notes = _notes(steps, shown, outside, [hop for hop, _ in kept], today)
    return Answer.told(QUERY.name, finding, trace, notes)


# --- items -------------------------------------------------------------------------------------------------------


def _items(rows: Mapping[str, Sequence[Row]], evidence: Sources) -> list[_Step]:
    steps = []
    decided, tabled, presented, spelled = (
        grouped(rows[name], "item") for name in ("decisions", "reports", "presenters", "mentions")
    )
    for id_, found in grouped(rows["items"], "item").items():
        first = found[0]
        when = meeting(first)
        decisions = grouped(decided.get(id_, ()), "decision")
        ordered = sorted(decisions.values(), key=lambda group: (group[0]["position"] or 0, group[0]["decision"]))
        reports = grouped(tabled.get(id_, ()), "report")
        presenters = presented.get(id_, [])
        item = TraceItem(
            id=id_,
            number=first["number"],
            title=first["title"] or id_,
            labels=first["labels"] or [],
            attachments=first["attachments"] or [],
            note=first["note"],
            meeting=when,
            presenters=_presenters(presenters, spelled.get(id_, []), evidence),
            decisions=[TraceDecision(id=d[0]["decision"], kind=d[0]["kind"], text=d[0]["text"]) for d in ordered],
            reports=sorted(
                (body(group[0], "report", Label.REPORT) for group in reports.values()), key=lambda one: swedish_key(one.name)
            ),
        )
        facts = [*found, *presenters, *(row for group in ordered for row in group), *(r for g in reports.values() for r in g)]
        order = (when.date is None, when.date or dt.date.max, when.id, first["position"] or 0, id_)
        steps.append(_Step(item, evidence.of(*facts), order))
    return sorted(steps, key=lambda step: step.order)


def _presenters(rows: Sequence[Row], mentions: Sequence[Row], evidence: Sources) -> list[Presenter]:
    """Each person once, in the order in which the source names them."""
    people: dict[str, tuple[tuple[str, int], Presenter]] = {}
    for row in rows:
        spelling = find_spelling(row, mentions, evidence)
        person = Presenter(
            id=row["official"],
            name=row["officialName"] or row["official"],
            as_written=spelling,
            role=row["role"],
            organisation=row["organisation"],
        )
        people.setdefault(row["official"], (named_at(row, spelling, evidence), person))
    return [person for _, person in sorted(people.values(), key=lambda pair: (pair[0], swedish_key(pair[1].name)))]


# --- hops --------------------------------------------------------------------------------------------------------


def _sent(rows: Mapping[str, Sequence[Row]], steps: Sequence[_Step], evidence: Sources, today: dt.date) -> list[_Hop]:
    """The hops of what was sent on; an invitation moves no issue."""
    origins = {step.item.id: step for step in steps}
    held: dict[str, list[Held]] = defaultdict(list)
    for known in sorted(build_held(rows), key=lambda h: (h.date, h.id)):
        held[known.forum].append(known)
    comings: dict[str, list[Coming]] = defaultdict(list)
    for step in steps:
        if step.date is not None:
            comings[step.forum].append(Coming(step.item.id, step.item.meeting.id, step.date))
    shower = Shower.of(rows)
    hops = []
    for followed in follow(rows, today):
        one = followed.sending
        origin = origins.get(one.sent.item)
        if origin is None or one.sent.kind is Kind.INVITES:
            continue
        if one.sent.here is EvidenceKind.RECEIVED:
            hops.append((_received(one, origin), evidence.of(*one.facts)))
            continue
        forum = one.sent.to_forum or ""
        found = find_arrival(one.sent, comings[forum], held[forum], today)
        answer = followed.answer if found.state is not HopState.ARRIVED else None
        state = HopState.ANSWERED if answer else found.state
        is_open = state not in (HopState.ARRIVED, HopState.ANSWERED)
        due = one.sent.due.date if one.sent.due else None
        can_tell = state in (HopState.NOT_TAKEN_UP, HopState.NO_MINUTES_KEPT)
        hop = TraceHop(
            kind=HopKind(one.sent.kind.value),
            basis=one.basis,
            from_=one.sender,
            origin_item=origin.item.id,
            given_before=one.sent.here is EvidenceKind.REPORTED_HERE,
            to=one.to,
            what=one.sent.what,
            due=due,
            state=state,
            open=is_open,
            past_due=is_open and due is not None and due < today,
            overdue=can_tell and followed.standing.status is Status.OVERDUE,
            arrived=_arrival(origins.get(found.item or ""), origin),
            answered=shower.arrival(answer, one) if answer else None,
            possible=_arrival(origins.get(found.possible or ""), origin) if is_open else None,
            waited_days=days_waited(origin.date, today) if is_open else None,
            later_minutes=len(found.later) if is_open and forum else None,
            missing=[shower.meetings[lost.id] for lost in found.missing] if is_open else [],
        )
        hops.append((hop, evidence.of(*one.facts)))
    return hops


def _received(one: Sending, here: _Step) -> TraceHop:
    """What another body asked of the forum at whose meeting it is told: it leads to the item."""
    return TraceHop(
        kind=HopKind(one.sent.kind.value),
        basis=one.basis,
        from_=one.sender,
        origin_item=None,
        to=one.to,
        what=one.sent.what,
        state=HopState.ARRIVED,
        open=False,
        arrived=_arrival(here, None),
        missing=[],
    )


def _raised(rows: Sequence[Row], steps: Sequence[_Step], evidence: Sources) -> list[_Hop]:
    """RAISED_BY points backwards: from the item to the body that raised the issue, last taken up there before."""
    known = {step.item.id: step for step in steps}
    hops = []
    for (item, source), group in grouped(rows, "item", "source").items():
        here = known.get(item)
        if here is None:
            continue
        before = [step for step in steps if step.forum == source and _is_after(here, step)]
        origin = before[-1] if before else None
        forum = here.item.meeting.forum
        hop = TraceHop(
            kind=HopKind.RAISED_BY,
            basis="inferred" if all(row["basis"] == "inferred" for row in group) else "stated",
            from_=body(group[0], "source", group[0]["label"]),
            origin_item=origin.item.id if origin else None,
            to=Target(name=forum.short, members=[forum]),
            what=group[0]["what"],
            state=HopState.ARRIVED,
            open=False,
            arrived=_arrival(here, origin),
            missing=[],
        )
        hops.append((hop, evidence.of(*group)))
    return hops


def _followed(rows: Sequence[Row], steps: Sequence[_Step], stated: Sequence[_Hop], evidence: Sources) -> list[_Hop]:
    """The hops between consecutive items that no stated movement explains."""
    known = {step.item.id: step for step in steps}
    explained = {(hop.origin_item, hop.arrived.item) for hop, _ in stated if hop.arrived}
    hops = []
    for (origin_id, next_id), group in grouped(rows, "item", "next").items():
        origin, then = known.get(origin_id), known.get(next_id)
        if origin is None or then is None or (origin_id, next_id) in explained:
            continue
        hop = TraceHop(
            kind=HopKind.FOLLOWED_BY,
            basis="inferred" if any(row["basis"] == "inferred" for row in group) else "stated",
            from_=origin.item.meeting.forum,
            origin_item=origin_id,
            to=Target(name=then.item.meeting.forum.short, members=[then.item.meeting.forum]),
            state=HopState.ARRIVED,
            open=False,
            arrived=_arrival(then, origin),
            missing=[],
        )
        hops.append((hop, evidence.of(*group)))
    return hops


def _is_after(step: _Step, other: _Step) -> bool:
    """Strictly later by date; an item without a date is after nothing."""
    return step.date is not None and other.date is not None and step.date > other.date


def _arrival(step: _Step | None, origin: _Step | None) -> Arrival | None:
    if step is None:
        return None
    days = (step.date - origin.date).days if origin and origin.date and step.date else None
    item = step.item
    return Arrival(item=item.id, number=item.number, title=item.title, meeting=item.meeting, days=days)


# --- the part that is shown ----------------------------------------------------------------------------------------


def _part(steps: Sequence[_Step], parameters: Mapping[str, Any]) -> tuple[list[_Step], int]:
    """The items in the period and, with `from` and `to`, from the first in the one forum to the last in the other after it;
    and how many items of the period were left out."""
    since, until = parameters.get("since"), parameters.get("until")
    within = [
        step
        for step in steps
        if (since is None or (step.date is not None and step.date >= since))
        and (until is None or (step.date is not None and step.date <= until))
    ]
    start, end = 0, len(within)
    if origin := parameters.get("from"):
        start = next((place for place, step in enumerate(within) if step.forum == origin), len(within))
    if target := parameters.get("to"):
        ends = [place for place, step in enumerate(within) if step.forum == target and place >= start]
        if ends and not (origin and ends[-1] == start):
            end = ends[-1] + 1
        elif origin:  # it never came there: what is known is the items in the first forum
            shown = [step for step in within[start:] if step.forum == origin]
            return shown, len(within) - len(shown)
        else:
            end = 0
    return within[start:end], len(within) - len(within[start:end])


def _belongs(hop: TraceHop, shown: Sequence[_Step], parameters: Mapping[str, Any]) -> bool:
    """A hop is shown with its origin. When the trace ends in a forum, what leads elsewhere from its last item is left out."""
    ids = [step.item.id for step in shown]
    if _leads_in(hop):
        return hop.arrived is not None and hop.arrived.item in ids
    if hop.origin_item not in ids:
        return False
    if hop.kind is HopKind.FOLLOWED_BY:
        return hop.arrived is not None and hop.arrived.item in ids
    target = parameters.get("to")
    if target is None or (hop.arrived is not None and hop.arrived.item in ids):
        return True
    return any(member.id == target for member in hop.to.members)


def _leads_in(hop: TraceHop) -> bool:
    """Whether it is shown before the item that it leads to, not after the one it leaves."""
    return hop.kind is HopKind.RAISED_BY or hop.origin_item is None


def _in_order(shown: Sequence[_Step], hops: Sequence[_Hop]) -> list[TraceStep]:
    rows: list[TraceStep] = []
    for step in shown:
        into = [pair for pair in hops if _leads_in(pair[0]) and pair[0].arrived and pair[0].arrived.item == step.item.id]
        out = [pair for pair in hops if not _leads_in(pair[0]) and pair[0].origin_item == step.item.id]
        for hop, sources in into:
            rows.append(TraceStep(position=len(rows) + 1, step="hop", hop=hop, sources=sources))
        rows.append(TraceStep(position=len(rows) + 1, step="item", item=step.item, sources=step.sources))
        for hop, sources in out:
            rows.append(TraceStep(position=len(rows) + 1, step="hop", hop=hop, sources=merged(sources)))
    return rows


# --- words ---------------------------------------------------------------------------------------------------------


def _finding(
    names: Mapping[str, str], parameters: Mapping[str, Any], shown: Sequence[_Step], hops: Sequence[TraceHop]
) -> tuple[str, str]:
    topic = names["topic"]
    if parameters.get("from") or parameters.get("to"):
        return _finding_between(topic, names, parameters, shown, hops)
    if not shown:
        return f"{topic}: ingen ärendepunkt i den valda tiden.", f"{topic}: no agenda item in the period chosen."
    forums = list(dict.fromkeys(step.item.meeting.forum.short for step in shown))
    items, first, last = len(shown), shown[0], shown[-1]
    swedish = f"{topic} har tagits upp i {amount(items, 'ärendepunkt', 'ärendepunkter')} i {listing(forums)}"
    english = f"{topic} has come up in {amount(items, 'agenda item', 'agenda items')} in {listing(forums, 'and')}"
    if first.date and last.date:
        if first.date == last.date:
            swedish, english = f"{swedish}, {first.date}", f"{english}, on {first.date}"
        else:
            swedish, english = (
                f"{swedish}, från {first.date} till {last.date}",
                f"{english}, from {first.date} to {last.date}",
            )
    waiting = [hop for hop in hops if hop.open]
    if not waiting:
        return f"{swedish}. Inget är öppet.", f"{english}. Nothing is open."
    return (
        f"{swedish}. Öppet: {_open_in_words(waiting, 0)}.",
        f"{english}. Open: {_open_in_words(waiting, 1)}.",
    )


def _open_in_words(hops: Sequence[TraceHop], language: int) -> str:
    """ "rekommendation till Region Dalarna, kommunerna (15) och LCHNV; skrivelse till LCHNV", kinds in order of appearance."""
    last = ("och", "and")[language]
    targets: dict[HopKind, list[str]] = {}
    for hop in hops:
        called = hop.to.english if language else hop.to.name
        name = called if hop.to.count == 1 else f"{quoted(called, last)} ({hop.to.count})"
        if name not in targets.setdefault(hop.kind, []):
            targets[hop.kind].append(name)
    return "; ".join(f"{_VERBS[kind][language]} {listing(found, last)}" for kind, found in targets.items())


def _finding_between(
    topic: str, names: Mapping[str, str], parameters: Mapping[str, Any], shown: Sequence[_Step], hops: Sequence[TraceHop]
) -> tuple[str, str]:
    origin, target = names.get("from"), names.get("to")
    if not shown:
        where, where_en = (origin or target), (origin or target)
        return f"{topic} har ingen ärendepunkt i {where}.", f"{topic} has no agenda item in {where_en}."
    first, last = shown[0], shown[-1]
    if target and last.forum != parameters["to"]:
        open_there = [hop for hop in hops if hop.open]
        sent = f" Dit har det skickats: {_open_in_words(open_there, 0)}." if open_there else ""
        sent_en = f" It was sent there: {_open_in_words(open_there, 1)}." if open_there else ""
        return (
            f"{topic} har tagits upp i {origin} men inte därefter i {target}.{sent}",
            f"{topic} has come up in {origin} but not in {target} after that.{sent_en}",
        )
    start = f"{first.item.meeting.forum.short} {first.date or ''}".strip()
    end = f"{last.item.meeting.forum.short} {last.date or ''}".strip()
    days = f" på {amount((last.date - first.date).days, 'dag', 'dagar')}" if first.date and last.date else ""
    days_en = f" in {amount((last.date - first.date).days, 'day', 'days')}" if first.date and last.date else ""
    inside = [hop for hop in hops if hop.arrived is not None]
    stated = sum(hop.basis == "stated" for hop in inside)
    inferred = len(inside) - stated
    how = listing(
        [f"{stated} steg står i texten"] * bool(stated)
        + [f"{amount(inferred, 'steg är tolkat', 'steg är tolkade')} av att ärendet kommer upp igen"] * bool(inferred)
    )
    how_en = listing(
        [f"{amount(stated, 'hop is', 'hops are')} stated"] * bool(stated)
        + [f"{amount(inferred, 'hop is', 'hops are')} inferred from the topic coming up again"] * bool(inferred),
        "and",
    )
    return (
        f"{topic} gick från {start} till {end}{days}{': ' + how if how else ''}.",
        f"{topic} went from {start} to {end}{days_en}{': ' + how_en if how_en else ''}.",
    )


def _notes(
    steps: Sequence[_Step], shown: Sequence[_Step], outside: int, hops: Sequence[TraceHop], today: dt.date
) -> list[tuple[str, str]]:
    notes = []
    told = [step for step in shown if not step.item.meeting.recorded]
    if told:
        meetings = len({step.item.meeting.id for step in told})
        notes.append(
            (
                f"{amount(meetings, 'möte är känt', 'möten är kända')} bara ur andra dokument; protokollet finns inte i lagret.",
                f"{amount(meetings, 'meeting is', 'meetings are')} known from other documents only; the minutes are not in the store.",
            )
        )
    for hop in hops:
        if hop.state is HopState.MINUTES_MISSING:
            what, what_en = (listing((one.name for one in hop.missing), word) for word in ("och", "and"))
            notes.append((f"Protokollet från {what} finns inte i lagret.", f"The minutes of {what_en} are not in the store."))
    unknown = sorted({hop.to.name for hop in hops if hop.state is HopState.NO_LATER_MINUTES}, key=swedish_key)
    if unknown:
        notes.append(
            (
                f"Lagret har inga senare protokoll från {listing_of_many(unknown)}: om ärendet togs upp där går inte att veta.",
                f"The store has no later minutes of {listing_of_many(unknown, 'and')}: whether the issue came up there cannot be known.",
            )
        )
    silent = [hop.to for hop in hops if hop.state is HopState.NO_MINUTES_KEPT]
    unheard, unheard_en = (
        sorted(names, key=swedish_key) for names in ({to.name for to in silent}, {to.english for to in silent})
    )
    if unheard:
        notes.append(
            (
                f"{initial(listing(unheard))} har inga egna protokoll i lagret: svar därifrån syns bara om ett forum tar upp ärendet igen.",
                f"The store keeps no minutes of {listing(unheard_en, 'and')}: an answer from there shows only when a forum takes the issue up again.",
            )
        )
    if outside:
        notes.append(
            (
                f"{amount(outside, 'ärendepunkt ligger', 'ärendepunkter ligger')} utanför den valda delen av {len(steps)} i allt.",
                f"{amount(outside, 'agenda item lies', 'agenda items lie')} outside the part chosen, of {len(steps)} in all.",
            )
        )
    if any(hop.waited_days is not None for hop in hops):
        notes.append((f"Väntetiden är räknad till {today}.", f"Waiting time is counted until {today}."))
    return list(dict.fromkeys(notes))


QUERY = NamedQuery(
    name="trace",
    title="Hur ett ärende rört sig",
    title_en="How an issue moved",
    description="Ärendets punkter i alla forum i tidsordning, stegen mellan dem med slag och ord, och vad som är öppet.",
    description_en="The issue's agenda items over all forums in time order, the hops between them with their kind and words, and what is open.",
    parameters=(
        Parameter(
            "topic", ParameterKind.TOPIC, True, "Ärendet: namn, förkortning eller id.", "The issue: name, abbreviation or id."
        ),
        Parameter("from", ParameterKind.FORUM, False, "Från det här forumet.", "From this forum."),
        Parameter("to", ParameterKind.FORUM, False, "Till det här forumet.", "To this forum."),
        Parameter("since", ParameterKind.DATE, False, "Från och med den här dagen.", "From this day on."),
        Parameter("until", ParameterKind.DATE, False, "Till och med den här dagen.", "Up to and including this day."),
    ),
    row=TraceStep,
    build=_build,
    shape=_shape,
    examples=({"topic": "SPAK"}, {"topic": "SPAK", "from": "LCHNV", "to": "VFR"}),
    then=ROUNDS,
)
