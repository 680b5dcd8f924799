"""The numbers of a meeting's items: which of the numbered lines are items, and which contents, clauses or dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median

from ingest.items.cutting import is_without_title
from ingest.items.plain import is_parted
from ingest.items.starts import (
    BEHIND,
    CLAUSE,
    DECIMAL,
    DECIMAL_SUB,
    LETTER,
    NO_BODY,
    OF_MEETING,
    POINT,
    PREFIXED,
    SECTION,
    SECTION_SUB,
    UNFINISHED,
    Start,
    first_cell_joined,
    is_deciding,
    is_like_title,
    is_plausible,
    opens_title,
    reads_like_title,
    stands_out,
)
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import BODY, GATHERING, LABEL_PREFIX, TOC_TAIL, is_formal
from ingest.items.unnumbered import heads_of_decisions
from ingest.lines import Line, filled_cells, is_contents
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN, section_heading


def find_top_level(lines: list[Line]) -> list[Start]:
    """Where the numbered items begin, by their numbers. Empty when nothing is numbered but the clauses of decisions."""
    if (rows := find_contents_rows(lines)) and (starts := _find_numbered([x for x in lines if x.index not in rows])):
        return starts
    return _find_numbered(lines)


def find_contents_rows(lines: list[Line]) -> frozenset[int]:
    """The indexes of the rows of tables that are lists of contents."""
    rows: set[int] = set()
    for _, table in groupby((x for x in lines if len(x.cells) > 1), key=lambda x: id(x.block)):
        of_table = list(table)
        if is_contents([filled_cells(x.document, x.cells) for x in of_table]):
            rows.update(x.index for x in of_table)
    return frozenset(rows)


def _find_numbered(lines: list[Line]) -> list[Start]:
    found = _collect(lines)
    for signed in (found.sections, found.points):
        if len(kept := _without_contents(signed, lines)) >= 2:
            chain = _with_strays(_chain(kept, first=None), kept, lines)
            return _with_listed(_with_joint(chain, lines), lines)
    for other in (found.prefixed, found.behind):
        if len(kept := _without_contents(other, lines)) >= 2:
            return _chain(kept, first=None)
    if of_meeting := _of_meeting(found.of_meeting):
        return of_meeting
    single = _without_contents(found.sections, lines) or _without_contents(found.points, lines)
    chain = _chain(_without_contents(found.decimals, lines), first=1)
    if single and (not chain or _is_part_of(chain, single[0])):
        return single[:1]
    listed = sum(s.listed for s in chain)
    if chain and listed > len(chain) / 2 and sum(stands_out(x) for x in lines) > len(chain):
        # Numbers stand only before the clauses of decisions; the headings are the items.
        return []
    if chain and listed == len(chain) and heads_of_decisions(lines):
        return []
    if len(chain) < 2:
        alone = [s for s in chain if s.value == 1 or s.line.blank_before or stands_out(s.line)]
        return (
            single[:1]
            or _of_one_number(found.decimals)
            or _of_numbers_alone(found.alone)
            or (alone if chain else _of_letters(lines))
        )
    return _with_listed(_with_strays(chain, found.decimals, lines), lines)


_LISTED = re.compile(r"[-–•*]\s+(?:(?P<sign>§)\s?)?(?P<a>\d{1,4})(?P<mark>[.)]?)\s+(?=[A-ZÅÄÖ])")


def _with_listed(chain: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with the numbers that it leaps over, or that go on from its last, which a copy has made items of a list: "- 3. Title"."""
    gaps = {n: (a, b) for a, b in pairwise([*chain, None]) for n in _missing(a, b)} if chain and chain[0].sub is None else {}
    found: dict[int, list[Start]] = {}
    for line in lines if gaps else ():
        if line.text[0] in "-–•*" and (match := _LISTED.match(line.text)) and bool(match["sign"]) == (chain[0].scheme == "§"):
            n = int(match["a"])
            before, after = gaps.get(n, (None, None))
            if before and before.line.index < line.index and (after is None or line.index < after.line.index):
                found.setdefault(n, []).append(Start(line, chain[0].scheme, n, None, line.start + match.end()))
    return sorted([*chain, *(s[0] for s in found.values() if len(s) == 1)], key=lambda s: s.line.index)


