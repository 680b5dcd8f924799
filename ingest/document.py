"""The neutral document that every reader returns: kept text, pages, blocks and marks, with offsets into the text.

    bytes -> Document -> Record

The kept text is what a person would read: NFC, no mark-up, line ends as "\\n", soft hyphens out, words hyphenated over
line ends rejoined, cells of a table row separated by "\\t" and rows by "\\n", blocks separated by one "\\n" or more. Marks
(struck, bold, italic) are spans beside the text, never characters in it. Every offset is a half-open index into
`Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from graph.record import Span


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "listItem"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"


class MarkKind(StrEnum):
    STRUCK = "struck"
    BOLD = "bold"
    ITALIC = "italic"


def _visible(text: str) -> int:
    """How many characters are no white space."""
    return len("".join(text.split()))


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of kept text with one kind of mark. Marks of one kind neither touch nor overlap, and are in text order."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its words are `text[start:end]`; empty cells have `start == end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table. `level` is 1 to 6 for headings, nesting depth (0 first) for list items.

    `number` is the list number as a reader would see it ("6. a)"), when the format keeps it apart from the text
    (automatic numbering in DOCX, `<ol>` in HTML); the reader then also writes it into the kept text before the words,
    so that the text reads as printed and `number` only tells that it stands there.
    """

    kind: BlockKind
    start: int
    end: int
    page: int
    level: int | None = None
    number: str | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnCell(Block):
    """A cell of a table whose rows are matters, taken apart from its row: `head` is what stands above its column."""

    head: str = ""


@dataclass(frozen=True)
class Document:
    """One file as read. `page_starts[i]` is the offset at which page i+1 begins; a format without pages has `(0,)`.

    `carries_strikethrough` tells whether struck-through words would be visible in this document if there were any:
    True for formats with formatting (PDF with a text layer, DOCX, HTML, Markdown, ODT); for plain text only if at least
    one strike mark (`~~`, `<del>`, `<s>`, U+0336) stands in it; False for scans read by text recognition.
    """

    file: str
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    page_starts: tuple[int, ...] = (0,)
    pages: int | None = None
    carries_strikethrough: bool = False
    title: str | None = None
    warnings: tuple[str, ...] = field(default=())

    def page_of(self, offset: int) -> int:
        """The page, counted from 1, on which the character at `offset` stands."""
        return max(1, bisect_right(self.page_starts, offset))

    def words(self, span: Span) -> str:
        """The kept text of a span."""
        return self.text[span[0] : span[1]]

    def marked_share(self, span: Span, kind: MarkKind) -> float:
        """How much of the span's visible characters carry a mark of this kind: 0.0 to 1.0. White space does not count."""
        start, end = span
        marks = [m for m in self.marks if m.kind is kind and m.start < end and m.end > start]
        if not marks:
            return 0.0
        visible = _visible(self.text[start:end])
        if not visible:
            return 0.0
        return sum(_visible(self.text[max(start, m.start) : min(end, m.end)]) for m in marks) / visible

    def is_struck(self, span: Span) -> bool:
        """Whether most of the span (at least six tenths of its visible characters) is struck through."""
        return self.marked_share(span, MarkKind.STRUCK) >= 0.6
