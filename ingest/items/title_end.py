"""Where a title ends that has text after it on the same line: "3. Val av justerare Anna Ek utses att …".

A title names a matter and has no finite verb; what follows it is a heading ("Beslut", "Föredragande") or a sentence, which
begins with a capital and has a finite verb. A title that is a sentence itself ("Dagordningen godkänns. …") ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from ingest.alternatives import Choice, by_first_letter
from ingest.items.titles import find_person_behind
from ingest.lexicon import first_names
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite, is_finite, iter_finite
from ingest.vocabulary import BODY_NOUN, exact_headings

_BODY_WORD = r"(?:nämnden|styrelsen|utskottet|rådet|gruppen|beredningen|direktionen|delegationen|kommittén)"
_BODY_HEADING = (
    r"(?:[A-ZÅÄÖ](?<![\w.-].)[\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s\s+(?:beslut|förslag(?:\s+till\s+beslut)?)(?:\s+[it](?:ll)?\s+[a-zåäö]+)?"
    rf"|[A-ZÅÄÖ](?<![\w.-].)[\wåäö-]*[ae]\s[a-zåäö-]*{_BODY_WORD}s\s+(?:beslut|förslag(?:\s+till\s+beslut)?)(?:\s+[it](?:ll)?\s+[a-zåäö]+)?"
    r"|[A-ZÅÄÖ-](?<![\w.-].)[A-ZÅÄÖ-]{3,}S\s+(?:BESLUT|FÖRSLAG))"
)
""" "Nämndens beslut", "Sociala utskottets förslag", "Nämndens beslut i ärendet", "NÄMNDENS BESLUT"."""
_NAMELESS_HEADING = r"Beslut(?=\s+beslutar\s)|s(?<=[\wåäö):] s)\s+beslut(?=\s+(?:beslutar|[A-ZÅÄÖ\d]))"
""" "s beslut", "Beslut beslutar": a copy that lost what stands on every page lost the forum's name."""
_FIELDS = ("Föredragande", "Föredragning", r"Inbjuden\s+gäst", r"Justera(?:nde)?s\s+sign\w*", "Utdragsbestyrkande")
_JOINING = re.compile(
    r"(?:\b(?:av|för|i|till|om|från|med|på|och|samt|hos|vid|mellan|ang|angående|gällande|avseende|den|det|de|en|ett|enligt|inom|under"
    r"|kring|längs|bakom|utanför|intill|rörande|mot|över|per|efter|inför|via|utan|som|att|när|där|hur|vad|varför|eller|genom|bland|så|nya?|nytt|år|kvarteret|betänkandet)\.?"
    r"|[–:,;(/&\"”“»«-])$",
    re.IGNORECASE,
)
"""Words and signs after which a title goes on, whatever the next word looks like."""
_OPENER = re.compile(
    r"det|den|de|denna|detta|dessa|en|ett|vid|till|från|i|på|under|efter|enligt|ing(?:a|en|et)|följande|alla|vi|man|här|där|för|med|som"
    r"|utifrån|av|om|när|då|föregående|vidare|även|inom|genom|varje|flera|några|samtliga|därefter|dessutom|idag|tidigare|sedan|totalt"
    r"|att|gällande|nuvarande|underlag|förslag|föreligger|redovisas|noteras|konstateras|\w{3,}(?:ades|ndes|kades|rdes|ldes)|beslöts|\w*(?:nämnden|styrelsen|utskottet|rådet|gruppen|förvaltningen|kontoret|direktionen|beredningen|fullmäktige|chefen|direktören"
    r"|ordföranden?|sekreteraren|föreningen|förbundet|kommunen|regionen|polisen|presidiet|samordnaren|strategen|ledaren|avdelningen)"
)
"""Words that with a capital inside a line begin a sentence: small words, and bodies and offices in the definite."""


def is_opener(word: str) -> bool:
    """Whether a word is one that sentences begin with, and titles hardly ever: a small word, or a body or an office in the definite."""
    return _OPENER.fullmatch(word.casefold()) is not None


