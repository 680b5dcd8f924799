"""The names of forums with the place, the county or the part of a town that they are of."""

from __future__ import annotations

import re

from graph.lexicon import Lexicon
from graph.names import squash
from graph.resolution.words import organ_name
from ingest.head.forum_names import NOTHING, whole_name
from ingest.people import find_names
from ingest.verbs import has_finite

_LOCAL = re.compile(r"\s+i\s+[A-ZÅÄÖ][\wåäö-]+")
"""Where a local body is, without which its name names none: "Lokala nämnden i Norrby"."""
_OF_PART = re.compile(r"(?:stads|kommun)dels|distrikts|områdes", re.IGNORECASE)
_PART = re.compile(r"(?:\s+i)?\s+[A-ZÅÄÖ][\wåäö-]+(?:\s?[-–/]\s?[A-ZÅÄÖ][\wåäö-]+|\s+och\s+[A-ZÅÄÖ][\wåäö-]+)?")
"""Of which part of a town a body is: "Stadsdelsnämnden Västerort", "Kommundelsnämnden i Norra Ås"."""
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_COUNTY = re.compile(r"\s+(?:i\s+)?(?P<county>[A-ZÅÄÖ][\wåäö-]+)(?:\s+län)?(?=\s*$|,|\s+[–(\d-]|\s{2,}|\t)")


def with_county(text: str, match: re.Match[str], lexicon: Lexicon) -> str:
    """The name with the county or the place it is of, where no more stands on its line: "Socialchefsnätverket Värmland"."""
    name = _with_known_county(text, match, lexicon)
    whole = _whole_line(text, match)
    return whole if whole is not None and whole.startswith(name) else name


def _with_known_county(text: str, match: re.Match[str], lexicon: Lexicon) -> str:
    name = whole_name(text, match)
    if not match["tail"] and (apart := _COUNTY_BEHIND_COMMA.fullmatch(text, text.find(name) + len(name))) and name in text:
        of_county = lexicon.organisation(f"Region {apart['county']}")
        return squash(name + apart.group()) if of_county else name
    if name.casefold().startswith("lokala ") and (local := _LOCAL.match(text, match.end("name"))):
        return squash(name + local.group())
    if _OF_PART.match(name) and name == match["name"] and (part := _PART.match(text, match.end("name"))):
        return squash(name + part.group())
    if not match["tail"] and name == squash(match["name"]) and (place := _place_behind(text, match, lexicon)):
        return squash(name + place)
    county = _COUNTY.match(text, match.end("name")) if not match["tail"] else None
    known = lexicon.organisation(f"Region {county['county'].removesuffix('s')}") if county else None
    return squash(name + county.group()) if county and known and name == match["name"] else name


_COUNTY_BEHIND_COMMA = re.compile(r",\s+(?P<county>[A-ZÅÄÖ][a-zåäö]+)(?:s län)?\s*")
""" "Nätverket bryggor och bojar, Dalarna", to the end of its line."""


_DIRECTION = r"(?:Norra|Södra|Östra|Västra|Mellersta|Mellan|Övre|Nedre|Inre|Yttre|NORRA|SÖDRA|ÖSTRA|VÄSTRA|MELLERSTA|ÖVRE|NEDRE|INRE|YTTRE)"
_OF_PLACE = re.compile(
    rf"\s(?:(?:(?:i|I)\s(?:{_DIRECTION}\s)?(?!{_DIRECTION}\s)|{_DIRECTION}\s)[A-ZÅÄÖ][\wåäö]+(?:[-–][A-ZÅÄÖ][\wåäö]+)?(?:\s(?:kommun|län|KOMMUN|LÄN))?"
    rf"|Norr|Söder|Öster|Väster|Öst|Väst|Nord|Syd|Mitt|NORR|SÖDER|ÖSTER|VÄSTER|ÖST|VÄST|NORD|SYD|MITT)"
    rf"(?=\s*$|,?\s+[–(\d-]|\s{{2,}}|\t|,?\s(?:den|{_DAY})\s)"
)
"""Where a body is whose name says no more: "Länsdelsnämnden i Norrby", "Folkhälsorådet i Norra Viken", "Trafikrådet Östra Dalen", "Vårdnämnden Norr"."""
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


_CAPITAL = r"[A-ZÅÄÖ][a-zåäö]+(?:[-–/][A-ZÅÄÖ][a-zåäö]+)?"
_REST_OF_NAME = re.compile(
    rf"(?:\s(?:för|i|inom|kring)(?=\s[A-ZÅÄÖ]))?(?P<own>(?:\s[a-zåäö]{{3,}}(?:\s(?:och|i))?){{0,3}}\s{_CAPITAL}(?:\s{_CAPITAL}|\s(?:och|i)(?=\s)|\s(?!(?:i|den|kl)\b)[a-zåäö]{{2,}}){{0,5}})"
    rf"(?<!\soch)(?<!\si)(?=\s*$|,?\s+[–(\d-]|\s{{2,}}|\t|,?\s(?:den|{_DAY})\s)"
)
""" "Biblioteksnätverket Nordost", "Styrgruppen för Närvård Norra", "Nätverket för anhörigstöd Jönköpings län"."""


def _whole_line(text: str, match: re.Match[str]) -> str | None:
    """The whole of a line that names a group, a council or a network and says nothing else; None for what every municipality has, and where
    a person, a house, a field or a sentence stands behind the name."""
    if organ_name(match["name"]) is not None or not NOTHING.fullmatch(text, 0, match.start("name")):
        return None
    rest = _REST_OF_NAME.match(text, match.end())
    if (
        rest is None
        or (match["tail"] and rest.group().startswith(" i "))
        or _NO_AREA.search(rest.group())
        or has_finite(rest.group())
        or find_names(rest.group())
    ):
        return None
    if any(_BUILDING.search(word) for word in rest.group().split()) or _MET_THERE.search(text, 0, match.start("name")):
        return None
    return squash(text[match.start("name") : rest.end()])


_NO_AREA = re.compile(
    r"\b(?:kommuns?|stad|sida?|nr|dnr|\w*(?:dag|datum|tid|plats|lokal|nummer)|kallelse|anslag\w*|paragraf\w*|dagordning|ärende\w*|föredragningslista|närvar\w*|deltag\w*|ledam\w*"
    r"|ordförande|sekreterare|utdrag|juster\w*|möte\w*|sammanträde\w*|träff\w*|teams|zoom|skype|digital\w*|distans\w*|bilag\w*|vår(?:en)?|höst(?:en)?)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"^\s(?:i|I)\s")
_OF_COUNTY = re.compile(r"läns|region|landsting", re.IGNORECASE)
