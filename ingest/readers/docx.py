"""DOCX, read from its XML: every strike (direct, doubled, from styles, tracked deletions) and every automatic number.

Libraries made for DOCX drop tracked deletions, content controls or numbers, and thereby absentees; hence lxml and the
parts themselves. Deleted text counts as struck and stays, inserted text is present, the source of a tracked move is
left out (its words stand at the target). Headers, footers and notes are placed apart, after the flow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.errors import ReadError
from ingest.document import BlockKind, Document
from ingest.readers.archive import Archive, open_archive
from ingest.readers.blocks import Paragraph, Table, cell_runs, gather_tabbed, lines_of, place
from ingest.readers.detect import Format
from ingest.readers.docx_parts import Parts, find_parts
from ingest.readers.docx_styles import Style, Styles, toggle
from ingest.readers.numbering import Numbering
from ingest.readers.styled import BOLD, BULLET, ITALIC, STRUCK, DocumentBuilder, Run
from ingest.readers.symbols import symbol
from ingest.readers.xml import Element, integer, iter_children, parse_part

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_NS = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
)

MAX_CELLS = 2_000_000  # a merged cell may claim any width; this bounds what it can cost
MAX_SPAN = 100
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# fmt: off
_SILENT = (
    "pPr", "rPr", "instrText", "delInstrText", "moveFrom", "sdtPr", "sdtEndPr", "commentReference",
    "commentRangeStart", "annotationRef", "bookmarkStart", "bookmarkEnd", "proofErr", "object", "softHyphen", "sectPr",
    "tblPr", "tblGrid", "trPr", "tcPr", "ffData", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
    "rt",
)
# fmt: on


@dataclass(slots=True)
class _Cell:
    """A table cell: its blocks, its width in columns, whether a cell above covers it, whether it was deleted with tracking."""

    contents: list[Element]
    span: int = 1
    covered: bool = False
    deleted: bool = False


def _struck(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, runs=[(text, style | STRUCK) for text, style in block.runs])
    rows = [[[(text, style | STRUCK) for text, style in cell] for cell in row] for row in block.rows]
    return replace(block, rows=rows)


class _Body:
    """Turns the elements of one part into paragraphs and tables."""

    def __init__(self, ns: str, styles: Styles, numbering: Numbering, *, rendered_breaks: bool) -> None:
        self._ns = ns
        self._styles = styles
        self._numbering = numbering
        self._rendered_breaks = rendered_breaks
        self._tables = 0
        self._cells = 0
        self.notes: list[tuple[str, str]] = []
        self.note_numbers: dict[tuple[str, str], int] = {}
        self.embedded = False
        self._silent = frozenset(f"{ns}{name}" for name in _SILENT)
        self._p, self._r, self._t = f"{ns}p", f"{ns}r", f"{ns}t"
        self._written = (self._t, f"{ns}delText", f"{ns}sym", f"{ns}txbxContent", *_MATH_TEXT)
        self._base: dict[tuple[str | None, str | None], Style] = {}

    # -- runs ---------------------------------------------------------------------------------------------------------

    def _effective(self, paragraph: str | None, character: str | None) -> Style:
        """Style-given toggles: paragraph and character style cancel each other out (ISO 29500, 17.7.3)."""
        key = (paragraph, character)
        found = self._base.get(key)
        if found is None:
            first, second, base = self._styles.get(paragraph), self._styles.get(character), self._styles.defaults

            def either(a: bool | None, b: bool | None, default: bool | None) -> bool:
                return bool(default) if a is None and b is None else bool(a) != bool(b)

            found = self._base[key] = Style(
                bold=either(first.bold, second.bold, base.bold),
                italic=either(first.italic, second.italic, base.italic),
                strike=either(first.strike, second.strike, base.strike),
                double=second.double if second.double is not None else bool(first.double or base.double),
                hidden=either(first.hidden, second.hidden, base.hidden),
            )
        return found

    def _style_bits(self, properties: Element | None, paragraph: str | None) -> int | None:
        """The style bits of a run, or None when it is hidden."""
        ns = self._ns
        if properties is None:
            base = self._effective(paragraph, None)
            bold, italic, strike, double, hidden = base.bold, base.italic, base.strike, base.double, base.hidden
        else:
            character = properties.find(f"{ns}rStyle")
            base = self._effective(paragraph, None if character is None else character.get(f"{ns}val"))
            bold = toggle(properties, f"{ns}b", base.bold)
            italic = toggle(properties, f"{ns}i", base.italic)
            strike = toggle(properties, f"{ns}strike", base.strike)
            double = toggle(properties, f"{ns}dstrike", base.double)
            hidden = toggle(properties, f"{ns}vanish", base.hidden)
        if hidden:
            return None
        return (BOLD if bold else 0) | (ITALIC if italic else 0) | (STRUCK if strike or double else 0)

    def _inline(self, element: Element, paragraph: str | None, extra: int, runs: list[Run], boxes: list[Element]) -> None:
        ns = self._ns
        for child in element:
            tag = child.tag
            if tag == self._r:
                self._run(child, paragraph, extra, runs, boxes)
            elif tag in self._silent or not isinstance(tag, str):
                continue
            elif tag == f"{ns}del":
                self._inline(child, paragraph, extra | STRUCK, runs, boxes)
            elif tag == f"{ns}sdt":
                if child.find(f"{ns}sdtPr/{ns}showingPlcHdr") is None:
                    content = child.find(f"{ns}sdtContent")
                    if content is not None:
                        self._inline(content, paragraph, extra, runs, boxes)
            elif tag in _MATH_TEXT:
                runs.append((child.text or "", extra))
            elif tag == f"{_MC}AlternateContent":
                self._inline(self._chosen(child), paragraph, extra, runs, boxes)
            else:
                self._inline(child, paragraph, extra, runs, boxes)

    def _chosen(self, alternate: Element) -> Element:
        """The first choice that has any text or text box, else the first: never two, which would double the text."""
        choices = [*alternate.iterfind(f"{_MC}Choice"), *alternate.iterfind(f"{_MC}Fallback")]
        written = next((choice for choice in choices if next(choice.iter(*self._written), None) is not None), None)
        return written if written is not None else choices[0] if choices else ()

    def _run(self, run: Element, paragraph: str | None, extra: int, runs: list[Run], boxes: list[Element]) -> None:
        ns = self._ns
        bits = self._style_bits(run.find(f"{ns}rPr"), paragraph)
        if bits is None:
            return
        self._content(run, bits | extra, paragraph, extra, runs, boxes)

    def _content(
        self, element: Element, bits: int, paragraph: str | None, extra: int, runs: list[Run], boxes: list[Element]
    ) -> None:
        """What stands in a run: words, signs, breaks, references, drawings."""
        ns = self._ns
        for child in element:
            tag = child.tag
            if tag == self._t or tag == f"{ns}delText":
                if child.text:
                    runs.append((child.text.replace("\n", " "), bits))
            elif tag in self._silent or not isinstance(tag, str):
                continue
            elif tag in (f"{ns}tab", f"{ns}ptab"):
                runs.append(("\t", bits))
            elif tag == f"{ns}br":
                if child.get(f"{ns}type") == "page":
                    runs.append(("\n" if self._rendered_breaks else "\f\n", bits))
                else:
                    runs.append(("\n", bits))
            elif tag == f"{ns}lastRenderedPageBreak":
                runs.append(("\f", bits))
            elif tag == f"{ns}cr":
                runs.append(("\n", bits))
            elif tag == f"{ns}noBreakHyphen":
                runs.append(("-", bits))
            elif tag == f"{ns}sym":
                code = integer_hex(child.get(f"{ns}char"))
                runs.append((symbol(child.get(f"{ns}font"), code) if code else "", bits))
            elif tag == f"{ns}fldChar":
                runs.append((self._choice(child), bits))
            elif tag in (f"{ns}footnoteReference", f"{ns}endnoteReference"):
                runs.append((self._note(child), bits))
            elif tag == f"{ns}txbxContent":
                boxes.append(child)
            elif tag == f"{_MC}AlternateContent":
                self._content(self._chosen(child), bits, paragraph, extra, runs, boxes)
            elif tag in (f"{ns}drawing", f"{ns}pict"):
                self._shapes(child, boxes)
            elif tag == f"{ns}ruby":
                base = child.find(f"{ns}rubyBase")
                if base is not None:
                    self._inline(base, paragraph, extra, runs, boxes)

    def _choice(self, field: Element) -> str:
        """What is chosen in a form's drop-down list, which stands in no run; "" for any other field."""
        ns = self._ns
        choices = field.find(f"{ns}ffData/{ns}ddList")
        if choices is None:
            return ""
        result = choices.find(f"{ns}result")
        if result is None:
            result = choices.find(f"{ns}default")
        entries = [entry.get(f"{ns}val") or "" for entry in choices.iterfind(f"{ns}listEntry")]
        place = 0 if result is None else integer(result.get(f"{ns}val"), 0)
        return entries[place] if 0 <= place < len(entries) else ""

    def _shapes(self, element: Element, boxes: list[Element]) -> None:
        """The text boxes of a drawing, in order; a box inside a box comes with its outer box."""
        for child in element:
            if child.tag == f"{self._ns}txbxContent":
                boxes.append(child)
            elif child.tag == f"{_MC}AlternateContent":
                self._shapes(self._chosen(child), boxes)
            elif isinstance(child.tag, str):
                self._shapes(child, boxes)

    def _note(self, reference: Element) -> str:
        kind = "footnote" if reference.tag.endswith("footnoteReference") else "endnote"
        key = (kind, reference.get(f"{self._ns}id") or "")
        if key not in self.note_numbers:
            self.note_numbers[key] = len(self.note_numbers) + 1
            self.notes.append(key)
        return str(self.note_numbers[key]).translate(_SUPERSCRIPT)

    # -- blocks -------------------------------------------------------------------------------------------------------

    def blocks(self, elements: Iterable[Element]) -> Iterator[Paragraph | Table]:
        ns = self._ns
        for element in elements:
            tag = element.tag
            if tag == self._p:
                yield from self._paragraph(element)
            elif tag == f"{ns}tbl":
                yield from self._table(element)
            elif tag == f"{ns}altChunk":
                self.embedded = True
            elif tag == f"{ns}sdt":
                content = element.find(f"{ns}sdtContent")
                if content is not None and element.find(f"{ns}sdtPr/{ns}showingPlcHdr") is None:
                    yield from self.blocks(content)
            elif tag == f"{_MC}AlternateContent":
                yield from self.blocks(self._chosen(element))
            elif tag in (f"{ns}customXml", f"{ns}ins", f"{ns}moveTo"):
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Table]:
        ns = self._ns
        properties = element.find(f"{ns}pPr")
        key = self._styles.default_paragraph
        outline: int | None = None
        number_id: str | None = None
        index: int | None = None
        runs: list[Run] = []
        if properties is not None:
            style_element = properties.find(f"{ns}pStyle")
            if style_element is not None:
                key = style_element.get(f"{ns}val")
            outline_element = properties.find(f"{ns}outlineLvl")
            if outline_element is not None:
                outline = integer(outline_element.get(f"{ns}val"), 9)
            numbers = properties.find(f"{ns}numPr")
            if numbers is not None:
                id_element, index_element = numbers.find(f"{ns}numId"), numbers.find(f"{ns}ilvl")
                number_id = None if id_element is None else id_element.get(f"{ns}val")
                index = None if index_element is None else integer(index_element.get(f"{ns}val"), 0)
            if not self._rendered_breaks and toggle(properties, f"{ns}pageBreakBefore", False):
                runs.append(("\f", 0))
        style = self._styles.get(key)
        if outline is None:
            outline = style.outline
        boxes: list[Element] = []
        self._inline(element, key, 0, runs, boxes)
        if not self._rendered_breaks and properties is not None and self._ends_page(properties):
            runs.append(("\f", 0))
        visible = any(text.strip() for text, _ in runs)
        number: str | None = None
        if number_id is None:
            number_id = style.number_id
            if index is None:
                index = style.number_level
            if index is None and number_id and style.number_style:
                index = self._numbering.level_of_style(number_id, style.number_style)
        listed = bool(number_id and number_id != "0")
        if listed and visible:
            number = self._numbering.next(number_id or "", index or 0)
        if outline is not None and 0 <= outline <= 8:
            if all(style_bits & BOLD for text, style_bits in runs if text.strip()):
                runs = [(text, style_bits & ~BOLD) for text, style_bits in runs]  # bold by its style, as headings are
            yield Paragraph(BlockKind.HEADING, runs, min(outline, 5) + 1, number or None)
        elif listed and number is not None:
            if not number:
                runs.insert(0, (BULLET, 0))
            yield Paragraph(BlockKind.LIST_ITEM, runs, min(max(index or 0, 0), 8), number or None)
        elif visible or runs:
            yield Paragraph(BlockKind.PARAGRAPH, runs)
        for box in boxes:
            yield from self.blocks(box)

    def _ends_page(self, properties: Element) -> bool:
        section = properties.find(f"{self._ns}sectPr")
        if section is None:
            return False
        kind = section.find(f"{self._ns}type")
        return kind is None or kind.get(f"{self._ns}val") in ("nextPage", "oddPage", "evenPage", None)

    def _table(self, element: Element) -> Iterator[Paragraph | Table]:
        rows = list(self._rows(element))
        if all(sum(cell.span for cell in row) <= 1 for row in rows):
            for row in rows:  # a table of one column is a frame around ordinary text
                for cell in row:
                    yield from self._cell(cell)
            return
        table = Table([])
        for row in rows:
            cells: list[list[Run]] = []
            for cell in row:
                cells.append([] if cell.covered else cell_runs(self._cell(cell), table.nested))
                self._cells += cell.span
                if self._cells <= MAX_CELLS:
                    cells.extend([] for _ in range(cell.span - 1))
            table.rows.append(cells)
        nested, table.nested = table.nested, []
        yield table
        yield from nested

    def _cell(self, cell: _Cell) -> Iterator[Paragraph | Table]:
        return map(_struck, self.blocks(cell.contents)) if cell.deleted else self.blocks(cell.contents)

    def _rows(self, element: Element) -> Iterator[list[_Cell]]:
        """Rows of cells; a row deleted with tracking stays, its words struck."""
        ns = self._ns
        for row in self._within(element, f"{ns}tr"):
            properties = row.find(f"{ns}trPr")
            cells: list[_Cell] = []
            deleted = False
            if properties is not None:
                deleted = properties.find(f"{ns}del") is not None
                before = properties.find(f"{ns}gridBefore")
                if before is not None:
                    skipped = min(max(integer(before.get(f"{ns}val"), 0), 0), MAX_SPAN)
                    cells.extend(_Cell([], covered=True) for _ in range(skipped))
            for inner in self._within(row, f"{ns}tc"):
                cell = _Cell(list(inner), deleted=deleted)
                cell_properties = inner.find(f"{ns}tcPr")
                if cell_properties is not None:
                    grid = cell_properties.find(f"{ns}gridSpan")
                    if grid is not None:
                        cell.span = min(max(integer(grid.get(f"{ns}val"), 1), 1), MAX_SPAN)
                    merge = cell_properties.find(f"{ns}vMerge")
                    cell.covered = merge is not None and (merge.get(f"{ns}val") or "continue") == "continue"
                    cell.deleted = deleted or cell_properties.find(f"{ns}cellDel") is not None
                cells.append(cell)
            if cells:
                yield cells

    def _within(self, element: Element, tag: str) -> Iterator[Element]:
        """Children of one tag, also inside content controls and the like, but not inside other rows or cells."""
        ns = self._ns
        for child in element:
            if child.tag == tag:
                yield child
            elif child.tag == f"{ns}sdt":
                content = child.find(f"{ns}sdtContent")
                if content is not None:
                    yield from self._within(content, tag)
            elif child.tag in (f"{ns}customXml", f"{ns}ins", f"{ns}moveTo"):
                yield from self._within(child, tag)


