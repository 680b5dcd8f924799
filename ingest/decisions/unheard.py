"""Sentences that say what this body decides, in parts of an item that are not read for decisions: among proposals, votes or recipients;
what is to be done behind an arrow or as a conclusion; and what stands below a heading of what was decided, and was not understood.

They are told beside the record where no decision of the item says the same, so that a heading that reaches too far loses nothing in silence.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from graph.record import Decision, Span
from ingest.decisions.deciders import is_own
from ingest.decisions.deeds import decides_further, is_ordered, tells_who_does
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.decisions.leads import ARROW, ARROW_HEADS
from ingest.decisions.sections import DECIDES, SILENT, tells_outcome
from ingest.decisions.stated import states_decision
from ingest.decisions.within import BEHIND_WORD
from ingest.sentences import iter_sentences
from ingest.vocabulary import BODY_NOUN, Section, section_heading

_PROPOSED = re.compile(r"(?:^|\s)att\s+\w")
_LEADS_ON = re.compile(r"(?::|\b(?:att|föresl\w+|förslag\w*|yrka\w*|besluta))\s*$")
_BESIDE = ("beslut", "beslöt")


def find_unheard(item: ItemLines, *, decided: bool) -> tuple[Span, ...]:
    """Where each such sentence stands. `decided` tells that the item has decisions: then what stands among its proposals is one of them.

    In the past it may be another meeting that decided: that counts where the item decides nothing, and no heading of earlier decisions
    holds it. Among proposals "Nämnden beslutar att …" is itself proposed, unless att-satser that name no body stand before it."""
    unheard: list[Span] = []
    before = ""
    for line, section in zip(item.lines, item.sections, strict=True):
        if section not in SILENT or section_heading(line.text):
            before = ""
            continue
        text = line.text
        if "besl" in text:
            for start in _beginnings(item, line.start, line.end):
                told = f"{before} {text[: start - line.start]}".strip()
                match = DECIDES.match(item.text, start, line.end)
                if match and match["past"] and (decided or section is Section.EARLIER):
                    continue
                if match and not match["past"] and section is Section.PROPOSAL and (decided or not _ends_proposals(told)):
                    continue
                if match and BODY_NOUN.search(match["subject"]) and is_own(match["subject"], item.minutes):
                    unheard.append((start, iter_sentences(item.text, start, line.end)[0][1]))
        before += f" {text}"
    return tuple(unheard) if decided or unheard else _stated_elsewhere(item)


def _stated_elsewhere(item: ItemLines) -> tuple[Span, ...]:
    """Where an item decides nothing: sentences of its background, vote or recipients that state a decision, what the chair finds that the
    body does ("Ordföranden finner att nämnden antar planen"), and an outcome told among proposals ("Beslutades att vänta.")."""
    found: list[Span] = []
    for start, end in find_stretches(item.lines, [_may_state(item, i) for i in range(len(item.lines))]):
        for s, e in iter_sentences(item.text, start, end):
            finds = _FINDS.search(item.text, s, e)
            words = item.text[finds.end() if finds else s : e]
            if tells_outcome(words, item.minutes) or states_decision(words[:1].upper() + words[1:], item.minutes):
                found.append((s, e))
    if Section.PROPOSAL in item.sections:
        for start, end in find_stretches(item.lines, [section is Section.PROPOSAL for section in item.sections]):
            found += [x for x in iter_sentences(item.text, start, end) if tells_outcome(item.text[x[0] : x[1]], item.minutes)]
    return tuple(found)


def _may_state(item: ItemLines, i: int) -> bool:
    return item.sections[i] in _ELSEWHERE or (item.sections[i] is None and _FINDS.search(item.lines[i].text) is not None)


_ELSEWHERE = {Section.BACKGROUND, Section.PROCEDURE, Section.DISTRIBUTION}
_FINDS = re.compile(r"\b(?:finner|fann|konstaterar|konstaterade)\s+(?:därmed\s+|därvid\s+)?att\s+")


def find_concluded(item: ItemLines) -> tuple[Span, ...]:
    """What is to be done behind an arrow or the word for a conclusion, in text that no heading holds: "… gicks igenom. => Cia kontaktar skolan"."""
    words = item.text[item.lines[0].start : item.lines[-1].end] if item.lines else ""
    if not any(sign in words for sign in _CONCLUDING):
        return ()
    found: list[Span] = []
    for start, end in find_stretches(item.lines, [section is None for section in item.sections]):
        marks = [(mark.start(), mark.end()) for mark in _CONCLUDES.finditer(item.text, start, end)]
        for (_, behind), (limit, _) in pairwise([*marks, (end, end)]):
            begin, stop = iter_sentences(item.text, behind, limit)[0]
            words = item.text[begin:stop]
            if decides_further(words, item.minutes):
                found.append((begin, stop))
    return tuple(found)


_CONCLUSIONS = ("Slutsats", "Konklusion")
_CONCLUDING = (*_CONCLUSIONS, *ARROW_HEADS)
_CONCLUDES = re.compile(
    rf"(?:^|(?<=\s))(?:{ARROW}|(?:{'|'.join(_CONCLUSIONS)})(?:er)?:)\s+(?:[-–•*]\s+)?(?=[A-ZÅÄÖ])", re.MULTILINE
)


def find_unread_below(item: ItemLines, decisions: Sequence[Decision], used: Container[int]) -> tuple[Span, ...]:
    """What stands below a heading of what this body decided and holds no decision: as far as the heading reaches. `used` are the
    indexes of the lines that are read: "Enligt förslag." is, where what was proposed is what was decided. Where an item decides
    nothing, what stands below the heading of what another body decided is told too: it may be that body's, or a name not known."""
    spans = [
        (line.start, line.end)
        for line in item.lines
        if line.column and line.index not in used and _WORD.search(line.text) and not NOTHING.match(line.text)
    ]
    for i, (line, section) in enumerate(zip(item.lines, item.sections, strict=True)):
        heading = section_heading(line.text) if section in _OF_DECISIONS else None
        if heading is None or (section is Section.EARLIER and (decisions or heading.section is not Section.DECISION)):
            continue
        stop = next((k for k in range(i + 1, len(item.lines)) if _ends_part(item, k, section)), len(item.lines))
        below = item.lines[i + 1 : stop]
        if not below or NOTHING.match(below[0].text) or (decisions and all(x.index in used for x in below)):
            continue
        start, end = below[0].start, below[-1].end
        if section is Section.EARLIER:
            spans += iter_sentences(item.text, start, end)
        elif any(d.span[0] < end and start < d.span[1] for d in decisions):
            spans += (s for s in iter_sentences(item.text, start, end) if _is_done(item, s, decisions))
        elif _WORD.search(item.text, start, end):
            spans.append((start, end))
    return tuple(spans)


