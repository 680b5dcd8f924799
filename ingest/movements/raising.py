"""Who brought a matter here: by whom it was raised, whose letter or question it is, and who asks under "Övriga frågor".

"Frågan har väckts av Norrnätverket", "Efter en fråga från skolnämnden", "Nämnden har i ett brev bett rådet att …", "Skrivelse från Hembygdsringen".
What is wished or wondered in the midst of a talk raises nothing; what opens an item, or is put to this forum, does.
"""

from __future__ import annotations

import re

from graph.names import fold, squash
from graph.record import MovementType
from ingest.attendance.words import has_title
from ingest.movements.addressees import DELIBERATES, read_addressee
from ingest.movements.clauses import clause_end
from ingest.movements.filing import find_filed
from ingest.movements.guards import is_idle
from ingest.movements.sentence import Place, Sentence
from ingest.movements.words import any_of, movement_words
from ingest.people import find_names
from ingest.people.words import is_first_name
from ingest.phrases import Phrases
from ingest.verbs import has_finite

_WORDS = movement_words()
_BY = re.compile(
    rf"\b(?P<matter>\w*(?:fråga|frågan|frågor|ärende|ärendet|punkt|punkten|sak|saken|förslag|förslaget|den|det))\b[^.;:]{{0,80}}?(?<!\w)(?:{any_of(_WORDS.raised)})\s+(?:in\s+)?(?:ursprungligen\s+)?(?:av|från)\s+"
)
_CONTACTED = re.compile(r"\bhar\s+(?:blivit\s+)?kontaktats?\s+av\s+")
_COMES = re.compile(
    r"\b(?:fråga|frågan|ärende|ärendet|punkten|saken|förslag|förslaget|önskemål|önskemålet|skrivelse|skrivelsen|remiss|remissen|begäran|motion|motionen)\s+(?:\w+\s+){0,2}?(?:kommer|kom|inkom|inkommit|kommit(?:\s+in)?)\s+(?:ursprungligen\s+)?(?:från|av)\s+"
)
_AFTER = re.compile(
    r"\b(?:fick|har\s+fått)\s+[^.;]{0,40}?\b(?:förfrågan|fråga|begäran|skrivelse)\s+från\s+"
    r"|\b(?:(?:efter|utifrån|med\s+anledning\s+av)\s+(?:(?:en|ett)\s+)?(?:\w+\s+)?(?:fråg\w+|begäran|initiativ|förfrågan|önskemål|skrivelse|uppmaning)|på\s+(?:begäran|initiativ))\s+(?:från|av)\s+"
)
_LETTER = re.compile(
    r"^\W*(?:(?:en|ett|inkommen|inkommet)\s+)?(?:fråga(?P<the>n)?|skrivelse|remiss|förfrågan|begäran|önskemål|framställan)\s+(?:har\s+(?:in)?kommit\s+(?:in\s+)?)?(?:från|av)\s+"
)
_LABEL = re.compile(
    r"^(?:[-–•*]\s+|\(?[a-z0-9]{1,2}[.)\t]\s*)?(?:\*\*[^*\n]{3,70}\*\*\s*[–:.-]?\s*|[^.:–?!,]{3,50}(?:\s–|:)\s+)?"
)
_RAISES = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,?\s+genom\s+[^,]{3,50},?)?\s+"
    rf"(?:(?:har|hade)\s+(?:[^.;:,]{{0,50}}?\s)?|i\s+\w+\s+)?(?P<verb>{any_of(_WORDS.raises)})(?![\wåäö])(?P<rest>[^.;:]{{0,90}})"
)
_WEAK = frozenset(
    {"vill", "vill veta", "undrar", "undrade", "önskar", "efterfrågar", "påtalar", "påpekat", "påtalat", "efterlyst"}
)
_OPINION = re.compile(r"\s+(?:in\s+)?\S+s\s+(?:synpunkter|yttrande|svar|remissvar|ställningstagande)\b")
""" "Kommunstyrelsen har begärt nämndens synpunkter på planen"."""
_ADDS_POINT = re.compile(
    r"\s+(?:vill|önskar|föreslår)\s+(?:att\s+)?(?:lägga|få|ta)\s+(?:till|med|in|upp)\s+(?:en|ett)\s+(?:\w+\s+)?(?:punkt|fråga|ärende)\b"
)
""" "Chefen vill lägga till en punkt om lokalen": a word on the agenda."""
_SENDS_HERE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+(?:[^.;:]{0,90}?\s)?(?:(?:har|hade)\s+(?:\w+\s+){0,2}?(?:skickat|sänt|överlämnat|lämnat\s+över|remitterat|hänskjutit|hänfört|återförvisat|återremitterat|lyft|översänt)|(?:lämnar\s+(?:nu\s+)?över|överlämnar|hänskjuter|skickade|sände|hänsköt|återförvisade|återremitterade))\b[^.;:]{0,90}?\btill\s+(?P<us>oss\b)?"
)
_GIVES_CHANCE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+har\s+(?:berett|gett)\s+(?P<to>[\wåäö -]{2,50}?)\s+(?:tillfälle|möjlighet)\s+att\s+(?:yttra|lämna|svara)"
)
_HANDS_IN = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:\s+(?:och|samt)\s+[\wåäö-]+)?\s+(?:har\s+(?:\w+\s+){0,3}?(?:lämnat(?:\s+in)?|inkommit\s+med|kommit\s+in\s+med|skickat(?:\s+in)?|sänt)|lämnar\s+in|inkom\s+med)\s+(?:en|ett)\s+(?:\w+\s+)?(?:skrivelse|begäran|förfrågan|framställan|hemställan|önskemål|brev|fråga|motion|medborgarförslag|ansökan)\b"
)
_ASKS = re.compile(
    rf"(?:\s*\([^()]{{1,30}}\))?(?:,\s[^,.]{{2,40}},)?\s+(?:har\s+)?(?P<verb>{any_of(_WORDS.asks)})(?![\wåäö])(?!\s+(?:med\s+sig|[\wåäö]+\s+(?:till|i)\b))"
    r"|(?:\s*\([^()]{1,30}\))?\s+(?:föreslog|föreslår)\s+att\s+[^.]{5,80}(?:utred|diskuter|tas\s+upp)"
)
_NOBODY = re.compile(
    r"^(?:ordforande|vice ordforande|sekreterare|deltagar|ledamoter|kansli(?:et)?$|forvaltning(?:en)?$|presidiet|polisen$|staten|regeringen|revisorerna|kommunen$|regionen$|namnden$|radet$|styrelsen$)"
)
_BRINGS = re.compile(
    rf"(?<![\wåäö])(?P<verb>{any_of(_WORDS.brings)})\s+(?:in\s+|upp\s+)?(?:(?:en|ett|följande)\s+)?(?:(?!att\b|om\b|övrig)\w+\s+)?(?:initiativ(?:ärende)?\b|(?:fråg(?!or\s+(?:om|kring|till)\b)|ärende|behov)\w*\b)"
    r"|\b(?P<that>har\s+(?:tagit\s+upp|väckt|aktualiserat|lyft)\s+att|aktualisera(?:de|r|t)|initiera(?:de|r|t))\b"
)
""" "Anna har väckt frågan om …", "Bo lämnar ett initiativ", "Presidiet lyfter behovet av …"."""
_BROUGHT = ("initiativ", "fråg", "ärende", "behov", " att", "aktualisera", "initiera")
"""One of these stands in each of them."""
_SAID = re.compile(r"\b(?:har|hade)\s+(?:\w+\s+)?$|^(?:har|hade)\b|initiativ|initiera|väck|aktualis|anmäl")
_TAKES = ("lyft", "tar ", "tog ", "tagit ")
_ON = re.compile(r"\s+(?:(?:med|till)\b|den\s+\d)")
_ELSEWHERE = re.compile(r"\b(?:i|med|hos|på)\s+")
_PUTS_QUESTION = re.compile(r"^\W*(?:mötes)?ordförande\w*\b.*\bställ", re.IGNORECASE)
_PARTICIPANTS = re.compile(r"(?:deltagare|ledamöter)", re.IGNORECASE)
_NOT_HERE = re.compile(r"(?:föredragande|dialogen)", re.IGNORECASE)
_FINDS = re.compile(r"\boch\s+(?:finner|fann)\b")
""" "Ordföranden ställer frågan om … och finner …": how it was decided."""
_QUESTION_OF = re.compile(r"\bfrågan?\s+om\s+(?P<topic>[^.,;]{3,80})", re.IGNORECASE)
_LIFTED_HERE = re.compile(
    r"\b(?:behövde|behöver|bör|borde|ska|skulle|önska\w*|beslutade\s+att|valde\s+att)\s+(?:att\s+)?(?:lyftas?|tas\s+upp)\b[^.]{0,40}?\b(?:till|i|på|vid)\s",
)
""" "Beredningen menade att saken borde lyftas till rådet": it comes from there."""
_ALOUD = re.compile(r"\s+(?:i\s+\S+\s+)?(?:\S+\s+)?att\b")
_WONDERS = re.compile(r"\s+(?:(?!in\b|få\b)\S+\s+){0,8}?(?:att|om|hur|när|varför|vad|yttra|ta)\b(?!\s+få\s)")
"""What somebody says or asks for, behind the verb."""
_FIRST = 6
_FAR = 60
_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?=\s)")
_LONGEST_LABEL = 90
_AUXILIARY = re.compile(r"\b(?:har|hade)\b")
_FIRST_NAME = re.compile(r"\W*(?P<who>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\s+(?:(?:har|hade)\s+)?(?:\w+\s+)?$")
_THIS = re.compile(r"^\s*(?:\w+\s+)?(?:oss|att\s+vi)\b")
_LIFTING = ("lyfta", "lyftas", "tas upp")
_BROUGHT_UP = (
    *_WORDS.brings,
    *(f"har {verb} att" for verb in ("tagit upp", "väckt", "aktualiserat", "lyft")),
    *(f"{stem}{ending}" for stem in ("aktualisera", "initiera") for ending in ("r", "de", "t")),
)
_STARTING = (*_WORDS.raised, *_WORDS.raises, *_WORDS.asks, *_WORDS.puts, *_WORDS.occasions)
RAISING = (*_LIFTING, *_BROUGHT_UP, *_STARTING)
"""Forms of which one stands in every sentence that raises a matter, unless it tells of a paper handed in (`filing.py`)."""
_LIFTED = Phrases(_LIFTING)
_BRINGING = Phrases(_BROUGHT_UP)
_STARTS = Phrases(_STARTING)
_RAISED = Phrases(_WORDS.raised)
_CONTACTS = Phrases(("kontaktats", "kontaktat"))
_COMING = Phrases(("kommer", "kom", "inkom", "inkommit", "kommit"))
_REASONS = Phrases(("fick", "fått", "efter", "utifrån", "anledning", "begäran", "initiativ"))
_PUTS = Phrases(_WORDS.raises, _WORDS.puts)


