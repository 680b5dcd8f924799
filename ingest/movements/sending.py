"""Where a matter goes from here: a verb of handing on or of taking up, with the body that it goes to.

"Frågan skickas vidare till arbetsgruppen", "Anna tar med sig synpunkterna till skolnämnden", "Ärendet ska upp till beslut i socialnämnden",
"Kommunstyrelsen tar ställning i juni". What only hands things over does so with a matter where one is named; papers that are sent out
are none. What comes up in this forum comes up at a time to come.
"""

from __future__ import annotations

import re

from graph.names import fold
from graph.record import MovementType
from ingest.movements.addressees import DELIBERATES, Addressee, read_addressee
from ingest.movements.clauses import clause_end, clause_start
from ingest.movements.guards import is_earlier, is_idle, is_opinion
from ingest.movements.sentence import Sentence
from ingest.movements.times import MONTHS, find_due, find_when
from ingest.movements.words import any_of, matter_pattern, movement_words, quick_any_of
from ingest.phrases import Phrases

_WORDS = movement_words()
SENDING = (*_WORDS.refer, *_WORDS.hand, *_WORDS.treat, "dit")
"""Forms of which one stands in every sentence that sends a matter on."""
_FORMS = Phrases(_WORDS.refer, _WORDS.hand, _WORDS.treat)
_VERB = re.compile(quick_any_of((*_WORDS.refer, *_WORDS.hand, *_WORDS.treat), r"(?<![\wåäö-])", r"(?![\wåäö-])"))
_REFER, _HAND, _TREAT = frozenset(_WORDS.refer), frozenset(_WORDS.hand), frozenset(_WORDS.treat)
_MATTER = re.compile(matter_pattern())
_PAPER = re.compile(rf"\b(?:{any_of(_WORDS.papers)})")
_TO = re.compile(r"\btill\s+")
_IN = re.compile(r"\b(?:i|på|av|vid|hos|för|med)\s+")
_ON_REMISS = re.compile(r"\bpå\s+remiss\b")
_JOINED = re.compile(
    rf"\s*(?:,|(?:i\s+(?:{MONTHS})\s+)?\b(?:och|samt|respektive)\b(?P<then>\s+(?:därefter|sedan)\s+(?:i|till|av))?)\s+(?:(?:[A-ZÅÄÖ][\wåäö-]+\s+){{1,3}}(?=[a-zåäö]*(?:råd|nätverk|grupp)))?"
)
_WHICH_MEETS = re.compile(
    r",?\s+som\s+(?:har\s+(?:sitt\s+)?(?:nästa\s+)?(?:möte|sammanträde)|sammanträder|möts|träffas|behandlar)\b"
)
""" "… till skolnätverket, som har möte den 4 april"."""
_SENDS = re.compile(r"\b(?:för|föra|förs|skicka[rs]?|lämna[rs]?|sänd(?:a|er|s)|lyft(?:a|er|s)?|ta[rs]?|går?)\b")
""" "Presidiet för dialogen vidare till …": the verb stands before what is sent, "vidare" behind it."""
_MOST_PREPOSITIONS = 4
_DECIDED = frozenset({"beslutas", "antas", "fastställs", "avgörs", "prövas"})
_TO_COME = re.compile(r"\b(?:ska|skall|måste|kommer|behöver|bör|därefter|sedan|slutlig\w*|nästa|vidare)\b")
_DAY = re.compile(r"\d|\bi\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|höst|vår)")
_TAKES = frozenset({"ta", "tar", "tas"})
_ALONG = re.compile(
    rf"\s+(?:med\b|vidare\b|(?:denna|sådana|dessa)\s|[^.,;]{{0,60}}?\bvidare\b|(?:{any_of(_WORDS.matters)})\b(?!\s+(?:om|fram|emot)\b)|[^.,;]{{0,60}}?\bmed\s+sig\b)"
)
_LETTER = re.compile(r"\b(?:en|ett)\s+(?:\w+\s+)?skrivelse\b")
_THERE = re.compile(r"\b(?:hemma|hör|ägs|ligger)\s+(?:\w+\s+){0,2}?(?:i|hos|på|under)\s+")
_SENT_THERE = re.compile(
    r",?\s+(?:och\s+)?dit\s+(?:\w+\s+){0,3}?(?:överlämnas|skickas|lyfts|förs|hänskjuts|lämnas|hänvisas|går)\b"
)
_ACCOUNT = re.compile(r"rapport|svar\b|svaret\b|besked|redovisning|återkoppling|yttrande")
_ABOUT = re.compile(r"\s(om|att|kring|hur|vem|som|behovet|vikten)\s")


