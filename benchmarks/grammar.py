"""What understanding a document costs: processor time from the neutral document to the record, per page.

    python -m benchmarks.grammar [FOLDER] [--documents 60] [--rounds 5]

A page is 2,000 characters of kept text. Without a folder synthetic minutes are read, which hold more decisions and people a page
than real ones. All documents are read in turn `--rounds` times on one core, so that nothing is remembered of a document but what
holds for others too, and the quickest reading of each counts; reading the file itself is left out (benchmarks.readers.speed has
that). The machine's own pace is told by a loop timed in between: what grows with it is not the grammar's.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import ReadError
from graph.lexicon import Lexicon, load_lexicon
from ingest.document import Document
from ingest.readers import read_document
from ingest.record import read_record
from ingest.synthetic import LEXICON, compose_corpus

PAGE = 2000


def _documents(folder: Path | None, count: int) -> Iterator[Document]:
    if folder is None:
        for sample in compose_corpus(count):
            yield read_document(sample.data, sample.file)
        return
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        try:
            yield read_document(path.read_bytes(), path.name)
        except ReadError as error:
            sys.stderr.write(f"{path}: {error}\n")


def _time(document: Document, lexicon: Lexicon) -> float:
    """Seconds of processor time for one reading."""
    began = time.process_time()
    read_record(document, lexicon)
    return time.process_time() - began


def _pace() -> float:
    """Seconds of processor time for a loop of a million steps, to compare machines and loads."""
    began = time.process_time()
    sum(i & 7 for i in range(1_000_000))
    return time.process_time() - began


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.grammar", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    lexicon = load_lexicon([] if options.folder else [("synthetic", LEXICON)])
    documents = list(_documents(options.folder, options.documents))
    if not documents:
        sys.stderr.write("no document could be read\n")
        return 1
    rounds = [[_time(document, lexicon) for document in documents] for _ in range(options.rounds)]
    quickest = [min(times) for times in zip(*rounds, strict=True)]
    seconds, characters = sum(quickest), sum(len(document.text) for document in documents)
    costs = sorted(cost * 1000 * PAGE / max(len(d.text), PAGE) for cost, d in zip(quickest, documents, strict=True))
    sys.stdout.write(
        f"{len(costs)} documents, {characters / PAGE:.0f} pages of {PAGE} characters\n"
        f"{seconds * 1000 * PAGE / characters:.2f} ms a page; by document: median {costs[len(costs) // 2]:.2f}, "
        f"nine of ten below {costs[int(len(costs) * 0.9)]:.2f}, most {costs[-1]:.2f}\n"
        f"pace of the machine: {_pace() * 1000:.0f} ms for a million steps\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
