"""Who comes back with an answer, to whom and when.

"Anna återkommer till rådet", "Nya siffror redovisas i maj", "Återrapport vid mötet den 12 juni", "att till nästa möte redovisa en plan".
Who comes back promises it by that alone; what is reported, presented or followed up is a promise only with its time, which lies ahead.
"""

from __future__ import annotations

import re
from functools import cached_property

from graph.names import fold, squash
from graph.record import MovementType
from ingest.movements.addressees import DELIBERATES, Addressee, read_addressee
from ingest.movements.clauses import clause_end, clause_start, find_subject, is_pronoun
from ingest.movements.guards import find_told, is_doubted, is_earlier, is_idle, is_opinion, told_start
from ingest.movements.sentence import Sentence
from ingest.movements.times import When, find_when
from ingest.movements.words import any_of, movement_words, quick_any_of
from ingest.people import find_names
from ingest.phrases import Phrases

_WORDS = movement_words()
_FORMS = Phrases(_WORDS.returns, _WORDS.reports)
_AIMS = frozenset({"till", "inför"})
"""What stands before the meeting that something is to be brought to."""
REPORTING = (*_WORDS.returns, *_WORDS.reports, *_WORDS.accounts, *(f"ska {aim}" for aim in sorted(_AIMS)))
STEMS = ("uppdra", "uppgift")
"""One of these forms stands, or one of these stems, in every sentence that promises an answer."""
_VERB = re.compile(quick_any_of((*_WORDS.returns, *_WORDS.reports), r"(?<![\wåäö-])", r"(?![\wåäö-])"))
_RETURNS = frozenset(_WORDS.returns)
_ACCOUNTS = frozenset(_WORDS.accounts)
_ACCOUNT = re.compile(
    rf"(?:^|\b(?:och|att|med(?=\s+åter))\s+)\W*(?:(?:en|ett|ny|nytt|skriftlig|muntlig|första)\s+){{0,2}}(?:{any_of(_WORDS.accounts)})(?![\wåäö-])"
    rf"|\b(?:önskar|önskas|vill\s+ha|begär|efterfrågar|väntas|önskan|önskemål|begäran|behov(?:et)?)\s+(?:(?:en|ett|ny|nytt|skriftlig|muntlig|om|av)\s+){{0,3}}(?:{any_of(_WORDS.accounts)})(?![\wåäö-])"
)
_GIVEN = re.compile(
    r"\b(?:gavs|lämnades|gjordes|presenterades|gick|var|fanns|har)\b|^\s*(?:från|av\s+(?:föregående|förra)|enligt)\b"
)
_MODAL = re.compile(
    r"\b(?:ska|skall|kommer|lovar|lovade|utlovade|bör|får|fick|ombeds|ombads|avser|tänker|ber|bad|uppdra\w*|uppdrag|uppgift|behöver)\b"
)
_TO = re.compile(r"\b(?:(?P<to>till|för|inför)|vid|på|i)\s+")
_MOST_PREPOSITIONS = 4
_ASSIGNED = re.compile(r"\b(?:uppdra(?:g|get|r)?|uppgift)\b.*?\batt\b|\b(?:ska|skall)\b")
_WISHED = re.compile(r"önska|vill\s+ha|begär|efterfråga|vänta|behov")
_PROMISED = re.compile(r"\s+i\s+(?:frågan|ärendet)\s+(?:kommer\s+att|ska(?:ll)?)\s+(?:ske|ges|göras|lämnas)\b")
""" "att återkoppling kommer att ske": promised, though no time is told."""
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
_ON_SOMETHING = re.compile(r"\s+(?:i|med|om)\s")
_WRITTEN = ("rapport", "svar", "besked", "lägesbild", "redovisning", "återkoppling")


def find_reported(sentence: Sentence) -> None:
    """Adds who the sentence says is to report back, once."""
    if sentence.comes_back:
        return
    for verb in sentence.iter_forms(_VERB, _FORMS):
        if _reports(sentence, verb):
            return
    given = "ska" in sentence.words or "uppdra" in sentence.lowered or "uppgift" in sentence.words
    if given and not _AIMS.isdisjoint(sentence.words) and _is_to_bring(sentence):
        return
    if not _ACCOUNTS.isdisjoint(sentence.words):
        for noun in _ACCOUNT.finditer(sentence.lowered):
            if _accounts(sentence, noun):
                return


