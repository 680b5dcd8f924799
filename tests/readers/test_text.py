from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.errors import ReadError
from ingest.document import BlockKind, Document, MarkKind
from ingest.readers import read_document
from ingest.readers.inline import parse_inline
from ingest.readers.styled import STRUCK
from ingest.readers.text import read_text
from tests.readers.checks import assert_sound, kinds, marked, table, texts


def read(text: str, file: str = "a.txt") -> Document:
    document = read_document(text.encode(), file)
    assert_sound(document)
    return document


@pytest.mark.parametrize(
    ("source", "kept", "struck"),
    [
        ("~~Bo Alm~~, Anna Ek", "Bo Alm, Anna Ek", ["Bo Alm"]),
        ("~~ Bo Alm ~~ Anna Ek", "Bo Alm Anna Ek", ["Bo Alm"]),
        ("~Bo Alm~, Anna Ek", "Bo Alm, Anna Ek", ["Bo Alm"]),
        ("<del>Bo</del> <s>Alm</s> <strike>Ek</strike> Dal", "Bo Alm Ek Dal", ["Bo", "Alm", "Ek"]),
        ("<DEL>Bo</DEL> Ek", "Bo Ek", ["Bo"]),
        ('<span style="text-decoration: line-through">Bo</span> Ek', "Bo Ek", []),
        ("B\u0336o\u0336 Ek", "Bo Ek", ["Bo"]),
        ("B\u0336o\u0336 \u0336A\u0336l\u0336m\u0336 Ek", "Bo Alm Ek", ["Bo Alm"]),
        ("~~Bo~~ ~~Alm~~", "Bo Alm", ["Bo", "Alm"]),
        ("~~Bo Alm~~ Carl Dal", "Bo Alm Carl Dal", ["Bo Alm"]),
        ("ca ~10 personer, ~20 kronor", "ca ~10 personer, ~20 kronor", []),
        ("~~ensam utan slut", "~~ensam utan slut", []),
        ("\\~~inte struken\\~~", "~~inte struken~~", []),
        ("<del>Bo Alm, Anna Ek", "Bo Alm, Anna Ek", ["Bo Alm, Anna Ek"]),
        ("Bo Alm</del>, Anna Ek", "Bo Alm, Anna Ek", []),
        ("**~~Bo~~ Ek**", "Bo Ek", ["Bo"]),
    ],
)
def test_strikes_leave_the_text_and_become_marks(source: str, kept: str, struck: list[str]) -> None:
    document = read(source)
    assert document.text == kept
    if 'style="' not in source:
        assert marked(document) == struck
        assert document.carries_strikethrough is bool(struck)


def test_a_span_with_line_through_is_struck() -> None:
    assert marked(read('<span style="text-decoration:line-through">Bo</span> Ek')) == ["Bo"]


@pytest.mark.parametrize(
    ("source", "kept", "bold", "italic"),
    [
        ("**Beslut:** text", "Beslut: text", ["Beslut:"], []),
        ("**Beslut: **text", "Beslut: text", ["Beslut:"], []),
        ("__Beslut__ _text_", "Beslut text", ["Beslut"], ["text"]),
        ("***a b*** c", "a b c", ["a b"], ["a b"]),
        ("*a b*, 5*3*2 och 5 * 3", "a b, 5*3*2 och 5 * 3", [], ["a b"]),
        ("snake_case_namn", "snake_case_namn", [], []),
        ("<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <u>e</u>", "a b c d e", ["a", "b"], ["c", "d"]),
        ("*Föredragande: A B  \nC D*", "Föredragande: A B\nC D", [], ["Föredragande: A B\nC D"]),
        ("Bo Alm* och\n*via länk", "Bo Alm* och\n*via länk", [], []),
        ("[Bygg **vidare**](https://x.se/a_(b)) slut", "Bygg vidare slut", ["vidare"], []),
        ("<https://x.se/a_b_c> &amp; &aring; &#229; &okänd;", "https://x.se/a_b_c & å å &okänd;", [], []),
        ("en \\*stjärna\\* och 3 < 5 <namn> x", "en *stjärna* och 3 < 5 <namn> x", [], []),
        ("före <!-- dold --> efter", "före efter", [], []),
        ("a<br>b<br/>c", "a\nb\nc", [], []),
    ],
)
def test_other_inline_marks(source: str, kept: str, bold: list[str], italic: list[str]) -> None:
    document = read(source)
    assert document.text == kept
    assert marked(document, MarkKind.BOLD) == bold
    assert marked(document, MarkKind.ITALIC) == italic
    assert not document.carries_strikethrough


