"""The head of minutes: title, forum, dates, times, place, diary number.

The meeting's date is not the document's: minutes written out days later carry both. A date in the title, or one labelled
as the meeting's, is the meeting's; of two plain "Datum:" lines the one that stands with time and place is.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from graph.lexicon import BodyKind, ForumEntry, Lexicon, MunicipalityEntry
from graph.names import fold, squash
from graph.record import DocumentKind, Span
from ingest.dates import DateMention, TimeRange, find_dates, find_time_range, make_date
from ingest.document import Document
from ingest.items import is_formal
from ingest.letterhead import find_letterhead
from ingest.lines import Line
from ingest.vocabulary import BODY_NOUN

_MINUTES = re.compile(
    r"\b(?:(?:minnes|mötes|dags|tjänste)?anteckning(?:ar|arna)?|(?:sammanträdes|mötes|besluts|styrelse)?protokoll(?:et)?|mötesnoteringar)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:års|del|slut|läges|nuläges|tertial|delårs|kvartals|verksamhets)?rapport\b|\b(?:års|verksamhets)(?:berättelse|redovisning)\b"
    r"|\b(?:utvärdering|utredning|uppföljning)\b|\bårsbokslut\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:[\wåäö-]*plan|[\wåäö-]*strategi|färdplan|målbild)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?P<label>datum för (?:anteckning\w*|upprättande|protokoll\w*|möte\w*|sammanträde\w*)|datum(?: och tid)?|mötesdatum|mötesdag|sammanträdesdatum|sammanträdestid|mötestid|sammanträdesdag|datum och plats|(?:(?:plats|datum|dag|tid),? ){2}(?:och|samt) (?:plats|datum|dag|tid)|tid och plats|plats och tid|tid|tider|klockan"
    r"|plats|var|lokal|mötesplats|möteslokal|sammanträdesplats|sammanträdeslokal|dnr|diarienr|diarienummer|diarie-?nr|ärendenummer|protokollsdatum|upprättad\w*|utskriven|utskriftsdatum|dokumentdatum|forum|organ|nämnd|möte"
    r"|paragrafer|sekreterare|ordförande|justerare|justering|digital justering|underskrifter)\b\s*(?:\.\s*)?(?::|\t|\s{2,}|\s(?=\d)|(?<=plats)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=och tid)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=tid)\s(?=kl))\s*(?P<value>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_MEETING_LABELS = {
    "mötesdatum",
    "mötesdag",
    "datum för mötet",
    "datum för möte",
    "datum för sammanträdet",
    "datum för sammanträde",
    "sammanträdesdatum",
    "sammanträdestid",
    "mötestid",
    "sammanträdesdag",
    "tid och plats",
    "plats och tid",
}
_WRITTEN_LABEL = re.compile(
    r"datum för (?:anteckning|upprätt|protokoll)|upprättad|utskrivet|utskriven|utskriftsdatum|dokumentdatum|protokollsdatum"
)
_HELD = re.compile(
    r"^(?:möte|mötet|sammanträde|sammanträdet)(?:t)?\s+(?:hölls\s+)?(?:den\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?(?=\d)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\d/-])((?:19|20)\d\d)(?![\d/-])")
_PLACE_LABELS = {
    "plats",
    "var",
    "lokal",
    "mötesplats",
    "möteslokal",
    "sammanträdesplats",
    "sammanträdeslokal",
    "tid och plats",
    "plats och tid",
}
_ALL_THREE = re.compile(r"(?=.*\bplats\b)(?=.*\btid\b)(?=.*\b(?:datum|dag)\b)", re.IGNORECASE)
""" "Plats, datum och tid": read as "plats och tid", whose value may hold a day too."""
_DIARY_LABELS = {"dnr", "diarienr", "diarienummer", "diarie-nr", "ärendenummer"}
_DIARY = re.compile(r"(?:[A-ZÅÄÖ]{1,8}[ -]?)?(?:19|20)?\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})?\b|[A-ZÅÄÖ]{1,6}[ -]?\d{4}[-/]\d{2,6}")
_DIARY_LABEL = re.compile(r"\b[Dd](?:nr|iarienr|iarienummer|NR|IARIENR|IARIENUMMER)\b\.?:?\s*")
_CLOCK = re.compile(r"\b[Kk][Ll](?:\.|ockan|OCKAN)?\s*\d")
_NUMBERED = re.compile(r"dnr|diarie|\d{4}-\d{2}", re.IGNORECASE)
_ONLINE = re.compile(
    r"\b(?:teams|zoom|skype|digital\w*|distans\w*|videomöte|video|webex|meet|länk|telefon\w*|online)\b", re.IGNORECASE
)
_FORUM_NOUN = re.compile(
    r"(?<![\wåäö-])(?P<name>(?:[A-ZÅÄÖ][\wåäö]*-,?\s+(?:[\wåäö]+-,?\s+)?(?:och|OCH)\s+)?(?:(?:[A-ZÅÄÖ][\wåäö-]*s|[A-ZÅÄÖ][\wåäö-]*[ak]|[Rr]egional\w*|[Ll]okal\w*"
    r"|[Gg]emensam\w*|[Pp]olitisk\w*|[Ss]trategisk\w*|[Ll]änets)\s+){0,3}"
    r"(?!(?i:kommunal|region|opposition|borgar|landsting|stats)s?råd\b)[\wåäö-]*(?i:styrelsen?|nämnden?|utskottet|utskott|fullmäktige|rådet|råd|nätverket?|gruppen|grupp|organet|direktionen"
    r"|direktion|beredningen|beredning|kommittén|kommitté|delegationen|forumet?|forum|ledningen|presidiet|stämman?|konferensen?|kollegiet))(?![\wåäö-])"
    r"(?P<tail>(?:\s+(?:för|om|kring|mot|inom)\s+[a-zåäö][\wåäö-]*(?:\s+(?:och|i|på|samt|[a-zåäö][\wåäö-]+)){0,5})?)",
)
_WHOSE_BOARD = re.compile(
    r"\s+(?i:för)\s+(?:[A-ZÅÄÖ][\wåäö-]*\s+(?:(?i:för)\s+)?){0,3}[\wåäöÅÄÖ-]*(?i:förbund(?:et)?|råd(?:et)?|stiftelsen?|bolag(?:et)?|förening(?:en)?|nätverk(?:et)?|regionen)(?![\wåäö-])"
)
"""Whose a board is: "Styrelsen för Tallåns vattenråd"."""
_ORGANISATION = re.compile(
    r"\b(?P<name>Region\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+län|\s+[A-ZÅÄÖ][\wåäö]+)?|[A-ZÅÄÖ][\wåäö-]+s?\s+(?:kommun|stad)"
    r"|(?:[A-ZÅÄÖ][\wåäö]+\s+)*[A-ZÅÄÖ][\wåäö]*regionen|(?:[A-ZÅÄÖ][\wåäö-]*\s+){1,3}[\wåäö]*(?:kommunal|samordnings|räddningstjänst|vård|region|utbildnings|avfalls|hjälpmedels)?förbund)\b"
)
_SMALL = {
    "sida",
    "sid",
    "fört",
    "vid",
    "från",
    "för",
    "möte",
    "med",
    "sammanträde",
    "i",
    "den",
    "på",
    "kl",
    "av",
    "till",
    "och",
    "nr",
    "mötet",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None where it says nothing. `span` covers the words that tell forum and date."""

    kind: DocumentKind
    title: str | None
    diary_number: str | None
    document_date: dt.date | None
    meeting_date: dt.date | None
    start: str | None
    end: str | None
    place: str | None
    online: bool | None
    forum: ForumEntry | None
    forum_as_written: str | None
    organisation: str | None
    region: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Labelled:
    label: str
    value: str
    line: Line


