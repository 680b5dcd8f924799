"""Tables with a column for each of several meetings, of which one is that of the minutes."""

from __future__ import annotations

import pytest

from graph.lexicon import load_lexicon
from graph.record import Record
from ingest.attendance.dated_columns import OTHER_MEETINGS
from ingest.readers.text import read_text
from ingest.record import read_record

LEXICON = load_lexicon()
HEADS = [
    ("6 feb", "27 mars", "12 juni"),
    ("6/2", "27/3", "12/6"),
    ("2026-02-06", "2026-03-27", "2026-06-12"),
    ("fre 6/2", "fre 27/3", "fre 12/6"),
    ("Feb", "Mars", "Juni"),
]
ROWS = (
    ("Karin Holm", "Mora", "xxx"),
    ("Olle Ting", "Orsa", "xxf"),
    ("Sara Vide", "Orsa", "ffx"),
    ("Lisa Norr", "Mora", "xx–"),
    ("Per Lind", "Mora", "–xx"),
)
TOLD = {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Lisa Norr": "absent", "Per Lind": "present"}


def read(table: str, day: str = "12 juni 2026") -> Record:
    text = (
        f"Norra hamnrådet\n\nProtokoll {day}\n\nNärvarolista\n\nx = närvarande, f = förhinder, – = ej närvarande\n\n{table}\n\n"
        "§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Budget\nRådet beslutar att godkänna budgeten.\n"
    )
    return read_record(read_text(text.encode(), "blad.txt"), LEXICON)


def told(record: Record) -> dict[str, str]:
    return {person.name: person.status.value for person in record.meetings[0].attendance}


def laid_out(form: str, heads: tuple[str, ...], order: tuple[int, ...] = (0, 1, 2)) -> str:
    cells = [("Ledamöter", "Kommun", *(heads[i] for i in order))]
    cells += [(name, town, *(signs[i] for i in order)) for name, town, signs in ROWS]
    match form:
        case "tabs":
            return "\n".join("\t".join(row) + "\t" for row in cells)
        case "bars":
            return "\n".join("| " + " | ".join(row) + " |" for row in (cells[0], ("---",) * len(cells[0]), *cells[1:]))
        case "flat":
            return "\n".join(" ".join(row) + " " for row in cells)
        case _:
            return "\n".join(f"{cell} " for row in cells for cell in row)


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[-1])
@pytest.mark.parametrize("form", ["tabs", "bars", "flat"])
@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 1, 0)], ids=["last", "middle", "first"])
def test_only_the_column_of_the_meetings_day_tells_who_came(form: str, heads: tuple[str, ...], order: tuple[int, ...]) -> None:
    assert told(read(laid_out(form, heads, order))) == TOLD


@pytest.mark.parametrize("form", ["tabs", "flat"])
def test_a_table_without_the_meetings_day_tells_of_nobody(form: str) -> None:
    record = read(laid_out(form, HEADS[0]), day="4 september 2026")
    assert set(told(record).values()) == {"unknown"}
    assert [note.why for note in record.unread] == [OTHER_MEETINGS]


def test_empty_cells_of_a_table_stay_where_they_are() -> None:
    rows = "Namn\t6 feb\t12 juni\tAnmärkning\nKarin Holm\tX\tX\t\nOlle Ting\tX\t\tSjuk\nSara Vide\t\tX\tt.o.m. § 1\nPer Lind\tX\tX\t\n"
    assert told(read(rows)) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present"}


def test_a_flat_row_that_has_lost_a_cell_tells_nothing() -> None:
    rows = "Namn 6 feb 27 mars 12 juni\nKarin Holm x x x\nOlle Ting x x\nSara Vide f f x\nPer Lind x x x"
    record = read(rows)
    assert told(record)["Olle Ting"] == "unknown"
    assert told(record)["Sara Vide"] == "present"
    assert any("Olle Ting" in note.text for note in record.unread)


def test_days_in_running_text_are_no_columns() -> None:
    record = read(
        "Karin Holm x\nOlle Ting x\nSara Vide f\n\nMöten hålls 6 feb 27 mars 12 juni\nHandlingar skickas a b c\nen vecka före."
    )
    assert told(record) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent"}


@pytest.mark.parametrize(
    ("rows", "told_of"),
    [
        (["xx", "xf", "fx", "ff"], {"27 mars": "+-+-", "12 juni": "????", "6 februari": "????"}),
        (["xxx", "xf", "fx", "fff"], {"27 mars": "+??-"}),
        (["NN", "NF", "FN", "FF"], {"27 mars": "+-+-"}),
    ],
    ids=["a meeting to come", "marks lacking", "letters of parties"],
)
def test_rows_with_fewer_marks_than_days(rows: list[str], told_of: dict[str, str]) -> None:
    people = [("Karin Holm", "Mora"), ("Olle Ting", "Orsa"), ("Sara Vide", "Leksand"), ("Per Lind", "Mora")]
    lines = [f"{name} {town} {' '.join(marks)}" for (name, town), marks in zip(people, rows, strict=True)]
    meaning = {"+": "present", "-": "absent", "?": "unknown"}
    for day, signs in told_of.items():
        record = read("Namn Kommun 6 feb 27 mars 12 juni\n" + "\n".join(lines), f"{day} 2026")
        assert told(record) == {name: meaning[sign] for (name, _), sign in zip(people, signs, strict=True)}


def test_a_column_that_nobody_filled_in() -> None:
    table = "Namn\tKommun\t6/2\t27/3\nKarin Holm\tMora\tx\t\nOlle Ting\tOrsa\tx\t\nSara Vide\tOrsa\t\t"
    assert set(told(read(table, "27 mars 2026")).values()) == {"unknown"}
