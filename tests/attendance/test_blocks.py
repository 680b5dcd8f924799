"""Tables of who was there that were read column by column, block after block."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_blocks_of_parties_offices_and_answers() -> None:
    result = attendance("""
        Ledamöter

        Anna Ek
        Bo Alm
        Cilla Björk
        David Asp

        S
        M
        VI
        S

        ordförande
        1:e vice ordförande
        ledamot
        ledamot

        Närv.

        ja
        ja
        nej
        ja

        Tjänstgörande ersättare

        Eva Gran
        Filip Rönn

        S
        VI

        tjänstgör för Cilla Björk (VI)
        närvarar, tjänstgör ej

        Övriga närvarande

        Gun Hassel
        Hanna Lind
        Ivar Tall

        hamndirektör
        ekonom, § 36
        nämndsekreterare
        """)
    assert rows(result) == [
        "Anna Ek | present | - | ordförande | (S)",
        "Bo Alm | present | - | 1:e vice ordförande | (M)",
        "Cilla Björk | absent | - | ledamot | (VI)",
        "David Asp | present | - | ledamot | (S)",
        "Eva Gran | present | - | tjänstgörande ersättare | (S) | för Cilla Björk",
        "Filip Rönn | present | - | tjänstgörande ersättare | (VI)",
        "Gun Hassel | present | - | hamndirektör",
        "Hanna Lind | present | - | ekonom | § 36",
        "Ivar Tall | present | - | nämndsekreterare",
    ]


def test_numbers_before_names_and_crosses_below_their_heading() -> None:
    result = attendance("""
        NÄRVAROLISTA

        Ledamöter

        1
        2
        3

        Anna Ek, ordf.
        Bo Alm
        Cilla Björk

        C
        S
        KD

        Närvarande (X) / frånvarande (-)

        X
        -
        X
        """)
    assert [(p.name, p.party, p.status.value) for p in result.people] == [
        ("Anna Ek", "C", "present"), ("Bo Alm", "S", "absent"), ("Cilla Björk", "KD", "present"),
    ]  # fmt: skip


def test_a_column_of_bodies_of_which_some_are_not_known() -> None:
    result = attendance("""
        Deltagare
        Anna Ek, ordförande
        Bo Alm
        Cilla Björk
        David Asp
        Kommun/förvaltning
        Vårdbryggan
        Orsa kommun
        Leksands kommun, kulturenheten
        Viksjukvården
        """)
    assert [p.represents for p in result.people] == ["Vårdbryggan", "Orsa", "Leksand", "Viksjukvården"]


def test_those_who_came_without_names_are_no_column_of_bodies() -> None:
    result = attendance("""
        Närvarande
        Anna Ek, ordförande
        Bo Alm, sekreterare
        Cilla Björk, bibliotekarie
        Hörselfrämjandets förening i Norrby
        Bryggförbundet Viken
        Två skrivtolkar
        """)
    assert [(p.name, p.role) for p in result.people if p.name in ("Anna Ek", "Bo Alm")] == [
        ("Anna Ek", "ordförande"), ("Bo Alm", "sekreterare"),
    ]  # fmt: skip
    assert not any(p.represents == "Bryggförbundet Viken" for p in result.people if p.name == "Bo Alm")


def test_cells_of_a_table_one_a_line_with_local_parties() -> None:
    result = attendance("""
        NÄRVARO- OCH OMRÖSTNINGSLISTA
        Ledamot
        Parti
        När-
        varande
        Anna Ek, ordf
        S
        X
        Bo Alm
        VI
        X
        Cilla Björk
        VI
        X
        David Asp
        V
        -
        Filip Rönn
        C
        X
        Tjänstgörande ersättare
        Eva Gran för David Asp
        V
        X
        SUMMA
        4
        """)
    assert [(p.name, p.party, p.represents) for p in result.people] == [
        ("Anna Ek", "S", None), ("Bo Alm", "VI", None), ("Cilla Björk", "VI", None), ("David Asp", "V", None),
        ("Filip Rönn", "C", None), ("Eva Gran", "V", None),
    ]  # fmt: skip
    assert statuses(result)["David Asp"] == "absent"


def test_offices_in_a_column_of_labels_are_not_given_to_the_first_of_the_names() -> None:
    result = attendance("""
        Plats och tid

        Beslutande

        Övriga deltagande

        Utses att justera

        Underskrifter

        Sekreterare

        Ordförande

        Justerande

        Bryggården, måndagen den 18 juni 2018 kl. 19.00-21.35

        Se närvarolista, blad 2

        Anna Ek, kommunchef
        Bo Alm, ekonomichef § 41
        """)
    assert result.people[0].role == "kommunchef"


def test_a_block_of_roles_of_which_some_tell_for_whom_they_serve() -> None:
    told = attendance(
        "Beslutande\nKarin Holm (S)\nOlle Ting (V)\nSara Vide (M)\nPer Lind (C)\nordförande\nledamot, från och med § 12\n"
        "tjänstgörande ersättare för Lisa Norr (M)\nledamot, deltar via Teams\n\nÖvriga deltagande\nEva Strand, sekreterare\n"
    )
    assert rows(told) == [
        "Karin Holm | present | - | ordförande | (S)",
        "Olle Ting | present | - | ledamot | (V) | från och med § 12",
        "Sara Vide | present | - | tjänstgörande ersättare | (M) | för Lisa Norr",
        "Per Lind | present | - | ledamot | (C)",
        "Lisa Norr | absent | - | - | (M)",
        "Eva Strand | present | - | sekreterare",
    ]
