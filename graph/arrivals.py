"""Whether an issue that was sent to a forum has come there. Pure: values in, the state and the item out.

It has come when it is on the agenda there at the time that was asked for, or, when no time was, within a year or so. What the
store cannot know (no minutes of the time) is kept apart from what did not happen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.chains import FAR_DAYS, LATE_DAYS, NEAR_DUE_DAYS
from graph.movement import Held, Sent, meetings_of_the_time


class HopState(StrEnum):
    """Whether an issue that was sent on came up where it was sent. All but `arrived` and `answered` are open."""

    ARRIVED = "arrived"
    ANSWERED = "answered"
    """It did not come up there, as far as is known, but what was asked for is answered."""
    NOT_TAKEN_UP = "not-taken-up"
    """The store has later minutes of the forum, and none of them takes the issue up."""
    NO_LATER_MINUTES = "no-later-minutes"
    """The store has no later minutes of the forum, so nothing can be known."""
    MINUTES_MISSING = "minutes-missing"
    """It was to come up at a certain meeting, or by a certain time, of which the store has no minutes."""
    NO_MINUTES_KEPT = "no-minutes-kept"
    """The target is not a forum (the region, a municipality, a person): there are no minutes of it to look in."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An agenda item of the issue."""

    item: str
    meeting: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Arrival:
    """`item` is where the issue came; `possible` where it came up much later than asked, which may have nothing to do with it.
    `later` are the later minutes of the forum that do not take the issue up; `missing` the known meetings without minutes that
    may have; both empty when the target is not a forum."""

    state: HopState
    item: str | None = None
    possible: str | None = None
    later: tuple[Held, ...] = ()
    missing: tuple[Held, ...] = ()


def find_arrival(sent: Sent, comings: Sequence[Coming], held: Sequence[Held], today: dt.date) -> Arrival:
    """Where an issue that was sent to a forum came up. `comings` are the items of the issue in that forum, `held` its known meetings,
    both in time order; what is not after the day it was sent on is not looked at."""
    if sent.to_forum is None:
        return Arrival(HopState.NO_MINUTES_KEPT)
    if sent.date is None:
        return Arrival(HopState.NO_LATER_MINUTES)
    on, day = sent.date, sent.due.date if sent.due else None
    there = [one for one in comings if one.date > on]
    known = [one for one in held if one.date > on]
    in_time = _in_time(sent, there)
    if in_time:
        return Arrival(HopState.ARRIVED, item=in_time[0].item)
    late = next((one for one in there if one.date > (day or on)), None)
    possible = late.item if late and (late.date - (day or on)).days <= FAR_DAYS else None
    later = tuple(one for one in known if one.recorded and one.id not in {coming.meeting for coming in there})
    if day is not None and day >= today:
        return Arrival(_of(later), possible=possible, later=later)
    if day is not None:
        time = meetings_of_the_time(sent, known, sent.to_forum)
    else:
        time = [one for one in known if late is not None and one.date < late.date]
    missing = tuple(one for one in time if not one.recorded)
    if missing and (len(missing) == len(time) or not sent.is_for_meeting(sent.to_forum)):
        return Arrival(HopState.MINUTES_MISSING, possible=possible, later=later, missing=missing)
    if late is not None and day is not None and (late.date - day).days <= LATE_DAYS:
        return Arrival(HopState.ARRIVED, item=late.item)
    return Arrival(_of(later), possible=possible, later=later, missing=missing)


def _in_time(sent: Sent, there: Sequence[Coming]) -> list[Coming]:
    """The items that count as coming up when asked, best first: asked for a meeting, those near its day, the nearest first; by a
    last day, any until some time after it; at no time, those of the next year or so."""
    assert sent.date is not None
    if sent.due is None or sent.due.date is None:
        return [one for one in there if (one.date - sent.date).days <= LATE_DAYS]
    day = sent.due.date
    if not sent.is_for_meeting(sent.to_forum or sent.forum):
        return [one for one in there if (one.date - day).days <= NEAR_DUE_DAYS]
    near = [one for one in there if abs((one.date - day).days) <= NEAR_DUE_DAYS]
    return sorted(near, key=lambda one: abs((one.date - day).days))


def _of(later: Sequence[Held]) -> HopState:
    return HopState.NOT_TAKEN_UP if later else HopState.NO_LATER_MINUTES
