"""What an item is about: topics that people follow, and reports laid before the meeting, both from its title.

A topic is a thing, not a title: "SPAK – Delrapport" and "SPAK – Omställningen, nuläge" both concern SPAK; "Årsrapport God
vård 2025" concerns God vård and considers a report. Formalia concern nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from graph.names import fold, squash
from graph.record import Abbreviation, Movement
from ingest.dates import find_dates
from ingest.items import is_formal

_YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?"
_REPORT_NOUN = (
    r"(?:(?:års|del|slut|läges|nuläges|tertial|delårs|kvartals|verksamhets|patientsäkerhets|uppföljnings|forsknings|mål)?rapport(?:en|er)?"
    r"|(?:års|verksamhets|patientsäkerhets)(?:berättelse|redovisning)(?:n|en)?|(?:delårs|års)?bokslut(?:et)?|budget(?:en|uppföljning)?"
    r"|(?:handlings|verksamhets|aktivitets|kommunikations|utvecklings|beredskaps|internkontroll|åtgärds|detalj|översikts|genomförande)plan(?:en|er)?"
    r"|(?:sam(?:verkans|arbets))?avtal(?:et)?|överenskommelse(?:n|r)?|utredning(?:en)?|uppdragsbeskrivning(?:en)?|(?<!\w)direktiv(?:et)?|uppdragsdirektiv(?:et)?"
    r"|rutin(?:en|er)?|riktlinje(?:n|r|rna)?|reglemente(?:t)?|policy(?:n)?|strategi(?:n)?|målbild(?:en)?|färdplan(?:en)?|film(?:en)?|promemoria|yttrande(?:t)?"
    r"|utvärdering(?:en)?|kartläggning(?:en)?|sammanställning(?:en)?|remissvar|remiss(?:en)?|motion(?:en)?|medborgarförslag(?:et)?|minnesanteckningar(?:na)?|protokoll(?:et)?)"
)
_REPORT = re.compile(
    rf"\b(?:(?:regional|reviderad|ny|gemensam|länsgemensam|lokal)\w*\s+)*(?P<noun>[\wåäö]*{_REPORT_NOUN})(?![\wåäö])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:information|redovisning|rapport(?:ering)?|återrapport(?:ering)?|återkoppling|uppföljning|presentation|diskussion|dialog|genomgång|lägesrapport|lägesbild|nuläge|aktuellt|status"
    r"|förslag|beslut|fråga(?:n)?|frågor|fortsatt|fortsättning|nytt?|nya|uppdaterat?|reviderad\w*|revidering|godkännande|fastställande|antagande|yttrande|remiss(?:svar)?|svar"
    r"|arbetet|hantering|film(?:en)?|inbjudan|utifrån|enligt|handlingsplan(?:en)?|(?:regional|gemensam|lokal|länsgemensam)(?=\s+[\wåäö]*(?:plan|strategi|rutin|överenskommelse|rapport|avtal|målbild|beskrivning)\b)|läge(?:t)?|kommande|översyn|införande|utredning|utvärdering|kartläggning|sammanställning|genomförd|inventering"
    r"|uppdragsbeskrivning(?:en)?|uppdrag|uppdragsledare|årsrapport(?:en)?|årsberättelse(?:n)?|delrapport(?:en)?|slutrapport(?:en)?|avtal(?:et)?|överenskommelse(?:n)?|verksamhetsplan(?:en)?"
    r"|verksamhetsberättelse(?:n)?|strategi(?:n)?|målbild(?:en)?|rutin(?:en)?|motion(?:en)?|medborgarförslag(?:et)?|representant(?:er)?|val|aktuell\w*|kort|muntlig|skriftlig"
    r"|av|om|om\s+att|kring|från|för|inför|till|gällande|avseende|angående|ang\.?|rörande|mot|med|i|inom|på|en|ett|den|det|de|s\.k\.?|och|samt)(?![\wåäö])\s*[:,]?\s*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"(?:\s*(?:[,–-]|\boch\b|\bsamt\b)?\s*\b(?:(?:års|del|slut|läges)?rapport(?:en)?|årsberättelse|(?:regional\s+)?handlingsplan|nuläge(?:srapport)?|lägesrapport|information|status|uppföljning"
    rf"|återkoppling|dialog|diskussion|del\s+\d|{_YEAR}|i\s+länet|inriktning|fortsatt\s+arbete|vt|ht|vår(?:en)?|höst(?:en)?))+\s*$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    rf"\s*(?:prioriterat\s+område|fokusområde|uppdrag|projekt|område|ärende|fråga|tema)\s*(?:{_YEAR})?\s*$", re.IGNORECASE
)
_BARE_REPORT = re.compile(
    rf"\s*(?:(?:års|del|slut|läges|nuläges|tertial|kvartals)?rapport(?:en|er)?|årsberättelse(?:n)?)\s*(?:{_YEAR})?\s*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[–—-]\s+|:\s+")
_NUMBER_ONLY = re.compile(r"^[\d\s./–-]+$")


def find_topics(title: str, text: str, abbreviations: Sequence[Abbreviation], movements: Sequence[Movement]) -> list[str]:
    """Topic names of one item, the main one first; empty for formalia. `text` is the item's text with its title."""
    raised = [m.what for m in movements if m.what and m.type == "RAISED_BY"]
    if is_formal(title):
        own = [a.long for a in abbreviations if a.short in text and fold(title).startswith(("ovriga", "fragor", "ovrigt"))]
        return _unique([*(_clean(r) for r in raised if r), *own])
    if _BARE_REPORT.match(title) and not raised:
        return []  # a report, of what the title does not say
    by_short = {a.short: a for a in abbreviations}
    bracketed = re.search(r"\(([A-ZÅÄÖ][\wÅÄÖåäö-]{1,9})\)?\s*$|\(([A-ZÅÄÖ]{2,9})\)", title)
    named: list[str] = []
    for short, abbreviation in by_short.items():
        if re.search(rf"(?<![\w]){re.escape(short)}(?![\w])", title):
            named.append(short if short.isupper() else abbreviation.long)
        elif len(abbreviation.long) > 6 and fold(abbreviation.long) in fold(title):
            named.append(abbreviation.long)
    if bracketed:
        inner = bracketed.group(1) or bracketed.group(2)
        if inner and inner.isupper():
            named.append(inner)
    if about := re.search(r"\b(?:för|om|kring|gällande|avseende|angående)\s+([A-ZÅÄÖ]{3,9})(?=$|\s+[–-]|,)", title):
        named.append(about.group(1))
    head = _DASH.split(title)[0]
    lead = re.match(r"([A-ZÅÄÖ]{3,9})(?=$|\s*[:–-]|,)", head)
    if lead and not named:
        named.append(lead.group(1))
    main = _clean(title)
    topics = [*named] if named else ([main] if main else [])
    if named and main and not any(fold(n) in fold(main) or fold(main) in fold(n) for n in named):
        topics.append(main)
    return _unique(topics)


