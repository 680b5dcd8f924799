"""What kind of decision words tell, and the verbs by which a body decides: from `lexicon/decisions.yaml`, validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import yaml

from graph.errors import LexiconError
from graph.names import lowered
from graph.record import DecisionKind
from ingest.alternatives import Choice, by_first_letter, parse_choice


class Tells(StrEnum):
    """When a verb alone states a decision."""

    ANY = "any"
    OWN = "own"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of deciding. `after` is a regular expression that must follow it, or empty."""

    kind: DecisionKind
    infinitive: str
    present: str
    past: str
    after: str
    tells: Tells

    @property
    def active(self) -> tuple[str, ...]:
        return (self.present, self.past)

    @property
    def passive(self) -> tuple[str, ...]:
        """ "godkänns", "godkännes", "godkändes"; old and new forms of the present."""
        stem = re.sub(r"(?:er|r)$", "", self.present)
        old = stem + "es" if self.present.endswith("er") else stem + "s"
        return (stem + "s", old, self.past + "s")


_FORMS: Final = 3
_REACH: Final = r"(?:(?!\batt\b)[^.]){0,120}?"
"""How far the words that a verb needs may stand from it: in the same clause."""


def _load() -> list[dict[str, Any]]:
    return list(yaml.safe_load((files("ingest") / "lexicon" / "decisions.yaml").read_text(encoding="utf-8")))


def _verb(kind: DecisionKind, entry: str | dict[str, str]) -> Verb:
    entry = {"verb": entry} if isinstance(entry, str) else entry
    if set(entry) - {"verb", "with", "tells"}:
        raise ValueError(f"okända nycklar {sorted(set(entry) - {'verb', 'with', 'tells'})}")
    forms = entry["verb"].split()
    if len(forms) != _FORMS:
        raise ValueError("tre former väntas")
    infinitive, present, past = forms
    after = re.compile(entry.get("with", "")).pattern
    return Verb(kind, infinitive, present, past, after, Tells(entry.get("tells", Tells.ANY)))


@cache
def _lexicon() -> tuple[tuple[Verb, ...], tuple[tuple[DecisionKind, str], ...]]:
    """The verbs, and the patterns of each kind, in the order of the file."""
    verbs: list[Verb] = []
    patterns: list[tuple[DecisionKind, str]] = []
    for entry in _load():
        try:
            kind = DecisionKind(entry["kind"])
            verbs += [_verb(kind, v) for v in entry.get("verbs", ())]
            patterns += [(kind, re.compile(p, re.IGNORECASE).pattern) for p in entry.get("patterns", ())]
        except (KeyError, TypeError, ValueError, re.error) as error:
            raise LexiconError(f"lexicon/decisions.yaml: posten {entry!r} går inte att förstå: {error}.") from error
    return tuple(verbs), tuple(patterns)


def verbs() -> tuple[Verb, ...]:
    """All verbs by which a body decides."""
    return _lexicon()[0]


def any_form(verb: Verb, forms: tuple[str, ...]) -> Choice:
    """These forms of a verb, with the words it needs; no group is opened that captures."""
    after = rf"(?=\s{_REACH}(?<=\s)(?:{verb.after}))" if verb.after else ""
    return Choice(tuple(sorted(set(forms), key=len, reverse=True)), r"\b", rf"\b{after}")


class _Kinds(NamedTuple):
    """Words as one pattern, and the kind that each of its groups tells."""

    pattern: re.Pattern[str]
    kinds: tuple[DecisionKind, ...]

    def of(self, match: re.Match[str]) -> DecisionKind:
        return self.kinds[match.lastindex - 1]  # type: ignore[operator]


@cache
def deed(*, outright: bool = False) -> str:
    """A pattern of what a body does when it decides, in the infinitive with the words that it needs: "lägga … till handlingarna".

    `outright`: only by verbs that state a decision alone, as "godkänna" does and "fortsätta" does not."""
    chosen = (verb for verb in verbs() if not (outright and verb.tells is Tells.HEADING))
    return by_first_letter(any_form(verb, (verb.infinitive,)) for verb in chosen)


@cache
def states(*, outright: bool = False) -> str:
    """A pattern of what a body does when it decides, in the present with the words that it needs: "lägger … till handlingarna".

    `outright`: only by verbs that state a decision alone, as `deed` has it."""
    chosen = (verb for verb in verbs() if not (outright and verb.tells is Tells.HEADING))
    return by_first_letter(any_form(verb, (verb.present,)) for verb in chosen)


THING: Final = r"\b[a-zåäö-]{3,}(?:en|et|an|na)(?:\s(?:av|om|för|från|över)\s[\wåäö-]+){0,2}\s"
"""A thing that is spoken of, in lower case: "listan ", "redovisningen av besluten "."""


@cache
def thing_done() -> str:
    """A pattern of what is done with a thing, in the present: "listan godkänns", "redovisningen av besluten läggs till handlingarna"."""
    passives = (any_form(verb, verb.passive[:1]) for verb in verbs() if verb.tells is Tells.ANY)
    return THING + by_first_letter(passives)


