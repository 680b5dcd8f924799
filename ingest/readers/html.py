"""HTML as a browser would show it: struck by tag, by class or inline; tables with their spans; numbers of lists written out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from graph.errors import ReadError
from ingest.document import BlockKind, Document
from ingest.readers.blocks import Paragraph, Table, cell_runs, place
from ingest.readers.decode import decode
from ingest.readers.detect import Format
from ingest.readers.inline import STYLE_TAGS
from ingest.readers.numbering import format_number
from ingest.readers.styled import BOLD, BULLET, ITALIC, STRUCK, DocumentBuilder, Run, without

MAX_DEPTH = 5000  # the parser's time grows with the square of the depth
MAX_BYTES = 80 * 2**20
MAX_RULES = 300
MAX_SPAN = 100
MAX_CELLS = 500_000

# fmt: off
_HIDDEN_TAGS = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "select",
    "datalist", "title", "map", "colgroup", "col", "frameset", "noframes", "textarea", "button", "rp", "rt",
})
_BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "ul", "caption",
})
# fmt: on
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NESTING = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*)")
_CLOSES_ITSELF = frozenset(
    b"p li td th tr dt dd option br hr img input meta link col area base wbr embed source track tbody thead tfoot html head body".split()
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIST_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}


@dataclass(slots=True)
class _Look:
    """What a style says of an element; None where it says nothing."""

    struck: bool = False
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool = False
    pre: bool | None = None
    listing: str | None = None

    def update(self, other: _Look) -> None:
        self.struck = self.struck or other.struck
        self.hidden = self.hidden or other.hidden
        self.bold = self.bold if other.bold is None else other.bold
        self.italic = self.italic if other.italic is None else other.italic
        self.pre = self.pre if other.pre is None else other.pre
        self.listing = other.listing or self.listing


@dataclass(slots=True)
class _List:
    format: str | None  # None for bullets, "" for no marker
    next: int
    step: int = 1


@dataclass(slots=True)
class _Flow:
    """Blocks being gathered: the body, or one table cell."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    heading: int | None = None
    marker: tuple[str | None, int] | None = None  # number ("" for a bullet) and depth of a list item not yet begun
    lists: list[_List] = field(default_factory=list)

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        if not any(text.strip() for text, _ in runs):
            return
        marker, self.marker = self.marker, None
        kind = BlockKind.HEADING if self.heading else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        level = self.heading or (marker[1] if marker else None)
        number = None
        if marker and marker[0]:
            number = marker[0]
        elif marker and not self.heading:
            runs.insert(0, (BULLET, 0))
        self.blocks.append(Paragraph(kind, runs, level, number))


