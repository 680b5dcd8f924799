from __future__ import annotations

import io
import zipfile

import pytest

from graph.errors import ReadError
from ingest.document import BlockKind, Document, MarkKind
from ingest.readers import read_document
from ingest.readers.numbering import format_number
from tests.readers.checks import assert_sound, kinds, marked, table, texts
from tests.readers.minutes import (
    BOLD,
    NUMBERING,
    STRUCK,
    W,
    cell,
    docx,
    numbered,
    paragraph,
    run,
)
from tests.readers.minutes import table as grid


def read(body: str, **parts: object) -> Document:
    document = read_document(docx(body, **parts), "a.docx")  # type: ignore[arg-type]
    assert_sound(document)
    assert document.carries_strikethrough
    return document


@pytest.mark.parametrize(
    ("content", "struck"),
    [
        (run("Bo Alm", STRUCK) + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, "<w:dstrike/>") + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, '<w:strike w:val="1"/>') + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, '<w:strike w:val="true"/>') + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, '<w:strike w:val="0"/>') + run(", Ek"), []),
        (run("Bo Alm", 0, '<w:strike w:val="false"/>') + run(", Ek"), []),
        (run("Bo Alm", 0, '<w:rStyle w:val="Struken"/>') + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, '<w:rStyle w:val="StrukenBarn"/>') + run(", Ek"), ["Bo Alm"]),
        (run("Bo Alm", 0, '<w:rStyle w:val="Struken"/><w:strike w:val="0"/>') + run(", Ek"), []),
        (f'<w:del w:id="1" w:author="x">{run("Bo Alm").replace("w:t", "w:delText")}</w:del>{run(", Ek")}', ["Bo Alm"]),
        (f'<w:ins w:id="1" w:author="x">{run("Bo Alm")}</w:ins>{run(", Ek")}', []),
        (f'<w:ins w:id="1" w:author="x">{run("Bo Alm", STRUCK)}</w:ins>{run(", Ek")}', ["Bo Alm"]),
        (f'<w:hyperlink w:anchor="x">{run("Bo Alm", STRUCK)}</w:hyperlink>{run(", Ek")}', ["Bo Alm"]),
        (f"<w:sdt><w:sdtContent>{run('Bo Alm', STRUCK)}</w:sdtContent></w:sdt>{run(', Ek')}", ["Bo Alm"]),
        (f"<w:smartTag><w:smartTag>{run('Bo Alm', STRUCK)}</w:smartTag></w:smartTag>{run(', Ek')}", ["Bo Alm"]),
        (run("Bo ", STRUCK) + run("Alm", STRUCK | BOLD) + run(", Ek"), ["Bo Alm"]),
    ],
)
def test_every_kind_of_strike(content: str, struck: list[str]) -> None:
    document = read(paragraph(content))
    assert document.text == "Bo Alm, Ek"
    assert marked(document) == struck


def test_strikes_inherited_from_paragraph_styles() -> None:
    body = paragraph(run("Bo Alm"), '<w:pStyle w:val="StrukenRad"/>') + paragraph(run("Ek Dal"), '<w:pStyle w:val="StrukenArv"/>')
    assert marked(read(body)) == ["Bo Alm", "Ek Dal"]


def test_a_struck_character_style_in_a_struck_paragraph_style_cancels_out() -> None:
    body = paragraph(run("Bo ", 0, '<w:rStyle w:val="Struken"/>') + run("Alm"), '<w:pStyle w:val="StrukenRad"/>')
    assert marked(read(body)) == ["Alm"]


def test_the_source_of_a_tracked_move_is_left_out_and_its_target_present() -> None:
    moved = f"<w:moveFrom w:id='1'>{run('Bo Alm ')}</w:moveFrom>{run('Ek ')}<w:moveTo w:id='2'>{run('Bo Alm')}</w:moveTo>"
    document = read(paragraph(moved))
    assert document.text == "Ek Bo Alm"
    assert not marked(document)


