"""Running text of minutes that stands in no item: it is told as unread, so that nobody takes a short record for a short meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.lexicon import BodyKind, Lexicon
from graph.names import lowered_between, squash
from graph.record import Span, Unread
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.spans import Cover
from ingest.verbs import has_finite

_LEAST_WORDS = 25
"""Shorter is an address, a signature or a notice; what is told takes a sentence or two, though what is decided may take less."""
_LEAST_WITHOUT_ITEMS = 6
"""Words; nothing else would tell that a whole meeting of a few notes was not read."""
_SHOWN = 200
_TELLS = re.compile(r"[a-zåäö)”\"][.!?](?:\s|$)|\batt\s+\w", re.IGNORECASE)
"""Words that tell something: a sentence that ends, or what was decided. Lists of names and tables of figures have neither."""
_PUBLISHED = re.compile(r"\b(?:anslag|justering\w*|tillkännagiv\w*|förvaringsplats|överklag\w*)\b", re.IGNORECASE)


def find_leftover(lines: Sequence[Line], items: Iterable[Span], begin: int, decided: Iterable[Span] = ()) -> Iterator[Unread]:
    """Passages of `lines` from offset `begin` (where the head ends) on that lie in none of the items' spans.

    Lines that follow one another make one passage. Notices of where the minutes are kept and how to appeal are none, and neither is
    what the items' decisions hold (`decided`): an item's decision may stand below its sub-items, outside its own span. Where there
    are no items at all, short notes are told too, a line with a verb counting for a sentence.
    """
    spans = list(items)
    within, held = Cover(spans), Cover(decided)
    least = _LEAST_WORDS if spans else _LEAST_WITHOUT_ITEMS
    passage: list[Line] = []
    for line in lines:
        if line.start >= begin and line.start not in within:
            passage.append(line)
        elif passage:
            yield from _told(passage, held, least)
            passage = []
    yield from _told(passage, held, least)


_DECIDED = re.compile(
    r"\b(?:beslutade|beslöt|fattade\s+(?:[\wåäö-]+\s+){0,8}beslut|(?:fick|gavs)\s+i\s+uppdrag)\b", re.IGNORECASE
)


_STEMS = ("beslut", "beslöt", "uppdrag")


def find_told_decisions(text: str, stretches: Iterable[Span], lexicon: Lexicon) -> Iterator[Unread]:
    """Sentences of a report that tell of a forum's decision without saying at which meeting: no meeting can hold them."""
    for start, end in stretches:
        for s, e in iter_sentences(text, start, end):
            words = text[s:e]
            lower = lowered_between(text, s, e)
            if any(stem in lower for stem in _STEMS) and _DECIDED.search(words) and lexicon.find_bodies(words, (BodyKind.FORUM,)):
                yield Unread(
                    text=squash(words)[:_SHOWN], why="talar om ett forums beslut, men inte om vid vilket möte", span=(s, e)
                )


def _told(passage: Sequence[Line], held: Cover, least: int) -> Iterator[Unread]:
    telling = [line for line in passage if _is_telling(line.text, least) and not _PUBLISHED.search(line.text[:400])]
    shown = ""
    if sum(len(line.text.split()) for line in telling) >= least:
        shown = squash(" ".join(line.text for line in telling))[:_SHOWN]
        yield Unread(text=shown, why="löpande text som inte hör till någon punkt", span=(telling[0].start, telling[-1].end))
    if passage:
        yield from _agreed(passage[0].document.text, (passage[0].start, passage[-1].end), shown, held)


def _is_telling(words: str, least: int) -> bool:
    return _TELLS.search(words) is not None or (least < _LEAST_WORDS and has_finite(words))


def _agreed(text: str, span: Span, shown: str, held: Cover) -> Iterator[Unread]:
    """What a passage says was decided, however short it is, each sentence told by itself where the words shown do not hold it."""
    lower = lowered_between(text, *span)
    if not any(stem in lower for stem in _AGREED_STEMS):
        return
    for start, end in iter_sentences(text, *span):
        sentence = squash(text[start:end])
        if _AGREED.search(sentence) and sentence not in shown and not held.touches(start, end):
            yield Unread(text=sentence[:_SHOWN], why="talar om beslut men hör inte till någon punkt", span=(start, end))


_AGREED = re.compile(
    r"\bbeslut:|(?<=s\s)beslut(?=\s+(?-i:[A-ZÅÄÖ\d•–-]))|\b(?:beslutar|beslutade|beslöt|beslöts|bestämde|bestämdes|enades\s+om|(?:får|fick|gavs|ges)\s+i\s+uppdrag)\b",
    re.IGNORECASE,
)
_AGREED_STEMS = ("beslut", "beslöt", "bestämde", "enades", "uppdrag")
"""One of these stands in each of them."""
