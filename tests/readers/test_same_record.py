"""The same minutes give the same record from every format, apart from facts of the file and positions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.lexicon import load_lexicon
from ingest.readers import read_document
from ingest.record import read_record
from tests.readers.minutes import Part, parts_of, to_docx, to_html, to_markdown, to_odt
from tests.readers.pdfs import CHROMIUM, SOFFICE, TIMES, typeset, with_chromium, with_libreoffice, with_reportlab

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
SOURCES = [path for path in sorted(SAMPLES.glob("*")) if path.suffix in (".docx", ".md", ".html") and "rapport" not in path.name]

WRITERS: dict[str, Callable[[list[Part], Path], bytes]] = {
    "a.docx": lambda parts, _: to_docx(parts),
    "a.odt": lambda parts, _: to_odt(parts),
    "a.html": lambda parts, _: to_html(parts),
    "a.md": lambda parts, _: to_markdown(parts),
    "reportlab.pdf": lambda parts, _: with_reportlab(parts),
    "word-like.pdf": lambda parts, _: typeset(parts, strike="rect", header="Rådet"),
    "unruled.pdf": lambda parts, _: typeset(parts, strike="line", grid=False, face=TIMES),
}
if SOFFICE:
    WRITERS["libreoffice.pdf"] = with_libreoffice
if CHROMIUM:
    WRITERS["chromium.pdf"] = with_chromium


def content(value: Any) -> Any:
    """A record's content: spans left out, white space as one space."""
    if isinstance(value, dict):
        return {key: content(item) for key, item in value.items() if "span" not in key.lower() and key != "document"}
    if isinstance(value, list):
        return [content(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def record_of(data: bytes, file: str) -> Any:
    return content(read_record(read_document(data, file), load_lexicon()).model_dump(mode="json"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_format_gives_the_same_record(path: Path, tmp_path: Path) -> None:
    source = path.read_bytes()
    parts = parts_of(read_document(source, path.name))
    expected = record_of(to_docx(parts), "a.docx")
    assert expected["meetings"]
    different = [name for name, write in WRITERS.items() if record_of(write(parts, tmp_path), name) != expected]
    assert not different
