"""What a sentence below a heading, or behind a label, says of deeds: what happens with a thing, and who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest.decisions.acts import is_to_be_done, tells_of_person
from ingest.decisions.clauses import PROPOSED_BY
from ingest.decisions.deciders import Minutes, begins_with_forum
from ingest.decisions.stated import states_decision
from ingest.kinds import verbs
from ingest.lexicon import deed_words
from ingest.people import find_names
from ingest.people.words import is_first_name
from ingest.verbs import has_finite, is_finite, iter_finite

_ASSIGNED = re.compile(r"^[A-ZÅÄÖ][^.,:]{1,60}?\s(?:får|fick|ges|gavs)\s(?:också\s|även\s)?i\s+uppdrag\b")


def _any(phrases: Iterable[str]) -> str:
    """A pattern for one of several words or phrases."""
    return "|".join(phrase.replace(" ", r"\s+") for phrase in phrases)


@cache
def _disposes() -> re.Pattern[str]:
    done = {form for v in verbs() for form in v.passive[:2]} - {"läggs", "lägges"} | {r"läggs\s(?!fram\b|upp\b)"}
    words = "|".join(sorted(done, key=len, reverse=True))
    may = "|".join(sorted({v.infinitive for v in verbs()} | {"ta", "vänta", "stå"}, key=len, reverse=True))
    return re.compile(
        r"^(?!(?:Det|Detta|Dessa|De|Inga?|Inget|Här|Där|Som|När|Om)\b)[A-ZÅÄÖ][\wåäö/-]*(?:\s(?!(?:som|att|där|har|hade|inte)\b)[\wåäö/()-]+(?:(?<=\d),)?){0,6}?\s"
        rf"(?:{words}|{_any(deed_words().happens)}|(?:är|förblir)\s+oförändra(?:d|t|de)|gör(?:e)?s\s+framställ\w+|får\s+(?:{may}|ställas|tas\s+upp))\b"
    )


_FIRST_VERB = re.compile(r"(?P<verb>[A-ZÅÄÖ][a-zåäö]+a)\s+[a-zåäö]")


def is_to_do(text: str) -> bool:
    """Whether a line begins with what is to be done, in whatever words: "Framföra nämndens tack till personalen"."""
    match = _FIRST_VERB.match(text)
    if match is None or has_finite(text):
        return False
    stem = match["verb"][:-1]
    return any(is_finite(present) for present in (f"{stem}ar", f"{stem}er", stem))


def is_disposed(sentence: str) -> bool:
    """Below a heading of decisions: what happens with a thing ("Platsen lämnas vakant", "Ärendet utgår", "Svar lämnas i juni")."""
    return _disposes().match(sentence) is not None


_NO_DEED = (
    r"(?:(?:går\s+in|träder\s+in|inträder|tjänstgör|anländer|ansluter)\b|lämnar\s+(?:(?-i:[A-ZÅÄÖ][\w-]+|\([^()]{1,20}\))\s+){0,4}(?:sammanträdet|mötet|salen|lokalen|rummet)\b"
    r"|lämnar\s+(?:(?:en|ett|sin)\s+(?:\w+\s+)?(?:protokollsanteckning|reservation|yttrande|röstförklaring)"
    r"|(?:en\s+|ett\s+)?(?:(?:kort|kortare|muntlig)\s+)?(?:information|lägesrapport|rapport|redogörelse|redovisning)\b)"
    r"|deltar\s+(?:inte|ej)|håller\s+i\s+pennan|för\s+anteckningar|yttrar\s+sig|begär\s+(?:ordet|votering|omröstning)|ställer\s+(?:en\s+)?fråg\w+|tackar)\b"
)
"""What somebody does at the meeting, and is not to do after it."""


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(
        r"(?P<first>[A-ZÅÄÖ][\w-]+)(?:\s[A-ZÅÄÖ][\w-]+){1,3}\s(?:\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)\s)?"
        rf"(?!svarar\s+för\b)(?:{_any(deed_words().speaks)})\b"
    )


def is_remark(words: str) -> bool:
    """ "Bo Lind (M) tackar för svaret": what a person says at the meeting, below what was decided, decides nothing; who answers for
    something ("Bo Lind svarar för inbjudan"), and what a body holds ("Norrviks Kommun anser motionen besvarad"), does."""
    speaks = _speaks().match(words)
    return speaks is not None and is_first_name(speaks["first"])


@cache
def _does() -> re.Pattern[str]:
    words = "|".join(sorted({v.present for v in verbs()}, key=len, reverse=True))
    return re.compile(rf"^\s+(?!{_NO_DEED})(?:{words})\b", re.IGNORECASE)


def tells_who_does(sentence: str, minutes: Minutes) -> bool:
    """ "Anna Ek kontaktar skolan.", "Vi skickar en fråga till kansliet." """
    names = find_names(sentence)
    if names and names[0].start == 0:
        return _does().match(sentence[names[0].end :]) is not None
    words = [m.end() for m in re.finditer(r"\S+", sentence[:80])][:4]
    return any(_does().match(sentence[end:]) and begins_with_forum(sentence[:end], minutes) for end in words)


def decides_further(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence behind "Beslut: …" decides too."""
    return (
        states_decision(sentence, minutes)
        or tells_who_does(sentence, minutes)
        or (tells_of_person(sentence) and not _only_tells(sentence, _main_verb(sentence)))
        or is_ordered(sentence)
        or is_settled(sentence)
        or is_disposed(sentence)
        or says_what_follows(sentence)
    )


