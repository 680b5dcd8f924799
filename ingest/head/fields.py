"""The fields of a head: "Plats och tid: …", labels and values on a line, below each other, in cells, or run together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from graph.names import fold, squash
from graph.record import Span
from ingest.lines import Line

LABEL = re.compile(
    r"^(?P<label>datum för (?:anteckning\w*|upprättande|protokoll\w*|möte\w*|sammanträde\w*)|datum(?: och tid)?|mötesdatum|mötesdag|sammanträdesdatum|sammanträdestid|mötestid|sammanträdesdag|datum och plats|(?:(?:plats|datum|dag|tid),? ){2}(?:och|samt) (?:plats|datum|dag|tid)|tid och plats|plats och tid|tid|tider|klockan"
    r"|plats|var|lokal|mötesplats|möteslokal|sammanträdesplats|sammanträdeslokal|dnr|diarienr|diarienummer|diarie-?nr|ärendenummer|protokollsdatum|upprättad\w*|utskriven|utskriftsdatum|dokumentdatum|forum|organ|nämnd|möte"
    r"|paragrafer|sekreterare|ordförande|justerare|justering|digital justering|underskrifter)\b\s*(?:\.\s*)?(?::|\t|\s{2,}|\s(?=\d)|(?<=plats)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=och tid)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=tid)\s(?=kl))\s*(?P<value>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ALL_THREE = re.compile(r"(?=.*\bplats\b)(?=.*\btid\b)(?=.*\b(?:datum|dag)\b)", re.IGNORECASE)
""" "Plats, datum och tid": read as "plats och tid", whose value may hold a day too."""
DIARY_LABELS = {"dnr", "diarienr", "diarienummer", "diarie-nr", "ärendenummer"}
PLACE_LABELS = {
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
LABELS_BEFORE = re.compile(
    r"^(?:(?:Beslutande|Närvarande|Ledamöter|(?:Ej )?[Tt]jänstgörande(?: ersättare)?|Ersättare|Övriga (?:deltagande|deltagare|närvarande)|Paragrafer|Datum)\b[ :.]*)+"
)
"""The labels of lists read before the values of a column: the place and time come first among these."""
MARGIN = re.compile(r"\s*(?:sid(?:a|an)?\b\s*)?\d*\s*(?:\(\d*\))?\s*$", re.IGNORECASE)
_MEETING_DATE = re.compile(r"(?:sammanträdes|mötes)(?:datum|dag)\b", re.IGNORECASE)
_FRONT = 6_000
_LONGEST_HEAD = 120
"""Lines; where neither list nor item is found the head is not the whole document."""
SIGNING = re.compile(r"juster|underskrift|anslag|bevis\b|uppsätt|nedtag|förvaring|signatur|överklaga", re.IGNORECASE)
_MISREAD = re.compile(r"(?P<label>[^\W\d_]{3,}(?: \w{2,3} [^\W\d_]{3,})?)\s?[:\t]\s*(?P<value>.*)$", re.DOTALL)
_LABELS = ("datum", "mötesdatum", "mötesdag", "sammanträdesdatum", "sammanträdestid", "mötestid", "lokal", "plats", "mötesplats", "sammanträdesplats",
    "plats och tid", "tid och plats", "starttid", "sluttid", "diarienummer", "dokumentdatum")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str
    value: str
    line: Line


def head_and_behind(lines: list[Line], end: int, lists: Sequence[Span], items: int | None) -> tuple[list[Line], list[Line]]:
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


def fields_behind(behind: list[Line]) -> list[Line]:
    """The fields behind the list that are the meeting's: those before the signatures and notices; there only its date is."""
    signed = next((i for i, piece in enumerate(behind) if SIGNING.search(piece.text)), len(behind))
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


def find_fields(head: list[Line]) -> list[Labelled]:
    found: list[Labelled] = []
    for i, line in enumerate(head):
        cells = [line.document.text[c.start : c.end].strip() for c in line.cells]
        parts = [line.text]
        if len([c for c in cells if c]) >= 2:
            # "Datum 2026-05-13<tab>Diarienummer …": each cell may carry its own label, or label and value take turns.
            parts = cells if any(LABEL.match(c) for c in cells[1:]) else ["\t".join(c for c in cells if c)]
        for part in parts:
            match = LABEL.match(part) or _misread_label(part)
            if match is None and re.fullmatch(
                r"(?:plats och tid|tid och plats|plats|datum|tid|sammanträdesdatum)\s*:?", part, re.IGNORECASE
            ):
                following = head[i + 1].text if i + 1 < len(head) else ""
                found.append(Labelled(part.strip(" :").lower(), following, line))
            elif match:
                value = match["value"].strip()
                below = head[i + 1] if i + 1 < len(head) else None
                if value and below and not below.blank_before and not below.cells and re.match(r"\d{1,2}[.:]\d\d\b", below.text):
                    value = f"{value} {below.text}"
                if not value and i + 1 < len(head) and not LABEL.match(head[i + 1].text):
                    value = head[i + 1].text
                label = squash(match["label"]).lower()
                found.append(Labelled("plats och tid" if _ALL_THREE.match(label) else label, squash(value), line))
    return found


@lru_cache(maxsize=512)
def _nearest_label(words: str) -> str | None:
    folded = fold(words)
    near = [label for label in _LABELS if OSA.distance(folded, fold(label), score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None


def _misread_label(part: str) -> re.Match[str] | None:
    """A field whose label has a slip of text recognition ("Möfesdag: …", "Plats ech tid: …")."""
    found = _MISREAD.match(part)
    label = _nearest_label(found["label"]) if found else None
    return LABEL.match(f"{label}: {found['value']}") if found and label else None