@cache
def deed_below() -> re.Pattern[str]:
    """What a body does or what is done with a thing where a heading says that it was decided, so that any verb of deciding tells it."""
    return re.compile(f"(?:{deed()}|{states()}|{thing_done()})")


@cache
def bare_deed() -> re.Pattern[str]:
    """What a body does or what is done with a thing, in lower case and without the words that lead it in."""
    return re.compile(f"(?:{deed()}|{states(outright=True)}|{thing_done()})")


@cache
def deed_behind_noun() -> re.Pattern[str]:
    """The same behind words that need no infinitive: "Meddelanden lägga meddelandena till handlingarna". Only verbs that decide outright."""
    return re.compile(rf"{_BEHIND_NOUN}{deed(outright=True)}")


_NEEDS_INFINITIVE = "att och samt eller inte kan ska skall bör vill får få låta låter måste förslag beslut uppdrag begäran rätt"
_BEHIND_NOUN: Final = r"(?<=[\wåäö)]\s)" + "".join(
    rf"(?<!\b[{word[0]}{word[0].upper()}]{word[1:]}\s)" for word in _NEEDS_INFINITIVE.split()
)


@cache
def _kinds() -> tuple[_Kinds, _Kinds]:
    """All words that may stand anywhere, and those that only begin a clause: the leftmost match wins, the order of the file breaking ties.

    The latter are kept apart, so that each of the former begins with a letter, and a search leaps from one such letter to the next.
    """
    words: dict[DecisionKind, list[Choice]] = {DecisionKind(entry["kind"]): [] for entry in _load()}
    others: list[str] = []
    first: list[str] = []
    for verb in verbs():
        if verb.kind is not DecisionKind.DIRECT:
            passive = verb.passive if verb.tells is Tells.ANY else ()
            words[verb.kind].append(any_form(verb, (verb.infinitive, *verb.active, *passive, verb.infinitive + "s")))
    for kind, pattern in _lexicon()[1]:
        if choice := parse_choice(pattern):
            words[kind].append(choice)
        else:
            (first if pattern.startswith("^") else others).append(f"{pattern}(?#{kind})")
    # An empty group at the end of each tells which it was: one around it would have to be opened before its first letter is looked at.
    told = (one._replace(after=f"{one.after}(?#{kind})") for kind, choices in words.items() for one in choices)
    return _marked(by_first_letter(told, others)), _marked("|".join(first))


def _marked(pattern: str) -> _Kinds:
    return _Kinds(re.compile(_MARK.sub("()", pattern)), tuple(DecisionKind(kind) for kind in _MARK.findall(pattern)))


_MARK = re.compile(r"\(\?#(\w+)\)")
_CONDITION = re.compile(r",\s*under\s+förutsättning\s+(?:att|av)\s[^,]*,\s*")
_BEFORE_CLAUSE = re.compile(r"^\s*(?:\d+[.)]\s*)?(?:dels\s+)?att\s+", re.IGNORECASE)


@lru_cache(maxsize=1024)
def decision_kind(clause: str) -> tuple[DecisionKind, re.Match[str] | None]:
    """The kind of an att-sats by its words, and the words that told it; `direct` (and None) for any other instruction.

    The verb that comes first decides, so that "rekommendera kommunerna att godkänna avtalet" recommends.
    """
    before = _BEFORE_CLAUSE.match(clause)
    words = clause[before.end() :] if before else clause
    if "förutsättning" in words:
        words = _CONDITION.sub(" ", words)
    lower = lowered(words)
    anywhere, first = _kinds()
    match, told_by = anywhere.pattern.search(lower), anywhere
    if (match is None or match.start()) and (begins := first.pattern.match(lower)):
        match, told_by = begins, first
    if match is None:
        return DecisionKind.DIRECT, None
    return (DecisionKind.DIRECT if _is_beside(words, match) else told_by.of(match)), match


_PURPOSE = re.compile(r"\bför\s+att\s+(?:[a-zåäö]+\s+)?$|\S\s+(?:sedan|innan)\s[^,]*$|\bgäller\s+att\s[^,]*$", re.IGNORECASE)
_IS_PURPOSE = ("att", "sedan", "innan")
"""One of these stands in what `_PURPOSE` finds."""
_ANSWER = re.compile(r"\s+(?:ja|nej)\b", re.IGNORECASE)
_OPTION = re.compile(
    r"\s+(?:(?:den|det|ett|en)\s+)?(?:[a-zåäö]+\s+)?(?:alternativ|lösning|modell|färg|variant|datum|lokal)(?:et|en)?\b"
)
""" "Vi väljer alternativ 2": what is chosen is no one."""


def _is_beside(words: str, match: re.Match[str]) -> bool:
    """Whether a verb of deciding tells what something is done for, or after, or upon: "ett möte hålls för att godkänna planen"."""
    before = match.string[: match.start()]
    return bool(
        (before and any(word in before for word in _IS_PURPOSE) and _PURPOSE.search(words, 0, match.start()))
        or (match.group().startswith("tack") and _ANSWER.match(words, match.end()))
        or (match.group().startswith(("välj", "vald")) and _OPTION.match(words, match.end()))
    )
