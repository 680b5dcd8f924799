"""To whom something goes: bodies that are known, generic words for them, and those that the text alone names.

"till Regionala krishanteringsrådet", "i kommunens fastighetsenhet", "vid styrelsens möte den 24 november", "till KomNät". A phrase without
a body gives nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.lexicon import BodyKind
from graph.names import squash
from ingest.attendance.words import has_title
from ingest.bodies import MUNICIPALITIES, Context, Named
from ingest.movements.words import any_of, movement_words, quick_any_of
from ingest.people import find_names
from ingest.people.words import is_first_name

DELIBERATES = re.compile(
    r"grupp|namnd|utskott|styrelse|fullmaktige|rad(?:et|en)?$|rad |radet |revisorerna|direktion|natverk|forum|delegation|kommitte|presidi|beredning|ledning|forbund|kommunerna"
)
"""Words, folded, in the names of bodies that take matters up."""

_LEAD = re.compile(
    r"(?:(?:det\s+vill\s+säga|dvs\.?|respektive\s+part(?:er)?|partern?a?|ett|en|den|det|de|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|\d+|vår|vårt|våra|oss|nästa|nästkommande|kommande|extra|ordinarie|höstens|vårens|möte[tn]?|sammanträdet?|hos|i|med|på|vid|av|för|sin|sitt|sina|samt|därefter|politisk|slutlig[at]*|fortsatt|vidare|nytt|"
    + any_of(movement_words().purposes)
    + r")[\s,]+)*+",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:respektive|varje|samtliga|alla|berörda?|länets)\s+")
_ADJECTIVES = r"(?:(?:[A-ZÅÄÖ]?[a-zåäö]+(?:ska|ala|iga|iva|la|nya|sociala)|(?:[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra)|[A-ZÅÄÖ][a-zåäö]+(?:al|alt|isk|iskt|ell|ellt|sam|samt))\s+)?"
_BODY = re.compile(
    rf"(?:[A-ZÅÄÖa-zåäö][\wåäö-]*s\s+)?{_ADJECTIVES}(?:[\wåäö]+-\s*(?:,\s+[\wåäö]+-\s*)*(?:och|samt)\s+)?[A-ZÅÄÖa-zåäö]?[\wåäö-]*(?i:{quick_any_of(movement_words().heads, '', '')})(?:en|et|n|t|e|er|erna|erns|arna|na|ut)?s?(?![\wåäö-])"
    r"(?:\s+(?:för|i|inom)\s+(?:[A-ZÅÄÖ][\wåäö-]+(?:\s+[A-ZÅÄÖ][\wåäö-]+)*)|\s+för\s+[a-zåäö]+(?:ad|ade|iga|lig)\s+(?!behandling|beredning|hantering|prövning)[a-zåäö]{5,})?(?:\s+[A-ZÅÄÖ][\wåäö-]+){0,2}(?:(?<=[a-zåäö]\s[A-ZÅÄÖ]\w{2})\w*\s+och\s+[A-ZÅÄÖ][a-zåäö]+(?!\s+[A-ZÅÄÖ]))?"
)
_CAPITALS = re.compile(
    r"(?:[A-ZÅÄÖ]{2,7}|[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ][a-zåäö]+)(?:-[a-zåäö]+)?(?![\wåäö:])(?:\s+[A-ZÅÄÖ][\wåäö-]+)?"
)
""" "LSG Kulturskola", "KomNät", "LCN"."""
_PROPER = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]{5,}(?:-\s+och\s+[a-zåäö]+)?(?:\s+(?:(?:och|för|i)\s+)?[A-ZÅÄÖ][\wåäö-]+)*(?:\s+(?:och|för|i)\s+[a-zåäö]+(?=\s+[A-ZÅÄÖ])(?:\s+[A-ZÅÄÖ][\wåäö-]+)*)?"
)
_OF_BODY = re.compile(
    r"\s+(?:[a-zåäö]*(?:sekreterare\w*|ledamöter\w*|tjänsteman\w*|tjänstepersoner\w*|representant\w*|handläggare\w*|hemsida\w*|webbplats\w*|ägare\w*))\b"
)
""" "till samrådets sekreterare": whose it is, not where it goes."""
_GENITIVE = re.compile(r"(?:[ent]ens|[ndt]ets|ådets|iges|nas|kans)$")
""" "i förbundets lokaler": whose they are."""
_NO_BODY = frozenset(
    {"beredning", "samverkan", "ledning", "råd", "beslut", "grupp", "enhet", "forum", "ombud", "Ombud", "ledningen", "samverkans"}
)
_MONTH = re.compile(r"(?:Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December)", re.IGNORECASE)


_CAPITAL_BEHIND = re.compile(r"\s(?!Dal)[A-ZÅÄÖ][a-zåäö]")
""" "Socialchefsnätverket Norrbotten" is another than the one the lexicon has."""


class Addressee(NamedTuple):
    """A body that something goes to; `known` where the lexicon has it, so that it goes by its own name."""

    start: int
    end: int
    name: str
    known: bool
    kind: BodyKind | None = None


def read_addressee(text: str, at: int, end: int, named: tuple[Named, ...], context: Context) -> Addressee | None:
    """The body that a phrase at an offset names, behind its preposition; None when it names none."""
    start = _LEAD.match(text, at, end).end()  # type: ignore[union-attr]
    each = _EACH.match(text, start, end)
    found = (_at(text, each.end(), end, named, context) if each else None) or _at(text, start, end, named, context)
    if found is None or found.name in _NO_BODY or _OF_BODY.match(text, found.end):
        return None
    if not found.known and _GENITIVE.search(text[start : found.end]) and not _MEETING_BEHIND.match(text, found.end):
        return None
    return found


def _at(text: str, start: int, end: int, named: tuple[Named, ...], context: Context) -> Addressee | None:
    wide = _BODY.match(text, start, end)
    body = next(
        (
            n
            for n in named
            if n.start == start
            or (n.known and n.start < start < n.end)
            or (wide and wide.start() <= n.start and n.end <= wide.end())
        ),
        None,
    )
    if body and body.known and body.kind is BodyKind.FORUM and not _CAPITAL_BEHIND.match(text, body.end):
        return Addressee(body.start, body.end, body.name, known=True, kind=body.kind)
    if wide and (body is None or wide.end() > body.end or wide.start() < body.start):
        stop = _field_end(text, wide.end(), end)
        name = squash(text[wide.start() : stop])
        if "område" in name:
            return None
        if not (has_title(name) and find_names(name)):
            return Addressee(wide.start(), stop, _without_genitive(name, text, stop, context), known=False)
    if body:
        if body.kind is BodyKind.MUNICIPALITY and body.name != MUNICIPALITIES:
            return None
        return Addressee(body.start, body.end, body.name, body.known, body.kind)
    if (capitals := _CAPITALS.match(text, start, end)) and not find_names(capitals.group(0)):
        return Addressee(*capitals.span(), squash(capitals.group(0)), known=False)
    proper = _PROPER.match(text, start, end)
    if (
        proper
        and not _MONTH.fullmatch(proper.group(0))
        and not find_names(proper.group(0))
        and not is_first_name(proper.group(0).split()[0])
    ):
        name = squash(proper.group(0))
        if context.lexicon.municipality(name.split()[0]) is None and not _PLACE.search(name):
            return Addressee(*proper.span(), name, known=False)
    return None


_PLACE = re.compile(
    r"(?:väg|gata|stig|torg|gränd|allé|kaj|park|hus|hall|sal|gård|kyrka|station|bro|hamn)(?:en|an|et|n)?\b", re.IGNORECASE
)
""" "Kajgatan", "Folkets Hus": where something is, which takes nothing up."""
_MEETING_BEHIND = re.compile(r"\s+(?:[a-zåäö]+\s+)?(?:möte|sammanträde)")


_FIELD = re.compile(
    r"\s+för\s+(?P<field>[a-zåäö]{3,}(?:,\s+[a-zåäö]{3,})*(?:\s+[a-zåäö]{4,})?(?:\s+och\s+[a-zåäö]{3,})?)"
    r"(?=\s+(?:möte|sammanträde)|\s+(?:den\s+)?\d|\s+i\s+[A-ZÅÄÖ]|\s*(?:[.,;)]|$))"
)
_NO_FIELD = re.compile(
    r"(?:ing|ingen|ande|ende|else|tion|dom|beslut|svar|remiss|åtgärd|samråd|dialog|prövning)(?:\s|$)|^(?:vidare|slutlig|politisk|att|den|det|fortsatt)"
)
""" "till nämnden för beslut", "för kännedom": what it is handed on for, not what the body is for."""


def _field_end(text: str, at: int, end: int) -> int:
    """Where the name of a body ends with what it is for: "Samverkansforum för skola och hälsa"; `at` where it does not go on."""
    field = _FIELD.match(text, at, end)
    return field.end() if field and not _NO_FIELD.search(field["field"]) else at


def _without_genitive(name: str, text: str, end: int, context: Context) -> str:
    """The name without its genitive: "styrelsens möte" is one of "styrelsen", "Rådet i Moras möte" of the one in Mora."""
    if not name.endswith("s") or not _MEETING_BEHIND.match(text, end):
        return name
    place = context.lexicon.municipality(name.split()[-1])
    return name if place and name.endswith(place.name) else name[:-1]
