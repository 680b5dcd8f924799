"""What every store does, on every engine."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import Any

import pytest

from graph.errors import QueryError, WriteRefusedError
from graph.schema import Label
from graph.stores import Statement, Store, open_store


class Interruption(Exception):
    pass


def count(store: Store, label: str = "Forum") -> int:
    rows = store.read(f"MATCH (n:{label}) RETURN count(n) AS n")
    return int(rows[0]["n"])


def run_one_by_one(store: Store, *statements: Statement) -> None:
    with store.write() as transaction:
        for statement in statements:
            transaction.run(statement.cypher, statement.parameters)


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.read("MATCH (n) RETURN n") == []
    assert store.read("MATCH (n:Forum)-[r:PART_OF]->() RETURN n.name, r.basis") == []


def test_ensuring_the_schema_again_changes_nothing(store: Store) -> None:
    store.execute([Statement("CREATE (:Forum {id: 'forum:vfr', name: 'VFR'})")])
    store.ensure_schema()
    assert store.read("MATCH (f:Forum) RETURN f.id AS id") == [{"id": "forum:vfr"}]


@pytest.mark.parametrize("label", Label)
def test_ids_are_unique_for_each_label(store: Store, label: Label) -> None:
    create = Statement(f"CREATE (:{label} {{id: 'a', name: 'A'}})")
    store.execute([create])
    with pytest.raises(QueryError):
        store.execute([create])
    assert count(store, label) == 1


VALUES: list[Any] = [
    "Välfärdsrådet – “råd” \\ 'och' \"styrelse\"\n\t§ 6 🙂",
    "",
    0,
    -1,
    2**53 + 1,
    1.0,
    -0.25,
    True,
    False,
    dt.date(2026, 6, 11),
    dt.date(1899, 12, 31),
    [],
    ["information", "beslut"],
    [1, 2, 3],
    [0.5, 1.5],
    [True, False],
    [dt.date(2025, 4, 24), dt.date(2026, 5, 22)],
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_come_back_as_they_were_written(store: Store, value: Any) -> None:
    write = "CREATE (a:Forum {id: 'a', name: 'A'})-[r:PART_OF {document: 'd'}]->(:Forum {id: 'b', name: 'B'}) "
    store.execute([Statement(write + "SET a.given = $value, r.given = $value", {"value": value})])
    read = "MATCH (a)-[r:PART_OF]->() RETURN a.given AS node, r.given AS relationship, {it: [a.given]} AS nested, $value AS parameter"
    [row] = store.read(read, {"value": value})
    assert row == {"node": value, "relationship": value, "nested": {"it": [value]}, "parameter": value}
    assert [type(found) for found in row.values()] == [type(value), type(value), dict, type(value)]


def test_setting_null_takes_a_property_away(store: Store) -> None:
    store.execute(
        [Statement("CREATE (:Meeting {id: 'm', name: 'M', place: 'Falun'})"), Statement("MATCH (m:Meeting) SET m.place = null")]
    )
    assert store.read("MATCH (m:Meeting) RETURN m.place AS place, m.place IS NULL AS gone, m {.*} AS all") == [
        {"place": None, "gone": True, "all": {"id": "m", "name": "M"}}
    ]


def test_nodes_relationships_and_paths_are_given_as_plain_maps(store: Store) -> None:
    store.execute(
        [
            Statement(
                "CREATE (:Meeting {id: 'm', name: 'M', date: $date})-[:MEETING_OF {document: 'd', due: $date}]->(:Forum {id: 'f', name: 'F'})",
                {"date": dt.date(2026, 6, 11)},
            )
        ]
    )
    meeting = {"labels": ["Meeting"], "properties": {"id": "m", "name": "M", "date": dt.date(2026, 6, 11)}}
    forum = {"labels": ["Forum"], "properties": {"id": "f", "name": "F"}}
    held = {"type": "MEETING_OF", "properties": {"document": "d", "due": dt.date(2026, 6, 11)}}
    [row] = store.read("MATCH p = (m:Meeting)-[r]->(f) RETURN m, r, f, p, [m] AS list, {f: f} AS map")
    assert row == {
        "m": meeting,
        "r": held,
        "f": forum,
        "p": {"nodes": [meeting, forum], "relationships": [held]},
        "list": [meeting],
        "map": {"f": forum},
    }


def test_all_properties_are_those_that_were_written(store: Store) -> None:
    store.execute(
        [
            Statement(
                "CREATE (:Forum {id: 'forum:f', name: 'F'})-[:PART_OF {document: 'd'}]->(:Organisation {id: 'o', name: 'O'})"
            ),
            Statement(
                "MERGE (d:Document {id: $id}) SET d += $properties",
                {"id": "document:1", "properties": {"name": "N", "title": "T", "kind": "minutes"}},
            ),
            Statement("CREATE (:Document {id: 'document:2', name: 'Same', title: 'Same'})"),
        ]
    )
    forum = {"id": "forum:f", "name": "F"}
    [row] = store.read("MATCH (f:Forum)-[r]->() RETURN f {.*} AS map, properties(f) AS node, properties(r) AS relationship")
    assert row == {"map": forum, "node": forum, "relationship": {"document": "d"}}
    assert store.read("MATCH (d:Document) RETURN d {.*} AS all ORDER BY d.id") == [
        {"all": {"id": "document:1", "name": "N", "title": "T", "kind": "minutes"}},
        {"all": {"id": "document:2", "name": "Same", "title": "Same"}},
    ]
    assert store.read("MATCH (f:Forum)-[r]->() RETURN {type: type(r), title: f.name} AS own") == [
        {"own": {"type": "PART_OF", "title": "F"}}
    ]


def test_times_and_durations_are_plain(store: Store) -> None:
    read = "RETURN localdatetime('2026-06-11T09:00:00') AS at, duration.inDays(date('2026-05-22'), date('2026-06-11')) AS since"
    assert store.read(read) == [{"at": "2026-06-11T09:00:00", "since": {"months": 0, "days": 20, "seconds": 0}}]


def test_the_same_fact_from_two_documents_is_two_relationships(store: Store) -> None:
    fact = Statement(
        "MATCH (m:Meeting {id: 'm'}), (f:Forum {id: 'f'}) UNWIND $rows AS row "
        "MERGE (m)-[r:MEETING_OF {document: row.document}]->(f) SET r += row.properties",
        {"rows": [{"document": d, "properties": {"basis": "stated", "passages": [f"{d}:1"]}} for d in ("d1", "d2")]},
    )
    store.execute([Statement("CREATE (:Meeting {id: 'm', name: 'M'}), (:Forum {id: 'f', name: 'F'})"), fact, fact])
    store.execute([fact])
    read = "MATCH (:Meeting)-[r:MEETING_OF]->(:Forum) RETURN r.document AS document, r.passages AS passages ORDER BY document"
    assert store.read(read) == [{"document": "d1", "passages": ["d1:1"]}, {"document": "d2", "passages": ["d2:1"]}]
    store.execute([Statement("MATCH (:Meeting {id: 'm'})-[r:MEETING_OF]->() WHERE r.document = 'd1' DELETE r")])
    assert store.read(read) == [{"document": "d2", "passages": ["d2:1"]}]


def test_a_transaction_sees_its_own_writes_and_others_see_them_when_it_ends(store: Store) -> None:
    with store.write() as transaction:
        assert transaction.run("CREATE (f:Forum {id: $id, name: 'F'}) RETURN f.id AS id", {"id": "f"}) == [{"id": "f"}]
        assert transaction.run("MATCH (f:Forum) RETURN f.name AS name") == [{"name": "F"}]
        assert count(store) == 0
    assert count(store) == 1


@pytest.mark.parametrize("interruption", [Interruption, KeyboardInterrupt, SystemExit])
def test_nothing_of_an_interrupted_transaction_is_left(store: Store, interruption: type[BaseException]) -> None:
    def write(name: str, *, interrupted: bool) -> None:
        with store.write() as transaction:
            transaction.run("CREATE (:Forum {id: $name, name: $name})", {"name": name})
            transaction.run("CREATE (:Topic {id: $name, name: $name})", {"name": name})
            if interrupted:
                raise interruption

    write("before", interrupted=False)
    with pytest.raises(interruption):
        write("lost", interrupted=True)
    write("after", interrupted=False)
    assert store.read("MATCH (f:Forum) RETURN f.name AS name ORDER BY name") == [{"name": "after"}, {"name": "before"}]
    assert count(store, "Topic") == 2


def test_a_failing_statement_takes_the_whole_transaction_with_it(store: Store) -> None:
    good, bad = Statement("CREATE (:Forum {id: 'f', name: 'F'})"), Statement("CREATE (:Forum {id: 'f'")
    with pytest.raises(QueryError):
        store.execute([good, bad])
    with pytest.raises(QueryError):
        run_one_by_one(store, good, bad)
    assert count(store) == 0


WRITES = [
    "CREATE (:Forum {id: 'x', name: 'X'})",
    "MERGE (:Forum {id: 'x', name: 'X'})",
    "MATCH (f:Forum) SET f.name = 'X'",
    "MATCH (f:Forum) SET f += {name: 'X'} RETURN f",
    "MATCH (f:Forum) REMOVE f.name",
    "MATCH (f:Forum) DELETE f",
    "MATCH (f:Forum) DETACH DELETE f RETURN count(*)",
    "MATCH (f:Forum) FOREACH (x IN [1, 2] | SET f.name = 'X')",
    "CALL { CREATE (:Forum {id: 'x', name: 'X'}) } RETURN 1",
    "MATCH (f:Forum) CALL (f) { SET f.name = 'X' } RETURN 1",
    "MATCH (f:Forum) CALL (f) { DETACH DELETE f } IN TRANSACTIONS",
    "CREATE INDEX extra FOR (n:Forum) ON (n.name)",
    "DROP CONSTRAINT forum_id IF EXISTS",
    "  cReAtE (:Forum {id: 'x'})",
    "// just looking\nMATCH (f:Forum) SET f.name = 'X'",
]
FORBIDDEN = [
    "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
    "RETURN [] AS row UNION LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
    "`LOAD` CSV FROM 'file:///etc/hostname' AS row RETURN row",
    "CALL dbms.components()",
    "CALL dbms.procedures() YIELD name RETURN name",
    "CALL apoc.load.json('file:///etc/hostname')",
    "CALL db.ontology.show()",
    "SHOW SETTINGS",
    "MATCH (f:Forum) RETURN 1; MATCH (f:Forum) DETACH DELETE f",
]


@pytest.mark.parametrize("cypher", WRITES + FORBIDDEN)
def test_reading_refuses_to_write_and_to_reach_beyond_the_graph(store: Store, cypher: str) -> None:
    store.execute([Statement("CREATE (:Forum {id: 'f', name: 'F'})")])
    with pytest.raises((WriteRefusedError, QueryError)) as caught:
        store.read(cypher)
    if cypher not in ("SHOW SETTINGS", WRITES[10]):
        assert caught.type is WriteRefusedError
    assert "\n" not in str(caught.value)
    assert store.read("MATCH (f:Forum) RETURN f {.*} AS f") == [{"f": {"id": "f", "name": "F"}}]
    with pytest.raises(QueryError):  # the constraint is still there
        store.execute([Statement("CREATE (:Forum {id: 'f', name: 'F'})")])


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (f:Forum RETURN f",
        "MTACH (f) RETURN f",
        "RETURN nothing",
        "RETURN $missing",
        "RETURN noSuchFunction(1)",
        "",
        "  // nothing\n",
    ],
)
def test_what_the_engine_cannot_run_is_a_query_error_of_one_line(store: Store, cypher: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.read(cypher)
    assert str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_parameter_of_a_foreign_kind_is_a_query_error(store: Store) -> None:
    write = Statement("CREATE (:Forum {id: $id, name: 'F'})", {"id": object()})
    for attempt in (
        lambda: store.read("RETURN $id AS id", write.parameters),
        lambda: store.execute([write]),
        lambda: run_one_by_one(store, write),
    ):
        with pytest.raises(QueryError):
            attempt()


def test_errors_of_the_block_itself_come_out_as_they_are(store: Store) -> None:
    for error in (ValueError("own"), OSError("own"), RuntimeError("own")):
        with pytest.raises(type(error), match="own"), store.write():
            raise error


def test_a_query_that_takes_too_long_is_stopped(store: Store) -> None:
    long = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"
    with pytest.raises(QueryError, match="för lång tid"):
        store.read(long, timeout_s=0.1)
    assert store.read("RETURN 1 AS one", timeout_s=10) == [{"one": 1}]


def test_allowed_procedures_run(store: Store) -> None:
    store.execute([Statement("CREATE (:Forum {id: 'f', name: 'F'})")])
    assert {"label": "Forum"} in store.read("CALL db.labels() YIELD label RETURN label")


def test_a_store_opened_for_reading_does_not_write(store: Store, store_address: str) -> None:
    with closing(open_store(store_address, mode="read")) as reader:
        for attempt in (
            lambda: reader.execute([Statement("CREATE (:Forum)")]),
            reader.ensure_schema,
            lambda: reader.write().__enter__(),
        ):
            with pytest.raises(WriteRefusedError, match="öppnat för läsning"):
                attempt()
        assert reader.read("MATCH (f:Forum) RETURN f") == []


def test_a_reader_takes_up_what_was_written_and_its_version_tells(store: Store, store_address: str) -> None:
    with closing(open_store(store_address, mode="read")) as reader:
        seen = []
        for number in range(3):
            store.execute([Statement("CREATE (:Forum {id: $id, name: 'F'})", {"id": str(number)})])
            store.checkpoint()
            seen.append(reader.version())
            assert count(reader) == number + 1
            assert reader.version() == seen[-1]
        assert len(set(seen)) == 3


def test_no_row_no_error_for_unknown_labels_and_no_noise(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    store.execute([Statement("CREATE (:Forum {id: 'a', name: 'A'})-[:PART_OF]->(:Forum {id: 'b', name: 'B'})")])
    assert store.read("MATCH (n:NeverUsed)-[:NEVER_USED]->(m) WHERE n.never = 1 RETURN m.name AS name") == []
    assert capfd.readouterr() == ("", "")
