"""The same minutes in every format give the same blocks, the same tables and the same struck words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.document import BlockKind, Document
from ingest.readers import read_document
from tests.readers.checks import APART, assert_sound, struck_words
from tests.readers.minutes import MINUTES, Part, to_docx, to_html, to_markdown, to_odt, to_text
from tests.readers.minutes import struck_words as written_as_struck
from tests.readers.pdfs import (
    CHROMIUM,
    COURIER,
    SOFFICE,
    TIMES,
    typeset,
    with_chromium,
    with_fpdf2,
    with_libreoffice,
    with_reportlab,
)

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

Block = tuple[str, str | list[list[str]]]


def written(parts: list[Part]) -> list[Block]:
    out: list[Block] = []
    for part in parts:
        text = "".join(text for text, _ in part.words)
        if part.kind == "table":
            out.append(("table", [["".join(text for text, _ in cell) for cell in row] for row in part.rows]))
        else:
            out.append(("listItem", f"- {text}") if part.kind == "bullet" else (part.kind, text))
    return out


def read_blocks(document: Document) -> list[Block]:
    out: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            out.append(("table", [[document.text[cell.start : cell.end] for cell in row] for row in block.rows]))
        elif block.kind not in APART:
            out.append((block.kind.value, document.text[block.start : block.end]))
    return out


WRITERS: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "docx": ("docx", lambda _: to_docx(MINUTES)),
    "odt": ("odt", lambda _: to_odt(MINUTES)),
    "html": ("html", lambda _: to_html(MINUTES)),
    "markdown": ("md", lambda _: to_markdown(MINUTES)),
    "text": ("txt", lambda _: to_text(MINUTES)),
    "reportlab": ("pdf", lambda _: with_reportlab(MINUTES)),
    "reportlab without rules": ("pdf", lambda _: with_reportlab(MINUTES, face=TIMES, grid=False)),
    "fpdf2": ("pdf", lambda _: with_fpdf2(MINUTES)),
    "as Word draws": ("pdf", lambda _: typeset(MINUTES, strike="rect")),
    "double lines": ("pdf", lambda _: typeset(MINUTES, strike="double", face=TIMES)),
    "slanted lines": ("pdf", lambda _: typeset(MINUTES, strike="slanted", face=COURIER, size=9)),
    "polygons": ("pdf", lambda _: typeset(MINUTES, strike="polygon", grid=False)),
    "annotations": ("pdf", lambda _: typeset(MINUTES, strike="annotation")),
}


def check(data: bytes, suffix: str) -> None:
    document = read_document(data, f"minutes.{suffix}")
    assert_sound(document)
    assert read_blocks(document) == written(MINUTES)
    assert struck_words(document) == written_as_struck(MINUTES)
    assert document.carries_strikethrough
    assert document.title == "Minnesanteckningar Omsorgsrådet i Granlandet"


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_blocks(name: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[name]
    check(write(tmp_path), suffix)


@needs_libreoffice
@pytest.mark.parametrize("borders", [True, False])
def test_the_same_blocks_from_libreoffice(borders: bool, tmp_path: Path) -> None:
    check(with_libreoffice(MINUTES, tmp_path, borders=borders), "pdf")


@needs_chromium
@pytest.mark.parametrize("border", [True, False])
def test_the_same_blocks_from_a_browser(border: bool, tmp_path: Path) -> None:
    check(with_chromium(MINUTES, tmp_path, border=border), "pdf")
