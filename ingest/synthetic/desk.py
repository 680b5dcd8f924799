"""The desk: where one set of minutes is written, sheet and truth together.

Layouts write through it. Each fact gets a tag when its words are written, and its truth is noted in the same call, so that
the two cannot drift apart. Truth is kept as the record's JSON with tags in place of spans; `resolve_truth` puts the spans in.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graph.record import DecisionKind, MovementType, Status
from ingest.synthetic.pools import Body, People, Person
from ingest.synthetic.sheet import Kind, Part, Piece, Run, Runs, SheetBlock, flat, styled, tagged

Json = dict[str, Any]


@dataclass
class Desk:
    """One document in the making. `rng` decides everything; the same seed gives the same document."""

    rng: random.Random
    body: Body
    date: dt.date
    people: People
    blocks: list[SheetBlock] = field(default_factory=list)
    meeting: Json = field(default_factory=dict)
    document: Json = field(default_factory=dict)
    abbreviations: list[Json] = field(default_factory=list)
    by_marks: set[int] = field(default_factory=set)
    """Tags of people whose status only strike marks tell; without marks it is unknown."""
    by_columns: set[int] = field(default_factory=set)
    """Tags of people whose status only the column tells in which a cross stands."""
    statements: list[tuple[str, Status, int]] = field(default_factory=list)
    """What the text says of a municipality itself: name, status, tag of the words."""
    defined: set[str] = field(default_factory=set)
    """Abbreviations introduced so far."""
    members: list[Person] = field(default_factory=list)
    """Those who sit in the body and were listed as present: movers, adjusters, chairs are taken among them."""
    _next_tag: int = 0
    _open: list[int] = field(default_factory=list)

    # --- tags ---------------------------------------------------------------------------------------------------------

    def new_tag(self) -> int:
        self._next_tag += 1
        return self._next_tag

    @contextmanager
    def within(self, tag: int) -> Iterator[None]:
        """Everything written inside belongs to `tag` too."""
        self._open.append(tag)
        try:
            yield
        finally:
            self._open.remove(tag)

    def marked(self, pieces: Sequence[Piece]) -> Runs:
        """Runs that belong to all that is open now, to be written later (in a table)."""
        return self._runs(pieces)

    def _runs(self, pieces: Sequence[Piece]) -> Runs:
        runs = flat(pieces)
        for tag in self._open:
            runs = tagged(tag, runs)
        return runs

    # --- blocks -------------------------------------------------------------------------------------------------------

    def heading(self, *pieces: Piece, level: int = 2, tight: bool = False) -> None:
        self.blocks.append(SheetBlock(Kind.HEADING, self._runs(pieces), level, tight))

    def para(self, *pieces: Piece, bold: bool = False, italic: bool = False, tight: bool = False) -> None:
        self.blocks.append(SheetBlock(Kind.PARAGRAPH, styled(self._runs(pieces), bold=bold, italic=italic), 0, tight))

    def line(self, *pieces: Piece, bold: bool = False) -> None:
        """A paragraph set close to the one before: a new line, no empty line between."""
        self.para(*pieces, bold=bold, tight=True)

    def bullet(self, *pieces: Piece, tight: bool = True) -> None:
        self.blocks.append(SheetBlock(Kind.LIST_ITEM, self._runs(pieces), 0, tight))

    def table(self, rows: Sequence[Sequence[Piece]]) -> None:
        cells = tuple(tuple(self._runs([cell]) for cell in row) for row in rows)
        self.blocks.append(SheetBlock(Kind.TABLE, rows=cells))

    # --- facts --------------------------------------------------------------------------------------------------------

    def forum_name(self, text: str | None = None) -> Run:
        return Run(text or self.body.name, part=Part.FORUM)

    def attend(
        self,
        person: Person,
        status: Status,
        *,
        role: str | None = None,
        party: bool = True,
        paragraphs: str | None = None,
        replaces: str | None = None,
        struck: bool = False,
        by_marks: bool = False,
        by_columns: bool = False,
    ) -> Runs:
        """Note one line of the attendance and give the person's name to write. `party` tells that the layout prints it."""
        tag = self.new_tag()
        self.meeting.setdefault("attendance", []).append(
            {
                "asWritten": person.name, "name": person.name, "represents": person.represents,
                "party": person.party if party else None, "role": role, "status": status.value, "paragraphs": paragraphs,
                "replaces": replaces, "span": tag,
            }
        )  # fmt: skip
        if by_marks:
            self.by_marks.add(tag)
        if by_columns:
            self.by_columns.add(tag)
        return tagged(tag, Run(person.name, struck=struck))

    def state_municipality(self, name: str, status: Status) -> Runs:
        """Note that the text says `status` of the municipality itself, and give its name to write."""
        tag = self.new_tag()
        self.statements.append((name, status, tag))
        return tagged(tag, name)

    @contextmanager
    def item(self, number: str | None, labels: Sequence[str] = (), attachments: Sequence[str] = ()) -> Iterator[Json]:
        """Open an item. What is written inside is its span; write the title with `title`."""
        tag = self.new_tag()
        item: Json = {
            "number": number, "title": "", "labels": list(labels), "attachments": list(attachments), "presenters": [], "topics": [],
            "reports": [], "decisions": [], "movements": [], "priorDecisions": [], "titleSpan": 0, "span": tag,
        }  # fmt: skip
        self.meeting.setdefault("items", []).append(item)
        with self.within(tag):
            yield item

    def title(self, item: Json, *pieces: Piece) -> Runs:
        item["titleSpan"] = item["titleSpan"] or self.new_tag()
        return tagged(item["titleSpan"], *pieces)

    def presenter(self, item: Json, person: Person, *, role: str | None, organisation: str | None) -> Runs:
        tag = self.new_tag()
        item["presenters"].append(
            {"asWritten": person.name, "name": person.name, "role": role, "organisation": organisation, "span": tag}
        )
        return tagged(tag, person.name)

    def decide(
        self,
        item: Json,
        words: Piece,
        kind: DecisionKind,
        targets: Sequence[str] = (),
        object_: str | None = None,
        due: dt.date | None = None,
    ) -> Runs:
        """Note one att-sats of this meeting and give its words, which start where the decision's text starts."""
        tag = self.new_tag()
        item["decisions"].append(
            {
                "text": "",
                "kind": kind.value,
                "targets": list(targets),
                "object": object_,
                "due": due and due.isoformat(),
                "span": tag,
            }
        )
        return tagged(tag, words)

    def move(
        self, item: Json, words: Piece, type_: MovementType, to: str | None, due: dt.date | None = None, from_: str | None = None
    ) -> Runs:
        """Note a sentence that sends the matter on. What another body raised came `from_` there `to` this one."""
        tag = self.new_tag()
        item["movements"].append(
            {"type": type_.value, "from": from_, "to": to, "due": due and due.isoformat(), "quote": "", "span": tag}
        )
        return tagged(tag, words)

    def prior(self, item: Json, words: Piece, forum: str | None, date: dt.date | None, kind: DecisionKind | None) -> Runs:
        """A decision of another body or an earlier meeting, told in this text."""
        tag = self.new_tag()
        item["priorDecisions"].append(
            {"forum": forum, "date": date and date.isoformat(), "kind": kind and kind.value, "quote": "", "span": tag}
        )
        return tagged(tag, words)

    def abbreviate(self, short: str, long: str) -> Runs:
        """ "Long form (LF)" written for the first time in this document."""
        tag = self.new_tag()
        self.defined.add(short)
        self.abbreviations.append({"short": short, "long": long, "span": tag})
        return tagged(tag, f"{long} ({short})")


