"""Who decides: whether a phrase, or the subject of a verb, is the forum whose minutes these are."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from graph.names import fold, squash
from ingest.bodies import Context, find_named, is_same_forum
from ingest.lines import Line
from ingest.presenters.persons import NOBODY, People
from ingest.vocabulary import BODY_NOUN


@dataclass(frozen=True, slots=True)
class Minutes:
    """Whose minutes these are: the forum's name in this document and the meeting's date, None where the head does not say.

    `people` are those who were there.
    """

    context: Context
    as_written: str | None
    on: dt.date | None
    people: People = NOBODY

    def is_forum(self, name: str) -> bool:
        """Whether a name means the body that met; a bare "Styrelsens", of its heading, does in the minutes of an association."""
        return is_same_forum(name, self.context, self.as_written) or _is_bare(name.removesuffix("s"), self)


NOT_DECIDED = re.compile(
    r"\b(?:föresl\w+|förslag\w*|kommer\s+att|ska|skall|bör|borde|kan|kunde|vill|ville|velat|skulle|behöver|måste|hade|innan|planera\w*|väntas|förväntas|yrka\w*|begär\w*)\b"
    r"[^.]{0,60}$",
    re.IGNORECASE,
)
EARLIER = re.compile(r"\b(?:föregående|tidigare|förra|senaste)\b", re.IGNORECASE)
_DECIDING_LINE = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,4}?)(?:\s+(?:beslutar|beslutade|beslöt)\b|(?P<heading>s\s+beslut\s*(?::|$)))",
    re.IGNORECASE,
)
_LEADS_ONLY = re.compile(r"\s*(?:att)?\s*:?\s*")
"""The rest of a line that does no more than lead in what is decided below it."""
_OFTEN = 2
_BARE_BODY = re.compile(
    r"(?:\w*(?:styr|arbets|lednings|samråds|samordnings|samverkans|berednings|besluts)gruppen|rådet|nätverket|utskottet|nämnden|(?:förbunds|förenings)?(?:styrelsen|direktionen))",
    re.IGNORECASE,
)
_ASSOCIATION = re.compile(
    r"(?:förbund|förening|stiftelse|samfällighet|byalag|bolag|vattenråd)(?:en|et|n)?(?![\wåäö-])", re.IGNORECASE
)
"""Whose minutes are those of its board, where the head names no board."""
_OF_ASSOCIATION = re.compile(r"(?:berednings|arbets|lednings|samråds|styr)gruppen$", re.IGNORECASE)
"""A group beside the board of an association, which prepares what that decides."""
_SHORT = 4
"""Words of a subject without a body in it that may still be the forum, on a line that does nothing but decide."""
_FORUM_WORD = re.compile(
    r"(?:det|vi|man|(?:års)?mötet|(?:års|förbunds|förenings|bolags)?stämman|sammanträdet|gruppen|deltagarna|ledamöterna|parterna|samtliga|alla"
    r"|samtliga\s+närvarande|mötesdeltagarna|de\s+närvarande)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:efter|på|vid|enligt|med|mot|utifrån|i|under|genom|till|för|av|om|utan|utöver|därefter|härefter|därmed|därför|sedan|slutligen|avslutningsvis|vidare"
    r"|dessutom|när|då|eftersom|som|även|också|således|sålunda|nu|idag|dock|den|år|inför|inom|från)\b|^\d",
    re.IGNORECASE,
)
"""What stands first when the subject stands behind the verb."""
_ADVERBS = r"(?:\s*\b(?:enhälligt|därför|också|även|därmed|således|sålunda|vidare|dessutom|slutligen|därefter|nu|idag|i\s+dag|då|sedan)\b|\s*\([^)]{1,30}\))*"
_AFTER_SUBJECT = re.compile(rf"{_ADVERBS}\s*[,:–-]?\s*$", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:att|som|huruvida|ifall|vilke[nt]|vilka|eftersom|medan|när|då|innan)\b|(?:^|,\s*|\b(?:är|av|fråga\w*)\s+)om\b",
    re.IGNORECASE,
)
_ON_PROPOSAL = re.compile(
    r"^(?:på|efter|enligt|i\s+enlighet\s+med|utifrån)\s+[^,]{0,60}?(?:förslag|begäran|yrkande|initiativ)\w*\b", re.IGNORECASE
)
""" "På förslag av ordföranden beslutade rådet …": proposed, and decided."""
_PREPOSED = re.compile(
    r"\b(?:i|för|for|pa|från|till|av|på|hos|med|vid|inom|om|över|mellan)\s+(?:den\s+|de\s+|det\s+)?$", re.IGNORECASE
)


def is_own(subject: str, minutes: Minutes) -> bool:
    """Whether the one who decides is the forum, on a line that does nothing but decide: "Nämnden beslutar:"."""
    text = squash(subject).strip(" :,–-")
    if not text:
        return True
    if text.endswith((" och", " samt")) and not EARLIER.search(text):
        # "Nämnden diskuterar hur samrådet ska gå till och beslutar"
        return begins_with_forum(text.rpartition(". ")[2], minutes)
    if NOT_DECIDED.search(text + " ") or EARLIER.search(text):
        return False
    if minutes.as_written and _names_whole(fold(text), fold(minutes.as_written)):
        return True
    bodies = [text[n.start : n.end] for n in find_named(text, minutes.context)]
    nouns = BODY_NOUN.findall(text)
    if not bodies and not nouns:
        return len(text.split()) <= _SHORT
    last = bodies[-1] if bodies else nouns[-1]
    return _FORUM_WORD.fullmatch(text) is not None or _is_bare(text, minutes) or minutes.is_forum(last)


def _names_whole(text: str, name: str) -> bool:
    """Whether a name stands in a folded text, and not as the owner of another ("Kommunstyrelsens arbetsutskott")."""
    at = text.find(name)
    return at >= 0 and not re.match(r"s\s+\w", text[at + len(name) :])


def _is_bare(text: str, minutes: Minutes) -> bool:
    """The head told what the meeting is about, or whose it is, not what it is: "Styrgruppen" without more is the one that meets."""
    name = minutes.as_written
    if not name or not _BARE_BODY.fullmatch(text) or not _tells_no_body(name):
        return False
    return _OF_ASSOCIATION.search(text) is None or _ASSOCIATION.search(name) is None


@lru_cache(maxsize=64)
def _tells_no_body(name: str) -> bool:
    return not BODY_NOUN.search(name) or _ASSOCIATION.search(name) is not None


def is_forum_phrase(phrase: str, minutes: Minutes) -> bool:
    """Whether a noun phrase, whole, means the forum: its name, a word for it ("nämnden", "mötet", "vi"), or nothing at all.

    "Nämndens ordförande", "ordföranden i nämnden" and names of people do not.
    """
    text = squash(phrase).strip(" :,–-")
    if not text or _FORUM_WORD.fullmatch(text) or _is_bare(text, minutes):
        return True
    folded, own = fold(text), fold(minutes.as_written or "")
    if minutes.as_written and f" {folded}".endswith(f" {own}"):
        return not _PREPOSED.search(folded.removesuffix(own))
    if minutes.context.also is not None and folded == fold(minutes.context.also):
        return True
    if _is_slip(folded, own) or f"{own} ".startswith(f"{folded} "):
        return True
    spans = [(n.start, n.end) for n in find_named(text, minutes.context)] + [m.span() for m in BODY_NOUN.finditer(text)]
    first = next((s for s in spans if s[0] == 0), None)
    if first and re.match(r"\s+för\s+\S", text[first[1] :]) and not BODY_NOUN.search(text, first[1]):
        return minutes.is_forum(text[: first[1]])  # "Styrelsen för akademin"
    last = max(spans, key=lambda s: (s[1], -s[0]), default=None)
    if last is None:
        return _is_initials(text, minutes.as_written) or _is_word_of_name(text, minutes.as_written)
    if text[last[1] :].strip() or _PREPOSED.search(text[: last[0]]):
        return False
    return minutes.is_forum(text[last[0] : last[1]])


def _is_initials(text: str, as_written: str | None) -> bool:
    """ "KHR" in the minutes of "Kommunala handikapprådet": the letters stand in the name in their order."""
    if as_written is None or not re.fullmatch(r"[A-ZÅÄÖ]{2,7}", text):
        return False
    name = iter(fold(as_written))
    return fold(as_written)[:1] == fold(text)[:1] and all(c in name for c in fold(text))


_STEM = 5
_GENERIC = ("namnden", "radet", "styrelsen", "gruppen", "natverket", "utskottet", "styrgruppen")


def _is_slip(folded: str, own: str) -> bool:
    """The forum's name, or the word for its kind, with a slip of text recognition: "Närnnden", "Presidiekonforensen". Both are folded."""
    if len(folded) < _STEM or not own:
        return False
    return any(
        abs(len(word) - len(folded)) <= slips and 0 < OSA.distance(folded, word, score_cutoff=slips) <= slips
        for word, slips in _words_of_name(own)
    )


