"""ODT, read from its XML: strikes by style, tracked deletions as struck, numbers of lists and headings counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.errors import ReadError
from ingest.document import BlockKind, Document
from ingest.readers.archive import open_archive
from ingest.readers.blocks import Paragraph, Table, cell_runs, gather_tabbed, lines_of, place
from ingest.readers.detect import Format
from ingest.readers.numbering import format_number
from ingest.readers.styled import BOLD, BULLET, ITALIC, STRUCK, DocumentBuilder, Run
from ingest.readers.xml import Element, integer, parse_part

_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_PREFIX}text:1.0}}"
_OFFICE = f"{{{_PREFIX}office:1.0}}"
_TABLE = f"{{{_PREFIX}table:1.0}}"
_STYLE = f"{{{_PREFIX}style:1.0}}"
_DRAW = f"{{{_PREFIX}drawing:1.0}}"
_FO = f"{{{_PREFIX}xsl-fo-compatible:1.0}}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_PLACE = re.compile(r"%(\d{1,2})%")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

MAX_REPEAT = 1000
MAX_CELLS = 500_000
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SILENT = frozenset(
    f"{_TEXT}{name}"
    for name in (
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "bookmark",
        "bookmark-start",
        "bookmark-end",
        "change-start",
        "change-end",
        "ruby-text",
        "note-citation",
        "toc-mark",
        "alphabetical-index-mark",
        "reference-mark",
    )
) | {f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_OFFICE}forms"}


@dataclass(frozen=True, slots=True)
class _Look:
    struck: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    break_before: bool = False
    list_style: str | None = None
    outline: int | None = None

    def over(self, base: _Look) -> _Look:
        """This look where it says something, else the one it builds on."""
        return _Look(
            base.struck if self.struck is None else self.struck,
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.hidden if self.hidden is None else self.hidden,
            self.break_before,
            self.list_style or base.list_style,
            base.outline if self.outline is None else self.outline,
        )

    @property
    def bits(self) -> int:
        return (STRUCK if self.struck else 0) | (BOLD if self.bold else 0) | (ITALIC if self.italic else 0)


@dataclass(frozen=True, slots=True)
class _Level:
    format: str | None  # None for a bullet
    prefix: str = ""
    suffix: str = ""
    shown: int = 1  # how many levels the number shows
    start: int = 1
    pattern: str = ""  # "%1%. %2%)", in newer files, instead of prefix, suffix and shown


@dataclass(slots=True)
class _Styles:
    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    resolved: dict[tuple[str, str], _Look] = field(default_factory=dict)
    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    outline: dict[int, _Level] = field(default_factory=dict)

    def read(self, root: Element) -> None:
        for element in root.iter(f"{_STYLE}style"):
            self.elements[element.get(f"{_STYLE}family") or "", element.get(f"{_STYLE}name") or ""] = element
        for element in root.iter(f"{_TEXT}list-style"):
            self.lists[element.get(f"{_STYLE}name") or ""] = _levels(element)
        for element in root.iter(f"{_TEXT}outline-style"):
            self.outline = _levels(element)

    def get(self, family: str, name: str | None) -> _Look:
        if name is None:
            return _Look()
        key = (family, name)
        found = self.resolved.get(key)
        if found is None:
            self.resolved[key] = _Look()  # ends a circle of parents
            found = self.resolved[key] = self._resolve(key)
        return found

    def _resolve(self, key: tuple[str, str]) -> _Look:
        chain: list[Element] = []
        names = {key[1]}
        element = self.elements.get(key)
        while element is not None and len(chain) < 50:
            chain.append(element)
            parent = element.get(f"{_STYLE}parent-style-name")
            if parent is None or parent in names:
                break
            names.add(parent)
            element = self.elements.get((key[0], parent))
        look = _Look()
        for element in reversed(chain):
            look = _own_look(element).over(look)
        return look


def _own_look(element: Element) -> _Look:
    text, paragraph = element.find(f"{_STYLE}text-properties"), element.find(f"{_STYLE}paragraph-properties")
    struck = bold = italic = hidden = None
    if text is not None:
        through = text.get(f"{_STYLE}text-line-through-style") or text.get(f"{_STYLE}text-line-through-type")
        if through is not None:
            struck = through != "none" and text.get(f"{_STYLE}text-line-through-type") != "none"
        weight, slant, display = text.get(f"{_FO}font-weight"), text.get(f"{_FO}font-style"), text.get(f"{_TEXT}display")
        bold = None if weight is None else weight == "bold" or weight[:1] in "6789"
        italic = None if slant is None else slant in ("italic", "oblique")
        hidden = None if display is None else display == "none"
    outline = integer(element.get(f"{_STYLE}default-outline-level"), 0)
    return _Look(
        struck,
        bold,
        italic,
        hidden,
        paragraph is not None and paragraph.get(f"{_FO}break-before") == "page",
        element.get(f"{_STYLE}list-style-name") or None,
        outline or None,
    )


def _levels(element: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for child in element:
        index = integer(child.get(f"{_TEXT}level"), 0)
        if not isinstance(child.tag, str) or not index:
            continue
        if child.tag in (f"{_TEXT}list-level-style-bullet", f"{_TEXT}list-level-style-image"):
            levels[index] = _Level(None)
        else:
            levels[index] = _Level(
                _FORMATS.get(child.get(f"{_STYLE}num-format") or "", "decimal"),
                child.get(f"{_STYLE}num-prefix") or "",
                child.get(f"{_STYLE}num-suffix") or "",
                integer(child.get(f"{_TEXT}display-levels"), 1),
                integer(child.get(f"{_TEXT}start-value"), 1),
                child.get(f"{_LOEXT}num-list-format") or child.get(f"{_STYLE}num-list-format") or "",
            )
    return levels


class _Counter:
    """Running numbers of one list or of the headings."""

    def __init__(self, levels: dict[int, _Level]) -> None:
        self.levels = levels
        self.values: dict[int, int] = {}

    def next(self, depth: int, start: int | None = None) -> str | None:
        """The number of the next item at `depth` (1 first); "" for a bullet, None when the level shows nothing."""
        level = self.levels.get(depth)
        if level is None:
            return None
        if level.format is None:
            return ""
        self.values[depth] = start if start is not None else self.values.get(depth, level.start - 1) + 1
        for deeper in [other for other in self.values if other > depth]:
            del self.values[deeper]
        if level.format == "none":
            return None
        if level.pattern:
            return _PLACE.sub(lambda match: self._shown(int(match[1])), level.pattern).strip() or None
        shown = [self._shown(other) for other in range(max(1, depth - level.shown + 1), depth + 1)]
        return f"{level.prefix}{'.'.join(filter(None, shown))}{level.suffix}".strip() or None

    def _shown(self, depth: int) -> str:
        level = self.levels.get(depth, _Level("none"))
        value = self.values.setdefault(depth, level.start)
        return format_number(value, level.format) if level.format else ""


class _Body:
    def __init__(self, styles: _Styles, deletions: dict[str, Element]) -> None:
        self._styles = styles
        self._deletions = deletions
        self._headings = _Counter(styles.outline)
        self._lists: dict[str, _Counter] = {}
        self._cells = 0
        self.notes: list[Element] = []

    # -- runs ---------------------------------------------------------------------------------------------------------

    def _inline(self, element: Element, look: _Look, runs: list[Run], boxes: list[Element]) -> None:
        bits = look.bits
        if element.text and not look.hidden:
            runs.append((_flat(element.text), bits))
        for child in element:
            self._child(child, look, runs, boxes)
            if child.tail and not look.hidden:
                runs.append((_flat(child.tail), bits))

    def _child(self, child: Element, look: _Look, runs: list[Run], boxes: list[Element]) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag == f"{_TEXT}span":
            self._inline(child, self._styles.get("text", child.get(f"{_TEXT}style-name")).over(look), runs, boxes)
        elif tag == f"{_TEXT}s":
            runs.append((" " * min(integer(child.get(f"{_TEXT}c"), 1), MAX_REPEAT), look.bits))
        elif tag == f"{_TEXT}tab":
            runs.append(("\t", look.bits))
        elif tag == f"{_TEXT}line-break":
            runs.append(("\n", look.bits))
        elif tag == f"{_TEXT}soft-page-break":
            runs.append(("\f", 0))
        elif tag == f"{_TEXT}note":
            self.notes.append(child)
            runs.append((str(len(self.notes)).translate(_SUPERSCRIPT), look.bits))
        elif tag == f"{_TEXT}change":
            deleted = self._deletions.get(child.get(f"{_TEXT}change-id") or "")
            if deleted is not None:
                self._deleted(deleted, look, runs)
        elif tag in (f"{_DRAW}frame", f"{_DRAW}g", f"{_DRAW}custom-shape", f"{_DRAW}rect"):
            boxes.append(child)
        else:
            self._inline(child, look, runs, boxes)

    def _deleted(self, deletion: Element, look: _Look, runs: list[Run]) -> None:
        """What a tracked deletion took out stays, struck."""
        for index, paragraph in enumerate(deletion.iter(f"{_TEXT}p", f"{_TEXT}h")):
            own: list[Run] = []
            self._inline(paragraph, look, own, [])
            if index and own:
                runs.append(("\n", 0))
            runs.extend((text, style | STRUCK) for text, style in own)

    # -- blocks -------------------------------------------------------------------------------------------------------

    def blocks(self, elements: Iterable[Element]) -> Iterator[Paragraph | Table]:
        for element in elements:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SILENT:
                continue
            if tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(element)
            elif tag == f"{_TEXT}list":
                yield from self._list(element, element.get(f"{_TEXT}style-name"), 1)
            elif tag == f"{_TABLE}table":
                yield from self._table(element)
            elif tag == f"{_TEXT}soft-page-break":
                yield Paragraph(BlockKind.PARAGRAPH, [("\f", 0)])
            elif tag == f"{_TEXT}change":
                runs: list[Run] = []
                self._child(element, _Look(), runs, [])
                yield Paragraph(BlockKind.PARAGRAPH, runs)
            else:
                yield from self.blocks(element)  # sections, indexes, frames and what else holds blocks

    def _paragraph(self, element: Element, number: str | None = None, depth: int | None = None) -> Iterator[Paragraph | Table]:
        look = self._styles.get("paragraph", element.get(f"{_TEXT}style-name"))
        runs: list[Run] = [("\f", 0)] if look.break_before else []
        boxes: list[Element] = []
        self._inline(element, look, runs, boxes)
        visible = any(text.strip() for text, _ in runs)
        level = integer(element.get(f"{_TEXT}outline-level"), 1) if element.tag == f"{_TEXT}h" else None
        if level:
            if visible and number is None and element.get(f"{_TEXT}is-list-header") != "true":
                number = self._headings.next(level)
            if all(style & BOLD for text, style in runs if text.strip()):
                runs = [(text, style & ~BOLD) for text, style in runs]
            yield Paragraph(BlockKind.HEADING, runs, min(level, 6), number or None)
        elif number is not None and visible:
            if not number:
                runs.insert(0, (BULLET, 0))
            yield Paragraph(BlockKind.LIST_ITEM, runs, depth, number or None)
        elif runs:
            yield Paragraph(BlockKind.PARAGRAPH, runs)
        for box in boxes:
            yield from self.blocks(box)

    def _list(self, element: Element, style: str | None, depth: int) -> Iterator[Paragraph | Table]:
        style = element.get(f"{_TEXT}style-name") or style
        if depth > 10:
            return
        counter = self._counter(element, style, depth)
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
                continue
            first = item.tag == f"{_TEXT}list-item"
            start = item.get(f"{_TEXT}start-value")
            for child in item:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, style, depth + 1)
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    number: str | None = None
                    if first and any(text.strip() for text in child.itertext()):
                        number = counter.next(depth, integer(start, 1) if start else None)
                        first = False
                    yield from self._paragraph(child, number, depth - 1)
                else:
                    yield from self.blocks([child])

    def _counter(self, element: Element, style: str | None, depth: int) -> _Counter:
        """A nested list counts on in its outer one; a new list begins anew unless it continues an earlier."""
        key = style or ""
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list") is not None
        if key not in self._lists or (depth == 1 and not goes_on):
            self._lists[key] = _Counter(self._styles.lists.get(key) or {index: _Level(None) for index in range(1, 11)})
        return self._lists[key]

    def _table(self, element: Element) -> Iterator[Paragraph | Table]:
        table = Table([])
        wide = False
        for row in self._rows(element):
            cells: list[list[Run]] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                covered = cell.tag == f"{_TABLE}covered-table-cell"
                runs = [] if covered else cell_runs(self.blocks(cell), table.nested)
                repeat = min(integer(cell.get(f"{_TABLE}number-columns-repeated"), 1), 100)
                self._cells += max(repeat, 1)
                cells.extend(list(runs) for _ in range(repeat if self._cells < MAX_CELLS else 1))
            table.rows.append(cells)
            wide = wide or len(cells) > 1
        if not wide:
            yield from (Paragraph(BlockKind.PARAGRAPH, cell) for row in table.rows for cell in row)
            yield from table.nested
            return
        yield table

    def _rows(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == f"{_TABLE}table-row":
                repeat = integer(child.get(f"{_TABLE}number-rows-repeated"), 1)
                has_text = any(text.strip() for text in child.itertext()) if repeat > 1 else True
                yield from (child for _ in range(min(repeat, MAX_REPEAT) if has_text else 1))
            elif child.tag in (f"{_TABLE}table-rows", f"{_TABLE}table-header-rows", f"{_TABLE}table-row-group"):
                yield from self._rows(child)


def _flat(text: str) -> str:
    return " ".join(text.replace("\n", " ").replace("\t", " ").split(" ")) if "\n" in text or "\t" in text else text


def read_odt(data: bytes, file: str) -> Document:
    """Read ODT. Raises ReadError when it is damaged, locked, a bomb or has no text."""
    try:
        return _read(data, file)
    except RecursionError:
        raise ReadError(
            file, "tabeller eller ramar är nästlade för djupt", "Öppna filen i LibreOffice och förenkla den."
        ) from None


def _read(data: bytes, file: str) -> Document:
    with open_archive(data, file) as archive:
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ReadError(file, "filen är låst med lösenord", "Spara den utan lösenord.")
        styles = _Styles()
        sheet = parse_part(archive.read("styles.xml"), file, "styles.xml") if "styles.xml" in archive else None
        if sheet is not None:
            styles.read(sheet)
        content = parse_part(archive.read("content.xml"), file, "content.xml")
        styles.read(content)
    deletions: dict[str, Element] = {}
    for region in content.iter(f"{_TEXT}changed-region"):
        deletion = region.find(f"{_TEXT}deletion")
        if deletion is not None:
            deletions[region.get(f"{_TEXT}id") or region.get(_XML_ID) or ""] = deletion
    body = _Body(styles, deletions)
    builder = DocumentBuilder()
    main = content.find(f"{_OFFICE}body/{_OFFICE}text")
    for block in gather_tabbed(body.blocks(main if main is not None else ())):
        place(builder, block)
    flow_pages = builder.page
    for number, note in enumerate(list(body.notes), start=1):
        holder = note.find(f"{_TEXT}note-body")
        if holder is not None:
            builder.add(BlockKind.FOOTNOTE, lines_of(body.blocks(holder)), number=str(number).translate(_SUPERSCRIPT), page=1)
    if sheet is not None:
        for name, kind in (("header", BlockKind.HEADER), ("footer", BlockKind.FOOTER)):
            seen: set[str] = set()
            for element in sheet.iter(f"{_STYLE}{name}", f"{_STYLE}{name}-first", f"{_STYLE}{name}-left"):
                runs = lines_of(body.blocks(element))
                words = " ".join("".join(text for text, _ in runs).split())
                if words and words not in seen:
                    seen.add(words)
                    builder.add(kind, runs, page=1)
    if not builder.has_text:
        raise ReadError(file, "dokumentet innehåller ingen text", "Kontrollera att rätt fil är vald.")
    return builder.build(
        file=file, data=data, media_type=Format.ODT, carries_strikethrough=True, pages=flow_pages if flow_pages > 1 else None
    )
