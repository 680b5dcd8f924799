"""The page of attendance: every municipality at every recorded meeting, the lowest first, with the words behind each cell."""

from __future__ import annotations

from dataclasses import dataclass

from api.texts import Texts
from queries.catalogue import Answer, Source
from queries.never_attended import AttendanceRow
from queries.parts import Body, MeetingRef
from queries.sorting import swedish_key

WORDS_UP_TO = 4
"""With so few meetings there is room for the word beside the sign in every cell."""


@dataclass(frozen=True, slots=True)
class CellView:
    """`anchor` names the evidence that the cell opens."""

    anchor: str
    status: str
    meeting: MeetingRef
    reason: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    municipality: Body
    cells: tuple[CellView, ...]
    present: int
    known: int
    unknown: int
    conflicting: int
    not_mentioned: int
    never: bool
    """Present at no meeting, and no minutes contradict themselves about it."""

    @property
    def share(self) -> float | None:
        return self.present / self.known if self.known else None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(100 * self.share)


@dataclass(frozen=True, slots=True)
class YearSpan:
    year: str
    columns: int


@dataclass(frozen=True, slots=True)
class AttendanceView:
    answer: Answer
    """The question that was asked: never-attended or attendance."""
    forum: str
    forum_id: str
    finding: str
    notes: tuple[str, ...]
    meetings: tuple[MeetingRef, ...]
    years: tuple[YearSpan, ...]
    rows: tuple[RowView, ...]
    never: tuple[RowView, ...]
    contradicted: bool
    """Whether any minutes contradict themselves about anyone."""
    wide: bool
    """More meetings than have room for words: signs only, dates upright."""


def build_attendance_view(asked: Answer, matrix: Answer, texts: Texts) -> AttendanceView:
    """`asked` gives finding and notes, `matrix` (an answer to `attendance`) the rows."""
    rows: list[AttendanceRow] = matrix.rows
    meetings = tuple(one.meeting for one in rows[0].detail) if rows else ()
    views = sorted((_row(row) for row in rows), key=_order)
    forum = asked.parameters["forum"]
    english = texts.language == "en"
    return AttendanceView(
        answer=asked,
        forum=forum["name"],
        forum_id=forum["id"],
        finding=asked.finding_en if english else asked.finding,
        notes=tuple(asked.notes_en if english else asked.notes),
        meetings=meetings,
        years=_years(meetings),
        rows=tuple(views),
        never=tuple(view for view in views if view.never),
        contradicted=any(view.conflicting for view in views),
        wide=len(meetings) > WORDS_UP_TO,
    )


def _row(row: AttendanceRow) -> RowView:
    code = row.municipality.id.rpartition(":")[2]
    return RowView(
        municipality=row.municipality,
        cells=tuple(
            CellView(f"belagg-{code}-{number}", one.status, one.meeting, one.reason, tuple(one.sources))
            for number, one in enumerate(row.detail, start=1)
        ),
        present=row.present,
        known=row.known,
        unknown=row.unknown,
        conflicting=row.conflicting,
        not_mentioned=row.not_mentioned,
        never=row.present == 0 and row.conflicting == 0,
    )


def _order(view: RowView) -> tuple[float, int, tuple[str, str]]:
    """The lowest share first, among equals the one with most known meetings; those of which nothing is known come last."""
    return 2.0 if view.share is None else view.share, -view.known, swedish_key(view.municipality.name)


def _years(meetings: tuple[MeetingRef, ...]) -> tuple[YearSpan, ...]:
    spans: list[YearSpan] = []
    for one in meetings:
        year = str(one.date.year) if one.date else "–"
        if spans and spans[-1].year == year:
            spans[-1] = YearSpan(year, spans[-1].columns + 1)
        else:
            spans.append(YearSpan(year, 1))
    return tuple(spans)
