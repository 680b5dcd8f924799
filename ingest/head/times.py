"""When the meeting began and ended."""

from __future__ import annotations

import re

from ingest.dates import TimeRange, find_dates, find_time_range
from ingest.head.days import HELD
from ingest.head.fields import LABELS_BEFORE, SIGNING, Labelled
from ingest.head.labels import Holds
from ingest.lines import Line

_CLOCK = re.compile(r"\b[Kk][Ll](?:\.|ockan|OCKAN)?\s*\d")
_STARTED = re.compile(
    r"^(?:tid:?\s+)?(?:star[tf][tf]i[dcl]|start|mötet\s+(?:öppnades|började|startade)|början)\b\s*:?\s*(?P<time>.*)$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"^(?:tid:?\s+)?(?:s[lI]u[tf][tf]i[dcl]|slut|mötet\s+(?:avslutades|slutade)|avslutning)\b\s*:?\s*(?P<time>.*)$", re.IGNORECASE
)
LEADING_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?=,)")
""" "17:30, Tallsalen": an hour that begins the value of a place and time."""
_AFTER_CLOCK = re.compile(r"\b(?:kl\.?|klockan)\s*\d{4}\s*[-–—]\s*\d{4}(?!\d)", re.IGNORECASE)
_PAUSE = re.compile(r"ajourner|gruppmöte|förmöte|lunch|fika|paus", re.IGNORECASE)
_PAUSE_IN_PLACE = re.compile(
    r"(?:^|[\s,;.(]+)(?:med\s+)?(?=(?:(?:mötet|sammanträdet)\s+)?(?:ajournera|ajournering|gruppmöte|förmöte|paus)\w*)",
    re.IGNORECASE,
)


def find_times(labelled: list[Labelled], head: list[Line]) -> TimeRange | None:
    starts = [
        t
        for x in head
        if (m := _STARTED.match(x.text)) and (t := find_time_range(f"kl {m['time'].removeprefix('kl').strip(' .')}"))
    ]
    ends = [
        t
        for x in head
        if (m := _ENDED.match(x.text)) and (t := find_time_range(f"kl {m['time'].removeprefix('kl').strip(' .')}"))
    ]
    if starts and starts[0].end_time is None:
        return TimeRange(0, 0, starts[0].start_time, ends[0].start_time if ends else None)
    for item in labelled:
        if item.holds in {Holds.DIARY, Holds.OTHER}:
            continue
        value = _with_colons(before_pause(LABELS_BEFORE.sub("", item.value)))
        value = _COFFEE.sub("", value)
        if found := find_time_range(value):
            return to_last_session(value, found)
        if value_times := LEADING_TIME.match(LABELS_BEFORE.sub("", item.value)):
            return TimeRange(0, 0, value_times["hour"].zfill(2) + ":" + value_times["minute"], None)
        if item.holds in {Holds.TIME, Holds.MEETING_TIME} and (bare := _bare_times(value)):
            return bare
    for line in head:
        if SIGNING.search(line.text) or _PAUSE.match(line.text):
            continue
        clock = _CLOCK.search(line.text)
        if (clock or HELD.match(line.text)) and (found := find_time_range(before_pause(line.text))):
            return found
    return next(
        (
            found
            for line in head
            if not SIGNING.search(line.text) and not _PAUSE.match(line.text) and (found := find_time_range(line.text))
        ),
        None,
    )


_COFFEE = re.compile(
    r"\b(?:kaffe|fika|frukost|samling|registrering|mingel)\b[^,;]{0,12}?\d{1,2}(?:[.:]\d\d)?[^,;\d]{0,6}[,;]\s*(?=\D{0,12}\d{1,2}(?:[.:]\d\d)?\s*[-–])",
    re.IGNORECASE,
)
""" "kaffe från 08.30, möte 09–12": when there was coffee is not when the meeting began."""


def _with_colons(value: str) -> str:
    """ "kl. 0900-1600" -> "kl. 09:00-16:00"."""
    clock = _AFTER_CLOCK.search(value)
    if clock is None:
        return value
    times = re.sub(r"(\d\d)(\d\d)(?!\d)", r"\1:\2", clock.group())
    return value[: clock.start()] + times + value[clock.end() :]


def _bare_times(value: str) -> TimeRange | None:
    """Clock times without "kl" behind a label that promises them. The day of a date before them is no hour ("Tid: 7 maj 2024")."""
    first = next(iter(find_dates(value)), None)
    if first is not None and not value[: first.start].strip():
        value = value[first.end :].lstrip(" ,.")
    return find_time_range(f"kl {_MEETING.sub('', value)}")


_MEETING = re.compile(r"^(?:själva\s+)?(?:möte[t]?|sammanträde[t]?)\s+(?:kl\.?\s*)?(?=\d)", re.IGNORECASE)


_SESSION = re.compile(r"\s*(?:,|;|och|samt|&|\+)\s*(?=(?:kl\.?\s*)?\d)", re.IGNORECASE)
_MOST_SESSIONS = 4


def to_last_session(value: str, times: TimeRange) -> TimeRange:
    """From the beginning of the first of several sessions to the end of the last: "08:30–12:00, 13:00–15:00"."""
    for _ in range(_MOST_SESSIONS):
        parted = _SESSION.match(value, times.end)
        following = find_time_range(value[parted.end() :]) if parted and times.end_time else None
        if parted is None or following is None or following.start > 0 or following.end_time is None:
            break
        if times.end_time is None or following.start_time < times.end_time:
            break
        times = TimeRange(times.start, parted.end() + following.end, times.start_time, following.end_time)
    return times


def before_pause(value: str) -> str:
    """Without "…, ajournering kl 14.10-14.20" and what follows."""
    cut = _PAUSE_IN_PLACE.search(value)
    return value[: cut.start()] if cut else value
