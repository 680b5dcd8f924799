"""The same minutes give the same record from every format, apart from facts of the file and positions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.lexicon import load_lexicon
from ingest.readers import read_document
from ingest.record import read_record
from tests.readers.minutes import FULL, Part, parts_of, to_docx, to_html, to_markdown, to_odt, to_overlaid_text, to_text
from tests.readers.pdfs import CHROMIUM, SOFFICE, TIMES, typeset, with_chromium, with_fpdf2, with_libreoffice, with_reportlab

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
SOURCES = [path for path in sorted(SAMPLES.glob("*")) if path.suffix in (".docx", ".md", ".html") and "rapport" not in path.name]

WRITERS: dict[str, Callable[[list[Part], Path], bytes]] = {
    "a.docx": lambda parts, _: to_docx(parts),
    "a.odt": lambda parts, _: to_odt(parts),
    "a.html": lambda parts, _: to_html(parts),
    "a.md": lambda parts, _: to_markdown(parts),
    "signs.txt": lambda parts, _: to_text(parts),
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


def differing(parts: list[Part], writers: dict[str, Callable[[list[Part], Path], bytes]], folder: Path) -> list[str]:
    """The writers whose files give another record than DOCX does."""
    expected = record_of(to_docx(parts), "a.docx")
    assert expected["meetings"]
    return [name for name, write in writers.items() if record_of(write(parts, folder), name) != expected]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_format_gives_the_same_record(path: Path, tmp_path: Path) -> None:
    parts = parts_of(read_document(path.read_bytes(), path.name))
    assert not differing(parts, WRITERS, tmp_path)


def test_full_minutes_give_the_same_record_from_every_format(tmp_path: Path) -> None:
    """Also where one source cannot be parted from another: strikes by overlay alone, by annotation, in old formats."""
    more: dict[str, Callable[[list[Part], Path], bytes]] = {
        "overlay.txt": lambda parts, _: to_overlaid_text(parts),
        "ruled.pdf": lambda parts, _: typeset(parts, strike="line", header="Omsorgsrådet i Granlandet"),
        "annotated.pdf": lambda parts, _: typeset(parts, strike="annotation"),
        "fpdf2.pdf": lambda parts, _: with_fpdf2(parts),
    }
    assert not differing(FULL, {**WRITERS, **more}, tmp_path)


def test_full_minutes_say_what_they_say() -> None:
    [meeting] = record_of(to_docx(FULL), "a.docx")["meetings"]
    absent = [person["name"] for person in meeting["attendance"] if person["status"] == "absent"]
    assert absent == ["Otto Lind", "Signe Alm", "Åke Öberg", "Ärla Dahl", "Lo Frisk"]
    assert [item["number"] for item in meeting["items"]] == ["1", "2", "3", "3a", "3b", "4", "5", "6", "6a", "6b", "7"]
    by_number = {item["number"]: item for item in meeting["items"]}
    assert len(by_number["3b"]["decisions"]) == 2
    assert [presenter["name"] for presenter in by_number["4"]["presenters"]] == ["Tore Gran", "Lo Frisk"]