def is_ordered(sentence: str) -> bool:
    """Whether a sentence behind one that decides says what goes with it: what is done with a thing ("Kostnaden fördelas efter antal"),
    what it costs, from when it holds, or who of several does what ("Anna och Bo skriver texten")."""
    if any(pattern.search(sentence) for pattern in (PROPOSED_BY, _tells_of_talk(), _PAST, _POINTS_BACK)):
        return False
    return any(
        (
            is_to_be_done(sentence),
            _IN_FORCE.match(sentence),
            _IS_SECRET.match(sentence),
            _COSTS.match(sentence),
            _ANSWERS_FOR.match(sentence),
            _TOGETHER.match(sentence) and _does_of_two(sentence),
        )
    )


_LONGEST = 45
_REACH_OF_VERB = 110
_FOLLOWS = re.compile(r"(?!(?:När|Om|Eftersom|Medan|Trots|Ordföranden?|Mötet)\b)(?:[A-ZÅÄÖ]|\d+\s+[a-zåäö])")
""" "Ordföranden avslutar punkten": what the chair does is done at the meeting."""
_DUE = re.compile(
    r"\b(?:senast|(?:till|på|vid|inför|före|innan)\s+(?:nästa|kommande|mötet|sommaren|hösten|våren|årsskiftet)|under\s+(?:våren|hösten|året))\b"
)


def says_what_follows(sentence: str) -> bool:
    """Whether a sentence in one paragraph with what decides says what shall be done, in the present of whatever verb, by whomever: "Gruppen
    lämnar förslag i mars", "Två kommuner prövar modellen", "Skicka ut den till kommunerna"; not how things are, nor what was said."""
    if len(sentence.split()) > _LONGEST or not _FOLLOWS.match(sentence) or "?" in sentence:
        return False
    if (
        any(pattern.search(sentence) for pattern in (PROPOSED_BY, _tells_of_talk()))
        or _points_back(sentence)
        or "besl" in sentence
    ):
        return False
    at = _main_verb(sentence)
    if at is None:
        return is_to_do(sentence)
    verb = _SMALL.match(sentence, at)
    return (
        verb is not None
        and verb.group().endswith("r")
        and _WHAT.match(sentence, verb.end()) is not None
        and not _only_tells(sentence, at)
    )


def _only_tells(sentence: str, at: int | None) -> bool:
    """Whether the finite verb at an offset tells how things are, what is said, or what somebody does at the meeting."""
    verb = _SMALL.match(sentence, at) if at is not None else None
    if verb is None:
        return False
    words = deed_words()
    says = verb.group() in words.says and _DUE.search(sentence) is None
    return says or verb.group() in words.stands or re.match(_NO_DEED, sentence[at:]) is not None


def _main_verb(sentence: str) -> int | None:
    """Where the finite verb of a sentence stands; behind "som …" it is the second one: "De som saknar lokal får låna en"."""
    stop = min(len(sentence), _REACH_OF_VERB)
    at = next(iter_finite(sentence, 0, stop), None)
    if at is not None or " som " not in sentence[:stop]:
        return at
    found = [m.start() for m in _SMALL.finditer(sentence, sentence.index(" som "), stop) if is_finite(m.group())]
    return found[1] if len(found) > 1 else None