class _Claim:
    """What the words around a verb of reporting say: who, to whom, when, and whether somebody is to do it.

    Most verbs are doubted, told of or of another meaning, as their clause tells: what is dear to find is looked up when first asked for.
    """

    def __init__(self, sentence: Sentence, verb: re.Match[str]) -> None:
        self._sentence = sentence
        self.word = " ".join(verb.group(0).split())
        self.verb, self.end = verb.span()
        self.start, self.stop = clause_start(sentence.lowered, self.verb), clause_end(sentence.lowered, self.end)
        self.assigned = sentence.has(MovementType.ASSIGNS)
        self.passive = self.word.endswith("s") and not self.word.endswith("ss")

    @cached_property
    def to(self) -> Addressee | None:
        return _told(self._sentence, self.end, self.stop)

    @cached_property
    def modal(self) -> bool:
        return _MODAL.search(self._sentence.lowered, 0, self.verb) is not None

    @cached_property
    def when(self) -> When | None:
        one = self._sentence
        return find_when(one.text, one.lowered, self.end, self.stop, one.on) or self._when_before

    @cached_property
    def _when_before(self) -> When | None:
        """The meeting to come that stands before the verb ("att till nästa möte redovisa en plan"); a day too, if somebody is to tell
        somebody on it."""
        one = self._sentence
        when = find_when(one.text, one.lowered, self.start, self.verb, one.on)
        return when if when and (when.meeting or (when.due and self.modal and self.to is not None)) else None

    @cached_property
    def who(self) -> str | None:
        one = self._sentence
        told = told_start(one.lowered, self.verb)
        return _antecedent(one, self.verb) or find_subject(one.text, max(self.start, told), self.verb, one.named, one.people)

    @property
    def at_meeting(self) -> bool:
        return self.when is not None and self.when.meeting


def _reports(sentence: Sentence, verb: re.Match[str]) -> bool:
    lowered = sentence.lowered
    claim = _Claim(sentence, verb)
    doubted = (is_doubted if claim.assigned else is_idle)(lowered, claim.start, claim.verb, claim.stop)
    if doubted or is_opinion(lowered, claim.verb) or is_earlier(lowered, claim.verb):
        return False
    infinitive = claim.word.split()[0].endswith("a")
    if infinitive and not claim.modal and "att" not in lowered[: claim.verb].split():
        return False  # an infinitive that nobody is to do
    if not (_comes_back(sentence, claim) if claim.word in _RETURNS else _tells(sentence, claim)):
        return False
    pronoun = is_pronoun(sentence.text, claim.start, claim.verb)
    if claim.word in _RETURNS and not (claim.who or pronoun or (infinitive and claim.assigned)) and _is_of_thing(lowered, claim):
        sentence.add(MovementType.REFERRED_TO, sentence.own, sentence.own, claim.when.due if claim.when else None)
        return True
    _add(sentence, claim.who, claim.to, claim.when)
    return True


def _antecedent(sentence: Sentence, verb: int) -> str | None:
    """Who stands before ", som" in whose clause a verb stands: "… till chefsgruppen, som behandlar den och återkommer till rådet"."""
    at = sentence.lowered.rfind(", som ", 0, verb)
    if at < 0 or any(c in sentence.lowered[at + 2 : verb] for c in ",;:"):
        return None
    if body := next((n for n in sentence.named if n.end == at), None):
        return sentence.name(body)
    return next((squash(sentence.text[n.start : n.end]) for n in find_names(sentence.text[:at]) if n.end == at), None)


