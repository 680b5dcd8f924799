"""Labels, relationship types, constraints and indexes of the graph. The same Cypher runs on both engines."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Label(StrEnum):
    FORUM = "Forum"
    MUNICIPALITY = "Municipality"
    ORGANISATION = "Organisation"
    OFFICIAL = "Official"
    TOPIC = "Topic"
    REPORT = "Report"
    MEETING = "Meeting"
    AGENDA_ITEM = "AgendaItem"
    DECISION = "Decision"
    DOCUMENT = "Document"
    PASSAGE = "Passage"
    MENTION = "Mention"


class RelationshipType(StrEnum):
    MEETING_OF = "MEETING_OF"
    ON_AGENDA_OF = "ON_AGENDA_OF"
    CONCERNS = "CONCERNS"
    CONSIDERS = "CONSIDERS"
    PART_OF = "PART_OF"
    PRESENTED = "PRESENTED"
    ATTENDANCE = "ATTENDANCE"
    REPRESENTS = "REPRESENTS"
    LED_TO = "LED_TO"
    MADE = "MADE"
    RECOMMENDS = "RECOMMENDS"
    ASSIGNS = "ASSIGNS"
    REPORTS_BACK_TO = "REPORTS_BACK_TO"
    REFERRED_TO = "REFERRED_TO"
    RAISED_BY = "RAISED_BY"
    TABLED = "TABLED"
    APPROVED = "APPROVED"
    ADOPTED = "ADOPTED"
    POSTPONED = "POSTPONED"
    REJECTED = "REJECTED"
    APPOINTS = "APPOINTS"
    INVITES = "INVITES"
    PETITIONS = "PETITIONS"
    CITES = "CITES"
    FOLLOWED_BY = "FOLLOWED_BY"
    PASSAGE_OF = "PASSAGE_OF"
    REFERS_TO = "REFERS_TO"
    MENTIONED_IN = "MENTIONED_IN"
    RECORDED_IN = "RECORDED_IN"


INDEXED: Final = (
    (Label.MEETING, "date"),
    (Label.DOCUMENT, "file"),
    (Label.DOCUMENT, "sha256"),
)
"""Properties that queries filter on without knowing the node's id. Names and aliases are compared folded, in Python."""

CONSTRAINTS: Final = tuple(
    f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in Label
)
INDEXES: Final = tuple(
    f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})" for label, name in INDEXED
)
SCHEMA: Final = CONSTRAINTS + INDEXES
"""Statements that create what is missing; running them again changes nothing."""