def document_kind(title: str | None, has_minutes: bool) -> DocumentKind:
    """By the words of the title; `has_minutes` tells that attendance or agenda items with decisions were found."""
    if title:
        for pattern, kind in ((_MINUTES, DocumentKind.MINUTES), (_REPORT, DocumentKind.REPORT), (_PLAN, DocumentKind.PLAN)):
            if pattern.search(title):
                return kind
    return DocumentKind.MINUTES if has_minutes else DocumentKind.OTHER


def find_title(document: Document, lines: list[Line]) -> Line | None:
    """The line that says what the document is: the first that names minutes, a report or a plan; else the first heading."""
    top = lines[:40]
    listed = _listed(top)
    for pattern in (_MINUTES, _REPORT, _PLAN):
        candidates = [
            x
            for x in top
            if len(x.text) <= 160
            and not x.cells
            and pattern.search(x.text)
            and not _LABEL.match(x.text)
            and x.index not in listed
        ]
        candidates = [
            x for x in candidates if not _ITEM_LIKE.match(x.text) and not x.text.rstrip().endswith(".") and not is_formal(x.text)
        ]
        if candidates:
            return max(candidates, key=lambda x: (x.is_heading, -x.index)) if pattern is _MINUTES else candidates[0]
    return next((x for x in top if x.is_heading and not _ITEM_LIKE.match(x.text)), None)


_BARE_NUMBER = re.compile(r"(?P<n>\d{1,3})\s+[A-ZÅÄÖ]")
_FEWEST_LISTED = 3


def _listed(lines: list[Line]) -> frozenset[int]:
    """Indexes of the lines that are a list of matters by their bare numbers, which rise one by one: at least three."""
    run: list[Line] = []
    found: set[int] = set()
    last = 0
    for line in lines:
        number = _BARE_NUMBER.match(line.text)
        if number is None or (run and int(number["n"]) != last + 1):
            run = []
        if number:
            last = int(number["n"])
            run.append(line)
        if len(run) >= _FEWEST_LISTED:
            found.update(x.index for x in run)
    return frozenset(found)


