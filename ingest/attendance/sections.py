"""Where the lists of a document stand: the labels in reading order, and the text that belongs to each.

A strong label ("Närvarande", "Frånvarande") opens a list wherever it stands; a weak one ("Ersättare") does so in the head
of the document or within an open list. A list ends where the text goes over into an item, a decision, a sentence or the
signatures. Labels that stand on top of each other with nothing between them (a column of labels read before its column of
words) hold for what follows together, as far as they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.names import fold
from graph.record import Span, Status, Unread
from ingest.attendance.endings import DOTS, content_end, end_of_absent, lines_between
from ingest.attendance.grids import is_grid, is_vote, looks_like_people
from ingest.attendance.labels import find_labels
from ingest.attendance.model import Category, Context, Label, LabelKind, Section, unread
from ingest.attendance.words import has_title
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


@dataclass
class _Scope:
    status: Status = Status.PRESENT
    stated: bool = False
    is_parent: bool = False
    people: bool = False
    present_seen: bool = False
    groups: set[str] = field(default_factory=set)
    """The words over the groups of those who came: the same words again below those of the absent are under them."""


@dataclass
class _State:
    scope: _Scope = field(default_factory=_Scope)
    open: bool = False
    ended: bool = False
    found_people: bool = False
    summons: bool = False
    promised: bool = False
    """The list is said to be in another place, and has not come yet."""
    sent: bool = False
    """Those named are told whom the document is sent to."""


def find_roster(context: Context, lines: Sequence[Line], items: Sequence[int], prose: Sequence[Span], first_item: int) -> Roster:
    """The sections and tables of attendance. `items` are the offsets of item headings (`item_starts`), also of those in a table of
    contents, `first_item` is that of the first which is none of these, `prose` are spans of sentences that tell of attendance
    themselves."""
    events = _events(context, lines)
    return _walk(context, lines, events, items, first_item, prose)


@dataclass(frozen=True, slots=True)
class _Event:
    start: int
    label: Label | None = None
    grid: Block | None = None


def _events(context: Context, lines: Sequence[Line]) -> list[_Event]:
    events: list[_Event] = []
    grids: dict[int, bool] = {}
    titles: dict[int, int] = {}
    for position, line in enumerate(lines):
        if line.cells and line.block is not None:
            key = line.block.start
            if key not in grids:
                grids[key] = is_grid(context, line.block)
                if grids[key]:
                    events.append(_Event(line.block.start, grid=line.block))
            if grids[key]:
                continue
            for cell in line.cells:
                if cell.end > cell.start:
                    events.extend(_Event(label.start, label) for label in find_labels(context.text, cell.start, cell.end))
        else:
            for start, end in _parts(context.text, line):
                found = find_labels(context.text, start, end)
                if found and found[0].alone and not found[0].colon and _is_over_marks(lines, position):
                    continue
                events.extend(_Event(label.start, label) for label in found)
                if len(found) == 1 and found[0].alone and found[0].role and found[0].status is None and not found[0].colon:
                    titles[position] = found[0].start
    below = _titles_below(context, lines, titles) if len(titles) > 1 else frozenset()
    return [event for event in events if event.start not in below] if below else events


def _is_over_marks(lines: Sequence[Line], position: int) -> bool:
    """Whether the lines below are crosses and dashes and nothing else: the words stand over a column of a list that was read column by
    column, and over nobody."""
    below = lines[position + 1 : position + 3]
    return len(below) == 2 and all(line.text.strip().casefold() in _TICKS for line in below)


_TICKS = frozenset({"x", "×", "✓", "-", "–", "1", "0", "ja", "nej"})


def _titles_below(context: Context, lines: Sequence[Line], titles: Mapping[int, int]) -> frozenset[int]:
    """Offsets of titles that stand below the name of whoever holds them, line by line ("Anna Ek" / "Ordförande" / "Bo Alm" / "Ledamot"),
    and are no labels over those to come: a name begins such a run, and a title ends it."""

    def is_title(position: int) -> bool:
        line, words = lines[position], lines[position].text
        if line.blank_before and position + 1 < len(lines) and not lines[position + 1].blank_before:
            return False  # it stands over the line below
        return position in titles or (len(words.split()) <= 4 and has_title(words) and not is_name(position))

    def is_name(position: int) -> bool:
        line = lines[position]
        return not line.cells and len(line.text) < 50 and "," not in line.text and context.names_someone(line.start, line.end)

    below: set[int] = set()
    for first, last in _small_runs(lines, titles):
        below.update(start for at, start in titles.items() if first <= at <= last)
    after = 0
    for position in titles:
        if position < max(after, 1):
            continue
        first = position - 1
        while first >= 2 and is_title(first - 1) and is_name(first - 2):
            first -= 2
        after = first
        while after + 1 < len(lines) and is_name(after) and is_title(after + 1):
            after += 2
        closed = after >= len(lines) or not context.names_someone(lines[after].start, lines[after].end)
        opened = first < 1 or not is_title(first - 1)
        if after - first >= 4 and closed and opened:
            below.update(start for at, start in titles.items() if first <= at < after)
    return frozenset(below)


def _small_runs(lines: Sequence[Line], titles: Mapping[int, int]) -> Iterable[Span]:
    """Positions of the first and last lines of columns of titles in small letters ("ordförande" / "1:e vice ordförande" / "ledamot"), of
    three at least: they stand beside the names of a column read before, and over nobody."""
    first = last = -1
    for position in sorted(titles):
        if not _SMALL_TITLE.match(lines[position].text):
            continue
        if position != last + 1 or lines[position].blank_before:
            if last - first >= 2:
                yield first, last
            first = position
        last = position
    if last - first >= 2:
        yield first, last


_SMALL_TITLE = re.compile(r"(?:\d:?[ae] )?[a-zåäö]")


def _parts(text: str, line: Line) -> Iterable[Span]:
    """The parts of a line between tabs: "Beslutande<tab>Anna Ek" alone is no table."""
    start = line.start
    while (tab := text.find("\t", start, line.end)) >= 0:
        if tab > start:
            yield start, tab
        start = tab + 1
    if line.end > start:
        yield start, line.end


_GROUP = (LabelKind.PEOPLE, LabelKind.INVITED, LabelKind.BODIES, LabelKind.OFFICER)


def _walk(
    context: Context,
    lines: Sequence[Line],
    events: Sequence[_Event],
    items: Sequence[int],
    first_item: int,
    prose: Sequence[Span],
) -> Roster:
    text = context.text
    state = _State()
    if context.is_summons:
        state = _State(_Scope(Status.UNKNOWN, stated=True), summons=True)
    sections: list[Section] = []
    tables: list[tuple[Block, Category, tuple[Label, ...]]] = []
    tails: list[tuple[Block, Span]] = []
    elsewhere: list[Unread] = []
    elsewhere_open = False
    pending: list[Label] = []
    last_end = 0
    index = 0
    while index < len(events):
        event = events[index]
        if state.open and _item_between(items, last_end, event.start):
            state.open = False
        if event.grid is not None:
            labels = tuple(pending)
            pending = []
            block = event.grid
            over = [label for label in labels if label.kind in _GROUP]
            about = bool(over) or state.open
            own = _own_words(context, block)
            if is_vote(context, block) and not labels and (event.start >= first_item or not state.open):
                index += 1
                continue
            if about or own or (event.start < first_item and looks_like_people(context, block) and not _after_fields(labels)):
                category = _category(over, state) if over else _goes_on_with(state)
                if about or own or category is not None:
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
        group = [x for x in stack if x.kind in _GROUP]
        if any(x.kind is LabelKind.SENT for x in stack):
            state.open, state.ended, state.sent = False, True, True
            index = end_index
            continue
        signed = group and all(x.kind is LabelKind.OFFICER for x in group)
        if signed and any(x.kind in (LabelKind.END, LabelKind.APPOINT) for x in stack):
            # "Underskrifter Sekreterare Anna Ek", "Utses att justera: Sekreterare:"
            state.open, state.ended = False, True
            index = end_index
            continue
        next_start = events[end_index].start if end_index < len(events) else len(text)
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
            index = end_index
            continue
        limit = _limit(items, content, min(next_start, content + _LONGEST_SECTION), label)
        if group[-1].kind is LabelKind.OFFICER and (
            DOTS.match(text, content) or (not state.open and _is_signature(text, content, events, end_index))
        ):
            state.open, state.ended = False, True
            index = end_index
            continue
        pointer = _elsewhere(context, group[0], content, limit)
        if pointer is not None:
            elsewhere.append(pointer)
            if any(x.status is Status.PRESENT for x in group):
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
        category = _category(group, state)
        stop = content_end(context, lines, content, limit, prose)
        if category is None:
            elsewhere.append(
                unread(
                    context.document,
                    label.start,
                    max(stop, stack[-1].end),
                    "rubriker med olika innebörd står på varandra; vilka namn som hör till vilken framgår inte",
                )
            )
            category = Category(Status.UNKNOWN, True)
        section = Section(tuple(stack), content, stop, category)
        has_content = bool(text[content:stop].strip(" \n\t.:;-–"))
        if _NOBODY.match(text, content, stop):
            state.scope.people = True
        if category.status is Status.ABSENT and (cut := end_of_absent(context, lines, section)) is not None:
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
    return Roster(tuple(sections), tuple(tables), tuple(elsewhere), elsewhere_open, first_item, tuple(tails))


def _goes_on_with(state: _State) -> Category:
    """What is said of those in a table with no words over it: the same as of the list that is open; nothing of absence behind one that
    has ended."""
    if not state.open and state.scope.status is Status.ABSENT:
        return Category(Status.PRESENT, False)
    return Category(state.scope.status, state.scope.stated and state.open)


def _table_tail(
    context: Context,
    lines: Sequence[Line],
    items: Sequence[int],
    events: Sequence[_Event],
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
    named = find_names(context.text, first.start, first.end)
    if not (named and named[0].start <= first.start + 3) and not _PARTY_LINE.match(first.text):
        return None
    stop = content_end(context, lines, first.start, limit, prose)
    return (first.start, stop) if stop > first.start else None


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


def _nothing_between(text: str, label: Label, start: int) -> bool:
    between = text[label.content : start]
    if label.colon and _DASH_ALONE.match(between):
        return False  # "Övriga: -" has nobody under it
    return (len(between) < 60 and not between.strip(" \n\t:/,&*-–.")) or fold(between) in ("och", "samt")


def _item_between(items: Sequence[int], start: int, end: int) -> bool:
    return any(start <= item < end for item in items)


def _limit(items: Sequence[int], content: int, end: int, label: Label) -> int:
    after = [item for item in items if content <= item < end]
    return after[0] if after else end


def _is_signature(text: str, content: int, events: Sequence[_Event], following: int) -> bool:
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


def _allowed(label: Label, group: Sequence[Label], state: _State, first_item: int, context: Context) -> bool:
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
    if not (label.colon or label.alone or label.numbered or len(group) > 1 or not state.found_people):
        return False
    if not state.found_people:
        return True
    if _VOTED.search(context.text, max(0, label.start - _VOTE_REACH), label.start):
        return False  # "Ja-röster: … Nej-röster: … Frånvarande: …" tells of one vote
    if any(x.status is Status.ABSENT for x in group) and label.colon:
        return True
    return label.alone and context.document.page_of(label.start) > context.document.page_of(first_item)


_VOTED = re.compile(r"\b(?:omröstning|votering|(?:ja|nej)-?\s?röst|röstar|röstade|röstat|avstår|avstod)", re.IGNORECASE)
_VOTE_REACH = 800
_ROSTERS = frozenset({"narvarolista", "narvaroforteckning", "upprop", "narvaro och tjanstgoringslista"})


def _is_promised(label: Label, context: Context) -> bool:
    """Whether a label in an appendix behind the items heads the list that the front page tells of: "Närvarolista"."""
    return (
        label.strong
        and not label.numbered
        and (label.alone or label.words in _ROSTERS)
        and label.status is Status.PRESENT
        and not _VOTED.search(context.text, max(0, label.start - _VOTE_REACH), label.start)
    )


_ELSEWHERE_WHY = "närvaron anges i en särskild lista som inte ingår i dokumentet"


def _category(group: Sequence[Label], state: _State) -> Category | None:
    """What a stack of labels says, given the list it stands in; None when they contradict each other."""
    scope = state.scope
    statuses = {x.status for x in group if x.status is not None}
    roles = [x.role for x in group if x.role and x.kind is not LabelKind.OFFICER]
    last = group[-1]
    if len(statuses) > 1 and last.colon and last.status is not None and not any(x.colon for x in group[:-1]):
        statuses, roles, group = {last.status}, [last.role] if last.role else [], [last]  # the labels before it hold nobody
    if len(statuses) > 1:
        return None
    role = roles[0] if len(roles) == 1 and len(group) <= 2 else None
    if role == "ersättare" and len(group) == 2 and group[0].deciding:
        role = None  # "Beslutande" and "Ersättare" stand side by side
    if len(group) > 2 and group[0].words in _ROSTERS and {"ledamot", "ersättare"} <= set(roles):
        return Category(Status.UNKNOWN, True)  # columns of members and of those who stood in, that ran together
    if not any(x.status is not None for x in group) and all(x.kind is LabelKind.OFFICER for x in group):
        if state.open and scope.status is Status.ABSENT and not scope.is_parent and scope.people:
            # "Frånvarande: C" has had its own people: "Sekreterare: D" after it stands beside it.
            return Category(Status.PRESENT, scope.present_seen)
        return Category(scope.status if state.open else Status.PRESENT, state.open and scope.stated)
    if (
        statuses == {Status.PRESENT}
        and (state.open or state.summons)
        and scope.status is Status.UNKNOWN
        and not scope.present_seen
        and not any(x.strong for x in group)
    ):
        return Category(Status.UNKNOWN, True, role)  # "Övriga" among the summoned
    if statuses:
        status = statuses.pop()
        scope.status, scope.stated = status, True
        scope.is_parent = len(group) > 1
        scope.people = False
        return Category(status, True, role)
    if any(x.kind is LabelKind.INVITED for x in group):
        if scope.status is Status.ABSENT and not scope.is_parent:
            return Category(Status.PRESENT if scope.present_seen else Status.UNKNOWN, True, role)
        if _is_over_summoned(scope):
            scope.status, scope.stated = Status.PRESENT, True
        known = scope.stated and scope.present_seen
        return Category(scope.status if known else Status.UNKNOWN, True, role)
    if not state.open and scope.status is not Status.UNKNOWN:
        scope.status, scope.stated, scope.is_parent = Status.PRESENT, False, False
    elif scope.status is Status.ABSENT and scope.groups.issuperset(x.words for x in group):
        pass
    elif scope.status is Status.ABSENT and not scope.is_parent and scope.people:
        # "Frånvarande: C" has had its own people: "Tjänstepersoner: D" after it stands beside it, not under it.
        scope.status, scope.stated = Status.PRESENT, scope.present_seen
    elif _is_over_summoned(scope) and not {"ledamot", "ersättare"} & set(roles):
        scope.status, scope.stated = Status.PRESENT, True
    elif scope.status is Status.ABSENT and not scope.people:
        scope.is_parent = True
    elif scope.status is Status.PRESENT:
        scope.groups.update(x.words for x in group if x.kind is LabelKind.PEOPLE)
    return Category(scope.status, scope.stated, role)


def _is_over_summoned(scope: _Scope) -> bool:
    """Whether the list before is one of people summoned ("Kallade ersättare: C") that stood among the lists of those who came."""
    return scope.status is Status.UNKNOWN and scope.present_seen and scope.people and not scope.is_parent


def _elsewhere(context: Context, label: Label, start: int, end: int) -> Unread | None:
    """ "enligt särskild närvarolista", "se bilaga 1": the list is not here."""
    text = context.text
    first = re.compile(r"[^\n\t]*").match(text, start, end)
    words = first.group() if first else ""
    if not words.strip() and start < end:
        again = re.compile(r"\s*([^\n\t]*)").match(text, start, end)
        words = again[1] if again else ""
        start = again.start(1) if again else start
    head = words[:120]
    pointer = re.match(
        r"\s*(?:(?:enligt|enl\.?|se|framgår\s+av|jfr|finns\s+i)\s+[^.;]{0,60}|\(?(?:bilaga|närvarolista)\b)", head, re.IGNORECASE
    )
    if not pointer:
        pointer = re.match(r"[^.;\n]{0,40}\bnärvaro(?:lista|förteckning)\w*", head, re.IGNORECASE)
    folded = fold(pointer.group()) if pointer else ""
    if not pointer or not any(fold(word) in folded for word in attendance_words().elsewhere):
        return None
    if context.names_someone(start, start + pointer.end()):
        return None
    return unread(
        context.document,
        label.start,
        start + len(head.rstrip()),
        _ELSEWHERE_WHY,
    )