def find_raised(sentence: Sentence, place: Place) -> None:
    """Adds who raised the matter, once."""
    if _is_lifted_here(sentence) or find_filed(sentence):
        return
    words = sentence.words
    if _BRINGING.may_stand_in(words) and _brings(sentence, place):
        return
    if not _STARTS.may_stand_in(words) or sentence.has(MovementType.RAISED_BY):
        return
    patterns = ((_BY, _RAISED), (_CONTACTED, _CONTACTS), (_COMES, _COMING), (_AFTER, _REASONS))
    for pattern, forms in patterns:
        if forms.may_stand_in(words) and (match := pattern.search(sentence.lowered)) and _named_behind(sentence, match.end()):
            return
    letter = _LETTER.search(sentence.lowered) if place.opening or place.labelled else None
    if letter and (place.labelled or not letter["the"]) and _named_behind(sentence, letter.end()):
        return
    if not _PUTS.may_stand_in(words) and not place.labelled:
        return
    begin = _LABEL.match(sentence.text).end()  # type: ignore[union-attr]
    for start in dict.fromkeys((begin, 0)):
        if _put_by_body(sentence, start, opening=place.opening) or (place.labelled and _asks(sentence, start)):
            return


def _is_lifted_here(sentence: Sentence) -> bool:
    """Adds the body that thought the matter had to come up in this forum."""
    lifted = _LIFTED_HERE.search(sentence.lowered) if _LIFTED.may_stand_in(sentence.words) else None
    if lifted is None:
        return False
    senders = [n for n in sentence.named if n.end <= lifted.start() and not n.known]
    target = next((n for n in sentence.named if n.start >= lifted.end() - 1), None)
    if not senders or target is None or target.name != sentence.own:
        return False
    sentence.add(MovementType.RAISED_BY, senders[-1].name, sentence.own)
    return True


