"""Labels of different meanings that stand on one another, told apart by the parties of those below.

    Beslutande Övriga deltagande Förhindrade Anna Ek (C) Bo Alm (S) Cilla Björk David Asp Eva Gran (V)

Members have their party, officials and guests have none: where the names fall into as many runs with and without parties as there
are labels, and each run is of the kind that its label is for, the first run belongs to the first label.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.record import Status, Unread
from ingest.attendance.model import Category, Draft, Label, LabelKind, Section

WHY = "rubriker med olika innebörd står på varandra; vilka namn som hör till vilken framgår inte"
_FEWEST = 2


def told_by_parties(section: Section, drafts: list[Draft]) -> list[Draft]:
    """The people of a section under several labels, those of the first run with what the first label says of who came; of the others it is
    not told where one list ends and the next begins."""
    labels = [label for label in section.labels if label.kind is LabelKind.PEOPLE and label.status is not None]
    if section.category != Category(Status.UNKNOWN, True) or len(labels) < _FEWEST or labels[0].status is not Status.PRESENT:
        return drafts
    runs = [(has_party, len(list(run))) for has_party, run in groupby(drafts, key=lambda draft: draft.party is not None)]
    if [has_party for has_party, _ in runs] != [not _is_of_others(label) for label in labels]:
        return drafts
    came = Category(Status.PRESENT, True, labels[0].role)
    first = runs[0][1]
    return [*(d._replace(category=came) if d.said is None else d for d in drafts[:first]), *drafts[first:]]


def _is_of_others(label: Label) -> bool:
    """Whether a label is for those who are no members."""
    return label.words.startswith("ovrig") or label.role == "tjänsteperson"


def still_untold(notes: Sequence[Unread], drafts: Sequence[Draft]) -> tuple[Unread, ...]:
    """The notes, without those on labels that stand on one another where all below them is told after all."""
    untold = [draft.start for draft in drafts if draft.category.status is Status.UNKNOWN]
    told = {draft.start for draft in drafts} - set(untold)
    return tuple(
        note
        for note in notes
        if note.why != WHY
        or any(note.span[0] <= start < note.span[1] for start in untold)
        or not any(note.span[0] <= start < note.span[1] for start in told)
    )
