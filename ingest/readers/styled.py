"""Runs of styled text and how they become kept text: cleaning, stripping, and the assembly of a Document.

A reader turns its format into runs `(text, style)`, where style is a set of bits, and hands them to a
`DocumentBuilder` block by block. Inside a run "\\n" is a line break, "\\t" a tab and "\\f" the start of a new page; the
builder takes the page breaks out of the text and remembers where they were.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, Cell, Document, Mark, MarkKind
from ingest.readers.seams import find_parted, find_seams

STRUCK = 1
BOLD = 2
ITALIC = 4
STYLES = ((STRUCK, MarkKind.STRUCK), (BOLD, MarkKind.BOLD), (ITALIC, MarkKind.ITALIC))

Run = tuple[str, int]
"""Text and its style bits."""

BULLET = "- "
"""What is written before the words of an unnumbered list item, whatever sign the file uses."""


TICKS = {"\uf0fc": "✓", "\uf0fb": "✗", "\uf0fe": "☑", "\uf0fd": "☒"}
"""Ticks and crosses of Wingdings, as they come where the font is lost: they tell who was there."""


class _Translation(dict[int, str | int | None]):
    """What a character becomes in kept text, worked out once per character and then remembered."""

    def __missing__(self, code: int) -> str | int | None:
        character = chr(code)
        category = unicodedata.category(character)
        value: str | int | None = code
        if character in "\n\t\f":
            value = code
        elif character in "\r\v\x85\u2028\u2029":
            value = "\n"
        elif category == "Zs":
            value = " "
        elif character in "\u2010\u2011":
            value = "-"  # hyphens of typesetting; U+2012 and longer are dashes and stay
        elif 0xFB00 <= code <= 0xFB06:
            value = unicodedata.normalize("NFKC", character)  # ligatures; NFKC of all would turn ² into 2
        elif character in TICKS:
            value = TICKS[character]
        elif category in ("Cc", "Cf", "Co", "Cs", "Cn"):
            value = None  # control and format characters, soft hyphens, private use, lone surrogates
        self[code] = value
        return value


_TRANSLATION = _Translation()
_OVERLAY = re.compile("[\u0335\u0336]")
_OVERLAID = re.compile("((?:[^\u0335\u0336\n\t\f][\u0335\u0336]+)+)")
_LINE_ENDS = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")  # the look-behind keeps long runs of spaces linear
_COMPOSING = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")  # what composes begins with at most one ASCII character
_TYPED_NUMBER = re.compile(r"^(?:§+ ?)?(?:\d+(?:\.\d+)*[.):]?|[A-Za-zÅÄÖåäö][.)]|[-–•·*])( ?\t[ \t]*)(?=\S)", re.MULTILINE)
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Styled:
    """Cleaned text of one block or cell: marks as (style bit, start, end) and offsets of page breaks, all into `text`."""

    text: str
    marks: tuple[tuple[int, int, int], ...] = ()
    breaks: tuple[int, ...] = ()


def overlay_to_strike(runs: Iterable[Run]) -> list[Run]:
    """Turn U+0336 and U+0335 (long and short stroke overlay after each character) into the struck style."""
    out: list[Run] = []
    for text, style in runs:
        if not _OVERLAY.search(text):
            out.append((text, style))
            continue
        for index, part in enumerate(_OVERLAID.split(text)):
            part_text = _OVERLAY.sub("", part)
            if part_text:
                out.append((part_text, style | STRUCK if index % 2 else style))
    return out


def _translated(runs: Iterable[Run]) -> list[Run]:
    out: list[Run] = []
    for text, style in overlay_to_strike(runs):
        if not text.isascii() or not text.isprintable():
            text = text.replace("\r\n", "\n").translate(_TRANSLATION)
        if text:
            out.append((text, style))
    return out


def _cut(
    text: str, marks: list[tuple[int, int, int]], cuts: list[tuple[int, int, str]]
) -> tuple[str, list[tuple[int, int, int]]]:
    """Replace each (start, end, replacement) in text; a mark's ends move with the text around them."""
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []  # end of cut in old text, new offset of the cut's begin, length of replacement
    position = length = 0
    for start, end, replacement in cuts:
        parts.append(text[position:start])
        length += start - position
        starts.append(start)
        shifts.append((end, length, len(replacement)))
        parts.append(replacement)
        length += len(replacement)
        position = end
    parts.append(text[position:])

    def moved(offset: int) -> int:
        index = bisect_left(starts, offset) - 1
        if index < 0:
            return offset
        cut_end, new_start, new_length = shifts[index]
        if offset <= cut_end:
            return new_start + min(offset - starts[index], new_length)
        return new_start + new_length + offset - cut_end

    return "".join(parts), [(style, moved(start), moved(end)) for style, start, end in marks]