def test_blocks() -> None:
    document = read(
        "Råd i Granstad\n==============\n\n## 2. Rubrik **fet** ##\nrad ett\nrad två  \nrad tre\n"
        "\n\n- punkt\n  fortsatt\n* punkt\n---\n> citat\n"
    )
    assert kinds(document) == ["heading", "heading", "paragraph", "listItem", "listItem", "paragraph"]
    assert texts(document) == [
        "Råd i Granstad",
        "2. Rubrik fet",
        "rad ett\nrad två\nrad tre",
        "- punkt\nfortsatt",
        "- punkt",
        "citat",
    ]
    assert [block.level for block in document.blocks] == [1, 2, None, 0, 0, None]
    assert document.title == "Råd i Granstad"


def test_tab_rows_become_a_table_with_exact_cells() -> None:
    document = read("Närvarande:\n<i>Ort A</i>\tAnna Ek (ordf)\t<del>Bo Alm</del>\t\n\t~~Carl Dal~~\tDora Ek\t\nEfter")
    assert kinds(document) == ["paragraph", "table", "paragraph"]
    assert table(document) == [["Ort A", "Anna Ek (ordf)", "Bo Alm", ""], ["", "Carl Dal", "Dora Ek", ""]]
    assert marked(document) == ["Bo Alm", "Carl Dal"]
    assert document.is_struck((document.text.index("Bo"), document.text.index("Bo") + 6))


def test_one_tab_in_one_line_is_no_table_and_two_are() -> None:
    assert kinds(read("1.\tMötets öppnande\n§ 2\tVal\na)\tPunkt")) == ["paragraph"]
    assert kinds(read("Tid:\t09.00")) == ["paragraph"]
    assert table(read("Tid:\t09.00\nPlats:\tGranstad")) == [["Tid:", "09.00"], ["Plats:", "Granstad"]]
    assert table(read("A\tB\tC")) == [["A", "B", "C"]]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        (
            "Ledamöter\tErsättare\nBo Ek\tEva Ask\n\tNils Alm",
            [["Ledamöter", "Ersättare"], ["Bo Ek", "Eva Ask"], ["", "Nils Alm"]],
        ),
        ("\tErsättare\nBo Ek\tEva Ask", [["", "Ersättare"], ["Bo Ek", "Eva Ask"]]),
        ("Ort\tNamn\nBy\t\n\tEk\nBerg\tAlm", [["Ort", "Namn"], ["By", ""], ["", "Ek"], ["Berg", "Alm"]]),
        ("Ort\t<del>Bo</del>\n\t<del>Ek</del>", [["Ort", "Bo"], ["", "Ek"]]),
    ],
)
def test_a_row_with_an_empty_cell_stays_in_its_table(source: str, rows: list[list[str]]) -> None:
    document = read(source)
    assert kinds(document) == ["table"]
    assert table(document) == rows


@pytest.mark.parametrize(
    "source", ["\tEtt indraget stycke\n\tEtt till", "\t\t\tPROTOKOLL", "Rubrik\t\nText\t", "\t\tA\nTid:\t09.00"]
)
def test_tabs_at_the_ends_of_a_line_alone_are_no_table(source: str) -> None:
    assert set(kinds(read(source))) == {"paragraph"}


def test_a_table_goes_on_after_a_blank_line_with_as_many_tabs() -> None:
    assert table(read("A\tB\tC\nD\tE\tF\n\nG\tH\tI")) == [["A", "B", "C"], ["D", "E", "F"], ["G", "H", "I"]]
    assert kinds(read("A\tB\tC\nD\tE\tF\n\nG\tH")) == ["table", "paragraph"]


