"""The numbers of a meeting's items: which of the numbered lines are items, and which contents, clauses or dates."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.items.chains import find_chain, with_alone, with_doubled, with_joint, with_listed, with_strays
from ingest.items.collecting import collect_numbered
from ingest.items.contents import find_contents_rows, without_contents
from ingest.items.of_year import find_of_year, is_within
from ingest.items.starts import DIARY_OF_YEAR, Start, reads_like_title, stands_out
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import LABEL_PREFIX
from ingest.items.unnumbered import heads_of_decisions
from ingest.lines import Line
from ingest.sentences import iter_sentences


def find_top_level(lines: list[Line]) -> list[Start]:
    """Where the numbered items begin, by their numbers. Empty when nothing is numbered but the clauses of decisions."""
    if bulleted := _of_bullets(lines):
        return bulleted
    if (rows := find_contents_rows(lines)) and (starts := _find_numbered([x for x in lines if x.index not in rows])):
        return starts
    return _find_numbered(lines)


def _find_numbered(lines: list[Line]) -> list[Start]:
    if len(numbered := [line for line in lines if line.numbered]) > 1:
        return [start for line in numbered if (start := _of_bare_number(line))]
    found = collect_numbered(lines)
    for signed in (found.sections, found.points):
        if len(kept := without_contents(signed, lines)) >= 2:
            if signed is found.points and _are_told_of(kept, found.decimals):
                continue
            chain = with_doubled(with_strays(find_chain(kept, first=None), kept, lines), signed, lines)
            return with_listed(with_joint(chain, lines), lines)
    for other in (found.prefixed, found.behind):
        if len(kept := without_contents(other, lines)) >= 2:
            return find_chain(kept, first=None)
    if (of_year := find_of_year(lines)) and not is_within(of_year, find_chain(found.decimals, first=1)):
        return of_year
    if (of_meeting := _of_meeting(found.of_meeting)) and not _are_below(of_meeting, found.decimals):
        return of_meeting
    single = without_contents(found.sections, lines) or without_contents(found.points, lines)
    decimals = _of_one_sign(found.decimals)
    chain = find_chain(without_contents(decimals, lines), first=1)
    if single and (not chain or _is_part_of(chain, single[0])):
        return single[:1]
    if chain and (alone := _of_numbers_alone(found.alone)) and is_within(chain, alone):
        return alone
    listed = sum(s.listed for s in chain)
    if chain and listed > len(chain) / 2 and sum(stands_out(x) for x in lines) > len(chain):
        # Numbers stand only before the clauses of decisions; the headings are the items.
        return []
    if chain and listed == len(chain) and heads_of_decisions(lines):
        return []
    if len(chain) < 2:
        alone = [s for s in chain if s.value == 1 or s.line.blank_before or stands_out(s.line)]
        return (
            single[:1] or _of_one_number(decimals) or _of_numbers_alone(found.alone) or (alone if chain else _of_letters(lines))
        )
    chain = with_doubled(with_alone(with_strays(chain, decimals, lines), found.alone), decimals, lines)
    return with_listed(chain, lines)


_NUMBER_IN_BULLET = re.compile(r"[-•·*]\s*(?P<n>\d{1,3})\.?")


def _of_bullets(lines: list[Line]) -> list[Start]:
    """The items whose numbers stand alone behind bullets, over their titles, as lists on pages on the web have them: "• 3" / "Title". They
    rise one by one from the first; else empty."""
    found = [(line, match) for line in lines if line.text[0] in "-•·*" and (match := _NUMBER_IN_BULLET.fullmatch(line.text))]
    if len(found) < _FEWEST_ALIKE or [int(match["n"]) for _, match in found] != list(range(1, len(found) + 1)):
        return []
    return [Start(line, "1", int(match["n"]), None, line.end) for line, match in found]


_BARE = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\s)?(?P<n>\d{1,4})(?:/(?:20)?\d\d)?\s+")
_LONGEST_TITLE = 90


def find_titled(lines: list[Line]) -> list[Start]:
    """The items that begin with lines of which the text tells that they are titles, most of them without a number; else empty."""
    titled = [line for line in lines if line.numbered]
    if 2 * sum(_BARE.match(line.text) is not None for line in titled) >= len(titled):
        return []
    return [Start(line, "bold", 0, None, line.start) for line in titled]


def _of_bare_number(line: Line) -> Start | None:
    """The item that begins with a line of which the text tells that its number is one; where nothing tells the end of its title, the
    first sentence is the title."""
    if diary := _BEFORE_DIARY.fullmatch(line.text):
        return Start(line, "1", int(diary["n"]), None, line.end)
    match = _BARE.match(line.text)
    if match is None:
        return None
    rest = line.text[match.end() :]
    end = None
    if len(rest) > _LONGEST_TITLE and find_title_end(rest, common_words(line.document.text), run_together=True) is None:
        end = next((line.start + match.end() + e for _, e in iter_sentences(rest, 0, len(rest))), None)
    return Start(line, "1", int(match["n"]), None, line.start + match.end(), title_end=end)


_BEFORE_DIARY = re.compile(rf"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,4}}\s)?(?P<n>\d{{1,3}})(?:/(?:20)?\d\d)?\s+{DIARY_OF_YEAR}")


def _are_told_of(points: list[Start], decimals: list[Start]) -> bool:
    """Whether points with their word ("Punkt 4 Bryggor", of the minutes before) stand between two of many numbers that rise from one."""
    chain = find_chain(decimals, first=1)
    if len(chain) < _MANY or len(chain) < 2 * len(points) or [s.value for s in chain] != list(range(1, len(chain) + 1)):
        return False
    before = [sum(s.line.index < point.line.index for s in chain) for point in points]
    return len(set(before)) == 1 and 0 < before[0] < len(chain)


_MANY = 5
_FEWEST_ALIKE = 3


def _of_one_sign(decimals: list[Start]) -> list[Start]:
    """Those with a colon behind their numbers, where these count on from one by themselves: the lists within the matters have points."""
    colons = [s for s in decimals if s.line.document.text[s.line.start : s.rest_offset].rstrip().endswith(":")]
    return colons if len(colons) >= _FEWEST_ALIKE and len(find_chain(colons, first=1)) == len(colons) else decimals


def _of_one_number(decimals: list[Start]) -> list[Start]:
    """The items of a list whose numbers a copy has turned into the same one: "1.", "1.", "1."; empty for fewer than three."""
    alike = {s.value for s in decimals} == {1} and not any(s.listed for s in decimals)
    return decimals if alike and len(decimals) >= _FEWEST_ALIKE else []


def _of_meeting(starts: list[Start]) -> list[Start]:
    """The items whose numbers have that of the meeting before them: the same on all, rising one by one from the first; else empty."""
    rising = [s.value for s in starts] == list(range(1, len(starts) + 1)) and len({s.prefix for s in starts}) == 1
    return starts if rising and len(starts) >= _FEWEST_ALIKE else []


def _are_below(of_meeting: list[Start], decimals: list[Start]) -> bool:
    """Whether numbers with points between ("3.1") are those of the parts of a matter: others stand above them, or their first part alone."""
    first = of_meeting[0]
    alike = int(first.prefix[:-1])
    if not first.prefix.endswith("."):
        return is_within(of_meeting, find_chain(decimals, first=1))
    return any(s.line.index < first.line.index or s.value == alike for s in decimals)


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
    chain = find_chain(alone, first=1)
    steps = all(b.value - a.value == 1 for a, b in pairwise(chain))
    return chain if len(chain) >= _FEWEST_ALIKE and steps and 2 * len(chain) > len(alone) else []


def _is_part_of(chain: list[Start], single: Start) -> bool:
    """Whether the numbers are a list within the only paragraph that has a sign: of papers, or of clauses."""
    if chain[0].line.index < single.line.index:
        return False
    return sum(s.listed for s in chain) > len(chain) / 2 or (single.line.blank_before and chain[0].value == 1)


_MARKED = re.compile(r"(?:[-–•*·#]\s?|\(|§(?=§))(?=(?:§|[Pp]unkt\s|[Ää]rende\s)\s?\d|\d{1,4}(?:\s?§|[.)]?\s))")


def without_marks(lines: list[Line]) -> list[Line]:
    """The lines without what stands before their numbers, where only such are numbered: "• § 12 Title", "(3) Title", "#3 Title"."""
    return [
        replace(line, start=line.start + match.end())
        if not line.text[0].isalnum() and (match := _MARKED.match(line.text))
        else line
        for line in lines
    ]
