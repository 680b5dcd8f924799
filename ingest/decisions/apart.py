"""Clauses that decide twice: what is assigned, who is elected, and what is done with another verb is a decision of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.names import lowered_between, squash
from graph.record import DecisionKind
from ingest.decisions.clauses import ASKS, Clause
from ingest.kinds import decision_kind, verbs
from ingest.verbs import is_finite


def iter_parted(text: str, clause: Clause) -> Iterator[Clause]:
    """The decisions of a clause, in their order."""
    lower = lowered_between(text, clause.start, clause.end)
    if not any(sign in lower for sign in _PARTED_AT):
        yield clause
        return
    for sentence in _begun_anew(text, clause):
        for part in with_assignment_apart(text, sentence):
            yield from with_elections_apart(text, part)


_PARTED_AT = ("och", "samt", " men", "uppdrag", "s till ")
"""One of these stands in every clause that decides twice."""
_WHO = r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2}(?:\s\([^()]{1,20}\))?"
_BEGUN_ANEW = re.compile(
    rf"\s(?<=[a-zåäö0-9)]\s)\s*(?=[A-ZÅÄÖ])(?=(?P<who>{_WHO}(?:(?:,|\soch|\ssamt)\s{_WHO}){{0,4}})\s(?:utsågs|utses|valdes|väljs|(?:får|fick|ges)\s+i\s+uppdrag\s+att)\s)"
)
_DEFINITE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:[aeo]rna|en|et)")


def _begun_anew(text: str, clause: Clause) -> Iterator[Clause]:
    """The clause, cut where a sentence begins that lost the full stop before it: "att en studie görs Bo Lind får i uppdrag att …".

    Behind a noun a name is that of the one so called ("att chefen Bo Lind får i uppdrag …"); only behind a verb or a number it begins anew.
    """
    begin = clause.start
    for match in (
        _BEGUN_ANEW.finditer(text, clause.start, clause.end)
        if "uppdrag" in text[clause.start : clause.end] or "s till " in text[clause.start : clause.end]
        else ()
    ):
        before = text[begin : match.start()].split()[-1]
        common = _DEFINITE.fullmatch(match["who"]) and before[0].islower() and before not in _JOINS
        if is_finite(before) or before.isdigit() or common:
            yield replace(clause, start=begin, end=match.start())
            begin = match.end()
            clause = replace(clause, kind=None, listed=True)
    yield clause if begin == clause.start else replace(clause, start=begin)


_JOINS = {
    "att",
    "och",
    "samt",
    "eller",
    "som",
    "men",
    "av",
    "till",
    "för",
    "med",
    "om",
    "på",
    "i",
    "från",
    "hos",
    "där",
    "när",
    "då",
}


_AND_ASSIGNS = re.compile(
    r"[,\s](?:(?<=,)\s+|(?<=\s)\s*)(?:och|samt)\s+(?=(?:(?:[\wåäö-]+\s){1,4}?(?:får|ges)\s+i\s+uppdrag\s+att\b)|(?:ger|ge|gav)\s+[^.,]{2,60}?\s+i\s+uppdrag\b|(?:uppdra(?:r|s)?|uppdrog)\s+(?:åt|till)\s"
    r"|(?P<does>(?:valde|väljer|utsåg|utser|bjuder\s+in|bjöd\s+in|bordlade|bordlägger|antog|antar|avslår|avslog)\s))",
    re.IGNORECASE,
)


_ELECTS = re.compile(r"\b(?:(?P<active>utse[r]?|utsåg|väljer|välja|valde|nominera[r]?)|utse[s]|utsågs|väljs|valdes|nomineras)\s")
_IS_ATT = re.compile(r"(?:att|(?:[^.,]{3,80}?\s(?:beslutar|beslutade|beslöt)\s+)?(?:utse|välja|nominera))\s", re.IGNORECASE)
"""An att-sats, though it may have lost the "att" before its infinitive, as in "Nämnden beslutade utse …"."""
_AND_ELECTS = re.compile(
    r",?\s+(?:och|samt)\s+(?=[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,3}\s(?:\([^()]{1,20}\)\s)?(?:till|som)\s)"
)


_ONE_SEAT = re.compile(r"\s(?:till|som)\s+ordinarie$")
"""Who holds a seat: "Anna Ek nomineras som ordinarie och Bo Lind som ersättare"."""
_ALSO_ELECTS = re.compile(r",\s[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,3}\s(?:\([^()]{1,20}\)\s)?(?:till|som)\s")


def with_elections_apart(text: str, clause: Clause) -> tuple[Clause, ...]:
    """ "Anna Ek utses till ombud och Bo Lind till ersättare" elects twice, each to something else; "Rådet utser Anna Ek till ordförande och
    Bo Lind till ersättare" is one decision, as an att-sats is."""
    elects = _ELECTS.search(text, clause.start, clause.end)
    if elects is None or elects["active"] or _IS_ATT.match(text, clause.start):
        return (clause,)
    match = _AND_ELECTS.search(text, clause.start, clause.end)
    before = text[clause.start : match.start()] if match else ""
    if match is None or not re.search(r"\s(?:till|som)\s", before) or _ALSO_ELECTS.search(before) or _ONE_SEAT.search(before):
        return (clause,)  # three in a row, parted by commas, stay together, and so do who holds a seat and who stands in
    rest = replace(clause, start=match.end(), kind=DecisionKind.APPOINT, listed=True)
    return replace(clause, end=match.start()), rest


