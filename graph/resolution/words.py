"""Words that decide what a name can be: bodies, generic stand-ins for bodies, plain words of a name that do not tell it apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import yaml

from graph.movement import MONTHS
from graph.names import fold, squash, word_forms


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
def is_office(text: str) -> bool:
    """Whether somebody is named by the office alone: "kommundirektören", "tillförordnad socialchef", "VD". It is the office that is asked."""
    words = fold(text).split()
    return 0 < len(words) <= _MOST_OF_OFFICE and _OFFICE.fullmatch(words[-1]) is not None


_MOST_OF_OFFICE = 4
_OFFICE = re.compile(
    r"\w*(?:chef(?:en|er|erna)?|direktor(?:en|er|erna)?|ordforande(?:n)?|strateg(?:en|er|erna)?|rektor(?:n|er|erna)?|jurist(?:en|er|erna)?"
    r"|revisor(?:n|er|erna)?|koordinator(?:n|er|erna)?|(?:led|samordn|handlagg|utred|utveckl|planer|sekreter)ar(?:e|en|na)"
    r"|controllern?|ansvariga?|tjanste(?:man|mannen|personer|personerna))|vdn?|ekonomen"
)


def is_short_name(text: str) -> bool:
    """Whether a name holds a word of several capitals, as those of bodies often are: "AU", "FoU i Bergslagen"."""
    return _SHORT_NAME.search(text) is not None


_SHORT_NAME = re.compile(r"(?<![\w(])(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ])[^\W\d_]{2,}(?!\w)")


@lru_cache(maxsize=1 << 14)
def is_unit(text: str) -> bool:
    """Whether the name is that of a part of an organisation: "Socialförvaltningen", "Enheten för uppföljning"."""
    return any(_UNIT_WORD.fullmatch(word) for word in fold(text).split()[:2])


def is_bare_group(text: str) -> bool:
    """ "styrgruppen", "presidiet", "arbetsgrupp": a word that only its surroundings tell apart."""
    return bool(_BARE_GROUP.fullmatch(fold(text))) or text.strip() == "AU"


def is_passing_group(text: str) -> bool:
    """ "en arbetsgrupp", "projektgruppen": set up for one matter, so that the matter tells it apart."""
    return bool(_INDEFINITE_GROUP.fullmatch(fold(text)))


_OWN_WORK = (
    r"kommun|stad|region|landsting|lednings|social|omsorg|utbildning|barn|skol|kultur|fritid|miljo|bygg|teknisk|teknik|ekonomi|personal"
    r"|forvaltning"
)
_ORGAN = re.compile(
    r"\w*(?:namnd(?:en)?|utskott(?:et)?|forvaltning(?:en)?)s?"
    rf"|\w*(?:{_OWN_WORK})\w*kontor(?:et)?s?"
    r"|(?:kommun|region|landstings|stads|forbunds)?(?:styrelse(?:n)?|fullmaktige|direktion(?:en)?)s?"
)
_DEFINITE_ENDING: Final = {
    "namnd": "en",
    "utskott": "et",
    "forvaltning": "en",
    "kontor": "et",
    "styrelse": "n",
    "direktion": "en",
}
_AFTER_HEAD: Final = frozenset({"for", "om", "inom", "mot", "kring"})


@lru_cache(maxsize=1 << 14)
def organ_name(text: str) -> str | None:
    """The plain name, in its definite form, of a body that every municipality or region has one of; None for any other.

    "Socialnämnd", "socialnämndens" -> "socialnamnden"; "Vård- och omsorgsnämnden"; "Nämnden för arbetsmarknad"; "Kommunstyrelsen";
    "kommunledningskontoret". Only with the organisation that it belongs to does such a name tell which body is meant.
    """
    words = plain(text).split()
    end = next((i for i, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    if end == 0 or not _ORGAN.fullmatch(words[end - 1]):
        return None
    if end == 1 or not words[end - 2].endswith("s"):  # not "kommunstyrelsens arbetsutskott"
        bare = words[end - 1].removesuffix("s")
        words[end - 1] = bare + next((ending for stem, ending in _DEFINITE_ENDING.items() if bare.endswith(stem)), "")
    return " ".join(words)


def definite(text: str) -> str:
    """The name of an organ, as written but in its definite form: "kommunstyrelse" -> "kommunstyrelsen"; others as they are."""
    organ = organ_name(text)
    if organ is None or fold(text).split()[-1] in organ.split():
        return text
    bare = text.removesuffix("s")
    last = fold(bare).split()[-1]
    return bare + next((word[len(last) :] for word in organ.split() if word.startswith(last)), "")


class Level(StrEnum):
    MUNICIPALITY = "municipality"
    REGION = "region"


def level_of(organ: str) -> Level | None:
    """Whose body a name can be by its first word: "kommunstyrelsen", "regionfullmaktige"; None when it does not say."""
    if organ.startswith("kommun"):
        return Level.MUNICIPALITY
    return Level.REGION if organ.startswith(("region", "landsting")) else None


_NOUN = re.compile(
    r"(?P<stem>namnd|styrelse|fullmaktige|rad|natverk|direktion|kommitte|delegation|forum|utskott|beredning|presidi|\w*grupp)"
    r"(?:en|et|n)?s?"
)


@lru_cache(maxsize=1 << 14)
def bare_noun(text: str) -> str | None:
    """The stem of a noun that stands for the body whose minutes they are: "nämnden" -> "namnd", "rådet", "styrgruppen"."""
    folded = fold(text)
    match = _NOUN.fullmatch(folded)
    return match["stem"] if match and (folded != match["stem"] or folded == "fullmaktige") else None


def is_called(noun: str, names: Iterable[str]) -> bool:
    """Whether a body of one of these names is a `noun` (a stem): "Socialnämnden" and "Nämnden för arbetsmarknad" a "namnd"."""
    pattern = re.compile(rf"\w*{noun}(?:en|et|n|um)?")
    for name in names:
        words = plain(name).split()
        end = next((i for i, word in enumerate(words) if word in _AFTER_HEAD), len(words))
        if any(pattern.fullmatch(word) for word in words[:end]):
            return True
    return False


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
    """Whether two folded names differ in a number, a quarter of the compass or an abbreviation: those are never slips."""
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return True
    ours, theirs = a.split(), b.split()
    if set(ours) & _POINTERS != set(theirs) & _POINTERS:
        return True
    return len(ours) == len(theirs) and any(
        x != y and _is_abbreviation(x) and _is_abbreviation(y) for x, y in zip(ours, theirs, strict=True)
    )


_SMALL_WORDS: Final = frozenset(
    [
        "for",
        "om",
        "mot",
        "med",
        "av",
        "pa",
        "i",
        "vid",
        "till",
        "den",
        "det",
        "de",
        "en",
        "ett",
        "och",
        "hos",
        "som",
        "nya",
        "ny",
        "var",
    ]
)
_VOWELS: Final = re.compile(r"[aeiouy]")


def _is_abbreviation(word: str) -> bool:
    """A word of three letters or without vowels that is no small word: one letter more or less makes it another."""
    return word not in _SMALL_WORDS and (len(word) <= 3 or not _VOWELS.search(word))


@cache
def _order_of_business() -> frozenset[str]:
    """Words of the order of business, folded, from reference/order_of_business.yaml."""
    text = (files("graph") / "reference" / "order_of_business.yaml").read_text(encoding="utf-8")
    return word_forms(word for line in yaml.safe_load(text) for word in line.split())


_PASSED_OVER: Final = frozenset(
    [
        "fran",
        "under",
        "perioden",
        "att",
        "samt",
        "vt",
        "ht",
        "varen",
        "hosten",
        *MONTHS,
    ]
)


@lru_cache(maxsize=1 << 16)
def is_formality(text: str) -> bool:
    """Whether a title is of the order of business alone: "Mötets slut", "Minnesanteckningar från 12 mars", "Återrapporter"."""
    words = [w for w in fold(text).split() if not w.isdigit() and w not in _SMALL_WORDS and w not in _PASSED_OVER]
    return all(word in _order_of_business() for word in words)


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