_OF_DECISIONS = {Section.DECISION, Section.EARLIER}


def _is_done(item: ItemLines, sentence: Span, decisions: Sequence[Decision]) -> bool:
    """Whether a sentence says what is to be done, and no decision holds anything of it."""
    start, end = sentence
    words = item.text[start:end]
    if any(d.span[0] < end and start < d.span[1] for d in decisions):
        return False
    return states_decision(words, item.minutes) or is_ordered(words) or tells_who_does(words, item.minutes)


def _ends_part(item: ItemLines, k: int, section: Section | None) -> bool:
    return item.sections[k] is not section or section_heading(item.lines[k].text) is not None


NOTHING = re.compile(r"(?:inget|inga|ej|intet)\s+beslut\b", re.IGNORECASE)
""" "Beslut: Inget beslut fattades." """
_WORD = re.compile(r"[^\W\d_]{2}")


def _ends_proposals(before: str) -> bool:
    """Whether words tell what is proposed, no body decides in them, and they lead nothing in."""
    told = before.lower()
    return _PROPOSED.search(told) is not None and not any(word in told for word in _BESIDE) and not _LEADS_ON.search(told)


def _beginnings(item: ItemLines, start: int, end: int) -> list[int]:
    """Where a sentence begins between two offsets, or a body that decides behind a word in lower case, in text that ran together."""
    behind = {start + match.end() for match in BEHIND_WORD.finditer(item.text[start:end])}
    behind = {at for at in behind if not _LEADS_ON.search(item.text[start:at])}
    return sorted({s for s, _ in iter_sentences(item.text, start, end)} | behind)
