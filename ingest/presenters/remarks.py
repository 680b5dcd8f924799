"""What somebody says at a meeting and does not present: an answer, something from the own municipality, a word in the round, who they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold, lowered_between
from graph.record import Presenter
from ingest.people.words import is_first_name
from ingest.presenters.tellings import Telling
from ingest.presenters.words import asks, raises

_OPENING = re.compile(
    r"(?:mötets?|sammanträdets?|dagens\s+möte)\s*(?:öppn(?:ande|as|ades)|välkom(?:men|na))\b"
    r"|öppn(?:ande|as|ades)\b(?!\s+av\s+(?!mötet|sammanträdet|dagens))|välkom(?:men|na)\b",
    re.IGNORECASE,
)
""" "Mötets öppnande", not "Öppnande av hamnen": who tells of the town hall there is the host."""
_OTHER_MATTERS = re.compile(r"övrigt$|övriga\s+(?:frågor|ärenden)", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:[a-zåäö]+\s+)?[a-zåäö]+(?:r|de|te|g)\s+(?:för\s+)?(?:(?:också|även|kort|vidare)\s+)?att\s")
""" "Anna berättade att Mora har fått en ny lokal": a fact, by one of those whom all know by their first names."""
_TELLS = re.compile(r"\s+berätta(?:r|de)\s")
_INTRODUCES = re.compile(r"[^.]{0,80}?\bpresentera(?:r|de)\s(?:[^.]{0,60}?\s)?sig\b|\s+deltog\s+för\s+första\s+gången\b")
_BRINGS = re.compile(r"\s+(?:har|hade)\s+med\s+sig\s")


def without_sayings(found: Sequence[Presenter], tellings: Sequence[Telling], title: str) -> list[Presenter]:
    """The presenters whom the sentences of an item tell, without those who only say something."""
    opening = _OPENING.match(title) is not None
    other = _OTHER_MATTERS.match(title) is not None
    return [one for one in found if not any(_only_says(one, telling, opening, other) for telling in tellings)]


def _only_says(one: Presenter, telling: Telling, opening: bool, other: bool) -> bool:
    (start, end), text = one.span, telling.text
    if not telling.span[0] <= start < telling.span[1]:
        return False
    behind = text[end : telling.span[1]].replace("\n", " ")
    if _BRINGS.match(behind) or (opening and (one.role is None or _INTRODUCES.match(behind))):
        return True
    alone = fold(one.name).startswith(f"{fold(one.as_written)} ") or all(map(is_first_name, one.as_written.split()))
    before = lowered_between(text, *telling.before).replace("\n", " ") if telling.before is not None else ""
    asked = asks().search(before) is not None
    if alone and ((_THAT.match(behind) and (other or not telling.opens)) or asked or raises().search(before)):
        return True
    return one.role is None and asked and _TELLS.match(behind) is not None
