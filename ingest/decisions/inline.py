"""Sentences that decide by a clause: "Nämnden beslutar att …", "Efter diskussion beslutade nämnden därför att …", "Beslutades anta …",
"Rådet enades om att …"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import lowered
from graph.record import DecisionKind
from ingest.alternatives import Choice, by_first_letter
from ingest.decisions.acts import is_act, is_thing_done
from ingest.decisions.clauses import ORDERS, Clause
from ingest.decisions.deciders import Minutes, begins_with_forum, inverted_subject, is_subject
from ingest.decisions.earlier import is_earlier
from ingest.decisions.leads import ADVERB_WORD, infinitives
from ingest.decisions.stated import INSIDE, MODAL, states_decision
from ingest.kinds import decision_kind
from ingest.tasks import find_task

_DECIDES = (
    r"\b(?P<verb>beslutade|beslutar|beslöt|beslutas|beslutades|beslöts|enades|enas|kom(?:mer)?\s+(?:(?P<inner>rådet|nämnden|styrelsen|gruppen|utskottet|nätverket|mötet|parterna|vi|man)\s+)?överens|bestämde(?:\s+sig\s+för)?|bestämdes|bestämmer(?:\s+sig\s+för)?|bestäms|överenskoms|överenskommes|avtalades(?=\s+att\b)"
    r"|(?P<agrees>(?:(?:är|var|blev)\s+(?:\w+\s+)?|^)(?:överens|enig[at]?|ense)(?=\s+om\b)|(?:kom|kommer)\s+(?:[a-zåäö]+t?vis\s+|gemensamt\s+)?fram\s+(?=till\b)|landade\s+(?=i\b)"
    r"|(?:det\s+)?(?:rådde|råder|nåddes|finns|fanns)\s+(?:\w+\s+)?(?:enighet|konsensus)\s+(?=om\b)|(?:enighet|konsensus)\s+(?:rådde|råder|nåddes)\s+(?=om\b)|valde(?=\s+att\b))"
    r"|(?:fattade|fattar|tog|tar)\s+(?:ett\s+|följande\s+)?(?:\w+)?beslut)\b"
)
_VERB = re.compile(_DECIDES, re.IGNORECASE)
_AND_ENDS = re.compile(r"\b(?:och|samt)\s*$")
_DECIDING = rf"(?P<subject>.{{0,160}}?){_DECIDES}(?P<middle>.{{0,200}}?)(?P<clause>(?<!förutsättning\s)\b(?:dels\s+)?att\b.*)$"
_INLINE = re.compile(_DECIDING, re.IGNORECASE | re.DOTALL)
_INLINE_LOWERED = re.compile(_DECIDING, re.DOTALL)
_BARE_INLINE = re.compile(
    r"(?P<subject>.{0,160}?)\b(?P<verb>beslutade|beslutar|beslöt|beslutas|beslutades)\b(?P<after>\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SMALL_WORD = re.compile(r"(?<=\s)[a-zåäö]+(?=\s)")
_CLAUSE_WORD = re.compile(r"att|som|där|när|vilken|vilket|vilka")
_MIDDLE = re.compile(
    rf"(?:\s*[,–-]?\s*(?:{ADVERB_WORD}|(?:i|med|under|enligt|för|på|efter|genom|utifrån|mot|vid|till|av|utan|i\s+enlighet\s+med)\s[^;]*?))*\s*[:,–-]?\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What may stand between the verb (and its subject) and the clause: adverbs, and phrases with a preposition."""
_PAST_VERB = re.compile(r"(?:ade|ades|öt|öts|kom\s.*|var\s.*|blev\s.*|fattade\s.*|tog\s.*|ämde|ämdes)$", re.IGNORECASE)


STEMS = (
    "besl",
    "enades",
    "enas",
    "överens",
    "bestäm",
    "enig",
    "ense om",
    "fram till",
    "landade i",
    "konsensus",
    "valde att",
    "avtalades att",
)
"""One of these is in every verb that leads in a clause."""
_STEM = re.compile(by_first_letter([Choice(STEMS)]))


