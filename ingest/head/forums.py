"""Whose meeting it was: the forum as the head names it."""

from __future__ import annotations

import re

from graph.lexicon import BodyKind, ForumEntry, Lexicon
from graph.names import squash
from graph.resolution.words import organ_name
from ingest.dates import find_dates
from ingest.head.associations import find_association, find_company, is_bare_board
from ingest.head.labels import Holds, parse_label
from ingest.head.names import OF_PAGE, parse_title
from ingest.head.titles import MINUTES
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite

_NOUN = (
    r"(?i:styrelsen?|nämnden?|(?<=[\wåäö])nämnd|(?<=s )nämnd|(?<=la )nämnd|(?<=am )nämnd|nämnd(?=\s+för\s)|utskottet|utskott|fullmäktige|rådet|råd|nätverk(?:et)?|gruppen|grupp|organet|direktionen"
    r"|direktion|beredningen|beredning|kommittén|kommitté|delegationen|forum(?:et)?|ledningen|ledning i samverkan|presidiet|stämman?|konferensen?|kollegiet|(?<=s )revisorer|revisorerna)"
)
NOUN_STEMS = (
    *("styrelse", "nämnd", "utskott", "fullmäktige", "råd", "nätverk", "grupp", "organet", "direktion", "beredning", "kommitté"),
    *("delegation", "forum", "ledning", "presidi", "stämma", "konferens", "kollegie", "revisor"),
)
"""One of these stands in every name of a forum."""
_NO_FORUM = r"(?i:(?:kommunal|region|opposition|borgar|landsting|stats|läns)?(?:(?<!s )råd|råd(?!\s+för\s))\b|länsstyrelsen?\b|forum(?=\s*$|\s+\w*(?:fullmäktige|styrelsen|nämnden|utskottet)\b))"
"""People who are called "råd", and a house that many forums meet in; "Kommunens råd för hamnar" is a council. A lone
"Forum" is a house, or the label before the body."""
_BEFORE_NOUN = (
    r"(?!Sida )(?:[A-ZÅÄÖ][\wåäö-]*s|[A-ZÅÄÖ][\wåäö-]*(?:[ak]|ande|ella?|ellt|isk[at]?|sam(?:ma|t)?|alt?|ivt|igt)|[A-ZÅÄÖ-]{3,}[SAK]|[a-zåäö-]*(?:styrelse|nämnde?|råde?t|utskotte?t|fullmäktige|förbund(?:et)?)n?s|(?:[Dd]el)?[Rr]egional\w*|[Ll]okal\w*|(?:[Ll]äns|[Kk]ommun)?[Gg]emensam\w*|(?:[Ii]nter)?[Kk]ommunal\w*|[Pp]olitisk\w*|[Ss]trategisk\w*"
    r"|[Ll]änets|[a-zåäö]*förebyggande)"
)
_NAME = (
    rf"(?<![\wåäö-])(?P<name>(?:(?:[A-ZÅÄÖ][\wåäö]*(?:-| -(?= och)),?\s+(?:[\wåäö]+-,?\s+)?|[A-ZÅÄÖ][\wåäö]+\s+[a-zåäö]+-\s+)(?:och|OCH)\s+(?:[a-zåäö]+[sa]\s+)?)?(?:(?:{_BEFORE_NOUN})\s+){{0,3}}"
    rf"(?!{_NO_FORUM})(?:[A-ZÅÄÖ]{{2,6}}/|[A-ZÅÄÖ][\wåäö]*(?:organet|gruppen|nätverket|rådet)/)?[\wåäö-]*{_NOUN})"
)
FORUM_NOUN = re.compile(
    rf"{_NAME}(?![\wåäö-])"
    r"(?P<tail>(?:\s+(?:för|om|kring|mot|inom|(?<=amråd )med)\s+[a-zåäö][\wåäö-]*(?:(?:,\s+[a-zåäö][\wåäö-]+){1,3}\s+(?:och|samt)\s+[a-zåäö][\wåäö-]+)?"
    r"(?:\s+(?:(?:och|i|på|samt)\b|[a-zåäö][\wåäö-]+)){0,5}(?:(?<=\si)\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+län)?|(?<=\sinom)\s+[A-ZÅÄÖ]{2,6}\b)?(?:\s+[”\"“][^”\"“]{2,60}[”\"“])?)?)",
)
FORUM_OWNER = re.compile(rf"{_NAME}(?=[sS]\s)")
"""The name of a forum in the genitive, before what is its: "Bryggnämndens beslut"."""
_WHOSE_BOARD = re.compile(
    r"\s+(?i:för)\s+(?:[A-ZÅÄÖ][\wåäö-]*\s+(?:(?i:för)\s+)?){0,3}"
    r"(?:(?i:fakulteten|institutionen|akademin|avdelningen|enheten)\s+för\s+[a-zåäö-]+(?:(?:,\s+[a-zåäö-]+)?\s+och\s+[a-zåäö-]+)?"
    r"|[\wåäöÅÄÖ-]*(?i:förbund(?:et)?|råd(?:et)?|stiftelsen?|bolag(?:et)?|förening(?:en)?|nätverk(?:et)?|regionen)(?![\wåäö-])"
    r"|(?<=\s)[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:(?!\w*dagen)[a-zåäö]+(?:in|en|et|an)|museum|teater|bibliotek)\b)?)"
)
"""Whose a board is: "Styrelsen för Tallåns vattenråd", "Styrelsen för Bryggverket"."""
_NO_FIELD = r"(?i:den|dag|kl|nr|möte\w*|sammanträde\w*|träff\w*|datum|tid|plats|lokal|sida?|dnr|närvar\w*|deltag\w*|ordförande)"
_BARE_FIELD = re.compile(
    rf"(?:\s+\([A-ZÅÄÖ-]{{2,8}}\))? (?!(?i:i|på|vid|från|till|av|med)\b)(?:(?!{_NO_FIELD}\b)(?:[^\W\d][\wåäö/&–-]*|&)(?: |, (?=[a-zåäö]+ (?:och|samt)\b))?){{1,7}}"
    rf"(?<! )(?=\s*$|,|\s+[–(\d-]|\s{{2,}}|\t|\s{_NO_FIELD}\b)"
)
"""What a group is for where the word "för" is left out, to the end of its line: "Samverkansgrupp bryggor", "Styrgrupp Broar och båtar i Ådalen"."""
_NOTHING = re.compile(
    r"(?:\s|[–-](?=\s)|(?:möte|mötet|forum|grupp|mötesforum)\s*:|(?:från|vid|med|för|hos|i|möte|mötet|sammanträde|fört|förda)(?=\s))*",
    re.IGNORECASE,
)
"""What may stand before a group on its line and says nothing of what it is for: "Minnesanteckningar från möte med "."""
_ORGAN = re.compile(
    r"(?:organ och §§?[\s:]*(?:\d[\d\s,–-]*$)?|organ,? (?:och )?sammanträdesdatum\b[\s:]*|nämnd e\.? ?d\.?[\s:]*"
    r"|(?:organ och|organ|nämnd|styrelse/nämnd|instans|beslutsinstans|sammanträdande organ|myndighet)\b[\s:]*|forum:?[\s]+(?=\w*(?:fullmäktige|styrelsen|nämnden|utskottet)))",
    re.IGNORECASE,
)
"""The field of the forum in notices and signatures; "Organ och §§: 88–104" names it in the line below."""
_NOTICED = re.compile(r"\bgenom anslag\.?\s+(?:Forum\s+)?")
"""Before the forum where the fields of a notice ran together."""
_OWN_MINUTES = re.compile(
    r"(?P<name>(?:[\wåäöÅÄÖ]+-\s+och\s+)?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|rådet|direktionen|beredningen))s\s+protokoll\b"
)
_LABEL_BEHIND = re.compile(r"\s+(?:dag|tid|plats|datum)\s*:?$", re.IGNORECASE)
"""A field of which only the label is left, at the end of a line that ran together."""
_FEW = 4
_WHOSE_COUNCIL = re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][\wåäö-]*s\s+(?:[a-zåäö]+(?:-[a-zåäö]+)*a\s+)$")
""" "Statens estetiska råd"."""
_DEFINITE = re.compile(r"(?:en|et|n)$", re.IGNORECASE)
_BOARD = re.compile(r"(?:styrelsen?|direktionen?)$", re.IGNORECASE)


