"""From laid-out pages to the blocks of a document: margins out, lines to paragraphs, tables over pages, headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.document import BlockKind
from ingest.readers.pdf.layout import Line, Page, TableElement, is_soft, join
from ingest.readers.styled import BOLD, BULLET, DocumentBuilder, Run

HEADING_RATIO = 1.1  # to the size of running text
MARGIN_ZONE = 0.25  # of the page's height, at top and bottom, in which repeated lines are headers and footers
MARGIN_LINES = 10
SAME_HEIGHT = 8.0  # points between pages

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:(?:sida|sidan|sid\.?|page|s\.)\s*)?(?P<page>\d{1,4})(?:\s*(?:[(/]|av|of)\s*\(?(?P<pages>\d{1,4})\)?)?(?:\s*-)?",
    re.IGNORECASE,
)
_PRINT_HEADER = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}[:.]\d{2}(?:\s?[AP]M)?\b", re.IGNORECASE)
_PRINT_FOOTER = re.compile(r"(?:https?|file)://\S+(?:\s+\d+/\d+)?")
_NUMBERED = re.compile(r"(?:§\s*\d+|\d{1,3}(?:\.\d{1,3})*[.)]?(?=\s)|[a-zåäö]\)(?=\s))")
_LISTED = re.compile(r"(?:\d{1,2}\.|[a-zåäö]\)|§ ?\d{1,3})\s+[A-ZÅÄÖ]")  # begins an item even after a full line
_GOES_ON = re.compile(
    r"(?:[,–&/-]|\b(?:och|eller|samt|i|på|av|för|till|med|hos|från|den|det|de|en|ett|om|som|att|under|vid|mellan|inom|via|enligt))\s*$"
)
_SENTENCE_END = re.compile(r"[.!?:;”\"]\s*$")


@dataclass(slots=True)
class _Measures:
    body: float = 11.0
    left: float = 72.0
    right: float = 500.0
    leading: float = 1.25
    unspaced: bool = False  # paragraphs follow each other without any distance
    headings: list[float] = field(default_factory=list)


def assemble(pages: Sequence[Page], builder: DocumentBuilder) -> None:
    """Write the blocks of all pages: the flow first, then footnotes, headers and footers."""
    apart = _take_margins(pages)
    notes = _take_notes(pages)
    measures = _measure(pages)
    writer = _Writer(builder, measures)
    for index, page in enumerate(pages):
        writer.page(page, first=index == 0)
    writer.flush()
    for number, lines in notes:
        for note in _notes_of(lines):
            builder.add(BlockKind.FOOTNOTE, note, page=number)
    for kind, number, runs in apart:
        builder.add(kind, runs, page=number)
    seen: set[str] = set()
    for index, page in enumerate(pages):
        if page.turned and page.turned not in seen:
            seen.add(page.turned)
            builder.add(BlockKind.FOOTER, [(page.turned, 0)], page=index + 1)


# -- headers and footers -----------------------------------------------------------------------------------------------


def _words_of(element: Line | TableElement) -> str:
    if isinstance(element, Line):
        return " ".join(element.text.split())
    return " ".join(" ".join(text for text, _ in cell) for row in element.rows for cell in row)


def _height_of(element: Line | TableElement) -> float:
    return element.base if isinstance(element, Line) else element.top


def _edge(page: Page, *, top: bool) -> list[Line | TableElement]:
    """The elements near one edge of the page, outermost first."""
    limit = page.height * (1 - MARGIN_ZONE if top else MARGIN_ZONE)
    near = [element for element in page.elements if (_height_of(element) > limit if top else _height_of(element) < limit)]
    near.sort(key=_height_of, reverse=top)
    return near[:MARGIN_LINES]


def _take_margins(pages: Sequence[Page]) -> list[tuple[BlockKind, int, list[Run]]]:
    """Remove repeated headers and footers, page numbers and what browsers print around a page; one of each is kept."""
    taken: list[tuple[BlockKind, int, list[Run]]] = []
    for top, kind in ((True, BlockKind.HEADER), (False, BlockKind.FOOTER)):
        edges = [_edge(page, top=top) for page in pages]
        repeated = _repeated(edges)
        seen: set[str] = set()
        for index, (page, edge) in enumerate(zip(pages, edges, strict=True)):
            gone: list[Line | TableElement] = []
            for place, element in enumerate(edge):
                words = _words_of(element)
                key = _DIGITS.sub("#", words)
                if not (key in repeated or _is_margin(words, index, len(pages), page, element, place, top=top)):
                    break
                gone.append(element)
            while gone and _touches_text(gone[-1], page, gone, top=top):
                gone.pop()
            if not gone:
                continue
            ids = {id(element) for element in gone}
            page.elements = [element for element in page.elements if id(element) not in ids]
            fresh = [element for element in gone if _DIGITS.sub("#", _words_of(element)) not in seen]
            seen.update(_DIGITS.sub("#", _words_of(element)) for element in gone)
            fresh.sort(key=_height_of, reverse=True)
            runs = _as_lines(fresh)
            if runs:
                taken.append((kind, index + 1, runs))
    return taken


def _touches_text(element: Line | TableElement, page: Page, gone: Sequence[Line | TableElement], *, top: bool) -> bool:
    """Whether the innermost line taken goes on into the text: a header keeps its distance, a repeated sentence does not."""
    ids = {id(other) for other in gone}
    rest = [other for other in page.elements if id(other) not in ids]
    inner = [other for other in rest if (_height_of(other) < _height_of(element)) == top]
    if not inner or not isinstance(element, Line):
        return False
    nearest = max(inner, key=_height_of) if top else min(inner, key=_height_of)
    if not isinstance(nearest, Line) or abs(nearest.size - element.size) > 0.08 * element.size:
        return False
    return abs(nearest.base - element.base) <= 1.7 * element.size


def _as_lines(elements: Iterable[Line | TableElement]) -> list[Run]:
    runs: list[Run] = []
    for element in elements:
        rows = (
            [element.runs]
            if isinstance(element, Line)
            else [[run for cell in row for run in (*cell, ("\t", 0))] for row in element.rows]
        )
        for row in rows:
            if runs:
                runs.append(("\n", 0))
            runs.extend(row)
    return runs


def _repeated(edges: Sequence[Sequence[Line | TableElement]]) -> set[str]:
    """Keys of lines that stand at one height on many pages, alike but for the page number."""
    if len(edges) < 2:
        return set()
    needed = 2 if len(edges) <= 4 else max(3, -(-3 * len(edges) // 10))
    found: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for page, edge in enumerate(edges):
        for element in edge:
            words = _words_of(element)
            if words:
                found[_DIGITS.sub("#", words)].append((page, _height_of(element), words))
    levels: dict[str, float] = {}
    on_pages: dict[str, int] = {}
    for key, places in found.items():
        heights = sorted(height for _, height, _ in places)
        middle = heights[len(heights) // 2]
        level = [place for place in places if abs(place[1] - middle) <= SAME_HEIGHT]
        on_pages[key] = len({page for page, _, _ in level})
        if on_pages[key] < needed:
            continue
        if len({words for _, _, words in level}) == 1 or (not key.startswith("§") and _counts_pages(level)):
            levels[key] = middle
    return {key for key, height in levels.items() if not _is_contested(key, height, on_pages[key], levels, edges)}


def _is_contested(
    key: str, height: float, count: int, levels: dict[str, float], edges: Sequence[Sequence[Line | TableElement]]
) -> bool:
    """Whether other pages have text of their own at that height: then pages only happen to begin alike."""
    others = 0
    for edge in edges:
        keys = {_DIGITS.sub("#", _words_of(element)) for element in edge if abs(_height_of(element) - height) <= 2.0}
        others += bool(keys) and not keys & levels.keys()
    return others > 0.2 * (count + others)


def _counts_pages(places: Sequence[tuple[int, float, str]]) -> bool:
    """Whether every number that changes from page to page changes with the page."""
    numbers = [[int(number[:9]) for number in _DIGITS.findall(words)] for _, _, words in places]
    pages = [page for page, _, _ in places]
    for column in zip(*numbers, strict=True):
        if len(set(column)) > 1 and len({value - page for value, page in zip(column, pages, strict=True)}) > 1:
            return False
    return True


def _is_margin(words: str, index: int, count: int, page: Page, element: Line | TableElement, place: int, *, top: bool) -> bool:
    """A page number alone on its line, or the date and address lines that browsers print."""
    if isinstance(element, TableElement) or place > 2:
        return False
    height = element.base / page.height if page.height else 0.5
    if not (height > 0.9 if top else height < 0.1):
        return False
    if match := _PAGE_NUMBER.fullmatch(words):
        total = match["pages"]
        return (total is not None and int(match["page"]) <= int(total)) or (
            count > 1 and abs(int(match["page"]) - index - 1) <= 2
        )
    outermost = height > 0.95 if top else height < 0.05
    return outermost and bool(_PRINT_HEADER.match(words) if top else _PRINT_FOOTER.match(words))


# -- footnotes ---------------------------------------------------------------------------------------------------------


def _take_notes(pages: Sequence[Page]) -> list[tuple[int, list[Line]]]:
    """Lines below a short rule at the foot of a page, all smaller than the text above it."""
    sizes = Counter(
        round(e.size * 2) / 2 for page in pages for e in page.elements if isinstance(e, Line) for _ in range(len(e.text))
    )
    if not sizes:
        return []
    body = sizes.most_common(1)[0][0]
    out: list[tuple[int, list[Line]]] = []
    for index, page in enumerate(pages):
        for _, x1, y in sorted(page.short_rules, key=lambda rule: rule[2]):
            below = [element for element in page.elements if _height_of(element) < y]
            notes = [element for element in below if isinstance(element, Line)]
            if (
                notes
                and len(notes) == len(below)
                and y < 0.6 * page.height
                and x1 < 0.6 * page.width
                and all(line.size <= 0.93 * body for line in notes)
                and re.match(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹*]", notes[0].text)
            ):
                page.elements = [element for element in page.elements if _height_of(element) >= y]
                out.append((index + 1, notes))
                break
    return out


def _notes_of(lines: Sequence[Line]) -> list[list[Run]]:
    notes: list[list[Run]] = []
    for line in lines:
        if not notes or re.match(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S", line.text):
            notes.append(list(line.runs))
        else:
            notes[-1] = join(notes[-1], line.runs, soft=True)
    return notes


# -- measures ----------------------------------------------------------------------------------------------------------


def _measure(pages: Sequence[Page]) -> _Measures:
    sizes: Counter[float] = Counter()
    lines: list[tuple[Page, Line]] = []
    for page in pages:
        for element in page.elements:
            if isinstance(element, Line):
                lines.append((page, element))
                sizes[round(element.size * 2) / 2] += len(element.text)
    measures = _Measures()
    if not lines:
        return measures
    measures.body = max(sizes.items(), key=lambda pair: (pair[1], -pair[0]))[0]
    body = [(page, line) for page, line in lines if abs(line.size - measures.body) <= 0.08 * measures.body] or lines
    left = sorted(line.x0 for _, line in body)[len(body) // 20]
    reach = sorted(line.x1 for _, line in body)
    width = max(page.width for page, _ in body)
    furthest = reach[-1 - len(reach) // 100]
    measures.left = left
    measures.right = furthest if furthest >= 0.9 * (width - left) else width - left
    gaps: Counter[float] = Counter()
    ends: list[float] = []  # distances, in line heights, after lines that their writer ended
    for page in pages:
        before: Line | None = None
        for element in page.elements:
            if isinstance(element, Line) and before and abs(before.size - element.size) < 0.05 * before.size:
                ratio = (before.base - element.base) / element.size
                if 0.9 < ratio < 2.2 and is_soft(before, element, measures.right):
                    gaps[round(ratio * 20) / 20] += 1
                elif ratio > 0.9:
                    ends.append(ratio)
            before = element if isinstance(element, Line) else None
    if gaps:
        measures.leading = gaps.most_common(1)[0][0]
    tight = sum(ratio <= measures.leading + 0.28 for ratio in ends)
    measures.unspaced = tight > len(ends) - tight
    measures.headings = sorted({size for size in sizes if size >= HEADING_RATIO * measures.body}, reverse=True)
    return measures


def _goes_on(before: Line, line: Line, measures: _Measures, *, right: float | None = None, new_page: bool = False) -> bool:
    """Whether a line was only wrapped.

    Where no distance parts paragraphs, room left before a capital letter means an end, unless the sentence cannot end there:
    long words alone, which Swedish is rich in, would make many a short line look full.
    """
    left = measures.left
    right = measures.right if right is None else right
    if not is_soft(before, line, right):
        return False
    if not measures.unspaced and not new_page:
        return True
    roomy = right - before.x1 > 0.12 * (right - left)
    return not (roomy and line.text[:1].isupper() and not _GOES_ON.search(before.text))


# -- blocks ------------------------------------------------------------------------------------------------------------


class _Writer:
    def __init__(self, builder: DocumentBuilder, measures: _Measures) -> None:
        self._builder = builder
        self._measures = measures
        self._lines: list[Line] = []
        self._feeds: set[int] = set()  # indices of lines that begin a page
        self._table: TableElement | None = None

    def page(self, page: Page, *, first: bool) -> None:
        pending = not first
        for index, element in enumerate(page.elements):
            if isinstance(element, TableElement):
                pending = self._add_table(element, pending, top=index == 0)
            else:
                pending = self._add_line(element, pending)
        if pending:
            self.flush()
            self._builder.break_page()

    def flush(self) -> None:
        self._flush_lines()
        self._flush_table()

    def _flush_table(self) -> None:
        if self._table is not None:
            self._builder.add_table(self._table.rows)
            self._table = None

    # tables

    def _add_table(self, table: TableElement, page_pending: bool, *, top: bool) -> bool:
        self._flush_lines()
        before = self._table
        if before is not None and _same_columns(before, table):
            over_page = page_pending and top and abs(before.x1 - table.x1) < 12
            if over_page or (not page_pending and abs(before.bottom - table.top) < 4 and abs(before.x1 - table.x1) < 6):
                rows = table.rows
                if over_page and len(rows) > 1 and _row_words(rows[0]) == _row_words(before.rows[0]):
                    rows = rows[1:]  # the heading row, printed again
                if over_page and rows and _is_rest_of_row(rows[0], before.rows):
                    whole = [
                        _join_over_page(cell, rest) if rest else cell for cell, rest in zip(before.rows[-1], rows[0], strict=True)
                    ]
                    before.rows[-1], rows = whole, rows[1:]
                    page_pending = False
                if page_pending and rows:
                    rows = [[[("\f", 0), *rows[0][0]], *rows[0][1:]], *rows[1:]]
                self._table = TableElement(before.x0, before.x1, before.top, table.bottom, before.columns, [*before.rows, *rows])
                return False
        self._flush_table()
        if page_pending:
            self._builder.break_page()
        self._table = table
        return False

    # paragraphs

    def _add_line(self, line: Line, page_pending: bool) -> bool:
        self._flush_table()
        if self._lines and not self._breaks(self._lines[-1], line, page_pending):
            if page_pending:
                self._feeds.add(len(self._lines))
            self._lines.append(line)
            return False
        self._flush_lines()
        if page_pending:
            self._builder.break_page()
        self._lines.append(line)
        return False

    def _breaks(self, before: Line, line: Line, new_page: bool) -> bool:
        """Whether a new block begins with this line."""
        measures = self._measures
        size = max(before.size, line.size)
        if line.sure or abs(before.size - line.size) > 0.08 * size:
            return True
        soft = _goes_on(before, line, measures, new_page=new_page)
        if new_page:
            ended = _SENTENCE_END.search(before.text) and not line.text[:1].islower()
            return not soft or bool(ended) or self._is_heading([before]) or before.style != line.style
        gap = before.base - line.base
        if gap <= 0 or gap > (measures.leading + 0.28) * size:
            return True
        changes = bool(before.style & ~line.style) and not before.style & line.runs[0][1]  # a bold line, then text
        if soft and not changes and line.x0 < before.x1 and not _LISTED.match(line.text):
            return False
        if line.bullet:
            return True
        if "\t" in before.text or "\t" in line.text:
            return False
        if len(self._lines) > 1 and _goes_on(self._lines[-2], before, measures):
            return True  # a wrapped text that has come to its end
        if _NUMBERED.match(line.text) or before.style != line.style:
            return True
        if self._lines[0].bullet and line.x0 <= self._lines[0].x0 + 1.0:
            return True
        return line.x0 - before.x0 > 1.2 * size and line.x0 - self._lines[0].x0 > 1.2 * size

    def _is_heading(self, lines: Sequence[Line]) -> bool:
        size = max(line.size for line in lines)
        return size >= HEADING_RATIO * self._measures.body and len(lines) <= 4 and sum(len(line.text) for line in lines) <= 300

    def _flush_lines(self) -> None:
        lines, feeds = self._lines, self._feeds
        if not lines:
            return
        self._lines, self._feeds = [], set()
        right = self._right_of(lines)
        runs: list[Run] = list(lines[0].runs)
        heading = self._is_heading(lines) and not lines[0].bullet
        for index, (before, line) in enumerate(pairwise(lines), start=1):
            added: list[Run] = [("\f", 0), *line.runs] if index in feeds else line.runs
            if index in feeds:
                runs = _join_over_page(runs, line.runs)
            else:
                runs = join(runs, added, soft=heading or _goes_on(before, line, self._measures, right=right))
        if heading:
            size = round(max(line.size for line in lines) * 2) / 2
            level = 1 + sum(other > size for other in self._measures.headings)
            if all(style & BOLD for text, style in runs if text.strip()):
                runs = [(text, style & ~BOLD) for text, style in runs]
            self._builder.add(BlockKind.HEADING, runs, level=min(level, 6))
        elif lines[0].bullet:
            self._builder.add(BlockKind.LIST_ITEM, [(BULLET, 0), (runs[0][0][len(BULLET) :], runs[0][1]), *runs[1:]], level=0)
        else:
            self._builder.add(BlockKind.PARAGRAPH, runs)

    def _right_of(self, lines: Sequence[Line]) -> float:
        """Where lines of this block end: at the margin of the text, or, in a narrower box, where all but the last do."""
        right = self._measures.right
        if len(lines) >= 3 and all(abs(line.x1 - lines[0].x1) < 1.5 for line in lines[:-1]):
            return min(right, lines[0].x1)  # justified
        if len(lines) >= 4:
            own = max(line.x1 for line in lines)
            wide = own - lines[0].x0 >= 0.45 * (right - lines[0].x0)  # a narrower text, not a list of names
            if own < right and wide and all(is_soft(a, b, own) for a, b in pairwise(lines)):
                return own
        return right


def _join_over_page(before: list[Run], after: list[Run]) -> list[Run]:
    joined = join(before, after, soft=True)
    length = sum(len(text) for text, _ in after)
    out: list[Run] = []
    left = sum(len(text) for text, _ in joined) - length
    for text, style in joined:
        if 0 <= left < len(text):
            out.extend([(text[:left], style), ("\f", 0), (text[left:], style)])
        else:
            out.append((text, style))
        left -= len(text)
    return [run for run in out if run[0]]


def _is_rest_of_row(row: Sequence[Sequence[Run]], before: Sequence[Sequence[Sequence[Run]]]) -> bool:
    """Whether the first row after a page break is what was left of the last before it: it lacks what all rows have."""
    if len(before) < 3 or len(row) != len(before[-1]):
        return False
    always = [column for column in range(len(row)) if all(column < len(other) and other[column] for other in before[1:])]
    lacks = any(not row[column] for column in always)
    return lacks and all(before[-1][column] for column, cell in enumerate(row) if cell)


def _same_columns(before: TableElement, table: TableElement) -> bool:
    if len(before.columns) != len(table.columns):
        return False
    return all(abs(old - new) < 8 for old, new in zip(before.columns, table.columns, strict=True))


def _row_words(row: Sequence[Sequence[Run]]) -> str:
    return "|".join(" ".join("".join(text for text, _ in cell).split()) for cell in row)
