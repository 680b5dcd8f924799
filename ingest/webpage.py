"""What a page on the web puts around the minutes that it shows: links to skip the menu, counters, buttons. None of it is of the minutes."""

from __future__ import annotations

import re

from ingest.lines import Line, without

_PART = re.compile(
    r"[•*·–|-]?\s*(?:"
    # Pages that show files of others.
    r"no results found|n/?a|protected|academic year:? ?\d{4}|copied!?|loading\W*(?:\(.*\))?|\(?view full ?text now\)?|full text|\d*\s*download\s*\(\d+\)"
    r"|save this pdf as:?|word\s+png\s+txt\s+jpg|storlek:?\s*px|starta visningen från sidan:?|transkript|visningar:?|för \d+ (?:år|månader|veckor|dagar) sedan"
    # Pages of public bodies.
    r"|(?:hoppa|gå) (?:över|till|direkt till)\b.{0,60}|till (?:sidans )?(?:innehåll(?:et)?|huvudinnehåll(?:et)?)\b.{0,30}|stäng (?:rutan|fönstret|menyn)"
    r"|tyck till(?: om .{1,60})?|lyssna(?: på (?:sidan|texten))?|skriv ut(?: sidan)?|dela(?: sidan)?(?: på \w+)?|läs mer|visa mer|(?:öppna|stäng) alla(?: (?:öppna|stäng) alla)?"
    r"|kontakta oss|(?:huvud)?meny|sök(?: på .{1,40})?|språk|translate|in english|lättläst|(?:hantera )?(?:kakor|cookies)|om (?:kakor|cookies|webbplatsen)"
    r"|säg vad du tycker"
    r")\s*",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:öppna|stäng) alla(?: (?:öppna|stäng) alla)?|stäng (?:rutan|fönstret|menyn)|(?:läs|visa) mer|till toppen", re.IGNORECASE
)
"""What stands between the matters too."""
_REACH = 60
"""Lines from the top, and from the foot, in which a page puts such words."""


def without_page_parts(lines: list[Line]) -> list[Line]:
    """The lines without those that are of the page around the minutes, numbered anew; the same list where there are none."""
    dropped = {
        line.index
        for place, line in enumerate(lines)
        if len(line.text) <= _LONGEST
        and not line.cells
        and (_PART if place < _REACH or place >= len(lines) - _REACH else _BUTTON).fullmatch(line.text)
    }
    return without(lines, dropped, lines[0].document) if dropped else lines


_LONGEST = 80
