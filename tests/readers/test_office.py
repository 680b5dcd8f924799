from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from graph.errors import ReadError
from ingest.document import MarkKind
from ingest.readers import office, read_document, scan
from tests.readers.checks import assert_sound, kinds, marked, table, texts
from tests.readers.minutes import MINUTES, STRUCK, docx, numbered, paragraph, run, to_docx, to_odt
from tests.readers.pdfs import SOFFICE, convert_with_libreoffice, typeset

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def odt(body: str, styles: str = "", extra: dict[str, str] | None = None) -> bytes:
    data = to_odt([])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = (extra or {}).get(name, old.read(name).decode())
            content = content.replace("<office:text></office:text>", f"<office:text>{body}</office:text>")
            new.writestr(name, content.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>"))
    return out.getvalue()


def style(name: str, properties: str, parent: str = "", family: str = "text") -> str:
    inherited = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{inherited}><style:text-properties {properties}/></style:style>'
    )


def test_odt_strikes_by_style_parent_and_tracked_deletion() -> None:
    styles = style("A", 'style:text-line-through-style="solid"') + style("B", 'fo:font-weight="bold"', "A")
    styles += style("C", 'style:text-line-through-style="none"', "A") + style(
        "P", 'style:text-line-through-type="single"', family="paragraph"
    )
    body = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><text:p>Dal</text:p></text:deletion></text:changed-region>'
        "</text:tracked-changes>"
        '<text:p><text:span text:style-name="A">Bo</text:span> <text:span text:style-name="B">Alm</text:span> '
        '<text:span text:style-name="C">Ek</text:span> <text:change text:change-id="ct1"/> slut</text:p>'
        '<text:p text:style-name="P">Hel rad</text:p>'
    )
    document = read_document(odt(body, styles), "a.odt")
    assert_sound(document)
    assert texts(document) == ["Bo Alm Ek Dal slut", "Hel rad"]
    assert marked(document) == ["Bo", "Alm", "Dal", "Hel rad"]
    assert marked(document, MarkKind.BOLD) == ["Alm"]


def test_odt_lists_headings_tables_and_spaces() -> None:
    styles = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    body = (
        '<text:h text:outline-level="2">Rubrik</text:h>'
        '<text:list text:style-name="N"><text:list-item><text:p>ett</text:p><text:list><text:list-item><text:p>a-text</text:p></text:list-item>'
        "</text:list></text:list-item><text:list-item><text:p>två</text:p></text:list-item></text:list>"
        '<text:p>x<text:s text:c="3"/>y<text:tab/>z<text:line-break/>ny</text:p>'
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>A</text:p></table:table-cell>'
        "<table:covered-table-cell/><table:table-cell><text:p>C</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>'
        "<text:p>fot<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Not</text:p></text:note-body></text:note></text:p>"
    )
    document = read_document(odt(body, styles), "a.odt")
    assert_sound(document)
    assert texts(document) == ["Rubrik", "1. ett", "a) a-text", "2. två", "x y\tz\nny", "A\t\tC", "fot¹", "¹ Not"]
    assert kinds(document) == ["heading", "listItem", "listItem", "listItem", "paragraph", "table", "paragraph", "footnote"]
    assert [block.level for block in document.blocks][:4] == [2, 0, 1, 0]


def test_an_identifier_that_is_no_name_does_not_matter() -> None:
    assert read_document(odt('<text:p xml:id="geo1#2">Text</text:p>'), "a.odt").text == "Text"


def test_a_locked_odt_is_named_as_locked() -> None:
    with pytest.raises(ReadError, match="låst med lösenord"):
        read_document(odt("<text:p>x</text:p>", extra={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "a.odt")


@needs_libreoffice
@pytest.mark.parametrize(("suffix", "target"), [(".doc", "doc:MS Word 97"), (".rtf", "rtf"), (".odt", "odt")])
def test_old_formats_keep_strikes_numbers_and_tables(suffix: str, target: str, tmp_path: Path) -> None:
    body = numbered(run("Öppnande"), 2) + numbered(run("Val"), 2) + numbered(run("Fråga"), 2, 1)
    body += paragraph(run("Bo Alm", STRUCK) + run(", Ek")) + paragraph(run("Dal", 0, "<w:dstrike/>"))
    data = convert_with_libreoffice(docx(body), ".docx", target, tmp_path)
    document = read_document(data, f"a{suffix}")
    assert_sound(document)
    assert texts(document) == ["1. Öppnande", "2. Val", "2. a) Fråga", "Bo Alm, Ek", "Dal"]
    assert marked(document) == ["Bo Alm", "Dal"]
    assert document.carries_strikethrough
    assert suffix == ".odt" or document.media_type in ("application/msword", "application/rtf")


@needs_libreoffice
def test_minutes_as_old_word_give_the_table_they_had(tmp_path: Path) -> None:
    data = convert_with_libreoffice(to_docx(MINUTES), ".docx", "doc:MS Word 97", tmp_path)
    assert table(read_document(data, "a.doc"))[1] == ["Granstad", "Maja Ekdal (ordf)", "Otto Lind"]


@needs_libreoffice
def test_rubbish_that_libreoffice_cannot_open_is_refused() -> None:
    with pytest.raises(ReadError, match=r"kunde inte öppna|ingen text"):
        read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000) + "WordDocument".encode("utf-16-le"), "a.doc")


def test_without_libreoffice_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ARENDEGANG_SOFFICE", str(tmp_path / "saknas"))
    with pytest.raises(ReadError) as caught:
        read_document(b"{\\rtf1 text}", "a.rtf")
    assert "LibreOffice" in caught.value.reason
    assert caught.value.remedy == office.INSTALL


@pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="OCRmyPDF is not installed")
def test_a_scan_is_recognised_in_swedish_and_carries_no_strikes() -> None:
    source = typeset(MINUTES, strike="line")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in pypdfium2.PdfDocument(source):
        canvas.drawImage(ImageReader(page.render(scale=200 / 72).to_pil()), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    document = read_document(out.getvalue(), "a.pdf")
    assert_sound(document)
    assert "Minnesanteckningar Omsorgsrådet i Granlandet" in document.text
    assert "Norrbäcken" in document.text
    assert table(document)[1][:2] == ["Granstad", "Maja Ekdal (ordf)"]
    assert not document.carries_strikethrough
    assert not marked(document)
    assert document.pages == 1
    assert any("textigenkänning" in warning for warning in document.warnings)


def test_without_ocr_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scanned_pdf: bytes) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError) as caught:
        read_document(scanned_pdf, "a.pdf")
    assert "bilder utan text" in caught.value.reason
    assert caught.value.remedy == scan.INSTALL
