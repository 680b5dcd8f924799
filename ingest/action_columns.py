"""The head of a table of actions: which column says what is to be done, which by whom, which when."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names import fold
from ingest.lexicon import action_words


def find_columns(cells: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Where what, who and when stand, by the heads of the columns."""
    words = action_words()
    heads = [fold(cell).rstrip(":?") for cell in cells]
    what = next((i for i, head in enumerate(heads) if head in words.what), None)
    who = next((i for i, head in enumerate(heads) if head in words.who), None)
    if what is None or who is None:
        return None
    return what, who, next((i for i, head in enumerate(heads) if head in words.when), None)