_UNENDED = re.compile(r"\b(?:den(?:\s+\d{1,2})?|för|och|med|i)$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b(?!-)")


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose meeting it was, as far as the first lines tell: what the reading of attendance needs to know."""

    organisation: str | None
    region: str | None


def read_setting(document: Document, lines: list[Line], lexicon: Lexicon) -> Setting:
    """The organisation and the region of the meeting, from the first lines of the document."""
    head, _ = _head_and_behind(lines, len(document.text), (), None)
    forum, _, _ = _forum(head, find_title(document, head), [], lexicon)
    organisation = _organisation(head, document, lexicon)
    region = forum.region if forum and forum.region else _region(organisation, lexicon)
    return Setting(None if forum and not forum.organisation else organisation, region)


def _whole_title(head: list[Line], title: Line) -> Line:
    """The title with the line it goes on to: one right below that begins in lower case ("… Socialnämnden den 10" / "mars 2024")."""
    following = next((line for line in head if line.start >= title.end), None)
    if following is None or following.cells or title.cells:
        return title
    if (following.blank_before or following.block is not title.block) and not _UNENDED.search(title.text):
        return title
    goes_on = following.text[:1].islower() or _YEAR_FIRST.match(following.text)
    if not goes_on or len(following.text) > 100 or _LABEL.match(following.text):
        return title
    return replace(title, end=following.end)


_ITEM_LIKE = re.compile(
    r"\s*(?:§|\d+\s?[.)§:]|punkt\s+\d|ärende\s+\d|[A-ZÅÄÖ]{2,4}\s+§)|närvar|dagordning|ärendelista|föredragningslista",
    re.IGNORECASE,
)


def read_head(
    document: Document, lines: list[Line], end: int, lexicon: Lexicon, *, lists: Sequence[Span] = (), items: int | None = None
) -> Head:
    """`end` is where the first agenda item or attendance list begins; the head is what stands before it.

    `lists` are the stretches of text that are attendance and `items` is where the first item begins, as far as known: fields
    between them ("Tid", "Organ") tell what the head does not.
    """
    head, behind = _head_and_behind(lines, end, lists, items)
    title_line = find_title(document, head) or (
        head[0] if len(head[0].text) <= 100 and not _LABEL.match(head[0].text) and not _MARGIN.match(head[0].text) else None
    )
    if title_line is not None:
        whole = _whole_title(head, title_line)
        head = [whole if x is title_line else x for x in head if x is title_line or not whole.start <= x.start < whole.end]
        title_line = whole
    title = squash(title_line.text) if title_line else None
    labelled = _labelled(head)
    labelled_behind = _labelled(_fields_behind(behind))
    title_dates = find_dates(title) if title else []
    document_date, meeting_date, date_line = _dates(head, labelled, title_line, title_dates)
    if meeting_date is None and labelled_behind:
        _, meeting_date, date_line = _dates([], labelled_behind, None, [])
    times = _times(labelled, head) or _times(labelled_behind, [])
    place = _place(labelled) or _titled_place(title) or _bare_place(head, title_line) or _place(labelled_behind)
    forum, forum_as_written, forum_line = _forum(head, title_line, behind, lexicon)
    organisation = _organisation(head, document, lexicon)
    if organisation is None and forum is None:
        named_in = [forum_line.text] if forum_line else []
        organisation = find_letterhead(forum_as_written, named_in, (line.text for line in lines), lexicon)
    evidence = [line for line in (forum_line, title_line if title_dates else None, date_line) if line is not None] or head[:1]
    region = forum.region if forum and forum.region else _region(organisation, lexicon)
    diary = _diary(labelled, head)
    return Head(
        kind=document_kind(title, has_minutes=False),
        title=title,
        diary_number=diary,
        document_date=document_date or meeting_date,
        meeting_date=meeting_date,
        start=times.start_time if times else None,
        end=times.end_time if times else None,
        place=place,
        online=None if place is None else bool(_ONLINE.search(place)),
        forum=forum,
        forum_as_written=forum_as_written,
        organisation=None if forum and not forum.organisation else organisation,
        region=region,
        span=(min(x.start for x in evidence), max(x.end for x in evidence)),
    )


_FIELD_IN_RUN = re.compile(
    r"(?<=\s)(?=(?:Plats och tid|Tid och plats|Plats|Tid|Klockan|Sammanträdes(?:datum|dag|dalum|plats|tid)|Datum|Dnr|Diarie(?:nr|nummer)|Närvarande|Beslutande|Ledamöter"
    r"|Paragrafer|Utses att justera|Utsedd att justera|Justering(?:ens|en)?|Justerande|Justerare|Underskrifter|Sekreterare|Ordförande|Ajournering|ANSLAG|BEVIS|Anslag|Bevis|Organ"
    r"|Instans|Nämnd|Förvaringsplats|Protokollet)\b)"
)
_RUN_TOGETHER = 200
"""A longer line of the head is text whose columns ran together, not a line as the writer made it."""
_FIELDS_ALONE = re.compile(
    r"(?:(?:Plats och tid|Tid och plats|Plats|Tid|Datum|Klockan|Sammanträdesdatum|Organ|Beslutande|Närvarande|Ledamöter|(?:Ej )?[Tt]jänstgörande ersättare"
    r"|Ersättare|Övriga (?:deltagande|deltagare|närvarande)|Utses att justera)[ :.]*)+"
)
_LABELS_BEFORE = re.compile(
    r"^(?:(?:Beslutande|Närvarande|Ledamöter|(?:Ej )?[Tt]jänstgörande(?: ersättare)?|Ersättare|Övriga (?:deltagande|deltagare|närvarande)|Paragrafer|Datum)\b[ :.]*)+"
)
"""The labels of lists read before the values of a column: the place and time come first among these."""
_LONGEST_PLACE = 120
_STACKED = re.compile(
    r"(?:Plats|Tid|Beslutande|Närvarande|Ledamöter|Ersättare|Tjänstgörande|Övriga|Utses|Paragrafer|Justering|Datum|Underskrift)"
)
_MARGIN = re.compile(r"\s*(?:sid(?:a|an)?\b\s*)?\d*\s*(?:\(\d*\))?\s*$", re.IGNORECASE)
_MEETING_DATE = re.compile(r"(?:sammanträdes|mötes)(?:datum|dag)\b", re.IGNORECASE)
_FRONT = 6_000
_LONGEST_HEAD = 120
"""Lines; where neither list nor item is found the head is not the whole document."""
_SIGNING = re.compile(r"juster|underskrift|anslag|bevis\b|uppsätt|nedtag|förvaring|signatur|överklaga", re.IGNORECASE)


def _head_and_behind(lines: list[Line], end: int, lists: Sequence[Span], items: int | None) -> tuple[list[Line], list[Line]]:
    """The lines before `end`, and those of the front page behind the list of who was there. Lines that ran together are cut at
    the words of their fields."""
    stop = min(items if items is not None else end + _FRONT, end + _FRONT)
    head: list[Line] = []
    behind: list[Line] = []
    for line in lines:
        if line.start >= max(stop, end) or len(head) > _LONGEST_HEAD:
            break
        for piece in _cut(line, lists) if len(line.text) > _RUN_TOGETHER and not line.cells else [line]:
            if piece.start < end:
                head.append(piece)
            elif not any(a <= piece.start and piece.end <= b for a, b in lists):
                behind.append(piece)
    return head or lines[:1], behind


def _fields_behind(behind: list[Line]) -> list[Line]:
    """The fields behind the list that are the meeting's: those before the signatures and notices; there only its date is."""
    signed = next((i for i, piece in enumerate(behind) if _SIGNING.search(piece.text)), len(behind))
    return [*behind[:signed], *(piece for piece in behind[signed:] if _MEETING_DATE.match(piece.text))]


