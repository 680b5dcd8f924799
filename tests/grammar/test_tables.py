from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.names import squash
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


def test_a_row_on_a_plan_of_the_shared_matter_concerns_the_plan_too(read: Read) -> None:
    rows = "VfR\t5 maj\t*Beslut:* uppdrag Regional handlingsplan\n\t9 juni\t*Information:* Regional handlingsplan och kommande bryggdag\n"
    first, second = (
        m.items[0].topics for m in read(REPORT + rows).meetings if m.date and m.date.month in (5, 6) and m.forum == "VFR"
    )
    assert first == ["Regional handlingsplan", "Trygg hemgång"]
    assert second[0] == "Regional handlingsplan"
    assert second[-1] == "Trygg hemgång"


def test_a_row_that_names_the_shared_matter_among_other_words_concerns_it(read: Read) -> None:
    rows = "VfR\t5 maj\t*Beslut:* Gemensam kassa enligt överenskommelse trygg hemgång\n"
    (topics,) = (m.items[0].topics for m in read(REPORT + rows).meetings if str(m.date) == "2025-05-05")
    assert "Trygg hemgång" in topics


def test_a_row_without_a_readable_date_is_listed_as_unread(read: Read) -> None:
    assert [u.text for u in read(REPORT).unread if "datum" in u.why] == ["SCHNV snart Dialog om framtiden"]


def test_other_tables_give_no_meetings(read: Read) -> None:
    text = "Årsrapport 2025\n\nAktivitet\tNär\tSyfte\nNätverksträff\t6/5\tErfarenhetsutbyte\n"
    assert read(text).meetings == []


HEAD = "Årsrapport 2025 Trygg hemgång\n\nDatum 2026-01-15\n\n"


def told(record: Record) -> list[tuple[str | None, str, list[str]]]:
    return [(m.forum, str(m.date), [i.title for i in m.items]) for m in record.meetings]


def missed(record: Record) -> list[str]:
    return [f"{u.text}: {u.why}" for u in record.unread]


@pytest.mark.parametrize(
    "header", ["Forum\tNär\tÄrendo", "Forurn\tDatum\tÄrende", "Samverkansforum\tMötesdag 2025\tInnehåll", "\t\t", "Vad\tVem\tHur"]
)
def test_columns_are_told_by_what_they_hold_where_the_header_is_misread_or_says_nothing(read: Read, header: str) -> None:
    record = read(
        f"{HEAD}{header}\nLCHNV\t7/2\tNytt bidrag till hemgång\nVFR\t13/2\tÅrlig uppföljning av hemgång\n\t12/6\tLarm i hemmet\n"
    )
    assert told(record) == [
        ("LCHNV", "2025-02-07", ["Nytt bidrag till hemgång"]),
        ("VFR", "2025-02-13", ["Årlig uppföljning av hemgång"]),
        ("VFR", "2025-06-12", ["Larm i hemmet"]),
    ]


def test_columns_in_another_order_and_without_a_header(read: Read) -> None:
    rows = "2025-02-07\tNytt bidrag\tLCHNV\n2025-02-13\tÅrlig uppföljning\tVFR\n"
    expected = [("LCHNV", "2025-02-07", ["Nytt bidrag"]), ("VFR", "2025-02-13", ["Årlig uppföljning"])]
    assert told(read(f"{HEAD}Datum\tÄrende\tForum\n{rows}")) == expected
    assert told(read(f"{HEAD}{rows}2025-06-12\tLarm\tVFR\n"))[:2] == expected


def test_forums_as_columns(read: Read) -> None:
    record = read(
        f"{HEAD}Datum\tLCHNV\tVFR\n7/2\tNytt bidrag\t\n13/2\t\tÅrlig uppföljning\n12 juni\tLarm\tLarm\nmars\tBudget\t\n"
    )
    assert told(record) == [
        ("LCHNV", "2025-02-07", ["Nytt bidrag"]),
        ("VFR", "2025-02-13", ["Årlig uppföljning"]),
        ("LCHNV", "2025-06-12", ["Larm"]),
        ("VFR", "2025-06-12", ["Larm"]),
    ]
    assert missed(record) == ["mars Budget: bara månaden är angiven, ingen dag"]


def test_forums_as_columns_and_days_in_the_cells(read: Read) -> None:
    record = read(f"{HEAD}Ärende\tLCHNV\tVFR\nNytt bidrag\t7/2\t13/2 och 12/6\nÅrlig uppföljning\tx\t12/6\n")
    assert told(record) == [
        ("LCHNV", "2025-02-07", ["Nytt bidrag"]),
        ("VFR", "2025-02-13", ["Nytt bidrag"]),
        ("VFR", "2025-06-12", ["Nytt bidrag", "Årlig uppföljning"]),
    ]
    assert len(missed(record)) == 1


