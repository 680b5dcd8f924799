"""Where a title ends that has text after it on the same line: "3. Val av justerare Anna Ek utses att …".

A title names a matter and has no finite verb; what follows it is a heading ("Beslut", "Föredragande") or a sentence, which
begins with a capital and has a finite verb. A title that is a sentence itself ("Dagordningen godkänns. …") ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from ingest.alternatives import Choice, by_first_letter
from ingest.items.openings import BODY_WORD, JOINING, Kind, is_joined, is_opener, is_subject_named, iter_openings
from ingest.items.titles import find_person_behind
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite, is_finite, iter_finite
from ingest.vocabulary import OF_FIELD, exact_headings

_BODY_HEADING = (
    r"(?:[A-ZÅÄÖ](?<![\w.-].)[\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s\s+(?:beslut|förslag(?:\s+till\s+beslut)?)(?:\s+(?:i|till)\s+[a-zåäö]+)?"
    rf"|[A-ZÅÄÖ](?<![\w.-].)[\wåäö-]*[ae]\s[a-zåäö-]*{BODY_WORD}s\s+(?:beslut|förslag(?:\s+till\s+beslut)?)(?:\s+(?:i|till)\s+[a-zåäö]+)?"
    rf"|(?=[A-ZÅÄÖ])(?<![\w.-])[\wåäö-]*(?i:{BODY_WORD})\s+{OF_FIELD}\s+(?:beslut|förslag(?:\s+till\s+beslut)?)"
    r"|[A-ZÅÄÖ-](?<![\w.-].)[A-ZÅÄÖ-]{3,}S\s+(?:BESLUT|FÖRSLAG))"
)
""" "Nämndens beslut", "Sociala utskottets förslag", "Nämndens beslut i ärendet", "Nämnden för bad och båtars beslut", "NÄMNDENS BESLUT"."""
_NAMELESS_HEADING = r"Beslut(?=\s+beslutar\s)|s(?<=[\wåäö):] s)\s+beslut(?=\s+(?:beslutar|[A-ZÅÄÖ\d]))"
""" "s beslut", "Beslut beslutar": a copy that lost what stands on every page lost the forum's name."""
_FIELDS = (
    r"Förslag\s+till\s+(?:kommun|region|landstings|förbunds)?fullmäktige",
    "Föredragande",
    "Föredragning",
    r"Inbjuden\s+gäst",
    r"Justera(?:nde)?s\s+sign\w*",
    "Utdragsbestyrkande",
    r"Jäv(?=\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+\s+(?:\(|anmäl|deltar))",
)
_PLACE_WORDS = frozenset({"stad", "kommun", "region", "regionen", "kommunen"})
_LEAST_COMMON = 4
_LEAST_INDEFINITE = 6
_FARTHEST = 12
"""Words between the beginning of a sentence and its verb."""
_MATTER = (
    r"(?:(?:mötets?|sammanträdets?)\s+(?:öppnande|öppnas|öppnades|avslutande|avslutning|avslutas|avslutades)(?:\s+av\s+ordföranden?)?|öppnande|inledning|välkommen|upprop|avslutning|justering"
    r"|val\s+av\s+(?:(?:mötes)?ordförande\s*(?:,|och|samt|/)\s*)?(?:(?:mötes)?sekreterare\s*(?:,|och|samt|/)\s*)?(?:justera(?:re|nde)|justeringsperson(?:er)?|justeringsm[aä]n|protokolljusterare|sekreterare)"
    r"|(?:godkännande|fastställ(?:ande|else))\s+av\s+(?:dagordning(?:en)?|föredragningslista(?:n)?|ärendelista(?:n)?)|föredragningslista|dagordning"
    r"|föregående\s+(?:mötes\s+|mötes)?(?:protokoll|minnesanteckningar|anteckningar|möte)|meddelanden|(?:inkomna\s+)?skrivelser|rapporter|(?:(?:redovisning|anmälan|anmälning|rapportering)\s+av\s+)?dele(?:gations|gerings)(?:beslut|ärenden)|anmälningsärenden"
    r"|delgivningar|laget\s+runt|övriga\s+(?:frågor|ärenden)|övrigt|nästa\s+(?:möte|sammanträde)|(?:allmänhetens\s+)?frågestund)"
)
"""A matter of the order of business."""
_STANDING = re.compile(
    rf"{_MATTER}(?:(?:,|\s+och|\s+samt)\s+{_MATTER})*"
    r"(?:\s+(?-i:D)agordning(?:en)?|\s+(?-i:F)öregående\s+(?:mötes\s*)?(?:protokoll|minnesanteckningar))*"
    r"[.:]?\s+(?=Ing(?:a|en|et)\b|(?=.{9})(?:[•*-]\s|(?-i:[A-ZÅÄÖ]{2,4})\s\d|(?-i:[A-ZÅÄÖ])\w*(?-i:[a-zåäö])\w*[\s.,:]))",
    re.IGNORECASE | re.DOTALL,
)
"""Titles of the order of business, whole, before a capital or a bullet: nothing more belongs to them but the agenda and the minutes before,
which some bodies handle at once."""
_NEXT_TIME = re.compile(
    r"(?:nästa|kommande)\s+(?:möte|sammanträde)[.:]?\s+(?=(?:den\s+)?\d{1,2}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|(?:mån|tis|ons|tors|fre)dag)",
    re.IGNORECASE,
)
""" "Nästa möte" before its day."""
_LIST = re.compile(
    r"[^\n]{3,160}?\s(?=•\s|\d{1,3}/\s[A-ZÅÄÖ]|-\s[A-ZÅÄÖ][^\n]*\s-\s[A-ZÅÄÖ]|a\)\s(?:[A-ZÅÄÖ]|[^\n]*\sb\)\s)|A[.)]\s[^\n]*\sB[.)]\s|a\s[A-ZÅÄÖ][^\n]*\sb\s[A-ZÅÄÖ])"
)
"""A title before a list of bullets or letters: "Rapport från verksamheten - Bryggor - Bojar och båtar", "Anmälningar a) Brev b) Avtal"."""
_CAPITALS = re.compile(r"(?=[^:\s]+\s)[A-ZÅÄÖ][A-ZÅÄÖ\d ,–-]{3,80}:\s+(?=[A-ZÅÄÖ][a-zåäö]|\d)")
"""A title in capitals with a colon: "NÄSTA STYRELSEMÖTE: Måndagen …"."""
_TWICE = re.compile(r"(?P<title>[A-ZÅÄÖ][^\n]{8,160}?)\s+(?=(?P=title)(?!\w))")
_PRESENTED = re.compile(r"[A-ZÅÄÖ][^\n()]{2,140}?\s\([A-ZÅÄÖ][^()\n\d]{4,80}\)\s+(?=[A-ZÅÄÖ])")
"""A title before who presents it: "Nya bryggor (Bo Lind) Rådet gick igenom …"."""
_NAME_TWICE = re.compile(r"[A-ZÅÄÖ][^\n]{3,140}?\s(?P<name>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]*){1,3})\s+(?=(?P=name)\s)")
"""A title that ends with the name that its text begins with: "Borgen för Norra Bryggan AB Norra Bryggan AB ansöker …"."""
_ROUND = re.compile(
    r"(?P<title>[A-ZÅÄÖ][^\n:.]{2,100}?[a-zåäö])\s+(?=[A-ZÅÄÖ][\wåäö/-]{1,24}:\s[^\n]*?\.\s+[A-ZÅÄÖ][\wåäö/-]{1,24}(?:\s[a-zåäö]+)?:\s)"
)
"""A title before what each in turn tells: "Läget i föreningarna Bryggan: Ny ordförande. Norrviken: Inget nytt."."""
_CLAUSE = re.compile(
    r"(?<=\w\s)(?<!\bom\s)(?<!\bför\s)(?<!\btill\s)(?<!\bpå\s)(?<!\bav\s)(?<!\bgenom\s)(?<!förslag\s)(?<!uppdrag\s)(?<!beslut\s)(?<!begäran\s)(?<!möjlighet\s)"
    r"att\s+(?:lägga|godkänna|anta|bifalla|avslå|notera|anteckna|fastställa|bordlägga|återremittera|uppdra|ge|utse|välja|föreslå|överlämna|tillstyrka|rekommendera|bjuda|bevilja)\b"
)
""" "Meddelanden att lägga informationen till handlingarna"."""

