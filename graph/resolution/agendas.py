"""Which rows of yearly reports and the like are items of minutes: of one meeting, what a table tells of is on its agenda.

A row is an item when its words are those of just one item of the meeting. One that fits none, or several, stays an item of its
own: the report may name a matter that the minutes call something else, but that is not known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graph.identifiers import item_key
from graph.movement import content_words
from graph.names import fold
from graph.record import DocumentKind
from graph.resolution.ledger import Ledger
from graph.resolution.model import AgendaPlace, Link

_ALIKE = 0.75
"""The share of the shorter title's words that the other must have."""
_AHEAD = 0.2
"""How much less alike the next item must be."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_Held = tuple[str, dt.date]
"""A meeting: the id of its forum, and the day."""


def find_places(
    ledgers: Sequence[Ledger], links: Mapping[str, Mapping[str, tuple[Link, ...]]]
) -> dict[str, dict[str, AgendaPlace]]:
    """For each document that is no minutes, and each of its rows (`m0.i2`) that tells of an item of minutes: that item."""
    agendas: dict[_Held, dict[str, AgendaPlace]] = defaultdict(dict)
    for ledger in ledgers:
        if ledger.kind is DocumentKind.MINUTES:
            for j, held in _meetings(ledger, links):
                items = ledger.meetings[j].items
                once = Counter(item_key("", *item) for item in items)
                agendas[held].update({key: item for item in items if once[key := item_key("", *item)] == 1})
    places: dict[str, dict[str, AgendaPlace]] = {}
    for ledger in ledgers:
        if ledger.kind is DocumentKind.MINUTES:
            continue
        for j, held in _meetings(ledger, links):
            titles = [title for _, title in ledger.meetings[j].items]
            for n, place in _paired(titles, list(agendas.get(held, {}).values())).items():
                places.setdefault(ledger.document, {})[f"m{j}.i{n}"] = place
    return places


def _meetings(ledger: Ledger, links: Mapping[str, Mapping[str, tuple[Link, ...]]]) -> list[tuple[int, _Held]]:
    found = []
    for j, meeting in enumerate(ledger.meetings):
        forum = links.get(ledger.document, {}).get(f"m{j}.f", ())
        if len(forum) == 1 and meeting.date is not None:
            found.append((j, (forum[0].entity, meeting.date)))
    return found


def _paired(rows: Sequence[str], agenda: Sequence[AgendaPlace]) -> dict[int, AgendaPlace]:
    """The item of each row that has one, by the row's place; an item that two rows fit goes to the one most alike, or to neither."""
    best: dict[AgendaPlace, list[tuple[float, int]]] = defaultdict(list)
    for n, row in enumerate(rows):
        scores = sorted(((_alike(row, item[1]), k) for k, item in enumerate(agenda)), reverse=True)
        if not scores or scores[0][0] < _ALIKE:
            continue
        (first, k), second = scores[0], scores[1][0] if len(scores) > 1 else 0.0
        if first > second and (first == 1.0 or first - second >= _AHEAD):
            best[agenda[k]].append((first, n))
    paired = {}
    for item, found in best.items():
        found.sort(reverse=True)
        if len(found) == 1 or found[0][0] > found[1][0]:
            paired[found[0][1]] = item
    return paired


def _alike(row: str, title: str) -> float:
    """1.0 for titles that are the same, up to 0.95 for those of which one has the words of the other; 0.0 for those of other years."""
    if fold(row) == fold(title):
        return 1.0
    years, others = set(_YEAR.findall(row)), set(_YEAR.findall(title))
    if years and others and not years & others:
        return 0.0
    ours, theirs = _words(row), _words(title)
    smaller = min(len(ours), len(theirs))
    return 0.95 * len(ours & theirs) / smaller if smaller else 0.0


def _words(title: str) -> set[str]:
    """Stems of the words that tell the matter; of a title that has none, all but the smallest words."""
    return {*content_words(title)} or {word for word in fold(title).split() if len(word) > 3}
