from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.load import Incoming, settle
from graph.meta import Meta, read_meta
from graph.record import DocumentKind, Status
from graph.resolution.model import Judgement, Verdict
from graph.schema import Label
from graph.statements import take_out_statements
from graph.stores import Store, open_store
from tests.graph.factories import Minutes, dump, lexicon


def corpus() -> list[Incoming]:
    """Documents that touch one another in every way: shared meetings, people with slips, chains, abbreviations, a duplicate
    of minutes in other words, a yearly report that tells of meetings, referrals to meetings with and without minutes."""
    first = (
        Minutes("SAM", "2024-03-01", as_written="Samverkansrådet")
        .person("Eva Hjelmstrand", "Almby")
        .person("Jonas Ekvall Sandgren", "Björkö")
    )
    first.municipality("Almby", Status.PRESENT).municipality("Cedervik", Status.ABSENT, "Cedervik var inte representerad")
    first.item(
        "4",
        "SPX – Delrapport",
        topics=["SPX"],
        reports=["SPX – Delrapport"],
        presenters=[("Siv Ekvall", "projektledare", "Jourmottagningen, Region Norrdal")],
        decisions=[("recommend", "att rekommendera kommunerna och CHN att pröva förslagen", ["kommunerna", "CHN"])],
        movements=[("REFERRED_TO", "Frågan behandlas på CHN den 3 april.", "CHN", "SAM", "2024-04-03")],
    )
    first.abbreviation("SPX", "Specialistvård, primärvård")
    second = Minutes("CHN", "2024-04-03").person("Eva Hjelmstrond", "Almby").person("Nils Vretholm", "Region Norrdal", "chef")
    second.item(
        "2",
        "Specialistvård, primärvård",
        topics=["Specialistvård, primärvård"],
        decisions=[("table", "att lägga informationen till handlingarna")],
    )
    second.item("3", "Val", decisions=[("appoint", "att utse Jonas Ekvall till justerare", ["Jonas Ekvall"], "justerare")])
    third = Minutes("SAM", "2024-05-10").person("Eva Hjelmstrand", "Almby").person("Jonas Ekvall", "Björkö")
    third.item(
        "5",
        "SPX – slutrapport",
        topics=["SPX"],
        reports=["Delrapport SPX"],
        movements=[("RAISED_BY", "CHN har lyft frågan.", "SAM", "CHN")],
    )
    fourth = Minutes("SAM", "2024-05-10", as_written="Samverkansrådet i Norrdal").person("Eva Hjelmstrand", "Almby", "ordförande")
    fourth.item("5", "SPX – slutrapport m.m.", topics=["SPX"]).item("6", "Jourvård", topics=["Jourvård"])
    fifth = Minutes("SAM", "2025-01-15", kind=DocumentKind.REPORT, title="Årsrapport SPX 2024").meeting("SAM", "2024-03-01")
    fifth.item("4", "SPX", topics=["SPX"]).meeting("CHN", "2024-09-09").item(None, "SPX läget", topics=["SPX"])
    sixth = Minutes("SAM", "2024-10-01").person("Eva Hjelmstrand", "Almby").person("Anna Andersson", "Almby", "ordförande")
    sixth.item(
        "1",
        "Jourvård",
        topics=["Jourvard"],
        movements=[("REPORTS_BACK_TO", "Återrapporteras till SAM den 2 december", "SAM", None, "2024-12-02")],
    )
    seventh = Minutes("Barnskyddsrådet", "2024-06-01", organisation="Almby kommun").person("Anna Andersson", None, "utredare")
    seventh.item("1", "SPX", topics=["SPX"], decisions=[("assign", "att ge styrgruppen i uppdrag att utreda", ["styrgruppen"])])
    return [m.build() for m in (first, second, third, fourth, fifth, sixth, seventh)]


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[list[Incoming]], tuple[object, object]]:
    """The graph that a new embedded store has with these documents, all at once."""
    count = iter(range(100))

    def make(documents: list[Incoming]) -> tuple[object, object]:
        store = open_store(str(tmp_path / f"fresh{next(count)}"), mode="write")
        store.ensure_schema()
        settle(store, lexicon(), incoming=documents)
        found = dump(store)
        store.close()
        return found

    return make


def test_any_order_one_by_one_gives_the_same_graph(store: Store, fresh: Callable[[list[Incoming]], object]) -> None:
    documents = corpus()
    expected = fresh(documents)
    for seed in range(3 if store.engine == "kglite" else 1):
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        for document in shuffled:
            settle(store, lexicon(), incoming=[document])
        assert dump(store) == expected
        settle(store, lexicon(), leaving=[document.id for document in documents])


def test_a_document_taken_out_leaves_what_the_others_say(store: Store, fresh: Callable[[list[Incoming]], object]) -> None:
    documents = corpus()
    whole = fresh(documents)
    settle(store, lexicon(), incoming=documents)
    for document in documents if store.engine == "kglite" else documents[::3]:
        settle(store, lexicon(), leaving=[document.id])
        assert dump(store) == fresh([other for other in documents if other is not document])
        settle(store, lexicon(), incoming=[document])
        assert dump(store) == whole


def test_an_emptied_store_is_empty(store: Store) -> None:
    documents = corpus()
    settle(store, lexicon(), incoming=documents)
    settle(store, lexicon(), leaving=[document.id for document in documents])
    assert dump(store) == ([], [])


def test_writing_again_changes_nothing(store: Store) -> None:
    documents = corpus()
    settle(store, lexicon(), incoming=documents)
    before, meta = dump(store), read_meta(store)
    settle(store, lexicon())
    assert read_meta(store) == meta, "no transaction at all"
    settle(store, lexicon(), incoming=documents[:2])
    assert dump(store) == before


