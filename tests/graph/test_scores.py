"""Resolution against generated corpora with known truth: namesakes, moves, double surnames, abbreviations, slips."""

from __future__ import annotations

import pytest

from benchmarks.resolution import generate, score
from graph.lexicon import load_lexicon
from graph.resolution.resolve import resolve


@pytest.mark.parametrize(("mentions", "noise", "seed"), [(20_000, 0.06, 3), (30_000, 0.2, 4)])
def test_precision_and_recall(mentions: int, noise: float, seed: int) -> None:
    corpus = generate(mentions, noise, seed)
    resolution = resolve(corpus.ledgers, load_lexicon())
    people, forums, topics = (score(corpus, resolution, kind) for kind in ("person", "forum", "topic"))
    assert people.mentions > mentions // 4
    assert people.precision >= 0.995
    assert people.recall >= 0.97
    assert forums.precision == 1.0
    assert forums.recall >= 0.99
    assert topics.precision >= 0.95
    assert topics.recall >= 0.90
