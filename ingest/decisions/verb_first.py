"""Decisions below a line that holds the forum's name alone: "Nämnden" over "godkänner uppföljningen," and "uppdrar åt kontoret att …"."""

from __future__ import annotations

from ingest.decisions.clauses import Clause
from ingest.decisions.deciders import Minutes, is_forum_phrase
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.verbs import is_finite
from ingest.vocabulary import section_heading

_LONGEST_SUBJECT = 60
_ENDS = (",", ".", ";")


def stands_over_verb(lines: tuple[Line, ...], i: int, minutes: Minutes) -> bool:
    """Whether the line at `i` is the forum's name, and the next begins with what it does: "beviljar föreningen 5 000 kronor"."""
    if i + 1 >= len(lines) or not _decides(lines[i + 1].text):
        return False
    text = lines[i].text
    return len(text) <= _LONGEST_SUBJECT and text[:1].isupper() and is_forum_phrase(text, minutes)


def verbs_below(lines: tuple[Line, ...], i: int, minutes: Minutes) -> tuple[list[Clause], int] | None:
    """The clauses below the forum's name at `i`, each beginning with its verb, and the position after them; None where none follow.

    The first must tell what is decided; a full stop, a heading or a line that does not begin with a verb ends them.
    """
    if not stands_over_verb(lines, i, minutes):
        return None
    clauses: list[Clause] = []
    at = i + 1
    while at < len(lines) and _begins_with_verb(lines[at].text) and not section_heading(lines[at].text):
        last = at
        while not lines[last].text.endswith(_ENDS) and last + 1 < len(lines) and _goes_on(lines[last + 1]):
            last += 1
        clauses.append(Clause(lines[at].start, lines[last].end, listed=True))
        at = last + 1
        if lines[last].text.endswith("."):
            break
    return clauses, at


def _decides(text: str) -> bool:
    return _begins_with_verb(text) and decision_kind(text)[1] is not None


def _begins_with_verb(text: str) -> bool:
    """Whether a line begins with a finite verb in lower case, with nobody before it."""
    return text[:1].islower() and is_finite(text.split(maxsplit=1)[0])


def _goes_on(line: Line) -> bool:
    return not line.blank_before and not _begins_with_verb(line.text)
