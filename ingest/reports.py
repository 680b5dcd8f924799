"""Reports laid before a meeting, as the titles of its items name them: reports, plans, agreements and the like."""

from __future__ import annotations

import itertools
import re

from graph.names import fold, squash
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
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[–—-]\s+|:\s+")


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
    return list({fold(report): report for report in reversed(reports)}.values())[::-1]
