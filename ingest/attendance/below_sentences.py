"""Lists below a sentence that says what those in them did: "Vid uppropet antecknas att följande ledamöter är frånvarande:" over "Anna Ek (C),
ersätts av Bo Alm (C)", "Samtliga i gruppen deltog, dvs." over "- Anna Ek, Mora"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.record import Span, Status
from ingest.attendance.model import Category, Context, Label, LabelKind, Section
from ingest.lines import Line
from ingest.people import find_names

_CLOSES = r"(?::|[ ]*,?\s(?:dvs|d\s?v\s?s|det\s+vill\s+säga|nämligen)\b\.?:?)[ \t]*$"
_ABSENT = re.compile(
    r"\b(?:följande|nedanstående)\b[^.:]{0,90}?\b(?:frånvarande|förhinder|frånvaro|återbud|(?:inte|ej)\s+(?:är\s+|var\s+)?(?:närvarande|närvara|delta|med))\b[^.:]{0,90}"
    + _CLOSES,
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:följande|nedanstående|samtliga|alla)\b[^.:]{0,60}?\b(?:deltog|deltar|närvarade|tjänstgör|tjänstgjorde|(?:är|var)\s+(?:närvarande|med|på\s+plats))\b[^.:]{0,60}"
    + _CLOSES,
    re.IGNORECASE,
)
_PART_ONLY = re.compile(
    r"§|\b(?:punkt|ärende|beslut\w*|omröstning|votering|jäv|nästa|kommande|(?:inte|ej|icke))\b", re.IGNORECASE
)
_BULLET = re.compile(r"[•▪*–-][ \t]")
_LEAD = re.compile(r"(?:[•▪*–-][ \t]*|\d{1,2}[.)][ \t]+|(?:och|samt)[ ](?:dessutom[ ])?)?")
_REACH = 3
"""Lines over which such a sentence runs."""


def find_below_sentences(context: Context, lines: Sequence[Line], end: int) -> list[Section]:
    """The lists before `end` that stand below such a sentence: lines of people, one right below the other."""
    sections: list[Section] = []
    for at, line in enumerate(lines):
        if line.start >= end:
            break
        if line.cells or not line.text.rstrip().endswith(_ENDS) or at + 1 == len(lines):
            continue
        status = _status_of(_sentence(lines, at))
        span = _people_below(context, lines, at + 1) if status is not None else None
        if span is not None and status is not None:
            over = Label(span[0], span[0], span[0], LabelKind.PEOPLE, status, None, strong=True, colon=True, alone=True)
            sections.append(Section((over,), *span, Category(status, True)))
    return sections


_ENDS = (":", "dvs", "dvs.", "d v s", "säga", "nämligen")


def _sentence(lines: Sequence[Line], at: int) -> str:
    """The words of the sentence that ends with a line."""
    first = at
    while first > 0 and at - first < _REACH - 1 and not lines[first].blank_before and not lines[first - 1].cells:
        first -= 1
    words = " ".join(line.text.strip() for line in lines[first : at + 1])
    return _STOP.split(words)[-1]


_STOP = re.compile(r"(?<=[a-zåäö)])\.[ ](?=[A-ZÅÄÖ])")


def _status_of(words: str) -> Status | None:
    for pattern, status in ((_ABSENT, Status.ABSENT), (_PRESENT, Status.PRESENT)):
        if told := pattern.search(words):
            only_absent = _NOT_ABSENT.sub("", told.group()) if status is Status.ABSENT else told.group()
            return None if _PART_ONLY.search(only_absent) else status
    return None


_NOT_ABSENT = re.compile(r"\b(?:inte|ej)\b", re.IGNORECASE)


def _people_below(context: Context, lines: Sequence[Line], first: int) -> Span | None:
    """From the first to the last of the lines right below that begin with a person, or go on with what is said of one."""
    last = None
    bulleted = _BULLET.match(lines[first].text) is not None
    for line in lines[first:]:
        lead = _LEAD.match(line.text)
        begin = line.start + (lead.end() if lead else 0)
        if line.cells or (last is not None and line.blank_before and not (bulleted and begin > line.start)):
            break
        names = find_names(context.text, begin, line.end)
        if names and names[0].start == begin:
            last = line
        elif last is None or not line.text[:1].islower():
            return None if last is None else (lines[first].start, last.end)
        else:
            last = line
    return (lines[first].start, last.end) if last is not None else None
