"""Words that decide what a name can be: bodies, generic stand-ins for bodies, plain words of a name that do not tell it apart."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from graph.names import fold, squash


class Generic(StrEnum):
    """What a generic word stands for in the context of a document."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    MUNICIPALITIES = "municipalities"


_REGION = re.compile(r"(?:den )?regionens?|den regionala huvudmannen")
_MUNICIPALITY = re.compile(r"(?:den egna )?kommunens?")
_ALL = r"(?:(?:samtliga|alla|lanets|de|dalarnas|berorda|respektive|ovriga|deltagande|medverkande|vara|\w+ lans)\s+)"
_NUMBER = r"(?:(?:\d{1,2}|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton)\s+)"
_MUNICIPALITIES = re.compile(
    rf"{_ALL}*{_NUMBER}?(?:dala)?kommunernas?|{_ALL}+{_NUMBER}?(?:dala)?kommuners?|{_ALL}*{_NUMBER}(?:dala)?kommuners?"
    r"|(?:respektive|varje|var och en av)\s+(?:hem)?kommun(?:erna)?|medlemskommunernas?|kommunmedlemmarna"
)


def generic(text: str) -> Generic | None:
    """ "regionen", "samtliga kommuner", "de femton kommunerna", "kommunen"; None for a name, and for bare "kommuner"."""
    folded = fold(text)
    if _MUNICIPALITIES.fullmatch(folded):
        return Generic.MUNICIPALITIES
    if _REGION.fullmatch(folded):
        return Generic.REGION
    return Generic.MUNICIPALITY if _MUNICIPALITY.fullmatch(folded) else None


_UNIT = (
    r"avdelning(?:en)?|division(?:en)?|enhet(?:en)?|forvaltning(?:en|arna)?|kontor(?:et)?|kansli(?:et)?|centrum(?:et)?|center"
    r"|verksamhet(?:en)?|sektor(?:n)?|omrade(?:t)?|sekretariat(?:et)?|ledningsstab(?:en)?|stab(?:en)?|tjanst(?:en)?"
)
_GROUP = (
    r"styrgrupp(?:en)?|arbetsgrupp(?:en|er|erna)?|projektgrupp(?:en)?|processgrupp(?:en)?|beredningsgrupp(?:en)?|referensgrupp(?:en)?"
    r"|ledningsgrupp(?:en)?|samverkansgrupp(?:en)?|grupp(?:en)?|presidi(?:et|um)|arbetsutskott(?:et)?|utskott(?:et)?|beredning(?:en)?"
)
_BODY = (
    r"namnd(?:en|erna)?|styrelse(?:n|r|rna)?|fullmaktige|direktion(?:en)?|natverk(?:et)?|rad(?:et)?|kommitte(?:n|er)?|delegation(?:en)?"
    r"|forbund(?:et)?|forening(?:en)?|bolag(?:et)?|myndighet(?:en|er|erna)?|verk(?:et)?|inspektion(?:en)?|styrelsen|staten|regering(?:en)?"
    r"|riksdag(?:en)?|hogskola(?:n)?|universitet(?:et)?|kommun|region|lansstyrelse(?:n|rna)?|polis(?:en)?|stiftelse(?:n)?"
    r"|ledning(?:en)?|systemledning(?:en|ar|arna)?|organisation(?:en|er|erna)?|forsamling(?:en)?|konferens(?:en)?|skr|ab"
)
_BODY_WORD = re.compile(rf"\w*(?:{_UNIT}|{_GROUP}|{_BODY})s?")
_UNIT_WORD = re.compile(rf"\w*(?:{_UNIT})s?")
_BARE_GROUP = re.compile(rf"(?:en |den |regional |regionala )?(?:{_GROUP})s?")
_INDEFINITE_GROUP = re.compile(r"(?:en |den )?(?:arbetsgrupp|projektgrupp|processgrupp|referensgrupp)(?:en|er|erna)?s?")


@lru_cache(maxsize=1 << 14)
def looks_like_body(text: str) -> bool:
    """Whether one of the words is a word for a body: "Styrgrupp för nära vård", "socialförvaltningen", "Länsstyrelsen"."""
    return any(_BODY_WORD.fullmatch(word) for word in fold(text).split())


@lru_cache(maxsize=1 << 14)
def is_unit(text: str) -> bool:
    """Whether the name is that of a part of an organisation: "Socialförvaltningen", "Enheten för uppföljning"."""
    return any(_UNIT_WORD.fullmatch(word) for word in fold(text).split()[:2])


def is_bare_group(text: str) -> bool:
    """ "styrgruppen", "presidiet", "arbetsgrupp": a word that only its surroundings tell apart."""
    return bool(_BARE_GROUP.fullmatch(fold(text)))


def is_passing_group(text: str) -> bool:
    """ "en arbetsgrupp", "projektgruppen": set up for one matter, so that the matter tells it apart."""
    return bool(_INDEFINITE_GROUP.fullmatch(fold(text)))


_FILLERS: Final = frozenset({"och", "samt"})


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """The folded words of a name but for "och": "Psykiatri & habilitering" and "Psykiatri och habilitering" are alike."""
    words = fold(text).split()
    return " ".join(word for word in words if word not in _FILLERS) or " ".join(words)


_DIGITS = re.compile(r"\d+")
_POINTERS: Final = frozenset(
    {"norra", "sodra", "ostra", "vastra", "inre", "yttre", "ovre", "nedre", "forsta", "andra", "i", "ii", "iii"}
)


def are_told_apart(a: str, b: str) -> bool:
    """Whether two folded names differ in a number or a quarter of the compass: those are never slips."""
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return True
    return set(a.split()) & _POINTERS != set(b.split()) & _POINTERS


_NAME_WORD = re.compile(r"[A-ZÅÄÖÉÜ][a-zåäöéüèáíñç]+(?:[-‐][A-ZÅÄÖÉÜ]?[a-zåäöéü]+)*|(?:von|af|de|van)")


def person_in(text: str) -> str | None:
    """The person's name in words that name somebody: "utredare Eva Ek, socialförvaltningen" -> "Eva Ek"; None when none."""
    for part in re.split(r"[,;(]", text):
        words = squash(part).split()
        while words and not _NAME_WORD.fullmatch(words[0]):
            words = words[1:]
        name: list[str] = []
        for word in words:
            if not _NAME_WORD.fullmatch(word):
                break
            name.append(word)
        if 2 <= len(name) <= 4 and not any(_BODY_WORD.fullmatch(fold(word)) for word in name):
            return " ".join(name)
    return None
