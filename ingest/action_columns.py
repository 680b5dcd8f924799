"""The head of a table of actions: which column says what is to be done, which by whom, which when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold
from ingest.lexicon import action_words

TIME = re.compile(
    r"(?:(?:klart?|senast|till|före|i|den|v\.?|vecka)\s+)*(?:\d{4}-\d\d-\d\d|\d{6,8}|\d{1,2}[/.]\d{1,2}(?:[/ .-]\s*\d{2,4})?|\d{1,2}\s[a-zåäö]{3,9}\.?(?:\s\d{4})?|\d{1,2}"
    r"|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|höst(?:en)?|vår(?:en)?|sommaren|vintern)(?:\s\d{4})?"
    r"|nästa\s(?:möte|gång|sammanträde)|snarast|omgående|löpande|klart?|pågår)",
    re.IGNORECASE,
)
"""When something is to be done, as it stands in a cell of its own: "5 maj", "2024-05-02", "Klart 30 april", "nästa möte"."""
_DONE_HEADS = frozenset({"resultat", "utfall"})
_NOT_DONE = frozenset({"ej", "inte", "annu", "delvis", "nastan", "av"})
STATES = frozenset({"status", "lage", *_DONE_HEADS})


def find_columns(cells: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Where what, who and when stand, by the heads of the columns."""
    words = action_words()
    heads = [fold(cell).rstrip(":?") for cell in cells]
    what = next((i for i, head in enumerate(heads) if head in words.what), None)
    who = next((i for i, head in enumerate(heads) if head in words.who), None)
    if what is None or who is None:
        return None
    return what, who, next((i for i, head in enumerate(heads) if head in words.when), None)


def find_merged(cells: Sequence[str]) -> int | None:
    """Which cell holds the heads of who and of when at once, as columns that stand close to each other: "Vem När"."""
    words = action_words()
    for i, cell in enumerate(cells):
        left, _, right = fold(cell).rstrip(":?").partition(" ")
        if left in words.who and right in words.when:
            return i
    return None


def part_merged(cell: str) -> tuple[str, str]:
    """Who and when of a cell that holds both: "Anna, Bo 2024-11-25"; no time where none stands behind."""
    for space in re.finditer(r"\s", cell):
        if TIME.fullmatch(cell, space.end()):
            return cell[: space.start()], cell[space.end() :]
    return cell, ""


def find_state(cells: Sequence[str]) -> int | None:
    """Where it stands how far an action has come, by the head of the column."""
    return next((i for i, cell in enumerate(cells) if fold(cell).rstrip(":?") in STATES), None)


def is_done(head: str, state: str) -> bool:
    """Whether what stands below a head says that an action is done: anything in a column of results, "Klar"; not "Åtta av tio klara"."""
    words = fold(state).split()
    if fold(head).rstrip(":?") in _DONE_HEADS:
        return bool(words)
    return _NOT_DONE.isdisjoint(words) and any(word.strip(".,") in action_words().done for word in words)
