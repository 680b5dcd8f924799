"""Ruled tables: horizontal and vertical rules that meet form a grid; words go into its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.pdf.extract import Rule, Word

TOUCH = 2.6  # points by which rules may miss each other at a corner; double rules lie closer together than this
NARROW = 6.0  # a column or row thinner than this is the space between double rules
MAX_RULES = 1500  # per page and direction after joining: more is a drawing, not a table
MAX_CELLS = 20_000

_Line = tuple[float, float, float]
"""Position across the line, then where it begins and ends along it."""


@dataclass(slots=True)
class Grid:
    """A table's cell borders: `xs` from left to right, `ys` from top to bottom. `words[row][column]` of the cell's corner."""

    xs: list[float]
    ys: list[float]
    words: list[list[list[Word]]]
    corner: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    right: dict[tuple[int, int], int] = field(default_factory=dict)  # of a corner: its last column

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


def find_grids(rules: Sequence[Rule], skip: set[int]) -> list[Grid]:
    """Grids of at least two columns. `skip` holds the indices of rules that strike words."""
    horizontal: list[_Line] = []
    vertical: list[_Line] = []
    for index, rule in enumerate(rules):
        if index in skip:
            continue
        if abs(rule.y1 - rule.y0) <= 0.8 and rule.x1 - rule.x0 >= 1.0:
            horizontal.append(((rule.y0 + rule.y1) / 2, rule.x0, rule.x1))
        elif abs(rule.x1 - rule.x0) <= 0.8 and rule.y1 - rule.y0 >= 1.0:
            vertical.append((rule.x0, rule.y0, rule.y1))
    if len(vertical) < 2 or len(horizontal) < 1:
        return []
    horizontal, vertical = _joined(horizontal), _joined(vertical)
    if len(horizontal) > MAX_RULES or len(vertical) > MAX_RULES:
        return []
    grids: list[Grid] = []
    for rows, columns in _components(horizontal, vertical):
        ys = _positions([line[0] for line in rows] + ([line[1] for line in columns] + [line[2] for line in columns]))
        xs = _positions([line[0] for line in columns] + ([line[1] for line in rows] + [line[2] for line in rows]))
        ys.reverse()
        if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS:
            continue
        grids.append(_build(xs, ys, rows, columns))
    return [grid for grid in grids if grid.xs[-1] - grid.xs[0] > 30]


def _joined(lines: list[_Line]) -> list[_Line]:
    """Pieces on one line (dashes, cell sides) as one; parallel lines of a double rule as one."""
    out: list[_Line] = []
    lines.sort()
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and lines[index][0] - lines[index - 1][0] <= 1.0:
            continue
        group = sorted(lines[start:index], key=lambda line: line[1])
        start = index
        at = sum(line[0] for line in group) / len(group)
        begin, end = group[0][1], group[0][2]
        for _, low, high in group[1:]:
            if low <= end + TOUCH:
                end = max(end, high)
            else:
                out.append((at, begin, end))
                begin, end = low, high
        out.append((at, begin, end))
    return [line for line in out if line[2] - line[1] >= NARROW]


def _components(horizontal: list[_Line], vertical: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Rules that meet, directly or through others."""
    parent = list(range(len(horizontal) + len(vertical)))

    def find(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    offset = len(horizontal)
    for row, (y, x0, x1) in enumerate(horizontal):
        for column, (x, y0, y1) in enumerate(vertical):
            if x0 - TOUCH <= x <= x1 + TOUCH and y0 - TOUCH <= y <= y1 + TOUCH:
                parent[find(row)] = find(offset + column)
    members: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for row, line in enumerate(horizontal):
        members.setdefault(find(row), ([], []))[0].append(line)
    for column, line in enumerate(vertical):
        members.setdefault(find(offset + column), ([], []))[1].append(line)
    return [(rows, columns) for rows, columns in members.values() if len(columns) >= 2 and rows]


def _positions(values: list[float]) -> list[float]:
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][-1] <= TOUCH:
            out[-1].append(value)
        else:
            out.append([value])
    centres = [sum(group) / len(group) for group in out]
    kept = centres[:1]
    for value in centres[1:]:
        if value - kept[-1] >= NARROW:
            kept.append(value)
    return kept


def _build(xs: list[float], ys: list[float], rows: list[_Line], columns: list[_Line]) -> Grid:
    """Cells between the positions; where no rule parts two neighbours they are one merged cell."""
    height, width = len(ys) - 1, len(xs) - 1
    corner = {(row, column): (row, column) for row in range(height) for column in range(width)}
    right = {place: place[1] for place in corner}
    parted_right = [[True] * width for _ in range(height)]
    parted_below = [[True] * width for _ in range(height)]
    for row in range(height):
        middle = (ys[row] + ys[row + 1]) / 2
        present = [x for x, low, high in columns if low - TOUCH <= middle <= high + TOUCH]
        for column in range(width - 1):
            parted_right[row][column] = any(abs(x - xs[column + 1]) <= NARROW for x in present)
    for column in range(width):
        middle = (xs[column] + xs[column + 1]) / 2
        present = [y for y, low, high in rows if low - TOUCH <= middle <= high + TOUCH]
        for row in range(height - 1):
            parted_below[row][column] = any(abs(y - ys[row + 1]) <= NARROW for y in present)
    done = [[False] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if done[row][column]:
                continue
            last = column
            while last + 1 < width and not parted_right[row][last] and not done[row][last + 1]:
                last += 1
            bottom = row
            while bottom + 1 < height and not any(
                parted_below[bottom][c] or done[bottom + 1][c] for c in range(column, last + 1)
            ):
                bottom += 1
            for r in range(row, bottom + 1):
                for c in range(column, last + 1):
                    done[r][c] = True
                    corner[r, c] = (row, column)
            right[row, column] = last
    return Grid(xs, ys, [[[] for _ in range(width)] for _ in range(height)], corner, right)


def fill(grid: Grid, words: list[Word]) -> list[Word]:
    """Put the words that lie inside the grid into its cells; the words that do not."""
    outside: list[Word] = []
    falling = [-y for y in grid.ys]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.base + 0.3 * word.size
        row, column = bisect_right(falling, -y) - 1, bisect_right(grid.xs, x) - 1
        if 0 <= row < len(grid.words) and 0 <= column < len(grid.words[0]):
            first_row, first_column = grid.corner[row, column]
            grid.words[first_row][first_column].append(word)
        else:
            outside.append(word)
    return outside
