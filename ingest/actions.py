"""Lists of actions in an item: who is to do what, and by when.

Read are tables with a column for what is to be done and one for who is to do it ("Vad", "Vem", "När"), the same said in words
before colons ("Åtgärd: … Ansvarig: … Klart: …"), and lists of who does what ("Att göra: Anna bokar lokal"). Each gives one assignment from the forum to each one named. An action for which
nobody is named is told as unread.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.names import fold, squash
from graph.record import Movement, MovementType, Span, Unread
from ingest.action_columns import find_columns, find_merged, find_state, is_done, part_merged
from ingest.action_lines import Action, has_head, iter_forms, iter_stacked
from ingest.action_rows import iter_rows
from ingest.attendance.words import has_title
from ingest.bodies import Context, Named, find_named
from ingest.dates import find_dates
from ingest.document import Block
from ingest.items.starts import is_deciding
from ingest.lexicon import ActionWords, action_words
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters.persons import NOBODY, People
from ingest.sentences import iter_sentences
from ingest.tasks import find_task
from ingest.vocabulary import Section, section_heading

WHY_DONE = "åtgärd som anges vara klar, utan att det står vem som hade uppdraget"
WHY_FINISHED = "åtgärd som anges vara klar"
WHY_NOBODY = "åtgärd där det inte går att läsa ut vem som ansvarar"


@dataclass
class Actions:
    """What the lists say. `lines` are the indexes of the lines that belong to them, heads and all."""

    movements: list[Movement] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def find_actions(
    lines: Sequence[Line], context: Context, forum: str | None, on: dt.date | None, people: People = NOBODY, title: str = ""
) -> Actions:
    """The actions in the lines of one item. `people` are those who were there: a first name that only one of them bears is that
    one. `title` is the item's: under "Att göra" each line is an action."""
    actions = Actions()
    read = (_in_tables, iter_rows, *((iter_stacked, iter_forms) if has_head(lines) else ()), _in_words)
    for action in (a for one in read for a in one(lines, actions.lines)):
        nobody_left = _first_word(action.who) in action_words().done
        bearers = [] if action.done or nobody_left or not action.what else _bearers(action.who, context, people.listed)
        quote = squash(lines[0].document.text[action.span[0] : action.span[1]])
        if not bearers:
            why = WHY_DONE if nobody_left else WHY_FINISHED if action.done else WHY_NOBODY
            actions.unread.append(Unread(text=quote[:300], why=why, span=action.span))
        due = next((d.date for d in find_dates(action.when, on) if on is None or d.date > on), None)
        for bearer in bearers:
            actions.movements.append(
                Movement(
                    type=MovementType.ASSIGNS, from_=forum, to=bearer, due=due, what=action.what, quote=quote, span=action.span
                )
            )
    for who, what, span in _in_lists(lines, title, context, people, actions.lines):
        quote = squash(lines[0].document.text[span[0] : span[1]])
        due = next((d.date for d in find_dates(what, on) if on is None or d.date > on), None)
        for name in who:
            actions.movements.append(
                Movement(type=MovementType.ASSIGNS, from_=forum, to=name, due=due, what=what, quote=quote, span=span)
            )
    return actions


# --- tables -----------------------------------------------------------------------------------------------------------


