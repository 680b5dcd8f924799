"""Who brought a matter here: by whom it was raised, whose letter or question it is, and who asks under "Övriga frågor".

"Frågan har väckts av Norrnätverket", "Efter en fråga från skolnämnden", "Nämnden har i ett brev bett rådet att …", "Skrivelse från Hembygdsringen".
What is wished or wondered in the midst of a talk raises nothing; what opens an item, or is put to this forum, does.
"""

from __future__ import annotations

import re

from graph.names import fold, squash
from graph.record import MovementType
from ingest.attendance.words import has_title
from ingest.movements.addressees import read_addressee
from ingest.movements.guards import is_idle
from ingest.movements.sentence import Sentence
from ingest.movements.words import any_of, first_words, movement_words
from ingest.people import find_names
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
    r"\b(?:(?:efter|utifrån|med\s+anledning\s+av)\s+(?:(?:en|ett)\s+)?(?:\w+\s+)?(?:fråg\w+|begäran|initiativ|förfrågan|önskemål|skrivelse|uppmaning)|på\s+(?:begäran|initiativ))\s+(?:från|av)\s+"
)
_LETTER = re.compile(
    r"^\W*(?:(?:en|ett|inkommen|inkommet)\s+)?(?:fråga|skrivelse|remiss|förfrågan|begäran|önskemål|framställan)\s+(?:har\s+(?:in)?kommit\s+(?:in\s+)?)?(?:från|av)\s+"
)
_MATTER_NEAR = re.compile(r"\w*(?:fråga|frågan|ärende|ärendet|punkt|punkten|sak|saken|förslag|förslaget)\b")
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
_SENDS_HERE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+(?:[^.;:]{0,90}?\s)?(?:(?:har|hade)\s+(?:\w+\s+){0,2}?(?:skickat|sänt|överlämnat|lämnat\s+över|remitterat|hänskjutit|hänfört|återförvisat|återremitterat|lyft|översänt)|(?:lämnar\s+(?:nu\s+)?över|överlämnar|hänskjuter))\b[^.;:]{0,90}?\btill\s+"
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
    r"^(?:ordforande|vice ordforande|sekreterare|deltagar|ledamoter|kansli|forvaltning|presidiet|polisen$|staten|regeringen|revisorerna|kommunen$|regionen$|namnden$|radet$|styrelsen$)"
)
_PERSON_RAISES = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,3})(?:\s\([^()]{1,30}\))?\s+(?:har\s+(?:anmält|väckt|lyft|aktualiserat)|anmälde|väckte|lyfte|tog\s+upp|aktualiserade)\s+(?:upp\s+)?(?:en\s+)?(?:frågan?|ärendet|ett\s+ärende)\b(?!\s+(?:till|i|med)\b)"
)
_LONGEST_LABEL = 90
_THIS = re.compile(r"^\s*(?:\w+\s+)?(?:oss|att\s+vi)\b")
_STARTS = first_words(_WORDS.raised, _WORDS.raises, _WORDS.asks) | frozenset(
    [
        "efter",
        "utifrån",
        "begäran",
        "initiativ",
        "skrivelse",
        "remiss",
        "fråga",
        "förfrågan",
        "framställan",
        "önskemål",
        "kommer",
        "kom",
        "inkom",
        "inkommit",
        "kommit",
        "kontaktats",
        "kontaktat",
        "skickat",
        "sänt",
        "överlämnat",
        "överlämnar",
        "lämnat",
        "lämnar",
        "anmält",
        "anmälde",
        "aktualiserat",
        "remitterat",
        "återförvisat",
        "berett",
        "gett",
        "föreslog",
        "föreslår",
        "hänskjutit",
        "motion",
        "medborgarförslag",
    ]
)


_RAISED = first_words(_WORDS.raised)
_CONTACTS = frozenset({"kontaktats", "kontaktat"})
_COMING = frozenset({"kommer", "kom", "inkom", "inkommit", "kommit"})
_REASONS = frozenset({"efter", "utifrån", "anledning", "begäran", "initiativ"})
_PUTS = first_words(_WORDS.raises) | frozenset(
    [
        "skickat",
        "sänt",
        "överlämnat",
        "lämnat",
        "remitterat",
        "hänskjutit",
        "hänfört",
        "återförvisat",
        "återremitterat",
        "lyft",
        "översänt",
        "lämnar",
        "överlämnar",
        "hänskjuter",
        "berett",
        "gett",
        "inkommit",
        "kommit",
        "inkom",
    ]
)


def find_raised(sentence: Sentence, *, opening: bool, asks: bool) -> None:
    """Adds who raised the matter, once. `opening`: the sentence is the first of its item; `asks`: who asks here raises a matter."""
    if _STARTS.isdisjoint(sentence.words) or any(m.type is MovementType.RAISED_BY for m in sentence.found):
        return
    words = sentence.words
    patterns = ((_BY, _RAISED), (_CONTACTED, _CONTACTS), (_COMES, _COMING), (_AFTER, _REASONS))
    for pattern, stems in patterns:
        if not stems.isdisjoint(words) and (match := pattern.search(sentence.lowered)) and _named_behind(sentence, match.end()):
            return
    if _raises_as_person(sentence):
        return
    if opening and (letter := _LETTER.search(sentence.lowered)) and _named_behind(sentence, letter.end()):
        return
    if _PUTS.isdisjoint(words) and not asks:
        return
    begin = _LABEL.match(sentence.text).end()  # type: ignore[union-attr]
    for start in dict.fromkeys((begin, 0)):
        if _put_by_body(sentence, start, opening=opening) or (asks and _asks(sentence, start)):
            return


def _raises_as_person(sentence: Sentence) -> bool:
    """ "Anna har anmält frågan", "Bo aktualiserade frågan om bryggan": somebody of those there by the first name, or by the whole one."""
    match = _PERSON_RAISES.match(sentence.text)
    if match is None:
        return False
    names = find_names(match["who"])
    name = squash(match["who"]) if names and names[0].start == 0 else sentence.people.of_first_name(match["who"])
    if name is None:
        return False
    sentence.add(MovementType.RAISED_BY, name, sentence.own)
    return True


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
    if is_idle(lowered, start, start, len(lowered)):
        return False
    if match := _RAISES.match(lowered, end):
        here = _THIS.match(match["rest"]) is not None or any(
            match.start("rest") <= n.start < match.end("rest") and sentence.is_own(n) for n in sentence.named
        )
        begs = match["verb"].startswith(("begär", "motionerat", "hemställ", "anhåller")) and not match["verb"].endswith("s")
        aloud = match["verb"] not in _WEAK and re.match(r"\s+(?:i\s+\S+\s+)?(?:\S+\s+)?att\b", match["rest"]) is not None
        wonders = (
            re.match(r"\s+(?:(?!in\b|få\b)\S+\s+){0,8}?(?:att|om|hur|när|varför|vad|yttra|ta)\b(?!\s+få\s)", match["rest"])
            is not None
        )
        if wonders and (here or opening or (begs and aloud)):
            sentence.add(MovementType.RAISED_BY, name, sentence.own)
            return True
    if (match := _SENDS_HERE.match(lowered, end)) and any(
        match.end() <= n.start <= match.end() + 25 and sentence.is_own(n) for n in sentence.named
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
    elif (first := re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?=\s)").match(text, start)) and (
        full := sentence.people.of_first_name(first.group(0))
    ):
        name, end = full, first.end()
    elif body := _body_at(sentence, start):
        name, end = body
    else:
        return False
    if not _ASKS.match(sentence.lowered, end):
        return False
    sentence.add(MovementType.RAISED_BY, name, sentence.own)
    return True
