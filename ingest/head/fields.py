"""The fields of a head: "Plats och tid: …", labels and values on a line, below each other, in cells, or run together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.record import Span
from ingest.alternatives import Choice, by_first_letter
from ingest.dates import find_dates, find_time_range
from ingest.head.labels import Holds, Label, parse_label, parse_misread_label, split_fields
from ingest.lines import Line
from ingest.vocabulary import BODY_NOUN

_FIELDS = (
    "Plats och tid|Tid och plats|Plats|Tid|Klockan|Sammanträdesdatum|Sammanträdesdag|Sammanträdesdalum|Sammanträdesplats|Sammanträdestid"
    "|Datum|Dnr|Diarienr|Diarienummer|Närvarande|Beslutande|Ledamöter|Paragrafer|Utses att justera|Utsedd att justera|Justeringens"
    "|Justeringen|Justering|Justerande|Justerare|Underskrifter|Sekreterare|Ordförande|Ajournering|ANSLAG|BEVIS|Anslag|Bevis|Organ|Instans"
    "|Nämnd|Myndighet|Förvaringsplats|Protokollet"
)
"""Words over the fields of a head."""
_FIELD_IN_RUN = re.compile(by_first_letter([Choice(tuple(_FIELDS.split("|")), before=r"(?<!\S)(?<!och\s)", after=r"\b")]))
_RUN_TOGETHER = 200
"""A longer line of the head is text whose columns ran together, not a line as the writer made it."""
_FIELDS_ALONE = re.compile(
    r"(?:(?:Plats och tid|Tid och plats|Plats|Tid|Datum|Klockan|Sammanträdesdatum|Organ|Beslutande|Närvarande|Ledamöter|(?:Ej )?[Tt]jänstgörande ersättare"
    r"|Ersättare|Övriga (?:deltagande|deltagare|närvarande)|Utses att justera|Justeringens|Underskrifter|Paragrafer)[ :.]*)+",
    re.IGNORECASE,
)
LABELS_BEFORE = re.compile(
    r"^(?:(?:(?:(?:Ej|Icke) )?(?:[Bb]eslutande|[Nn]ärvarande|[Tt]jänstgörande)(?: (?:ledamöter|ersättare))?|Ledamöter|Ersättare"
    r"|Övriga (?:deltagande|deltagare|närvarande)|Paragrafer|Datum"
    r"|Utses att [Jj]ustera|Justering(?:ens|en)?(?: plats och tid)?|Underskrifter|Sekreterare|Ordförande|Justerande|Justerare)\b[ :.]*)+"
)
"""The labels of lists read before the values of a column: the place and time come first among these."""
MARGIN = re.compile(r"\s*(?:sid(?:a|an)?\b\s*)?\d*\s*(?:\(\d*\))?\s*$", re.IGNORECASE)
_MEETING_DATE = re.compile(r"(?:sammanträdes|mötes)(?:datum|dag)\b", re.IGNORECASE)
_FRONT = 6_000
_LONGEST_HEAD = 120
"""Lines; where neither list nor item is found the head is not the whole document."""
SIGNING = re.compile(r"juster|underskrift|anslag|bevis\b|uppsätt|nedtag|förvaring|signatur|överklaga", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field: what it holds, its value in the words of the text, and the line of its label."""

    holds: Holds
    value: str
    line: Line


def head_and_behind(lines: list[Line], end: int, lists: Sequence[Span], items: int | None) -> tuple[list[Line], list[Line]]:
    """The lines before `end`, and those of the front page behind the list of who was there. Lines that ran together are cut at
    the words of their fields."""
    stop = min(items if items is not None else end + _FRONT, end + _FRONT)
    head: list[Line] = []
    behind: list[Line] = []
    last = max(stop, end)
    for line in lines:
        if line.start >= last or len(head) > _LONGEST_HEAD:
            break
        if len(line.text) <= _RUN_TOGETHER and line.start < end:
            head.append(line)
            continue
        for piece in _cut(line, lists) if len(line.text) > _RUN_TOGETHER and not line.cells else [line]:
            if piece.start < end:
                head.append(piece)
                continue
            if items is not None and piece.start < items < piece.end:
                piece = replace(piece, end=items)  # the first item goes on in the line
            listed = next((a for a, b in lists if a <= piece.start and piece.end <= b), None) if lists else None
            if listed is None:
                behind.append(piece)
            elif piece.start - listed < _TOP_OF_LIST and (label := parse_label(piece.text)) and label.holds in _OF_MEETING:
                head.append(piece)
    return head or lines[:1], behind


_TOP_OF_LIST = 150
"""Letters at the beginning of a list of who was there in which fields of the head may stand, where all is one table."""
_OF_MEETING = {Holds.PLACE_AND_TIME, Holds.PLACE, Holds.MEETING_DAY, Holds.MEETING_TIME, Holds.TIME, Holds.DAY}