_IN_OFFICE = re.compile(
    r"\((?:ordf|v\.? ?ordf|ordförande|vice ordförande|ledamot|sekr|sekreterare)\.?,?\s+(?:i\s+|för\s+)?$", re.IGNORECASE
)
""" "Anna Ek (ordf. hamngruppen)"."""
_ROLE_OF_PERSON = re.compile(
    r"[\w)], (?:\w+ )?(?:ordförande|ledamot|sekreterare|representant)\s+(?:i\s+|för\s+|från\s+)?$", re.IGNORECASE
)
""" "Anna Ek, ordförande nämnden för hamnar": the body is hers, not the one that met."""


def _first_name(text: str) -> re.Match[str] | None:
    lower = text.lower()
    if not any(stem in lower for stem in NOUN_STEMS):
        return None
    return next(
        (
            match
            for match in FORUM_NOUN.finditer(text)
            if not _ROLE_OF_PERSON.search(text, 0, match.start()) and not _IN_OFFICE.search(text, 0, match.start())
        ),
        None,
    )


_SHORT_LINE = 200
"""Characters from which a line is text that ran together."""
_NEAR = 60


def is_sure(written: str, line: Line | None) -> bool:
    """Whether a forum as written says by itself that a body of this name met: not "beredningen" alone, no bare title, and nothing out of
    the middle of text that ran together, or out of brackets."""
    if FORUM_NOUN.search(written) is None or NAMELESS.fullmatch(written) or _GENERAL.fullmatch(written):
        return False
    at = line.text.find(written) if line is not None else -1
    if line is None or at < 0:
        return True
    if line.text.count("(", 0, at) > line.text.count(")", 0, at) or _PEOPLE_BEFORE.search(line.text, 0, at):
        return False
    return len(line.text) < _SHORT_LINE or at <= _NEAR


