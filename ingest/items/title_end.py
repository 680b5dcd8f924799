"""Where a title ends that has text after it on the same line: "3. Val av justerare Anna Ek utses att …".

A title names a matter and has no finite verb; what follows it is a heading ("Beslut", "Föredragande") or a sentence, which
begins with a capital and has a finite verb. A title that is a sentence itself ("Dagordningen godkänns. …") ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache

from ingest.alternatives import Choice, by_first_letter
from ingest.items.openings import BODY_WORD, JOINING, Kind, is_joined, is_opener, is_subject_named, iter_openings
from ingest.items.titles import find_person_behind
from ingest.kinds import deed, deed_behind_noun, states, verbs
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite, is_finite, iter_finite
from ingest.vocabulary import OF_FIELD, exact_headings

_DECIDED = r"(?:beslut|förslag(?:\s+till\s+beslut)?)(?:\s+(?:i|till)\s+[a-zåäö]+)?"
_ENDS_OF_BODIES = ("ämnden", "tyrelsen", "tskottet", "ådet", "ruppen", "eredningen", "irektionen", "elegationen", "ommittén")
_BODY_ENDS = "|".join(f"(?<={end})" for end in _ENDS_OF_BODIES)
_OWNERS = "|".join(f"(?<={end}s)" for end in (*_ENDS_OF_BODIES, "ullmäktige"))
_BEHIND_CAPITAL = (
    rf"[\wåäö-]*+(?:\s(?:och|samt)\s[\wåäö-]++)?(?<=[\wåäö-]s)\s+{_DECIDED}",
    rf"[\wåäö-]*+(?<=[ae])\s[a-zåäö-]*{BODY_WORD}s\s+{_DECIDED}",
    rf"[\wåäö-]*+(?<=s)\s[a-zåäö-]*(?:utskott|beredning)[a-zåäö]*(?<=s)\s+{_DECIDED}",
    rf"[\wåäö-]*+(?:{_BODY_ENDS})\s+{OF_FIELD}\s+{_DECIDED}",
    rf"[\wåäö-]*+(?:{_OWNERS})\s+behandling",
    r"[A-ZÅÄÖ-]{4,}+(?<=S)\s+(?:BESLUT|FÖRSLAG)",
)
""" "Nämndens beslut", "Sociala utskottets förslag", "Nämnden för bad och båtars beslut", "NÄMNDENS BESLUT", "Nämndens beslut i
ärendet": what stands behind the capital."""
_CAPITAL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_BODY_HEADINGS = (
    *(capital + rest for capital in _CAPITAL_LETTERS for rest in _BEHIND_CAPITAL),
    rf"-{_BEHIND_CAPITAL[-1]}",
)
_NAMELESS_HEADINGS = (
    Choice(("Beslut",), "", rf"(?=\s+(?:beslutar\s|{deed()}|{states()}))"),
    Choice(
        (r"s(?<=[\wåäö):/] s)\s+(?:beslut|förslag\s+till\s+(?:kommun|region|landstings|förbunds)?fullmäktige)",),
        "",
        rf"(?=\s+(?:beslutar|{'|'.join(sorted({v.present for v in verbs()}))}|[A-ZÅÄÖ\d]|{deed()}))",
    ),
)
""" "s beslut", "Beslut beslutar", "Beslut avslå motionen", "Beslut avslår motionen": a copy that lost what stands on every page lost the forum's name."""
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
    r"[.:]?\s+(?=Ing(?:a|en|et)\b|(?=.{9})(?:[•*-]\s|(?-i:[A-ZÅÄÖ]{2,4})\s\d|(?-i:[A-ZÅÄÖ])\w*(?-i:[a-zåäö])\w*[\s.,:-]))",
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
_LEAST_TWICE = 9
_TWICE = re.compile(rf"(?P<title>[A-ZÅÄÖ][^\n]{{{_LEAST_TWICE - 1},160}}?)\s+(?=(?P=title)(?!\w))")
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
    words = sorted((w for w in exact_headings() if len(w) >= 6 and not _LEADS_ON.search(w)), key=len, reverse=True)
    written = (form for w in words for form in (w[0].upper() + w[1:], w.upper()))
    known = tuple(re.escape(form).replace(r"\ ", r"\s+") for form in written)
    border, after = r"(?<![\w.-])", r"(?::(?=\s)|(?=\s+[A-ZÅÄÖ\d•-]|\s+att\b|\s*$))"
    headings = (Choice((*known, *_FIELDS), border, after), Choice(_BODY_HEADINGS, border, after), *_NAMELESS_HEADINGS)
    return re.compile(by_first_letter(headings))