_DECIDER = re.compile(r"(?<=\w\s)(?P<word>[A-ZÅÄÖ][a-zåäö]+)\s+beslut(?:ar|ade)\s+$")
""" "Rapport om bryggor Fullmäktige beslutade att lägga …": who decides begins what is told."""


@cache
def inline_heading() -> re.Pattern[str]:
    """A section heading inside a line: capitalised, and followed by a colon, a capital, a number, "att" or the line's end."""
    words = sorted((w for w in exact_headings() if len(w) >= 6), key=len, reverse=True)
    written = (form for w in words for form in (w[0].upper() + w[1:], w.upper()))
    known = tuple(re.escape(form).replace(r"\ ", r"\s+") for form in written)
    border, after = r"(?<![\w.-])", r"(?::(?=\s)|(?=\s+[A-ZÅÄÖ\d•-]|\s+att\b|\s*$))"
    headings = by_first_letter([Choice((*known, *_FIELDS), border, after)], [f"{_BODY_HEADING}{after}", _NAMELESS_HEADING])
    return re.compile(rf"(?=[A-ZÅÄÖs-]){headings}")


_SMALL = re.compile(r"[a-zåäö](?<![\w-].)\w+")
_ARTICLE = re.compile(r"(?:[ae]?n|e?t|na)$")


