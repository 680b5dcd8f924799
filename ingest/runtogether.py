"""Pages whose lines were run together into one: cut again where an item, a section or a numbered clause begins.

    "… § 55 Budgetuppföljning april Dnr 2018-41 Nämndens beslut Nämnden beslutar att … Sammanfattning … § 56 …"

Numbers count as items only where they rise one by one through the text. Where a title ends is told by a diary number, by the
heading that follows, or by the capital of the sentence that follows.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.record import Span
from ingest.items import DIARY_NUMBER, DIARY_WORD
from ingest.items.inlined import find_inlined
from ingest.items.starts import NO_BODY, reads_like_title
from ingest.items.title_end import common_words, find_title_end, inline_heading
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.verbs import has_finite

_LONG = 200
"""Characters from which a line may be a run-together one: minutes are set with fewer to the line."""
_SECTION = re.compile(
    r"(?<![\w,(])(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s+)?§\s*(?P<n>\d{1,4})(?:/\d{2,4}(?!\d))?|(?P<m>\d{1,4})\s*§(?=\s+[A-ZÅÄÖ(]))\s*[.:–-]?\s+(?=[A-ZÅÄÖ\d(])"
)
_DECIMAL = re.compile(
    r"(?:(?<=[.!?)\w]\s)|^)(?:(?:Punkt|Ärende|punkt|ärende)\s+)?(?P<n>\d{1,3})(?P<m>)\s?(?:[.):–-]\s+(?=[A-ZÅÄÖ])|:(?=[A-ZÅÄÖ][a-zåäö]))"
)
_BARE = re.compile(r"(?<=\s)(?P<n>\d{1,3})(?P<m>)\s+(?=[A-ZÅÄÖ](?:[a-zåäö]{2,}|[A-ZÅÄÖ]{2,}))")
"""Numbers without sign or point: never at the head of a line, where page numbers stand."""
_BARE_HEAD = re.compile(r"(?P<n>\d{1,3})(?P<m>)\s+(?=[A-ZÅÄÖ](?:[a-zåäö]{2,}|[A-ZÅÄÖ]{2,}|[A-ZÅÄÖ]{0,3}\d{4}))")
_ITEM_NUMBER = re.compile(r"\d\s?[.:)–-]?\s|\d:|§")
"""What stands in every line that the patterns above and below find a number in."""
_FEWEST_BARE = 3
_AFTER_SENTENCE = re.compile(r"[a-zåäö)”][.!?]\s$")
_AFTER_PAGE = re.compile(r"\d{1,3}\s$")
"""The number of the page at the head of its line: "2 17 Meddelanden"."""
_PREFIXED = re.compile(
    r"(?<![\w.,-])(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}|[A-ZÅÄÖ][\wåäö-]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet|gruppen|direktionen|beredningen))"
    r"\s(?P<n>\d{1,4})(?P<m>)\s+(?=[A-ZÅÄÖ](?:[a-zåäö]|[A-ZÅÄÖ]{3}))"
)
"""Numbers after the body whose they are: "Ks 250 Meddelanden", "Ungdomsrådet 17 Meddelanden"."""
_LONGEST_SHORT = 5
"""Letters of a short name such as "Ks", which belongs to the number; a longer one is that of the page's header."""
_LETTERED = re.compile(r"(?<=\s)(?P<n>[a-l])(?P<m>)\)\s+(?=[A-ZÅÄÖ])")
_NUMBERED = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zåäö]{0,5}\s)?§\s*\d|\d{1,4}\s*§|\d{1,3}[.)]\s+[A-ZÅÄÖ]|\d{1,3}\t")
_CITED = re.compile(
    r"(?:\b(?:enligt|se|kap\.?|och|av|i|med|lagens|även|per|till|från|from|tom|t\.o\.m\.|fr\.o\.m\.|under|vid|jfr|ärende|forts\.?|(?:när|från)varande)|,)\s*$",
    re.IGNORECASE,
)
_DIARY = re.compile(rf"\(?(?<![\wåäö])(?:{DIARY_WORD}(?:{DIARY_NUMBER}|[\w/:.-]*\d[\w/:.-]*)|(?=[A-ZÅÄÖ]){DIARY_NUMBER})\)?\s*")
_REFERENCES = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\s*§{1,2}\s*\d{1,4}(?:/\d{2,4})?\s*[,;]?\s+)+")
"""Where a matter was handled before: "Au § 84, Sn § 34 "."""
_FUNCTION_WORD = re.compile(
    r"\b(?:av|för|i|till|om|från|med|på|och|samt|hos|vid|mellan|ang|angående|gällande|avseende|den|det|de|en|ett|enligt|inom|under|m\.m)\.?$"
    r"|[–:;,(/-]$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?<=\s)|^)(?:\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])|[•–-]\s+(?=[A-ZÅÄÖa]))")
