"""Chains of numbers that rise, and the numbers that belong into their gaps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from ingest.items.starts import DECIMAL_SUB, Start, reads_like_title
from ingest.items.titles import BODY
from ingest.lines import Line
from ingest.verbs import has_finite


def find_chain(starts: list[Start], first: int | None) -> list[Start]:
    """The heaviest run of starts whose numbers rise: steps of one weigh most; headings and bold lines weigh more."""
    if not starts:
        return []
    best: list[tuple[float, int | None]] = []
    for i, start in enumerate(starts):
        weight = 1.0 + (1.5 if start.line.is_heading else 0.0) + (0.8 if start.line.bold_share > 0.6 else 0.0)
        weight += (0.3 if start.line.blank_before else 0.0) - (0.7 if start.listed else 0.0)
        opening = 0.0 if first is None or start.value == first else -0.8 - 0.3 * min(abs(start.value - first), 5)
        score, back = weight + opening, None
        for j in range(i):
            before = starts[j]
            same = before.value == start.value and (before.sub or "") < (start.sub or "")
            step = start.value - before.value
            if step <= 0 and not same:
                continue
            gain = best[j][0] + weight - (0.0 if same or step == 1 else _leap(before, start, signed=first is None))
            if gain > score:
                score, back = gain, j
        best.append((score, back))
    at: int | None = max(range(len(best)), key=lambda k: (best[k][0], -k))
    chain: list[Start] = []
    while at is not None:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


def _leap(before: Start, start: Start, signed: bool) -> float:
    """What it costs to leave numbers out: little where a sign or a word tells that they are those of items, all of one body."""
    step = start.value - before.value
    if signed and step <= (_SHORT_LEAP if before.prefix == start.prefix else _LEAP_OF_OTHERS):
        return 0.1 * step
    return 0.5 + 0.25 * min(step, 12)


_SHORT_LEAP = 10
"""Paragraphs in a row that may be left out: secret ones, or those that an extract does without."""
_LEAP_OF_OTHERS = 3
""""Ks § 48" below "Kf § 39" tells where the matter was handled before."""


_LISTED = re.compile(r"[-–•*]\s+(?:(?P<sign>§)\s?)?(?P<a>\d{1,4})(?P<mark>[.)]?)\s+(?=[A-ZÅÄÖ])")


def with_listed(chain: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with the numbers that it leaps over, or that go on from its last, which a copy has made items of a list: "- 3. Title"."""
    gaps = _gaps(chain)
    found: dict[int, list[Start]] = {}
    for line in lines if gaps else ():
        if line.text[0] in "-–•*" and (match := _LISTED.match(line.text)) and bool(match["sign"]) == (chain[0].scheme == "§"):
            n = int(match["a"])
            before, after = gaps.get(n, (None, None))
            if before and before.line.index < line.index and (after is None or line.index < after.line.index):
                found.setdefault(n, []).append(Start(line, chain[0].scheme, n, None, line.start + match.end()))
    return sorted([*chain, *(s[0] for s in found.values() if len(s) == 1)], key=lambda s: s.line.index)


def _gaps(chain: list[Start]) -> dict[int, tuple[Start, Start | None]]:
    """The numbers that a chain leaps over, or that may go on from its last, each with the starts between which it belongs."""
    if not chain or chain[0].sub is not None:
        return {}
    return {n: (a, b) for a, b in pairwise([*chain, None]) if a for n in _missing(a, b)}


def with_alone(chain: list[Start], alone: list[Start]) -> list[Start]:
    """The chain of bare numbers with those that it leaps over, or that go on from its last one by one, and that stand alone over their
    titles, where the others have a diary number beside them: "25 Dnr HN 2031/4" … "26"."""
    if len(chain) < _FEWEST_BARE or any(s.scheme != "1" for s in chain):
        return chain
    gaps, found, last = _gaps(chain), list[Start](), chain[-1]
    for start in alone:
        before, after = gaps.get(start.value, (None, None))
        if before is None or not start.line.blank_before or start.line.index < before.line.index:
            continue
        if after is None and start.value == last.value + 1 and start.line.index > last.line.index:
            found.append(start)
            last = start
        elif after is not None and start.line.index < after.line.index:
            found.append(start)
    return sorted([*chain, *found], key=lambda s: s.line.index)


_FEWEST_BARE = 3
_GOES_ON = 10
"""Numbers behind the last of a chain that are looked for."""


def _missing(start: Start | None, following: Start | None) -> range:
    if start is None:
        return range(0)
    return range(start.value + 1, following.value if following else start.value + _GOES_ON)


