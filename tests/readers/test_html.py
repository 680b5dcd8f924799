from __future__ import annotations

import codecs

import pytest

from graph.errors import ReadError
from ingest.document import Document, MarkKind
from ingest.readers import read_document
from tests.readers.checks import assert_sound, kinds, marked, table, texts


def read(page: str, head: str = "") -> Document:
    document = read_document(f"<!doctype html><meta charset=utf-8>{head}<body>{page}".encode(), "a.html")
    assert_sound(document)
    assert document.carries_strikethrough
    return document


@pytest.mark.parametrize(
    ("page", "head", "struck"),
    [
        ("<p><del>Bo Alm</del>, Ek", "", ["Bo Alm"]),
        ("<p><s>Bo Alm</s>, Ek", "", ["Bo Alm"]),
        ("<p><strike>Bo Alm</strike>, Ek", "", ["Bo Alm"]),
        ("<p><span style='text-decoration: line-through'>Bo Alm</span>, Ek", "", ["Bo Alm"]),
        ("<p><span style='TEXT-DECORATION:underline LINE-THROUGH red'>Bo Alm</span>, Ek", "", ["Bo Alm"]),
        ("<p><span style='text-decoration-line: line-through'>Bo Alm</span>, Ek", "", ["Bo Alm"]),
        ("<p><span style='text-decoration: underline'>Bo Alm</span>, Ek", "", []),
        ("<p><span class='borta x'>Bo Alm</span>, Ek", "<style>.borta{text-decoration:line-through}</style>", ["Bo Alm"]),
        (
            "<p><span class='borta'>Bo Alm</span>, Ek",
            "<style>p .borta, .y { color: red; text-decoration: line-through }</style>",
            ["Bo Alm"],
        ),
        ("<p><span id=x>Bo Alm</span>, Ek", "<style>@media print { #x { text-decoration: line-through; } }</style>", ["Bo Alm"]),
        (
            "<p><span class='borta'><b>Bo</b> <i>Alm</i></span>, Ek",
            "<style>.borta{text-decoration:line-through}</style>",
            ["Bo Alm"],
        ),
        ("<p><ins>Bo Alm</ins>, <u>Ek</u>", "", []),
        ("<p>B\u0336o\u0336 Alm, Ek", "", ["Bo"]),
    ],
)
def test_every_kind_of_strike(page: str, head: str, struck: list[str]) -> None:
    document = read(page, head)
    assert document.text == "Bo Alm, Ek"
    assert marked(document) == struck


def test_an_unclosed_strike_does_not_strike_the_next_cell() -> None:
    for tag in ("del", "s", "strike"):
        document = read(f"<table><tr><td>Ort<td><{tag}>Bo<td>Ek<tr><td>By<td>Dal<td>Al</table>")
        assert table(document) == [["Ort", "Bo", "Ek"], ["By", "Dal", "Al"]]
        assert marked(document) == ["Bo"]


def test_blocks_and_white_space() -> None:
    page = """<h1>Råd  i
      Granstad</h1><div>Text <b>fet</b>
      och <em> kursiv </em> slut<br>ny rad</div> lös text
      <p>  </p><ul><li>punkt<li><p>två<p>fortsatt<ul><li>inre</ul></ul><pre>a
  b</pre><h3>Tre</h3>"""
    document = read(page)
    assert texts(document) == [
        "Råd i Granstad",
        "Text fet och kursiv slut\nny rad",
        "lös text",
        "- punkt",
        "- två",
        "fortsatt",
        "- inre",
        "a\nb",
        "Tre",
    ]
    assert kinds(document)[3:7] == ["listItem", "listItem", "paragraph", "listItem"]
    assert [block.level for block in document.blocks] == [1, None, None, 0, 0, None, 1, None, 3]
    assert marked(document, MarkKind.BOLD) == ["fet"]
    assert marked(document, MarkKind.ITALIC) == ["kursiv"]
    assert document.title == "Råd i Granstad"


