"""The labels of a head's fields, and what they hold: from `lexicon/head.yaml`, validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from graph.names import fold, squash
from ingest.lexicon import head_words


class Holds(Enum):
    """What the value of a field is."""

    MEETING_DAY = "meeting_day"
    MEETING_TIME = "meeting_time"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    PLACE_AND_TIME = "place_and_time"
    WRITTEN_DAY = "written_day"
    DIARY = "diary"
    FORUM = "forum"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text, and its value, which may be empty."""

    holds: Holds
    value: str


_SEPARATED = (
    r"(?P<gap>\s*\.?\s*(?::|\t|\s{2,}|$)|\s(?=\d)"
    r"|(?<=plats)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=lokal)\s(?=(?-i:[A-ZÅÄÖ]))|(?<=tid)\s(?=(?-i:[A-ZÅÄÖ])|kl)"
    r"|(?:(?<=datum)|(?<=tid)|(?<=dag))\s(?=(?:mån|tis|ons|tors|fre|lör|sön)dag))"
)
_DIARY_NUMBER = r"|(?<=nr|er)\s(?=(?-i:[A-ZÅÄÖ]{1,8})[ /-]?\d)"


@cache
def _pattern() -> re.Pattern[str]:
    words = head_words()
    simple = sorted((form for kind in _KINDS.values() for form in getattr(words, kind)), key=len, reverse=True)
    word = rf"(?:{'|'.join(words.combined.words)})"
    link = rf"\s*(?:{'|'.join(re.escape(link) for link in words.combined.links)})\s*"
    combined = rf"{word}(?:(?:{link})+{word}){{1,3}}"
    return re.compile(
        rf"(?:(?P<combined>{combined})(?:\sför(?:\s(?:mötet|sammanträdet))?)?|(?P<simple>{'|'.join(re.escape(form) for form in simple)}))(?![\wåäö]){_SEPARATED[:-1]}{_DIARY_NUMBER})\s*(?P<value>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


_KINDS = {
    Holds.MEETING_DAY: "meeting_day",
    Holds.MEETING_TIME: "meeting_time",
    Holds.DAY: "day",
    Holds.TIME: "time",
    Holds.PLACE: "place",
    Holds.WRITTEN_DAY: "written_day",
    Holds.DIARY: "diary",
    Holds.FORUM: "forum",
    Holds.OTHER: "other",
}


@cache
def _forms() -> dict[str, Holds]:
    words = head_words()
    return {form: holds for holds, kind in _KINDS.items() for form in getattr(words, kind)}


_MARKS = " \t-–•*·|"


@cache
def _inner() -> re.Pattern[str]:
    words = head_words()
    simple = sorted((form for kind in _KINDS.values() for form in getattr(words, kind)), key=len, reverse=True)
    word = rf"(?:{'|'.join(words.combined.words)})"
    combined = rf"{word}(?:\s(?:och|samt)\s{word})+"
    return re.compile(
        rf"(?<=[\s|])(?=(?-i:[A-ZÅÄÖ]))(?:{combined}|{'|'.join(re.escape(form) for form in simple)})(?=\s?:)", re.IGNORECASE
    )


def split_fields(text: str) -> list[str]:
    """A line cut at the labels in it: "Datum: 2023-05-04 Tid: 13–15 Plats: Rådhuset" -> three pieces."""
    if text.count(":") < _TWO:
        return [text]
    starts = [0, *(match.start() for match in _inner().finditer(text)), len(text)]
    return [piece for a, b in pairwise(starts) if (piece := text[a:b].strip(" |\t"))]


_TWO = 2


@lru_cache(maxsize=4096)
def parse_label(text: str) -> Label | None:
    """The label that a text begins with, and what stands behind it; None when it begins with none.

    "Plats och tid: Rådhuset kl 9" -> (PLACE_AND_TIME, "Rådhuset kl 9"); "Mötesplats" -> (PLACE, ""); "Datumet är satt" -> None.
    """
    match = _pattern().match(text.lstrip(_MARKS))
    if match is None:
        return None
    value = squash(match["value"]).rstrip(" |")
    if match["combined"]:
        held = match["combined"].casefold()
        place = "plats" in held or "lokal" in held
        return Label(Holds.PLACE_AND_TIME if place else Holds.MEETING_TIME, value)
    form = squash(match["simple"]).casefold()
    if form in head_words().colon_only and value and ":" not in match["gap"] and "\t" not in match["gap"]:
        return None
    return Label(_forms()[form], value)


_MISREAD = re.compile(r"(?P<label>[^\W\d_]{3,}(?: \w{2,3} [^\W\d_]{3,})?)\s?[:\t]\s*(?P<value>.*)$", re.DOTALL)
_OFTEN_MISREAD = ("datum", "mötesdatum", "mötesdag", "sammanträdesdatum", "sammanträdestid", "mötestid", "lokal", "plats", "mötesplats", "sammanträdesplats",
    "plats och tid", "tid och plats", "starttid", "sluttid", "diarienummer", "dokumentdatum")  # fmt: skip


@lru_cache(maxsize=512)
def _nearest(words: str) -> str | None:
    folded = fold(words)
    near = [label for label in _OFTEN_MISREAD if OSA.distance(folded, fold(label), score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None


def parse_misread_label(text: str) -> Label | None:
    """A label with a slip of text recognition in it ("Möfesdag: …", "Plats ech tid: …"), and its value; None otherwise."""
    found = _MISREAD.match(text)
    label = _nearest(found["label"]) if found else None
    return parse_label(f"{label}: {found['value']}") if found and label else None