def _cut(line: Line, lists: Sequence[Span]) -> Iterator[Line]:
    edges = {line.start, line.end, *(m.start() for m in _FIELD_IN_RUN.finditer(line.document.text, line.start, line.end))}
    edges |= {edge for span in lists for edge in span if line.start < edge < line.end}
    begin = line.start
    for start, end in itertools.pairwise(sorted(edges)):
        words = line.document.text[start:end]
        if end < line.end and _FIELDS_ALONE.fullmatch(words):
            continue  # labels on top of each other: what follows is the values of all of them
        words = line.document.text[begin:end]
        if words.strip():
            yield replace(line, start=begin + len(words) - len(words.lstrip()), end=begin + len(words.rstrip()))
        begin = end


def _labelled(head: list[Line]) -> list[_Labelled]:
    found: list[_Labelled] = []
    for i, line in enumerate(head):
        cells = [line.document.text[c.start : c.end].strip() for c in line.cells]
        parts = [line.text]
        if len([c for c in cells if c]) >= 2:
            # "Datum 2026-05-13<tab>Diarienummer …": each cell may carry its own label, or label and value take turns.
            parts = cells if any(_LABEL.match(c) for c in cells[1:]) else ["\t".join(c for c in cells if c)]
        for part in parts:
            match = _LABEL.match(part) or _misread_label(part)
            if match is None and re.fullmatch(
                r"(?:plats och tid|tid och plats|plats|datum|tid|sammanträdesdatum)\s*:?", part, re.IGNORECASE
            ):
                following = head[i + 1].text if i + 1 < len(head) else ""
                found.append(_Labelled(part.strip(" :").lower(), following, line))
            elif match:
                value = match["value"].strip()
                below = head[i + 1] if i + 1 < len(head) else None
                if value and below and not below.blank_before and not below.cells and re.match(r"\d{1,2}[.:]\d\d\b", below.text):
                    value = f"{value} {below.text}"
                if not value and i + 1 < len(head) and not _LABEL.match(head[i + 1].text):
                    value = head[i + 1].text
                label = squash(match["label"]).lower()
                found.append(_Labelled("plats och tid" if _ALL_THREE.match(label) else label, squash(value), line))
    return found


