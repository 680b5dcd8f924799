"""Lines: the kept text cut at its line ends, each with what the grammar looks at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise, zip_longest

from graph.record import Span
from ingest.action_columns import find_columns
from ingest.document import Block, BlockKind, Cell, ColumnCell, Document, MarkKind
from ingest.vocabulary import Section, section_heading


@dataclass(frozen=True, init=False)
class Line:
    """One line without its line end and without surrounding white space; `start` and `end` are offsets into the text.

    `block` is the block it stands in (None between blocks), `cells` the cells of a table row, `blank_before` whether an
    empty line or a block border parts it from the line before. `numbered` tells that it begins with the number of a matter, without
    sign or point, as the numbers of a text that ran together tell, or with its title, where no matter has a number.
    """

    document: Document
    index: int
    start: int
    end: int
    block: Block | None
    cells: tuple[Cell, ...]
    blank_before: bool
    numbered: bool = False
    text: str = field(init=False, repr=False, compare=False)

    def __init__(
        self,
        document: Document,
        index: int,
        start: int,
        end: int,
        block: Block | None,
        cells: tuple[Cell, ...],
        blank_before: bool,
        numbered: bool = False,
    ) -> None:
        # All fields at once: a document has hundreds of lines, and each stage makes them anew.
        self.__dict__.update(
            document=document,
            index=index,
            start=start,
            end=end,
            block=block,
            cells=cells,
            blank_before=blank_before,
            numbered=numbered,
            text=document.text[start:end],
        )

    @property
    def bold_share(self) -> float:
        return self._bold_share if self.document.marks else 0.0

    @cached_property
    def _bold_share(self) -> float:
        return self.document.marked_share((self.start, self.end), MarkKind.BOLD)

    def bold_until(self, offset: int) -> int | None:
        """Where the bold words end that begin at `offset` or before, when the line goes on without bold behind them; else None."""
        marks = [m for m in self.document.marks if m.kind is MarkKind.BOLD and m.start < self.end and m.end > offset]
        until = offset
        for mark in sorted(marks, key=lambda m: m.start):
            if self.document.text[until : mark.start].strip():
                break
            until = max(until, mark.end)
        return until if offset < until < self.end and any(c.isalnum() for c in self.document.text[until : self.end]) else None

    @property
    def is_heading(self) -> bool:
        return self.block is not None and self.block.kind is _HEADING

    @property
    def column(self) -> str:
        """The head of the column in which the line stood, where a table of matters was taken apart; else empty."""
        return self.block.head if isinstance(self.block, ColumnCell) else ""

    @property
    def page(self) -> int:
        return self.document.page_of(self.start)


_HEADING = BlockKind.HEADING
_ASIDE = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE)


def iter_lines(document: Document) -> list[Line]:
    """All non-empty lines of the flow, in order; page headers, footers and footnotes are left out."""
    lines: list[Line] = []
    for block in document.blocks:
        if block.kind in _ASIDE:
            continue
        if block.kind is BlockKind.TABLE and block.rows:
            for row in block.rows:
                filled = [c for c in row if c.end > c.start]
                if filled:
                    _append(lines, document, filled[0].start, filled[-1].end, block, row)
            continue
        for start, end in iter_line_spans(document.text, block.start, block.end):
            _append(lines, document, start, end, block, ())
    return lines


def without(lines: Sequence[Line], dropped: Collection[int], document: Document) -> list[Line]:
    """The lines, as those of `document`, without the ones of these indexes, numbered anew; what follows a dropped line counts as parted
    from what is before it."""
    out: list[Line] = []
    parted = False
    for line in lines:
        if line.index in dropped:
            parted = True
            continue
        blank = line.blank_before or parted
        out.append(Line(document, len(out), line.start, line.end, line.block, line.cells, blank, numbered=line.numbered))
        parted = False
    return out


def iter_line_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of `text[start:end]` that hold words, without the white space around them."""
    return (match.span() for match in _WORDS_OF_LINE.finditer(text, start, end))


_WORDS_OF_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def _append(lines: list[Line], document: Document, start: int, end: int, block: Block, cells: tuple[Cell, ...]) -> None:
    before = lines[-1] if lines else None
    blank = before is None or before.block is not block or _is_blank(document.text[before.end : start])
    lines.append(Line(document, len(lines), start, end, block, cells, blank))