def integer_hex(text: str | None) -> int | None:
    try:
        value = int(text or "", 16)
    except ValueError:
        return None
    return value if 0 < value <= 0x10FFFF and not 0xD800 <= value < 0xE000 else None


def read_docx(data: bytes, file: str) -> Document:
    """Read DOCX (transitional or strict). Raises ReadError when it is damaged, locked, a bomb or has no text."""
    try:
        return _read(data, file)
    except RecursionError:
        raise ReadError(file, "tabeller eller fält är nästlade för djupt", "Öppna filen i Word och förenkla den.") from None


def _read(data: bytes, file: str) -> Document:
    with open_archive(data, file) as archive:
        parts = find_parts(archive, file)
        main = archive.read(parts.main)
        ns = _STRICT_NS if _STRICT in main[:20_000] else _TRANSITIONAL

        def part(kind: str) -> Element | None:
            name = parts.first(kind)
            return None if name is None else parse_part(archive.read(name), file, name)

        rendered = b"lastRenderedPageBreak" in main
        body = _Body(ns, Styles(part("styles"), ns), Numbering(part("numbering"), ns), rendered_breaks=rendered)
        builder = DocumentBuilder()
        tags = (*(f"{ns}{name}" for name in ("p", "tbl", "sdt", "customXml", "altChunk")), f"{_MC}AlternateContent")
        elements = iter_children(main, file, parts.main, f"{ns}body", tags)
        note_pages: dict[tuple[str, str], int] = {}
        for block in gather_tabbed(body.blocks(elements)):
            place(builder, block)
            for key in body.notes[len(note_pages) :]:
                note_pages[key] = builder.page
        flow_pages = builder.page
        _add_notes(builder, archive, parts, body, note_pages, file)
        comments = part("comments")
        count = 0 if comments is None else len(comments)
        for kind, target in (("header", BlockKind.HEADER), ("footer", BlockKind.FOOTER)):
            _add_margins(builder, archive, parts.by_kind.get(kind, []), target, body, file)
    if not builder.has_text:
        raise ReadError(
            file, "dokumentet innehåller ingen text", "Är det en bild av text: spara som PDF och läs den med textigenkänning."
        )
    if count:
        builder.warnings.append(f"{count} {'kommentar' if count == 1 else 'kommentarer'} i marginalen lästes inte")
    if body.embedded:
        builder.warnings.append("en inbäddad fil (altChunk) lästes inte")
    return builder.build(
        file=file,
        data=data,
        media_type=Format.DOCX,
        carries_strikethrough=True,
        pages=flow_pages if flow_pages > 1 else None,
    )


def _add_notes(
    builder: DocumentBuilder, archive: Archive, parts: Parts, body: _Body, pages: dict[tuple[str, str], int], file: str
) -> None:
    roots = {
        kind: parse_part(archive.read(name), file, name)
        for kind in ("footnote", "endnote")
        if (name := parts.first(f"{kind}s")) is not None and body.notes
    }
    elements = {(kind, element.get(f"{body._ns}id") or ""): element for kind, root in roots.items() for element in root}
    for key in list(body.notes):
        element = elements.get(key)
        if element is not None:
            number = str(body.note_numbers[key]).translate(_SUPERSCRIPT)
            builder.add(BlockKind.FOOTNOTE, lines_of(body.blocks(element)), number=number, page=pages.get(key, 1))


def _add_margins(builder: DocumentBuilder, archive: Archive, names: list[str], kind: BlockKind, body: _Body, file: str) -> None:
    seen: set[str] = set()
    for name in names:
        runs = lines_of(body.blocks(parse_part(archive.read(name), file, name)))
        words = " ".join("".join(text for text, _ in runs).split())
        if words and words not in seen:
            seen.add(words)
            builder.add(kind, runs, page=1)