_ATT_LIST = re.compile(r"\batt\s*:?\s+(?=1[.)]\s+[a-zåäö])")
_ATT_CLAUSE = re.compile(r"(?<=\s)(?P<n>\d{1,2})[.)]\s+(?=[a-zåäö])")
_DECIDED = re.compile(r"(?:[Bb]eslut|BESLUT):?$")


def _may_stand(pattern: re.Pattern[str], before: str) -> bool:
    """Whether a number may be that of an item in a line that is not long, behind the words before it."""
    if pattern is _DECIMAL:
        return not before or _AFTER_SENTENCE.search(before[-4:]) is not None or _AFTER_PAGE.fullmatch(before) is not None
    return pattern is not _BARE or _AFTER_PAGE.fullmatch(before) is not None


_Found = list[tuple[int, re.Match[str]]]


def cut_run_together(lines: list[Line]) -> list[Line]:
    """The lines, run-together ones cut into those that they were; the same list when there is none."""
    long = _find_run_together(lines)
    if not long:
        return lines
    starts = _starts(lines, long)
    inlined = find_inlined(lines) if not starts and _is_flat(lines, long) else {}
    cuts_of = {
        k: _cuts(x, starts.get(k, [])) + [cut for begin, end in inlined.get(k, ()) for cut in ((begin, True), (end, False))]
        for k, x in enumerate(lines)
        if k in starts or k in inlined or k in long
    }
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
        bare = {m.start() for m in starts.get(k, ()) if m.re in (_BARE, _BARE_HEAD)}
        for begin, stop in itertools.pairwise(borders):
            piece = text[begin:stop]
            start = line.start + begin + len(piece) - len(piece.lstrip())
            end = line.start + begin + len(piece.rstrip())
            if end > start:
                blank = begin in parted or (begin == 0 and line.blank_before)
                out.append(Line(line.document, len(out), start, end, line.block, (), blank, numbered=begin in bare))
    return out


def clip_to_items(spans: Iterable[Span], lines: list[Line]) -> list[Span]:
    """Spans of lists of people, without the items that follow at once: each ends where the first item begins."""
    pieces = [x for x in lines if x.blank_before and (_OPENED.fullmatch(x.text) or (_is_cut(x) and _begins_item(x.text)))]
    return [(start, min((x.start for x in pieces if start < x.start < end), default=end)) for start, end in spans]


def _begins_item(text: str) -> bool:
    """Whether a piece of a run-together line begins an item: with a number, or as a title that was cut off from its text."""
    return _NUMBERED.match(text) is not None or _BARE_HEAD.match(text) is not None or reads_like_title(text)


_OPENED = re.compile(r"(?:mötets?|sammanträdets?)\s+(?:öppnande|öppnas|öppnades)\.?|öppnande", re.IGNORECASE)


def _is_cut(line: Line) -> bool:
    """Whether a line is a piece of a run-together one, or of a row of items in a table."""
    if line.block is None and line.start:
        return "\t" in line.text
    return line.start > 0 and line.document.text[line.start - 1] != "\n"


def _find_run_together(lines: list[Line]) -> frozenset[int]:
    """Indexes of the lines that may be run-together ones: by their length or, where most pages behind the first are a line each, all that
    are pages."""
    long = {k for k, line in enumerate(lines) if not line.cells and line.end - line.start > _LONG}
    if not long:
        return frozenset()
    pages = Counter(line.page for line in lines)
    whole = {k for k in range(len(lines)) if _begins_page(lines, k) and pages[lines[k].page] == 1 and not lines[k].cells}
    return frozenset(long | whole if 5 * len(whole) >= 4 * (len(pages) - 1) else long)


