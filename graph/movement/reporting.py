"""Words of something reported back or answered: surely, perhaps, in part, or still to come."""

from __future__ import annotations

import re
from typing import Final

from graph.movement.words import stem

ANSWERED = re.compile(
    r"\b(?:återrapport\w*|återkoppl\w*|återredovis\w*|slutredovis\w*|svar(?:et|en)?\s+på\b|besvara\w*"
    r"|redovisa(?:de|des|t)\s+(?:\w+\s+)?uppdrag\w*|redovisning(?:en)?\s+av\s+(?:\w+\s+)?uppdrag\w*|uppdrag\w*\s+(?:\w+\s+)?(?:redovisa\w*|slutför\w*|är\s+(?:slutfört|utfört|genomfört)|har\s+(?:slutförts|genomförts|utförts))"
    r"|med\s+anledning\s+av\s+(?:\w+[\s,]+){0,4}?(?:uppdrag|rekommendation|skrivelse|beslut|hänvis)\w*|(?:i\s+enlighet\s+med|enligt|utifrån)\s+(?:\w+\s+){0,3}?(?:uppdrag|rekommendation|skrivelse)\w*)",
    re.IGNORECASE,
)
LIKE_AN_ANSWER = re.compile(
    r"\b(?:uppföljning\w*|slutrapport\w*|delrapport\w*|lägesrapport\w*|redovisning\w*|redovisa(?:de|s|des|r)|rapport(?:erade|erades|erar)?"
    r"|resultat(?:et)?\s+av|föregående\s+möte)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:redovisades?|redogjorde|rapporterades?|avrapporterades?|presenterades?|föregående\s+möte)\b", re.IGNORECASE
)
STILL_TO_COME = re.compile(
    r"\b(?:ska|skall|kommer\s+att|bör|planeras|önskas|behov\s+av|nästa|nästkommande|senast|utlova\w*)\b[^.]*\b(?:åter|redovis|rapport|följas)"
    r"|\b(?:slut)?redovisas\s+(?:längre\s+fram|senare|framöver|när)\b"
    r"|\b(?:åter\w+|redovis\w+|rapport\w+)\b[^.]*\b(?:ska|skall|nästa|nästkommande|kommande\s+(?:möte|sammanträde)|senast|planeras)\b",
    re.IGNORECASE,
)
"""A report back that is still to come ("återrapporteras vid nästa möte") answers nothing."""
IN_PART = re.compile(
    r"\b(?:en\s+första\s+del\b|delredovis\w*|(?:ännu|alltjämt|fortfarande)\s+inte\s+(?:helt\s+)?(?:klar|färdig|slutför|genomför)\w*"
    r"|inte\s+(?:helt\s+)?(?:klar|färdig|slutförd)\w*\s+ännu|(?:är|blev)\s+inte\s+(?:helt\s+)?(?:klar|färdig|slutförd)\w*)",
    re.IGNORECASE,
)
"""What is told of in part ("en första del presenterades") is not answered yet."""
_REPORTING_WORDS: Final = """
aterkoppling aterrapport aterrapporterade aterrapportering redovisade redovisades redovisning presenterades presenterade
redogjorde rapporterades avrapporterades slutfort slutforts utfort genomfort resultatet svaren svaret besvarades gavs gicks
igenom lamnades muntligt skriftligt kort foredragande foredraganden motet foregaende
"""
REPORTING: Final = frozenset(map(stem, _REPORTING_WORDS.split()))
"""Stems of the words that a report is told with: they say nothing of what it is about."""


def sentences(text: str) -> list[str]:
    """The text in sentences and lines."""
    return re.split(r"(?<=[.!?])\s+|\n", text)


def tells_of_answer(sentence: str) -> bool:
    """Whether a sentence has words of something reported back or answered, wholly or in part, and not as something still to come."""
    told = ANSWERED.search(sentence) or _REPORTED.search(sentence) or IN_PART.search(sentence)
    return bool(told and not STILL_TO_COME.search(sentence))
