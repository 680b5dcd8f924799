"""A document laid out for reading loses nothing, and marks what it is told to."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from api.pages.reading import FactMark, Reading, Run, lay_out, stretches

TEXT = "Rubrik\nEtt stycke med fetstil och struket.\nA\tB\nC\tD\n\nLöst slut"
LAYOUT: dict[str, Any] = {
    "blocks": [
        {"kind": "heading", "start": 0, "end": 6, "page": 1, "level": 3, "number": None, "rows": []},
        {"kind": "paragraph", "start": 7, "end": 42, "page": 1, "level": None, "number": None, "rows": []},
        {"kind": "table", "start": 43, "end": 50, "page": 2, "level": None, "number": None,
         "rows": [[[43, 44], [45, 46]], [[47, 48], [49, 50]]]},
    ],
    "marks": [{"kind": "bold", "start": 22, "end": 29}, {"kind": "struck", "start": 34, "end": 42}],
    "pageStarts": [0, 43],
}  # fmt: skip


def runs_of(reading: Reading) -> list[Run]:
    found: list[Run] = []
    for page in reading.pages:
        for block in page.blocks:
            found += block.runs
            found += [run for row in block.rows for cell in row for run in cell]
    return found


def marked(reading: Reading, name: str) -> str:
    return "".join(run.text for run in runs_of(reading) if getattr(run, name))


def test_blocks_pages_and_marks() -> None:
    reading = lay_out(TEXT, LAYOUT)
    assert [[block.kind for block in page.blocks] for page in reading.pages] == [["heading", "paragraph"], ["table", "paragraph"]]
    assert reading.paged
    assert marked(reading, "bold") == "fetstil"
    assert marked(reading, "struck") == "struket."
    table = reading.pages[1].blocks[0]
    assert [["".join(run.text for run in cell) for cell in row] for row in table.rows] == [["A", "B"], ["C", "D"]]
    assert reading.pages[1].blocks[1].runs[0].text == "Löst slut"


def test_a_heading_is_never_more_than_one_deeper_than_the_one_before() -> None:
    assert lay_out(TEXT, LAYOUT).pages[0].blocks[0].level == 1


def test_the_quote_is_one_stretch_over_marks_and_cut_to_the_text() -> None:
    reading = lay_out(TEXT, LAYOUT, quote=(18, 44))
    assert marked(reading, "quoted") == "med fetstil och struket.A"
    assert [run.text for run in runs_of(reading) if run.anchor] == ["med "]
    groups = stretches(reading.pages[0].blocks[1].runs)
    assert [(group.quoted, group.anchor) for group in groups] == [(False, False), (True, True)]
    assert marked(lay_out(TEXT, LAYOUT, quote=(54, 9999)), "quoted") == TEXT[54:]


def test_a_quote_outside_the_text_marks_nothing() -> None:
    for quote in ((9, 9), (9, 3), (500, 600), (42, 43)):
        reading = lay_out(TEXT, LAYOUT, quote=quote)
        assert not reading.quote_found
        assert marked(reading, "quoted") == ""


def test_facts_are_numbered_where_their_words_begin() -> None:
    reading = lay_out(TEXT, LAYOUT, facts=[FactMark(1, 7, 17), FactMark(2, 11, 17), FactMark(3, 42, 44)], unread=[(18, 21)])
    opened = {number: run.text for run in runs_of(reading) for number in run.opens}
    assert opened == {1: "Ett ", 2: "stycke", 3: "A"}
    assert marked(reading, "unread") == "med"


def test_a_document_without_layout_is_read_as_paragraphs() -> None:
    reading = lay_out("Ett\n\nTvå", None)
    assert [block.runs[0].text for block in reading.pages[0].blocks] == ["Ett", "Två"]
    assert not reading.paged
    assert lay_out("", "").pages == ()


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_every_visible_character_comes_out_once_in_order(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n\tå<&", max_size=60))
    spot = st.integers(0, len(text) + 3)
    spans = st.lists(st.tuples(spot, spot).map(lambda pair: (min(pair), max(pair))), max_size=5)
    blocks = [{"kind": "paragraph", "start": a, "end": b} for a, b in data.draw(spans)]
    marks = [{"kind": "bold", "start": a, "end": b} for a, b in data.draw(spans)]
    facts = [FactMark(n, a, b) for n, (a, b) in enumerate(data.draw(spans), start=1)]
    quote = data.draw(st.one_of(st.none(), st.tuples(spot, spot)))
    reading = lay_out(
        text, {"blocks": blocks, "marks": marks, "pageStarts": [0]}, quote=quote, facts=facts, unread=data.draw(spans)
    )
    shown = "".join(run.text for run in runs_of(reading))
    assert [c for c in shown if not c.isspace()] == [c for c in text if not c.isspace()]
    opened = [number for run in runs_of(reading) for number in run.opens]
    assert sorted(opened) == [fact.number for fact in facts if text[fact.start : fact.end].strip()]