@lru_cache(maxsize=64)
def _words_of_name(own: str) -> tuple[tuple[str, int], ...]:
    """What a forum with a folded name is called, in words long enough for a slip, and how many letters of each may be amiss."""
    kinds = (g for g in _GENERIC if own.endswith((g, g.removesuffix("en").removesuffix("et"))))
    return tuple((word, 1 if len(word) < _LONG else 2) for word in (own, *own.split(), *kinds) if len(word) >= _STEM)


_LONG = 7


def _is_word_of_name(text: str, as_written: str | None) -> bool:
    """ "Ledningen" in the minutes of "Länsgemensam ledning i samverkan", "konferensen" in those of "Presidiekonferensen"."""
    if " " in text or as_written is None or not re.search(r"(?:en|et|n|t)$", text):
        return False
    word = fold(text)
    stems = [stem for stem in (word, word[:-1], word[:-2]) if len(stem) >= _STEM]
    return any(own.endswith(stem) for own in fold(as_written).split() for stem in stems)


def is_subject(before: str, after: str, minutes: Minutes, impersonal: bool = False) -> bool:
    """Whether the forum is the subject of a finite verb between `before` and `after`, both within its sentence.

    Swedish puts the subject first or, when something else leads, right after the verb: "Nämnden beslutar att …",
    "Efter diskussion beslutar nämnden att …". An `impersonal` verb ("Vid mötet beslutades att …") needs no subject.
    """
    lead = squash(before).strip(" ,:–-")
    if _ON_PROPOSAL.match(lead):
        return inverted_subject(after, minutes) is not None or (impersonal and not _begins_with_noun(after))
    if NOT_DECIDED.search(lead + " "):
        return False
    if lead and _LEAD.match(lead):
        if _begins_with_noun(after):
            return inverted_subject(after, minutes) is not None
        return not names_another(lead, minutes) if impersonal else _ends_with_forum(lead, minutes)
    if _SUBORDINATE.search(lead):
        return False
    return is_forum_phrase(_AFTER_SUBJECT.sub("", lead), minutes)


