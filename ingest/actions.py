"""Lists of actions in an item: who is to do what, and by when.

Read are tables with a column for what is to be done and one for who is to do it ("Vad", "Vem", "När"), and the same said in words
before colons ("Åtgärd: … Ansvarig: … Klart: …"). Each gives one assignment from the forum to each one named. An action for which
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
from ingest.action_columns import find_columns
from ingest.attendance.words import has_title
from ingest.bodies import Context, find_named
from ingest.dates import find_dates
from ingest.lexicon import ActionWords, action_words
from ingest.lines import Line
from ingest.people import find_names

WHY_DONE = "åtgärd som anges vara klar, utan att det står vem som hade uppdraget"
WHY_NOBODY = "åtgärd där det inte går att läsa ut vem som ansvarar"


@dataclass(frozen=True)
class _Action:
    what: str
    who: str
    when: str
    span: Span


@dataclass
class Actions:
    """What the lists say. `lines` are the indexes of the lines that belong to them, heads and all."""

    movements: list[Movement] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def find_actions(
    lines: Sequence[Line], context: Context, forum: str | None, on: dt.date | None, people: Sequence[str] = ()
) -> Actions:
    """The actions in the lines of one item. `people` are the full names of those who were there: a first name that only one of them
    bears is that one."""
    actions = Actions()
    for action in (*_in_tables(lines, actions.lines), *_in_words(lines, actions.lines)):
        done = _first_word(action.who) in action_words().done
        bearers = [] if done or not action.what else _bearers(action.who, context, people)
        quote = squash(lines[0].document.text[action.span[0] : action.span[1]])
        if not bearers:
            actions.unread.append(Unread(text=quote[:300], why=WHY_DONE if done else WHY_NOBODY, span=action.span))
        due = next((d.date for d in find_dates(action.when, on) if on is None or d.date > on), None)
        for bearer in bearers:
            actions.movements.append(
                Movement(
                    type=MovementType.ASSIGNS, from_=forum, to=bearer, due=due, what=action.what, quote=quote, span=action.span
                )
            )
    return actions


# --- tables -----------------------------------------------------------------------------------------------------------


def find_action_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that are tables of actions, heads and all: none of them begins an item."""
    taken: set[int] = set()
    for _ in _in_tables(lines, taken):
        pass
    return frozenset(taken)


def _in_tables(lines: Sequence[Line], taken: set[int]) -> Iterator[_Action]:
    """The rows below a head that has a column for what and one for who, until the table ends or another head comes."""
    columns: tuple[int, int, int | None] | None = None
    block, above = None, ""
    for line in lines:
        if len(line.cells) < 2 or (columns and line.block is not block):
            columns = None
            if len(line.cells) < 2:
                continue
        cells = [squash(line.document.text[cell.start : cell.end]) for cell in line.cells]
        if head := find_columns(cells):
            columns, block, above = head, line.block, ""
            taken.add(line.index)
        elif columns:
            taken.add(line.index)
            what, who, when = (cells[at] if at is not None and at < len(cells) else "" for at in columns)
            what = what or above  # an empty cell means the one above
            if what or who:
                yield _Action(what, who, when, (line.start, line.end))
            above = what


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


def _in_words(lines: Sequence[Line], taken: set[int]) -> Iterator[_Action]:
    """Actions told with the words before colons. Only where somebody is said to be responsible is there one."""
    left = [line for line in lines if line.index not in taken and not line.cells]
    if not any(":" in line.text for line in left):
        return
    for stretch in _stretches(left):
        yield from _of_stretch(stretch, taken)


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


def _of_stretch(lines: list[Line], taken: set[int]) -> Iterator[_Action]:
    text = lines[0].document.text
    begin, end = lines[0].start, lines[-1].end
    marks = list(_labelled().finditer(text, begin, end))
    for i, mark in enumerate(marks):
        if mark.lastgroup != "who":
            continue
        before = marks[i - 1] if i and marks[i - 1].lastgroup == "what" else None
        start = before.start() if before else _sentence_before(text, marks[i - 1].end() if i else begin, mark.start())
        what = squash(text[before.end() if before else start : mark.start()]).strip(" .;,–-•*(")
        if len(what.split()) < (1 if before else _FEWEST_WORDS):
            continue  # "Ansvarig:" below a title: whose matter it is
        stop = marks[i + 1].start() if i + 1 < len(marks) else _line_end(text, mark.end(), end)
        who, when = text[mark.end() : stop], ""
        if i + 1 < len(marks) and marks[i + 1].lastgroup == "when":
            after = marks[i + 2].start() if i + 2 < len(marks) else end
            stop = _line_end(text, marks[i + 1].end(), after)
            when = text[marks[i + 1].end() : stop]
        taken.update(line.index for line in lines if start < line.end and line.start < stop)
        yield _Action(what, squash(who), squash(when), (start, max(stop, mark.end())))


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
