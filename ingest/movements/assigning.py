"""What is given to somebody to do in so many words: "i uppdrag", "i uppgift", "uppdras åt", "anvisningar om att … ska".

"Rådet ger kansliet i uppdrag att …", "Kansliet får i uppdrag att …", "Uppdraget att … lämnas till FoU i Norrland". What others have
given each other, and what was decided earlier, is told at the meeting and assigns nothing.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from graph.names import fold, squash
from graph.record import MovementType, Span
from ingest.bodies import Named
from ingest.dates import find_dates
from ingest.movements.addressees import DELIBERATES
from ingest.movements.guards import is_proposal
from ingest.movements.sentence import OPENS_WITHIN, Sentence
from ingest.movements.times import MONTHS, find_due
from ingest.people import find_names


class _Place(Enum):
    """Where the body that is assigned stands: in the pattern's own place, right before it, or anywhere before it."""

    WITHIN = auto()
    JUST_BEFORE = auto()
    BEFORE = auto()


class _Wording(NamedTuple):
    """A wording of an assignment; one of `stems` stands in every sentence that has it, and `core` is what may be far from its start."""

    pattern: re.Pattern[str]
    place: _Place
    stems: tuple[str, ...]
    core: re.Pattern[str] | None = None


_HAS = r"(?:får|fick|få|fått|ges|gavs|har\s+haft|haft)\s+(?:även\s+|också\s+|därmed\s+|nu\s+|ett\s+)?(?:i\s+)?(?:uppdrag(?:et)?|uppgift(?:en)?)\s+(?=att\b)"
_IS_GIVEN = r"(?:uppdras|uppdrogs|uppdrages)\s+(?=att\b)"
_GIVEN_TO = r"(?:lämna(?:s|des|ts)|ges|gavs|går|gick|tilldela(?:s|des))\s+till"
_GIVEN_STEMS = ("lämna", "ges till", "gavs till", "går till", "gick till", "tilldela")
_WORDINGS = (
    _Wording(
        re.compile(r"\b(?:ge|ger|gav|gett|givit)\s+(?P<to>[^.,]{2,80}?)\s+i\s+(?:uppdrag|uppgift)\b"),
        _Place.WITHIN,
        ("uppdrag", "uppgift"),
    ),
    _Wording(
        re.compile(rf"\buppdrag(?:et)?\s+att\s+[^.]{{3,140}}?\s+{_GIVEN_TO}\s+(?P<to>[^.]{{2,80}})"), _Place.WITHIN, _GIVEN_STEMS
    ),
    _Wording(
        re.compile(r"\buppdr(?:a|ar|as|ags|og|ogs)\s+(?:åt|till)\s+(?P<to>[^.]{2,80}?)\s+(?=att\b)"), _Place.WITHIN, ("uppdr",)
    ),
    _Wording(re.compile(rf"\buppdrag(?:et)?\s+{_GIVEN_TO}\s+(?P<to>[^.,]{{2,80}}?)\s+(?=att\b)"), _Place.WITHIN, _GIVEN_STEMS),
    _Wording(
        re.compile(rf"(?P<to>[^.]{{2,120}}?)\s+{_IS_GIVEN}"),
        _Place.JUST_BEFORE,
        ("uppdras", "uppdrogs", "uppdrages"),
        re.compile(rf"\b{_IS_GIVEN}"),
    ),
    _Wording(
        re.compile(rf"(?P<to>[^.]{{2,120}}?)\s+{_HAS}"),
        _Place.JUST_BEFORE,
        ("få", "fick", "ges", "gavs", "haf"),
        re.compile(rf"\b{_HAS}"),
    ),
    _Wording(
        re.compile(r"(?P<to>[^.]{2,260}?)\s+med\s+(?:i\s+)?uppdrag(?:et)?\s+(?=att\b)"),
        _Place.BEFORE,
        ("uppdrag",),
        re.compile(r"\bmed\s+(?:i\s+)?uppdrag"),
    ),
)
_INSTRUCTED = re.compile(
    r"\b(?:anvisning\w*|direktiv|uppdrag)\s+om\s+att\s+(?:både\s+)?(?P<to>[^.]{2,60}?)\s+(?:ska|skall)\b", re.IGNORECASE
)
_ASSIGNMENT = re.compile(r"upp(?:dr|gift)")
_DECIDED = re.compile(r"\b(?:beslutade|beslöt|beslutat|fått|gav|gett|givit|fick)\b")
_PARAGRAPH = re.compile(r"§\s*\d|\d\s*§|\b(?:beslutade|beslöt|beslutat)\s+(?:den\s+)?\d{1,2}\s")
_EARLIER_MEETING = re.compile(
    rf"^\W*(?:vid|på)\s+(?:(?:förra|föregående|sitt|senaste)\s+)?(?:möte[tn]?|sammanträdet?)\s+i\s+(?:{MONTHS})\s+(?:beslutade|beslöt|gav)\b"
)
""" "Vid sammanträdet i maj beslutade nämnden att uppdra åt …"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PERFECT = re.compile(r"\b(?:har|hade)\s+(?:\w+\s+)?$")
_WHAT = re.compile(r"\batt\s+(?!beslut\w*\W*$).+", re.DOTALL)
_DEFINITE = re.compile(r"(?:[a-zåäö]+(?:ska|ande)\s+)?[a-zåäöA-ZÅÄÖ][a-zåäö]{3,}(?:en|et|na)")
""" "processledarna", "rektorn": whoever bears that title."""
_NAME_ALONE = re.compile(
    r"(?:(?:att|Även|Också|även|också)\s+)?(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:i|för|och|på|vid)\s+[A-ZÅÄÖ][\wåäö-]+|\s+[A-ZÅÄÖ][\wåäö-]+){0,4})"
)
"""The name of a body that no word for bodies stands in: "FoU i Norrland", "AU"."""
_NEAR = 25
STEMS = ("uppdr", "uppgift", "anvisning", "direktiv")
"""One of these stands in every sentence that assigns something in so many words."""


def find_assigned(sentence: Sentence) -> None:
    """Adds what the sentence says somebody is given to do."""
    lowered = sentence.lowered
    assigns = "uppdr" in lowered or "uppgift" in lowered
    if assigns and not is_proposal(lowered):
        for wording in _WORDINGS:
            if any(stem in lowered for stem in wording.stems) and (wording.core is None or wording.core.search(lowered)):
                for match in wording.pattern.finditer(lowered):
                    _assign(sentence, wording.place, match)
    if (assigns or "anvisning" in lowered or "direktiv" in lowered) and (told := _INSTRUCTED.search(sentence.text)):
        sender = next((n.name for n in reversed(sentence.named) if n.end <= told.start()), None)
        for body in sentence.joined(told.start("to"), told.end("to")):
            sentence.add(MovementType.ASSIGNS, sender, body.name, what=squash(sentence.text[told.start("to") :]).rstrip("."))


def _assign(sentence: Sentence, place: _Place, match: re.Match[str]) -> None:
    assigned = _ASSIGNMENT.search(sentence.lowered, match.start())
    if _is_earlier_decision(sentence, assigned.start() if assigned else match.start()):
        return
    if place is _Place.WITHIN and (_is_told_of_another(sentence, match) or _is_given_by_others(sentence, match)):
        return
    start, end = match.span("to")
    people = [(n.start, n.end) for n in find_names(sentence.text, start, end)] if place is not _Place.BEFORE else []
    bodies = [n for n in sentence.named if start <= n.start and n.end <= end]
    bodies = [n for n in bodies if not any(s <= n.start and n.end <= e for s, e in people)]
    if place is _Place.JUST_BEFORE:
        bodies = [b for b in bodies if end - b.end <= _NEAR][-1:]
    elif place is _Place.BEFORE:
        # "… bilda en styrgrupp med representanter från A och B med uppdrag att …": the group, not who sits in it.
        bodies = [b for b in bodies if not b.known][-1:] or bodies[-1:]
        bodies = [b for b in bodies if b.name != sentence.own]
    due, what = find_due(sentence.text, match.end(), len(sentence.text), sentence.on), _what(sentence.text, match.end())
    for body in bodies:
        sentence.add(MovementType.ASSIGNS, sentence.first_forum(body.start), body.name, due, what=what)
    for name in () if bodies or place is _Place.BEFORE else _unknown_assigned(sentence, match.span("to"), people):
        sentence.add(MovementType.ASSIGNS, sentence.own, name, due, what=what)


def _what(text: str, at: int) -> str | None:
    match = _WHAT.search(text, at)
    return squash(match.group(0)).rstrip(".") if match and match.start() - at < 40 else None


def _unknown_assigned(sentence: Sentence, span: Span, people: list[Span]) -> list[str]:
    """Whom an assignment is given to where no word tells of a body: people by their full names, else a name as it stands."""
    if people:
        return [squash(sentence.text[start:end]) for start, end in people]
    phrase = squash(sentence.text[slice(*span)])
    known = [sentence.people.of_first_name(word) for word in _JOINED.split(phrase.removeprefix("att "))]
    if len(known) > 1 and (named := [name for name in known if name]) and len(named) == len(known):
        return named
    if _DEFINITE.fullmatch(phrase):
        return [phrase]
    name = _NAME_ALONE.fullmatch(phrase)
    if name is None or (span[0] == 0 and name["name"].capitalize() == name["name"]):
        return []  # one word with the capital of its sentence is no name yet
    return [sentence.people.of_first_name(name["name"]) or name["name"]]


_JOINED = re.compile(r",\s+|\s+(?:och|samt)\s+")


def _is_earlier_decision(sentence: Sentence, assigned: int) -> bool:
    """ "Regionfullmäktige beslutade den 12 juni, § 80, att ge …": an earlier day or meeting, or the paragraph of other minutes."""
    before = sentence.text[:assigned]
    if not _DECIDED.search(sentence.lowered):
        return False
    earlier = sentence.on is not None and any(d.date < sentence.on for d in find_dates(before, sentence.on))
    return earlier or _PARAGRAPH.search(before) is not None or _EARLIER_MEETING.match(sentence.lowered) is not None


def _is_told_of_another(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Kommunstyrelsen har gett X i uppdrag": what another body has done is no movement of this meeting."""
    lead = sentence.text[: match.start()]
    years = [int(y) for y in _YEAR.findall(lead)]
    if years and sentence.on is not None and max(years) < sentence.on.year:
        return True
    if not _PERFECT.search(lead):
        return False
    before = _last_before(sentence, match.start())
    return before is not None and not sentence.is_own(before)


def _last_before(sentence: Sentence, at: int) -> Named | None:
    return next((n for n in reversed(sentence.named) if n.end <= at), None)


def _is_given_by_others(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Regeringen gav i maj 2018 verket i uppdrag att …": what others gave each other to do."""
    giver = next((n for n in sentence.named if n.start <= OPENS_WITHIN and n.end <= match.start()), None)
    return (
        giver is not None
        and (giver.known or giver.name == "Regeringen" or DELIBERATES.search(fold(giver.name)) is not None)
        and not sentence.is_own(giver)
        and match.group(0).startswith("gav")
        and " att " not in sentence.lowered[: match.start()]
    )
