"""The forum and the day where nothing but the words of welcome tell them: "… välkomna till årets första möte med Hamnnätverket, den 24
januari 2019"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from graph.names import squash
from ingest.dates import find_dates
from ingest.head.forum_names import FORUM_NOUN, UNNAMED, Found
from ingest.lines import Line

_WELCOME = re.compile(
    r"\bvälkom(?:na|men)\s+till\s+(?:[\wåäö]+\s+){0,4}?(?:möte|mötet|sammanträde|sammanträdet|träff|träffen)\s+(?:med|i|för)\s+"
)
_BESIDE = re.compile(r",?\s+(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?\s*(?:den\s+)?")


def find_welcomed(lines: Iterable[Line]) -> tuple[Found, dt.date | None]:
    """Who met and when, as the chair's welcome says; the day only where it stands right behind the forum, with its year."""
    for line in lines:
        welcome = _WELCOME.search(line.text) if "lkom" in line.text else None
        if welcome is None or (named := FORUM_NOUN.match(line.text, welcome.end())) is None:
            continue
        beside = _BESIDE.match(line.text, named.end())
        day = next((d for d in find_dates(line.text) if d.year_given and named.end() <= d.start), None)
        told = day is not None and beside is not None and day.start <= beside.end()
        return Found(None, squash(named["name"] + named["tail"]), line), day.date if day is not None and told else None
    return UNNAMED, None