@lru_cache(maxsize=4)
def common_words(text: str) -> frozenset[str]:
    """The words that a text writes with a small letter, and what they are in the indefinite: no names of people and places."""
    return frozenset().union(*map(_small_words, set(text.split())))


@lru_cache(maxsize=65536)
def _small_words(written: str) -> frozenset[str]:
    """The long words with a small letter within what stands between two spaces, and what they are in the indefinite."""
    words = {w for w in _SMALL.findall(written) if len(w) >= _LEAST_COMMON}
    indefinite = {_ARTICLE.sub("", w) for w in words if w[-1] in "nta"}
    return frozenset(words | {w for w in indefinite if len(w) >= _LEAST_INDEFINITE}) - _PLACE_WORDS


def find_title_end(text: str, common: Collection[str] = frozenset(), *, run_together: bool = False) -> int | None:
    """Offset in `text`, which begins with a title, at which what follows the title begins; None when nothing tells that.

    A word of `common` (`common_words`) with a capital inside a line begins a sentence. Where lines were `run_together`, something
    always follows a title, so that such a word or a bare "att …" ends it without a verb.
    """
    if "/" in text and (answering := _ANSWERING.match(text)) and answering.end() < len(text):
        return answering.end()
    for beginning in (_CAPITALS, _STANDING, _NEXT_TIME, _TWICE, _NAME_TWICE):
        if (match := beginning.match(text)) and match.end() < len(text):
            return match.end()
    if (presented := _PRESENTED.match(text)) and find_person_behind(presented.group().rstrip()) is not None:
        return presented.end()
    if (round_ := _ROUND.match(text)) and not has_finite(round_["title"]) and not JOINING.search(round_["title"]):
        return round_.end()
    if listed := _LIST.match(text):
        led_in = listed.group(0).rstrip().endswith(":")
        return max((o.at for o in iter_openings(text, 0, listed.end(), common) if led_in), default=listed.end())
    heading = next((m.start() for m in inline_heading().finditer(text, 2) if not is_joined(text, m.start())), None)
    sentences = iter_sentences(text, 0, len(text) if heading is None else heading)
    if sentences and (colon := _told_after_colon(text[: sentences[0][1]])) is not None:
        second = _sentence_inside(text, colon, sentences[0][1], common) if run_together else None
        return second if second is not None and _is_second_title(text[colon:second]) else colon
    for number, (begin, end) in enumerate(sentences):
        if number and has_finite(text[begin:end]):
            return begin
        inside = _sentence_inside(text, begin, end, common)
        if run_together and not number:
            inside = _new_beginning(text, begin, end, inside, common, headed=heading is not None and len(sentences) == 1)
        if inside is not None:
            return inside
        if has_finite(text[begin:end]):
            return sentences[1][0] if len(sentences) > 1 else heading
    return heading


_FEWEST_OF_TITLE = 3


def _is_second_title(words: str) -> bool:
    """Whether words behind a colon, before a sentence begins, are the rest of the title: "Vattenvård: Samråd om sjön Kommunen har bjudit
    in …", "VR: Bojar Anna Ek visade …"; not the office of who tells ("Ekonomi: Kassören Anna Ek visade …")."""
    split = words.split()
    first = split[0] if split else ""
    return len(split) >= _FEWEST_OF_TITLE or (first[:1].isupper() and not is_opener(first) and not is_role(first))