def test_numbered_lists() -> None:
    page = (
        "<ol><li>ett<li value=6>sex<ol type=a><li>a-text<li>b-text</ol><li>sju</ol>"
        "<ol start=3 type=I><li>tre</ol><ol reversed><li>x<li>y</ol>"
        "<ol style='list-style-type: lower-alpha'><li>z</ol><ol style='list-style:none'><li>utan</ol><ol><li><h2>Rubrik</h2></ol>"
    )
    document = read(page)
    assert texts(document) == [
        "1. ett",
        "6. sex",
        "a. a-text",
        "b. b-text",
        "7. sju",
        "III. tre",
        "2. x",
        "1. y",
        "a. z",
        "utan",
        "1. Rubrik",
    ]
    assert [block.level for block in document.blocks][:4] == [0, 0, 1, 1]
    assert document.blocks[-1].kind.value == "heading"
    assert document.blocks[-1].number == "1."


def test_tables_with_spans() -> None:
    page = (
        "<table><caption>Tabell</caption><thead><tr><th colspan=2>Rubrik<th>C</thead>"
        "<tr><td rowspan=2>Ort<td>Bo<br><del>Alm</del><td>x<tr><td>Ek<td><p>ett<p>två</table>"
    )
    document = read(page)
    assert texts(document)[0] == "Tabell"
    assert table(document) == [["Rubrik", "", "C"], ["Ort", "Bo\nAlm", "x"], ["", "Ek", "ett\ntvå"]]
    assert marked(document) == ["Alm"]


def test_nested_and_one_column_tables() -> None:
    document = read("<table><tr><td>a<td>b<table><tr><td>x<td>y</table></table>")
    assert table(document, 0) == [["a", "b"]]
    assert table(document, 1) == [["x", "y"]]
    assert kinds(read("<table><tr><td><h2>R</h2><p>text</table>")) == ["heading", "paragraph"]


def test_what_a_browser_hides_is_left_out() -> None:
    page = (
        "<script>var a='<p>x'</script><style>.h{display:none}</style><p>syns<p class=h>dold<p hidden>dold<p style='display: none'>dold"
        "<template>dold</template><noscript>dold</noscript><!-- dold --><svg><text>dold</text></svg><p style='visibility:hidden'>dold"
    )
    assert read(page).text == "syns"


def test_raised_digits_and_entities() -> None:
    assert (
        read("<p>Plan<sup>1</sup> om 5 m<sup>2</sup> den 1<sup>a</sup>&nbsp;&aring;ret &amp; l&shy;än").text
        == "Plan¹ om 5 m² den 1a året & län"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"<meta charset=utf-8><p>" + "Råd é".encode(),
        codecs.BOM_UTF8 + b"<p>" + "Råd é".encode(),
        b"<p>" + "Råd é".encode(),
        b"<meta charset=iso-8859-1><p>" + "Råd é".encode("cp1252"),
        b"<p>" + "Råd é".encode("cp1252"),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>" + "Råd é".encode("cp1252"),
        "<p>Råd é".encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-8"?><html><p>' + "Råd é".encode(),
        b"<meta charset=utf-8><p>" + "Råd é".encode("cp1252"),
        b"<meta charset=nonsense><p>" + "Råd é".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read_document(data, "a.html").text == "Råd é"


def test_html_under_another_name_is_read_as_html() -> None:
    assert read_document(b"<!DOCTYPE html><p><del>Bo</del> Ek", "a.doc").media_type == "text/html"
    assert marked(read_document(b"\n<!-- x --><html><p><del>Bo</del> Ek", "a.txt")) == ["Bo"]


def test_a_page_that_shows_nothing_is_refused() -> None:
    with pytest.raises(ReadError, match="ingen text"):
        read_document(b"<html><script>document.write('x')</script>", "a.html")


def test_nesting_without_end_is_refused_and_deep_nesting_read() -> None:
    with pytest.raises(ReadError, match="nästlad för djupt"):
        read_document(b"<html>" + b"<div>" * 200_000 + b"x", "a.html")
    assert read_document(b"<html>" + b"<div>" * 4000 + b"x", "a.html").text == "x"
    assert "x" in read_document(b"<html>" + b"<table><tr><td>a<td>" * 500 + b"x", "a.html").text
    assert read_document(b"<html>" + b"<p>x<br>" * 20_000, "a.html").text.count("x") == 20_000


def test_absurd_spans_are_bounded() -> None:
    document = read("<table><tr>" + "<td colspan=99999 rowspan=99999>a" * 50 + "<tr><td>b</table>")
    assert len(document.text) < 20_000
