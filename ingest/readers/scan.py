"""Scanned PDFs: text recognition in Swedish through OCRmyPDF. Strikes are not seen, so attendance stays unknown."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from graph.errors import ReadError
from ingest.document import Document
from ingest.readers.external import run
from ingest.readers.pdf import NoTextLayerError, read_pdf

TIMEOUT_S = 280.0  # below the time limit of a worker, so that the message is the one that helps; some 45 pages

INSTALL = (
    "Installera OCRmyPDF med svenska (ocrmypdf och tesseract-ocr-swe), eller läs in filen med OCR i en skanner eller PDF-läsare."
)

RETRY = "Skriv ut filen till en ny PDF, eller läs in den med OCR i en skanner eller PDF-läsare."


def read_pdf_or_scan(data: bytes, file: str) -> Document:
    """Read a PDF; when its pages are images, recognise their text first.

    What comes from recognition does not carry strike-through. Raises ReadError when OCRmyPDF or its Swedish is missing.
    """
    try:
        return read_pdf(data, file)
    except NoTextLayerError as missing:
        if not missing.is_scan:
            raise
        return _recognise(data, file, missing.reason)


def _has_swedish(tesseract: str) -> bool:
    try:
        listed = subprocess.run([tesseract, "--list-langs"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"swe" in (listed.stdout + listed.stderr).split()


def _recognise(data: bytes, file: str, reason: str) -> Document:
    program, tesseract = shutil.which("ocrmypdf"), shutil.which("tesseract")
    if program is None or tesseract is None:
        raise ReadError(file, f"{reason}, och textigenkänning (OCRmyPDF) finns inte på datorn", INSTALL)
    if not _has_swedish(tesseract):
        raise ReadError(file, f"{reason}, och textigenkänningen saknar svenska", INSTALL)
    with tempfile.TemporaryDirectory(prefix="arendegang-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "in.pdf", folder / "out.pdf"
        source.write_bytes(data)
        command = [
            program,
            "--language",
            "swe",
            "--force-ocr",
            "--output-type",
            "pdf",
            "--optimize",
            "0",
            "--jobs",
            "1",
            "--quiet",
        ]
        done = run([*command, str(source), str(target)], file=file, what="OCRmyPDF", timeout_s=TIMEOUT_S, folder=folder)
        if done.returncode != 0 or not target.is_file():
            words = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
            raise ReadError(
                file, f"textigenkänningen misslyckades ({words[-1].strip()[:150] if words else done.returncode})", RETRY
            )
        try:
            document = read_pdf(target.read_bytes(), file)
        except NoTextLayerError:
            raise ReadError(
                file, "textigenkänningen hittade ingen text", "Skanna om sidorna med högre upplösning (300 dpi)."
            ) from None
    warning = "texten kommer från textigenkänning (OCR): överstrykningar syns inte"
    return replace(
        document,
        sha256=sha256(data).hexdigest(),
        marks=tuple(mark for mark in document.marks if mark.kind != "struck"),
        carries_strikethrough=False,
        warnings=(*(w for w in document.warnings if w != warning), warning),
    )
