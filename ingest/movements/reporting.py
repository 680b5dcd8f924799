"""Who comes back with an answer, to whom and when.

"Anna återkommer till rådet", "Nya siffror redovisas i maj", "Återrapport vid mötet den 12 juni", "att till nästa möte redovisa en plan".
Who comes back promises it by that alone; what is reported, presented or followed up is a promise only with its time, which lies ahead.
"""

from __future__ import annotations

import re

from graph.record import MovementType
from ingest.movements.addressees import Addressee, read_addressee
from ingest.movements.clauses import clause_end, clause_start, find_subject, is_pronoun
from ingest.movements.guards import find_told, is_earlier, is_idle, is_opinion
from ingest.movements.sentence import Sentence
from ingest.movements.times import When, find_when
from ingest.movements.words import any_of, first_words, movement_words

_WORDS = movement_words()
_STARTS = first_words(_WORDS.returns, _WORDS.reports)
_VERB = re.compile(rf"(?<![\wåäö-])(?:{any_of((*_WORDS.returns, *_WORDS.reports))})(?![\wåäö-])")
_RETURNS = frozenset(_WORDS.returns)
_ACCOUNTS = frozenset(_WORDS.accounts)
_ACCOUNT = re.compile(
    rf"(?:^|\boch\s+)\W*(?:(?:en|ett|ny|nytt|skriftlig|muntlig|första)\s+){{0,2}}(?:{any_of(_WORDS.accounts)})(?![\wåäö-])"
    rf"|\b(?:önskar|önskas|vill\s+ha|begär|efterfrågar|väntas|önskan|önskemål|begäran)\s+(?:(?:en|ett|ny|nytt|skriftlig|muntlig|om)\s+){{0,3}}(?:{any_of(_WORDS.accounts)})(?![\wåäö-])"
)
_GIVEN = re.compile(
    r"\b(?:gavs|lämnades|gjordes|presenterades|gick|var|fanns|har)\b|^\s*(?:från|av\s+(?:föregående|förra)|enligt)\b"
)
_MODAL = re.compile(
    r"\b(?:ska|skall|kommer|lovar|lovade|utlovade|bör|får|fick|ombeds|ombads|avser|tänker|ber|bad|uppdra\w*|uppdrag|uppgift|behöver)\b"
)
_TO = re.compile(r"\b(?:till|för|inför)\s+")
_ASSIGNED = re.compile(r"\b(?:uppdra(?:g|get|r)?|uppgift)\b.*?\batt\b|\b(?:ska|skall)\b")
_WISHED = re.compile(r"önska|vill\s+ha|begär|efterfråga|vänta")
_TO_MEETING = re.compile(r"\b(?:till|inför)\s+(?:[\wåäö-]+\s+){0,3}$")
_AT_TIME = re.compile(r"\b(?:på|vid|till|i|senast|inför|under|före|efter|innan|den)\s+(?:\S+\s+){0,5}\S+$")
_AT = re.compile(r"^(?!.*\bom\b.*\binför\b).*\b(?:på|vid)\s+(?:[\wåäö-]+\s+){0,3}$")
_TRIFLE = re.compile(
    r"\s+under\s+dagens|\s+(?:\w+\s+)?med\s+(?:datum|tid|tider|mer|mera|närmare|ytterligare|kallelse|inbjudan|exakt)\b"
)
""" "återkommer med datum": no answer."""
_ADVISING = re.compile(r"\brekommend\w+\b")
_GIVEN_ON = re.compile(r"\s(?:lämnas|ges|går|lämnades|gavs)\s+till\s")
""" "Uppdraget att återkomma med en plan lämnas till nämnden"."""
_MATTER = re.compile(r"\b(?:fråg\w*|ärend\w*|förslag\w*|sak\w*|punkt\w*|rapport\w*|plan\w*|budget\w*|den|det)\b")
_THING = re.compile(r"\b(?:frågan|ärendet|saken|förslaget|punkten|överenskommelsen|planen|avtalet)\b")
_SOMEBODY_ELSE = re.compile(
    r"\btill\s+(?!oss\b|nästa|nästkommande|hösten|våren|sommaren|den\s+\d|senast|mötet|sammanträdet|\d)[\wåäö]"
)
_AWAY = re.compile(r"\s(?:att|som|hur|varför)\s")
_INFINITIVE = re.compile(r"(?:a|om|a\s+\w+|a\s+av\s+sig)$")