def _is_blank(gap: str) -> bool:
    """Whether an empty line stands between two lines."""
    return gap.count("\n") > 1 and "\n\n" in gap.replace(" ", "").replace("\t", "")


_OF_ROW = r"(?:(?:Dagordnings|Mötes|Agenda)?[Pp]unkt|PUNKT|[Pp]kt\.?|[Pp]\.?|[Ää]rende|ÄRENDE|[Nn]r\.?|#|Paragraf)(?:\s[Nn]r\.?)?"
_YEAR = r"(?:19|20)\d\d"
_BEHIND = rf"(?:\s?[/:-]\s?{_YEAR}|/(?:1[3-9]|[2-9]\d))"
_ROW_NUMBER = re.compile(
    rf"(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,5}}\s?)?§\s*|{_OF_ROW}\s?|(?:[A-ZÅÄÖ]{{2,4}}|K[sf])\s)?"
    rf"(?:{_YEAR}\s?[/:-]\s?)?\d{{1,4}}{_BEHIND}?\s*(?:[.:)–,-]|\.\))?|\(\d{{1,3}}\)|\d{{1,4}}\s*§|\d{{1,2}}[.:]\d\.?"
    r"|[a-zåäö]\)?|\d{1,3}\s?[a-zåäö]\)?|[A-K][.)]|[IVX]{1,4}[.)]"
)
""" "§ 14", "Ks § 14/24", "Punkt 3", "22/2021", "3.", "(3)", "3.1", "3 a", "B.": the number of a matter in a cell of its own."""
_LABELLED = re.compile(r"(?<=[.!?])\s+(?=(?:Beslut|Åtgärd|Föredragande|Ansvarig)\s*:)")


def split_agenda_rows(lines: list[Line]) -> list[Line]:
    """Minutes kept as a table of number, matter and notes: each row becomes a title line and the lines of its notes.

    A table counts as one when most of its rows begin with a number cell and go on with a matter and a note, or begin with a number
    and a matter in one cell. Where such rows stand below those of another table, in one block, they alone are taken apart. In a table
    without numbers under "Ärende" and "Anteckningar" each matter becomes a heading.
    """
    if not any(line.cells or "\t" in line.text for line in lines):
        return lines
    agendas: dict[int, _Agenda] = {}
    out: list[Line] = []
    labelled: Block | None = None
    in_clause: Block | None = None
    for line in lines:
        block = line.block
        spans = _filled(line) if line.cells or "\t" in line.text else ()
        beside = _is_labelled(line, spans) or _decides_beside(line, spans)
        labelled = block if beside or (labelled is block and _begins_empty(line)) else None
        if labelled is not None:
            out += _beside(line)
            continue
        in_clause = block if _is_clause(line, spans) or (in_clause is block and _begins_empty(line)) else None
        if in_clause is not None:
            out.append(Line(line.document, 0, line.start, line.end, None, (), line.blank_before))
            continue
        if block is None or not line.cells:
            out.append(line)
            continue
        if id(block) not in agendas:
            agendas[id(block)] = _agenda_rows(line.document, block)
        agenda = agendas[id(block)]
        if line.start not in agenda.begins:
            out.append(line)
            continue
        filled = [c for c in line.cells if c.end > c.start]
        titles = min(len(filled), 1 if agenda.in_one_cell else 2)
        title_end = _bold_end(line.document, filled[titles - 1])
        heading = Block(BlockKind.HEADING, line.start, title_end, block.page, level=_LEVEL) if agenda.without_numbers else None
        out.append(Line(line.document, 0, line.start, title_end, heading, (), True))
        behind = Cell(title_end, filled[titles - 1].end)
        decided = line.cells[agenda.decided] if agenda.decided is not None and agenda.decided < len(line.cells) else None
        for k, cell in enumerate([behind, *filled[titles:]]):
            # A further cell is none of the sentence before it: "Godkänns" | "Anna".
            column = (
                ColumnCell(BlockKind.PARAGRAPH, cell.start, cell.end, line.page, head=agenda.head) if cell is decided else None
            )
            out += [
                Line(line.document, 0, start, end, column, (), k > 1 and n == 0)
                for n, (start, end) in enumerate(_parts(line.document, cell.start, cell.end))
            ]
    if all(a is b for a, b in zip_longest(out, lines)) and not any(agenda.begins for agenda in agendas.values()):
        return lines
    return [Line(x.document, i, x.start, x.end, x.block, x.cells, x.blank_before) for i, x in enumerate(out)]


