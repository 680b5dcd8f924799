"""Who is asked to do something or takes it on: "Rådet ber arbetsgruppen att titta på behovet", "Anna skriver ett utkast"."""

from __future__ import annotations

import re

from graph.names import fold, squash
from graph.record import MovementType
from ingest.movements.addressees import read_addressee
from ingest.movements.clauses import clause_start
from ingest.movements.guards import find_told, is_idle, is_opinion
from ingest.movements.sentence import Sentence
from ingest.movements.times import find_due
from ingest.movements.words import any_of, movement_words
from ingest.people import find_names
from ingest.people.words import is_first_name
from ingest.phrases import Phrases
from ingest.tasks import does_task, doing_words, find_asked, find_task

_WORDS = movement_words()
_ASKING = re.compile(rf"(?<![\wåäö-])(?:{any_of(_WORDS.requests)})\s+(?=[A-ZÅÄÖa-zåäö])")
_ASKED = re.compile(rf"\s+(?:{any_of(_WORDS.requested)})\s+(?:att\s+)?(?=[a-zåäö]+[aå]\b)")
_TO_DO = re.compile(r"\s+(?:att\s+)?(?:[\wåäö]+\s+){0,2}?(?=[a-zåäö]+[aå]\b|se\b|ge\b|gå\b|ta\b)")
_BACK = re.compile(r"(?:återkom|återkoppl|återrapport|höra\s+av|redovisa|rapportera|svara)")
_INNER = re.compile(r"(?:,\s+(?:men|och|så)\s+|\s(?:och|men|att)\s+|[:;]\s+)(?=[A-ZÅÄÖ][a-zåäöé]+\s)")
_GIVEN_TO = re.compile(
    r"\W*(?:uppdrag|uppdraget|uppgiften)\s+(?:(?:ges|gavs|går|gick|lämnas|lämnades|tilldelas)\s+)?(?:till|åt)\s+"
)
_GETS = re.compile(r"\s+(?:får|fick|tar|tog|åtar\s+sig)\s+(?:på\s+sig\s+)?uppdraget\s*(?:[.,]|$)")
_REQUESTED = Phrases(_WORDS.requested)
ASKING = (*_WORDS.requests, *_WORDS.requested, "uppdrag", "uppdraget", "uppgiften")
"""Forms of which one stands in every sentence that says that a body is asked to do something."""
_FORMS = Phrases(ASKING)
_ALL = re.compile(
    r"(?P<who>Organisationerna|Deltagarna|Ledamöterna|Medlemmarna|Förvaltningarna|Kommunerna|Respektive\s[a-zåäö]+|Varje\s[a-zåäö]+)(?=\s)"
)
_UNTIL = re.compile(r"\b(?:till|inför)\s+(?:nästa|nästkommande)\s|\b(?:senast|före|till)\s+(?:den\s+)?\d")
_ANSWERS_FOR = re.compile(r"[,;.]\s+(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?)\s+(?:ansvarar|är\s+ansvarig)\s*(?:\.|$)")
_AND = re.compile(r"\s(?:och|samt)\s")
_STAYS_AWAY = re.compile(r"\bkan\s+inte\b|\bhar\s+förhinder\b|\bär\s+(?:sjuk|borta|ledig)\b")
""" "Anna kan inte den 5 juni och skickar ersättare"."""
_LONGEST_NAME = 40
PLEADS = frozenset({"ber", "bad"})
_MAKES_OWN = frozenset({"vi", "gruppen", "rådet", "nätverket", "styrelsen", "nämnden", "mötet"})


def find_tasks(sentence: Sentence) -> None:
    """Adds what those who were there take on in plain words, or a body that has a day for it.

    "Anna skriver ett utkast", "Bo fick i uppdrag att ringa skolan", "Kansliet tar fram en plan till nästa möte"."""
    if doing_words().isdisjoint(sentence.words) and PLEADS.isdisjoint(sentence.words):
        return
    if sentence.has(MovementType.ASSIGNS):
        return
    task = find_task(sentence.text, sentence.people) or find_asked(sentence.text, sentence.people)
    if task is not None:
        due = find_due(sentence.text, task.start, len(sentence.text), sentence.on)
        what = squash(sentence.text[task.start : task.end])
        for name in task.who:
            sentence.add(MovementType.ASSIGNS, sentence.own, name, due, what=what)
        return
    body = next((n for n in sentence.named if n.start == 0), None) if _UNTIL.search(sentence.lowered) else None
    if body and not body.known and not sentence.is_own(body) and does_task(sentence.text, body.end):
        _add(sentence, body.name, body.end)


def find_asked_bodies(sentence: Sentence) -> None:
    """Adds the bodies that the sentence says are asked to do something, and the people who take a task on in a later clause."""
    if sentence.has(MovementType.ASSIGNS):
        return
    if _FORMS.may_stand_in(sentence.words):
        _asks(sentence)
        _given(sentence)
    if not doing_words().isdisjoint(sentence.words) and not sentence.has(MovementType.ASSIGNS):
        _takes_within(sentence)