def _brings(sentence: Sentence, place: Place) -> bool:
    """Adds who brings the matter up: somebody or a body before a verb of bringing up a question, a need, an initiative.

    Whoever only speaks in the midst of a talk brings nothing: in the plain present or past a person raises what opens the item, or
    stands among questions."""
    lowered, text = sentence.lowered, sentence.text
    verb = _BRINGS.search(lowered) if any(stem in lowered for stem in _BROUGHT) else None
    if verb is None or _FINDS.search(lowered, verb.end()) or _PUTS_QUESTION.search(lowered[: verb.end()]):
        return False
    if verb.group(0).startswith(_TAKES) and (_ON.match(lowered, verb.end()) or sentence.has(MovementType.REFERRED_TO)):
        return False  # "Anna lyfter frågan i nämnden", "… den 8 maj": where it goes, or when
    if _is_brought_elsewhere(sentence, verb.end()):
        return False
    question = _QUESTION_OF.search(text)
    topic = squash(question["topic"]) if question else None
    who = _who_brings(sentence, verb.start())
    if who is not None:
        said = _SAID.search(lowered, 0, verb.start()) or _SAID.search(verb.group(0))
        if not (place.opening or place.questions or said):
            return False
        sentence.add(MovementType.RAISED_BY, who, sentence.own, what=topic)
        return True
    first = next((n for n in sentence.named if n.start <= _FIRST and n.end <= verb.start() and verb.start() - n.end < _FAR), None)
    if first is None or _PARTICIPANTS.match(first.name) or sentence.is_own(first):
        return False
    sentence.add(MovementType.RAISED_BY, sentence.as_body(first), sentence.own, what=topic)
    return True