_GOES_ON = 10
"""Numbers behind the last of a chain that are looked for."""


def _missing(start: Start | None, following: Start | None) -> range:
    if start is None:
        return range(0)
    return range(start.value + 1, following.value if following else start.value + _GOES_ON)


_MARKED = re.compile(r"(?:[-–•*·#]\s?|\(|§(?=§))(?=(?:§|[Pp]unkt\s|[Ää]rende\s)\s?\d|\d{1,4}(?:\s?§|[.)]?\s))")


def without_marks(lines: list[Line]) -> list[Line]:
    """The lines without what stands before their numbers, where only such are numbered: "• § 12 Title", "(3) Title", "#3 Title"."""
    return [
        replace(line, start=line.start + match.end())
        if not line.text[0].isalnum() and (match := _MARKED.match(line.text))
        else line
        for line in lines
    ]


_FEWEST_ALIKE = 3


def _of_one_number(decimals: list[Start]) -> list[Start]:
    """The items of a list whose numbers a copy has turned into the same one: "1.", "1.", "1."; empty for fewer than three."""
    alike = {s.value for s in decimals} == {1} and not any(s.listed for s in decimals)
    return decimals if alike and len(decimals) >= _FEWEST_ALIKE else []


def _of_meeting(starts: list[Start]) -> list[Start]:
    """The items whose numbers have that of the meeting before them: the same on all, rising one by one from the first; else empty."""
    rising = [s.value for s in starts] == list(range(1, len(starts) + 1)) and len({s.prefix for s in starts}) == 1
    return starts if rising and len(starts) >= _FEWEST_ALIKE else []