_MISREAD = re.compile(r"(?P<label>[^\W\d_]{3,}(?: \w{2,3} [^\W\d_]{3,})?)\s?[:\t]\s*(?P<value>.*)$", re.DOTALL)
_LABELS = ("datum", "mötesdatum", "mötesdag", "sammanträdesdatum", "sammanträdestid", "mötestid", "lokal", "plats", "mötesplats", "sammanträdesplats",
    "plats och tid", "tid och plats", "starttid", "sluttid", "diarienummer", "dokumentdatum")  # fmt: skip


@lru_cache(maxsize=512)
def _nearest_label(words: str) -> str | None:
    folded = fold(words)
    near = [label for label in _LABELS if OSA.distance(folded, fold(label), score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None


def _misread_label(part: str) -> re.Match[str] | None:
    """A field whose label has a slip of text recognition ("Möfesdag: …", "Plats ech tid: …")."""
    found = _MISREAD.match(part)
    label = _nearest_label(found["label"]) if found else None
    return _LABEL.match(f"{label}: {found['value']}") if found and label else None


def _dates(
    head: list[Line], labelled: list[_Labelled], title_line: Line | None, title_dates: list[DateMention]
) -> tuple[dt.date | None, dt.date | None, Line | None]:
    """(document date, meeting date, the line that says the latter)."""
    context = _context(head, title_line)
    dated: list[tuple[_Labelled, dt.date]] = []
    for item in labelled:
        if item.label in _DIARY_LABELS or "juster" in item.label:
            continue
        if found := _date_in(item.value, context):
            dated.append((item, found))
    written = next((date for item, date in dated if _WRITTEN_LABEL.match(item.label)), None)
    if written is None and title_dates:
        # A letterhead's date stands alone on its line; the meeting's is in the title.
        alone = (find_dates(x.text) for x in head[:8] if len(x.text) <= 20 and x is not title_line)
        written = next((d[0].date for d in alone if len(d) == 1), None)
    plain = [(item, date) for item, date in dated if item.label in {"datum", "datum och tid", "tid"}]
    marked = [(item, date) for item, date in dated if item.label in _MEETING_LABELS or item.label in {"möte", "datum och tid"}]
    if marked:
        other = next((date for item, date in plain if item.label == "datum" and item.line is not marked[0][0].line), None)
        return written or other, marked[0][1], marked[0][0].line
    for line in head:
        if _HELD.match(line.text) and (found := _date_in(line.text, context)):
            return written or (plain[0][1] if plain else None), found, line
    if title_dates:
        return written or (plain[0][1] if plain else None), title_dates[0].date, title_line
    if len(plain) >= 2 and written is None:
        near = [x.line.index for x in labelled if x.label in _PLACE_LABELS or (x.label == "tid" and find_time_range(x.value))]
        rest = sorted(plain, key=lambda p: min((abs(p[0].line.index - n) for n in near), default=-p[0].line.index))
        meeting = rest[0]
        return next(d for i, d in plain if i is not meeting[0]), meeting[1], meeting[0].line
    if plain:
        return written, plain[0][1], plain[0][0].line
    others = [line for line in head if not _OTHER_DATE.search(line.text)]
    for base in (None, context):  # a date with its year goes before one that takes it from the context
        for line in others:
            if found := _date_in(line.text, base):
                return written, found, line
    return written, None, None


_OTHER_DATE = re.compile(r"justera|anslag|dnr|diarie|upprättad|anteckningarna skrivna|föregående", re.IGNORECASE)


def _context(head: list[Line], title: Line | None) -> dt.date | int | None:
    """What a date without a year takes it from: the year that the head names, or else the nearest full date there."""
    for line in ([title] if title else []) + head:
        years = [int(y) for y in _BARE_YEAR.findall(line.text)]
        if years and not _NUMBERED.search(line.text):
            return years[0]
    for line in head:
        if dates := find_dates(line.text):
            return dates[0].date
    return None


def _date_in(text: str, context: dt.date | int | None) -> dt.date | None:
    base = dt.date(context, 7, 2) if isinstance(context, int) else context
    dates = find_dates(text, base)
    if not dates:
        return None
    first = next((date for date in dates if date.year_given), dates[0])
    if isinstance(context, int) and not first.year_given:
        return make_date(context, first.date.month, first.date.day)
    return first.date


_STARTED = re.compile(
    r"^(?:star[tf][tf]i[dcl]|start|mötet\s+(?:öppnades|började|startade)|början)\b\s*:?\s*(?P<time>.*)$", re.IGNORECASE
)
_ENDED = re.compile(
    r"^(?:s[lI]u[tf][tf]i[dcl]|slut|mötet\s+(?:avslutades|slutade)|avslutning)\b\s*:?\s*(?P<time>.*)$", re.IGNORECASE
)


_LEADING_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?=,)")
""" "17:30, Tallsalen": an hour that begins the value of a place and time."""
_AFTER_CLOCK = re.compile(r"\b(?:kl\.?|klockan)\s*\d{4}\s*[-–—]\s*\d{4}(?!\d)", re.IGNORECASE)


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
    return find_time_range(f"kl {value}")


_PAUSE = re.compile(r"ajourner|gruppmöte|förmöte|lunch|fika|paus", re.IGNORECASE)


def _times(labelled: list[_Labelled], head: list[Line]) -> TimeRange | None:
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
        if item.label in _DIARY_LABELS or item.label in {"justering", "paragrafer"}:
            continue
        if found := find_time_range(_with_colons(_before_pause(_LABELS_BEFORE.sub("", item.value)))):
            return found
        if value_times := _LEADING_TIME.match(_LABELS_BEFORE.sub("", item.value)):
            return TimeRange(0, 0, value_times["hour"].zfill(2) + ":" + value_times["minute"], None)
        if item.label in {"tid", "klockan", "mötestid", "sammanträdestid"} and (bare := _bare_times(item.value)):
            return bare
    for line in head:
        if _SIGNING.search(line.text) or _PAUSE.match(line.text):
            continue
        clock = _CLOCK.search(line.text)
        if (clock or _HELD.match(line.text)) and (found := find_time_range(_before_pause(line.text))):
            return found
    return next(
        (
            found
            for line in head
            if not _SIGNING.search(line.text) and not _PAUSE.match(line.text) and (found := find_time_range(line.text))
        ),
        None,
    )


_PAUSE_IN_PLACE = re.compile(r"[\s,;.(]+(?=(?:ajournera|ajournering|gruppmöte|förmöte|paus)\w*)", re.IGNORECASE)


def _before_pause(value: str) -> str:
    """Without "…, ajournering kl 14.10-14.20" and what follows."""
    cut = _PAUSE_IN_PLACE.search(value)
    return value[: cut.start()] if cut else value


_PLACE_ENDS = re.compile(r"[\s,]+(?:Omfattning\b|[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ (?:[a-zåäö]+ )?(?:kan|är|har|ska|skall)\s)")
"""The next field of a front page that ran together, or a sentence: "Kommunhuset, Vissa uppgifter kan vara …"."""


def _place(labelled: list[_Labelled]) -> str | None:
    for item in labelled:
        if item.label not in _PLACE_LABELS or not item.value:
            continue
        value = _LABELS_BEFORE.sub("", item.value)
        if not value or _STACKED.match(value) or (value != item.value and len(value) > _LONGEST_PLACE):
            continue
        value = _PLACE_ENDS.split(_before_pause(value), maxsplit=1)[0]
        if item.label in {"tid och plats", "plats och tid"} or find_time_range(value):
            # Times and dates stand in the same value: what is left is the place.
            for mention in reversed(find_dates(value)):
                value = value[: mention.start] + value[mention.end :]
            if times := find_time_range(value):
                value = value[: times.start] + value[times.end :]
            value = _LEADING_TIME.sub("", value)
            value = re.sub(
                r"\bkl(?:\.|ockan)?\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bden\b", "", value, flags=re.IGNORECASE
            )
            value = re.sub(r"\s*,\s*(?:,\s*)*", ", ", squash(value)).strip(" ,.;–-")
        value = squash(value).strip(" ,;")
        if value:
            return value
    return None


_AT = re.compile(r"[\s,]*(?:i|på|vid|hos)\s+(?P<place>\S.*)$", re.DOTALL)


def _titled_place(title: str | None) -> str | None:
    """The place behind the day or hour of a title: "Protokoll fört vid möte med rådet 12 mars 2024 i Rådhuset, Norrby"."""
    if title is None or not _MINUTES.search(title):
        return None
    ends = [mention.end for mention in find_dates(title)]
    if ends and (times := find_time_range(title)):
        ends.append(times.end)
    match = _AT.match(title, max(ends)) if ends else None
    return squash(match["place"]).strip(" ,.;") if match and len(match["place"]) <= _LONGEST_PLACE else None


def _bare_place(head: list[Line], title: Line | None) -> str | None:
    """A place on a line of its own below a line that is nothing but date and time: "2019-04-14, kl 10–12" / "Rådhuset"."""
    for line, following in itertools.pairwise(head):
        rest = line.text
        dates, times = find_dates(rest), find_time_range(rest)
        if not dates or times is None or following is title or _LABEL.match(following.text) or len(following.text) > 60:
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


def _diary(labelled: list[_Labelled], head: list[Line]) -> str | None:
    for item in labelled:
        if item.label in _DIARY_LABELS and (match := _DIARY.search(item.value)):
            return match.group(0)
    for line in head:
        match = _DIARY_LABEL.search(line.text)
        if match and (number := _DIARY.search(line.text, match.end())):
            return number.group(0)
    return None


_ORGAN = re.compile(
    r"^(?:organ|nämnd|styrelse/nämnd|instans|beslutsinstans|sammanträdande organ|organ och)\b[\s:]*", re.IGNORECASE
)
_OWN_MINUTES = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ][\wåäö]*-\s+och\s+)?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|rådet|direktionen|beredningen))s\s+protokoll\b"
)