_ATT_CLAUSE = re.compile(r"Att\s[a-zåäö]{2,}\s")


def _decides_beside(line: Line, spans: Sequence[Span]) -> bool:
    """Whether a row has what was decided in a cell of its own: "Val av justerare" | "Att utse Anna Ek"."""
    return (
        bool(line.cells)
        and len(spans) == 2
        and not _begins_empty(line)
        and _ATT_CLAUSE.match(line.document.text, *spans[1]) is not None
    )


_SHORTEST_BESIDE = 12


def _is_labelled(line: Line, spans: Sequence[Span]) -> bool:
    """Whether a row is a heading of an item's part and, in the cell beside it, what it heads: "Beslut | att godkänna planen"."""
    if len(spans) != 2 or _begins_empty(line):
        return False
    heading, beside = (line.document.text[a:b] for a, b in spans)
    return len(beside) >= _SHORTEST_BESIDE and section_heading(heading) is not None


def _is_clause(line: Line, spans: Sequence[Span]) -> bool:
    """Whether a row is an att-sats whose "att" stands in a cell of its own."""
    return bool(line.cells) and len(spans) == 2 and line.document.text[slice(*spans[0])].lower() == "att"


def _begins_empty(line: Line) -> bool:
    return len(line.cells) > 1 and line.cells[0].end == line.cells[0].start


def _filled(line: Line) -> list[Span]:
    """The filled cells of a row, or what the only tab of a line parts."""
    if line.cells:
        return [(c.start, c.end) for c in line.cells if c.end > c.start]
    before, tab, _ = line.text.partition("\t")
    begin = line.start + len(before) + 1
    return [(line.start, line.start + len(before)), (begin, line.end)] if tab else [(line.start, line.end)]


def _beside(line: Line) -> list[Line]:
    """The lines of the filled cells of a row, one below the other."""
    spans = [part for span in _filled(line) for part in _parts(line.document, *span)]
    return [Line(line.document, 0, a, b, None, (), n == 0 and line.blank_before) for n, (a, b) in enumerate(spans)]


def _bold_end(document: Document, cell: Cell) -> int:
    """Where the title ends in a cell that goes on with what was said: in bold, it ends with that; else with the cell."""
    line = Line(document, 0, cell.start, cell.end, None, (), False)
    return (line.bold_until(cell.start) if document.marks else None) or cell.end


