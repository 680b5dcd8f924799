"""The ledger: the mentions of one document that resolution needs, small enough to keep all of them in memory.

    Record -> iter_sightings -> Ledger -> (with all other ledgers) -> Resolution

A sighting is one mention: where it stands in the record (`ref`), the words, and the context that tells namesakes apart. The
builder walks the record with the same function and finds each sighting's entity by its `ref`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.identifiers import document_id
from graph.names import fold, squash
from graph.record import DecisionKind, DocumentFacts, DocumentKind, Item, Meeting, Record, Span
from graph.references import references_of


class SightingKind(StrEnum):
    """What a mention can be. A BODY may turn out to be a forum, an organisation or municipalities; a TARGET also a person."""

    FORUM = "forum"
    BODY = "body"
    TARGET = "target"
    PERSON = "person"
    TOPIC = "topic"
    REPORT = "report"


class Where(StrEnum):
    """In which part of the document the mention stands."""

    HEAD = "head"
    ORGANISATION = "organisation"
    ATTENDANCE = "attendance"
    REPRESENTS = "represents"
    MUNICIPALITY = "municipality"
    PRESENTER = "presenter"
    PRESENTER_BODY = "presenterBody"
    TITLE = "title"
    REPORT = "report"
    DECISION = "decision"
    APPOINTEE = "appointee"
    MOVEMENT = "movement"
    ORIGIN = "origin"
    """The one who raised a matter or sent it on."""
    TEXT = "text"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention. `meeting` and `item` are places in the record; `body` is what a person represents, as written."""

    ref: str
    kind: SightingKind
    text: str
    where: Where
    meeting: int | None = None
    item: int | None = None
    body: str | None = None
    role: str | None = None
    span: Span | None = None
    """Where it stands in the document's text; not kept in the ledger's JSON."""


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """What resolution needs of one meeting that a document tells of. `items` are its agenda, each with its number and title."""

    forum: str
    as_written: str
    organisation: str | None
    date: dt.date | None
    items: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The mentions of one document. `document` is its id."""

    document: str
    kind: DocumentKind
    date: dt.date | None
    meetings: tuple[MeetingSeen, ...]
    abbreviations: tuple[tuple[str, str], ...]
    sightings: tuple[Sighting, ...]

    def to_json(self) -> str:
        """Compact JSON, the same for the same ledger."""
        content = [
            self.document,
            self.kind.value,
            _iso(self.date),
            [[m.forum, m.as_written, m.organisation, _iso(m.date), [list(item) for item in m.items]] for m in self.meetings],
            [list(pair) for pair in self.abbreviations],
            [[s.ref, s.kind.value, s.text, s.where.value, s.meeting, s.item, s.body, s.role] for s in self.sightings],
        ]
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Ledger:
        """The inverse of `to_json`. Raises ValueError on anything else."""
        document, kind, date, meetings, abbreviations, sightings = json.loads(text)
        return Ledger(
            document,
            DocumentKind(kind),
            _date(date),
            tuple(MeetingSeen(f, w, o, _date(d), tuple((n, t) for n, t in items)) for f, w, o, d, items in map(_whole, meetings)),
            tuple((short, long) for short, long in abbreviations),
            tuple(Sighting(r, _KINDS[k], t, _PLACES[w], m, i, b, role) for r, k, t, w, m, i, b, role in sightings),
        )


_KINDS = {kind.value: kind for kind in SightingKind}
_PLACES = {place.value: place for place in Where}


def build_ledger(record: Record, text: str = "") -> Ledger:
    """The ledger of one record. With the document's text, near spellings of its people in running text are found as well."""
    return Ledger(
        document=document_id(record.document.sha256),
        kind=record.document.kind,
        date=record.document.date,
        meetings=tuple(_seen(m, record.document) for m in record.meetings),
        abbreviations=tuple(sorted({(squash(a.short), squash(a.long)) for a in record.abbreviations})),
        sightings=tuple(iter_sightings(record, text)),
    )


