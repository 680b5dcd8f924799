"""Where the lists of a document stand: the labels in reading order, and the text that belongs to each.

A strong label ("Närvarande", "Frånvarande") opens a list wherever it stands; a weak one ("Ersättare") does so in the head
of the document or within an open list. A list ends where the text goes over into an item, a decision, a sentence or the
signatures. Labels that stand on top of each other with nothing between them (a column of labels read before its column of
words) hold for what follows together, as far as they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.names import fold
from graph.record import Span, Status, Unread
from ingest.attendance.apart import Apart, find_apart
from ingest.attendance.below_sentences import find_below_sentences
from ingest.attendance.endings import DOTS, content_end, end_of_absent, lines_between
from ingest.attendance.events import Event, list_events
from ingest.attendance.grids import is_vote, looks_like_people, tells_who_came
from ingest.attendance.groups import groups_before, is_group
from ingest.attendance.labels import find_labels
from ingest.attendance.model import Category, Context, Label, LabelKind, Section, unread
from ingest.attendance.pairs import are_paired
from ingest.attendance.scopes import Scope, State, goes_on_with, is_roll, judge_category
from ingest.attendance.stacked import WHY as STACKED
from ingest.attendance.words import canonical_role
from ingest.document import Block
from ingest.lexicon import attendance_words
from ingest.lines import Line
from ingest.people import find_names

_NOBODY = re.compile(r"\s*(?:(?:ingen|inga)\b|[-–—][ \t]*\n)", re.IGNORECASE)
_DASH_ALONE = re.compile(r"[ \t]*[-–][ \t]*\n")
_LONGEST_SECTION = 9_000


@dataclass(frozen=True, slots=True)
class Roster:
    """What the lists of a document are made of, in reading order."""

    sections: tuple[Section, ...] = ()
    tables: tuple[tuple[Block, Category, tuple[Label, ...]], ...] = ()
    elsewhere: tuple[Unread, ...] = ()
    """Places that say that the list is in another document."""
    elsewhere_open: bool = False
    """Whether it is the list of who was present that is said to be elsewhere."""
    first_item: int = 0
    """Offset of the first item's heading, the text's length when there is none."""
    tails: tuple[tuple[Block, Span], ...] = ()
    """Lines right behind a table that go on with its first column, whose other columns had ended."""
    passed: tuple[Span, ...] = ()
    """Labels of the head that opened no list, each with the line of what stands behind it."""


def find_roster(
    context: Context, lines: Sequence[Line], items: Sequence[int], prose: Sequence[Span], first_item: int, reach: int
) -> Roster:
    """The sections and tables of attendance, and lists below sentences before `reach`. `items` are the offsets of item headings (`item_starts`), also of those in a table of
    contents, `first_item` is that of the first which is none of these, `prose` are spans of sentences that tell of attendance
    themselves."""
    events = list_events(context, lines)
    apart = find_apart(context, lines, events, first_item)
    if apart is not None:
        events = [event for event in events if not apart.span[0] <= event.start < apart.span[1]]
    roster = _walk(context, lines, events, items, first_item, prose, apart=apart)
    told = [
        x
        for x in find_below_sentences(context, lines, reach)
        if not any(x.start < y.end and y.start < x.end for y in roster.sections)
    ]
    if told:
        return replace(roster, sections=tuple(sorted([*roster.sections, *told], key=lambda section: section.start)))
    if items and not roster.tables and not any(x.start < items[-1] for x in roster.sections):
        behind = [event for event in events if event.start > items[-1]]
        if _is_list_at_end(behind):
            first = next(i for i, event in enumerate(behind) if event.label is not None and event.label.kind in _GROUP)
            return _walk(context, lines, behind[first:], (), len(context.text), prose, opened=True)
    return roster


_FEWEST_AT_END = 3


def _is_list_at_end(events: Sequence[Event]) -> bool:
    """Whether the labels behind the last item are those of who was there, and not of who was elected to something: three at least, of
    which one tells who served, or who could not come."""
    labels = [event.label for event in events if event.label is not None and event.label.kind in _GROUP]
    tells = any(label.status is Status.ABSENT or label.words.startswith("tjanstgorande") for label in labels)
    return tells and len(labels) >= _FEWEST_AT_END


_GROUP = (LabelKind.PEOPLE, LabelKind.INVITED, LabelKind.BODIES, LabelKind.OFFICER)


def _walk(
    context: Context,
    lines: Sequence[Line],
    events: Sequence[Event],
    items: Sequence[int],
    first_item: int,
    prose: Sequence[Span],
    *,
    opened: bool = False,
    apart: Apart | None = None,
) -> Roster:
    """`opened` tells that a list is known to begin with the first event; `apart` are lists found before."""
    text = context.text
    state = State()
    if context.is_summons:
        state = State(Scope(Status.UNKNOWN, stated=True), summons=True)
    state.open = opened
    state.found_people = state.ended = apart is not None
    state.promised = elsewhere_open = apart is not None and bool(apart.elsewhere)
    sections: list[Section] = [*apart.sections] if apart is not None else []
    tables: list[tuple[Block, Category, tuple[Label, ...]]] = []
    tails: list[tuple[Block, Span]] = []
    elsewhere = [unread(context.document, *span, _ELSEWHERE_WHY) for span in (apart.elsewhere if apart is not None else ())]
    grouped = False  # the absent of each body stand below those of it who came
    passed: list[Span] = []
    pending: list[Label] = []
    last_end = 0
    index = 0
    while index < len(events):
        event = events[index]
        # A table may be an item itself, set with spaces: "1   Mötets öppnande".
        if state.open and _item_between(items, last_end, event.start + (event.grid is not None and not pending)):
            state.open = False
        if event.grid is not None:
            labels = tuple(pending)
            pending = []
            block = event.grid
            over = [label for label in labels if label.kind in _GROUP]
            about = bool(over) or state.open
            own = _own_words(context, block)
            # Before the first item, with nobody listed yet, yes and no tell who came.
            among_items = event.start >= first_item or (
                not state.open and (state.found_people or not tells_who_came(context, block))
            )
            if among_items and not labels and is_vote(context, block):
                index += 1
                continue
            if about or own or (event.start < first_item and looks_like_people(context, block) and not _after_fields(labels)):
                category = judge_category(over, state) if over else goes_on_with(state)
                if about or own or category is not None:
                    if state.promised and any(_is_promised(label, context) for label in over):
                        state.promised = elsewhere_open = False
                        elsewhere = [note for note in elsewhere if note.why != _ELSEWHERE_WHY]
                    tables.append((block, category or Category(Status.PRESENT, False), labels))
                    state.open, state.found_people, state.scope.people = True, True, True
                    if category is not None and category.status is Status.PRESENT:
                        state.scope.present_seen = True
                    last_end = block.end
                    tail = _table_tail(context, lines, items, events, index, block, prose)
                    if tail is not None:
                        tails.append((block, tail))
                        last_end = tail[1]
            index += 1
            continue
        label = event.label
        assert label is not None
        stack = [label]
        end_index = index + 1
        while end_index < len(events):
            following = events[end_index]
            if following.label is None or not _nothing_between(text, stack[-1], following.start):
                break
            stack.append(following.label)
            end_index += 1
        while len(stack) > 1 and _is_title_of_item(text, stack[0], items):
            label, *_ = stack = stack[1:]
        group = [x for x in stack if x.kind in _GROUP]
        if any(x.kind is LabelKind.SENT for x in stack):
            state.open, state.ended, state.sent = False, True, True
            index = end_index
            continue
        if _keeps_minutes(text, stack):
            stack = group
        signed = group and all(x.kind is LabelKind.OFFICER for x in group)
        if signed and any(x.kind in (LabelKind.END, LabelKind.APPOINT) for x in stack):
            # "Underskrifter Sekreterare Anna Ek", "Utses att justera: Sekreterare:"
            passed.append(_with_line(text, stack))
            state.open, state.ended = False, True
            index = end_index
            continue
        next_start = _before_number(text, events[end_index].start) if end_index < len(events) else len(text)
        content = stack[-1].content
        if end_index < len(events) and events[end_index].grid is not None and not text[content:next_start].strip(" \n\t:"):
            if group and _allowed(label, group, state, first_item, context):
                pending = stack
            elif not group:
                pending = stack
            index = end_index
            continue
        pending = []
        if not group:
            if state.open and any(x.kind is LabelKind.APPOINT for x in stack):
                limit = _limit(items, content, min(next_start, content + 400), label)
                sections.append(Section(tuple(stack), content, limit, Category(Status.PRESENT, False), appointed=True))
            if any(x.kind is LabelKind.END for x in stack):
                state.open, state.ended = False, True
            index = end_index
            continue
        if (
            state.promised
            and not state.open
            and any(_is_promised(x, context) for x in group)
            and context.names_someone(content, min(next_start, content + 200))
        ):
            state.open, state.promised, elsewhere_open = True, False, False
            elsewhere = [note for note in elsewhere if note.why != _ELSEWHERE_WHY]
        if not _allowed(label, group, state, first_item, context) or _is_for_appointed(text, label, sections, next_start):
            passed.append(_with_line(text, stack))
            index = end_index
            continue
        of_others = _OF_OTHERS.match(label.words) is not None
        if not state.found_people and not state.open and (of_others or label.status is Status.ABSENT):
            before = _unlabelled(text, label) if of_others else groups_before(context, lines, label)
            if before is not None:
                grouped = not of_others
                sections.append(before)
                state.found_people = state.scope.people = state.scope.present_seen = True
        limit = _limit(items, content, min(next_start, content + _LONGEST_SECTION), label)
        if group[-1].kind is LabelKind.OFFICER and (
            DOTS.match(text, content)
            or (not state.open and not any(x.strong for x in group) and _is_signature(text, content, events, end_index))
        ):
            passed.append(_with_line(text, stack))
            state.open, state.ended = False, True
            index = end_index
            continue
        pointer = _elsewhere(context, group[0], content, limit)
        if pointer is not None:
            elsewhere.append(pointer)
            if any(x.status is Status.PRESENT and x.role not in _SUBSTITUTES for x in group) and not _IN_PAGES.search(
                text, *pointer.span
            ):
                elsewhere_open = True
            state.open = state.promised = True
            last_end = pointer.span[1]
            if text[last_end : last_end + 1] == ":":
                last_end += 1  # "Närvarande enligt röstlängd:"
            index = end_index
            rest = content_end(context, lines, last_end, limit, prose)
            if rest > last_end and context.names_someone(last_end, rest) and not text[last_end : last_end + 1].strip():
                # Names right under "enligt förteckning" stand beside that list, not in it.
                sections.append(Section(tuple(stack), last_end, rest, Category(Status.PRESENT, True)))
                last_end = rest
            continue
        if len(stack) >= _COLUMN_OF_LABELS and (promise := _promise_below(context, group, lines_between(lines, content, limit))):
            elsewhere.append(promise)
            state.promised = elsewhere_open = True
        category = judge_category(group, state)
        stop = content_end(context, lines, content, limit, prose)
        paired = category is None and are_paired(context, lines_between(lines, content, stop), group, content, stop)
        if paired:
            category = Category(Status.PRESENT, True)
        if category is None:
            elsewhere.append(
                unread(
                    context.document,
                    label.start,
                    max(stop, stack[-1].end),
                    STACKED,
                )
            )
            category = Category(Status.UNKNOWN, True)
            if group[-1].status is None and group[-1].kind is LabelKind.PEOPLE:
                state.scope.status, state.scope.stated = (
                    Status.UNKNOWN,
                    True,
                )  # rows that begin with their group: so do those below
        section = Section(tuple(stack), content, stop, category, paired=paired)
        has_content = bool(text[content:stop].strip(" \n\t.:;-–"))
        if _NOBODY.match(text, content, stop):
            state.scope.people = True
        cut = end_of_absent(context, lines, section) if category.status is Status.ABSENT else None
        if cut is None and grouped and category.status is Status.ABSENT:
            cut = next((x.start for x in lines_between(lines, content, stop) if x.start > content and is_group(context, x)), None)
        if cut is not None:
            beside = replace(stack[-1], start=cut, end=cut, content=cut, status=None, role=None, strong=False)
            present = Category(Status.PRESENT if state.scope.present_seen else Status.UNKNOWN, True)
            sections.extend((replace(section, end=cut), Section((beside,), cut, stop, present)))
            state.scope.status, state.scope.stated = present.status, True
        else:
            sections.append(section)
        state.open = stop >= limit or not text[stop:limit].strip() or any(a <= stop <= b for a, b in prose)
        if not state.open and limit < next_start and stop >= limit:
            state.open = True
        state.ended = False
        last_end = stop
        if has_content and context.names_someone(content, min(stop, content + 400)):
            state.found_people = True
            state.scope.people = True
            if category.status is Status.PRESENT:
                state.scope.present_seen = True
        elif has_content and context.bodies(content, min(stop, content + 400)):
            state.scope.people = True
        index = end_index
    unopened = tuple(span for span in passed if span[0] < first_item)
    return Roster(tuple(sections), tuple(tables), tuple(elsewhere), elsewhere_open, first_item, tuple(tails), unopened)


def _with_line(text: str, stack: Sequence[Label]) -> Span:
    """From the first of a stack of labels to the end of the line in which the words behind the last begin."""
    begin = next((at for at in range(stack[-1].content, len(text)) if not text[at].isspace()), len(text))
    line_end = text.find("\n", begin)
    return stack[0].start, len(text) if line_end < 0 else line_end


def _keeps_minutes(text: str, stack: Sequence[Label]) -> bool:
    """Whether labels say in two ways who keeps the minutes ("vid pennan | Sekreterare: Anna Ek"): no words of signatures."""
    *before, last = stack
    if last.role != _SECRETARY or last.kind is not LabelKind.OFFICER or not any(x.colon for x in stack):
        return False
    return bool(before) and all(x.kind is LabelKind.END and canonical_role(text[x.start : x.end]) == _SECRETARY for x in before)


_SECRETARY = "sekreterare"
_SUBSTITUTES = ("ersättare", "tjänstgörande ersättare")
"""Roles of those of whom a list elsewhere tells nothing of the members."""
_OF_OTHERS = re.compile(r"ovriga (?:del|narv|med)")
_PARTY_ROW = re.compile(
    r"(?:[A-ZÅÄÖÉ][^\W\d_]+(?:[ -][A-ZÅÄÖÉ]?[^\W\d_]+){1,4}[ ]?\([A-ZÅÄÖ]{1,4}\)(?:,[ ](?:\d:?[ea][ ])?[a-zåäö][^\d\n(),]{2,40})?(?:[ ,;\t]+|$))+"
)
_FEWEST_BEFORE = 3


def _unlabelled(text: str, label: Label) -> Section | None:
    """The list that stands right above one of the others ("Övriga deltagande"), whose label is lost: lines of people with party letters
    and nothing else; None when there is none."""
    begin = label.start
    count = 0
    while begin and text[begin - 1] == "\n":
        line = text.rfind("\n", 0, begin - 1) + 1
        words = text[line : begin - 1].strip()
        if words and not _PARTY_ROW.fullmatch(words):
            break
        count += words.count("(")
        begin = line
    if count < _FEWEST_BEFORE:
        return None
    over = replace(label, start=begin, end=begin, content=begin, role=None, strong=False, words="")
    return Section((over,), begin, label.start, Category(Status.PRESENT, True))


def _table_tail(
    context: Context,
    lines: Sequence[Line],
    items: Sequence[int],
    events: Sequence[Event],
    index: int,
    block: Block,
    prose: Sequence[Span],
) -> Span | None:
    """The lines behind a table in which its longest column goes on alone."""
    limit = min(
        [
            events[index + 1].start if index + 1 < len(events) else len(context.text),
            *(i for i in items if i >= block.end),
            block.end + 2_000,
        ]
    )
    first = next(iter(lines_between(lines, block.end, limit)), None)
    if first is None or context.text[block.end : first.start].count("\n") > 2:
        return None
    if not _begins_with_name(first) and not _PARTY_LINE.match(first.text) and not _is_over_group(lines, first):
        return None
    stop = content_end(context, lines, first.start, limit, prose)
    return (first.start, stop) if stop > first.start else None


def _begins_with_name(line: Line) -> bool:
    names = find_names(line.document.text, line.start, line.end)
    return bool(names) and names[0].start <= line.start + 3


def _is_over_group(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line below a table is the name of a group that stands right over one of its people: "Boende i hamnen" over "Anna Ek
    Bryggklubben"."""
    words = line.text.split()
    if (
        not line.blank_before
        or line.cells
        or len(words) > _WORDS_OF_GROUP
        or not words[0][0].isupper()
        or _NO_GROUP.search(line.text)
    ):
        return False
    following = next(iter(lines_between(lines, line.end + 1, line.end + 200)), None)
    return following is not None and not following.blank_before and _begins_with_name(following)


