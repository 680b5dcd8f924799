"""Sheets for attendance tests: a few lines of invented minutes in, what was read from them out."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

from graph.lexicon import Lexicon, load_lexicon
from graph.record import Attendance, MunicipalityAttendance
from ingest.attendance import AttendanceResult, find_attendance
from ingest.document import Document
from ingest.lines import iter_lines
from ingest.readers.text import read_text

LEXICON: Lexicon = load_lexicon()
REGION = "Region Dalarna"


def document(text: str, *, marks: bool | None = None) -> Document:
    """A document of plain text; `~~name~~` is struck, tabs part cells. `marks` overrides whether strikes would be seen."""
    read = read_text(dedent(text).strip("\n").encode(), "blad.txt")
    return read if marks is None else replace(read, carries_strikethrough=marks)


def attendance(
    text: str | Document, *, region: str | None = REGION, held_by: str | None = None, marks: bool | None = None
) -> AttendanceResult:
    sheet = document(text, marks=marks) if isinstance(text, str) else text
    return find_attendance(sheet, LEXICON, iter_lines(sheet), region=region, held_by=held_by)


def row(person: Attendance) -> str:
    """ "Anna Ek | present | Mora | ordförande"; then party, limit and whom the person stands in for, where told."""
    parts = [person.name, person.status.value, person.represents or "-", person.role or "-"]
    extras = [
        f"({person.party})" if person.party else "",
        person.paragraphs or "",
        f"för {person.replaces}" if person.replaces else "",
    ]
    return " | ".join([*parts, *(extra for extra in extras if extra)])


def rows(result: AttendanceResult) -> list[str]:
    return [row(person) for person in result.people]


def statuses(result: AttendanceResult) -> dict[str, str]:
    return {person.name: person.status.value for person in result.people}


def towns(result: AttendanceResult) -> dict[str, str]:
    return {town.name: town.status.value for town in result.municipalities}


def town(result: AttendanceResult, name: str) -> MunicipalityAttendance:
    return next(town for town in result.municipalities if town.name == name)
