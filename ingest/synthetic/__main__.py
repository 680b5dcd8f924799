"""Write synthetic minutes with their truth beside: `python -m ingest.synthetic FOLDER --documents 60 --noise noisy`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.synthetic import LEXICON, NOISES, compose_corpus


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest.synthetic", description="Skriv syntetiska protokoll med facit bredvid."
    )
    parser.add_argument("folder", type=Path, help="mapp att skriva i; skapas när den saknas")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", choices=tuple(NOISES), default="clean")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for sample in compose_corpus(options.documents, seed=options.seed, noise=options.noise):
        path = options.folder / sample.file
        path.write_bytes(sample.data)
        path.with_suffix(".json").write_text(sample.sidecar(), encoding="utf-8")
    (options.folder / "lexicon.yaml").write_text(LEXICON, encoding="utf-8")
    sys.stdout.write(f"{options.documents} dokument i {options.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
