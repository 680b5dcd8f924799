from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from graph.errors import ReadError
from ingest.document import BlockKind, Document, MarkKind
from ingest.readers import read_document
from ingest.readers.pdf import MAX_PAGES, NoTextLayerError, read_pdf
from tests.readers.checks import assert_sound, kinds, marked, struck_words, table, texts
from tests.readers.minutes import BOLD, LONG, bullet, docx, grid, heading, italic, para, paragraph, run, struck, to_html, words
from tests.readers.pdfs import (
    CHROMIUM,
    SOFFICE,
    convert_with_libreoffice,
    print_with_chromium,
    typeset,
    with_libreoffice,
    with_reportlab,
)

SIZE = 12.0
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def drawn(*draw: Callable[[Canvas], None], pagesize: tuple[float, float] = A4, **options: object) -> bytes:
    """One page per function."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=pagesize, **options)  # type: ignore[arg-type]
    for page in draw:
        canvas.setFont("Helvetica", SIZE)
        canvas.setLineWidth(0.6)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> Document:
    document = read_document(data, "a.pdf")
    assert_sound(document)
    assert document.media_type == "application/pdf"
    return document


def width(text: str, font: str = "Helvetica", size: float = SIZE) -> float:
    return stringWidth(text, font, size)


# -- strikes -----------------------------------------------------------------------------------------------------------

X, Y = 100.0, 700.0
NAME = "Bo Alm"


def over_name(canvas: Canvas, low: float, thickness: float) -> None:
    canvas.rect(X, Y + low * SIZE, width(NAME), thickness * SIZE, stroke=0, fill=1)


STRIKES: dict[str, Callable[[Canvas], None]] = {
    "low stroke": lambda c: c.line(X, Y + 0.16 * SIZE, X + width(NAME), Y + 0.16 * SIZE),
    "high stroke": lambda c: c.line(X, Y + 0.36 * SIZE, X + width(NAME), Y + 0.36 * SIZE),
    "thin rectangle": lambda c: over_name(c, 0.24, 0.05),
    "drawn from right to left": lambda c: c.line(X + width(NAME), Y + 3, X, Y + 3),
    "slanted": lambda c: c.line(X, Y + 0.12 * SIZE, X + width(NAME), Y + 0.42 * SIZE),
    "a little short": lambda c: c.line(X + 1, Y + 3, X + width(NAME) - 1, Y + 3),
    "a little long": lambda c: c.line(X - 4, Y + 3, X + width(NAME) + 2, Y + 3),
    "in two pieces": lambda c: (c.line(X, Y + 3, X + 20, Y + 3), c.line(X + 20, Y + 3, X + width(NAME), Y + 3))[0],
    "red": lambda c: (c.setStrokeColor(colors.red), c.line(X, Y + 3, X + width(NAME), Y + 3))[0],
}


@pytest.mark.parametrize("name", STRIKES)
def test_strikes(name: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(X, Y, f"{NAME}, Anna Ek")
        STRIKES[name](canvas)

    assert "".join(struck_words(read(drawn(page)))).strip(",") == "BoAlm"


def test_strikes_inside_form_objects_and_transformed_pages() -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("f")
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(0, 0, NAME)
        canvas.line(0, 3, width(NAME), 3)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(X, Y)
        canvas.scale(0.8, 0.8)
        canvas.doForm("f")
        canvas.restoreState()
        canvas.drawString(X, 600, "Anna Ek")

    assert struck_words(read(drawn(page))) == ["Bo", "Alm"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_strikes_on_turned_pages(rotation: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        w, h = A4
        canvas.translate(*{90: (h, 0), 180: (w, h), 270: (0, w)}[rotation])  # reportlab turns the page box as well
        canvas.rotate(rotation)
        canvas.drawString(100, 300, "Anna Ek, ")
        canvas.drawString(100 + width("Anna Ek, "), 300, NAME)
        canvas.line(100 + width("Anna Ek, "), 303, 100 + width(f"Anna Ek, {NAME}"), 303)
        canvas.drawString(100, 280, "Nästa rad")

    document = read(drawn(page))
    assert struck_words(document) == ["Bo", "Alm"]
    assert document.text.split("\n")[0] == "Anna Ek, Bo Alm"


DECOYS: dict[str, Callable[[Canvas], None]] = {
    "underline": lambda c: c.line(X, Y - 1.2, X + width(NAME), Y - 1.2),
    "underline on the baseline": lambda c: c.line(X, Y, X + width(NAME), Y),
    "overline": lambda c: c.line(X, Y + 0.8 * SIZE, X + width(NAME), Y + 0.8 * SIZE),
    "highlight": lambda c: over_name(c, -0.2, 1.1),
    "redaction bar": lambda c: over_name(c, 0.05, 0.5),
    "box": lambda c: c.rect(X - 2, Y - 3, width(NAME) + 4, SIZE + 2, stroke=1, fill=0),
    "rule across the page": lambda c: c.line(40, Y + 3, 560, Y + 3),
    "white rule": lambda c: (c.setStrokeColor(colors.white), c.line(X, Y + 3, X + width(NAME), Y + 3))[0],
    "transparent rule": lambda c: (c.setStrokeAlpha(0.0), c.line(X, Y + 3, X + width(NAME), Y + 3))[0],
    "upright rule": lambda c: c.line(X + 10, Y - 3, X + 10, Y + SIZE),
    "steep line": lambda c: c.line(X, Y - 5, X + width(NAME), Y + 15),
    "short dash": lambda c: c.line(X, Y + 3, X + 3, Y + 3),
    "strike of the next word only": lambda c: c.line(X + width(f"{NAME}, ") - 2, Y + 3, X + width(f"{NAME}, Anna Ek"), Y + 3),
}


@pytest.mark.parametrize("name", DECOYS)
def test_what_is_no_strike(name: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(X, Y, f"{NAME}, Anna Ek")
        DECOYS[name](canvas)

    document = read(drawn(page))
    assert not set(struck_words(document)) & {"Bo", "Alm", "Alm,"}
    assert document.carries_strikethrough


def test_a_struck_space_between_names_strikes_nobody() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(X, Y, "Bo Alm   Anna Ek")
        canvas.line(X + width("Bo Alm") - 0.5, Y + 3, X + width("Bo Alm   ") + 0.5, Y + 3)

    assert not struck_words(read(drawn(page)))


def test_part_of_a_word_is_struck_letter_by_letter() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(X, Y, "Sjövik-Bergatorp (Ek)")
        canvas.line(X, Y + 3, X + width("Sjövik-"), Y + 3)
        canvas.line(X + width("Sjövik-Bergatorp ("), Y + 3, X + width("Sjövik-Bergatorp (Ek"), Y + 3)

    assert marked(read(drawn(page))) == ["Sjövik-", "Ek"]


def test_strikes_in_dense_table_rows_do_not_hit_the_neighbours() -> None:
    rows = [[f"Ort{i}", words(struck(f"Namn{i} Alm")) if i % 2 else f"Namn{i} Alm"] for i in range(30)]
    document = read(typeset([grid(*rows)], size=7))  # type: ignore[arg-type]
    assert struck_words(document) == [w for i in range(1, 30, 2) for w in (f"Namn{i}", "Alm")]
    assert len(table(document)) == 30


# -- words and lines ---------------------------------------------------------------------------------------------------


def lines(*rows: str, x: float = 72.0, leading: float = 15.0, font: str = "Helvetica") -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        canvas.setFont(font, SIZE)
        for index, row in enumerate(rows):
            canvas.drawString(x, 760 - index * leading, row)

    return page


FULL = "Ledamöterna i rådet har tagit del av underlaget och ställer sig bakom planen som"


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("gemen-", "samma planen", "gemensamma planen"),
        ("Sjövik-", "Berga kommun", "Sjövik-Berga kommun"),
        ("hälso-", "och sjukvård", "hälso- och sjukvård"),
        ("RSS-", "frågor i länet", "RSS-frågor i länet"),
        ("2026-", "06-11 i Granstad", "2026-06-11 i Granstad"),
        ("läns\u00ad", "rådet i staden", "länsrådet i staden"),
        ("ord", "och fler ord", "ord och fler ord"),
        ("kl. 9 \u2013", "12 på plats", "kl. 9 \u2013 12 på plats"),
    ],
)
def test_lines_are_joined_and_hyphens_resolved(end: str, start: str, joined: str) -> None:
    document = read(drawn(lines(f"{FULL} {end}", f"{start}.")))
    assert document.text.endswith(f"{joined}.")
    assert "\n" not in document.text


def test_lines_that_the_writer_ended_stay_lines() -> None:
    document = read(drawn(lines("Anna Ek, ordförande", "Bo Alm, sekreterare", FULL + " antas", "av rådet.", "Slut")))
    assert document.text.split("\n")[:2] == ["Anna Ek, ordförande", "Bo Alm, sekreterare"]
    assert f"{FULL} antas av rådet." in document.text


def test_spaces_ligatures_and_soft_hyphens(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    page = "<meta charset=utf-8><p style='font-family:\"DejaVu Serif\"'>officiellt flöde 10&nbsp;000&nbsp;kr l&shy;äns&shy;råd"
    assert read(print_with_chromium(page.encode(), tmp_path)).text.startswith("officiellt flöde 10 000 kr länsråd")


def test_note_numbers_behind_words_are_written_raised() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Planen")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72 + width("Planen"), 704, "12")
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(72 + width("Planen") + width("12", size=7), 700, " antogs 2026.")

    assert read(drawn(page)).text == "Planen¹² antogs 2026."


def test_bold_and_italic_are_told_by_the_face() -> None:
    document = read(typeset([para("Beslut: ", ("att anta", BOLD), " och ", italic("Föredragande."))]))
    assert marked(document, MarkKind.BOLD) == ["att anta"]
    assert marked(document, MarkKind.ITALIC) == ["Föredragande."]


def test_headings_by_size_and_paragraphs_by_distance() -> None:
    document = read(
        typeset([heading(1, "Stor"), para(LONG), heading(2, "Mellan"), para("Kort text."), bullet("punkt"), para("Slut.")])
    )
    assert kinds(document) == ["heading", "paragraph", "heading", "paragraph", "listItem", "paragraph"]
    assert [block.level for block in document.blocks] == [1, None, 2, None, 0, None]
    assert texts(document)[1] == LONG


def test_text_outside_the_page_is_left_out() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Synlig")
        canvas.drawString(72, 2000, "Utanför")

    assert read(drawn(page)).text == "Synlig"


def test_text_that_runs_upwards_stands_apart() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Text i flödet")
        canvas.rotate(90)
        canvas.drawString(100, -30, "Justerandes sign")

    document = read(drawn(page))
    assert texts(document) == ["Text i flödet", "Justerandes sign"]
    assert kinds(document) == ["paragraph", "footer"]


# -- tables ------------------------------------------------------------------------------------------------------------


def test_wrapped_cells_stay_cells_with_and_without_rules() -> None:
    part = grid(
        ["Ort", "Ledamot", "Uppdrag"],
        ["Granstad", "Maja Ekdal", "ordförande i rådet och i dess arbetsutskott sedan våren"],
        ["Sjövik-Berga", "Elis Björk och Signe Alm som ersättare för honom", "ledamot"],
        ["By", "", "ledamot i rådet och i dess arbetsutskott sedan våren"],
    )
    expected = [["".join(text for text, _ in cell) for cell in row] for row in part.rows]
    for ruled in (True, False):
        assert table(read(typeset([para("Före"), part, para("Efter")], grid=ruled))) == expected
        assert table(read(with_reportlab([para("Före"), part, para("Efter")], grid=ruled))) == expected


@needs_chromium
@pytest.mark.parametrize("border", [True, False])
def test_cells_set_at_mid_height_stay_in_their_row(border: bool, tmp_path: Path) -> None:
    rows = [["Maja Ekdal, Otto Lind, Signe Alm", "Granstad", "Vera Holm", "avdelningschef för omsorg och stöd"]]
    rows += [["Elis Björk", "Sjövik", "Åke Öberg", "enhetschef"], ["Tore Gran, Ärla Dahl, Rut Ask", "By", "", "ledamot"]] * 3
    css = "table{width:470px} td{vertical-align:middle}"
    page = to_html([para("Före"), grid(*rows), heading(2, "1. Rubrik"), para("Efter")], border=border, extra_css=css)
    document = read(print_with_chromium(page, tmp_path))
    found = table(document)
    if not border:  # without rules nobody can tell how wide the last column is, so its lines stay lines
        found = [[cell.replace("\n", " ") for cell in row] for row in found]
    assert found == rows
    assert kinds(document)[:4] == ["paragraph", "table", "heading", "paragraph"]


@needs_libreoffice
def test_a_row_that_a_page_break_cuts_is_one_row(tmp_path: Path) -> None:
    cell = "Maja Ekdal, Otto Lind, Signe Alm, Vera Holm, Elis Björk"
    for before in (26, 27, 30):  # with 27 and 30 the break falls inside a row
        rows = [[f"{cell} {index}", f"Ort{index}", "ledamot"] for index in range(12)]
        folder = tmp_path / str(before)
        folder.mkdir()
        parts = [para("rad")] * before + [grid(*rows), para("Efter")]
        assert table(read(with_libreoffice(parts, folder))) == rows


def test_paragraphs_without_distance_end_where_a_capital_had_room() -> None:
    short = ["2. Godkännande av dagordning i Granlandet", "Omsorgsrådssammanträdet beslutade", "att godkänna dagordningen"]
    parts = [para(line) for _ in range(4) for line in (*short, LONG)]
    document = read(typeset(parts, spacing=0))
    assert [line for line in document.text.split("\n") if line] == [line for _ in range(4) for line in (*short, LONG)]


def test_merged_cells() -> None:
    def page(canvas: Canvas) -> None:
        for x, y, w, h, text in (
            (72, 700, 200, 20, "Över två"),
            (272, 660, 100, 60, "Hög"),
            (72, 680, 100, 20, "a"),
            (172, 680, 100, 20, "b"),
            (72, 660, 100, 20, "c"),
            (172, 660, 100, 20, "d"),
        ):
            canvas.rect(x, y, w, h)
            canvas.drawString(x + 4, y + h - 14, text)

    assert table(read(drawn(page))) == [["Över två", "", "Hög"], ["a", "b", ""], ["c", "d", ""]]


def test_a_table_with_upright_rules_only_keeps_its_rows() -> None:
    def page(canvas: Canvas) -> None:
        for x in (72, 172, 272):
            canvas.line(x, 760, x, 640)
        for y in (760, 640):
            canvas.line(72, y, 272, y)
        for row in range(5):
            canvas.drawString(76, 742 - row * 20, f"Ort{row}")
            canvas.drawString(176, 742 - row * 20, f"Namn{row}")

    assert table(read(drawn(page))) == [[f"Ort{row}", f"Namn{row}"] for row in range(5)]


def test_a_frame_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 600, 480, 180)
        lines("Rubrik", "text i ramen")(canvas)

    assert BlockKind.TABLE.value not in kinds(read(drawn(page)))


def test_dashed_and_double_rules() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setDash(2, 2)
        for y in (760, 740, 720):
            canvas.line(72, y, 272, y)
        canvas.setDash()
        for x in (72, 74, 172, 174, 272):
            canvas.line(x, 760, x, 720)
        for row, y in enumerate((745, 725)):
            canvas.drawString(78, y, f"a{row}")
            canvas.drawString(180, y, f"b{row}")

    assert table(read(drawn(page))) == [["a0", "b0"], ["a1", "b1"]]


def test_a_table_that_goes_on_over_pages_is_one_table() -> None:
    rows: list[list[str]] = [["Ort", "Namn"], *([f"Ort{i}", f"Namn{i}"] for i in range(60))]
    document = read(with_reportlab([para("Före"), grid(*rows), para("Efter")]))
    assert table(document) == rows
    assert document.pages == 2
    second = document.page_starts[1]
    assert document.text[second:].startswith("Ort")
    assert kinds(document) == ["paragraph", "table", "paragraph"]


@needs_chromium
def test_a_heading_row_printed_again_on_the_next_page_is_left_out(tmp_path: Path) -> None:
    body = "".join(f"<tr><td>Ort{i}</td><td>Namn{i}</td></tr>" for i in range(60))
    page = f"<style>td,th{{border:1px solid;text-align:left}}</style><table><thead><tr><th>Ort<th>Namn</thead>{body}</table>"
    document = read(print_with_chromium(page.encode(), tmp_path))
    assert table(document) == [["Ort", "Namn"], *([f"Ort{i}", f"Namn{i}"] for i in range(60))]


def test_two_columns_drawn_one_after_the_other_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        for x, side in ((72, "vänster"), (320, "höger")):
            for row in range(8):
                canvas.drawString(x, 760 - row * 15, f"Rad {row} i den text som står till {side}")

    text = read(drawn(page)).text
    assert text.index("Rad 7 i den text som står till vänster") < text.index("Rad 0 i den text som står till höger")


def test_columns_set_with_tabs_give_rows() -> None:
    def page(canvas: Canvas) -> None:
        for row in range(6):
            for column in range(3):
                if (row, column) != (3, 2):
                    canvas.drawString(72 + 150 * column, 760 - row * 15, f"namn {row} {column}")

    expected = [[f"namn {row} {column}" if (row, column) != (3, 2) else "" for column in range(3)] for row in range(6)]
    assert table(read(drawn(page))) == expected


def test_one_line_with_a_gap_is_a_line_with_a_tab() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 760, "Datum:")
        canvas.drawString(200, 760, "2031-03-12")
        canvas.drawString(72, 700, "1.")
        canvas.drawString(110, 700, "Mötets öppnande")

    assert texts(read(drawn(page))) == ["Datum:\t2031-03-12", "1. Mötets öppnande"]


def test_justified_lines_are_not_taken_for_columns(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    page = f"<meta charset=utf-8><div style='width:260px;text-align:justify;font:12pt \"DejaVu Sans\"'>{LONG}</div>"
    assert read(print_with_chromium(page.encode(), tmp_path)).text.split("\n")[0] == LONG


# -- pages, headers and footers ----------------------------------------------------------------------------------------


def test_repeated_headers_and_page_numbers_leave_the_flow() -> None:
    parts = [para(f"{index} {LONG}") for index in range(20)]
    document = read(typeset(parts, header="Omsorgsrådet i Granlandet"))
    assert document.pages == 3
    apart = [
        (block.kind.value, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is not BlockKind.PARAGRAPH
    ]
    assert apart == [("header", "Omsorgsrådet i Granlandet\tSida 1")]
    assert [text for text in texts(document) if text[0].isdigit()] == [f"{index} {LONG}" for index in range(20)]


def test_a_paragraph_over_two_pages_is_one_block_that_tells_its_pages() -> None:
    document = read(typeset([para(" ".join([LONG] * 20))]))
    assert len(document.blocks) == 1
    assert document.pages == len(document.page_starts) == 2
    assert document.text == " ".join([LONG] * 20)
    assert document.text[document.page_starts[1] - 1] == " "


def test_repeated_paragraph_numbers_at_the_top_of_pages_are_no_header() -> None:
    pages = [lines(f"§ {45 + 3 * index}", f"Beslut nummer {index} antas av rådet.") for index in range(5)]
    document = read(drawn(*pages))
    assert [text for text in texts(document) if text.startswith("§")]
    assert BlockKind.HEADER.value not in kinds(document)


def test_pages_that_only_begin_alike_lose_nothing() -> None:
    starts = ["Minnesanteckningar från mötet", "Omsorgsrådet beslutade", "Omsorgsrådet beslutade"]
    pages = [lines(start, "", "", f"att anta plan {index}") for index, start in enumerate(starts)]
    document = read(drawn(*pages))
    assert document.text.count("Omsorgsrådet beslutade") == 2
    assert set(kinds(document)) == {"paragraph"}


def test_empty_pages_count() -> None:
    document = read(drawn(lines("ett"), lambda canvas: None, lines("tre")))
    assert document.pages == 3
    assert [block.page for block in document.blocks] == [1, 3]
    assert document.page_of(document.text.index("tre")) == 3


@needs_libreoffice
def test_footnotes_headers_and_numbers_from_libreoffice(tmp_path: Path) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{paragraph("<w:r><w:continuationSeparator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("x", 0, "<w:vertAlign w:val=" + chr(34) + "superscript" + chr(34) + "/>").replace("<w:t xml:space=" + chr(34) + "preserve" + chr(34) + ">x</w:t>", "<w:footnoteRef/>") + run(" Se bilagan om planen.", 0, "<w:sz w:val=" + chr(34) + "18" + chr(34) + "/>"))}</w:footnote></w:footnotes>'
    )
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("Planen") + reference + run(f" antas. {LONG}")) + paragraph(run("Slut."))
    data = convert_with_libreoffice(docx(body, parts={"footnotes.xml": ("footnotes", notes)}), ".docx", "pdf", tmp_path)
    document = read(data)
    assert texts(document)[0].startswith("Planen¹ antas. Arbetsgruppen")
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE
    assert texts(document)[-1].endswith("Se bilagan om planen.")


@needs_libreoffice
def test_twenty_pages_from_libreoffice_lose_no_word(tmp_path: Path) -> None:
    parts = [
        part
        for index in range(60)
        for part in (heading(2, f"{index}. Rubrik"), para(f"{index}: {LONG}"), para(struck(f"Namn{index}")))
    ]
    document = read(with_libreoffice(parts, tmp_path))
    assert struck_words(document) == [f"Namn{index}" for index in range(60)]
    assert document.text.count(LONG) == 60


# -- bad input ---------------------------------------------------------------------------------------------------------


def refused(data: bytes, file: str = "a.pdf") -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_document(data, file)
    assert caught.value.file == file
    assert caught.value.remedy
    return caught.value


def test_a_locked_file_is_named_as_locked() -> None:
    assert "låst med lösenord" in refused(drawn(lines("x"), encrypt=StandardEncryption("hemligt", strength=128))).reason


def test_a_file_locked_against_copying_only_is_read() -> None:
    assert read(drawn(lines("Läsbar"), encrypt=StandardEncryption("", "ägaren", canCopy=0))).text == "Läsbar"


def test_a_file_without_pages_is_refused() -> None:
    out = io.BytesIO()
    pypdfium2.PdfDocument.new().save(out)
    assert "inga sidor" in refused(out.getvalue()).reason


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_truncated_files_are_refused_or_read_with_a_warning(share: float) -> None:
    data = typeset([para(LONG)] * 40)
    try:
        document = read_document(data[: int(share * len(data))], "a.pdf")
    except ReadError as error:
        assert error.remedy  # noqa: PT017 - either outcome is right
        return
    assert any("avbruten" in warning for warning in document.warnings)


def test_a_scan_is_told_from_an_empty_page(scanned_pdf: bytes) -> None:
    with pytest.raises(NoTextLayerError, match="bilder utan text") as caught:
        read_pdf(scanned_pdf, "a.pdf")
    assert caught.value.is_scan
    with pytest.raises(NoTextLayerError, match="ingen text") as caught:
        read_pdf(drawn(lambda canvas: None), "a.pdf")
    assert not caught.value.is_scan


def test_an_invisible_text_layer_does_not_carry_strikes(scanned_pdf: bytes) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(0, 0, *A4, stroke=0, fill=0)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("Igenkänd text: Bo Alm (överstruken = frånvarande)")
        canvas.drawText(text)

    document = read(drawn(page))
    assert document.text.startswith("Igenkänd text")
    assert not document.carries_strikethrough
    assert document.warnings


def test_too_many_pages_are_refused_at_once() -> None:
    data = drawn(*[lambda canvas: None] * (MAX_PAGES + 1))
    assert str(MAX_PAGES) in refused(data).reason


def test_a_pdf_under_another_name_is_read_as_pdf() -> None:
    assert read_document(drawn(lines("Text")), "a.docx").media_type == "application/pdf"


def test_rubbish_named_pdf_is_refused_and_text_named_pdf_is_read() -> None:
    assert "inte PDF" in refused(bytes(range(256)) * 20).reason
    assert read_document("Närvarande: Anna Ek".encode(), "a.pdf").media_type == "text/plain"


def test_scripts_are_not_run_and_do_not_show() -> None:
    data = drawn(lines("Text")).replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    )
    assert read(data).text == "Text"


def test_a_page_crowded_with_lines_is_read_in_bounds() -> None:
    def page(canvas: Canvas) -> None:
        lines("Text under ett nät av linjer")(canvas)
        path = canvas.beginPath()
        for index in range(30_000):
            path.moveTo(index % 600, index // 60)
            path.lineTo((index * 7) % 600, index // 60)
        canvas.drawPath(path)

    assert "Text" in read(drawn(page)).text
