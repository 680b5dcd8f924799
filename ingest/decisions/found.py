"""What the chair finds that this body decides, where nothing else of an item tells it: "Ordföranden konstaterar att nämnden beslutar anta planen."."""

from __future__ import annotations

import re

from ingest.decisions.clauses import Clause
from ingest.decisions.deciders import is_own
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.decisions.leads import follows_proposal
from ingest.kinds import decision_kind
from ingest.sentences import iter_sentences
from ingest.vocabulary import BODY_NOUN

_FOUND = re.compile(
    r"\b(?:finner|fann|konstaterar|konstaterade)\s+(?:(?:därmed|därvid|även)\s+)?att\s+"
    r"(?P<who>(?P<subject>(?:[\wåäö-]+\s){1,4}?)(?:beslutar|beslutade|beslöt|har\s+beslutat)\s+)(?P<att>att\s)?(?P<deed>.*)",
    re.DOTALL,
)
_WORDS = ("finner att", "fann att", "konstatera")
"""One of these stands in whatever it finds, but for an adverb."""


def find_found(item: ItemLines) -> list[Clause]:
    """What the chair names, from "att" or from the body on, up to the end of the sentence; nothing where it only says that what was
    proposed is decided, which the proposal tells."""
    clauses: list[Clause] = []
    if not any(words in lower for lower in item.lowers for words in _WORDS):
        return clauses
    for start, end in find_stretches(item.lines, [section is None for section in item.sections]):
        for s, e in iter_sentences(item.text, start, end):
            match = _FOUND.search(item.text, s, e)
            if match is None or not is_own(match["subject"], item.minutes) or not BODY_NOUN.search(match["subject"]):
                continue
            if follows_proposal(item.text[match.start("subject") : e], item.minutes):
                continue
            begin = match.start("att") if match["att"] else match.start("who")
            if match["att"] or decision_kind(match["deed"])[1] is not None:
                clauses.append(Clause(begin, e, listed=True))
    return clauses