_CONDITION = re.compile(r"^(?:om|när|då|eftersom|innan|som|sedan)\b", re.IGNORECASE)


def _ends_with_forum(lead: str, minutes: Minutes) -> bool:
    """Whether words that lost the full stop before them go on with the forum: "Beskrivning av ärendet Nämnden"."""
    last = re.search(r"(?<=\s)[A-ZÅÄÖ](?:\S|\s(?![A-ZÅÄÖ]))*$", lead)
    return last is not None and not _CONDITION.match(lead) and is_forum_phrase(last.group(0), minutes)


def inverted_subject(after: str, minutes: Minutes) -> str | None:
    """The words right after a verb that name the forum as its subject, as they stand; None when they do not."""
    words = [m.end() for m in re.finditer(r"\S+", after[:90])][:6]
    for end in reversed(words):
        phrase = after[:end]
        if phrase.strip() and re.match(r"\s*[\wÅÄÖåäö]", phrase) and not re.search(r"[.,;:]\s", phrase):
            bare = phrase.strip().rstrip(",:")
            if _names_forum(bare, minutes):
                return phrase
    return None


def _names_forum(text: str, minutes: Minutes) -> bool:
    if _SUBORDINATE.search(text):
        return False
    return bool(text) and is_forum_phrase(text, minutes)


def _begins_with_noun(after: str) -> bool:
    """Whether a subject may follow: anything but "att", an adverb or a preposition."""
    return not re.match(
        r"\s*(?:att|om|enhälligt|därför|följande|också|även|dels|i|på|vid|med|enligt|för|till|under|efter)\b|\s*[:,.]|\s*$",
        after,
        re.IGNORECASE,
    )


def names_another(text: str, minutes: Minutes) -> bool:
    """Whether a phrase names a body that is not the forum: "På styrgruppens möte"."""
    named = [text[n.start : n.end] for n in find_named(text, minutes.context)] or BODY_NOUN.findall(text)
    return any(not minutes.is_forum(name) for name in named)


