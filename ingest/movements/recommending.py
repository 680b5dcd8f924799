"""What this forum recommends others, and what a group recommends this forum.

"Rådet rekommenderar kommunerna att …", "Kommunerna rekommenderas att anta planen", "Styrgruppen rekommenderar att rådet …", "Styrgruppens
förslag är att …". What others advise each other, and what has been recommended already, is none of it.
"""

from __future__ import annotations

import re

from graph.names import fold, squash
from graph.record import MovementType
from ingest.attendance.words import has_title
from ingest.bodies import Named, without_slip
from ingest.movements.addressees import read_addressee
from ingest.movements.clauses import clause_start
from ingest.movements.guards import is_idle, is_opinion, is_proposal
from ingest.movements.sentence import OPENS_WITHIN, Sentence
from ingest.people import find_names

_RECOMMEND = (
    re.compile(
        r"\b(?:lämna\w*|ge\w*|gav|rikta\w*)\b[^.]{0,40}?\b(?:en\s+)?rekommendation\w*\s+till\s+(?P<to>[^.]{2,120})", re.IGNORECASE
    ),
    re.compile(r"\brekommender(?:ar|ade|ades|as|a)\s+(?P<to>[^.]{2,100}?)\s+att\b", re.IGNORECASE),
)
_ADVISED = re.compile(
    r"\s+(?:rekommenderas|rekommenderades|uppmanas|uppmanades)\s+(?:att\s+)?(?=(?:[\wåäö]+\s+){0,2}?[a-zåäö]+[aå]\b)"
)
_LYING = re.compile(r"\s+(?:är|blir|ges|lämnas|lyder)\b")
_ADVICE = re.compile(r"\brekommendation(?:en)?\s+till\s+")
_ADVISES_THIS = re.compile(r"\s+rekommenderar\s+att\s+(?=[\wåäö])")
_IS_OTHERS = re.compile(
    r"(?:\w+\s)?(?:revisor\w*|konsult\w*|utredar\w*|socialstyrelsen|regeringen|\w*verket|\w*myndigheten|\w*inspektionen)"
)
"""Who advises whoever it may be: no body that prepares matters for the forum."""
_NAME_BETWEEN = re.compile(r"[A-ZÅÄÖ]{2}|[A-ZÅÄÖ]\w+\s+$")
_WITHIN_BODY = re.compile(
    r"(?P<part>[\wåäö]*(?:grupp?en|grupp|utskottet|utskott|presidiet|presidium|kansliet))\s+(?:för|i|inom|till|vid|hos)\s+$",
    re.IGNORECASE,
)
""" "Styrgruppen för" before the name of a body."""
_GROUPS_PROPOSAL = (
    re.compile(r"^\W*(?P<from>[\wåäö]*(?:grupp|utskott|presidi|nätverk|råd)\w*s)\s+förslag\s+är\s+(?=att\b)", re.IGNORECASE),
    re.compile(
        r"\bställ(?:er|de|t)\s+sig\s+bakom\s+(?P<from>[\wåäö]*(?:grupp|utskott|presidi|nämnd|styrelse|nätverk|råd)\w*s)\s+förslag\s+(?:om\s+)?(?=att\b)",
        re.IGNORECASE,
    ),
)
""" "Rådet ställer sig bakom gruppens förslag": the group has proposed it to the council."""
_WHAT = re.compile(r"\batt\s+(?!beslut\w*\W*$).+", re.DOTALL)
_ATT = re.compile(r"\batt\s+")
STEMS = ("rekommend", "förslag", "uppmanas")
"""One of these stands in every sentence that recommends something."""


def find_recommended(sentence: Sentence) -> None:
    """Adds what the sentence says is recommended, by whom and to whom."""
    lowered = sentence.lowered
    if "rekommend" in lowered and not is_proposal(lowered):
        _advises(sentence)
    if "förslag" in lowered and ("är" in sentence.words or "bakom" in sentence.words):
        for pattern in _GROUPS_PROPOSAL:
            if proposal := pattern.search(sentence.text):
                group = proposal["from"].removesuffix("s")
                sentence.add(MovementType.RECOMMENDS, group, sentence.own, what=_what(sentence.text, proposal.end()))
    if ("rekommend" in lowered or "uppmanas" in sentence.words) and not sentence.has(MovementType.RECOMMENDS):
        _is_advised(sentence)


def _advises(sentence: Sentence) -> None:
    """ "Rådet rekommenderar kommunerna att …", "… lämnar en rekommendation till nätverket att …"."""
    opens = sentence.named[0] if sentence.named and sentence.named[0].start <= OPENS_WITHIN else None
    if opens and _IS_OTHERS.fullmatch(fold(opens.name)) and not sentence.is_own(opens):
        return
    for pattern in _RECOMMEND:
        for match in pattern.finditer(sentence.text):
            if is_idle(sentence.lowered, clause_start(sentence.lowered, match.start()), match.start(), match.start() + 20):
                continue
            sender = _part_of_body(sentence, match.start()) or sentence.last_body(match.start())
            for body in sentence.joined(match.start("to"), match.end("to")):
                if _is_of_others(sentence, match, sender, body):
                    continue
                if not (sentence.name(body) == sentence.own and sender == sentence.own):
                    sentence.add(MovementType.RECOMMENDS, sender, sentence.name(body), what=_what(sentence.text, match.end("to")))


def _is_of_others(sentence: Sentence, match: re.Match[str], sender: str | None, body: Named) -> bool:
    """ "Utredaren rekommenderar kommunerna att …", "… rekommenderar KM nämnden att …": what others than the forum advise others is
    told at the meeting, and no movement of it."""
    if sentence.is_own(body):
        return False
    if sender != sentence.own and not any(n.name == sender and sentence.is_own(n) for n in sentence.named):
        return _IS_OTHERS.fullmatch(fold(sender or "")) is not None
    lead = sentence.text[: match.start()].strip()
    if lead and not lead.endswith((",", "och", "samt", "att")) and not any(n.end == len(lead) for n in sentence.named):
        subject = " ".join(lead.split()[-2:])
        if has_title(subject) or any(n.end == len(lead) for n in find_names(lead)):
            return True
    return _NAME_BETWEEN.search(sentence.text[match.start("to") : body.start]) is not None


def _part_of_body(sentence: Sentence, before: int) -> str | None:
    """The group, committee or presidium of the last body before an offset: "Styrgruppen för rådet" is not the council."""
    last = next((n for n in reversed(sentence.named) if n.end <= before), None)
    part = _WITHIN_BODY.search(sentence.text[: last.start]) if last else None
    return without_slip(part["part"]) if part else None


def _is_advised(sentence: Sentence) -> None:
    """ "Kommunerna rekommenderas att …", "Styrgruppen rekommenderar att rådet …", "Rådets rekommendation till kommunerna är att …"."""
    text, lowered = sentence.text, sentence.lowered
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


def _add(sentence: Sentence, sender: str | None, to: str | None, at: int) -> None:
    what = _ATT.search(sentence.text, at)
    told = sentence.text[what.start() :] if what else sentence.text[at:]
    sentence.add(MovementType.RECOMMENDS, sender, to, what=squash(told).rstrip(". ") or None)


def _what(text: str, at: int) -> str | None:
    match = _WHAT.search(text, at)
    return squash(match.group(0)).rstrip(".") if match and match.start() - at < 40 else None
