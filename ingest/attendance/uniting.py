"""One draft a person: what several lists, and sentences, say of the same one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from graph.names import fold
from graph.record import Attendance, Status
from ingest.attendance.model import Body, Context, Draft
from ingest.attendance.prose import Prose
from ingest.attendance.words import party_letters
from ingest.people.words import are_of_two


def unite(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a person. The same name twice is one person unless party or body tell two apart; a list of the absent, or words
    beside the name, go before a list of those who belong. Those appointed only lend their role."""
    out: list[Draft] = []
    by_name: dict[str, list[int]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.appointed):
        key = fold(context.text[draft.start : draft.end])
        index = next((i for i in by_name.get(key, []) if _same_person(out[i], draft)), None)
        if draft.appointed:
            if index is not None and (out[index].role or out[index].category.role) in (None, "ledamot"):
                out[index] = out[index]._replace(role="justerare")
            continue
        if index is None:
            by_name.setdefault(key, []).append(len(out))
            out.append(draft)
        else:
            out[index] = _one(out[index], draft)
    return _with_full_names(context, out)


def _with_full_names(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, in which those who are called by their first names alone are the ones whom another list names in full, where it has
    one of that first name."""
    called = [d for d in drafts if not re.search(r"\s", context.text[d.start : d.end])]
    if not called:
        return drafts
    full: dict[str, list[Draft]] = {}
    for draft in drafts:
        first, _, rest = context.text[draft.start : draft.end].partition(" ")
        if rest:
            full.setdefault(fold(first), []).append(draft)
    out = list(drafts)
    for draft in called:
        same = full.get(fold(context.text[draft.start : draft.end]), [])
        if len(same) == 1:
            whole = _one(draft, same[0])
            told = draft.category if draft.category.stated else whole.category
            out[out.index(same[0])] = whole._replace(start=same[0].start, end=same[0].end, known=same[0].known, category=told)
            out.remove(draft)
    return out


def _same_person(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one name are one person. An official may speak for two municipalities; of elected members, who are told by
    their parties, two may have one name."""
    if one.party and other.party and one.party.upper() != other.party.upper():
        return False
    if not (one.body and other.body and fold(one.body.name) != fold(other.body.name) and one.body.known and other.body.known):
        return True
    return _speak_for_towns(one.body, other.body) and not (one.party or other.party)


def _speak_for_towns(*bodies: Body) -> bool:
    return all(body.municipality or " och " in body.name for body in bodies)


def _joint_body(one: Body | None, other: Body | None) -> Body | None:
    """The body of whom two drafts tell: both, where these are two municipalities ("Mora och Orsa")."""
    if one is None or other is None or not (one.known and other.known and _speak_for_towns(one, other)):
        return one or other
    names = dict.fromkeys([*one.name.split(" och "), *other.name.split(" och ")])
    return one if len(names) == 1 else Body(" och ".join(names), False, True, one.span)


def _one(first: Draft, second: Draft) -> Draft:
    status = first.category
    if _left_early(first, second):
        # "Anna Ek t.o.m. § 33" among those who came, and "frånvarande fr.o.m. § 34" among those who did not.
        second = second._replace(category=first.category, said=first.said)
    if status.status is Status.UNKNOWN and second.category.status is not Status.UNKNOWN and second.category.stated:
        status = second.category  # summoned, and then named among those who came
    elif second.category.status is not first.category.status and (second.category.stated or not first.category.stated):
        status = second.category if second.category.status is Status.ABSENT or not first.category.stated else first.category
    return first._replace(
        category=replace(status, stated=first.category.stated or second.category.stated),
        body=_joint_body(first.body, second.body),
        party=first.party or second.party,
        role=first.role if first.role not in (None, "ledamot", "ersättare") else second.role or first.role,
        said=first.said or second.said,
        limits=tuple(dict.fromkeys((*first.limits, *second.limits))),
        replaces=first.replaces or second.replaces,
        replaced=first.replaced if first.replaces else second.replaced,
    )


def _left_early(first: Draft, second: Draft) -> bool:
    """Whether one who came is on a list of the absent with paragraphs or hours of the absence."""
    return (
        first.category.status is Status.PRESENT
        and first.said is not Status.ABSENT
        and second.category.status is Status.ABSENT
        and bool(second.limits)
    )


def find_absentees(context: Context, people: Sequence[Attendance], prose: Prose) -> list[Attendance]:
    return [
        Attendance(
            as_written=context.text[a.start : a.end],
            name=context.person_name((a.start, a.end)),
            represents=_body_behind(context, a.end),
            party=_party_behind(context, a.end),
            status=Status.ABSENT,
            span=(a.start, a.end),
        )
        for a in prose.absentees
    ]


def _party_behind(context: Context, end: int) -> str | None:
    """The party behind a name: known letters, or any capitals in parentheses where the document lists parties."""
    match = _LETTERS_BEHIND.match(context.text, end)
    if match is None:
        return None
    letters = match["letters"]
    return party_letters(letters) or (letters if context.lists_parties and letters.isupper() else None)


_LETTERS_BEHIND = re.compile(r"\s*\((?P<letters>[A-Za-zÅÄÖåäö]{1,5})\)")


def _body_behind(context: Context, end: int) -> str | None:
    """The body right behind a name in a sentence: "Anna Ek (Mora)", "Anna Ek, Mora"."""
    near = next(iter(context.bodies(end, min(len(context.text), end + 40))), None)
    return near.name if near and context.text[end : near.span[0]].strip() in ("(", ",") else None


def _nearest(name: str, people: Sequence[Attendance]) -> int | None:
    """The one listed person whose name is this one with a slip, or begins with it."""
    folded = fold(name)
    near = [
        i
        for i, person in enumerate(people)
        if fold(person.name).startswith(f"{folded} ")
        or (OSA.distance(fold(person.name), folded, score_cutoff=2) <= 2 and not are_of_two(person.name, name))
    ]
    return near[0] if len(near) == 1 else None


def with_absentees(people: list[Attendance], absentees: Sequence[Attendance]) -> list[Attendance]:
    """Those whom a sentence calls absent: listed people change their status; others are added when there is a list at all."""
    out = list(people)
    for absentee in absentees:
        index = next((i for i, person in enumerate(out) if fold(person.name) == fold(absentee.name)), None)
        if index is None:
            index = _nearest(absentee.name, out)
        if index is not None:
            out[index] = out[index].model_copy(update={"status": Status.ABSENT})
        elif " " in absentee.name:
            out.append(absentee)
    return out
