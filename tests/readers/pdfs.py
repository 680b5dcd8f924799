"""PDFs of invented minutes from several producers, for tests and benchmarks."""

from __future__ import annotations

import atexit
import html
import io
import re
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from tests.readers.minutes import BOLD, ITALIC, STRUCK, UNDERLINED, Part, Words, to_docx, to_html

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)

Face = tuple[str, str, str, str]
"""Plain, bold, italic and bold italic face of one family, as reportlab names."""

HELVETICA: Face = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
TIMES: Face = ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")
COURIER: Face = ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique")


def truetype(name: str, files: Sequence[Path]) -> Face:
    """Register up to four TrueType files as a family; what is missing is taken from the first."""
    names = []
    for index in range(4):
        face = f"{name}-{index}"
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(files[min(index, len(files) - 1)])))
        names.append(face)
    return names[0], names[1], names[2], names[3]


def _face(face: Face, style: int) -> str:
    return face[(1 if style & BOLD else 0) + (2 if style & ITALIC else 0)]


def _markup(line: Words, face: Face) -> str:
    out = ""
    for text, style in line:
        piece = html.escape(text).replace("\n", "<br/>")
        if style & STRUCK:
            piece = f"<strike>{piece}</strike>"
        if style & UNDERLINED:
            piece = f"<u>{piece}</u>"
        out += f'<font name="{_face(face, style)}">{piece}</font>'
    return out


def with_reportlab(
    parts: Sequence[Part], *, face: Face = HELVETICA, size: float = 10.5, grid: bool = True, compress: bool = True
) -> bytes:
    out = io.BytesIO()
    text = ParagraphStyle("text", fontName=face[0], fontSize=size, leading=1.25 * size, spaceAfter=6)
    titles = {
        level: ParagraphStyle(
            f"h{level}", parent=text, fontName=face[1], fontSize=size * scale, leading=size * scale * 1.25, spaceBefore=6
        )
        for level, scale in ((1, 1.6), (2, 1.3), (3, 1.15))
    }
    story: list[object] = []
    for part in parts:
        if part.kind == "heading":
            story.append(Paragraph(_markup([(t, s | BOLD) for t, s in part.words], face), titles[part.level]))
        elif part.kind == "table":
            cell = ParagraphStyle("cell", parent=text, spaceAfter=0)
            rows = [[Paragraph(_markup(content, face), cell) for content in row] for row in part.rows]
            style = [("VALIGN", (0, 0), (-1, -1), "TOP")] + ([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if grid else [])
            story += [Table(rows, colWidths=[450 / len(part.rows[0])] * len(part.rows[0]), style=style), Spacer(1, 8)]
        elif part.kind == "bullet":
            story.append(
                Paragraph(
                    _markup(part.words, face), ParagraphStyle("b", parent=text, leftIndent=14, bulletIndent=2), bulletText="•"
                )
            )
        else:
            number = f"{part.number} " if part.number else ""
            story.append(Paragraph(number + _markup(part.words, face), text))
    SimpleDocTemplate(out, pagesize=A4, leftMargin=72, rightMargin=72, pageCompression=int(compress)).build(story)  # type: ignore[arg-type]
    return out.getvalue()


class _Typesetter:
    """A small line breaker on a reportlab canvas, for what its own layout cannot draw."""

    def __init__(self, face: Face, size: float, strike: str, compress: bool) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, pageCompression=int(compress))
        self.face, self.size, self.strike = face, size, strike
        self.y = A4[1] - 72.0

    def _space(self, height: float) -> None:
        if self.y - height < 60:
            self.canvas.showPage()
            self.y = A4[1] - 72.0

    def lines(self, line: Words, width: float, size: float, extra: int = 0) -> list[Words]:
        out: list[Words] = [[]]
        used = 0.0
        for text, style in line:
            name = _face(self.face, style | extra)
            for piece in re.findall(r"\n| ?[^ \n]+| ", text):
                length = pdfmetrics.stringWidth(piece, name, size)
                if piece == "\n" or (used + length > width and out[-1] and piece.strip()):
                    out.append([])
                    used, piece = 0.0, piece.lstrip()
                    length = pdfmetrics.stringWidth(piece, name, size)
                if piece:
                    out[-1].append((piece, style | extra))
                    used += length
        return out

    def draw(self, line: Words, x: float, y: float, size: float) -> None:
        merged: list[tuple[str, int]] = []
        for text, style in line:
            if merged and merged[-1][1] == style:
                merged[-1] = (merged[-1][0] + text, style)
            else:
                merged.append((text, style))
        for text, style in merged:
            name = _face(self.face, style)
            self.canvas.setFont(name, size)
            self.canvas.drawString(x, y, text)
            width = pdfmetrics.stringWidth(text, name, size)
            if style & UNDERLINED:
                self.canvas.rect(x, y - 0.12 * size, width, 0.05 * size, stroke=0, fill=1)
            if style & STRUCK:
                lead = pdfmetrics.stringWidth(text[: len(text) - len(text.lstrip())], name, size)
                self.draw_strike(x + lead, y, width - lead, size)
            x += width

    def draw_strike(self, x: float, y: float, width: float, size: float) -> None:
        canvas = self.canvas
        if self.strike == "rect":  # as Word draws it
            canvas.rect(x, y + 0.24 * size, width, 0.045 * size, stroke=0, fill=1)
        elif self.strike == "double":
            canvas.setLineWidth(0.03 * size)
            canvas.line(x, y + 0.22 * size, x + width, y + 0.22 * size)
            canvas.line(x, y + 0.32 * size, x + width, y + 0.32 * size)
        elif self.strike == "slanted":
            canvas.setLineWidth(0.05 * size)
            canvas.line(x, y + 0.18 * size, x + width, y + 0.36 * size)
        elif self.strike == "polygon":
            path = canvas.beginPath()
            path.moveTo(x, y + 0.25 * size)
            for px, py in ((x + width, y + 0.25 * size), (x + width, y + 0.3 * size), (x, y + 0.3 * size)):
                path.lineTo(px, py)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        elif self.strike == "annotation":
            top, bottom = y + 0.75 * size, y - 0.2 * size
            canvas._addAnnotation(strike_out(x, bottom, x + width, top))  # type: ignore[attr-defined]
        else:
            canvas.setLineWidth(0.05 * size)
            canvas.line(x, y + 0.27 * size, x + width, y + 0.27 * size)


