"""What a page on the web puts around the minutes that it shows: links to skip the menu, counters, buttons. None of it is of the minutes."""

from __future__ import annotations

import re

from ingest.lines import Line, without

_SURE = re.compile(
    r"[•*·–|-]?\s*(?:"
    # Pages that show files of others.
    r"no results found|copied!?|loading\W*(?:\(.*\))?|\(?view full ?text now\)?|\d*\s*download\s*\(\d+\)"
    r"|save this pdf as:?|word\s+png\s+txt\s+jpg|storlek:?\s*px|starta visningen från sidan:?|för \d+ (?:år|månader|veckor|dagar) sedan"
    # Pages of public bodies.
    r"|hoppa (?:över|till|direkt till)\b.{0,60}|(?:gå |gå direkt )?till (?:sidans )?(?:innehåll(?:et)?|huvudinnehåll(?:et)?)\b.{0,30}"
    r"|stäng (?:rutan|fönstret|menyn)|tyck till(?: om .{1,60})?|lyssna(?: på (?:sidan|texten))?|skriv ut(?: sidan)?|dela(?: sidan)?(?: på \w+)?"
    r"|(?:öppna|stäng) alla(?: (?:öppna|stäng) alla)?|hantera (?:kakor|cookies)|om (?:kakor|cookies|webbplatsen)|huvudmeny|säg vad du tycker"
    r")\s*",
    re.IGNORECASE,
)
"""Words that nobody writes in minutes."""
_LIKELY = re.compile(
    r"[•*·–|-]?\s*(?:"
    r"n/?a|protected|academic year:? ?\d{4}|full text|transkript|visningar:?|gå (?:över|till|direkt till)\b.{0,60}|läs mer|visa mer"
    r"|kontakta oss|meny|sök(?: på .{1,40})?|språk|translate|in english|lättläst|kakor|cookies"
    r")\s*",
    re.IGNORECASE,
)
"""Words that may be a heading or a sentence of the minutes: of the page only where it shows itself by sure ones."""
_BUTTON = re.compile(
    r"(?:öppna|stäng) alla(?: (?:öppna|stäng) alla)?|stäng (?:rutan|fönstret|menyn)|(?:läs|visa) mer|till toppen", re.IGNORECASE
)
"""What stands between the matters too."""
_REACH = 60
"""Lines from the top, and from the foot, in which a page puts such words."""


def without_page_parts(lines: list[Line]) -> list[Line]:
    """The lines without those that are of the page around the minutes, numbered anew; the same list where there are none."""
    short = [(place, line) for place, line in enumerate(lines) if len(line.text) <= _LONGEST and not line.cells]
    at_ends = [line for place, line in short if place < _REACH or place >= len(lines) - _REACH]
    dropped = {line.index for line in at_ends if _SURE.fullmatch(line.text)}
    if dropped:
        dropped |= {line.index for line in at_ends if _LIKELY.fullmatch(line.text)}
        dropped |= {line.index for _, line in short if _BUTTON.fullmatch(line.text)}
    return without(lines, dropped, lines[0].document) if dropped else lines


_LONGEST = 80
