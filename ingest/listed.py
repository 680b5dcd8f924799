"""Meetings told of outside tables: in sentences, and in lists of days under the name of a forum.

"Styrgruppen har träffats tre gånger: 4/2, 7/5 och 12/11"; "Välfärdsrådets möten 2025: 12 juni, 11 september"; "Styrgruppens möten" over
lines such as "4/2 Budget"; "LCHNV 7/2 Information: nytt bidrag", which is a table that lost its columns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from graph.lexicon import BodyKind, Lexicon
from graph.names import lowered_between, squash
from graph.record import Span
from ingest.bodies import Context, Named, find_named
from ingest.dates import find_dates
from ingest.items import LABEL_PREFIX
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.told import Telling, Told, days_in, forum_in, is_cancelled, shared_topic, year_in

_MEET = re.compile(
    r"\b(?:träffa(?:ts|des|s)|sammanträ(?:tt|dde|der|ds)|mötts|möttes|möts)\b"
    r"|\b(?:haft|hade|hållit|höll|genomfört|genomförde|har)\b(?=[^.]{0,60}\b(?:möten?|sammanträden?|träff(?:ar)?)\b)",
    re.IGNORECASE,
)
_MEETING_STEMS = ("träff", "sammanträ", "möt")
"""One of these stands in every sentence that tells of meetings."""
_MEETINGS = re.compile(
    r"\b(?:möten?|mötesdagar|mötesdatum|mötestider|sammanträden?|sammanträdesdagar|sammanträdesdatum|träffar)\b", re.IGNORECASE
)
_HEADING = re.compile(
    r"\b(?:möten?|mötesdagar|mötesdatum|sammanträden?|sammanträdesdagar|träffar|behandla\w*|ärenden)\b", re.IGNORECASE
)
_OF_YEAR = re.compile(
    r"(?:år(?:et)?\s+)?(?:19|20)\d\d|.*\b(?:möten?|sammanträden?|ärenden|träffar|mötesdatum|kalender|årshjul|verksamhetsåret)\b.*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-–•*·]\s*")
_BETWEEN = re.compile(r"[\s,:;–-]*(?:(?:och|samt|den|kl\.?)\b[\s,]*)*")
_MEETINGS_OF = re.compile(
    r"\s*(?:(?:möten?|mötesdatum|sammanträden?|träffar)\b\s*)?(?:(?:under\s+)?(?P<year>(?:19|20)\d\d)(?=\s*:))?[\s:,–-]*",
    re.IGNORECASE,
)
_CAPTION_LENGTH = 160
_MATTER_WORDS = 12
_ANY_YEAR = 2000
_FORUM_LENGTH = 60
_Known = tuple[str, Span]
"""A forum named above, and the words that name it."""


def find_in_lists(lines: Sequence[Line], lexicon: Lexicon, context_year: int | None) -> Told:
    """The meetings that lines and sentences tell of, in document order, and those whose day is not told."""
    told = Told()
    year = context_year
    forum: _Known | None = None
    shared: str | None = None
    last: tuple[int, Telling] | None = None
    """The line of the latest entry and what it told, for the lines that go on with it."""
    for number, line in enumerate(lines):
        if line.cells:
            last = None
            continue
        bare = _BULLET.sub("", line.text)
        caption = len(line.text) <= _CAPTION_LENGTH and not find_dates(line.text, dt.date(_ANY_YEAR, 7, 2))
        if caption and _OF_YEAR.fullmatch(bare.strip(" :.")):
            year = year_in(bare) or year
        adjacent = last is not None and last[0] == number - 1
        known = forum or ((last[1].forum, last[1].whose or last[1].at) if last is not None and adjacent else None)
        entry = _entry(line, line.end - len(bare), known, year, shared, lexicon)
        if entry:
            told.tellings += entry
            last = (number, entry[-1])
            continue
        if adjacent and last is not None and LABEL_PREFIX.match(bare):
            again = Telling(last[1].forum, last[1].date, last[1].at, ((line.start, line.end),), shared, last[1].whose)
            told.tellings.append(again)
            last = (number, again)
            continue
        if line.is_heading or (caption and line.blank_before and bare == line.text and not bare.rstrip().endswith(".")):
            name = forum_in(bare, lexicon) if _HEADING.search(bare) else None
            forum = (name, (line.start, line.end)) if name else None
        if caption:
            shared = shared_topic(bare)
        else:
            told.tellings += _sentences(line, year, lexicon)
    return told


def _entry(line: Line, start: int, known: _Known | None, year: int | None, shared: str | None, lexicon: Lexicon) -> list[Telling]:
    """What a line tells that begins with a forum and days, or with days where the forum is known from above; else nothing."""
    text = line.document.text[start : line.end]
    begin = 0
    forum, whose = known or (None, None)
    named = find_named(text[:_FORUM_LENGTH], Context(lexicon, None, None))
    if named and named[0].start == 0 and named[0].kind in (BodyKind.FORUM, None):
        forum, whose, begin = _called(named[0], text), None, named[0].end
    if forum is None:
        return []
    between = _MEETINGS_OF.match(text, begin)
    if between:
        begin = between.end()
        year = int(between["year"]) if between["year"] else year
    end = _end_of_days(text, begin)
    if end == begin or is_cancelled(text):
        return []
    rest = text[end:].lstrip(" \t,:;.–-")
    if rest.rstrip().endswith((".", "!", "?")) and len(rest.split()) > _MATTER_WORDS:
        return []  # a sentence that happens to begin with a forum and a day
    matters: tuple[Span, ...] = ((line.end - len(rest), line.end),) if any(c.isalpha() for c in rest) else ()
    return [Telling(forum, day, (line.start, line.end), matters, shared, whose) for day in days_in(text[begin:end], year)]


def _end_of_days(text: str, begin: int) -> int:
    """Where the days end that stand at `begin`, one or several ("4/2, 7/5 och 12/11"); `begin` when none does."""
    end = begin
    for mention in find_dates(text, dt.date(_ANY_YEAR, 7, 2)):
        if mention.start >= end and _BETWEEN.fullmatch(text, end, mention.start):
            end = mention.end
    return end


def _called(named: Named, text: str) -> str:
    """A known forum as written; another without its genitive, with a capital."""
    return squash(text[named.start : named.end]) if named.known else named.name[:1].upper() + named.name[1:]


def _sentences(line: Line, year: int | None, lexicon: Lexicon) -> list[Telling]:
    """ "Styrgruppen har träffats 3 gånger: 4/2, 7/5 och 12/11": a forum, that it met, and the days, in one sentence."""
    text = line.document.text
    found: list[Telling] = []
    for start, end in iter_sentences(text, line.start, line.end):
        if not any(stem in lowered_between(text, start, end) for stem in _MEETING_STEMS):
            continue
        sentence = text[start:end]
        met = _MEET.search(sentence) or _MEETINGS.search(sentence)
        if met is None or is_cancelled(sentence):
            continue
        named = [n for n in find_named(sentence, Context(lexicon, None, None)) if n.kind in (BodyKind.FORUM, None)]
        near = [n for n in named if n.start < met.end() + _FORUM_LENGTH]
        forum = _called(near[0], sentence) if len({n.name for n in near}) == 1 else None
        days = days_in(sentence[met.end() :], year)
        if forum is None or not days or (len(days) == 1 and _MEET.search(sentence) is None):
            continue
        found += [Telling(forum, day, (start, end)) for day in days]
    return found
