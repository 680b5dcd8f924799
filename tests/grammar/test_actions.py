"""Lists of actions: tables of what, who and when, and the same in words before colons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from graph.record import Item, Movement, MovementType, Record
from ingest.actions import WHY_DONE, WHY_FINISHED, WHY_NOBODY

Read = Callable[[str], Record]

HEAD = """Minnesanteckningar Vårdnätverket

Datum: 2024-02-09
Närvarande: Anna Ek, Mora; Bo Alm, Orsa; Camilla Rot, Rättvik

1. Jour över länet
"""


def _item(record: Record) -> Item:
    return record.meetings[0].items[0]


def _told(movement: Movement) -> tuple[str | None, str | None, dt.date | None, str | None]:
    return movement.from_, movement.to, movement.due, movement.what


def test_a_table_of_what_who_and_when_gives_an_assignment_a_row(read: Read) -> None:
    record = read(
        HEAD
        + "Vi gick igenom läget.\n\nÅtgärder\n\nVad\tVem\tNär\n"
        + "Ta fram en lista\tAnna Ek och Bo Alm\t2024-05-02\n"
        + "Boka lokal\tCamilla\tnästa möte\n"
    )
    item = _item(record)
    assert [_told(m) for m in item.movements] == [
        ("Vårdnätverket", "Anna Ek", dt.date(2024, 5, 2), "Ta fram en lista"),
        ("Vårdnätverket", "Bo Alm", dt.date(2024, 5, 2), "Ta fram en lista"),
        ("Vårdnätverket", "Camilla Rot", None, "Boka lokal"),
    ]
    assert all(m.type is MovementType.ASSIGNS for m in item.movements)
    assert item.movements[0].quote == "Ta fram en lista Anna Ek och Bo Alm 2024-05-02"
    assert item.decisions == []


@pytest.mark.parametrize(
    ("words", "to", "due", "what"),
    [
        (
            "Åtgärd: Ta fram en lista. Ansvarig: Bo Alm. Klart senast: 2024-04-12",
            "Bo Alm",
            dt.date(2024, 4, 12),
            "Ta fram en lista",
        ),
        ("- Ta fram en lista (ansvarig: Bo Alm, klart: 12 april)", "Bo Alm", dt.date(2024, 4, 12), "Ta fram en lista"),
        ("Ta fram en lista\nAnsvarig: Bo", "Bo Alm", None, "Ta fram en lista"),
        (
            "Uppdrag: Se över jouren\nAnsvar: Omsorgsrådet\nDeadline: 1 juni 2024",
            "Omsorgsrådet",
            dt.date(2024, 6, 1),
            "Se över jouren",
        ),
    ],
)
def test_words_before_colons_give_an_assignment(read: Read, words: str, to: str, due: dt.date | None, what: str) -> None:
    assert [_told(m) for m in _item(read(HEAD + words + "\n")).movements] == [("Vårdnätverket", to, due, what)]


def test_an_action_for_nobody_in_particular_is_listed(read: Read) -> None:
    record = read(HEAD + "Vad\tAnsvarig\nSkicka ut enkäten\tAlla\nPrata med chefen\t\n")
    assert _item(record).movements == []
    assert [u.text for u in record.unread if u.why == WHY_NOBODY] == ["Skicka ut enkäten Alla", "Prata med chefen"]


def test_a_list_below_the_last_item_is_of_the_meeting(read: Read) -> None:
    record = read(
        HEAD
        + "Läget gicks igenom.\n\n2. Avslutning\nMötet avslutades.\n\n# Åtgärdslista\n\n| Nr | Vad | Vem | När |\n|---|---|---|---|\n"
        + "| 4 | Ta fram en lista | Förbundschefen | 2024-05-02 |\n| 5 | Boka lokal | VD | |\n| 6 | Köpa in bord | Klar | |\n"
    )
    assert _item(record).movements == []
    assert [_told(m) for m in record.meetings[0].items[-1].movements] == [
        ("Vårdnätverket", "Förbundschefen", dt.date(2024, 5, 2), "Ta fram en lista"),
        ("Vårdnätverket", "VD", None, "Boka lokal"),
    ]
    assert [(u.text, u.why) for u in record.unread] == [("6 Köpa in bord Klar", WHY_DONE)]


def test_an_empty_cell_means_the_one_above(read: Read) -> None:
    record = read(HEAD + "Vad\tVem\tNär\nTa fram en lista\tAnna Ek\t2024-05-02\n\tBo Alm\t2024-05-03\n")
    assert [(m.to, m.what, str(m.due)) for m in _item(record).movements] == [
        ("Anna Ek", "Ta fram en lista", "2024-05-02"),
        ("Bo Alm", "Ta fram en lista", "2024-05-03"),
    ]


def test_a_first_name_that_two_bear_is_nobody(read: Read) -> None:
    record = read(HEAD.replace("Bo Alm", "Anna Alm") + "Vad\tVem\nBoka lokal\tAnna\n")
    assert _item(record).movements == []
    assert [u.text for u in record.unread if u.why == WHY_NOBODY] == ["Boka lokal Anna"]


@pytest.mark.parametrize(
    "words",
    [
        "Ansvarig: Bo Alm\nLäget gicks igenom.",  # whose matter it is
        "Tid: 2024-05-02\nVad: en fråga om jour.",
        "Namn\tVem\nAnna Ek\tBo Alm",
    ],
)
def test_what_is_no_list_of_actions_gives_none(read: Read, words: str) -> None:
    record = read(HEAD + words + "\n")
    assert [m for m in _item(record).movements if m.type is MovementType.ASSIGNS] == []
    assert [u for u in record.unread if u.why == WHY_NOBODY] == []


@pytest.mark.parametrize(
    "words",
    [
        "Till nästa möte: alla läser planen, Bo bokar lokal och Camilla bjuder in rektorn.",
        "Till nästa möte:\n- Bo bokar lokal\n- Camilla bjuder in rektorn",
        "Att göra\nBo – bokar lokal\nCamilla – bjuder in rektorn",
        "Att göra\n• Bo Alm: bokar lokal\n• Camilla: bjuder in\nrektorn",
        "Att göra\nVad\nbokar lokal\nVem\nBo\nNär\nmaj\nVad\nbjuder in rektorn\nVem\nCamilla\n",
    ],
)
def test_lists_of_who_does_what(read: Read, words: str) -> None:
    found = [_told(m) for m in _item(read(HEAD + "Vi gick igenom läget.\n\n" + words + "\n")).movements]
    assert found == [
        ("Vårdnätverket", "Bo Alm", None, "bokar lokal"),
        ("Vårdnätverket", "Camilla Rot", None, "bjuder in rektorn"),
    ]


def test_a_round_of_news_is_no_list_of_tasks(read: Read) -> None:
    words = "Laget runt\n\nMora: Konsthallen renoveras.\nBo: Ny bibliotekarie från januari.\nCamilla: väntar på besked.\n"
    assert _item(read(HEAD + words)).movements == []


def test_what_who_and_when_parted_by_dashes(read: Read) -> None:
    words = "Följande är överenskommet:\n\n* lampa vid bryggan – Bo Alm – 15 maj 2024\n* gång – till bryggan – före maj\n"
    assert [_told(m)[:3] for m in _item(read(HEAD + words)).movements] == [("Vårdnätverket", "Bo Alm", dt.date(2024, 5, 15))]


def test_cells_that_have_become_lines_below_heads_that_stand_once(read: Read) -> None:
    words = "Att göra\nNr\nVad\nVem\nKlart den\n1\nTa fram en lista\növer bryggor\nAnna Ek\n2 maj\n2\nBoka lokal\nBo och Camilla\nnästa möte\n\nMötet avslutades.\n"
    assert [_told(m) for m in _item(read(HEAD + "Vi gick igenom läget.\n\n" + words)).movements] == [
        ("Vårdnätverket", "Anna Ek", dt.date(2024, 5, 2), "Ta fram en lista över bryggor"),
        ("Vårdnätverket", "Bo Alm", None, "Boka lokal"),
        ("Vårdnätverket", "Camilla Rot", None, "Boka lokal"),
    ]


def test_columns_that_stand_so_close_that_they_share_a_cell(read: Read) -> None:
    words = "Vad\tVem När\nTa fram en lista\tAnna, Bo 2024-05-02\nBoka lokal\tCamilla nästa möte\n"
    assert [_told(m) for m in _item(read(HEAD + words)).movements] == [
        ("Vårdnätverket", "Anna Ek", dt.date(2024, 5, 2), "Ta fram en lista"),
        ("Vårdnätverket", "Bo Alm", dt.date(2024, 5, 2), "Ta fram en lista"),
        ("Vårdnätverket", "Camilla Rot", None, "Boka lokal"),
    ]


@pytest.mark.parametrize(
    ("head", "state", "done"),
    [
        ("Status", "Klar", True),
        ("Resultat", "Publicerad på webben", True),
        ("Klart", "Klart", True),
        ("Status", "Pågår", False),
        ("Status", "Inte klar", False),
        ("Status", "Två av tre klara", False),
        ("Klart", "2024-05-02", False),
    ],
)
def test_what_is_done_is_no_assignment_but_told(read: Read, head: str, state: str, done: bool) -> None:
    record = read(HEAD + f"Vad\tVem\t{head}\nTa fram en lista\tAnna Ek\t{state}\n")
    assert [m.to for m in _item(record).movements] == ([] if done else ["Anna Ek"])
    assert [u.text for u in record.unread if u.why == WHY_FINISHED] == ([f"Ta fram en lista Anna Ek {state}"] if done else [])


@pytest.mark.parametrize(
    "words",
    [
        "Beslut: Listan antas.\n\nAnsvarig: Bo Alm",
        "Beslut: Listan antas.\nAnsvarig: Bo Alm\nKlart: 12 april",
        "Beslut: Listan antas. Ansvarig: Bo Alm",
        "Beslut\n\nListan antas.\n\nAnsvarig: Bo Alm",
    ],
)
def test_what_somebody_is_responsible_for_may_be_what_was_decided(read: Read, words: str) -> None:
    item = _item(read(HEAD + words + "\n"))
    assert [d.text for d in item.decisions] == ["Listan antas"]
    assert [(m.to, m.what) for m in item.movements] == [("Bo Alm", "Listan antas.".rstrip("."))]


def test_a_cell_for_who_is_responsible_is_no_part_of_what_was_decided(read: Read) -> None:
    rows = "1\tListan\tGodkänns\tAnna\n2\tLokal för mötet\tBordläggs till nästa möte\tBo\n3\tResan\tListan antas.\tCamilla\n"
    record = read(HEAD.partition("1.")[0] + "Nr\tÄrende\tBeslut\tAnsvarig\n" + rows)
    assert [d.text for item in record.meetings[0].items for d in item.decisions] == [
        "Godkänns",
        "Bordläggs till nästa möte",
        "Listan antas",
    ]


def test_a_table_of_which_each_row_has_become_a_line(read: Read) -> None:
    rows = "14 Lista över bojar Anna Ek Klar\n17 Upplägg för mobila bryggor Bo Alm 2031-01-16\n18 Ny plan Anna Ek 15 december\n"
    record = read(HEAD + "Listan gicks igenom.\n\nÅtgärdslista\nNr Åtgärd Ansvarig Klart\n" + rows)
    assert len(record.meetings[0].items) == 1
    assert [(m.to, m.what) for m in _item(record).movements] == [("Bo Alm", "Upplägg för mobila bryggor"), ("Anna Ek", "Ny plan")]
    assert [u.text for u in record.unread if u.why == WHY_FINISHED] == ["14 Lista över bojar Anna Ek Klar"]


ROWS = """2. Övrigt