def with_assignment_apart(text: str, clause: Clause) -> tuple[Clause, ...]:
    """ "Nämnden godkänner rapporten och ger chefen i uppdrag att …" decides twice: what is assigned is followed by itself, and so is
    what the forum does with another verb that stands beside the first ("… och valde Anna Ek till ordförande")."""
    match = _AND_ASSIGNS.search(text, clause.start, clause.end)
    if match is None:
        return _with_another_kind_apart(text, clause)
    kind, told = decision_kind(squash(text[clause.start : match.start()]))
    if told is None or (match["does"] and (kind is DecisionKind.NOTE or kind in ASKS)):
        return (clause,)
    return replace(clause, end=match.start()), replace(clause, start=match.end())


_APART = {
    DecisionKind.RECOMMEND,
    DecisionKind.PETITION,
    DecisionKind.INVITE,
    DecisionKind.APPOINT,
    DecisionKind.POSTPONE,
    DecisionKind.REJECT,
    DecisionKind.ADOPT,
    DecisionKind.APPROVE,
}
"""What is decided by itself though it stands beside another decision; what is done with the same paper goes with that, as does what
is begged for on account of it ("godkänner avsägelsen och begär ny sammanräkning")."""


@cache
def _and_does() -> re.Pattern[str]:
    words = "|".join(sorted({form for verb in verbs() for form in verb.active}, key=len, reverse=True))
    return re.compile(rf",?\s+(?P<joint>och|samt|men)\s+(?!begär)(?=(?:{words})\s)")


_BEHIND_IT = re.compile(r"\bbakom\s+(?:förslaget|det|detta)$")
""" "Rådet ställer sig bakom förslaget och rekommenderar kommunerna att anta det": what it stands behind is what it recommends."""


def _with_another_kind_apart(text: str, clause: Clause) -> tuple[Clause, ...]:
    """ "Rådet godkänner bokslutet och rekommenderar nämnderna att …", "… avslår förslaget men förlänger tiden": two kinds, one subject."""
    words = text[clause.start : clause.end]
    if words[:4].lower() == "att " or not (" och" in words or " samt" in words or " men" in words):
        return (clause,)
    for match in _and_does().finditer(text, clause.start, clause.end):
        kind, told = decision_kind(squash(text[clause.start : match.start()]))
        if told is None or kind is DecisionKind.NOTE or kind in ASKS:
            return (clause,)
        other, verb = decision_kind(squash(text[match.end() : clause.end]))
        if match["joint"] != "men" and _BEHIND_IT.search(text, clause.start, match.start()):
            return (clause,)
        if match["joint"] == "men" or (other in _APART and other is not kind and verb is not None and verb.start() == 0):
            return replace(clause, end=match.start()), replace(clause, start=match.end(), kind=None, listed=True)
    return (clause,)