_WORDS_OF_GROUP = 3
_NO_GROUP = re.compile(r"\d|[.:,;]|\b(?:beslut|underskrift|justera|sekreterare|ordförande|vid protokollet)", re.IGNORECASE)
_PARTY_LINE = re.compile(r"[A-ZÅÄÖÉ][^\W\d_]+(?:[ -][A-ZÅÄÖÉ][^\W\d_]+){1,3}[ ]\([A-ZÅÄÖ]{1,4}\)")
"""A person whose first name is not known, before party letters."""


def _own_words(context: Context, block: Block) -> bool:
    """Whether a table's own first rows say that it is a list of who was there."""
    for row in block.rows[:2]:
        for cell in row:
            if cell.end > cell.start:
                for label in find_labels(context.text, cell.start, cell.end):
                    if label.alone and label.kind is LabelKind.PEOPLE and label.status is not None and label.strong:
                        return True
    return False


def _after_fields(labels: Iterable[Label]) -> bool:
    return any(label.kind in (LabelKind.FIELD, LabelKind.SENT, LabelKind.END, LabelKind.APPOINT) for label in labels)


def _before_number(text: str, start: int) -> int:
    """Where the number of an item begins whose title in text that ran together is a label: "… Bo Alm, Orsa 1. Inledning"."""
    number = _NUMBER_BEFORE.search(text, max(0, start - 8), start)
    return number.start() if number else start


