"""What one sentence decides: by a clause, by what it asks of another body, or outright."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import lowered_between
from graph.record import Span
from ingest.decisions.clauses import LEAD, Clause
from ingest.decisions.deciders import Minutes, begins_with_forum, is_forum_phrase, is_subject
from ingest.decisions.inline import find_clause, with_joined
from ingest.decisions.leads import after_label
from ingest.decisions.sections import asks_to_decide
from ingest.decisions.splitting import split_clauses
from ingest.decisions.stated import ELECTED, states_decision
from ingest.kinds import decision_kind
from ingest.verbs import has_finite

_COLON = re.compile(r":\s")
_IN_LINE = re.compile(r":\s+[^A-ZÅÄÖ\s][^\n:]*$")
_LISTED_WORDS = 20
""" "Föreslagna datum godkänns: 9 februari och 6 april." says what; what goes on for longer behind a colon is another matter."""
_ADDED = re.compile(
    r"\bmed\s+(?:följande|nedanstående)\s+(?:tillägg|ändring(?:ar)?|justering(?:ar)?|komplettering(?:ar)?|rättelser?)$"
)
""" "Dagordningen godkänns med följande tillägg: Anna Ek frågar om bryggan.": what was added belongs to it."""


def clauses_in(text: str, start: int, end: int, minutes: Minutes, retold: bool) -> list[Clause]:
    sentence, lower = text[start:end], lowered_between(text, start, end)
    if (many := _asks_for_many(sentence, minutes)) is not None:
        return [Clause(c.start, c.end, of=many["to"]) for c in split_clauses(text, start + many.start("clause"), end)]
    if (offset := find_clause(sentence, minutes, lower)) is not None:
        found = [replace(c, listed=True) for c in split_clauses(text, start + offset, end)]
        return with_joined(text, start, _with_second(text, found, minutes), minutes)
    asked = asks_to_decide(sentence)
    if asked and is_forum_phrase(asked["to"], minutes):
        return []  # "Gruppen föreslår att styrelsen beslutar att …": proposed to this body, not by it
    if asked and is_subject(asked["subject"], f" {asked['to']}", minutes):
        return [Clause(c.start, c.end, of=asked["to"]) for c in split_clauses(text, start + asked.start("clause"), end)]
    lead = LEAD.match(sentence)
    begin = start + (after_label(sentence) or (lead.end() if lead else 0))
    if views := _NO_VIEWS.match(text, begin, end):
        begin = views.end()
    colon = _COLON.search(text, begin, end)
    stop = colon.start() if colon else -1
    if colon and _says_what_about(text, (begin, colon.start()), (colon.end(), end), minutes) and not retold:
        return [Clause(colon.end(), end, listed=True)]
    if stop >= 0 and states_decision(text[begin:stop], minutes, retold):
        added = _ADDED.search(text[begin:stop])
        listed = (added or _IN_LINE.match(text[stop:end])) and len(text[stop:end].split()) <= _LISTED_WORDS
        return [Clause(begin, end if listed else stop, listed=True)]
    return [Clause(begin, end, listed=True)] if states_decision(text[begin:end], minutes, retold) else []


_MANY_ASKED = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+(?:beslutar|beslutade|beslöt)\s+föreslå\s+(?:[\wåäö-]+\s+föreslå\s+)?(?P<to>[^.:,]{3,60}?)\s+(?P<clause>att\s[^.]{3,}?(?:,|,?\s(?:samt|och))\s+att\s.*)",
    re.DOTALL,
)


def _asks_for_many(sentence: str, minutes: Minutes) -> re.Match[str] | None:
    """ "Nämnden beslutar föreslå fullmäktige att avgiften höjs, att rabatten behålls": each is asked for."""
    match = _MANY_ASKED.match(sentence) if " föreslå " in sentence else None
    return match if match and is_subject(match["subject"], f" föreslå {match['to']}", minutes) else None


_NO_VIEWS = re.compile(
    r"(?:[Ii]nget\s+att\s+(?:anmärka|erinra|tillägga)(?:,\s+|\s+(?:och|varför|varpå)\s+)(?=[a-zåäö])|(?:I\s+övrigt\s+)?(?:(?:[Ff]ramkom(?:mer)?|[Ff]anns|[Ff]inns|[Dd]et\s+finns|[Dd]et\s+fanns)\s+)?[Ii]nga\s+(?:[a-zåäö]+\s+){0,2}?(?:synpunkter|invändningar|erinringar|anmärkningar|kommentarer)\b[^.,:]{0,40}?"
    r",?\s+(?:och|varför|varpå|varefter|utan)\s+(?=[a-zåäö]*(?:protokollet|anteckningarna|dagordningen|rapporten|punkten|ärendet|den|de|det)\s))"
)
""" "Inga synpunkter framkom och protokollet lades till handlingarna": only what stands behind decides."""


def _says_what_about(text: str, label: Span, rest: Span, minutes: Minutes) -> bool:
    """ "Plats i styrgruppen: rådet utser Anna Ek": what it concerns stands before a colon, and what the forum does, or who
    was elected, behind it."""
    words = text[rest[0] : rest[1]]
    if ELECTED.match(words):
        return True
    return (
        begins_with_forum(words, minutes)
        and not has_finite(text[label[0] : label[1]])
        and not decision_kind(text[label[0] : label[1]])[1]
        and states_decision(words[:1].upper() + words[1:], minutes)
    )


_AND_DECIDES = re.compile(
    r",?\s+(?:och|samt|men)\s+(?=(?:[\wåäö-]+\s+){0,5}?(?:beslutade|beslöt|enades|bestämde|bestämdes|kom|var)\b)"
)


def _with_second(text: str, clauses: list[Clause], minutes: Minutes) -> list[Clause]:
    """The clauses, the last cut where the forum decides once more: "… att planen antas, och rådet enades om att sprida den"."""
    last = clauses[-1]
    for match in _AND_DECIDES.finditer(text, last.start, last.end):
        offset = find_clause(text[match.end() : last.end], minutes)
        if offset is not None:
            more = [replace(c, listed=True) for c in split_clauses(text, match.end() + offset, last.end)]
            return [*clauses[:-1], replace(last, end=match.start()), *more]
    return clauses
