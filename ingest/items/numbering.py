"""The numbers of a meeting's items: which of the numbered lines are items, and which contents, clauses or dates."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from ingest.items.starts import (
    CLAUSE,
    DECIMAL,
    LETTER,
    POINT,
    SECTION,
    Start,
    first_cell_joined,
    is_deciding,
    is_like_title,
    is_plausible,
    opens_title,
    stands_out,
)
from ingest.items.titles import GATHERING, TOC_TAIL
from ingest.lines import Line
from ingest.vocabulary import section_heading


def find_top_level(lines: list[Line]) -> list[Start]:
    sections: list[Start] = []
    points: list[Start] = []
    decimals: list[Start] = []
    in_decision = False
    for i, line in enumerate(lines):
        text = first_cell_joined(line)
        if match := SECTION.match(text):
            if is_plausible(match["rest"]) and not text.startswith("§§"):
                number = int(match["a"] or match["b"] or match["c"])
                sections.append(Start(line, "§", number, (match["sub"] or "").strip() or None, line.start + match.start("rest")))
            continue
        if match := POINT.match(text):
            if is_plausible(match["rest"]):
                points.append(Start(line, "punkt", int(match["a"]), match["sub"], line.start + match.start("rest")))
            continue
        heading = section_heading(text)
        deciding = is_deciding(text)
        if heading or (deciding and not DECIMAL.match(text)):
            in_decision = True
            continue
        if (match := DECIMAL.match(text)) and match["rest"]:
            marked = bool(match["mark"])
            rest = match["rest"]
            strong = line.is_heading or line.bold_share > 0.6
            dated = re.match(rf"{match['a']}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", text, re.IGNORECASE)
            if (
                CLAUSE.match(rest)
                or not is_plausible(rest)
                or dated
                or re.match(r"\d", rest)
                or (not marked and not strong and (len(text) > 90 or not rest[0].isupper() or text.rstrip().endswith(".")))
                or (rest[0].islower() and not strong and not LETTER.match(rest))
            ):
                continue
            decimals.append(
                Start(
                    line,
                    "1." if marked else "1",
                    int(match["a"]),
                    None,
                    line.start + match.start("rest"),
                    listed=in_decision and not strong,
                )
            )
        elif match and match["mark"] and not match["rest"] and i + 1 < len(lines) and opens_title(lines[i + 1]):
            decimals.append(Start(line, "1.", int(match["a"]), None, line.end, listed=in_decision))
        elif line.blank_before and not CLAUSE.match(text):
            in_decision = False
    several = [kept for found in (sections, points) if len(kept := _without_contents(found, lines)) >= 2]
    if several:
        return _chain(several[0], first=None)
    if not decimals and (single := _without_contents(sections, lines) or _without_contents(points, lines)):
        return _chain(single, first=None)
    decimals = _without_contents(decimals, lines)
    chain = _chain(decimals, first=1)
    if chain and sum(s.listed for s in chain) > len(chain) / 2 and sum(stands_out(x) for x in lines) > len(chain):
        # Numbers stand only before the clauses of decisions; the headings are the items.
        return []
    return chain if len(chain) >= 2 else (_chain(_without_contents(sections, lines), first=None) or chain)


def _without_contents(starts: list[Start], lines: list[Line]) -> list[Start]:
    """Where a number comes twice, once in a list of contents and once over its text, the latter stays."""
    if not starts:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    positions = [order[s.line.index] for s in starts] + [len(lines)]
    measured = [
        replace(s, length=sum(len(x.text) for x in lines[positions[i] + 1 : positions[i + 1]])) for i, s in enumerate(starts)
    ]
    best: dict[tuple[int, str | None], tuple[tuple[bool, float, int], Start]] = {}
    doubled: set[tuple[int, str | None]] = set()
    for run in _rising_runs(measured):
        # In a list of contents little stands between the numbers, but for the last of them.
        typical = median(s.length for s in run)
        for start in run:
            key = (start.value, start.sub)
            if key in best:
                doubled.add(key)
            rank = (not TOC_TAIL.search(start.line.text), typical, start.length)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, start)
    if len(doubled) >= max(2, len(best) // 2):
        return sorted((start for _, start in best.values()), key=lambda s: s.line.index)
    return [s for s in measured if not (TOC_TAIL.search(s.line.text) and s.length == 0)]


def _rising_runs(starts: list[Start]) -> list[list[Start]]:
    """The starts cut where their numbers fall: a list of contents and the items over their text are two runs."""
    runs: list[list[Start]] = []
    for start in starts:
        if runs and (runs[-1][-1].value, runs[-1][-1].sub or "") < (start.value, start.sub or ""):
            runs[-1].append(start)
        else:
            runs.append([start])
    return runs


def _chain(starts: list[Start], first: int | None) -> list[Start]:
    """The heaviest run of starts whose numbers rise: steps of one weigh most; headings and bold lines weigh more."""
    if not starts:
        return []
    best: list[tuple[float, int | None]] = []
    for i, start in enumerate(starts):
        weight = 1.0 + (1.5 if start.line.is_heading else 0.0) + (0.8 if start.line.bold_share > 0.6 else 0.0)
        weight += (0.3 if start.line.blank_before else 0.0) - (0.7 if start.listed else 0.0)
        opening = 0.0 if first is None or start.value == first else -0.8 - 0.3 * min(abs(start.value - first), 10)
        score, back = weight + opening, None
        for j in range(i):
            before = starts[j]
            same = before.value == start.value and (before.sub or "") < (start.sub or "")
            step = start.value - before.value
            if step <= 0 and not same:
                continue
            gain = best[j][0] + weight - (0.0 if same or step == 1 else 0.5 + 0.25 * min(step, 12))
            if gain > score:
                score, back = gain, j
        best.append((score, back))
    at: int | None = max(range(len(best)), key=lambda k: (best[k][0], -k))
    chain: list[Start] = []
    while at is not None:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


def with_lost_numbers(tops: list[Start], lines: list[Line]) -> list[Start]:
    """Where the numbers leap by one, the title of the item that lost its number, when one line between looks like it."""
    order = {line.index: i for i, line in enumerate(lines)}
    filled: list[Start] = []
    for i, start in enumerate(tops):
        filled.append(start)
        following = tops[i + 1] if i + 1 < len(tops) else None
        if following is None or following.value - start.value != 2 or start.sub or following.sub:
            continue
        strong = start.line.is_heading or start.line.bold_share > 0.6
        between = lines[order[start.line.index] + 1 : order[following.line.index]]
        candidates = [x for k, x in enumerate(between) if k > 0 and is_like_title(x, strong)]
        if len(candidates) > 1:
            candidates = [x for x in candidates if not GATHERING.search(x.text)][-1:] if strong else candidates[-1:]
        if candidates:
            line = candidates[0]
            filled.append(Start(line, "bold", start.value + 1, None, line.start))
    return filled
