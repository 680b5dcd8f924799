"""Where in run-together pages the items begin: numbers with a sign, a point, a body's name or nothing that rise one by one.

Something must be told under some of them: else they are a list of contents.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection

from ingest.items.starts import DIARY_OF_YEAR, NO_BODY
from ingest.items.title_end import inline_heading
from ingest.lines import Line
from ingest.runtogether.pages import find_page_heads, is_flat
from ingest.verbs import has_finite

_SECTION = re.compile(
    r"(?<![\w,(])(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s+)?§\s*(?P<n>\d{1,4})(?:/\d{2,4}(?!\d))?|(?P<m>\d{1,4})\s*§(?=\s+[A-ZÅÄÖ(]))\s*[.:–-]?\s+(?=[A-ZÅÄÖ\d(])"
)
DECIMAL = re.compile(
    r"(?:(?<=[.!?)\w]\s)|^)(?:(?:Punkt|Ärende|punkt|ärende)\s+)?(?P<n>\d{1,3})(?P<m>)\s?(?:[.):–-]\s+(?=[A-ZÅÄÖ])|:(?=[A-ZÅÄÖ][a-zåäö]))"
)
_BEFORE_TITLE = rf"{DIARY_OF_YEAR}\s+(?=[A-ZÅÄÖ])"
_WORD = r"(?:\(Dnr\s|[A-ZÅÄÖ](?:[a-zåäö]{2,}|[A-ZÅÄÖ]{2,}|[a-zåäö][A-ZÅÄÖ])|Ny\s[a-zåäö]|[A-ZÅÄÖ]{1,5}[ /](?:19|20)\d\d[/:])"
"""What a title begins with, or a diary number before it."""
BARE = re.compile(rf"(?P<n>\d(?<=\s.)\d{{0,2}})(?P<m>)\s+(?={_WORD})")
"""Numbers without sign or point: never at the head of a line, where page numbers stand."""
BARE_HEAD = re.compile(rf"(?P<n>\d{{1,3}})(?P<m>)(?:/(?:20)?\d\d)?\s+(?={_WORD}|[A-ZÅÄÖ]{{1,4}}\d{{4}}|{_BEFORE_TITLE})")
_ITEM_NUMBER = re.compile(r"[\d§](?:(?<=§)|:|\s?[.:)–-]?\s)")
"""What stands in every line that the patterns above and below find a number in."""
_FEWEST_BARE = 3
_AFTER_SENTENCE = re.compile(r"[a-zåäö)”][.!?]\s$")
_AFTER_PAGE = re.compile(r"\d{1,3}\s$")
"""The number of the page at the head of its line: "2 17 Meddelanden"."""
PREFIXED = re.compile(
    r"(?P<prefix>[A-ZÅÄÖ](?<![\w.,-].)(?:[A-Za-zÅÄÖåäö]{1,4}|[\wåäö-]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet|gruppen|direktionen|beredningen)))"
    r"\s(?P<n>(?!20\d\d/)[1-9]\d{0,3})(?P<m>)(?:/(?:20)?\d\d)?\s+(?=[A-ZÅÄÖ](?:[a-zåäö]|[A-ZÅÄÖ]{3})|DNR\b|[A-ZÅÄÖ]{2,5}[ /](?:19|20)\d\d[/:]|"
    + _BEFORE_TITLE
    + r")"
)
"""Numbers after the body whose they are: "Ks 250 Meddelanden", "Ungdomsrådet 17 Meddelanden", "Bu 39 2016/0012 Bryggor"."""
_LETTERED = re.compile(r"(?<=\s)(?P<n>[a-l])(?P<m>)\)\s+(?=[A-ZÅÄÖ])")
_CITED = re.compile(
    r"(?:\b(?:enligt|se|kap\.?|och|av|i|med|lagens|även|per|till|från|from|tom|t\.o\.m\.|fr\.o\.m\.|under|vid|jfr|ärende|(?<!rsk\.)(?<!rsk\.\s)bilaga|forts\.?|(?:när|från)varande)|,)\s*$",
    re.IGNORECASE,
)


def _may_stand(pattern: re.Pattern[str], before: str) -> bool:
    """Whether a number may be that of an item in a line that is not long, behind the words before it."""
    if pattern is DECIMAL:
        return not before or _AFTER_SENTENCE.search(before[-4:]) is not None or _AFTER_PAGE.fullmatch(before) is not None
    return pattern is not BARE or _AFTER_PAGE.fullmatch(before) is not None


_Found = list[tuple[int, re.Match[str]]]


def find_starts(lines: list[Line], long: Collection[int]) -> dict[int, list[re.Match[str]]]:
    """Where items begin, by line: § signs when there are two, else numbers with a point, with a body, or bare ones.

    They must rise one by one, and something must be told under some of them: else they are a list of contents.
    """
    flat = is_flat(lines, long)
    numbered = [(k, line, k in long) for k, line in enumerate(lines) if _ITEM_NUMBER.search(line.text)]
    if paged := _at_pages(lines, long):
        return _by_line(max(paged, _at_heads(numbered, lines, long) if flat else [], key=len), lines)
    for pattern in (_SECTION, DECIMAL, PREFIXED, BARE):
        found = _of_pattern(pattern, numbered, flat)
        chain = _accepted(pattern, found, lines, long)
        if pattern is BARE and flat and len(heads := _at_heads(numbered, lines, long)) > len(chain):
            return _by_line(heads, lines)
        if pattern is DECIMAL and chain and flat:
            bare = _accepted(BARE, _of_pattern(BARE, numbered, flat), lines, long)
            if len(bare) >= max(_FEWEST_HEADS, 2 * len(chain)):
                return _by_line(bare, lines)  # the points are those of clauses
        if any(m.start() > 0 or pattern is PREFIXED for _, m in chain):
            return _by_line(chain, lines)
        if pattern is _SECTION and flat and (single := _single(found, lines)):
            return _by_line(single, lines)
    return {}


def _of_pattern(pattern: re.Pattern[str], numbered: list[tuple[int, Line, bool]], flat: bool) -> _Found:
    """The numbers of one pattern where they may be those of items."""
    everywhere = pattern is DECIMAL or (flat and pattern in (_SECTION, PREFIXED))
    return [
        (k, m)
        for k, line, is_long in numbered
        if is_long or everywhere or pattern is BARE
        for m in (pattern.finditer(line.text) if pattern is not _SECTION or "§" in line.text else ())
        if is_long or _may_stand(pattern, line.text[: m.start()])
        if pattern is DECIMAL or not _CITED.search(line.text[max(0, m.start() - 12) : m.start()])
    ]


def _accepted(pattern: re.Pattern[str], found: _Found, lines: list[Line], long: Collection[int]) -> _Found:
    """The longest run of numbers that may be those of items, behind lists of contents; empty when there is none."""
    for _ in range(_MOST_CONTENTS):
        run = _longest(pattern, found)
        run = _with_heads(run, lines, long) if run and pattern in (BARE, _SECTION) else run
        if not run or (_is_chain(pattern, run, lines) and _is_told(pattern, run, lines)):
            return run
        found = [f for f in found if f not in run]
    return []


def _at_pages(lines: list[Line], long: Collection[int]) -> _Found:
    """Numbers without sign or point of which one at least is the first word of a page, where pages are long lines, and every third stands
    there or behind a sentence: those of the matters, though others within them have points."""
    begin_pages = find_page_heads(lines)
    if not any(k in long for k in begin_pages):
        return []
    heads_of = {k: head for k in begin_pages if (head := BARE_HEAD.match(lines[k].text))}
    of_pages = {k for k, head in heads_of.items() if _number(head) == lines[k].page}
    if len(of_pages) > 1 or len(heads_of) == len(of_pages):  # one among others may be a matter on the page of its number
        heads_of = {k: head for k, head in heads_of.items() if k not in of_pages}
    found: _Found = []
    for k, line in enumerate(lines):
        if k in heads_of:
            found.append((k, heads_of[k]))
        if k in long:
            found += [
                (k, m) for m in BARE.finditer(line.text) if not _CITED.search(line.text[max(0, m.start() - 12) : m.start()])
            ]
    for _ in range(_MOST_CONTENTS):
        run = _rising(found, first=None)
        heads = [k for k, m in run if _is_first(lines[k].text, m.start())]
        apart = sum(_is_apart(lines[k].text, m.start()) for k, m in run)
        if len(run) < 2 or not heads or 3 * apart < len(run):
            return []
        if _steps_of_one(run) and _is_told(BARE, run, lines):
            return _with_heads(run, lines, long)
        found = [f for f in found if f not in run]
    return []


def _is_first(text: str, at: int) -> bool:
    """Whether a number is the first word of a line, or stands behind the page, or (what is left of) a diary number, at its head."""
    return at <= _LONGEST_HEADER and _BEFORE_FIRST.fullmatch(text, 0, at) is not None


_BEFORE_FIRST = re.compile(
    r"(?:(?:sida\s+)?\d{1,3}\s?(?:\(\d{1,3}\)|/\d{1,3})\s+)?(?:Dnr:?\s*(?:[\w/:.-]*\d[\w/:.-]*|-)\s+|/\d{2,5}\s+)?", re.IGNORECASE
)
""" "1(1) 61 Bryggor", "Sida 5/9 Dnr: 88-2024 22 Bryggor", "/041 21 Bryggor"."""


_PAGES = re.compile(r"(?:\d{1,3}\s){0,2}(?=\d{1,3}\s+[A-ZÅÄÖ])")
_FEWEST_HEADS = 4
_HEADER_WORDS = 15
"""Characters by which the header of a page is known again."""


def _at_heads(numbered: list[tuple[int, Line, bool]], lines: list[Line], long: Collection[int]) -> _Found:
    """Bare numbers at the heads of lines that rise one by one: from one, some behind those of their pages ("2 2 4 Bryggor"), or all right
    at the head, where most lines are run together; else empty."""
    heads = [
        (k, m) for k, line, _ in numbered if (pages := _PAGES.match(line.text)) and (m := BARE_HEAD.match(line.text, pages.end()))
    ]
    run = _rising(heads, first=1)
    if any(m.start() > 0 for _, m in run) and len(run) >= _FEWEST_HEADS and _steps_of_one(run):
        return run
    again = Counter(lines[k].text[m.end() :][:_HEADER_WORDS] for k, m in heads)
    own = [(k, m) for k, m in heads if m.start() == 0 and again[lines[k].text[m.end() :][:_HEADER_WORDS]] == 1]
    run = _rising(own, first=None)
    whole = sum(k in long for k, _ in run)
    return run if len(run) >= _FEWEST_HEADS and 2 * whole > len(run) and _steps_of_one(run) and _is_told(BARE, run, lines) else []


_MOST_CONTENTS = 3
"""Lists of contents, and of who was there for which paragraph, that may stand before the items."""


def _with_heads(chain: _Found, lines: list[Line], long: Collection[int]) -> _Found:
    """Bare numbers with the one before the first, or those that they leap over, where these stand at the head of a line between."""
    missing = {_number(chain[0][1]) - 1: (chain[0][0], chain[0][0])}
    missing |= {_number(b) - 1: (j + 1, k) for (j, a), (k, b) in itertools.pairwise(chain) if _number(b) - _number(a) > 1}
    heads = [
        (k, match)
        for value, (first, last) in missing.items()
        for k in range(first, last + 1)
        if k in long and (match := BARE_HEAD.match(lines[k].text)) and _number(match) == value
    ]
    return sorted([*chain, *heads], key=lambda f: (f[0], f[1].start()))


def _by_line(chain: _Found, lines: list[Line]) -> dict[int, list[re.Match[str]]]:
    """The numbers of each line, with the signs that stand before them."""
    by_line: dict[int, list[re.Match[str]]] = {}
    for k, m in chain:
        sign = _SIGN.search(lines[k].text, max(0, m.start() - _LONGEST_SIGN), m.start())
        signed = _SECTION.match(lines[k].text, sign.start()) if sign else None
        by_line.setdefault(k, []).append(signed or m)
    return by_line


_SIGN = re.compile(r"(?:(?<![\w,(])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s)?§\s$")
"""What stands before a number that was found without it: "§ 4", "Ks § 4"."""
_LONGEST_SIGN = 10


def _single(found: _Found, lines: list[Line]) -> _Found:
    """The only paragraph of an extract: its title is followed by a heading at once. Empty when there are more, or none."""
    titled = [(k, m) for k, m in found if _is_headed(lines[k].text, m.end())]
    return titled if len(titled) == 1 else []


def _is_headed(text: str, begin: int) -> bool:
    heading = inline_heading().search(text, begin + 1, begin + _LONGEST_TITLE)
    if heading is None:
        return False
    title = text[begin : heading.start()].strip()
    return len(title.split()) > 1 and re.search(r"[.!?]\s", title) is None


_LONGEST_TITLE = 200


def _longest(pattern: re.Pattern[str], found: _Found) -> _Found:
    """The longest run of rising numbers of one pattern: from one on where they have a point, of one body where they have one."""
    if pattern is DECIMAL:
        run = _rising(found, first=1) or _rising(found, first=None)
        colons = [f for f in found if f[1].group().rstrip().endswith(":")]
        of_colons = _rising(colons, first=1) if _FEWEST_HEADS <= len(colons) < len(found) else []
        return of_colons if len(of_colons) >= max(_FEWEST_HEADS, _MOSTLY * len(run)) else run
    if pattern is not PREFIXED:
        return _rising(found, first=None)
    named = [(k, m) for k, m in found if not NO_BODY.fullmatch(m["prefix"])]
    of_each = [
        _rising([f for f in named if f[1]["prefix"] == prefix], None) for prefix in sorted({m["prefix"] for _, m in named})
    ]
    return max(of_each, key=len, default=[])


_MOSTLY = 0.75
"""The share of the longest run that numbers with a colon must have, for the points to be those of lists within."""


def _is_chain(pattern: re.Pattern[str], run: _Found, lines: list[Line]) -> bool:
    """Whether numbers of one pattern may be those of items: enough of them, and without leaps where no sign tells what they are."""
    if pattern is _SECTION:
        return len(run) >= 2
    if pattern is PREFIXED:
        return len(run) >= 2 and _steps_of_one(run)
    if pattern is DECIMAL:
        if _number(run[0][1]) == 1:
            return len(run) >= 2 or bool(find_letters(lines[run[0][0]].text, run[0][1].end(), None))
        return len(run) >= _FEWEST_BARE and _steps_of_one(run)
    headers = Counter(_DIGITS.sub("#", lines[k].text[: m.start()]) for k, m in run if m.start() <= _LONGEST_HEADER)
    after = sum(
        _is_apart(lines[k].text, m.start()) or headers[_DIGITS.sub("#", lines[k].text[: m.start()])] >= _FEWEST_BARE
        for k, m in run
    )
    paged = all(_is_after_header(lines[k].text, m.start()) for k, m in run)
    whole = len(run) >= _WHOLE and _number(run[-1][1]) - _number(run[0][1]) == len(run) - 1
    return len(run) >= (2 if paged else _FEWEST_BARE) and _steps_of_one(run) and (whole or 3 * after >= len(run))


_DIGITS = re.compile(r"\d+")
_WHOLE = 8
"""Numbers in a row, none of them left out, that are those of items wherever they stand."""


def _is_apart(text: str, at: int) -> bool:
    """Whether a sentence ends before a number, or the page's number is all that is before."""
    behind = _AFTER_SENTENCE.search(text[max(0, at - 4) : at]) or _AFTER_PAGE.fullmatch(text, 0, at)
    return behind is not None or _is_first(text, at) or _is_after_header(text, at)


