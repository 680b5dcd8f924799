"""Sentences that say what this body decides, in parts of an item that are not read for decisions: among proposals, votes or recipients.

They are told beside the record where no decision of the item says the same, so that a heading that reaches too far loses nothing in silence.
"""

from __future__ import annotations

import re

from graph.record import Span
from ingest.decisions.blocks import ItemLines
from ingest.decisions.deciders import is_own
from ingest.decisions.sections import DECIDES, SILENT
from ingest.decisions.within import BEHIND_WORD
from ingest.sentences import iter_sentences
from ingest.vocabulary import BODY_NOUN, Section, section_heading

_PROPOSED = re.compile(r"(?:^|\s)att\s+\w")
_LEADS_ON = re.compile(r"(?::|\b(?:att|föresl\w+|förslag\w*|yrka\w*|besluta))\s*$")
_BESIDE = ("beslut", "beslöt")


def find_unheard(item: ItemLines, *, decided: bool) -> tuple[Span, ...]:
    """Where each such sentence stands. `decided` tells that the item has decisions: then what stands among its proposals is one of them.

    Only the present counts: in the past it may be another meeting that decided. Among proposals "Nämnden beslutar att …" is itself
    proposed, unless att-satser that name no body stand before it."""
    unheard: list[Span] = []
    before = ""
    for line, section in zip(item.lines, item.sections, strict=True):
        if section not in SILENT or section_heading(line.text):
            before = ""
            continue
        text = line.text
        if "beslutar" in text:
            for start in _beginnings(item, line.start, line.end):
                told = f"{before} {text[: start - line.start]}".strip()
                if section is Section.PROPOSAL and (decided or not _ends_proposals(told)):
                    continue
                match = DECIDES.match(item.text, start, line.end)
                if match and not match["past"] and BODY_NOUN.search(match["subject"]) and is_own(match["subject"], item.minutes):
                    unheard.append((start, iter_sentences(item.text, start, line.end)[0][1]))
        before += f" {text}"
    return tuple(unheard)


def _ends_proposals(before: str) -> bool:
    """Whether words tell what is proposed, no body decides in them, and they lead nothing in."""
    told = before.lower()
    return _PROPOSED.search(told) is not None and not any(word in told for word in _BESIDE) and not _LEADS_ON.search(told)


def _beginnings(item: ItemLines, start: int, end: int) -> list[int]:
    """Where a sentence begins between two offsets, or a body that decides behind a word in lower case, in text that ran together."""
    behind = {start + match.end() for match in BEHIND_WORD.finditer(item.text[start:end])}
    behind = {at for at in behind if not _LEADS_ON.search(item.text[start:at])}
    return sorted({s for s, _ in iter_sentences(item.text, start, end)} | behind)
