"""Every query in docs/cypher.md runs on every engine, and gives the same rows."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from graph.stores import Statement, Store

TEXT = (Path(__file__).parents[2] / "docs" / "cypher.md").read_text(encoding="utf-8")
READING, WRITING = (re.findall(r"```cypher\n(.+?)```", part, re.DOTALL) for part in TEXT.split("## Writing"))

GRAPH = """
CREATE (vfr:Forum {id: 'forum:vfr', name: 'VFR'}), (lchnv:Forum {id: 'forum:lchnv', name: 'LCHNV'}),
  (m1:Meeting {id: 'm1', name: 'm1', date: date('2026-05-22')})-[:MEETING_OF]->(lchnv),
  (m2:Meeting {id: 'm2', name: 'm2', date: date('2026-06-11')})-[:MEETING_OF]->(vfr),
  (i1:AgendaItem {id: 'i1', name: 'Delrapport', position: 1})-[:ON_AGENDA_OF]->(m1),
  (i2:AgendaItem {id: 'i2', name: 'Beslut', position: 2})-[:ON_AGENDA_OF]->(m2),
  (t:Topic {id: 't', name: 'SPAK', abbreviation: 'SPAK', aliases: ['Ambulans', 'Vård']}),
  (i1)-[:CONCERNS {document: 'd1'}]->(t), (i2)-[:CONCERNS {document: 'd2'}]->(t),
  (:Official {id: 'o', name: 'O'})-[:ATTENDANCE {status: 'unknown', document: 'd1'}]->(m1),
  (:Report {id: 'r', name: 'R'}), (d:Document {id: 'd1', name: 'D'}), (m1)-[:RECORDED_IN {document: 'd1'}]->(d)
"""
PARAMETERS = {
    "since": dt.date(2026, 1, 1),
    "today": dt.date(2026, 6, 30),
    "from": "i1",
    "to": "i2",
    "property": "abbreviation",
    "document": "d1",
    "rows": [{"id": "t", "properties": {"abbreviation": None, "kind": "new"}}, {"id": "t2", "properties": {"name": "T2"}}],
    "edges": [{"from": "i1", "to": "t", "document": d, "properties": {"basis": "stated"}} for d in ("d1", "d3")],
}

ROWS = [
    [
        {"item": {"id": "i1", "name": "Delrapport", "forum": "LCHNV", "date": dt.date(2026, 5, 22)}, "year": 2026},
        {"item": {"id": "i2", "name": "Beslut", "forum": "VFR", "date": dt.date(2026, 6, 11)}, "year": 2026},
    ],
    [
        {"forum": "LCHNV", "meetings": [{"id": "m1", "date": dt.date(2026, 5, 22)}]},
        {"forum": "VFR", "meetings": [{"id": "m2", "date": dt.date(2026, 6, 11)}]},
    ],
    [{"id": "m2", "items": 1, "names": ["Beslut"]}],
    [
        {"forum": "LCHNV", "last": dt.date(2026, 5, 22), "days": 39},
        {"forum": "VFR", "last": dt.date(2026, 6, 11), "days": 19},
    ],
    [{"ids": ["i1", "t", "i2"], "types": ["CONCERNS", "CONCERNS"]}],
    [{"id": "t", "letters": 12, "chosen": "SPAK"}, {"id": "r", "letters": 0, "chosen": "R"}],
]


def used(cypher: str) -> dict[str, object]:
    return {name: PARAMETERS[name] for name in re.findall(r"\$(\w+)", cypher)}


@pytest.mark.parametrize("number", range(len(READING)))
def test_documented_questions(store: Store, number: int) -> None:
    assert len(READING) == len(ROWS)
    store.execute([Statement(GRAPH)])
    assert store.read(READING[number], used(READING[number])) == ROWS[number]


def test_documented_writes(store: Store) -> None:
    store.execute([Statement(GRAPH)])
    assert len(WRITING) == 3
    for _ in range(2):  # again changes nothing
        store.execute([Statement(cypher, used(cypher)) for cypher in WRITING])
    assert store.read(
        "MATCH (t:Topic) RETURN t.id AS id, t.name AS name, t.abbreviation AS abbreviation, t.kind AS kind ORDER BY id"
    ) == [
        {"id": "t", "name": "SPAK", "abbreviation": None, "kind": "new"},
        {"id": "t2", "name": "T2", "abbreviation": None, "kind": None},
    ]
    assert store.read(
        "MATCH (a)-[r:CONCERNS]->(t) RETURN a.id AS a, r.document AS document, r.basis AS basis ORDER BY a, document"
    ) == [
        {"a": "i1", "document": "d1", "basis": "stated"},
        {"a": "i1", "document": "d3", "basis": "stated"},
        {"a": "i2", "document": "d2", "basis": None},
    ]
    assert store.read("MATCH (m:Meeting)-[r]-() RETURN m.id AS id, type(r) AS type ORDER BY id, type") == [
        {"id": "m1", "type": "MEETING_OF"},
        {"id": "m1", "type": "ON_AGENDA_OF"},
        {"id": "m2", "type": "MEETING_OF"},
        {"id": "m2", "type": "ON_AGENDA_OF"},
    ]
