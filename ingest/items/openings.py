"""Capitals within a line at which a sentence may begin: those of common words, of persons, and of bodies and papers that do something.

The capitals of names that belong to what stands before them ("Norra Udden", "projektet Måsen") are none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from ingest.lexicon import first_names
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.verbs import is_finite
from ingest.vocabulary import BODY_NOUN

BODY_WORD = r"(?:nämnden|styrelsen|utskottet|rådet|gruppen|beredningen|direktionen|delegationen|kommittén)"
_JOINING_WORDS = (
    *("av", "för", "i", "till", "om", "från", "med", "på", "och", "samt", "hos", "vid", "mellan", "ang", "angående", "gällande"),
    *("avseende", "den", "det", "de", "en", "ett", "enligt", "inom", "under", "kring", "längs", "bakom", "utanför", "intill"),
    *("rörande", "mot", "över", "per", "efter", "inför", "via", "utan", "som", "att", "när", "där", "hur", "vad", "varför"),
    *("eller", "genom", "bland", "så", "ny", "nya", "nytt", "år", "kvarteret", "betänkandet"),
)
JOINING = re.compile(rf"(?:\b(?:{'|'.join(_JOINING_WORDS)})\.?|[–:,;(/&\"”“»«-])$", re.IGNORECASE)
"""Words and signs after which a title goes on, whatever the next word looks like."""
_OPENER = re.compile(
    r"det|den|de|denna|detta|dessa|en|ett|vid|till|från|i|på|under|efter|enligt|ing(?:a|en|et)|följande|alla|vi|man|här|där|för|med|som"
    r"|utifrån|av|om|när|då|föregående|vidare|även|inom|genom|varje|flera|några|samtliga|därefter|dessutom|idag|tidigare|sedan|totalt"
    r"|att|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|bilagan|bilagorna|handlingarna|materialet|underlaget|ärendet|frågan|punkten|gällande|nuvarande|kvarvarande|återstående|resterande|underlag|förslag|föreligger|redovisas|noteras|konstateras|\w{3,}(?:ades|ndes|kades|rdes|ldes)|beslöts|utgår|utgick|\w*(?:nämnden|styrelsen|utskottet|rådet|gruppen|förvaltningen|kontoret|direktionen|beredningen|fullmäktige|chefen|direktören"
    r"|ordföranden?|sekreteraren|föreningen|förbundet|kommunen|regionen|polisen|presidiet|samordnaren|strategen|ledaren|avdelningen)"
)
"""Words that with a capital inside a line begin a sentence: small words, and bodies and offices in the definite."""


@lru_cache(maxsize=4096)
def is_opener(word: str) -> bool:
    """Whether a word is one that sentences begin with, and titles hardly ever: a small word, or a body or an office in the definite."""
    return _OPENER.fullmatch(word.casefold()) is not None


_LINE = re.compile(r"[^\n]+")
_CAPITAL = re.compile(r"[A-ZÅÄÖÉ](?<![\w.-].)\w*")


_ROLE_BEFORE = re.compile(
    r"(?<![\w-])(?P<role>[A-ZÅÄÖ][\w-]+)(?:(?<=Chef)[ ][a-zåäö-]+)?(?:[ ]+(?:för|i|på|vid|med|och|inom)[ ]+[\w-]+)*[ ]+$|(?<![\w-])[A-ZÅÄÖ][\w-]+s[ ]+(?:vice[ ]+)?(?P<office>\w+)[ ]+$"
)
""" "Enhetschef för hemtjänsten", "Nämndens ordförande" before the name of who it is."""


class Kind(Enum):
    """What begins with a capital: a word that is no name, a person's name, or perhaps the name of a place or a thing."""

    WORD = auto()
    PERSON = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """A capital at which a sentence may begin."""

    at: int
    kind: Kind


def iter_openings(text: str, begin: int, end: int, common: Container[str], reach: int | None = None) -> Iterator[Opening]:
    """The capitals behind the first letter of `text[begin:end]` at which a sentence may begin, in their order; no further than `reach`,
    when that is given."""
    for line in _LINE.finditer(text, begin, end):
        if reach is not None and line.start() > reach:
            return
        yield from _openings_in_line(text, begin, end, line, common, end if reach is None else reach)


