"""What a document as a whole says of each municipality: from its people, and from what the text says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.lexicon import Lexicon
from graph.record import Attendance, MunicipalityAttendance, Span, Status
from ingest.attendance.model import Context, Statement


def find_municipalities(lexicon: Lexicon, represented: str) -> tuple[str, ...]:
    """The municipalities for which somebody speaks, by the name of what they represent: "Mora", "Mora och Orsa", "Mora/Orsa"; none when
    a part of it is anything else."""
    if not represented:
        return ()
    whole = lexicon.municipality(represented)
    parts = [whole] if whole is not None else [lexicon.municipality(part) for part in _JOINED.split(represented)]
    return () if any(part is None for part in parts) else tuple(dict.fromkeys(part.name for part in parts if part is not None))


_JOINED = re.compile(r"\s*[,/&]\s*|\s+(?:och|samt)\s+")


def judge_municipalities(
    context: Context, people: Sequence[Attendance], statements: Sequence[Statement]
) -> tuple[MunicipalityAttendance, ...]:
    """One entry for each municipality that has people in the list or is spoken of, in the order they come.

    Present if one of its people is; absent if all its listed people are, or the text says so; conflicting if the
    document says both; unknown otherwise.
    """
    order: dict[str, None] = {}
    listed: dict[str, list[Attendance]] = {}
    for person in people:
        for name in find_municipalities(context.lexicon, person.represents or ""):
            listed.setdefault(name, []).append(person)
            order.setdefault(name)
    said: dict[str, list[Statement]] = {}
    for statement in statements:
        said.setdefault(statement.municipality, []).append(statement)
        order.setdefault(statement.municipality)
    return tuple(_judge(name, listed.get(name, []), said.get(name, [])) for name in order)


def _judge(name: str, people: Sequence[Attendance], statements: Sequence[Statement]) -> MunicipalityAttendance:
    present = [p for p in people if p.status is Status.PRESENT]
    absent = [p for p in people if p.status is Status.ABSENT]
    away = [s for s in statements if s.status is Status.ABSENT]
    here = [s for s in statements if s.status is Status.PRESENT]
    if away and (present or here):
        why = "uppges ha varit representerad, men kommunen uppges inte ha varit representerad"
        if present:
            why = f"{_names(present)} bland närvarande, men kommunen uppges inte ha varit representerad"
        spans = [*(p.span for p in present), *(s.span for s in here), *(s.span for s in away)]
        return _entry(name, Status.CONFLICTING, why, spans)
    if present:
        return _entry(name, Status.PRESENT, f"{_names(present)} närvarande", [p.span for p in present])
    if here:
        return _entry(name, Status.PRESENT, "uppges ha varit representerad", [s.span for s in here])
    if away:
        return _entry(name, Status.ABSENT, "uppges inte ha varit representerad", [s.span for s in away])
    if people and len(absent) == len(people):
        return _entry(name, Status.ABSENT, _all_absent(absent), [p.span for p in absent])
    why = "det framgår inte om någon av de listade var närvarande"
    return _entry(name, Status.UNKNOWN, why, [*(p.span for p in people), *(s.span for s in statements)])


def _entry(name: str, status: Status, reason: str, spans: Sequence[Span]) -> MunicipalityAttendance:
    return MunicipalityAttendance(name=name, status=status, reason=reason, spans=list(dict.fromkeys(spans)))


def _names(people: Sequence[Attendance]) -> str:
    names = [person.name for person in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"


def _all_absent(people: Sequence[Attendance]) -> str:
    match len(people):
        case 1:
            return f"{_names(people)}, ensam listad, var frånvarande"
        case 2:
            return f"{_names(people)} var båda frånvarande"
        case _:
            return f"{_names(people)} var alla frånvarande"