@dataclass(slots=True)
class _TableState:
    rows: list[list[_Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    flow: _Flow
    columns: int = 1
    rows: int = 1


def read_html(data: bytes, file: str) -> Document:
    """Read HTML. Raises ReadError when it is noise, nested without end or shows no text."""
    text, warning = decode_html(data, file)
    builder = DocumentBuilder()
    for block in html_blocks(text, file):
        place(builder, block)
    if not builder.has_text:
        raise ReadError(file, "sidan visar ingen text", "Spara sidan som den visas i webbläsaren, eller skriv ut den till PDF.")
    if warning:
        builder.warnings.append(warning)
    return builder.build(file=file, data=data, media_type=Format.HTML, carries_strikethrough=True)


def decode_html(data: bytes, file: str) -> tuple[str, str | None]:
    """The text of a page: byte order mark, then what the page declares, then UTF-8, then Windows-1252."""
    if len(data) > MAX_BYTES:
        raise ReadError(file, f"sidan är större än {MAX_BYTES // 2**20} MiB", "Dela den i mindre delar.")
    head = data[:4096]
    declared = _META.search(head) or _XML.search(head)
    if declared and not head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in head:
        name = declared[1].decode("ascii").lower()
        if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso_8859-1"):
            name = "cp1252"  # as browsers do
        if not name.startswith(("utf-16", "utf16", "utf-32", "utf-7")):
            try:
                return data.decode(codecs.lookup(name).name), None
            except (LookupError, ValueError):
                pass
    return decode(data, file)


def _refuse_depth(data: str, file: str) -> None:
    if data.count("<") <= MAX_DEPTH:
        return
    depth = 0
    for match in _NESTING.finditer(data.encode("utf-8", errors="replace")):
        if match[2].lower() in _CLOSES_ITSELF:
            continue
        depth += -1 if match[1] else 1
        depth = max(depth, 0)
        if depth > MAX_DEPTH:
            raise ReadError(file, "sidan är nästlad för djupt", "Öppna sidan i en webbläsare och skriv ut den till PDF.")


def html_blocks(text: str, file: str) -> Iterator[Paragraph | Table]:
    """The blocks of a page or fragment, in order."""
    _refuse_depth(text, file)
    try:
        tree = LexborHTMLParser(text.replace("\0", ""))
    except SelectolaxError as error:
        raise ReadError(file, "sidan kunde inte tolkas", "Öppna sidan i en webbläsare och skriv ut den till PDF.") from error
    root = tree.root
    if root is None:
        return iter(())
    return iter(_Reader(tree, text).read(root))


class _Reader:
    def __init__(self, tree: LexborHTMLParser, text: str) -> None:
        lower = text.lower()
        self._ask_style = "style=" in lower or "style =" in lower
        self._ask_hidden = "hidden" in lower
        self._by_class = _looks_by_class(tree) if "<style" in lower else {}
        self._flows = [_Flow()]
        self._tables: list[_TableState] = []
        self._cells = 0

    def read(self, root: LexborNode) -> list[Paragraph | Table]:
        """Depth first without recursion: pages may be nested deeper than Python's stack."""
        stack: list[tuple[LexborNode | None, str, int, bool]] = [(root, "", 0, False)]
        while stack:
            node, leave, style, pre = stack.pop()
            if node is None:
                self._leave(leave)
                continue
            follower = node.next
            if follower is not None and node is not root:
                stack.append((follower, "", style, pre))
            tag = node.tag or ""
            if tag == "-text":
                self._text(node.text_content or "", style, pre)
                continue
            if tag.startswith(("-", "_", "!")) or tag in _HIDDEN_TAGS:
                continue
            look = self._look(node, tag)
            if look is not None:
                if look.hidden:
                    continue
                style = _restyled(style, look)
                pre = pre if look.pre is None else look.pre
            style |= STYLE_TAGS.get(tag, 0)
            self._enter(node, tag, style, look)
            stack.append((None, tag, 0, False))
            child = node.first_child
            if child is not None:
                stack.append((child, "", style, pre or tag == "pre"))
        self._flows[0].flush()
        return self._flows[0].blocks

    def _look(self, node: LexborNode, tag: str) -> _Look | None:
        look = self._by_class.get(node.mem_id) if self._by_class else None
        if not self._ask_style and not self._ask_hidden:
            return look
        attributes = node.attributes
        inline = attributes.get("style") if self._ask_style else None
        if inline or "hidden" in attributes:
            own = _Look()
            if look is not None:
                own.update(look)
            if inline:
                own.update(_declared(inline))
            own.hidden = own.hidden or "hidden" in attributes
            return own
        return look

    def _text(self, text: str, style: int, pre: bool) -> None:
        flow = self._flows[-1]
        if pre:
            flow.runs.append((text, style))
            return
        text = _SPACE.sub(" ", text)
        if text == " " and not flow.runs:
            return
        if text[:1] == " " and flow.runs and flow.runs[-1][0][-1:] in (" ", "\n"):
            text = text[1:]
        if text:
            flow.runs.append((text, style))

    def _enter(self, node: LexborNode, tag: str, style: int, look: _Look | None) -> None:
        flow = self._flows[-1]
        if tag == "br":
            flow.runs.append(("\n", style))
        elif tag == "table":
            flow.flush()
            self._tables.append(_TableState())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            attributes = node.attributes
            cell = _Cell(_Flow(), _span(attributes.get("colspan")), _span(attributes.get("rowspan")))
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._tables[-1].rows[-1].append(cell)
            self._flows.append(cell.flow)
        elif tag in _BLOCK_TAGS:
            flow.flush()
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                flow.heading = int(tag[1])
            elif tag in ("ul", "ol", "menu", "dir"):
                flow.lists.append(_list_of(node, tag, look))
            elif tag == "li":
                flow.marker = _marker(node, flow)
        elif tag == "sup":
            flow.runs.append(("\x00", style))  # marks where raised text begins; taken out when the element ends

    def _leave(self, tag: str) -> None:
        flow = self._flows[-1]
        if tag in ("td", "th") and self._tables and len(self._flows) > 1:
            flow.flush()
            self._flows.pop()
        elif tag == "table" and self._tables:
            self._flows[-1].blocks.extend(self._finish(self._tables.pop()))
        elif tag == "sup":
            _raise_digits(flow.runs)
        elif tag in _BLOCK_TAGS:
            flow.flush()
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                flow.heading = None
            elif tag in ("ul", "ol", "menu", "dir") and flow.lists:
                flow.lists.pop()
            elif tag == "li":
                flow.marker = None

    def _finish(self, state: _TableState) -> list[Paragraph | Table]:
        """The table with its spans spread out; a table of one column is ordinary text."""
        width = max((sum(cell.columns for cell in row) for row in state.rows), default=0)
        if width <= 1:
            return [block for row in state.rows for cell in row for block in cell.flow.blocks]
        table = Table([])
        covered: dict[int, int] = {}  # column to rows still covered by a cell above
        for row in state.rows:
            cells: list[list[Run]] = []
            column = 0
            for cell in row:
                column = self._skip(covered, column, cells)
                cells.append(cell_runs(cell.flow.blocks, table.nested))
                span = cell.columns if self._cells < MAX_CELLS else 1
                cells.extend([] for _ in range(span - 1))
                self._cells += span
                if cell.rows > 1:
                    covered.update(dict.fromkeys(range(column, column + span), cell.rows))
                column += span
            self._skip(covered, column, cells)
            covered = {place: rows - 1 for place, rows in covered.items() if rows > 1}
            table.rows.append(cells)
        return [table]

    @staticmethod
    def _skip(covered: dict[int, int], column: int, cells: list[list[Run]]) -> int:
        while column in covered:
            cells.append([])
            column += 1
        return column


def _raise_digits(runs: list[Run]) -> None:
    """Raised digits (note numbers, m²) as raised characters, lest "plan2" come of it."""
    for index in range(len(runs) - 1, -1, -1):
        if runs[index][0] == "\x00":
            raised = runs[index + 1 :]
            if raised and all(text.strip().isdigit() and text.isascii() for text, _ in raised):
                raised = [(text.strip().translate(_SUPERSCRIPT), style) for text, style in raised]
            runs[index:] = raised
            return


def _restyled(style: int, look: _Look) -> int:
    if look.struck:
        style |= STRUCK
    for bit, value in ((BOLD, look.bold), (ITALIC, look.italic)):
        if value is not None:
            style = style | bit if value else style & ~bit
    return style


def _span(value: str | None) -> int:
    try:
        return min(max(int((value or "1").strip()[:6]), 1), MAX_SPAN)
    except ValueError:
        return 1


def _number(value: str | None, default: int) -> int:
    try:
        return int((value or "").strip()[:9])
    except ValueError:
        return default


def _list_of(node: LexborNode, tag: str, look: _Look | None) -> _List:
    attributes = node.attributes
    kind = look.listing if look and look.listing else None
    if kind == "none":
        return _List("", 1)
    if tag != "ol":
        return _List(_LIST_FORMATS.get(kind or ""), 1)
    listing = _LIST_FORMATS.get(kind or attributes.get("type") or "1", "decimal")
    if "reversed" in attributes:
        items = sum(child.tag == "li" for child in node.iter())
        return _List(listing, _number(attributes.get("start"), items), -1)
    return _List(listing, _number(attributes.get("start"), 1))


def _marker(node: LexborNode, flow: _Flow) -> tuple[str | None, int] | None:
    if not flow.lists:
        return "", 0
    current = flow.lists[-1]
    depth = min(len(flow.lists) - 1, 8)
    if current.format is None:
        return "", depth
    current.next = _number(node.attributes.get("value"), current.next)
    value = current.next
    current.next += current.step
    if not current.format:
        return None  # a list without markers is set as plain paragraphs
    return f"{format_number(value, current.format)}.", depth


# -- style sheets ------------------------------------------------------------------------------------------------------


def _declared(declarations: str) -> _Look:
    look = _Look()
    for declaration in declarations[:4000].split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip().lower()
        if name in ("text-decoration", "text-decoration-line", "text-line-through"):
            look.struck = look.struck or "line-through" in value
        elif name == "font-weight":
            look.bold = value.startswith("bold") or value[:1] in "6789"
        elif name == "font-style":
            look.italic = value.startswith(("italic", "oblique"))
        elif name == "display":
            look.hidden = value.startswith("none")
        elif name == "visibility":
            look.hidden = look.hidden or value.startswith(("hidden", "collapse"))
        elif name == "white-space":
            look.pre = value.startswith("pre")
        elif name in ("list-style-type", "list-style"):
            look.listing = next((word for word in value.split() if word in _LIST_FORMATS or word == "none"), None)
    return look


def _looks_by_class(tree: LexborHTMLParser) -> dict[int, _Look]:
    """What the page's style sheets say, by element. Later rules win; media queries other than print and screen are kept out."""
    found: dict[int, _Look] = {}
    sheets = "\n".join(node.text() or "" for node in tree.css("style")[:50])[:500_000]
    used = 0
    for piece in without(sheets, "/*", "*/").replace("<!--", "").replace("-->", "").split("}"):
        *_, before, declarations = ["", *piece.split("{")]  # of nested rules (@media) the innermost
        selector = before.rpartition(";")[2].strip()
        look = _declared(declarations)
        if look == _Look() or not selector or len(selector) > 2000 or ":" in selector or selector.startswith("@"):
            continue
        used += 1
        if used > MAX_RULES:
            break
        try:
            nodes = tree.css(selector)
        except (SelectolaxError, ValueError):
            continue
        for node in nodes:
            found.setdefault(node.mem_id, _Look()).update(look)
    return found