_TAKEN = re.compile(
    r"^(?:beslut(?:et)?\s+(?:är|togs|tas|fattades|fattas|blev|blir)|det\s+(?:blev|är)\s+beslutat"
    r"|(?:(?:efter\s+\w+\s+)?(?:diskussion|överläggning|samtal|dialog|genomgång)[^.:,;]{0,80}?|detta|det)\s+(?:leder|ledde|mynnade|mynnar|utmynnade|utmynnar|resulterade|resulterar)\s+(?:ut\s+|fram\s+)?(?:till|i)\s+(?:ett\s+)?beslut(?:et)?)"
    r"\s+(?:om\s+)?(?P<clause>att\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Beslut fattades om att …", "Beslutet blev att …", "Diskussionen ledde fram till beslutet att …"."""


def match_inline(text: str, lower: str | None = None) -> re.Match[str] | None:
    """The words that decide by an att-sats, with their `subject`, `verb`, `middle` and `clause`; None where none do. `lower` is the text
    in lower case, in which it is told quickly that most sentences hold none."""
    lower = lowered(text) if lower is None else lower
    return _INLINE.match(text) if "att" in lower and _INLINE_LOWERED.match(lower) else None


def find_clause(sentence: str, minutes: Minutes, lower: str | None = None) -> int | None:
    """Where the clause begins that the forum decides in this sentence; None when it decides none. `lower` is the sentence in lower case."""
    lower = lowered(sentence) if lower is None else lower
    if not _STEM.search(lower):
        return None
    if taken := _TAKEN.match(sentence):
        return taken.start("clause")
    if (bare := _BARE_INLINE.match(sentence)) and _decides_bare(bare["subject"], bare["verb"], bare["after"], minutes):
        return 0  # "Nämnden beslutar anta planen" has no att-sats: its words are the whole sentence.
    if nameless := NAMELESS.match(sentence):
        for word in _SMALL_WORD.finditer(sentence, nameless.end(), _LONGEST_MIDDLE):
            if _CLAUSE_WORD.fullmatch(word.group()):
                break
            if _is_infinitive(word.group(), sentence[nameless.end() : word.start()]):
                return nameless.end()
    match = match_inline(sentence, lower)
    if match and match["agrees"] and not _is_to_be_done(match["clause"], match["agrees"], minutes):
        return _decided_then(sentence, match, minutes)
    if match and _decides(match["subject"], match["verb"], match["middle"], sentence[match.end("verb") :], minutes):
        return match.start("clause")
    return None


_AND_DECIDED = re.compile(r"\s(?:och|samt)\s+(?=(?:beslutade|beslutar|beslöt)\s)")


def _decided_then(sentence: str, agreed: re.Match[str], minutes: Minutes) -> int | None:
    """Where the clause begins of what the forum decided since it agreed upon how things are: "Rådet var enigt om att … och beslutade att …"."""
    then = _AND_DECIDED.search(sentence, agreed.end("verb"))
    if then is None:
        return None
    subject = agreed["subject"].rstrip()
    offset = find_clause(f"{subject} {sentence[then.end() :]}", minutes)
    return offset - len(subject) - 1 + then.end() if offset else None


NAMELESS = re.compile(r"besluta(?:r|de)(?=\s+[a-zåäö])")
""" "beslutar godkänna planen": a copy that lost what stands on every page lost the forum's name too."""


_CLAUSE_BEGINS = re.compile(
    r"(?:dels\s+)?att\s+(?:(?:i\s+stället|inte|även|också|tills\s+vidare|även\s+i\s+fortsättningen)\s+)?", re.IGNORECASE
)
_IN_PRESENT = re.compile(r"^är\b", re.IGNORECASE)


def _is_to_be_done(clause: str, agrees: str, minutes: Minutes) -> bool:
    """Whether those who "var överens om att …" agreed upon what is to be done, and not upon how things are.

    In the present ("är överens om att arbeta med frågan") most that stands in the infinitive tells how they see it.
    """
    if ORDERS.search(clause) or find_task(clause, minutes.people) is not None:
        return True
    begins = _CLAUSE_BEGINS.match(clause)
    if is_thing_done(clause) or is_act(clause):
        return True
    verb = _SMALL_WORD_FIRST.match(clause, begins.end()) if begins else None
    if verb is not None and _IN_PRESENT.match(agrees):
        return False
    return (
        verb is not None
        and not _STATE.fullmatch(verb.group())
        and (verb.group() in infinitives() or _ANY_INFINITIVE.fullmatch(verb.group()) is not None)
    )


_STATE = re.compile(r"vara|ha|behöva|kunna|vilja|finnas|bli|få|se|tycka|anse")
_SMALL_WORD_FIRST = re.compile(r"[a-zåäö]+")
_LONGEST_MIDDLE = 60


def _decides_bare(subject: str, verb: str, after: str, minutes: Minutes) -> bool:
    """Whether what is decided follows without "att": "… beslutar därför anta planen", "… beslutar nämnden anta planen"."""
    if verb.lower() in _IN_ACTIVE and _THING_TO_BE.match(after):
        return _decides(subject, verb, "", after, minutes)
    for word in _SMALL_WORD.finditer(after, 0, _LONGEST_MIDDLE):
        if _CLAUSE_WORD.fullmatch(word.group()):
            return False
        middle = after[: word.start()]
        if word.group() == "inte":
            continue  # "beslutar inte i frågan" decides nothing, "beslutar inte godkänna" does
        if _is_infinitive(word.group(), middle.replace(" inte ", " ")):
            return _decides(subject, verb, middle, after, minutes)
    return False


_IN_ACTIVE = ("beslutar", "beslutade", "beslöt")
_THING_TO_BE = re.compile(r"\s+[a-zåäö-]{3,}(?<!nämnd)(?<!styrels)(?:en|et|na|an)\s(?:ska|skall|får|gäller)\s")
""" "Nämnden beslutar turlistan ska gälla från maj": a copy that lost "att"."""
_JOINED_TO = re.compile(r"\s*,?\s+(?:och|samt)\s+[^,.;]{0,60}$", re.IGNORECASE)


def find_joined(sentence: str, offset: int, minutes: Minutes) -> int | None:
    """Where the first half ends of a sentence that decides twice: "Nämnden godkände avtalet och beslutade att …".

    `offset` is where the clause of the second half begins. None where the forum does nothing by the words before "beslutade".
    """
    verb = _VERB.search(sentence[:offset])
    joined = _JOINED_TO.search(sentence[: verb.start()]) if verb else None
    first = joined and sentence[: joined.start()]
    return len(first) if first and states_decision(first, minutes) else None


_ANY_INFINITIVE = re.compile(
    r"(?!(?:samma|alla|båda|dessa|denna|sista|första|bara|ofta|sakna|extra|nya)$)[a-zåäö]{2,}a|(?:av|an|fast)?slå|avstå|föreslå|gå|ge|se|utse|få|bli"
)


def _is_infinitive(word: str, middle: str) -> bool:
    """Whether a word is what a body decides to do: a known verb, or any infinitive right after "beslutar"."""
    return word in infinitives() or (not middle.strip() and _ANY_INFINITIVE.fullmatch(word) is not None)


def _decides(subject: str, verb: str, middle: str, after: str, minutes: Minutes) -> bool:
    joined = _AND_ENDS.search(subject) is not None
    if joined and not (begins_with_forum(subject, minutes) and not MODAL.search(subject) and not INSIDE.search(subject)):
        return False
    if not joined and not is_subject(subject, after, minutes, impersonal=verb.lower().endswith("s")):
        return False
    behind = inverted_subject(middle + " ", minutes) if middle.strip() else None
    rest = middle[len(behind) :] if behind and len(behind.strip()) > 0 and not _MIDDLE.fullmatch(behind) else middle
    if not _MIDDLE.fullmatch(rest):
        return False
    if _ELSEWHERE.match(middle) and verb.lower().endswith("s"):
        return False
    return not (_PAST_VERB.search(verb) and is_earlier(subject, middle, minutes))


_ELSEWHERE = re.compile(r"\s*i\s+[A-ZÅÄÖ]")
""" "Det beslutades i Mora att stänga badet": nobody is named, and a place is."""


def with_joined(text: str, start: int, clauses: list[Clause], minutes: Minutes) -> list[Clause]:
    """The clauses of a sentence that begins at `start`, with what it decides before the verb that leads them in.

    "Nämnden godkände avtalet och beslutade att …" decides twice; what is only noted first is part of what is decided then.
    """
    first = clauses[0]
    end = find_joined(text[start : first.end], first.start - start, minutes) if first.start > start else None
    if end is None:
        return clauses
    kind = decision_kind(text[start : start + end])[0]
    if kind is DecisionKind.NOTE:
        return [replace(first, start=start, kind=decision_kind(text[first.start : first.end])[0]), *clauses[1:]]
    return [Clause(start, start + end, listed=True), *clauses]
