"""Copies in which each page of a document became one line, with the page's number before it, or in its header.

    "2 Hamnrådet Sida 12 (30) 48 Val av justerare BESLUT …"  ->  number "2", header "Hamnrådet Sida 12 (30)", "48 Val av justerare …"
    "Hamnrådet 2024-03-12 2(30) 48 Val av justerare …"       ->  number "2", header "Hamnrådet 2024-03-12 2(30)", "48 Val av justerare …"

Pure: lines in, pages out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

LONG_PAGE = 200
"""Characters that one of the lines has at least: minutes are set with fewer to the line."""
FEWEST_PAGES = 2
MOST = 0.7
"""The share of the text, from the first of them on, that the lines with numbers hold at least."""
LONGEST_HEADER = 14
"""Words of a header at most."""

_PAGE = re.compile(r"\s*(?P<n>\d{1,3})\s+(?=\S)")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\d{1,3}|[(\[]\d{1,3}[)\]]|\d{1,3}[(/\[]\d{1,3}[)\]]?")
_BEFORE_NUMBER = re.compile(r"(?:sida|sid|blad|s)\.?:?", re.IGNORECASE)
_OF_TOTAL = re.compile(r"[(\[]\d{1,3}[)\]]|av|/")
_PAGE_OF_TOTAL = re.compile(r"(?<![\w-])(?P<n>\d{1,3})\s?[(\[](?P<total>\d{1,3})[)\]](?!\w)")
_SENTENCE_ENDS = re.compile(r"[a-zåäö)][.!?](?:\s|$)")
_OF_MATTER = re.compile(r"§.*|punkt|ärende|beslut:?|att", re.IGNORECASE)
"""Words that pages may begin with and that are no header's."""
_LONGEST_TOLD = 90
"""Characters before "2 (22)" at most, where it ends a header."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that is a page: its index among the lines, its number, its header ("" for none), and what it says. The number stands
    before the header, or behind it."""

    line: int
    number: str
    header: str
    text: str
    number_behind: bool = False

    @property
    def margin(self) -> str:
        """Header and number as they stand."""
        parts = (self.header, self.number) if self.number_behind else (self.number, self.header)
        return " ".join(part for part in parts if part)


def find_page_lines(lines: Sequence[str]) -> list[PageLine]:
    """The lines that are pages: numbers from one on, one by one, and hardly any text between them; else none."""
    found: list[tuple[int, re.Match[str]]] = []
    for index, line in enumerate(lines):
        match = _PAGE.match(line)
        if match and int(match["n"]) == len(found) + 1:
            found.append((index, match))
    if not _are_most([index for index, _ in found], lines):
        return _with_numbers_in_headers(lines)
    texts = [lines[index][match.end() :].strip() for index, match in found]
    shared, total = _shared_header(texts), _shared_total(texts)
    pages: list[PageLine] = []
    ended = _end_with_numbers([(match["n"], text) for (_, match), text in zip(found, texts, strict=True)])
    for (index, match), text in zip(found, texts, strict=True):
        end = _header_end(text, shared, total)
        if not pages and end and len(text[:end].split()) < len(shared) and _PAGE_OF_TOTAL.search(text, 0, end) is None:
            end = 0  # part of the heading of the minutes, which is no header though the pages below begin with its first words
        text = text[: at.start()] if ended and (at := _number_at_end(text, match["n"])) else text
        pages.append(PageLine(index, match["n"], text[:end].strip(), text[end:].strip()))
    pages = _with_second_numbers(pages)
    return pages if ended or any(page.header for page in pages) or _are_alike(pages) else []


def _are_most(found: Sequence[int], lines: Sequence[str]) -> bool:
    """Whether lines may be pages: some of them are long, and they hold most of the text from the first of them on."""
    if len(found) < FEWEST_PAGES or not any(len(lines[index]) > LONG_PAGE for index in found):
        return False
    return sum(len(lines[index]) for index in found) >= MOST * sum(len(line) for line in lines[found[0] :])


def _with_numbers_in_headers(lines: Sequence[str]) -> list[PageLine]:
    """The pages whose numbers stand behind a header and before a total that is the same on all: "Hamnrådet 2024-03-12 2(30) …"."""
    pages: list[PageLine] = []
    total: str | None = None
    for index, line in enumerate(lines):
        told = _PAGE_OF_TOTAL.search(line, 0, _LONGEST_TOLD)
        if told is None or int(told["n"]) != len(pages) + 1 or told["total"] != (total or told["total"]):
            continue
        header = line[: told.start()].strip()
        if header and not header[0].isdigit() and not _SENTENCE_ENDS.search(header):
            total = told["total"]
            pages.append(PageLine(index, told.group(), header, line[told.end() :].strip(), number_behind=True))
    return pages if _are_most([page.line for page in pages], lines) else []


def _end_with_numbers(pages: Sequence[tuple[str, str]]) -> bool:
    """Whether pages, as number and text, end with their numbers too: most of them, and three at least."""
    ended = sum(_number_at_end(text, number) is not None for number, text in pages)
    return ended >= max(FEWEST_PAGES + 1, len(pages) / 2)