_HEADER = re.compile(r"(?:^|(?<=[.!?]\s)|(?<=/\s))(?P<page>\d{1,3})\s[A-ZÅÄÖ][^.\d]{3,80}\s(?P=page)\s?(?:\(\s?\d{1,3}\s?\)\s)?$")
"""The header of a page, whose number stands before it and in it: "2 HAMNRÅDET PROTOKOLL 2", "3 Hamnrådet Sida 3 (24)"."""


def _is_after_header(text: str, at: int) -> bool:
    """Whether the header of a page, with nothing or the end of a sentence before it, stands before a number."""
    return _HEADER.search(text[max(0, at - _LONGEST_HEADER) : at]) is not None


_LONGEST_HEADER = 100


_LEAPS = 5
"""Numbers of which one may be lost."""


def _steps_of_one(chain: _Found) -> bool:
    leaps = sum(_number(b) - _number(a) != 1 for (_, a), (_, b) in itertools.pairwise(chain))
    return leaps <= len(chain) // _LEAPS


def _is_told(pattern: re.Pattern[str], chain: _Found, lines: list[Line]) -> bool:
    """Whether there are sentences or headings under most of the numbers with a sign, and under a third of others at least."""
    told = 0
    for i, (k, m) in enumerate(chain):
        text = lines[k].text
        following = chain[i + 1] if i + 1 < len(chain) else None
        stop = following[1].start() if following and following[0] == k else len(text)
        below = k + 1 < len(lines) and (following is None or following[0] > k + 1)
        told += below or has_finite(text[m.end() : stop]) or inline_heading().search(text, m.end(), stop) is not None
    return 2 * told > len(chain) if pattern in (_SECTION, PREFIXED) else 3 * told >= len(chain)


