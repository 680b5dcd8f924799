"""Whether a line goes on with the clause above it, over a hard line end, or begins anew."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import inf

from graph.names import squash
from graph.record import DecisionKind
from ingest.decisions.acts import tells_of_person
from ingest.decisions.clauses import ASKS
from ingest.document import Document
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.people.words import is_first_name
from ingest.sentences import ends_with_small_word
from ingest.vocabulary import section_heading

_ABOUT = re.compile(r"\b(?:om|angående|gällande|kring|rörande)\s+\S", re.IGNORECASE)
"""A petition that says what about needs no att-sats of its own."""
_FROM_WHOM = re.compile(r"\bbegära\s+(?!av\s|hos\s)(?:[a-zåäö]+\s+){1,3}?(?:av|från|hos)\s", re.IGNORECASE)
""" "att begära svar av kommunerna" says what is begged for."""


def awaits_att(current: list[Line], line: Line) -> bool:
    """Whether "att …" at the head of a line goes on with a recommendation or assignment broken at a hard line end."""
    if not line.text.lower().startswith("att"):
        return False
    begun = squash(current[0].document.text[current[0].start : current[-1].end])
    if _ASKS_TO_ASK.search(begun):
        return True
    if line.blank_before:
        return False
    kind, told = decision_kind(begun)
    if _BEFORE_ATT.search(begun):
        return True
    if kind is DecisionKind.PETITION and (_ABOUT.search(begun) or _FROM_WHOM.search(begun)):
        return False
    return (
        kind in ASKS
        and told is not None
        and not begun.endswith((".", ",", ";"))
        and not re.search(r"\s(?:att|samt)\b", begun[8:])
    )


_ASKS_TO_ASK = re.compile(r"\bföreslå\s+[\wåäö-]+\s+(?:att\s+)?(?:i\s+sin\s+tur\s+)?föreslå\s+[\wåäö-]+$")
""" "att föreslå landstingsstyrelsen att föreslå landstingsfullmäktige" / "att anta planen"."""
_BEFORE_ATT = re.compile(
    r"\b(?:om|för|till|på|i|med|av|så|under\s+förutsättning|villkor(?:et)?|(?:är|var|blir|vore|känns)\s+(?:(?!för|till|i|på|av|med|under)\w+\s+){0,2}[a-zåäö]+)$"
)
"""What an att-sats belongs to that begins the next line: "för" / "att godkänna ansökan", "som är mest intressant" / "att följa"."""


def continues_clause(before: Line, line: Line) -> bool:
    """Whether a line goes on with the clause of the line before, over a hard line end (or an empty line in a loose copy)."""
    text = line.text
    ended = before.text.rstrip().endswith((".", "!", "?", ":"))
    if not ended and text[0].isupper() and tells_of_person(text) and not _GOES_ON.search(before.text.rstrip()):
        return False
    if line.is_heading or section_heading(text) or line.cells or is_page_number(line):
        return False
    if text[0].islower() or text[0] in '”"(–0123456789':
        return not (ended and line.blank_before)
    if not line.blank_before:
        return not is_broken_on_purpose(before.text, text) and (not ended or line.block is before.block)
    begun = before.text.rstrip()
    return begun.endswith((",", "–", "-")) or ends_with_small_word(begun) or _parts_name(begun, text)


def _parts_name(before: str, text: str) -> bool:
    """Whether a line ends with somebody's first name and the next begins with the surname: "… tecknas av ordföranden Anna" / "Ek, två i
    förening."."""
    first, last = _FIRST_AT_END.search(before), _SURNAME_AT_HEAD.match(text)
    return first is not None and last is not None and is_first_name(first.group()) and not is_first_name(last["name"])


_FIRST_AT_END = re.compile(r"(?<=[a-zåäö,)]\s)[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?$")
_SURNAME_AT_HEAD = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)(?:[,.;]|\s+(?:och|samt|till|att|\([A-ZÅÄÖ]{1,4}\))(?=\s|$|,)|$)"
)


_GOES_ON = re.compile(
    r"(?:[,–-]|\b(?:och|samt|för|av|till|i|med|om|från|att|på|hos|som|när|där|utse|välja|ge|åt))$", re.IGNORECASE
)
_ITEM_NUMBER = re.compile(r"(?P<n>\d{1,3})(?P<point>\.?)\s+[A-ZÅÄÖ]")
_FEW_POINTS = 5


def begins_another_item(lines: tuple[Line, ...], begin: int, i: int) -> bool:
    """Whether the line at `i` is the head of another item, whose number lost what told it from a point: "45 Turisttrafiken".

    It stands apart, and no line from `begin` on has the number before it, as the points of a list have.
    """
    line = lines[i]
    number = _ITEM_NUMBER.match(line.text) if line.blank_before and not line.cells else None
    if number is None or int(number["n"]) < (_FEW_POINTS if number["point"] else 2):
        return False
    before = re.compile(rf"(?:[-–•]\s+)?{int(number['n']) - 1}\s?[.)]?\s")
    return not any(before.match(other.text) for other in lines[begin:i])


def is_page_number(line: Line) -> bool:
    """Whether a line is a number that stands apart: what is left of the foot or the head of a page."""
    return line.blank_before and line.text.isdigit()


def is_broken_on_purpose(before: str, text: str) -> bool:
    """Whether the first word of a line would have fitted on the line before: then it was not wrapped but begun anew."""
    return len(before) + len(text.split(maxsplit=1)[0]) + 5 < max(len(before), len(text))


BEGINS_SENTENCE = re.compile(r"[A-ZÅÄÖ]|[\"”“«»][A-ZÅÄÖ\d]|§{1,2}\s?\d|\d[\d ]*(?:,\d+)?\s?(?:%|[a-zåäö]{2})")
"""How a sentence begins: with a capital, what is quoted, a paragraph, or a number and what it counts ("240 tkr omfördelas …")."""


def ends_early(before: str, text: str, document: Document) -> bool:
    """Whether the first word of a line would have fitted on the line before, as wide as the document's wrapped lines are: then the line was
    begun anew, however short both are."""
    return len(before) + 1 + len(text.split(maxsplit=1)[0]) <= _width(document.text)


@lru_cache(maxsize=4)
def _width(text: str) -> float:
    """How long a line is that was wrapped: most of those that go on below in small letters are no longer. Where no line is wrapped, each
    line end is the end of a paragraph."""
    lines = [line.strip() for line in text.split("\n")]
    wrapped = sorted(
        len(a) for a, b in pairwise(lines) if a and a[-1] not in _STOPS and b[:1].islower() and not b.startswith("att ")
    )
    return wrapped[_MOST * len(wrapped) // _OF_ALL] if wrapped else inf


_STOPS = ".:;!?"
_MOST, _OF_ALL = 3, 4