def _is_flat(lines: list[Line], long: Collection[int]) -> bool:
    """Whether most of the text stands in run-together lines."""
    return 2 * sum(len(lines[k].text) for k in long) > sum(len(x.text) for x in lines)


def _starts(lines: list[Line], long: Collection[int]) -> dict[int, list[re.Match[str]]]:
    """Where items begin, by line: § signs when there are two, else numbers with a point, with a body, or bare ones.

    They must rise one by one, and something must be told under some of them: else they are a list of contents.
    """
    flat = _is_flat(lines, long)
    numbered = [(k, line, k in long) for k, line in enumerate(lines) if _ITEM_NUMBER.search(line.text)]
    if paged := _at_pages(lines, long):
        return _by_line(max(paged, _at_heads(numbered, lines, long) if flat else [], key=len))
    for pattern in (_SECTION, _DECIMAL, _PREFIXED, _BARE):
        everywhere = pattern is _DECIMAL or (flat and pattern in (_SECTION, _PREFIXED))
        found = [
            (k, m)
            for k, line, is_long in numbered
            if is_long or everywhere or pattern is _BARE
            for m in (pattern.finditer(line.text) if pattern is not _SECTION or "§" in line.text else ())
            if is_long or _may_stand(pattern, line.text[: m.start()])
            if pattern is _DECIMAL or not _CITED.search(line.text[max(0, m.start() - 12) : m.start()])
        ]
        chain: _Found = []
        for _ in range(_MOST_CONTENTS):
            run = _longest(pattern, found)
            run = _with_heads(run, lines, long) if run and pattern in (_BARE, _SECTION) else run
            if not run or (_is_chain(pattern, run, lines) and _is_told(pattern, run, lines)):
                chain = run
                break
            found = [f for f in found if f not in run]
        if pattern is _BARE and flat and len(heads := _at_heads(numbered, lines, long)) > len(chain):
            return _by_line(heads)
        if any(m.start() > 0 or pattern is _PREFIXED for _, m in chain):
            return _by_line(chain)
        if pattern is _SECTION and flat and (single := _single(found, lines)):
            return _by_line(single)
    return {}


def _at_pages(lines: list[Line], long: Collection[int]) -> _Found:
    """Numbers without sign or point of which one at least is the first word of a page, where pages are long lines, and every third stands
    there or behind a sentence: those of the matters, though others within them have points."""
    begin_pages = {k for k in range(len(lines)) if _begins_page(lines, k)}
    if begin_pages.isdisjoint(long):
        return []
    found: _Found = []
    for k, line in enumerate(lines):
        if k in begin_pages and (head := _BARE_HEAD.match(line.text)) and _number(head) != line.page:
            found.append((k, head))
        if k in long:
            found += [
                (k, m) for m in _BARE.finditer(line.text) if not _CITED.search(line.text[max(0, m.start() - 12) : m.start()])
            ]
    for _ in range(_MOST_CONTENTS):
        run = _rising(found, first=None)
        heads = [k for k, m in run if m.start() == 0]
        apart = sum(m.start() == 0 or _is_apart(lines[k].text, m.start()) for k, m in run)
        if len(run) < 2 or not heads or 3 * apart < len(run):
            return []
        if _steps_of_one(run) and _is_told(_BARE, run, lines):
            return run
        found = [f for f in found if f not in run]
    return []


def _begins_page(lines: list[Line], k: int) -> bool:
    return k > 0 and lines[k].page != lines[k - 1].page


_PAGES = re.compile(r"(?:\d{1,3}\s){0,2}(?=\d{1,3}\s+[A-ZÅÄÖ])")
_FEWEST_HEADS = 4
_HEADER_WORDS = 15
"""Characters by which the header of a page is known again."""