def _given(sentence: Sentence) -> None:
    """ "Uppdrag till kansliet att se över bryggan", "Uppdraget ges till arbetsgruppen", "Kansliet får uppdraget"."""
    text, lowered = sentence.text, sentence.lowered
    if given := _GIVEN_TO.match(lowered):
        to = read_addressee(text, given.end(), len(text), sentence.named, sentence.context)
        name, end = (to.name, to.end) if to else _person_at(sentence, given.end())
        if name and not sentence.is_own_name(name) and not is_idle(lowered, 0, given.start(), given.end()):
            _add(sentence, name, end)
    elif (
        "uppdraget" in sentence.words
        and (body := read_addressee(text, 0, len(text), sentence.named, sentence.context))
        and _GETS.match(lowered, body.end)
    ):
        _add(sentence, body.name, body.end)


_FIRST_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][a-zåäöéü]+)(?=\s+att\s)")


def _person_at(sentence: Sentence, begin: int) -> tuple[str | None, int]:
    """Whose name stands at an offset, in full or as a first name ("Uppdrag till Kia att …"), and where it ends."""
    rest = sentence.text[begin:]
    full = next((n for n in find_names(rest) if n.start == 0), None)
    if full is not None:
        return squash(rest[: full.end]), begin + full.end
    first = _FIRST_NAME.match(rest)
    if first is None or not is_first_name(first["name"]):
        return None, begin
    return sentence.people.of_first_name(first["name"]) or first["name"], begin + first.end()


def _asks(sentence: Sentence) -> None:
    text, lowered = sentence.text, sentence.lowered
    if (asking := _ASKING.search(lowered)) and not is_idle(lowered, 0, asking.start(), asking.end()):
        subject = text[clause_start(lowered, asking.start()) : asking.start()].strip()
        own = subject.lower() in _MAKES_OWN or (
            bool(subject) and any(n.end == asking.start() - 1 and sentence.is_own(n) for n in sentence.named)
        )
        body = read_addressee(text, asking.end(), len(text), sentence.named, sentence.context) if own else None
        doing = _TO_DO.match(lowered, body.end) if body and not is_opinion(lowered, asking.start()) else None
        if body and doing and not sentence.is_own_name(body.name):
            _add(sentence, body.name, doing.end())
        return
    if not _REQUESTED.may_stand_in(sentence.words):
        return
    body = read_addressee(text, 0, len(text), sentence.named, sentence.context)
    asked = _ASKED.match(lowered, body.end) if body else None
    if body and asked and not sentence.is_own_name(body.name) and not _BACK.match(lowered, asked.end()):
        _add(sentence, body.name, asked.end())


def _takes_all(sentence: Sentence) -> bool:
    """ "Kommunerna skickar sina siffror senast den 5 maj": what each of many has a day for."""
    all_ = _ALL.match(sentence.text)
    if all_ is None or not does_task(sentence.text, all_.end()) or not _UNTIL.search(sentence.lowered):
        return False
    _add(sentence, all_["who"], all_.end())
    return True


def _answers_for(sentence: Sentence) -> bool:
    """ "Rutinen publiceras, Anna ansvarar"."""
    match = _ANSWERS_FOR.search(sentence.text)
    name = sentence.people.full_name(match["who"]) if match else None
    if match is None or name is None:
        return False
    due = find_due(sentence.text, 0, len(sentence.text), sentence.on)
    sentence.add(MovementType.ASSIGNS, sentence.own, name, due, what=squash(sentence.text[: match.start()]))
    return True


def _goes_on_to_do(sentence: Sentence) -> bool:
    """ "Anna hör av sig till skolan och mejlar svaret": a task behind what somebody there does first."""
    first = sentence.text.split(" ", 1)[0]
    if not ("och" in sentence.words or "samt" in sentence.words) or not first[:1].isupper() or not is_first_name(first):
        return False
    names = find_names(sentence.text[:_LONGEST_NAME])
    name = squash(sentence.text[: names[0].end]) if names and names[0].start == 0 else sentence.people.of_first_name(first)
    if name is None or fold(name) not in sentence.people.names:
        return False
    for joined in _AND.finditer(sentence.lowered):
        if (
            does_task(sentence.text, joined.end() - 1)
            and not is_opinion(sentence.lowered, joined.start())
            and not find_told(sentence.lowered, joined.start())
            and not _STAYS_AWAY.search(sentence.lowered, 0, joined.start())
        ):
            _add(sentence, name, joined.end())
            return True
    return False


def _takes_within(sentence: Sentence) -> None:
    """ "Var och en svarar, men Anna delar sitt utkast": what somebody who was there takes on in a later clause."""
    if _takes_all(sentence) or ("ansvarar" in sentence.words and _answers_for(sentence)):
        return
    if "lovar" not in sentence.words and not sentence.people.by_first_name:
        return
    for inner in _INNER.finditer(sentence.text):
        if is_opinion(sentence.lowered, inner.start()):
            return
        task = find_task(sentence.text[inner.end() :], sentence.people)
        if task is None:
            continue
        for name in task.who:
            _add(sentence, name, inner.end() + task.start)
        return
    _goes_on_to_do(sentence)


def _add(sentence: Sentence, name: str, start: int) -> None:
    due = find_due(sentence.text, start, len(sentence.text), sentence.on)
    sentence.add(MovementType.ASSIGNS, sentence.own, name, due, what=squash(sentence.text[start:]).rstrip("."))