def test_hidden_text_and_empty_content_controls_are_left_out() -> None:
    placeholder = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klicka här')}</w:sdtContent></w:sdt>"
    document = read(paragraph(run("Synlig") + run(" dold", 0, "<w:vanish/>") + placeholder))
    assert document.text == "Synlig"


def test_field_codes_are_left_out_and_their_results_kept() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Bilaga 1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(run("Se ") + field)).text == "Se Bilaga 1"


def test_numbers_are_counted_as_word_prints_them() -> None:
    body = (
        numbered(run("Öppnande"), 2)
        + numbered(run("Rapporter"), 2)
        + numbered(run("Delrapport"), 2, 1)
        + numbered(run("Slutrapport"), 2, 1)
        + numbered(run("Bilaga"), 2, 2)
        + numbered(run("Övrigt"), 2)
        + numbered(run("Fråga"), 2, 1)
        + numbered(run("Ny lista"), 3)
        + numbered(run("Punkt"), 1)
    )
    document = read(body)
    assert texts(document) == [
        "1. Öppnande",
        "2. Rapporter",
        "2. a) Delrapport",
        "2. b) Slutrapport",
        "i. Bilaga",
        "3. Övrigt",
        "3. a) Fråga",
        "1. Ny lista",
        "- Punkt",
    ]
    assert [block.number for block in document.blocks] == ["1.", "2.", "2. a)", "2. b)", "i.", "3.", "3. a)", "1.", None]
    assert [block.level for block in document.blocks] == [0, 0, 1, 1, 2, 0, 1, 0, 0]
    assert set(kinds(document)) == {"listItem"}


def test_numbers_on_heading_styles_and_numbers_taken_away() -> None:
    styles = (
        f"<w:styles {W}><w:style w:type='paragraph' w:styleId='R'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:numId w:val='9'/></w:numPr>"
        "</w:pPr></w:style></w:styles>"
    )
    numbering = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='4'><w:lvl w:ilvl='0'><w:lvlText w:val='x%1'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='6'/><w:numFmt w:val='decimal'/><w:lvlText w:val='§ %2'/><w:pStyle w:val='R'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='9'><w:abstractNumId w:val='4'/></w:num></w:numbering>"
    )
    styled = '<w:pStyle w:val="R"/>'
    body = (
        paragraph(run("Val"), styled)
        + paragraph(run("Utan"), styled + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph(run("Rapport"), styled)
    )
    document = read(body, styles=styles, numbering=numbering)
    assert texts(document) == ["§ 6 Val", "Utan", "§ 7 Rapport"]
    assert [(block.kind, block.level) for block in document.blocks] == [(BlockKind.HEADING, 2)] * 3


def test_an_empty_numbered_paragraph_does_not_count() -> None:
    assert texts(read(numbered(run("a"), 2) + numbered("", 2) + numbered(run("b"), 2))) == ["1. a", "2. b"]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (1, "lowerLetter", "a"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimalZero", "07"),
        (7, "ordinal", "7"),
        (0, "lowerLetter", "0"),
        (-3, "lowerRoman", "-3"),
    ],
)
def test_number_formats(value: int, kind: str, shown: str) -> None:
    assert format_number(value, kind) == shown


def test_headings_by_style_outline_level_and_bold() -> None:
    body = (
        paragraph(run("Stil"), '<w:pStyle w:val="Rubrik1"/>')
        + paragraph(run("Nivå"), '<w:outlineLvl w:val="2"/>')
        + paragraph(run("Fet rad", BOLD))
        + paragraph(run("Text"))
    )
    document = read(body)
    assert kinds(document) == ["heading", "heading", "paragraph", "paragraph"]
    assert [block.level for block in document.blocks] == [1, 3, None, None]
    assert marked(document, MarkKind.BOLD) == ["Fet rad"]
    assert document.title == "Stil"


