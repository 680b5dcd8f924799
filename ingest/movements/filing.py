"""Who handed in the paper that a matter begins with: a motion, an interpellation, a letter.

"Anna Ek (S) har lämnat in en motion om …", "Bo Alm föreslår i en motion att …", "I ett medborgarförslag föreslår Cilla Rot …", "Från
Handelskammaren har kommit en begäran om …".
"""

from __future__ import annotations

import re

from graph.names import squash
from graph.record import MovementType
from ingest.movements.sentence import OPENS_WITHIN, Sentence
from ingest.people import find_names

_PAPER = r"(?:motion|interpellation|medborgarförslag|enkel\s+fråga|e-förslag|folkmotion)\b"
PAPERS = ("motion", "interpellation", "medborgarförslag", "enkel fråga", "e-förslag", "skrivelse", "begäran", "förfrågan")
"""One of these stands in every sentence that tells of a paper."""
_FILES = re.compile(
    rf"\b(?:har\s+(?:i\s+\w+\s+)?(?:lämnat(?:\s+in)?|inlämnat|inkommit\s+med|kommit\s+in\s+med|ingivit|väckt|ställt|framställt)|lämna(?:de|r)(?:\s+in)?|inkom(?:mer)?\s+med|väck(?:te|er)|ställ(?:de|er))\s+"
    rf"(?:(?:den|i)\s+[^.,]{{3,20}}?\s)?(?:in\s+)?(?:(?:en|ett|följande|nedanstående)\s+)?{_PAPER}"
    rf"|\b(?:föreslår|föreslog|yrkar|har\s+föreslagit|frågar|begär)\s+i\s+(?:(?:en|ett)\s+)?{_PAPER}|\bhar\s+i\s+(?:(?:en|ett)\s+)?(?:{_PAPER}|skrivelse\b)[^.]{{0,40}}?\b(?:föreslagit|framfört|begärt|påtalat|frågat|yrkat|hemställt)\b"
)
_VERBS = frozenset(
    (
        *("har", "lämnade", "lämnar", "inkom", "inkommer", "väckte", "väcker", "ställde", "ställer"),
        *("föreslår", "föreslog", "yrkar", "frågar", "begär"),
    )
)
"""One of these stands in every sentence that tells so."""
_FILED_BY = re.compile(rf"^I\s+(?:en|ett)\s+{_PAPER}[^.]{{0,60}}?\b(?:föreslår|frågar|yrkar|begär)\s+(?=[A-ZÅÄÖ])")
_WROTE = re.compile(r"^(?P<who>[A-ZÅÄÖ][^,.]{2,50}?)\s+har\s+i\s+(?:en\s+)?skrivelse\b")
_CAME_FROM = re.compile(
    r"^Från\s+(?P<who>[A-ZÅÄÖ][^,.]{2,50}?)\s+har\s+(?:det\s+)?(?:in)?kommit\s+(?:in\s+)?(?:en\s+|ett\s+)?(?:begäran|skrivelse|förfrågan|fråga|önskemål|ansökan)\b"
)
_HELD_BY = re.compile(r"\btill\s+[^,.]*$")
_RESIGNS = re.compile(r"\bbefria|\bbefrielse|\bentledig|\bavs[äa]g")
""" "… har i skrivelse begärt att bli befriad från uppdraget": what somebody asks for themselves is no issue raised."""
_MOST = 3
_NEAR = 14


def find_filed(sentence: Sentence) -> bool:
    """Adds who handed the paper in, at most three of those who did together; False when the sentence tells of none."""
    if _VERBS.isdisjoint(sentence.words) or not any(word in sentence.lowered for word in PAPERS):
        return False
    if _RESIGNS.search(sentence.lowered):
        return False
    names = _filing(sentence)
    for name in names:
        sentence.add(MovementType.RAISED_BY, name, sentence.own)
    return bool(names)


def _filing(sentence: Sentence) -> list[str]:
    text = sentence.text
    if verb := _FILES.search(text):
        lead = text[: verb.start()]
        people = find_names(lead)
        if people and people[0].start <= OPENS_WITHIN:
            return [squash(lead[n.start : n.end]) for n in people if not _HELD_BY.search(lead[: n.start])][:_MOST]
        return _body_of(sentence, _WROTE.match(text))
    if verb := _FILED_BY.search(text):
        person = next((n for n in find_names(text[verb.end() :]) if n.start < _NEAR), None)
        return [squash(text[verb.end() + person.start : verb.end() + person.end])] if person else []
    return _body_of(sentence, _CAME_FROM.match(text))


def _body_of(sentence: Sentence, match: re.Match[str] | None) -> list[str]:
    """Who a wording names, unless it is this forum."""
    if match is None or any(sentence.is_own(n) and n.end <= match.end("who") for n in sentence.named):
        return []
    return [squash(match["who"])]