def _comes_back(sentence: Sentence, claim: _Claim) -> bool:
    """Whether "återkommer", "återkopplar" promise this forum, or a body that is named, an answer."""
    lowered = sentence.lowered
    somebody = claim.who is not None or is_pronoun(sentence.text, claim.start, claim.verb) or claim.assigned
    if (
        not somebody
        and claim.to is None
        and not (claim.when and (claim.when.meeting or _MATTER.search(lowered, claim.start, claim.verb)))
    ):
        return False
    given = lowered[: claim.verb].rstrip().endswith("att") and "uppdr" in lowered[: claim.verb]
    if given and claim.to is None and not claim.at_meeting:
        return False
    if _ADVISING.search(lowered, 0, claim.verb) or _TRIFLE.match(lowered, claim.end):
        return False
    if claim.to is None and not claim.at_meeting and _SOMEBODY_ELSE.search(lowered, claim.end, claim.stop):
        return False
    return not (claim.to is None and claim.when is None and not claim.modal and not _ON_SOMETHING.match(lowered, claim.end))


def _tells(sentence: Sentence, claim: _Claim) -> bool:
    """Whether "redovisas", "rapporterar" are a promise: with the time when it is to be done, or as what somebody is to tell this forum."""
    lowered, word = sentence.lowered, claim.word
    clause = lowered[claim.start : claim.stop]
    if word.startswith("lämna") and not any(account in clause for account in _WRITTEN):
        return False
    when = claim.when
    if word.startswith("informera") and not (when and when.meeting and _AT.search(lowered[claim.end : when.start])):
        return False
    to = claim.to
    here = to is not None and sentence.is_own_name(to.name)
    if when is None:
        if not (claim.modal and here) and not (claim.assigned and to is not None):
            return False
    elif not (claim.modal or claim.passive or when.meeting or "senast" in clause or here):
        return False
    elif when.start > claim.end and not (claim.modal or claim.passive) and _AWAY.search(lowered, claim.end, when.start):
        return False
    if (word.startswith(("svara", "besvara")) or "svar" in lowered[claim.start : claim.verb]) and not (to or claim.at_meeting):
        return False  # by when others are answered
    told = find_told(lowered, claim.verb)
    if told and not (told == "att" and claim.at_meeting):
        return False
    if claim.passive and to is None and when and not when.meeting and "av" in lowered[claim.end : when.start].split():
        return False  # "rapporteras av Centralen den 1 oktober": what others tell
    return not (word.startswith("presentera") and (not here if to is not None else not claim.at_meeting and claim.passive))


def _is_of_thing(lowered: str, claim: _Claim) -> bool:
    """Whether it is a matter that comes back, not somebody with an answer: "Frågan återkommer", "Återkommer till mötet den 9 april"."""
    if not lowered[: claim.verb].strip(" -–•*"):
        return True
    return _THING.search(lowered[claim.start : claim.verb].strip() or lowered[: claim.verb]) is not None


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
    if is_opinion(sentence.lowered, noun.start()) or find_told(sentence.lowered, noun.end()):
        return False
    when = find_when(sentence.text, sentence.lowered, noun.end(), stop, sentence.on)
    to = _told(sentence, noun.end(), stop)
    wished = _WISHED.search(noun.group(0)) is not None
    if when and not (wished or to or when.meeting or when.due or "rapport" in noun.group(0)):
        return False  # "Återkoppling sker löpande under våren"
    if noun.group(0).split()[-1] in {"svar", "svaret", "besked"} and not (to or (when and when.meeting)):
        return False
    if when is None:
        here = to is not None and sentence.is_own_name(to.name)
        if not (_PROMISED.match(sentence.lowered, noun.end()) or (noun.group(0).startswith("behov") and here)):
            return False
    elif when.start != noun.end() + 1 and not _AT_TIME.search(sentence.lowered[noun.end() : when.end]):
        return False
    _add(sentence, None, to, when)
    return True


def _told(sentence: Sentence, at: int, stop: int) -> Addressee | None:
    """To whom it is told: "till rådet", "för nämnden", or at whose meeting: "i styrgruppen", "vid rådets möte"."""
    aside = sentence.lowered.find(" som ", at, stop)
    given = _GIVEN_ON.search(sentence.lowered, at, stop)
    stop = given.start() if given else stop
    for preposition in list(_TO.finditer(sentence.lowered, at, stop if aside < 0 else aside))[:_MOST_PREPOSITIONS]:
        to = read_addressee(sentence.text, preposition.end(), len(sentence.text), sentence.named, sentence.context)
        if to and (preposition["to"] or to.known or DELIBERATES.search(fold(to.name))):
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
