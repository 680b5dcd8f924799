"""Two lists side by side that are not of one length, marks before names, and names that are hard to tell where they end."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_a_label_within_a_column_stands_over_those_below_it() -> None:
    result = attendance("""
        Ledamöter                           Tjänstgörande ersättare
        Maria Åsar (S), ordförande          Karl Hack (S) för Tina Bräck (S)
        Elof Rask (C)                       Maja Rag (V) för Ossian Hed (V)
        Lisa Frost (M)                      Berit Gäll (C)
        Stig Offer (S)                            § 70–78
        Wilma Mörs (S)
        Håkan Klövs (S)                     Ej närvarande
        Nadja Lit (V)                       Tina Bräck (S)
        Anna Kall (C)                       Ossian Hed (V)
        Börje Brun (M)
        Eva Hägg (M)
        """)
    told = statuses(result)
    assert {name for name, status in told.items() if status == "absent"} == {"Tina Bräck", "Ossian Hed"}
    assert {told[name] for name in ("Håkan Klövs", "Börje Brun", "Eva Hägg")} == {"present"}
    assert next(person.paragraphs for person in result.people if person.name == "Berit Gäll") == "§ 70–78"


def test_lines_below_a_table_whose_marks_told_are_unknown() -> None:
    result = attendance("""
        Närvarande (x = frånvarande)
        Maria Åsar (S)          x         Karl Hack (S)
        Elof Rask (C)                     Maja Rag (V)
        Lisa Frost (M)          x         Berit Gäll (C)
        Stig Offer (S)
        """)
    assert statuses(result)["Stig Offer"] != "absent"


def test_marks_before_names() -> None:
    result = attendance(
        "Den som är markerad med x var med på mötet, – betyder att man lämnat återbud.\n\n"
        "Mora\t\t\n\tx\tMaria Åsar, rektor\n\t–\tJoel Flak, chef\nOrsa\t\t\n\tx\tViva Noss, chef\n\t–\tLisa Frost, socialchef\n"
    )
    assert rows(result) == [
        "Maria Åsar | present | Mora | rektor",
        "Joel Flak | absent | Mora | chef",
        "Viva Noss | present | Orsa | chef",
        "Lisa Frost | absent | Orsa | socialchef",
    ]


def test_a_name_over_the_end_of_a_line_that_a_title_follows() -> None:
    result = attendance("""
        Närvarande: Jonas Sund (M) ordförande, Per Läck, kommundirektör
        Därutöver närvarade Anton Mark, handläggare, under punkt 3 och Eva
        Sandby, projektledare, under punkterna 4 och 5.

        1. Inledning
        """)
    assert [person.name for person in result.people] == ["Jonas Sund", "Per Läck", "Anton Mark", "Eva Sandby"]


def test_surnames_of_words_that_tell_places_apart() -> None:
    result = attendance("""
        Närvarande
        Dan Stora Bakker, kultursamordnare
        Bo Östra Lidby-Ek (MAS)
        Eva Torneda Berg, planchef
        """)
    assert [person.name for person in result.people] == ["Dan Stora Bakker", "Bo Östra Lidby-Ek", "Eva Torneda Berg"]


def test_parties_of_their_time_and_groups_that_are_none() -> None:
    result = attendance("""
        Beslutande
        Maria Åsar (s), ordförande
        Elof Rask (nyd)
        Lisa Frost (kds)
        Stig Offer (ViSK)
        Karl Hack (m)
        Maja Rag (Tallåns byalag)
        """)
    assert [person.party for person in result.people] == ["S", "NYD", "KDS", "ViSK", "M", None]


def test_whom_those_come_from_and_were() -> None:
    result = attendance("""
        Medverkande från rådet var ordförande Maria Åsar, vice ordförande Elof Rask samt Lisa Frost (Tallåns byalag). Tjänstemän var
        Stig Offer och Karl Hack, utvecklare.

        Förhindrade: Maja Rag (S), som ersattes av Berit Gäll, och Ossian Hed (C).
        """)
    assert statuses(result) == {
        "Maria Åsar": "present", "Elof Rask": "present", "Lisa Frost": "present", "Stig Offer": "present", "Karl Hack": "present",
        "Maja Rag": "absent", "Berit Gäll": "present", "Ossian Hed": "absent",
    }  # fmt: skip


def test_a_numbered_roll_call_with_surnames_first() -> None:
    result = attendance("""
        Upprop
        Nr Ledamot Parti Närvarande Ersättare
        1 Åsar Maria S X
        2 Rask Elof M X
        3 Frost Lisa C Frånv
        4 Offer Stig V X
        5 Hack Karl SD X
        6 Rag Maja KD X
        """)
    assert [(p.name, p.party, p.status.value) for p in result.people] == [
        ("Maria Åsar", "S", "present"), ("Elof Rask", "M", "present"), ("Lisa Frost", "C", "absent"), ("Stig Offer", "V", "present"),
        ("Karl Hack", "SD", "present"), ("Maja Rag", "KD", "present"),
    ]  # fmt: skip


def test_short_words_of_absence() -> None:
    result = attendance("Ledamöter: Maria Åsar (S), Elof Rask (M) anm. förhinder, Lisa Frost (C) anm förh., Stig Offer (V) närv.")
    assert list(statuses(result).values()) == ["present", "absent", "absent", "present"]
