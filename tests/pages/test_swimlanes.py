"""The figure of a trace: everything in its lane, in time order, and legible."""

from __future__ import annotations

import datetime as dt
import random
from itertools import combinations, pairwise

import pytest

from api.pages.swimlanes import LANE_HEIGHT, TOP, Box, Figure, Hop, HopStyle, Lane, Stop, draw_swimlanes
from api.pages.timeline import MIN_GAP, MIN_WIDTH, TimeAxis

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
TODAY = dt.date(2026, 6, 1)
LANES = [Lane("a", "Alfa"), Lane("b", "Beta"), Lane("c", "Kommunerna", "15 mottagare", recipient=True)]


def stop(key: str, lane: str, date: str) -> Stop:
    return Stop(key, lane, dt.date.fromisoformat(date), f"#{key}", key)


def hop(number: int, start: str, end: str | None, lane: str, style: HopStyle = HopStyle.STATED) -> Hop:
    return Hop(number, "Rekommenderar", style, start, end, lane, f"#steg-{number}", "", False)


def draw(stops: list[Stop], hops: list[Hop]) -> Figure:
    figure = draw_swimlanes(LANES, stops, hops, TODAY, MONTHS)
    assert figure is not None
    return figure


def test_stops_stand_in_their_lanes_in_time_order() -> None:
    figure = draw([stop("1", "a", "2024-03-01"), stop("2", "b", "2025-01-15"), stop("3", "a", "2025-09-01")], [])
    assert [one.y for one in figure.stops] == [TOP + LANE_HEIGHT / 2, TOP + LANE_HEIGHT * 1.5, TOP + LANE_HEIGHT / 2]
    assert sorted(one.x for one in figure.stops) == [one.x for one in figure.stops]
    assert figure.today_x is not None
    assert figure.today_x > figure.stops[-1].x
    assert not figure.stretched
    assert figure.width == MIN_WIDTH


def test_close_meetings_are_drawn_apart_and_the_figure_says_so() -> None:
    figure = draw([stop("1", "a", "2020-03-01"), stop("2", "b", "2026-05-01"), stop("3", "a", "2026-05-09")], [])
    assert figure.stretched
    assert all(right.x - left.x >= MIN_GAP - 0.2 for left, right in pairwise(figure.stops))


def test_a_long_story_makes_the_figure_wider() -> None:
    stops = [stop(str(n), "ab"[n % 2], (dt.date(2023, 1, 1) + dt.timedelta(days=20 * n)).isoformat()) for n in range(50)]
    figure = draw(stops, [])
    assert figure.width > MIN_WIDTH
    assert all(right.x - left.x >= MIN_GAP - 0.2 for left, right in pairwise(figure.stops))
    assert max(one.x for one in figure.stops) < figure.width


def test_an_open_hop_waits_in_its_lane_until_today() -> None:
    figure = draw([stop("1", "a", "2025-03-01")], [hop(1, "1", None, "c", HopStyle.OPEN), hop(2, "1", None, "c", HopStyle.OPEN)])
    assert figure.today_x is not None
    ends = [one.arrow.split()[0].split(",") for one in figure.hops]
    assert {float(x) for x, _ in ends} == {round(figure.today_x, 1)}
    assert len({y for _, y in ends}) == 2  # beside one another, not on top
    assert all(abs(float(y) - figure.lanes[2].y) < LANE_HEIGHT / 3 for _, y in ends)


def test_no_stop_with_a_date_gives_no_figure() -> None:
    assert draw_swimlanes(LANES, [], [], TODAY, MONTHS) is None


@pytest.mark.parametrize("seed", range(6))
def test_chips_cover_neither_stops_nor_rails_nor_each_other(seed: int) -> None:
    chance = random.Random(seed)
    day = dt.date(2024, 1, 10)
    stops = []
    for n in range(7):
        day += dt.timedelta(days=chance.randint(20, 120))
        stops.append(stop(str(n), chance.choice("ab"), day.isoformat()))
    styles = [HopStyle.STATED, HopStyle.INFERRED]
    hops = [hop(n + 1, str(n), str(n + 1), stops[n + 1].lane, chance.choice(styles)) for n in range(6)]
    hops.append(hop(7, "6", None, "c", HopStyle.OPEN))
    figure = draw(stops, hops)
    chips = [one.chip for one in figure.hops]
    assert all(one.overlap(other) == 0 for one, other in combinations(chips, 2))
    rings = [Box(one.x - 8, one.y - 8, 16, 16) for one in figure.stops]
    assert all(chip.overlap(ring) == 0 for chip in chips for ring in rings)
    for chip in chips:
        assert all(not chip.y < lane.y < chip.y + chip.height for lane in figure.lanes)
        assert chip.x >= 0
        assert chip.x + chip.width <= figure.width


def test_ticks_name_their_year() -> None:
    axis = TimeAxis.fit([dt.date(2025, 4, 24), dt.date(2026, 5, 22)], dt.date(2026, 11, 22))
    labels = [tick.label for tick in axis.ticks(MONTHS)]
    assert labels[0] == "apr 2025"
    assert "2026" in labels
    years = TimeAxis.fit([dt.date(2012, 1, 5), dt.date(2026, 1, 5)], dt.date(2026, 2, 1)).ticks(MONTHS)
    assert {tick.label for tick in years} >= {"2013", "2020", "2026"}


def test_time_never_runs_backwards() -> None:
    chance = random.Random(1)
    dates = sorted(dt.date(2020, 1, 1) + dt.timedelta(days=chance.randint(0, 2400)) for _ in range(40))
    axis = TimeAxis.fit(dates, dt.date(2026, 11, 1))
    places = [axis.x(dates[0] + dt.timedelta(days=n)) for n in range((dates[-1] - dates[0]).days)]
    assert all(a <= b for a, b in pairwise(places))
