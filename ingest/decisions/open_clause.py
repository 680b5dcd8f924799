"""The clause that is open while the lines of a block are read: what goes on with it, and what begins anew below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.decisions.acts import tells_of_person
from ingest.decisions.block_sentences import APPROVAL
from ingest.decisions.clauses import ASKS, ATT, MEETINGS_OWN, UNFINISHED
from ingest.decisions.deeds import is_settled
from ingest.decisions.leads import begins_with_infinitive
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.verbs import is_finite


def words_of(current: Sequence[Line]) -> str:
    """The text of the lines of a clause, from the first to the last."""
    return current[0].document.text[current[0].start : current[-1].end]


_AND_ATT = re.compile(r"^(?:samt|och)\s+(?=att\b)", re.IGNORECASE)


def asks_more(current: Sequence[Line], line: Line) -> bool:
    """Whether "samt att …" at the head of a line goes on with what a sentence asks for: "… uppdrar åt kontoret att A / samt att B"."""
    begun = words_of(current)
    if line.blank_before or ATT.match(begun) or begun.endswith((".", ":")) or not _AND_ATT.match(line.text):
        return False
    return decision_kind(begun)[0] in ASKS and decision_kind(_AND_ATT.sub("", line.text))[0] not in MEETINGS_OWN


def leads_in_points(begun: str) -> bool:
    """Whether a clause so far leads in points in which it says what it asks for: "ge kontoret i uppdrag att" / "- ta fram …"."""
    return begun.rstrip(" :").endswith(" att") and decision_kind(begun)[0] in ASKS


def begins_order(current: Sequence[Line], line: Line) -> bool:
    """Whether a line in a list without "att" begins with what is to be done, or who does what, and not with the rest of the open clause."""
    text, last = line.text, current[-1].text
    orders = begins_with_infinitive(text) or APPROVAL.match(text) or (not line.blank_before and tells_of_person(text))
    if not orders:
        orders = last.endswith(".") and is_settled(text)
    return bool(orders and (not UNFINISHED.search(last) or _is_parted_by_word(current, text)))


_SHORT_CLAUSE = 60


def _is_parted_by_word(current: Sequence[Line], text: str) -> bool:
    """Whether a short line ends with "samt" before the next thing to be done: "godkänna bokslutet samt" over "överlämna det till …"."""
    last = current[-1].text
    return (
        last.endswith(" samt")
        and len(last) < _SHORT_CLAUSE
        and begins_with_infinitive(text)
        and begins_with_infinitive(current[0].text)
        and decision_kind(current[0].text)[0] not in ASKS
    )


def says_what_body_does(text: str) -> bool:
    """Whether a line begins with what the body named above does: "Hamnnämnden" / "godkänner planen." / "ger kontoret i uppdrag att …"."""
    told = decision_kind(text)[1] if text[:1].islower() else None
    return told is not None and told.start() == 0 and is_finite(text.partition(" ")[0])
