"""Answers without a drawing of their own: a table whose columns are the fields of the row's type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from api.pages.paging import Part, part_of
from api.pages.values import Link, Quote, Shown, describe_sources, shown, words_of
from api.texts import Own, Texts, as_date
from api.urls import Urls
from graph.movement import Reason
from queries.catalogue import Answer, AnswerModel, NamedQuery

_LINKED = {"title": "item", "text": "id", "name": "id"}
"""A field that is shown as link to the node whose id another field of the row holds."""
_LONG = frozenset({"text", "title", "what"})
_COLUMNS_AT_MOST = 7
"""More are not read across; the rest of a row is folded away beside its words."""

_COLUMNS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    # For questions with many fields: what stands in each column, the first field in full print and under its heading, the others
    # in quieter lines below it. What is named nowhere is folded away.
    "follow-up": (
        ("status", "waited_days", "reason"),
        ("what", "title", "meeting", "answer", "possible"),
        ("from_",),
        ("to",),
        ("due", "due_words", "overdue_days"),
    ),
    "stalled": (("finding", "waited_days"), ("what", "title", "meeting", "possible"), ("from_",), ("to",), ("due",)),
    "flows": (("from_",), ("to",), ("kind", "basis"), ("year",), ("count",), ("items",)),
    "as-of": (("aspect", "status"), ("text", "kind", "standing"), ("to",), ("title", "meeting"), ("due",)),
    "decisions": (("text", "kind"), ("title",), ("meeting",)),
    "meetings": (("meeting",), ("start",), ("place", "online"), ("items",), ("decisions",)),
}


@dataclass(frozen=True, slots=True)
class Column:
    fields: tuple[str, ...]
    heading: str
    numeric: bool

    @property
    def wide(self) -> bool:
        return self.fields[0] in _LONG


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is what the column is about, `below` what stands under it in quieter print. `status` is the bare word where the column
    tells a status, for its sign."""

    column: Column
    value: Shown
    below: tuple[Shown, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]
    more: tuple[tuple[str, Shown], ...]
    """What no column shows: heading and value."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    answer: Answer
    title: str
    finding: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    part: Part[AnswerModel]
    """Which of the answer's rows are shown."""


def build_table_view(
    query: NamedQuery, answer: Answer, texts: Texts, urls: Urls, given: Mapping[str, str] | None = None, first: int = 0
) -> TableView:
    """Any answer as a table: named nodes as links, what holds nothing in any row left out, sources as quotes.

    `given` are the parameters as they stand in the address, `first` is the number of the row to begin at.
    """
    english = texts.language == "en"
    fields = said_fields(query.row, answer.rows, texts, urls)
    columns = _columns(query, fields, texts)
    placed = {field for column in columns for field in column.fields}
    placed |= {"end"} & set(fields) if "start" in placed else set()  # the two make one time
    part = part_of(answer.rows, first, lambda row: urls.question(query.name, given, row))
    return TableView(
        answer=answer,
        title=_title(query, answer, texts),
        finding=answer.finding_en if english else answer.finding,
        notes=tuple(answer.notes_en if english else answer.notes),
        columns=columns,
        rows=tuple(
            TableRow(
                cells=tuple(_cell(row, column, texts, urls) for column in columns),
                more=tuple(_more(row, [field for field in fields if field not in placed], texts, urls)),
                quotes=tuple(describe_sources(row.sources, texts, urls)) if hasattr(row, "sources") else (),
            )
            for row in part.rows
        ),
        part=part,
    )


def _title(query: NamedQuery, answer: Answer, texts: Texts) -> str:
    """The question's title; how an issue stood on a day is headed by the issue and the day."""
    topic = answer.parameters.get("topic")
    if query.name == "as-of" and topic:
        return texts("as-of.title", topic=topic["name"], date=texts.date(as_date(answer.parameters["date"])))
    return query.title_en if texts.language == "en" else query.title


