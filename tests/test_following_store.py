"""What follows issues through the store as documents come and go, on every engine: chains, judgements, and taking out again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.lexicon import load_lexicon
from graph.load import settle
from graph.resolution.model import Judgement, Verdict
from graph.schema import Label
from graph.stores import Store
from graph.stores.store import Row, Transaction
from ingest.forgetting import forget
from ingest.job import ingest
from ingest.outcomes import Outcome
from ingest.synthetic.journeys import JourneyCorpus, compose_journeys
from queries import run
from tests.graph.factories import dump


@pytest.fixture(scope="module")
def corpus() -> JourneyCorpus:
    return compose_journeys(3, topics=10, years=1)


def write(corpus: JourneyCorpus, folder: Path, files: Sequence[str]) -> Path:
    folder.mkdir()
    texts = dict(corpus.documents)
    for file in files:
        (folder / file).write_text(texts[file], encoding="utf-8")
    return folder


def read(store: Store, corpus: JourneyCorpus, folder: Path, files: Sequence[str]) -> None:
    lexicon = folder.parent / "lexicon.yaml"
    lexicon.write_text(corpus.lexicon, encoding="utf-8")
    report = ingest([write(corpus, folder, files)], store, lexicon_files=[lexicon], workers=0)
    assert report.count(Outcome.READ) == len(files)


def without_paths(graph: tuple[Any, Any]) -> tuple[list[Any], list[Any]]:
    nodes, edges = graph
    return [(labels, [pair for pair in node if pair[0] not in ("path", "paths")]) for labels, node in nodes], list(edges)


def test_a_document_forgotten_leaves_the_graph_that_would_be_without_it(
    store: Store, corpus: JourneyCorpus, tmp_path: Path
) -> None:
    """In both orders: read last, and read first; with its chains, references and meetings that only it tells of."""
    files = [file for file, _ in corpus.documents]
    gone = files[len(files) // 2]
    others = [file for file in files if file != gone]
    read(store, corpus, tmp_path / "others", others)
    expected = without_paths(dump(store))
    assert any(type_ == "FOLLOWED_BY" for _, type_, _, _ in expected[1])
    read(store, corpus, tmp_path / "last", [gone])
    whole = without_paths(dump(store))
    assert whole != expected
    forget(store, gone)
    assert without_paths(dump(store)) == expected
    rest = [row["id"] for row in store.read("MATCH (d:Document) RETURN d.id AS id")]
    settle(store, load_lexicon([("journeys.yaml", corpus.lexicon)]), leaving=rest)
    assert dump(store) == ([], [])
    read(store, corpus, tmp_path / "first", [gone])
    read(store, corpus, tmp_path / "then", others)
    assert without_paths(dump(store)) == whole
    forget(store, gone)
    assert without_paths(dump(store)) == expected


class Counting:
    """A transaction that counts what is done to FOLLOWED_BY."""

    def __init__(self, inner: Transaction, counts: Counter[str]) -> None:
        self._inner, self._counts = inner, counts

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        if "FOLLOWED_BY" in cypher and ("CREATE" in cypher or "DELETE" in cypher):
            self._counts["written"] += len((parameters or {}).get("rows", (parameters or {}).get("ids", ())))
        if "CONCERNS" in cypher and "ON_AGENDA_OF" in cypher and "Topic {id: id}" in cypher:
            self._counts["topics"] += len((parameters or {})["ids"])
        self._counts["statements"] += 1
        return self._inner.run(cypher, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch, store: Store) -> Counter[str]:
    found: Counter[str] = Counter()
    write_ = store.write

    @contextmanager
    def counting() -> Iterator[Any]:
        with write_() as transaction:
            yield Counting(transaction, found)

    monkeypatch.setattr(store, "write", counting)
    return found


def test_chains_are_made_anew_only_for_the_issues_of_what_comes_in(store: Store, counts: Counter[str], tmp_path: Path) -> None:
    corpus = compose_journeys(3, years=2 if store.engine == "kglite" else 1)
    files = [file for file, _ in corpus.documents]
    added = files[len(files) // 2]
    read(store, corpus, tmp_path / "others", [file for file in files if file != added])
    whole = store.read("MATCH ()-[r:FOLLOWED_BY]->() RETURN count(r) AS n")[0]["n"]
    counts.clear()
    read(store, corpus, tmp_path / "one", [added])
    issues = store.read(
        "MATCH (d:Document {file: $file})<-[:RECORDED_IN]-(:Meeting)<-[:ON_AGENDA_OF]-(:AgendaItem)-[:CONCERNS]->(t:Topic) "
        "RETURN count(DISTINCT t) AS n",
        {"file": added},
    )[0]["n"]
    every = store.read("MATCH (t:Topic) RETURN count(t) AS n")[0]["n"]
    assert 0 < issues < every
    assert counts["topics"] == issues
    assert 0 < counts["written"] <= 3 * issues < whole


def test_issues_judged_to_be_one_or_two_change_the_traces_at_once(store: Store, corpus: JourneyCorpus, tmp_path: Path) -> None:
    read(store, corpus, tmp_path / "all", [file for file, _ in corpus.documents])
    lexicon = load_lexicon([("journeys.yaml", corpus.lexicon)])
    before = dump(store)
    one, other = corpus.topics[:2]
    today = corpus.last + dt.timedelta(days=30)

    def items(topic: str) -> list[str]:
        return [row.item.id for row in run(store, "trace", {"topic": topic}, today).rows if row.item]

    apart = (items(one), items(other))
    keys = [
        row["key"]
        for name in (one, other)
        for row in store.read("MATCH (t:Topic {name: $name}) RETURN t.keys[0] AS key", {"name": name})
    ]
    settle(store, lexicon, judgements=[Judgement(Label.TOPIC, *keys, Verdict.SAME)])
    assert items(one) == items(other)
    assert sorted(items(one)) == sorted({*apart[0], *apart[1]})
    chained = store.read("MATCH (a:AgendaItem {id: $id})-[r:FOLLOWED_BY]-() RETURN count(r) AS n", {"id": apart[1][-1]})
    assert chained[0]["n"] > 0
    settle(store, lexicon, judgements=[])
    assert (items(one), items(other)) == apart
    assert dump(store) == before
