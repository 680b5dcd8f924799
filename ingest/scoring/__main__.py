"""The score as a command; `python -m ingest.scoring --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.scoring.card import DEFAULT_DOCUMENTS, DEFAULT_SEED, Scorecard, score_folder, score_synthetic
from ingest.scoring.changes import SCORECARDS, check_card
from ingest.scoring.report import format_card, format_changes, format_misses


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
    details = options.details if options.details is None else tuple(options.details)
    return show(card, options.scorecards, details=details, limit=options.limit, write=options.write)


def show(card: Scorecard, scorecards: Path, *, details: Sequence[str] | None = None, limit: int = 20, write: bool = False) -> int:
    """Print a scorecard, and what has changed since the one of its name in the folder `scorecards`; `details` are the fields whose errors
    are shown, `limit` in each (empty: of all; None: of none). `write` keeps the card there. Gives the exit code: 1 when a loss is not
    explained."""
    sys.stdout.write(format_card(card))
    if details is not None:
        sys.stdout.write("\n" + format_misses(card, details, limit))
    changes, bad = check_card(card, scorecards)
    if changes:
        sys.stdout.write("\n" + format_changes(changes, bad))
    if write:
        scorecards.mkdir(parents=True, exist_ok=True)
        (scorecards / f"{card.name}.json").write_text(card.to_json(), encoding="utf-8")
        return 0
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
