"""Lines in a block of decisions that decide nothing themselves: headings, labels and bodies between its clauses, and who took no part."""

from __future__ import annotations

import re
from collections import Counter

from ingest.decisions.clauses import ATT, NUMBERED
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import find_trigger
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN

_POINT = re.compile(r"(\d{1,2})\s?[.)]\s")
_HEADING_WORDS = 8


def is_heading_between(item: ItemLines, begin: int, i: int) -> bool:
    """Whether a line is a heading within the numbered list of a block from `begin` on: "Socialnämnden" between its points 3 and 4."""
    text, following = item.lines[i].text, item.lines[i + 1 : i + 2]
    number = _POINT.match(following[0].text) if following else None
    if number is None or int(number[1]) < 2 or text.endswith((".", ",")) or NUMBERED.match(text) or ATT.match(text):
        return False
    if len(text.split()) > _HEADING_WORDS or not text[:1].isupper() or has_finite(text):
        return False
    points = [m for line in item.lines[begin:i] if (m := _POINT.match(line.text))]
    return bool(points) and int(points[-1][1]) + 1 == int(number[1])


_BODY_ALONE = re.compile(
    r"(?=[A-ZÅÄÖ])(?:[\wåäö-]+,?\s){0,4}[\wåäö-]*(?:nämnden|[Ss]tyrelsen|utskottet|kontoret|[Ff]ullmäktige|revisionen)"
)


def is_label_between(item: ItemLines, i: int, *, within: bool) -> bool:
    """Whether a line is no more than the body that the next att-sats is about: "Byggnadsnämnden" / "att bevilja byggnadsnämnden …".

    `within`: a clause is open above it."""
    text, following = item.lines[i].text, item.lines[i + 1 : i + 2]
    before = item.lines[i - 1].text
    if not following or not before.endswith((":", "att") if not within else (",", "samt")):
        return False
    return ATT.match(following[0].text) is not None and _BODY_ALONE.fullmatch(text) is not None


def names_decider(item: ItemLines, i: int) -> bool:
    """Whether a line is nothing but the name of the body that decides, with att-satser below: "Beslut" / "Nämnden" / "att …"."""
    line, following = item.lines[i].text.rstrip(" :"), item.lines[i + 1 : i + 2]
    if " " in line:
        return False
    return bool(following and ATT.match(following[0].text) and BODY_NOUN.fullmatch(line)) and item.minutes.is_forum(line)


_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,2}:?")
_AGAIN = 2


def labels_of_form(item: ItemLines, begin: int) -> frozenset[str]:
    """The labels of a form that is filled in over and over in an item ("Sökande" / "…" / "Beslut" / "…"), each on a line of its own.

    They are the labels that come as often as the heading above the line at `begin`; empty where that stands but once.
    """
    heading = item.lines[begin - 1].text
    times = Counter(line.text for line in item.lines)
    if times[heading] < _AGAIN:
        return frozenset()
    often = (text for text, count in times.items() if count >= times[heading] and text != heading)
    return frozenset(text for text in often if _LABEL.fullmatch(text) and not find_trigger(text))


_NO_PART = re.compile(r"\b(?:deltar|deltog)\s+(?:därför\s+)?(?:inte|ej)\b|\b(?:anmäl(?:er|de)|grund\s+av)\s+jäv\b", re.IGNORECASE)
_NO_PART_WORDS = ("deltar", "deltog", "jäv")
"""One of these stands in what `_NO_PART` finds."""


def tells_of_no_part(item: ItemLines, i: int) -> bool:
    """Whether a line says who took no part in the decision, and is no clause itself: "Anna Ek deltar inte på grund av jäv."."""
    text = item.lines[i].text
    return (
        any(word in item.lowers[i] for word in _NO_PART_WORDS)
        and not (NUMBERED.match(text) or ATT.match(text))
        and _NO_PART.search(text.partition(". ")[0]) is not None
    )
