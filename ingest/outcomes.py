"""What an ingest tells: what became of each file, how far it is, and what the store then holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from graph.errors import ReadError
from graph.names import fold
from graph.record import Record
from graph.stores.store import Store


class Outcome(StrEnum):
    """What became of one file."""

    READ = "read"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. `reason` says why it failed, or of what it is a duplicate; the counts are those of its record."""

    path: str
    outcome: Outcome
    document: str | None = None
    reason: str | None = None
    meetings: int = 0
    people: int = 0
    items: int = 0
    decisions: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """What the store holds. `meetings` with minutes or a table that tells of them; `told_of` only referred to; `unread` the
    passages that looked like content and were not understood."""

    documents: int
    meetings: int
    told_of: int
    people: int
    items: int
    decisions: int
    unread: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of a run: one line for each file in the order given, and what is in the store after it."""

    files: tuple[FileReport, ...]
    totals: Totals
    doubtful: int
    """Pairs of names that may be one, left apart."""

    def count(self, outcome: Outcome) -> int:
        return sum(file.outcome is outcome for file in self.files)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is. `stage` is `read` (of `total` files) or `write` (of `total` documents)."""

    stage: str
    done: int
    total: int
    file: str = ""


Progress = Callable[[Step], None]


def totals(store: Store) -> Totals:
    """What the store holds now."""

    def count(cypher: str) -> int:
        rows = store.read(cypher)
        return int(rows[0]["n"] or 0) if rows else 0

    return Totals(
        documents=count("MATCH (n:Document) RETURN count(n) AS n"),
        meetings=count("MATCH (n:Meeting) WHERE n.recorded RETURN count(n) AS n"),
        told_of=count("MATCH (n:Meeting) WHERE NOT n.recorded RETURN count(n) AS n"),
        people=count("MATCH (n:Official) RETURN count(n) AS n"),
        items=count("MATCH (n:AgendaItem) RETURN count(n) AS n"),
        decisions=count("MATCH (n:Decision) RETURN count(n) AS n"),
        unread=count("MATCH (n:Document) RETURN sum(n.unread) AS n"),
    )


def failed(error: ReadError, path: str | None = None) -> FileReport:
    """A file that could not be read, under the path that the user gave where that is not the error's own."""
    reason = f"{error.reason}. {error.remedy}" if error.remedy else error.reason
    return FileReport(path or error.file, Outcome.FAILED, reason=reason)


def counted(path: str, outcome: Outcome, id_: str, record: Record) -> FileReport:
    """A file with what its record holds."""
    people: Counter[str] = Counter()
    for meeting in record.meetings:
        people.update(fold(person.name) for person in meeting.attendance)
        people.update(fold(presenter.name) for item in meeting.items for presenter in item.presenters)
    return FileReport(
        path,
        outcome,
        id_,
        meetings=len(record.meetings),
        people=len(people),
        items=sum(len(meeting.items) for meeting in record.meetings),
        decisions=sum(len(item.decisions) for meeting in record.meetings for item in meeting.items),
        unread=len(record.unread),
    )
