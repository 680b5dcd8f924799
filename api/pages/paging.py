"""Long lists in parts: what does not fit on one page is one link away, and the address says which part it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

ROWS_SHOWN = 100
"""What a browser lays out at once without a pause, evidence of each row included."""
PARAMETER = "fran"
_FARTHEST = 1_000_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """`rows` are the ones shown, from number `first` (0 the first of all) of `total`."""

    rows: Sequence[T]
    first: int
    total: int
    previous_href: str | None = None
    next_href: str | None = None

    @property
    def is_all(self) -> bool:
        return len(self.rows) == self.total

    @property
    def last(self) -> int:
        return self.first + len(self.rows)


def first_row(text: str | None) -> int:
    """The number in an address as a number that can be used; 0 for anything that is none."""
    return min(int(text), _FARTHEST) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def part_of(rows: Sequence[T], first: int, address: Callable[[int | None], str], size: int = ROWS_SHOWN) -> Part[T]:
    """The rows from number `first` on, `size` at most. `address` gives the page that begins at a number, None being the first page.

    A number beyond the end gives the last page: whoever follows an old link still sees rows.
    """
    if first >= len(rows):
        first = max(0, (len(rows) - 1) // size * size)
    before, after = max(0, first - size), first + size
    return Part(
        rows[first:after],
        first,
        len(rows),
        address(before or None) if first > 0 else None,
        address(after) if after < len(rows) else None,
    )
