"""What was proposed in an item, where that is what was decided: "Nämnden beslutar enligt förslaget"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.record import DecisionKind
from ingest.decisions.blocks import read_block
from ingest.decisions.clauses import ATT, NUMBERED, PROPOSED_BY, Clause
from ingest.decisions.inline import find_clause
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.decisions.leads import PROPOSED, after_label, follows_proposal
from ingest.decisions.line_ends import continues_clause
from ingest.decisions.sections import is_motion
from ingest.decisions.splitting import clauses_of, split_clauses
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.vocabulary import Section, section_heading


def iter_as_proposed(item: ItemLines) -> list[Clause]:
    """ "Nämnden beslutar enligt förslaget": what was proposed in the same item is what was decided; else the sentence is."""
    agreed = find_agreements(item)
    return (_proposed(item) or agreed[:1]) if agreed else []


def find_agreements(item: ItemLines) -> list[Clause]:
    """The sentences that say that what was proposed is decided, and no more."""
    wanted = [s in (None, Section.DECISION) for s in item.sections]
    if not any(take and "förslag" in lower for lower, take in zip(item.lowers, wanted, strict=True)):
        return []
    alone = [
        (x.start, x.end) for x, take in zip(item.lines, wanted, strict=True) if take and follows_proposal(x.text, item.minutes)
    ]
    found = dict.fromkeys(alone)
    for start, end in find_stretches(item.lines, wanted):
        for s, e in iter_sentences(item.text, start, end):
            if follows_proposal(item.text[s:e], item.minutes) and not any(a < e and s < b for a, b in alone):
                found[s, e] = None
    return [Clause(s + after_label(item.text[s:e]), e, listed=True, kind=DecisionKind.APPROVE) for s, e in sorted(found)]


def _proposed(item: ItemLines) -> list[Clause]:
    clauses: list[Clause] = []
    group: list[Line] = []
    for line, section in zip(item.lines, item.sections, strict=True):
        inline = PROPOSED.match(line.text)
        if inline:
            clauses += split_clauses(item.text, line.start + inline.end(), line.end)
        elif section is Section.PROPOSAL and not section_heading(line.text):
            if ATT.match(line.text) or NUMBERED.match(line.text):
                clauses += clauses_of(group) if group else []
                group = [line]
            elif group and continues_clause(group[-1], line):
                group.append(line)
            elif not group and not clauses and decision_kind(line.text)[1] and not PROPOSED_BY.search(line.text):
                group = [line]
    found = clauses + (clauses_of(group) if group else [])
    found = [part for c in found for part in _asked_for(item.text, c)]
    return [replace(c, start=c.start + (find_clause(item.text[c.start : c.end], item.minutes) or 0)) for c in found]


_IS_ASKED = re.compile(r"[A-ZÅÄÖ][^.:]{2,60}?\sföreslås\s(?:att\s)?besluta:?\s(?=att\s)")


def _asked_for(text: str, clause: Clause) -> list[Clause]:
    """ "Styrelsen föreslås besluta att anta planen och att sprida den": what the body is asked to decide."""
    asked = _IS_ASKED.match(text, clause.start, clause.end)
    return split_clauses(text, asked.end(), clause.end) if asked else [clause]


_FIRST_WORD = re.compile(r"^(?P<body>[A-ZÅÄÖ][\wåäö-]*(?:fullmäktige|styrelsen|nämnden))\b")


def find_own_proposal(item: ItemLines) -> list[Clause]:
    """What this body proposes to another, in an item that decides nothing else: that is its decision.

    "Kommunstyrelsens förslag till beslut" / "Kommunfullmäktige antar planen.", "Förslag till kommunfullmäktige". To whom it is
    proposed must stand in the heading or first below it; below a heading of all proposals nothing is decided.
    """
    minutes = item.minutes
    moved = False
    for i, line in enumerate(item.lines[:-1]):
        heading = section_heading(line.text) if item.sections[i] is Section.PROPOSAL else None
        if heading is None:
            continue
        if not heading.body and not heading.to:
            if is_motion(line.text):
                moved = True
                continue
            return []
        if moved and not heading.to:
            continue
        other = heading.to if heading.to and not minutes.is_forum(heading.to) else None
        if (heading.body and not minutes.is_forum(heading.body)) or not (heading.body or other):
            continue
        first = _FIRST_WORD.match(item.lines[i + 1].text)
        other = other or (first["body"] if first and not minutes.is_forum(first["body"]) else None)
        return read_block(item, i + 1, implicit_att=False, headed=True, asked=other)[0] if other else []
    return []
