"""Where something that was sent on stands on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.movement import Due, DueBasis, Held, Item, Kind, Reason, Sent, Status, find_answers, judge
from tests.graph.movement.cases import CHR, TODAY, UNIT, VR, archive, held, item, sent


def standing(one: Sent, *meetings: Held, items: tuple[Item, ...] = ()) -> tuple[Status, Reason | None]:
    there = archive(*items, meetings=meetings)
    found = judge(one, find_answers(one, there), there, TODAY)
    return found.status, found.reason


def test_no_later_minutes_cannot_be_known() -> None:
    assert standing(sent(), held(CHR, "2024-02-01")) == (Status.SILENT, Reason.NO_LATER_MINUTES)
    assert standing(sent(), held(CHR, "2024-04-01", recorded=False)) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_later_minutes_that_do_not_take_it_up() -> None:
    assert standing(sent(), held(CHR, "2024-04-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)


def test_minutes_after_today_do_not_count() -> None:
    assert standing(sent(), held(CHR, "2025-04-01")) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_missing_minutes_of_the_day_are_no_silence() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(dt.date(2024, 5, 2), DueBasis.STATED, meeting=True))
    both = (held(CHR, "2024-05-02", recorded=False), held(CHR, "2024-09-01"))
    assert standing(asked, *both) == (Status.OPEN, Reason.MINUTES_MISSING)
    assert standing(asked, held(CHR, "2024-05-02")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    assert standing(asked, held(CHR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    assert standing(asked) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_day_that_has_not_come_is_open() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(dt.date(2025, 1, 2), DueBasis.STATED, meeting=True))
    assert standing(asked, held(CHR, "2024-09-01")) == (Status.OPEN, Reason.NOT_YET_DUE)


def test_body_without_minutes_is_open_not_silent() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare")
    assert standing(asked) == (Status.OPEN, Reason.NO_MINUTES_KEPT)
    assert standing(asked, held(VR, "2024-05-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)
    late = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 5, 10), DueBasis.STATED))
    assert standing(late, held(VR, "2024-05-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)


def test_last_day_is_passed_only_when_no_minutes_until_then_are_missing() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 6, 30), DueBasis.STATED))
    assert standing(asked, held(VR, "2024-05-01"), held(VR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    lost = (held(VR, "2024-05-01"), held(VR, "2024-06-10", recorded=False), held(VR, "2024-09-01"))
    assert standing(asked, *lost) == (Status.OPEN, Reason.MINUTES_MISSING)
    first_after = (held(VR, "2024-05-01"), held(VR, "2024-07-10", recorded=False), held(VR, "2024-09-01"))
    assert standing(asked, *first_after) == (Status.OPEN, Reason.MINUTES_MISSING)


def test_advice_to_a_body_without_minutes_is_never_late() -> None:
    due = Due(dt.date(2024, 6, 30), DueBasis.STATED)
    advised = sent(Kind.RECOMMENDS, "municipality:9001", what="teckna avtalet", due=due)
    assert standing(advised, held(VR, "2024-09-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)
    assert standing(replace(advised, back_to=VR), held(VR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)


def test_whether_the_invited_came_shows_in_the_minutes_of_the_forum() -> None:
    asked = sent(Kind.INVITES, "official:greta-ahl")
    assert standing(asked) == (Status.SILENT, Reason.NO_LATER_MINUTES)
    assert standing(asked, held(VR, "2024-05-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)


def test_on_its_due_day_or_before_nothing_is_late() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(TODAY, DueBasis.STATED, meeting=True))
    assert standing(asked, held(CHR, "2024-12-01")) == (Status.OPEN, Reason.NOT_YET_DUE)
    early = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 6, 30), DueBasis.STATED))
    reported = item(VR, "2024-05-10", "TUT – återrapport")
    assert standing(early, held(VR, "2024-09-01"), items=(reported,)) == (Status.ANSWERED, None)


def test_answered() -> None:
    assert standing(sent(), items=(item(CHR, "2024-04-10"),)) == (Status.ANSWERED, None)
