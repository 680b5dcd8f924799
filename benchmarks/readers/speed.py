"""Time and memory of the readers against what the libraries under them need alone, in one run; prints a table.

    python -m benchmarks.readers.speed [--runs 7]

The floor of a PDF is PDFium opening every page and giving its text; that of DOCX is unzipping, parsing and joining the text. Other
work on the machine moves both alike, so read the ratio.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2.raw as pdfium
from lxml import etree

from benchmarks.readers.producers import invented
from ingest.readers import read_document
from tests.readers.minutes import LONG, Part, Words, grid, heading, para, struck, to_docx, to_html, to_markdown, to_text
from tests.readers.pdfs import CHROMIUM, SOFFICE, typeset, with_chromium, with_libreoffice, with_reportlab

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def five_pages() -> list[Part]:
    """Minutes of five pages: an attendance table of 16 rows and 4 columns with 26 struck names, then items of running text."""
    rows: list[list[Words | str]] = [["Ort", "Ledamot", "Ledamot", "Ersättare"]]
    for row in range(15):
        cells: list[Words | str] = [f"Ort {row}"]
        for column in range(3):
            name = f"Namn{row} Efternamn{column}"
            cells.append([struck(name)] if (row + column) % 2 and len(rows) < 14 else name)
        rows.append(cells)
    parts = [
        heading(1, "Minnesanteckningar Omsorgsrådet"),
        para("Närvarande: (", struck("överstruken"), " = frånvarande)"),
        grid(*rows),
    ]
    for index in range(1, 15):
        parts += [
            heading(2, f"{index}. Ärende nummer {index}"),
            para(LONG),
            para(LONG),
            para("Omsorgsrådet beslutade"),
            para(f"att anta plan {index}"),
        ]
    return parts


def floor_pdf(data: bytes) -> int:
    """PDFium's plain text of every page; the number of pages."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    count = int(pdfium.FPDF_GetPageCount(document))
    for index in range(count):
        page = pdfium.FPDF_LoadPage(document, index)
        text_page = pdfium.FPDFText_LoadPage(page)
        size = pdfium.FPDFText_CountChars(text_page)
        buffer = ctypes.create_string_buffer(2 * size + 2)
        pdfium.FPDFText_GetText(text_page, 0, size, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        buffer.raw.decode("utf-16-le")
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return count


def floor_docx(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return len("".join(element.text or "" for element in root.iter(f"{W}t")))


def floor_text(data: bytes) -> int:
    return len(data.decode())


def milliseconds(work: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - start))
    return statistics.median(taken)


def peak_memory(pages: int) -> tuple[float, float, float, int]:
    """MiB at the peak and before, seconds, and pages read, of a fresh process that reads a PDF of about so many pages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(repeated(pages))
        out = subprocess.run(
            [sys.executable, "-m", "benchmarks.readers.speed", "--child", str(path)], check=True, capture_output=True, text=True
        ).stdout
    peak, before, seconds, read = out.split()
    return float(peak), float(before), float(seconds), int(read)


def repeated(pages: int) -> bytes:
    parts: list[Part] = []
    for index in range(pages // 4 + 1):
        parts += [heading(1, f"Möte {index}"), *five_pages()[1:]]
    return typeset(parts, size=10)


def child(path: str) -> None:
    data = Path(path).read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    document = read_document(data, path)
    assert document.pages
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, before, time.process_time() - start, document.pages)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--child")
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    parts = five_pages()
    pdfs = {
        "canvas, as Word draws": typeset(parts),
        "canvas, annotations": typeset(parts, strike="annotation"),
        "canvas, no table rules": typeset(parts, grid=False),
        "reportlab": with_reportlab(parts),
        "reportlab, names all over": with_reportlab([part for seed in range(3) for part in invented(seed)], size=9),
    }
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if SOFFICE:
            pdfs["LibreOffice"] = with_libreoffice(parts, Path(folder))
        if CHROMIUM:
            pdfs["Chromium"] = with_chromium(parts, Path(folder))
    print(f"{'PDF':28} {'pages':>5} {'floor ms/page':>13} {'ours ms/page':>12} {'ratio':>6}")
    ratios = []
    for name, data in pdfs.items():
        pages = floor_pdf(data)
        low = milliseconds(lambda data=data: floor_pdf(data), options.runs) / pages  # type: ignore[misc]
        ours = milliseconds(lambda data=data: read_document(data, "a.pdf"), options.runs) / pages  # type: ignore[misc]
        ratios.append(ours / low)
        print(f"{name:28} {pages:5} {low:13.2f} {ours:12.2f} {ours / low:6.1f}")
    print(f"median ratio {statistics.median(ratios):.1f}")
    print(f"\n{'other formats':28} {'KiB':>6} {'floor ms':>9} {'ours ms':>8}")
    others: dict[str, tuple[bytes, str, Callable[[bytes], int]]] = {
        "DOCX, 5 pages": (to_docx(parts), "a.docx", floor_docx),
        "DOCX, 77 pages": (to_docx(parts * 15), "a.docx", floor_docx),
        "HTML, 5 pages": (to_html(parts), "a.html", floor_text),
        "Markdown, 5 pages": (to_markdown(parts), "a.md", floor_text),
        "text, 5 pages": (to_text(parts), "a.txt", floor_text),
    }
    for name, (data, file, floor) in others.items():
        low = milliseconds(lambda data=data, floor=floor: floor(data), options.runs)  # type: ignore[misc]
        ours = milliseconds(lambda data=data, file=file: read_document(data, file), options.runs)  # type: ignore[misc]
        print(f"{name:28} {len(data) / 1024:6.0f} {low:9.2f} {ours:8.2f}")
    peak, before, seconds, read = peak_memory(1000)
    print(f"\nPDF of {read} pages: {peak:.0f} MiB at the peak ({before:.0f} MiB before reading), {seconds:.1f} s")


if __name__ == "__main__":
    main()
