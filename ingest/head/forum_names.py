"""The names of forums: what they end with, stand behind, and are for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graph.lexicon import ForumEntry
from graph.names import squash
from ingest.dates import find_dates
from ingest.head.titles import MINUTES, may_name_minutes
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite


class Found(NamedTuple):
    """Whose meeting it was: a known forum, the forum as written, and the line that names it."""

    entry: ForumEntry | None
    written: str | None
    line: Line | None


UNNAMED = Found(None, None, None)

_NOUN = (
    r"(?i:styrelsen?|nämnden?|(?<=[\wåäö])nämnd|(?<=s )nämnd|(?<=la )nämnd|(?<=am )nämnd|nämnd(?=\s+för\s)|utskottet|utskott|fullmäktige|rådet|råd|nätverk(?:et)?|gruppen|grupp|organet|direktionen"
    r"|(?<=s )au(?=[\s,.(–-]|$)|direktion|beredningen|beredning|kommittén|kommitté|delegationen|forum(?:et)?|ledningen|ledning i samverkan|presidiet|stämman?|konferensen?|kollegiet|(?<=s )revisorer|revisorerna)"
)
NOUN_STEMS = (
    *("styrelse", "nämnd", "utskott", "fullmäktige", "råd", "nätverk", "grupp", "organet", "direktion", "beredning", "kommitté"),
    *("delegation", "forum", "ledning", "presidi", "stämma", "konferens", "kollegie", "revisor"),
)
"""One of these stands in every name of a forum."""
_NO_FORUM = r"(?i:(?:kommunal|region|opposition|borgar|landsting|stats|läns)?(?:(?<!s )(?<!förebyggande )råd|(?<!förebyggande )råd(?!\s+för\s))\b|(?:kommunal|oppositions?|borgar|landstings?|stats)råd(?:et)?\b|länsstyrelsen?\b|forum(?=\s*(?:$|[/>])|\s+\w*(?:fullmäktige|styrelsen|nämnden|utskottet)\b))"
"""People who are called "råd", and a house that many forums meet in; "Kommunens råd för hamnar" is a council. A lone
"Forum" is a house, or the label before the body."""
_BEFORE_NOUN = (
    r"(?!Sida |(?i:närvar|deltag|ledam|kalla))(?:[A-ZÅÄÖ][\wåäö-]*s|[A-ZÅÄÖ][\wåäö-]*(?:[ak]|ande|ella?|ellt|isk[at]?|sam(?:ma|t)?|alt?|ivt|igt)|[A-ZÅÄÖ-]{3,}(?:[SAK]|ANDE|ELLT?|ISKT?|IVT)|[a-zåäö-]*(?:styrelse|nämnde?|råde?t|utskotte?t|fullmäktige|förbund(?:et)?)n?s|(?:[Dd]el)?[Rr]egional\w*|[Ll]okal\w*|(?:[Ll]äns|[Kk]ommun)?[Gg]emensam\w*|(?:[Ii]nter)?[Kk]ommunal\w*|[Pp]olitisk\w*|[Ss]trategisk\w*"
    r"|Övre|Nedre|Inre|Yttre|[Ll]änets|[a-zåäö]*förebyggande)"
)
_NAME = (
    rf"(?<![\wåäö-])(?P<name>(?:(?:[A-ZÅÄÖ][\wåäö]*(?:-| -(?= och)),?\s+(?:[\wåäö]+-,?\s+)?|[A-ZÅÄÖ][\wåäö]+\s+[a-zåäö]+-\s+|[a-zåäö]+-\s+)(?:och|OCH)\s+(?:[a-zåäö]+[sa]\s+)?)?(?:(?:{_BEFORE_NOUN})\s+){{0,3}}"
    rf"(?!{_NO_FORUM})(?:[A-ZÅÄÖ]{{2,6}}/|[A-ZÅÄÖ][\wåäö]*(?:organet|gruppen|nätverket|rådet)/)?[\wåäö-]*{_NOUN})"
)
_LETTERS = r"(?!AB\b)[A-ZÅÄÖ]{2,6}(?![\wåäö])"
""" "Nätverket för MAS och MAR": those whom it is for, by their letters."""
_FIELDS = r"[a-zåäö][\wåäö-]*(?:(?:,\s+[a-zåäö][\wåäö-]+){1,3}\s+(?:och|samt)\s+[a-zåäö][\wåäö-]+)?"
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b"
_IN_PLACE = r"(?<=\si)\s+[A-ZÅÄÖ][\wåäö-]+(?![\wåäö-])(?!\s+(?:kommun|stad)\b)(?:\s+län)?"
"""The place that a body is named with; a municipality named whole is the organisation whose it is."""
FORUM_NOUN = re.compile(
    rf"{_NAME}(?![\wåäö-])"
    rf"(?P<tail>(?:\s+(?:för|om|kring|mot|inom|(?<=amråd )med)\s+(?:{_FIELDS}|{_LETTERS})"
    rf"(?:\s+(?:(?:och|i|på|samt)\b|(?!{_WEEKDAY})[a-zåäö][\wåäö-]+|(?<=\soch\s){_LETTERS})){{0,8}}"
    rf"(?:{_IN_PLACE}|(?<=\sinom)\s+[A-ZÅÄÖ]{{2,6}}\b)?(?:\s+[”\"“][^”\"“]{{2,60}}[”\"“])?)?)",
)
FORUM_OWNER = re.compile(rf"{_NAME}(?=[sS]\s)")
"""The name of a forum in the genitive, before what is its: "Bryggnämndens beslut"."""
_MET = re.compile(
    rf"{_NAME}(?=[sS]\s+(?:\([^()]{{2,12}}\)\s+)?(?:[a-zåäö]+a\s+)?(?i:[\wåäö-]*(?:möte|sammanträde|träff)(?:t|et|n|en)?|{MINUTES.pattern})(?![\wåäö]))"
)
_BEFORE_MET = re.compile(
    r"(?:\s|[#–-]|(?:nr\s*)?\d[\d/:-]*+|(?:möte|mötet)\s*:|(?:från|vid|med|för|hos|i|möte|mötet|sammanträde|fört|förda|ordinarie|extra)(?=\s))*",
    re.IGNORECASE,
)


def find_met(text: str) -> re.Match[str] | None:
    """The body whose meeting, or whose minutes, a line is the title of, and nothing before it: "Minnesanteckningar från Bryggrådets
    (BR) möte", "DIREKTIONENS PROTOKOLL NR 6"."""
    lower = text.lower()
    if "s " not in lower or not any(stem in lower for stem in _MEETINGS):
        return None
    match = _MET.search(text)
    return match if match and _BEFORE_MET.fullmatch(without_minutes(text), 0, match.start()) else None


