"""Front pages whose fields have labels that are not known, and lists in the order of surnames."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows


@pytest.mark.parametrize("label", ["Plats och tid för", "Var vi sågs", "Sammanträdesrum", "Plats"])
def test_a_label_that_is_not_known_does_not_hide_the_list_below(label: str) -> None:
    result = attendance(
        f"HAMNSTYRELSEN\t2006-10-24\n{label}\tHamnhuset, rum Masten\nBeslutande\tAnna Ek, s, ordförande\n\tBo Alm, s, ersätter Cilla Björk, s\n"
        "\tDan Lind, c\n\tEva Gran, m\n\nEj beslutande\tGun Holm, s\n\tHans Berg, v\n"
    )
    found = {(p.name, str(p.status)) for p in result.people}
    assert {("Anna Ek", "present"), ("Bo Alm", "present"), ("Dan Lind", "present"), ("Eva Gran", "present")} <= found
    assert ("Gun Holm", "present") in found


def test_lines_in_the_order_of_surnames_without_parties() -> None:
    result = attendance(
        "Närvarande:\nAlm Bo Hamnbolaget\nBjörk Cecilia Bryggverket\nEk Anna HSO, ordförande\nGran Eva Seglarna\nLind Daniel HSO\nÖberg Karin Rederiet\n"
    )
    assert [p.name for p in result.people] == ["Bo Alm", "Cecilia Björk", "Anna Ek", "Eva Gran", "Daniel Lind", "Karin Öberg"]
    assert result.people[0].as_written == "Alm Bo"


def test_offices_before_names_are_no_surnames() -> None:
    result = attendance(
        "Närvarande:\nDirektör Anna Ek\nEkonom Bo Alm\nIngenjör Cecilia Björk\nJurist Dan Lind\nKamrer Eva Gran\nLots Karin Öberg\n"
    )
    assert "Anna Ek" in {p.name for p in result.people}, rows(result)


def test_towns_before_names_are_no_surnames() -> None:
    result = attendance(
        "Närvarande:\nAvesta Anna Ek\nBorlänge Bo Alm\nFalun Cecilia Björk\nGagnef Dan Lind\nLeksand Eva Gran\nMora Karin Öberg\n"
    )
    assert [p.name for p in result.people] == ["Anna Ek", "Bo Alm", "Cecilia Björk", "Dan Lind", "Eva Gran", "Karin Öberg"]
    assert [p.represents for p in result.people][:2] == ["Avesta", "Borlänge"]


def test_a_group_that_no_label_knows_first_in_a_table_of_groups() -> None:
    told = attendance(
        "Närvarande\n\nStyrelse\tKarin Holm, ordförande Olle Ting, vice ordförande Sara Vide\nSuppleanter\tPer Lind, från och med § 36\n"
        "Förhinder\tLisa Norr, suppleant\n"
    )
    assert rows(told) == [
        "Karin Holm | present | - | ordförande",
        "Olle Ting | present | - | vice ordförande",
        "Sara Vide | present | - | -",
        "Per Lind | present | - | ersättare | från och med § 36",
        "Lisa Norr | absent | - | ersättare",
    ]