_NUMBER_BEFORE = re.compile(r"(?<=[^\W\d_])[ ]\d{1,2}\.[ ]$")


def _nothing_between(text: str, label: Label, start: int) -> bool:
    between = text[label.content : start]
    if label.colon and _DASH_ALONE.match(between):
        return False  # "Övriga: -" has nobody under it
    return (len(between) < 60 and not between.strip(" \n\t:/,&*|-–.")) or fold(between) in ("och", "samt")


def _is_title_of_item(text: str, label: Label, items: Sequence[int]) -> bool:
    """Whether "Upprop" is the title of an item that tells of the roll call, and stands over nobody itself."""
    if label.words != _ROLL_CALL:
        return False
    return any(0 <= label.start - item < _NUMBER_REACH and not _LETTERS.search(text, item, label.start) for item in items)


_ROLL_CALL = "upprop"
_NUMBER_REACH = 30
_LETTERS = re.compile(r"[^\W\d_]{5}")


def _item_between(items: Sequence[int], start: int, end: int) -> bool:
    return any(start <= item < end for item in items)


def _limit(items: Sequence[int], content: int, end: int, label: Label) -> int:
    after = [item for item in items if content <= item < end]
    return after[0] if after else end


def _is_signature(text: str, content: int, events: Sequence[Event], following: int) -> bool:
    """ "Sekreterare Anna Ek Paragrafer 1-5": a field of the signatures."""
    if following >= len(events):
        return False
    label = events[following].label
    return label is not None and label.kind is LabelKind.END and events[following].start - content < 60