def fields_behind(behind: list[Line]) -> list[Line]:
    """The fields behind the list that are the meeting's: those before the signatures and notices; there only its date is."""
    signed = next((i for i, piece in enumerate(behind) if SIGNING.search(piece.text)), len(behind))
    return [*behind[:signed], *(piece for piece in behind[signed:] if _MEETING_DATE.match(piece.text))]


def find_organ_day(behind: list[Line]) -> list[Labelled]:
    """The day of the meeting where it stands in one field with the forum: "Organ, sammanträdesdatum Hamnnämnden 2013-05-04"."""
    told = ((piece, _ORGAN_AND_DAY.match(piece.text)) for piece in behind)
    return [Labelled(Holds.MEETING_DAY, piece.text[label.end() :], piece) for piece, label in told if label is not None]


_ORGAN_AND_DAY = re.compile(
    r"organ,? (?:och )?sammanträdesdatum\b[\s:]*|organ(?: och)?\s(?=[^\d.:]{5,70}\s\d{1,2}\s[a-z]{3,9}\s\d{4}\s+(?:anslag|datum))",
    re.IGNORECASE,
)
"""The second: what is left where a copy lost the words for the day, before those for the days of the notice."""
_BOTH_ENDS = 2
"""The edges of a line that nothing cuts."""


def _cut(line: Line, lists: Sequence[Span]) -> Iterator[Line]:
    edges = {line.start, line.end, *(m.start() for m in _FIELD_IN_RUN.finditer(line.document.text, line.start, line.end))}
    edges |= {edge for span in lists for edge in span if line.start < edge < line.end}
    if len(edges) == _BOTH_ENDS and line.text == line.text.strip():
        yield line
        return
    begin = line.start
    for start, end in itertools.pairwise(sorted(edges)):
        words = line.document.text[start:end]
        if end < line.end and _FIELDS_ALONE.fullmatch(words):
            continue  # labels on top of each other: what follows is the values of all of them
        words = line.document.text[begin:end]
        if words.strip():
            yield replace(line, start=begin + len(words) - len(words.lstrip()), end=begin + len(words.rstrip()))
        begin = end


def find_fields(head: list[Line]) -> list[Labelled]:
    """The fields in the lines of a head, in their order."""
    found: list[Labelled] = []
    stacked = 0
    for i, line in enumerate(head):
        if i < stacked:
            continue
        if stack := _stack(head, i):
            found += stack
            stacked = i + len(stack)
            continue
        if line.cells and (columns := _columns(line, head[i + 1] if i + 1 < len(head) else None)):
            found += columns
            continue
        for part in _parts(line):
            label = parse_label(part) or parse_misread_label(part)
            if label is None:
                continue
            if i and _OF_SIGNING.search(head[i - 1].text) and not label.value.startswith(":"):
                label = Label(Holds.OTHER, label.value)  # "Justeringens" over "plats och tid"
            found.append(Labelled(label.holds, _value(label, head[i + 1 : i + 1 + _REACH]), line))
    return found


def _stack(head: list[Line], at: int) -> list[Labelled]:
    """The fields of labels on top of each other whose values stand below them in the same order, one a line ("Dag" / "Tid" / "Plats" over
    "4 maj 2023" / "13–15" / "Rådhuset"); none where a value is not what its label promises."""
    labels: list[Label] = []
    for line in head[at:]:
        label = None if line.cells else parse_label(line.text)
        if label is None or label.value:
            break
        labels.append(label)
    if len(labels) < _FEWEST_CELLS or Holds.PLACE not in {label.holds for label in labels}:
        return []
    for others in range(_OTHER_LABELS if len(labels) > _FEWEST_CELLS else 1):
        values = head[at + len(labels) + others : at + 2 * len(labels) + others]
        if len(values) == len(labels) and all(_fits(label, value) for label, value in zip(labels, values, strict=True)):
            return [Labelled(label.holds, value.text, value) for label, value in zip(labels, values, strict=True)]
    return []


_OTHER_LABELS = 4
"""So many lines less one, labels that a head has no use for ("Vid protokollet"), may stand below those of day, hours and place."""


def _fits(label: Label, line: Line) -> bool:
    """Whether a value is what a label in a stack promises: a day, hours, or a place that is none of these."""
    value = line.text
    if line.cells or _is_label(line):
        return False
    if label.holds in _OF_MEETING - {Holds.PLACE, Holds.PLACE_AND_TIME}:
        return is_only_time(value) or (label.holds in _TIMED and _bare_hours(value))
    return label.holds is Holds.PLACE and not is_only_time(value)


def _bare_hours(value: str) -> bool:
    return _BARE_HOURS.fullmatch(value) is not None


_BARE_HOURS = re.compile(r"(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?")


def _cells(line: Line) -> list[str]:
    return [cell for c in line.cells if (cell := line.document.text[c.start : c.end].strip())]


