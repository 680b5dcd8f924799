"""What a page on the web puts around the minutes that it shows: links to skip the menu, counters, buttons. None of it is of the minutes; that it was left out is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.names import squash
from graph.record import Unread
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
    # A row of links: "Till startsidan | Byarna | Protokoll | Kontakt".
    r"|(?=[^|]*\|[^|]*\|)(?=(?:.*\|)?\s*(?:(?:till )?(?:hem|start|startsidan?)|kontakt(?:a oss)?|sök|meny|logga in|om oss|webbkarta)\s*(?:\||$))[^\d]+"
    r")\s*",
    re.IGNORECASE,
)
"""Words that nobody writes in minutes."""
_LIKELY = re.compile(
    r"[•*·–|-]?\s*(?:"
    r"n/?a|protected|academic year:? ?\d{4}|full text|transkript|visningar:?|gå (?:över|till|direkt till)\b.{0,60}|läs mer|visa mer"
    r"|(?-i:(?:[A-ZÅÄÖ][a-zåäö]+ ){1,6}(?:Sök|Meny|Kontakt|Logga in))|kontakta oss|meny|sök(?: på .{1,40})?|språk|translate|in english|lättläst|kakor|cookies"
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


def find_page_parts(lines: list[Line]) -> list[Line]:
    """The lines that are of the page around the minutes; none where it does not show itself by sure words."""
    short = [(place, line) for place, line in enumerate(lines) if len(line.text) <= _LONGEST and not line.cells]
    at_ends = [line for place, line in short if place < _REACH or place >= len(lines) - _REACH]
    found = {line.index for line in at_ends if _SURE.fullmatch(line.text)}
    if not found:
        return []
    found |= {line.index for line in at_ends if _LIKELY.fullmatch(line.text)}
    found |= _named_by_site(lines[:_REACH])
    found |= {line.index for _, line in short if _BUTTON.fullmatch(line.text)}
    return [line for line in lines if line.index in found]


def _named_by_site(top: Sequence[Line]) -> set[int]:
    """The lines in which a site that shows files of others calls one by its first words, where these are of a list of people ('Download
    "PROTOKOLL Närvarande: …"'), and the same words above; other such titles may hold what the text lost."""
    named = [
        (line, match["name"]) for line in top if (match := _DOWNLOAD.fullmatch(line.text)) and _OF_LIST.search(match["name"])
    ]
    names = {name for _, name in named}
    return {line.index for line, _ in named} | {line.index for line in top if line.text in names}


_DOWNLOAD = re.compile(r'Download\s+["”“](?P<name>.+)["”“]')
_OF_LIST = re.compile(
    r"\b(?:närvarande|adjungerade|ledamöter|beslutande|ersättare|deltagare|deltagande|frånvarande)\b", re.IGNORECASE
)


def without_page_parts(lines: list[Line], parts: Sequence[Line] | None = None) -> list[Line]:
    """The lines without `parts` (by default those of the page around the minutes), numbered anew; the same list where there are none."""
    dropped = {line.index for line in (find_page_parts(lines) if parts is None else parts)}
    return without(lines, dropped, lines[0].document) if dropped else lines


def iter_told(parts: Sequence[Line]) -> Iterator[Unread]:
    """What was left out of the reading as part of the page, lines that follow each other as one: somebody may find a matter among them."""
    for _, group in groupby(enumerate(parts), key=lambda placed: placed[1].index - placed[0]):
        told = [line for _, line in group]
        words = squash(" ".join(line.text for line in told))
        yield Unread(
            text=words[:_SHOWN],
            why="hör till webbsidan omkring, inte till det som mötet handlar om",
            span=(told[0].start, told[-1].end),
        )


_LONGEST = 80
_SHOWN = 200
