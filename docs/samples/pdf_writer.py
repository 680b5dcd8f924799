"""A source as a PDF file: running header and footer, ruled tables, struck names as drawn lines.

Numbers of headings are typed in the source; the word processor's own numbering is for DOCX sources. Streams are left
uncompressed and dates out, so that the same source gives the same bytes on every machine.
"""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from minutes_markup import Heading, Line, Look, Numbered, Paragraph, Run, Source, Table
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=6)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9.5, leading=12, spaceAfter=0)
_HEADINGS = {
    level: ParagraphStyle(
        f"heading{level}",
        parent=_BODY,
        fontName="Helvetica-Bold",
        fontSize=size,
        leading=size + 4,
        spaceBefore=10,
        spaceAfter=4,
        keepWithNext=1,
    )
    for level, size in ((1, 17), (2, 12.5), (3, 11))
}
_RULES = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#777777"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
_TAGS = {Look.BOLD: "b", Look.ITALIC: "i", Look.STRUCK: "strike"}
_MARGIN = 64


def build_pdf(source: Source, title: str) -> bytes:
    """The file's bytes. Raises ValueError for a source that needs a word processor (numbering, tracked changes)."""
    story: list[Flowable] = []
    for block in source.blocks:
        match block:
            case Heading(level, line):
                story.append(PdfParagraph(_markup(line), _HEADINGS[level]))
            case Paragraph(lines):
                story.append(PdfParagraph("<br/>".join(_markup(line) for line in lines), _BODY))
            case Table(rows):
                cells = [[PdfParagraph(_markup(line or ()), _CELL) for line in row] for row in rows]
                width = (A4[0] - 2 * _MARGIN) / max(len(row) for row in rows)
                story += [PdfTable(cells, colWidths=[width] * len(cells[0]), style=_RULES, hAlign="LEFT"), Spacer(1, 8)]
            case Numbered():
                raise ValueError("numbers are typed in the source of a PDF")

    def draw_page(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(_MARGIN, A4[1] - 40, source.header)
        canvas.line(_MARGIN, A4[1] - 46, A4[0] - _MARGIN, A4[1] - 46)
        canvas.drawString(_MARGIN, 36, source.footer)
        canvas.drawRightString(A4[0] - _MARGIN, 36, f"Sida {canvas.getPageNumber()}")

    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=title,
        lang="sv",
        invariant=1,
        pageCompression=0,
    )
    template.build(story, onFirstPage=draw_page, onLaterPages=draw_page)
    return buffer.getvalue()


def _markup(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    words = escape(run.text)
    for look in sorted(run.looks):
        if look not in _TAGS:
            raise ValueError(f"a PDF has no {look} words")
        words = f"<{_TAGS[look]}>{words}</{_TAGS[look]}>"
    return words