_JOINT = re.compile(rf"^(?:{BODY}\s*)?§§\s*(?P<a>\d{{1,4}})\s?[-–]\s?(?P<b>\d{{1,4}})\b\s*[.:]?\s*(?P<rest>.*)$", re.DOTALL)


def with_joint(chain: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with the paragraphs that are set together ("§§ 13–14 Paragraferna är sekretessbelagda"), where they fill its gap."""
    gaps = {(a.value + 1, b.value - 1): (a, b) for a, b in pairwise(chain) if b.value - a.value > _SHORTEST_JOINT}
    joint: list[Start] = []
    for line in lines if gaps else ():
        if "§§" in line.text[:_LEAD_OF_JOINT] and (match := _JOINT.match(line.text)):
            before, after = gaps.get((int(match["a"]), int(match["b"])), (None, None))
            if before is None or after is None or _LEFT_OUT.match(match["rest"]):
                continue
            if before.line.index < line.index < after.line.index:
                joint.append(Start(line, "§", int(match["a"]), f"-{match['b']}", line.start + match.start("rest")))
    return sorted([*chain, *joint], key=lambda s: s.line.index)


_LEFT_OUT = re.compile(r"(?:utgår|utgick|saknas|används\s+ej)\b", re.IGNORECASE)
_SHORTEST_JOINT = 2
_LEAD_OF_JOINT = 30


def with_doubled(chain: list[Start], starts: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with a number that was given to two matters: each has a title of its own in the same look, over text."""
    order = {line.index: k for k, line in enumerate(lines)}
    known = {s.line.index for s in chain}
    found: list[Start] = []
    for before, after in pairwise([*chain, None]):
        if before is None:
            continue
        end = after.line.index if after else len(lines) + lines[-1].index
        between = [s for s in starts if before.line.index < s.line.index < end and s.line.index not in known]
        if len(between) != 1 or between[0].value not in {before.value, after.value if after else before.value}:
            continue
        other = between[0]
        twin = before if other.value == before.value else after
        if other.listed and not (after and after.listed):
            continue
        if twin is not None and _is_twin(other, twin) and _is_told(other, lines, order) and _is_told(before, lines, order):
            found.append(other)
    return sorted([*chain, *found], key=lambda s: s.line.index)


def _is_twin(other: Start, twin: Start) -> bool:
    """Whether two numbers stand before titles that look alike and say different things."""
    a, b = (s.line.document.text[s.rest_offset : s.line.end].strip().casefold() for s in (other, twin))
    alike = (other.scheme, other.sub, other.prefix, other.line.is_heading) == (
        twin.scheme,
        twin.sub,
        twin.prefix,
        twin.line.is_heading,
    )
    alike = alike and (other.line.bold_share > 0.6) == (twin.line.bold_share > 0.6)
    apart = other.line.blank_before and twin.line.blank_before
    return alike and apart and bool(a and b) and a[:_SAME] != b[:_SAME] and reads_like_title(a.capitalize())


_SAME = 12
"""Letters of two titles that are compared: "Bokslut" and "Bokslut (forts.)" are one."""


def _is_told(start: Start, lines: list[Line], order: Mapping[int, int]) -> bool:
    """Whether a sentence stands below a title."""
    at = order[start.line.index] + 1
    return at < len(lines) and has_finite(" ".join(x.text for x in lines[at : at + 2]))


def with_strays(chain: list[Start], starts: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with the numbers that it leaps over and that stand elsewhere: matters that were taken up in another order."""
    known = {s.value for s in chain}
    strays: list[Start] = []
    for value in range(chain[0].value, chain[-1].value + _TAKEN_FIRST):
        if value in known:
            continue
        others = [s for s in starts if s.value == value and s.prefix == chain[0].prefix]
        if len(others) == 1 and _is_titled(others[0], lines):
            strays += others
    return sorted([*chain, *strays], key=lambda s: s.line.index)


_TAKEN_FIRST = 2
"""The matter behind the last of a chain may be the one that was taken up before it."""
_LONGEST_STRAY = 80


def _is_titled(start: Start, lines: list[Line]) -> bool:
    """Whether a number out of order stands before a title, by its look and by what follows: numbers below it, or text of its own."""
    text = start.line.text
    if len(text) > _LONGEST_STRAY or text.rstrip().endswith((".", ",", ";", ":")) or has_finite(text):
        return False
    i = next(k for k, x in enumerate(lines) if x is start.line)
    below = DECIMAL_SUB.match(lines[i + 1].text) if i + 1 < len(lines) else None
    return (below is not None and int(below["a"]) == start.value) or (start.line.blank_before and not start.listed)
