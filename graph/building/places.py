"""A meeting as a place where something was said or is to come up: also one that only other documents tell of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from graph.building.collector import Collector
from graph.identifiers import meeting_id, meeting_key


@dataclass
class Place:
    """A meeting while it is being built."""

    id: str
    key: str
    forum: str
    head: str
    """Passage id."""
    date: dt.date | None


def place_of(graph: Collector, forum: str, date: dt.date | None, head: str) -> Place:
    """The meeting of a forum on a day; without a day one of this document alone. `head` is the passage that tells of it."""
    key = meeting_key(forum.removeprefix("forum:"), date, graph.document)
    return Place(meeting_id(key), key, forum, head, date)


def meeting_properties(graph: Collector, place: Place, *, recorded: bool) -> dict[str, Any]:
    """What is known of a meeting by its place alone. `recorded` tells that this document is its minutes."""
    caption = graph.resolution.captions.get(place.forum) or graph.resolution.entities[place.forum].name
    name = f"{caption} {place.date.isoformat()}" if place.date else caption
    return {"id": place.id, "name": name, "forum": place.forum, "date": place.date, "recorded": recorded}
