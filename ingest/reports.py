"""Reports laid before a meeting, as the titles of its items name them: reports, plans, agreements and the like."""

from __future__ import annotations

import itertools
import re

from graph.names import fold, lowered, squash
from ingest.alternatives import Choice, by_first_letter
from ingest.dates import find_dates
from ingest.items import is_formal

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
)
_NOUNS = (
    *(
        "rapport",
        "berättelse",
        "redovisning",
        "bokslut",
        "budget",
        "plan",
        "avtal",
        "överenskommelse",
        "utredning",
        "beskrivning",
    ),
    *(
        "direktiv",
        "rutin",
        "riktlinje",
        "reglemente",
        "policy",
        "strategi",
        "målbild",
        "film",
        "promemoria",
        "yttrande",
        "värdering",
    ),
    *("kartläggning", "sammanställning", "remiss", "motion", "medborgarförslag", "anteckningar", "protokoll"),
)
"""One of these stands in every title that names a report."""
_NOUN = re.compile(by_first_letter([Choice(_NOUNS)]))
_DASH = re.compile(r"\s+[–—-]\s+|:\s+")


_EARLIER = re.compile(r"(?:genomgang\s+av\s+)?(?:foregaende|forra|tidigare)\b")


def previous_minutes(title: str, forum: str) -> str | None:
    """The report that "Föregående minnesanteckningar 260409" lays before the meeting: the minutes of the forum's day."""
    if not _EARLIER.match(fold(title)):
        return None
    dates = find_dates(title)
    return f"Minnesanteckningar {forum} {dates[0].date.isoformat()}" if dates else None


_COMMON_PAPER = re.compile(
    r"\b(?:regional|gemensam|länsgemensam)\w*\s+[\wåäö]*(?:plan|strategi|överenskommelse|avtal|målbild)(?:en|et|n)?(?=\s+(?:och|samt)\s|\s*$)",
    re.IGNORECASE,
)


def find_common_paper(title: str) -> str | None:
    """The plan, strategy or agreement of several bodies that a title names without saying of what: "aktuellt läge Regional strategi"."""
    match = _COMMON_PAPER.search(squash(title))
    return match.group(0)[:1].upper() + match.group(0)[1:] if match else None


_JOINED = re.compile(r"(?:,|\boch\b|\bsamt\b)\s*$")


def find_reports(title: str) -> list[str]:
    """Reports, plans, agreements and the like that a title names, with their subject and year as far as it tells.

    "SPAK – Delrapport" -> ["SPAK – Delrapport"]; "God vård – regional handlingsplan och årsrapport 2025" ->
    ["God vård – regional handlingsplan", "God vård – årsrapport 2025"].
    """
    lower = lowered(title)
    if not _NOUN.search(lower) or is_formal(title):
        return []
    matches = list(itertools.dropwhile(lambda match: _is_mentioned_only(title, match), _REPORT.finditer(lower)))
    if not matches:
        return []
    parted = [m for a, m in itertools.pairwise(matches) if re.search(r",|\b(?:och|samt)\b", title[a.end() : m.start()])]
    if not parted:
        return [_paper(title)]
    matches = [matches[0], *parted]
    head = _DASH.split(title)
    prefix = squash(head[0]) if len(head) > 1 and not _REPORT.search(lowered(head[0])) else ""
    reports: list[str] = []
    for i, match in enumerate(matches):
        stop = matches[i + 1].start() if i + 1 < len(matches) else len(title)
        piece = squash(_JOINED.sub("", title[match.start() : stop].rstrip())).strip(" ,–-")
        reports.append(f"{prefix} – {piece}" if prefix else piece)
    return list({fold(report): report for report in reversed(reports)}.values())[::-1]


_MENTIONED = re.compile(
    r"(?:\bdel\s+(?:i|av)|\benligt|\bmed\s+stöd\s+av|\bi\s+enlighet\s+med|\binom(?:\s+ramen\s+för)?|\buppdrag)\s+(?:(?:den|det|en|ett)\s+)?$",
    re.IGNORECASE,
)
""" "En del i handlingsplanen", "enligt avtal", "uppdrag handlingsplan": the paper itself is not on the table."""
_SPOKEN = re.compile(r"rapport(?:en|er|erna)?\s+(?:i)?från\b", re.IGNORECASE)
""" "Rapport från nätverket" is given by word of mouth."""
_GIVEN = re.compile(
    r"^(?:(?:redovisning|information|presentation|återrapportering|genomgång|föredragning)\s+(?:(?:av|om|kring|fortsatt)\s+)*|(?:nytt?|nya|uppdaterat|uppdaterad)\s+)+",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"(?:(?:dialog|diskussion|inriktning|information|nuläge|läget|lägesrapport|status|uppföljning|återkoppling|beslut|antagande|godkännande"
    r"|fortsatt\s+arbete|nästa\s+steg|och|samt|del\s+\d)[\s,]*)+",
    re.IGNORECASE,
)
""" "… – dialog och inriktning": what is done with the paper."""
_FORGOTTEN_BRACKET = re.compile(r"\s*\([^()]*$")


def _is_mentioned_only(title: str, match: re.Match[str]) -> bool:
    return bool(_MENTIONED.search(title[: match.start()]) or _SPOKEN.match(title, match.start("noun")))


def _paper(title: str) -> str:
    """What a title calls the paper, without the words for its being presented and for what is done with it."""
    whole = _FORGOTTEN_BRACKET.sub("", squash(title))
    for dash in reversed(list(_DASH.finditer(whole))):
        tail = whole[dash.end() :]
        if _REPORT.search(lowered(tail)) or not _STEPS.fullmatch(tail):
            break
        whole = whole[: dash.start()]
    bare = _GIVEN.sub("", whole)
    named = bare if _REPORT.search(lowered(bare)) else whole
    return named[:1].upper() + named[1:]