def begins_with_forum(sentence: str, minutes: Minutes) -> bool:
    """Whether the forum leads a sentence as its subject: "Nämnden tackade för informationen och …"."""
    words = [m.end() for m in re.finditer(r"\S+", sentence[:120])][:6]
    return any(_names_forum(sentence[:end].strip(), minutes) for end in words)


def find_decider(lines: Iterable[Line], context: Context, as_written: str | None) -> str | None:
    """The body in whose name the lines decide, when the head gave another name; None where they agree, or it is not clear.

    "Handikapprådet beslutar" over and over tells whose minutes these are better than a letterhead does. Against a head that
    names a body of the same kind ("Regionstyrelsen") stand only headings of decisions ("Kommunstyrelsens beslut"), all alike; and
    a bare "Styrelsen beslutar", in the present as minutes decide, or a bare "Styrelsens beslut", is the board of the council or
    association that the head names, though others be quoted beside it, unless it is the board whose committee met; so is any body of
    an association that leads in, on lines of their own, all that is decided. Where "Beslut" alone stands over decisions, what stands
    below "Nämndens beslut" is quoted.
    """
    headed = bool(as_written and BODY_NOUN.search(as_written))
    named: Counter[str] = Counter()
    headings: Counter[str] = Counter()
    present: Counter[str] = Counter()
    leading = unnamed = 0
    below_bare = False
    for line in lines:
        bare_heading = _BARE_HEADING.fullmatch(line.text) is not None
        match = _DECIDING_LINE.match(line.text) if "beslut" in line.text.lower() or "beslöt" in line.text else None
        if match and BODY_NOUN.search(match["name"]) and not NOT_DECIDED.search(match["name"] + " "):
            if is_same_forum(match["name"], context, as_written):
                return None
            named[match["name"]] += 1
            headings[match["name"]] += match["heading"] is not None
            present[match["name"]] += match["heading"] is not None or match.group(0).lower().endswith("beslutar")
            unnamed -= below_bare
            leading += _LEADS_ONLY.fullmatch(line.text, match.end()) is not None
        unnamed += bare_heading
        below_bare = bare_heading
    if not named:
        return None
    name, count = named.most_common(1)[0]
    if headed:
        whose = as_written or ""
        definite = _is_definite_of(name, whose)
        if count < _OFTEN and not definite:
            return None
        bare = _BARE_BODY.fullmatch(name) is not None and not _is_above(name, whose) and (not unnamed or not headings[name])
        if bare and present[name] == count and count * 3 >= named.total() * 2:
            return name
        own = headings[name] == count and _are_alike(name, whose)
        led = present[name] == count and (definite or (leading == count and _tells_no_body(whose)))
        return name if count == named.total() and (own or led) else None
    alone = len(named) == 1 and (headings[name] > 0 or leading > 0)
    return name if alone or (count >= _OFTEN and count * 2 > named.total()) else None


_BARE_HEADING = re.compile(r"(?:beslut|protokollsbeslut)\W*", re.IGNORECASE)


def _is_above(name: str, other: str) -> bool:
    """Whether a name is that of the body whose committee the other is: "Styrelsen" of "Styrelsens arbetsutskott"."""
    return f" {fold(name)}s " in f" {fold(other)} "


def _is_definite_of(name: str, other: str) -> bool:
    """Whether a name is the first words of another in the definite: "Gemensamma nämnden" of "Gemensam nämnd hamnar"."""
    words, others = fold(name).split(), fold(other).split()
    return (
        len(words) > 1
        and all(word.startswith(own) for word, own in zip(words, others, strict=False))
        and len(others) >= len(words)
    )


_SHORT_NAME = re.compile(r"\s*\(\s*(?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{0,8}[A-ZÅÄÖ])\s*\)")


def find_short_name(text: str, as_written: str | None) -> str | None:
    """The letters in brackets right behind the forum's name, where that first stands: "Förvaltningssamverkan (FSG)"; else None."""
    at = text.find(as_written) if as_written else -1
    match = _SHORT_NAME.match(text, at + len(as_written or "")) if at >= 0 else None
    return match["short"] if match else None


_KIND_OF_BODY = re.compile(r"(?:styrelsen|nämnden|rådet|utskottet|fullmäktige|direktionen|gruppen)$", re.IGNORECASE)


def _are_alike(name: str, other: str) -> bool:
    kinds = [m.group(0).lower() if (m := _KIND_OF_BODY.search(one.strip())) else None for one in (name, other)]
    return kinds[0] is not None and kinds[0] == kinds[1]
