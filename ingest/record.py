"""One document, read: the grammar's stages put together. Pure: a document and a lexicon in, a record out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from graph.lexicon import Lexicon
from graph.movement import content_words
from graph.names import as_title, fold, lowered_between, squash
from graph.record import (
    Abbreviation,
    Attendance,
    Decision,
    DocumentFacts,
    DocumentKind,
    Item,
    Meeting,
    Movement,
    MovementType,
    Presenter,
    PriorDecision,
    Record,
    Span,
    Status,
    Unread,
)
from ingest.abbreviations import find_abbreviations, find_introduced_forums, with_base_form
from ingest.actions import find_action_rows, find_actions
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance import AttendanceResult, find_attendance
from ingest.attendance.dated_columns import find_dated_tables, with_one_column
from ingest.bodies import Context
from ingest.decisions import Decided, find_decider, find_decisions, find_short_name
from ingest.decisions.leads import DECISION_TO
from ingest.document import Document
from ingest.furniture import blanked, find_furniture, part_furniture, without_furniture
from ingest.head import Head, Setting, document_kind, find_deciding_forum, read_head, read_setting, tidy_name
from ingest.item_rows import split_titled_rows
from ingest.items import ItemText, find_items
from ingest.leftover import find_leftover, find_told_decisions
from ingest.lexicon import roles
from ingest.lines import Line, iter_lines, split_agenda_rows
from ingest.listed import find_in_lists
from ingest.movements import UNNAMED_STEMS, find_movements, why_unnamed
from ingest.presenters import People, find_answering, find_presenters, find_titled, known_people, split_role
from ingest.recognition import mend, mend_signs
from ingest.reports import find_reports, previous_minutes
from ingest.run_in import part_run_in_labels
from ingest.runtogether import clip_to_items, cut_run_together
from ingest.sentences import iter_sentences
from ingest.summary import find_stretches, find_summary
from ingest.tables import find_in_tables
from ingest.told import build_meetings
from ingest.topics import find_topics, with_topics_of_parents, with_wholes
from ingest.webpage import find_page_parts, iter_told, without_page_parts

READER_VERSION = "13"
"""Raised whenever the same file would give another record, so that stores know what to read again."""

_FRONT = 3000
"""Letters; a list of who was there further down than this below the first item is none of a front page."""
_DROPPED = r"\s+(?:utgår|utgick|bordlades|ställdes\s+in|tas\s+inte\s+upp)\b[^.]*\.?"
_CANCELLED = re.compile(by_first_letter([Choice(("ärendet", "punkten", "frågan"), r"\b", _DROPPED)]))
_DROPPING = ("utgår", "utgick", "bordlades", "ställdes", "tas")
_DECIDES = re.compile(r"\b(?:beslutade|beslöt|beslutas\s+att)\b|^[^,:;]{2,80}?\bbeslutar\b(?!\s+(?:\w+\s+)?om\s)")
"""Words of deciding; in the present only of who stands first: "Kommittén beslutar att …", as minutes decide."""
_DECIDES_ON = re.compile(r"^[^,:;.]{2,60}?\bbeslutar\s+(?:\w+\s+)?om\s")
""" "Kommittén beslutar om stipendier.": as a paragraph of its own; within a text it tells who has to decide upon what."""
_MISSABLE = re.compile(by_first_letter([Choice(("beslut", "beslöt", *UNNAMED_STEMS))]))
"""One of these stands in every sentence that tells of deciding or of sending a matter on."""
_HEADED = re.compile(rf"(?:Beslut|BESLUT)(?::\s+\S|\s+(?=[A-ZÅÄÖ][\w-]+\s))|{DECISION_TO}", re.DOTALL)
""" "Beslut: Kommunen avstår.", "Beslut Kommunen avstår." in text that ran together, "Beslut att kommunen avstår."."""
_PROPOSED = re.compile(r"\b(?:föresl\w*|förslag\w*|yrka\w*|finner|att|som|där|när|om|ska|kan)\b")
"""What stands before "beslutar" where it is proposed or told of, not decided."""


def read_record(document: Document, lexicon: Lexicon) -> Record:
    """The record of one document (MODEL.md). Never raises on odd content: what is not understood is in `unread`."""
    whole = iter_lines(document)
    page_parts = find_page_parts(whole)
    lines = without_page_parts(whole, page_parts)
    setting = read_setting(document, lines, lexicon)
    lexicon = setting.lexicon
    abbreviations = [with_base_form(found, lexicon) for found in find_abbreviations(document.text)]
    furniture = find_furniture(lines)
    attendance = _read_attendance(document, lines, furniture, setting)
    mended = mend(document.text)
    flow = lines if mended == document.text else without_page_parts(iter_lines(replace(document, text=mended)))
    flow = cut_run_together(split_titled_rows(split_agenda_rows(flow)))
    flow = part_furniture(flow)
    furniture = furniture if flow is lines else find_furniture(flow)
    flow = part_run_in_labels(without_furniture(flow, furniture))
    consumed = clip_to_items(attendance.consumed, flow)
    rest = _outside(flow, consumed)
    action_rows = find_action_rows(rest)
    listed = [line for line in rest if line.index in action_rows]
    rest = [line for line in rest if line.index not in action_rows]
    found = find_items(rest)
    found = _items_after_roster(rest, attendance, found) or found
    begin = min([i.span[0] for i in found] + [s[0] for s in attendance.consumed], default=len(document.text))
    if attendance.consumed and begin < attendance.consumed[0][0] and all(i.number is None for i in found):
        begin = attendance.consumed[0][0]  # what stands above the list of who was there, without a number, is the head
    # Contents may stand above the list, whose lines look like items: the fields above the list are the meeting's.
    roster = min((s[0] for s in attendance.consumed if s[0] < begin + _FRONT), default=begin)
    first_item = min((i.span[0] for i in found if i.span[0] > max(begin, roster)), default=None)
    head = read_head(document, lines, begin, lexicon, lists=attendance.consumed, items=first_item)
    kind = head.kind
    if kind is DocumentKind.OTHER:
        kind = document_kind(head.title, has_minutes=bool(attendance.people) or _has_minutes(document, head, found))
    unread: list[Unread] = []
    meetings: list[Meeting] = []
    if kind is DocumentKind.MINUTES:
        meeting, missed = _minutes(blanked(document, furniture), head, found, attendance, lexicon, abbreviations, listed)
        presented = [presenter.span for item in meeting.items for presenter in item.presenters] if meeting else []
        unread += [told for told in attendance.unread if not _overlaps_any(told.span, presented)]
        unread += missed
        above = [line for line in listed if not found or line.start < found[0].span[0]]
        held = [d.span for item in meeting.items for d in item.decisions] if meeting else []
        left = sorted([*rest, *above], key=lambda line: line.index)
        unread += find_leftover(left, (item.span for item in found), begin, held)
        if meeting:
            meetings.append(meeting)
    else:
        year = _year(head)
        places = (find_in_tables(lines, lexicon, year), find_in_lists(lines, lexicon, year))
        meetings += build_meetings(document.text, [t for told in places for t in told.tellings], abbreviations, lexicon)
        unread += [missed for told in places for missed in told.unread]
        held = [item.span for meeting in meetings for item in meeting.items]
        stretches = find_stretches([line for line in lines if not line.cells])
        unread += [u for u in find_told_decisions(document.text, stretches, lexicon) if not _overlaps_any(u.span, held)]
    if lines and not meetings and not unread:
        span = (lines[0].start, lines[-1].end)
        words = squash(document.text[span[0] : span[1]])[:300]
        unread.append(Unread(text=words, why="inget möte kunde läsas ut ur dokumentet", span=span))
    unread += iter_told(page_parts)
    return Record(
        document=DocumentFacts(
            file=document.file,
            sha256=document.sha256,
            media_type=document.media_type,
            kind=kind,
            title=head.title or document.title,
            diary_number=head.diary_number,
            date=head.document_date,
            pages=document.pages,
            carries_strikethrough=document.carries_strikethrough,
            reader_version=READER_VERSION,
        ),
        meetings=meetings,
        abbreviations=_with_forums(abbreviations, document.text, lexicon),
        unread=sorted(unread, key=lambda u: u.span),
    )


def _read_attendance(document: Document, lines: list[Line], furniture: list[Line], setting: Setting) -> AttendanceResult:
    """Who was there, in the lines without the `furniture` of pages: a list goes on over the foot and the head of a page. Signs of paragraphs
    that were misread are put right for it, since they tell how much somebody was there for."""
    signed = mend_signs(document.text)
    if signed != document.text:
        document = replace(document, text=signed)
        lines = without_page_parts(iter_lines(document))
        furniture = find_furniture(lines)
    lines = without_furniture(lines, furniture)
    untold: list[Span] = []
    if dated := find_dated_tables(lines):
        head = read_head(document, lines, dated[0].heads[0].span[0], setting.lexicon)
        lines, untold = with_one_column(lines, dated, head.meeting_date)
    document = lines[0].document if lines else document
    return find_attendance(document, setting.lexicon, lines, region=setting.region, held_by=setting.organisation, untold=untold)


def _with_forums(found: list[Abbreviation], text: str, lexicon: Lexicon) -> list[Abbreviation]:
    """The abbreviations with the other names that the text gives forums, in its order, each short form once."""
    known = {fold(one.short) for one in found}
    forums = [one for one in find_introduced_forums(text, lexicon) if fold(one.short) not in known]
    return sorted([*found, *forums], key=lambda one: one.span)


_MINUTES_WORD = re.compile(r"protokoll|anteckningar|sammanträde", re.IGNORECASE)
_BODY_DECIDES = re.compile(
    r"(?:styrelsen|nämnden|utskottet|fullmäktige|rådet|direktionen|nätverket)\s+beslut(?:ar|ade)\b|^beslut:", re.IGNORECASE
)
_FEWEST_DECIDED = 2
_HEAD_LENGTH = 3000


def _has_minutes(document: Document, head: Head, found: list[ItemText]) -> bool:
    """Whether items without people are those of minutes: the head gives a date or speaks of minutes, or two items tell of deciding."""
    if not found:
        return False
    if head.meeting_date is not None or _MINUTES_WORD.search(document.text, 0, _HEAD_LENGTH):
        return True
    return sum(any(_BODY_DECIDES.search(line.text) for line in item.lines) for item in found) >= _FEWEST_DECIDED


def _items_after_roster(rest: list[Line], attendance: AttendanceResult, found: list[ItemText]) -> list[ItemText]:
    """Where nothing is numbered, bold lines of the head look like items: those below the list of who was there are tried first."""
    if not attendance.consumed:
        return []
    roster = min(s[0] for s in attendance.consumed)
    if any(i.number is not None and i.span[0] > roster for i in found):
        return []
    below = find_items([x for x in rest if x.start > roster])
    return below if len(below) >= 2 and all(i.number is None for i in below) else []


def _outside(lines: list[Line], spans: list[Span]) -> list[Line]:
    """The lines that lie in none of the spans."""
    for start, end in spans:
        lines = [line for line in lines if not (start <= line.start and line.end <= end)]
    return lines


def _year(head: Head) -> int | None:
    match = re.search(r"\b((?:19|20)\d\d)\b", head.title or "")
    if match:
        return int(match.group(1))
    return head.document_date.year if head.document_date else None


def _minutes(
    document: Document,
    head: Head,
    found: list[ItemText],
    attendance: AttendanceResult,
    lexicon: Lexicon,
    abbreviations: list[Abbreviation],
    listed: list[Line],
) -> tuple[Meeting | None, list[Unread]]:
    """`listed` are the rows of lists of actions: each goes with the item that began last before it."""
    unread: list[Unread] = []
    if head.meeting_date is None:
        unread.append(Unread(text=squash(document.words(head.span))[:200], why="inget mötesdatum kunde läsas ut", span=head.span))
    if not found and not attendance.people:
        unread.append(
            Unread(
                text=squash(document.text)[:200],
                why="varken närvaro eller dagordningspunkter kunde läsas ut",
                span=(0, len(document.text)),
            )
        )
    region = head.region or _region_of(attendance, lexicon)
    lexicon = lexicon.with_forums_of(region) if region else lexicon
    context = Context(lexicon, head.forum.short if head.forum else None, region)
    if not head.forum_is_sure and (
        told := find_deciding_forum((line for text in found for line in text.lines), against=head.forum_as_written)
    ):
        head = replace(head, forum_as_written=tidy_name(document.words(told)), forum_span=told)
    decider = find_decider((line for text in found for line in text.lines), context, head.forum_as_written)
    context = replace(context, also=decider or find_short_name(document.text, head.forum_as_written))
    if head.forum is None and head.forum_as_written is None and (found or attendance.people):
        unread.append(Unread(text=squash(document.words(head.span))[:200], why="inget forum kunde läsas ut", span=head.span))
    items: list[Item] = []
    present = known_people(attendance.people, document.text)
    for text, after in zip_longest(found, found[1:]):
        rows = [x for x in listed if text.span[0] < x.start and (after is None or x.start < after.span[0])]
        item, missed = _item(document, text, rows, context, head, present, abbreviations)
        items.append(item)
        unread += missed
    items = with_wholes(with_topics_of_parents(items), document.text, abbreviations, lexicon)
    people = _with_presenting(_with_roles(list(attendance.people), items, document, context), items)
    items = _with_titled(items, document, present, context)
    items = _with_listed_roles(items, attendance.people)
    meeting = Meeting(
        forum=head.forum.short if head.forum else _without_capitals(head.forum_as_written),
        forum_as_written=head.forum_as_written,
        organisation=head.organisation,
        date=head.meeting_date,
        start=head.start,
        end=head.end,
        place=head.place,
        online=head.online,
        attendance=people,
        municipalities=list(attendance.municipalities),
        items=items,
        span=head.span,
        forum_span=head.forum_span,
    )
    return meeting, unread


def _without_capitals(name: str | None) -> str | None:
    """A forum's name without the capitals of a heading."""
    return as_title(name) if name is not None and name.isupper() else name