_ANSWERING = re.compile(
    r"[^.\n]{3,120}?\w[.?]\s?/\s?(?:[A-ZÅÄÖ]{2,4}(?:,\s?[A-ZÅÄÖ]{2,4})*|[a-zåäö]{2,4}(?=\s[A-ZÅÄÖ]))\s+(?=\S)"
)
"""A title with whose it is by initials: "Summering av sommaren./AE AE visade …"."""
_COLON = re.compile(r"(?P<title>(?:[^:.?]|:(?=\S)){3,80}?):\s+(?P<rest>\S.*)", re.DOTALL)
_DASH = re.compile(r"(?P<title>[^:.?\n–]{3,80}?)\s[–-]\s+(?P<rest>[A-ZÅÄÖ][^\n\t–]{10,}\.)", re.DOTALL)
_KIND_BEFORE = re.compile(
    r"(?:svar\s+på\s+)?(?:motion|remiss|interpellation|fråga|information|info|dialog|diskussion|beslut|\w*rapport|svar|medborgarförslag|tema|workshop|val"
    r"|\w*granskning|yttrande|samråd|\w*ärende|\w*ansökan|revidering|redovisning|uppföljning|presentation|återkoppling|\w*plan)\w*",
    re.IGNORECASE,
)


_LONG_AFTER_WORD = 40


def _told_after_colon(sentence: str) -> int | None:
    """Where what is told begins after a title and a colon: "Bryggor: lagningen pågår", "Ekonomi: inget nytt"; None for a second title."""
    dashed = _DASH.fullmatch(sentence)
    if dashed and not has_finite(dashed["title"]) and has_finite(dashed["rest"]) and not _KIND_BEFORE.fullmatch(dashed["title"]):
        return dashed.start("rest")
    match = _COLON.fullmatch(sentence)
    if match is None or has_finite(match["title"]):
        return None
    if _KIND_BEFORE.fullmatch(match["title"]):
        names = [(n.start, n.end) for n in find_names(match["rest"])]
        return match.start("rest") if is_subject_named(match["rest"], 0, names) else None
    rest = re.split(r"[\n\t]", match["rest"], maxsplit=1)[0]
    low = rest[0].islower() or rest[0].isdigit()
    told = re.match(r"ing(?:a|en|et)\b|[-•]", rest, re.IGNORECASE) is not None
    told = told or (has_finite(rest) and (low or rest.endswith(".")))
    told = told or (low and " " not in match["title"] and len(rest) > _LONG_AFTER_WORD)
    return match.start("rest") if told else None


_LONG_TITLE = 60


def _new_beginning(text: str, begin: int, end: int, inside: int | None, common: Collection[str], *, headed: bool) -> int | None:
    """Where in run-together text something new shows, before the sentence at `inside`: the "att" of a decision, or a common word
    with a capital; any capital when there is neither sentence nor heading and the title would be long."""
    if clause := _CLAUSE.search(text, begin, end if inside is None else inside):
        decider = _DECIDER.search(text, begin, clause.start())
        return (
            decider.start() if decider and is_opener(decider["word"]) and not is_joined(text, decider.start()) else clause.start()
        )
    if inside is not None or has_finite(text[begin:end]):
        return inside
    openings = list(iter_openings(text, begin, end, common))
    word = next((o.at for o in openings if o.kind is Kind.WORD), None)
    return openings[0].at if word is None and openings and not headed and end - begin > _LONG_TITLE else word


def _sentence_inside(text: str, begin: int, end: int, common: Collection[str]) -> int | None:
    """Where a sentence begins in the middle of what looks like one; None when all may be one title or one sentence."""
    verbs = list(iter_finite(text, begin, end))
    if not verbs:
        return None
    openings = list(iter_openings(text, begin, end, common))
    verb = verbs[0]
    before = [o for o in openings if o.at <= verb]
    words = [o.at for o in before if o.kind is Kind.WORD]
    if words:
        return next((at for at in reversed(words) if text[at - 1] == "\n"), words[0])
    near = [o for o in before if len(text[o.at : verb].split()) <= _FARTHEST]
    if near:
        return next((o.at for o in reversed(near) if o.kind is Kind.PERSON), near[-1].at)
    # "Mötet öppnas Ordföranden hälsar …": the title is a short sentence that ends with its verb, or with a second matter of a word.
    ended = next((o.at for o in openings if o.at > verb and _is_ended(text, verb, o.at)), None)
    return ended if ended is not None and any(v >= ended for v in verbs) else None


def _is_ended(text: str, verb: int, at: int) -> bool:
    """Whether a title that is a sentence ends before the capital at `at`: with its verb, or with a word after its verb and a comma when
    another verb follows the capital's word: "Mötet öppnas, presentationsrunda Ida öppnar …"."""
    rest = text[verb:at].split()
    if len(rest) != 2 or not rest[0].endswith(","):
        return len(rest) == 1
    following = text[at : at + _FAR_AHEAD].split()
    return len(following) > 1 and is_finite(following[1]) and not is_finite(rest[1])


_FAR_AHEAD = 60
