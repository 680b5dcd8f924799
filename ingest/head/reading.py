"""The head, read: what stands before the first item, and the fields of the front page behind the list of who was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.lexicon import ForumEntry, Lexicon
from graph.names import squash
from graph.record import DocumentKind, Span
from ingest.dates import find_dates
from ingest.document import Document
from ingest.head.days import find_day_of_file, find_days, find_told_day
from ingest.head.diary import find_diary_number
from ingest.head.fields import MARGIN, fields_behind, find_fields, find_organ_day, head_and_behind
from ingest.head.forum_names import UNNAMED, Found, tidy_name
from ingest.head.forums import find_forum, find_forum_in_margin, find_known_forum, is_sure
from ingest.head.labels import parse_label
from ingest.head.margins import find_day_at_feet, find_headers, find_page_heads
from ingest.head.owners import find_federation, find_organisation, is_elsewhere, region_of
from ingest.head.places import ONLINE, find_bare_place, find_place, find_titled_place, find_told_place
from ingest.head.times import find_times
from ingest.head.titles import MINUTES, document_kind, find_title, whole_title
from ingest.head.welcome import find_welcomed
from ingest.letterhead import find_letterhead
from ingest.lines import Line


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None where it says nothing. `span` covers the words that tell forum and date."""

    kind: DocumentKind
    title: str | None
    diary_number: str | None
    document_date: dt.date | None
    meeting_date: dt.date | None
    start: str | None
    end: str | None
    place: str | None
    online: bool | None
    forum: ForumEntry | None
    forum_as_written: str | None
    organisation: str | None
    region: str | None
    span: Span
    forum_is_sure: bool = True
    """Whether the head names the forum so that what decides in the text says nothing against it."""
    forum_span: Span | None = None
    """The line that names the forum, where that is not within `span`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose meeting it was, as far as the first lines tell: what the reading of attendance needs to know."""

    organisation: str | None
    region: str | None
    lexicon: Lexicon
    """The lexicon as it holds for the document: a forum of another county that bears the same name is not in it."""


def read_setting(document: Document, lines: list[Line], lexicon: Lexicon) -> Setting:
    """The organisation and the region of the meeting, from the first lines of the document."""
    head, _ = head_and_behind(lines, len(document.text), (), None)
    title = find_title(document, head)
    forum = find_known_forum(head, title, lexicon)
    if forum and forum.region and is_elsewhere(document.text[:_FRONT], forum.region, lexicon):
        lexicon = lexicon.without_forums_of(forum.region)
        forum = find_known_forum(head, title, lexicon)
    organisation = find_organisation(head, document, lexicon)
    region = forum.region if forum and forum.region else region_of(organisation, lexicon)
    lexicon = lexicon.with_forums_of(region) if region else lexicon
    return Setting(None if forum and not forum.organisation else organisation, region, lexicon)


def _read_title_in_list(document: Document, lines: list[Line], lexicon: Lexicon) -> tuple[dt.date | None, Found]:
    """The day and the forum in the lines around a title that stands among the values of a front page whose labels all come first."""
    top = lines[:_TOP]
    title = find_title(document, [line for line in top if MINUTES.search(line.text)])
    if title is None:
        return None, UNNAMED
    at = top.index(title)
    around = top[max(0, at - _BESIDE) : at + 1 + _BESIDE]
    _, day, _ = find_days(around, find_fields(around), title, find_dates(title.text))
    return day, find_forum(around, title, [], lexicon)


_TOP = 30
_BESIDE = 2
"""Lines before and behind a title in which its forum and its day stand."""
_FRONT = 3000
"""Letters at the beginning of a document among which it tells where it is from."""
_OPENING = 8
"""Lines from the first item on in which the chair may welcome all."""
_BEGINNING = 4
"""Lines behind a title in which a text may tell when those met whose meeting it was."""


