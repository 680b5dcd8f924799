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


def test_the_number_of_a_page_alone_in_its_line_ends_no_list() -> None:
    for number in ("Sida 2", "Sida 2 av 5", "2 (5)", "Blad 2"):
        told = attendance(f"Närvarande\nKarin Holm (C)\nOlle Ting (M)\n\n{number}\n\nLisa Norr (S)\nPer Lind (M)\n\n§ 1 Budget\n")
        assert list(statuses(told)) == ["Karin Holm", "Olle Ting", "Lisa Norr", "Per Lind"]


def test_a_line_that_begins_as_the_number_of_a_page_and_goes_on_is_read() -> None:
    told = attendance("3 av 5 inbjudna deltog\n\nSida 2 Närvarande\nKarin Holm (C)\nOlle Ting (M)\n")
    assert statuses(told) == {"Karin Holm": "present", "Olle Ting": "present"}