def iter_sightings(record: Record, text: str = "") -> Iterator[Sighting]:
    """Every mention of the record with its span, in the record's order, each with a `ref` of its own."""
    facts = record.document
    if facts.kind in (DocumentKind.REPORT, DocumentKind.PLAN) and facts.title:
        yield Sighting("d", SightingKind.REPORT, squash(facts.title), Where.DOCUMENT, role=facts.diary_number)
    for j, meeting in enumerate(record.meetings):
        yield from _of_meeting(meeting, j, forum_name(meeting, facts))
        for n, item in enumerate(meeting.items):
            yield from _of_item(item, j, n)
    if text:
        yield from _in_running_text(record, text)
        yield from _cited(record, text)


def forum_name(meeting: Meeting, facts: DocumentFacts) -> str:
    """The forum as the document names it. One that it does not name is told apart from all others by the document's file."""
    return squash(meeting.forum_as_written or meeting.forum or "") or f"Okänt forum ({facts.file})"


def _seen(meeting: Meeting, facts: DocumentFacts) -> MeetingSeen:
    name = forum_name(meeting, facts)
    agenda = tuple((item.number, squash(item.title)) for item in meeting.items)
    return MeetingSeen(meeting.forum or name, meeting.forum_as_written or name, meeting.organisation, meeting.date, agenda)


def _whole(meeting: list[Any]) -> list[Any]:
    """A meeting as ledgers are written now; older ones have no agenda."""
    return meeting if len(meeting) == 5 else [*meeting, []]


def _of_meeting(meeting: Meeting, j: int, forum: str) -> Iterator[Sighting]:
    base = f"m{j}"
    head = meeting.span
    yield Sighting(f"{base}.f", SightingKind.FORUM, forum, Where.HEAD, j, span=head)
    if meeting.organisation:
        yield Sighting(f"{base}.o", SightingKind.BODY, squash(meeting.organisation), Where.ORGANISATION, j, span=head)
    for k, person in enumerate(meeting.attendance):
        body = squash(person.represents) if person.represents else None
        name = squash(person.name)
        if name:
            yield Sighting(f"{base}.a{k}", SightingKind.PERSON, name, Where.ATTENDANCE, j, None, body, person.role, person.span)
        if body:
            yield Sighting(f"{base}.a{k}.r", SightingKind.BODY, body, Where.REPRESENTS, j, span=person.span)
    for k, municipality in enumerate(meeting.municipalities):
        span = municipality.spans[0] if municipality.spans else None
        yield Sighting(f"{base}.v{k}", SightingKind.BODY, squash(municipality.name), Where.MUNICIPALITY, j, span=span)


def _of_item(item: Item, j: int, n: int) -> Iterator[Sighting]:
    base = f"m{j}.i{n}"
    for k, topic in enumerate(item.topics):
        yield Sighting(f"{base}.t{k}", SightingKind.TOPIC, squash(topic), Where.TITLE, j, n, span=item.title_span)
    for k, report in enumerate(item.reports):
        yield Sighting(f"{base}.s{k}", SightingKind.REPORT, squash(report), Where.REPORT, j, n, span=item.title_span)
    for k, presenter in enumerate(item.presenters):
        body = squash(presenter.organisation) if presenter.organisation else None
        name = squash(presenter.name)
        if name:
            yield Sighting(f"{base}.p{k}", SightingKind.PERSON, name, Where.PRESENTER, j, n, body, presenter.role, presenter.span)
        if body:
            yield Sighting(f"{base}.p{k}.o", SightingKind.BODY, body, Where.PRESENTER_BODY, j, n, span=presenter.span)
    for k, decision in enumerate(item.decisions):
        appoints = decision.kind in (DecisionKind.APPOINT, DecisionKind.INVITE)
        where = Where.APPOINTEE if appoints else Where.DECISION
        for x, target in enumerate(decision.targets):
            yield Sighting(
                f"{base}.d{k}.t{x}", SightingKind.TARGET, squash(target), where, j, n, role=decision.kind, span=decision.span
            )
    for k, movement in enumerate(item.movements):
        if movement.to:
            text = squash(movement.to)
            yield Sighting(
                f"{base}.w{k}.to", SightingKind.TARGET, text, Where.MOVEMENT, j, n, role=movement.type, span=movement.span
            )
        if movement.from_:
            text = squash(movement.from_)
            yield Sighting(
                f"{base}.w{k}.from", SightingKind.TARGET, text, Where.ORIGIN, j, n, role=movement.type, span=movement.span
            )


