"""Who is who, measured: precision and recall over pairs of mentions, and that neither order nor judgements disturb the outcome.

    python -m benchmarks.identity [--mentions 60000] [--seeds 1 2 3 4 5 6]

Three kinds of noise over corpora with known truth (benchmarks.resolution): names written otherwise (surnames dropped or swapped,
accents and hyphens lost, slips), and text recognition with the confusions of ingest.synthetic at the rate of its noisy documents
and at five times that. Each figure is over all seeds together, with the least and the greatest of any seed beside it: two people
of one name who speak for one body, one after the other, are taken for one, and in a seed that has such a pair it weighs much.
Then the documents are shuffled, with judgements on their doubtful and merged pairs, and must resolve alike. The exit code is 1
when a figure is below its mark or an order gives something else.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations

from benchmarks.resolution import Corpus, generate
from graph.lexicon import Lexicon, load_lexicon
from graph.resolution.ledger import Ledger, Sighting, SightingKind
from graph.resolution.model import DoubtfulPair, Judgement, Resolution, Verdict
from graph.resolution.resolve import resolve
from ingest.synthetic.noise import CONFUSIONS, NOISY

MARKS = {"person": (0.995, 0.97), "forum": (1.0, 0.99), "topic": (0.95, 0.90)}
"""Least precision and recall for each kind."""
_DISTURBED = frozenset({SightingKind.PERSON, SightingKind.FORUM, SightingKind.TOPIC})


def recognise(text: str, rate: float, rng: random.Random) -> str:
    """The text as text recognition gives it: each letter group that it confuses is confused at this rate."""
    out: list[str] = []
    i = 0
    while i < len(text):
        fitting = [(old, new) for old, new in CONFUSIONS if text.startswith(old, i)]
        if fitting and rng.random() < rate:
            old, new = rng.choice(fitting)
            out.append(new)
            i += len(old)
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def recognised(corpus: Corpus, rate: float, seed: int) -> Corpus:
    """The same corpus with every name read anew, each time on its own."""
    rng = random.Random(seed)

    def disturb(s: Sighting) -> Sighting:
        return replace(s, text=recognise(s.text, rate, rng)) if s.kind in _DISTURBED else s

    ledgers = []
    for ledger in corpus.ledgers:
        sightings = tuple(disturb(s) for s in ledger.sightings)
        heads = {s.meeting: s.text for s in sightings if s.kind is SightingKind.FORUM}
        meetings = tuple(
            replace(meeting, forum=heads[j], as_written=heads[j]) if j in heads else meeting
            for j, meeting in enumerate(ledger.meetings)
        )
        ledgers.append(replace(ledger, meetings=meetings, sightings=sightings))
    return Corpus(ledgers, corpus.truth)


NOISES: dict[str, Callable[[int, int], Corpus]] = {
    "written otherwise, 6 % of mentions": lambda mentions, seed: generate(mentions, 0.06, seed),
    f"recognised, {NOISY.confusions:.1%} of letters": lambda mentions, seed: recognised(
        generate(mentions, 0.0, seed), NOISY.confusions, seed
    ),
    f"recognised, {5 * NOISY.confusions:.1%} of letters": lambda mentions, seed: recognised(
        generate(mentions, 0.0, seed), 5 * NOISY.confusions, seed
    ),
}


@dataclass
class Tally:
    """Pairs of mentions: put together rightly, put together, belonging together."""

    right: int = 0
    found: int = 0
    true: int = 0
    alike: int = 0
    """Pairs put together wrongly whose two people have one name and one body: nothing that is written tells them apart."""
    mentions: int = 0
    respelled: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.true)

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def tally(corpus: Corpus, resolution: Resolution) -> dict[str, Tally]:
    """The tally of each kind."""
    sightings = {(ledger.document, s.ref): s for ledger in corpus.ledgers for s in ledger.sightings}
    both: Counter[tuple[str, object, str]] = Counter()
    spelled: dict[tuple[str, object], Counter[str]] = defaultdict(Counter)
    bodies: dict[tuple[str, object], Counter[str]] = defaultdict(Counter)
    for (document, ref), (kind, key) in corpus.truth.items():
        links = resolution.of(document, ref)
        both[kind, key, links[0].entity if links else f"none {document} {ref}"] += 1
        seen = sightings[document, ref]
        spelled[kind, key][seen.text] += 1
        bodies[kind, key][seen.body or ""] += 1
    return {kind: _tally(kind, both, spelled, bodies) for kind in MARKS}


_Counts = Mapping[tuple[str, object], Counter[str]]


def _tally(kind: str, both: Counter[tuple[str, object, str]], spelled: _Counts, bodies: _Counts) -> Tally:
    mine = Tally()
    keys: dict[str, Counter[object]] = defaultdict(Counter)
    for (of, key, entity), n in both.items():
        if of == kind:
            keys[entity][key] += n
            mine.right += _pairs(n)
    mine.found = sum(_pairs(counts.total()) for counts in keys.values())
    for counts in keys.values():
        for a, b in combinations(counts, 2):
            name_a, name_b, body_a, body_b = (of[kind, key].most_common(1)[0][0] for of in (spelled, bodies) for key in (a, b))
            if (name_a, body_a) == (name_b, body_b):
                mine.alike += counts[a] * counts[b]
    for (of, _), texts in spelled.items():
        if of == kind:
            mine.true += _pairs(texts.total())
            mine.mentions += texts.total()
            mine.respelled += texts.total() - max(texts.values())
    return mine


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def judge_some(resolution: Resolution, rng: random.Random) -> list[Judgement]:
    """A judgement, true or not, on up to forty doubtful and forty merged pairs."""
    pairs: list[DoubtfulPair] = [*resolution.doubtful[:40], *resolution.merged[:40]]
    return [Judgement(pair.label, pair.left_unit, pair.right_unit, rng.choice(list(Verdict))) for pair in pairs]


def outcome(resolution: Resolution) -> tuple[object, ...]:
    """All that a resolution says, to be compared."""
    entities = {id_: (entity.name, dict(entity.properties), entity.units) for id_, entity in resolution.entities.items()}
    return entities, resolution.links, resolution.doubtful, resolution.merged


def orders(ledgers: Sequence[Ledger], lexicon: Lexicon, seed: int, times: int = 1) -> Iterator[tuple[int, bool]]:
    """How many judgements, and whether a shuffled set of documents resolves alike with them."""
    rng = random.Random(seed)
    judgements = judge_some(resolve(ledgers, lexicon), rng)
    expected = outcome(resolve(ledgers, lexicon, judgements))
    for _ in range(times):
        shuffled = list(ledgers)
        rng.shuffle(shuffled)
        yield len(judgements), outcome(resolve(shuffled, lexicon, judgements)) == expected


def told(kind: str, tallies: Sequence[Tally]) -> tuple[str, bool]:
    """A line for one kind of mention, and whether all seeds together reach the marks."""
    whole = sum(tallies, Tally())
    least = MARKS[kind]
    parts = []
    for name, value, mark in (("precision", whole.precision, least[0]), ("recall", whole.recall, least[1])):
        each = [getattr(one, name) for one in tallies]
        parts.append(f"{name} {value:.4f} ({min(each):.4f}-{max(each):.4f}; mark {mark:.3f}{'' if value >= mark else ', BELOW'})")
    wrong = whole.found - whole.right
    alike = f"; {whole.alike} of {wrong} wrong pairs one name and body" if wrong else ""
    line = f"  {kind:7} {'  '.join(parts)}  {whole.mentions} mentions, {whole.respelled / max(1, whole.mentions):.1%} respelled{alike}"
    return line, whole.precision >= least[0] and whole.recall >= least[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=60_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5, 6])
    options = parser.parse_args()
    lexicon = load_lexicon()
    good = True
    for name, corpus_of in NOISES.items():
        tallies: list[dict[str, Tally]] = []
        asked = 0
        for seed in options.seeds:
            corpus = corpus_of(options.mentions, seed)
            resolution = resolve(corpus.ledgers, lexicon)
            tallies.append(tally(corpus, resolution))
            asked += len(resolution.doubtful)
            for count, alike in orders(corpus.ledgers, lexicon, seed):
                good = good and alike
                if not alike:
                    print(f"seed {seed}: another order gave another outcome, with {count} judgements")
        print(f"{name}; {asked} pairs asked; {len(options.seeds)} shuffled orders tried with judgements")
        for kind in MARKS:
            line, reached = told(kind, [one[kind] for one in tallies])
            good = good and reached
            print(line)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
