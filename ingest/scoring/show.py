"""A scorecard on standard output, and what has changed since the one that was kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from graph.errors import InputError
from ingest.scoring.card import Scorecard
from ingest.scoring.changes import check_card
from ingest.scoring.fields import Field
from ingest.scoring.report import format_card, format_comparison, format_misses


def show_card(
    card: Scorecard, scorecards: Path, *, details: Sequence[str] | None = None, limit: int = 20, write: bool = False
) -> int:
    """Print a scorecard, and what has changed since the one of its name in the folder `scorecards`; `details` are the fields whose errors
    are shown, `limit` in each (empty: of all; None: of none). `write` keeps the card there. Gives the exit code: 1 when a loss is not
    explained. Raises InputError when `details` has something that fits no field."""
    for pattern in details or ():
        if not any(fnmatch(name.value, pattern) for name in Field):
            raise InputError(f"{pattern}: inget fält heter så.", f"Fälten är {', '.join(Field)}.")
    sys.stdout.write(format_card(card))
    if details is not None:
        sys.stdout.write("\n" + format_misses(card, details, limit))
    compared = check_card(card, scorecards)
    if told := format_comparison(compared):
        sys.stdout.write("\n" + told)
    if write:
        scorecards.mkdir(parents=True, exist_ok=True)
        (scorecards / f"{card.name}.json").write_text(card.to_json(), encoding="utf-8")
        return 0
    return 1 if compared.unexplained else 0
