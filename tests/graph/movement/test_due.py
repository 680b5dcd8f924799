"""When an answer was asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.movement import Due, DueBasis, Kind, work_out_due
from tests.graph.movement.cases import ON, VR, held

MEETINGS = (held(VR, "2024-02-01"), held(VR, "2024-04-20", recorded=False), held(VR, "2024-06-14"), held(VR, "2024-10-01"))


@pytest.mark.parametrize(
    ("words", "date", "said"),
    [
        ("återrapporteras vid nästa möte", dt.date(2024, 4, 20), "nästa möte"),
        ("redovisas på nästkommande VR i juni", dt.date(2024, 6, 14), "nästkommande VR i juni"),
        ("återkoppling planeras till hösten", dt.date(2024, 11, 30), "till hösten"),
        ("återkoppling sker i maj", dt.date(2024, 5, 31), "i maj"),
        ("återkoppling sker i februari", dt.date(2025, 2, 28), "i februari"),
        ("redovisas före sommaren", dt.date(2024, 6, 30), "före sommaren"),
        ("redovisas vid rådets möte i juni", dt.date(2024, 6, 14), "möte i juni"),
        ("tas upp vid nästa möte i Chefsrådet, och därefter i juni", dt.date(2024, 4, 20), "nästa möte"),
    ],
)
def test_day_that_is_worked_out(words: str, date: dt.date, said: str) -> None:
    due = work_out_due(Kind.REPORTS_BACK_TO, words, None, ON, MEETINGS)
    assert due is not None
    assert (due.date, due.basis, due.words) == (date, DueBasis.INFERRED, said)


def test_of_several_times_the_one_nearest_to_the_body_counts() -> None:
    words = "Förslaget behandlas på nästa möte i Chefsrådet den 9 april, och förs sedan vidare till Välmåenderådets möte i juni."
    due = work_out_due(Kind.REFERRED_TO, words, None, ON, MEETINGS, targets=["VR", "Välmåenderådet"])
    assert due == Due(dt.date(2024, 6, 14), DueBasis.INFERRED, "möte i juni", meeting=True)
    other = work_out_due(Kind.REFERRED_TO, words, None, ON, MEETINGS, targets=["Chefsrådet"])
    assert other is not None
    assert other.words == "nästa möte"


def test_day_that_is_said_counts_as_said() -> None:
    due = work_out_due(Kind.REFERRED_TO, "hänförs till mötet den 3 juni", dt.date(2024, 6, 3), ON, MEETINGS)
    assert due == Due(dt.date(2024, 6, 3), DueBasis.STATED, meeting=True)
    deadline = work_out_due(Kind.ASSIGNS, "senast den 3 juni", dt.date(2024, 6, 3), ON, MEETINGS)
    assert deadline is not None
    assert not deadline.meeting


def test_next_meeting_that_is_not_known_stays_words() -> None:
    far = (held(VR, "2025-06-01"),)
    assert work_out_due(Kind.INVITES, "bjuda in A till nästa möte", None, ON, far) == Due(
        None, DueBasis.INFERRED, "nästa möte", meeting=True
    )
    assert work_out_due(Kind.ASSIGNS, "kartlägga behovet nästa år", None, ON, MEETINGS) is None
    assert work_out_due(Kind.RECOMMENDS, "prioritera arbetet under hösten", None, ON, MEETINGS) is None
