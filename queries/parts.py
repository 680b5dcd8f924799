"""What the rows of several questions are made of, and how passages become sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, Literal

from graph.schema import Label
from graph.stores.store import Row
from queries.catalogue import AnswerModel, Source


class Body(AnswerModel):
    """A node that a row names. `short` is the abbreviation where there is one, else the name."""

    id: str
    label: str
    name: str
    short: str


class MeetingRef(AnswerModel):
    """A meeting. `recorded` is False when the store holds no minutes of it, only words elsewhere that it was or is to be held."""

    id: str
    name: str
    date: dt.date | None
    forum: Body
    recorded: bool


class Target(AnswerModel):
    """Where a hop leads. `name` is the body's short name, or the words for many at once ("kommunerna"), of which `count` tells
    how many and `members` which. `meeting` is set when a certain meeting was named."""

    name: str
    count: int = 1
    members: list[Body]
    meeting: MeetingRef | None = None

    @property
    def english(self) -> str:
        """The name in an English sentence: what are many at once are municipalities, whatever the source calls them."""
        together = self.count > 1 and all(member.label == Label.MUNICIPALITY for member in self.members)
        return "the municipalities" if together else self.name


class Arrival(AnswerModel):
    """An item where the issue came up. `days` after the item that the hop left from; None when a date is not known."""

    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    days: int | None


class Presenter(AnswerModel):
    """Who presented an item: the person (`id`, `name`), and the name as it is spelled in that source."""

    id: str
    name: str
    as_written: str
    role: str | None = None
    organisation: str | None = None


class Sources:
    """Turns the `document`, `passages` and `basis` of result rows into sources.

    `rows` are the results by statement name; `queries.run` has put the passages and documents that any row names under
    "passages" and "documents".
    """

    def __init__(self, rows: Mapping[str, Sequence[Row]]) -> None:
        self._passages = {row["id"]: row for row in rows.get("passages", ())}
        self._files = {row["id"]: row["file"] or row["id"] for row in rows.get("documents", ())}
        self._paged = {row["id"] for row in rows.get("documents", ()) if row["pages"] is not None}

    def words(self, passage: str) -> str:
        """The verbatim words of a passage; empty when the store has no such passage."""
        found = self._passages.get(passage)
        return found["text"] or "" if found else ""

    def of(self, *rows: Row) -> list[Source]:
        """The sources of facts, each passage once, in the order of documents and words. A fact without passages gives its
        document alone."""
        found: dict[tuple[str, int | None, int | None, str], Source] = {}
        for row in rows:
            basis: Literal["stated", "inferred"] = "inferred" if row.get("basis") == "inferred" else "stated"
            known = [self._passages[id_] for id_ in row.get("passages") or () if id_ in self._passages]
            for passage in known:
                document = str(passage["document"] or row.get("document"))
                found[document, passage["start"], passage["end"], basis] = Source(
                    document=document,
                    file=self._file(document),
                    page=passage["page"] if document in self._paged else None,
                    section=passage["section"],
                    words=passage["text"],
                    start=passage["start"],
                    end=passage["end"],
                    basis=basis,
                )
            if row.get("document") and not known:
                document = str(row["document"])
                found[document, None, None, basis] = Source(document=document, file=self._file(document), basis=basis)
        return sorted(found.values(), key=source_order)

    def place(self, passage: str, words: str) -> tuple[str, int]:
        """Where in its document a passage, or the given words within it, begins; an order to sort by."""
        found = self._passages.get(passage)
        if found is None:
            return "", 0
        return found["document"] or "", (found["start"] or 0) + max(0, (found["text"] or "").find(words))

    def _file(self, document: str) -> str:
        return str(self._files.get(document, document))


def source_order(source: Source) -> tuple[str, str, int]:
    return source.file, source.document, -1 if source.start is None else source.start


def merged(sources: Iterable[Source]) -> list[Source]:
    """Several lists of sources as one, each passage once."""
    unique = {(source.document, source.start, source.end, source.basis): source for source in sources}
    return sorted(unique.values(), key=source_order)


def body(row: Row, prefix: str, label: str) -> Body:
    """The columns `<prefix>`, `<prefix>Name` and (if there) `<prefix>Short` of a row as a Body."""
    name = row.get(f"{prefix}Name") or row[prefix]
    return Body(id=row[prefix], label=label, name=name, short=row.get(f"{prefix}Short") or name)


def meeting(row: Row) -> MeetingRef:
    """The columns `meeting`, `meetingName`, `date`, `recorded`, `forum`, `forumName` and `forumShort` as a MeetingRef."""
    return MeetingRef(
        id=row["meeting"],
        name=row["meetingName"] or row["meeting"],
        date=row["date"],
        forum=body(row, "forum", "Forum"),
        recorded=bool(row["recorded"]),
    )


def grouped(rows: Iterable[Row], *columns: str) -> dict[Any, list[Row]]:
    """Rows by one column, or by a tuple of several, in the order in which the values first come."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[columns[0]] if len(columns) == 1 else tuple(row[c] for c in columns), []).append(row)
    return groups


def read_statements(file: str) -> dict[str, str]:
    """The Cypher of a `.cypher` file in this folder, by name: each statement stands below a line `// name`.

    A line of that form has one word; longer comments are kept as part of the statement.
    """
    statements: dict[str, str] = {}
    name = None
    for line in (files("queries") / file).read_text(encoding="utf-8").splitlines():
        words = line.removeprefix("//").split()
        if line.startswith("// ") and len(words) == 1:
            name = words[0]
            statements[name] = ""
        elif name is not None:
            statements[name] += line + "\n"
    return {name: text.strip() for name, text in statements.items()}


def ids_in(value: Any, column: str) -> Iterable[str]:
    """Every string under `column` in rows, also within maps and lists."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == column and isinstance(inner, str):
                yield inner
            elif name == column and isinstance(inner, list):
                yield from (one for one in inner if isinstance(one, str))
            elif isinstance(inner, list | dict):
                yield from ids_in(inner, column)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from ids_in(inner, column)