def _openings_in_line(
    text: str, begin: int, end: int, line: re.Match[str], common: Container[str], reach: int
) -> Iterator[Opening]:
    names: list[tuple[int, int]] | None = None
    for match in _CAPITAL.finditer(text, max(line.start(), begin + 1), line.end()):
        at, word = match.start(), match.group(0)
        if at > reach:
            return
        if text.count("(", begin, at) > text.count(")", begin, at):
            continue
        joined = is_joined(text, at)
        if joined and not (text.find("år", begin, at) >= 0 and _LOST_YEAR.search(text, begin, at)):
            continue
        if names is None:
            names = [(line.start() + n.start, line.start() + n.end) for n in find_names(line.group(0))]
        if joined and not is_subject_named(text, at, names):
            continue
        if any(first < at < last for first, last in names):
            continue
        if any(first == at for first, _ in names):
            if (office := _ROLE_BEFORE.search(text, begin, at)) and _is_office(office["role"] or office["office"]):
                at = office.start()
                if at == begin or is_joined(text, at):
                    continue
            elif (
                (owner := text[begin:at].split()[-1]) != "polisen"
                and _is_office(owner)
                and not (_FROM_OFFICE.search(text, begin, at) and is_subject_named(text, at, names))
            ):
                continue
            yield Opening(at, Kind.PERSON)
            continue
        if word in _given_names() and (after := _NEXT_WORD.match(text, match.end())) and is_finite(after["word"]):
            yield Opening(at, Kind.PERSON)
            continue
        folded = word.casefold()
        before = text[begin:at].split()[-1]
        opener = is_opener(word) or _acts(text, match) or _resumes(text, begin, match)
        again = before == word or (word.startswith(before) and _ENDING.fullmatch(word, len(before)) is not None)
        if not opener and word not in _given_names() and _COMPOUND.match(text, at):
            continue
        apart = (
            again or (len(before) > 1 and text[begin:at].isupper() and not word.isupper()) or _is_subject(text, begin, match, end)
        )
        sure = opener or folded in common or apart
        alone = text[begin:at].rstrip() == before and (
            sure or _COMMON_NOUN.fullmatch(before) is not None or _does_behind_plural(before, text, match.end())
        )
        of_a_name = (before[0].isupper() and not apart and not alone) or _THING.fullmatch(before) is not None
        of_a_name = of_a_name and not opener
        of_an_owner = (
            before.endswith("s") and not opener and not _NO_OWNER.search(before) and not _is_definite_subject(text, match)
        )
        in_capitals = not again and len(before) > 1 and before.isupper() and word.isupper()
        if not (of_a_name or of_an_owner or in_capitals):
            yield Opening(at, Kind.WORD if sure else Kind.OTHER)


_COMMON_NOUN = re.compile(
    r"[A-ZÅÄÖ]\w{2,}(?:tion|sion|ning|ande|ende|\whet|\wverkan|taxa|budget|skjutsar|frågor|avtal|hjälp|vård|stöd|ärenden|möten|riktlinjer)"
)
"""Words that begin no name of a place or a body: a title of one of them ends before the name of who does something."""
_PLURAL = re.compile(r"[A-ZÅÄÖ][a-zåäö]{6,}[aeo]r(?:na)?")


def _does_behind_plural(before: str, text: str, end: int) -> bool:
    """Whether a title is a long word in the plural, and who stands behind it does something: "Trygghetspunkter Orsa har …"."""
    after = _NEXT_WORD.match(text, end) if _PLURAL.fullmatch(before) else None
    return after is not None and is_finite(after["word"])


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


def is_subject_named(text: str, at: int, names: list[tuple[int, int]]) -> bool:
    """Whether a name stands at `at` that is the subject of the verb right behind it."""
    end = next((end for first, end in names if first == at), None)
    after = _NEXT_WORD.match(text, end) if end is not None else None
    return after is not None and is_finite(after["word"])