def find_reported(sentence: Sentence) -> None:
    """Adds who the sentence says is to report back, once."""
    if any(
        m.type is MovementType.REPORTS_BACK_TO or (m.type is MovementType.REFERRED_TO and m.to == sentence.own)
        for m in sentence.found
    ):
        return
    if not _STARTS.isdisjoint(sentence.words):
        for verb in _VERB.finditer(sentence.lowered):
            if _reports(sentence, verb):
                return
    if ("uppdra" in sentence.lowered or "uppgift" in sentence.words or "ska" in sentence.words) and _is_to_bring(sentence):
        return
    if not _ACCOUNTS.isdisjoint(sentence.words):
        for noun in _ACCOUNT.finditer(sentence.lowered):
            if _accounts(sentence, noun):
                return


def _reports(sentence: Sentence, verb: re.Match[str]) -> bool:
    text, lowered = sentence.text, sentence.lowered
    word = " ".join(verb.group(0).split())
    start, stop = clause_start(lowered, verb.start()), clause_end(lowered, verb.end())
    if is_idle(lowered, start, verb.start(), stop) or is_opinion(lowered, verb.start()) or is_earlier(lowered, verb.start()):
        return False
    modal = _MODAL.search(lowered, 0, verb.start()) is not None
    passive = word.endswith("s") and not word.endswith("ss")
    if word.split()[0].endswith("a") and not modal and "att" not in lowered[: verb.start()].split():
        return False  # an infinitive that nobody is to do
    when = find_when(text, lowered, verb.end(), stop, sentence.on) or _before(sentence, start, verb.start())
    to = _told(sentence, verb.end(), stop)
    subject = find_subject(text, start, verb.start(), sentence.named, sentence.people)
    if word in _RETURNS:
        somebody = subject is not None or is_pronoun(text, start, verb.start())
        if (
            not somebody
            and to is None
            and (when is None or (not when.meeting and not _MATTER.search(lowered, start, verb.start())))
        ):
            return False
        assigned = lowered[: verb.start()].rstrip().endswith("att") and "uppdr" in lowered[: verb.start()]
        if assigned and to is None and not (when and when.meeting):
            return False
        if _ADVISING.search(lowered, 0, verb.start()):
            return False
        if _TRIFLE.match(lowered, verb.end()):
            return False
        if to is None and not (when and when.meeting) and _SOMEBODY_ELSE.search(lowered, verb.end(), stop):
            return False
        if to is None and when is None and not modal and not re.match(r"\s+(?:i|med|om)\s", lowered[verb.end() :]):
            return False
    elif word.startswith("lämna") and not any(
        account in lowered[start:stop] for account in ("rapport", "svar", "besked", "lägesbild", "redovisning", "återkoppling")
    ):
        return False
    elif when is None:
        if not (modal and to and sentence.is_own_name(to.name)):
            return False
    elif not (modal or passive or when.meeting or "senast" in lowered[start:stop] or (to and sentence.is_own_name(to.name))):
        return False
    elif when.start > verb.end() and not (modal or passive) and _AWAY.search(lowered, verb.end(), when.start):
        return False
    if (word.startswith(("svara", "besvara")) or "svar" in lowered[start : verb.start()]) and not (to or (when and when.meeting)):
        return False  # by when others are answered
    told = find_told(lowered, verb.start())
    if told and word not in _RETURNS and not (told == "att" and when and when.meeting):
        return False
    if passive and to is None and when and not when.meeting and "av" in lowered[verb.end() : when.start].split():
        return False  # "rapporteras av Centralen den 1 oktober": what others tell
    if word.startswith("presentera") and to is not None and not sentence.is_own_name(to.name):
        return False
    if word.startswith("informera") and not (when and when.meeting and _AT.search(lowered[verb.end() : when.start])):
        return False
    if (
        word in _RETURNS
        and subject is None
        and _THING.search(lowered[start : verb.start()].strip() or lowered[: verb.start()])
        and not is_pronoun(text, start, verb.start())
    ):
        sentence.add(MovementType.REFERRED_TO, sentence.own, sentence.own, when.due if when else None)
        return True
    _add(sentence, subject, to, when)
    return True


