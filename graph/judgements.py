"""Judgements by people, as they are kept: who said what of which two spellings, when and why. History is never rewritten.

    file or nodes -> entries (with undoings) -> those in force -> Judgement (graph.resolution.model) -> resolve

Beside an embedded store lies one small YAML file (`judgements_file`), in Neo4j each entry is a node (:Judgement). Both hold the
same entries in the same order, so that a file can be kept under version control, merged, and taken into another store.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import yaml
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from graph.errors import InputError
from graph.resolution.model import Judgement, Verdict
from graph.schema import Label
from graph.stores.store import Statement, Store

FORMAT: Final = 1
SUFFIX: Final = ".judgements.yaml"
MAX_REASON: Final = 500
MAX_AUTHOR: Final = 80
_HEAD: Final = """\
# Ärendegång: bedömningar av vilka namn som är samma och vilka som är olika.
# En post för varje bedömning, i tidsordning. Inget stryks: en bedömning tas tillbaka med en ny post (judged: undo).
"""


class JudgementError(InputError):
    """A file of judgements that cannot be used: file, place, what was expected."""


class Said(StrEnum):
    """What an entry says. `later` has no effect on the graph; `undo` takes an earlier entry back."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    UNDO = "undo"


class Kind(StrEnum):
    """Of what the two spellings are."""

    PERSON = "person"
    FORUM = "forum"
    ORGANISATION = "organisation"
    MUNICIPALITY = "municipality"
    TOPIC = "topic"
    REPORT = "report"

    @property
    def label(self) -> Label:
        return _LABELS[self]


_LABELS: Final = {
    Kind.PERSON: Label.OFFICIAL,
    Kind.FORUM: Label.FORUM,
    Kind.ORGANISATION: Label.ORGANISATION,
    Kind.MUNICIPALITY: Label.MUNICIPALITY,
    Kind.TOPIC: Label.TOPIC,
    Kind.REPORT: Label.REPORT,
}
_KINDS: Final = {label: kind for kind, label in _LABELS.items()}


def kind_of(label: Label) -> Kind:
    """The kind of an entity's label. Raises KeyError for a label that is of no entity (Meeting, Document …)."""
    return _KINDS[label]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


_Text = Annotated[str, Field(min_length=1, max_length=400)]


class Side(_Kept):
    """One of the two: a spelling with what tells it apart from others of the same spelling.

    `unit` is the resolution's key of it (spelling, body, region …). Should the key be another after a new reading, the
    spelling together with one of the `documents` (ids) that have it finds it again. `entity` and `body` are told for the reader:
    what it was called and whom it spoke for when it was judged.
    """

    spelling: _Text
    unit: _Text
    entity: _Text
    body: str | None = None
    documents: tuple[str, ...] = ()


class Entry(_Kept):
    """One entry of the history. `left` and `right` are given for a judgement, `undoes` (an entry's id) for an undoing."""

    id: Annotated[str, Field(pattern=r"^j[0-9a-f]{12}$")]
    judged: Said
    kind: Kind | None = None
    left: Side | None = None
    right: Side | None = None
    undoes: str | None = None
    author: Annotated[str, Field(min_length=1, max_length=MAX_AUTHOR)]
    time: AwareDatetime
    reason: Annotated[str, Field(min_length=1, max_length=MAX_REASON)] | None = None

    @field_validator("time")
    @classmethod
    def _in_utc(cls, time: dt.datetime) -> dt.datetime:
        return time.astimezone(dt.UTC)

    @model_validator(mode="after")
    def _is_whole(self) -> Entry:
        if self.judged is Said.UNDO:
            if self.undoes is None or self.left or self.right or self.kind:
                raise ValueError("an undoing names the entry that it takes back (undoes), and nothing else")
        elif self.kind is None or self.left is None or self.right is None or self.undoes:
            raise ValueError("a judgement names a kind and two sides (left, right)")
        elif self.left.unit == self.right.unit:
            raise ValueError("left and right are the same")
        return self

    @property
    def order(self) -> tuple[dt.datetime, str]:
        return self.time, self.id

    @property
    def pair(self) -> tuple[str, str, str]:
        """Kind and the two units, sorted: the same for every judgement of one pair; empty for an undoing."""
        if self.kind is None or self.left is None or self.right is None:
            return "", "", ""
        return self.kind.value, *sorted((self.left.unit, self.right.unit))  # type: ignore[return-value]


