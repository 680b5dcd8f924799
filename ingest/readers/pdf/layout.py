"""From words to lines, columns, cells and the elements of a page, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ingest.readers.blocks import is_number_cell
from ingest.readers.hyphens import between_halves
from ingest.readers.pdf.extract import PageContent, Word
from ingest.readers.pdf.grid import Grid, fill, find_grids
from ingest.readers.styled import BOLD, BULLET, ITALIC, STRUCK, Run

COLUMN_GAP_EM = 0.8  # wider than any word space but in justified lines, which are told by their even gaps
RECOGNISED_GAP_EM = 1.6  # text recognition places words less exactly
SPACE_EM = 0.33  # no narrower than the spaces of common faces, since right margins are measured a little short
GLUE_EM = 0.06  # a space narrower than this is the false space of a soft hyphen
BULLETS = frozenset("•●○▪■◦‣∙·\uf0b7\uf0a7\uf076\uf02d\u2043o§–-*»«")
_SURE_BULLETS = frozenset("•●▪■◦‣∙\uf0b7\uf0a7\uf076\uf02d\u2043")


@dataclass(slots=True)
class Line:
    """Words on one baseline. `first` is the width of the first word: it tells whether the line before was full."""

    x0: float
    x1: float
    base: float
    size: float
    runs: list[Run]
    first: float
    order: int
    last: int
    bullet: bool = False
    right: float | None = None  # where its column ends, when it is narrower than the page
    sure: bool = False  # a bullet that is nothing else, not a dash that may stand in a sentence

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    @property
    def style(self) -> int:
        """The bold and italic bits that the whole line shares."""
        bits = BOLD | ITALIC
        for text, style in self.runs:
            if text.strip():
                bits &= style
        return bits


@dataclass(slots=True)
class TableElement:
    """A table: rows of cells of runs. The places of its columns tell whether it goes on on the next page."""

    x0: float
    x1: float
    top: float
    bottom: float
    columns: list[float]
    rows: list[list[list[Run]]]


@dataclass(slots=True)
class Page:
    """What a page holds in reading order, top to bottom. `turned` is text that runs upwards or downwards."""

    width: float
    height: float
    elements: list[Line | TableElement] = field(default_factory=list)
    turned: str = ""
    characters: int = 0
    invisible: int = 0
    unmapped: int = 0
    image_share: float = 0.0
    objects: int = 0
    short_rules: list[tuple[float, float, float]] = field(default_factory=list)  # x0, x1, y: what parts notes from text


def lay_out(content: PageContent, struck_rules: set[int]) -> Page:
    """Reading order of one page: ruled tables, tables set by gaps, lines."""
    page = Page(
        content.width,
        content.height,
        characters=content.characters,
        invisible=content.invisible,
        unmapped=content.unmapped,
        image_share=content.image_share,
        objects=content.objects,
    )
    words = content.words
    recognised = content.invisible > 0.5 * max(content.characters, 1)
    gap_em = RECOGNISED_GAP_EM if recognised else COLUMN_GAP_EM
    if recognised:
        _level_sizes(words)
    tables: list[TableElement] = []
    boxes: list[Grid] = find_grids(content.rules, struck_rules)
    boxes.sort(key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.top - grid.bottom))  # inner tables before outer ones
    for grid in boxes:
        words = fill(grid, words)
        element, loose = _table_of(grid)
        words.extend(loose)
        if element:
            tables.append(element)
    flow = _in_columns(lines_of(words), content.width, gap_em)
    _note_dots(flow, content.dots)
    page.elements = _ordered(flow, tables)
    page.turned = _turned_text(content.turned)
    for rule in content.rules:
        if abs(rule.y1 - rule.y0) < 0.5 and 0.1 * content.width < rule.x1 - rule.x0 < 0.5 * content.width:
            page.short_rules.append((rule.x0, rule.x1, rule.y0))
    return page


def _level_sizes(words: list[Word]) -> None:
    """Text recognition guesses a size for each line; near the middle of them they are one."""
    if not words:
        return
    middle = median(word.size for word in words)
    for word in words:
        if 0.7 * middle <= word.size <= 1.3 * middle:
            word.size = middle


def _note_dots(flow: list[Line | TableElement], dots: list[tuple[float, float, float]]) -> None:
    """Bullets that are drawn as discs before a line, as browsers do."""
    lines = [element for element in flow if isinstance(element, Line)]
    for x, y, size in dots[:2000]:
        for line in lines:
            near = 0.0 < line.x0 - x < 2.2 * line.size and 0.1 * line.size < y - line.base < 0.6 * line.size
            if near and size <= 0.7 * line.size and not line.bullet:
                line.bullet = line.sure = True
                line.runs.insert(0, (BULLET, 0))
                break


def _ordered(flow: list[Line | TableElement], tables: list[TableElement]) -> list[Line | TableElement]:
    """Ruled tables put between the lines by height; the order of the lines themselves is kept."""
    waiting = sorted(tables, key=lambda table: table.top)
    out: list[Line | TableElement] = []
    for element in flow:
        top = element.top if isinstance(element, TableElement) else element.base + 0.4 * element.size
        while waiting and waiting[-1].top > top:
            out.append(waiting.pop())
        out.append(element)
    return [*out, *reversed(waiting)]


# -- lines -------------------------------------------------------------------------------------------------------------


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one baseline, from left to right; baselines from the top. Raised and lowered words join their line."""
    lines: list[list[Word]] = []
    bases: list[float] = []
    for word in sorted(words, key=lambda w: -w.base):
        if lines and bases[-1] - word.base <= 0.3 * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
            bases.append(word.base)
    for line in lines:
        line.sort(key=lambda w: w.x0)
    return lines