def _region_of(attendance: AttendanceResult, lexicon: Lexicon) -> str | None:
    """The region whose municipalities are listed, when all are of one: then "regionen" and "kommunerna" are that county's."""
    entries = [lexicon.municipality(m.name) for m in attendance.municipalities]
    regions = {entry.region for entry in entries if entry}
    return regions.pop() if len(regions) == 1 else None


def _item(
    document: Document,
    text: ItemText,
    rows: list[Line],
    context: Context,
    head: Head,
    people: People,
    abbreviations: list[Abbreviation],
) -> tuple[Item, list[Unread]]:
    as_written, on = head.forum_as_written, head.meeting_date
    presenters, presenter_lines = find_presenters(text.lines, context, people.at_item(text.number), text.title)
    listed = find_actions([*text.lines, *rows], context, context.forum or as_written, on, people, text.title)
    body = tuple(x for x in text.lines if x.index not in presenter_lines and x.index not in listed.lines)
    decided = find_decisions(body, context, as_written, on, title=(document, text.title_span), people=people)
    stretches = find_stretches(tuple(x for x in body if x.index not in decided.silent))
    mended = body[0].document.text if body else document.text
    movements = find_movements(mended, stretches, decided.decisions, context, as_written, on, people, text.title)
    movements = [m for m in movements if m.type not in _DECIDED_TYPES or not _overlaps(m.span, decided.prior)]
    movements = [m for m in movements if not any(_is_within(m, listing) for listing in listed.movements)] + listed.movements
    told = find_stretches(tuple(x for x in body if x.index not in decided.lines))
    whole = document.text[text.span[0] : text.span[1]]
    lower = lowered_between(document.text, *text.span)
    note = _CANCELLED.search(lower) if any(verb in lower for verb in _DROPPING) else None
    item = Item(
        number=text.number,
        title=text.title,
        labels=list(text.labels),
        attachments=list(text.attachments),
        presenters=presenters,
        topics=find_topics(text.title, whole, abbreviations, movements, context.lexicon),
        reports=_reports(text.title, as_written),
        summary=find_summary(document.text, told, decided.decisions),
        note=squash(whole[note.start() : note.end()]) if note else None,
        decisions=[_as_written(d, "text", d.text, document.words(d.span)) for d in decided.decisions],
        movements=[_as_written(m, "quote", m.quote, document.words(m.span)) for m in movements],
        prior_decisions=[_as_written(d, "quote", d.quote, document.words(d.span)) for d in decided.prior],
        title_span=text.title_span,
        span=text.span,
    )
    missed = _missed(document, item, body, decided.lines | decided.silent, movements)
    return item, [*listed.unread, *missed, *_untold(document, item, missed, decided)]


