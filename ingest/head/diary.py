"""The diary number."""

from __future__ import annotations

import re

from ingest.head.fields import Labelled
from ingest.head.labels import Holds
from ingest.lines import Line

_DIARY = re.compile(
    r"(?<![\w/])(?:(?:[A-ZÅÄÖ]{1,8}[ /-]?)?(?:19|20)?\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})?\b|[A-ZÅÄÖ]{1,6}[ -]?\d{4}[-/]\d{2,6}|(?:[A-ZÅÄÖ]{1,8}|\d{3,4})[/-]\d{1,6}[/-](?:19|20)\d\d\b)"
)
_DIARY_LABEL = re.compile(r"\b[Dd](?:nr|iarienr|iarienummer|NR|IARIENR|IARIENUMMER)\b\.?:?\s*")


def find_diary_number(labelled: list[Labelled], head: list[Line]) -> str | None:
    for item in labelled:
        if item.holds is Holds.DIARY and (match := _DIARY.search(item.value)):
            return match.group(0)
    for line in head:
        match = _DIARY_LABEL.search(line.text)
        if match and (number := _DIARY.search(line.text, match.end())):
            return number.group(0)
    return None