def _is_for_appointed(text: str, label: Label, sections: Sequence[Section], end: int) -> bool:
    """Whether "Ersättare: Bo Alm", right below "Justerare: Anna Ek", names who may check the minutes in her stead."""
    before = sections[-1] if sections else None
    if before is None or not before.appointed or label.role != "ersättare" or label.status is not None or not label.colon:
        return False
    between = text[before.start : label.start]
    named = text[label.content : end].partition("\n")[0]
    return bool(between.strip()) and "\n\n" not in between and between.count("\n") < 3 and len(find_names(named)) == 1


def _allowed(label: Label, group: Sequence[Label], state: State, first_item: int, context: Context) -> bool:
    """Whether labels may open or go on with a list where they stand."""
    if state.open:
        return True
    if all(x.role == "föredragande" and x.status is None for x in group):
        return False  # an item's field, but a group within a list
    if state.sent and not any(x.strong for x in group):
        return False
    state.sent = False
    in_head = label.start < first_item
    strong = any(x.strong for x in group)
    if all(x.kind is LabelKind.OFFICER for x in group):
        return in_head and not state.ended and (label.colon or label.alone)
    if in_head:
        told = any(x.status is not None and x.role for x in group)
        return strong or not state.ended or not state.found_people or label.alone or told
    if not strong:
        return False
    if _CALLED_OVER.search(context.text, max(0, label.start - _TITLE_REACH), label.start):
        return True
    if not (label.colon or label.alone or label.numbered or len(group) > 1 or not state.found_people):
        return False
    if not state.found_people:
        return True
    if not state.scope.present_seen and label.alone and any(x.status is Status.PRESENT for x in group):
        return True  # behind the items, where only those summoned stand in the head
    if _VOTED.search(context.text, max(0, label.start - _VOTE_REACH), label.start):
        return False  # "Ja-röster: … Nej-röster: … Frånvarande: …" tells of one vote
    if any(x.status is Status.ABSENT for x in group) and label.colon:
        return True
    return label.alone and context.document.page_of(label.start) > context.document.page_of(first_item)