_PAPER = re.compile(
    r"(?:Ansökan|Frågan|Ärendet|Förslaget|Motionen|Motionären|Rapporten|Skrivelsen|Remissen|Utredningen|Redovisningen|Prognosen|Planen|Planförslaget|Medborgarförslaget|VD)"
)
_ACTING = re.compile(
    rf"(?:[A-ZÅÄÖ][\w-]+\s(?:kommun|landsting)|(?:Region|Landstinget)\s[A-ZÅÄÖ][\w-]+|[A-ZÅÄÖ]\w+-\s(?:och|samt)\s\w+{BODY_WORD}"
    rf"|[A-ZÅÄÖ]\w+[ae]\s\w*{BODY_WORD})(?=\s)"
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


def _resumes(text: str, begin: int, word: re.Match[str]) -> bool:
    """Whether a noun in the definite, before its verb, resumes what was named in the indefinite, whatever name stands between:
    "Ny färja till Norrön Färjan är …", "Skötselplan för Norrby Planen har …"."""
    noun = word.group(0).casefold()
    if not _DEFINITE.fullmatch(noun) or not _is_definite_subject(text, word):
        return False
    stems = {stem for ending in _DEFINITE_ENDINGS if len(stem := noun.removesuffix(ending)) >= _SHORTEST_STEM and stem != noun}
    return any(before.casefold().endswith(tuple(stems)) for before in text[begin : word.start()].split()[:-1]) if stems else False


_DEFINITE_ENDINGS = ("n", "en", "t", "et")
_SHORTEST_STEM = 4


def _is_subject(text: str, begin: int, word: re.Match[str], end: int) -> bool:
    """Whether a noun in the definite right behind a title of one word is the subject of a whole sentence: "Ekonomi Utfallet gås igenom."."""
    if " " in text[begin : word.start()].strip() or not _DEFINITE.fullmatch(word.group(0)) or text[end - 1] not in ".!":
        return False
    after = _NEXT_WORD.match(text, year.end() if (year := _YEAR_BEHIND.match(text, word.end())) else word.end())
    return after is not None and is_finite(after["word"])


_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d(?=\s)")


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


def is_joined(text: str, at: int) -> bool:
    """Whether what stands before `at` goes on with the word there."""
    before = text[max(0, at - _JOINT) : at].rstrip()
    last = before.rpartition(" ")[2]
    if last in _KNOWN_JOINING:
        return True
    if last.isalpha() and last.isascii():  # of other letters some are another's capital or small one in ways of their own
        return last.lower() in _KNOWN_JOINING or _goes_on(text, at)
    return JOINING.search(last) is not None or _goes_on(text, at)


def _goes_on(text: str, at: int) -> bool:
    """Whether all before `at` is the name of a property or the kind of a paper, whose title goes on."""
    if at > _LONGEST_LEAD:
        return False
    if _PROPERTY_NAME.fullmatch(text, 0, at):
        return True
    word = _CAPITAL.match(text, at)
    return word is not None and _KIND_OF_PAPER.fullmatch(text, 0, at) is not None and not is_opener(word.group())


_LONGEST_LEAD = 60


_JOINT = 20
"""Characters before a word that are looked at: more than the longest of the joining words has."""
_KNOWN_JOINING = frozenset(_JOINING_WORDS)
_KIND_OF_PAPER = re.compile(r"(?:Remiss(?:yttrande|var)?|Motion|Detaljplan|Medborgarförslag|Bygglov)[ ]")
"""What kind of paper a matter is, before what it is about: "Remiss Hamnplan"."""


_PROPERTY_NAME = re.compile(r"(?:[A-ZÅÄÖ][\w-]+[ ]){1,3}\d{1,4}:\d{1,4}[ ]|[A-ZÅÄÖ][a-zåäö]+[ae]n[ ]\d{1,3}[ ]")
"""The name of a property, which begins a title and does not end it: "Bryggan 1:14 Bygglov för …", "Smeden 4 Tillbyggnad av …"."""
