"""Where a sentence begins behind a list: at the first name that a verb follows which is not told of in the list itself."""

from __future__ import annotations

import re

from graph.names import fold
from graph.record import Status
from ingest.attendance.phrases import phrase_status, read_phrase
from ingest.lexicon import attendance_words
from ingest.people.cutting import NameSpan

_VERB = re.compile(r"(?:\s+|\s*\([^()\n]{1,20}\)\s*)(?P<verb>[a-zåäö]+)\b")
_GO_ON = re.compile(
    r"\s*(?:(?:vid|under|på|till|i|från|för|kl|klockan|§|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|\d+|efter|före|innan|tidigt|tidigare|senare|digitalt|via|ej|inte|punkt|ärende|hela|delar|mötet|sammanträdet)\b|§|$|[,.;)\n])"
)
_TOLD = re.compile(r"[^\n.,;()]+")
_AND = re.compile(r"[ ]*,?[ \n]*(?:och|samt)[ \n]*")
_COMMA = re.compile(r"[ ]*,[ \n]*")
_SENTENCE_LEAD = re.compile(r"\b(?:Utsågs|Utses|Valdes|Till|Ordförande(?:n)?|Mötet|Nämnden|Styrelsen)\s+(?:\w+\s+)?$")
_STAYED_AWAY = re.compile(r"\b(?:deltog|deltar|närvarade|medverkade)\s+(?:inte|ej)\b", re.IGNORECASE)
_MOVING = frozenset({"deltog", "deltar", "kom", "gick", "lamnade", "anlande", "tjanstgor", "lamnar"})


def before_sentence(text: str, names: list[NameSpan], end: int) -> tuple[list[NameSpan], int]:
    """The names up to the first that a verb follows: there a sentence begins and the list has ended."""
    for index, name in enumerate(names):
        if index and (clause := _clause_before(text, names[index - 1].end, name.start)) is not None:
            return names[:index], clause
        match = _VERB.match(text, name.end, end)
        if not match:
            continue
        verb = fold(match["verb"])
        if verb not in _VERBS:
            continue
        if verb in _MOVING and _GO_ON.match(text, match.end(), end):
            continue
        following = names[index + 1].start if index + 1 < len(names) else end
        told = _TOLD.match(text, match.start("verb"), following)
        if told and _is_told(told.group()):
            continue  # "Anna Ek lämnade återbud": told of in the list itself
        if _STAYED_AWAY.search(text, match.end(), following):
            continue  # "Anna Ek lämnade synpunkter men deltog inte": told of in the list itself
        # "Anna Ek, Bo Ek och Cilla Ek föreslår": all of them belong to the sentence.
        first = index
        while first and _AND.fullmatch(text, names[first - 1].end, names[first].start):
            first -= 1
        while first < index and first and _COMMA.fullmatch(text, names[first - 1].end, names[first].start):
            first -= 1
        return names[:first], _sentence_start(text, names[first - 1].end if first else 0, names[first].start)
    return names, end


def _clause_before(text: str, start: int, end: int) -> int | None:
    """Where a clause begins that tells by whom something was done ("Mötet öppnades av ordföranden" before a name); what is told of
    absence so belongs to the list ("Förhinder anmäldes av")."""
    clause = _DONE_BY.search(text, max(start, end - _LONGEST_CLAUSE), end)
    if clause is None or (fold(clause["verb"]) not in _VERBS and fold(clause["verb"][:-1]) not in _VERBS):
        return None
    words = fold(clause["told"]).split()
    return None if phrase_status(words) is not None else clause.start()


_LONGEST_CLAUSE = 80
_DONE_BY = re.compile(
    r"(?P<told>\b[A-ZÅÄÖ][a-zåäö]+(?:[ ][a-zåäö]+)?[ ](?P<verb>[a-zåäö]+s)(?:[ ][a-zåäö]+)?[ ]av)[ ](?:[a-zåäö.]+[ ]){0,3}$"
)


def _is_told(words: str) -> bool:
    """Whether words behind a name say of the person that they were there or were not, and a denial nothing else."""
    split = fold(words).split()
    phrase = read_phrase(split)
    return phrase is not None and phrase.status is not None and (phrase.count == len(split) or phrase.status is Status.PRESENT)


def _sentence_start(text: str, after: int, before: int) -> int:
    """Where the sentence that holds the name at `before` begins, not earlier than `after`."""
    cut = max(text.rfind("\n", after, before), text.rfind(". ", after, before) + 1)
    if cut <= after:
        lead = _SENTENCE_LEAD.search(text, after, before)
        cut = lead.start() if lead else before
    return cut


_VERBS = frozenset(fold(verb) for verb in attendance_words().verbs)