def _is_brought_elsewhere(sentence: Sentence, at: int) -> bool:
    """ "… har lyft frågan om lokalen i skolnämnden": another body than this is where it was brought up."""
    stop = clause_end(sentence.lowered, at)
    places = (
        read_addressee(sentence.text, preposition.end(), len(sentence.text), sentence.named, sentence.context)
        for preposition in _ELSEWHERE.finditer(sentence.lowered, at, stop)
    )
    return any(to is not None and DELIBERATES.search(fold(to.name)) and not sentence.is_own_name(to.name) for to in places)


def _who_brings(sentence: Sentence, verb: int) -> str | None:
    """The person that a verb is said of: the last one before it, nothing told in between; or the first name of one who was there."""
    lead = sentence.text[:verb]
    people = [n for n in find_names(lead) if not _NOT_HERE.match(lead, n.start)]
    if people:
        last = people[-1]
        name = squash(lead[last.start : last.end])
        if not is_first_name(name.split()[0]) and (known := sentence.people.of_first_name(name.split()[-1])):
            name = known  # "Nattpatrullen" / "Karin lyfter frågan": a heading before the name
        return None if _has_verb(lead[last.end :]) else sentence.without_place(name)
    first = _FIRST_NAME.match(lead)
    return sentence.people.of_first_name(first["who"]) if first else None


