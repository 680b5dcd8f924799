"""The record: what was read from one document, before any store is involved.

It is the seam between `ingest` (which makes records) and `graph` (which turns records into nodes and edges). Keys are
camelCase, as graph properties are. `None` or an empty list means that the source does not say; nothing is guessed.
Spans are half-open offsets `[start, end)` into the document's kept text; slicing by a span gives back the words.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Half-open offsets into the kept text of the document."""


class RecordModel(BaseModel):
    """Base of all record parts: frozen, camelCase outside, unknown fields refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class DocumentKind(StrEnum):
    MINUTES = "minutes"
    REPORT = "report"
    PLAN = "plan"
    OTHER = "other"


class Status(StrEnum):
    """Attendance. The third value matters most: what the source does not say is unknown, not absent."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    CONFLICTING = "conflicting"
    """Only of municipalities: the document says both."""


class DecisionKind(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    APPROVE = "approve"
    ADOPT = "adopt"
    APPOINT = "appoint"
    TABLE = "table"
    RECOMMEND = "recommend"
    ASSIGN = "assign"
    PETITION = "petition"
    INVITE = "invite"
    NOTE = "note"
    POSTPONE = "postpone"
    REJECT = "reject"
    DIRECT = "direct"


class MovementType(StrEnum):
    """How running text sends an issue on; decisions carry their own kind instead."""

    RECOMMENDS = "RECOMMENDS"
    ASSIGNS = "ASSIGNS"
    PETITIONS = "PETITIONS"
    REPORTS_BACK_TO = "REPORTS_BACK_TO"
    REFERRED_TO = "REFERRED_TO"
    RAISED_BY = "RAISED_BY"


class DocumentFacts(RecordModel):
    file: str
    sha256: str
    media_type: str
    kind: DocumentKind
    title: str | None = None
    diary_number: str | None = None
    date: dt.date | None = None
    pages: int | None = None
    carries_strikethrough: bool
    language: str = "sv"
    reader_version: str


class Attendance(RecordModel):
    """One person's line in the list of who was there. `span` covers `as_written`."""

    as_written: str
    name: str
    represents: str | None = None
    party: str | None = None
    role: str | None = None
    status: Status
    paragraphs: str | None = None
    replaces: str | None = None
    span: Span


class MunicipalityAttendance(RecordModel):
    """What the document as a whole says of one municipality. `spans` are the words that say so, all of them."""

    name: str
    status: Status
    reason: str | None = None
    spans: list[Span] = []


class Presenter(RecordModel):
    as_written: str
    name: str
    role: str | None = None
    organisation: str | None = None
    span: Span


class Decision(RecordModel):
    """One att-sats. `text` is verbatim apart from white space; `span` covers it in the kept text."""

    text: str
    kind: DecisionKind
    targets: list[str] = []
    object: str | None = None
    due: dt.date | None = None
    span: Span


class Movement(RecordModel):
    """A sentence of running text (or of a decision) that sends the issue on. `from_` is `from` outside."""

    type: MovementType
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    due: dt.date | None = None
    what: str | None = None
    quote: str
    span: Span


class PriorDecision(RecordModel):
    """A decision of another body or an earlier meeting, quoted in this text: never a decision of this meeting."""

    forum: str | None = None
    date: dt.date | None = None
    kind: DecisionKind | None = None
    quote: str
    span: Span


class PartOf(RecordModel):
    """Words that say of a topic of the item that it is a part of another: "Mobila team – en del i handlingsplanen för nära vård"."""

    topic: str
    whole: str
    quote: str
    span: Span


class Item(RecordModel):
    number: str | None = None
    title: str
    labels: list[str] = []
    attachments: list[str] = []
    presenters: list[Presenter] = []
    topics: list[str] = []
    part_of: list[PartOf] = []
    reports: list[str] = []
    summary: str | None = None
    note: str | None = None
    decisions: list[Decision] = []
    movements: list[Movement] = []
    prior_decisions: list[PriorDecision] = []
    title_span: Span
    span: Span


class Meeting(RecordModel):
    """`forum` is the known short name where the lexicon has one, else the name as written; None when the document does not
    name it. `organisation` is the body whose forum it is ("Mora kommun", "Region Dalarna"), when the document says so: it
    tells one Kommunstyrelsen from another."""

    forum: str | None = None
    forum_as_written: str | None = None
    organisation: str | None = None
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool | None = None
    attendance: list[Attendance] = []
    municipalities: list[MunicipalityAttendance] = []
    items: list[Item] = []
    span: Span
    """The words that say that this meeting was held: the head, or a row of a report's table."""
    forum_span: Span | None = None
    """The words that say whose meeting it was, where they stand elsewhere: a row above, the head of a column, a caption."""


class Abbreviation(RecordModel):
    short: str
    long: str
    span: Span


class Unread(RecordModel):
    """What looked like content and was not understood."""

    text: str
    why: str
    span: Span


class Record(RecordModel):
    document: DocumentFacts
    meetings: list[Meeting] = []
    abbreviations: list[Abbreviation] = []
    unread: list[Unread] = []