def clean(runs: Iterable[Run]) -> Styled:
    """The kept text of one block or cell: translated, NFC, lines stripped, runs of spaces made one, words
    of lists that were glued to names parted."""
    translated = _translated(runs)
    text = "".join(part for part, _ in translated)
    marks: list[tuple[int, int, int]] = []
    for bit, _ in STYLES:
        offset = 0
        for part, style in translated:
            end = offset + len(part)
            if style & bit:
                if marks and marks[-1][0] == bit and marks[-1][2] == offset:
                    marks[-1] = (bit, marks[-1][1], end)
                else:
                    marks.append((bit, offset, end))
            offset = end
    breaks: list[tuple[int, int, int]] = []
    if "\f" in text:
        feeds = [(match.start(), match.end(), "") for match in re.finditer("\f", text)]
        breaks = [(0, start, start) for start, _, _ in feeds]
        text, both = _cut(text, marks + breaks, feeds)
        marks, breaks = both[: len(marks)], both[len(marks) :]
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip()) if end else 0
    cuts = [(0, start, "")] if start else []
    cuts += [(m.start(), m.end(), "\n") for m in _LINE_ENDS.finditer(text, start, end) if m.end() - m.start() > 1]
    if end < len(text):
        cuts.append((end, len(text), ""))
    if cuts:
        text, both = _cut(text, marks + breaks, cuts)
        marks, breaks = both[: len(marks)], both[len(marks) :]
    if "  " in text:
        text, both = _cut(text, marks + breaks, [(m.start(), m.end(), " ") for m in _SPACES.finditer(text)])
        marks, breaks = both[: len(marks)], both[len(marks) :]
    if not unicodedata.is_normalized("NFC", text):
        segments = [(m.start(), m.end(), unicodedata.normalize("NFC", m.group())) for m in _COMPOSING.finditer(text)]
        text, both = _cut(text, marks + breaks, segments)
        marks, breaks = both[: len(marks)], both[len(marks) :]
    if seams := [(at, at, " ") for at in find_seams(text)]:
        text, both = _cut(text, marks + breaks, seams)
        marks, breaks = both[: len(marks)], both[len(marks) :]
    if parted := [(start, end, "") for start, end in find_parted(text)]:
        text, both = _cut(text, marks + breaks, parted)
        marks, breaks = both[: len(marks)], both[len(marks) :]
    return Styled(text, tuple(_trimmed(text, marks)), tuple(start for _, start, _ in breaks))


def _numbered(styled: Styled) -> Styled:
    """A tab after a number typed at the head of a line reads as a space: "1.<tab>Val" as "1. Val"."""
    if "\t" not in styled.text:
        return styled
    cuts = [(match.start(1), match.end(1), " ") for match in _TYPED_NUMBER.finditer(styled.text)]
    everything = [*styled.marks, *((0, offset, offset) for offset in styled.breaks)]
    text, moved = _cut(styled.text, everything, cuts)
    count = len(styled.marks)
    return Styled(text, tuple(_trimmed(text, moved[:count])), tuple(start for _, start, _ in moved[count:]))


