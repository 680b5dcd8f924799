"""Hops and answers against generated journeys whose truth is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Set
from dataclasses import dataclass

import pytest

from graph.stores import Store, open_store
from ingest.job import Outcome, ingest
from ingest.synthetic.journeys import JourneyCorpus, Place, compose_journeys
from queries import run

SEEDS = (1, 2)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were found rightly, claimed in all, and true in all; with what went wrong, to read when a test fails."""

    right: int
    claimed: int
    true: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.claimed

    @property
    def recall(self) -> float:
        return self.right / self.true

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({self.right} right of {self.claimed} claimed and {self.true} true)"


@dataclass(frozen=True, slots=True)
class Read:
    corpus: JourneyCorpus
    store: Store


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: f"journeys-{seed}")
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    folder = tmp_path_factory.mktemp("journeys")
    corpus = compose_journeys(request.param)
    (folder / "minutes").mkdir()
    for file, text in corpus.documents:
        (folder / "minutes" / file).write_text(text, encoding="utf-8")
    lexicon = folder / "lexicon.yaml"
    lexicon.write_text(corpus.lexicon, encoding="utf-8")
    address = str(folder / "journeys.store")
    writer = open_store(address, mode="write")
    report = ingest([folder / "minutes"], writer, lexicon_files=[lexicon], workers=0)
    writer.close()
    assert report.count(Outcome.READ) == len(corpus.documents)
    store = open_store(address, mode="read")
    yield Read(corpus, store)
    store.close()


def item_id(place: Place) -> str:
    forum, date, number = place
    return f"item:{forum.lower()}:{date}:{number}"


def compare(claimed: Set[tuple[str, ...]], true: Set[tuple[str, ...]]) -> Figures:
    return Figures(
        right=len(claimed & true),
        claimed=len(claimed),
        true=len(true),
        wrong=tuple(sorted(map(str, claimed - true))),
        missed=tuple(sorted(map(str, true - claimed))),
    )


def today(corpus: JourneyCorpus) -> dt.date:
    return corpus.last + dt.timedelta(days=30)


def measure_hops(read: Read) -> Figures:
    claimed = set()
    for topic in read.corpus.topics:
        for row in run(read.store, "trace", {"topic": topic}, today(read.corpus)).rows:
            if row.hop and row.hop.arrived and row.hop.origin_item:
                claimed.add((topic, row.hop.kind.value, row.hop.origin_item, row.hop.arrived.item))
    true = {(hop.topic, hop.kind, item_id(hop.origin), item_id(hop.arrival)) for hop in read.corpus.hops}
    return compare(claimed, true)


def first_words(what: str | None) -> str:
    return " ".join((what or "").removeprefix("att ").split()[:3])


def measure_sendings(read: Read) -> Figures:
    rows = run(read.store, "follow-up", {}, today(read.corpus)).rows
    claimed = {
        (row.kind.value, row.item, row.to.name, first_words(row.what) if row.kind.value == "ASSIGNS" else "") for row in rows
    }
    true = {
        (one.kind, item_id(one.origin), one.to, first_words(one.what) if one.kind == "ASSIGNS" else "")
        for one in read.corpus.sendings
    }
    return compare(claimed, true)


def measure_answers(read: Read) -> Figures:
    rows = run(read.store, "follow-up", {}, today(read.corpus)).rows
    claimed = {
        (row.kind.value, row.item, row.to.name, first_words(row.what) if row.kind.value == "ASSIGNS" else "", row.answer.item)
        for row in rows
        if row.answer
    }
    true = {
        (one.kind, item_id(one.origin), one.to, first_words(one.what) if one.kind == "ASSIGNS" else "", item_id(one.answer))
        for one in read.corpus.sendings
        if one.answer
    }
    return compare(claimed, true)


def test_hops(read: Read, capsys: pytest.CaptureFixture[str]) -> None:
    figures = measure_hops(read)
    with capsys.disabled():
        print(f"\nhops: {figures}")
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_what_was_sent_on(read: Read) -> None:
    figures = measure_sendings(read)
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_answers(read: Read, capsys: pytest.CaptureFixture[str]) -> None:
    figures = measure_answers(read)
    with capsys.disabled():
        print(f"\nanswers: {figures}")
    assert figures.precision >= 0.95, figures.wrong
    assert figures.recall >= 0.90, figures.missed
