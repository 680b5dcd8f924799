"""Pages whose lines were run together into one: cut again where an item, a section or a numbered clause begins.

    "… § 55 Budgetuppföljning april Dnr 2018-41 Nämndens beslut Nämnden beslutar att … Sammanfattning … § 56 …"

Numbers count as items only where they rise one by one through the text. Where a title ends is told by a diary number, by the
heading that follows, or by the capital of the sentence that follows.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache

from ingest.items import DIARY_NUMBER, DIARY_WORD
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.vocabulary import exact_headings

_LONG = 200
"""Characters from which a line may be a run-together one: minutes are set with fewer to the line."""
_SECTION = re.compile(
    r"(?<![\w,(])(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s+)?§\s*(?P<n>\d{1,4})(?:/\d{2,4}(?!\d))?|(?P<m>\d{1,4})\s*§(?=\s+[A-ZÅÄÖ(]))\s*[.:–-]?\s+(?=[A-ZÅÄÖ\d(])"
)
_DECIMAL = re.compile(r"(?:(?<=[.!?)\w]\s)|^)(?:(?:Punkt|Ärende|punkt|ärende)\s+)?(?P<n>\d{1,2})(?P<m>)\s?[.):–-]\s+(?=[A-ZÅÄÖ])")
_BARE = re.compile(r"(?<=[a-zåäö)”][.!?]\s)(?P<n>\d{1,3})(?P<m>)\s+(?=[A-ZÅÄÖ][a-zåäö]{3,})")
"""Numbers without sign or point, after the end of a sentence: never at the head of a line, where page numbers stand."""
_DIGIT = re.compile(r"\d")
_FEWEST_BARE = 3
_CITED = re.compile(r"\b(?:enligt|se|kap\.?|och|av|i|med|lagens|även|per|till|från|under|jfr|ärende)\s*$", re.IGNORECASE)
_DIARY = re.compile(rf"\(?(?<![\wåäö])(?:{DIARY_WORD}(?:{DIARY_NUMBER}|[\w/:.-]*\d[\w/:.-]*)|(?=[A-ZÅÄÖ]){DIARY_NUMBER})\)?\s*")
_BODY_HEADING = r"(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s\s+(?:beslut|förslag(?:\s+till\s+beslut)?)|[A-ZÅÄÖ-]{4,}S\s+(?:BESLUT|FÖRSLAG))"
_FUNCTION_WORD = re.compile(
    r"\b(?:av|för|i|till|om|från|med|på|och|samt|hos|vid|mellan|ang|angående|gällande|avseende|den|det|de|en|ett|enligt|inom|under|m\.m)\.?$"
    r"|[–:,(/-]$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?<=\s)|^)(?:\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])|[•–-]\s+(?=[A-ZÅÄÖa]))")
_DECIDED = re.compile(r"(?:[Bb]eslut|BESLUT):?$")


def cut_run_together(lines: list[Line]) -> list[Line]:
    """The lines, run-together ones cut into those that they were; the same list when there is none."""
    if not any(_is_run_together(line) for line in lines):
        return lines
    starts = _starts(lines)
    cuts_of = {k: _cuts(x, starts.get(k, [])) for k, x in enumerate(lines) if k in starts or _is_run_together(x)}
    if not any(cuts_of.values()):
        return lines
    out: list[Line] = []
    for k, line in enumerate(lines):
        cuts = cuts_of.get(k)
        if not cuts:
            out.append(replace(line, index=len(out)))
            continue
        text = line.text
        borders = sorted({0, *(at for at, _ in cuts), len(text)})
        parted = {at for at, blank in cuts if blank}
        for begin, stop in itertools.pairwise(borders):
            piece = text[begin:stop]
            start = line.start + begin + len(piece) - len(piece.lstrip())
            end = line.start + begin + len(piece.rstrip())
            if end > start:
                blank = begin in parted or (begin == 0 and line.blank_before)
                out.append(Line(line.document, len(out), start, end, line.block, (), blank))
    return out


def _is_run_together(line: Line) -> bool:
    return not line.cells and line.end - line.start > _LONG


def _starts(lines: list[Line]) -> dict[int, list[re.Match[str]]]:
    """Where items begin, by line: § signs when there are two, else numbers with a point, else three bare ones; all must rise one by one."""
    for pattern in (_SECTION, _DECIMAL, _BARE):
        found = [
            (k, m)
            for k, line in enumerate(lines)
            if _is_run_together(line) or pattern is _DECIMAL
            for m in (pattern.finditer(line.text) if _DIGIT.search(line.text) else ())
            if pattern is _DECIMAL or not _CITED.search(line.text[max(0, m.start() - 12) : m.start()])
        ]
        chain = _rising(found, first=1 if pattern is _DECIMAL else None)
        inside = [(k, m) for k, m in chain if m.start() > 0]
        if pattern is _BARE and (
            len(chain) < _FEWEST_BARE or any(_number(b) - _number(a) != 1 for (_, a), (_, b) in itertools.pairwise(chain))
        ):
            continue
        if len(chain) >= 2 and inside:
            by_line: dict[int, list[re.Match[str]]] = {}
            for k, m in chain:
                by_line.setdefault(k, []).append(m)
            return by_line
    return {}


def _rising(found: list[tuple[int, re.Match[str]]], first: int | None) -> list[tuple[int, re.Match[str]]]:
    """The longest run of numbers that rise by one, or by two where one was lost; from `first` when that is given."""
    best: list[tuple[int, int | None]] = []
    numbers = [_number(m) for _, m in found]
    for i, number in enumerate(numbers):
        score, back = (1, None) if first is None or number == first else (-1000, None)
        for j in range(max(0, i - 60), i):
            if 0 < number - numbers[j] <= 2 and best[j][0] + 1 >= score:
                score, back = best[j][0] + 1, j
        best.append((score, back))
    # Of two runs as long as each other the later stands: the first is a list of contents.
    last = max(range(len(best)), key=lambda k: (best[k][0], k), default=None)
    if last is None or best[last][0] < 1:
        return []
    chain: list[tuple[int, re.Match[str]]] = []
    at: int | None = last
    while at is not None:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _number(start: re.Match[str]) -> int:
    return int(start["n"] or start["m"])


@cache
def _heading() -> re.Pattern[str]:
    """A section heading inside a line: capitalised, and followed by a capital or a number."""
    words = sorted((w for w in exact_headings() if len(w) >= 6), key=len, reverse=True)
    known = "|".join(re.escape(w[0].upper() + w[1:]).replace(r"\ ", r"\s+") for w in words)
    return re.compile(
        rf"(?<![\w.-])(?:{known}|{_BODY_HEADING}|Justera(?:nde)?s\s+sign\w*|Utdragsbestyrkande)(?::(?=\s)|(?=\s+[A-ZÅÄÖ\d•-]|\s+att\b|\s*$))"
    )


def _cuts(line: Line, starts: list[re.Match[str]]) -> list[tuple[int, bool]]:
    """Offsets in the line at which it is cut, each with whether a new paragraph begins there."""
    text = line.text
    cuts: list[tuple[int, bool]] = []
    borders = [m.start() for m in starts]
    for i, start in enumerate(starts):
        stop = borders[i + 1] if i + 1 < len(borders) else len(text)
        cuts.append((start.start(), True))
        cuts += [(at, False) for at in _title_ends(text, start.end(), stop)]
    for heading in _heading().finditer(text):
        if any(s.start() <= heading.start() < s.end() for s in starts):
            continue
        cuts += [(heading.start(), True), (heading.end(), False)]
        if _DECIDED.search(heading.group(0)):
            stop = min((b for b in borders if b > heading.end()), default=len(text))
            following = _heading().search(text, heading.end() + 1, stop)
            stop = following.start() if following else stop
            cuts += [(m.start(), False) for m in _CLAUSE.finditer(text, heading.end(), stop)]
    return cuts


def _title_ends(text: str, begin: int, stop: int) -> list[int]:
    """Where the title that begins at `begin` ends, and where its diary number does."""
    heading = _heading().search(text, begin + 1, stop)
    limit = min(heading.start() if heading else stop, begin + 200)
    if diary := _DIARY.match(text, begin, limit):
        return [diary.end(), *_title_ends(text, diary.end(), stop)]
    if diary := _DIARY.search(text, begin, limit):
        return [diary.start(), diary.end()]
    if heading and heading.start() == limit and not re.search(r"[.!?]\s", text[begin:limit]):
        return []
    names = find_names(text[begin:limit])
    for match in re.finditer(r"\s+(?=[A-ZÅÄÖ•])", text[begin:limit]):
        before = text[begin : begin + match.start()]
        in_name = any(n.start < match.end() < n.end for n in names)
        if in_name or _FUNCTION_WORD.search(before) or is_role(before):
            continue
        return [begin + match.end()]
    return []