_MEETINGS = ("möte", "sammanträde", "träff", "protokoll", "anteckning")
NAMELESS = re.compile(
    r"(?:\w*gruppen|rådet|samråd(?:et)?|nätverket|utskottet|nämnden|styrelsen|direktionen|presidiet)", re.IGNORECASE
)
_GENERAL = re.compile(
    r"(?:(?:politisk|gemensam|strategisk|operativ|regional|delregional|lokal)\w*\s+)?(?:styr|lednings|samråds|arbets|samverkans|projekt|berednings)grupp(?:en)?",
    re.IGNORECASE,
)
""" "Politisk samrådsgrupp": what many bodies have."""


def is_general(name: str) -> bool:
    """Whether a name is no more than what many bodies have: "Nämnden", "Politisk styrgrupp"."""
    return NAMELESS.fullmatch(name) is not None or _GENERAL.fullmatch(name) is not None


_IN_OFFICE = re.compile(
    r"\((?:ordf|v\.? ?ordf|ordförande|vice ordförande|ledamot|sekr|sekreterare)\.?,?\s+(?:i\s+|för\s+)?$", re.IGNORECASE
)
""" "Anna Ek (ordf. hamngruppen)"."""
_ROLE_OF_PERSON = re.compile(
    r"[\w)], (?:\w+ )?(?:ordförande|ledamot|sekreterare|representant)\s+(?:i\s+|för\s+|från\s+)?$", re.IGNORECASE
)
""" "Anna Ek, ordförande nämnden för hamnar": the body is hers, not the one that met."""
_DECIDED_BY = re.compile(r"\b(?:besluta[ds]|anta(?:s|gen|get)|fastställ[st]|godkän[nt]s?|behandlas)\s+av\s+$", re.IGNORECASE)
""" "Beslutas av kommunfullmäktige": who decides on what those who met propose."""


_STEM = re.compile("|".join(NOUN_STEMS))


@lru_cache(maxsize=64)
def first_name(text: str) -> re.Match[str] | None:
    """The first name of a forum in a text that is not the body somebody holds an office of. Kept for a while, as the first lines of a
    document are asked twice, for its setting and for its head."""
    if _STEM.search(text.lower()) is None:
        return None
    return next(
        (
            match
            for match in FORUM_NOUN.finditer(text)
            if not any(pattern.search(text, 0, match.start()) for pattern in (_ROLE_OF_PERSON, _IN_OFFICE, _DECIDED_BY))
        ),
        None,
    )


def tidy_name(words: str) -> str:
    """A forum's name without the blanks that a copy put into it: "Natur - och hamnnämnden" is "Natur- och hamnnämnden"."""
    return _SPACED_HYPHEN.sub("-", squash(words))


_SPACED_HYPHEN = re.compile(r"(?<=[\wåäö]) -(?= (?:och|samt)\b)")


def without_minutes(text: str) -> str:
    """The text with blanks where it says that it is minutes."""
    return MINUTES.sub(lambda m: " " * len(m.group(0)), text) if may_name_minutes(text) else text


