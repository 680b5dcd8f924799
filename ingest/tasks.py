"""Tasks that people take on in plain words: "Anna skriver ett utkast", "Bo och Cilla ska boka lokal", "– Anna: kontaktar skolan".

Who does it stands first, by a full name or by the first name of one person alone of those who were there; what is done is a verb of
`lexicon/actions.yaml`, so that telling ("Anna berättar"), asking and acting at the meeting ("Anna anmäler jäv") are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph.names import fold, squash
from ingest.attendance.words import has_title
from ingest.lexicon import action_words
from ingest.people.words import is_first_name
from ingest.presenters.persons import People


class Task(NamedTuple):
    """Who has taken it on, and where in the text the words begin and end that say what is to be done."""

    who: tuple[str, ...]
    start: int
    end: int


_NAME = r"(?:[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?:\s[A-ZÅÄÖ](?:[\wåäöéü-]+|(?![\w.-]))){0,3}|[A-ZÅÄÖ]{2,4}(?=[\s,]))"
"""A name, or the initials of one."""
_DOERS = re.compile(rf"{_NAME}(?:\s\([A-ZÅÄÖ]{{1,4}}\))?(?:(?:\s*,\s*|\s(?:och|samt|&)\s){_NAME}(?:\s\([A-ZÅÄÖ]{{1,4}}\))?)*")
_AND = re.compile(r"\s*,\s*|\s(?:och|samt|&)\s")
_PARTY = re.compile(r"\s\([^()]*\)$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●○]\s*|\d{1,2}[.)]\s+)?(?:att\s+)?")
_BEHIND = re.compile(r"\s*:\s+|\s+[–-]\s+")
_TAKES = (
    r"(?:åtar|åtog)\s+sig(?:\s+uppgiften|\s+uppdraget)?\s+att|(?:tar|tog)\s+på\s+sig(?:\s+uppgiften|\s+uppdraget)?\s+att"
    r"|lova(?:r|de)(?:\s+att)?+|(?:erbjöd|erbjuder)\s+sig\s+att|(?:utsågs|utses)\s+att(?!\s[^.]*\bjustera)|(?:ansvarar|svarar)\s+för\s+att(?=\s+[a-zåäö]+[aå]\s)|(?:ombeds|ombads|uppmanas|uppmanades)(?:\s+att)?+|(?:fick|får|har\s+fått|ges|gavs)\s+(?:också\s+|även\s+)?(?:i\s+)?(?:uppdrag(?:et)?|uppgift(?:en)?)\s+att"
)
_GIVEN = re.compile(r"\s+(?:fick|får|ges|gavs)\s+(?:i\s+)?uppdrag(?:et)?\s+att\s")
""" "Kia får i uppdrag att …": who is given a task by a first name need not be listed among those who were there."""
_OFFICE = re.compile(r"(?P<who>(?!Polisen)[A-ZÅÄÖ][\wåäö-]*(?:en|n|et|are|ordförande))(?=\s)")
""" "Sekreteraren undersöker saken": by the office somebody holds."""
_TAKES_ALONG = re.compile(r"\s+(?:tar|framför|lyfter)\s+(?:med\s+sig\s+)?(?:frågan|det|detta)\b")
""" "Ordföranden tar med sig frågan till …": where the matter goes, no more."""
_GROUP = re.compile(
    r"En\s+(?:mindre\s+|särskild\s+|ny\s+)?(?P<who>arbetsgrupp|grupp)(?:\s+(?:bestående\s+av|med)\s[^.]{5,120}?)?(?=\s(?:tar|ska|får|skriver|utreder|undersöker|ser)\b)"
)
_REPEATED = re.compile(
    r"\b(?:inte|varje|brukar|ofta|alltid|vanligtvis|regelbundet|just\s+nu|för\s+närvarande|fortfarande|redan|årligen|dagligen|vid\s+behov|som\s+vanligt|under\s+protokollet|anteckningar\w*|protokollet?)\b",
    re.IGNORECASE,
)
""" "Anna skickar varje månad en rapport" tells of a habit, "Anna skriver anteckningar" of the meeting."""
_TELLS = re.compile(
    r"\s+(?:skriver|mejlar|mailar|framför)\s+(?:till\s+\S+\s+att|att|om|i|under)\b|\s+skickar\s+(?:med|en\s+hälsning|hälsning\w*)\b|\s+skriver$|\s+påminner\s+(?:[\wåäö]+\s+){0,2}om\b|\s+uppdaterar\s+(?:[\wåäö]+\s+)?om\b"
    r"|\s+(?:kompletterar|delar\s+ut)\s+(?:[\wåäö]+\s+)?(?:information|dragning|presentation|föredragning|redovisning|rapport|bilder|underlag)[a-zåäö]*$"
    r"|\s+trycker\s+på\b|\s+kompletterar\s+(?:muntligt|med)\b(?!.*\s(?:till|inför|senast|före)\s)"
    r"|\s+framför\b(?!.*\s(?:till|i|hos|där)\b)|\s+följer\s+upp\s+(?:punkterna|anteckningarna|protokollet|minnesanteckningarna|föregående)"
    r"|\s+lovar\s+(?:inget|ingenting|inte)\b"
    r"|\s+(?:ska\s+)?gör\w?\s+(?:en|ett)\s+(?:\w+\s+)?\w*(?:dragning|presentation|genomgång|redovisning|föredragning|blick|bedömning|reflektion|summering|sammanfattning|rapport|inledning|introduktion)"
)
""" "Anna skriver i sin motion att …": what somebody has said in writing."""
_MOST_WORDS = 30
_FEWEST_WORDS = 1


_TAKING = frozenset(
    [
        "åtar",
        "åtog",
        "tar",
        "tog",
        "lovar",
        "lovade",
        "erbjöd",
        "erbjuder",
        "utsågs",
        "utses",
        "ansvarar",
        "svarar",
        "ombeds",
        "ombads",
        "uppmanas",
        "uppmanades",
        "fick",
        "får",
        "fått",
        "ges",
        "gavs",
    ]
)
"""One of these stands in what `_TAKES` accepts."""


@cache
def doing_words() -> frozenset[str]:
    """Words of which one stands in every sentence that has a task outside lists."""
    return _TAKING | {words.split()[0] for pair in action_words().does.items() for words in pair}


@cache
def _does() -> re.Pattern[str]:
    """A verb of doing in the present, or one that is to be done; or what somebody takes on, promises or is asked to do."""
    present = "|".join(_spaced(word) for word in sorted(action_words().does.values(), key=len, reverse=True))
    return re.compile(
        rf"\s+(?:(?:{present})\b|(?:ska|skall|kommer\s+att)\s+(?:också\s+|även\s+|sedan\s+)?(?:{_infinitives()})\b|(?P<takes>(?:{_TAKES})\s+)(?=(?!återkomm|återrapport|återkoppl|höra\s+av)[a-zåäö]))"
    )


@cache
def _is_to_do() -> re.Pattern[str]:
    """What stands behind a name and a colon: "bokar lokal", "boka lokal"."""
    present = "|".join(_spaced(word) for word in sorted(action_words().does.values(), key=len, reverse=True))
    return re.compile(rf"(?:{present}|{_infinitives()})\b")


def _infinitives() -> str:
    return "|".join(_spaced(word) for word in sorted(action_words().does, key=len, reverse=True))


def _spaced(words: str) -> str:
    """A pattern for words between which a small one may stand: "tar snart fram", "ser till att"."""
    first, *rest = (re.escape(word) for word in words.split())
    return first + "".join(rf"\s+(?:[\wåäö-]+\s+)?{word}" if len(word) <= _PARTICLE else rf"\s+{word}" for word in rest)


_PARTICLE = 5


def find_task(words: str, people: People, *, listed: bool = False) -> Task | None:
    """The task that a sentence or line says somebody takes on; None when it says none.

    `listed`: the line stands in a list of tasks, where a known first name is enough and whatever a person does is a task.
    """
    begin = _BULLET.match(words).end()  # type: ignore[union-attr]
    match = _DOERS.match(words, begin)
    known = listed or (match is not None and _GIVEN.match(words, match.end()) is not None)
    who = _resolve(words[begin : match.end()], people, known) if match else ()
    if (
        not who
        and (match := _OFFICE.match(words, begin))
        and has_title(match["who"])
        and not _TAKES_ALONG.match(words, match.end())
    ):
        who = (match["who"],)
    if not who and (match := _GROUP.match(words, begin)):
        who = (match["who"],)
    if match is None or not who:
        return None
    rest = match.end()
    end = len(words.rstrip(" .;,"))
    if behind := _BEHIND.match(words, rest):
        start = behind.end()
        if not listed and not _is_to_do().match(words, start):
            return None
    else:
        verb = _does().match(words, rest)
        if verb is None and not (listed and re.match(r"\s+[a-zåäö]+[rs]\s", words[rest:])):
            return None
        if verb is not None and _TELLS.match(words.rstrip(" ."), rest):
            return None
        start = verb.end() if verb and verb["takes"] else rest + len(words[rest:]) - len(words[rest:].lstrip())
    count = len(words[start:end].split())
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or (not listed and _REPEATED.search(words, start, end)) or "?" in words[start:]:
        return None
    return Task(who, start, end)


def does_task(words: str, start: int) -> bool:
    """Whether a verb of doing stands at an offset, as one that a body does or is to do."""
    verb = _does().match(words, start)
    return verb is not None and not _REPEATED.search(words, start)


_ASKED = re.compile(rf"\b(?:bad|ber)\s+(?P<who>{_NAME}(?:\s+och\s+{_NAME})?)\s+(?:att\s+)?(?=[a-zåäö]+a\s|(?:se|ge|gå|stå)\s)")


def find_asked(words: str, people: People) -> Task | None:
    """The task that a sentence says somebody who was there is asked to do: "Rådet bad Anna skriva ett utkast"."""
    match = _ASKED.search(words) if "ber " in words or "bad " in words else None
    who = _resolve(match["who"], people, listed=False) if match else ()
    return Task(who, match.end(), len(words.rstrip(" .;,"))) if match and who else None


def _resolve(doers: str, people: People, listed: bool) -> tuple[str, ...]:
    """The full names of those named, as far as they are known; empty when one of them is nobody's."""
    found: list[str] = []
    for part in _AND.split(doers):
        written = squash(_PARTY.sub("", part))
        if " " in written:
            known = people.of_first_name(written)
            name = known or (written if fold(written) in people.names or is_first_name(written.split()[0]) else None)
        else:
            name = people.of_first_name(written) or (written if listed and is_first_name(written) else None)
        if name is None:
            return ()
        found.append(name)
    return tuple(dict.fromkeys(found))
