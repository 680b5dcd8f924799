"""How Swedish minutes word a decision in one sentence.

With a clause: "Nämnden beslutar att …", "Efter diskussion beslutade nämnden därför att …", "Beslutades anta …", "Rådet enades
om att …". Without: the forum does it ("Nämnden godkänner rapporten"), or it is done ("Rapporten godkändes och lades till
handlingarna", "Till justerare utsågs …"). What is told of others, of earlier meetings, of what may come, or inside a clause
of telling ("… berättar att planen antogs") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from graph.names import lowered
from graph.record import DecisionKind
from ingest.alternatives import Choice, by_first_letter
from ingest.dates import find_dates
from ingest.decisions.clauses import ATT, ORDERS, PROPOSED_BY
from ingest.decisions.deciders import (
    EARLIER,
    Minutes,
    begins_with_forum,
    inverted_subject,
    is_forum_phrase,
    is_subject,
    names_another,
)
from ingest.kinds import Tells, Verb, any_form, verbs
from ingest.lines import Line
from ingest.tasks import find_task
from ingest.verbs import regular_infinitives
from ingest.vocabulary import BODY_NOUN

# --- patterns on whole lines ---------------------------------------------------------------------------------------------

_DECIDE = r"(?:beslutade|beslutar|beslöt|beslutat|besluta|beslutas|beslutades|beslut)"
_ADVERB_WORD = (
    r"(?:enhälligt|gemensamt|samfällt|enligt\s+följande|följande|därmed|därför|sålunda|således|också|även|vidare|dessutom|slutligen|därefter|nu|samtidigt|istället|i\s+stället|om"
    r"|för\s+(?:egen|sin|nämndens|styrelsens)\s+del|om\s+[\wåäö]+beslut|(?:i\s+enlighet\s+med|enligt)\s+(?:[\wåäö-]+\s+){0,4}?(?:förslag|yrkande)\w*)"
)
_ADVERB = rf"(?:\s+{_ADVERB_WORD})*"
_ON_CONDITION = r"(?:\s*,?\s+under\s+förutsättning\s+(?:att|av)\s[^.:]{3,110}?(?=\s*[,:]|\s+att\s*:?\s*$))?"
_TRIGGER = re.compile(
    rf"^(?P<subject>.{{0,110}}?)\b{_DECIDE}\b{_ADVERB}{_ON_CONDITION}(?P<att>\s*:?\s*att)?\s*[:.,]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that leads in what is decided below: "Nämnden beslutar", "Rådet beslutade enhälligt att:"."""