def _has_verb(words: str) -> bool:
    return has_finite(_AUXILIARY.sub("", words))


def _named_behind(sentence: Sentence, at: int) -> bool:
    """Adds the person or body that stands right at an offset; False when there is none but this forum."""
    person = next((n for n in find_names(sentence.text[at : at + 60]) if n.start == 0), None)
    if person:
        sentence.add(MovementType.RAISED_BY, squash(sentence.text[at : at + person.end]), sentence.own)
        return True
    name = _body_at(sentence, at)
    if name is None:
        return False
    sentence.add(MovementType.RAISED_BY, name[0], sentence.own)
    return True


def _body_at(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The name of the body at an offset, a single municipality too, and where it ends; None for this forum and its own people."""
    text = sentence.text
    known = next((n for n in sentence.named if n.start == at), None)
    wide = read_addressee(text, at, len(text), sentence.named, sentence.context)
    if wide and wide.start == at and (known is None or wide.end >= known.end):
        name, end = wide.name, wide.end
    elif known:
        name, end = sentence.as_body(known), known.end
    else:
        return None
    if sentence.is_own_name(name) or _NOBODY.match(fold(name)):
        return None
    if not wide and known and not text[at : at + 1].isupper():
        return None
    return name, end


def _put_by_body(sentence: Sentence, start: int, *, opening: bool) -> bool:
    """A body that stands first and asks, wishes or sends something, of or to this forum."""
    body = _body_at(sentence, start) if sentence.text[start : start + 1].isupper() else None
    if body is None or (has_title(body[0]) and find_names(body[0])):
        return False
    name, end = body
    lowered = sentence.lowered
    if is_idle(lowered, start, start, len(lowered)) or _ADDS_POINT.match(lowered, end):
        return False
    if match := _RAISES.match(lowered, end):
        here = _THIS.match(match["rest"]) is not None or any(
            match.start("rest") <= n.start < match.end("rest") and sentence.is_own(n) for n in sentence.named
        )
        begs = match["verb"].startswith(("begär", "motionerat", "hemställ", "anhåller")) and not match["verb"].endswith("s")
        aloud = match["verb"] not in _WEAK and _ALOUD.match(match["rest"]) is not None
        wonders = _WONDERS.match(match["rest"]) is not None
        if here and _OPINION.match(match["rest"]):
            sentence.add(MovementType.RAISED_BY, name, sentence.own)
            return True
        if wonders and (here or opening or (begs and aloud)):
            sentence.add(MovementType.RAISED_BY, name, sentence.own)
            return True
    if (match := _SENDS_HERE.match(lowered, end)) and (
        match["us"] or any(match.end() <= n.start <= match.end() + 25 and sentence.is_own(n) for n in sentence.named)
    ):
        sentence.add(MovementType.RAISED_BY, name, sentence.own)
        return True
    if _GIVES_CHANCE.match(lowered, end) or _HANDS_IN.match(lowered, end):
        sentence.add(MovementType.RAISED_BY, name, sentence.own)
        return True
    return False


def _asks(sentence: Sentence, start: int) -> bool:
    """Somebody by the full name, a municipality or organisation that stands first and asks."""
    text = sentence.text
    person = next(iter(find_names(text[start : start + _LONGEST_LABEL])), None)
    if person and (
        person.start == 0
        or (not has_finite(text[start : start + person.start]) and "," not in text[start : start + person.start])
    ):
        name, end = squash(text[start + person.start : start + person.end]), start + person.end
    elif (first := _WORD.match(text, start)) and (full := sentence.people.of_first_name(first.group(0))):
        name, end = full, first.end()
    elif body := _body_at(sentence, start):
        name, end = body
    else:
        return False
    if not _ASKS.match(sentence.lowered, end):
        return False
    sentence.add(MovementType.RAISED_BY, name, sentence.own)
    return True
