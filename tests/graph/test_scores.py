"""Resolution against generated corpora with known truth: namesakes, moves, double surnames, abbreviations, slips."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from benchmarks.identity import NOISES, Tally, orders, tally, told
from benchmarks.resolution import Corpus, calls_of, generate
from graph.lexicon import load_lexicon
from graph.resolution.resolve import resolve


@pytest.mark.parametrize("corpus_of", NOISES.values(), ids=NOISES)
def test_precision_and_recall(corpus_of: Callable[[int, int], Corpus]) -> None:
    tallies = []
    for seed in (3, 4):
        corpus = corpus_of(15_000, seed)
        tallies.append(tally(corpus, resolve(corpus.ledgers, load_lexicon())))
    for kind in ("person", "forum", "topic"):
        each = [one[kind] for one in tallies]
        line, reached = told(kind, each)
        assert sum(each, Tally()).respelled > 20, "the noise was heard"
        assert reached, line


def test_any_order_gives_the_same_whatever_was_judged() -> None:
    corpus = generate(8_000, 0.2, 5)
    for judgements, alike in orders(corpus.ledgers, load_lexicon(), 5, times=2):
        assert judgements > 10
        assert alike


def test_effort_grows_no_faster_than_n_log_n() -> None:
    per_unit = []
    for mentions in (6_000, 24_000, 60_000):
        ledgers = generate(mentions, 0.06, 1).ledgers
        made = sum(len(ledger.sightings) for ledger in ledgers)
        per_unit.append(calls_of(ledgers, load_lexicon()) / (made * math.log(made)))
    assert per_unit[1] < 1.25 * per_unit[0]
    assert per_unit[2] < 1.25 * per_unit[0]
