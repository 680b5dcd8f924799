"""The page of a trace: the finding, the figure, and the steps in order with the words behind each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from api.pages.swimlanes import Figure, Hop, HopStyle, Lane, Stop, draw_swimlanes
from api.texts import Texts
from api.urls import Urls
from graph.arrivals import HopState
from queries.catalogue import Answer, Source
from queries.parts import Body
from queries.trace import HopKind, TraceHop, TraceItem, TraceStep

MAX_LANES = 14
"""More forums than this are not taken in at a glance; the list below the figure has them all."""
MAX_RECIPIENTS = 3
"""Lanes for bodies that have no meetings of their own here; more of them share one lane."""
_SHARED_LANE = "recipients"


@dataclass(frozen=True, slots=True)
class HopView:
    """One hop of the list: its number in the figure, how it is drawn, and its words."""

    number: int
    style: HopStyle
    hop: TraceHop
    verb: str
    to_href: str | None
    state: str
    """What became of it, in words; empty for a hop that only leads on to the next item."""
    arrived_anchor: str | None
    members: tuple[Body, ...]
    sources: tuple[Source, ...]

    @property
    def anchor(self) -> str:
        return f"steg-{self.number}"


@dataclass(frozen=True, slots=True)
class StopView:
    """One agenda item of the list with the hops that lead to it (raised by a body) and from it."""

    item: TraceItem
    anchor: str
    before: tuple[HopView, ...]
    after: tuple[HopView, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class TraceView:
    answer: Answer
    topic: str
    topic_id: str
    finding: str
    notes: tuple[str, ...]
    stops: tuple[StopView, ...]
    open: tuple[HopView, ...]
    """Hops that nothing has answered, the overdue ones first, then the longest waiting."""
    figure: Figure | None


def build_trace_view(answer: Answer, texts: Texts, urls: Urls, today: dt.date) -> TraceView:
    """The view of an answer to `trace`, whose rows are TraceStep."""
    steps: list[TraceStep] = answer.rows
    anchors = _anchors(steps)
    hops = _hop_views(steps, anchors, texts, urls)
    stops = _stops(steps, anchors, hops)
    waiting = sorted(
        (view for view in hops.values() if view.hop.open),
        key=lambda view: (not view.hop.overdue, -(view.hop.waited_days or 0), view.number),
    )
    topic = answer.parameters["topic"]
    return TraceView(
        answer=answer,
        topic=topic["name"],
        topic_id=topic["id"],
        finding=answer.finding_en if texts.language == "en" else answer.finding,
        notes=tuple(answer.notes_en if texts.language == "en" else answer.notes),
        stops=stops,
        open=tuple(waiting),
        figure=_figure(stops, texts, today),
    )


def _anchors(steps: Sequence[TraceStep]) -> dict[str, str]:
    items = [step.item.id for step in steps if step.item is not None]
    return {id_: f"punkt-{number}" for number, id_ in enumerate(dict.fromkeys(items), start=1)}


def _hop_views(steps: Sequence[TraceStep], anchors: dict[str, str], texts: Texts, urls: Urls) -> dict[int, HopView]:
    """By position of the row."""
    views: dict[int, HopView] = {}
    for step in steps:
        hop = step.hop
        if hop is None:
            continue
        style = HopStyle.OPEN if hop.open else HopStyle.INFERRED if hop.basis == "inferred" else HopStyle.STATED
        single = hop.to.meeting.id if hop.to.meeting else hop.to.members[0].id if len(hop.to.members) == 1 else None
        views[step.position] = HopView(
            number=len(views) + 1,
            style=style,
            hop=hop,
            verb=_verb(hop, texts),
            to_href=urls.entity(single) if single else None,
            state=_state(hop, texts),
            arrived_anchor=anchors.get(came.item) if (came := hop.arrived or hop.answered) else None,
            members=tuple(hop.to.members) if hop.to.count > 1 else (),
            sources=tuple(step.sources),
        )
    return views


def _verb(hop: TraceHop, texts: Texts) -> str:
    """What a forum sends to itself is told so: "hänvisar till ett eget möte i"."""
    own = len(hop.to.members) == 1 and hop.to.members[0].id == hop.from_.id
    if hop.to.meeting is not None:
        own = hop.to.meeting.forum.id == hop.from_.id
    if hop.given_before:
        return texts("hop.given-before")
    key = f"hop.own.{hop.kind.value}"
    return texts(key) if own and texts.has(key) else texts(f"hop.{hop.kind.value}")


def _state(hop: TraceHop, texts: Texts) -> str:
    if hop.kind in (HopKind.FOLLOWED_BY, HopKind.RAISED_BY):
        return ""
    name = hop.to.name
    match hop.state:
        case HopState.ARRIVED:
            if hop.arrived is None:
                return ""
            when = texts.date(hop.arrived.meeting.date) or hop.arrived.meeting.name
            return texts("hop.state.arrived", forum=hop.arrived.meeting.forum.short, date=when)
        case HopState.ANSWERED:
            if hop.answered is None:
                return ""
            when = texts.date(hop.answered.meeting.date) or hop.answered.meeting.name
            return texts("hop.state.answered", forum=hop.answered.meeting.forum.short, date=when)
        case HopState.NOT_TAKEN_UP:
            return texts("hop.state.not-taken-up", n=hop.later_minutes or 0, name=name)
        case HopState.NO_LATER_MINUTES:
            return texts("hop.state.no-later-minutes", name=name)
        case HopState.MINUTES_MISSING:
            return texts("hop.state.minutes-missing")
        case HopState.NO_MINUTES_KEPT:
            return texts("hop.state.no-minutes-kept", n=hop.to.count, name=name)


def _stops(steps: Sequence[TraceStep], anchors: dict[str, str], hops: dict[int, HopView]) -> tuple[StopView, ...]:
    """Each item with the hops around it: RAISED_BY rows stand before the item that they lead to, all others after theirs."""
    stops: list[tuple[TraceStep, list[HopView], list[HopView]]] = []
    pending: list[HopView] = []
    for step in steps:
        if step.item is not None:
            stops.append((step, pending, []))
            pending = []
        elif step.hop is not None:
            view = hops[step.position]
            if view.hop.kind is HopKind.RAISED_BY or view.hop.origin_item is None or not stops:
                pending.append(view)
            else:
                stops[-1][2].append(view)
    if pending and stops:
        stops[-1][2].extend(pending)
    return tuple(
        StopView(
            item=step.item,
            anchor=anchors[step.item.id],
            before=tuple(before),
            after=tuple(after),
            sources=tuple(step.sources),
        )
        for step, before, after in stops
        if step.item is not None
    )


# --- the figure ----------------------------------------------------------------------------------------------------


def _figure(stops: Sequence[StopView], texts: Texts, today: dt.date) -> Figure | None:
    lanes: dict[str, Lane] = {}
    recipients: dict[str, Lane] = {}
    points: dict[str, Stop] = {}
    meeting_of: dict[str, str] = {}
    titles: dict[str, list[str]] = {}
    for stop in stops:
        meeting = stop.item.meeting
        if meeting.date is None:
            continue
        _add_lane(lanes, meeting.forum)
        meeting_of[stop.item.id] = meeting.id
        titles.setdefault(meeting.id, []).append(stop.item.title)
        points.setdefault(
            meeting.id,
            Stop(meeting.id, meeting.forum.id, meeting.date, f"#{stop.anchor}", meeting.name, told=not meeting.recorded),
        )
    views = [view for stop in stops for view in (*stop.before, *stop.after)]
    shared = _too_many_recipients(views)
    drawn: list[Hop] = []
    for view in views:
        hop = view.hop
        start = meeting_of.get(hop.origin_item) if hop.origin_item else None
        came = hop.arrived or hop.answered
        end = meeting_of.get(came.item) if came else None
        if start is None and hop.origin_item is None and end is not None:
            # Raised or asked for by a body, at what meeting of its own is not said: shown in its lane above the meeting it led to.
            start = f"raised-{view.number}"
            _add_lane(lanes, hop.from_)
            points[start] = Stop(start, hop.from_.id, points[end].date, f"#{view.anchor}", hop.from_.name, told=True)
        if start is None or start == end or (not hop.open and end is None):
            continue
        lane = _target_lane(hop, lanes, recipients, shared, texts) if end is None else points[end].lane
        title = f"{view.number}. {hop.from_.short} {view.verb} {hop.to.name}. {view.state}".strip()
        drawn.append(
            Hop(
                number=view.number,
                word=texts(f"hop.short.{hop.kind.value}"),
                style=view.style,
                start=start,
                end=end,
                lane=lane,
                href=f"#{view.anchor}",
                title=title,
                overdue=hop.overdue,
            )
        )
    kept = _busiest(lanes, points, drawn)
    drawn = [one for one in drawn if {points[one.start].lane, one.lane} <= {*kept, *recipients}]
    named = [
        Stop(p.key, p.lane, p.date, p.href, _stop_title(p, titles.get(p.key, []), texts), p.told)
        for p in points.values()
        if p.lane in kept
    ]
    months = [texts.month(dt.date(2000, month, 1)).split()[0] for month in range(1, 13)]
    shown = [*(lanes[key] for key in kept), *recipients.values()]
    figure = draw_swimlanes(shown, named, drawn, today, months)
    return None if figure is None else replace(figure, left_out=len(lanes) - len(kept))


def _busiest(lanes: Mapping[str, Lane], points: Mapping[str, Stop], hops: Sequence[Hop]) -> list[str]:
    """All lanes when they can be taken in; of more, those with most meetings and stated hops, in the order of all."""
    if len(lanes) <= MAX_LANES:
        return list(lanes)
    weight = Counter(point.lane for point in points.values())
    for hop in hops:
        if hop.style is not HopStyle.INFERRED:
            weight.update((points[hop.start].lane, hop.lane))
    best = sorted(lanes, key=lambda key: -weight[key])[:MAX_LANES]
    return [key for key in lanes if key in best]


def _stop_title(stop: Stop, titles: Sequence[str], texts: Texts) -> str:
    told = f" ({texts('recorded.false')})" if stop.told else ""
    return f"{stop.title}{told}: {'; '.join(titles)}" if titles else f"{stop.title}{told}"


def _add_lane(lanes: dict[str, Lane], body: Body) -> None:
    lanes.setdefault(body.id, Lane(body.id, body.short, body.name if body.short != body.name else None))


def _lane_key(hop: TraceHop) -> str:
    return hop.to.members[0].id if hop.to.count == 1 and hop.to.members else f"many:{hop.to.name}"


def _too_many_recipients(views: Sequence[HopView]) -> bool:
    keys = {_lane_key(view.hop) for view in views if view.hop.open and _forum_of(view.hop) is None}
    return len(keys) > MAX_RECIPIENTS


def _forum_of(hop: TraceHop) -> Body | None:
    if hop.to.meeting is not None:
        return hop.to.meeting.forum
    first = hop.to.members[0] if hop.to.count == 1 and hop.to.members else None
    return first if first is not None and first.label == "Forum" else None


def _target_lane(hop: TraceHop, lanes: dict[str, Lane], recipients: dict[str, Lane], shared: bool, texts: Texts) -> str:
    forum = _forum_of(hop)
    if forum is not None:
        _add_lane(lanes, forum)
        return forum.id
    if shared:
        recipients.setdefault(_SHARED_LANE, Lane(_SHARED_LANE, texts("trace.recipients"), recipient=True))
        return _SHARED_LANE
    key = _lane_key(hop)
    if key not in recipients:
        one = hop.to.members[0] if hop.to.count == 1 and hop.to.members else None
        name = hop.to.name[:1].upper() + hop.to.name[1:]
        note = texts("trace.lane.recipient") if one else texts("trace.members", n=hop.to.count)
        recipients[key] = Lane(key, one.short if one else name, note, recipient=True)
    return key
