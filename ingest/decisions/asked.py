"""Sentences in which the forum has others do something: it gives a task, charges somebody, or asks another body."""

from __future__ import annotations

import re

from graph.record import DecisionKind, Span
from ingest.decisions.clauses import ASKS, Clause
from ingest.decisions.deciders import Minutes, is_forum_phrase
from ingest.decisions.earlier import AT_EARLIER, is_dated_earlier, is_earlier
from ingest.decisions.inline import find_clause
from ingest.decisions.sections import asks_to_decide
from ingest.decisions.stated import INSIDE, MODAL, is_named
from ingest.kinds import decision_kind
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN


def sends_on(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence recommends, assigns or petitions outright: inside running text that is a movement of the item."""
    kind, told = decision_kind(sentence)
    if kind not in ASKS or (told is not None and told.group().startswith("ställ")):
        return False  # what the forum stands behind it has decided
    return find_clause(sentence, minutes) is None and not asks_to_decide(sentence)


def asks_itself(sentence: str, minutes: Minutes) -> bool:
    """ "Rådet rekommenderar kommunerna att anta planen.": the forum itself asks."""
    asks = _ASKS_NOW.search(sentence)
    subject = sentence[: asks.start()] if asks else ""
    if not (asks and subject and is_named(subject, minutes) and is_forum_phrase(subject, minutes)):
        return False
    return not (asks.group().endswith("ade") and is_dated_earlier(subject, sentence[asks.end() :], minutes))


_ASKS_NOW = re.compile(
    r"\s+(?:rekommenderar|rekommenderade|uppmanar|uppmanade|förordar|förordade|skriver\s+till|föreslår(?=\s+(?:att\s+)?[\wåäö-]*(?:fullmäktige|styrelsen)\s))\b"
)


def gives_task(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence gives somebody a task here and now: "Anna Ek fick i uppdrag att …", "Gruppen gav kansliet i uppdrag att …"."""
    given = _GIVES_TASK.match(sentence)
    if given is None:
        return _charges(sentence, minutes)
    if is_earlier(given["subject"], "", minutes) or AT_EARLIER.search(sentence, given.end()):
        return False
    if given["verb"] in {"gav", "ger"}:
        return bool(given["to"].strip()) and _is_by_forum(given["subject"], minutes)
    if has_finite(given["subject"]) or given["to"].strip():
        return False
    # In minutes of nobody knows which body any that is named may be the one that decides; an officer is none.
    unknown = minutes.as_written is None and not BODY_NOUN.search(given["subject"])
    return unknown or not is_forum_phrase(given["subject"], minutes)


_GIVES_TASK = re.compile(
    r"^(?P<subject>(?!Ing(?:en|a)\b)[A-ZÅÄÖ](?:[^.:;]{2,120}?|[A-ZÅÄÖ](?=\s+(?:gav|ger|fick|får|ges|gavs)\b)))\s+(?P<verb>får|fick|ges|gavs|gav|ger)\s+(?P<to>(?:(?!i\s)[^\W\d][\w-]*,?\s+){0,8}?)(?:i\s+upp(?:drag|gift)|(?:fortsatt|förnyat|nytt)\s+uppdrag|uppdraget|mandat)\s+att\b"
)


def _charges(sentence: str, minutes: Minutes) -> bool:
    """Whether the forum charges somebody in so many words: "Nämnden uppdrog åt kontoret att bereda skrivelsen."."""
    if charged := _CHARGED.match(sentence):
        return AT_EARLIER.search(sentence, charged.end()) is None
    match = _CHARGES.match(sentence)
    return (
        match is not None
        and _is_by_forum(match["subject"], minutes)
        and not is_earlier(match["subject"], match["rest"].partition(" att ")[0], minutes)
        and not AT_EARLIER.search(match["rest"])
    )


_CHARGES = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.:;]{2,80}?)\s+(?:uppdrog|uppdrar)\s+(?:åt|till)\s+(?P<rest>[^.]{3,60}?\s+att\s.*)$", re.DOTALL
)
_CHARGED = re.compile(r"Uppdr(?:ogs|as|ages)\s+(?:åt|till)\s+[^.:;]{2,60}?\s+att\s")
""" "Uppdrogs åt Anna Ek att göra en enkät.", in notes that leave out who decides."""


def _is_by_forum(before: str, minutes: Minutes) -> bool:
    """Whether the words before a verb name the forum, and no more, or what it does besides: "Nämnden diskuterade frågan och"."""
    if _JOINS_VERB.search(before) is None:
        return is_named(before, minutes) and is_forum_phrase(before, minutes)
    return is_named(before, minutes) and not INSIDE.search(before) and not MODAL.search(_IS_MINDED.sub("", before))


_JOINS_VERB = re.compile(r",?\s(?:och|samt)$")
_IS_MINDED = re.compile(r"\bär\s+(?=(?:positiv|enig|överens|eniga|nöjd)\w*\b)")


def is_due(text: str, decided: Clause, last: Span, sentence: Span) -> bool:
    """Whether a sentence says when what the one before it in the line assigned is told of: "… i uppdrag att utreda saken. Utredningen ska
    redovisas i maj."."""
    return (
        decided.start >= last[0]
        and "\n" not in text[last[1] : sentence[0]]
        and _DUE.match(text, *sentence) is not None
        and decision_kind(text[decided.start : decided.end])[0] is DecisionKind.ASSIGN
    )


_DUE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:en|et)\s(?:ska|skall)\s(?:redovisas|återrapporteras|återredovisas|presenteras|avrapporteras|vara\s+klar[at]?)\b"
)
