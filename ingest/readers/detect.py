"""Which format a file has: by content first (magic bytes, members of the zip), by name only where content cannot tell."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from graph.errors import ReadError
from ingest.readers.archive import open_archive


class Format(StrEnum):
    """The formats that are read; the value is the media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    DOC = "application/msword"
    RTF = "application/rtf"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"


SUFFIXES = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".odt": Format.ODT,
    ".doc": Format.DOC,
    ".rtf": Format.RTF,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
"""Names that make a file one to read. Content decides how it is read."""

READABLE = "Läsbara format: DOCX, PDF, HTML, Markdown, text, DOC, ODT och RTF."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "en bild (PNG)"),
    (b"\xff\xd8\xff", "en bild (JPEG)"),
    (b"GIF8", "en bild (GIF)"),
    (b"II*\x00", "en bild (TIFF)"),
    (b"MM\x00*", "en bild (TIFF)"),
    (b"Rar!\x1a\x07", "ett arkiv (RAR)"),
    (b"7z\xbc\xaf\x27\x1c", "ett arkiv (7-Zip)"),
    (b"\x1f\x8b", "ett arkiv (gzip)"),
    (b"BZh", "ett arkiv (bzip2)"),
    (b"\xfd7zXZ\x00", "ett arkiv (xz)"),
    (b"\x7fELF", "ett program"),
    (b"ID3", "ett ljud"),
    (b"OggS", "ett ljud"),
    (b"SQLite format 3\x00", "en databas"),
)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML_START = re.compile(rb"<\?xml[^>]{0,200}>\s*")


def detect(data: bytes, file: str) -> Format:
    """The format of the content. Raises ReadError for what is empty, locked, damaged or not a format that is read."""
    if not data:
        raise ReadError(file, "filen är tom (0 byte)", "Hämta eller spara filen på nytt.")
    suffix = PurePath(file).suffix.lower()
    head = data[:4096]
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _detect_zip(data, file)
    if head.startswith(_OLE):
        return _detect_ole(data, file)
    if head.lstrip()[:5] == b"{\\rtf":
        return Format.RTF
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise ReadError(file, f"filen är {what}, inte ett dokument", READABLE)
    narrow = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").removeprefix(b"\xef\xbb\xbf")
    if _begins_as_html(narrow):
        return Format.HTML
    by_name = SUFFIXES.get(suffix)
    if by_name in (Format.HTML, Format.MARKDOWN, Format.TEXT):
        return by_name
    if by_name is not None:
        if _is_texty(head):
            return Format.TEXT
        raise ReadError(
            file,
            f"innehållet är inte {suffix.lstrip('.').upper()} och inte text: filen är skadad eller har fel namn",
            "Hämta eller spara filen på nytt.",
        )
    if suffix == "" and _is_texty(head):
        return Format.TEXT
    raise ReadError(file, f"okänt format ({suffix or 'utan filändelse'})", READABLE)


def _begins_as_html(head: bytes) -> bool:
    """Whether the first tag, after white space, XML declaration and comments, is one that begins a page."""
    head = head.lstrip()
    if match := _XML_START.match(head):
        head = head[match.end() :]
    while head.startswith(b"<!--"):
        _, found, head = head.partition(b"-->")
        if not found:
            return False
        head = head.lstrip()
    return _HTML_START.match(head) is not None


def _is_texty(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in head and sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head) <= 0.02 * len(head)


def _detect_zip(data: bytes, file: str) -> Format:
    with open_archive(data, file) as archive:
        names = set(archive.names)
        if "mimetype" in names:
            kind = archive.read("mimetype", limit=200).decode("ascii", errors="replace").strip()
            if kind.startswith("application/vnd.oasis.opendocument.text"):
                return Format.ODT
            if kind == "application/epub+zip":
                raise ReadError(file, "filen är en e-bok (EPUB)", READABLE)
            if "opendocument" in kind:
                raise ReadError(file, "filen är ett OpenDocument-kalkylblad eller en presentation", READABLE)
        if any(name.startswith("word/") for name in names):
            return Format.DOCX
        if any(name.startswith("xl/") for name in names):
            raise ReadError(file, "filen är ett kalkylblad (Excel)", READABLE)
        if any(name.startswith("ppt/") for name in names):
            raise ReadError(file, "filen är en presentation (PowerPoint)", "Spara den som PDF. " + READABLE)
        if "content.xml" in names:
            return Format.ODT
    raise ReadError(file, "filen är ett zip-arkiv, inte ett dokument", "Packa upp det och ange mappen. " + READABLE)


def _detect_ole(data: bytes, file: str) -> Format:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise ReadError(file, "filen är låst med lösenord", "Öppna den i Word, ta bort lösenordet och spara den på nytt.")
    if has("WordDocument"):
        return Format.DOC
    if has("Workbook") or has("Book"):
        raise ReadError(file, "filen är ett kalkylblad (Excel)", READABLE)
    if has("PowerPoint Document"):
        raise ReadError(file, "filen är en presentation (PowerPoint)", "Spara den som PDF. " + READABLE)
    if has("__substg1.0_") or has("__nameid_version1.0"):
        raise ReadError(file, "filen är ett e-postmeddelande (Outlook)", "Spara bilagan för sig. " + READABLE)
    if PurePath(file).suffix.lower() == ".doc":
        return Format.DOC
    raise ReadError(file, "filen är ett äldre Office-format som inte känns igen", READABLE)