_CALLED_OVER = re.compile(r"\n[^\n]{0,12}\b(?:Upprop|UPPROP|Närvarokontroll|NÄRVAROKONTROLL)\b[^\n]{0,40}\n\s*$")
"""The title of the item in which the roll is called, right above."""
_TITLE_REACH = 80
_VOTED = re.compile(r"\b(?:omröstning|votering|(?:ja|nej)-?\s?röst|röstar|röstade|röstat|avstår|avstod)", re.IGNORECASE)
_VOTE_REACH = 800


def _is_promised(label: Label, context: Context) -> bool:
    """Whether a label in an appendix behind the items heads the list that the front page tells of: "Närvarolista"."""
    return (
        label.strong
        and not label.numbered
        and (label.alone or is_roll(label.words))
        and label.status is Status.PRESENT
        and not _VOTED.search(context.text, max(0, label.start - _VOTE_REACH), label.start)
    )


_IN_PAGES = re.compile(r"\bsid(?:an?|\.)?[ ]\d|\b(?:nästa|följande|omstående)[ ]sid", re.IGNORECASE)
""" "Närvarande: se sidan 2": the list is one of this document; members named in it came."""
_ELSEWHERE_WHY = "närvaron anges i en särskild lista som inte ingår i dokumentet"


_COLUMN_OF_LABELS = 3
"""Labels on one another, with a column of what belongs to each below them."""


