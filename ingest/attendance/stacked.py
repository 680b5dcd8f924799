"""Labels of different meanings that stand on one another, told apart by the parties of those below.

    Beslutande Övriga deltagande Förhindrade Anna Ek (C) Bo Alm (S) Cilla Björk David Asp Eva Gran (V)

Members have their party, officials and guests have none: where the names fall into as many runs with and without parties as there
are labels, and each run is of the kind that its label is for, the first run belongs to the first label.

    Anmält förhinder Inkallad ersättare Norra kretsen Anna Ek (C) Bo Alm (S) Cilla Björk David Asp Södra kretsen Eva Gran (V) Filip Rönn

Columns of those away and of those who came instead, where the party stands beside the former alone.

    Beslutande / Övriga närvarande / Frånvarande / Justerare // Anna Ek (C) / Bo Alm (S) / Cilla Björk / Eva Gran (V) / Bo Alm

A column of labels before that of their lists, a person to a line: whoever checks the minutes stands there again, and ends the last list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from graph.record import Status, Unread
from ingest.attendance.heard import is_untold
from ingest.attendance.model import Category, Draft, Label, LabelKind, Section, unread
from ingest.document import Document

WHY = "rubriker med olika innebörd står på varandra; vilka namn som hör till vilken framgår inte"
_FEWEST = 2
_Run = tuple[bool, list[Draft]]
"""Whether those who follow one another have a party, and who they are."""


def told_by_parties(text: str, section: Section, drafts: list[Draft]) -> list[Draft]:
    """The people of a section under several labels, those of the first run with what the first label says of who came; of the others it is
    not told where one list ends and the next begins, unless those away stand beside who came instead."""
    labels = [label for label in section.labels if label.kind is LabelKind.PEOPLE and label.status is not None]
    if len(labels) < _FEWEST:
        return drafts
    runs = [(has_party, list(run)) for has_party, run in groupby(drafts, key=lambda draft: draft.party is not None)]
    if (parts := _in_lines(text, section, drafts)) is not None:
        return parts
    if parted := _before_last(text, section, labels, runs):
        status, members = parted
        return [d._replace(category=Category(status, True)) if d.start in members and not d.said else d for d in drafts]
    if section.category != Category(Status.UNKNOWN, True) or labels[0].status is not Status.PRESENT:
        return drafts
    if [has_party for has_party, _ in runs] != [not _is_of_others(label) for label in labels]:
        return drafts
    came = Category(Status.PRESENT, True, labels[0].role)
    first = len(runs[0][1])
    return [*(d._replace(category=came) if d.said is None else d for d in drafts[:first]), *drafts[first:]]


def _in_lines(text: str, section: Section, drafts: list[Draft]) -> list[Draft] | None:
    """The people of a column of labels and then one of lists, each of whom stands in a line, with what the label of their list says; None
    where no list of adjusters ends the last list of people, or the parties of those listed do not tell where each begins. Lists of members
    that follow one another say something of all in them only where they say the same."""
    kinds = [label.kind for label in section.labels]
    people = [label for label in section.labels if label.kind is LabelKind.PEOPLE]
    if section.category != Category(Status.UNKNOWN, True) or kinds.count(LabelKind.APPOINT) != 1:
        return None
    if LabelKind.PEOPLE in kinds[kinds.index(LabelKind.APPOINT) :] or any(label.status is None for label in people):
        return None
    listed: dict[str, Draft] = {}
    again = [draft for draft in drafts if listed.setdefault(text[draft.start : draft.end], draft) is not draft]
    own = [*listed.values()]
    if not again or again[0].start < own[-1].start or not all("\n" in text[a.end : b.start] for a, b in pairwise(drafts)):
        return None
    lists = [[*labels] for _, labels in groupby(people, key=_is_of_others)]
    runs = [[*run] for _, run in groupby(own, key=lambda draft: draft.party is None)]
    if len(lists) < _FEWEST or [_is_of_others(labels[0]) for labels in lists] != [run[0].party is None for run in runs]:
        return None
    told: list[Draft] = []
    for labels, run in zip(lists, runs, strict=True):
        said = {label.status or Status.UNKNOWN for label in labels}
        category = Category(said.pop() if len(said) == 1 else Status.UNKNOWN, True, labels[0].role if len(labels) == 1 else None)
        told += [draft._replace(category=category) for draft in run]
    return [*told, *(draft._replace(appointed=True) for draft in again)]


def _before_last(
    text: str, section: Section, labels: Sequence[Label], runs: Sequence[_Run]
) -> tuple[Status, frozenset[int]] | None:
    """What is told of the members, and where they begin, in a section whose last label but one is of those away and stands right before
    the last: they are away, or it is not told; None where the last label may be over all."""
    absent, last = labels[-2:]
    if absent.status is not Status.ABSENT or last.status is not Status.PRESENT:
        return None
    members = [run for has_party, run in runs if has_party]
    others = [run for has_party, run in runs if not has_party]
    if not runs or not runs[0][0] or len(members) != len(others):
        return None
    starts = frozenset(draft.start for run in members for draft in run)
    if section.category == Category(Status.UNKNOWN, True):
        told = last.role == _CALLED_IN and all(len(a) >= len(b) for a, b in zip(members, others, strict=True))
        return (Status.ABSENT, starts) if told else None
    if len(runs) != _FEWEST or not _are_before_others(text, absent, last, *members, *others):
        return None
    return Status.UNKNOWN, starts


_CALLED_IN = "tjänstgörande ersättare"


def _are_before_others(text: str, absent: Label, last: Label, members: Sequence[Draft], others: Sequence[Draft]) -> bool:
    """Whether members stand before the officials of a label that follows that of those away in a line that ran together: "Förhinder
    Övriga: Anna Ek (S) Bo Alm (M) Cilla Björk, chef": they may be away, or substitutes among the others."""
    return (
        _is_of_others(last)
        and last.colon
        and "\n" not in text[absent.start : members[-1].end]
        and len(members) >= _FEWEST
        and not any(draft.role or draft.limits for draft in members)
        and all(draft.role for draft in others)
    )


def _is_of_others(label: Label) -> bool:
    """Whether a label is for those who are no members."""
    return label.words.startswith("ovrig") or label.role == "tjänsteperson"


def note_untold(document: Document, section: Section, drafts: Sequence[Draft]) -> list[Unread]:
    """What is told as not understood of a section whose labels say who came, and that leaves people untold for how these stand."""
    if section.category.status is Status.UNKNOWN or not any(draft.category.status is Status.UNKNOWN for draft in drafts):
        return []
    return [unread(document, section.labels[0].start, drafts[-1].end, WHY)]


def still_untold(notes: Sequence[Unread], drafts: Sequence[Draft]) -> tuple[Unread, ...]:
    """The notes, without those on labels that stand on one another where all below them is told after all."""
    untold = [draft.start for draft in drafts if is_untold(draft)]
    told = {draft.start for draft in drafts} - set(untold)
    return tuple(
        note
        for note in notes
        if note.why != WHY
        or any(note.span[0] <= start < note.span[1] for start in untold)
        or not any(note.span[0] <= start < note.span[1] for start in told)
    )