def tidy_name(words: str) -> str:
    """A forum's name without the blanks that a copy put into it: "Natur - och hamnnämnden" is "Natur- och hamnnämnden"."""
    return _SPACED_HYPHEN.sub("-", squash(words))


_SPACED_HYPHEN = re.compile(r"(?<=[\wåäö]) -(?= (?:och|samt)\b)")
_PEOPLE_BEFORE = re.compile(r"(?:närvarande|beslutande|deltagare|deltagande|ledamöter|ersättare|adjungera\w*)\b", re.IGNORECASE)


_Found = tuple[ForumEntry | None, str | None, Line | None]
"""A known forum, the forum as written, and the line that names it."""


def find_forum(head: list[Line], title: Line | None, behind: list[Line], lexicon: Lexicon) -> _Found:
    """The known forum named first in title and head; else the first name that ends as forums' names do; else the bare title."""
    ordered = ([title] if title else []) + [line for line in head if line is not title]
    if known := _known(ordered[:12], lexicon):
        return known
    for line in ordered[:15]:
        label = parse_label(line.text)
        if label and label.holds not in {Holds.FORUM, Holds.MEETING_DAY} and not _TITLED_IN_RUN.search(line.text):
            continue
        visible = _without_minutes(label.value if label and label.holds is Holds.FORUM and label.value else line.text)
        if met := _GROUP_MET.search(visible):
            return None, squash(f"{met['group'].capitalize()}en för {met['of']}"), line
        if (match := _first_name(visible)) and not _OF_ASSOCIATION.match(visible, match.start("name")):
            if capitals := _in_capitals(visible, match, line, head):
                return None, capitals, line
            visible = _with_next(_with_above(visible, match, line, head), match, line, head)
            match = FORUM_NOUN.search(visible) or match
            name = _with_county(visible, match, lexicon)
            if NAMELESS.fullmatch(name) and (named := _named_alone(ordered[:_TOP], lexicon)):
                return named
            if (NAMELESS.fullmatch(name) or _GENERAL.fullmatch(name)) and (joint := _cooperation_above(line, head)):
                return joint
            if committee := _committee_below(name, line, head):
                return committee
            return (_whose_board(ordered[:_TOP]) if is_bare_board(name) else None) or (None, name, line)
    for line in behind[:_FEW]:
        # A page whose heading looks like an item ("1 PROTOKOLL") has its forum behind it.
        if match := FORUM_NOUN.match(line.text):
            name = _whole_name(line.text, match)
            if len(_LABEL_BEHIND.sub("", line.text)) <= len(name) + 3:
                return None, name, line
    if organ := _organ(head, behind, lexicon):
        return organ
    if title and (bare := parse_title(title.text)) and FORUM_NOUN.fullmatch(bare) and bare.casefold() in title.text.casefold():
        return None, bare, title
    for line in ordered[:_TOP]:
        if not parse_label(line.text) and (association := find_association(_without_minutes(line.text))):
            return None, association, line
    if any("styrelse" in line.text.casefold() for line in ordered[:_TOP]) and (board := _whose_board(ordered[:_TOP])):
        return board
    for line in ordered[:_TOP]:
        if local := _LOCAL_MEETING.search(line.text):
            return None, squash(f"{local['kind']}{local['in'] or ' '}{local['place']}"), line
        if _MET_EACH_OTHER.fullmatch(line.text) and not find_dates(line.text):
            return None, squash(line.text), line
    for line in ordered[:_TOP]:
        if _PATH_OF_PAGE.match(line.text) and (bare := parse_title(line.text)) and bare not in line.text.split(" > ")[0]:
            return None, bare, line
    for line in ([title] if title else []) + [line for line in ordered[:_TOP] if line is not title and MINUTES.search(line.text)]:
        if (bare := parse_title(line.text)) and not _NO_NAME.fullmatch(bare) and not _PEOPLE_BEFORE.search(bare):
            if spelled := _spelled_out(bare, ordered[:_TOP]):
                return spelled
            if (NAMELESS.fullmatch(bare) or _GENERAL.fullmatch(bare)) and (joint := _cooperation_above(line, head)):
                return joint
            owner = _line_above(title, head) if is_bare_board(bare) or NAMELESS.fullmatch(bare) else None
            return None, squash(owner.text) if owner else bare, owner or line
    for line in ordered[:_TOP]:
        text = _without_minutes(line.text)
        if (cooperation := _COOPERATION.search(text)) and _NOTHING.fullmatch(text, 0, cooperation.start()):
            return None, squash(cooperation["name"] + (_bare_field(text, cooperation, bare=True) or "")), line
    for line in ordered[:_TOP]:
        if (met := _MET.fullmatch(line.text)) and not parse_label(line.text):
            return None, squash(met["name"]), line
    if above := _line_above(title, head):
        return None, squash(_SHORT_FORM.sub("", above.text)), above
    return None, None, None