def test_pipe_tables() -> None:
    document = read("| Ort | Namn |\n|:--|---|\n| A\\|B | ~~Bo~~<br>Ek |\n\nOrt | Namn\n--- | ---\nC | D\n")
    assert table(document) == [["Ort", "Namn"], ["A|B", "Bo\nEk"]]
    assert table(document, 1) == [["Ort", "Namn"], ["C", "D"]]
    assert marked(document) == ["Bo"]


def test_html_tables_that_converters_leave() -> None:
    document = read(
        "Närvarande:\n<table>\n<tr><td>Ort</td><td><s>Bo</s></td></tr>\n<tr><td>By</td><td>Ek</td></tr>\n</table>\nSlut <table"
    )
    assert kinds(document) == ["paragraph", "table", "paragraph"]
    assert table(document) == [["Ort", "Bo"], ["By", "Ek"]]
    assert marked(document) == ["Bo"]
    assert document.carries_strikethrough


def test_columns_set_with_spaces_become_a_table() -> None:
    document = read("Ort        Namn ett       Namn tre\nGagnafors  Namn två\nBy         Namn fem       Namn fyra")
    assert table(document) == [["Ort", "Namn ett", "Namn tre"], ["Gagnafors", "Namn två", ""], ["By", "Namn fem", "Namn fyra"]]
    assert kinds(read("En mening   med hål.\nEn annan mening utan.\nEn tredje   här")) == ["paragraph"]


def test_a_mark_over_several_rows_strikes_each() -> None:
    assert marked(read("<del>A\tB\nC\tD</del>\nE\tF")) == ["A", "B", "C", "D"]
    assert marked(read("~~A\tB\nC\tD~~\nE\tF")) == ["A", "B", "C", "D"]


def test_an_unclosed_strike_ends_with_its_cell() -> None:
    assert marked(read("A\t<del>B\tC\nD\tE\tF")) == ["B"]


def test_form_feeds_tell_pages() -> None:
    document = read("ett\n\ftvå\nrader\n\n\f\fa\tb\tc\nd\te\tf\n\f")
    assert document.pages == 4
    assert [document.page_of(block.start) for block in document.blocks] == [block.page for block in document.blocks]
    assert document.page_of(document.text.index("två")) == 2
    assert document.page_of(document.text.index("a\tb")) == 4
    assert read("utan sidor").pages is None


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        ("Råd ÅÄÖ é".encode(), False),
        (codecs.BOM_UTF8 + "Råd ÅÄÖ é".encode(), False),
        ("Råd ÅÄÖ é".encode("utf-16"), False),
        ("Råd ÅÄÖ é".encode("utf-16-le"), True),
        ("Råd ÅÄÖ é".encode("utf-16-be"), True),
        (codecs.BOM_UTF16_BE + "Råd ÅÄÖ é".encode("utf-16-be"), False),
        ("Råd ÅÄÖ é".encode("utf-32"), False),
        ("Råd ÅÄÖ é".encode("cp1252"), True),
    ],
)
def test_encodings(data: bytes, warned: bool) -> None:
    document = read_document(data, "a.txt")
    assert document.text == "Råd ÅÄÖ é"
    assert bool(document.warnings) is warned


