"""The words over the columns of tables whose cells stand on lines of their own, and what the cells below them hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.names import fold
from ingest.document import Cell
from ingest.lines import Line

NAMES = r"(?:namn|ledam[oö]t(?:er)?|ersättare|deltagare|person(?:er)?|representant(?:er)?)"
ABOUT = r"(?:nr|förnamn|efternamn|parti(?:beteckning)?|kommun|uppdrag|organisation|roll|titel|funktion|befattning|representerar)"
PRESENCE = r"(?:närv(?:aro|arande)?\.?|upprop|status|deltog)"
ABSENCE = r"(?:frånv(?:aro|arande)?\.?|förhinder)"
NOTES = (
    r"(?:anm(?:ärkning(?:ar)?)?\.?|kommentar|notering(?:ar)?|tjänstgörande[ ]ersättare|tjg\.?[ ]?ers(?:ättare)?\.?|tjänstgör[ ]för|tjg\.?[ ]för"
    r"|ersätter|ersättare|paragraf(?:er)?|§§?|tid|övrigt|sign(?:atur)?\.?)"
)
"""Words over columns: of names, of what people are, of who came or who did not, and of notes."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"
    NAME = "name"
    PARTY = "party"
    ROLE = "role"
    BODY = "body"
    MARK = "mark"
    VOTE = "vote"
    NOTE = "note"


_SLASH = r"(?:[ ]?/[ ]?(?:ersättare|ledamot|suppleant|parti|kommun))?"
_TOKEN = re.compile(
    rf"(?:(?P<mark>{PRESENCE}|{ABSENCE})|(?P<vote>ja|nej|avst(?:år|\.)?)|(?P<note>{NOTES})|(?P<name>{NAMES})|(?P<about>{ABOUT}))"
    rf"{_SLASH}(?:[ ]?\([^()\n]{{1,20}}\))?(?=[ ]|$)",
    re.IGNORECASE,
)
_ABOUT = {"nr": Holds.NUMBER, "parti": Holds.PARTY, "partibeteckning": Holds.PARTY, "kommun": Holds.BODY,
    "organisation": Holds.BODY, "representerar": Holds.BODY}  # fmt: skip
_LONGEST_HEAD = 120
_MOST_COLUMNS = 9


@dataclass(frozen=True, slots=True)
class Column:
    holds: Holds
    cell: Cell
    group: bool = False
    """Whether the word may as well stand over a group: "Ledamöter", "Ersättare"."""


def are_heads(columns: Sequence[Column]) -> bool:
    holds = [column.holds for column in columns]
    return 2 <= len(holds) <= _MOST_COLUMNS and Holds.NAME in holds and Holds.MARK in holds


def read_heads(lines: Sequence[Line], position: int) -> tuple[list[Column], int]:
    """The words over the columns, each on a line of its own or all on one, and the position behind them."""
    columns: list[Column] = []
    at = position
    while at < len(lines) and len(columns) <= _MOST_COLUMNS and (more := heads_in(lines[at])):
        if len(more) > 1 and columns:
            break
        columns += more
        at += 1
        if len(more) > 1:
            break
    named = False
    for index, column in enumerate(columns):  # "Ersättare" behind "Ledamot" and the marks are who served
        if column.holds is Holds.NAME:
            if named:
                columns[index] = Column(Holds.NOTE, column.cell, group=column.group)
            named = True
    first = columns[0].holds if columns else None
    return (columns if are_heads(columns) and first is not Holds.MARK else []), at


def heads_in(line: Line) -> list[Column]:
    if line.cells or len(line.text) > _LONGEST_HEAD:
        return []
    columns: list[Column] = []
    at = 0
    while at < len(line.text):
        token = _TOKEN.match(line.text, at)
        if token is None:
            return []
        words = fold(token.group())
        cell = Cell(line.start + token.start(), line.start + token.end())
        columns.append(Column(_holds(token), cell, group=words in _GROUPS))
        at = token.end()
        while at < len(line.text) and line.text[at] == " ":
            at += 1
    return columns


_GROUPS = frozenset(("ledamoter", "ersattare", "deltagare", "representanter"))


def _holds(token: re.Match[str]) -> Holds:
    kind = token.lastgroup or "note"
    if kind == "about":
        return _ABOUT.get(fold(token["about"]), Holds.ROLE)
    if kind == "note" and fold(token["note"]) == "ersattare" and token.group() != token["note"]:
        return Holds.NAME
    return Holds(kind)
