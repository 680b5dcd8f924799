"""What was sent on, items and meetings, written in a line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.movement import Archive, EvidenceKind, Held, Item, Kind, Match, Sent

VR, CHR, UNIT = "forum:vr", "forum:chr", "organisation:enheten"
TUT = frozenset({"topic:tut"})
ON = dt.date(2024, 3, 1)
TODAY = dt.date(2024, 12, 1)


def sent(kind: Kind = Kind.RECOMMENDS, to: str = CHR, **values: object) -> Sent:
    base = Sent(
        id="s1", kind=kind, item="item:vr:2024-03-01:4", forum=VR, date=ON, targets=frozenset({to}),
        to_forum=to if to.startswith("forum:") else None, title="TUT – läget", meeting="meeting:vr:2024-03-01", number="4", topics=TUT,
    )  # fmt: skip
    return replace(base, **values)  # type: ignore[arg-type]


def item(forum: str, date: str, title: str = "TUT", number: str = "5", **values: object) -> Item:
    short = forum.removeprefix("forum:")
    base = Item(
        f"item:{short}:{date}:{number}", forum, f"meeting:{short}:{date}", dt.date.fromisoformat(date), title, number, topics=TUT
    )
    return replace(base, **values)  # type: ignore[arg-type]


def held(forum: str, date: str, recorded: bool = True) -> Held:
    return Held(f"meeting:{forum.removeprefix('forum:')}:{date}", forum, dt.date.fromisoformat(date), recorded)


def archive(*items: Item, meetings: tuple[Held, ...] = ()) -> Archive:
    own = {one.meeting: Held(one.meeting, one.forum, one.date or ON, True) for one in items}
    return Archive(items, [*own.values(), *(m for m in meetings if m.id not in own)])


def kinds(match: Match) -> set[EvidenceKind]:
    return {one.kind for one in match.evidence}