def municipality_truth(desk_meeting: Json, statements: Sequence[tuple[str, Status, int]], known: frozenset[str]) -> list[Json]:
    """What the document as a whole says of each municipality: present if one of its people is, absent if all listed are or
    the text says so, conflicting if it says both, unknown otherwise. `known` are the names that are municipalities."""
    said: dict[str, list[tuple[Status, int]]] = {}
    for entry in desk_meeting.get("attendance", []):
        if entry["represents"] in known:
            said.setdefault(entry["represents"], []).append((Status(entry["status"]), entry["span"]))
    stated: dict[str, list[tuple[Status, int]]] = {}
    for name, status, tag in statements:
        stated.setdefault(name, []).append((status, tag))
    truth: list[Json] = []
    for name in sorted({*said, *stated}):
        statuses = {status for status, _ in said.get(name, [])}
        explicit = {status for status, _ in stated.get(name, [])}
        if Status.PRESENT in statuses and Status.ABSENT in explicit:
            status = Status.CONFLICTING
        elif Status.PRESENT in statuses or Status.PRESENT in explicit:
            status = Status.PRESENT
        elif Status.ABSENT in explicit or statuses == {Status.ABSENT}:
            status = Status.ABSENT
        else:
            status = Status.UNKNOWN
        truth.append(
            {"name": name, "status": status.value, "spans": [t for _, t in (*said.get(name, []), *stated.get(name, []))]}
        )
    return truth
