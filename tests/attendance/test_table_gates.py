"""What is asked before lines are read as tables: where the answer is no, there is no such table, whatever the words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lexicon import load_lexicon
from ingest.attendance import dated_columns, rolls
from ingest.document import Block, BlockKind, Cell, Document
from ingest.lines import Line, iter_lines
from ingest.readers.text import read_text

LEXICON = load_lexicon()
_DAYS = (
    "6 feb",
    "27 mars",
    "fre 6/2",
    "ONSDAG den 3 Maj 2024",
    "2024-02-06",
    "240206",
    "20240206",
    "12.6",
    "3maj",
    "den 4/12",
    "1/1/2024",
)
_MONTHS = ("Jan", "februari", "MARS", "apr.", "maj", "ſep", "oKt", "dec.", "nov", "Juni")
_BETWEEN = (
    " ",
    "  ",
    "\t",
    " | ",
    "|",
    "\n",
    "\n\n",
    " * ",
    "_",
    ", ",
    "",
    " x ",
    "\nx\n",
    " N F\n",
    "\nAnna Ek x f x\n",
    " den ",
    "\n- ",
)
_ROWS = "\nAnna Ek\nx\nf\nx\nBo Alm\nx\nx\nf\n"
_pieces = st.lists(st.tuples(st.sampled_from((*_DAYS, *_MONTHS, "Namn", "7", "20", "/2")), st.sampled_from(_BETWEEN)), max_size=9)
_ends = st.sampled_from(("", _ROWS, "\nAnna Ek x f x\nBo Alm f x x\n", "\nAnna Ek x f\nBo Alm f x\n"))


@settings(max_examples=600, deadline=None)
@given(pieces=_pieces, end=_ends)
def test_no_line_heads_a_table_of_meetings_that_is_not_asked(pieces: list[tuple[str, str]], end: str) -> None:
    lines = iter_lines(read_text((f"Lista {''.join(map(''.join, pieces))}{end}").encode(), "blad.txt"))
    _check_heads(lines)


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(st.sampled_from((*_DAYS, *_MONTHS, "Namn", "")), min_size=1, max_size=6),
    between=st.sampled_from((" ", "", "\t")),
)
def test_no_row_of_cells_heads_a_table_of_meetings_that_is_not_asked(words: list[str], between: str) -> None:
    """Even where nothing stands between the cells."""
    text = between.join(words)
    cells: list[Cell] = []
    at = 0
    for word in words:
        cells.append(Cell(at, at + len(word)))
        at += len(word) + len(between)
    document = Document("blad.txt", "", "text/plain", text, ())
    block = Block(BlockKind.TABLE, 0, len(text), 1, rows=(tuple(cells),))
    _check_heads([Line(document, 0, 0, len(text), block, tuple(cells), False)])


def _check_heads(lines: list[Line]) -> None:
    months = dated_columns._months_together(lines[0].document.text) if lines else []
    for position, line in enumerate(lines):
        words = line.text
        begins = dated_columns._DAY.search(words) is not None or dated_columns._MONTH_ALONE.search(words) is not None
        if len(words) <= dated_columns._LONGEST_LINE and not dated_columns._may_head(line, months):
            assert not begins or dated_columns._table_at(lines, position)[0] is None


@settings(max_examples=400, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "Närvarolista",
                "NÄRVAROLISTA",
                "närvaro",
                "och",
                "omröstningslista",
                "Tjänstgöringslista",
                "Upprops-lista",
                "Deltagarlista",
                "Närvarorapport",
                "Förteckning",
                "Lista",
                "över",
                "närvarande",
                "deltagande",
                "direktionen",
                "2024-10-08",
                "8",
                "oktober",
                "2024",
                "vid",
                "för",
                "-",
                ":",
                "kommunstyrelsen",
                "Anna",
            ]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_unit_names_a_roll_that_begins_otherwise(words: list[str]) -> None:
    text = " ".join(words)
    if text[:4].lower() not in rolls._BEGINNINGS:
        assert not (text.startswith(rolls._ROLL_BEGINS) and rolls._ROLL.fullmatch(text))
        assert rolls._ROLL_OF.fullmatch(text) is None
