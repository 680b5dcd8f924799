"""Sentences of Swedish running text, as spans. Hard line ends inside a sentence do not end it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from graph.names import lowered_between
from graph.record import Span

_SHORT = "dvs|osv|etc|ang|kl|nr|dnr|ca|resp|inkl|exkl|jfr|bil|tf|bitr|v|ordf|st|sid|avd|tel|kap|prop|forts|enl|ev"
_SHORTENED = frozenset(_SHORT.split("|"))
_DOTTED = r"t\.ex|bl\.a|m\.m|m\.fl|s\.k|d\.v\.s|t\.o\.m|fr\.o\.m|o\.s\.v|f\.d|e\.d|p\.g\.a|m\.a\.o|i\.o\.m|st\.f"
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{_DOTTED}|{_SHORT})|(?-i:\b[A-ZÅÄÖ])|(?<=\.)[a-zåäö]|(?<![\d:/.–-])\b\d{{1,2}})\.$",
    re.IGNORECASE,
)
_INITIALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ")
_PARAGRAPH = re.compile(
    r"(?:§\s?|\b(?:punkt(?:en|erna)?|pkt|p\.|ärende|kl\.?|klockan|vecka|alternativ|etapp|steg|bilaga|nivå|kvartal|tertial)\s+(?:\d{1,2}\s+(?:och|samt)\s+)?)\d{1,3}\.$"
)
""" "… flyttas efter § 8.", "… under punkt 9 och 10.", "… den 6 oktober kl. 17.", "… enligt alternativ 2." end, though a number with a point is mostly an ordinal."""
_END = re.compile(
    r"[.!?:\n](?:(?<=[.!?])[\"”’)\]]*(?=\s+[\"”“(]?(?:[A-ZÀ-ÖØ-Þ0-9–•→⇒➔►-]|[a-z]\)\s|§\s?\d)|\s*\n\s*\n)|(?<=\n)[ \t]*\n(?=\s*[A-ZÅÄÖ•–-])|(?<=:)(?=[ \t]*\n\s*[A-ZÅÄÖ]))"
)
_ATT_NEXT = re.compile(r"\s+Att\s+[a-zåäö]")
""" "… på Storgatan 1. Att välja Anna Ek": an ordinal would have its noun behind it."""
_TWO_FIGURES = re.compile(r"[a-zåäö,]\s\d\d\.$")
_BEHIND_WORDS = re.compile(r"[a-zåäö],?\s\d{1,3}\.$")
_EMPTY_LINE = re.compile(r"[ \t]*\n[ \t]*\n")
""" "… med tillägg av ett ärende, 64." over an empty line, as at the foot of a page: no ordinal is parted from its noun so."""
_OPENER_NEXT = re.compile(
    r"\s+(?:(?:Anmälda|Inkomna)\s[a-zåäö]+|[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|na)(?=\s+[a-zåäö]{3,}s\s)|Med|Den|Det|De|Detta|Denna|Dessa|Efter|Därefter|Därmed|Vid|Inga|Ingen)\s+[a-zåäö]"
)
""" "… 41 dagar, inte 14. Med den ändringen …": no number of a list, and no ordinal."""
_UNFINISHED = frozenset(
    (
        "och",
        "samt",
        "att",
        "av",
        "för",
        "till",
        "med",
        "om",
        "i",
        "på",
        "en",
        "ett",
        "den",
        "det",
        "de",
        "vid",
        "från",
        "som",
        "efter",
        "mellan",
        "hos",
        "mot",
        "genom",
        "enligt",
        "inom",
        "eller",
        "Region",
    )
)
"""Words that cannot end a sentence."""
_LONGEST_UNFINISHED = max(map(len, _UNFINISHED)) + 1
"""Letters in which such a word stands, with one that tells that it is no longer."""
_LAST_WORD = re.compile(r"\w*$")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=256)
def iter_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Spans of the sentences in `text[start:end]`, trimmed. An empty line before a capital ends a sentence too, unless the
    line before it is plainly unfinished (it ends with a comma, or with a word that cannot end a sentence)."""
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        head = text[max(begin, match.end() - 40) : match.end()]
        if match.group(0)[0] in ".!?:":
            last = head.rstrip('"”’)] \n')
            short = match.group(0)[0] == "." and is_abbreviation(last.rpartition(" ")[2])
            if short and not _PARAGRAPH.search(last) and not _is_number_at_end(last, text, match.end(), end):
                continue
        elif _is_unfinished(head.rstrip()):
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, end)
    return tuple(spans)


def _is_number_at_end(last: str, text: str, at: int, end: int) -> bool:
    """Whether a number with a point ends a sentence, as the words behind it tell."""
    if not last[-2:-1].isdigit():
        return False
    if _BEHIND_WORDS.search(last) and _EMPTY_LINE.match(text, at, end):
        return True
    return _ATT_NEXT.match(text, at, end) is not None or (
        _TWO_FIGURES.search(last) is not None and _OPENER_NEXT.match(text, at, end) is not None
    )


@lru_cache(maxsize=512)
def words_between(text: str, start: int, end: int) -> frozenset[str]:
    """The words of `text[start:end]` in lower case: whether one of many stands in a sentence is told by the sets having one in common,
    which is quicker than looking for a pattern, and the words of a sentence are asked for by many."""
    spaced = lowered_between(text, start, end)
    for sign in _SIGNS:
        spaced = spaced.replace(sign, " ")
    words = set(spaced.split())
    if odd := [word for word in words if not word.isalnum()]:
        words.difference_update(odd)
        words.update(_WORD.findall(" ".join(odd)))
    return frozenset(words)


_SIGNS = ".,:-()/"
"""The signs that most often stand beside words: with spaces for them nearly all words are parted without a pattern."""


def _is_unfinished(line: str) -> bool:
    """Whether a line ends with a comma, or with a word that cannot end a sentence."""
    return line.endswith(",") or ends_with_small_word(line)


def ends_with_small_word(line: str) -> bool:
    """Whether a line ends with a word that cannot end a sentence: "… väljs efter"."""
    last = _LAST_WORD.search(line[-_LONGEST_UNFINISHED:])
    return last is not None and last.group() in _UNFINISHED


def is_abbreviation(word: str) -> bool:
    """Whether a word with a point behind it is one that ends so within a sentence."""
    letters = word[:-1]
    if letters.isalpha():
        return letters.lower() in _SHORTENED or letters in _INITIALS
    return _ABBREVIATION.search(word) is not None


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def cut_sentences(
    text: str,
    sentences: Iterable[Span],
    border: re.Pattern[str],
    begins: Callable[[re.Match[str], int], bool] = lambda _border, _start: True,
) -> Iterator[Span]:
    """The sentences, cut at each border behind which another begins. `begins` is asked of a border, with the start of what stands before it."""
    for start, end in sentences:
        at = start
        for match in border.finditer(text, start, end):
            if begins(match, at):
                yield at, match.start()
                at = match.end()
        yield at, end