def strike_out(x0: float, y0: float, x1: float, y1: float) -> PDFDictionary:
    """A StrikeOut annotation over a box; reportlab has none of its own."""
    quad = PDFArray([x0, y1, x1, y1, x0, y0, x1, y0])
    entries = {"Type": PDFName("Annot"), "Subtype": PDFName("StrikeOut"), "QuadPoints": quad, "C": PDFArray([1, 0, 0]), "F": 4}
    return PDFDictionary({**entries, "Rect": PDFArray([x0, y0, x1, y1])})


def typeset(
    parts: Sequence[Part],
    *,
    face: Face = HELVETICA,
    size: float = 11.0,
    strike: str = "rect",
    grid: bool = True,
    header: str | None = None,
    spacing: float = 6.0,
    compress: bool = True,
) -> bytes:
    """Minutes set line by line. `strike` is one of rect, line, double, slanted, polygon, annotation."""
    setter = _Typesetter(face, size, strike, compress)
    canvas = setter.canvas
    width = A4[0] - 144
    if header:
        show = canvas.showPage

        def with_header() -> None:
            canvas.setFont(face[0], 8)
            canvas.drawString(72, A4[1] - 40, header)
            canvas.drawRightString(A4[0] - 72, A4[1] - 40, f"Sida {canvas.getPageNumber()}")
            show()

        canvas.showPage = with_header  # type: ignore[method-assign]
    for part in parts:
        if part.kind == "table":
            columns = len(part.rows[0])
            step = width / columns
            top = setter.y
            for row in part.rows:
                cells = [setter.lines(content, step - 8, size) for content in row]
                height = 1.25 * size * max(len(lines) for lines in cells) + 5
                setter._space(height)
                if setter.y > top:
                    top = setter.y
                for column, lines in enumerate(cells):
                    for index, line in enumerate(lines):
                        setter.draw(line, 72 + column * step + 4, setter.y - 1.1 * size - index * 1.25 * size, size)
                if grid:
                    canvas.setLineWidth(0.5)
                    for column in range(columns):
                        canvas.rect(72 + column * step, setter.y - height, step, height, stroke=1, fill=0)
                setter.y -= height
            setter.y -= 2 * spacing
            continue
        scale = {1: 1.6, 2: 1.3, 3: 1.15}.get(part.level, 1.0) if part.kind == "heading" else 1.0
        extra = BOLD if part.kind == "heading" else 0
        indent = 16.0 if part.kind == "bullet" else 0.0
        line_words: Words = [(f"{part.number} ", 0), *part.words] if part.number else part.words
        for index, line in enumerate(setter.lines(line_words, width - indent, size * scale, extra)):
            setter._space(1.25 * size * scale)
            setter.y -= 1.25 * size * scale
            if part.kind == "bullet" and index == 0:
                canvas.setFont(face[0], size)
                canvas.drawString(74, setter.y, "•")
            setter.draw(line, 72 + indent, setter.y, size * scale)
        setter.y -= spacing
    canvas.showPage()
    canvas.save()
    return setter.buffer.getvalue()