def _forum(
    head: list[Line], title: Line | None, behind: list[Line], lexicon: Lexicon
) -> tuple[ForumEntry | None, str | None, Line | None]:
    """The known forum named first in title and head; else the first name that ends as forums' names do; else the bare title."""
    ordered = ([title] if title else []) + [line for line in head if line is not title]
    for line in ordered[:12]:
        for mention in lexicon.find_bodies(line.text, (BodyKind.FORUM,)):
            entry = mention.entry
            # "Chefsnätverket för vård" is another body than a known "Chefsnätverket".
            longer = re.match(r"\s+(?:för|om|mot|inom)\s+[a-zåäö]", line.text[mention.end :])
            before = re.search(r"[A-ZÅÄÖ][\wåäö]*-,?\s+och\s+$", line.text[: mention.start])
            if isinstance(entry, ForumEntry) and not longer and not before:
                return entry, _as_written(line.text, mention.start, mention.end), line
    for line in ordered[:15]:
        if _LABEL.match(line.text) and not re.match(r"(?:forum|möte|organ|nämnd|sammanträdesdatum)\b", line.text, re.IGNORECASE):
            continue
        visible = _MINUTES.sub(lambda m: " " * len(m.group(0)), line.text)
        if match := _FORUM_NOUN.search(visible):
            return None, _whole_name(visible, match), line
    for line in behind[:_FEW]:
        # A page whose heading looks like an item ("1 PROTOKOLL") has its forum behind it.
        if (match := _FORUM_NOUN.match(line.text)) and len(line.text) <= len(_whole_name(line.text, match)) + 3:
            return None, _whole_name(line.text, match), line
    if organ := _organ(head, behind, lexicon):
        return organ
    for line in ordered[:8]:
        if not _LABEL.match(line.text) and (
            match := _ASSOCIATION.search(_MINUTES.sub(lambda m: " " * len(m.group(0)), line.text))
        ):
            return None, squash(match.group()), line
    if title and (bare := _bare_title(title.text)):
        return None, bare, title
    return None, None, None