def split_line(line: Sequence[Word], gap_em: float = COLUMN_GAP_EM) -> list[list[Word]]:
    """A line at its column gaps: wider than a letter is high, and far wider than the line's other gaps."""
    gaps = [(right.x0 - left.x1) / max(left.size, right.size) for left, right in pairwise(line)]
    wide = [gap for gap in gaps if gap > gap_em]
    if not wide:
        return [list(line)]
    usual = sorted(gaps)[(len(gaps) - 1) // 3] if len(gaps) > 1 else 0.0
    limit = max(gap_em, 2.2 * min(usual, 0.5))
    parts: list[list[Word]] = [[line[0]]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if gap > limit:
            parts.append([word])
        else:
            parts[-1].append(word)
    if len(parts) > 1:
        head = " ".join(word.text for word in parts[0])
        if is_number_cell(head) or head in BULLETS:
            parts[:2] = [[*parts[0], *parts[1]]]  # a number or bullet and its words
    return parts


def runs_of(words: Sequence[Word]) -> list[Run]:
    """Runs of the words of a line with spaces between them; a space is struck when one strike goes on over it."""
    runs: list[Run] = []
    previous: Word | None = None
    for word in words:
        if previous is not None and word.x0 - previous.x1 > GLUE_EM * word.size:
            style = previous.bits & word.bits
            if previous.struck and word.struck and previous.reach >= word.x0:
                style |= STRUCK
            runs.append((" ", style))
        position = 0
        for start, end in word.struck:
            if start > position:
                runs.append((word.text[position:start], word.bits))
            runs.append((word.text[start:end], word.bits | STRUCK))
            position = end
        if position < len(word.text):
            runs.append((word.text[position:], word.bits))
        previous = word
    return _joined(runs)


def _joined(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for text, style in runs:
        if out and out[-1][1] == style:
            out[-1] = (out[-1][0] + text, style)
        else:
            out.append((text, style))
    return out


def make_line(words: Sequence[Word]) -> Line:
    size = max(words, key=lambda word: len(word.text) * (1 if word.size else 0)).size
    sign = words[0].text if len(words) > 1 and words[0].text in BULLETS else ""
    sure = bool(sign) and _is_bullet(words)
    bullet = sure or sign in ("-", "–")
    runs = runs_of(words[1:] if bullet else words)
    if not bullet and runs[0][0][0] in _SURE_BULLETS and len(runs[0][0]) > 1:
        runs[0] = (runs[0][0][1:].lstrip(), runs[0][1])  # drawn without any gap
        bullet = sure = True
    if bullet:
        runs.insert(0, (BULLET if sure else f"{sign} ", 0))
    return Line(
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        base=words[0].base if len(words) == 1 else median(word.base for word in words),
        size=size,
        runs=runs,
        first=words[0].x1 - words[0].x0,
        order=min(word.order for word in words),
        last=max(word.last for word in words),
        bullet=bullet,
        sure=sure,
    )


def _is_bullet(words: Sequence[Word]) -> bool:
    """Signs that are letters or dashes elsewhere count as sure bullets only when set well apart from their words."""
    sign = words[0].text
    if sign in _SURE_BULLETS:
        return True
    gap = (words[1].x0 - words[0].x1) / words[1].size
    if sign in "»«":  # how text recognition reads a bullet
        return gap > 0.15
    return gap > 0.35 if sign in "-–*·" else sign == "o" and gap > 0.6


# -- joining lines -----------------------------------------------------------------------------------------------------


def join(before: list[Run], after: list[Run], *, soft: bool) -> list[Run]:
    """Two lines as one text: a space where the line was only wrapped, "\\n" where the writer ended it; hyphens rejoined."""
    if not before or not after:
        return [*before, *after]
    last, style = before[-1]
    head = after[0][0]
    between = between_halves("".join(text for text, _ in before[-8:])[-200:], head) if soft or last.endswith("\u00ad") else None
    if between is not None:
        whole: list[Run] = [*before[:-1], (last[:-1], style), (between, style)]
        return _joined([*(run for run in whole if run[0]), *after])
    gap_style = style & after[0][1]
    return _joined([*before, (" " if soft else "\n", gap_style), *after])


def is_soft(upper: Line, lower: Line, right: float) -> bool:
    """Whether the upper line ended only because the next word did not fit before `right` (points)."""
    if lower.sure:
        return False
    if upper.right is not None:
        right = min(right, upper.right)
    return right - upper.x1 < lower.first + SPACE_EM * lower.size


def cell_runs(lines: Sequence[Line], right: float) -> list[Run]:
    """The lines of one cell as runs; `right` is where the cell's text must end."""
    runs: list[Run] = []
    previous: Line | None = None
    for line in lines:
        if previous is None:
            runs = list(line.runs)
        else:
            far = previous.base - line.base > 1.9 * max(previous.size, line.size)
            runs = join(runs, line.runs, soft=not far and is_soft(previous, line, right))
        previous = line
    return runs


# -- ruled tables ------------------------------------------------------------------------------------------------------


def _table_of(grid: Grid) -> tuple[TableElement | None, list[Word]]:
    """The grid as a table; or, when words stand in one column only, no table and its words for the flow."""
    used = [[bool(cell) for cell in row] for row in grid.words]
    filled = sum(map(sum, used))
    columns = sum(any(column) for column in zip(*used, strict=True))
    if columns < 2 or filled < 2:
        return None, [word for row in grid.words for cell in row for word in cell]
    rows: list[list[list[Run]]] = []
    for index, row in enumerate(grid.words):
        limits = [grid.xs[grid.right.get((index, column), column) + 1] for column in range(len(row))]
        cells = [[make_line(words) for words in lines_of(cell)] for cell in row]
        rows.extend(
            [cell_runs(lines, limits[column] - _padding(grid, column, lines)) for column, lines in enumerate(part)]
            for part in _parted(cells, limits, len(grid.words))
        )
    return TableElement(grid.xs[0], grid.xs[-1], grid.top, grid.bottom, grid.xs[:-1], rows), []


def _padding(grid: Grid, column: int, lines: list[Line]) -> float:
    if not lines:
        return 0.0
    return min(max(min(line.x0 for line in lines) - grid.xs[column], 1.0), 8.0)


def _parted(cells: list[list[Line]], limits: Sequence[float], bands: int) -> list[list[list[Line]]]:
    """A band without inner rules as the rows that were drawn one by one; one row when it was drawn cell by cell.

    Only where the table has hardly any rules between rows: otherwise every band is a row, however many lines it has.
    """
    if bands > 2 or sum(len(lines) > 1 for lines in cells) < 2:
        return [cells]
    return rows_of([(column, line) for column, lines in enumerate(cells) for line in lines], limits)


def rows_of(segments: list[tuple[int, Line]], limits: Sequence[float]) -> list[list[list[Line]]]:
    """Lines with their columns as rows of cells; `limits` are where the columns' texts must end.

    Producers draw a table cell by cell and row by row. So a new row begins where the column goes back; and, in the same
    column, where the next line cannot belong to the same cell. Where the drawing order tells nothing, baselines do.
    """
    drawn = sorted(segments, key=lambda pair: pair[1].order)
    pitch = _pitch(drawn)
    rows: list[list[list[Line]]] = []
    before: tuple[int, Line] | None = None
    for column, line in drawn:
        if (
            before is None
            or column < before[0]
            or (column == before[0] and not _same_cell(before[1], line, limits[column], pitch))
        ):
            rows.append([[] for _ in limits])
        rows[-1][column].append(line)
        before = (column, line)
    tops = [max(line.base for cell in row for line in cell) for row in rows]
    feet = [min(line.base for cell in row for line in cell) for row in rows]
    if all(top < foot + 0.3 * drawn[0][1].size for foot, top in zip(feet, tops[1:], strict=False)):
        return rows
    return _by_baselines(segments, len(limits))


def _pitch(drawn: list[tuple[int, Line]]) -> float | None:
    """The least distance between lines of one column that surely belong to different rows."""
    last: dict[int, tuple[int, Line]] = {}
    row = 0
    found: list[float] = []
    for index, (column, line) in enumerate(drawn):
        if index and column < drawn[index - 1][0]:
            row += 1
        if column in last and last[column][0] != row and last[column][1].base > line.base:
            found.append(last[column][1].base - line.base)
        last[column] = (row, line)
    return min(found) if found else None


def _same_cell(upper: Line, lower: Line, limit: float, pitch: float | None) -> bool:
    """Whether a line drawn right after another in its column goes on in the same cell."""
    gap = upper.base - lower.base
    size = max(upper.size, lower.size)
    if not 0 < gap <= 1.7 * size:
        return False
    if pitch is None:
        return True
    if pitch > 1.45 * size:
        return gap < 0.97 * pitch  # rows stand further apart than lines
    return lower.text[:1].islower() or is_soft(upper, lower, limit)


def _by_baselines(segments: list[tuple[int, Line]], columns: int) -> list[list[list[Line]]]:
    rows: list[list[list[Line]]] = []
    base: float | None = None
    for column, line in sorted(segments, key=lambda pair: -pair[1].base):
        if base is None or base - line.base > 0.35 * line.size:
            rows.append([[] for _ in range(columns)])
            base = line.base
        rows[-1][column].append(line)
    return rows


# -- columns set by gaps -----------------------------------------------------------------------------------------------


def _in_columns(lines: list[list[Word]], width: float, gap_em: float) -> list[Line | TableElement]:
    """Lines as they are, or as tables where several in a row share their column gaps."""
    split = [split_line(line, gap_em) for line in lines]
    for index, line in enumerate(lines):
        if (
            len(split[index]) > 1
            and _is_even(line)
            and any(_same_edges(line, lines[other]) for other in (index - 1, index + 1) if 0 <= other < len(lines))
        ):
            split[index] = [line]  # spread to both margins, as its neighbour is
    out: list[Line | TableElement] = []
    index = 0
    while index < len(split):
        if len(split[index]) < 2:
            out.append(make_line(split[index][0]))
            index += 1
            continue
        end, gutters = _region(split, index)
        region = split[index:end]
        if sum(len(parts) > 1 for parts in region) >= 2 and gutters:
            begun = index
            while begun > 0 and len(split[begun - 1]) == 1 and _begins_cell(split[begun - 1][0], split[begun][0], gutters[0]):
                begun -= 1  # the first cell is higher than its row's other cells
                out.pop()
            region = split[begun:end]
            out.extend(_gap_table(region, gutters, width))
            index = end
        else:
            out.append(_tabbed_line(split[index]))
            index += 1
    return out


def _is_even(line: Sequence[Word]) -> bool:
    """Whether all gaps of a line are about as wide, as when words are spread over a narrow column."""
    gaps = [(right.x0 - left.x1) / max(left.size, right.size) for left, right in pairwise(line)]
    return max(gaps) <= 3.5 and min(gaps) >= 0.6 * max(gaps)


def _same_edges(line: Sequence[Word], other: Sequence[Word]) -> bool:
    near = abs(line[0].base - other[0].base) <= 2.0 * max(line[0].size, other[0].size)
    return near and abs(line[0].x0 - other[0].x0) < 1.5 and abs(line[-1].x1 - other[-1].x1) < 1.5


def _tabbed_line(parts: list[list[Word]]) -> Line:
    """One line with gaps on its own: a line with tabs."""
    line = make_line([word for part in parts for word in part])
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(("\t", 0))
        runs.extend(runs_of(part))
    line.runs = runs
    return line


def _gutters(spans: list[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    reach: float | None = None
    for start, end in sorted(spans):
        if reach is not None and start - reach >= least:
            out.append((reach, start))
        reach = end if reach is None else max(reach, end)
    return out


def _region(split: list[list[list[Word]]], start: int) -> tuple[int, list[tuple[float, float]]]:
    """How far lines go on sharing a column gap from line `start`, and the gaps they share.

    A line of one part belongs as long as it lies inside one column and a line of several follows soon.
    """
    spans = [(part[0].x0, part[-1].x1) for part in split[start]]
    size = split[start][0][0].size
    least = 0.6 * size
    gutters = _gutters(spans, least)
    end, index, alone = start + 1, start + 1, 0
    while index < len(split):
        parts = split[index]
        gap = split[index - 1][0][0].base - parts[0][0].base
        if gap > 3.2 * max(size, parts[0][0].size) or parts[0][0].size > 1.15 * size:
            break
        wider = [*spans, *((part[0].x0, part[-1].x1) for part in parts)]
        shared = _gutters(wider, least)
        if not shared or len(shared) < min(len(gutters), 2):
            break
        if len(parts) > 1:
            spans, gutters, alone = wider, shared, 0
            end = index + 1
        else:
            alone += 1
            if alone > 4:
                break
            spans = wider
            if index == end and _continues(split, index, shared):
                gutters, end = shared, index + 1
        index += 1
    while end < index and len(split[end - 1]) == 1 and not _continues(split, end - 1, gutters):
        end -= 1
    final = [(part[0].x0, part[-1].x1) for parts in split[start:end] for part in parts]
    return end, _gutters(final, least)


def _continues(split: list[list[list[Word]]], index: int, gutters: list[tuple[float, float]]) -> bool:
    """A single part that stands in a later column, or was drawn right after the part above it in the first."""
    part = split[index][0]
    if gutters and part[0].x0 >= gutters[0][1] - 0.5 * part[0].size:
        return True
    above = split[index - 1][0]
    gap = above[0].base - part[0].base
    return part[0].order - above[-1].last <= 3 and gap <= 1.5 * part[0].size and part[-1].x1 <= gutters[0][0] + 0.5 * part[0].size


def _begins_cell(upper: list[Word], lower: list[Word], gutter: tuple[float, float]) -> bool:
    """Whether a line above a table is the beginning of its first cell: drawn just before, wrapped at the cell's width."""
    gap, size = upper[0].base - lower[0].base, lower[0].size
    near = gap <= 1.5 * size and abs(upper[0].x0 - lower[0].x0) <= 2.0 and lower[0].order - upper[-1].last <= 3
    full = gutter[1] - 0.8 * size - upper[-1].x1 < lower[0].x1 - lower[0].x0 + SPACE_EM * size
    return near and full and not upper[-1].text.endswith(":") and upper[-1].x1 <= gutter[0] + 0.5 * size


def _gap_table(region: list[list[list[Word]]], gutters: list[tuple[float, float]], width: float) -> list[Line | TableElement]:
    """A region of shared gaps as a table; two long texts side by side are read one after the other instead."""
    limits = [start for _, start in gutters]
    segments: list[tuple[int, Line]] = []
    for parts in region:
        placed: dict[int, list[Word]] = {}
        for part in parts:
            placed.setdefault(sum(part[0].x0 >= limit - 0.5 for limit in limits), []).extend(part)
        segments.extend((column, make_line(words)) for column, words in placed.items())
    right = [limit - 0.8 * region[0][0][0].size for limit in limits] + [max(width - region[0][0][0].x0, region[0][-1][-1].x1)]
    columns = [[line for column, line in segments if column == index] for index in range(len(limits) + 1)]
    if _drawn_by_column(columns):
        for lines, limit in zip(columns, right, strict=True):
            for line in lines:
                line.right = min(limit, max(other.x1 for other in lines))
        return [line for lines in columns for line in lines]
    rows = rows_of(segments, right)
    top = max(line.base + line.size for _, line in segments)
    bottom = min(line.base for _, line in segments)
    x0, x1 = min(line.x0 for _, line in segments), max(line.x1 for _, line in segments)
    cells = [[cell_runs(lines, right[column]) for column, lines in enumerate(row)] for row in rows]
    return [TableElement(x0, x1, top, bottom, [x0, *limits], cells)]


def _drawn_by_column(columns: list[list[Line]]) -> bool:
    """Texts of several lines side by side, each drawn to its end before the next: columns of a page, not of a table."""
    if min(map(len, columns)) < 3:
        return False
    return all(max(line.order for line in left) < min(line.order for line in right) for left, right in pairwise(columns))


def _turned_text(words: Sequence[Word]) -> str:
    """Turned text (a stamp in the margin) in drawing order."""
    return " ".join(word.text for word in sorted(words, key=lambda w: w.order))
