"""Readers: one per format, each a pure function from bytes to a Document. `read_document` picks the one that fits."""

from __future__ import annotations

from collections.abc import Callable

from ingest.document import Document
from ingest.readers.detect import Format, detect
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.markdown import read_markdown
from ingest.readers.odt import read_odt
from ingest.readers.office import read_doc, read_rtf
from ingest.readers.scan import read_pdf_or_scan
from ingest.readers.text import read_text

Reader = Callable[[bytes, str], Document]

READERS: dict[Format, Reader] = {
    Format.DOCX: read_docx,
    Format.PDF: read_pdf_or_scan,
    Format.ODT: read_odt,
    Format.DOC: read_doc,
    Format.RTF: read_rtf,
    Format.HTML: read_html,
    Format.TEXT: read_text,
    Format.MARKDOWN: read_markdown,
}


def read_document(data: bytes, file: str) -> Document:
    """Read one file of any known format.

    `data` is the whole content, `file` its name as it should appear in messages and in the record; content decides the
    format, the name only where content cannot tell (Markdown or text). Raises ReadError with reason and remedy.
    """
    return READERS[detect(data, file)](data, file)