_ASSOCIATION = re.compile(
    r"(?<![\wåäö-])(?:[A-ZÅÄÖ][\wåäö-]*[ ](?:(?:och|i)[ ])?){0,3}[A-ZÅÄÖ][\wåäö-]*(?:förening(?:en)?|förbund(?:et)?|stiftelsen?|samfällighet(?:en)?)(?![\wåäö-])"
)
"""An association that keeps minutes, where no board of it is named."""
_FEW = 4


def _whole_name(text: str, match: re.Match[str]) -> str:
    """The name of a forum with what it is for, or, of a board, whose it is."""
    whose = _WHOSE_BOARD.match(text, match.end("name")) if _BOARD.search(match["name"]) else None
    owner = _WHOSE_COUNCIL.search(text, 0, match.start("name")) if match["name"].islower() else None
    return squash((owner.group() if owner else "") + match["name"] + (whose.group() if whose else match["tail"])).strip(" ,")


_WHOSE_COUNCIL = re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][\wåäö-]*s\s+(?:[a-zåäö]+(?:-[a-zåäö]+)*a\s+)$")
""" "Statens estetiska råd"."""
_BOARD = re.compile(r"(?:styrelsen?|direktionen?)$", re.IGNORECASE)


def _organ(head: list[Line], behind: list[Line], lexicon: Lexicon) -> tuple[ForumEntry | None, str | None, Line | None] | None:
    """The forum as the fields of notices and signatures name it: "Organ Kulturnämnden", "Kulturnämndens protokoll"."""
    for line in (*head, *behind):
        if label := _ORGAN.match(line.text):
            value = line.text[label.end() :]
            known = next(iter(lexicon.find_bodies(value, (BodyKind.FORUM,))), None)
            if known is not None and isinstance(known.entry, ForumEntry):
                return known.entry, _as_written(value, known.start, known.end), line
            if match := _FORUM_NOUN.match(value):
                return None, squash(match["name"] + match["tail"]).strip(" ,"), line
        if "protokoll" in line.text and (own := _OWN_MINUTES.search(line.text)):
            return None, own["name"], line
    return None


