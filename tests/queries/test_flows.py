"""How much goes from whom to whom, on both engines."""

from __future__ import annotations

from graph.stores import Store
from queries import run
from queries.flows import FlowRow
from tests.queries.following import BUSES, SENT, TODAY, sent_on
from tests.queries.graphs import CHR, VR


def counted(rows: list[FlowRow]) -> dict[tuple[str, str, str, int | None], int]:
    return {(row.from_.short, row.to.short, row.kind, row.year): row.count for row in rows}


def test_counts_by_kind_and_year_with_sources(store: Store) -> None:
    graph = sent_on()
    later = graph.document("e5", "vr-2025.txt")
    again = graph.item(graph.meeting(VR, "2025-02-01", later), "1", "TUT", later, 50)
    for start, what in ((60, "pröva igen"), (90, "pröva en gång till")):
        graph.fact(again, "RECOMMENDS", CHR, later, graph.passage(later, start, what), what=what, target="CHR")
    graph.fact(again, "RAISED_BY", CHR, later, graph.passage(later, 200, "Frågan har lyfts av CHR."), target="CHR")
    graph.write(store)
    answer = run(store, "flows", {}, TODAY)
    assert counted(answer.rows) == {
        ("CHR", "VR", "FOLLOWED_BY", 2024): 1,
        ("CHR", "VR", "RAISED_BY", 2025): 1,
        ("VR", "CHR", "FOLLOWED_BY", 2024): 1,
        ("VR", "CHR", "RECOMMENDS", 2024): 1,
        ("VR", "CHR", "RECOMMENDS", 2025): 2,
        ("VR", "Utvecklingsenheten", "ASSIGNS", 2024): 1,
        ("VR", "Ivar Bergdal", "INVITES", 2024): 1,
        ("VR", "NVN", "REFERRED_TO", 2024): 1,
        ("VR", "Region Norrdal", "RECOMMENDS", 2024): 1,
        ("VR", "VR", "REPORTS_BACK_TO", 2024): 1,
        ("VR", "kommunerna", "RECOMMENDS", 2024): 1,
    }
    assert all(row.sources for row in answer.rows)
    many = next(row for row in answer.rows if row.to.short == "kommunerna")
    assert (many.members, [one.item for one in many.items]) == (6, [SENT])
    assert answer.finding.startswith("10 saker har skickats; 2 gånger kom ett ärende upp")


def test_between_two_and_one_way(store: Store) -> None:
    sent_on().write(store)
    both = counted(run(store, "flows", {"between": "CHR", "and": "VR"}, TODAY).rows)
    assert set(both) == {
        ("CHR", "VR", "FOLLOWED_BY", 2024),
        ("VR", "CHR", "FOLLOWED_BY", 2024),
        ("VR", "CHR", "RECOMMENDS", 2024),
    }
    assert set(counted(run(store, "flows", {"from": "CHR"}, TODAY).rows)) == {("CHR", "VR", "FOLLOWED_BY", 2024)}
    assert [[one.item for one in row.items] for row in run(store, "flows", {"to": "NVN"}, TODAY).rows] == [[BUSES]]
    to_one_of_many = run(store, "flows", {"from": "VR", "to": "Önne"}, TODAY)
    assert [row.to.short for row in to_one_of_many.rows] == ["kommunerna"]
    assert to_one_of_many.finding == "1 sak har skickats från VR till Önne."
    assert {row.from_.short for row in run(store, "flows", {"between": "NVN"}, TODAY).rows} == {"VR"}
