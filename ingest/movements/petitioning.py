"""What this forum asks of another body in writing: "Rådet skriver till regeringen om …", "Rådet hemställer hos nämnden att …"."""

from __future__ import annotations

import re

from graph.record import MovementType
from ingest.movements.addressees import read_addressee
from ingest.movements.clauses import clause_start
from ingest.movements.guards import is_earlier, is_idle, is_opinion, is_proposal
from ingest.movements.sentence import Sentence
from ingest.phrases import Phrases

_PETITION = re.compile(
    r"\b(?:tillskriv(?:er|a|s|it)|skriv(?:er|a)\s+till)\s+(?P<to>[^.]{2,100}?)(?=\s+(?:att|om|med|angående|gällande|för)\b|[.,])",
    re.IGNORECASE,
)
_ONLY_PROPOSED = re.compile(r"\b(?:förslag(?:et)?|tank(?:e|en|ar)|idén?)\s+(?:om\s+)?att\s+$")
_TAKEN = re.compile(r"\b(?:antog|antar|bifall\w*|bifölls|beslut\w*|enades|bakom)\b")
_ENTREATS = re.compile(
    r"(?<![\wåäö])(?:begära?\s+(?:hos|av)|hemställ(?:er|a)\s+(?:hos|till)|(?:vänder|vända)\s+sig\s+till|uppvaktar?)\s+"
)
ENTREATING = (
    *(f"{verb} {to}" for verb in ("begär", "begära") for to in ("hos", "av")),
    *(f"{verb} {to}" for verb in ("hemställer", "hemställa") for to in ("hos", "till")),
    *("vänder sig till", "vända sig till", "uppvaktar", "uppvakta"),
)
"""Its forms."""
STEMS = ("skriv",)
"""One of these stands in every sentence by which this forum writes to somebody."""
_ENTREATING = Phrases(ENTREATING)


def find_petitioned(sentence: Sentence) -> None:
    """Adds whom the sentence says this forum writes to."""
    if "skriv" not in sentence.lowered or is_proposal(sentence.lowered):
        return
    for match in _PETITION.finditer(sentence.text):
        if _ONLY_PROPOSED.search(sentence.lowered, 0, match.start()) and not _TAKEN.search(sentence.lowered):
            continue
        for body in sentence.joined(match.start("to"), match.end("to")):
            if not sentence.is_own(body):
                sentence.add(MovementType.PETITIONS, sentence.last_body(match.start()), sentence.name(body))


def find_entreated(sentence: Sentence) -> None:
    """Adds what the sentence says this forum asks of another body: "Rådet vänder sig till nämnden med en begäran om …"."""
    if not _ENTREATING.may_stand_in(sentence.words):
        return
    verb = _ENTREATS.search(sentence.lowered)
    if verb is None or any(m.type in {MovementType.PETITIONS, MovementType.RECOMMENDS} for m in sentence.found):
        return
    lowered = sentence.lowered
    if is_idle(lowered, 0, verb.start(), verb.end()) or is_opinion(lowered, verb.start()) or is_earlier(lowered, verb.start()):
        return
    subject = lowered[clause_start(lowered, verb.start()) : verb.start()].strip()
    if not (subject.endswith(("att", "vi")) or _is_own_before(sentence, verb.start())):
        return
    to = read_addressee(sentence.text, verb.end(), len(sentence.text), sentence.named, sentence.context)
    if to and not sentence.is_own_name(to.name):
        sentence.add(MovementType.PETITIONS, sentence.own, to.name)


def _is_own_before(sentence: Sentence, at: int) -> bool:
    """Whether this forum stands right before an offset."""
    return any(0 <= at - n.end <= 2 and sentence.is_own(n) for n in sentence.named)