_GROUP_MET = re.compile(
    r"(?P<group>\b(?:styr|lednings|arbets|referens|projekt|berednings|samordnings)grupp)s(?:möte|träff|sammanträde)t?\s+(?:för|i|inom)\s+"
    r"(?P<of>(?:(?:det|den|de)\s+(?:[a-zåäö]+a\s+)?)?[\wåäö-]*(?:nätverket|projektet|samarbetet|samverkan|programmet|rådet|förbundet|avtalet))",
    re.IGNORECASE,
)
""" "Styrgruppsmöte för det nationella hamnnätverket": the group met, not the network."""
_TITLED_IN_RUN = re.compile(r"(?:en|et) Sammanträdesprotokoll\b")
""" "Datum 1 av 9 Hamnförbundet Direktionen Sammanträdesprotokoll": a head that ran together behind its first label."""
_NO_NAME = re.compile(
    r"bilag(?:a|or)|handlingar|kallelser?|protokoll|dokument|underlag|(?:sammanträdes|konferens|mötes)(?:rum|sal)(?:met|en)?\b.*|(?:kommun|stads|region)hus(?:et)?\b.*",
    re.IGNORECASE,
)
_PATH_OF_PAGE = re.compile(r"(?:din position|du är här)\s*:?\s.*? > |(?:hem|start|startsida)(?: > [^>]+){2,}", re.IGNORECASE)
""" "Din position: Hem > Norrby kommun > Hamnbolaget AB > Sammanträde 2008-06-02"."""
_MET = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\wåäö]*(?:råd|nämnd|grupp|utskott|nätverk|direktion)s(?:möte|sammanträde)(?: [A-ZÅÄÖ][\wåäö]+){0,2})"
)
""" "Hamnrådsmöte Norra Viken", alone in its line."""
_LOCAL_MEETING = re.compile(
    r"(?<![\wåäö-])(?P<kind>(?i:orts(?:utvecklings)?|bya?|bygde|socken|kommundels|stadsdels|områdes)(?:möte|dialog|råd)(?:t|n|et)?):?(?P<in>\s+(?:i|för)\s+)?\s*(?P<place>[A-ZÅÄÖ][a-zåäö]+(?:[ -](?!(?:Vår|Höst)(?:en)?\b)[A-ZÅÄÖ][a-zåäö]+(?=[-,.\s]|$))?)"
)
""" "Ortsmötet i Norrby", "Bymöte: Norrby": those who live there met."""
_MET_EACH_OTHER = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]*)(?:möte|träff|samtal)\s+mellan\s+[^.:]{3,60}\soch\s[^.:]{3,40}")
""" "Dialogmöte mellan byarna och kommunen", alone in its line."""
_FOR_IN_CAPITALS = re.compile(r"\s(?:FÖR|OCH|MED)$")


