"""The agenda items and meetings that answers are looked for in."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.movement.model import Held, Item
from graph.movement.words import content_words

BROAD_TOPIC: Final = 12
"""A topic with more agenda items than this is a field rather than a matter: that it comes up says little by itself."""


@dataclass
class Archive:
    """The agenda items and meetings that answers are looked for in, indexed once."""

    items: Sequence[Item]
    meetings: Sequence[Held]
    breadth: Mapping[str, int] = field(default_factory=dict)
    """Topic -> how many agenda items concern it in the whole store; what is not given is counted among the items."""

    def __post_init__(self) -> None:
        self._by_forum: dict[str, list[Item]] = defaultdict(list)
        counted: Counter[str] = Counter()
        self._words: dict[str, dict[str, str]] = {}
        for item in sorted(self.items, key=lambda i: (i.date or dt.date.min, i.meeting, i.position, i.id)):
            counted.update(item.topics)
            words = content_words(f"{item.title} {item.text}")
            self._words[item.id] = words
            if item.date is not None:
                self._by_forum[item.forum].append(item)
        self._by_id = {item.id: item for item in self.items}
        self._dates = {forum: [item.date or dt.date.min for item in items] for forum, items in self._by_forum.items()}
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for forum, items in self._by_forum.items():
            for place, item in enumerate(items):
                for key in (item.id, *self._words[item.id], *item.topics, *item.reports, *item.presenters):
                    self._places[forum, key].append(place)
        self._breadth = {**counted, **self.breadth}
        self._held: dict[str, list[Held]] = defaultdict(list)
        for held in sorted(self.meetings, key=lambda h: (h.date, h.id)):
            self._held[held.forum].append(held)

    def item(self, id_: str) -> Item | None:
        return self._by_id.get(id_)

    def held(self, forum: str) -> Sequence[Held]:
        """The known meetings of a forum, in time order."""
        return self._held.get(forum, ())

    def after(self, forum: str, date: dt.date, keys: Iterable[str]) -> Iterator[Item]:
        """The items of a forum's meetings after a day that have any of the keys (stems of words; ids of topics, reports, presenters, or its own),
        in time order."""
        items = self._by_forum.get(forum, [])
        first = bisect_right(self._dates.get(forum, []), date)
        places: set[int] = set()
        for key in keys:
            found = self._places.get((forum, key), ())
            places.update(found[bisect_left(found, first) :])
        return (items[place] for place in sorted(places))

    def is_broad(self, topics: Iterable[str]) -> bool:
        return min(self._breadth.get(topic, 0) for topic in topics) > BROAD_TOPIC

    def overlap(self, wanted: Mapping[str, str], item: Item) -> tuple[float, list[str]]:
        """The share of the wanted words that the item has, and which they are. No word counts for more than another: the score of a
        match must not depend on what else was asked."""
        return self._overlap(wanted, self._words[item.id])

    def decided_overlap(self, wanted: Mapping[str, str], item: Item) -> tuple[float, list[str]]:
        """The same among the words of what the item decided."""
        return self._overlap(wanted, content_words(item.decided))

    def _overlap(self, wanted: Mapping[str, str], here: Mapping[str, str]) -> tuple[float, list[str]]:
        if not wanted:
            return 0.0, []
        shared = [one for one in wanted if one in here]
        return len(shared) / len(wanted), [here[one] for one in shared]