def _promise_below(context: Context, group: Sequence[Label], values: Iterable[Line]) -> Unread | None:
    """ "Enligt bifogad förteckning" in the column of values below a column of labels, one of which is of those present."""
    present = next((label for label in group if label.status is Status.PRESENT), None)
    if present is None:
        return None
    for line in islice(values, _VALUES):
        if _elsewhere(context, present, line.start, line.end) is not None:
            return unread(context.document, line.start, line.end, _ELSEWHERE_WHY)
    return None


_VALUES = 5


_ITEM_NAMED = re.compile(r"\s*(?:se|enligt|enl\.?)\s+(?:§|paragraf)\s?\d+\s*$", re.IGNORECASE)
""" "Övriga deltagande: Se § 5"."""
_CELL_WORDS = re.compile(r"[^\n\t]*")
_CELL_WORDS_BELOW = re.compile(r"\s*([^\n\t]*)")
_POINTER = re.compile(
    r"\s*(?:(?:enligt|enl\.?|se|framgår\s+av|jfr|finns\s+i)\s+[^.;]{0,60}|\(?(?:bilaga|närvarolista)\b)", re.IGNORECASE
)
_LIST_NAMED = re.compile(r"[^.;\n]{0,40}\bnärvaro(?:lista|förteckning)\w*", re.IGNORECASE)


def _elsewhere(context: Context, label: Label, start: int, end: int) -> Unread | None:
    """ "enligt särskild närvarolista", "se bilaga 1": the list is not here."""
    text = context.text
    first = _CELL_WORDS.match(text, start, end)
    words = first.group() if first else ""
    if not words.strip() and start < end:
        again = _CELL_WORDS_BELOW.match(text, start, end)
        words = again[1] if again else ""
        start = again.start(1) if again else start
    head = words[:120]
    pointer = _POINTER.match(head) or _LIST_NAMED.match(head)
    if pointer is None:
        return None
    folded = fold(pointer.group())
    if not (_ITEM_NAMED.match(head) or any(fold(word) in folded for word in attendance_words().elsewhere)):
        return None
    if context.names_someone(start, start + pointer.end()):
        return None
    return unread(
        context.document,
        label.start,
        start + len(head.rstrip()),
        _ELSEWHERE_WHY,
    )