def test_tables_with_merged_cells_lines_and_numbers() -> None:
    two = paragraph(run("Bo Alm", STRUCK)) + paragraph(run("Ek Dal"))
    body = grid(
        [
            [cell(paragraph(run("Rubrik över två")), '<w:gridSpan w:val="2"/>'), cell(paragraph(run("C")))],
            [cell(paragraph(run("Ort")), '<w:vMerge w:val="restart"/>'), cell(two), cell(numbered(run("ett"), 2))],
            [
                cell(paragraph(""), "<w:vMerge/>"),
                cell(paragraph(run("rad") + "<w:r><w:br/></w:r>" + run("till"))),
                cell(paragraph("")),
            ],
        ]
    )
    document = read(body)
    assert table(document) == [["Rubrik över två", "", "C"], ["Ort", "Bo Alm\nEk Dal", "1. ett"], ["", "rad\ntill", ""]]
    assert marked(document) == ["Bo Alm"]


def test_a_nested_table_follows_its_outer_one() -> None:
    inner = grid([[cell(paragraph(run("x"))), cell(paragraph(run("y")))]])
    document = read(grid([[cell(paragraph(run("a"))), cell(paragraph(run("b")) + inner + paragraph(""))]]))
    assert table(document, 0) == [["a", "b"]]
    assert table(document, 1) == [["x", "y"]]


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    inner = grid([[cell(paragraph(run("x"))), cell(paragraph(run("y")))]])
    body = grid([[cell(paragraph(run("Rubrik"), '<w:pStyle w:val="Rubrik1"/>') + inner)], [cell(paragraph(run("text")))]])
    assert kinds(read(body)) == ["heading", "table", "paragraph"]


