"""Where the meeting was."""

from __future__ import annotations

import itertools
import re

from graph.names import squash
from ingest.dates import find_dates, find_time_range
from ingest.head.fields import LABELS_BEFORE, Labelled
from ingest.head.labels import Holds, parse_label
from ingest.head.times import LEADING_TIME, before_pause
from ingest.head.titles import MINUTES
from ingest.lines import Line

ONLINE = re.compile(
    r"\b(?:teams|zoom|skype|digital\w*|distans\w*|videomöte|video|webex|meet|länk|telefon\w*|online)\b", re.IGNORECASE
)
_LONGEST_PLACE = 120
_STACKED = re.compile(
    r"(?:Plats|Tid|Beslutande|Närvarande|Ledamöter|Ersättare|Tjänstgörande|Övriga|Utses|Paragrafer|Justering|Datum|Underskrift)"
)
_PLACE_ENDS = re.compile(r"[\s,]+(?:Omfattning\b|[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ (?:[a-zåäö]+ )?(?:kan|är|har|ska|skall)\s)")
"""The next field of a front page that ran together, or a sentence: "Kommunhuset, Vissa uppgifter kan vara …"."""
_AT = re.compile(r"[\s,]*(?:i|på|vid|hos)\s+(?P<place>\S.*)$", re.DOTALL)


def find_place(labelled: list[Labelled]) -> str | None:
    for item in labelled:
        if item.holds not in {Holds.PLACE, Holds.PLACE_AND_TIME} or not item.value:
            continue
        value = LABELS_BEFORE.sub("", item.value)
        if not value or _STACKED.match(value) or (value != item.value and len(value) > _LONGEST_PLACE):
            continue
        value = _PLACE_ENDS.split(before_pause(value), maxsplit=1)[0]
        if item.holds is Holds.PLACE_AND_TIME or find_time_range(value):
            # Times and dates stand in the same value: what is left is the place.
            for mention in reversed(find_dates(value)):
                value = value[: mention.start] + value[mention.end :]
            if times := find_time_range(value):
                value = value[: times.start] + value[times.end :]
            value = LEADING_TIME.sub("", value)
            value = re.sub(
                r"\bkl(?:\.|ockan)?\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bden\b", "", value, flags=re.IGNORECASE
            )
            value = re.sub(r"\s*,\s*(?:,\s*)*", ", ", squash(value)).strip(" ,.;–-")
        value = squash(value).strip(" ,;")
        if value:
            return value
    return None


def find_titled_place(title: str | None) -> str | None:
    """The place behind the day or hour of a title: "Protokoll fört vid möte med rådet 12 mars 2024 i Rådhuset, Norrby"."""
    if title is None or not MINUTES.search(title):
        return None
    ends = [mention.end for mention in find_dates(title)]
    if ends and (times := find_time_range(title)):
        ends.append(times.end)
    match = _AT.match(title, max(ends)) if ends else None
    return squash(match["place"]).strip(" ,.;") if match and len(match["place"]) <= _LONGEST_PLACE else None


def find_bare_place(head: list[Line], title: Line | None) -> str | None:
    """A place on a line of its own below a line that is nothing but date and time: "2019-04-14, kl 10–12" / "Rådhuset"."""
    for line, following in itertools.pairwise(head):
        rest = line.text
        dates, times = find_dates(rest), find_time_range(rest)
        if not dates or times is None or following is title or parse_label(following.text) or len(following.text) > 60:
            continue
        rest = rest[: times.start] + rest[times.end :]
        for mention in reversed(find_dates(rest)):
            rest = rest[: mention.start] + rest[mention.end :]
        only = not re.sub(r"\b(?:kl|klockan|den|\w+dag(?:en)?)\b|[\W_]", "", rest, flags=re.IGNORECASE)
        if (
            only
            and not find_dates(following.text)
            and not re.search(r"närvar|deltag|beslutande|ledam|§|:", following.text, re.IGNORECASE)
        ):
            return squash(following.text)
    return None