def _points_back(sentence: str) -> bool:
    """Whether a sentence speaks of what was just said; "De kommuner som saknar lokal" are named anew."""
    named = _NAMED_ANEW.match(sentence)
    return _POINTS_BACK.search(sentence) is not None and (named is None or is_finite(named["word"]))


_NAMED_ANEW = re.compile(r"De[nt]?\s+(?P<word>[a-zåäö]{4,})\s+som\s")
_SMALL = re.compile(r"[a-zåäö]+")
_WHAT = re.compile(r"\s+\S")
""" "BC och KG skriver.": what, stands behind the verb."""


@cache
def _tells_of_talk() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(deed_words().talk)})\b")


_POINTS_BACK = re.compile(r"^(?:Det|Detta|Dessa|De|Inga?|Inget|Här|Där|Som|När|Om|Med|Därmed)\b|\bavses\b")
_PAST = re.compile(r"\b[a-zåäö]+(?:[dt]es|(?<=t)ogs|(?<=g)avs|(?<=h)ölls|(?<=d)rogs|(?<=k)revs|(?<=j)öds|(?<=s)ågs|(?<=r)öks)\b")
""" "Synpunkterna togs emot": told of, not to be done."""
_COSTS = re.compile(
    r"^[A-ZÅÄÖ]\w+(?:en|et|na|n)\b[^.]{0,60}?\s(?:är|blir|uppgår\s+till)\s+\d[\d ]*\s?(?:kronor|kr|tkr|mnkr|procent|%)"
)
""" "Avgiften för bygglovet är 88 400 kronor." """
_ANSWERS_FOR = re.compile(r"^[A-ZÅÄÖ][\w-]+(?:en|et|an|na)\s(?:ansvarar|svarar|står)\s+för\b")
""" "Bolaget ansvarar för inbjudan." """
_TOGETHER = re.compile(r"^(?P<one>[A-ZÅÄÖ][\w-]+)\s(?:och|samt)\s(?P<other>[A-ZÅÄÖ][\w-]+)\s(?P<verb>[a-zåäö]+)\s")


def _does_of_two(sentence: str) -> bool:
    match = _TOGETHER.match(sentence)
    return (
        match is not None
        and is_first_name(match["one"])
        and is_first_name(match["other"])
        and is_finite(match["verb"])
        and not _only_tells(sentence, match.start("verb"))
    )


def is_settled(sentence: str) -> bool:
    return (
        _ASSIGNED.match(sentence) is not None or _IS_DONE.match(sentence) is not None or _IS_ASKED.match(sentence) is not None
    ) and not (PROPOSED_BY.search(sentence) or "besl" in sentence)


_IN_FORCE = re.compile(
    r"^(?:Den|Det|De|[A-ZÅÄÖ]\w+(?:en|et|na|n))\s+(?:(?:ska|skall)\s+gälla|gäller|träder\s+i\s+kraft|upphör\s+att\s+gälla)\b"
)
""" "Beslut: Rådet antar planen. Den ska gälla från 1 juni." """
_IS_SECRET = re.compile(r"^[A-ZÅÄÖ]\w+(?:en|et|na|n)\s+är\s+(?:sekretessbelag|hemlig)\w+\s+(?:till|intill|fram)\s")
""" "Valet är sekretessbelagt till dess att det meddelats." """
_IS_ASKED = re.compile(r"^[A-ZÅÄÖ][^.,:]{2,60}?\s(?:uppmanas|rekommenderas|ombeds|anmodas|inbjuds)\s")
_IS_DONE = re.compile(
    r"^(?!Det\b|Inga?\b|Inget\b)[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,3}?\s(?:ska\s|tas\s+(?:fram|upp|med)|skickas|sänds|bjuds|görs|genomförs|publiceras|läggs(?!\s+fram)|förs|flyttas|bokas|anordnas|kallas|tillställs|utbetalas|sammanställs|uppdateras|revideras|räknas\s+upp|remitteras|översänds|överlämnas|lämnas\s+(?:över\s+|in\s+)?till|återkallas|avslutas|följs\s+upp|förklaras|justeras\s+omedelbart)\b"
)
""" "Beslut: Planen är klar. Budgeten tas fram till nästa möte." """
