"""What comes up: which body will take a matter up, and what comes up again at a meeting to come of this forum.

"Kommunstyrelsen tar ställning i juni", "Skolnämnden får frågan", "Frågan tas upp på nästa möte", "att bordlägga ärendet till mötet den 9 april".
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from graph.names import fold
from graph.record import MovementType
from ingest.movements.addressees import DELIBERATES, read_addressee
from ingest.movements.clauses import clause_end, clause_start
from ingest.movements.guards import is_earlier, is_idle, is_opinion
from ingest.movements.sentence import Sentence
from ingest.movements.times import find_due, find_when
from ingest.movements.words import any_of, matter_pattern, movement_words
from ingest.phrases import Phrases

_WORDS = movement_words()
_MATTER = re.compile(matter_pattern())
_AGAIN = re.compile(r"\b(?:behandlas|diskuteras|tas\s+upp)\s+(?:på\s+nytt|igen|åter)\b")
_COMING_UP = frozenset({"behandlas", "diskuteras", "tas"})
_AT = re.compile(r"\b(?:i|på|av|vid|hos|till)\s+")
_PAPER = re.compile(rf"\b(?:{any_of(_WORDS.papers)})")
_DECIDES = re.compile(
    r"(?<![\wåäö-])(?:tar\s+ställning|tar\s+upp|behandlar|fattar\s+(?:ett\s+|sitt\s+)?(?:\w+\s+)?beslut|beslutar\s+(?:i|om)\s+(?:ärendet|frågan|saken|förslaget)|prövar)(?![\wåäö-])"
)
_MATTERS = ("frågan", "ärendet", "saken", "förslaget")
_TAKING_UP = (
    *("tar ställning", "tar upp", "behandlar", "fattar beslut", "prövar"),
    *(f"{verb} {matter}" for verb in ("beslutar", "får") for matter in _MATTERS),
)
"""Forms of `_DECIDES` and `_GETS`."""
_TAKEN_UP = Phrases(_TAKING_UP)
_BEFORE_SUBJECT = re.compile(r"(?:(?:att|därefter|sedan)\s+)*")
_GETS = re.compile(r"\s+får\s+(?:nu\s+|sedan\s+)?(?:frågan|ärendet|saken|förslaget)\b(?!\s+att\b)")
_COMES_UP = re.compile(
    r"\b(?:(?:fortsätter|återupptar|tar\s+upp|bordlägger|bordlägga|skjuter|skjuta\s+upp|återkommer\s+till)\s+(?:\w+\s+)?(?:frågan|diskussionen|ärendet|arbetet|punkten|samtalet|dialogen)"
    r"|tas|läggs|skjuts|flyttas|bordläggs|kommer|står|finns|fortsätter|återupptas|diskuteras|behandlas)\b"
)
_COMING_VERBS = frozenset(
    (
        *(
            "fortsätter",
            "återupptar",
            "tar",
            "bordlägger",
            "bordlägga",
            "skjuter",
            "skjuta",
            "återkommer",
            "tas",
            "läggs",
            "skjuts",
        ),
        *("flyttas", "bordläggs", "kommer", "står", "finns", "återupptas", "diskuteras", "behandlas"),
    )
)
"""Their first words."""
COMING = (*_TAKING_UP, *sorted(_COMING_VERBS))
"""Forms of which one stands in every sentence that tells what comes up."""
_DISCUSSED = re.compile(r"(?:diskussion|samtal|dialog)(?:en|et)\b")
_SUBJECT_REST = re.compile(r"(?:\s+(?:med|i|för)\s+[\wåäö-]+(?:\s+[\wåäö-]+)?)?\s+(?:kommer\s+att\s+|ska\s+)?$")


def find_taken_up(sentence: Sentence) -> None:
    """Adds the body that the sentence says will take a matter up: "Kommunstyrelsen tar ställning i juni"."""
    if not _TAKEN_UP.may_stand_in(sentence.words):
        return
    if "får" in sentence.words:
        body = read_addressee(sentence.text, 0, len(sentence.text), sentence.named, sentence.context)
        if body and _GETS.match(sentence.lowered, body.end) and not sentence.is_own_name(body.name):
            sentence.add(MovementType.REFERRED_TO, sentence.own, body.name)
            return
    for verb in _DECIDES.finditer(sentence.lowered):
        start = clause_start(sentence.lowered, verb.start())
        start = _BEFORE_SUBJECT.match(sentence.lowered, start).end()  # type: ignore[union-attr]
        body = read_addressee(sentence.text, start, verb.start(), sentence.named, sentence.context)
        if body is None or body.start > start:
            before = next((n for n in sentence.named if n.end == verb.start() - 1), None)
            if before and (before.known or DELIBERATES.search(fold(before.name))):
                start = before.start
                body = read_addressee(sentence.text, start, verb.start(), sentence.named, sentence.context)
        if body is None and (own := _inverted(sentence, verb.end())):
            sentence.add(MovementType.REFERRED_TO, sentence.own, own.name, own.due)
            continue
        if body is None or body.start > start or not _SUBJECT_REST.fullmatch(sentence.text, body.end, verb.start()):
            continue
        end = clause_end(sentence.lowered, verb.end())
        when = find_when(sentence.text, sentence.lowered, verb.end(), end, sentence.on)
        if when is None or sentence.is_own_name(body.name) or is_idle(sentence.lowered, start, verb.start(), end):
            continue
        if is_opinion(sentence.lowered, verb.start()) or fold(body.name).startswith(
            ("ordforande", "sekreterare", "forvaltningen")
        ):
            continue
        sentence.add(MovementType.REFERRED_TO, sentence.own, body.name, when.due)


def find_next(sentence: Sentence) -> None:
    """Adds that a matter comes up again at a meeting to come of this forum, where no body is named."""
    if _COMING_VERBS.isdisjoint(sentence.words) or sentence.own is None or sentence.comes_back:
        return
    lowered = sentence.lowered
    again = not _COMING_UP.isdisjoint(sentence.words) and _AGAIN.search(lowered) is not None
    if not again and not any(word in lowered for word in ("möte", "gång", "sammanträde", "dagordning")):
        return
    for verb in _COMES_UP.finditer(lowered):
        start, end = clause_start(lowered, verb.start()), clause_end(lowered, verb.end())
        when = find_when(sentence.text, lowered, verb.end(), end, sentence.on)
        if when is None or not (when.meeting or (when.due and (again or "dagordning" in lowered[verb.end() : when.start]))):
            continue
        subject = lowered[start if lowered[start : verb.start()].strip() else 0 : verb.end()]
        if not (_MATTER.search(subject) or _DISCUSSED.search(subject)) or _PAPER.search(subject):
            continue
        if (
            is_idle(lowered, start, verb.start(), when.end)
            or is_opinion(lowered, verb.start())
            or is_earlier(lowered, verb.start())
        ):
            continue
        if _is_elsewhere(sentence, verb.end(), when.start):
            continue
        sentence.add(MovementType.REFERRED_TO, sentence.own, sentence.own, when.due)
        return


def _is_elsewhere(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another body than this forum stands between a verb and its time: "tas upp vid skolrådets möte den 9 april"."""
    if any(start <= n.start < end and not sentence.is_own(n) for n in sentence.named):
        return True
    places = (
        read_addressee(sentence.text, preposition.end(), len(sentence.text), sentence.named, sentence.context)
        for preposition in _AT.finditer(sentence.lowered, start, end)
    )
    return any(to is not None and to.start < end and not sentence.is_own_name(to.name) for to in places)


class _Inverted(NamedTuple):
    name: str
    due: dt.date


def _inverted(sentence: Sentence, at: int) -> _Inverted | None:
    """ "Efter remissen behandlar direktionen programmet den 9 december": the body behind its verb, with the day."""
    space = at + len(sentence.text[at:]) - len(sentence.text[at:].lstrip())
    body = next((n for n in sentence.named if n.start == space), None)
    due = find_due(sentence.text, body.end, len(sentence.text), sentence.on) if body else None
    return _Inverted(sentence.name(body), due) if body and due else None
