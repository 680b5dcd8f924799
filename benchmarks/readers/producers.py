"""PDFs with strikes that are known word by word, from as many producers and faces as the machine has.

Those of the project's own environment and LibreOffice and Chromium come first. Others (Typst, WeasyPrint, cairo, Skia, qpdf,
PyMuPDF, xhtml2pdf) take part when their Python packages can be imported, for instance from another environment:

    python -m venv producers && producers/bin/pip install typst weasyprint cairocffi skia-python pikepdf pymupdf
    python -m benchmarks.readers.strikes --extra producers/lib/python3.11/site-packages
"""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.readers.minutes import BOLD, ITALIC, STRUCK, UNDERLINED, Part, Words, grid, heading, para, to_docx, to_html, to_odt
from tests.readers.pdfs import (
    CHROMIUM,
    COURIER,
    HELVETICA,
    SOFFICE,
    TIMES,
    Face,
    convert_with_libreoffice,
    print_with_chromium,
    truetype,
    typeset,
    with_fpdf2,
    with_reportlab,
)

FONT_FOLDERS = (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts/opentype"))
FAMILIES = {
    "Liberation Sans": "LiberationSans",
    "Liberation Serif": "LiberationSerif",
    "Liberation Mono": "LiberationMono",
    "Liberation Sans Narrow": "LiberationSansNarrow",
    "DejaVu Sans": "DejaVuSans",
    "DejaVu Serif": "DejaVuSerif",
    "DejaVu Sans Mono": "DejaVuSansMono",
    "DejaVu Sans Condensed": "DejaVuSansCondensed",
    "DejaVu Serif Condensed": "DejaVuSerifCondensed",
}
NAMES = [
    "Anna",
    "Björn",
    "Cecilia",
    "Dag",
    "Elsa",
    "Fredrik",
    "Gunilla",
    "Håkan",
    "Inger",
    "Jörgen",
    "Karin",
    "Lars",
    "Maria",
    "Nils",
    "Olof",
    "Pia",
    "Rune",
    "Sara",
    "Tore",
    "Ulla",
    "Vera",
    "Åke",
    "Älva",
    "Örjan",
    "Ek",
    "Alm",
    "Lind",
    "Gran",
    "Holm",
    "Dahl",
    "Öberg",
    "Åström",
    "Sjögren",
    "Bergqvist",
    "Fjällgård",
    "Wästerlund",
    "Kjellström",
]


@dataclass(frozen=True)
class Sample:
    """One PDF: which words are struck, in order of all its words as they stand in the text."""

    producer: str
    face: str
    data: bytes
    words: list[str]
    struck: list[bool]


def invented(seed: int) -> list[Part]:
    """A page and a half of names and sentences, a third struck, with underlined and bold words as decoys."""
    dice = random.Random(seed)
    serial = iter(range(100_000))

    def name() -> str:
        return f"{dice.choice(NAMES)}{next(serial)}"  # numbered, so that every word is found again

    def styled() -> int:
        return dice.choice((STRUCK, STRUCK, 0, 0, 0, UNDERLINED, BOLD, ITALIC, STRUCK | BOLD))

    def line(count: int) -> Words:
        words: Words = []
        for index in range(count):
            if index:
                words.append((" ", 0))
            words.append((name() if dice.random() < 0.6 else f"{name()} {name()}", styled()))
        return words

    rows: list[list[Words]] = [[[(name(), 0)], line(1), line(1)] for _ in range(12)]
    return [
        heading(1, f"Minnesanteckningar {name()}"),
        para((name(), STRUCK), f" {name()}"),
        grid(*rows),
        *(Part("paragraph", line(9)) for _ in range(14)),
        heading(2, f"Rubrik {name()}"),
        Part("paragraph", line(30)),
    ]


def expected(parts: list[Part]) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    struck: list[bool] = []
    for part in parts:
        for line in [part.words, *(cell for row in part.rows for cell in row)]:
            for text, style in line:
                for word in text.split():
                    words.append(word)
                    struck.append(bool(style & STRUCK))
    return words, struck


def _files(stem: str) -> list[Path]:
    """Plain, bold, italic, bold italic of a family, as far as they are installed."""
    found = {path.stem: path for folder in FONT_FOLDERS for path in folder.rglob("*.ttf")}
    plain = found.get(f"{stem}-Regular") or found.get(stem)
    if plain is None:
        return []
    out = [plain]
    styles = (("Bold",), ("Italic", "Oblique"), ("BoldItalic", "BoldOblique"))
    out.extend(next((found[f"{stem}-{name}"] for name in names if f"{stem}-{name}" in found), plain) for names in styles)
    return out


def families() -> dict[str, list[Path]]:
    return {name: files for name, stem in FAMILIES.items() if (files := _files(stem))}


def samples() -> Iterator[Sample]:
    """Every producer with every face it can take."""
    seed = 0

    def made(producer: str, face: str, write: Callable[[list[Part]], bytes]) -> Sample:
        nonlocal seed
        seed += 1
        parts = invented(seed)
        words, struck = expected(parts)
        return Sample(producer, face, write(parts), words, struck)

    built_in: dict[str, Face] = {"Helvetica": HELVETICA, "Times": TIMES, "Courier": COURIER}
    faces = {**built_in, **{name: truetype(name.replace(" ", ""), files) for name, files in families().items()}}
    for name, face in faces.items():
        yield made("reportlab", name, lambda parts, face=face: with_reportlab(parts, face=face, size=9))  # type: ignore[misc]
        for strike in ("rect", "line", "double", "slanted", "polygon", "annotation"):
            yield made(f"canvas: {strike}", name, lambda parts, f=face, s=strike: typeset(parts, face=f, strike=s, size=9))  # type: ignore[misc]
    yield made("fpdf2", "Helvetica", lambda parts: with_fpdf2(parts, size=9))
    yield made("fpdf2", "Times", lambda parts: with_fpdf2(parts, family="Times", size=9))
    for name, files in families().items():
        yield made("fpdf2", name, lambda parts, n=name, f=files: with_fpdf2(parts, family=n.replace(" ", ""), files=f, size=9))  # type: ignore[misc]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder_name:
        folder = Path(folder_name)
        fonts = [*families(), "Inter"]
        if SOFFICE:
            for name in fonts:
                yield made(
                    "LibreOffice (DOCX)",
                    name,
                    lambda parts, n=name: convert_with_libreoffice(to_docx(parts, font=n), ".docx", "pdf", folder),  # type: ignore[misc]
                )
            yield made(
                "LibreOffice (ODT)", "standard", lambda parts: convert_with_libreoffice(to_odt(parts), ".odt", "pdf", folder)
            )
        if CHROMIUM:
            for name in fonts:
                yield made("Chromium", name, lambda parts, n=name: print_with_chromium(to_html(parts, font=n), folder))  # type: ignore[misc]
        yield from _others(made, fonts, folder)


def _others(
    made: Callable[[str, str, Callable[[list[Part]], bytes]], Sample], fonts: list[str], folder: Path
) -> Iterator[Sample]:
    if find_spec("weasyprint"):
        import weasyprint

        for name in fonts:
            yield made(
                "WeasyPrint", name, lambda parts, n=name: weasyprint.HTML(string=to_html(parts, font=n).decode()).write_pdf()
            )  # type: ignore[misc]
    if find_spec("typst"):
        import typst

        for name in fonts[:4]:
            yield made("Typst", name, lambda parts, n=name: typst.compile(_typst(parts, n).encode()))  # type: ignore[misc]
    if find_spec("cairocffi"):
        for name in fonts[:4]:
            yield made("cairo", name, lambda parts, n=name: _cairo(parts, n))  # type: ignore[misc]
    if find_spec("skia"):
        for name in fonts[:4]:
            yield made("Skia", name, lambda parts, n=name: _skia(parts, n))  # type: ignore[misc]
    if find_spec("xhtml2pdf"):
        from xhtml2pdf import pisa

        def with_pisa(parts: list[Part]) -> bytes:
            out = io.BytesIO()
            page = to_html(parts, font="Helvetica").decode().replace("<del>", "<strike>").replace("</del>", "</strike>")
            pisa.CreatePDF(page, dest=out)
            return out.getvalue()

        yield made("xhtml2pdf", "Helvetica", with_pisa)
    if find_spec("pymupdf"):
        yield made("MuPDF", "Helvetica", _mupdf)
    if find_spec("pikepdf"):
        import pikepdf

        def rewritten(parts: list[Part]) -> bytes:
            out = io.BytesIO()
            with pikepdf.open(io.BytesIO(typeset(parts, size=9))) as document:
                document.save(out, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            return out.getvalue()

        yield made("qpdf", "Helvetica", rewritten)


def _typst(parts: list[Part], font: str) -> str:
    def line(words: Words) -> str:
        out = ""
        for text, style in words:
            piece = f'#text("{text}")'
            for bit, name in ((BOLD, "strong"), (ITALIC, "emph"), (UNDERLINED, "underline"), (STRUCK, "strike")):
                if style & bit:
                    piece = f"#{name}[{piece}]"
            out += piece
        return out

    out = [f'#set text(font: "{font}", size: 9pt)', '#set page(paper: "a4")']
    for part in parts:
        if part.kind == "heading":
            out.append(f"{'=' * part.level} {line(part.words)}")
        elif part.kind == "table":
            cells = ", ".join(f"[{line(cell)}]" for row in part.rows for cell in row)
            out.append(f"#table(columns: {len(part.rows[0])}, {cells})")
        else:
            out.append(line(part.words))
    return "\n\n".join(out)


def _lines(parts: list[Part]) -> Iterator[Words]:
    """Short lines of whole words, for producers that set no paragraphs."""
    for part in parts:
        for words in [part.words, *(cell for row in part.rows for cell in row)]:
            line: Words = []
            for text, style in words:
                line.append((text, style))
                if sum(len(piece) for piece, _ in line) > 60:
                    yield line
                    line = []
            if line:
                yield line


def _cairo(parts: list[Part], font: str) -> bytes:
    import cairocffi as cairo

    out = io.BytesIO()
    surface = cairo.PDFSurface(out, 595, 842)
    context = cairo.Context(surface)
    y = 60.0
    for line in _lines(parts):
        x = 60.0
        for text, style in line:
            slant = cairo.FONT_SLANT_ITALIC if style & ITALIC else cairo.FONT_SLANT_NORMAL
            context.select_font_face(font, slant, cairo.FONT_WEIGHT_BOLD if style & BOLD else cairo.FONT_WEIGHT_NORMAL)
            context.set_font_size(9)
            context.move_to(x, y)
            context.show_text(text)
            width = context.text_extents(text)[4]
            for bit, rise in ((STRUCK, -0.165 * 9), (UNDERLINED, 0.12 * 9)):
                if style & bit:
                    context.set_line_width(0.6)
                    context.move_to(x, y + rise)
                    context.line_to(x + width, y + rise)
                    context.stroke()
            x += width
        y += 14
        if y > 780:
            surface.show_page()
            y = 60.0
    surface.finish()
    return out.getvalue()


def _skia(parts: list[Part], font: str) -> bytes:
    import skia

    stream = skia.DynamicMemoryWStream()
    with skia.PDF.MakeDocument(stream) as document:
        pages: list[list[Words]] = [[]]
        for line in _lines(parts):
            if len(pages[-1]) >= 50:
                pages.append([])
            pages[-1].append(line)
        paint = skia.Paint(AntiAlias=True, Color=skia.ColorBLACK)
        for lines in pages:
            with document.page(595, 842) as canvas:
                for index, line in enumerate(lines):
                    x, y = 60.0, 60.0 + 14 * index
                    for text, style in line:
                        face = skia.Typeface(font, skia.FontStyle.Bold() if style & BOLD else skia.FontStyle.Normal())
                        set_in = skia.Font(face, 9)
                        canvas.drawString(text, x, y, set_in, paint)
                        width = set_in.measureText(text)
                        for bit, rise in ((STRUCK, -0.30 * 9), (UNDERLINED, 0.1 * 9)):
                            if style & bit:
                                canvas.drawRect(skia.Rect.MakeXYWH(x, y + rise, width, 0.6), paint)
                        x += width
    return bytes(stream.detachAsData())


def _mupdf(parts: list[Part]) -> bytes:
    import pymupdf

    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    story = pymupdf.Story(html=to_html(parts, font="Helvetica").decode().replace("<del>", "<s>").replace("</del>", "</s>"))
    more = 1
    while more:
        device = writer.begin_page(pymupdf.paper_rect("a4"))
        more, _ = story.place(pymupdf.Rect(50, 50, 545, 792))
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()
