"""Answers as files for spreadsheets: a row for each row of the answer, dates and numbers as a spreadsheet takes them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel

from api.pages.rows import field_name, said_fields, value_of
from api.pages.values import describe_sources, plain
from api.texts import Language, Texts
from api.urls import Urls
from queries.catalogue import Answer, AnswerModel, NamedQuery
from queries.never_attended import AttendanceRow
from queries.trace import TraceHop, TraceItem, TraceStep

_SEPARATORS: Mapping[Language, str] = {Language.SWEDISH: ";", Language.ENGLISH: ","}
"""What a spreadsheet set to the language takes for the end of a cell: where decimals have a comma, a semicolon."""


def as_csv(query: NamedQuery, answer: Answer, texts: Texts, urls: Urls) -> str:
    """The answer with a heading above; the first source's words and place stand in the last two columns.

    A value that a spreadsheet would take for a formula is kept from it by an apostrophe.
    """
    if query.row is TraceStep:
        rows = [_step(row, texts, urls) for row in answer.rows]
    else:
        fields = said_fields(query.row, answer.rows, texts, urls)
        rows = [_row(row, fields, texts, urls) for row in answer.rows]
    last = (texts("field.words"), texts("field.source"))
    headings = dict.fromkeys(heading for row in rows for heading in row)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=_SEPARATORS[texts.language])
    writer.writerow([*headings, *last])
    for row, answered in zip(rows, answer.rows, strict=True):
        quotes = describe_sources(answered.sources[:1], texts, urls)
        first: Sequence[str] = (quotes[0].words or "", quotes[0].place) if quotes else ("", "")
        writer.writerow([harmless(text) for text in (*(row.get(heading, "") for heading in headings), *first)])
    return file.getvalue()


def _row(row: AnswerModel, fields: Iterable[str], texts: Texts, urls: Urls) -> dict[str, str]:
    """Any row by its fields; of attendance, what is known of each meeting as well."""
    cells: dict[str, str] = {field_name(field, texts): _cell(row, field, texts, urls) for field in fields}
    if isinstance(row, AttendanceRow):
        cells |= {one.meeting.name: texts(f"status.{one.status}") for one in row.detail}
    return cells


def _step(step: TraceStep, texts: Texts, urls: Urls) -> dict[str, str]:
    """An item of a trace or what was sent on, each in columns of its own."""
    item, hop = step.item, step.hop
    cells = {"position": str(step.position), "step": texts(f"step.{step.step}")}
    cells |= dict.fromkeys(("date", "forum", "title", "presenters", "decisions", "reports"), "")
    cells |= dict.fromkeys(("kind", "basis", "from_", "to", "what", "due", "status", "came_up", "possible"), "")
    if item is not None:
        cells |= _item_cells(item)
    if hop is not None:
        cells |= _hop_cells(hop, texts, urls)
    return {field_name(field, texts): text for field, text in cells.items()}


def _item_cells(item: TraceItem) -> dict[str, str]:
    return {
        "date": item.meeting.date.isoformat() if item.meeting.date else "",
        "forum": item.meeting.forum.name,
        "title": f"{item.number} {item.title}" if item.number else item.title,
        "presenters": "; ".join(person.name for person in item.presenters),
        "decisions": "; ".join(decision.text for decision in item.decisions),
        "reports": "; ".join(report.name for report in item.reports),
    }


def _hop_cells(hop: TraceHop, texts: Texts, urls: Urls) -> dict[str, str]:
    return {
        **{field: _cell(hop, field, texts, urls) for field in ("kind", "basis", "from_", "to", "what", "due", "possible")},
        "status": texts(f"status.{hop.state}"),
        "came_up": _cell(hop, "arrived" if hop.arrived else "answered", texts, urls),
    }


def _cell(row: AnswerModel, field: str, texts: Texts, urls: Urls) -> str:
    value = getattr(row, field)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    said = value_of(row, field, texts, urls)
    if isinstance(value, list) and value and all(_is_item(one) for one in value):
        return "; ".join(_with_meeting(one, plain(link)) for one, link in zip(value, said or (), strict=True))  # type: ignore[arg-type]
    return _with_meeting(value, plain(said))


def _is_item(value: object) -> bool:
    return isinstance(value, BaseModel) and {"item", "title", "meeting"} <= set(type(value).model_fields)


def _with_meeting(value: object, said: str) -> str:
    """An agenda item with its meeting, which a page tells beside it: "5 Vinterberedskap (VFR 2025-06-12)"; else as it is."""
    return f"{said} ({value.meeting.name})" if _is_item(value) else said  # type: ignore[attr-defined]


def harmless(text: str) -> str:
    """The text, kept from being taken for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
