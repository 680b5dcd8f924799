"""How well hops and answers are found: generated journeys with known truth, clean and with noise.

    python -m benchmarks.journeys [--seeds 1 2 3 4 5 6] [--details]

Prints precision and recall with counts for what was sent on, for the hops of every issue and for the answers, over all seeds: clean;
with noise (misspelled names, more minutes missing); and with noise, read in several runs in random order.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.stores import Store, open_store
from ingest.job import ingest
from ingest.outcomes import Outcome
from ingest.synthetic.journey_truth import Place, TrueSending
from ingest.synthetic.journeys import JourneyCorpus, compose_journeys
from queries import run
from queries.follow_up import FollowUpRow


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

    @property
    def today(self) -> dt.date:
        return self.corpus.last + dt.timedelta(days=30)


@contextmanager
def reading(corpus: JourneyCorpus, folder: Path, *, runs: int = 1, seed: int = 0) -> Iterator[Read]:
    """The corpus in a store of its own in `folder`, read in so many runs of random files each."""
    lexicon = folder / "lexicon.yaml"
    lexicon.write_text(corpus.lexicon, encoding="utf-8")
    documents = list(corpus.documents)
    if runs > 1:
        random.Random(seed).shuffle(documents)
    address = str(folder / "journeys.store")
    for n in range(runs):
        part = folder / f"minutes-{n}"
        part.mkdir()
        for file, text in documents[n::runs]:
            (part / file).write_text(text, encoding="utf-8")
        writer = open_store(address, mode="write")
        report = ingest([part], writer, lexicon_files=[lexicon], workers=0)
        writer.close()
        assert report.count(Outcome.READ) == len(documents[n::runs])
    store = open_store(address, mode="read")
    try:
        yield Read(corpus, store)
    finally:
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


def pooled(figures: Sequence[Figures]) -> Figures:
    return Figures(
        right=sum(one.right for one in figures),
        claimed=sum(one.claimed for one in figures),
        true=sum(one.true for one in figures),
        wrong=tuple(line for one in figures for line in one.wrong),
        missed=tuple(line for one in figures for line in one.missed),
    )


def measure_hops(read: Read) -> Figures:
    """Stated hops from item to item; a hop that no word states from meeting to meeting."""
    claimed = set()
    for topic in read.corpus.topics:
        for row in run(read.store, "trace", {"topic": topic}, read.today).rows:
            if row.hop and row.hop.arrived and row.hop.origin_item:
                claimed.add(_hop(topic, row.hop.kind.value, row.hop.origin_item, row.hop.arrived.item))
    true = {_hop(hop.topic, hop.kind, item_id(hop.origin), item_id(hop.arrival)) for hop in read.corpus.hops}
    return compare(claimed, true)


def _hop(topic: str, kind: str, origin: str, arrival: str) -> tuple[str, ...]:
    if kind == "FOLLOWED_BY":
        origin, arrival = (id_.rpartition(":")[0] for id_ in (origin, arrival))
    return topic, kind, origin, arrival


def measure_sendings(read: Read) -> Figures:
    return compare({_claimed(row) for row in _ledger(read)}, {_true(one) for one in read.corpus.sendings})


def measure_answers(read: Read) -> Figures:
    claimed = {(*_claimed(row), row.answer.item) for row in _ledger(read) if row.answer}
    true = {(*_true(one), item_id(one.answer)) for one in read.corpus.sendings if one.answer}
    return compare(claimed, true)


MEASURES = {"sent on": measure_sendings, "hops": measure_hops, "answers": measure_answers}


def _ledger(read: Read) -> Iterable[FollowUpRow]:
    return run(read.store, "follow-up", {}, read.today).rows


def _claimed(row: FollowUpRow) -> tuple[str, ...]:
    return row.kind.value, row.item, row.to.name, _first_words(row.kind.value, row.what)


def _true(one: TrueSending) -> tuple[str, ...]:
    return one.kind, item_id(one.origin), one.to, _first_words(one.kind, one.what)


def _first_words(kind: str, what: str | None) -> str:
    """What tells two assignments of one item apart."""
    return " ".join((what or "").removeprefix("att ").split()[:3]) if kind == "ASSIGNS" else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5, 6])
    parser.add_argument("--details", action="store_true", help="print what went wrong")
    args = parser.parse_args()
    for name, noise, runs in (("clean", False, 1), ("noise", True, 1), ("noise, in 5 runs", True, 5)):
        start = time.process_time()
        found: dict[str, list[Figures]] = {measure: [] for measure in MEASURES}
        documents = 0
        for seed in args.seeds:
            corpus = compose_journeys(seed, noise=noise)
            documents += len(corpus.documents)
            with tempfile.TemporaryDirectory() as folder, reading(corpus, Path(folder), runs=runs, seed=seed) as read:
                for measure, of in MEASURES.items():
                    found[measure].append(of(read))
        print(f"{name}: {len(args.seeds)} corpora, {documents} documents, {time.process_time() - start:.0f} s of processor time")
        for measure, figures in found.items():
            whole = pooled(figures)
            print(f"  {measure:8} {whole}")
            if args.details:
                for line in whole.wrong:
                    print(f"    wrong  {line}")
                for line in whole.missed:
                    print(f"    missed {line}")


if __name__ == "__main__":
    main()