Ingenting.

Åtgärdslista
Nr Åtgärd Ansvarig Klart
14 Lista över bryggor Anna Ek Klar
17 Upplägg för en översyn av alla bryggor som ligger
norr om hamnen Bo Alm och Camilla Rot 2024-05-02
18 Brev till Mora Kansliet 12 april
19 Ny tavla Anna nästa möte

Anteckningar: Bo Alm
"""


def test_a_table_of_actions_whose_cells_only_spaces_part(read: Read) -> None:
    record = read(HEAD + "Vi gick igenom läget.\n\n" + ROWS)
    items = record.meetings[0].items
    assert [item.number for item in items] == ["1", "2"]
    assert [_told(m)[1:] for m in items[1].movements] == [
        ("Bo Alm", dt.date(2024, 5, 2), "Upplägg för en översyn av alla bryggor som ligger norr om hamnen"),
        ("Camilla Rot", dt.date(2024, 5, 2), "Upplägg för en översyn av alla bryggor som ligger norr om hamnen"),
        ("Kansliet", dt.date(2024, 4, 12), "Brev till Mora"),
        ("Anna Ek", None, "Ny tavla"),
    ]
    assert [u.text for u in record.unread if u.why == WHY_FINISHED] == ["14 Lista över bryggor Anna Ek Klar"]


NUMBERED = "Åtgärdslista\nNr Åtgärd Ansvarig Klart\n"


@pytest.mark.parametrize(
    "row", ["15 Laga bryggan ? 5 maj", "15 Laga bryggan alla", "15 Laga bryggan\nalla till nästa möte", "15 Laga\n16 Laga"]
)
def test_a_row_of_which_nobody_can_be_told_is_listed_and_ends_no_table(read: Read, row: str) -> None:
    rows = f"14 Boka lokal Anna Ek 5 maj\n{row}\n17 Måla bojen Bo Alm 6 maj\n\n2. Rapport Bo Alm\n\nHamnen är öppen.\n"
    record = read(HEAD + "Vi gick igenom läget.\n\n" + NUMBERED + rows)
    first, second = record.meetings[0].items
    assert [(m.to, m.what) for m in first.movements] == [("Anna Ek", "Boka lokal"), ("Bo Alm", "Måla bojen")]
    assert " ".join(u.text for u in record.unread if u.why == WHY_NOBODY) == " ".join(row.split())
    assert (second.number, second.movements) == ("2", [])


def test_a_row_ends_with_its_day(read: Read) -> None:
    rows = "Boka lokal Anna Ek 5 maj\nLaga bryggan ingen 5 maj\nMåla bojen Bo Alm 6 maj\n"
    record = read(HEAD + "Vi gick igenom läget.\n\nÅtgärd Ansvarig Klart\n" + rows)
    assert [(m.to, m.what) for m in _item(record).movements] == [("Anna Ek", "Boka lokal"), ("Bo Alm", "Måla bojen")]
    assert [u.text for u in record.unread if u.why == WHY_NOBODY] == ["Laga bryggan ingen 5 maj"]


def test_a_row_goes_on_to_the_next_number(read: Read) -> None:
    rows = "14 Boka lokal hos Erik Dahl\nAnna Ek 5 maj\n15 Måla bojen Bo Alm\n"
    record = read(HEAD + "Vi gick igenom läget.\n\n" + NUMBERED + rows)
    assert [(m.to, m.what) for m in _item(record).movements] == [
        ("Anna Ek", "Boka lokal hos Erik Dahl"),
        ("Bo Alm", "Måla bojen"),
    ]


@pytest.mark.parametrize(
    ("head", "row", "to"),
    [
        ("Åtgärd Ansvarig Status", "Boka lokal Anna Ek Pågår", ["Anna Ek"]),
        ("Åtgärd Ansvarig Status", "Boka lokal Anna Ek Klart", []),
        ("Datum Uppdrag Ansvarig Status", "2024-01-12 Boka lokal Anna Ek Inte påbörjat", ["Anna Ek"]),
        ("Vad Vem När", "Boka lokal Anna Ek", ["Anna Ek"]),
        ("Vad Vem När", "Vi talade om vad Anna Ek menar med lokal i Mora.", []),
        ("Åtgärd Ansvarig Klart", "Anna Ek 5 maj", []),
    ],
)
def test_heads_in_a_line_tell_what_the_row_below_says(read: Read, head: str, row: str, to: list[str]) -> None:
    record = read(HEAD + f"Vi gick igenom läget.\n\n{head}\n{row}\n")
    assert [m.to for m in _item(record).movements] == to


@pytest.mark.parametrize("lead", ["Åtgärder", "Åtgärder:", "Att göra"])
@pytest.mark.parametrize(
    "decided",
    [
        "Vårdnätverket beslutar\natt anta listan.",
        "Beslut\nVårdnätverket antar listan.",
        "Vårdnätverket beslutar att anta listan.",
    ],
)
def test_what_is_decided_below_a_list_of_tasks_is_none_of_them(read: Read, lead: str, decided: str) -> None:
    listed = f"{lead}\n1. Listan ses över\n2. Lokalen bokas"
    record = read(f"{HEAD.replace('1.', '§ 1')}Vi gick igenom läget.\n\n{listed}\n\n{decided}\n\n§ 2 Avslut\nMötet avslutades.\n")
    assert ([d.kind for d in _item(record).decisions], _item(record).movements) == (["adopt"], [])
