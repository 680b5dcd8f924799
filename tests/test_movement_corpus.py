"""Hops and answers against generated journeys whose truth is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import pytest

from graph.movement import Status
from graph.stores import Store, open_store
from ingest.job import Outcome, ingest
from ingest.synthetic.journeys import JourneyCorpus, Place, compose_journeys
from queries import run

SEEDS = (1, 2, 3, 4)


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


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Read]]:
    """The corpora of all seeds, each in a store of its own."""
    found = []
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp("journeys")
        corpus = compose_journeys(seed)
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
        found.append(Read(corpus, open_store(address, mode="read")))
    yield found
    for one in found:
        one.store.close()


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


def pooled(figures: Sequence[Figures]) -> Figures:
    return Figures(
        right=sum(one.right for one in figures),
        claimed=sum(one.claimed for one in figures),
        true=sum(one.true for one in figures),
        wrong=tuple(line for one in figures for line in one.wrong),
        missed=tuple(line for one in figures for line in one.missed),
    )


def test_hops(read: list[Read], capsys: pytest.CaptureFixture[str]) -> None:
    figures = pooled([measure_hops(one) for one in read])
    with capsys.disabled():
        print(f"\nhops: {figures}")
    assert figures.true > 200
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_what_was_sent_on(read: list[Read]) -> None:
    figures = pooled([measure_sendings(one) for one in read])
    assert figures.true > 250
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_answers(read: list[Read], capsys: pytest.CaptureFixture[str]) -> None:
    figures = pooled([measure_answers(one) for one in read])
    with capsys.disabled():
        print(f"\nanswers: {figures}")
    assert figures.true > 150
    assert figures.precision >= 0.95, figures.wrong
    assert figures.recall >= 0.90, figures.missed


def test_what_is_awaited_from_minutes_that_are_withheld_is_never_overdue(read: list[Read]) -> None:
    """No minutes is no silence: where the meeting of the day is withheld, nothing is called overdue."""
    checked = 0
    for one in read:
        withheld = set(one.corpus.withheld)
        for row in run(one.store, "follow-up", {}, today(one.corpus)).rows:
            if (row.expected_in.short, row.due) in withheld and row.to.meeting:
                checked += 1
                assert row.status is not Status.OVERDUE, row
    assert checked


def test_same_seed_same_texts() -> None:
    assert compose_journeys(7) == compose_journeys(7)
    assert compose_journeys(7).documents != compose_journeys(8).documents