_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
_LEVEL = 3
_ROW_TITLED = re.compile(r"(?:§\s*)?(?P<n>\d{1,3})\s?[.):]?\s+[A-ZÅÄÖ][^\t]{2,120}")
_MATTER_COLUMN = re.compile(r"ärenden?|(?:dagordnings)?punkt(?:er)?|rubrik|fråga|frågor|ämne|område|dagordning", re.IGNORECASE)
_NOTES_HEAD = re.compile(
    r"anteckning|notering|diskussion|kommentar|redogörelse|sammanfattning|innehåll|information|samtal", re.IGNORECASE
)
_NOTES_COLUMN = re.compile(
    r"(?:minnes)?anteckning(?:ar)?|beslut|diskussion|kommentar(?:er)?|notering(?:ar)?|sammanfattning|innehåll|åtgärd(?:er)?|beslut\s?/\s?åtgärd",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Agenda:
    """The rows of a table that are items, by where they begin; whether number and matter, or the matter alone, fill one cell."""

    begins: frozenset[int] = frozenset()
    in_one_cell: bool = False
    without_numbers: bool = False
    decided: int | None = None
    """The column that tells what was decided, by its head."""
    head: str = ""


_PAGE_CELL = re.compile(r"(?P<page>\d{1,3})(?:\s?[-–]\s?\d{1,3})?")
_FEWEST_PAGES = 3


def is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table, each its filled cells, are a list of contents: those that end with a number, at least three and
    half of those that begin with one, rise as pages do."""
    pages = [int(m["page"]) for row in rows if len(row) > 1 and (m := _PAGE_CELL.fullmatch(row[-1]))]
    numbered = sum(row[0][:1] == "§" or row[0][:1].isdigit() for row in rows if row)
    return len(pages) >= _FEWEST_PAGES and 0 < numbered <= 2 * len(pages) and pages == sorted(pages) and pages[0] < pages[-1]


def filled_cells(document: Document, cells: Sequence[Cell]) -> list[str]:
    return [text for c in cells if (text := document.text[c.start : c.end].strip())]


def _agenda_rows(document: Document, block: Block) -> _Agenda:
    """The rows that are items, with the column of decisions that the row above them names."""
    agenda = _items_of(document, block)
    if not agenda.begins:
        return agenda
    heads = [document.text[cell.start : cell.end].strip() for cell in block.rows[0]]
    for k, head in enumerate(heads[1:], 1):
        heading = section_heading(head)
        if (
            heading
            and heading.section is Section.DECISION
            and _has_notes_elsewhere(document, block, agenda, [*heads[:k], *heads[k + 1 :]])
        ):
            return replace(agenda, decided=k, head=head)
    return agenda


def _has_notes_elsewhere(document: Document, block: Block, agenda: _Agenda, others: Sequence[str]) -> bool:
    """Whether a table keeps what was said apart from what was decided: in a column of its own, or behind the title in bold. Else the column
    "Beslut/åtgärd" beside the titles holds both."""
    if any(_NOTES_HEAD.search(head) for head in others):
        return True
    first = [next((c for c in row[1:] if c.end > c.start), None) for row in block.rows if _row_start(row) in agenda.begins]
    return any(cell is not None and document.text[_bold_end(document, cell) : cell.end].strip() for cell in first)


def _items_of(document: Document, block: Block) -> _Agenda:
    """Where the rows begin that are items: all rows of a table of items, or those whose numbers rise one by one; else none."""
    if is_contents([filled_cells(document, row) for row in block.rows]):
        return _Agenda()
    begins: list[int] = []
    numbers: list[int] = []
    first = [document.text[c.start : c.end].strip() for c in block.rows[0]]
    if find_columns(first) and not (
        len(first) > _FEWEST_COLUMNS and _MATTER_COLUMN.fullmatch(first[0]) and _NOTES_COLUMN.fullmatch(first[1])
    ):
        return _Agenda()  # a table of what is to be done by whom
    titled: list[tuple[int, int]] = []
    named: list[int] | None = None
    for row in block.rows:
        cells = [document.text[c.start : c.end].strip() for c in row]
        if len(cells) >= 2 and (match := _ROW_TITLED.fullmatch(cells[0])) and any(map(str.isalpha, "".join(cells[1:]))):
            titled.append((int(match["n"]), _row_start(row)))
        if len(cells) >= 2 and _MATTER_COLUMN.fullmatch(cells[0]) and _NOTES_COLUMN.fullmatch(cells[1]):
            named = []
        elif named is not None and cells[0][:1].isupper():
            named.append(_row_start(row))
        if len(cells) >= 3 and _ROW_NUMBER.fullmatch(cells[0]) and any(ch.isalpha() for ch in cells[1]):
            begins.append(_row_start(row))
            numbers += [int(n) for n in re.findall(r"\d+", cells[0])]
    if len(begins) >= 2 and len(begins) * 2 > len(block.rows):
        heads = _row_start(block.rows[0]) not in begins and any(map(section_heading, first[1:]))
        return _Agenda(frozenset(_row_start(row) for row in block.rows[heads:]))
    rising = len(numbers) == len(begins) >= _FEWEST_ROWS and all(b - a == 1 for a, b in pairwise(numbers))
    if rising:
        return _Agenda(frozenset(begins))
    if len(titled) >= _FEWEST_ROWS and all(b - a == 1 for (a, _), (b, _) in pairwise(titled)):
        return _Agenda(frozenset(at for _, at in titled), in_one_cell=True)
    if named is not None and len(named) >= _FEWEST_ROWS and not titled:
        return _Agenda(frozenset(named), in_one_cell=True, without_numbers=True)
    return _Agenda()


def _row_start(row: Sequence[Cell]) -> int:
    """Where the first filled cell begins, as `Line.start` does; -1 for an empty row."""
    return next((c.start for c in row if c.end > c.start), -1)


def _parts(document: Document, begin: int, stop: int) -> list[Span]:
    """The lines within a cell, without the white space around them."""
    parts: list[Span] = []
    text = document.text[begin:stop]
    borders = {m.start() for m in re.finditer(r"\n", text)} | {m.start() for m in _LABELLED.finditer(text)}
    for a, b in pairwise([0, *sorted(borders), len(text)]):
        raw = text[a:b]
        if raw.strip():
            parts.append((begin + a + len(raw) - len(raw.lstrip()), begin + a + len(raw.rstrip())))
    return parts