def _at_heads(numbered: list[tuple[int, Line, bool]], lines: list[Line], long: Collection[int]) -> _Found:
    """Bare numbers at the heads of lines that rise one by one: from one, some behind those of their pages ("2 2 4 Bryggor"), or all right
    at the head, where most lines are run together; else empty."""
    heads = [
        (k, m)
        for k, line, _ in numbered
        if (pages := _PAGES.match(line.text)) and (m := _BARE_HEAD.match(line.text, pages.end()))
    ]
    run = _rising(heads, first=1)
    if any(m.start() > 0 for _, m in run) and len(run) >= _FEWEST_HEADS and _steps_of_one(run):
        return run
    again = Counter(lines[k].text[m.end() :][:_HEADER_WORDS] for k, m in heads)
    own = [(k, m) for k, m in heads if m.start() == 0 and again[lines[k].text[m.end() :][:_HEADER_WORDS]] == 1]
    run = _rising(own, first=None)
    whole = sum(k in long for k, _ in run)
    return (
        run if len(run) >= _FEWEST_HEADS and 2 * whole > len(run) and _steps_of_one(run) and _is_told(_BARE, run, lines) else []
    )


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
        if k in long and (match := _BARE_HEAD.match(lines[k].text)) and _number(match) == value
    ]
    return sorted([*chain, *heads], key=lambda f: (f[0], f[1].start()))


def _by_line(chain: _Found) -> dict[int, list[re.Match[str]]]:
    by_line: dict[int, list[re.Match[str]]] = {}
    for k, m in chain:
        by_line.setdefault(k, []).append(m)
    return by_line


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
    if pattern is _DECIMAL:
        return _rising(found, first=1) or _rising(found, first=None)
    if pattern is not _PREFIXED:
        return _rising(found, first=None)
    named = [(k, m) for k, m in found if not NO_BODY.fullmatch(m["prefix"])]
    of_each = [
        _rising([f for f in named if f[1]["prefix"] == prefix], None) for prefix in sorted({m["prefix"] for _, m in named})
    ]
    return max(of_each, key=len, default=[])


def _is_chain(pattern: re.Pattern[str], run: _Found, lines: list[Line]) -> bool:
    """Whether numbers of one pattern may be those of items: enough of them, and without leaps where no sign tells what they are."""
    if pattern is _SECTION:
        return len(run) >= 2
    if pattern is _PREFIXED:
        return len(run) >= 2 and _steps_of_one(run)
    if pattern is _DECIMAL:
        if _number(run[0][1]) == 1:
            return len(run) >= 2 or bool(_letters(lines[run[0][0]].text, run[0][1].end(), None))
        return len(run) >= _FEWEST_BARE and _steps_of_one(run)
    after = sum(_is_apart(lines[k].text, m.start()) for k, m in run)
    paged = all(_is_after_header(lines[k].text, m.start()) for k, m in run)
    whole = len(run) >= _WHOLE and _number(run[-1][1]) - _number(run[0][1]) == len(run) - 1
    return len(run) >= (2 if paged else _FEWEST_BARE) and _steps_of_one(run) and (whole or 3 * after >= len(run))


_WHOLE = 8
"""Numbers in a row, none of them left out, that are those of items wherever they stand."""


def _is_apart(text: str, at: int) -> bool:
    """Whether a sentence ends before a number, or the page's number is all that is before."""
    return bool(_AFTER_SENTENCE.search(text[max(0, at - 4) : at]) or _AFTER_PAGE.fullmatch(text, 0, at)) or _is_after_header(
        text, at
    )


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
    return 2 * told > len(chain) if pattern in (_SECTION, _PREFIXED) else 3 * told >= len(chain)


def _letters(text: str, begin: int, stop: int | None) -> list[re.Match[str]]:
    """Letters of items below a number, from "a)" on; empty where nothing is told under most of them."""
    end = len(text) if stop is None else stop
    chain: list[re.Match[str]] = []
    for match in _LETTERED.finditer(text, begin, end):
        if ord(match["n"]) == ord("a") + len(chain):
            chain.append(match)
    borders = [*(m.start() for m in chain), end]
    told = sum(has_finite(text[m.end() : borders[i + 1]]) for i, m in enumerate(chain))
    return chain if len(chain) >= 2 and told > len(chain) / 2 else []


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