def test_judgements_part_and_join_and_can_be_taken_back(store: Store, fresh: Callable[[list[Incoming]], object]) -> None:
    documents = corpus()
    settle(store, lexicon(), incoming=documents)
    before = dump(store)
    assert store.read("MATCH (o:Official {id: 'official:eva-hjelmstrond'}) RETURN o.id") == []
    apart = Judgement(Label.OFFICIAL, "eva hjelmstrand|municipality:9901", "eva hjelmstrond|municipality:9901", Verdict.DIFFERENT)
    settle(store, lexicon(), judgements=[apart])
    assert len(store.read("MATCH (o:Official {id: 'official:eva-hjelmstrond'}) RETURN o.id")) == 1
    settle(store, lexicon())
    assert dump(store) == before


def test_chains_follow_the_documents(store: Store) -> None:
    documents = corpus()

    def chain() -> list[tuple[str, str, str]]:
        rows = store.read(
            "MATCH (a:AgendaItem)-[r:FOLLOWED_BY]->(b:AgendaItem) WHERE r.topic = 'topic:spx' RETURN a.id AS a, b.id AS b, r.basis AS basis"
        )
        return sorted((row["a"], row["b"], row["basis"]) for row in rows)

    settle(store, lexicon(), incoming=documents)
    assert ("item:sam:2024-03-01:4", "item:chn:2024-04-03:2", "stated") in chain()
    assert ("item:chn:2024-04-03:2", "item:sam:2024-05-10:5", "stated") in chain(), "raised by CHN"
    settle(store, lexicon(), leaving=[documents[1].id])
    assert ("item:sam:2024-03-01:4", "item:sam:2024-05-10:5", "inferred") in chain()


def test_minutes_outrank_the_table_of_a_report(store: Store) -> None:
    documents = corpus()
    settle(store, lexicon(), incoming=[documents[4]])

    def meeting() -> dict[str, object]:
        (row,) = store.read("MATCH (m:Meeting {id: 'meeting:sam:2024-03-01'}) RETURN m.recorded AS recorded")
        (item,) = store.read("MATCH (i:AgendaItem {id: 'item:sam:2024-03-01:4'}) RETURN i.name AS name")
        return {**row, **item}

    assert meeting() == {"recorded": False, "name": "SPX"}
    settle(store, lexicon(), incoming=[documents[0]])
    assert meeting() == {"recorded": True, "name": "SPX – Delrapport"}
    settle(store, lexicon(), leaving=[documents[0].id])
    assert meeting() == {"recorded": False, "name": "SPX"}


class _BreaksAtWrite:
    """A store whose transactions fail after a number of statements."""

    def __init__(self, store: Store, after: int) -> None:
        self._store = store
        self._left = after

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self) -> object:
        outer = self

        class Breaking:
            def __enter__(self) -> object:
                self.context = outer._store.write()
                transaction = self.context.__enter__()

                class Counting:
                    def run(self, cypher: str, parameters: object = None) -> object:
                        outer._left -= 1
                        if outer._left < 0:
                            raise KeyboardInterrupt
                        return transaction.run(cypher, parameters)  # type: ignore[arg-type]

                return Counting()

            def __exit__(self, *error: object) -> object:
                return self.context.__exit__(*error)  # type: ignore[arg-type]

        return Breaking()


@pytest.mark.parametrize("after", [0, 1, 7, 20, 45, 70, 100])
def test_a_break_leaves_whole_documents_and_the_next_run_repairs(
    store: Store, after: int, fresh: Callable[[list[Incoming]], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.load.DOCUMENTS_PER_TRANSACTION", 2)
    documents = corpus()
    expected = fresh(documents)
    breaking = _BreaksAtWrite(store, after)
    with pytest.raises(KeyboardInterrupt):
        settle(breaking, lexicon(), incoming=documents)  # type: ignore[arg-type]
    present = {row["id"] for row in store.read("MATCH (d:Document) RETURN d.id AS id")}
    for document in documents:
        rows = store.read("MATCH (p:Passage {document: $id}) RETURN count(p) AS n", {"id": document.id})
        assert (rows[0]["n"] > 0) == (document.id in present)
    settle(store, lexicon(), incoming=[document for document in documents if document.id not in present])
    assert dump(store) == expected
    assert read_meta(store).settled


def test_many_documents_in_several_transactions(
    store: Store, fresh: Callable[[list[Incoming]], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = corpus()
    expected = fresh(documents)
    monkeypatch.setattr("graph.load.DOCUMENTS_PER_TRANSACTION", 2)
    seen: list[tuple[int, int]] = []
    settle(store, lexicon(), incoming=documents, progress=lambda done, total: seen.append((done, total)))
    assert dump(store) == expected
    assert seen[-1] == (7, 7)
    assert sorted(seen) == seen


def test_the_store_remembers(store: Store) -> None:
    assert read_meta(store) == Meta()
    settle(store, lexicon(), incoming=corpus()[:1], meta=Meta(lexicon=(("a.yaml", "forums: []"),), reader_version="7"))
    meta = read_meta(store)
    assert (meta.lexicon, meta.reader_version, meta.settled) == ((("a.yaml", "forums: []"),), "7", True)
    assert meta.version == 1


def test_taking_out_starts_from_the_documents_own_nodes() -> None:
    """Never a scan of all relationships, and never through a busy forum's or official's attendance."""
    statements = take_out_statements(["document:x"], ["forum:sam", "official:eva", "meeting:sam:1", "item:sam:1:1"])
    for statement in statements:
        assert statement.cypher.startswith("UNWIND $ids AS id MATCH (")
        assert "{id: id}" in statement.cypher
    assert not any("Official {id: id})-[r]-()" in s.cypher or "Forum {id: id})-[r]-()" in s.cypher for s in statements)