def find_letters(text: str, begin: int, stop: int | None) -> list[re.Match[str]]:
    """Letters of items below a number, from "a)" on; empty where nothing is told under most of them."""
    end = len(text) if stop is None else stop
    if text.find("a)", begin, end) < 0:
        return []
    chain: list[re.Match[str]] = []
    for match in _LETTERED.finditer(text, begin, end):
        if ord(match["n"]) == ord("a") + len(chain):
            chain.append(match)
    borders = [*(m.start() for m in chain), end]
    told = sum(has_finite(text[m.end() : borders[i + 1]]) for i, m in enumerate(chain))
    return chain if len(chain) >= 2 and told > len(chain) / 2 else []


_OF_HEAD = 0.001
"""By how much a number at the head of a line goes before the same one within a line, as in a list of contents under its title."""


def _rising(found: list[tuple[int, re.Match[str]]], first: int | None) -> list[tuple[int, re.Match[str]]]:
    """The longest run of numbers that rise by one, or by two where one was lost; from `first` when that is given."""
    best: list[tuple[float, int | None]] = []
    numbers = [_number(m) for _, m in found]
    for i, number in enumerate(numbers):
        own = 1 + _OF_HEAD * (found[i][1].start() == 0)
        score, back = (own, None) if first is None or number == first else (-1000.0, None)
        for j in range(max(0, i - 60), i):
            if 0 < number - numbers[j] <= 2 and best[j][0] + own >= score:
                score, back = best[j][0] + own, j
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