_GOES_ON = re.compile(r"(?<!:)\s+(?:(?:19|20)\d\d\s+)?(?!att\b)[a-zåäö]")
"""A sentence that begins as a heading does: "Direktionens beslut 2019 om lokalerna har …"."""


def _cuts(line: Line, starts: list[re.Match[str]]) -> list[tuple[int, bool]]:
    """Offsets in the line at which it is cut, each with whether a new paragraph begins there."""
    text = line.text
    cuts: list[tuple[int, bool]] = []
    borders = [m.start() for m in starts]
    for i, start in enumerate(starts):
        stop = borders[i + 1] if i + 1 < len(borders) else len(text)
        letters = _letters(text, start.end(), stop)
        of_page = start.re is _PREFIXED and len(start["prefix"]) > _LONGEST_SHORT
        cuts.append((start.start("n") if of_page else start.start(), True))
        ends = [*(m.start() for m in letters), stop]
        listed = _LIST_BEGINS.search(text, start.end(), ends[0]) if start.re is not _DECIMAL else None
        cuts += [(at, False) for at in _title_ends(line, start.end(), listed.end() if listed else ends[0])]
        cuts += [(listed.end(), False)] if listed and not has_finite(text[start.end() : listed.start()]) else []
        for letter, end in zip(letters, ends[1:], strict=True):
            cuts.append((letter.start(), True))
            cuts += [(at, False) for at in _title_ends(line, letter.end(), end)]
    for heading in inline_heading().finditer(text):
        if any(s.start() <= heading.start() < s.end() for s in starts):
            continue
        nameless = heading.group().startswith("s ") or text.startswith("beslutar", heading.end() + 1)
        if _GOES_ON.match(text, heading.end()) and not nameless:
            continue
        cuts += [(heading.start(), True), (heading.end(), False)]
        if _DECIDED.search(heading.group(0)):
            stop = min((b for b in borders if b > heading.end()), default=len(text))
            following = inline_heading().search(text, heading.end() + 1, stop)
            stop = following.start() if following else stop
            cuts += [(m.start(), False) for m in _CLAUSE.finditer(text, heading.end(), stop)]
            cuts += [(at, False) for at in _clauses_of_att(text, heading.end(), stop)]
    return cuts


def _clauses_of_att(text: str, begin: int, stop: int) -> list[int]:
    """Where clauses begin that an "att" leads in: "att 1. godkänna rapporten 2. uppdra åt kontoret …"."""
    lead = _ATT_LIST.search(text, begin, stop)
    found: list[int] = []
    for match in _ATT_CLAUSE.finditer(text, lead.end(), stop) if lead else ():
        if int(match["n"]) == len(found) + 1:
            found.append(match.start())
    return found


_LIST_BEGINS = re.compile(r"(?<=[\wåäö)])\s+(?=1[.)]\s+[A-ZÅÄÖ])")
_AHEAD = 600
"""Characters after a number that are looked at for the end of the title."""


def _title_ends(line: Line, begin: int, stop: int) -> list[int]:
    """Where the title that begins at `begin` ends, and where its diary number does."""
    text = line.text
    heading = inline_heading().search(text, begin + 1, stop)
    limit = min(heading.start() if heading else stop, begin + 200)
    if diary := _REFERENCES.match(text, begin, limit) or _DIARY.match(text, begin, limit):
        return [diary.end(), *_title_ends(line, diary.end(), stop)]
    diary = _DIARY.search(text, begin, limit)
    until = diary.start() if diary else min(stop, begin + _AHEAD)
    if (end := find_title_end(text[begin:until], common_words(line.document.text), run_together=diary is None)) is not None:
        return [begin + end]
    if diary:
        return [diary.start(), diary.end()]
    if has_finite(text[begin:limit]):
        return []
    names = find_names(text[begin:limit])
    for match in re.finditer(r"\s+(?=[A-ZÅÄÖ•])", text[begin:limit]):
        before = text[begin : begin + match.start()]
        in_name = any(n.start < match.end() < n.end for n in names)
        if in_name or _FUNCTION_WORD.search(before) or is_role(before):
            continue
        return [begin + match.end()]
    return []
