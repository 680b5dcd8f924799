"""Words that carry a meaning of their own, whatever their endings: what a text is about, and whether two ask for the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from graph.names import fold

_COMMON_WORDS: Final = """
alla allt annan andra arbete arbetet arbeta arende arendet att avseende bade befintlig behov behovet beslut beslutar beslutade
bland bor bort dar darmed delar denna deras dessa detta efter eller enligt ett finns folja forslag forslaget fortsatt fortsatta
fraga fragan fragor fram framat for fran fora forum fore fick genom genomford genomfora genomforande gemensam gemensamma gora
handlingar handlingarna har hela hur ingen inom information informationen inte kan kommer kommun kommuner kommunerna kommunernas
lagga lagger lagesrapport lan lanet lanets men mellan mot mote motet nagra nasta nar och ocksa om omrade over parterna punkt
rapport rapporten redogora redovisa redovisas redovisning region regionen regional regionala regionens respektive radet
samtliga samt sedan sig ska skall skulle som stod svar tas till tidigare uppdrag uppdraget uppfoljning underlag underlaget under
upp utifran vad vara vid vidare vilka vilken aterkomma aterkoppla aterkoppling aterrapport aterrapportera aterrapportering
aterkommer delrapport handlingsplan beskriva forankra bereda egen egna fordjupad nulage framover overgripande ovrigt ovriga ovrig
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_ENDING_LIST: Final = (
    "andets andet ornas arnas ernas ningen ningar ingen ingar orna arna erna ande ende ning ing ades ade are aste ens ets en et er ar or as es na "
    "ad at a e n s t"
)
_ENDINGS: Final = tuple(_ENDING_LIST.split())
_STEM_LETTERS: Final = 9
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its ending, and of a long one the beginning: "kartlaggningen" and "kartlagga" are one, as are
    "bemanningen" and "bemannas"."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4), "")
    bare = word[: len(word) - len(ending)]
    if len(bare) > 4 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:_STEM_LETTERS]


def content_words(text: str) -> dict[str, str]:
    """Stem -> the word in lower case, of the words that carry a meaning of their own; numbers and words of every agenda are left out."""
    found: dict[str, str] = {}
    folded, written = fold(text).split(), _WORD.findall(unicodedata.normalize("NFC", text).lower())
    for word, shown in zip(folded, written if len(written) == len(folded) else folded, strict=True):
        if len(word) > 3 and word not in _COMMON and not word.isdigit():
            found.setdefault(stem(word), shown)
    return found


def is_same_request(a: str | None, b: str | None, *, told: bool) -> bool:
    """Whether two wordings ask for the same: the text tells what the att-sats then says (`told`), or says it twice."""
    ours, theirs = content_words(a or ""), content_words(b or "")
    smaller = min(len(ours), len(theirs))
    if not smaller:
        return told
    return len(ours.keys() & theirs.keys()) / smaller >= (0.3 if told else 0.6)