def test_one_damaged_byte_in_utf8_does_not_turn_the_rest_to_rubbish() -> None:
    document = read_document("Välfärdsrådet i Bergslagen på hösten åtta öl".encode()[:-1] + b"\xc3", "a.txt")
    assert document.text.startswith("Välfärdsrådet")
    assert document.warnings


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tom"),
        (b"  \n\t\n", "ingen text"),
        (random.Random(1).randbytes(5000), "binära"),
        (random.Random(2).randbytes(40), "binära"),
        (b"abc\0def" * 10, "binära"),
        (b"\xef\xbb\xbf" + random.Random(3).randbytes(500), "binära"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_document(data, "mapp/a.txt")
    assert caught.value.file == "mapp/a.txt"
    assert caught.value.remedy


def test_private_use_controls_soft_hyphens_and_ligatures() -> None:
    document = read("o\ufb03ciell\u00adt \ue000ko\u200bmma\u00a010\u202f000 kr a\u0308 läns\u2011nät 10²")
    assert document.text == "officiellt komma 10 000 kr ä läns-nät 10²"


def test_ticks_and_crosses_of_picture_fonts_are_kept() -> None:
    assert read("Bo \uf0fc, Ek \uf0fb, Alm \uf0fe\uf0fd").text == "Bo ✓, Ek ✗, Alm ☑☒"


def test_nfc_over_the_border_of_a_mark() -> None:
    document = read("~~Bo a~~\u0308 Ek")
    assert document.text == "Bo ä Ek"
    assert marked(document) == ["Bo ä"]


def test_a_row_whose_first_cell_is_empty_goes_on_with_the_table() -> None:
    document = read_document("Närvarande\tFrånvarande\nAnna Ek\tBo Alm\n\tCilla Björk\n\tDavid Asp\n".encode(), "a.txt")
    table = next(block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [[document.text[cell.start : cell.end] for cell in row] for row in table.rows][2:] == [
        ["", "Cilla Björk"],
        ["", "David Asp"],
    ]


def test_indented_lines_are_no_table() -> None:
    document = read_document("Rubrik\n\tFörsta raden\n\tAndra raden\n".encode(), "a.txt")
    assert all(block.kind is not BlockKind.TABLE for block in document.blocks)


PIECES = [
    "a",
    "b",
    " ",
    "å",
    ".",
    "\n",
    "\t",
    "|",
    "*",
    "~",
    "_",
    "<",
    ">",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "#",
    "-",
    "=",
    "&",
    ";",
    "\f",
]
PIECES += ["\u0336", "\u0308", "\u00ad", "\ue000", "del", "<del>", "</del>", "<s>", "**", "~~", "\n\n", "   ", "a\tb\n"]
SIGNS = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


@given(SIGNS)
@example("|å|")
@example("# \f a")
@example("\f\fa\tb\tc")
@example("~~a\n\nb~~")
def test_any_text_gives_a_sound_document_or_a_read_error(text: str) -> None:
    try:
        document = read_document(text.encode(), "a.txt")
    except ReadError:
        return
    assert_sound(document)
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            assert len(block.rows[0]) > 1


@given(st.binary(max_size=400))
def test_any_bytes_give_a_sound_document_or_a_read_error(data: bytes) -> None:
    try:
        assert_sound(read_text(data, "a.txt"))
    except ReadError:
        return


@given(st.text(alphabet="abcåäö .,", min_size=1))
def test_text_without_signs_is_one_plain_run(text: str) -> None:
    assert parse_inline(text) == [(text, 0)]
    assert parse_inline(f"~~{text}~~") == ([(text, STRUCK)] if text.strip() else parse_inline(f"~~{text}~~"))


def test_columns_below_fields_that_run_across_them() -> None:
    text = (
        "Sammanträde:   2024-03-05 kl. 13.00-16.00\n"
        "Plats:         Kommunhuset, stora salen, Storgatan 1, Lilla By\n"
        "\n"
        "Närvarande                                Frånvarande\n"
        "Anna Ek, Arvika kommun, ordförande        Bo Lind, Eda kommun\n"
        "Cia Berg, Kils kommun                     Dan Alm, Torsby kommun\n"
        "Eva Ask, Grums kommun\n"
        "                                          Tjänstemän\n"
        "Finn Ros, Sunne kommun                    Gun Sand, sekreterare\n"
    )
    document = read_document(text.encode(), "a.txt")
    assert table(document)[1:4] == [
        ["Anna Ek, Arvika kommun, ordförande", "Bo Lind, Eda kommun"],
        ["Cia Berg, Kils kommun", "Dan Alm, Torsby kommun"],
        ["Eva Ask, Grums kommun", ""],
    ]
    assert "Plats: Kommunhuset, stora salen, Storgatan 1, Lilla By" in document.text


def test_a_round_bullet_that_a_copy_made_a_letter_of() -> None:
    told = "Anna tar hand om alla båtar som ligger i hamnarna vid Mora\no Orsa."
    blocks = read_text(f"Rapporter\no Bryggor\no Bojar\n\n{told}\n".encode(), "a.txt").blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.PARAGRAPH,
    ]
    assert read_text(f"{told}\n\n{told}\n".encode(), "a.txt").text.count("\no Orsa.") == 2