_LINE = re.compile(r"[^\n]+")
_CAPITAL = re.compile(r"(?<![\w.-])[A-ZÅÄÖÉ]\w*")
_PLACE_WORDS = frozenset({"stad", "kommun", "region", "regionen", "kommunen"})
_LEAST_COMMON = 4
_LEAST_INDEFINITE = 6
_FARTHEST = 12
"""Words between the beginning of a sentence and its verb."""
_STANDING = re.compile(
    r"(?:(?:mötets?|sammanträdets?)\s+(?:öppnande|öppnas|öppnades|avslutande|avslutning|avslutas|avslutades)(?:\s+av\s+ordföranden?)?|öppnande|inledning|välkommen|upprop|avslutning|justering"
    r"|val\s+av\s+(?:(?:mötes)?ordförande\s*(?:,|och|samt|/)\s*)?(?:(?:mötes)?sekreterare\s*(?:,|och|samt|/)\s*)?(?:justera(?:re|nde)|justeringsperson(?:er)?|justeringsm[aä]n|protokolljusterare|sekreterare)"
    r"|(?:godkännande|fastställ(?:ande|else))\s+av\s+(?:dagordning(?:en)?|föredragningslista(?:n)?|ärendelista(?:n)?)|föredragningslista|dagordning"
    r"|föregående\s+(?:mötes\s+|mötes)?(?:protokoll|minnesanteckningar|anteckningar|möte)|meddelanden|rapporter|delegationsbeslut|anmälningsärenden"
    r"|delgivningar|laget\s+runt|övriga\s+(?:frågor|ärenden)|övrigt|nästa\s+(?:möte|sammanträde)|(?:allmänhetens\s+)?frågestund)"
    r"[.:]?\s+(?=Ing(?:a|en|et)\b|(?=.{9})(?:[•*-]\s|(?-i:[A-ZÅÄÖ])\w*(?-i:[a-zåäö])\w*[\s.,:]))",
    re.IGNORECASE | re.DOTALL,
)
"""Titles of the order of business, whole, before a capital or a bullet: nothing more belongs to them."""
_NEXT_TIME = re.compile(
    r"(?:nästa|kommande)\s+(?:möte|sammanträde)[.:]?\s+(?=(?:den\s+)?\d{1,2}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|(?:mån|tis|ons|tors|fre)dag)",
    re.IGNORECASE,
)
""" "Nästa möte" before its day."""
_LIST = re.compile(
    r"[^\n]{3,160}?\s(?=•\s|-\s[A-ZÅÄÖ][^\n]*\s-\s[A-ZÅÄÖ]|a\)\s[^\n]*\sb\)\s|A[.)]\s[^\n]*\sB[.)]\s|a\s[A-ZÅÄÖ][^\n]*\sb\s[A-ZÅÄÖ])"
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
_ROLE_BEFORE = re.compile(
    r"(?<![\w-])(?P<role>[A-ZÅÄÖ][\w-]+)(?:(?<=Chef)[ ][a-zåäö-]+)?(?:[ ]+(?:för|i|på|vid|med|och|inom)[ ]+[\w-]+)*[ ]+$|(?<![\w-])[A-ZÅÄÖ][\w-]+s[ ]+(?:vice[ ]+)?(?P<office>\w+)[ ]+$"
)
""" "Enhetschef för hemtjänsten", "Nämndens ordförande" before the name of who it is."""


_CLAUSE = re.compile(
    r"(?<=\w\s)(?<!\bom\s)(?<!\bför\s)(?<!\btill\s)(?<!\bpå\s)(?<!\bav\s)(?<!\bgenom\s)(?<!förslag\s)(?<!uppdrag\s)(?<!beslut\s)(?<!begäran\s)(?<!möjlighet\s)"
    r"att\s+(?:lägga|godkänna|anta|bifalla|avslå|notera|anteckna|fastställa|bordlägga|återremittera|uppdra|ge|utse|välja|föreslå|överlämna|tillstyrka|rekommendera|bjuda|bevilja)\b"
)
""" "Meddelanden att lägga informationen till handlingarna"."""


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
    words = {w for w in _SMALL.findall(" ".join(set(text.split()))) if len(w) >= _LEAST_COMMON}
    indefinite = {_ARTICLE.sub("", w) for w in words if w[-1] in "nta"}
    return frozenset(words | {w for w in indefinite if len(w) >= _LEAST_INDEFINITE}) - _PLACE_WORDS


def find_title_end(text: str, common: Collection[str] = frozenset(), *, run_together: bool = False) -> int | None:
    """Offset in `text`, which begins with a title, at which what follows the title begins; None when nothing tells that.

    A word of `common` (`common_words`) with a capital inside a line begins a sentence. Where lines were `run_together`, something
    always follows a title, so that such a word or a bare "att …" ends it without a verb.
    """
    for beginning in (_CAPITALS, _STANDING, _NEXT_TIME, _TWICE, _NAME_TWICE):
        if (match := beginning.match(text)) and match.end() < len(text):
            return match.end()
    if (presented := _PRESENTED.match(text)) and find_person_behind(presented.group().rstrip()) is not None:
        return presented.end()
    if (round_ := _ROUND.match(text)) and not has_finite(round_["title"]) and not _JOINING.search(round_["title"]):
        return round_.end()
    if listed := _LIST.match(text):
        led_in = listed.group(0).rstrip().endswith(":")
        return max((o.at for o in _iter_openings(text, 0, listed.end(), common) if led_in), default=listed.end())
    heading = next((m.start() for m in inline_heading().finditer(text, 2) if not _is_joined(text, m.start())), None)
    sentences = iter_sentences(text, 0, len(text) if heading is None else heading)
    if sentences and (colon := _told_after_colon(text[: sentences[0][1]])) is not None:
        return colon
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


_COLON = re.compile(r"(?P<title>(?:[^:.?]|:(?=\S)){3,80}?):\s+(?P<rest>\S.*)", re.DOTALL)
_DASH = re.compile(r"(?P<title>[^:.?\n–]{3,80}?)\s[–-]\s+(?P<rest>[A-ZÅÄÖ][^\n\t–]{10,}\.)", re.DOTALL)
_KIND_BEFORE = re.compile(
    r"(?:svar\s+på\s+)?(?:motion|remiss|interpellation|fråga|information|info|dialog|diskussion|beslut|\w*rapport|svar|medborgarförslag|tema|workshop|val"
    r"|\w*granskning|yttrande|samråd|\w*ärende|ansökan|revidering|redovisning|uppföljning|presentation|återkoppling|\w*plan)\w*",
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
        return match.start("rest") if _tells(match["rest"], 0, names) else None
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
        return clause.start()
    if inside is not None or has_finite(text[begin:end]):
        return inside
    openings = list(_iter_openings(text, begin, end, common))
    word = next((o.at for o in openings if o.kind is _Kind.WORD), None)
    return openings[0].at if word is None and openings and not headed and end - begin > _LONG_TITLE else word


def _sentence_inside(text: str, begin: int, end: int, common: Collection[str]) -> int | None:
    """Where a sentence begins in the middle of what looks like one; None when all may be one title or one sentence."""
    verbs = list(iter_finite(text, begin, end))
    if not verbs:
        return None
    openings = list(_iter_openings(text, begin, end, common))
    verb = verbs[0]
    before = [o for o in openings if o.at <= verb]
    words = [o.at for o in before if o.kind is _Kind.WORD]
    if words:
        return next((at for at in reversed(words) if text[at - 1] == "\n"), words[0])
    near = [o for o in before if len(text[o.at : verb].split()) <= _FARTHEST]
    if near:
        return next((o.at for o in reversed(near) if o.kind is _Kind.PERSON), near[-1].at)
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


class _Kind(Enum):
    """What begins with a capital: a word that is no name, a person's name, or perhaps the name of a place or a thing."""

    WORD = auto()
    PERSON = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Opening:
    """A capital at which a sentence may begin."""

    at: int
    kind: _Kind


def _iter_openings(text: str, begin: int, end: int, common: Collection[str]) -> Iterator[_Opening]:
    names = [
        (line.start() + n.start, line.start() + n.end)
        for line in _LINE.finditer(text, begin, end)
        for n in find_names(line.group(0))
    ]
    for match in _CAPITAL.finditer(text, begin + 1, end):
        at, word = match.start(), match.group(0)
        if text.count("(", begin, at) > text.count(")", begin, at):
            continue
        if _is_joined(text, at) and not (_LOST_YEAR.search(text, begin, at) and _tells(text, at, names)):
            continue
        if any(first < at < last for first, last in names):
            continue
        if any(first == at for first, _ in names):
            if (office := _ROLE_BEFORE.search(text, begin, at)) and _is_office(office["role"] or office["office"]):
                at = office.start()
                if at == begin or _is_joined(text, at):
                    continue
            elif (
                (owner := text[begin:at].split()[-1]) != "polisen"
                and _is_office(owner)
                and not (_FROM_OFFICE.search(text, begin, at) and _tells(text, at, names))
            ):
                continue
            yield _Opening(at, _Kind.PERSON)
            continue
        if word in _given_names() and (after := _NEXT_WORD.match(text, match.end())) and is_finite(after["word"]):
            yield _Opening(at, _Kind.PERSON)
            continue
        folded = word.casefold()
        before = text[begin:at].split()[-1]
        opener = _OPENER.fullmatch(folded) is not None or _acts(text, match)
        again = before == word or (word.startswith(before) and _ENDING.fullmatch(word, len(before)) is not None)
        if not opener and word not in _given_names() and _COMPOUND.match(text, at):
            continue
        apart = (
            again or (len(before) > 1 and text[begin:at].isupper() and not word.isupper()) or _is_subject(text, begin, match, end)
        )
        sure = opener or folded in common or apart
        alone = text[begin:at].rstrip() == before and (sure or _COMMON_NOUN.fullmatch(before) is not None)
        of_a_name = (before[0].isupper() and not apart and not alone) or _THING.fullmatch(before) is not None
        of_a_name = of_a_name and not opener
        of_an_owner = (
            before.endswith("s") and not opener and not _NO_OWNER.search(before) and not _is_definite_subject(text, match)
        )
        in_capitals = not again and len(before) > 1 and before.isupper() and word.isupper()
        if not (of_a_name or of_an_owner or in_capitals):
            yield _Opening(at, _Kind.WORD if sure else _Kind.OTHER)


_COMMON_NOUN = re.compile(
    r"[A-ZÅÄÖ]\w{2,}(?:tion|sion|ning|ande|ende|\whet|\wverkan|taxa|budget|skjutsar|frågor|avtal|hjälp|vård|stöd|ärenden|möten|riktlinjer)"
)
"""Words that begin no name of a place or a body: a title of one of them ends before the name of who does something."""
_ENDING = re.compile(r"(?:n|en|t|et|na|rna|erna)s?")
""" "Sjöräddningen" behind "Sjöräddning"."""
_COMPOUND = re.compile(
    r"[A-ZÅÄÖ]{2,}-[a-zåäö]+(?<!en)(?<!et)(?<!an)(?<!na)(?![\wåäö])|[A-ZÅÄÖ][a-zåäö]{3,}[-–][A-ZÅÄÖ][a-zåäö]{3,}\b"
)
"""What begins no sentence: "IT-plattform", "Norrby–Söderby"."""
_THING = re.compile(r"projekt(?:et)?|insatsen|programmet|kampanjen|temat|filmen|boken", re.IGNORECASE)
"""Words before the name of what they are, which belongs to the title."""
_FROM_OFFICE = re.compile(r"\b(?:från|av)\s+\w+(?:chefen|direktören|ordföranden|revisorer(?:na)?|strategen|samordnaren)\s+$")
"""An office that a preposition joins to a title, before who speaks: "Information från hamnchefen Bo Lind berättar …"."""
_LOST_YEAR = re.compile(r"\bår\s+$")
"""Before a year that a copy lost, where someone speaks at once: "Berättelse för år Bo Lind har skrivit …"."""


def _tells(text: str, at: int, names: list[tuple[int, int]]) -> bool:
    """Whether a name stands at `at` that is the subject of the verb right behind it."""
    end = next((end for first, end in names if first == at), None)
    after = _NEXT_WORD.match(text, end) if end is not None else None
    return after is not None and is_finite(after["word"])


_PAPER = re.compile(
    r"(?:Ansökan|Frågan|Ärendet|Förslaget|Motionen|Motionären|Rapporten|Skrivelsen|Remissen|Utredningen|Redovisningen|Prognosen|Planen|Planförslaget|Medborgarförslaget|VD)"
)
_ACTING = re.compile(
    rf"(?:[A-ZÅÄÖ][\w-]+\s(?:kommun|landsting)|(?:Region|Landstinget)\s[A-ZÅÄÖ][\w-]+|[A-ZÅÄÖ]\w+-\s(?:och|samt)\s\w+{_BODY_WORD}"
    rf"|[A-ZÅÄÖ]\w+[ae]\s\w*{_BODY_WORD})(?=\s)"
)
"""Bodies of more than a word: "Norrby kommun", "Miljö- och byggnämnden", "Sociala utskottet"."""


def _acts(text: str, word: re.Match[str]) -> bool:
    """Whether a paper, the managing director, a municipality or a body of more than a word is the subject of the verb right behind it,
    whatever name ends before it: "Norrby Udde Ansökan avser …", "Norrby Mora kommun begär …"."""
    end = word.end() if _PAPER.fullmatch(word.group(0)) else None
    if end is None and (body := _ACTING.match(text, word.start())):
        end = body.end()
    after = _NEXT_WORD.match(text, end) if end is not None else None
    return after is not None and is_finite(after["word"])


_NO_OWNER = re.compile(r"(?:kurs|resurs|buss|plats|hus|ljus|pris|kris|bas|pass|klass|press|ess|iss|ans|ens)$")
"""Words that end so without belonging to anybody: "mopedkurs", "remiss", "konferens", "process"."""
_NEXT_WORD = re.compile(r"\s(?P<word>\w+)")


@cache
def _given_names() -> frozenset[str]:
    names = first_names()
    return frozenset(name.capitalize() for name in names.female | names.male)


_DEFINITE = re.compile(r"\w{3,}(?:en|et|an|arna|erna|orna)")


def _is_definite_subject(text: str, word: re.Match[str]) -> bool:
    """Whether a word is a noun in the definite, which nothing that is owned has, before its verb: "Frågan har väckts"."""
    after = _NEXT_WORD.match(text, word.end()) if _DEFINITE.fullmatch(word.group(0)) else None
    return after is not None and is_finite(after["word"])


def _is_subject(text: str, begin: int, word: re.Match[str], end: int) -> bool:
    """Whether a noun in the definite right behind a title of one word is the subject of a whole sentence: "Ekonomi Utfallet gås igenom."."""
    if " " in text[begin : word.start()].strip() or not _DEFINITE.fullmatch(word.group(0)) or text[end - 1] not in ".!":
        return False
    after = _NEXT_WORD.match(text, word.end())
    return after is not None and is_finite(after["word"])


def _is_office(word: str) -> bool:
    """A word for what a person is; "strategin", "ekonomi" and "området" are none, though "strategen" and "rådet" are."""
    if BODY_NOUN.fullmatch(word) and not _COUNCILLOR.fullmatch(word):
        return False
    return (
        is_role(word)
        and not word.lower().endswith(("strategi", "strategin", "ekonomi", "ekonomin", "sommaren", "plattform"))
        and "områd" not in word
    )


_COUNCILLOR = re.compile(
    r"(?:kommunal|region|landstings|oppositions|borgar|finans|stads|hälso|social|trafik)\w*råd(?:et)?", re.IGNORECASE
)
""" "Kommunalrådet", who is a person; "Brukarrådet" is a body."""


def _is_joined(text: str, at: int) -> bool:
    """Whether what stands before `at` goes on with the word there."""
    return _JOINING.search(text[max(0, at - 20) : at].rstrip()) is not None
