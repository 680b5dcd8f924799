"""Who is elected on the lines below: "Till justerare valdes:" over "Anna Ek" and "Bo Lind" is one decision, and they belong to it."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import lowered_between, squash
from graph.record import DecisionKind
from ingest.decisions.clauses import NUMBERED, Clause
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_LEADS_IN_NAMES = re.compile(
    r"\b(?:följande|nedanstående)\b|:\s*$|\b(?:utser|utsåg|utsågs|utses|utse|väljer|valde|valdes|väljs|välja)(?:\s+enhälligt)?\s*$",
    re.IGNORECASE,
)
_TO_OFFICE = re.compile(
    r"(?:(?:ordinarie\s+)?ledamöter|ersättare|suppleanter|(?:(?:1:e|2:e|förste|andre)\s+)?(?:vice\s+)?ordförande|revisorer|ombud|samt|och)\s*:?"
    r"|(?:till|som)\s[^.:]{3,80}\.?",
    re.IGNORECASE,
)
""" "Ersättare" over further names, "till ledamöter i nämnden" below them."""
_EACH_TO = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){1,3}(?:\s\([^()]{1,20}\))?,?\s(?:till|som)\s")
""" "Anna Ek (S) till ordförande": each to something of their own."""
_FOLLOWING = re.compile(r"\b(?:följande|nedanstående)\b", re.IGNORECASE)
_LONGEST_NAMES = 90


def names_elected(text: str) -> bool:
    """Whether a line names one or more who are elected, or what they are elected to, and says no more."""
    mark = NUMBERED.match(text)
    begin = mark.end() if mark else 0
    if len(text) > _LONGEST_NAMES or section_heading(text):
        return False
    names = find_names(text[begin:])
    return _TO_OFFICE.fullmatch(text) is not None or (bool(names) and names[0].start == 0 and not has_finite(text))


def elected_below(lines: tuple[Line, ...], clause: Clause) -> list[Clause]:
    """The clause with the names on the lines below that it leads in; or, where these say to what each is elected, a clause of each."""
    if not lines or not _is_led_in(lines[0].document.text, clause):
        return [clause]
    last = next((k for k, x in enumerate(lines) if x.start < clause.end <= x.end), None)
    if last is None or lines[last].text[clause.end - lines[last].start :].strip(" :."):
        return [clause]
    apart = lines[last].text.endswith(":") or _FOLLOWING.search(lines[last].text) is not None
    below: list[Line] = []
    for line in lines[last + 1 :]:
        if not names_elected(line.text) or (line.blank_before and not apart):
            break
        below.append(line)
    while below and not find_names(below[-1].text) and not below[-1].text.lower().startswith(("till ", "som ")):
        below.pop()
    names = tuple(dict.fromkeys(squash(x.text[n.start : n.end]) for x in below for n in find_names(x.text)))
    if not names:
        return [clause]
    marks = [NUMBERED.match(x.text) for x in below]
    begins = [x.start + (mark.end() if mark else 0) for x, mark in zip(below, marks, strict=True)]
    if all(_EACH_TO.match(x.document.text, begin, x.end) for x, begin in zip(below, begins, strict=True)):
        return [
            replace(clause, start=begin, end=x.end, listed=True, kind=DecisionKind.APPOINT)
            for x, begin in zip(below, begins, strict=True)
        ]
    return [replace(clause, end=below[-1].end, elected=names)]


_LEADING = ("följande", "nedanstående")
_LEADING_ENDS = (":", "enhälligt", "utser", "utsåg", "utsågs", "utses", "utse", "väljer", "valde", "valdes", "väljs", "välja")
"""One of those stands in what `_LEADS_IN_NAMES` finds, or it ends so."""


def _is_led_in(text: str, clause: Clause) -> bool:
    lower = lowered_between(text, clause.start, clause.end)
    if not (lower.rstrip().endswith(_LEADING_ENDS) or any(word in lower for word in _LEADING)):
        return False
    words = text[clause.start : clause.end]
    kind, told = decision_kind(words)
    return kind is DecisionKind.APPOINT and told is not None and _LEADS_IN_NAMES.search(words) is not None
