"""The ledger: everything that was sent on, to whom and until when, and what answered it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from graph.movement import Due, DueBasis, EvidenceKind, Kind, Reason, Status
from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.answers import AnswerItem, Shower, due_in_words
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.following import ROUNDS, Followed, follow, sent_statements
from queries.parts import Body, MeetingRef, Target
from queries.sorting import swedish_key
from queries.words import amount, days_waited, listing, listing_of_many

_LIMIT = 500
"""Most urgent first; narrow it down to see others."""


class FollowUpRow(AnswerModel):
    """One thing sent on. `kind` is its relationship type in the graph, `to` whom it was resolved to, `written` whom as written.

    `item`, `number`, `title` and `meeting` are where it was sent on; `expected_in` is the forum whose minutes would tell of the
    answer. `due` is None when no time is named or it cannot be worked out; `due_words` are the words that it was worked out from.
    `answer` is the item that answers it, `possible` are items that may. `missing` are meetings that may have dealt with it and
    whose minutes are not in the store.
    """

    status: Status
    kind: Kind
    basis: Literal["stated", "inferred"]
    from_: Annotated[Body, Field(alias="from")]
    given_before: bool = False
    """The item tells of it as given before, and not by whom: `from` is the forum that tells of it."""
    to: Target
    written: str
    what: str | None
    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    due: dt.date | None
    due_basis: DueBasis | None
    due_words: str | None
    expected_in: Body
    reason: Reason | None
    later_minutes: int
    """How many later meetings of that forum the store has minutes of."""
    missing: list[MeetingRef]
    answer: AnswerItem | None
    possible: list[AnswerItem]
    waited_days: int | None
    """Days from when it was sent on until today, for what is not answered; None when that day is not known or has not come."""
    overdue_days: int | None
    """Days since its day passed, for what is not answered, whether or not the store can tell."""
    text: str
    text_en: str
    sources: list[Source]


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return sent_statements(forum=parameters["forum"])


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    who, status = parameters["who"], parameters["status"]
    shower = Shower.of(rows)
    ledger = [one for one in follow(rows, today) if who is None or who in one.sending.sent.targets]
    chosen = [build_row(one, shower, today) for one in ledger if status is None or one.standing.status == status]
    chosen.sort(key=urgency)
    shown = chosen[:_LIMIT]
    finding = _finding(ledger, names, status)
    notes = _notes(shown, len(chosen), today)
    return Answer.told(QUERY.name, finding, shown, notes)


def build_row(one: Followed, shower: Shower, today: dt.date) -> FollowUpRow:
    """The row of one sending, as it stands on the day `today`."""
    sending, standing, sent = one.sending, one.standing, one.sending.sent
    answer = shower.answer(one.answer, sending) if one.answer else None
    due = sent.due.date if sent.due else None
    waiting = standing.status is not Status.ANSWERED
    missing = [shower.meetings[held.id] for held in standing.missing if held.id in shower.meetings]
    row = FollowUpRow(
        status=standing.status,
        kind=sent.kind,
        basis=sending.basis,
        from_=sending.sender,
        given_before=sent.here is EvidenceKind.REPORTED_HERE,
        to=sending.to,
        written=sending.written,
        what=sent.what,
        item=sent.item,
        number=sending.number,
        title=sending.title,
        meeting=sending.meeting,
        due=due,
        due_basis=sent.due.basis if sent.due else None,
        due_words=sent.due.words if sent.due else None,
        expected_in=_expected_in(one, shower),
        reason=standing.reason,
        later_minutes=standing.later,
        missing=missing,
        answer=answer,
        possible=[shower.answer(match, sending) for match in one.possible] if answer is None else [],
        waited_days=days_waited(sent.date, today) if waiting else None,
        overdue_days=(today - due).days if waiting and due is not None and due < today else None,
        text="",
        text_en="",
        sources=shower.sources(sending),
    )
    text, text_en = in_words(row, sent.due)
    return row.model_copy(update={"text": text, "text_en": text_en})


def _expected_in(one: Followed, shower: Shower) -> Body:
    forum = one.sending.sent.expected_in
    for known in (one.sending.meeting.forum, *one.sending.to.members):
        if known.id == forum:
            return known
    return shower.forums.get(forum) or Body(id=forum, label=Label.FORUM, name=forum, short=forum)


_ORDER = {Status.OVERDUE: 0, Status.OPEN: 1, Status.SILENT: 2, Status.ANSWERED: 3}


def urgency(row: FollowUpRow) -> tuple[Any, ...]:
    """Overdue first, then open, what cannot be known, answered; within each what is longest overdue, then what waited longest."""
    return (
        _ORDER[row.status],
        -(row.overdue_days or 0),
        -(row.waited_days or 0),
        row.meeting.id,
        swedish_key(row.title),
        row.item,
        swedish_key(row.to.name),
        row.what or "",
    )


# --- words ---------------------------------------------------------------------------------------------------------


def in_words(row: FollowUpRow, due: Due | None) -> tuple[str, str]:
    """One sentence on where it stands, Swedish and English."""
    if row.answer:
        where, days = row.answer.meeting.name, row.answer.days
        if not days:
            return f"Besvarat samma dag, {where}.", f"Answered the same day, {where}."
        return (
            f"Besvarat av {where} efter {amount(days, 'dag', 'dagar')}.",
            f"Answered by {where} after {amount(days, 'day', 'days')}.",
        )
    why, why_en = _why(row)
    when = due_in_words(due)
    expects = "väntas" if row.reason is Reason.NOT_YET_DUE else "väntades"
    until, until_en = (f", svar {expects} {when[0]}", f", due {when[1]}") if when else ("", "")
    head, head_en = _head(row)
    return f"{head}{until}: {why}.", f"{head_en}{until_en}: {why_en}."


def _head(row: FollowUpRow) -> tuple[str, str]:
    """ "Öppet i 40 dagar", "Försenat 12 dagar (skickat för 40 dagar sedan)"."""
    waited = row.waited_days
    long = amount(waited or 0, "dag", "dagar")
    long_en = amount(waited or 0, "day", "days")
    match row.status:
        case Status.OVERDUE:
            late, late_en = amount(row.overdue_days or 0, "dag", "dagar"), amount(row.overdue_days or 0, "day", "days")
            if waited is None:
                return f"Försenat {late}", f"Overdue by {late_en}"
            return f"Försenat {late} (skickat för {long} sedan)", f"Overdue by {late_en} (sent {long_en} ago)"
        case Status.SILENT if waited:
            return f"Går inte att veta, {long} efteråt", f"Cannot be known, {long_en} on"
        case Status.SILENT:
            return "Går inte att veta", "Cannot be known"
        case _:
            return (f"Öppet i {long}", f"Open for {long_en}") if waited else ("Öppet", "Open")


def _why(row: FollowUpRow) -> tuple[str, str]:
    forum, later = row.expected_in.short, row.later_minutes
    names = ", ".join(one.name for one in row.missing)
    apart = row.to if row.to.members[0].label not in (Label.OFFICIAL, Label.FORUM) else None
    match row.reason:
        case Reason.NOT_YET_DUE:
            return "tiden är inte ute", "its time has not come"
        case Reason.MINUTES_MISSING:
            return f"protokollet finns inte i lagret ({names})", f"the minutes are not in the store ({names})"
        case Reason.NO_LATER_MINUTES | Reason.NO_MINUTES_KEPT:
            held = f" ({names})" if names else ""
            if apart:
                return (
                    f"lagret har inga protokoll från {apart.name}, och inga senare från {forum}{held}",
                    f"the store has no minutes of {apart.english}, and no later ones of {forum}{held}",
                )
            return f"lagret har inga senare protokoll från {forum}{held}", f"the store has no later minutes of {forum}{held}"
        case _:
            lost, lost_en = "", ""
            if row.missing:
                held, held_en = amount(len(row.missing), "möte", "möten"), amount(len(row.missing), "meeting", "meetings")
                lost, lost_en = f"; protokoll saknas från {held}", f"; minutes are missing of {held_en}"
            minutes = amount(later, "senare protokoll", "senare protokoll")
            minutes_en = amount(later, "later set of minutes", "later sets of minutes")
            said, said_en = "", ""
            if apart:
                said, said_en = (
                    f"lagret har inga protokoll från {apart.name}, och ",
                    f"the store has no minutes of {apart.english}, and ",
                )
            if row.possible:
                return (
                    f"{said}{minutes} från {forum} ger inget säkert svar{lost}",
                    f"{said_en}{minutes_en} of {forum} {'gives' if later == 1 else 'give'} no certain answer{lost_en}",
                )
            return (
                f"{said}{minutes} från {forum} tar inte upp det{lost}",
                f"{said_en}{minutes_en} of {forum} {'does' if later == 1 else 'do'} not take it up{lost_en}",
            )


_COUNTED = (
    (Status.OVERDUE, ("försenad", "försenade"), "overdue"),
    (Status.OPEN, ("öppen", "öppna"), "open"),
    (Status.SILENT, ("går inte att veta", "går inte att veta"), "cannot be known"),
    (Status.ANSWERED, ("besvarad", "besvarade"), "answered"),
)


def counted(statuses: Sequence[Status]) -> tuple[str, str]:
    """ "1 försenad, 3 öppna och 2 besvarade", in Swedish and English; what there is none of is not named."""
    counts = [(statuses.count(status), words, english) for status, words, english in _COUNTED if status in statuses]
    return (
        listing(f"{count} {words[0] if count == 1 else words[1]}" for count, words, _ in counts),
        listing((f"{count} {english}" for count, _, english in counts), "and"),
    )


def _finding(ledger: Sequence[Followed], names: Mapping[str, str], status: str | None) -> tuple[str, str]:
    about = f" av {names['forum']}" if "forum" in names else ""
    about_en = f" by {names['forum']}" if "forum" in names else ""
    about += f" till {names['who']}" if "who" in names else ""
    about_en += f" to {names['who']}" if "who" in names else ""
    if not ledger:
        return f"Inget har skickats vidare{about}.", f"Nothing has been sent on{about_en}."
    statuses = [one.standing.status for one in ledger]
    parts, parts_en = counted(statuses)
    shown, shown_en = "", ""
    for status_, words, english in _COUNTED:
        if status_ == status:
            none, none_en = ("", "") if status_ in statuses else (" (inga)", " (none)")
            shown, shown_en = f" Visar: {words[1]}{none}.", f" Showing: {english}{none_en}."
    return (
        f"{amount(len(ledger), 'sak har', 'saker har')} skickats vidare{about}: {parts}.{shown}",
        f"{amount(len(ledger), 'matter has', 'matters have')} been sent on{about_en}: {parts_en}.{shown_en}",
    )


def _notes(shown: Sequence[FollowUpRow], total: int, today: dt.date) -> list[tuple[str, str]]:
    notes = []
    if total > len(shown):
        notes.append((f"Visar de {len(shown)} mest angelägna av {total}.", f"Showing the {len(shown)} most urgent of {total}."))
    missing = sorted({(one.forum.short, one.date or dt.date.max, one.name) for row in shown for one in row.missing})
    if missing:
        names = [name for _, _, name in missing]
        notes.append(
            (
                f"Protokoll som inte finns i lagret: {listing_of_many(names)}.",
                f"Minutes that are not in the store: {listing_of_many(names, 'and')}.",
            )
        )
    unknown = sorted({row.expected_in.short for row in shown if row.status is Status.SILENT}, key=swedish_key)
    if unknown:
        notes.append(
            (
                f"Lagret har inga senare protokoll från {listing_of_many(unknown)}: om svar kom går inte att veta.",
                f"The store has no later minutes of {listing_of_many(unknown, 'and')}: whether an answer came cannot be known.",
            )
        )
    if any(row.due_basis is DueBasis.INFERRED and row.due for row in shown):
        notes.append(
            (
                "Dagar som är uträknade (till exempel av ”nästa möte”) är märkta så.",
                "Days that were worked out (for instance from “nästa möte”, next meeting) are marked so.",
            )
        )
    if any(row.waited_days is not None for row in shown):
        notes.append((f"Väntetiden är räknad till {today}.", f"Waiting time is counted until {today}."))
    return notes


QUERY = NamedQuery(
    name="follow-up",
    title="Vad som skickats vidare, och vad som svarats",
    title_en="What was sent on, and what came back",
    description="Rekommendationer, uppdrag, skrivelser, inbjudningar, hänvisningar och utlovade återrapporter: från vem, till vem, vad, till när, vad som svarade och hur säkert det är, och hur länge det väntat. Försenat först.",
    description_en="Recommendations, assignments, petitions, invitations, referrals and promised report-backs: from whom, to whom, what, until when, what answered and how sure that is, and how long it has waited. Overdue first.",
    parameters=(
        Parameter("forum", ParameterKind.FORUM, False, "Bara det som skickats vid det här forumets möten.", "Only what was sent on at this forum's meetings."),
        Parameter("who", ParameterKind.ACTOR, False, "Bara det som skickats till den här: forum, organisation, kommun eller person.", "Only what was sent to this forum, organisation, municipality or person."),
        Parameter("status", ParameterKind.CHOICE, False, "Bara det som är så.", "Only what stands so.", tuple(Status)),
    ),
    row=FollowUpRow,
    build=_build,
    shape=_shape,
    examples=({}, {"status": "overdue"}, {"forum": "VFR"}),
    then=ROUNDS,
)  # fmt: skip
