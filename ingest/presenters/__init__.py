"""Who presented an item.

marked     fields: "Föredragande: Namn, roll, organisation", over one or several lines
informing  sentences: "Namn, roll, informerar om …", "Ärendet föredras av …"
tellings   the sentences in which somebody may tell
remarks    who says something there and presents nothing
listed     lines of a list of information: "– Hamnen, bryggchef Namn"
persons    several names in a row, with titles before and bodies behind them
roles      words for what a person is
words      the words that say that somebody presents
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold, squash
from graph.record import Presenter
from ingest.bodies import Context
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters.informing import find_informants, find_visitors
from ingest.presenters.listed import find_accounted, find_alone, find_listed
from ingest.presenters.marked import find_marked
from ingest.presenters.persons import NOBODY, People, known_people
from ingest.presenters.remarks import without_sayings
from ingest.presenters.roles import is_role, split_role
from ingest.presenters.tellings import Telling, list_tellings
from ingest.presenters.titled import find_answering, find_titled

__all__ = ["People", "find_answering", "find_presenters", "find_titled", "is_role", "known_people", "split_role"]


def find_presenters(
    lines: Sequence[Line], context: Context, people: People = NOBODY, title: str = ""
) -> tuple[list[Presenter], set[int]]:
    """Presenters of one item and the indexes (`Line.index`) of the lines that name them.

    Fields go before sentences, and these before fields that name guests only, and before those who only came. `people` are those who were there, `title` is the item's.
    """
    marked, guests, used = find_marked(lines, people, context)
    tellings = [] if marked else list_tellings(lines)
    found = marked or find_alone(lines, title, people, context) + find_informants(tellings, people, context)
    if not found:
        found = _by_first_names(lines, tellings, people, context)
        if guests and {one.name for one in found} <= {guest.name for guest in guests}:
            found = guests  # "Gäst: Anna Ek, jurist" / "Anna berättade"
    if not marked:
        found += find_listed(lines, title, people, context)
    found = found if marked else without_sayings(found, tellings, title)
    accounted = find_accounted(lines, people, context) if not marked else []
    found = accounted + found or guests
    if not marked and not any(one.role or one.organisation for one in found):
        visitors = find_visitors(lines, tellings, people, context)
        if visitors and not any(one.span < visitors[0].span for one in found):
            found = visitors  # "Anna Ek från Bryggverket deltog på länk. … Bo berättade om sin båt."
    return _unique(found if marked else _without_remarks(found)), used


def _without_remarks(found: list[Presenter]) -> list[Presenter]:
    """The presenters without those called by their first names alone behind another: "Anna Ek, jurist, informerar. Bo berättade att …" is
    a remark on what was presented."""
    if len(found) < _SEVERAL:
        return found
    first = min(one.span[0] for one in found)
    kept: list[Presenter] = []
    for one in sorted(found, key=lambda one: one.span):
        beside = bool(kept) and one.span[0] - kept[-1].span[1] <= _JOINED  # "Anna och Bo berättar"
        if beside or one.span[0] == first or fold(one.as_written) != fold(one.name.split()[0]):
            kept.append(one)
    return kept


_JOINED = len(", samt ")
_SEVERAL = 2


def _by_first_names(lines: Sequence[Line], tellings: Sequence[Telling], people: People, context: Context) -> list[Presenter]:
    """Those whom the item names in full before it says that they, by their first names, tell: "Anna Ek är inbjuden. Anna berättar"."""
    if not tellings:
        return []
    text = lines[0].document.text
    spans = [span for telling in tellings for span in (telling.span, telling.before) if span is not None]
    firsts = {f"{fold(word)} " for span in spans for word in _WORD.findall(text, *span) if word[0].isupper()}
    naming = [line for line in lines if any(first in fold(line.text) for first in firsts)]
    names = dict.fromkeys(squash(text[n.start : n.end]) for line in naming for n in find_names(text, line.start, line.end))
    known = people.with_names(names)
    return find_informants(tellings, known, context) if known != people else []


_WORD = re.compile(r"[^\W\d_]+")
"""With a capital, what a first name alone is, or begins with: only a line that has it with another word behind it can name in full somebody
of whom it is the first name."""


def _unique(presenters: list[Presenter]) -> list[Presenter]:
    seen: dict[str, Presenter] = {}
    for presenter in presenters:
        seen.setdefault(presenter.name.lower(), presenter)
    return list(seen.values())