_FOR_DECISION = re.compile(
    r"\s+för\s+(?:slutlig[at]?\s+|formell[at]?\s+|vidare\s+)?(?:beslut|fastställande|ställningstagande|antagande|godkännande|behandling)\b"
)
""" "Rutinen skickas till länsledningen för fastställande": whatever it is, it is to be decided upon there."""


def find_sent(sentence: Sentence) -> None:
    """Adds where the sentence says that a matter goes."""
    _find_addressed(sentence)
    if "dit" in sentence.words:
        _find_there(sentence)


def _find_addressed(sentence: Sentence) -> None:
    lowered = sentence.lowered
    verbs = [v for v in sentence.iter_forms(_VERB, _FORMS) if v.group(0) != "vidare" or _SENDS.search(lowered, 0, v.start())]
    for k, verb in enumerate(verbs):
        kinds = " ".join(verb.group(0).split())
        start = clause_start(lowered, verb.start())
        stop = min(verbs[k + 1].start() if k + 1 < len(verbs) else len(lowered), clause_end(lowered, verb.end()))
        at = _goes_to(sentence, kinds, verb.start(), verb.end(), stop)
        if at is None:
            continue
        to, preposition = at
        if is_rule(lowered, kinds, verb.start(), clause_end(lowered, to.end)):
            continue
        over = kinds in _REFER and lowered.startswith("till", preposition)
        if not over and _is_aside(lowered, kinds, to, verb.end(), preposition):
            continue
        if (
            is_idle(lowered, start, verb.start(), min(stop, to.end))
            or is_opinion(lowered, verb.start())
            or is_earlier(lowered, verb.start())
        ):
            continue
        if is_letter(lowered[:preposition]) and not sentence.is_own_name(to.name):
            sentence.add(MovementType.PETITIONS, sentence.own, to.name)
            continue
        if not (
            over
            or _is_matter(lowered, start, preposition, kinds)
            or _has_its_time(sentence, kinds, verb.end(), stop)
            or (_FOR_DECISION.match(lowered, to.end) and _PAPER.search(lowered, start, preposition) is None)
        ):
            continue
        _add(sentence, to, verb.start(), stop)


def is_letter(lowered: str) -> bool:
    """Whether a letter is written, which petitions whom it is sent to: "Rådet skickar en skrivelse till …"."""
    return "skrivelse" in lowered and _LETTER.search(lowered) is not None


def _goes_to(sentence: Sentence, kinds: str, verb: int, end: int, stop: int) -> tuple[Addressee, int] | None:
    """The body that a verb is addressed to, behind the first preposition that has one, and where that stands."""
    patterns = [p for p, forms in ((_TO, _REFER | _HAND), (_IN, _TREAT)) if kinds in forms]
    places = sorted(m.span() for p in patterns for m in p.finditer(sentence.lowered, end, stop))
    for start, behind in places[:_MOST_PREPOSITIONS]:
        word = sentence.lowered[start : start + 4].split()[0]
        if word == "av" and kinds.startswith("lyft"):
            continue  # by whom it was raised
        if word == "med" and "upp" not in sentence.lowered[verb:start]:
            continue
        if word == "för" and kinds not in {"läggs fram", "läggas fram", "föredras"}:
            continue
        to = read_addressee(sentence.text, behind, len(sentence.text), sentence.named, sentence.context)
        if to is not None:
            return to, start
    return None


