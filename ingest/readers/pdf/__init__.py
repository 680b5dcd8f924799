"""PDF with a text layer: words, strikes, tables and paragraphs out of what is drawn on the page.

Neither JavaScript nor forms are run: the PDFium build has no script engine, and no form environment is opened.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from graph.errors import ReadError
from ingest.document import Document
from ingest.readers.detect import Format
from ingest.readers.pdf.extract import PageReader
from ingest.readers.pdf.flow import assemble
from ingest.readers.pdf.layout import Page, lay_out
from ingest.readers.pdf.strikes import mark_struck
from ingest.readers.styled import DocumentBuilder

MAX_PAGES = 3000
"""Longer files are refused: no minutes have as many, and reading them takes minutes and hundreds of megabytes."""

MIN_CHARACTERS = 8  # per page, below which a page that is mostly image counts as scanned
MAX_UNMAPPED_SHARE = 0.3

_DAMAGED = "Hämta filen på nytt, eller öppna den i en PDF-läsare och skriv ut den till en ny PDF."
_ERRORS = {
    pdfium.FPDF_ERR_FILE: ("filen kunde inte öppnas", _DAMAGED),
    pdfium.FPDF_ERR_FORMAT: ("filen är skadad eller avbruten", _DAMAGED),
    pdfium.FPDF_ERR_PASSWORD: ("filen är låst med lösenord", "Spara den utan lösenord."),
    pdfium.FPDF_ERR_SECURITY: ("filen är låst med ett skydd som inte stöds", "Skriv ut den till en ny PDF."),
    pdfium.FPDF_ERR_PAGE: ("sidorna är skadade", _DAMAGED),
}


class NoTextLayerError(ReadError):
    """No text can be read. `is_scan` tells that the pages are images, which text recognition may read."""

    def __init__(self, file: str, reason: str, remedy: str | None = None, *, is_scan: bool = True) -> None:
        super().__init__(file, reason, remedy)
        self.is_scan = is_scan


def _initialise() -> None:
    """PDFium is set up when pypdfium2 is imported; importing the package is what this module needs of it."""
    import pypdfium2  # noqa: F401


def iter_pages(data: bytes, file: str) -> Iterator[Page]:
    """The laid-out pages, one by one. Raises ReadError when the file cannot be opened."""
    _initialise()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason, remedy = _ERRORS.get(pdfium.FPDF_GetLastError(), ("filen är skadad", _DAMAGED))
        raise ReadError(file, reason, remedy)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count <= 0:
            raise ReadError(file, "filen har inga sidor", _DAMAGED)
        if count > MAX_PAGES:
            raise ReadError(file, f"filen har {count} sidor, fler än {MAX_PAGES}", "Dela den i mindre delar.")
        for index in range(count):
            yield _read_page(document, index)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_page(document: pdfium.FPDF_DOCUMENT, index: int) -> Page:
    """One page; a page that PDFium cannot load is empty."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(0.0, 0.0)
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return Page(0.0, 0.0)
        try:
            box = pdfium.FS_RECTF()
            if not pdfium.FPDF_GetPageBoundingBox(page, box) or box.right <= box.left or box.top <= box.bottom:
                box.left, box.bottom, box.right, box.top = 0.0, 0.0, 595.0, 842.0
            reader = PageReader(
                ctypes.cast(page, ctypes.c_void_p).value or 0,
                ctypes.cast(text_page, ctypes.c_void_p).value or 0,
                (box.left, box.bottom, box.right, box.top),
                pdfium.FPDFPage_GetRotation(page),
            )
            content = reader.read()
            return lay_out(content, mark_struck(reader))
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def read_pdf(data: bytes, file: str) -> Document:
    """Read a PDF that has text.

    Raises NoTextLayerError when its pages are images, ReadError when it is locked, damaged, empty or too long.
    Strikes cannot be told when the text is an invisible layer from text recognition: such a document does not carry
    strike-through.
    """
    pages = list(iter_pages(data, file))
    characters = sum(page.characters for page in pages)
    unmapped = sum(page.unmapped for page in pages)
    empty = [index + 1 for index, page in enumerate(pages) if page.characters < MIN_CHARACTERS]
    images = [number for number in empty if pages[number - 1].image_share > 0.3]
    if not characters or (len(empty) == len(pages) and images):
        if not images and not characters:
            drawn = any(page.objects > 20 for page in pages)  # letters as outlines
            raise NoTextLayerError(file, "filen innehåller ingen text", "Kontrollera att rätt fil är vald.", is_scan=drawn)
        raise NoTextLayerError(file, "sidorna är bilder utan text", "Läs filen med textigenkänning (OCR) först.")
    if unmapped > MAX_UNMAPPED_SHARE * characters:
        raise NoTextLayerError(
            file,
            "texten saknar teckenkoder och kan inte läsas",
            "Skriv ut filen till en ny PDF, eller läs den med textigenkänning (OCR).",
        )
    builder = DocumentBuilder()
    recognised = sum(page.invisible for page in pages) > 0.5 * characters
    assemble(pages, builder)
    if not builder.has_text:
        raise ReadError(file, "filen innehåller ingen läsbar text", _DAMAGED)
    if recognised:
        builder.warnings.append("texten kommer från textigenkänning (OCR): överstrykningar syns inte")
    if images:
        builder.warnings.append(f"sidor utan text (bilder): {', '.join(map(str, images[:20]))}")
    if b"%%EOF" not in data[-2048:]:
        builder.warnings.append("filen slutar tvärt och kan vara avbruten")
    return builder.build(file=file, data=data, media_type=Format.PDF, carries_strikethrough=not recognised, pages=len(pages))
