"""Rendering a sheet: plain text, Markdown, HTML and DOCX, each with the kept text and where every tag stands in it.

The kept text of plain text is exact: the source without its marks. For the other forms it is the text a reader keeps when
blocks are lines and cells are parted by tabs; values are exact there, spans a good guess.
"""

from __future__ import annotations

import html
import io
import random
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ingest.synthetic.sheet import Kind, Run, Runs, SheetBlock

Spans = dict[int, tuple[int, int]]


class Form(StrEnum):
    """The file forms. `WRAPPED` is plain text with hard line ends; `MARKED` is plain text with strike marks but no more."""

    TEXT = "text"
    WRAPPED = "wrapped"
    MARKED = "marked"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"

    @property
    def suffix(self) -> str:
        return {"markdown": ".md", "html": ".html", "docx": ".docx"}.get(self.value, ".txt")

    @property
    def carries_strikethrough(self) -> bool:
        return self not in (Form.TEXT, Form.WRAPPED)


@dataclass(frozen=True, slots=True)
class Rendering:
    data: bytes
    text: str
    spans: Spans


@dataclass
class _Kept:
    """The kept text as it grows, and where the tags stand in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: Spans = field(default_factory=dict)

    def add(self, text: str, tags: Iterable[int] = ()) -> None:
        if not text:
            return
        visible = text.strip()
        start = self.length + (len(text) - len(text.lstrip()) if visible else 0)
        end = start + len(visible) if visible else self.length + len(text)
        if visible:
            for tag in tags:
                known = self.spans.get(tag)
                self.spans[tag] = (known[0], end) if known else (start, end)
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def render(blocks: Sequence[SheetBlock], form: Form, rng: random.Random, *, spread: bool = False) -> Rendering:
    """The file of that form. `spread` puts an empty line after every line of plain text, as some copies do."""
    if form is Form.HTML:
        return _render_html(blocks, rng)
    if form is Form.DOCX:
        return _render_docx(blocks)
    if form is Form.MARKDOWN:
        return _render_markdown(blocks, rng)
    return _render_plain(blocks, form, rng, spread=spread)


# --- plain text -------------------------------------------------------------------------------------------------------


def _render_plain(blocks: Sequence[SheetBlock], form: Form, rng: random.Random, *, spread: bool) -> Rendering:
    kept = _Kept()
    source: list[str] = []
    width = rng.randint(68, 96) if form is Form.WRAPPED else 0
    strike = rng.choice((("~~", "~~"), ("<del>", "</del>"))) if form is Form.MARKED else ("", "")
    bullet = rng.choice(("- ", "• ", "* ")) if form is not Form.WRAPPED else rng.choice(("- ", "• "))
    gap = "\n\n"
    near = "\n\n" if spread else "\n"

    def write(text: str, tags: Iterable[int] = ()) -> None:
        kept.add(text, tags)
        source.append(text)

    for i, block in enumerate(blocks):
        if i:
            write(near if block.tight else gap)
        if block.kind is Kind.TABLE:
            for r, row in enumerate(block.rows):
                if r:
                    write("\n")
                for c, cell in enumerate(row):
                    if c:
                        write("\t")
                    for run in cell:
                        _write_struck(run, strike, kept, source)
            continue
        runs = block.runs
        if block.kind is Kind.LIST_ITEM:
            source.append(bullet)
            # The kept text has no bullet: the block's kind tells it.
        if width:
            runs = _wrapped(runs, width, near)
        for run in runs:
            _write_struck(run, strike, kept, source)
    text = "".join(source) + "\n"
    return Rendering(text.encode("utf-8"), kept.text, kept.spans)


def _write_struck(run: Run, strike: tuple[str, str], kept: _Kept, source: list[str]) -> None:
    kept.add(run.text, run.tags)
    source.append(f"{strike[0]}{run.text}{strike[1]}" if run.struck else run.text)


def _wrapped(runs: Runs, width: int, end: str) -> Runs:
    """The runs with some of their spaces turned into line ends, so that no line is longer than `width` where words allow."""
    text = "".join(run.text for run in runs)
    breaks: set[int] = set()
    line_start, last_space = 0, -1
    for i, char in enumerate(text):
        if char == "\n":
            line_start, last_space = i + 1, -1
        if char == " ":
            last_space = i
        if i - line_start >= width and last_space > line_start:
            breaks.add(last_space)
            line_start, last_space = last_space + 1, -1
    wrapped: list[Run] = []
    offset = 0
    for run in runs:
        chars = [end if offset + i in breaks else c for i, c in enumerate(run.text)]
        wrapped.append(replace(run, text="".join(chars)))
        offset += len(run.text)
    return tuple(wrapped)


# --- Markdown ---------------------------------------------------------------------------------------------------------

_MD_SPECIAL = re.compile(r"([*_|<>\[\]`#])")


def _render_markdown(blocks: Sequence[SheetBlock], rng: random.Random) -> Rendering:
    kept = _Kept()
    out: list[str] = []
    strike = rng.choice((("~~", "~~"), ("<del>", "</del>")))
    for i, block in enumerate(blocks):
        joins = block.tight and block.kind is Kind.PARAGRAPH and i > 0 and blocks[i - 1].kind is Kind.PARAGRAPH
        follows = block.tight and block.kind is Kind.LIST_ITEM and i > 0 and blocks[i - 1].kind is Kind.LIST_ITEM
        if i:
            out.append("  \n" if joins else "\n" if follows else "\n\n")
            kept.add("\n")
        if block.kind is Kind.TABLE:
            _markdown_table(block, strike, kept, out)
            continue
        if block.kind is Kind.HEADING:
            out.append("#" * block.level + " ")
        elif block.kind is Kind.LIST_ITEM:
            out.append("- ")
        for run in block.runs:
            kept.add(run.text, run.tags)
        out += [_markdown_run(run, strike, plain=block.kind is Kind.HEADING) for run in _merged(block.runs)]
    return Rendering(("".join(out) + "\n").encode("utf-8"), kept.text, kept.spans)


def _merged(runs: Runs) -> Runs:
    """Neighbouring runs of one style as one, so that marks open and close once. Tags are dropped."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic, last.struck) == (run.bold, run.italic, run.struck):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(replace(run, tags=()))
    return tuple(merged)


