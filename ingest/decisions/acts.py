"""What an att-sats or a sentence says is done: by the body that decides, with a thing, or by a person."""

from __future__ import annotations

import re
from functools import cache

from ingest.kinds import decision_kind, verbs
from ingest.lexicon import deed_words
from ingest.people.words import is_first_name
from ingest.verbs import is_finite

_MORE_ACTS = re.compile(
    r"att\s+(?:ta\s+(?:fram|upp|kontakt)|söka\s+[a-zåäö]*(?:medel|bidrag)|lämna\s+in|gå\s+vidare\s+med|(?:på)?börja\s|starta\s|pröva\s|testa\s|ses\s|mötas\s|träffas\s)"
)


def is_act(clause: str) -> bool:
    """Whether an att-sats begins with an infinitive by which something is settled: "att flytta mötena", "att ta fram en rutin"."""
    told = decision_kind(clause)[1]
    return (told is not None and told.start() == 0) or bool(known_act().match(clause) or _MORE_ACTS.match(clause))


@cache
def known_act() -> re.Pattern[str]:
    """An infinitive by which a body decides, right behind "att"."""
    words = "|".join(sorted({v.infinitive for v in verbs()} - deed_words().no_act, key=len, reverse=True))
    return re.compile(rf"att\s+(?:{words}|ta\s+ut|informera)\b")


IS_TO = re.compile(
    r"att\s+(?:en|ett)\s+(?:[a-zåäö-]+\s){1,3}?(?:ska|skall)\s[a-zåäö]"
    r"|att\s+(?:ing(?:en|et|a)|en|ett)\s+(?:[a-zåäö-]+\s){1,3}?(?:krävs|behövs|tas\s+ut|utgår|debiteras|godtas)\b"
    r"|att\s+(?:[a-zåäö-]+\s){0,1}[a-zåäö-]+(?:en|et|na)\s+(?:(?:[a-zåäö0-9-]+\s){0,6}?(?:ska|skall|inte\s+\w+s|får|har|gäller|läggs|anmäls|skickas|(?:därmed\s+|härmed\s+)?upphör)|fastställs|justeras|debiteras|utbetalas|tas\s+ut)\b"
)
""" "att insatsen ska följas upp"."""
_OF_A_THING = re.compile(
    r"att\s+(?:den|det|de|[a-zåäö]{3,}(?:en|et|an|na))\s+(?:(?:gemensamt|även|också|därefter)\s+)?(?P<verb>[a-zåäö]+)\b"
)
_BETWEEN = re.compile(r"(?:till|senast|före|under|vid|i|på|inom|för|av|om|från|med)\b")
_FEW_WORDS = 9


def _verb_of_thing(clause: str) -> str | None:
    """The word behind a thing in the definite, or behind the phrase with a preposition that follows it: "att kontoret till maj redovisar"."""
    thing = _OF_A_THING.match(clause)
    if thing is None or not _BETWEEN.fullmatch(thing["verb"]):
        return thing["verb"] if thing else None
    words = clause[thing.end() :].split()[:_FEW_WORDS]
    return next((word for word in words[1:] if word.islower() and is_finite(word)), thing["verb"])


_DONE = re.compile(r"att\s+[a-zåäö]{4,}\s+(?P<verb>[a-zåäö]{3,}s)\b")
""" "att vikarie anställs", "att redovisning lämnas": what is done with a thing that bears no article."""


def _is_thing(clause: str) -> bool:
    """Whether an att-sats says what happens with a thing: "att rådet fortsätter", "att mötena flyttas"."""
    verb = _verb_of_thing(clause)
    if verb is None and (done := _DONE.match(clause)):
        return done["verb"] in _done_forms()
    return verb is not None and (verb in {"får", "ska", "skall", "ryms"} or verb.endswith("as") or is_finite(verb))


@cache
def _done_forms() -> frozenset[str]:
    """What is done with a thing, in the present; not what befalls it ("påverkas", "saknas")."""
    words = deed_words()
    return frozenset({v.passive[0] for v in verbs()} | words.done) - words.befalls


def is_thing_done(clause: str) -> bool:
    """Whether an att-sats says what is done with a thing: "att mötena flyttas till tisdagar"; not "att medel saknas"."""
    verb = _verb_of_thing(clause)
    return verb is not None and verb in _done_forms()


def is_to_be_done(text: str) -> bool:
    """Whether a sentence says what is done with a thing: "Avgiften höjs till 225 kr.", "Två turer införs på prov"."""
    words = (word.rstrip(".,") for word in text.split()[1:_FEW_WORDS])
    verb = next((word for word in words if is_finite(word)), "")
    return text[:1].isupper() and verb.endswith("s") and verb not in deed_words().states


_OF_PERSON = re.compile(
    r"att\s+(?P<first>[A-ZÅÄÖ][\w-]+)(?:\s[A-ZÅÄÖ][\w-]+){0,2}(?:\s(?:och|samt)\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2})?\s(?P<verb>[a-zåäö]+)\b"
)


def _is_deed(clause: str) -> bool:
    """Whether an att-sats says what a person does, or one called by a name: "att Anna Ek skriver brevet", "att Mora bokar lokal"."""
    person = _OF_PERSON.match(clause)
    return person is not None and is_finite(person["verb"])


def tells_of_deed(clause: str) -> bool:
    """Whether an att-sats says what happens with a thing, or what a person does."""
    return _is_thing(clause) or _is_deed(clause)


def tells_of_person(text: str) -> bool:
    """Whether a line begins with a person and what they do: "Anna fortsätter …", "Anna Ek fortsätter …"."""
    words = text.split(maxsplit=3)
    return len(words) > 2 and is_first_name(words[0]) and (is_finite(words[1]) or (words[1][0].isupper() and is_finite(words[2])))