def _before(sentence: Sentence, start: int, verb: int) -> When | None:
    """The meeting to come that stands before the verb: "att till nästa möte redovisa en plan"."""
    when = find_when(sentence.text, sentence.lowered, start, verb, sentence.on)
    return when if when and when.meeting else None


def _is_to_bring(sentence: Sentence) -> bool:
    """ "Chefen får i uppdrag att till nästa möte ta fram en plan": what is to be there at a meeting of this forum to come."""
    lowered = sentence.lowered
    begin = next((m.end() for m in (_ASSIGNED.search(lowered),) if m), None)
    if begin is None or is_idle(lowered, 0, begin, len(lowered)) or is_earlier(lowered, begin):
        return False
    when = find_when(sentence.text, lowered, begin, len(lowered), sentence.on)
    if when is None or not _TO_MEETING.search(lowered[begin : when.start]):
        return False
    told = _told(sentence, begin, len(lowered))
    if not when.meeting and not (told and sentence.is_own_name(told.name)):
        return False
    subject = find_subject(sentence.text, 0, begin, sentence.named, sentence.people)
    if subject is None and "uppdra" not in lowered[:begin] and "uppgift" not in lowered[:begin]:
        return False
    _add(sentence, subject, None, when)
    return True


def _accounts(sentence: Sentence, noun: re.Match[str]) -> bool:
    stop = clause_end(sentence.lowered, noun.end())
    if _GIVEN.search(sentence.lowered[noun.end() : stop]) or is_idle(sentence.lowered, noun.start(), noun.end(), stop):
        return False
    if is_opinion(sentence.lowered, noun.start()):
        return False
    when = find_when(sentence.text, sentence.lowered, noun.end(), stop, sentence.on)
    to = _told(sentence, noun.end(), stop)
    wished = _WISHED.search(noun.group(0)) is not None
    if when and not (wished or to or when.meeting or when.due or "rapport" in noun.group(0)):
        return False  # "Återkoppling sker löpande under våren"
    if noun.group(0).split()[-1] in {"svar", "svaret", "besked"} and not (to or (when and when.meeting)):
        return False
    if when is None or not _AT_TIME.search(sentence.lowered[noun.end() : when.end]):
        return False
    _add(sentence, None, to, when)
    return True


def _told(sentence: Sentence, at: int, stop: int) -> Addressee | None:
    aside = sentence.lowered.find(" som ", at, stop)
    given = _GIVEN_ON.search(sentence.lowered, at, stop)
    stop = given.start() if given else stop
    for preposition in list(_TO.finditer(sentence.lowered, at, stop if aside < 0 else aside))[:3]:
        if to := read_addressee(sentence.text, preposition.end(), len(sentence.text), sentence.named, sentence.context):
            return to
    return None


def _add(sentence: Sentence, subject: str | None, to: Addressee | None, when: When | None) -> None:
    own = to is None or sentence.is_own_name(to.name)
    sender = next((m.to for m in sentence.found if m.type is MovementType.ASSIGNS), None) or subject or sentence.own
    sentence.add(
        MovementType.REPORTS_BACK_TO,
        sender,
        sentence.own if own or to is None else to.name,
        when.due if when else None,
    )
