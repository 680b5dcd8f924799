from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

Read = Callable[[str], Record]
HEAD = "Årsrapport 2025 Trygg hemgång\n\nDatum 2026-01-15\n\n"


def told(record: Record) -> list[tuple[str | None, str, list[str]]]:
    return [(m.forum, str(m.date), [i.title for i in m.items]) for m in record.meetings]


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        (
            "Styrgruppen har träffats 3 gånger: 4/2, 7/5 och 12/11.",
            [("Styrgruppen", d) for d in ("2025-02-04", "2025-05-07", "2025-11-12")],
        ),
        (
            "Under året har styrgruppen haft två möten, den 4 februari och den 7 maj.",
            [("Styrgruppen", d) for d in ("2025-02-04", "2025-05-07")],
        ),
        ("Välfärdsrådet sammanträdde den 12 juni och den 11 september 2024.", [("VFR", d) for d in ("2024-06-12", "2024-09-11")]),
        ("Arbetsgruppen möttes 4, 11 och 18 mars.", [("Arbetsgruppen", d) for d in ("2025-03-04", "2025-03-11", "2025-03-18")]),
        ("LCHNV: 7/2, 14/3", [("LCHNV", d) for d in ("2025-02-07", "2025-03-14")]),
        ("Styrgruppens möten 2024: 4/2 och 7/5", [("Styrgruppen", d) for d in ("2024-02-04", "2024-05-07")]),
        ("Styrgruppen har träffats regelbundet. Rapporten lämnades den 4/2.", []),
        ("Mötet med styrgruppen den 4/2 ställdes in.", []),
        ("Styrgruppen och arbetsgruppen har träffats 4/2.", []),
        ("Nämnden beslutade den 4 februari att avtalet sägs upp, och det gäller till den 7 maj.", []),
    ],
)
def test_meetings_in_a_sentence(read: Callable[[str], Record], text: str, meetings: list[tuple[str, str]]) -> None:
    assert told(read(f"{HEAD}{text}\n")) == [(forum, date, []) for forum, date in meetings]


def test_a_list_of_days_under_the_name_of_a_forum(read: Read) -> None:
    record = read(
        f"{HEAD}Styrgruppens möten under 2024\n\n- 4/2: Budget för hemgång\n- 7/5 Larm i hemmet\n\nVägen framåt\n\n- 8/6 Sommaren börjar\n"
    )
    assert (
        told(record)
        == [
            ("Styrgruppen", "2024-02-04", ["Budget för hemgång"]),
            ("Styrgruppen", "2024-05-07", ["Larm i hemmet"]),
            ("Styrgruppen", "2024-06-08", ["Sommaren börjar"]),
        ][:2]
    )


def test_a_table_that_lost_its_columns(read: Read) -> None:
    record = read(
        f"{HEAD}Ärenden som rör Trygg hemgång under 2025.\n\nForum När Ärende\nLCHNV 7/2 Information: nytt bidrag\nWorkshop: Roller\n"
        "14/3 Beslut: arbetsgrupp\nVFR 13e feb Rapport: Larm\n"
    )
    assert told(record) == [
        ("LCHNV", "2025-02-07", ["nytt bidrag", "Roller"]),
        ("LCHNV", "2025-03-14", ["arbetsgrupp"]),
        ("VFR", "2025-02-13", ["Larm"]),
    ]


def test_a_meeting_of_a_table_and_of_a_sentence_is_one(read: Read) -> None:
    record = read(
        f"{HEAD}Forum\tNär\tÄrende\nVFR\t13/2\tLarm\nVFR\t12/6\tBudget\n\nVälfärdsrådet har mötts den 13 februari och den 12 juni.\n"
    )
    assert told(record) == [("VFR", "2025-02-13", ["Larm"]), ("VFR", "2025-06-12", ["Budget"])]


def test_the_heading_that_names_the_forum_of_a_list_is_kept(read: Read) -> None:
    text = f"{HEAD}Styrgruppens möten under 2024\n\n- 4/2: Budget för hemgång\n\nVFR: 7/2\n"
    assert [text[slice(*m.forum_span)] if m.forum_span else None for m in read(text).meetings] == [
        "Styrgruppens möten under 2024",
        None,
    ]
