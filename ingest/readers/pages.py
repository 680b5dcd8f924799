"""Pages of a text copy: where they begin, and the headers, footers and page numbers that stand on them again and again.

Form feeds tell pages. Where there are none, page numbers do that count on from page to page ("Sida 3 av 9", "3 (9)"), alone on
their line, in a line that is otherwise the same, or within the one long line that some copies make of a page (`page_lines`, where
each such line has its number); else the single space with which some copies begin each page. Pure: text in, text out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ingest.document import BlockKind
from ingest.readers.hyphens import between_halves
from ingest.readers.page_lines import PageLine, find_page_lines
from ingest.sentences import ends_with_small_word
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

EDGE_LINES = 8  # from the edge of a page inwards, in which headers and footers are looked for
LONG_LINE = 300  # characters; a longer line is a page or a paragraph without line ends
NEAR_LINES, NEAR_CHARACTERS = 6, 400  # what may stand above the first page number when it belongs to a header
APART_LINES, APART_CHARACTERS = 3, 300  # two page numbers are at least so far from each other
SPACED_PAGE = (12, 90)  # lines between two single leading spaces that begin pages
ORDINARY_PAGES = 4  # a line that reads like a sentence is a margin only when it stands on so many pages

_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
_NUMBER = re.compile(
    r"""
      (?<![\w§(.,]) (?:sida|sidan|sid\.?|page) \s* (?P<page>\d{1,4}) (?: \s* (?:av|of|/|\() \s* (?P<pages>\d{1,4}) \)? )? (?!\w)
    | (?<![\w§(.,-]) (?P<n>\d{1,4}) \s? \( (?P<m>\d{1,4}) \) (?![\w(])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ALONE = re.compile(
    r"(?![ \t]*[•·*▪◦][ \t]+\d{1,4}[ \t]*$)[^\w§#]*(?:(?:sida|sidan|sid\.?|page|s\.)\s*)?(?P<page>\d{1,4})(?!\.)(?:\s*(?:[(/]|av|of)\s*\(?(?P<pages>\d{1,4})\)?)?[^\w§]*",
    re.IGNORECASE,
)
"""A page number alone on its line, not that of a matter ("§ 3", "3.", "• 3")."""
_DIGITS = re.compile(r"\d+")
_OUTERMOST = re.compile(r"^\d{1,4}(?![\w.,:-])|(?<![\w.,:-])\d{1,4}$")
_NUMBERED = re.compile(r"(?:#{1,6} +|- |> )?(?:\*\*)?(?:(?:\w{1,6} )?§|# ?§|#[.)]|(?i:punkt|ärende|paragraf) #)")
"""The title of a matter, which a list of contents has too: no page header, though it stand at the top of two pages."""
_SENTENCE = re.compile(r"[a-zåäö]|.*[.:;,]$")
_ENDED = re.compile(r"[.!?:;”\"]\s*$")
_BEGINS = re.compile(r"(?:att\b|[a-zåäö]\)|[-•*#|])")


@dataclass(frozen=True, slots=True)
class Margin:
    """Lines of the head or foot of a page, as they stand there. Of lines that differ in numbers alone, the first."""

    kind: BlockKind
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Paged:
    """The flow, pages parted by form feeds, and what was taken out of it. `pages` is None when nothing tells of pages."""

    text: str
    pages: int | None
    margins: tuple[Margin, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A page number found in a line: where, which, of how many (None when it does not say)."""

    line: int
    start: int
    end: int
    page: int
    pages: int | None
    alone: bool


Page = list[str]


def part_pages(text: str) -> Paged:
    """Find the pages of a text and take out what is repeated on them.

    The header of the first page stays in the flow, but for a page number alone: there it is often the title.
    """
    text = text.strip("\f\x1a")
    if "\f" in text:
        pages = [_LINE_END.split(page) for page in text.split("\f")]
        exact = True
    else:
        lines = _LINE_END.split(text)
        if found := find_page_lines(lines):
            return _of_page_lines(lines, found)
        pages = _by_numbers(lines) or _by_spaces(lines) or [lines]
        exact = False
    taken: list[Margin] = []
    touched: set[int] = set()
    for top in (True, False):
        taken += _take(pages, top=top, touched=touched, exact=exact)
    if len(pages) == 1 and not taken:
        return Paged(text, None)
    return Paged(_united(pages, touched), len(pages), tuple(taken))


def _of_page_lines(lines: Sequence[str], found: Sequence[PageLine]) -> Paged:
    """Pages that are lines; a line between two belongs to the page before it. The header of the first page stays in the flow."""
    margins: list[Margin] = []
    seen: set[str] = set()
    pages: list[Page] = []
    ends = [page.line for page in found[1:]] + [len(lines)]
    for page, end in zip(found, ends, strict=True):
        first = not pages
        kept = page.header if first and not _number_alone(page.header) else ""
        margin = page.number if kept else page.margin
        if _key(margin) not in seen:
            seen.add(_key(margin))
            margins.append(Margin(BlockKind.HEADER, len(pages) + 1, margin))
        above = lines[: page.line] if first else []
        above = [*above, kept, ""] if kept else above
        pages.append([*above, page.text, *lines[page.line + 1 : end]])
    return Paged(_united(pages, set(range(1, len(pages)))), len(pages), tuple(margins))


# -- where pages begin -------------------------------------------------------------------------------------------------


def _by_numbers(lines: Sequence[str]) -> list[Page] | None:
    chain = _chain(lines)
    if not chain:
        return None
    heads = _are_heads(chain, lines)
    flat, clusters = _flattened(lines, chain)
    pages: list[Page] = [[]]
    position = 0
    for index, (mark, (begin, end)) in enumerate(zip(chain, clusters, strict=True)):
        cut, page = (begin, mark.page) if heads else (end, mark.page + 1)
        if not heads and index == len(chain) - 1 and _length(flat[end:]) <= NEAR_CHARACTERS:
            break  # signatures below the last page number
        pages[-1] += flat[position:cut]
        position = cut
        pages += [[] for _ in range(page - len(pages))]
    pages[-1] += flat[position:]
    return pages


def _flattened(lines: Sequence[str], chain: Sequence[_Mark]) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines, long ones cut at their page numbers, and where each number stands with the words that are always beside it."""
    tail, head = _around(chain, lines)
    by_line: dict[int, list[_Mark]] = defaultdict(list)
    for mark in chain:
        by_line[mark.line].append(mark)
    flat: list[str] = []
    clusters: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if len(line) < LONG_LINE:
            clusters += [(len(flat), len(flat) + 1)] * len(by_line[number])
            flat.append(line)
            continue
        position = skipped = 0
        for mark in by_line[number]:
            words = line[position : mark.start].split()[skipped:]
            parts = [words[: len(words) - tail], words[len(words) - tail :] if tail else []]
            after = line[mark.end : mark.end + LONG_LINE].split()[:head] if head else []
            flat += [" ".join(parts[0])] if parts[0] else []
            begin = len(flat)
            flat += [" ".join(parts[1])] if parts[1] else []
            flat.append(line[mark.start : mark.end])
            flat += [" ".join(after)] if after else []
            clusters.append((begin, len(flat)))
            position, skipped = mark.end, len(after)
        rest = line[position:] if not skipped else " ".join(line[position:].split()[skipped:])
        flat += [rest] if rest.strip() or not by_line[number] else []
    return flat, clusters


def _around(marks: Sequence[_Mark], lines: Sequence[str]) -> tuple[int, int]:
    """How many words before and after the number are the same on all pages, when pages are long lines; else none."""
    if len(marks) < 3 or any(len(lines[mark.line]) < LONG_LINE for mark in marks):
        return 0, 0
    before, after = [], []
    for index, mark in enumerate(marks):
        line = lines[mark.line]
        start = marks[index - 1].end if index and marks[index - 1].line == mark.line else 0
        before.append(line[start : mark.start].split()[::-1][:30])
        after.append(line[mark.end : mark.end + LONG_LINE].split()[:30])

    def common(columns: list[list[str]]) -> int:
        count = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*columns, strict=False)))
        return count if count >= 2 else 0

    return common(before), common(after)


def _marks(lines: Sequence[str]) -> Iterator[_Mark]:
    for number, line in enumerate(lines):
        words = line.strip()
        if not words:
            continue
        alone = _number_alone(words)
        if alone and (alone["pages"] or not words[0].isdigit()) and not words.startswith("§"):
            total = int(alone["pages"]) if alone["pages"] else None
            yield _Mark(number, 0, len(line), int(alone["page"]), total, True)
            continue
        for match in _NUMBER.finditer(line):
            of = match["pages"] or match["m"]
            outermost = not line[: match.start()].strip() or not line[match.end() :].strip()
            if of or (outermost and len(line) < LONG_LINE):
                page = int(match["page"] or match["n"])
                yield _Mark(number, match.start(), match.end(), page, int(of) if of else None, False)


def _number_alone(line: str) -> re.Match[str] | None:
    """A line that is a page number and no more."""
    words = line.strip()
    return _ALONE.fullmatch(words) if len(words) <= 24 else None


def _chain(lines: Sequence[str]) -> list[_Mark]:
    """The longest run of page numbers that count on, each far enough from the one before."""
    by_total: dict[int | None, list[_Mark]] = defaultdict(list)
    for mark in _marks(lines):
        if mark.page and (mark.pages is None or mark.page <= mark.pages):
            by_total[mark.pages].append(mark)
    best: list[_Mark] = []
    for marks in by_total.values():
        chain = _counting(_repeating(marks, lines))
        if len(chain) > len(best) and _are_apart(chain, lines):
            best = chain
    if len(best) == 1 and not (best[0].alone and best[0].page == best[0].pages and best[0].page <= 2):
        return []
    return best


def _repeating(marks: Sequence[_Mark], lines: Sequence[str]) -> list[_Mark]:
    """Those alone, within long lines, or in lines that are alike but for numbers."""

    def rest(mark: _Mark) -> str:
        return _key(lines[mark.line])

    counts = Counter(rest(mark) for mark in marks)
    return [
        mark
        for mark in marks
        if mark.alone or len(lines[mark.line]) >= LONG_LINE or counts[rest(mark)] >= max(2, len(marks) // 3)
    ]


def _counting(marks: Sequence[_Mark]) -> list[_Mark]:
    chain: list[_Mark] = []
    for mark in marks:
        if (not chain and mark.page <= 2) or (chain and 1 <= mark.page - chain[-1].page <= 2):
            chain.append(mark)
    return chain


def _are_apart(chain: Sequence[_Mark], lines: Sequence[str]) -> bool:
    for mark, following in pairwise(chain):
        if mark.line == following.line:
            if following.start - mark.end < APART_CHARACTERS:
                return False
            continue
        between = [line for line in lines[mark.line + 1 : following.line] if line.strip()]
        if len(between) < APART_LINES and _length(between, [lines[mark.line]]) < APART_CHARACTERS:
            return False
    return True


def _are_heads(chain: Sequence[_Mark], lines: Sequence[str]) -> bool:
    """Whether the page numbers stand at the heads of pages: what comes before the first, or after the last, tells."""
    first, last = chain[0], chain[-1]
    if first.page == 1:
        above = [line for line in [*lines[: first.line], lines[first.line][: first.start]] if line.strip()]
        return len(above) <= NEAR_LINES and _length(above) <= NEAR_CHARACTERS
    return _length([lines[last.line][last.end :]], lines[last.line + 1 :]) > NEAR_CHARACTERS / 2


def _length(*groups: Sequence[str]) -> int:
    return sum(len(line.strip()) for group in groups for line in group)


def _by_spaces(lines: Sequence[str]) -> list[Page] | None:
    """Copies whose lines end with a space, and whose pages begin with one."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if sum(lines[index].endswith(" ") for index in filled) < 0.6 * len(filled):
        return None
    starts = [place for place, index in enumerate(filled) if re.match(r" \S", lines[index])]
    steps = [after - before for before, after in pairwise([*starts, len(filled)])]
    low, high = SPACED_PAGE
    if len(starts) < 2 or starts[0] or not all(low <= step <= high for step in steps[:-1]) or steps[-1] > high:
        return None
    cuts = [0, *(filled[place] for place in starts[1:]), len(lines)]
    return [list(lines[start:end]) for start, end in pairwise(cuts)]


# -- what is repeated on them ------------------------------------------------------------------------------------------


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _edge(page: Page, *, top: bool) -> list[int]:
    """Indices of the first or last lines of a page that are not blank, outermost first."""
    order = range(len(page)) if top else range(len(page) - 1, -1, -1)
    found: list[int] = []
    for index in order:
        if page[index].strip():
            found.append(index)
            if len(found) == EDGE_LINES:
                break
    return found


def _repeated(pages: Sequence[Page], *, top: bool) -> set[str]:
    """Keys of lines at one edge of at least half the pages, alike but for the page number, and hardly anywhere else."""
    filled = sum(any(line.strip() for line in page) for page in pages)
    needed = max(2, -(-(filled - 1) // 2))
    everywhere = Counter(_key(line) for page in pages for line in page)
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for index in _edge(page, top=top):
            words = " ".join(page[index].split())
            found[_key(words)].setdefault(number, words)
    return {
        key
        for key, places in found.items()
        if len(places) >= (max(needed, ORDINARY_PAGES) if _SENTENCE.match(key) or has_finite(key) else needed)
        and everywhere[key] <= len(places) + 1
        and not key.lower().startswith("att ")
        and not _NUMBERED.match(key)
        and not _tells(key)
        and (len(set(places.values())) == 1 or _counts_pages(places))
    }


def _tells(line: str) -> bool:
    """Whether a line says something of the matter it stands in, though two pages happen to end with it: "Rådet beslutar", "Beslut"."""
    return _DECIDES.search(line) is not None or section_heading(line) is not None


_DECIDES = re.compile(r"\bbesl(?:utar|utade|öt)\b", re.IGNORECASE)


def _counts_pages(places: dict[int, str]) -> bool:
    """Whether lines differ in the page number alone: first or last on the line, or told as such ("Sida 3 av 9", "3 (9)")."""
    if len({_NUMBER.sub("#", _OUTERMOST.sub("#", words)) for words in places.values()}) > 1:
        return False
    numbers = [[int(number[:9]) for number in _DIGITS.findall(words)] for words in places.values()]
    for column in zip(*numbers, strict=True):
        offsets = {value - page - 1 for value, page in zip(column, places, strict=True)}
        if len(set(column)) > 1 and (len(offsets) > 1 or abs(offsets.pop()) > 2):
            return False
    return True


def _is_number(line: str, number: int, count: int, bare: bool) -> bool:
    """Whether a line is the number of its page and no more; without a total only where the pages are sure and have them."""
    match = _number_alone(line)
    if not match:
        return False
    if match["pages"]:
        return int(match["page"]) <= int(match["pages"]) and abs(int(match["page"]) - number) <= 2
    return bare and count > 1 and abs(int(match["page"]) - number) <= 2


def _take(pages: list[Page], *, top: bool, touched: set[int], exact: bool) -> list[Margin]:
    """Take the margins at one edge out of the pages; `touched` learns which borders between pages lost lines."""
    repeated = _repeated(pages, top=top) if len(pages) > 1 else set()
    bare = exact and sum(_has_number(page, top=top) for page in pages) > len(pages) / 2
    seen: set[str] = set()
    taken: list[Margin] = []
    for number, page in enumerate(pages):
        gone: list[int] = []
        for index in _edge(page, top=top):
            is_number = _is_number(page[index], number + 1, len(pages), bare or not page[index].strip()[:1].isdigit())
            if not is_number and _key(page[index]) not in repeated:
                break
            if is_number or number or not top:
                gone.append(index)
        if not gone:
            continue
        fresh = [index for index in sorted(gone) if _key(page[index]) not in seen]
        seen.update(_key(page[index]) for index in gone)
        if fresh:
            kind = BlockKind.HEADER if top else BlockKind.FOOTER
            taken.append(Margin(kind, number + 1, "\n".join(page[index] for index in fresh)))
        touched.add(number if top else number + 1)
        pages[number] = [line for index, line in enumerate(page) if index not in set(gone)]
    return taken


def _has_number(page: Page, *, top: bool) -> bool:
    return any((match := _number_alone(page[index])) and not match["pages"] for index in _edge(page, top=top)[:2])


# -- one text again ----------------------------------------------------------------------------------------------------


def _united(pages: Sequence[Page], touched: set[int]) -> str:
    """The pages as one text. Where margins were taken, a text that goes on over the border is not parted by blank lines."""
    parts: list[str] = []
    for number, page in enumerate(pages):
        lines = list(page)
        if number in touched:
            while lines and not lines[0].strip():
                del lines[0]
        if number + 1 in touched:
            while lines and not lines[-1].strip():
                del lines[-1]
        text = "\n".join(lines)
        if number:
            tight = number not in touched or (bool(lines) and _goes_on(parts[-1].rpartition("\n")[2], lines[0]))
            parts.append("\n\f" if tight else "\n\n\f")
        parts.append(text)
    return "".join(parts)


def _goes_on(before: str, after: str) -> bool:
    """Whether the first line of a page continues the last one of the page before."""
    before, after = before.strip(), after.strip()
    if not before or not after:
        return False
    if "\t" in before and "\t" in after:
        return True
    if between_halves(before, after) is not None:
        return True
    if _BEGINS.match(after):
        return False
    return not _ENDED.search(before) if after[0].islower() else after[0].isupper() and ends_with_small_word(before)
