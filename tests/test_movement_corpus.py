"""Hops and answers against generated journeys whose truth is known: a short run of `benchmarks/journeys.py`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from benchmarks.journeys import Figures, Read, measure_answers, measure_hops, measure_sendings, pooled, reading
from graph.movement import DueBasis, Status
from ingest.synthetic.journeys import compose_journeys
from queries import run


@pytest.fixture(scope="module", params=["clean", "noise"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Read]]:
    """Corpora of some seeds, each in a store of its own; the noisy ones read in three runs, in random order."""
    noise = request.param == "noise"
    with ExitStack() as stack:
        yield [
            stack.enter_context(
                reading(
                    compose_journeys(seed, noise=noise), tmp_path_factory.mktemp("journeys"), runs=3 if noise else 1, seed=seed
                )
            )
            for seed in (1, 2, 3)
        ]


def show(name: str, figures: Figures, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{name}: {figures}")


def test_hops(read: list[Read], capsys: pytest.CaptureFixture[str]) -> None:
    figures = pooled([measure_hops(one) for one in read])
    show("hops", figures, capsys)
    assert figures.true > 350
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_what_was_sent_on(read: list[Read]) -> None:
    figures = pooled([measure_sendings(one) for one in read])
    assert figures.true > 250
    assert figures.precision >= 0.97, figures.wrong
    assert figures.recall >= 0.95, figures.missed


def test_answers(read: list[Read], capsys: pytest.CaptureFixture[str]) -> None:
    figures = pooled([measure_answers(one) for one in read])
    show("answers", figures, capsys)
    assert figures.true > 140
    assert figures.precision >= 0.95, figures.wrong
    assert figures.recall >= 0.90, figures.missed


def test_what_is_awaited_from_minutes_that_are_withheld_is_never_overdue(read: list[Read]) -> None:
    """No minutes is no silence: where the meeting of the day is withheld, nothing is called overdue."""
    checked = 0
    for one in read:
        withheld = set(one.corpus.withheld)
        for row in run(one.store, "follow-up", {}, one.today).rows:
            if (row.expected_in.short, row.due) in withheld and row.due_basis is DueBasis.STATED:
                checked += 1
                assert row.status is not Status.OVERDUE, row
    assert checked


def test_the_trace_and_the_ledger_agree_on_what_is_answered(read: list[Read]) -> None:
    """Nothing that the ledger calls answered is open in the trace of its issue."""
    for one in read:
        answered = {
            (row.kind.value, row.item, row.to.name, row.what)
            for row in run(one.store, "follow-up", {"status": "answered"}, one.today).rows
        }
        for topic in one.corpus.topics:
            for row in run(one.store, "trace", {"topic": topic}, one.today).rows:
                if row.hop and row.hop.open:
                    assert (row.hop.kind.value, row.hop.origin_item, row.hop.to.name, row.hop.what) not in answered


def test_same_seed_same_texts() -> None:
    assert compose_journeys(7) == compose_journeys(7)
    assert compose_journeys(7, noise=True) == compose_journeys(7, noise=True)
    assert compose_journeys(7).documents != compose_journeys(8).documents
