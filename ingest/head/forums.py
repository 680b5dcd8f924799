"""Whose meeting it was: the forum as the head names it."""

from __future__ import annotations

import re

from graph.lexicon import BodyKind, ForumEntry, Lexicon
from graph.names import squash
from ingest.head.labels import Holds, parse_label
from ingest.head.names import parse_title
from ingest.head.titles import MINUTES
from ingest.lines import Line

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
_ORGAN = re.compile(
    r"^(?:organ|nämnd|styrelse/nämnd|instans|beslutsinstans|sammanträdande organ|organ och)\b[\s:]*", re.IGNORECASE
)
_OWN_MINUTES = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ][\wåäö]*-\s+och\s+)?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|rådet|direktionen|beredningen))s\s+protokoll\b"
)
_ASSOCIATION = re.compile(
    r"(?<![\wåäö-])(?:[A-ZÅÄÖ][\wåäö-]*[ ](?:(?:och|i)[ ])?){0,3}[A-ZÅÄÖ][\wåäö-]*(?:förening(?:en)?|förbund(?:et)?|stiftelsen?|samfällighet(?:en)?)(?![\wåäö-])"
)
"""An association that keeps minutes, where no board of it is named."""
_FEW = 4
_WHOSE_COUNCIL = re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][\wåäö-]*s\s+(?:[a-zåäö]+(?:-[a-zåäö]+)*a\s+)$")
""" "Statens estetiska råd"."""
_BOARD = re.compile(r"(?:styrelsen?|direktionen?)$", re.IGNORECASE)


def find_forum(
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
        label = parse_label(line.text)
        if label and label.holds not in {Holds.FORUM, Holds.MEETING_DAY}:
            continue
        visible = MINUTES.sub(lambda m: " " * len(m.group(0)), line.text)
        if match := _FORUM_NOUN.search(visible):
            return None, _whole_name(visible, match), line
    for line in behind[:_FEW]:
        # A page whose heading looks like an item ("1 PROTOKOLL") has its forum behind it.
        if (match := _FORUM_NOUN.match(line.text)) and len(line.text) <= len(_whole_name(line.text, match)) + 3:
            return None, _whole_name(line.text, match), line
    if organ := _organ(head, behind, lexicon):
        return organ
    for line in ordered[:8]:
        if not parse_label(line.text) and (match := _ASSOCIATION.search(MINUTES.sub(lambda m: " " * len(m.group(0)), line.text))):
            return None, squash(match.group()), line
    if title and (bare := parse_title(title.text)):
        return None, bare, title
    return None, None, None


def _whole_name(text: str, match: re.Match[str]) -> str:
    """The name of a forum with what it is for, or, of a board, whose it is."""
    whose = _WHOSE_BOARD.match(text, match.end("name")) if _BOARD.search(match["name"]) else None
    owner = _WHOSE_COUNCIL.search(text, 0, match.start("name")) if match["name"].islower() else None
    return squash((owner.group() if owner else "") + match["name"] + (whose.group() if whose else match["tail"])).strip(" ,")


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
