"""Sentences that decide below a heading, beside the clauses of its block: what the forum or a person does, what is done, who decides."""

from __future__ import annotations

import re

from graph.names import fold
from ingest.decisions.clauses import ORDERS, PROPOSED_BY, SENTENCE_END, Clause
from ingest.decisions.deciders import Minutes, is_own
from ingest.decisions.deeds import is_disposed, is_ordered, is_settled, says_what_follows, tells_who_does
from ingest.decisions.earlier import is_of_earlier_day
from ingest.decisions.inline import find_clause
from ingest.decisions.leads import PROPOSES, begins_with_infinitive
from ingest.decisions.splitting import split_clauses
from ingest.decisions.stated import states_decision
from ingest.kinds import decision_kind
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN

APPROVAL = re.compile(r"^Justering(?:en)?\s(?:[^.]{0,40}\s)?(?:äger\s+rum|sker|görs)\b")
""" "Justering sker på kontoret": when and where the minutes are approved is decided with by whom."""


def further_clauses(text: str, begin: int, end: int, minutes: Minutes, asked: str | None) -> list[Clause]:
    """Below a heading also a sentence decides that tells what the forum, or a person, does: "Anna Ek skriver till skolan".

    `asked` is the body that is asked to decide so."""
    found: list[Clause] = []
    if not text[begin:end].strip(" .,;\n"):
        return found
    for s, e in iter_sentences(text, begin, end):
        if _decides_further(text[s:e], minutes, asked) or _asks_itself(text[s:e], minutes):
            found.append(Clause(s, e, listed=True))
        elif not decision_kind(text[s:e])[1] and (offset := find_clause(text[s:e], minutes)) is not None:
            found += split_clauses(text, s + offset, e)
    return found


def _decides_further(sentence: str, minutes: Minutes, asked: str | None) -> bool:
    if decision_kind(sentence)[1] or PROPOSED_BY.search(sentence) or _TELLS.match(sentence):
        return False
    return bool(
        ORDERS.search(sentence)
        or tells_who_does(sentence, minutes)
        or is_ordered(sentence)
        or _is_asked(sentence, asked)
        or is_disposed(sentence)
        or is_settled(sentence)
        or says_what_follows(sentence)
        or APPROVAL.match(sentence)
        or _SUM_DONE.match(sentence)
    )


_SUM_DONE = re.compile(r"\d[\d ]*(?:,\d+)?\s?(?:%|procent|tkr|mkr|mnkr|kr|kronor|miljon\w*)\s(?:[^.]{0,60}?\s)?[a-zåäö]{4,}s\s")
""" "240 tkr omfördelas till solskydd": what is done with a sum."""


def begins_sentence(text: str, minutes: Minutes) -> bool:
    """Whether a line right below a whole sentence begins another one that decides, though no full stop parts them."""
    if PROPOSED_BY.search(text) or _TELLS.match(text) or _tells_of_other(text, minutes) or is_of_earlier_day(text, minutes):
        return False
    told = decision_kind(text)[1] is not None and has_finite(text)
    return told or _decides_further(text, minutes, None) or says_what_follows(f"{text.rstrip('.')}.")


def _tells_of_other(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence tells what another body has decided, or leads in what was decided for this one and is reported to it."""
    told = _HAS_DECIDED.match(sentence)
    return _REPORTED.match(sentence) is not None or (told is not None and not is_own(told["subject"], minutes))


_HAS_DECIDED = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][^.,:;]{2,60}?)\s+(?:har|hade)\s+(?:[^.:;]{0,50}?\s)?(?:beslutat|antagit|godkänt|avslagit|bifallit|fastställt|beviljat|avvisat|upphävt|utsett)\b"
)
_REPORTED = re.compile(r"(?:Anmälda|Redovisade|Delegerade|Fattade)\s+(?:delegations)?beslut\s*:")
""" "Anmälda beslut: tillstånd nr 4 (ett avslag)": a list of papers, behind what was decided of it."""
_TELLS = re.compile(
    r"[A-ZÅÄÖ][^.:;]{2,100}?\s(?:berättar|berättade|informerar|informerade|redogör|redogjorde|presenterar|presenterade|föredrar|föredrog)\s"
)
""" "Anna Ek från klubben berättar om hur fler ska få plats.": what somebody tells, behind what was decided."""


def _is_asked(sentence: str, asked: str | None) -> bool:
    """Whether a sentence says what the body is asked to decide: "Kommunfullmäktige beslutar att …"."""
    return asked is not None and fold(sentence).startswith(f"{fold(asked)} ")


def _asks_itself(sentence: str, minutes: Minutes) -> bool:
    """Whether this very body proposes: under the heading of its decision that is what it decided."""
    match = PROPOSES.match(sentence) if "föreslår" in sentence else None
    return bool(match and BODY_NOUN.search(match["subject"]) and is_own(match["subject"], minutes))


def begins_deciding(text: str, minutes: Minutes, asked: str | None, *, opening: bool, beside_att: bool) -> bool:
    """Whether a line below a heading begins with a sentence that decides.

    `asked` is the body that is asked to decide so, `opening` tells that nothing stands between it and the heading, and `beside_att`
    that all that does is att-satser: behind these a paragraph that only has a word of deciding in it tells of the matter.
    """
    stop = SENTENCE_END.search(text)
    first = text[: stop.start()] if stop else text
    if _TELLS.match(first) or _tells_of_other(first, minutes):
        return False
    asks = _asks_itself(first, minutes) or _is_asked(first, asked)
    if is_of_earlier_day(first, minutes) or (PROPOSED_BY.search(first) and not asks):
        return False
    if beside_att and not (states_decision(first, minutes) or tells_who_does(first, minutes) or _PRESENT_ORDER.search(first)):
        return False
    return bool(
        (opening and (len(first.split()) > 2 or (BODY_NOUN.fullmatch(text) and minutes.is_forum(text))))
        or decision_kind(first)[1]
        or begins_with_infinitive(first)
        or ORDERS.search(first)
        or tells_who_does(first, minutes)
        or is_disposed(first)
        or (first == text and text.endswith(".") and (is_ordered(first) or says_what_follows(first)))
    )


_PRESENT_ORDER = re.compile(
    r"\b(?:ska|skall|får\s+i\s+uppdrag|ges\s+i\s+uppdrag|utses|väljs|gäller|träder\s+i\s+kraft)\b", re.IGNORECASE
)