def _clean(title: str) -> str:
    """The thing in a title, without the words for what kind of paper or step it is."""
    text = squash(title).strip(' .,:;"”“')
    quoted = re.search(r"[\"”“»](?P<inside>[^\"”“«»]{3,60})[\"”“«»]?", squash(title))
    if quoted:
        inside = squash(re.sub(rf"\b{_YEAR}\b", " ", quoted["inside"])).strip(" ,.")
        if len(fold(inside)) >= 3:
            return inside[:1].upper() + inside[1:]
    text = re.sub(r"\([^()]*\)?", " ", text)
    parts = [p for p in _DASH.split(text) if p.strip()]
    if len(parts) > 1 and _GENERAL.match(parts[0]):
        parts = parts[1:]
    best = ""
    for part in parts:
        bare = _LEAD.sub("", part)
        bare = _TAIL.sub("", bare)
        bare = squash(re.sub(rf"\b{_YEAR}\b", " ", bare)).strip(' ,.;:–-"”“')
        bare = squash(re.split(r"(?:,|\.)\s+|\s,", bare)[0])
        sender = bare.isupper() and re.search(r"\bfrån\s", part) and part is not parts[-1]
        if len(fold(bare)) >= 3 and not _NUMBER_ONLY.match(bare) and not sender:
            best = bare
            break
    if not best and (report := _REPORT.search(text)):
        # Nothing but words for papers and steps: the paper itself is the matter.
        best = squash(report.group(0))
    best = best or squash(text)
    best = best.strip()
    return best[:1].upper() + best[1:] if best else ""


def previous_minutes(title: str, forum: str) -> str | None:
    """The report that "Föregående minnesanteckningar 260409" lays before the meeting: the minutes of the forum's day."""
    if not re.match(r"(?:genomgang\s+av\s+)?(?:foregaende|forra|tidigare)\b", fold(title)):
        return None
    dates = find_dates(title)
    return f"Minnesanteckningar {forum} {dates[0].date.isoformat()}" if dates else None


def find_reports(title: str) -> list[str]:
    """Reports, plans, agreements and the like that a title names, with their subject and year as far as it tells.

    "SPAK – Delrapport" -> ["SPAK – Delrapport"]; "God vård – regional handlingsplan och årsrapport 2025" ->
    ["God vård – regional handlingsplan", "God vård – årsrapport 2025"].
    """
    matches = list(_REPORT.finditer(title))
    if not matches or is_formal(title):
        return []
    parted = [m for a, m in itertools.pairwise(matches) if re.search(r",|\b(?:och|samt)\b", title[a.end() : m.start()])]
    if not parted:
        return [squash(title)]
    matches = [matches[0], *parted]
    head = _DASH.split(title)
    prefix = squash(head[0]) if len(head) > 1 and not _REPORT.search(head[0]) else ""
    reports: list[str] = []
    for i, match in enumerate(matches):
        stop = matches[i + 1].start() if i + 1 < len(matches) else len(title)
        piece = squash(re.sub(r"(?:,|\boch\b|\bsamt\b)\s*$", "", title[match.start() : stop].rstrip())).strip(" ,–-")
        reports.append(f"{prefix} – {piece}" if prefix else piece)
    return _unique(reports)


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        if name and fold(name):
            seen.setdefault(fold(name), name)
    return list(seen.values())
