from __future__ import annotations

import pytest

from graph.errors import ReadError
from ingest.document import Document, MarkKind
from ingest.readers import read_document
from tests.readers.checks import assert_sound, kinds, marked, table, texts


def read(text: str) -> Document:
    document = read_document(text.encode(), "a.md")
    assert_sound(document)
    assert document.media_type == "text/markdown"
    assert document.carries_strikethrough
    return document


@pytest.mark.parametrize(
    ("source", "struck"),
    [
        ("~~Bo Alm~~, Ek", ["Bo Alm"]),
        ("~~ Bo Alm ~~, Ek", ["Bo Alm"]),
        ("~Bo Alm~, Ek", ["Bo Alm"]),
        ("<del>Bo Alm</del>, Ek", ["Bo Alm"]),
        ("<s>Bo Alm</s>, Ek", ["Bo Alm"]),
        ("<strike>Bo Alm</strike>, Ek", ["Bo Alm"]),
        ("**~~Bo~~ Alm**, Ek", ["Bo"]),
        ("*Bo* **Alm**, Ek", []),
        ("B\u0336o\u0336 Alm, Ek", ["Bo"]),
    ],
)
def test_every_kind_of_strike(source: str, struck: list[str]) -> None:
    document = read(source)
    assert document.text.replace(" ,", ",") == "Bo Alm, Ek"
    assert marked(document) == struck


def test_blocks() -> None:
    source = """---
title: Råd
tags:
  - a
---
# Råd i *Granstad*

Hårdbruten text
på två rader\\
och tre

Rubrik två
----------

- punkt
- två

  fortsatt
  1. inre

6. sex
7) sju

> citat

```
kod
```
---
Slut `kod` [länk](https://x.se) ![bild](y.png)
"""
    document = read(source)
    assert texts(document) == [
        "Råd i Granstad",
        "Hårdbruten text\npå två rader\noch tre",
        "Rubrik två",
        "- punkt",
        "- två",
        "fortsatt",
        "1. inre",
        "6. sex",
        "7) sju",
        "citat",
        "kod",
        "Slut kod länk bild",
    ]
    assert kinds(document)[:4] == ["heading", "paragraph", "heading", "listItem"]
    assert [block.number for block in document.blocks][6:9] == ["1.", "6.", "7)"]
    assert document.blocks[6].level == 1
    assert marked(document, MarkKind.ITALIC) == ["Granstad"]


def test_tables() -> None:
    document = read(
        "| Ort | Ledamot |\n|---|:-:|\n| Å | ~~Bo~~ \\| **Ek** |\n| <i>By</i> | a<br>b |\n\nOrt\tNamn\nBy\t<del>Bo</del>\n"
    )
    assert table(document) == [["Ort", "Ledamot"], ["Å", "Bo | Ek"], ["By", "a\nb"]]
    assert table(document, 1) == [["Ort", "Namn"], ["By", "Bo"]]
    assert marked(document) == ["Bo", "Bo"]


def test_html_inside() -> None:
    document = read("text\n\n<table><tr><td>a</td><td><del>b</del></td></tr></table>\n\n<!-- dold -->\n\n<div>c</div>\n")
    assert kinds(document) == ["paragraph", "table", "paragraph"]
    assert marked(document) == ["b"]


def test_windows_line_ends_and_encoding() -> None:
    document = read_document("# Råd\r\n\r\nrad ett\r\nrad två\r\n".encode("cp1252"), "a.md")
    assert texts(document) == ["Råd", "rad ett\nrad två"]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ReadError, match="ingen text"):
        read_document(b"<!-- x -->\n", "a.md")


def test_deep_nesting_is_bounded() -> None:
    assert "y" in read(">" * 5000 + " x\n\ny").text
    assert "y" in read("- " * 3000 + "x\n\ny").text
    assert read("[" * 20_000 + "x\n\ny").blocks
    assert read("**" * 20_000 + "x\n\ny").blocks