def find_action_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that are tables of actions, heads and all: none of them begins an item."""
    taken: set[int] = set()
    for read in (_in_tables, iter_rows, *((iter_stacked,) if has_head(lines) else ())):
        for _ in read(lines, taken):
            pass
    return frozenset(taken)


def _in_tables(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """The rows below a head that has a column for what and one for who, until the table ends or another head comes."""
    table: _Table | None = None
    above = ""
    if not any(line.cells for line in lines):
        return
    for line in lines:
        if len(line.cells) < 2 or (table and line.block is not table.block):
            table = None
            if len(line.cells) < 2:
                continue
        cells = [squash(line.document.text[cell.start : cell.end]) for cell in line.cells]
        if head := _head(cells, line.block):
            table, above = head, ""
            taken.add(line.index)
        elif table:
            taken.add(line.index)
            action = table.read(cells, above, (line.start, line.end))
            if action.what or action.who:
                yield action
            above = action.what


@dataclass(frozen=True)
class _Table:
    """The columns of a table of actions: `merged` holds who and when in one cell, `state` how far each action has come."""

    block: Block | None
    columns: tuple[int, int, int | None]
    merged: int | None
    state: int | None
    state_head: str

    def read(self, cells: list[str], above: str, span: Span) -> Action:
        if self.merged is not None and self.merged < len(cells):
            cells = [*cells[: self.merged], *part_merged(cells[self.merged]), *cells[self.merged + 1 :]]
        what, who, when = (cells[at] if at is not None and at < len(cells) else "" for at in self.columns)
        state = cells[self.state] if self.state is not None and self.state < len(cells) else ""
        done = is_done(self.state_head, state) or fold(when) in action_words().done or any(cell in _TICKED for cell in cells)
        return Action(what or above, who, when, span, done)  # an empty cell means the one above


_TICKED = frozenset({"[x]", "[X]", "☒", "☑", "✓", "✔"})


def _head(cells: list[str], block: Block | None) -> _Table | None:
    merged = find_merged(cells)
    if merged is not None:
        cells = [*cells[:merged], *cells[merged].split(" ", 1), *cells[merged + 1 :]]
    columns = find_columns(cells)
    if columns is None:
        return None
    state = find_state(cells)
    return _Table(block, columns, merged, state, cells[state] if state is not None else "")


# --- lists ------------------------------------------------------------------------------------------------------------

_NEXT_DOER = re.compile(r"\s*(?:,|;|\s(?:och|samt))\s+(?=[A-ZÅÄÖ][\wåäö-]+\s+(?:[A-ZÅÄÖ][\wåäö-]+\s+)?[a-zåäö]+(?:r|s)\b)")
_LIST_LEAD = re.compile(r"^(?P<lead>[^:\n]{4,40}):(?:\s+(?=\S)|$)")
_DOES_SOMETHING = re.compile(r"\s+[a-zåäö]+(?:r|s)\s+\S|\s*:\s+\S|\s+[–-]\s+\S")


def _in_lists(
    lines: Sequence[Line], title: str, context: Context, people: People, taken: set[int]
) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """(who, what, the words that say so) of each task in lists of tasks: "Till nästa möte: Anna bokar lokal", "Att göra" / "- Anna …"."""
    text = lines[0].document.text if lines else ""
    within = _leads(title)
    for k, line in enumerate(lines):
        if line.index in taken or line.cells:
            within = within and _leads(title)
            continue
        if (
            line.text.count("–") + line.text.count("-") >= _DASHES
            and (row := _BY_DASHES.match(line.text))
            and (who := _known(row["who"], people))
        ):
            taken.add(line.index)
            yield (who,), f"{squash(row['what'])} {squash(row['when'])}", (line.start, line.end)
            continue
        begin = line.start
        if ":" in line.text and (lead := _LIST_LEAD.match(line.text)):
            if _leads(lead["lead"]):
                within, begin = True, line.start + lead.end()
        elif _leads(line.text):
            within = True
            continue
        elif within and _leads_decision(line.text):
            within = False
        if not within or begin >= line.end:
            continue
        end = _end_of_entry(lines, k)
        found = list(_tasks_of_entry(text, begin, end, context, people))
        if found:
            taken.update(x.index for x in lines[k:] if x.start < end)
            yield from found
        elif not _leads(title) and line.blank_before and begin == line.start:
            within = False


_DASHES = 2
_BY_DASHES = re.compile(
    r"^(?:[-–•*]\s+)?(?P<what>[^–:]{5,120}?)\s[–-]\s(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,3})\s[–-]\s(?P<when>[^–]{3,40})$"
)
""" "belysning vid bryggan – Anna Ek – 15 oktober": what, who and when."""


def _known(name: str, people: People) -> str | None:
    return squash(name) if fold(name) in people.names else people.of_first_name(name)


def _leads(words: str) -> bool:
    return len(words) <= _LONGEST_LEAD and fold(words).strip(" :") in action_words().leads


_LONGEST_LEAD = 40


def _leads_decision(words: str) -> bool:
    """Whether a line leads in what was decided, which no list of tasks above it holds: "Nämnden beslutar", "Beslut"."""
    heading = section_heading(words)
    return (
        is_deciding(words) or _DECIDES.search(words) is not None or (heading is not None and heading.section is Section.DECISION)
    )


def _end_of_entry(lines: Sequence[Line], k: int) -> int:
    """Where an entry of a list ends, which may go on over the next lines in small letters."""
    last = k
    while last + 1 < len(lines) and lines[last + 1].text[:1].islower() and not lines[last + 1].cells:
        last += 1
    return lines[last].end


def _tasks_of_entry(
    text: str, begin: int, end: int, context: Context, people: People
) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    for s, e in iter_sentences(text, begin, end):
        starts = [s, *(m.end() for m in _NEXT_DOER.finditer(text, s, e))]
        for a, b in zip(starts, [*starts[1:], e], strict=True):
            part = text[a:b].rstrip(" ,;\n")
            part = part.removesuffix(" och").removesuffix(" samt").rstrip(" ,")
            if task := find_task(part, people, listed=True):
                yield task.who, squash(part[task.start : task.end]), (a, a + len(part))
            elif body := _body_first(part, context):
                yield (body.name,), squash(part[body.end :]).strip(" :–-."), (a, a + len(part))


def _body_first(part: str, context: Context) -> Named | None:
    """The body with which an entry begins that says what it does: "Kansliet bokar lokal"."""
    first = next(iter(find_named(part, context)), None)
    mark = _MARK.match(part)
    begin = mark.end() if mark else 0
    return first if first and first.start == begin and _DOES_SOMETHING.match(part, first.end) else None


_MARK = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s*")


# --- words before colons ----------------------------------------------------------------------------------------------


@cache
def _labelled() -> re.Pattern[str]:
    """ "Åtgärd:", "Ansvarig:" or "Klart senast:", at the beginning of a line or behind a stop, by which of the three it is."""
    words: ActionWords = action_words()
    kinds = {"who": words.who, "when": words.when, "what": words.what}
    told = "|".join(f"(?P<{kind}>{'|'.join(_spelt(forms))})" for kind, forms in kinds.items())
    return re.compile(rf"(?:^|(?<=[.;,\n(–•*-])|(?<=[.;,(–•*-]\s))[ \t]*(?:{told})[ \t]*:", re.IGNORECASE | re.MULTILINE)


def _spelt(forms: frozenset[str]) -> list[str]:
    """Patterns for folded forms, longest first: "nar" is "när" in the text."""
    accents = {"a": "[aåä]", "o": "[oö]", " ": r"\s+"}
    return ["".join(accents.get(c, re.escape(c)) for c in form) for form in sorted(forms, key=len, reverse=True)]


def _in_words(lines: Sequence[Line], taken: set[int]) -> Iterator[Action]:
    """Actions told with the words before colons. Only where somebody is said to be responsible is there one."""
    left = [line for line in lines if ":" in line.text and line.index not in taken and not line.cells]
    if not any(_names_responsible(line.text) for line in left):
        return
    left = [line for line in lines if line.index not in taken and not line.cells]
    for stretch in _stretches(left):
        yield from _of_stretch(stretch, taken)


def _names_responsible(line: str) -> bool:
    """Whether a colon stands in the line behind a word that ends the label of whoever is responsible."""
    heads = line.split(":")[:-1]
    return any(fold(words[-1]).rpartition(" ")[2] in _responsible() for head in heads if (words := head.split()))


@cache
def _responsible() -> frozenset[str]:
    """The last word of each label of whoever is responsible, folded."""
    return frozenset(form.rpartition(" ")[2] for form in action_words().who)


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that no empty line parts; a labelled line goes with what stands above it all the same."""
    run: list[Line] = []
    for line in lines:
        if run and line.blank_before and not _labelled().match(line.text):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


