"""Precision and recall of strikes, word by word, on PDFs of many producers and faces and on DOCX; prints one table.

python -m benchmarks.readers.strikes [--extra SITE_PACKAGES] [--verbose]
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass, field

from ingest.document import Document, MarkKind
from ingest.readers import read_document


@dataclass
class Tally:
    files: int = 0
    words: int = 0
    struck: int = 0
    found: int = 0
    false: int = 0
    lost: int = 0
    faces: set[str] = field(default_factory=set)


def judge(document: Document, words: list[str], struck: list[bool], tally: Tally) -> list[str]:
    """Look up every written word in the text that was read; what was missed, invented or lost."""
    notes: list[str] = []
    text = document.text
    at = {}
    position = 0
    for token in text.split():
        position = text.index(token, position)
        at[token.strip("-•")] = position
        position += len(token)
    for word, is_struck in zip(words, struck, strict=True):
        tally.words += 1
        tally.struck += is_struck
        start = at.get(word)
        if start is None:
            tally.lost += 1
            notes.append(f"lost {word}")
            continue
        share = document.marked_share((start, start + len(word)), MarkKind.STRUCK)
        if share >= 0.6:
            tally.found += is_struck
            tally.false += not is_struck
            if not is_struck:
                notes.append(f"false {word}")
        elif is_struck:
            notes.append(f"missed {word} ({share:.2f})")
        elif share:
            tally.false += 1
            notes.append(f"partly false {word}")
    return notes


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--extra", action="append", default=[], help="site-packages with further producers")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    sys.path.extend(options.extra)
    from benchmarks.readers.producers import expected, invented, samples
    from tests.readers.minutes import to_docx

    tallies: dict[str, Tally] = defaultdict(Tally)

    def add(producer: str, face: str, data: bytes, name: str, words: list[str], struck: list[bool]) -> None:
        tally = tallies[producer]
        tally.files += 1
        tally.faces.add(face)
        notes = judge(read_document(data, name), words, struck, tally)
        if notes and options.verbose:
            print(f"{producer} / {face}: {', '.join(notes[:12])}", file=sys.stderr)

    for sample in samples():
        add(sample.producer, sample.face, sample.data, "a.pdf", sample.words, sample.struck)
    for seed in range(9000, 9010):
        parts = invented(seed)
        add("DOCX", "-", to_docx(parts), "a.docx", *expected(parts))
    print(
        f"{'producer':22} {'files':>5} {'faces':>5} {'words':>6} {'struck':>6} {'found':>6} {'false':>5} {'lost':>4} precision recall"
    )
    for producer, tally in tallies.items():
        precision = tally.found / (tally.found + tally.false) if tally.found + tally.false else 1.0
        recall = tally.found / tally.struck if tally.struck else 1.0
        print(
            f"{producer:22} {tally.files:5} {len(tally.faces):5} {tally.words:6} {tally.struck:6} {tally.found:6} {tally.false:5} "
            f"{tally.lost:4} {precision:9.4f} {recall:6.4f}"
        )
    every = set().union(*(tally.faces for name, tally in tallies.items() if name != "DOCX"))
    print(f"{len(tallies) - 1} PDF producers, {len(every)} faces")


if __name__ == "__main__":
    main()