def read_head(
    document: Document, lines: list[Line], end: int, lexicon: Lexicon, *, lists: Sequence[Span] = (), items: int | None = None
) -> Head:
    """`end` is where the first agenda item or attendance list begins; the head is what stands before it.

    `lists` are the stretches of text that are attendance and `items` is where the first item begins, as far as known: fields
    between them ("Tid", "Organ") tell what the head does not.
    """
    head, behind = head_and_behind(lines, end, lists, items)
    title_line = find_title(document, head) or (
        head[0] if len(head[0].text) <= 100 and not parse_label(head[0].text) and not MARGIN.match(head[0].text) else None
    )
    if title_line is not None:
        whole = whole_title(head, title_line)
        head = [whole if x is title_line else x for x in head if x is title_line or not whole.start <= x.start < whole.end]
        title_line = whole
    title = squash(title_line.text) if title_line else None
    labelled = find_fields(head)
    labelled_behind = [*find_fields(fields_behind(behind)), *find_organ_day(behind)]
    title_dates = find_dates(title) if title else []
    document_date, meeting_date, date_line = find_days(head, labelled, title_line, title_dates)
    if meeting_date is None and labelled_behind:
        _, meeting_date, date_line = find_days([], labelled_behind, None, [])
    if meeting_date is None:
        meeting_date, date_line = find_told_day(behind[:_BEGINNING])
    times = find_times(labelled, head) or find_times(labelled_behind, [])
    place = (
        find_place(labelled, lexicon)
        or find_titled_place(title, lexicon)
        or find_told_place(head, lexicon)
        or find_bare_place(head, title_line)
        or find_place(labelled_behind, lexicon)
    )
    forum, forum_as_written, forum_line = find_forum(head, title_line, behind, lexicon)
    heads: list[Line] = []
    if meeting_date is None or (forum is None and forum_as_written is None):
        heads = find_page_heads(document, lines)
        if meeting_date is None and heads:
            _, meeting_date, date_line = find_days(heads, find_fields(heads), None, [])
        if forum is None and forum_as_written is None:
            forum, forum_as_written, forum_line = find_forum_in_margin(heads, lexicon)
    if meeting_date is None and forum is None and forum_as_written is None:
        meeting_date, (forum, forum_as_written, forum_line) = _read_title_in_list(document, lines, lexicon)
    if meeting_date is None:
        meeting_date, date_line = find_day_of_file(lines[:_BEGINNING])
    if meeting_date is None:
        meeting_date = find_day_at_feet(document.text)
    if forum is None and forum_as_written is None and items is not None:
        (forum, forum_as_written, forum_line), day = find_welcomed([x for x in lines if x.end > items][:_OPENING])
        meeting_date = meeting_date or day
    organisation = find_organisation(head, document, lexicon)
    if organisation is None and forum is None:
        named_in = [forum_line.text] if forum_line else []
        organisation = find_federation(forum_as_written, head) or find_letterhead(
            forum_as_written, named_in, (line.text for line in lines), lexicon
        )
    evidence = [line for line in (forum_line, title_line if title_dates else None, date_line) if line is not None]
    elsewhere = forum_line if forum_line in heads else None
    evidence = [line for line in evidence if line not in heads] or ([date_line] if date_line else []) or head[:1]
    region = forum.region if forum and forum.region else region_of(organisation, lexicon)
    diary = find_diary_number(labelled, head)
    if diary is None and (headers := find_headers(document)):
        diary = find_diary_number(find_fields(headers), headers)
    return Head(
        kind=document_kind(title, has_minutes=False),
        title=title,
        diary_number=diary,
        document_date=document_date or meeting_date,
        meeting_date=meeting_date,
        start=times.start_time if times else None,
        end=times.end_time if times else None,
        place=place,
        online=None if place is None else bool(ONLINE.search(place)),
        forum=forum,
        forum_as_written=tidy_name(forum_as_written) if forum_as_written else None,
        forum_is_sure=forum is not None or (forum_as_written is not None and is_sure(forum_as_written, forum_line)),
        organisation=None if forum and not forum.organisation else organisation,
        region=region,
        span=(min(x.start for x in evidence), max(x.end for x in evidence)),
        forum_span=(elsewhere.start, elsewhere.end) if elsewhere else None,
    )
