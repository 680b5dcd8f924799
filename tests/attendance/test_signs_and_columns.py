"""Lists whose rows end or begin in a sign: behind an office or with an aside, in a box before the name, below the names of columns."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses, towns


def test_columns_that_begin_with_the_municipality_and_marks_with_an_aside() -> None:
    told = attendance(
        "Kommun Namn Funktion Närv.\nMora Karin Holm MAS X\nMora Olle Ting MAR X (Teams)\nOrsa Sara Vide MAS –\nRegion Dalarna Per Lind Utv.ledare X\n\n"
        "X = deltog, – = deltog inte\n\nGäst: Lisa Norr, apotekare\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Mora | MAS",
        "Olle Ting | present | Mora | MAR",
        "Sara Vide | absent | Orsa | MAS",
        "Per Lind | present | Region Dalarna | Utv.ledare",
        "Lisa Norr | present | - | apotekare",
    ]


def test_a_roll_of_the_body_with_letters_of_a_legend_behind_offices() -> None:
    told = attendance(
        "Närvarolista direktionen\nX = närvarande, T = närvarande och tjänstgörande, – = frånvarande\n\nMora kommun\nKarin Holm (S), ordförande T\n"
        "Olle Ting (C) –\nSara Vide (V), ersättare –\nOrsa kommun\nPer Lind (M) T\nLisa Norr (S), ersättare X\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Mora | ordförande | (S)",
        "Olle Ting | absent | Mora | - | (C)",
        "Sara Vide | absent | Mora | ersättare | (V)",
        "Per Lind | present | Orsa | - | (M)",
        "Lisa Norr | present | Orsa | ersättare | (S)",
    ]


def test_a_list_that_is_attached_is_no_roll_of_a_body() -> None:
    assert not attendance("Närvarolista bifogas\n\nKarin Holm (S) hälsar alla välkomna.\n").people


def test_boxes_before_the_names_in_the_cells_of_a_table() -> None:
    told = attendance(
        "Närvarolista\n\n☒ = närvarande, ☐ = ej närvarande\n\n☒ Karin Holm\tRegion Dalarna, HR-direktör\n☐ Olle Ting\tMora kommun, äldreförvaltningen\n"
        "☒ Sara Vide\tOrsa kommun, omsorgschef\n☐ Per Lind\tLeksands kommun\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Region Dalarna | HR-direktör",
        "Olle Ting | absent | Mora | -",
        "Sara Vide | present | Orsa | omsorgschef",
        "Per Lind | absent | Leksand | -",
    ]
    assert towns(told) == {"Mora": "absent", "Orsa": "present", "Leksand": "absent"}
    assert not told.unread


def test_empty_boxes_alone_tell_nothing() -> None:
    told = attendance("Närvarolista\n\n☐ Karin Holm\tMora kommun\n☐ Olle Ting\tOrsa kommun\n☐ Sara Vide\tLeksands kommun\n")
    assert set(statuses(told).values()) == {"unknown"}


def test_the_substitute_who_came_in_parentheses_behind_a_struck_member() -> None:
    told = attendance(
        "Närvarande (överstruken deltog inte)\n\n- Bryggverket: Karin Holm\n- Hamnverket: ~~Olle Ting~~ (ersättare Per Lind deltog)\n"
    )
    assert rows(told) == [
        "Karin Holm | present | Bryggverket | -",
        "Olle Ting | absent | Hamnverket | -",
        "Per Lind | present | Hamnverket | tjänstgörande ersättare | för Olle Ting",
    ]


def test_who_served_in_a_column_of_the_table_voted_too() -> None:
    told = attendance(
        "Närvarolista\n\nNr\tLedamot\tParti\tNärvarande\tTjänstgörande ersättare\n1\tKarin Holm\tC\tJa\t\n2\tOlle Ting\tM\tNej\tPer Lind\n"
        "3\tSara Vide\tS\tJa\t\n4\tLisa Norr\tS\tNej\tEva Strand\n\nOmröstningslista\n\nPer Lind (M)\tX\nEva Strand (S)\tX\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Per Lind": "present",
        "Sara Vide": "present",
        "Lisa Norr": "absent",
        "Eva Strand": "present",
    }


def test_paragraphs_and_hours_in_cells_are_no_part_of_a_title() -> None:
    told = attendance(
        "Övriga\nKarin Holm         bryggchef\nOlle Ting         enhetschef Hamnen, § 101-104\nSara Vide         planerare, § 103\n"
    )
    assert rows(told) == [
        "Karin Holm | present | - | bryggchef",
        "Olle Ting | present | - | enhetschef Hamnen | § 101-104",
        "Sara Vide | present | - | planerare | § 103",
    ]
    told = attendance(
        "Närvarolista\n\nNr\tLedamot\tParti\tNärvarande\tAnm.\n1\tKarin Holm\tC\tJa\t\n2\tOlle Ting\tM\tNej\t\n3\tSara Vide\tS\tJa\tfrån kl. 18.50, § 14\n"
    )
    assert rows(told)[2] == "Sara Vide | present | - | ledamot | (S) | från kl. 18.50, § 14"


def test_the_line_that_tells_what_signs_mean_is_of_the_list() -> None:
    text = "Kommun Namn Funktion Närv.\nMora Karin Holm MAS X\nMora Olle Ting MAR X\nOrsa Sara Vide MAS –\n\nX = deltog, – = deltog inte\n\nBudget\nText.\n"
    told = attendance(text)
    legend = text.index("X = deltog")
    assert any(start <= legend < end for start, end in told.consumed)
