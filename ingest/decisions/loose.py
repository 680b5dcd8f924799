"""Att-satser that stand by themselves, without a word of deciding: "Att godkänna dagordningen." on a line, or within a paragraph."""

from __future__ import annotations

import re

from ingest.decisions.acts import is_thing_done, is_to_be_done
from ingest.decisions.clauses import ATT, LEAD, PROPOSED_BY, Clause
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.decisions.leads import begins_with_infinitive
from ingest.decisions.line_ends import continues_clause, is_broken_on_purpose
from ingest.decisions.splitting import clauses_of, split_clauses
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import cut_sentences, iter_sentences
from ingest.verbs import has_finite, is_infinitive


def iter_loose(item: ItemLines) -> list[Clause]:
    """ "Att godkänna dagordningen." on a line of its own: what is decided, without a word of deciding."""
    clauses: list[Clause] = []
    group: list[Line] = []
    for i, (line, section) in enumerate(zip(item.lines, item.sections, strict=True)):
        if group and ATT.match(line.text) and not line.blank_before and _says_what_happens(line.text):
            clauses += clauses_of(group)
            group = [line]
            continue
        if group and not ATT.match(line.text) and continues_clause(group[-1], line):
            group.append(line)
            continue
        clauses += clauses_of(group) if group else []
        group = [line] if section is None and _is_loose(item.lines, i) else []
    clauses += clauses_of(group) if group else []
    return clauses or _loose_sentences(item)


def _says_what_happens(text: str) -> bool:
    """Whether an att-sats says what is done with a thing, as one below another that decides may: "Att planen ses över varje år"."""
    lead = LEAD.match(text)
    return is_thing_done(text[lead.end() if lead else 0 :].replace("Att ", "att ", 1))


def _loose_sentences(item: ItemLines) -> list[Clause]:
    """ "Inga synpunkter framkom. Att lägga protokollet till handlingarna.": a sentence of its own in a paragraph."""
    clauses: list[Clause] = []
    for start, end in find_stretches(item.lines, [s is None for s in item.sections]):
        before = ""
        for s, e in cut_sentences(item.text, iter_sentences(item.text, start, end), _BARE_ATT):
            sentence = item.text[s:e]
            if (
                sentence[:4].lower() == "att "
                and (_tells_what(sentence) or (sentence[0] == "a" and before.endswith(".") and _says_to_do(sentence)))
                and (_VOTED.search(before) or _IS_READY.search(before) or not _LEADS_IN_OTHER.search(before))
            ):
                clauses += split_clauses(item.text, s, e)
            before = sentence
    return clauses or _first_deeds(item)


def _first_deeds(item: ItemLines) -> list[Clause]:
    """ "Godkänna rapporten. Resultatet förs till nästa år." first of all in an item: in a copy that lost the line that leads it in,
    because it stands on every page."""
    clauses: list[Clause] = []
    for start, end in find_stretches(item.lines[:1], [s is None for s in item.sections[:1]]):
        for s, e in iter_sentences(item.text, start, end):
            sentence = item.text[s:e]
            if not (_begins_with_deed(sentence) or (clauses and is_to_be_done(sentence) and not PROPOSED_BY.search(sentence))):
                break
            clauses.append(Clause(s, e, listed=True))
    return clauses


def _begins_with_deed(sentence: str) -> bool:
    """Whether a sentence begins with the infinitive of what a body decides to do, and says no more: "Avslå motionen."."""
    if not (sentence[:1].isupper() and sentence.endswith(".") and begins_with_infinitive(sentence)):
        return False
    told = decision_kind(sentence)[1]
    return told is not None and told.start() == 0 and not has_finite(sentence)


_VOTED = re.compile(r"\bfinner\s+att\b")
"""The outcome of a vote stands before what was decided, though it speaks of proposals."""
_IS_READY = re.compile(
    r"\b(?:har|hade)\s+(?:[\wåäö]+\s+){0,3}?(?:upprättat|utarbetat|tagit\s+fram|arbetat\s+fram|lämnat|skickats|sänts|delats\s+ut)\b[^.]*\.$"
)
""" "Kansliet har upprättat ett förslag." tells of a proposal, and proposes nothing itself."""
_BARE_ATT = re.compile(r"\s(?<=[a-zåäö0-9)][.!?]\s)\s*(?=att\s+[a-zåäö])")
""" "… vill vänta. att ge kontoret i uppdrag": an att-sats in lower case behind a full stop."""


def judges(clause: str) -> bool:
    """Whether an att-sats is the subject of a judgement; what a subordinate clause of it says is none: "… då ansökan är ofullständig"."""
    reason = _REASON.search(clause)
    return _JUDGES.search(clause[: reason.start()] if reason else clause) is not None


_REASON = re.compile(r",?\s(?:då|eftersom|därför\s+att|med\s+anledning\s+av)\s")
_JUDGES = re.compile(r"\b(?:är|innebär|kräver|kan|skulle|blir|vore|betyder|var|har|borde|ger\s+inte|kostar)\b", re.IGNORECASE)
""" "Att anta planen innebär kostnader." says something of it."""
_LEADS_IN_OTHER = re.compile(
    r"(?::|\b(?:förslag\w*|föresl\w+|yrka\w*|syfte\w*|mål\w*|för|om|är|genom|med|av|och|till))\s*$|\bföresl\w+|\byrka\w*|\bförslag",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"^att\s+(?:(?:i\s+övrigt|med\s+\w+|därmed|även)\s+)?", re.IGNORECASE)


def _is_loose(lines: tuple[Line, ...], i: int) -> bool:
    text = lines[i].text
    lead = LEAD.match(text)
    clause = text[lead.end() :] if lead else text
    if not clause.lower().startswith("att ") or not _tells_what(clause):
        return False
    if i and text[:1] == "a" and _is_wrapped(lines[i - 1], lines[i]):
        return False
    k = i - 1
    while k >= 0 and ATT.match(lines[k].text):
        k -= 1
    return k < 0 or not _LEADS_IN_OTHER.search(lines[k].text)


_FEW_WORDS = 6
"""A line of no more may end where it stands, and need not be wrapped."""


def _is_wrapped(before: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the line before: "… förbundet kommer" / "att bjuda in till en träff"."""
    if line.blank_before or ATT.match(before.text) or before.text.endswith((".", ":", ",", "!", "?", ";")):
        return False
    return len(before.text.split()) > _FEW_WORDS and not is_broken_on_purpose(before.text, line.text)


def _tells_what(clause: str) -> bool:
    """Whether an att-sats begins with what a body decides: "att i övrigt lägga …"."""
    before = _BEFORE_VERB.match(clause)
    begins = before is not None and begins_with_infinitive(clause, before.end())
    return begins and decision_kind(clause)[1] is not None and not judges(clause)


def _says_to_do(clause: str) -> bool:
    """Whether an att-sats begins with what is to be done, in whatever words: "att avvakta kommunens svar"."""
    before = _BEFORE_VERB.match(clause)
    return before is not None and is_infinitive(clause[before.end() :].partition(" ")[0]) and not judges(clause)
