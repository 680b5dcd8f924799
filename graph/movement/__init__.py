"""What was sent on, and what answers it. Pure: values in, matches with their reasons out.

A recommendation, an assignment, a petition, an invitation, a referral or a promised report-back is `Sent`. Later agenda items
are weighed against it one by one; each reason for and against is a piece of `Evidence` with its weight, and their sum is the
score. From `ANSWER` on an item counts as the answer, below it as a possible one, and below `POSSIBLE` as nothing.

What the store cannot know is kept apart from what did not happen (`judge`): no minutes is no silence of the forum.

model.py (values) and words.py (what a text is about) -> due.py (until when) and reporting.py (words of an answer) -> archive.py
(where to look) -> evidence.py (one item weighed) -> answers.py (the best) -> standing.py (where it stands)
"""

from __future__ import annotations

from graph.movement.answers import find_answers, matches_until, weigh_claims
from graph.movement.archive import Archive
from graph.movement.due import MONTHS, work_out_due
from graph.movement.model import (
    Due,
    DueBasis,
    Evidence,
    EvidenceKind,
    Held,
    Item,
    Kind,
    Match,
    Reason,
    Sent,
    Standing,
    Status,
)
from graph.movement.reporting import tells_of_answer
from graph.movement.standing import judge, meetings_of_the_time
from graph.movement.words import content_words, is_same_request, stem

__all__ = [
    "MONTHS",
    "Archive",
    "Due",
    "DueBasis",
    "Evidence",
    "EvidenceKind",
    "Held",
    "Item",
    "Kind",
    "Match",
    "Reason",
    "Sent",
    "Standing",
    "Status",
    "content_words",
    "find_answers",
    "is_same_request",
    "judge",
    "matches_until",
    "meetings_of_the_time",
    "stem",
    "tells_of_answer",
    "weigh_claims",
    "work_out_due",
]
