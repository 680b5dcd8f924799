"""Whether a table lists people, what its first rows are, and where its list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.names import fold, squash
from ingest.action_columns import find_columns
from ingest.attendance.labels import find_labels
from ingest.attendance.listing import list_names
from ingest.attendance.model import Context, LabelKind
from ingest.attendance.words import canonical_role
from ingest.document import Block, Cell
from ingest.people.words import is_first_name

_FIRST_WORD = re.compile(r"[\s\d.*_·•–☒☐☑✓✔✗✘□-]*([^\W\d_]+(?:-[^\W\d_]+)*)")
PRESENCE = re.compile(r"^(?:n[äåa]r-?v|deltag|deltog|deltar|på plats|medverka|upprop)(?!\S*\s+(?:ej|inte|nej)\b)", re.IGNORECASE)
ABSENCE = re.compile(
    r"^(?:(?:(?:har\s+)?(?:anmält|lämnat|meddelat|skickat)\s+)?(?:fr[åäa]nv|förhind|återbud)"
    r"|(?:närv\w*|deltog|deltar)\s+nej$|(?:ej|inte)\s+(?:n[äåa]rv|delt|med|på plats|här)|(?:deltog|deltar|närvar\w*)\s+(?:ej|inte))",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(r"^(?:namn|ledamot|ledamöter|förnamn|efternamn|deltagare|person|representant)\b", re.IGNORECASE)


def looks_like_people(context: Context, block: Block) -> bool:
    """Whether enough rows of a table hold a cell that begins with a first name, so that reading it as a list is worth it; a table of
    who is to do what is none."""
    if find_columns([context.text[cell.start : cell.end].strip() for cell in block.rows[0]]):
        return False
    hits = 0
    for row in block.rows:
        for cell in row:
            if cell.end > cell.start:
                match = _FIRST_WORD.match(context.text, cell.start, cell.end)
                named = match is not None and is_first_name(match[1]) and match.end() < cell.end
                if named or context.find_surnames_first(cell.start, cell.end)[:1]:
                    hits += 1
                    break
    return hits >= 1 and hits * 4 >= len(block.rows)


def is_grid(context: Context, block: Block) -> bool:
    """Whether a table is a list with columns of its own, rather than the fields of a front page ("Beslutande | Anna Ek …")."""
    if not looks_like_people(context, block) or max(len(row) for row in block.rows) < 2:
        return False
    first = [row[0] for row in block.rows if row and row[0].end > row[0].start]
    labels = sum(1 for cell in first if any(label.alone for label in find_labels(context.text, cell.start, cell.end)))
    if labels == 0:
        return True
    if any(_is_head(context, row) for row in block.rows[:2]) or any(_lists_beside(context, row) for row in block.rows):
        return True
    if 2 * len(first) < len(block.rows) and any(_leads_list(context, row) for row in block.rows):
        return False  # a front page with a label that is not known among its others
    return labels * 2 < len(first)


def _leads_list(context: Context, row: Sequence[Cell]) -> bool:
    """Whether a row is a label for people with the first of them beside it: "Beslutande | Anna Ek (S), ordförande"."""
    if len(row) < 2 or row[0].end == row[0].start or row[1].end == row[1].start:
        return False
    label = next(iter(find_labels(context.text, row[0].start, row[0].end)), None)
    if label is None or not label.alone or label.status is None or label.kind is not LabelKind.PEOPLE:
        return False
    return bool(list_names(context, row[1].start, row[1].end))


def is_vote(context: Context, block: Block) -> bool:
    """Whether a table tells how each voted ("Ledamot | Ja | Nej | Avstår | Frånvarande") and has no column for who was there: away
    from a vote is not away from the meeting."""
    heads = [[squash(context.text[cell.start : cell.end]) for cell in row] for row in block.rows[:2]]
    if any(PRESENCE.match(word) for words in heads for word in words):
        return False
    return any({"ja", "nej"} <= {fold(word).partition(" ")[0] for word in words} for words in heads)


def tells_who_came(context: Context, block: Block) -> bool:
    """Whether yes and no may tell who came, where nothing says that they are votes: no column for those who abstain or are away."""
    heads = [fold(context.text[cell.start : cell.end]) for row in block.rows[:2] for cell in row]
    return is_vote(context, block) and not any(head.startswith(("avst", "franv", "rost", "votering", "omrost")) for head in heads)


def _lists_beside(context: Context, row: Sequence[Cell]) -> bool:
    """Whether a row holds two lists side by side, each with its label before it: "Närvarande: | Anna Ek | Frånvarande: | Bo Alm"."""
    labelled = 0
    for cell, following in pairwise(row) if len(row) > 2 else ():
        label = next(iter(find_labels(context.text, cell.start, cell.end)), None) if cell.end > cell.start else None
        if label is not None and label.alone and label.status is not None and label.kind is LabelKind.PEOPLE:
            labelled += bool(following.end > following.start and list_names(context, following.start, following.end))
    return labelled > 1


def _is_head(context: Context, row: Sequence[Cell]) -> bool:
    words = [squash(context.text[cell.start : cell.end]) for cell in row if cell.end > cell.start]
    known = [
        w
        for w in words
        if _NAME_HEAD.match(w) or PRESENCE.match(w) or ABSENCE.match(w) or fold(w) in COLUMN_HEADS or find_labels(w, 0, len(w))
    ]
    return (
        len(words) >= 2
        and len(known) == len(words)
        and not any(is_first_name(w.split()[0]) and len(w.split()) > 1 for w in words)
    )


COLUMN_HEADS = frozenset(
    {
        "kommun",
        "parti",
        "titel",
        "roll",
        "funktion",
        "befattning",
        "organisation",
        "kommun organisation",
        "uppdrag",
        "representerar",
        "region",
        "anm",
        "anmarkning",
        "kommentar",
        "ers",
        "ersattare",
        "for",
        "tjanstgor for",
        "nr",
        "paragraf",
        "tid",
        "signatur",
        "sign",
        "ja",
        "nej",
        "avstar",
        "n",
        "f",
        "ovrigt",
        "forvaltning",
        "namnd",
        "foretrader",
    }
)


_ITEMS = re.compile(r"^(?:punkt|ärende|ärenden|rubrik|beslut|diskussion|nr|§|åtgärd)\b", re.IGNORECASE)
_LONG_CELL = 110


def people_rows(context: Context, block: Block) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table up to where the items of the meeting or the signatures begin, when they stand in one table with the list."""
    rows = rows_up_to_items(context, block)
    end = next((index for index, row in enumerate(rows) if index and _is_end(context, row)), len(rows))
    return rows[:end]


def rows_up_to_items(context: Context, block: Block) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table up to where the items of the meeting begin, those of signatures with them."""
    for index, row in enumerate(block.rows):
        if index and _begins_items(context, row):
            return block.rows[:index]
    return block.rows


def _begins_items(context: Context, row: Sequence[Cell]) -> bool:
    words = [context.text[cell.start : cell.end] for cell in row if cell.end > cell.start]
    heads = sum(1 for word in words if _ITEMS.match(word))
    prose = any(len(word) > _LONG_CELL and word.count(".") for word in words) and words[0][:3].strip(".)§ ").isdigit()
    return prose or (heads >= 1 and heads == len(words))


def _is_end(context: Context, row: Sequence[Cell]) -> bool:
    """Whether a row begins with words that end a list ("Underskrifter"); "Vid pennan" does not beside whoever keeps the minutes."""
    cell = row[0]
    label = next(iter(find_labels(context.text, cell.start, cell.end)), None) if cell.end > cell.start else None
    if label is None or label.kind is not LabelKind.END or not label.alone:
        return False
    keeps = canonical_role(context.text[label.start : label.end]) == "sekreterare"
    return not (keeps and any(context.names_someone(other.start, other.end) for other in row[1:]))
