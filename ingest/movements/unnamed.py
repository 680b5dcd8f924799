"""A matter that is sent on, or an answer that is promised, without a word of a body or a time: no movement, but not to be lost either.

"Frågan skickas vidare", "Anna tar med sig synpunkten", "Ärendet lämnas till handläggaren", "Bo återkommer".
"""

from __future__ import annotations

import re

from ingest.attendance.words import has_title
from ingest.movements.guards import find_told, is_earlier, is_idle, is_opinion
from ingest.people import find_names

WHY_SENT = "något skickas vidare, men det framgår inte till vem"
WHY_PROMISED = "någon ska återkomma, men det framgår inte till vem eller när"

_QUICK = ("vidare", "hänskjut", "hänvisas", "överlämnas", "remitteras", "med sig", "lämnas", "skickas")
_MATTER = r"(?:frågan|frågorna|ärendet|saken|förslaget|punkten|synpunkten|synpunkterna|önskemålet|önskemålen|kritiken)"
_SENT = re.compile(
    rf"\b{_MATTER}\s+(?:\w+\s+){{0,2}}?"
    r"(?:hänskjuts|hänvisas|överlämnas|(?:åter)?remitteras|(?:skickas|sänds|lyfts|går|förs|tas|lämnas)\s+(?:vidare|till\s+(?!handlingarna|protokollet|nästa|mötet|kännedom)))\b"
    rf"|\b(?:tar|ska\s+ta)\s+(?:med\s+sig\s+{_MATTER}|{_MATTER}\s+(?:med\s+sig|vidare))(?![\w-])"
)
_RETURNS = re.compile(r"\b(?:återkommer|återkopplar|hör\s+av\s+sig)\b(?!\s+(?:ofta|varje|under\s+dagens|med\s+(?:datum|tid)))")
_AUTHORITY = re.compile(
    r"(?:Kommunen|Regionen|Kommunerna|[A-ZÅÄÖ][a-zåäö]*(?:styrelsen|nämnden|verket|kontoret|förvaltningen|kansliet|gruppen|myndigheten|förbundet|bolaget))"
)
_RETURNING = ("åter", "hör av")
UNNAMED_STEMS = (*_QUICK, *_RETURNING)
"""One of these stands in every sentence that looks like a movement to nobody."""
_LONGEST_SUBJECT = 60


def why_unnamed(words: str, lowered: str) -> str | None:
    """Why a sentence looks like a movement that names nobody it goes to; None when it does not, or is only told, denied or supposed.
    `lowered` is the sentence in lower case."""
    if any(stem in lowered for stem in _QUICK) and (sent := _SENT.search(lowered)) and _holds(lowered, sent.start()):
        return WHY_SENT
    returns = _RETURNS.search(lowered) if any(stem in lowered for stem in _RETURNING) else None
    if returns and _holds(lowered, returns.start()) and _is_of_somebody(words[: returns.start()].strip()):
        return WHY_PROMISED
    return None


def _holds(lowered: str, verb: int) -> bool:
    return not (
        is_idle(lowered, 0, verb, len(lowered))
        or is_opinion(lowered, verb)
        or is_earlier(lowered, verb)
        or find_told(lowered, verb)
    )


def _is_of_somebody(subject: str) -> bool:
    """Whether a person, an office or an authority is said to come back, not a matter or an ailment."""
    if not subject or len(subject) > _LONGEST_SUBJECT or not subject[:1].isupper():
        return False
    names = find_names(subject)
    if names and names[0].start == 0:
        return True
    return _AUTHORITY.fullmatch(subject) is not None or (len(subject.split()) <= 2 and has_title(subject))
