"""What stands behind the last person of a page, and before the first one behind labels that ran together."""

from __future__ import annotations

from tests.attendance.sheets import attendance, rows, statuses


def test_the_number_in_the_head_of_the_next_page_is_no_limit_of_the_last_person() -> None:
    told = attendance(
        "2 3 maj (11) Närvarolista Granrådet Ledamöter Närv (N), Frånv (F) Ja Nej Anna Ek OMN N Bo Alm KS F Cilla Björk Bmn N Ersättare "
        "Eva Gran OMN N David Asp Norra föreningen F\n\n3 3 maj (11) GR 1 Mötet öppnas\n\nOrdföranden öppnar mötet."
    )
    assert statuses(told)["David Asp"] == "absent"
    assert not any("11" in row for row in rows(told))


def test_a_title_tells_that_the_first_behind_labels_of_fields_is_a_person() -> None:
    told = attendance(
        "Plats Gransalen Beslutande Anna Ek (S) ordförande Bo Alm (M) Tjänstemän Övriga Ajournering Tid och plats för justering Rimbra Grankvist, "
        "rektor Eva Gran, kamrer\n\n§ 1 Dagordning\n\nDagordningen godkänns."
    )
    assert statuses(told) == {"Anna Ek": "present", "Bo Alm": "present", "Rimbra Grankvist": "present", "Eva Gran": "present"}


def test_a_double_first_name_parted_at_a_line_end_is_one_name() -> None:
    told = attendance("Närvarande: Anna Ek, Inga- Lill Almgren, Lars- Erik Holm (S)\n\n§ 1 Dagordning\n\nDagordningen godkänns.")
    assert list(statuses(told)) == ["Anna Ek", "Inga-Lill Almgren", "Lars-Erik Holm"]