def said_fields(row: type[AnswerModel], rows: Sequence[AnswerModel], texts: Texts, urls: Urls) -> list[str]:
    """The fields that say something in any row. Of a text in both languages the base name stands for the reader's."""
    names = set(row.model_fields)
    hidden = {"sources", "detail", *_ids(row)} | {f"{name}_en" for name in names}
    if "title" in names:
        hidden.add("number")  # it stands before the title
    kept = [name for name in row.model_fields if name not in hidden]
    return [name for name in kept if any(value_of(one, name, texts, urls) is not None for one in rows)]


def _ids(row: type[AnswerModel]) -> set[str]:
    """Fields that hold only an id that another field is linked by."""
    names = set(row.model_fields)
    return {target for field, target in _LINKED.items() if field in names and target in names}


def _columns(query: NamedQuery, fields: Sequence[str], texts: Texts) -> tuple[Column, ...]:
    groups = _COLUMNS.get(query.name) or tuple((field,) for field in fields[:_COLUMNS_AT_MOST])
    kept = [tuple(field for field in group if field in fields) for group in groups]
    types = query.row.model_fields
    return tuple(
        Column(
            group, field_name("time" if group[0] == "start" else group[0], texts), types[group[0]].annotation in (int, int | None)
        )
        for group in kept
        if group
    )


def _cell(row: AnswerModel, column: Column, texts: Texts, urls: Urls) -> Cell:
    """What stands first is the first field that the row fills."""
    filled = [(field, value) for field in column.fields if (value := _told(field, row, texts, urls)) is not None]
    told = [value if i == 0 else _under(field, value, row, texts) for i, (field, value) in enumerate(filled)]
    status = str(getattr(row, column.fields[0])) if column.fields[0] in ("status", "finding") else None
    return Cell(column, told[0] if told else None, tuple(told[1:]), status)


def _told(field: str, row: AnswerModel, texts: Texts, urls: Urls) -> Shown:
    """A field's value, or what two say together: what is asked with the way of asking, and from when to when."""
    value = value_of(row, field, texts, urls)
    if field == "what" and hasattr(row, "kind"):
        way = words_of("kind", str(row.kind), texts)
        return Link(value, "", before=way) if isinstance(value, str) and isinstance(way, Own) else value or way
    if field == "start" and getattr(row, "end", None):
        return f"{value}–{row.end}"  # type: ignore[attr-defined]
    return value


def _under(field: str, value: Shown, row: AnswerModel, texts: Texts) -> Shown:
    """A bare value below a column's own needs its word."""
    if field.endswith("_days") and isinstance(getattr(row, field), int):
        days = getattr(row, field)
        return texts("answer.days.past", n=days) if field == "overdue_days" else texts("answer.days", n=days)
    if field == "due_words":
        return texts("answer.worked-out", words=str(getattr(row, field)))
    if field in ("answer", "possible"):
        links = [value] if isinstance(value, Link) else value or ()
        return [replace(one, before=field_name(field, texts)) for one in links if isinstance(one, Link)]
    return value


def _more(row: AnswerModel, fields: Sequence[str], texts: Texts, urls: Urls) -> Iterable[tuple[str, Shown]]:
    for field in fields:
        value = value_of(row, field, texts, urls)
        if value is not None:
            told = field == "text" and "text_en" in type(row).model_fields
            yield texts("field.sentence") if told else field_name(field, texts), value


def value_of(row: AnswerModel, field: str, texts: Texts, urls: Urls) -> Shown:
    value = getattr(row, field)
    if texts.language == "en":
        english = getattr(row, f"{field}_en", None)
        value = Own(english) if english else value
    target = getattr(row, _LINKED[field], None) if field in _LINKED else None
    if isinstance(value, str) and isinstance(target, str):
        number = getattr(row, "number", None) if field == "title" else None
        return Link(f"{number} {value}" if number else value, urls.entity(target))
    if field == "online" and isinstance(value, bool):
        return texts(f"online.{str(value).lower()}")
    if field == "year":
        return None if value is None else str(value)
    if value is Reason.NOT_TAKEN_UP and getattr(row, "possible", None):
        return texts("status.no-certain-answer")
    return shown(field, value, texts, urls)


def field_name(field: str, texts: Texts) -> Own:
    """The heading of a field; one without a word of its own shows its name with spaces."""
    key = f"field.{field}"
    return texts(key) if texts.has(key) else Own(field.replace("_", " ").capitalize())