def whole_name(text: str, match: re.Match[str]) -> str:
    """The name of a forum with what it is for, or, of a board, whose it is."""
    whose = _WHOSE_BOARD.match(text, match.end("name")) if _BOARD.search(match["name"]) else None
    if bare := bare_field(text, match):
        return squash(match["name"] + bare)
    owner = _WHOSE_COUNCIL.search(text, 0, match.start("name")) if match["name"].islower() else None
    return (
        squash((owner.group() if owner else "") + match["name"] + (whose.group() if whose else match["tail"]))
        .strip(" ,")
        .removesuffix(" i")
        .removesuffix(" inom")
        .removesuffix(" den")
    )


_BOARD = re.compile(r"(?:styrelsen?|direktionen?)$", re.IGNORECASE)
_WHOSE_BOARD = re.compile(
    r"\s+(?i:för)\s+(?:[A-ZÅÄÖ][\wåäö-]*\s+(?:(?i:för)\s+)?){0,3}"
    r"(?:(?i:fakulteten|institutionen|akademin|avdelningen|enheten)\s+för\s+[a-zåäö-]+(?:(?:,\s+[a-zåäö-]+)?\s+och\s+[a-zåäö-]+)?"
    r"|[\wåäöÅÄÖ-]*(?i:förbund(?:et)?|råd(?:et)?|stiftelsen?|bolag(?:et)?|förening(?:en)?|nätverk(?:et)?|regionen)(?![\wåäö-])"
    r"|(?<=\s)[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:(?!\w*dagen)[a-zåäö]+(?:in|en|et|an)|museum|teater|bibliotek)\b)?)"
)
"""Whose a board is: "Styrelsen för Tallåns vattenråd", "Styrelsen för Bryggverket"."""
_WHOSE_COUNCIL = re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][\wåäö-]*s\s+(?:[a-zåäö]+(?:-[a-zåäö]+)*a\s+)$")
""" "Statens estetiska råd"."""
_NO_FIELD = r"(?i:den|dag|kl|nr|möte\w*|sammanträde\w*|träff\w*|datum|tid|plats|lokal|sida?|dnr|närvar\w*|deltag\w*|ordförande)"
_BARE_FIELD = re.compile(
    rf"(?:\s+\([A-ZÅÄÖ-]{{2,8}}\))? (?!(?i:i|på|vid|från|till|av|med)\b)(?:(?!{_NO_FIELD}\b)(?:[^\W\d][\wåäö/&–-]*|&)(?: |, (?=[a-zåäö]+ (?:och|samt)\b))?){{1,7}}"
    rf"(?<! )(?=\s*$|,|\s+[–(\d-]|\s{{2,}}|\t|\s{_NO_FIELD}\b)"
)
"""What a group is for where the word "för" is left out, to the end of its line: "Samverkansgrupp bryggor", "Styrgrupp Broar och båtar i Ådalen"."""
NOTHING = re.compile(
    r"(?:\s|[–-](?=\s)|(?:möte|mötet|forum|grupp|mötesforum)\s*:|(?:från|vid|med|för|hos|i|möte|mötet|sammanträde|fört|förda)(?=\s))*",
    re.IGNORECASE,
)
"""What may stand before a group on its line and says nothing of what it is for: "Minnesanteckningar från möte med "."""
_DEFINITE = re.compile(r"(?:en|et|n)$", re.IGNORECASE)


def bare_field(text: str, match: re.Match[str], *, bare: bool = False) -> str | None:
    """What a group without the article is for, where it stands right behind it and nothing but the day follows. `bare` tells that
    the name bears no article whatever its end."""
    named = text[match.end("name") :].lstrip()[:1].isupper() and is_general(match["name"])
    if (
        match["tail"]
        or (_DEFINITE.search(match["name"]) and not bare and not named)
        or not NOTHING.fullmatch(text, 0, match.start())
    ):
        return None
    ends = next((mention.start for mention in find_dates(text)), len(text))
    field = _BARE_FIELD.match(_BEFORE_DAY.sub("", text[:ends]), match.end("name"))
    if field is None or _DIARY_NUMBER.search(field.group()) or has_finite(field.group()) or find_names(field.group()):
        return None
    more = _MORE_PLACES.match(text, field.end())
    return field.group() + (more.group() if more else "")


_PLACE = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_MORE_PLACES = re.compile(rf"(?:(?:, {_PLACE}){{2,9}}|(?:, {_PLACE}){{1,8}} och {_PLACE})(?=\s*$|\s+\()")
"""The others of three places and more: "Samverkansgrupp Mora, Orsa, Leksand"."""
_DIARY_NUMBER = re.compile(r"[A-ZÅÄÖ\d]\d*-\d")
_BEFORE_DAY = re.compile(r"[\s,–-]*(?:\b(?:den|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)\s*)*$", re.IGNORECASE)


def as_written(text: str, start: int, end: int) -> str:
    """The forum's name with a place after it ("Välfärdsrådet i Dalarna"), as the line has it."""
    tail = re.match(r"\s+(?:i|för)\s+[A-ZÅÄÖ][\wåäö-]+(?:s\s+län)?", text[end:])
    return squash(text[start : end + (tail.end() if tail else 0)])
