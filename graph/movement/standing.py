"""Where something that was sent on stands on a day: answered, open, late, or not to be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from graph.chains import NEAR_DUE_DAYS
from graph.movement.archive import Archive
from graph.movement.model import NEXT_MEETING_DAYS, Held, Kind, Match, Reason, Sent, Standing, Status

_SLACK_DAYS: Final = 15


def judge(sent: Sent, matches: Sequence[Match], archive: Archive, today: dt.date) -> Standing:
    """Where it stands on the day `today`, from the matches found until then."""
    held = [one for one in archive.held(sent.expected_in) if sent.date is not None and sent.date < one.date <= today]
    later = [one for one in held if one.recorded]
    if any(match.is_answer for match in matches):
        return Standing(Status.ANSWERED, None, len(later))
    day = sent.due.date if sent.due else None
    if day is not None and day >= today:
        return Standing(Status.OPEN, Reason.NOT_YET_DUE, len(later))
    missing = tuple(one for one in held if not one.recorded)
    if not later:
        if sent.kept_apart:
            return Standing(Status.OPEN, Reason.NO_MINUTES_KEPT, 0, missing)
        return Standing(Status.SILENT, Reason.NO_LATER_MINUTES, 0, missing)
    if day is not None and not (sent.kept_apart and sent.kind in _ADVICE):
        time = meetings_of_the_time(sent, held)
        lost = tuple(one for one in time if not one.recorded)
        if lost and (len(lost) == len(time) or not sent.is_for_meeting(sent.expected_in)):
            return Standing(Status.OPEN, Reason.MINUTES_MISSING, len(later), lost)
        if time or any(one.date > day for one in later):
            return Standing(Status.OVERDUE, Reason.NOT_TAKEN_UP, len(later), lost)
    return Standing(Status.OPEN, Reason.NOT_TAKEN_UP, len(later), missing)


_ADVICE: Final = (Kind.RECOMMENDS, Kind.PETITIONS)
"""What a body without minutes made of them shows nowhere, unless it was told to report: it cannot be called late."""


def meetings_of_the_time(sent: Sent, held: Sequence[Held], forum: str | None = None) -> list[Held]:
    """Of known meetings of a forum (in time order, all later than the day it was sent on), those at which it was to come up: asked
    for a meeting, that of the day, or else those near it; in a month or season, those of it; by a last day, all until the first on
    the day or after it. `forum` is that of the meetings, by default the one whose minutes would tell of the answer."""
    if sent.due is None or sent.due.date is None:
        return []
    day, start = sent.due.date, sent.due.start
    if sent.is_for_meeting(forum or sent.expected_in):
        return [one for one in held if one.date == day] or [one for one in held if abs((one.date - day).days) <= NEAR_DUE_DAYS]
    if start is not None:
        slack = dt.timedelta(days=_SLACK_DAYS)
        return [one for one in held if start - slack <= one.date <= day + slack]
    after = next((one.date for one in held if one.date >= day), day)
    last = after if (after - day).days <= NEXT_MEETING_DAYS else day
    return [one for one in held if one.date <= last]
