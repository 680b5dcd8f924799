from __future__ import annotations

from collections.abc import Callable

from graph.record import Record

Read = Callable[[str], Record]
REPORT = (
    "Årsrapport 2025 Trygg hemgång\n\nDatum 2026-01-15\n\n"
    "Ärenden relaterade till uppdrag Trygg hemgång vid respektive sammanträde under 2025.\n\n"
    "Forum\tNär\tÄrende\n"
    "LCHNV\t7e feb\t*Information:* nytt bidrag\n"
    "\t\t*Workshop:* Roller och ansvar\n"
    "\t14e mars\t*Beslut:* arbetsgrupp\n"
    "VfR\t13e feb\t*Information:* läget *Information/Beslut:* årlig uppföljning\n"
    "Okända gruppen\t3 juni\tBudget\n"
    "SCHNV\tsnart\tDialog om framtiden\n"
)


def test_meetings_in_a_reports_table(read: Read) -> None:
    record = read(REPORT)
    assert [(m.forum, str(m.date), [(i.title, i.labels) for i in m.items]) for m in record.meetings] == [
        ("LCHNV", "2025-02-07", [("nytt bidrag", ["information"]), ("Roller och ansvar", ["workshop"])]),
        ("LCHNV", "2025-03-14", [("arbetsgrupp", ["beslut"])]),
        ("VFR", "2025-02-13", [("läget", ["information"]), ("årlig uppföljning", ["beslut", "information"])]),
        ("Okända gruppen", "2025-06-03", [("Budget", [])]),
    ]


def test_what_all_rows_concern_is_a_topic_of_each(read: Read) -> None:
    assert all("Trygg hemgång" in i.topics for m in read(REPORT).meetings for i in m.items)


def test_a_row_without_a_readable_date_is_listed_as_unread(read: Read) -> None:
    assert [u.text for u in read(REPORT).unread if "datum" in u.why] == ["SCHNV snart Dialog om framtiden"]


def test_other_tables_give_no_meetings(read: Read) -> None:
    text = "Årsrapport 2025\n\nAktivitet\tNär\tSyfte\nNätverksträff\t6/5\tErfarenhetsutbyte\n"
    assert read(text).meetings == []