def _number_at_end(text: str, number: str) -> re.Match[str] | None:
    """The number of the page where the text ends with it, or with it and how many there are."""
    match = _AT_END.search(text, max(0, len(text) - _LONGEST_AT_END))
    return match if match and match["n"] == number else None


_AT_END = re.compile(r"(?<!Sida:)(?<!Sida)(?<!Sid)(?<!Sid\.)\s(?P<n>\d{1,3})(?:\s?\(\d{1,3}\))?$")
_LONGEST_AT_END = 12


_SECOND = re.compile(r"(?P<n>\d{1,3})\s+(?=(?P<matter>(?:[A-ZÅÄÖ]{1,6}\s)?(?:§\s?)?\d{1,3}\s|§)?)")


def _with_second_numbers(pages: list[PageLine]) -> list[PageLine]:
    """The pages with the number that each of them has in the minutes of a year, where it stands before the one of a matter:
    "3 23 KS 18 Bryggor" is page 23, as is "3 23 18 Bryggor"; or with their number twice: "3 3 18 Bryggor"."""
    told = [_SECOND.match(page.text) for page in pages[1:]]
    steps = {int(match["n"]) - int(page.number) for match, page in zip(told, pages[1:], strict=True) if match}
    matters = sum(match is not None and match["matter"] is not None for match in told)
    twice = steps == {0} and len(told) >= FEWEST_PAGES
    if None in told or len(steps) != 1 or not (twice or matters >= FEWEST_PAGES) or any(page.header for page in pages[1:]):
        return pages
    ends = [match.end() for match in told if match]
    return [
        pages[0],
        *(replace(p, header=p.text[:end].strip(), text=p.text[end:]) for p, end in zip(pages[1:], ends, strict=True)),
    ]


def _are_alike(pages: Sequence[PageLine]) -> bool:
    """Whether lines without headers are pages and not numbered paragraphs: most of them are long, and some begin with numbers of their own."""
    numbered = sum(page.text[:1] in {"§", *"0123456789"} for page in pages)
    return 2 * sum(len(page.text) > LONG_PAGE for page in pages) > len(pages) and FEWEST_PAGES <= len(pages) <= 4 * numbered


def _shape(word: str) -> str:
    """The word; a number that may be that of a page, or of how many there are, is levelled: "12" -> "#", "(30)" -> "(#)"."""
    return _DIGITS.sub("#", word) if _PAGE_NUMBER.fullmatch(word) else word


def _shared_header(texts: Sequence[str]) -> tuple[str, ...]:
    """The words, with numbers of pages levelled, that at least half of the pages begin with, and two at least: the longest such run."""
    runs: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        words = tuple(_shape(word) for word in text.split()[:LONGEST_HEADER])
        runs.update(words[:length] for length in range(1, len(words) + 1))
    often = [run for run, times in runs.items() if times >= max(FEWEST_PAGES, len(texts) / 2)]
    return max(often, key=len, default=())


def _shared_total(texts: Sequence[str]) -> str | None:
    """How many pages at least half of the texts, and two at least, tell near their beginning that there are: "22" of "2 (22)"."""
    found = [match["total"] for text in texts if (match := _PAGE_OF_TOTAL.search(text, 0, _LONGEST_TOLD))]
    total, times = next(iter(Counter(found).most_common(1)), (None, 0))
    return total if times >= max(FEWEST_PAGES, len(texts) / 2) else None


def _header_end(text: str, shared: tuple[str, ...], total: str | None) -> int:
    """Where the header of a page ends: behind the words that it shares with other pages, as far as no number may be that of a matter,
    or behind "2 (22)" where that comes first, or others tell of as many pages."""
    words = list(re.finditer(r"\S+", text))[:LONGEST_HEADER]
    end = 0
    for k, (word, shape) in enumerate(zip(words, shared, strict=False)):
        if _shape(word.group()) != shape or _OF_MATTER.fullmatch(shape) or (shape == "#" and not _is_of_page(words, k)):
            break
        end = word.end()
    if end and (body := _BODY_OF_NUMBER.search(text, max(0, end - _LONGEST_BODY), end)) and _NUMBER_BEHIND.match(text, end):
        end = body.start()  # "KS" of "KS 107/16 Bryggor"
    told = _PAGE_OF_TOTAL.search(text, 0, _LONGEST_TOLD)
    if (
        told
        and (told["total"] == total or not text[: told.start()].strip())
        and not _SENTENCE_ENDS.search(text, 0, told.start())
        and (not text[: told.start()].strip() or not text[0].islower())
    ):
        end = max(end, told.end())
    return end


_BODY_OF_NUMBER = re.compile(r"(?<!\S)(?!(?:Sida?|Blad|Nr|Prot)$)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}$")
_LONGEST_BODY = 7
_NUMBER_BEHIND = re.compile(r"\s\d{1,4}(?:/(?:20)?\d\d)?\s+(?:[A-ZÅÄÖ]|\d\d(?:\d\d)?/)")


def _is_of_page(words: Sequence[re.Match[str]], k: int) -> bool:
    """Whether a bare number is that of a page: "Sida 12", "12 (30)"."""
    if k and _BEFORE_NUMBER.fullmatch(words[k - 1].group()):
        return True
    return k + 1 < len(words) and _OF_TOTAL.fullmatch(words[k + 1].group()) is not None