def _cited(record: Record, text: str) -> Iterator[Sighting]:
    """Forums whose earlier meetings an item refers to by date. What is no forum that resolution knows stays without a link."""
    if record.document.kind is not DocumentKind.MINUTES:
        return
    for j, meeting in enumerate(record.meetings):
        for n, item in enumerate(meeting.items):
            for k, one in enumerate(references_of(item, text, meeting.date)):
                if one.forum is not None:
                    name = squash(one.forum)
                    yield Sighting(f"m{j}.i{n}.c{k}", SightingKind.TARGET, name, Where.MOVEMENT, j, n, span=one.forum_span)


_CAPITAL_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüèáíñç]+(?:[-‐][A-ZÅÄÖÉÜ]?[a-zåäöéü]+)*"
_FULL_NAME = re.compile(rf"(?<![\w-]){_CAPITAL_WORD}(?:[ \n\t]+{_CAPITAL_WORD}){{1,3}}(?![\w-])")


def _in_running_text(record: Record, text: str) -> Iterator[Sighting]:
    """Names of two words or more that begin with the first name of somebody in the record and are not taken up elsewhere.

    "Åsa Dederling" in the text of minutes that list "Åsa Dederig": whether the two are one is for resolution to say.
    """
    known: dict[str, list[str]] = {}
    taken: list[Span] = []
    for meeting in record.meetings:
        for name, span in (
            *((a.name, a.span) for a in meeting.attendance),
            *((p.name, p.span) for i in meeting.items for p in i.presenters),
        ):
            folded = fold(name)
            if " " in folded:
                known.setdefault(folded.split()[0], []).append(folded)
            taken.append(span)
    if not known:
        return
    count = 0
    for j, meeting in enumerate(record.meetings):
        for n, item in enumerate(meeting.items):
            start, end = item.span
            for match in _FULL_NAME.finditer(text, start, end):
                named = _trimmed_name(match, known)
                if named is None or any(a < named[1] and named[0] < b for a, b in taken):
                    continue
                yield Sighting(f"x{count}", SightingKind.PERSON, squash(text[named[0] : named[1]]), Where.TEXT, j, n, span=named)
                count += 1


def _trimmed_name(match: re.Match[str], known: dict[str, list[str]]) -> Span | None:
    """The part of the words from a known first name on, when what follows looks like one of the surnames that go with it."""
    words = [(m.start() + match.start(), m.end() + match.start()) for m in re.finditer(r"\S+", match.group(0))]
    for i in range(len(words) - 1):
        first = fold(match.string[words[i][0] : words[i][1]])
        names = known.get(first.split()[0]) if first else None
        if not names:
            continue
        for end in range(len(words), i + 1, -1):
            candidate = fold(match.string[words[i][0] : words[end - 1][1]])
            if any(_is_near(candidate, name) for name in names):
                return words[i][0], words[end - 1][1]
    return None


def _is_near(candidate: str, name: str) -> bool:
    """Same surname, or one that shares its beginning: enough to call it a mention that resolution may look at."""
    ours, theirs = candidate.split(), name.split()
    return len(ours) > 1 and (ours[-1] in theirs or any(ours[-1][:3] == token[:3] for token in theirs[1:]))


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
