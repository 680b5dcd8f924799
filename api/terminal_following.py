"""How the answers on what was sent on read on the terminal. Pure: lines with style and depth, and the sources below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.movement import Kind, Status
from graph.names import squash
from graph.record import DecisionKind
from queries.answers import AnswerItem
from queries.as_of import AsOfRow, Aspect
from queries.catalogue import Source
from queries.flows import FlowRow
from queries.follow_up import FollowUpRow
from queries.parts import MeetingRef, Target
from queries.stalled import StalledFinding, StalledRow
from queries.trace import HopKind
from queries.words import DECISION_WORDS, amount, decimals

FollowingRow = FollowUpRow | StalledRow | FlowRow | AsOfRow

VERBS = {
    Kind.RECOMMENDS: "rekommenderar",
    Kind.ASSIGNS: "ger i uppdrag åt",
    Kind.PETITIONS: "tillskriver",
    Kind.INVITES: "bjuder in",
    Kind.REFERRED_TO: "hänvisar till",
    Kind.REPORTS_BACK_TO: "återrapporterar till",
}
NOUNS = {
    Kind.RECOMMENDS: ("rekommendation", "rekommendationer"),
    Kind.ASSIGNS: ("uppdrag", "uppdrag"),
    Kind.PETITIONS: ("skrivelse", "skrivelser"),
    Kind.INVITES: ("inbjudan", "inbjudningar"),
    Kind.REFERRED_TO: ("hänvisning", "hänvisningar"),
    Kind.REPORTS_BACK_TO: ("återrapport", "återrapporter"),
    HopKind.RAISED_BY: ("väckt fråga", "väckta frågor"),
    HopKind.FOLLOWED_BY: ("gång ett ärende därefter kom upp", "gånger ett ärende därefter kom upp"),
}
STATUSES = {
    Status.OVERDUE: ("försenat", "bold red"),
    Status.OPEN: ("öppet", "red"),
    Status.SILENT: ("går inte att veta", "yellow"),
    Status.ANSWERED: ("besvarat", "green"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """`depth` counts indents; `sources` follow the line, one indent deeper."""

    text: str
    style: str = ""
    depth: int = 1
    sources: Sequence[Source] = ()


def lines_of(row: FollowingRow) -> Iterator[Line]:
    """The lines of one row, its heading first."""
    match row:
        case FollowUpRow():
            yield from _follow_up(row)
        case StalledRow():
            yield from _stalled(row)
        case FlowRow():
            members = f" ({row.members} st)" if row.members > 1 else ""
            one, many = NOUNS[Kind(row.kind) if row.kind in list(Kind) else HopKind(row.kind)]
            inferred = " [tolkat]" if row.basis == "inferred" else ""
            yield Line(f"{row.from_.name} → {row.to.name}{members}, {row.year or 'utan år'}", "bold", 0)
            yield Line(f"{amount(row.count, one, many)}{inferred}", sources=row.sources)
        case AsOfRow():
            yield from _as_of(row)


def _follow_up(row: FollowUpRow) -> Iterator[Line]:
    status, style = STATUSES[row.status]
    yield Line(f"[{status}] {_sent(row.kind, row.from_.short, row.to, row.what, given=row.given_before)}", f"bold {style}", 0)
    yield Line(_where(row.meeting, row.number, row.title))
    yield Line(row.text, style, sources=row.sources)
    if row.answer:
        yield from _answer(row.answer, "Svar", "green")
    for one in row.possible:
        yield from _answer(one, "Kanske svar", "yellow")


def _stalled(row: StalledRow) -> Iterator[Line]:
    known = row.finding is StalledFinding.NEVER_TAKEN_UP
    heading = "inte upptaget" if known else "går inte att veta"
    style = "red" if known else "yellow"
    yield Line(f"[{heading}] {_sent(row.kind, row.from_.short, row.to, row.what)}", f"bold {style}", 0)
    yield Line(_where(row.meeting, row.number, row.title))
    waited = f"Väntat {amount(row.waited_days, 'dag', 'dagar')}. " if row.waited_days is not None else ""
    yield Line(f"{waited}{row.text}", style, sources=row.sources)
    for one in row.possible:
        yield from _answer(one, "Kanske upptaget", "yellow")


def _as_of(row: AsOfRow) -> Iterator[Line]:
    place = _where(row.meeting, row.number, row.title)
    told = "" if row.meeting.recorded else "  (protokollet finns inte i lagret)"
    match row.aspect:
        case Aspect.LATEST:
            yield Line(f"Senast i {row.meeting.forum.short}: {place}{told}", "bold", 0, row.sources)
        case Aspect.DECIDED:
            yield Line(f"Beslutat: {place}", "bold", 0)
            yield Line(f"{DECISION_WORDS[DecisionKind(row.kind or '')]}: {squash(row.text or '')}", sources=row.sources)
        case Aspect.SENT:
            status, style = STATUSES[row.status or Status.OPEN]
            to = row.to or Target(name="", members=[])
            sender = (row.from_ or row.meeting.forum).short
            words = _sent(Kind(row.kind or ""), sender, to, row.text, given=row.given_before)
            yield Line(f"[{status}] {words}", f"bold {style}", 0)
            yield Line(place)
            yield Line(row.standing or "", style, sources=row.sources)


def _sent(kind: Kind, sender: str, to: Target, what: str | None, *, given: bool = False) -> str:
    day = f" {to.meeting.date}" if to.meeting and to.meeting.date else ""
    return f"{sent_words(kind, sender, to, given=given)}{day}{': ' + squash(what) if what else ''}"


def sent_words(kind: Kind, sender: str, to: Target, *, given: bool = False) -> str:
    """ "VFR rekommenderar kommunerna (15 st)"; of what a forum sends to a meeting of its own, that it does. `given`: it only tells of
    it, as given before."""
    name = to.name if to.count == 1 else f"{to.name} ({to.count} st)"
    if given:
        return f"{sender} berättar om {NOUNS[kind][0]} till {name}"
    if sender == name and kind is Kind.REPORTS_BACK_TO:
        return f"återrapport väntas i {name}"
    if sender == name and kind is Kind.REFERRED_TO:
        return f"{sender} hänvisar till ett eget möte"
    return f"{sender} {VERBS[kind]} {name}"


def _where(meeting: MeetingRef, number: str | None, title: str) -> str:
    return f"{meeting.date or 'odaterat'}  {meeting.forum.short}  {number + '  ' if number else ''}{squash(title)}"


def _answer(one: AnswerItem, word: str, style: str) -> Iterator[Line]:
    days = "" if one.days is None else f" efter {amount(one.days, 'dag', 'dagar')}" if one.days else " samma dag"
    yield Line(f"{word}{days} (säkerhet {decimals(one.score)}): {_where(one.meeting, one.number, one.title)}", style)
    yield Line("; ".join(reason.text for reason in one.reasons), "dim", 2, one.sources)
