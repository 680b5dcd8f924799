"""Rolls by lines that tell presence in words right behind the party, and whose crosses are votes."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses

_ROWS = "Karin Holm C Ja X\nOlle Ting, 1:e vice ordf. M Ja X\nSara Vide S Nej Per Lind X\nLisa Norr S Ja  X\nEva Strand V Nej -\nSumma 4 2 1 1\n"


def test_words_of_presence_go_before_crosses_of_votes() -> None:
    told = attendance(f"Närvaro- och omröstningslista\n\nLedamot Parti Närvarande Ersättare § 66 Ja Nej Avst\n{_ROWS}")
    assert rows(told) == [
        "Karin Holm | present | - | ledamot | (C)",
        "Olle Ting | present | - | 1:e vice ordförande | (M)",
        "Sara Vide | absent | - | ledamot | (S)",
        "Per Lind | present | - | tjänstgörande ersättare",
        "Lisa Norr | present | - | ledamot | (S)",
        "Eva Strand | absent | - | ledamot | (V)",
    ]
    assert not told.unread


def test_a_column_of_substitutes_makes_none_of_members() -> None:
    told = attendance(
        "Ledamot Parti Närvarande Ersättare\nKarin Holm C Ja\nOlle Ting M Ja\nSara Vide S Nej Per Lind\nLisa Norr S Ja\n"
    )
    assert [(person.name, person.role, person.status.value) for person in told.people] == [
        ("Karin Holm", "ledamot", "present"),
        ("Olle Ting", "ledamot", "present"),
        ("Sara Vide", "ledamot", "absent"),
        ("Per Lind", "tjänstgörande ersättare", "present"),
        ("Lisa Norr", "ledamot", "present"),
    ]


def test_substitutes_beside_with_a_word_of_their_own() -> None:
    told = attendance(
        "Närvarolista\n\nLedamot Parti Närvarande Ersättare Parti Närvarande\nKarin Holm C Ja Bo Alm C Nej\nOlle Ting M Ja Eva Rask M Ja\n"
        "Sara Vide S Nej Per Lind S Ja\nLisa Norr S Ja\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Bo Alm": "absent",
        "Olle Ting": "present",
        "Eva Rask": "present",
        "Sara Vide": "absent",
        "Per Lind": "present",
        "Lisa Norr": "present",
    }


def test_words_of_a_vote_tell_of_no_presence() -> None:
    told = attendance(
        "Omröstning § 66\n\nLedamot Parti Ja Nej Avst\nKarin Holm C Ja\nOlle Ting M Nej\nSara Vide S Nej\nLisa Norr S Ja\n"
    )
    assert "absent" not in statuses(told).values()


def test_a_name_beside_a_member_who_came_is_not_told_of() -> None:
    told = attendance(
        "Närvarolista\n\nLedamot Parti Närvarande Ersättare\nKarin Holm C Ja Bo Alm\nOlle Ting M Ja\nSara Vide S Nej Per Lind\nLisa Norr S Ja\n"
    )
    assert statuses(told)["Bo Alm"] == "unknown"
    assert statuses(told)["Per Lind"] == "present"


def test_abbreviated_words_in_rows_are_no_labels() -> None:
    told = attendance(
        "Närvaro\n\nLedamot Parti Närvarande Ersättare\nKarin Holm (C) Närv\nOlle Ting (M) Frånv Per Lind (M)\nSara Vide (S) Närv\n"
        "Lisa Norr (S) Frånv\n"
    )
    assert statuses(told) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Per Lind": "present",
        "Sara Vide": "present",
        "Lisa Norr": "absent",
    }