def _markdown_run(run: Run, strike: tuple[str, str], *, plain: bool = False) -> str:
    text = _MD_SPECIAL.sub(r"\\\1", run.text)
    lead, core, tail = text[: len(text) - len(text.lstrip())], text.strip(), text[len(text.rstrip()) :]
    if not core or plain:
        return text
    if run.struck:
        core = f"{strike[0]}{core}{strike[1]}"
    if run.bold:
        core = f"**{core}**"
    if run.italic:
        core = f"*{core}*"
    return lead + core + tail


def _markdown_table(block: SheetBlock, strike: tuple[str, str], kept: _Kept, out: list[str]) -> None:
    columns = max(len(row) for row in block.rows)
    for r, row in enumerate(block.rows):
        if r:
            kept.add("\n")
            out.append("\n")
        cells = []
        for c in range(columns):
            runs = row[c] if c < len(row) else ()
            if c:
                kept.add("\t")
            for run in runs:
                kept.add(run.text, run.tags)
            cells.append("".join(_markdown_run(run, strike) for run in _merged(runs)))
        out.append("| " + " | ".join(cells) + " |")
        if r == 0:
            out.append("\n|" + " --- |" * columns)


# --- HTML -------------------------------------------------------------------------------------------------------------


def _render_html(blocks: Sequence[SheetBlock], rng: random.Random) -> Rendering:
    kept = _Kept()
    strike = rng.choice((("<del>", "</del>"), ("<s>", "</s>"), ('<span style="text-decoration: line-through">', "</span>")))
    out = ['<!DOCTYPE html>\n<html lang="sv"><head><meta charset="utf-8"><title></title></head><body>\n']
    open_tag: str | None = None

    def close() -> None:
        nonlocal open_tag
        if open_tag:
            out.append({"p": "</p>\n", "ul": "</ul>\n"}[open_tag])
            open_tag = None

    def inline(runs: Runs) -> None:
        for run in runs:
            kept.add(run.text, run.tags)
        for run in _merged(runs):
            text = html.escape(run.text, quote=False)
            if run.struck:
                text = f"{strike[0]}{text}{strike[1]}"
            if run.bold:
                text = f"<strong>{text}</strong>"
            if run.italic:
                text = f"<em>{text}</em>"
            out.append(text)

    for i, block in enumerate(blocks):
        if i:
            kept.add("\n")
        if block.kind is Kind.PARAGRAPH and block.tight and open_tag == "p":
            out.append("<br>\n")
            inline(block.runs)
            continue
        if block.kind is Kind.LIST_ITEM:
            if open_tag != "ul":
                close()
                out.append("<ul>\n")
                open_tag = "ul"
            out.append("<li>")
            inline(block.runs)
            out.append("</li>\n")
            continue
        close()
        if block.kind is Kind.HEADING:
            out.append(f"<h{block.level}>")
            inline(block.runs)
            out.append(f"</h{block.level}>\n")
        elif block.kind is Kind.TABLE:
            out.append("<table>\n")
            for r, row in enumerate(block.rows):
                if r:
                    kept.add("\n")
                out.append("<tr>")
                for c, cell in enumerate(row):
                    if c:
                        kept.add("\t")
                    out.append("<td>")
                    inline(cell)
                    out.append("</td>")
                out.append("</tr>\n")
            out.append("</table>\n")
        else:
            out.append("<p>")
            inline(block.runs)
            open_tag = "p"
    close()
    out.append("</body></html>\n")
    return Rendering("".join(out).encode("utf-8"), kept.text, kept.spans)