_LETTERED = re.compile(r"(?P<mark>[IVX]{1,5}|[A-ZÅÄÖ]|[a-zåäö])(?P<sign>[.):])\s+(?P<rest>[A-ZÅÄÖ].*)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyzåäö", "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


def _of_letters(lines: list[Line]) -> list[Start]:
    """The items whose only numbers are letters or Roman numerals over text of their own, in their order from the first; else empty."""
    found = [(line, match) for line in lines if line.blank_before and (match := _LETTERED.fullmatch(line.text))]
    if len(found) < _FEWEST_ALIKE or len({match["sign"] for _, match in found}) > 1:
        return []
    marks = [match["mark"] for _, match in found]
    skipped = (0, 1) if len(marks) > _FEWEST_ALIKE else (0,)  # the first may stand in what was taken for another part
    if not any(marks == list(order[k : k + len(marks)]) for order in (_ROMAN, _SMALL, _LARGE) for k in skipped):
        return []
    listed = any(b.index - a.index < 2 for (a, _), (b, _) in pairwise(found))
    if listed or not all(reads_like_title(LABEL_PREFIX.sub("", match["rest"], count=1)) for _, match in found):
        return []
    heads = sum(line.is_heading for line in lines)
    if heads > 2 * len(found):
        return []  # the letters are those of parts, over headings of matters
    return [
        Start(line, "letter", n, None, line.start + match.start("rest"), prefix=match["mark"])
        for n, (line, match) in enumerate(found, 1)
    ]


def _of_numbers_alone(alone: list[Start]) -> list[Start]:
    """The items whose bare numbers stand on lines of their own, over the titles; empty where they do not rise one by one."""
    chain = _chain(alone, first=1)
    steps = all(b.value - a.value == 1 for a, b in pairwise(chain))
    return chain if len(chain) >= _FEWEST_ALIKE and steps and 2 * len(chain) > len(alone) else []


def _is_part_of(chain: list[Start], single: Start) -> bool:
    """Whether the numbers are a list within the only paragraph that has a sign: of papers, or of clauses."""
    if chain[0].line.index < single.line.index:
        return False
    return sum(s.listed for s in chain) > len(chain) / 2 or (single.line.blank_before and chain[0].value == 1)


@dataclass(frozen=True)
class _Found:
    """Lines that begin with a number, by its form."""

    sections: list[Start] = field(default_factory=list)
    points: list[Start] = field(default_factory=list)
    prefixed: list[Start] = field(default_factory=list)
    behind: list[Start] = field(default_factory=list)
    decimals: list[Start] = field(default_factory=list)
    alone: list[Start] = field(default_factory=list)
    of_meeting: list[Start] = field(default_factory=list)


def _collect(lines: list[Line]) -> _Found:
    found = _Found()
    in_decision = False
    for i, line in enumerate(lines):
        text = first_cell_joined(line)
        has_sign = "§" in text
        if has_sign and SECTION_SUB.match(text):
            continue
        if has_sign and (alone := _BULLETED.fullmatch(text)):
            found.sections.append(Start(line, "§", int(alone["a"]), alone["sub"], line.end))
            continue
        if (has_sign or "paragraf" in text.lower()) and (match := SECTION.match(text)):
            number = int(match["a"] or match["b"] or match["c"])
            if i and match["rest"] and not line.blank_before and _is_in_sentence(lines[i - 1].text, match["rest"]):
                continue
            if match["a"] and re.fullmatch(r"\d{1,2}", match["rest"]):
                # "§ 2 1": a number that fell apart.
                found.sections.append(Start(line, "§", int(match["a"] + match["rest"]), None, line.end))
                continue
            if is_plausible(match["rest"]) and not text.startswith("§§") and not _is_contents_line(match["rest"], number):
                found.sections.append(
                    Start(
                        line,
                        "§",
                        number,
                        (match["sub"] or "").strip() or None,
                        line.start + match.start("rest"),
                        prefix=(match["prefix"] or "").lower(),
                    )
                )
            continue
        if match := POINT.match(text):
            if is_plausible(match["rest"]):
                found.points.append(Start(line, "punkt", int(match["a"]), match["sub"], line.start + match.start("rest")))
            continue
        if has_sign and (match := BEHIND.match(text)) and not _is_cited(match["title"]):
            found.behind.append(Start(line, "§", int(match["a"]), None, line.start, title_end=line.start + match.end("title")))
            continue
        if (match := PREFIXED.match(text)) and not NO_BODY.fullmatch(match["prefix"]):
            rest = line.start + match.start("rest") if match["rest"] else line.end
            found.prefixed.append(Start(line, match["prefix"], int(match["a"]), None, rest))
        if (
            text.isdigit()
            and i + 1 < len(lines)
            and len(text) <= _LONGEST_NUMBER
            and reads_like_title(lines[i + 1].text.rstrip("? "))
        ):
            found.alone.append(Start(line, "1", int(text), None, line.end))
            continue
        match = DECIMAL.match(text)
        if text[0].isdigit() and (numbered := OF_MEETING.match(text)) and is_plausible(numbered["rest"]):
            rest = line.start + numbered.start("rest")
            found.of_meeting.append(Start(line, "of meeting", int(numbered["a"]), None, rest, prefix=numbered["meeting"]))
            continue
        if section_heading(text) or (is_deciding(text) and not match):
            in_decision = True
            continue
        if match and match["rest"]:
            if start := _decimal(line, match, in_decision):
                found.decimals.append(start)
        elif match and match["mark"] and i + 1 < len(lines) and opens_title(lines[i + 1]):
            found.decimals.append(Start(line, "1.", int(match["a"]), None, line.end, listed=in_decision))
        elif line.blank_before and not CLAUSE.match(text):
            in_decision = False
    return found


_BULLETED = re.compile(r"[-–•*]\s*§\s?(?P<a>\d{1,4})(?:/\d{2,4})?(?P<sub>[a-z])?\s?\.?")
"""The sign and number of a paragraph that a copy has made an item of a list: "- § 5"."""
_LONGEST_NUMBER = 3
_CITING = re.compile(
    r"[,:]$|\b(?:enligt|se|kap\.?|och|av|i|till|jfr|lagen|beslut|utskottet|nämnden|styrelsen)$|\d{4}-\d\d-\d\d$", re.IGNORECASE
)
"""Words before a paragraph that is cited: "enligt § 12", "protokoll 2024-03-04 § 12"."""


def _is_in_sentence(before: str, rest: str) -> bool:
    """Whether a paragraph at the head of a line stands in the sentence of the line before: "… beslutade 2024-04-02," "§ 79 …"."""
    if len(before) < _FULL_LINE or not has_finite(before) or _NOTICE.match(before):
        return False
    return rest[:1].islower() or UNFINISHED.search(before) is not None or _CITING.search(before.rstrip(" ,")) is not None


_NOTICE = re.compile(r"(?:anslag|anslaget|justerat|justeringen|överklag\w*)\b", re.IGNORECASE)
"""What a front page ends with: "Anslag sätts upp 2023-05-10, tas ned 2023-06-01"."""
_FULL_LINE = 35


def _is_cited(before: str) -> bool:
    """Whether what stands before a paragraph says where it is found, or tells something, and is no title."""
    return _CITING.search(before) is not None or (has_finite(before) and not is_formal(before))


def _is_contents_line(rest: str, number: int) -> bool:
    """Whether the next two numbers follow on the same line: a list of contents that ran together."""
    return all(re.search(rf"§\s*{n}\s+[A-ZÅÄÖ]", rest) for n in (number + 1, number + 2))


_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_LONGEST_BARE = 90
_PAGE_HEAD = re.compile(r"(?:sammanträdes|mötes|minnes)?(?:protokoll|anteckningar)(?:\s+(?-i:[\dA-ZÅÄÖ])|\s*$)", re.IGNORECASE)
_RUN_TOGETHER = 200
"""A line that long with a bare number before it is a page with its number."""


def _decimal(line: Line, match: re.Match[str], in_decision: bool) -> Start | None:
    """The start that "3. Title" or "3 Title" is; None for a clause, a date, a sum, or a sentence in a decision."""
    rest: str = match["rest"]
    strong = line.is_heading or line.bold_share > 0.6
    if CLAUSE.match(rest) or not is_plausible(rest) or rest[0].isdigit():
        return None
    if re.match(rf"{_MONTH}", rest, re.IGNORECASE) and re.match(rf"{match['a']}\s+{_MONTH}", match.group(0), re.IGNORECASE):
        return None
    if not match["mark"] and not strong:
        if len(rest) > _RUN_TOGETHER or _PAGE_HEAD.match(rest):
            return None
        end = find_title_end(rest, common_words(line.document.text)) if len(rest) > _LONGEST_BARE or rest.endswith(".") else None
        title = rest if end is None else rest[:end].rstrip()
        if len(title) > _LONGEST_BARE or not rest[0].isupper() or (end is None and title.endswith(".")):
            return None
    if rest[0].islower() and not strong and not LETTER.match(rest):
        return None
    listed = in_decision and not strong
    if (
        listed
        and rest.rstrip().endswith(".")
        and find_title_end(rest, common_words(line.document.text)) is None
        and has_finite(rest)
    ):
        return None
    return Start(line, "1." if match["mark"] else "1", int(match["a"]), None, line.start + match.start("rest"), listed=listed)


_JOINT = re.compile(rf"^(?:{BODY}\s*)?§§\s*(?P<a>\d{{1,4}})\s?[-–]\s?(?P<b>\d{{1,4}})\b\s*[.:]?\s*(?P<rest>.*)$", re.DOTALL)


def _with_joint(chain: list[Start], lines: list[Line]) -> list[Start]:
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


def _with_strays(chain: list[Start], starts: list[Start], lines: list[Line]) -> list[Start]:
    """The chain with the numbers that it leaps over and that stand elsewhere: matters that were taken up in another order."""
    known = {s.value for s in chain}
    strays: list[Start] = []
    for value in range(chain[0].value, chain[-1].value + _TAKEN_FIRST):
        others = [s for s in starts if s.value == value and s.prefix == chain[0].prefix and s not in chain]
        if value not in known and len(others) == 1 and _is_titled(others[0], lines):
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


_Rank = tuple[bool, bool, float, int]


def _without_contents(starts: list[Start], lines: list[Line]) -> list[Start]:
    """Where a number comes twice, once in a list of contents and once over its text, the latter stays."""
    if not starts:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    positions = [order[s.line.index] for s in starts] + [len(lines)]
    measured = [
        replace(s, length=sum(len(x.text) for x in lines[positions[i] + 1 : positions[i + 1]])) for i, s in enumerate(starts)
    ]
    measured = _without_paged(measured, lines, order)
    best: dict[tuple[int, str | None], tuple[_Rank, Start]] = {}
    doubled: set[tuple[int, str | None]] = set()
    settled: set[tuple[int, str | None]] = set()
    for run in _rising_runs(measured):
        # In a list of contents little stands between the numbers, but for the last of them.
        typical = median(s.length for s in run)
        told = _is_told(run, lines, order)
        for start in run:
            key = (start.value, start.sub)
            if key in best:
                doubled.add(key)
            rank = (not TOC_TAIL.search(start.line.text), stands_out(start.line), typical, start.length)
            if key not in best or (rank > best[key][0] and key not in settled):
                best[key] = (rank, start)
        settled |= {(s.value, s.sub) for s in run if told}
    contents = {id(s.line) for run in _rising_runs(measured) if _is_contents(run, doubled, best) for s in run}
    if contents:
        kept = [start for _, start in best.values()]
        last = max((s.value for s in kept if id(s.line) not in contents), default=0)
        # What is numbered on beyond the last item over its text is in a part of the minutes that is not here.
        return sorted((s for s in kept if id(s.line) not in contents or s.value < last), key=lambda s: s.line.index)
    if len(doubled) >= max(2, len(best) // 2):
        return sorted((start for _, start in best.values()), key=lambda s: s.line.index)
    return [s for s in measured if not (TOC_TAIL.search(s.line.text) and s.length == 0)]


_PAGES = re.compile(r"(?:^|\s)(?P<from>\d{1,3})(?:\s?[-–]\s?(?P<to>\d{1,3}))?$")
"""The pages behind a title in a list of contents: "7", "11 - 12"."""
_FEWEST_PAGED = 4


def _without_paged(starts: list[Start], lines: list[Line], order: dict[int, int]) -> list[Start]:
    """The starts without a list of contents that goes on where the minutes end: nearly each of its entries ends with its page,
    which rises, and other numbers come after it, over their text. The same starts when there is no such list.
    """
    runs = _rising_runs(starts)
    for run in runs[:-1] if len(starts) > _FEWEST_PAGED else ():
        pages: list[int] = []
        for after in run[1:]:
            if match := _PAGES.search(lines[order[after.line.index] - 1].text):
                if pages and int(match["from"]) < pages[-1]:
                    break
                pages.append(int(match["to"] or match["from"]))
        if len(pages) >= _FEWEST_PAGED and 4 * len(pages) >= 3 * (len(run) - 1) and pages[-1] > pages[0]:
            return [s for other in runs if other is not run for s in other]
    return starts


_FEWEST_TOLD = 2


def _is_told(run: list[Start], lines: list[Line], order: dict[int, int]) -> bool:
    """Whether something is told under most of the numbers of a run: what is numbered after it is a list within its last item."""
    numbered = {s.line.index for s in run}
    below = [lines[k] for s in run if (k := order[s.line.index] + 1) < len(lines)]
    told = sum(line.index not in numbered and has_finite(line.text) for line in below)
    return len(run) >= _FEWEST_TOLD and 2 * told > len(run)


def _is_contents(
    run: list[Start],
    doubled: set[tuple[int, str | None]],
    best: dict[tuple[int, str | None], tuple[_Rank, Start]],
) -> bool:
    """Whether a run is a list of contents, whole: next to nothing between its numbers, and two of them come again over their text.

    What goes on after a list within an item ("1. Vad fungerar?", "2. …") is none: it comes after what it would be the contents of."""
    again = [s for s in run if (s.value, s.sub) in doubled and best[s.value, s.sub][1].line is not s.line]
    told_later = all(best[s.value, s.sub][1].line.index > s.line.index for s in again)
    return len(again) >= 2 and (told_later or len(again) == len(run)) and median(s.length for s in run) == 0


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


def with_titles_above(tops: list[Start], lines: list[Line]) -> tuple[list[Start], list[Line]]:
    """Where numbers stand alone between a title and a sentence, the titles open the items: the starts and the lines without numbers.

    So a margin of titles is written out: "Val av justerare", "§ 53", "Bo Lind väljs att justera protokollet."
    """
    order = {line.index: i for i, line in enumerate(lines)}
    alone = [
        s
        for s in tops
        if s.title_end is None and is_without_title(s.line.document.text[s.rest_offset : s.line.end].strip(" \t–-"))
    ]
    above: dict[int, Line] = {}
    for start in alone:
        i = order[start.line.index]
        if not 0 < i < len(lines) - 1 or not _is_margin(lines[i - 1], lines[i + 1]):
            continue
        if lines[i - 1].blank_before or is_parted(lines[i - 2] if i > 1 else None, lines[i - 1]):
            above[start.line.index] = lines[i - 1]
    if len(above) < 2 or 3 * len(above) < 2 * len(tops):
        return tops, lines
    moved = [
        replace(s, line=above[s.line.index], rest_offset=above[s.line.index].start) if s.line.index in above else s for s in tops
    ]
    return moved, [line for line in lines if line.index not in above]


def over_their_text(starts: list[Start], lines: list[Line]) -> list[Start]:
    """The starts of a list of matters at which the same titles stand again below, without numbers, over their text: there the items
    begin. The same starts when something stands between the numbers, or fewer than half of the titles come again."""
    order = {line.index: i for i, line in enumerate(lines)}
    at = [order[s.line.index] for s in starts]
    if len(starts) < _FEWEST_AGAIN or at[-1] - at[0] > len(starts):
        return starts
    below: dict[str, Line] = {}
    for line in lines[at[-1] + 1 :]:
        if len(line.text) <= _LONGEST_AGAIN:
            below.setdefault(_bare(line.text), line)
    found = [below.get(_bare(s.line.document.text[s.rest_offset : s.line.end])) for s in starts]
    if 2 * sum(line is not None for line in found) < len(starts) or sum(line is not None for line in found) < _FEWEST_AGAIN:
        return starts
    return [s if line is None else replace(s, line=line, rest_offset=line.start) for s, line in zip(starts, found, strict=True)]


_FEWEST_AGAIN = 3
_LONGEST_AGAIN = 160


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .:-–").casefold()


_LONGEST_MARGIN = 90


def _is_margin(title: Line, below: Line) -> bool:
    text = title.text.rstrip()
    if len(text) > _LONGEST_MARGIN or text.endswith((".", ":", ",", ";")) or section_heading(text):
        return False
    return text[0].isupper() and (has_finite(below.text) or section_heading(below.text) is not None)


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
        candidates = [x for k, x in enumerate(between) if k > 0 and is_like_title(x, strong) and not _is_subject(between, k)]
        if len(candidates) > 1:
            candidates = [x for x in candidates if not GATHERING.search(x.text)][-1:] if strong else candidates[-1:]
        if candidates:
            line = candidates[0]
            filled.append(Start(line, "bold", start.value + 1, None, line.start))
    return filled


def _is_subject(lines: list[Line], k: int) -> bool:
    """Whether a line is the body that does what the next tells: "Nämnden" over "godkänner uppföljningen"."""
    return BODY_NOUN.fullmatch(lines[k].text) is not None and k + 1 < len(lines) and lines[k + 1].text[:1].islower()
