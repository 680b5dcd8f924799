"""The whole matrix of attendance: every municipality at every recorded meeting of a forum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.stores.store import Row
from queries.catalogue import Answer, NamedQuery, Parameter, ParameterKind
from queries.never_attended import AttendanceRow, build_attendance, count_attendance, told_only_notes
from queries.words import amount


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    attendance = count_attendance(rows)
    meetings, known = len(attendance.meetings), len(attendance.rows)
    unknown = sum(row.unknown for row in attendance.rows)
    notes = told_only_notes(attendance)
    if unknown:
        notes.insert(
            0,
            (
                f"{amount(unknown, 'uppgift är okänd', 'uppgifter är okända')}: dokumentet säger inte om kommunen var med.",
                f"{amount(unknown, 'status is', 'statuses are')} unknown: the document does not say whether the municipality was there.",
            ),
        )
    return Answer.told(
        QUERY.name,
        (
            f"{names['forum']}: {amount(known, 'kommun', 'kommuner')} vid {amount(meetings, 'protokollfört möte', 'protokollförda möten')}.",
            f"{names['forum']}: {amount(known, 'municipality', 'municipalities')} at {amount(meetings, 'recorded meeting', 'recorded meetings')}.",
        ),
        attendance.rows,
        notes,
    )


QUERY = NamedQuery(
    name="attendance",
    title="Kommunernas närvaro",
    title_en="Attendance of the municipalities",
    description="Varje kommun vid varje protokollfört möte i ett forum: närvarande, frånvarande, okänd, motsägande eller inte nämnd.",
    description_en="Every municipality at every recorded meeting of a forum: present, absent, unknown, conflicting or not mentioned.",
    parameters=(
        Parameter(
            "forum", ParameterKind.FORUM, True, "Forumet: namn, förkortning eller id.", "The forum: name, abbreviation or id."
        ),
    ),
    row=AttendanceRow,
    build=build_attendance,
    shape=_shape,
    examples=({"forum": "VFR"},),
)