# --- DOCX -------------------------------------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    "</Types>"
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
)
_ZIP_TIME = (2020, 1, 1, 0, 0, 0)
"""A fixed time, so that the same sheet gives the same bytes."""


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:pPr><w:outlineLvl w:val="{n - 1}"/>'
        "</w:pPr></w:style>"
        for n in range(1, 5)
    )
    bullet = '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{_W}">{headings}{bullet}</w:styles>'


def _render_docx(blocks: Sequence[SheetBlock]) -> Rendering:
    kept = _Kept()
    body: list[str] = []

    def runs_xml(runs: Runs) -> str:
        xml = []
        for run in runs:
            kept.add(run.text, run.tags)
            marks = "".join(tag for on, tag in ((run.bold, "<w:b/>"), (run.italic, "<w:i/>"), (run.struck, "<w:strike/>")) if on)
            properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
            xml.append(f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(run.text, quote=False)}</w:t></w:r>')
        return "".join(xml)

    for i, block in enumerate(blocks):
        if i:
            kept.add("\n")
        if block.kind is Kind.TABLE:
            rows = []
            for r, row in enumerate(block.rows):
                if r:
                    kept.add("\n")
                cells = []
                for c, cell in enumerate(row):
                    if c:
                        kept.add("\t")
                    cells.append(f"<w:tc><w:p>{runs_xml(cell)}</w:p></w:tc>")
                rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
            body.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            continue
        style = {Kind.HEADING: f"Heading{block.level}", Kind.LIST_ITEM: "ListBullet"}.get(block.kind)
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        body.append(f"<w:p>{properties}{runs_xml(block.runs)}</w:p>")
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>{"".join(body)}'
        "<w:sectPr/></w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _RELS),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", _DOCUMENT_RELS),
            ("word/styles.xml", _styles()),
        ):
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            # Stored, not deflated: zlib's output differs between builds.
            info.compress_type = zipfile.ZIP_STORED
            archive.writestr(info, content)
    return Rendering(buffer.getvalue(), kept.text, kept.spans)
