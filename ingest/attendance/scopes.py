"""What the labels over a list say of those in it, given the lists before: the status that is open, and what it was said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.record import Status
from ingest.attendance.model import Category, Label, LabelKind


@dataclass
class Scope:
    status: Status = Status.PRESENT
    stated: bool = False
    is_parent: bool = False
    people: bool = False
    present_seen: bool = False
    groups: set[str] = field(default_factory=set)
    """The words over the groups of those who came: the same words again below those of the absent are under them."""


@dataclass
class State:
    scope: Scope = field(default_factory=Scope)
    open: bool = False
    ended: bool = False
    found_people: bool = False
    summons: bool = False
    promised: bool = False
    """The list is said to be in another place, and has not come yet."""
    sent: bool = False
    """Those named are told whom the document is sent to."""


def goes_on_with(state: State) -> Category:
    """What is said of those in a table with no words over it: the same as of the list that is open; nothing of absence behind one that
    has ended."""
    if not state.open and state.scope.status is Status.ABSENT:
        return Category(Status.PRESENT, False)
    return Category(state.scope.status, state.scope.stated and state.open)


def is_roll(words: str) -> bool:
    """Whether the folded words of a label head a roll of the whole body: "Närvarolista", "Närvaro- och omröstningslista", "Upprop"."""
    return words == "upprop" or (words.startswith(("narvaro", "tjanstgoring")) and words.endswith(("lista", "forteckning")))


def judge_category(group: Sequence[Label], state: State) -> Category | None:
    """What a stack of labels says, given the list it stands in; None when they contradict each other."""
    scope = state.scope
    statuses = {x.status for x in group if x.status is not None}
    roles = [x.role for x in group if x.role and x.kind is not LabelKind.OFFICER]
    last = group[-1]
    if len(statuses) > 1 and last.colon and last.status is not None and not any(x.colon for x in group[:-1]):
        statuses, roles, group = {last.status}, [last.role] if last.role else [], [last]  # the labels before it hold nobody
    if len(statuses) > 1:
        return None
    role = roles[0] if len(roles) == 1 and len(group) <= 2 else None
    if role == "ersättare" and len(group) == 2 and group[0].deciding:
        role = None  # "Beslutande" and "Ersättare" stand side by side
    if len(group) > 2 and is_roll(group[0].words) and {"ledamot", "ersättare"} <= set(roles):
        return Category(Status.UNKNOWN, True)  # columns of members and of those who stood in, that ran together
    if not any(x.status is not None for x in group) and all(x.kind is LabelKind.OFFICER for x in group):
        if state.open and scope.status is Status.ABSENT and not scope.is_parent and scope.people:
            # "Frånvarande: C" has had its own people: "Sekreterare: D" after it stands beside it.
            return Category(Status.PRESENT, scope.present_seen)
        return Category(scope.status if state.open else Status.PRESENT, state.open and scope.stated)
    if (
        statuses == {Status.PRESENT}
        and (state.open or state.summons)
        and scope.status is Status.UNKNOWN
        and not scope.present_seen
        and not any(x.strong for x in group)
    ):
        return Category(Status.UNKNOWN, True, role)  # "Övriga" among the summoned
    if statuses:
        status = statuses.pop()
        scope.status, scope.stated = status, True
        scope.is_parent = len(group) > 1
        scope.people = False
        return Category(status, True, role, deciding=any(x.deciding for x in group))
    if any(x.kind is LabelKind.INVITED for x in group):
        if scope.status is Status.ABSENT and not scope.is_parent:
            return Category(Status.PRESENT if scope.present_seen else Status.UNKNOWN, True, role)
        if _is_over_summoned(scope):
            scope.status, scope.stated = Status.PRESENT, True
        known = scope.stated and scope.present_seen
        return Category(scope.status if known else Status.UNKNOWN, True, role)
    if not state.open and scope.status is not Status.UNKNOWN:
        scope.status, scope.stated, scope.is_parent = Status.PRESENT, False, False
    elif scope.status is Status.ABSENT and scope.groups.issuperset(x.words for x in group):
        pass
    elif scope.status is Status.ABSENT and not scope.is_parent and scope.people:
        # "Frånvarande: C" has had its own people: "Tjänstepersoner: D" after it stands beside it, not under it.
        scope.status, scope.stated = Status.PRESENT, scope.present_seen
    elif _is_over_summoned(scope) and not {"ledamot", "ersättare"} & set(roles):
        scope.status, scope.stated = Status.PRESENT, True
    elif scope.status is Status.ABSENT and not scope.people:
        scope.is_parent = True
    elif scope.status is Status.PRESENT:
        scope.groups.update(x.words for x in group if x.kind is LabelKind.PEOPLE)
    return Category(scope.status, scope.stated, role)


def _is_over_summoned(scope: Scope) -> bool:
    """Whether the list before is one of people summoned ("Kallade ersättare: C") that stood among the lists of those who came."""
    return scope.status is Status.UNKNOWN and scope.present_seen and scope.people and not scope.is_parent