def judge(
    said: Said, kind: Kind, left: Side, right: Side, *, author: str, now: dt.datetime, reason: str | None, after: Sequence[Entry]
) -> Entry:
    """A new judgement, later than all entries `after` which it will stand. `now` is aware of its time zone."""
    content = {"judged": said, "kind": kind, "left": left, "right": right, "author": author, "reason": reason or None}
    return _made(content, now, after)


def undo(entry: Entry, *, author: str, now: dt.datetime, reason: str | None, after: Sequence[Entry]) -> Entry:
    """An entry that takes another back; taking back an undoing puts the judgement in force again."""
    return _made({"judged": Said.UNDO, "undoes": entry.id, "author": author, "reason": reason or None}, now, after)


def _made(content: dict[str, Any], now: dt.datetime, after: Sequence[Entry]) -> Entry:
    time = now.astimezone(dt.UTC).replace(microsecond=now.microsecond // 1000 * 1000)
    last = max((entry.time for entry in after), default=None)
    if last is not None and time <= last:  # the order in time is the order of the history, whatever the clock says
        time = last + dt.timedelta(milliseconds=1)
    draft = Entry(id="j" + "0" * 12, time=time, **content)
    text = json.dumps(_plain(draft) | {"id": ""}, ensure_ascii=False, sort_keys=True)
    return draft.model_copy(update={"id": "j" + hashlib.sha256(text.encode()).hexdigest()[:12]})


# --- what is in force ----------------------------------------------------------------------------------------------------


def in_force(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The judgements that nobody took back, oldest first. An undoing that was itself undone has no effect."""
    undone: set[str] = set()
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda e: e.order, reverse=True):
        if entry.id in undone:
            continue
        if entry.judged is Said.UNDO:
            undone.add(entry.undoes or "")
        else:
            kept.append(entry)
    return tuple(reversed(kept))


def judgements_of(entries: Iterable[Entry]) -> tuple[Judgement, ...]:
    """What resolution is to know, oldest first: the same and different in force, of each pair the last word alone."""
    last: dict[tuple[str, str, str], Entry] = {}
    for entry in in_force(entries):
        if entry.judged is not Said.LATER:
            last.pop(entry.pair, None)
            last[entry.pair] = entry
    return tuple(
        Judgement(
            entry.kind.label,
            entry.left.unit,
            entry.right.unit,
            Verdict(entry.judged.value),
            entry.left.documents,
            entry.right.documents,
        )
        for entry in last.values()
        if entry.kind and entry.left and entry.right
    )


def merge_entries(ours: Iterable[Entry], theirs: Iterable[Entry]) -> tuple[Entry, ...]:
    """Two histories as one, in order of time. Raises JudgementError when one id says two things."""
    whole = {entry.id: entry for entry in ours}
    for entry in theirs:
        known = whole.setdefault(entry.id, entry)
        if known != entry:
            raise JudgementError(
                f"Bedömningen {entry.id} säger olika saker på två ställen.", "Ge den ena posten ett annat id, eller stryk den."
            )
    return tuple(sorted(whole.values(), key=lambda entry: entry.order))


# --- the file ------------------------------------------------------------------------------------------------------------


def write_entries(entries: Iterable[Entry]) -> str:
    """YAML in order of time, the same for the same entries: one entry is one block of lines."""
    blocks = [
        yaml.safe_dump([_plain(entry)], allow_unicode=True, sort_keys=False, width=120, default_flow_style=False)
        for entry in sorted(entries, key=lambda e: e.order)
    ]
    body = "\n".join(blocks)
    indented = "".join(f"  {line}\n" if line else "\n" for line in body.splitlines())
    return f"{_HEAD}format: {FORMAT}\njudgements:{' []' if not blocks else ''}\n{indented}"


def _plain(entry: Entry) -> dict[str, Any]:
    """The entry in the order in which it is read best, without what is not said."""
    time = entry.time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    whole: dict[str, Any] = {
        "id": entry.id,
        "judged": entry.judged.value,
        "kind": entry.kind.value if entry.kind else None,
        "left": _plain_side(entry.left),
        "right": _plain_side(entry.right),
        "undoes": entry.undoes,
        "author": entry.author,
        "time": time,
        "reason": entry.reason,
    }
    return {key: value for key, value in whole.items() if value is not None}


def _plain_side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    whole = {"spelling": side.spelling, "unit": side.unit, "entity": side.entity, "body": side.body}
    kept: dict[str, Any] = {key: value for key, value in whole.items() if value is not None}
    return kept | ({"documents": list(side.documents)} if side.documents else {})


def parse_entries(text: str, source: str) -> tuple[Entry, ...]:
    """The entries of a file, in order of time; empty text has none. `source` names the file in errors.

    Raises JudgementError that names the entry and what was expected of it.
    """
    remedy = "Rätta filen, eller hämta tillbaka en äldre version (docs/review.md)."
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", rad {mark.line + 1}" if mark else ""
        raise JudgementError(
            f"{source}{place}: inte läsbar YAML ({getattr(error, 'problem', None) or 'fel'}).", remedy
        ) from error
    if content is None:
        return ()
    if not isinstance(content, dict) or not isinstance(content.get("judgements"), list):
        raise JudgementError(f"{source}: en lista under judgements väntades.", remedy)
    if content.get("format") != FORMAT:
        raise JudgementError(f"{source}: format {FORMAT} väntades, inte {content.get('format')!r}.", remedy)
    entries: dict[str, Entry] = {}
    for number, one in enumerate(content["judgements"], start=1):
        try:
            entry = Entry.model_validate(one)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise JudgementError(
                f"{source}, bedömning {number}{f', {where}' if where else ''}: {first['msg']}.", remedy
            ) from error
        if entry.id in entries:
            raise JudgementError(f"{source}, bedömning {number}: id {entry.id} finns redan.", remedy)
        entries[entry.id] = entry
    for number, entry in enumerate(entries.values(), start=1):
        if entry.undoes is not None and entry.undoes not in entries:
            raise JudgementError(f"{source}, bedömning {number}: {entry.undoes}, som den tar tillbaka, finns inte.", remedy)
    return tuple(sorted(entries.values(), key=lambda entry: entry.order))


def read_entries_file(path: Path) -> tuple[Entry, ...]:
    """The entries of a file that must be there. Raises JudgementError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "inte UTF-8"
        raise JudgementError(f"{path}: går inte att läsa ({reason}).", "Kontrollera sökvägen och rättigheterna.") from error
    return parse_entries(text, str(path))


def write_entries_file(path: Path, entries: Iterable[Entry]) -> None:
    """Write the file whole or not at all: whatever happens on the way, the old one or the new one is there.

    Raises JudgementError when it cannot be written.
    """
    text = write_entries(entries)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if os.name == "posix":
                os.chmod(name, path.stat().st_mode if path.exists() else 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise JudgementError(
            f"{path}: går inte att skriva ({error.strerror}).", "Kontrollera rättigheterna och utrymmet."
        ) from error


# --- beside a store --------------------------------------------------------------------------------------------------------


def judgements_file(address: str) -> Path:
    """The file beside an embedded store: `minutes.store` has `minutes.store.judgements.yaml`. It is no part of the store's folder,
    so that it outlives a store that is removed and built again."""
    path = Path(address).expanduser()
    return path.with_name(f"{path.name}{SUFFIX}")


def load_entries(store: Store) -> tuple[Entry, ...]:
    """All entries kept with the store, in order of time. Raises JudgementError, StoreError."""
    if store.engine == "kglite":
        path = judgements_file(store.address)
        return read_entries_file(path) if path.exists() else ()
    rows = store.read("MATCH (j:Judgement) RETURN j.id AS id, j.entry AS entry ORDER BY id")
    text = json.dumps({"format": FORMAT, "judgements": [json.loads(row["entry"]) for row in rows]})
    return parse_entries(text, store.address)


def load_judgements(store: Store) -> tuple[Judgement, ...]:
    """What the judgements kept with the store mean to resolution."""
    return judgements_of(load_entries(store))


def keep_entries(store: Store, new: Sequence[Entry]) -> tuple[Entry, ...]:
    """Add entries to those kept with the store, which must be open for writing; gives all. Raises JudgementError, StoreError."""
    if store.engine == "kglite":
        whole = merge_entries(load_entries(store), new)
        write_entries_file(judgements_file(store.address), whole)
        return whole
    whole = merge_entries(load_entries(store), new)
    store.execute(
        [
            Statement(
                "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j += row",
                {"rows": [_node(entry) for entry in new]},
            )
        ]
    )
    return whole


def _node(entry: Entry) -> dict[str, Any]:
    """An entry as a node: what one asks for as properties of their own, and the whole as JSON."""
    plain = _plain(entry)
    sides = {
        f"{name}{key.capitalize()}": getattr(side, key)
        for name, side in (("left", entry.left), ("right", entry.right))
        if side
        for key in ("spelling", "entity")
    }
    flat = {key: value for key, value in plain.items() if isinstance(value, str)}
    name = f"{entry.judged.value} {entry.time.date().isoformat()}"
    return {**flat, **sides, "name": name, "entry": json.dumps(plain, ensure_ascii=False, separators=(",", ":"))}
