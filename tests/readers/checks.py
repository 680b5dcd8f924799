"""What must hold for every document that any reader returns."""

from __future__ import annotations

import unicodedata

from ingest.document import BlockKind, Document, MarkKind

APART = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE)


def assert_sound(document: Document) -> None:
    """Offsets inside the text, cells inside their block, blocks and marks in order, text NFC and without signs of layout."""
    size = len(document.text)
    assert document.blocks
    assert len(document.sha256) == 64
    assert unicodedata.is_normalized("NFC", document.text)
    assert not any(c in document.text for c in "\r\f\v\u00a0\u00ad\u0336\ufffe\ufeff\x00\x02")
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= size
        if position:
            assert document.text[position : block.start].strip() == ""
        position = block.end
        words = document.text[block.start : block.end]
        assert words.strip()
        assert 1 <= block.page <= max(document.pages or 1, len(document.page_starts))
        if block.number:
            assert words.startswith(block.number)
        if block.kind is BlockKind.HEADING:
            assert block.level is not None
            assert 1 <= block.level <= 9
        if block.kind is not BlockKind.TABLE:
            assert words == words.strip()
            assert not block.rows
        else:
            assert block.rows
            assert block.rows[0][0].start == block.start
            assert block.rows[-1][-1].end == block.end
            offset = block.start
            for row_index, row in enumerate(block.rows):
                for column, cell in enumerate(row):
                    if row_index or column:
                        assert document.text[offset : cell.start] == ("\t" if column else "\n")
                    assert block.start <= cell.start <= cell.end <= block.end
                    offset = cell.end
    assert document.text[position:].strip() == ""
    assert document.page_starts[0] == 0
    assert list(document.page_starts) == sorted(document.page_starts)
    assert document.page_starts[-1] <= size
    last = dict.fromkeys(MarkKind, -1)
    for mark in document.marks:
        assert last[mark.kind] < mark.start < mark.end <= size
        last[mark.kind] = mark.end
        assert any(block.start <= mark.start and mark.end <= block.end for block in document.blocks)
        words = document.text[mark.start : mark.end]
        assert words == words.strip()
    flow = [block.start for block in document.blocks if block.kind not in APART]
    assert flow == sorted(flow)


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def marked(document: Document, kind: MarkKind = MarkKind.STRUCK) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks if mark.kind is kind]


def struck_words(document: Document) -> list[str]:
    """Every single word (by white space) that is struck, in text order."""
    return " ".join(marked(document)).split()


def table(document: Document, index: int = 0) -> list[list[str]]:
    """The cells of the index-th table."""
    block = [block for block in document.blocks if block.kind is BlockKind.TABLE][index]
    return [[document.text[cell.start : cell.end] for cell in row] for row in block.rows]