def _trimmed(text: str, marks: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Marks without white space at their ends; marks on nothing but white space are dropped."""
    out: list[tuple[int, int, int]] = []
    for bit, start, end in marks:
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            out.append((bit, start, end))
    return out


def without(text: str, opening: str, closing: str) -> str:
    """The text without what stands between each pair of signs, signs included; an opening without end stays."""
    if opening not in text:
        return text
    parts: list[str] = []
    position = 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + len(closing)
    return "".join([*parts, text[position:]])


def split_runs(runs: Iterable[Run], separator: str) -> list[list[Run]]:
    """Split runs at every `separator`, as str.split does with text."""
    parts: list[list[Run]] = [[]]
    for text, style in runs:
        first, *rest = text.split(separator)
        if first:
            parts[-1].append((first, style))
        parts.extend([(piece, style)] if piece else [] for piece in rest)
    return parts


class DocumentBuilder:
    """Assembles kept text, blocks, marks and pages in order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._page_starts = [0]
        self._page_due = False
        self.warnings: list[str] = []

    @property
    def page(self) -> int:
        return len(self._page_starts)

    def break_page(self) -> None:
        """The next block begins a new page. A page without any text begins and ends at the same offset."""
        if self._page_due:
            self._page_starts.append(self._length)
        self._page_due = True

    def _begin(self) -> int:
        """Write the space between blocks; the offset at which the new block begins."""
        if self._length:
            self._write("\n\n")
        if self._page_due:
            self._page_due = False
            self._page_starts.append(self._length)
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _led(self, styled: Styled) -> Styled:
        """Page breaks before the first character belong before the block, not inside it."""
        leading = sum(offset == 0 for offset in styled.breaks)
        for _ in range(leading):
            self.break_page()
        return Styled(styled.text, styled.marks, styled.breaks[leading:]) if leading else styled

    def _put(self, styled: Styled) -> Cell:
        start = self._length
        kinds = dict(STYLES)
        self._marks.extend(Mark(kinds[bit], start + begin, start + end) for bit, begin, end in styled.marks)
        self._page_starts.extend(start + offset for offset in styled.breaks)
        self._write(styled.text)
        return Cell(start, self._length)

    def add(
        self,
        kind: BlockKind,
        runs: Iterable[Run],
        *,
        level: int | None = None,
        number: str | None = None,
        page: int | None = None,
    ) -> bool:
        """Append a block unless it has no visible text; `number` is written before the words. Tells whether it was added.

        `page` is given only for what stands apart from the flow (headers, footers, footnotes).
        """
        styled = _numbered(clean(runs))
        if not styled.text:
            for _ in styled.breaks:
                self.break_page()
            return False
        styled = self._led(styled)
        if level is not None:
            level = min(max(level, 1), 6) if kind is BlockKind.HEADING else min(max(level, 0), 8)
        start = self._begin()
        own_page = self.page
        if number:
            self._write(f"{number} ")
        self._put(styled)
        self._blocks.append(Block(kind, start, self._length, page or own_page, level, number))
        return True

    def add_table(self, rows: Sequence[Sequence[Sequence[Run]]], *, page: int | None = None) -> bool:
        """Append a table of cells of runs; rows without any text are left out. Tells whether anything was added."""
        cleaned = [[clean(cell) for cell in row] for row in rows]
        kept = [row for row in cleaned if any(cell.text for cell in row)]
        if not kept:
            return False
        kept[0][0] = self._led(kept[0][0])
        start = self._begin()
        own_page = self.page
        placed: list[tuple[Cell, ...]] = []
        for row_index, row in enumerate(kept):
            if row_index:
                self._write("\n")
            cells: list[Cell] = []
            for column, cell in enumerate(row):
                if column:
                    self._write("\t")
                cells.append(self._put(cell))
            placed.append(tuple(cells))
        self._blocks.append(Block(BlockKind.TABLE, start, self._length, page or own_page, rows=tuple(placed)))
        return True

    @property
    def has_text(self) -> bool:
        return bool(self._blocks)

    @property
    def has_struck(self) -> bool:
        return any(mark.kind is MarkKind.STRUCK for mark in self._marks)

    def build(
        self,
        *,
        file: str,
        data: bytes,
        media_type: str,
        carries_strikethrough: bool,
        pages: int | None = None,
    ) -> Document:
        """The finished document. Its title is the first heading, which every format tells alike."""
        text = "".join(self._parts)
        heading = next((block for block in self._blocks if block.kind is BlockKind.HEADING), None)
        if self._page_due:
            self.break_page()
        return Document(
            file=file,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=media_type,
            text=text,
            blocks=tuple(self._blocks),
            marks=tuple(_united(self._marks)),
            page_starts=tuple(min(start, len(text)) for start in self._page_starts),
            pages=pages,
            carries_strikethrough=carries_strikethrough,
            title=" ".join(text[heading.start : heading.end].split()) if heading else None,
            warnings=tuple(self.warnings),
        )


def _united(marks: Iterable[Mark]) -> list[Mark]:
    """Marks in text order, those of one kind that touch or overlap made one."""
    out: dict[MarkKind, list[Mark]] = {}
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        row = out.setdefault(mark.kind, [])
        if row and mark.start <= row[-1].end:
            row[-1] = Mark(mark.kind, row[-1].start, max(row[-1].end, mark.end))
        else:
            row.append(mark)
    return sorted((mark for row in out.values() for mark in row), key=lambda m: (m.start, m.end, m.kind))