_Quoting = TypeVar("_Quoting", Decision, Movement, PriorDecision)


def _as_written(found: _Quoting, field: str, told: str, words: str) -> _Quoting:
    """What was found, with the words of the document in `field` where it was told in mended ones."""
    written = squash(words)
    return found if told == written else found.model_copy(update={field: written})


def _is_within(movement: Movement, listing: Movement) -> bool:
    """Whether a movement says once more what a list of actions says: who has to do it, in the words of what is to be done."""
    (start, end), (first, last) = movement.span, listing.span
    return movement.type is listing.type and movement.to == listing.to and first <= start and end <= last


_DECIDED_TYPES = {MovementType.RECOMMENDS, MovementType.ASSIGNS, MovementType.PETITIONS}
"""What a decision does: told of another's or an earlier decision, it is none of this meeting's movements."""


def _overlaps(span: Span, priors: tuple[PriorDecision, ...]) -> bool:
    return _overlaps_any(span, [p.span for p in priors])


def _overlaps_any(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _reports(title: str, forum: str | None) -> list[str]:
    earlier = previous_minutes(title, forum) if forum else None
    return [earlier] if earlier else find_reports(title)


def _missed(
    document: Document, item: Item, body: tuple[Line, ...], decision_lines: frozenset[int], movements: list[Movement]
) -> list[Unread]:
    """Sentences that speak of deciding or of sending a matter on, and gave neither a decision nor a movement."""
    missed: list[Unread] = []
    lower = lowered_between(document.text, 0, len(document.text))
    taken = [d.span for d in item.decisions] + [m.span for m in movements] + [p.span for p in item.prior_decisions]
    for start, end in find_stretches(tuple(x for x in body if x.index not in decision_lines)):
        for s, e in iter_sentences(document.text, start, end) if _MISSABLE.search(lower, start, end) else ():
            if not _MISSABLE.search(lower, s, e) or _overlaps_any((s, e), taken):
                continue
            words, lowered = document.text[s:e], lower[s:e]
            told = "beslut" in lowered or "beslöt" in lowered
            decides = (
                _DECIDES.search(lowered) or ((s, e) == (start, end) and _DECIDES_ON.search(lowered)) or None if told else None
            )
            decides = decides or (_HEADED.match(words) if told else None)
            if why := why_unnamed(words, lowered):
                missed.append(Unread(text=squash(words)[:300], why=why, span=(s, e)))
            elif (
                decides
                and not (decides.group().endswith("beslutar") and _PROPOSED.search(decides.group()))
                and not _is_decided_below(words, item)
            ):
                missed.append(
                    Unread(
                        text=squash(words)[:300],
                        why=_NOT_READ,
                        span=(s, e),
                    )
                )
    return missed


def _untold(document: Document, item: Item, missed: Sequence[Unread], decided: Decided) -> list[Unread]:
    """Sentences that decide in a part of the item not read for decisions, and what stands below a heading of what was decided: where
    they say what none of its decisions does, and none of what is told as `missed`."""
    taken = [*(d.span for d in item.decisions), *(p.span for p in item.prior_decisions), *(note.span for note in missed)]
    spans = [(span, _UNHEARD) for span in decided.unheard] + [(span, _NOT_READ) for span in decided.below]
    return [
        Unread(text=squash(words)[:300], why=why, span=span)
        for span, why in spans
        if not _overlaps_any(span, taken) and not _is_decided_below(words := document.text[slice(*span)], item)
    ]


_NOT_READ = "talar om beslut men kunde inte tolkas som ett beslut på mötet"
_UNHEARD = "säger vad forumet beslutar, men står bland förslag, voteringar eller mottagare"
_TOLD_AGAIN = 0.8
"""The share of a sentence's telling words that must stand in the decisions of its item, for it to say no more than these."""


def _is_decided_below(sentence: str, item: Item) -> bool:
    """Whether running text only tells what the item's decisions say: "Rådet beslutade att rutinen ska följas" above the att-sats."""
    told = content_words(_DECIDES.split(sentence.lower())[-1]).keys()
    decided = content_words(" ".join(d.text for d in item.decisions)).keys()
    return bool(told) and len(told & decided) / len(told) >= _TOLD_AGAIN


def _with_titled(items: list[Item], document: Document, people: People, context: Context) -> list[Item]:
    """The items, with the presenters that their titles name where the text below names none but some of them, and whose matters they
    are, beside those whom the text names in full."""
    titles = [item.title_span for item in items]
    titled, answering = find_titled(document.text, titles, people, context), find_answering(document.text, titles, people)
    return [
        item.model_copy(update={"presenters": _beside(sure, item.presenters) or _with_others(item.presenters, found)})
        if sure or found
        else item
        for item, found, sure in zip(items, titled, answering, strict=True)
    ]


def _with_others(told: Sequence[Presenter], titled: Sequence[Presenter]) -> list[Presenter]:
    """Those whom the text names, and where the title names all of these, the others that it names."""
    names = {one.name for one in told}
    return [*told, *(one for one in titled if one.name not in names)] if names <= {one.name for one in titled} else [*told]


def _beside(answering: list[Presenter], told: Sequence[Presenter]) -> list[Presenter]:
    """Those whose matter it is, and others whom the text names in full: by short names they only had a remark."""
    names = {one.name for one in answering}
    return [*answering, *(one for one in told if " " in one.as_written and one.name not in names)] if answering else []


def _with_listed_roles(items: list[Item], people: Sequence[Attendance]) -> list[Item]:
    """The items, with the title that the list of who was there gives a presenter where the item gives none; what somebody was at the
    meeting (chair, member) is not what they presented as."""
    listed = {fold(p.name): p.role for p in people if p.role and p.role not in roles().canonical}
    return [
        item.model_copy(
            update={
                "presenters": [
                    p if p.role or p.organisation else p.model_copy(update={"role": listed.get(fold(p.name))})
                    for p in item.presenters
                ]
            }
        )
        if item.presenters
        else item
        for item in items
    ]


def _with_roles(people: list[Attendance], items: list[Item], document: Document, context: Context) -> list[Attendance]:
    """Roles that the list leaves out but the text gives with the full name: as presenter, or in an apposition."""
    roles: dict[str, str] = {}
    for item in items:
        for presenter in item.presenters:
            if presenter.role:
                roles.setdefault(fold(presenter.name), presenter.role)
    filled: list[Attendance] = []
    for person in people:
        role = person.role or roles.get(fold(person.name))
        if role is None and (told := _apposition(document.text, person)):
            role = split_role(told, context)[0] and told
        filled.append(person if role == person.role else person.model_copy(update={"role": role}))
    return filled


def _with_presenting(people: list[Attendance], items: list[Item]) -> list[Attendance]:
    """Those of whom the list does not tell whether they came ("Inbjudna", "kallad till punkt 4") and who present a matter were there. Not
    where it tells so of many: then it is the list that has lost its marks."""
    unknown = sum(person.status is Status.UNKNOWN for person in people)
    if not unknown or unknown * _FEW_UNKNOWN > len(people):
        return people
    presented = {fold(presenter.name) for item in items for presenter in item.presenters}
    return [
        person.model_copy(update={"status": Status.PRESENT})
        if person.status is Status.UNKNOWN and " " in person.name and fold(person.name) in presented
        else person
        for person in people
    ]


_FEW_UNKNOWN = 3
_ASIDE = re.compile(r",\s+(?P<words>[^,.\n]*(?:\n[^,.\n]+)?)")
_ROLE_OF_SPEAKER = re.compile(
    r"(?P<role>(?:vice\s+)?(?:ordförande|\w*direktör|\w*chef|\w*ledare|\w*samordnare|sekreterare)(?:\s+(?:i\s+)?[\wåäö-]+){0,5}?)\s+(?:hade|har|ställ|lyft|fråga|påpeka|anser|menar|redo|inform|yrka|anför|erinra|under|$)",
    re.IGNORECASE,
)


def _apposition(text: str, person: Attendance) -> str | None:
    """The role behind a person's full name where the text tells what the person did: "Anna Ek, planchef, informerade"."""
    last = person.name.split()[-1]
    at = text.find(f"{last},")
    while at >= 0:
        end = at + len(last)
        listed = person.span[0] <= at <= person.span[1]
        if not listed and squash(text[max(0, end - 2 * len(person.name)) : end]).endswith(person.name):
            aside = _ASIDE.match(text, end)
            told = _ROLE_OF_SPEAKER.match(squash(aside["words"])) if aside else None
            if told:
                return told["role"]
        at = text.find(f"{last},", end)
    return None