_LEADS_ON = re.compile(r"(?:\bom|bestämdes|beslutades|avtalades|beslutat)$")
""" "Beslutades att …": a heading on its own line alone, within a line it begins a sentence."""
_LONG_WORD = re.compile(rf"[a-zåäö]\w{{{_LEAST_COMMON - 1},}}")
_WORD_END = re.compile(r"\w*")
_ARTICLES = {"n": "ae", "t": "e"}
"""Short articles, and the letters before them with which they are longer ones."""
_LONG_ARTICLES = frozenset({"an", "en", "et", "na"})


class CommonWords:
    """The words that a text writes with a small letter, and what they are in the indefinite: no names of people and places.

    Few words are ever asked about, so that each is looked for when it is, and no list of all is made.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[object, bool] = {}

    def __contains__(self, word: object) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = isinstance(word, str) and self._is_common(word)
        return known

    def _is_common(self, word: str) -> bool:
        if not _LONG_WORD.fullmatch(word) or word in _PLACE_WORDS:
            return False
        return any(not ending or (len(word) >= _LEAST_INDEFINITE and _is_article(word, ending)) for ending in self._endings(word))

    def _endings(self, word: str) -> Iterator[str]:
        """What follows the word in each of the words of the text that begin with it."""
        at = self._text.find(word)
        while at >= 0:
            end = at + len(word)
            before = self._text[at - 1 : at]
            if not (before.isalnum() or before in ("_", "-")):
                yield _WORD_END.match(self._text, end).group()  # type: ignore[union-attr]
            at = self._text.find(word, end)


def _is_article(word: str, ending: str) -> bool:
    return ending in _LONG_ARTICLES or (ending in _ARTICLES and word[-1] not in _ARTICLES[ending])


common_words = lru_cache(maxsize=4)(CommonWords)


def find_title_end(text: str, common: Container[str] = frozenset(), *, run_together: bool = False) -> int | None:
    """Offset in `text`, which begins with a title, at which what follows the title begins; None when nothing tells that.

    A word of `common` (`common_words`) with a capital inside a line begins a sentence. Where lines were `run_together`, something
    always follows a title, so that such a word or a bare "att …" ends it without a verb; a bare "lägga …" does so anywhere.
    """
    end = _find_end(text, common, run_together=run_together)
    if run_together and (nameless := _before_nameless(text, len(text) if end is None else end)) is not None:
        return nameless
    bare = deed_behind_noun().search(text, 0, end or _LONG_TITLE)
    return bare.start() if bare and "\n" not in text[: bare.start()] and not has_finite(text[: bare.start()]) else end


def _before_nameless(text: str, until: int) -> int | None:
    """Where a title ends before what was decided by a body whose name a copy lost: "Bojar beslutar att köpa bojar"."""
    match = _NAMELESS.search(text, 0, until) if "beslut" in text else None
    if match is None or is_joined(text, match.start()) or has_finite(text[: match.start()]):
        return None
    words = text[: match.start()].split()
    last = words[-1]
    decider = is_opener(last) or last.casefold() in _ASKING or (len(words) > 1 and last[0].isupper())
    return None if decider else match.start()


_NAMELESS = re.compile(r"(?<=[a-zåäö\d).]\s)besluta(?:r|de)\s+att\s")
_ASKING = ("vem", "vilka", "vilken", "vilket")


def _find_end(text: str, common: Container[str], *, run_together: bool) -> int | None:
    if "/" in text and (answering := _ANSWERING.match(text)) and answering.end() < len(text):
        return answering.end()
    again = text.find(text[:_LEAST_TWICE], _LEAST_TWICE) > 0
    for beginning in (_CAPITALS, _STANDING, _NEXT_TIME, _TWICE, _NAME_TWICE):
        if (again or beginning is not _TWICE) and (match := beginning.match(text)) and match.end() < len(text):
            return match.end()
    if "(" in text and (presented := _PRESENTED.match(text)) and find_person_behind(presented.group().rstrip()) is not None:
        return presented.end()
    if ":" in text and (round_ := _ROUND.match(text)) and not has_finite(round_["title"]) and not JOINING.search(round_["title"]):
        return round_.end()
    if listed := _LIST.match(text):
        led_in = listed.group(0).rstrip().endswith(":")
        return max((o.at for o in iter_openings(text, 0, listed.end(), common) if led_in), default=listed.end())
    heading = next((m.start() for m in inline_heading().finditer(text, 2) if not is_joined(text, m.start())), None)
    sentences = iter_sentences(text, 0, len(text) if heading is None else heading)
    if not sentences:
        return heading
    if (colon := _told_after_colon(text[: sentences[0][1]])) is not None:
        return _behind_colon(text, colon, sentences[0][1], common) if run_together else colon
    begin, end = sentences[0]
    verb = next(iter_finite(text, begin, end), None)
    inside = None if verb is None else _sentence_inside(text, begin, end, verb, common)
    if run_together:
        headed = heading is not None and len(sentences) == 1
        inside = _new_beginning(text, begin, end, inside, common, told=verb is not None, headed=headed)
    if inside is not None:
        return inside
    if verb is not None:
        return sentences[1][0] if len(sentences) > 1 else heading
    return next((begin for begin, end in sentences[1:] if has_finite(text[begin:end])), heading)


def _behind_colon(text: str, colon: int, end: int, common: Container[str]) -> int:
    """Where the title ends that has a colon at `colon`: there, or before the sentence behind the rest of it."""
    verb = next(iter_finite(text, colon, end), None)
    second = None if verb is None else _sentence_inside(text, colon, end, verb, common)
    return second if second is not None and _is_second_title(text[colon:second]) else colon


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
    dashed = _DASH.fullmatch(sentence) if "–" in sentence or "-" in sentence else None
    if dashed and not has_finite(dashed["title"]) and has_finite(dashed["rest"]) and not _KIND_BEFORE.fullmatch(dashed["title"]):
        return dashed.start("rest")
    match = _COLON.fullmatch(sentence) if ":" in sentence else None
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
"""Characters from which a title is long."""


def _new_beginning(
    text: str, begin: int, end: int, inside: int | None, common: Container[str], *, told: bool, headed: bool
) -> int | None:
    """Where in run-together text something new shows, before the sentence at `inside`: the "att" of a decision, or a common word
    with a capital; any capital when nothing is told there, no heading follows and the title would be long."""
    stop = end if inside is None else inside
    if text.find("att", begin, stop) >= 0 and (clause := _CLAUSE.search(text, begin, stop)):
        decider = _DECIDER.search(text, begin, clause.start())
        return (
            decider.start() if decider and is_opener(decider["word"]) and not is_joined(text, decider.start()) else clause.start()
        )
    if inside is not None or told:
        return inside
    openings = list(iter_openings(text, begin, end, common))
    word = next((o.at for o in openings if o.kind is Kind.WORD), None)
    return openings[0].at if word is None and openings and not headed and end - begin > _LONG_TITLE else word


def _sentence_inside(text: str, begin: int, end: int, verb: int, common: Container[str]) -> int | None:
    """Where a sentence begins in the middle of what looks like one, whose first finite verb stands at `verb`; None when all may be one
    title or one sentence."""
    openings = list(iter_openings(text, begin, end, common, _reach(text, verb)))
    before = [o for o in openings if o.at <= verb]
    words = [o.at for o in before if o.kind is Kind.WORD]
    if words:
        return next((at for at in reversed(words) if text[at - 1] == "\n"), words[0])
    near = [o for o in before if len(text[o.at : verb].split()) <= _FARTHEST]
    if near:
        return next((o.at for o in reversed(near) if o.kind is Kind.PERSON), near[-1].at)
    # "Mötet öppnas Ordföranden hälsar …": the title is a short sentence that ends with its verb, or with a second matter of a word.
    ended = next((o.at for o in openings if o.at > verb and _is_ended(text, verb, o.at)), None)
    return ended if ended is not None and any(v >= ended for v in iter_finite(text, begin, end)) else None


_AS_FAR = re.compile(r"\S+(?:\s+\S+)?\s*[\w -]*\n?")


def _reach(text: str, verb: int) -> int:
    """How far behind a title's verb capitals tell anything: as far as the title may end behind it (`_is_ended`), and from there as far
    as the words of an office may go on, up to the name of who holds it."""
    return _AS_FAR.match(text, verb).end()  # type: ignore[union-attr]


def _is_ended(text: str, verb: int, at: int) -> bool:
    """Whether a title that is a sentence ends before the capital at `at`: with its verb, or with a word after its verb and a comma when
    another verb follows the capital's word: "Mötet öppnas, presentationsrunda Ida öppnar …"."""
    rest = text[verb:at].split()
    if len(rest) != 2 or not rest[0].endswith(","):
        return len(rest) == 1
    following = text[at : at + _FAR_AHEAD].split()
    return len(following) > 1 and is_finite(following[1]) and not is_finite(rest[1])


_FAR_AHEAD = 60