def test_days_as_columns(read: Read) -> None:
    record = read(f"{HEAD}Forum\t7/2\t14 mars\nLCHNV\tNytt bidrag\tX\nVFR\t–\tLarm\n")
    assert told(record) == [
        ("LCHNV", "2025-02-07", ["Nytt bidrag"]),
        ("LCHNV", "2025-03-14", []),
        ("VFR", "2025-03-14", ["Larm"]),
    ]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("4/2, 7/5 och 12/11", ["2025-02-04", "2025-05-07", "2025-11-12"]),
        ("4, 11 och 18 mars", ["2025-03-04", "2025-03-11", "2025-03-18"]),
        ("4 februari samt 7 maj 2024", ["2024-02-04", "2024-05-07"]),
        ("13–14 maj", ["2025-05-13"]),
        ("2025-02-04; 2025-05-07", ["2025-02-04", "2025-05-07"]),
        ("mars", []),
        ("2-3 ggr/termin", []),
    ],
)
def test_several_days_in_a_cell(read: Read, cell: str, days: list[str]) -> None:
    record = read(f"{HEAD}Forum\tNär\tÄrende\nVFR\t{cell}\tLarm\nLCHNV\t1/12\tBudget\n")
    assert [(date, items) for forum, date, items in told(record) if forum == "VFR"] == [(day, ["Larm"]) for day in sorted(days)]
    assert len(missed(record)) == (not days)


def test_the_year_of_a_heading_or_of_a_row_of_its_own_is_that_of_the_days_below(read: Read) -> None:
    record = read(f"{HEAD}Möten 2023\n\nForum\tNär\tÄrende\nVFR\t13/2\tLarm\n2024\t\t\nVFR\t15/2\tLarm\n")
    assert [date for _, date, _ in told(record)] == ["2023-02-13", "2024-02-15"]


def test_a_table_of_days_and_matters_under_the_name_of_a_forum(read: Read) -> None:
    table = "Datum\tÄrende\n7/2\tNytt bidrag\n14/3\tLarm\n"
    assert told(read(f"{HEAD}Styrgruppens möten under året\n\n{table}")) == [
        ("Styrgruppen", "2025-02-07", ["Nytt bidrag"]),
        ("Styrgruppen", "2025-03-14", ["Larm"]),
    ]
    record = read(f"{HEAD}Vad som har hänt\n\n{table}")
    assert told(record) == []
    assert missed(record) == [
        "7/2 Nytt bidrag: tabellrad med datum men utan forum",
        "14/3 Larm: tabellrad med datum men utan forum",
    ]


def test_a_calendar_of_meetings_has_no_matters(read: Read) -> None:
    record = read(f"{HEAD}Forum\tMötesdatum 2026\nLCHNV\t6/2, 20/3\nVFR\t12/2 (inställt)\n")
    assert told(record) == [("LCHNV", "2026-02-06", []), ("LCHNV", "2026-03-20", [])]
    assert missed(record) == ["VFR 12/2 (inställt): mötet ställdes in"]


def test_a_page_number_does_not_end_a_table(read: Read) -> None:
    record = read(f"{HEAD}Forum\tNär\tÄrende\nVFR\t13/2\tLarm\n\n4\n\nVFR\t12/6\tBudget\n")
    assert [date for _, date, _ in told(record)] == ["2025-02-13", "2025-06-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Version\tFörfattare\n1.0\tEva Ek\n1.1\tBo Alm\n",
        "Kommun\tAntal\nMora\t4\nOrsa\t7\n",
        "Delmål\tResultat\nTrygghet i hemmet\t3,5\nDelaktighet\t4,0\n",
        "Datum 2026-01-15\tDiarienummer 2026-12\tFörfattare Eva Ek\nGodkänt av Välfärdsrådet\t\t\n",
    ],
)
def test_tables_of_other_things_give_neither_meetings_nor_unread(read: Read, text: str) -> None:
    record = read(HEAD + text)
    assert (told(record), [why for why in missed(record) if "inget möte" not in why]) == ([], [])


def test_a_slip_in_a_label_leaves_it_a_label(read: Read) -> None:
    record = read(f"{HEAD}Forum\tNär\tÄrende\nVFR\t13/2\tBoslut: Larm\n\t\tBoende: Larm\n")
    assert [(i.title, i.labels) for i in record.meetings[0].items] == [("Larm", ["beslut"]), ("Boende: Larm", [])]


def test_decisions_that_a_report_tells_of_without_a_meeting_are_listed(read: Read) -> None:
    told = [
        "Under våren fattade Länschefsnätverket och Välfärdsrådet beslut om att ta fram en plan för bryggor.",
        "Socialchefsnätverket beslutade att svaren skulle skickas in.",
    ]
    others = "Under året fattades beslut om en ny modell. Välfärdsrådet tog del av läget."
    record = read(REPORT + "\n" + " ".join(told) + " " + others + "\n")
    assert [u.text for u in record.unread if "forums beslut" in u.why] == told


def test_the_words_that_say_whose_meeting_it_was_are_kept_where_they_stand_elsewhere(read: Read) -> None:
    text = f"{HEAD}Styrgruppens möten under året\n\nDatum\tÄrende\n7/2\tLarm\n\nSlut.\n\nForum\tNär\tÄrende\nVFR\t13/2\tLarm\n\t12/6\tBudget\n"
    record = read(text)
    words = [squash(text[slice(*m.forum_span)]) if m.forum_span else None for m in record.meetings]
    assert words == ["Styrgruppens möten under året", None, "VFR 13/2 Larm"]