def test_rows_and_cells_inside_content_controls() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr>{cell(paragraph(run('a')))}<w:sdt><w:sdtContent>{cell(paragraph(run('b')))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent><w:tbl><w:tblPr/>{row}</w:tbl></w:sdtContent></w:sdt>"
    assert table(read(body)) == [["a", "b"]]


def test_tabbed_paragraphs_in_a_row_are_a_table() -> None:
    tab = "<w:r><w:tab/></w:r>"
    same = paragraph(run("Ort") + tab + run("Bo", STRUCK) + tab + tab + run("Ek")) * 2
    assert table(read(same)) == [["Ort", "Bo", "", "Ek"]] * 2
    uneven = paragraph(run("Ort") + tab + tab + run("Bo")) + paragraph(run("Längre ort") + tab + run("Ek"))
    assert table(read(uneven)) == [["Ort", "Bo"], ["Längre ort", "Ek"]]
    lone = paragraph(run("Ort") + tab + run("Bo")) + paragraph(tab + run("Ek")) + paragraph(run("By") + tab)
    assert table(read(lone)) == [["Ort", "Bo"], ["", "Ek"], ["By", ""]]
    assert kinds(read(paragraph(tab + run("Indraget")) * 2)) == ["paragraph", "paragraph"]
    assert texts(read(paragraph(run("1.") + tab + run("Val")) * 2)) == ["1. Val", "1. Val"]
    assert texts(read(paragraph(run("Tid:") + tab + run("09.00")))) == ["Tid:\t09.00"]


def test_breaks_hyphens_and_symbols() -> None:
    inside = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:cr/><w:t>e</w:t>"
    inside += '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="x" w:char="2022"/></w:r>'
    assert read(paragraph(inside)).text == "a\nb-cd\ne✓•"


def test_text_boxes_come_after_their_paragraph_and_once() -> None:
    box = "<w:txbxContent>" + paragraph(run("I rutan")) + "</w:txbxContent>"
    drawing = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    drawing += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(read(paragraph(run("Före") + drawing) + paragraph(run("Efter")))) == ["Före", "I rutan", "Efter"]


def test_a_deleted_row_and_a_deleted_cell_are_struck() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr>{cell(paragraph(run("Bo Alm")))}{cell(paragraph(run("Ek")))}</w:tr>'
    new = (
        f'<w:tr><w:trPr><w:ins w:id="2" w:author="x"/></w:trPr>{cell(paragraph(run("Dal")))}{cell(paragraph(run("Gran")))}</w:tr>'
    )
    lost = "<w:tr>" + cell(paragraph(run("Holm")), '<w:cellDel w:id="3"/>') + cell(paragraph(run("Lind"))) + "</w:tr>"
    body = grid([[cell(paragraph(run("a"))), cell(paragraph(run("b")))]]).replace("</w:tbl>", f"{gone}{new}{lost}</w:tbl>")
    document = read(body)
    assert table(document) == [["a", "b"], ["Bo Alm", "Ek"], ["Dal", "Gran"], ["Holm", "Lind"]]
    assert marked(document) == ["Bo Alm", "Ek", "Holm"]


def test_a_moved_paragraph_stands_where_it_went() -> None:
    source = '<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom w:id="2">' + run("Flyttad") + "</w:moveFrom></w:p>"
    target = '<w:moveToRangeStart w:id="3"/><w:p><w:moveTo w:id="4">' + run("Flyttad") + "</w:moveTo></w:p>"
    assert texts(read(source + paragraph(run("Text")) + target)) == ["Text", "Flyttad"]


def test_alternate_content_is_read_once_and_never_lost() -> None:
    emoji = "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback><w:t>tecken</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    both = "<w:r><mc:AlternateContent><mc:Choice><w:t>ett</w:t></mc:Choice><mc:Fallback><w:t>ett</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    around = (
        f"<mc:AlternateContent><mc:Choice>{run('två')}</mc:Choice><mc:Fallback>{run('två')}</mc:Fallback></mc:AlternateContent>"
    )
    assert read(paragraph(emoji + both + around)).text == "teckenetttvå"
    box = "<w:txbxContent>" + paragraph(run("I rutan", STRUCK)) + "</w:txbxContent>"
    shape = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    document = read(paragraph(shape) + paragraph(run("Efter")))
    assert texts(document) == ["I rutan", "Efter"]
    assert marked(document) == ["I rutan"]


def test_symbols_that_mark_presence_are_kept() -> None:
    def symbol(code: str, font: str = "Wingdings") -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    signs = "".join(symbol(code) for code in ("F0FC", "F0FB", "F0FE", "F0FD", "F0A8")) + symbol("F050", "Wingdings 2")
    assert read(paragraph(run("Bo ") + signs)).text == "Bo ✓✗☑☒☐✓"
    assert read(paragraph(run("a") + symbol("F0E0") + symbol("F0B7", "Symbol") + symbol("F041"))).text == "a→•"


def test_a_choice_from_a_list_in_a_form_is_read() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Närvarande"/>'
        '<w:listEntry w:val="Frånvarande"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(run("Bo Alm: ") + field)).text == "Bo Alm: Frånvarande"
    assert read(paragraph(run("Bo Alm: ") + field.replace('<w:result w:val="1"/>', ""))).text == "Bo Alm: Närvarande"


def test_fields_in_fields_and_contents() -> None:
    begin, part, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText> {} </w:instrText></w:r>".format
    line = f"<w:hyperlink w:anchor='_Toc1'>{run('1. Val')}<w:r><w:tab/></w:r>{begin}{code('PAGEREF _Toc1')}{part}{run('3')}{end}</w:hyperlink>"
    assert texts(read(paragraph(begin + code("TOC") + part + line + end))) == ["1. Val\t3"]
    simple = f"<w:fldSimple w:instr=' DATE '>{run('2031-03-12')}</w:fldSimple>"
    assert read(paragraph(run("Datum ") + simple)).text == "Datum 2031-03-12"


def test_comments_are_left_out_and_counted() -> None:
    comments = f"<w:comments {W}><w:comment w:id='0'>{paragraph(run('Stämmer detta?'))}</w:comment></w:comments>"
    body = paragraph(
        f"<w:commentRangeStart w:id='0'/>{run('Text')}<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"
    )
    document = read(body, parts={"comments.xml": ("comments", comments)})
    assert document.text == "Text"
    assert document.warnings == ("1 kommentar i marginalen lästes inte",)


def test_lines_with_tabs_in_one_paragraph_are_a_table() -> None:
    tab, line = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
    rows = run("Ort") + tab + run("Bo", STRUCK) + line + tab + run("Ek") + line + run("By") + tab + run("Alm")
    document = read(paragraph(run("Närvarande:", BOLD) + line + rows))
    assert kinds(document) == ["paragraph", "table"]
    assert table(document) == [["Ort", "Bo"], ["", "Ek"], ["By", "Alm"]]
    assert marked(document) == ["Bo"]
    assert kinds(read(paragraph(run("Tid:") + tab + run("09.00") + line + run("Plats")))) == ["paragraph"]


def test_a_list_goes_on_after_text_and_starts_anew_where_word_does() -> None:
    numbering = NUMBERING.replace("</w:numbering>", '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    body = numbered(run("a"), 2) + paragraph(run("text")) + numbered(run("b"), 2) + numbered(run("c"), 4)
    body += numbered(run("d"), 3) + numbered(run("e"), 3) + grid([[cell(numbered(run("f"), 3)), cell(paragraph(run("x")))]])
    assert texts(read(body, numbering=numbering)) == ["1. a", "text", "2. b", "3. c", "1. d", "2. e", "3. f\tx"]


@pytest.mark.parametrize("kind", ["document.main", "template.main", "macroEnabled.main", "macroEnabledTemplate.main"])
@pytest.mark.parametrize("file", ["a.docx", "a.docm", "a.dotx", "a.dotm", "utan ändelse"])
def test_documents_templates_and_those_with_macros(kind: str, file: str) -> None:
    data = docx(paragraph(run("Bo", STRUCK)))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main", kind.encode()))
        new.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen")
    assert marked(read_document(out.getvalue(), file)) == ["Bo"]


def test_pages_from_rendered_breaks() -> None:
    broken = "<w:r><w:t>slut på ett </w:t><w:lastRenderedPageBreak/><w:t>början på två</w:t></w:r>"
    explicit = '<w:r><w:br w:type="page"/></w:r>'
    document = read(paragraph(broken) + paragraph(explicit) + paragraph("<w:r><w:lastRenderedPageBreak/><w:t>tre</w:t></w:r>"))
    assert document.pages == 3
    assert texts(document) == ["slut på ett början på två", "tre"]
    assert document.page_of(document.text.index("början")) == 2
    assert document.blocks[-1].page == 3
    assert document.page_of(document.blocks[-1].start) == 3


def test_pages_from_explicit_breaks_where_none_is_rendered() -> None:
    section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
    body = (
        paragraph(run("ett") + '<w:r><w:br w:type="page"/></w:r>')
        + paragraph(run("två"), section)
        + paragraph(run("tre"))
        + paragraph(run("fyra"), "<w:pageBreakBefore/>")
    )
    document = read(body)
    assert [block.page for block in document.blocks] == [1, 2, 3, 4]
    assert read(paragraph(run("en sida"))).pages is None


def test_footnotes_headers_and_footers_stand_apart() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1">{paragraph("")}</w:footnote><w:footnote w:id="2">'
    notes += f"{paragraph('<w:r><w:footnoteRef/></w:r>' + run(' Se bilagan.'))}</w:footnote></w:footnotes>"
    header = f"<w:hdr {W}>{paragraph(run('Dnr 1/2031'))}{paragraph(run('Omsorgsrådet'))}</w:hdr>"
    footer = f"<w:ftr {W}>{paragraph(run('Sida 1'))}</w:ftr>"
    parts = {
        "footnotes.xml": ("footnotes", notes),
        "header1.xml": ("header", header),
        "header2.xml": ("header", header),
        "footer1.xml": ("footer", footer),
    }
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(paragraph(run("Plan") + reference + run(" antas.")) + paragraph(run("Slut.")), parts=parts)
    assert kinds(document) == ["paragraph", "paragraph", "footnote", "header", "footer"]
    assert texts(document) == ["Plan¹ antas.", "Slut.", "¹ Se bilagan.", "Dnr 1/2031\nOmsorgsrådet", "Sida 1"]


def test_strict_documents_are_read_like_transitional_ones() -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>x²</m:t></m:r></m:oMath>'
    data = docx(numbered(run("Bo", STRUCK) + run(" ") + formula, 2))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            for kind in (b"relationships", b"math"):
                content = content.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/" + kind,
                    b"http://purl.oclc.org/ooxml/officeDocument/" + kind,
                )
            new.writestr(name, content)
    document = read_document(out.getvalue(), "a.docx")
    assert document.text == "1. Bo x²"
    assert marked(document) == ["Bo"]


# -- bad input ---------------------------------------------------------------------------------------------------------


def parts_with(**changed: bytes) -> bytes:
    """A DOCX whose named parts are replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph(run("text"))))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return out.getvalue()


def refused(data: bytes, file: str = "a.docx") -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_document(data, file)
    assert caught.value.file == file
    assert caught.value.remedy
    return caught.value


def test_external_entities_are_not_resolved_and_refused() -> None:
    evil = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    assert "DTD" in refused(parts_with(document=evil.encode())).reason
    assert "DTD" in refused(parts_with(document=evil.encode("utf-16"))).reason
    assert "DTD" in refused(parts_with(document=(" " * 5000).join(evil.split(" ", 1)).encode())).reason
    assert "DTD" in refused(parts_with(styles=evil.encode())).reason


def test_entities_that_unfold_are_refused() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "x" * 100}">' for i in range(10))
    evil = f"<!DOCTYPE w [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    assert "DTD" in refused(parts_with(document=evil.encode())).reason


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    assert "för stor" in refused(parts_with(document=b" " * (60 * 2**20))).reason


def test_a_truncated_file_is_refused() -> None:
    data = docx(paragraph(run("text " * 5000)))
    assert "avbruten" in refused(data[: len(data) // 2]).reason
    assert "inte giltig XML" in refused(parts_with(document=f"<w:document {W}><w:body><w:p>".encode())).reason


def test_tables_nested_without_end_are_refused_or_read_in_bounds() -> None:
    body = paragraph(run("innerst"))
    for _ in range(3000):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert "256 nivåer" in refused(docx(body)).reason
    shallow = paragraph(run("innerst"))
    for _ in range(60):
        shallow = f"<w:tbl><w:tr><w:tc>{shallow}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>"
    assert read(shallow).text.count("b") == 60


def test_absurd_spans_are_bounded() -> None:
    wide = grid([[cell(paragraph(run("a")), '<w:gridSpan w:val="999999999"/>'), cell(paragraph(run("b")))]])
    assert len(table(read(wide))[0]) <= 101


def test_other_zips_are_named() -> None:
    def archive(**files: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            for name, content in files.items():
                new.writestr(name.replace("__", "/"), content)
        return out.getvalue()

    assert "Excel" in refused(archive(xl__workbook=b"")).reason
    assert "PowerPoint" in refused(archive(ppt__presentation=b"")).reason
    assert "zip-arkiv" in refused(archive(bild=b"")).reason
    assert "word/document.xml saknas" in refused(archive(word__styles=b"")).reason


def test_a_locked_file_is_named_as_locked() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert "låst med lösenord" in refused(ole).reason


def test_a_document_without_text_is_refused() -> None:
    assert "ingen text" in refused(docx(paragraph(""))).reason