def is_rule(lowered: str, verb: str, at: int, stop: int) -> bool:
    """Whether no more is said than who decides: "Taxan beslutas av fullmäktige", without a time and without that it is to be done."""
    return verb in _DECIDED and not _TO_COME.search(lowered, 0, stop) and not _DAY.search(lowered, at, stop)


def _is_aside(lowered: str, verb: str, to: Addressee, end: int, preposition: int) -> bool:
    """Whether a weak verb with this body sends no matter there: an office takes nothing up, an account is no referral."""
    bare = fold(to.name)
    if "uppdrag" in lowered[:end] and verb not in _TREAT:
        return True  # "Uppdraget att … lämnas till": an assignment
    if bare.startswith(("sekreterare", "ordforande")) or (verb.startswith("lämna") and _ACCOUNT.search(lowered, 0, preposition)):
        return True
    if verb in _TAKES and not _ALONG.match(lowered, end, preposition):
        return True  # "tar fram", "tar emot"
    if verb not in _TREAT:
        return False
    meets = lowered.startswith((" möte", " sammanträde"), to.end)
    if not (DELIBERATES.search(bare) or to.name[:1].isupper() or to.known or meets):
        return True
    about = _ABOUT.search(lowered, end, preposition)
    return about is not None and (not verb.endswith("s") or about.group(1) != "om")


def _is_matter(lowered: str, start: int, preposition: int, verb: str) -> bool:
    """Whether what is handed on is called a matter, and no paper goes with it."""
    if _ON_REMISS.search(lowered, start):
        return True
    if verb.startswith("beslut"):
        return True
    clause = lowered[start:preposition]
    return _MATTER.search(lowered, 0, preposition) is not None and _PAPER.search(clause) is None


def _has_its_time(sentence: Sentence, verb: str, at: int, stop: int) -> bool:
    """Whether a verb of taking up has a day or meeting to come, so that whatever is taken up is a matter."""
    return (
        verb in _TREAT and verb not in _DECIDED and find_when(sentence.text, sentence.lowered, at, stop, sentence.on) is not None
    )


def _add(sentence: Sentence, first: Addressee, verb: int, stop: int) -> None:
    meets = _WHICH_MEETS.match(sentence.lowered, first.end)
    due = find_due(sentence.text, first.end, len(sentence.text) if meets else stop, sentence.on) or find_due(
        sentence.text, verb, first.start, sentence.on
    )
    to: Addressee | None = first
    while to is not None:
        own = sentence.is_own_name(to.name)
        later = due is not None or find_when(
            sentence.text, sentence.lowered, verb, max(stop, min(to.end + 30, len(sentence.text))), sentence.on
        )
        if not own or later:
            sentence.add(MovementType.REFERRED_TO, sentence.own, sentence.own if own and not to.known else to.name, due)
        to = _joined_to(sentence, to, stop)


def _joined_to(sentence: Sentence, to: Addressee, stop: int) -> Addressee | None:
    """The next body in a row: "till kulturnämnden och tekniska nämnden", "i nämnden i maj och därefter i fullmäktige"."""
    joined = _JOINED.match(sentence.text, to.end)
    if joined is None:
        return None
    after = read_addressee(sentence.text, joined.end(), len(sentence.text), sentence.named, sentence.context)
    if after is None or not (after.known or _takes_matters(after.name)):
        return None
    return after if after.start < stop or joined["then"] else None


def _takes_matters(name: str) -> bool:
    """Whether the name of a body that stands in a row is told from a word that only goes on: in its definite form, or by its kind."""
    return name.endswith(("n", "t", "a")) or DELIBERATES.search(fold(name)) is not None


def _find_there(sentence: Sentence) -> None:
    """ "Frågan hör hemma i lokalgruppen, dit den överlämnas"."""
    at = _THERE.search(sentence.lowered)
    body = read_addressee(sentence.text, at.end(), len(sentence.text), sentence.named, sentence.context) if at else None
    if body and _SENT_THERE.match(sentence.lowered, body.end) and not sentence.is_own_name(body.name):
        sentence.add(MovementType.REFERRED_TO, sentence.own, body.name)