def _in_capitals(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str | None:
    """A name in capitals that goes on in the line below, whatever else stands beside it in either line: "HAMNGRUPPEN FÖR   Möte"
    over "BRYGGOR   4 maj"."""
    cell = _GAP.split(text[match.start() :].strip(), maxsplit=1)[0]
    if not cell.isupper() or not _FOR_IN_CAPITALS.search(cell):
        return None
    below = next((x for x in head if x.start >= line.end), None)
    more = _GAP.split(below.text.strip(), maxsplit=1)[0] if below is not None else ""
    return squash(f"{cell} {more}") if more.isupper() and not any(c.isdigit() for c in more) else None


_PARTED = re.compile(r"(?:\s+för|\s+och|\s+med|-)$")


def _with_next(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str:
    """The text with the words of the line below, where a name is parted there: "Gemensamma nämnden för" over "bryggor och båtar"."""
    if not _PARTED.search(text) or len(text) - match.start() > _LONGEST_PART:
        return text
    below = next((x for x in head if x.start >= line.end), None)
    if below is None or below.blank_before or below.cells or not below.text[:1].islower():
        return text
    return f"{text} {_GAP.split(below.text, maxsplit=1)[0]}"


def _with_above(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str:
    """The text behind the first words of a name in the line above, where it is parted there: "Miljö-" or "Byggnads- och miljö-" over
    "nämnden", "Miljö- och" over "byggnadsnämnden"."""
    if match.start() > 0 or not text[:1].islower() or line.blank_before:
        return text
    above = next((x for x in reversed(head) if x.end <= line.start), None)
    if above is None:
        return text
    begun = _GAP.split(above.text.strip(), maxsplit=1)[0]
    if begun[:1].isupper() and _PARTED_WORD.search(begun) and len(begun) < _LONGEST_PART:
        return f"{begun.removesuffix('-') if begun.endswith('-') else begun + ' '}{text}"
    return text


_PARTED_WORD = re.compile(r"(?:[a-zåäö]-|-\s+och)$")
_LONGEST_PART = 80
_GAP = re.compile(r"\s{2,}|\t")


def _named_alone(lines: list[Line], lexicon: Lexicon) -> _Found | None:
    """The first body that has a line of its own and is called more than "Gruppen"."""
    for line in lines:
        match = FORUM_NOUN.match(line.text)
        if match and (name := _with_county(line.text, match, lexicon)) == squash(line.text) and not NAMELESS.fullmatch(name):
            return None, name, line
    return None


_COOPERATION = re.compile(r"(?<![\wåäö-])(?P<name>(?:[A-ZÅÄÖ][\wåäö]*\s+)?(?<!\bi )[\wåäö-]*(?i:samverkan))(?=\s|$)(?P<tail>)")
"""A body that is called a cooperation, where nothing else names one: "Hamnsamverkan Norra Viken"."""


_GENERAL = re.compile(
    r"(?:(?:politisk|gemensam|strategisk|operativ)\w*\s+)?(?:styr|lednings|samråds|arbets|samverkans|projekt|berednings)grupp(?:en)?",
    re.IGNORECASE,
)
""" "Politisk samrådsgrupp": what many bodies have."""


def _cooperation_above(line: Line, head: list[Line]) -> _Found | None:
    """The cooperation that has the line above to itself, whose group met: "Hamnsamverkan Norra Viken" over "Styrgruppen"."""
    above = next((x for x in reversed(head) if x.end <= line.start), None)
    if above is None or above.cells or parse_label(above.text):
        return None
    named = _COOPERATION.search(above.text)
    if named is None or (len(above.text) > _LONGEST_PART or has_finite(above.text) or find_dates(above.text)):
        return None
    return (None, squash(above.text), above) if above.text.startswith(named["name"]) else None


def _spelled_out(short: str, lines: list[Line]) -> _Found | None:
    """The name of which a line gives the short form that a title ends with: "Hamnsamverkan (HSG)" below "Protokoll HSG"."""
    ending = short.split()[-1]
    if not ending.isupper():
        return None
    line = next((line for line in lines if line.text.endswith(f"({ending})") and not parse_label(line.text)), None)
    name = squash(_without_minutes(line.text)).removesuffix(f"({ending})").strip(" ,–-") if line else ""
    return (None, name, line) if name and name[0].isupper() and not has_finite(name) else None


_HOUSES = re.compile(
    r"\b(?:anslag|bevis|kommun|region|landsting|stad|län|universitet|högskola|förvaltning\w*|kontor\w*|sida?|org\.?nr)\b|@|www|\d{3}",
    re.IGNORECASE,
)
_WORDS_OF_NAME = 6


def _line_above(title: Line | None, head: list[Line]) -> Line | None:
    """The line right above the title of minutes, or the line of the title that is the first of all, where it is a name and no house,
    field, person or sentence: "Bryggdialog Norra hamnen" over "Minnesanteckningar 4 maj"."""
    at = (
        next((i for i, line in enumerate(head) if line is title), None)
        if title is not None and MINUTES.search(title.text)
        else None
    )
    if at is None or at == 0:
        return None
    line = head[at - 1]
    text = _SHORT_FORM.sub("", line.text)
    words = text.split()
    if line.cells or not 0 < len(words) <= _WORDS_OF_NAME or not words[0][0].isupper() or len(words[0]) < _SHORTEST_WORD:
        return None
    if (
        parse_label(line.text)
        or _ROW_OF_WORDS.fullmatch(line.text)
        or OF_PAGE.match(line.text)
        or _HOUSES.search(line.text)
        or find_names(line.text)
        or find_dates(line.text)
        or has_finite(line.text)
    ):
        return None
    return line if text[-1].isalnum() and MINUTES.search(line.text) is None else None


_ROW_OF_WORDS = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+){3,}")
""" "Mora Orsa Leksand Rättvik": those who work together."""
_SHORT_FORM = re.compile(r"\s+\([A-ZÅÄÖ-]{2,8}\)$")
_SHORTEST_WORD = 3


_HIGHER = re.compile(r"(?:nämnden?|styrelsen?|fullmäktige|direktion(?:en)?)$", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"[\wåäö-]*(?<=[a-zåäö])(?:utskott|beredning)(?:et|en)?"
    r"|(?:[\wåäö-]+ ){0,2}(?:[\wåäö-]*(?<=[a-zåäö])(?:grupp|råd|kommitté|delegation)|beredning)(?:en|et|n)?(?: för [\wåäö-]+(?: [\wåäö-]+){0,4})?",
    re.IGNORECASE,
)


def _committee_below(name: str, line: Line, head: list[Line]) -> _Found | None:
    """The committee, group or council of a body right below the line of the body: "Hamnnämnden" over "Hamnnämndens arbetsutskott",
    "Arbetsutskottet" or "Beredningen för bryggor"."""
    if NAMELESS.fullmatch(name) or not _HIGHER.search(name):
        return None
    at = next((i for i, x in enumerate(head) if x.start >= line.end), len(head))
    for below in head[at : at + 1]:
        words, *beside = _GAP.split(below.text.strip(" ,."))
        own = words.casefold().removeprefix(name.casefold() + "s ")
        alone = all(find_dates(cell) or MINUTES.search(cell) or cell[:1].isdigit() for cell in beside)
        if alone and _COMMITTEE.fullmatch(own if own != words.casefold() else words):
            return None, squash(words), below
    return None


_TOP = 8
"""Lines in which an association or a company stands whose board met."""


def _whose_board(lines: list[Line]) -> _Found | None:
    """Whose a board is that is called nothing but a board: the association or company that has a line of the head of its own."""
    for line in lines:
        words = _without_minutes(line.text).strip(" ,–-")
        if not parse_label(line.text) and ((association := find_association(words)) == squash(words) or find_company(words)):
            return None, association or find_company(words), line
    return None


def find_forum_in_margin(heads: list[Line], lexicon: Lexicon) -> _Found:
    """The forum that page headers name: known, or with nothing before it on its line ("Bryggnämnden 2023-05-04 2 (9)")."""
    if known := _known(heads, lexicon):
        return known
    for line in heads:
        text = _without_minutes(line.text)
        match = FORUM_NOUN.search(text)
        if match and not any(c.isalpha() for c in text[: match.start()]) and not has_finite(text):
            return None, _whole_name(text, match), line
    return None, None, None


NAMELESS = re.compile(
    r"(?:\w*gruppen|rådet|samråd(?:et)?|nätverket|utskottet|nämnden|styrelsen|direktionen|presidiet)", re.IGNORECASE
)


def _known(lines: list[Line], lexicon: Lexicon) -> _Found | None:
    """The forum of the lexicon that is named first."""
    for line in lines:
        for mention in lexicon.find_bodies(line.text, (BodyKind.FORUM,)):
            entry = mention.entry
            # "Chefsnätverket för vård" and "Chefsnätverk vård" are other bodies than a known "Chefsnätverket".
            named = line.text[mention.start : mention.end]
            longer = (_LONGER_INDEFINITE if _INDEFINITE.search(named) else _LONGER).match(line.text, mention.end)
            before = re.search(r"[A-ZÅÄÖ][\wåäö]*-,?\s+och\s+$", line.text[: mention.start])
            owner = named.endswith("s") or line.text[mention.end : mention.end + 1] == "s"
            if owner and _OWNED.match(line.text, mention.end):
                return None
            if isinstance(entry, ForumEntry) and not longer and not before:
                return entry, _as_written(line.text, mention.start, mention.end), line
    return None


_OWNED = re.compile(r"s?\s+[A-ZÅÄÖ][\wåäö-]+(?:a|ella|nade) (?:nämnd|styrelse|utskott|råd)\b")
""" "Hamnförbundets Gemensamma nämnd": the known body is the one whose it is."""
_LONGER = re.compile(r"\s+(?:för|om|mot|inom)\s+[a-zåäö]")
_LONGER_INDEFINITE = re.compile(
    r"\s+(?:för|om|mot|inom)\s+[a-zåäö]|\s+(?!(?:i|på|den|kl|nr|vid|och|från|möte\w*|sammanträde\w*)\b)[a-zåäö]{3}"
)
_INDEFINITE = re.compile(r"[a-zåäö](?:nätverk|grupp|råd|forum)$")


def _without_minutes(text: str) -> str:
    """The text with blanks where it says that it is minutes."""
    return MINUTES.sub(lambda m: " " * len(m.group(0)), text)


_OF_ASSOCIATION = re.compile(r"(?i:\w*stämman?)\s+(?:i|med|för|hos)\s+[A-ZÅÄÖ]")
"""A meeting of all members, not a body: "årsstämma i Bryggföreningen"."""


def _whole_name(text: str, match: re.Match[str]) -> str:
    """The name of a forum with what it is for, or, of a board, whose it is."""
    whose = _WHOSE_BOARD.match(text, match.end("name")) if _BOARD.search(match["name"]) else None
    if bare := _bare_field(text, match):
        return squash(match["name"] + bare)
    owner = _WHOSE_COUNCIL.search(text, 0, match.start("name")) if match["name"].islower() else None
    return (
        squash((owner.group() if owner else "") + match["name"] + (whose.group() if whose else match["tail"]))
        .strip(" ,")
        .removesuffix(" i")
        .removesuffix(" inom")
        .removesuffix(" den")
    )


def _bare_field(text: str, match: re.Match[str], *, bare: bool = False) -> str | None:
    """What a group without the article is for, where it stands right behind it and nothing but the day follows. `bare` tells that
    the name bears no article whatever its end."""
    named = text[match.end("name") :].lstrip()[:1].isupper() and NAMELESS.fullmatch(match["name"])
    if (
        match["tail"]
        or (_DEFINITE.search(match["name"]) and not bare and not named)
        or not _NOTHING.fullmatch(text, 0, match.start())
    ):
        return None
    ends = next((mention.start for mention in find_dates(text)), len(text))
    field = _BARE_FIELD.match(_BEFORE_DAY.sub("", text[:ends]), match.end("name"))
    if field is None or _DIARY_NUMBER.search(field.group()) or has_finite(field.group()) or find_names(field.group()):
        return None
    return field.group()


_DIARY_NUMBER = re.compile(r"[A-ZÅÄÖ\d]\d*-\d")
_BEFORE_DAY = re.compile(r"[\s,–-]*(?:\b(?:den|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)\s*)*$", re.IGNORECASE)
_LOCAL = re.compile(r"\s+i\s+[A-ZÅÄÖ][\wåäö-]+")
"""Where a local body is, without which its name names none: "Lokala nämnden i Norrby"."""
_OF_PART = re.compile(r"(?:stads|kommun)dels|distrikts|områdes", re.IGNORECASE)
_PART = re.compile(r"(?:\s+i)?\s+[A-ZÅÄÖ][\wåäö-]+(?:\s?[-–/]\s?[A-ZÅÄÖ][\wåäö-]+|\s+och\s+[A-ZÅÄÖ][\wåäö-]+)?")
"""Of which part of a town a body is: "Stadsdelsnämnden Västerort", "Kommundelsnämnden i Norra Ås"."""
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_COUNTY = re.compile(r"\s+(?:i\s+)?(?P<county>[A-ZÅÄÖ][\wåäö-]+)(?:\s+län)?(?=\s*$|,|\s+[–(\d-]|\s{2,}|\t)")


def _with_county(text: str, match: re.Match[str], lexicon: Lexicon) -> str:
    """The name with the county it is of, where no more stands on its line: "Socialchefsnätverket Värmland"."""
    name = _whole_name(text, match)
    if name.casefold().startswith("lokala ") and (local := _LOCAL.match(text, match.end("name"))):
        return squash(name + local.group())
    if _OF_PART.match(name) and name == match["name"] and (part := _PART.match(text, match.end("name"))):
        return squash(name + part.group())
    if not match["tail"] and name == squash(match["name"]) and (place := _place_behind(text, match, lexicon)):
        return squash(name + place)
    county = _COUNTY.match(text, match.end("name")) if not match["tail"] else None
    known = lexicon.organisation(f"Region {county['county'].removesuffix('s')}") if county else None
    return squash(name + county.group()) if county and known and name == match["name"] else name


_DIRECTION = r"(?:Norra|Södra|Östra|Västra|Mellersta|Mellan|Övre|Nedre|Inre|Yttre|NORRA|SÖDRA|ÖSTRA|VÄSTRA|MELLERSTA|ÖVRE|NEDRE|INRE|YTTRE)"
_OF_PLACE = re.compile(
    rf"\s(?:(?:i|I)\s(?:{_DIRECTION}\s)?(?!{_DIRECTION}\s)|{_DIRECTION}\s)[A-ZÅÄÖ][\wåäö]+(?:[-–][A-ZÅÄÖ][\wåäö]+)?(?:\s(?:kommun|län|KOMMUN|LÄN))?"
    rf"(?=\s*$|,?\s+[–(\d-]|\s{{2,}}|\t|,?\s(?:den|{_DAY})\s)"
)
"""Where a body is whose name says no more: "Länsdelsnämnden i Norrby", "Folkhälsorådet i Norra Viken", "Trafikrådet Östra Dalen"."""
_BUILDING = re.compile(
    r"(?:hus|huset|gård|gården|sal|salen|lokal|lokalen|rum|rummet|center|centrum|skola|skolan|kontor|kontoret|slott|hotell|restaurang|kyrka|kyrkan|bibliotek|biblioteket)s?$",
    re.IGNORECASE,
)
_MET_THERE = re.compile(r"\b(?:möte|mötet|sammanträde|sammanträdet|träff|träffen)\s+(?:med|i|för|hos|av)\b", re.IGNORECASE)
""" "Möte med Folkhälsorådet i Norrby": where they met."""


def _place_behind(text: str, match: re.Match[str], lexicon: Lexicon) -> str | None:
    """Where a body is that is called by its place too, all there is behind its name; None where it tells where they met, or whose board
    it is of those that every municipality has ("Kommunstyrelsen i Mora")."""
    place = _OF_PLACE.match(text, match.end("name"))
    if (
        place is None
        or _MET_THERE.search(text, 0, match.start("name"))
        or any(_BUILDING.search(w) for w in place.group().split())
    ):
        return None
    of_municipality = organ_name(match["name"]) is not None and not _OF_COUNTY.match(match["name"])
    if of_municipality and lexicon.municipality(_IN.sub("", place.group())) is not None:
        return None
    return None if find_names(place.group()) else place.group()


_IN = re.compile(r"^\s(?:i|I)\s")
_OF_COUNTY = re.compile(r"läns|region|landsting", re.IGNORECASE)


def _organ(head: list[Line], behind: list[Line], lexicon: Lexicon) -> _Found | None:
    """The forum as the fields of notices and signatures name it: "Organ Kulturnämnden", "Kulturnämndens protokoll"."""
    lines = (*head, *behind)
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        if label := _ORGAN.match(line.text):
            value = line.text[label.end() :]
            if not value and below is not None:
                line, value = below, below.text
            known = next(iter(lexicon.find_bodies(value, (BodyKind.FORUM,))), None)
            if known is not None and isinstance(known.entry, ForumEntry):
                return known.entry, _as_written(value, known.start, known.end), line
            if (match := FORUM_NOUN.search(value)) and _GENITIVES.fullmatch(value, 0, match.start()):
                return None, squash(value[: match.start()] + match["name"] + match["tail"]).strip(" ,"), line
            if (association := find_association(value)) and value.startswith(association):
                return None, association, line
        if (noticed := _NOTICED.search(line.text)) and (match := FORUM_NOUN.match(line.text, noticed.end())):
            return None, squash(match["name"]), line
        if "protokoll" in line.text and (own := _OWN_MINUTES.search(line.text)):
            return None, own["name"][:1].upper() + own["name"][1:], line
    return None


_GENITIVES = re.compile(r"(?:[A-ZÅÄÖ][\wåäö-]*s\s+läns\s+)?")
""" "Dalarnas läns hamnstyrelse"."""


def _as_written(text: str, start: int, end: int) -> str:
    """The forum's name with a place after it ("Välfärdsrådet i Dalarna"), as the line has it."""
    tail = re.match(r"\s+(?:i|för)\s+[A-ZÅÄÖ][\wåäö-]+(?:s\s+län)?", text[end:])
    return squash(text[start : end + (tail.end() if tail else 0)])
