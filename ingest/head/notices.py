"""The forum as the fields of notices and signatures name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.lexicon import BodyKind, ForumEntry, Lexicon
from graph.names import squash
from ingest.head.associations import find_association
from ingest.head.forum_names import FORUM_NOUN, Found, as_written
from ingest.head.forum_places import with_county
from ingest.head.labels import parse_label
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite

_ORGAN = re.compile(
    r"(?:organ och §§?[\s:]*(?:\d[\d\s,–-]*$)?|organ,? (?:och )?sammanträdesdatum\b[\s:]*|nämnd e\.? ?d\.?[\s:]*"
    r"|(?:organ och|organ|nämnd|styrelse/nämnd|instans|beslutsinstans|sammanträdande organ|myndighet)\b[\s:]*|forum:?[\s]+(?=\w*(?:fullmäktige|styrelsen|nämnden|utskottet)))",
    re.IGNORECASE,
)
"""The field of the forum in notices and signatures; "Organ och §§: 88–104" names it in the line below."""
_NOTICED = re.compile(r"\bgenom anslag\.?\s+(?:Forum\s+)?")
"""Before the forum where the fields of a notice ran together."""
_OWN_MINUTES = re.compile(
    r"(?P<name>(?:[\wåäöÅÄÖ]+-\s+och\s+)?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|rådet|direktionen|beredningen))s\s+protokoll\b"
)


def find_organ(lines: Sequence[Line], lexicon: Lexicon) -> Found | None:
    """The forum as the fields of notices and signatures name it: "Organ Kulturnämnden", "Kulturnämndens protokoll"."""
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        if label := _ORGAN.match(line.text):
            value = line.text[label.end() :]
            if not value and below is not None:
                line, value = below, below.text
            known = next(iter(lexicon.find_bodies(value, (BodyKind.FORUM,))), None)
            if known is not None and isinstance(known.entry, ForumEntry):
                return Found(known.entry, as_written(value, known.start, known.end), line)
            if (match := FORUM_NOUN.search(value)) and _GENITIVES.fullmatch(value, 0, match.start()):
                whole = with_county(value, match, lexicon)
                named = whole if whole.startswith(match["name"]) else match["name"] + match["tail"]
                return Found(None, squash(value[: match.start()] + named).strip(" ,"), line)
            if (association := find_association(value)) and value.startswith(association):
                return Found(None, association, line)
            if _BY_ORGAN.match(label.group()) and _is_whole_name(value, lexicon):
                return Found(None, squash(value), line)
        if (noticed := _NOTICED.search(line.text)) and (match := FORUM_NOUN.match(line.text, noticed.end())):
            return Found(None, squash(match["name"]), line)
        if "protokoll" in line.text and (own := _OWN_MINUTES.search(line.text)):
            return Found(None, own["name"][:1].upper() + own["name"][1:], line)
    return None


def _is_whole_name(value: str, lexicon: Lexicon) -> bool:
    """Whether all that stands in the field is the name of a body, of whatever kind it is; not a person, a place or another field."""
    if not _WHOLE_NAME.fullmatch(value) or parse_label(value) or has_finite(value) or _NO_BODY.match(value):
        return False
    return not find_names(value) and lexicon.municipality(value) is None


_NO_BODY = re.compile(r"\w+hus(?:et)?\b|(?:datum|tid|plats)\b|\w+\s+kommun$", re.IGNORECASE)
"""Houses, what is left of another field, and whose body it is."""
_BY_ORGAN = re.compile(r"organ\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(r"[A-ZÅÄÖ][\wåäö-]{2,}(?: [\wåäö-]+){0,6}(?<!\d)")
""" "Organ: Båt- och bryggcollege Sydviken"."""
_GENITIVES = re.compile(r"(?:[A-ZÅÄÖ][\wåäö-]*s\s+läns\s+)?")
""" "Dalarnas läns hamnstyrelse"."""