_TRIGGER_AGREED = re.compile(
    rf"^(?P<subject>.{{0,110}}?)\b(?:enas|enades|kom(?:mer)?\s+(?:överens|fram\s+till)|(?:är|var)\s+överens|bestämmer|bestämde|fattar|fattade|tar|tog){_ADVERB}\s*(?:om\s+)?(?:följande(?:\s+beslut)?(?P<att>\s*:?\s*att)?|(?<=om\s)(?P<om>att)|(?<=om))\s*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
""" "Nätverket enas om följande:", "Gruppen kom överens om att:"."""
_TRIGGER_PASSIVE = re.compile(
    rf"^(?P<subject>)(?:det\s+)?(?:följande\s+)?(?:överenskoms|överenskommes|överenskom\s+man|bestämdes|bestäms){_ADVERB}(?:\s+om)?(?:\s+följande)?(?P<att>\s*:?\s*att)?\s*:?\s*$",
    re.IGNORECASE,
)
""" "Följande överenskoms:", "Det bestämdes att:"."""
_TRIGGER_BEHIND = re.compile(
    rf"^(?:(?:för\s+(?:egen|sin)\s+del|vidare|därutöver|dessutom|samtidigt|därefter|härefter|slutligen|därmed|(?:efter|med|på|vid|mot|utöver|sedan|under|enligt|utifrån|i)\s[^.:]{{2,80}}?)\s+)?"
    rf"(?:beslutade|beslutar|beslöt)\s+(?P<subject>{BODY_NOUN.pattern}){_ADVERB}(?P<att>\s*:?\s*att)?\s*[:,]?\s*$",
    re.IGNORECASE,
)
""" "För egen del beslutar kommunstyrelsen": the body stands behind the verb."""


class Trigger(NamedTuple):
    """A line that leads in what is decided below: who decides, as written, and whether "att" ends the line."""

    subject: str
    att: bool


def find_trigger(line: str) -> Trigger | None:
    """Who decides what stands below a line, when the line does no more than lead it in; else None."""
    lower = line.lower()
    if "följande" in lower or "om att" in lower or lower.rstrip(" :").endswith(" om"):
        agreed = _TRIGGER_AGREED.match(line)
        if agreed is not None:
            return Trigger(agreed["subject"], bool(agreed["att"] or agreed["om"]))
    if "överensk" in lower or "bestäm" in lower:
        match = _TRIGGER_PASSIVE.match(line)
        return Trigger("", bool(match["att"])) if match else None
    if "besl" not in lower:
        return None
    match = _TRIGGER.match(line) or _TRIGGER_BEHIND.match(line)
    if match is None or (_FOR_DECISION.search(line) and not match["att"]):
        return None
    return Trigger(match["subject"], bool(match["att"]))


_FOR_DECISION = re.compile(r"\b(?:för|till|om|inför|och|eller|utan|i|av|på)\s+beslut\s*\.?\s*$", re.IGNORECASE)
""" "Motionen överlämnas till nämnden för beredning och beslut." leads nothing in."""


LABELLED = re.compile(
    r"^(?:[→⇒►➔>]\s*)?(?P<subject>(?:[\wåäö-]+\s+){0,3}?)(?:(?:beslut(?:\s+\d{1,2})?|protokollsbeslut|ställningstagande|beslutar|beslutade)\s*:|(?:Beslut|BESLUT)\s+[–-]|(?<=s )(?-i:beslut)(?=\s+(?-i:[A-ZÅÄÖ])))\s+(?P<clause>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A label and what was decided in one line: "Beslut: Godkändes"."""
PROPOSED_TO = re.compile(
    r"^(?P<by>[A-ZÅÄÖ][\wåäö-]*s)\s+förslag\s+till\s+(?P<to>[\wåäö-]+?)(?:s\s+beslut|\s+beslut)?(?:\s*:|(?=\s+[A-ZÅÄÖ]))\s+(?P<clause>\S.*)$",
    re.DOTALL,
)
PROPOSING = re.compile(
    r"^[^.]*\b(?:föresl(?:ås|ogs)\s|föresl(?:år|og)\b[^.]*\batt\s|yrka(?:r|de)\b(?!.*(?::|\batt)\s*$))", re.IGNORECASE | re.DOTALL
)
PROPOSED = re.compile(r"^\W*(?:\w+s\s+)?förslag(?:\s+till\s+beslut)?\s*:\s*(?=att\b|(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
PROPOSES = re.compile(r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+föreslår\s+(?:att\s+)?[a-zåäö]")
_AS_PROPOSED = re.compile(
    rf"^(?:(?P<subject>.{{0,80}}?)\b{_DECIDE}\b\s+(?:\w+\s+)?)?(?:enligt|i\s+enlighet\s+med|bifall\s+(?:till|enligt))\s+(?:[\wåäö-]+\s+){{0,3}}?förslag\w*(?:\s+till\s+beslut)?\s*\.?$",
    re.IGNORECASE,
)
"""Nothing but that what was proposed is decided: "Nämnden beslutar enligt förslaget.", "Enligt arbetsutskottets förslag"."""


@cache
def infinitive() -> re.Pattern[str]:
    """What a body does, as a list without "att" begins: "anta upprättat förslag"."""
    deciding = {v.infinitive for v in verbs()} | {"annonsera", "ge", "inte"}
    words = "|".join(sorted(deciding | regular_infinitives(), key=len, reverse=True))
    return re.compile(rf"(?:i\s+övrigt\s+)?(?:{words})\b", re.IGNORECASE)


def leads_in(line: Line) -> Trigger | None:
    """The trigger of a line that stands by itself; a line that ends so in the midst of a sentence leads nothing in."""
    goes_on = line.text[:1].islower() and not line.blank_before and len(line.text.split()) > _FEW
    return None if goes_on else find_trigger(line.text)


def is_wrapped(trigger: Trigger, after: Line | None) -> bool:
    """Whether a sentence that begins within the line only goes on below it: "… gicks igenom. Nämnden beslutade att" / "anta planen"."""
    return (
        after is not None
        and not after.blank_before
        and after.text[0].islower()
        and ". " in trigger.subject
        and not ATT.match(after.text)
    )


_FEW = 3


# --- with a clause -------------------------------------------------------------------------------------------------------

_DECIDES = (
    r"\b(?P<verb>beslutade|beslutar|beslöt|beslutas|beslutades|beslöts|enades|enas|kom(?:mer)?\s+(?:(?P<inner>rådet|nämnden|styrelsen|gruppen|utskottet|nätverket|mötet|parterna|vi|man)\s+)?överens|bestämde(?:\s+sig\s+för)?|bestämdes|bestämmer(?:\s+sig\s+för)?|bestäms"
    r"|(?P<agrees>(?:är|var|blev)\s+(?:\w+\s+)?(?:överens|enig[at]?|ense)(?=\s+om\b)|(?:kom|kommer)\s+(?:[a-zåäö]+t?vis\s+|gemensamt\s+)?fram\s+(?=till\b)|landade\s+(?=i\b)"
    r"|(?:enighet|konsensus)\s+(?:rådde|nåddes)\s+(?=om\b)|valde(?=\s+att\b))"
    r"|(?:fattade|fattar|tog|tar)\s+(?:ett\s+|följande\s+)?(?:\w+)?beslut)\b"
)
INLINE = re.compile(
    rf"(?P<subject>.{{0,160}}?){_DECIDES}(?P<middle>.{{0,200}}?)(?P<clause>(?<!förutsättning\s)\b(?:dels\s+)?att\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_INLINE = re.compile(
    r"(?P<subject>.{0,160}?)\b(?P<verb>beslutade|beslutar|beslöt|beslutas|beslutades)\b(?P<after>\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SMALL_WORD = re.compile(r"(?<=\s)[a-zåäö]+(?=\s)")
_CLAUSE_WORD = re.compile(r"att|som|där|när|vilken|vilket|vilka")
_MIDDLE = re.compile(
    rf"(?:\s*[,–-]?\s*(?:{_ADVERB_WORD}|(?:i|med|under|enligt|för|på|efter|genom|utifrån|mot|vid|till|av|utan|i\s+enlighet\s+med)\s[^;]*?))*\s*[:,–-]?\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What may stand between the verb (and its subject) and the clause: adverbs, and phrases with a preposition."""
_PAST_VERB = re.compile(r"(?:ade|ades|öt|öts|kom\s.*|var\s.*|blev\s.*|fattade\s.*|tog\s.*|ämde|ämdes)$", re.IGNORECASE)


_STEMS = ("besl", "enades", "enas", "överens", "bestäm", "enig", "ense om", "fram till", "landade i", "konsensus", "valde att")
"""One of these is in every verb that leads in a clause."""


_TAKEN = re.compile(
    r"^(?:beslut(?:et)?\s+(?:togs|fattades|blev|blir)|det\s+(?:blev|är)\s+beslutat)\s+(?:om\s+)?(?P<clause>att\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Beslut fattades om att …", "Beslutet blev att …"."""


def find_clause(sentence: str, minutes: Minutes) -> int | None:
    """Where the clause begins that the forum decides in this sentence; None when it decides none."""
    lower = sentence.lower()
    if not any(stem in lower for stem in _STEMS):
        return None
    if taken := _TAKEN.match(sentence):
        return taken.start("clause")
    if (bare := _BARE_INLINE.match(sentence)) and _decides_bare(bare["subject"], bare["verb"], bare["after"], minutes):
        return 0  # "Nämnden beslutar anta planen" has no att-sats: its words are the whole sentence.
    match = INLINE.match(sentence)
    if match and match["agrees"] and not _is_to_be_done(match["clause"], match["agrees"], minutes):
        return None
    if match and _decides(match["subject"], match["verb"], match["middle"], sentence[match.end("verb") :], minutes):
        return match.start("clause")
    return None


_CLAUSE_BEGINS = re.compile(
    r"(?:dels\s+)?att\s+(?:(?:i\s+stället|inte|även|också|tills\s+vidare|även\s+i\s+fortsättningen)\s+)?", re.IGNORECASE
)
_IN_PRESENT = re.compile(r"^är\b", re.IGNORECASE)


def _is_to_be_done(clause: str, agrees: str, minutes: Minutes) -> bool:
    """Whether those who "var överens om att …" agreed upon what is to be done, and not upon how things are.

    In the present ("är överens om att arbeta med frågan") what stands in the infinitive tells how they see it.
    """
    if ORDERS.search(clause) or find_task(clause, minutes.people) is not None:
        return True
    if _IN_PRESENT.match(agrees):
        return False
    begins = _CLAUSE_BEGINS.match(clause)
    verb = _SMALL_WORD_FIRST.match(clause, begins.end()) if begins else None
    return (
        verb is not None
        and not _STATE.fullmatch(verb.group())
        and (infinitive().fullmatch(verb.group()) or _ANY_INFINITIVE.fullmatch(verb.group())) is not None
    )


_STATE = re.compile(r"vara|ha|behöva|kunna|vilja|finnas|bli|få|se|tycka|anse")
_SMALL_WORD_FIRST = re.compile(r"[a-zåäö]+")
_LONGEST_MIDDLE = 60


def _decides_bare(subject: str, verb: str, after: str, minutes: Minutes) -> bool:
    """Whether what is decided follows without "att": "… beslutar därför anta planen", "… beslutar nämnden anta planen"."""
    for word in _SMALL_WORD.finditer(after, 0, _LONGEST_MIDDLE):
        if _CLAUSE_WORD.fullmatch(word.group()):
            return False
        middle = after[: word.start()]
        if word.group() == "inte":
            continue  # "beslutar inte i frågan" decides nothing, "beslutar inte godkänna" does
        if _is_infinitive(word.group(), middle.replace(" inte ", " ")):
            return _decides(subject, verb, middle, after, minutes)
    return False


_JOINED_TO = re.compile(r"\s*,?\s+(?:och|samt)\s+[^,.;]{0,60}$", re.IGNORECASE)


def find_joined(sentence: str, offset: int, minutes: Minutes) -> int | None:
    """Where the first half ends of a sentence that decides twice: "Nämnden godkände avtalet och beslutade att …".

    `offset` is where the clause of the second half begins. None where the forum does nothing by the words before "beslutade".
    """
    verb = re.search(_DECIDES, sentence[:offset], re.IGNORECASE)
    joined = _JOINED_TO.search(sentence[: verb.start()]) if verb else None
    first = joined and sentence[: joined.start()]
    return len(first) if first and states_decision(first, minutes) else None


_ANY_INFINITIVE = re.compile(
    r"(?!(?:samma|alla|båda|dessa|denna|sista|första|bara|ofta|sakna|extra|nya)$)[a-zåäö]{2,}a|(?:av|an|fast)?slå|avstå|föreslå|gå|ge|se|utse|få|bli"
)


def _is_infinitive(word: str, middle: str) -> bool:
    """Whether a word is what a body decides to do: a known verb, or any infinitive right after "beslutar"."""
    return infinitive().fullmatch(word) is not None or (not middle.strip() and _ANY_INFINITIVE.fullmatch(word) is not None)


def _decides(subject: str, verb: str, middle: str, after: str, minutes: Minutes) -> bool:
    joined = re.search(r"\b(?:och|samt)\s*$", subject) is not None
    if joined and not (begins_with_forum(subject, minutes) and not _MODAL.search(subject) and not _INSIDE.search(subject)):
        return False
    if not joined and not is_subject(subject, after, minutes, impersonal=verb.lower().endswith("s")):
        return False
    behind = inverted_subject(middle + " ", minutes) if middle.strip() else None
    rest = middle[len(behind) :] if behind and len(behind.strip()) > 0 and not _MIDDLE.fullmatch(behind) else middle
    if not _MIDDLE.fullmatch(rest):
        return False
    return not (_PAST_VERB.search(verb) and is_earlier(subject, middle, minutes))


_EARLIER_TIME = re.compile(
    r"(?:^|\b(?:vid|på|under|i|sedan)\s+(?:\w+\s+)?)(?:föregående|förra|senaste)\s+(?:möte(?:t)?|sammanträde(?:t)?|år(?:et)?|vecka(?:n)?|gång(?:en)?|månad(?:en)?|termin(?:en)?|mandatperiod\w*)\b"
    r"|\btidigare\b(?!\s+(?:utsän\w+|utskick\w+|framlag\w+|års|sammanträde|möte|protokoll|\w*anteckning))|\bi\s+fjol\b|§\s*\d+/\d+|\b(?:i|genom|enligt)\s+§\s*\d",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\b(?:förra|föregående|i)\s+(?:år(?:et)?|fjol|vecka\w*|månad\w*|termin\w*|höstas|våras|somras|vintras)\b", re.IGNORECASE
)
_IN_MONTH = re.compile(
    r"\bi\s+(?:(?:början|slutet|mitten)\s+av\s+)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED_LEAD = re.compile(r"^(?:den|i|vid|på|under|år)\b|^\d", re.IGNORECASE)


_MINUTES_OF = re.compile(
    r"(?:protokoll|anteckning|minnesanteckning)\w*\s+(?:från|av|för|fört\s+vid)\s+(?:\w+\s+){0,3}(?:möte|sammanträde)\w*(?:\s+(?:den\s+)?\d[\d\s./-]*(?:[a-z]{3,9}(?:\s+\d{4})?)?)?",
    re.IGNORECASE,
)
""" "… protokollet från föregående möte 3 mars": the day of what is approved, not of approving it."""


def is_earlier(lead: str, middle: str, minutes: Minutes) -> bool:
    """Whether the words around a verb in the past say that it was done on another day than the meeting's."""
    middle = _MINUTES_OF.sub("", middle)
    if EARLIER.search(lead) or _EARLIER_TIME.search(middle):
        return True
    dated = middle if not _DATED_LEAD.match(lead.strip()) else f"{lead} {middle}"
    if _IN_MONTH.search(dated):
        return True
    dates = [d.date for d in find_dates(dated, minutes.on)]
    if dates:
        return minutes.on is None or any(d < minutes.on for d in dates)
    years = [int(y) for y in _YEAR.findall(dated)]
    return bool(years) and (minutes.on is None or min(years) < minutes.on.year)


# --- without a clause ----------------------------------------------------------------------------------------------------

_STATED_WORDS = 20
"""A sentence that states a decision without "beslutade" is short; longer ones tell a story."""
_TAKEN_WORDS = 12
""" "Nämnden tar del av informationen" disposes of the matter; what goes on about what it heard is telling."""
_MODAL = re.compile(
    r"\b(?:när|innan|kommer|ska|skall|bör|kan|kunde|kunna|måste|skulle|hade|har|behöv\w+|vänta\w+|förvänta\w+|beräkna\w+|planera\w*|avse\w*|brukar?|borde|får|föresl(?:å|og|agit)\w*"
    r"|förslag\s+till|inte|är|blir|blev|vill|önska\w*|yrka\w*|tidigare\s+(?:beslut|godkän|anta|fastställ|behandla)\w*)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?<!^)\b(?:att(?!\s+(?:[\wåäö]+\s+){0,6}?(?:justera|föra)\b)|som|huruvida|ifall|vilke[nt]|vilka|eftersom|medan|när|då)\b|(?:^|,\s*|\b(?:är|(?<!^)fråga\w*)\s+)om\b|(?<!^beslut )(?<!^frågan )\bom\s+\w+(?:en|et|an|na)\s*$",
    re.IGNORECASE,
)
"""The verb stands in a clause of telling, of a condition or of what a thing is: "berättar att planen antogs". "Frågan om bryggor" at the
head of a sentence is its subject."""
_UNSPECIFIC = re.compile(
    r"^(?:ing[ea][nt]?|inga|antalet|flera|många|vissa|några|få|de\s+flesta|varje|ofta|alltid|ibland|delegationsbeslut)\b|^\w+(?:ar|er|or)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:och|samt|men)\s|,\s")
_HABITUAL = re.compile(r"\b(?:varje|årligen|i\s+mån\s+av|normalt|vanligtvis|oftast|löpande|för\s+\w+\s+år)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"^(?:(?!(?:är|blev|blir|var|har|hade|ny|nya|nytt|en|ett)\b)[\wåäö-]+\s+){0,4}(?:godkän[dt]|godkända|fastställ[dt]|fastställda|antag(?:en|et|na)|bordlag[dt]|avslag(?:en|et)|bifall(?:en|et))"
    r"(?:\s+(?:och|utan|med|enligt|av\s+mötet)\b[^.]*)?\.?$",
    re.IGNORECASE,
)
""" "Dagordningen godkänd.", "Godkänt utan ändringar." """
_MEETING_OF = re.compile(r"\b(?:vid|på|under|från|i)\s+(?P<of>[^,]{0,60}?)(?:möte|sammanträde|årsmöte|stämma)\w*", re.IGNORECASE)
_BY = re.compile(r"^\s+(?:\w+\s+)?av\s+(?P<agent>[^,.]{2,60})", re.IGNORECASE)
_NO_AGENT = re.compile(r"^(?:ordförande|sekreterare|presidiet|årsmötet)", re.IGNORECASE)
_PREPOSITION_FIRST = re.compile(r"^(?:i|på|under|vid|inom|hos|av|bland|från)\b", re.IGNORECASE)
_TO_WHAT = re.compile(r"^\s+(?:till|som|att)\b|^\s+(?:enhälligt\s+)?[A-ZÅÄÖ]", re.IGNORECASE)
_POST = r"[A-ZÅÄÖa-zåäö]*(?i:ordförande|justerare|justeringsm[äa]n|ersättare|suppleant|sekreterare|kassör|revisor|ledamot|representant|sammankallande|mötesledare|rösträknare)(?:er|en|n)?"
_ELECTED = re.compile(r"^(?:[A-ZÅÄÖ][\w.-]+\s+){1,4}(?:\([A-ZÅÄÖ]{1,4}\)\s+)?(?:valdes|väljs|utsågs|utses)\.?$")
""" "Anna Ek valdes.", under a title that tells to what."""
_BECAME = re.compile(
    rf"^(?:(?:Till\s+)?(?:[Nn]y\s+)?{_POST}\s+(?:blev|blir)\s+(?:[A-ZÅÄÖ][\w.-]+[\s,]*(?:\([^()]{{1,20}}\)\s*)?(?:och\s+|samt\s+)?){{1,6}}|(?:[A-ZÅÄÖ][\w.-]+\s+(?:och\s+)?){{1,5}}(?:\([^()]{{1,20}}\)\s+)?(?:blev|blir)\s+(?:ny\s+|mötets\s+|vald\s+till\s+)?{_POST})\.?$"
)
""" "Ersättare blev Anna Ek.", "Anna Ek blev justerare." """
_DECIDED_ON = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{2,60}?)\s+(?:beslutade|beslöt)\s+(?:enhälligt\s+)?om\s+(?!att\b)(?P<matter>.+)$", re.DOTALL
)
""" "Utskottet beslutade om tystnadsplikt": in the past; in the present it may be what the body has to decide upon."""
_DECIDED_WORDS = 40
_THESE = re.compile(r"^följande\s+[\wåäö]+\s+(?:beslutades|beslutas|beslöts|bestämdes|bestäms)\b", re.IGNORECASE)
""" "Följande mötestider beslutades: 5 februari och 7 maj." """
_ALLOWED = re.compile(
    r"^(?:motionen|interpellationen|frågan|medborgarförslaget|enkla\s+frågan)\s+får\s+(?:fram)?ställas\b", re.IGNORECASE
)
""" "Interpellationen får ställas": the meeting allows it."""
_SENDS = re.compile(r"överlämn|remitt", re.IGNORECASE)
_SENT = re.compile(
    r"^(?:motionen|motionerna|medborgarförslage[tn]|interpellationen|interpellationerna|e-förslage[tn])\b", re.IGNORECASE
)
"""What a meeting hands on by saying no more than that it is handed on."""
_SETTLED = re.compile(
    r"^(?:denna|detta|rapport\w*|information\w*|redovisning\w*|redogörelse\w*|ärendet|punkten|\w*anteckningar\w*|\w*protokoll\w*|skrivelse\w*|lägesrapport\w*)\b",
    re.IGNORECASE,
)
"""What a meeting disposes of when it has heard of another's: the report itself."""
_HEREBY = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{2,60}?)\s+har\s+(?:där|här)med\s+(?:godkänt|fastställt|antagit|avslagit|bifallit|utsett|valt|bordlagt|lagt|återremitterat)\b",
    re.DOTALL,
)
""" "Styrelsen har därmed fastställt planen": just now, unlike what it "har fastställt"."""
_OPENED = re.compile(
    r"\bförklara(?:s|des)\s+(?:mötet|sammanträdet)\s+(?:för\s+)?(?:öppnat|avslutat)|\b(?:mötet|sammanträdet)\s+(?:förklara(?:s|des)\s+(?:för\s+)?(?:öppnat|avslutat))",
    re.IGNORECASE,
)


_FORMALITY = re.compile(
    r"^(?:[\wåäö]+\s){0,3}?(?:\w*anteckningar(?:na)?|\w*protokoll(?:et)?|dagordning(?:en)?|föredragningslista(?:n)?|ärendelista(?:n)?)\s+(?:godkän(?:ns|des)|faststäl(?:ls|ldes))\b"
)
""" "Anteckningarna godkändes med rättelsen att …": what is mended may fill a long sentence."""
_WAITS = re.compile(
    r"^(?:Frågan|Ärendet|Punkten|Beslutet|Saken)\s+får\s+vänta\s+till\s+(?:nästa|hösten|våren|ett\s+senare|mötet)\b"
)
_INVITED = re.compile(
    r"^Till\s+(?:nästa\s+|(?:mötet|sammanträdet)\s)[^.,]{0,40}?\s?(?:inbjuds\s+[^.,]+|bjuds\s+[^.,]+\sin)\.?$", re.IGNORECASE
)
""" "Till mötet i maj inbjuds rektorn." """
_PUT_OFF = re.compile(
    r"^(?:(?:eftersom|då|på\s+grund\s+av|med\s+anledning\s+av)\b[^.,]{5,90},?\s+|därför\s+|därmed\s+)(?:skjuts|sköts|bordläggs|bordlades|flyttas|flyttades|återremitteras|återremitterades)\s+"
    r"(?:frågan|ärendet|punkten|beslutet|saken|rapporten|förslaget|motionen)\b(?!\s+inte\b)",
    re.IGNORECASE,
)
""" "Eftersom underlaget saknas skjuts frågan upp": the reason first, the matter behind the verb."""


_WORD = re.compile(r"\w+")


class _Done(NamedTuple):
    """The forms of a verb that say that its kind of decision is made."""

    kind: DecisionKind
    forms: tuple[str, ...]
    pattern: re.Pattern[str]


def _done(verb: Verb, forms: tuple[str, ...]) -> _Done:
    return _Done(verb.kind, forms, re.compile(by_first_letter([any_form(verb, forms)])))


@cache
def _active() -> tuple[_Done, ...]:
    return tuple(_done(v, v.active) for v in verbs() if v.tells in (Tells.ANY, Tells.OWN))


@cache
def _passive() -> tuple[_Done, ...]:
    return tuple(_done(v, v.passive) for v in verbs() if v.tells is Tells.ANY)


def _iter_done(verbs_done: Iterable[_Done], lower: str) -> Iterator[tuple[DecisionKind, re.Match[str]]]:
    """Where a sentence in lower case has one of the verbs."""
    words = set(_WORD.findall(lower))
    for done in verbs_done:
        if not words.isdisjoint(done.forms):
            for match in done.pattern.finditer(lower):
                yield done.kind, match


_PARTICIPLES = (
    "öppnat",
    "avslutat",
    "därmed",
    "härmed",
    "godkän[dt]a?",
    "fastställ[dt]a?",
    "antag(?:en|et|na)",
    "bordlag[dt]",
    "avslag(?:en|et)",
    "bifall(?:en|et)",
)


@cache
def _any_verb() -> re.Pattern[str]:
    forms = {f for v in verbs() if v.tells is not Tells.HEADING for f in (*v.active, *v.passive)} | {
        "inbjuds",
        "bjuds",
        "får vänta",
    }
    words = (*sorted(forms, key=len, reverse=True), *_PARTICIPLES)
    return re.compile(by_first_letter([Choice(words, r"\b", r"\b")]))


_WHICH = re.compile(
    r",\s+(?:vilket|vilka|som|där)\s|\smed\s+(?:justeringen|rättelsen|ändringen|tillägget|tilläggen|ändringarna)\s+att\s"
)
"""Where the telling of more about what was decided begins: it makes no sentence long."""


def states_decision(sentence: str, minutes: Minutes, retold: bool = False) -> bool:
    """Whether a sentence without "beslutar" states what the forum decided.

    `retold`: the item tells of another body's meeting, so that only what is done with the report itself is this meeting's.
    """
    words = len(_WHICH.split(sentence, maxsplit=1)[0].split())
    if words <= _STATED_WORDS and (_ALLOWED.match(sentence) or _THESE.match(sentence)):
        return not retold
    if (
        words <= _DECIDED_WORDS
        and " om " in sentence
        and (on := _DECIDED_ON.match(sentence))
        and is_forum_phrase(on["subject"], minutes)
    ):
        return not retold and not is_earlier("", on["matter"], minutes)
    if words <= _STATED_WORDS and (" blev " in sentence or " blir " in sentence) and _BECAME.match(sentence):
        return not retold
    lower = lowered(sentence)
    if words > _STATED_WORDS and not (words <= _DECIDED_WORDS and _FORMALITY.match(sentence)):
        return False
    if not _any_verb().search(lower) or sentence.rstrip().endswith("?"):
        return False
    if _INVITED.match(sentence) or _WAITS.match(sentence):
        return not retold
    if _PUT_OFF.match(sentence):
        return not retold and not _EARLIER_TIME.search(sentence)
    if _OPENED.search(sentence) or _ELECTED.match(sentence) or (_PARTICIPLE.match(sentence) and not retold):
        return True
    if (hereby := _HEREBY.match(sentence)) and is_forum_phrase(hereby["subject"], minutes):
        return not retold
    for kind, match in _iter_done(_active(), lower):
        if _is_done_by_forum(sentence, match, minutes) and (kind is not DecisionKind.NOTE or words <= _TAKEN_WORDS):
            return True
    return any(_is_done(sentence, match, kind, minutes, retold) for kind, match in _iter_done(_passive(), lower))


def _is_done_by_forum(sentence: str, match: re.Match[str], minutes: Minutes) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not before.strip() or _INSIDE.search(before) or re.match(r"\s+inte\b", after):
        return False
    if re.search(r"(?:\b(?:och|samt)|,)\s*$", before):
        subject = begins_with_forum(sentence, minutes) and not _MODAL.search(before)
    else:
        subject = is_subject(before, after, minutes) and (
            is_named(before, minutes) or inverted_subject(after, minutes) is not None
        )
    return subject and not is_earlier(before, after, minutes)


def is_named(before: str, minutes: Minutes) -> bool:
    """Whether words stand before the verb that name the forum, and not only its absence ("Därefter", "Det")."""
    return begins_with_forum(before, minutes) and not re.match(r"^\s*(?:det|man)\b", before, re.IGNORECASE)


def _is_done(sentence: str, match: re.Match[str], kind: DecisionKind, minutes: Minutes, retold: bool) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    subject = re.sub(r"^\W*(?:beslut\s*:\s*)?", "", before, flags=re.IGNORECASE)
    if _UNSPECIFIC.match(_JOINED.split(subject)[-1].strip() or subject) or _HABITUAL.search(after):
        return False
    inside = _QUESTION.sub("", before) if kind is DecisionKind.POSTPONE else before
    if _MODAL.search(before) or _INSIDE.search(inside) or PROPOSED_BY.search(before) or _EARLIER_TIME.search(before):
        return False
    if _BUT.search(before) and match.group(0).endswith(("des", "ades", "lades")):
        return False
    if not subject.strip() and (_MODAL.search(after) or re.match(r"\s+\w+\s*,", after)):
        return False
    put_off = kind is DecisionKind.POSTPONE and not match.group(0).endswith("des")  # to a day that is to come
    if re.match(r"\s+inte\b|[^.]*,\s*om\b", after) or _is_by_another(after, minutes):
        return False
    if not put_off and _is_dated_earlier(before, after, minutes):
        return False
    if any(names_another(m["of"], minutes) for m in _MEETING_OF.finditer(before + " " + after) if m["of"].strip()):
        return False
    if retold and subject.strip() and not _SETTLED.match(subject):
        return False
    if kind is DecisionKind.DIRECT and _SENDS.match(match.group(0)):
        return _SENT.match(subject) is not None
    if kind is DecisionKind.NOTE:
        return not _PREPOSITION_FIRST.match(subject) and len(subject.split()) <= 8 and not re.match(r"\s+att\b", after)
    if kind is DecisionKind.APPOINT:
        return bool(
            _TO_WHAT.match(after) or re.match(r"(?:att|till)\s", subject, re.IGNORECASE) or re.search(r"\b(?:till|som)\s", after)
        )
    return True


_QUESTION = re.compile(r"^(?:Frågan|Ärendet|Punkten|Beslutet)\s+om\s")
""" "Frågan om en ny bro bordläggs": what is put off, and no question of what is to come."""
_BUT = re.compile(r"\b(?:var|fanns|kom)\s[^.]{3,90}\bmen\s+$", re.IGNORECASE)
""" "Planen kom upp i mars men återremitterades": the history of the matter."""
AT_EARLIER = re.compile(
    r"\s+(?:\w+\s+)?(?:vid|på|under|från)\s+(?:\w+\s+)?(?:föregående|förra|senaste)\s+(?:möte|sammanträde|gång)", re.IGNORECASE
)
""" "Punkten bordlades vid förra mötet." """


def _is_dated_earlier(before: str, after: str, minutes: Minutes) -> bool:
    if AT_EARLIER.match(after):
        return True
    if re.match(r"\s+(?:år\s+|i\s+|under\s+)?(?:19|20)\d\d\b", after):
        return minutes.on is None or int(_YEAR.findall(after)[0]) < minutes.on.year
    if re.search(r"\btill\b", after):
        return False
    if _IN_MONTH.search(after) or _LAST_TIME.search(after) or re.search(r"\b(?:i|genom|enligt)\s+§\s*\d|§\s*\d+/\d+", after):
        return True
    lead = before if _DATED_LEAD.match(before.strip()) else ""
    after = after.split(" och ")[0]
    dates = [d.date for d in find_dates(f"{lead} {after}", minutes.on)]
    return any(minutes.on is None or d < minutes.on for d in dates)


def _is_by_another(after: str, minutes: Minutes) -> bool:
    by = _BY.match(after)
    if by is None or _NO_AGENT.match(by["agent"]):
        return False
    words = by["agent"].split()
    return not any(is_forum_phrase(" ".join(words[:k]), minutes) for k in range(1, min(len(words), 5) + 1))


_LABEL = re.compile(r"^(?:beslut|mötets\s+beslut)\s*(?::|\s[–-])\s*", re.IGNORECASE)


def after_label(text: str) -> int:
    """Where the words behind a label begin: "Beslut: Enligt förslag."."""
    label = _LABEL.match(text)
    return label.end() if label else 0


def follows_proposal(text: str, minutes: Minutes) -> bool:
    """Whether a line says that what was proposed is decided, and no more."""
    text = text[after_label(text) :]
    match = _AS_PROPOSED.match(text)
    return match is not None and (match["subject"] is None or is_subject(match["subject"], " enligt", minutes, impersonal=True))