_FEWEST_WORDS = 2


def _of_stretch(lines: list[Line], taken: set[int]) -> Iterator[Action]:
    text = lines[0].document.text
    begin, end = lines[0].start, lines[-1].end
    marks = list(_labelled().finditer(text, begin, end))
    for i, mark in enumerate(marks):
        if mark.lastgroup != "who":
            continue
        before = marks[i - 1] if i and marks[i - 1].lastgroup == "what" else None
        start = before.start() if before else _sentence_before(text, marks[i - 1].end() if i else begin, mark.start())
        what = squash(text[before.end() if before else start : mark.start()]).strip(" .;,–-•*(")
        what = what[_decision_label(what) :]
        if len(what.split()) < (1 if before else _FEWEST_WORDS):
            continue  # "Ansvarig:" below a title: whose matter it is
        stop = marks[i + 1].start() if i + 1 < len(marks) else _line_end(text, mark.end(), end)
        who, when = text[mark.end() : stop], ""
        if i + 1 < len(marks) and marks[i + 1].lastgroup == "when":
            after = marks[i + 2].start() if i + 2 < len(marks) else end
            stop = _line_end(text, marks[i + 1].end(), after)
            when = text[marks[i + 1].end() : stop]
        # What is to be done may be what was decided, in words of its own above: "Beslut: …" / "Ansvarig: Anna".
        own = start if before else mark.start()
        taken.update(
            line.index for line in lines if own < line.end and line.start < stop and (before or not _is_decided(line.text))
        )
        yield Action(what, squash(who), squash(when), (start, max(stop, mark.end())))


