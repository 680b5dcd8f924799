"""Answers without a drawing of their own: a table whose columns are the fields of the row's type."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.values import Link, Quote, Shown, describe_sources, plain, shown
from api.texts import Texts
from api.urls import Urls
from queries.catalogue import Answer, AnswerModel, NamedQuery

_LINKED = {"title": "item", "text": "id", "name": "id"}
"""A field that is shown as link to the node whose id another field of the row holds."""
_NUMERIC = frozenset({"items", "decisions", "present", "absent", "known", "unknown", "conflicting", "notMentioned", "pages"})


@dataclass(frozen=True, slots=True)
class Column:
    field: str
    heading: str
    numeric: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Cell:
    column: Column
    value: Shown


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    answer: Answer
    title: str
    finding: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


def build_table_view(query: NamedQuery, answer: Answer, texts: Texts, urls: Urls) -> TableView:
    """Any answer as a table: named nodes as links, what holds nothing in any row left out, sources as quotes."""
    english = texts.language == "en"
    fields = [name for name in query.row.model_fields if name not in ("sources", "detail", *_ids(query.row))]
    fields = [name for name in fields if not name.endswith("_en") or english]
    fields = [name for name in fields if any(shown(name, getattr(row, name), texts, urls) is not None for row in answer.rows)]
    columns = [Column(name, field_name(name, texts), name in _NUMERIC, name in ("text", "title")) for name in fields]
    return TableView(
        answer=answer,
        title=query.title_en if english else query.title,
        finding=answer.finding_en if english else answer.finding,
        notes=tuple(answer.notes_en if english else answer.notes),
        columns=tuple(columns),
        rows=tuple(
            TableRow(
                cells=tuple(Cell(column, _value(row, column.field, texts, urls)) for column in columns),
                quotes=tuple(describe_sources(row.sources, texts, urls)) if hasattr(row, "sources") else (),
            )
            for row in answer.rows
        ),
    )


def _ids(row: type[AnswerModel]) -> set[str]:
    """Fields that hold only an id that another field is linked by."""
    names = set(row.model_fields)
    return {target for field, target in _LINKED.items() if field in names and target in names}


def _value(row: AnswerModel, field: str, texts: Texts, urls: Urls) -> Shown:
    value = getattr(row, field)
    target = getattr(row, _LINKED[field], None) if field in _LINKED else None
    if isinstance(value, str) and isinstance(target, str):
        return Link(value, urls.entity(target))
    return shown(field, value, texts, urls)


def field_name(field: str, texts: Texts) -> str:
    """The heading of a field; one without a word of its own shows its name with spaces."""
    key = f"field.{field}"
    return texts(key) if texts.has(key) else field.replace("_", " ").capitalize()


def as_csv(view: TableView, texts: Texts) -> str:
    """The table as comma-separated values with a heading; the first source's words and place in the last two columns.

    A value that a spreadsheet would take for a formula is kept from it by an apostrophe.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*(column.heading for column in view.columns), texts("field.words"), texts("field.source")])
    for row in view.rows:
        first: Sequence[str] = (row.quotes[0].words or "", row.quotes[0].place) if row.quotes else ("", "")
        writer.writerow([_harmless(text) for text in (*(plain(cell.value) for cell in row.cells), *first)])
    return file.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
