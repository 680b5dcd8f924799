"""What is scored, and which fields tell how well a sort of layout is read."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What is scored."""

    MEETINGS = "meetings"
    KIND = "document kind"
    DIARY_NUMBER = "diary number"
    DOCUMENT_DATE = "document date"
    FORUM = "forum"
    ORGANISATION = "organisation"
    DATE = "date"
    START = "start"
    END = "end"
    PLACE = "place"
    ONLINE = "online"
    PEOPLE = "people"
    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    REPRESENTS = "represents"
    ROLE = "role"
    PARTY = "party"
    PARAGRAPHS = "paragraphs"
    REPLACES = "replaces"
    MUNICIPALITIES = "municipality status"
    ITEMS = "items"
    NUMBER = "item number"
    TITLE = "item title"
    LABELS = "labels"
    ATTACHMENTS = "attachments"
    PRESENTERS = "presenters"
    PRESENTER_ROLE = "presenter role"
    PRESENTER_ORGANISATION = "presenter organisation"
    DECISIONS = "decisions"
    DECISION_TEXT = "decision text"
    DECISION_KIND = "decision kind"
    TARGETS = "decision targets"
    MOVEMENTS = "movements"
    MOVEMENT_DUE = "movement due"
    PRIOR_DECISIONS = "prior decisions"
    ABBREVIATIONS = "abbreviations"


_ATTENDANCE_FIELDS = (Field.PEOPLE, Field.PRESENT, Field.ABSENT, Field.UNKNOWN, Field.REPRESENTS, Field.ROLE, Field.PARTY, Field.PARAGRAPHS,
                      Field.REPLACES, Field.MUNICIPALITIES)  # fmt: skip
_ITEM_FIELDS = (Field.ITEMS, Field.NUMBER, Field.TITLE, Field.LABELS, Field.ATTACHMENTS, Field.PRESENTERS, Field.PRESENTER_ROLE,
                Field.PRESENTER_ORGANISATION, Field.DECISIONS, Field.DECISION_TEXT, Field.DECISION_KIND, Field.TARGETS, Field.MOVEMENTS)  # fmt: skip
_HEAD_FIELDS = (Field.MEETINGS, Field.DIARY_NUMBER, Field.DOCUMENT_DATE, Field.FORUM, Field.ORGANISATION, Field.DATE, Field.START, Field.END,
                Field.PLACE, Field.ONLINE)  # fmt: skip
LAYOUT_FIELDS: dict[str, tuple[Field, ...]] = {
    "attendance": _ATTENDANCE_FIELDS,
    "items": _ITEM_FIELDS,
    "head": _HEAD_FIELDS,
    "form": tuple(Field),
}
"""Which fields tell how well a layout of that sort is read."""