def with_fpdf2(parts: Sequence[Part], *, family: str = "Helvetica", files: Sequence[Path] = (), size: float = 11.0) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fpdf2 warns of its own deprecations
        from fpdf import FPDF

        pdf = FPDF(format="A4")
        pdf.set_margin(25)
        if files:
            for index, style in enumerate(("", "B", "I", "BI")):
                pdf.add_font(family, style, str(files[min(index, len(files) - 1)]))
        pdf.add_page()

        def write(line: Words, points: float, extra: int = 0) -> None:
            for text, style in line:
                flags = "".join(
                    sign for bit, sign in ((BOLD, "B"), (ITALIC, "I"), (UNDERLINED, "U"), (STRUCK, "S")) if (style | extra) & bit
                )
                pdf.set_font(family, flags, points)
                for piece in re.findall(r"\s*\S+|\s+$", text):  # word by word, since write() breaks words in two
                    if pdf.get_x() + pdf.get_string_width(piece) > pdf.w - pdf.r_margin - 2 * pdf.c_margin - 0.5:
                        pdf.ln(points * 0.45)
                        piece = piece.lstrip()
                    pdf.write(points * 0.45, piece)
            pdf.ln(points * 0.45 + 2)

        for part in parts:
            if part.kind == "heading":
                write(part.words, size * {1: 1.6, 2: 1.3, 3: 1.15}[part.level], BOLD)
            elif part.kind == "table":
                step = 160 / len(part.rows[0])
                for row in part.rows:
                    for content in row:
                        x, y = pdf.get_x(), pdf.get_y()
                        pdf.rect(x, y, step, 7)
                        pdf.set_font(family, "", size)
                        needed = sum(pdf.get_string_width(text) + 2 for text, _ in content)
                        fitting = size * min(1.0, (step - 1) / max(needed, 1.0))  # a cell does not wrap
                        for text, style in content:
                            pdf.set_font(family, "S" if style & STRUCK else "", fitting)
                            pdf.cell(pdf.get_string_width(text) + 2, 7, text)
                        pdf.set_xy(x + step, y)
                    pdf.ln(7)
                pdf.ln(3)
            else:
                lead = (
                    "• "
                    if part.kind == "bullet" and files
                    else "- "
                    if part.kind == "bullet"
                    else f"{part.number} "
                    if part.number
                    else ""
                )
                write([(lead, 0), *part.words] if lead else part.words, size)
        return bytes(pdf.output())


@cache
def _profile() -> Path:
    holder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(holder.cleanup)
    return Path(holder.name)


def convert_with_libreoffice(data: bytes, suffix: str, target: str, folder: Path) -> bytes:
    """Convert with a profile of this process, so that neither a running LibreOffice nor another test run is in the way."""
    assert SOFFICE
    source = folder / f"in{suffix}"
    source.write_bytes(data)
    command = [SOFFICE, f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--convert-to", target]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return (folder / f"in.{target.partition(':')[0]}").read_bytes()


def with_libreoffice(parts: Sequence[Part], folder: Path, *, font: str = "Liberation Serif", borders: bool = True) -> bytes:
    return convert_with_libreoffice(to_docx(parts, font=font, borders=borders), ".docx", "pdf", folder)


def print_with_chromium(page: bytes, folder: Path) -> bytes:
    assert CHROMIUM
    source, target = folder / "in.html", folder / "out.pdf"
    source.write_bytes(page)
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={target}"]
    subprocess.run([CHROMIUM, *flags, source.as_uri()], check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def with_chromium(parts: Sequence[Part], folder: Path, *, font: str = "DejaVu Sans", border: bool = True) -> bytes:
    return print_with_chromium(to_html(parts, font=font, border=border), folder)