def _as_written(text: str, start: int, end: int) -> str:
    """The forum's name with a place after it ("Välfärdsrådet i Dalarna"), as the line has it."""
    tail = re.match(r"\s+(?:i|för)\s+[A-ZÅÄÖ][\wåäö-]+(?:s\s+län)?", text[end:])
    return squash(text[start : end + (tail.end() if tail else 0)])


_MEETING_WORD = r"(?:möte|sammanträde|träff)(?:t|et|n|en)?"
_MEETING_LEAD = re.compile(
    rf"^(?:(?:extra|ordinarie|konstituerande|digital\w*|fysisk\w*(?:/\w+)?|gemensam\w*)\s+)*(?:\w+-?)?{_MEETING_WORD}\s+(?:med|i|för|hos|av|inom)\s+",
    re.IGNORECASE,
)
""" "Extra styrelsemöte med Bryggföreningen": before the name of who met."""
_WHAT_MET = re.compile(
    rf"^(?P<body>\w*?(?:styrelse|direktion|utskott|råd|nätverk|grupp|nämnd))(?:ens?|ets?|s)?-?{_MEETING_WORD}$", re.IGNORECASE
)
_ENDINGS = {"styrelse": "n", "direktion": "en", "utskott": "et", "råd": "et", "nätverk": "et", "grupp": "en", "nämnd": "en"}
_NAME_STOPS = re.compile(
    r"^(?:\W*\d.*|kl\W*|klockan|den|dag|datum|tid|plats|bilaga|sida?|nr|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?:\S+\s)*?(?:\S+s\s)?(?:tekniska\s)?(?:universitet|högskola|kommun|stad|landsting)(?:et|n|en)?|(?:region|länsstyrelsen|landstinget|högskolan)\s.*",
    re.IGNORECASE,
)
"""A letterhead: the house, in which many forums meet."""
_GENITIVE = re.compile(r"(?<=[^\W\d_]{4}(?:en|et|an))s$")
_LONGEST_NAME = 7
"""Words; what is longer is no name of a forum."""


def _bare_title(title: str) -> str | None:
    """The forum as a title names it that has no word for a body in it: "Minnesanteckningar Sjöstadens LAG 4 maj" -> "Sjöstadens LAG".

    A word for the meeting of a body stands for the body ("Styrelsemöte" -> "Styrelsen"); words that name nobody give None.
    """
    text = title
    for mention in reversed(find_dates(title)):
        text = text[: mention.start] + text[mention.end :]
    text = _MINUTES.sub(" ", text)
    words = [w for w in re.split(r"[\s,–:]+", text) if w]
    while words and (words[0].lower() in _SMALL or not words[0][0].isalpha()):
        words.pop(0)
    stop = next((i for i, word in enumerate(words) if i and _NAME_STOPS.match(word)), len(words))
    words = _MEETING_LEAD.sub("", " ".join(words[:stop])).split()
    while words and (words[-1].lower() in _SMALL or not words[-1][0].isalnum()):
        words.pop()
    if words:
        words[-1] = _GENITIVE.sub("", words[-1])
    if len(words) == 1 and (met := _WHAT_MET.match(words[0])):
        return met["body"] + next(e for word, e in _ENDINGS.items() if met["body"].lower().endswith(word))
    if not words or len(words) > _LONGEST_NAME or not any(c.isalpha() for c in words[0]):
        return None
    name = " ".join(words)
    if _HOUSE.fullmatch(name) and not BODY_NOUN.search(name):
        return None
    return name if any(w[0].isupper() for w in words) or BODY_NOUN.search(name) else None


def _organisation(head: list[Line], document: Document, lexicon: Lexicon) -> str | None:
    for line in head[:10]:
        if re.search(r"(?:närvarande|deltagare|ledamöter|beslutande|frånvarande|förhinder)", line.text, re.IGNORECASE):
            break
        if match := _ORGANISATION.search(line.text):
            known = lexicon.municipality(match["name"])
            if known:
                return known.formal_name
            organisation = lexicon.organisation(match["name"])
            return organisation.name if organisation else squash(match["name"])
    return None


def _region(organisation: str | None, lexicon: Lexicon) -> str | None:
    if organisation is None:
        return None
    municipality: MunicipalityEntry | None = lexicon.municipality(organisation)
    if municipality:
        return municipality.region
    found = lexicon.organisation(organisation)
    return found.region if found else None
