"""The score as a command; `python -m ingest.scoring --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.scoring.card import DEFAULT_DOCUMENTS, DEFAULT_SEED, score_folder, score_synthetic
from ingest.scoring.changes import SCORECARDS
from ingest.scoring.show import show_card


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives the exit code: 1 when a loss is not explained."""
    parser = argparse.ArgumentParser(prog="python -m ingest.scoring", description="Poängsätt läsningen mot facit.")
    parser.add_argument("--folder", type=Path, help="dokument med facit (.json) bredvid; annars syntetiska protokoll")
    parser.add_argument("--documents", type=int, default=DEFAULT_DOCUMENTS, help="antal syntetiska dokument")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--noise", choices=("clean", "noisy"), default="clean")
    parser.add_argument("--write", action="store_true", help="spara resultatet som det som nya jämförs med")
    parser.add_argument("--details", nargs="*", metavar="FÄLT", help="visa felen, i alla fält eller i dem som nämns")
    parser.add_argument("--limit", type=int, default=20, help="så många fel visas i varje fält")
    parser.add_argument("--scorecards", type=Path, default=SCORECARDS, help="mapp med sparade resultat")
    options = parser.parse_args(arguments)
    card = score_folder(options.folder) if options.folder else score_synthetic(options.documents, options.seed, options.noise)
    return show_card(card, options.scorecards, details=options.details, limit=options.limit, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