def _columns(line: Line, below: Line | None) -> list[Labelled]:
    """The fields of a row of labels over a row of their values: "Datum | Tid | Plats" over "2023-05-04 | 13–15 | Rådhuset"."""
    labels = [parse_label(cell) for cell in _cells(line)]
    if below is None or len(labels) < _FEWEST_CELLS or any(label is None or label.value for label in labels):
        return []
    values = _cells(below)
    if len(values) != len(labels):
        return []
    return [Labelled(label.holds, value, line) for label, value in zip(labels, values, strict=True) if label]


def _parts(line: Line) -> list[str]:
    """The pieces of a line that may be a field each: of a row the cells, each label with the cells behind it; else at its labels."""
    cells = _cells(line)
    if len(cells) < _FEWEST_CELLS:
        return split_fields(line.text)
    parts: list[str] = []
    for cell in cells:
        label = parse_label(cell)
        before = parse_label(parts[-1]) if parts else None
        begins = label is not None and (not label.value or before is None or before.value != "")
        if parts and not begins:
            parts[-1] = f"{parts[-1]}\t{cell}"
        else:
            parts.append(cell)
    return parts


_FEWEST_CELLS = 2
_REACH = 30
"""Lines below a label in which its value may stand, where labels stand on top of each other."""
_OF_SIGNING = re.compile(r"\bjustering(?:ens|en)?\s*:?$", re.IGNORECASE)
_CLOCK = re.compile(r"(?:kl(?:\.|ockan)?\s*)?\d{1,2}[.:]\d\d\b")
_TIMED = {Holds.PLACE_AND_TIME, Holds.MEETING_TIME, Holds.TIME}


def _value(label: Label, below: list[Line]) -> str:
    """The value of a label: what stands behind it, with the line below that goes on with it, or what stands below."""
    first = below[0] if below else None
    if label.value:
        goes_on = first is not None and not first.blank_before and not first.cells and _goes_on(label, first.text)
        return f"{label.value} {first.text}" if goes_on and first is not None else label.value
    if first is None:
        return ""
    if label.holds is Holds.PLACE and _is_label(first):
        return _place_of_stack(below)
    if _is_label(first) or (label.holds in _TIMED and _names_body(first.text)):
        return _value_of_stack(label, below)
    second = below[1] if len(below) > 1 else None
    if label.holds is not Holds.PLACE_AND_TIME or second is None or _is_label(second):
        return first.text
    apart = is_only_time(first.text) and not is_only_time(second.text)
    if apart or (is_only_time(second.text) and not find_time_range(first.text)):
        return f"{first.text}, {second.text}"
    return first.text


def _goes_on(label: Label, below: str) -> bool:
    """Whether the line below a value goes on with it: with the hours, or with those within the line where the value has none."""
    if _CLOCK.match(below):
        return True
    return (
        label.holds is Holds.PLACE_AND_TIME
        and find_time_range(label.value) is None
        and find_time_range(below) is not None
        and parse_label(below) is None
        and not SIGNING.search(below)
    )


def _is_label(line: Line) -> bool:
    return parse_label(line.text) is not None or _FIELDS_ALONE.fullmatch(line.text) is not None


def _names_body(text: str) -> bool:
    """Whether a line is a body's name and no more: the value of another label above or below."""
    return len(text.split()) <= _WORDS_OF_BODY and BODY_NOUN.search(text) is not None and not any(c.isdigit() for c in text)


_WORDS_OF_BODY = 4


def _value_of_stack(label: Label, below: list[Line]) -> str:
    """The value of the uppermost of several labels on top of each other, whose values stand below them all: of a place and time
    the first line there that gives the hours; nothing where another label has its own value behind it."""
    stack = [line for line in below if _is_label(line)]
    if label.holds not in _TIMED or any((one := parse_label(line.text)) and one.value for line in stack[:1]):
        return ""
    values = (line.text for line in below if not _is_label(line))
    return next((value for value in values if find_time_range(value) and not SIGNING.search(value)), "")


def _place_of_stack(below: list[Line]) -> str:
    """The value of "Plats" on top of "Tid" and other labels, whose values stand below them in their order: the first of them, where
    the second is nothing but a time; "" otherwise."""
    second = parse_label(below[0].text)
    size = next((i for i, line in enumerate(below) if not _is_label(line)), len(below))
    values = below[size : size + 2]
    labels = [parse_label(line.text) for line in below[:size]]
    if (
        second is None
        or second.holds not in _TIMED
        or len(values) < _FEWEST_CELLS
        or any(label and label.value for label in labels)
    ):
        return ""
    return values[0].text if is_only_time(values[1].text) and not is_only_time(values[0].text) else ""


_NOT_TIME = re.compile(r"\b(?:kl|klockan|den|\w+dag(?:en)?)\b|[\W_]", re.IGNORECASE)


def is_only_time(text: str) -> bool:
    """Whether a text is a day, hours, or both, and nothing else: "Torsdagen den 4 maj 2023, kl. 13.00–15.00"."""
    rest = text
    if times := find_time_range(rest):
        rest = rest[: times.start] + rest[times.end :]
    dates = find_dates(rest)
    for mention in reversed(dates):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(times or dates) and not _NOT_TIME.sub("", rest)