def _is_decided(text: str) -> bool:
    """Whether a line with who is responsible behind it says what was decided as well: "Rådet beslutade att … Ansvarig: Anna", "- att …"."""
    return _decision_label(text) > 0 or _ATT_CLAUSE.match(text) is not None or _DECIDES.search(text) is not None


def _decision_label(text: str) -> int:
    """Where the label of a decision ends with which a line begins, and what was decided begins; 0 when there is none."""
    if bare := _BARE_DECISION.match(text):
        return bare.end()
    label = _BEFORE_COLON.match(text)
    heading = section_heading(label.group()) if label else None
    return label.end() if label and heading and heading.section is Section.DECISION else 0


_DECIDES = re.compile(r"\b(?:beslutade|beslutar|beslöt)\s+att\b")
_ATT_CLAUSE = re.compile(r"(?:[-–•*]\s*)?att\s")
_BARE_DECISION = re.compile(r"Beslut\s+(?=[A-ZÅÄÖ])|(?:[\wåäö-]+\s+)?(?:kom\s+överens|[Ee]nades)(?:\s+om)?:\s*")
""" "Beslut Listan antas", "Rådet kom överens om: Anna bokar lokal": labels that are no headings of their own."""
_BEFORE_COLON = re.compile(r"[^:.]{2,60}:\s*")


def _line_end(text: str, start: int, limit: int) -> int:
    """Where the words behind a colon end: with their line, the next one if the colon ends it."""
    begin = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    end = text.find("\n", begin, limit)
    return end if end >= 0 else limit


def _sentence_before(text: str, begin: int, end: int) -> int:
    """Where the last sentence before `end` begins, no further back than `begin`."""
    words = text[begin:end].rstrip(" \n.;,(–-")
    stop = max(words.rfind(". "), words.rfind(".\n"), words.rfind("\n\n"), words.rfind("\n- "), words.rfind("\n• "))
    start = begin + stop + 1 if stop >= 0 else begin
    return start + len(text[start:end]) - len(text[start:end].lstrip(" \n-•*"))


# --- who --------------------------------------------------------------------------------------------------------------


def _bearers(who: str, context: Context, people: Sequence[str]) -> list[str]:
    """The people and bodies named, in order; a first name alone counts where one of `people` alone bears it."""
    if not who or _first_word(who) in action_words().open:
        return []
    spans = [(n.start, n.end) for n in find_names(who)]
    found = [(start, squash(who[start:end])) for start, end in spans]
    bodies = [n for n in find_named(who, context) if not any(a < n.end and n.start < b for a, b in spans)]
    found += [(n.start, n.name) for n in bodies if not any(0 <= n.start - b <= 3 for _, b in spans)]
    taken = [*spans, *((n.start, n.end) for n in bodies)]
    for match in re.finditer(r"[A-ZÅÄÖ][\wåäö-]+", who):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            bearing = [name for name in people if fold(name.split()[0]) == fold(match.group())]
            if len(bearing) == 1:
                found.append((match.start(), bearing[0]))
    if not found and len(who.split()) <= _LONGEST_TITLE and has_title(who):
        return [who]
    return list(dict.fromkeys(name for _, name in sorted(found)))


_LONGEST_TITLE = 3


def _first_word(who: str) -> str:
    return next(iter(fold(who).split()), "")
