"""The figure of a trace: one lane for each body, time from left to right, a numbered hop from meeting to meeting.

Pure geometry. Text widths are estimated, since the server has no font to measure with; labels and chips are put where they
overlap least with what is drawn already.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from api.pages.timeline import Tick, TimeAxis

LANE_HEIGHT = 104
TOP = 44
BOTTOM = 14
STOP_RADIUS = 9
CHIP_HEIGHT = 26
_SAMPLES = 24
_TILE = 96
_Tile = tuple[int, int]


class HopStyle(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Lane:
    """One body: what it is called on its lane, and in smaller print what else tells it apart. `recipient` marks a body of which no
    meeting is shown, only what was sent to it."""

    key: str
    name: str
    note: str | None = None
    recipient: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting at which the issue came up. `told` when no minutes of it were read, only a mention elsewhere."""

    key: str
    lane: str
    date: dt.date
    href: str
    title: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Hop:
    """From one stop to another, or to a lane where nothing has come up yet (`end` is None: drawn to today)."""

    number: int
    word: str
    style: HopStyle
    start: str
    end: str | None
    lane: str
    href: str
    title: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def covers(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def overlap(self, other: Box) -> float:
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return wide * high if wide > 0 and high > 0 else 0.0


@dataclass(frozen=True, slots=True)
class DrawnLane:
    lane: Lane
    y: float
    top: float
    shaded: bool


@dataclass(frozen=True, slots=True)
class DrawnStop:
    stop: Stop
    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class DrawnHop:
    hop: Hop
    path: str
    arrow: str
    """Points of the arrow head."""
    chip: Box
    word: str
    """Empty when there is room for the number only."""


@dataclass(frozen=True, slots=True)
class Figure:
    width: int
    height: int
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    today_x: float | None
    stops: tuple[DrawnStop, ...]
    hops: tuple[DrawnHop, ...]
    stretched: bool
    left_out: int = 0
    """How many forums there was no room for."""


@dataclass
class _Taken:
    """What is drawn already: boxes that must not be covered, and points of curves that had better not be."""

    boxes: dict[_Tile, list[Box]] = field(default_factory=lambda: defaultdict(list))
    points: dict[_Tile, list[tuple[float, float, int]]] = field(default_factory=lambda: defaultdict(list))

    def add_box(self, box: Box) -> None:
        for tile in _tiles(box):
            self.boxes[tile].append(box)

    def add_points(self, points: Iterable[tuple[float, float]], number: int) -> None:
        for x, y in points:
            self.points[(int(x // _TILE), int(y // _TILE))].append((x, y, number))

    def cost(self, box: Box, own: int | None = None) -> float:
        """Only what stands in the tiles that the box touches is looked at: a long story has thousands of points."""
        tiles = list(_tiles(box))
        solid = sum(10 * box.overlap(other) for other in {other for tile in tiles for other in self.boxes.get(tile, ())})
        near = (point for tile in tiles for point in self.points.get(tile, ()))
        return solid + sum(30 for x, y, number in near if number != own and box.covers(x, y))


def _tiles(box: Box) -> Iterable[_Tile]:
    for column in range(int(box.x // _TILE), int((box.x + box.width) // _TILE) + 1):
        for row in range(int(box.y // _TILE), int((box.y + box.height) // _TILE) + 1):
            yield column, row


def draw_swimlanes(
    lanes: Sequence[Lane], stops: Sequence[Stop], hops: Sequence[Hop], today: dt.date, months: Sequence[str]
) -> Figure | None:
    """Lay the figure out. `months` are the twelve short names for the ticks. None when no stop has a date."""
    if not stops:
        return None
    axis = TimeAxis.fit([stop.date for stop in stops], today)
    rows = {lane.key: index for index, lane in enumerate(lanes)}
    height = TOP + LANE_HEIGHT * len(lanes) + BOTTOM

    def row_y(lane: str) -> float:
        return TOP + LANE_HEIGHT * rows[lane] + LANE_HEIGHT / 2

    places = {stop.key: (axis.x(stop.date), row_y(stop.lane)) for stop in stops}
    taken = _Taken()
    for x, y in places.values():
        taken.add_box(Box(x - STOP_RADIUS - 2, y - STOP_RADIUS - 2, 2 * STOP_RADIUS + 4, 2 * STOP_RADIUS + 4))
    curves = [_Curve.of(hop, places, row_y(hop.lane), axis.today_x, way) for hop, way in zip(hops, _ways(hops), strict=True)]
    for hop, curve in zip(hops, curves, strict=True):
        taken.add_points(curve.points(), hop.number)

    drawn_stops = [_place_label(stop, *places[stop.key], taken, axis.width) for stop in stops]
    rails = [row_y(lane.key) for lane in lanes]
    drawn_hops = [_place_chip(hop, curve, taken, rails, axis.width) for hop, curve in zip(hops, curves, strict=True)]
    drawn_lanes = tuple(
        DrawnLane(lane, row_y(lane.key), TOP + LANE_HEIGHT * index, index % 2 == 1) for index, lane in enumerate(lanes)
    )
    return Figure(
        width=round(axis.width),
        height=height,
        lanes=drawn_lanes,
        ticks=tuple(axis.ticks(months)),
        today_x=axis.today_x,
        stops=tuple(drawn_stops),
        hops=tuple(drawn_hops),
        stretched=axis.stretched,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """How a hop runs beside its like: `fan` counts those from the same stop to the same lane before it; `row` is where an open
    hop waits, above (negative) or below the rail of its lane."""

    fan: int
    row: float


def _ways(hops: Sequence[Hop]) -> list[_Way]:
    seen: dict[tuple[str, str | None, str], int] = {}
    waiting: dict[str, int] = {}
    ways = []
    for hop in hops:
        fan = seen.get((hop.start, hop.end, hop.lane), 0)
        seen[(hop.start, hop.end, hop.lane)] = fan + 1
        row = 0
        if hop.end is None:
            row = waiting.get(hop.lane, 0)
            waiting[hop.lane] = row + 1
        ways.append(_Way(fan, row))
    return [
        _Way(way.fan, (way.row - (waiting[hop.lane] - 1) / 2) * min(9.0, 36 / waiting[hop.lane])) if hop.end is None else way
        for hop, way in zip(hops, ways, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Curve:
    """A cubic curve (start, two controls, end), and for a hop that waits the stretch along its lane from the end on to today."""

    p0: tuple[float, float]
    p1: tuple[float, float]
    p2: tuple[float, float]
    p3: tuple[float, float]
    until: float | None = None

    @classmethod
    def of(cls, hop: Hop, places: dict[str, tuple[float, float]], lane_y: float, today_x: float | None, way: _Way) -> _Curve:
        x0, y0 = places[hop.start]
        until = None
        if hop.end is not None:
            x3, y3 = places[hop.end]
        else:
            until = max(today_x if today_x is not None else x0 + 120, x0 + 24)
            x3, y3 = x0 + min(70.0 + 34 * way.fan, 0.5 * (until - x0)), lane_y + way.row
        away = way.fan * 16
        if abs(lane_y - y0) < 1:  # within one lane: an arch over the rail
            rise = 46 + away
            reach = max(18.0, (x3 - x0) / 4)
            start, end = (x0, y0 - STOP_RADIUS - 1), (x3, y3 - (STOP_RADIUS + 1 if hop.end else 4))
            return cls(start, (x0 + reach / 2, y0 - rise), (x3 - reach / 2, y3 - rise), end, until)
        down = 1 if y3 > y0 else -1
        start = (x0, y0 + down * (STOP_RADIUS + 1))
        if until is not None:  # turns into its lane
            end = (x3, y3)
            return cls(start, (x0 + away / 2, y0 + (y3 - y0) * 0.62), (x0 + (x3 - x0) * 0.25 + away / 2, y3), end, until)
        end = (x3, y3 - down * (STOP_RADIUS + 3))
        half = abs(end[1] - start[1]) * 0.55
        return cls(start, (x0 + away, start[1] + down * half), (x3 + away, end[1] - down * half), end)

    def at(self, t: float) -> tuple[float, float]:
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        corners = (self.p0, self.p1, self.p2, self.p3)
        return (
            sum(w * c[0] for w, c in zip(weights, corners, strict=True)),
            sum(w * c[1] for w, c in zip(weights, corners, strict=True)),
        )

    def points(self) -> list[tuple[float, float]]:
        return [self.at(step / _SAMPLES) for step in range(_SAMPLES + 1)]

    def path(self) -> str:
        (a, b), (c, d), (e, f), (g, h) = self.p0, self.p1, self.p2, self.p3
        along = f"H{self.until - 8:.1f}" if self.until is not None else ""
        return f"M{a:.1f} {b:.1f}C{c:.1f} {d:.1f} {e:.1f} {f:.1f} {g:.1f} {h:.1f}{along}"

    def arrow(self) -> str:
        (x, y), (px, py) = self.p3, self.p2
        if self.until is not None:
            x, px, py = self.until, self.until - 10, y
        length = ((x - px) ** 2 + (y - py) ** 2) ** 0.5 or 1.0
        ux, uy = (x - px) / length, (y - py) / length
        bx, by = x - 9 * ux, y - 9 * uy
        return f"{x:.1f},{y:.1f} {bx - 5 * uy:.1f},{by + 5 * ux:.1f} {bx + 5 * uy:.1f},{by - 5 * ux:.1f}"


def text_width(text: str, size: float) -> float:
    """An estimate for common sans-serif fonts, on the wide side."""
    return sum(_character_width(c) for c in text) * size


def _character_width(c: str) -> float:
    if c in "iIl.,:;|!' jtf()":
        return 0.34
    if c == "-":
        return 0.47
    if c in "mwMWÅÄÖ":
        return 0.88
    return 0.68 if c.isupper() else 0.645 if c.isdigit() else 0.57


def _place_label(stop: Stop, x: float, y: float, taken: _Taken, width: float) -> DrawnStop:
    label = stop.date.isoformat()
    wide = text_width(label, 12) + 4
    options = [
        (x + 13, y - 11, "start"),
        (x - 13, y - 11, "end"),
        (x + 13, y + 20, "start"),
        (x - 13, y + 20, "end"),
        (x, y - 17, "middle"),
        (x, y + 27, "middle"),
    ]

    def box_of(option: tuple[float, float, str]) -> Box:
        left = {"start": option[0], "end": option[0] - wide, "middle": option[0] - wide / 2}[option[2]]
        return Box(left, option[1] - 12, wide, 16)

    def cost(option: tuple[float, float, str]) -> float:
        box = box_of(option)
        outside = 5000.0 if box.x < 2 or box.x + box.width > width - 2 else 0.0
        return taken.cost(box) + outside

    best = min(options, key=cost)
    taken.add_box(box_of(best))
    return DrawnStop(stop, x, y, label, best[0], best[1], best[2])


def _place_chip(hop: Hop, curve: _Curve, taken: _Taken, rails: Sequence[float], width: float) -> DrawnHop:
    """On its own curve, between the rails, over nothing else; the number alone where its word has no room."""
    full = 31 + text_width(hop.word, 12.5) + 8 if hop.word else CHIP_HEIGHT
    best: tuple[float, Box, str] | None = None
    for word, wide in ((hop.word, full), ("", float(CHIP_HEIGHT))):
        for order, t in enumerate((0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.86)):
            x, y = curve.at(t)
            # The curve meets the middle of the chip, its number, or its far end.
            for rank, left in enumerate((x - wide / 2, x - 13, x - wide + 13)):
                box = Box(min(max(left, 2.0), width - wide - 2), y - CHIP_HEIGHT / 2, wide, CHIP_HEIGHT)
                on_rail = sum(400 for rail in rails if box.y - 5 < rail < box.y + box.height + 5)
                price = taken.cost(box, hop.number) + on_rail + order + 3 * rank + (0 if word == hop.word else 150)
                if best is None or price < best[0]:
                    best = (price, box, word)
        if best is not None and best[0] < 150:
            break
    assert best is not None
    taken.add_box(Box(best[1].x - 3, best[1].y - 3, best[1].width + 6, best[1].height + 6))
    return DrawnHop(hop, curve.path(), curve.arrow(), best[1], best[2])
