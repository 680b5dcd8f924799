"""What this forum recommends others or asks of them in writing, and what a group recommends this forum.

"Kommunerna rekommenderas att anta planen", "Styrgruppen rekommenderar att rådet …", "Rådet hemställer hos
nämnden att …". What others advise each other is none of it.
"""

from __future__ import annotations

import re

from graph.names import squash
from graph.record import MovementType
from ingest.movements.addressees import read_addressee
from ingest.movements.clauses import clause_start
from ingest.movements.guards import is_earlier, is_idle, is_opinion
from ingest.movements.sentence import Sentence

_ADVISED = re.compile(
    r"\s+(?:rekommenderas|rekommenderades|uppmanas|uppmanades)\s+(?:att\s+)?(?=(?:[\wåäö]+\s+){0,2}?[a-zåäö]+[aå]\b)"
)
_LYING = re.compile(r"\s+(?:är|blir|ges|lämnas|lyder)\b")
_ADVICE = re.compile(r"\brekommendation(?:en)?\s+till\s+")
_ADVISES_THIS = re.compile(r"\s+rekommenderar\s+att\s+(?=[\wåäö])")
_ENTREATS = re.compile(
    r"(?<![\wåäö])(?:begära?\s+(?:hos|av)|hemställ(?:er|a)\s+(?:hos|till)|(?:vänder|vända)\s+sig\s+till|uppvaktar?)\s+"
)
_WHAT = re.compile(r"\batt\s+")


def find_recommended(sentence: Sentence) -> None:
    """Adds what the sentence says is recommended, and to whom."""
    lowered = sentence.lowered
    if "rekommend" not in lowered and "uppmanas" not in sentence.words:
        return
    if any(m.type is MovementType.RECOMMENDS for m in sentence.found):
        return
    text = sentence.text
    first = read_addressee(text, 0, len(text), sentence.named, sentence.context)
    if (
        first
        and first.name.endswith(("na", "er"))
        and (advised := _ADVISED.match(lowered, first.end))
        and not is_idle(lowered, 0, advised.start(), advised.end())
    ):
        _add(sentence, sentence.own, first.name, advised.end())
        return
    if first and (advises := _ADVISES_THIS.match(lowered, first.end)) and not sentence.is_own_name(first.name):
        this = next((n for n in sentence.named if n.start <= advises.end() + 4 and n.start >= advises.end()), None)
        if this and sentence.is_own(this):
            _add(sentence, first.name, sentence.own, this.end)
        return
    verb = _ADVICE.search(lowered)
    if verb is None or is_idle(lowered, 0, verb.start(), verb.end()) or is_opinion(lowered, verb.start()):
        return
    to = read_addressee(text, verb.end(), len(text), sentence.named, sentence.context)
    if to and _LYING.match(lowered, to.end) and not sentence.is_own_name(to.name):
        _add(sentence, sentence.own, to.name, to.end)


def find_entreated(sentence: Sentence) -> None:
    """Adds what the sentence says this forum asks of another body: "Rådet vänder sig till nämnden med en begäran om …"."""
    if {"begär", "begära", "hemställer", "hemställa", "sig", "uppvaktar", "uppvakta"}.isdisjoint(sentence.words):
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


def _add(sentence: Sentence, sender: str | None, to: str | None, at: int) -> None:
    what = _WHAT.search(sentence.text, at)
    told = sentence.text[what.start() :] if what else sentence.text[at:]
    sentence.add(MovementType.RECOMMENDS, sender, to, what=squash(told).rstrip(". ") or None)
