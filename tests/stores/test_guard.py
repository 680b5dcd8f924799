"""The guard on read-only statements, with statements that try to get past it."""

from __future__ import annotations

import pytest

from graph.errors import QueryError, WriteRefusedError
from graph.stores.guard import expands_properties, guard

REFUSED = [
    "LOAD CSV FROM 'x' AS r RETURN r",
    "load csv with headers from 'x' as r return r",
    "LOAD\n\t CSV FROM 'x' AS r RETURN r",
    "LOAD/* */CSV FROM 'x' AS r RETURN r",
    "LOAD // words\n CSV FROM 'x' AS r RETURN r",
    "/* MATCH */ LOAD CSV FROM 'x' AS r RETURN r",
    "// first\rLOAD CSV FROM 'x' AS r RETURN r",
    "// ' \r LOAD CSV FROM 'x' AS r RETURN r // '",
    "`LOAD` `CSV` FROM 'x' AS r RETURN r",
    "L\\u004fAD CSV FROM 'x' AS r RETURN r",
    "MATCH (n) WHERE n.name = 'a\\u0027 LOAD CSV FROM \\u0027x' RETURN n",
    "LOAD\u00a0CSV FROM 'x' AS r RETURN r",
    "MATCH (n) RETURN n LIMIT 1LOAD CSV FROM 'x' AS r RETURN r",
    "MATCH (n) RETURN n LIMIT 1.LOAD CSV FROM 'x' AS r RETURN r",
    "MATCH (n) WHERE n.name = 'it\\'s' LOAD CSV FROM 'x' AS r RETURN r",
    "MATCH (n) WHERE n.name = '\\\\' LOAD CSV FROM 'x' AS r RETURN r",
    'MATCH (n) WHERE n.name = "\'" LOAD CSV FROM "x" AS r RETURN r',
    "MATCH (`a``b`) LOAD CSV FROM 'x' AS r RETURN r",
    "MATCH (`a\\`) LOAD CSV FROM 'x' AS r RETURN `a\\`",
    "CALL { LOAD CSV FROM 'x' AS r RETURN r } RETURN r",
    "EXPLAIN LOAD CSV FROM 'x' AS r RETURN r",
    "CALL dbms.listConfig()",
    "CALL dbms.listConfig",
    "call DBMS.components() yield name return name",
    "CALL/**/dbms . components ( )",
    "`CALL` dbms.components()",
    "CALL `dbms`.`components`()",
    "CALL `dbms.components`()",
    "MATCH (n) CALL apoc.cypher.doIt('CREATE (:X)', {}) YIELD value RETURN value",
    "MATCH (n) WITH n SKIP 1.CALL dbms.components() YIELD name RETURN name",
    "OPTIONAL CALL dbms.components() YIELD name RETURN name",
    "CALL pagerank() YIELD node RETURN node",
    "CALL db.labels.more()",
    "RETURN apoc.load.json('x')",
    "RETURN apoc . text . join ([], '')",
    "RETURN `apoc.load.json`('x')",
    "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "SHOW SETTINGS",
    "MATCH (n) SHOW SETTINGS YIELD name RETURN name",
    "RETURN 1 AS x NEXT SHOW SETTINGS YIELD name RETURN name",
    "CALL () { SHOW SETTINGS YIELD name RETURN name } RETURN name",
    "UNWIND ['1'] AS id TERMINATE TRANSACTION id YIELD message RETURN message",
    "RETURN 1; RETURN 2",
    "RETURN ';'; MATCH (n) DETACH DELETE n",
]


@pytest.mark.parametrize("cypher", REFUSED)
def test_refuses(cypher: str) -> None:
    with pytest.raises(WriteRefusedError):
        guard(cypher)


@pytest.mark.parametrize(
    "cypher", ["USE system MATCH (n) RETURN n", "ALTER USER x SET PASSWORD 'y'", "CYPHER 25 RETURN 1", "(RETURN 1)", "42"]
)
def test_does_not_begin_like_a_query(cypher: str) -> None:
    with pytest.raises(QueryError, match="börjar inte"):
        guard(cypher)


@pytest.mark.parametrize("cypher", ["", " \n", "// only words", "/* only words */", "EXPLAIN"])
def test_is_no_query(cypher: str) -> None:
    with pytest.raises(QueryError, match="tom"):
        guard(cypher)


@pytest.mark.parametrize("cypher", ["RETURN 'a", 'RETURN "a', "RETURN `a", "RETURN 1 /* LOAD CSV", "RETURN 'a\\'"])
def test_is_never_closed(cypher: str) -> None:
    with pytest.raises(QueryError, match="stängs aldrig"):
        guard(cypher)


ALLOWED = [
    "MATCH (n) RETURN n",
    "match (n) return n;",
    "PROFILE MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) RETURN n",
    "OPTIONAL MATCH (n) RETURN n",
    "MATCH (n) WHERE n.text CONTAINS 'LOAD CSV' RETURN n",
    'MATCH (n) WHERE n.text CONTAINS "it\'s; CALL dbms.components()" RETURN n',
    "MATCH (n) // LOAD CSV FROM 'x'\nRETURN n",
    "MATCH (n) /* CALL dbms.components() */ RETURN n",
    "MATCH (n:Load {csv: 1})-[:CALL]->(m:`LOAD CSV`) RETURN n.load, n.csv, n.call, m {.show, load: 1, csv: 2}",
    "MATCH (n {load: $load, csv: $csv}) RETURN $call AS called",
    "MATCH (n) RETURN n.call AS `CALL dbms.components()`",
    "CALL db.labels() YIELD label RETURN label",
    "CALL `db`.`labels`",
    "CALL db.index.fulltext.queryNodes('passages', $words) YIELD node, score RETURN node.id, score",
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN m",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "RETURN duration.inDays(date('2026-01-01'), date.truncate('month', date())).days AS days",
    "MATCH p = shortestPath((a)-[*1..5]-(b)) WHERE a.name IN ['x'] RETURN [n IN nodes(p) | n.name] AS names",
    "MATCH (n) WHERE n.name =~ '(?i)sp.*k' RETURN 1.5e3, n.list[0..2]",
    "CREATE (:X)",  # the engine refuses it
]


@pytest.mark.parametrize("cypher", ALLOWED)
def test_lets_pass(cypher: str) -> None:
    assert guard(cypher) == cypher


def test_line_ends_are_made_uniform() -> None:
    assert guard("MATCH (n)\r\n// words\rRETURN n") == "MATCH (n)\n// words\nRETURN n"


@pytest.mark.parametrize(
    ("cypher", "expands"),
    [
        ("MATCH (n) RETURN properties(n) AS p", True),
        ("MATCH (n) RETURN n { .* } AS p", True),
        ("MATCH (n) RETURN n {.id, .title} AS p", False),
        ("MATCH (n) RETURN 'properties(n)' AS p, count(*) * 2", False),
        ("MATCH (n)-[*1..3]->(m) RETURN m.id", False),
    ],
)
def test_expands_properties(cypher: str, expands: bool) -> None:
    assert expands_properties(cypher) is expands
