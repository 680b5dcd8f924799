"""Whether words say that something was decided on another day than the meeting's."""

from __future__ import annotations

import re

from ingest.dates import find_dates
from ingest.decisions.deciders import EARLIER, Minutes

EARLIER_TIME = re.compile(
    r"(?:^|\b(?:vid|på|under|i|sedan)\s+(?:\w+\s+)?)(?:föregående|förra|senaste)\s+(?:möte(?:t)?|sammanträde(?:t)?|år(?:et)?|vecka(?:n)?|gång(?:en)?|månad(?:en)?|termin(?:en)?|mandatperiod\w*)\b"
    r"|\btidigare\b(?!\s+(?:utsän\w+|utskick\w+|framlag\w+|års|sammanträde|möte|protokoll|\w*anteckning))|\bi\s+(?:fjol|höstas|våras|somras|vintras)\b|§\s*\d+/\d+|\b(?:i|genom|enligt)\s+§\s*\d",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\b(?:förra|föregående|i)\s+(?:år(?:et)?|fjol|vecka\w*|månad\w*|termin\w*|höstas|våras|somras|vintras)\b", re.IGNORECASE
)
_IN_MONTH = re.compile(
    r"\bi\s+(?:(?:början|slutet|mitten)\s+av\s+)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED_LEAD = re.compile(r"^(?:den|i|vid|på|under|år)\b|^\d", re.IGNORECASE)


_ON_DAY = re.compile(
    r"^[A-ZÅÄÖ][^.:]{2,80}?\s(?:beslutade|beslöt|gav|uppdrog|godkände|antog|fastställde|avslog|bordlade|återremitterade|utsåg|valde)\s+"
    r"(?P<day>(?:den\s+|i\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]+\s+\d{4}|[a-zåäö]+\s+\d{4}))"
)


def is_of_earlier_day(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence tells what was decided on a day before the meeting's: "Nämnden gav 2023-04-12 kontoret i uppdrag att …"."""
    told = _ON_DAY.match(sentence)
    if told is None or minutes.on is None:
        return False
    return any(d.date < minutes.on for d in find_dates(told["day"], minutes.on))


_MINUTES_OF = re.compile(
    r"(?:protokoll|anteckning|minnesanteckning)\w*\s+(?:från|av|för|fört\s+vid)\s+(?:\w+\s+){0,3}(?:möte|sammanträde)\w*(?:\s+(?:den\s+)?\d[\d\s./-]*(?:[a-z]{3,9}(?:\s+\d{4})?)?)?",
    re.IGNORECASE,
)
""" "… protokollet från föregående möte 3 mars": the day of what is approved, not of approving it."""


def is_earlier(lead: str, middle: str, minutes: Minutes) -> bool:
    """Whether the words around a verb in the past say that it was done on another day than the meeting's."""
    middle = _MINUTES_OF.sub("", middle)
    if EARLIER.search(lead) or EARLIER_TIME.search(middle):
        return True
    dated = middle if not _DATED_LEAD.match(lead.strip()) else f"{lead} {middle}"
    if _IN_MONTH.search(dated):
        return True
    dates = [d.date for d in find_dates(dated, minutes.on)]
    if dates:
        return minutes.on is None or any(d < minutes.on for d in dates)
    years = [int(y) for y in _YEAR.findall(dated)]
    return bool(years) and (minutes.on is None or min(years) < minutes.on.year)


_IN_PARAGRAPH = re.compile(r"(?<!tillägg )(?<!ändring )(?<!ändringar )(?<!rättelse )\b(?:i|genom|enligt)\s+§\s*\d|§\s*\d+/\d+")
AT_EARLIER = re.compile(
    r"\s+(?:\w+\s+)?(?:vid|på|under|från)\s+(?:\w+\s+)?(?:föregående|förra|senaste)\s+(?:möte|sammanträde|gång)", re.IGNORECASE
)
""" "Punkten bordlades vid förra mötet." """


def is_dated_earlier(before: str, after: str, minutes: Minutes) -> bool:
    if AT_EARLIER.match(after):
        return True
    if re.match(r"\s+(?:år\s+|i\s+|under\s+)?(?:19|20)\d\d\b", after):
        return minutes.on is None or int(_YEAR.findall(after)[0]) < minutes.on.year
    if re.search(r"\btill\b", after):
        return False
    if _IN_MONTH.search(after) or _LAST_TIME.search(after) or _IN_PARAGRAPH.search(after):
        return True
    lead = before if _DATED_LEAD.match(before.strip()) else ""
    after = after.split(" och ")[0]
    dates = [d.date for d in find_dates(f"{lead} {after}", minutes.on)]
    return any(minutes.on is None or d < minutes.on for d in dates)
