"""Whether an issue came where it was sent, on values alone."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.arrivals import Coming, HopState, find_arrival
from graph.movement import Due, DueBasis, Held, Kind, Sent

VR, CHR = "forum:vr", "forum:chr"
TODAY = dt.date(2025, 12, 1)


def sent(due: str | None = None, *, meeting: bool = True, back_to: str | None = None, to: str | None = CHR) -> Sent:
    return Sent(
        id="s1", kind=Kind.RECOMMENDS, item="item:vr:2024-03-01:4", forum=VR, date=dt.date(2024, 3, 1),
        targets=frozenset({to or "organisation:enheten"}), to_forum=to, title="TUT", back_to=back_to,
        due=Due(dt.date.fromisoformat(due), DueBasis.STATED, meeting=meeting) if due else None,
    )  # fmt: skip


def came(*dates: str) -> list[Coming]:
    return [Coming(f"item:{date}", f"meeting:{date}", dt.date.fromisoformat(date)) for date in dates]


def held(*dates: str) -> list[Held]:
    """Meetings of the forum; a day in brackets has no minutes."""
    return [Held(f"meeting:{d.strip('()')}", CHR, dt.date.fromisoformat(d.strip("()")), "(" not in d) for d in dates]


@pytest.mark.parametrize(
    ("due", "comings", "meetings", "state", "item", "possible"),
    [
        (None, ["2024-04-10"], ["2024-04-10"], "arrived", "2024-04-10", None),
        (None, ["2024-02-10"], ["2024-02-10", "2024-04-10"], "not-taken-up", None, None),
        (None, [], ["2024-04-10"], "not-taken-up", None, None),
        (None, [], ["(2024-04-10)"], "no-later-minutes", None, None),
        (None, [], [], "no-later-minutes", None, None),
        # much later: perhaps; years later: nothing
        (None, ["2025-10-10"], ["2024-04-10", "2025-10-10"], "not-taken-up", None, "2025-10-10"),
        (None, ["2025-10-10"], ["(2024-04-10)", "2025-10-10"], "minutes-missing", None, "2025-10-10"),
        (None, ["2027-10-10"], ["2024-04-10", "2027-10-10"], "not-taken-up", None, None),
        # asked for a meeting
        ("2024-09-10", ["2024-04-10", "2024-09-10"], ["2024-04-10", "2024-09-10"], "arrived", "2024-09-10", None),
        ("2024-09-10", ["2024-09-20"], ["2024-09-20"], "arrived", "2024-09-20", None),
        ("2024-09-10", ["2024-04-10"], ["2024-04-10", "2024-09-10"], "not-taken-up", None, None),
        ("2024-09-10", ["2025-01-10"], ["2024-09-10", "2025-01-10"], "arrived", "2025-01-10", None),
        ("2024-09-10", ["2025-01-10"], ["(2024-09-10)", "2025-01-10"], "minutes-missing", None, "2025-01-10"),
        ("2024-09-10", [], ["(2024-09-10)"], "minutes-missing", None, None),
        ("2026-09-10", [], ["2024-09-10"], "not-taken-up", None, None),
    ],
)  # fmt: skip
def test_arrival(
    due: str | None, comings: list[str], meetings: list[str], state: str, item: str | None, possible: str | None
) -> None:
    found = find_arrival(sent(due), came(*comings), held(*meetings), TODAY)
    assert (found.state.value, found.item, found.possible) == (
        state, item and f"item:{item}", possible and f"item:{possible}",
    )  # fmt: skip


def test_last_day_is_met_early_and_missed_only_when_all_minutes_until_then_are_here() -> None:
    by = sent("2024-09-10", meeting=False)
    assert find_arrival(by, came("2024-04-10"), held("2024-04-10"), TODAY).item == "item:2024-04-10"
    assert find_arrival(by, [], held("2024-04-10", "2024-09-12"), TODAY).state is HopState.NOT_TAKEN_UP
    lost = find_arrival(by, [], held("2024-04-10", "(2024-06-10)", "2024-09-12"), TODAY)
    assert (lost.state, [one.id for one in lost.missing]) == (HopState.MINUTES_MISSING, ["meeting:2024-06-10"])


def test_day_of_a_report_back_elsewhere_is_a_last_day_here() -> None:
    asked = sent("2024-09-10", back_to=VR)
    assert find_arrival(asked, came("2024-04-10"), held("2024-04-10"), TODAY).item == "item:2024-04-10"


def test_body_that_keeps_no_minutes() -> None:
    assert find_arrival(sent(to=None), [], [], TODAY).state is HopState.NO_MINUTES_KEPT


def test_later_minutes_are_those_that_do_not_take_it_up() -> None:
    found = find_arrival(sent(), came("2027-10-10"), held("2024-04-10", "2024-06-10", "2027-10-10"), TODAY)
    assert [one.id for one in found.later] == ["meeting:2024-04-10", "meeting:2024-06-10"]
