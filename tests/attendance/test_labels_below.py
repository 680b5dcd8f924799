"""Labels that stand below their lists, lists whose columns stand one below the other, and lists that a sentence introduces."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"


def test_labels_below_their_lists() -> None:
    result = attendance("""
        Bryggnämnden 2016-10-13

        Kommunhuset, Stora salen, kl 13.30-16.00
        Plats och tid

        Karin Holm (S), ordförande
        Olle Ting (V), ersätter Sara Vide (V)
        Ulf Kraft (M)
        Beslutande

        Per Lind (SD), ersättare
        Gun Strand, hamnchef § 98
        Övriga närvarande

        Olle Ting
        Justerare

        Underskrifter

        § 97
        Ändringar i dagordningen
        Bryggnämnden beslutar att ärende 9 utgår.
        """)
    assert rows(result) == [
        "Karin Holm | present | - | ordförande | (S)",
        "Olle Ting | present | - | tjänstgörande ersättare | (V) | för Sara Vide",
        "Sara Vide | absent | - | - | (V)",
        "Ulf Kraft | present | - | - | (M)",
        "Per Lind | present | - | ersättare | (SD)",
        "Gun Strand | present | - | hamnchef | § 98",
    ]
    assert not result.unread


def test_labels_over_an_empty_line_are_not_below() -> None:
    result = attendance("""
        Plats och tid

        Kommunhuset, kl 13.30-16.00
        Beslutande

        Karin Holm (S), ordförande
        Olle Ting (V)
        Frånvarande

        Ulf Kraft (M)
        Per Lind (SD)

        § 97
        Ändringar i dagordningen
        """)
    assert statuses(result) == {"Karin Holm": PRESENT, "Olle Ting": PRESENT, "Ulf Kraft": ABSENT, "Per Lind": ABSENT}


RUNS = """
    Namn
    Karin Holm (S)
    Olle Ting (C)
    Ulf Kraft (M)
    Sara Vide (S)

    Uppdrag
    Ordförande
    Ledamot
    Ersättare
    Ersättare

    Närvaro
    Närvarande
    Frånvarande
    Tjänstgörande
    {last}

    Ulf Kraft (M) tjänstgör för Olle Ting (C).
    Tjänstemän: Gun Strand, hamnchef

    § 97
    Ändringar i dagordningen
    """


def test_columns_below_their_heads() -> None:
    result = attendance(RUNS.format(last="Närvarande"))
    assert rows(result) == [
        "Karin Holm | present | - | ordförande | (S)",
        "Olle Ting | absent | - | ledamot | (C)",
        "Ulf Kraft | present | - | tjänstgörande ersättare | (M) | för Olle Ting",
        "Sara Vide | present | - | ersättare | (S)",
        "Gun Strand | present | - | hamnchef",
    ]
    assert not result.unread


def test_a_column_with_a_cell_too_few_tells_of_nobody() -> None:
    result = attendance(RUNS.format(last=""))
    told = statuses(result)
    assert all(told.get(name, UNKNOWN) == UNKNOWN for name in ("Karin Holm", "Sara Vide"))
    assert told["Olle Ting"] in (ABSENT, UNKNOWN)  # a sentence below the columns tells who served for him
    assert result.unread


def test_a_sentence_over_the_lines_of_those_away() -> None:
    result = attendance("""
        Beslutande: Karin Holm (C), Olle Ting (M), Sara Vide (S)

        § 45
        Upprop

        Vid uppropet antecknas att följande ledamöter är frånvarande och att ersättare träder
        in i deras ställe:

        Ulf Kraft (C), ersätts av Olle Ting (M) enligt valteknisk samverkan
        Per Lind (S), ersätts av Sara Vide (S)
        Lisa Norr (SD), ingen ersättare

        Karin Holm (C) konstaterar att fullmäktige är beslutfört.

        § 46
        Val av justerare
        """)
    assert statuses(result) == {
        "Karin Holm": PRESENT,
        "Olle Ting": PRESENT,
        "Sara Vide": PRESENT,
        "Ulf Kraft": ABSENT,
        "Per Lind": ABSENT,
        "Lisa Norr": ABSENT,
    }


def test_those_in_service_came() -> None:
    result = attendance("""
        I tjänst:
        Karin Holm ordf
        Olle Ting

        Vidare deltog:
        Gun Strand, hamnchef

        Ej närvarande: Ulf Kraft och Per Lind (båda förkylda, enligt läkares råd hemma)
        """)
    assert rows(result) == [
        "Karin Holm | present | - | ordförande",
        "Olle Ting | present | - | -",
        "Gun Strand | present | - | hamnchef",
        "Ulf Kraft | absent | - | -",
        "Per Lind | absent | - | båda förkylda",
    ]


PEOPLE = {"Karin Holm (C)": PRESENT, "Olle Ting (M)": ABSENT, "Sara Vide (S)": PRESENT, "Ulf Kraft (L)": PRESENT}
TOLD = {name.rpartition(" ")[0]: status for name, status in PEOPLE.items()}
MARKS = [
    ("Närvarande", "Frånvarande"),
    ("när.", "ej när."),
    ("N", "F"),
    ("Ja", "Nej"),
    ("X", "-"),
    ("[x]", "[ ]"),
    ("deltog", "förhinder"),
]


def marked(marks: tuple[str, str]) -> list[str]:
    return [marks[0] if status == PRESENT else marks[1] for status in PEOPLE.values()]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(
    "layout", ["Namn\n{names}\nNärvaro\n{marks}", "Namn\nNärvaro\n\n{names}\n\n{marks}", "Namn Närvaro\n{names}\n{marks}"]
)
def test_names_and_then_what_is_told_of_each(layout: str, marks: tuple[str, str]) -> None:
    sheet = layout.format(names="\n".join(PEOPLE), marks="\n".join(marked(marks)))
    assert statuses(attendance(f"{sheet}\n\n§ 97\nÄndringar i dagordningen\n")) == TOLD


@pytest.mark.parametrize("marks", MARKS)
def test_marks_behind_members_tell_nothing_of_those_without_where_no_words_say_what_they_are(marks: tuple[str, str]) -> None:
    lines = "\n".join(f"{name} {mark}" for name, mark in zip(PEOPLE, marked(marks), strict=True))
    told = statuses(attendance(f"Ledamöter\n{lines}\n\n§ 97\nÄndringar i dagordningen\n"))
    assert told in (TOLD, TOLD | {"Olle Ting": UNKNOWN})


@pytest.mark.parametrize("legend", ["x = närvarande, tomt = frånvarande", "X: närvarande, tom rad: frånvarande"])
@pytest.mark.parametrize("label", ["Närvarolista", "Ledamöter"])
def test_a_legend_tells_what_no_mark_means(label: str, legend: str) -> None:
    lines = "\n".join(f"{name} {mark}".rstrip() for name, mark in zip(PEOPLE, marked(("X", "")), strict=True))
    assert statuses(attendance(f"{label} ({legend})\n{lines}\n\n§ 97\nÄndringar i dagordningen\n")) == TOLD
    assert statuses(attendance(f"{label}\n{lines}\n\n({legend})\n\n§ 97\nÄndringar i dagordningen\n")) == TOLD


def test_a_letter_that_nothing_explains_leaves_open() -> None:
    told = statuses(attendance("Närvarande\nKarin Holm (C) N\nOlle Ting (M) A\nSara Vide (S) N\nUlf Kraft (L) N"))
    assert told == TOLD | {"Olle Ting": UNKNOWN}


SENTENCES = [
    "Vid uppropet antecknas att följande ledamöter är frånvarande:", "Följande ledamöter är frånvarande:", "Frånvarande vid uppropet var:",
    "Följande ledamöter har anmält förhinder:", "Förhinder har anmälts av följande:", "Anmält frånvaro till dagens möte har följande:",
    "Det antecknas att följande ledamöter inte är närvarande och att ersättare tjänstgör i deras ställe:",
    "Ordföranden meddelar att följande har lämnat återbud:", "Vid upprop konstateras följande frånvaro:",
]  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "names",
    [
        " Olle Ting (M), Per Lind (V)",
        "\nOlle Ting (M), ersätts av Ulf Kraft (L)\nPer Lind (V)",
        "\n- Olle Ting (M)\n- Per Lind (V)",
    ],
)
def test_those_whom_the_item_of_the_roll_call_names(sentence: str, names: str) -> None:
    result = attendance(f"""
Beslutande: Karin Holm (C), Sara Vide (S), Ulf Kraft (L)

§ 1
Upprop

{sentence}{names}

Karin Holm (C) konstaterar att nämnden är beslutför.

§ 2
Val av justerare

Nämnden beslutar att välja Karin Holm.
""")
    assert statuses(result) == TOLD | {"Per Lind": ABSENT}


@pytest.mark.parametrize("note", ["(frånvarande)", "(ej när.)", "frånvarande", "– förhinder"])
def test_a_word_behind_the_last_of_a_line_is_said_of_that_one(note: str) -> None:
    told = statuses(
        attendance(f"""
        Deltagande vid upprop kl. 08.30

        Centerpartiet
        Karin Holm, Olle Ting {note}

        Liberalerna
        Sara Vide, Ulf Kraft

        § 2
        Val av justerare
        """)
    )
    assert told == TOLD
