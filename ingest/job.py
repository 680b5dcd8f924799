"""An ingest, from paths to a settled store.

Files are read in worker processes and turned into records, then written in whole documents. What a run has read is written
when a good many documents have come together, or when writing has become cheap beside the time that passed; a break loses no
more than that.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from graph.errors import ReadError
from graph.identifiers import document_id
from graph.judgements import load_judgements
from graph.lexicon import Lexicon, load_lexicon, parse_lexicon, read_lexicon_file
from graph.load import Incoming, settle, stored_document
from graph.meta import Meta, judgements_digest, read_meta
from graph.record import Record
from graph.resolution.model import Judgement
from graph.stores.store import Store
from ingest.document import Document
from ingest.kept import document_of, layout_of
from ingest.outcomes import FileReport, IngestReport, Outcome, Progress, Step, counted, failed, totals
from ingest.readers import read_document
from ingest.record import READER_VERSION, read_record
from ingest.source import iter_files, load
from ingest.worker import Job, Workers

MAX_PENDING: Final = 1000
"""So many documents are held in memory before they are written."""
MIN_PENDING_S: Final = 30.0
"""Documents are not kept waiting longer than this, unless writing takes more than a fifth of the time."""
CHECKPOINT_EVERY_S: Final = 60.0


ReadFile = Callable[[bytes, str], Document]


def ingest(
    paths: Iterable[Path],
    store: Store,
    *,
    lexicon_files: Iterable[Path] = (),
    judgements: Sequence[Judgement] | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
    read: ReadFile = read_document,
) -> IngestReport:
    """Read files and folders into the store.

    Files that cannot be read are reported, the others are read all the same. `lexicon_files` are remembered by the store and used
    for all its documents from then on. `judgements` are those that people made (None: those kept with the store). `workers` is how
    many processes read (None: one per processor; 0: this one). `read` turns bytes and a file name into a Document; with workers it
    must be importable by name.

    A file that was read before and has not changed is left alone; one whose content changed replaces what was read from the same
    path. The same content at two paths is one document. Raises StoreError, and LexiconError before anything is read. On
    KeyboardInterrupt whole documents are in the store, visible to readers, and the exception goes on.
    """
    with Workers(workers) as pool:
        said = load_judgements(store) if judgements is None else judgements
        return _Run(store, lexicon_files, said, progress, pool, read).run(list(paths))


# --- the run -----------------------------------------------------------------------------------------------------------


@dataclass
class _Known:
    """A document that is in the store, or about to be."""

    id: str
    paths: list[str]
    reader_version: str
    read_with: str

    @property
    def path(self) -> str:
        return min(self.paths)


@dataclass
class _Pending:
    """A document read and not yet written."""

    record: Record
    text: str
    layout: Mapping[str, Any]


@dataclass
class _Awaited:
    """A file handed to the workers: its place in the report, and the places of files with the same content."""

    place: int
    file: Path
    id: str
    outcome: Outcome
    copies: list[tuple[int, Path]] = field(default_factory=list)


@dataclass(frozen=True)
class _Reading:
    """What the workers do: bytes and a name to a document and its record. Travels with each job."""

    read: ReadFile
    lexicon: tuple[tuple[str, str], ...]

    def __call__(self, data: bytes, file: str) -> tuple[Document, Record]:
        document = self.read(data, file)
        return document, read_record(document, _lexicon(self.lexicon))


@lru_cache(maxsize=2)
def _lexicon(texts: tuple[tuple[str, str], ...]) -> Lexicon:
    return load_lexicon(texts)


class _Run:
    def __init__(
        self,
        store: Store,
        lexicon_files: Iterable[Path],
        judgements: Sequence[Judgement],
        progress: Progress | None,
        workers: Workers,
        read: ReadFile,
    ) -> None:
        self._store = store
        self._judgements = judgements
        self._progress = progress or (lambda step: None)
        self._workers = workers
        before = read_meta(store)
        extra = _with_files(before.lexicon, lexicon_files)
        self._lexicon = load_lexicon(extra)
        self._reading = _Reading(read, extra)
        self._read_with = _digest(extra)
        self._is_new = before == Meta()
        self._meta = replace(before, lexicon=extra, reader_version=READER_VERSION)
        judged = judgements_digest(judgements) != before.judged
        self._dirty = not before.settled or (not self._is_new and (self._meta != before or judged))
        rows = store.read(
            "MATCH (d:Document) RETURN d.id AS id, d.paths AS paths, d.readerVersion AS reader, d.readWith AS readWith"
        )
        self._known = {row["id"]: _Known(row["id"], list(row["paths"]), row["reader"], row["readWith"] or "") for row in rows}
        self._stored = set(self._known)
        self._at = {path: known.id for known in self._known.values() for path in known.paths}
        self._pending: dict[str, _Pending] = {}
        self._leaving: set[str] = set()
        self._relisted: set[str] = set()
        """Documents whose paths changed."""
        self._awaited: dict[str, _Awaited] = {}
        self._reports: dict[int, FileReport] = {}
        self._doubtful = before.doubtful
        self._written_at = time.monotonic()
        self._write_s = 0.0
        self._checkpoint_at = time.monotonic()

    def run(self, paths: Sequence[Path]) -> IngestReport:
        found = list(iter_files(paths))
        try:
            self._read(enumerate(found), len(found))
            again = [(len(found) + i, path) for i, path in enumerate(self._stale_files())]
            self._read(again, len(found) + len(again))
            self._read_kept_text(len(found) + len(again))
            self._write()
        except KeyboardInterrupt:
            self._store.checkpoint()
            raise
        files = tuple(self._reports[place] for place in sorted(self._reports))
        return IngestReport(files, totals(self._store), self._doubtful)

    # --- reading -----------------------------------------------------------------------------------------------------

    def _read(self, files: Iterable[tuple[int, Path | ReadError]], total: int) -> None:
        """Read what is new or changed among the files, each with its place in the report."""
        for _, value in self._workers.map(self._reading, self._jobs(files)):
            awaited = self._awaited.pop(next(iter(self._awaited)))  # the results come in the order of the jobs
            self._take(awaited, value)
            self._progress(Step("read", len(self._reports), total, str(awaited.file)))
            if self._is_due():
                self._write()
        self._progress(Step("read", len(self._reports), total))

    def _jobs(self, files: Iterable[tuple[int, Path | ReadError]]) -> Iterator[Job]:
        for place, file in files:
            if isinstance(file, ReadError):
                self._reports[place] = failed(file)
                continue
            try:
                data = load(file)
            except ReadError as error:
                self._reports[place] = failed(error, str(file))
                continue
            id_ = document_id(hashlib.sha256(data).hexdigest())
            if id_ in self._awaited:
                self._awaited[id_].copies.append((place, file))
            elif id_ in self._known and self._is_current(self._known[id_]):
                self._reports[place] = self._listed(file, id_)
            else:
                known = id_ in self._known or str(file.resolve()) in self._at
                self._awaited[id_] = _Awaited(place, file, id_, Outcome.UPDATED if known else Outcome.READ)
                yield Job(file.name, file, data)

    def _take(self, awaited: _Awaited, value: tuple[Document, Record] | ReadError) -> None:
        """What the workers made of one file, and of its copies."""
        if isinstance(value, ReadError):
            for place, file in ((awaited.place, awaited.file), *awaited.copies):
                self._reports[place] = failed(value, str(file))
            return
        document, record = value
        self._hold(document, record)
        self._place(str(awaited.file.resolve()), awaited.id)
        self._reports[awaited.place] = counted(str(awaited.file), awaited.outcome, awaited.id, record)
        for place, file in awaited.copies:
            self._reports[place] = self._listed(file, awaited.id)

    def _hold(self, document: Document, record: Record) -> None:
        id_ = document_id(record.document.sha256)
        known = self._known.setdefault(id_, _Known(id_, [], "", ""))
        known.reader_version, known.read_with = record.document.reader_version, self._read_with
        self._pending[id_] = _Pending(record, document.text, layout_of(document))
        self._leaving.discard(id_)

    def _is_current(self, known: _Known) -> bool:
        return known.reader_version == READER_VERSION and known.read_with == self._read_with

    def _listed(self, file: Path, id_: str) -> FileReport:
        """A file whose content is in the store: as it was, moved, or once more under another name."""
        path, known = str(file.resolve()), self._known[id_]
        if path not in known.paths:
            gone = [old for old in known.paths if not Path(old).exists()]
            self._place(path, id_)
            for old in gone:
                known.paths.remove(old)
                self._at.pop(old, None)
        if len(known.paths) == 1:
            return FileReport(str(file), Outcome.UNCHANGED, id_)
        others = [other for other in sorted(known.paths) if other != path]
        if path < others[0] and id_ in self._stored and id_ not in self._relisted:
            return FileReport(str(file), Outcome.UNCHANGED, id_)
        return FileReport(str(file), Outcome.DUPLICATE, id_, f"samma innehåll som {Path(others[0]).name}")

    def _place(self, path: str, id_: str) -> None:
        """The path now holds this document; what it held before goes, unless it lies elsewhere too."""
        earlier = self._at.get(path)
        if earlier is not None and earlier != id_:
            old = self._known[earlier]
            old.paths.remove(path)
            if old.paths:
                self._relisted.add(earlier)
            else:
                self._pending.pop(earlier, None)
                self._relisted.discard(earlier)
                del self._known[earlier]
                if earlier in self._stored:
                    self._leaving.add(earlier)
        known = self._known[id_]
        if path not in known.paths:
            known.paths.append(path)
            self._relisted.add(id_)
        self._at[path] = id_

    # --- documents that must be read again ---------------------------------------------------------------------------

    def _stale_files(self) -> list[Path]:
        """One file for each document that an older reader or another lexicon read and that lies where it lay."""
        stale = sorted(id_ for id_, known in self._known.items() if not self._is_current(known))
        return [path for id_ in stale if (path := _unchanged_file(self._known[id_].paths, id_)) is not None]

    def _read_kept_text(self, place: int) -> None:
        """Documents whose files are gone: with another lexicon their kept text is read again; what an older reader made of
        the file stays as it is."""
        for id_, known in sorted(self._known.items()):
            if self._is_current(known) or known.reader_version != READER_VERSION:
                continue
            document = document_of(self._stored_document(id_))
            record = read_record(document, self._lexicon)
            self._hold(document, record)
            self._reports[place] = counted(known.path, Outcome.UPDATED, id_, record)
            place += 1
            if self._is_due():
                self._write()

    def _stored_document(self, id_: str) -> Incoming:
        (row,) = self._store.read(
            "MATCH (d:Document {id: $id}) RETURN d.record AS record, d.text AS text, d.layout AS layout, d.path AS path, "
            "d.paths AS paths, d.readWith AS readWith",
            {"id": id_},
        )
        return stored_document(row)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _is_due(self) -> bool:
        if not self._pending and not self._leaving:
            return False
        waited = time.monotonic() - self._written_at
        return len(self._pending) >= MAX_PENDING or waited >= max(MIN_PENDING_S, 4 * self._write_s)

    def _write(self) -> None:
        """Bring the store to the set of documents known now. Nothing is written when nothing changed."""
        incoming = [self._incoming(id_) for id_ in sorted({*self._pending, *self._relisted} & set(self._known))]
        incoming = [document for document in incoming if document is not None]
        begun = time.monotonic()
        if incoming or self._leaving or self._dirty or self._is_new:
            if self._is_new:
                self._store.ensure_schema()
            settled = settle(
                self._store,
                self._lexicon,
                incoming=incoming,
                leaving=self._leaving,
                judgements=self._judgements,
                meta=self._meta,
                progress=self._written,
            )
            self._doubtful = len(settled.resolution.doubtful)
            self._store.checkpoint()
            self._stored = (self._stored | {document.id for document in incoming}) - self._leaving
            self._pending, self._leaving, self._relisted = {}, set(), set()
            self._dirty = self._is_new = False
        self._written_at = time.monotonic()
        self._write_s = self._written_at - begun

    def _incoming(self, id_: str) -> Incoming:
        known = self._known[id_]
        held = self._pending.get(id_)
        if held is None:
            stored = self._stored_document(id_)
            held = _Pending(stored.record, stored.text, stored.layout)
        facts = held.record.document.model_copy(update={"file": Path(known.path).name})
        record = held.record.model_copy(update={"document": facts})
        return Incoming(record, held.text, held.layout, known.path, tuple(sorted(known.paths)), known.read_with)

    def _written(self, done: int, total: int) -> None:
        self._progress(Step("write", done, total))
        if time.monotonic() - self._checkpoint_at > CHECKPOINT_EVERY_S:
            self._store.checkpoint()
            self._checkpoint_at = time.monotonic()


def _with_files(known: Sequence[tuple[str, str]], files: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """The lexicon texts of the store with these files laid over them; a file of the same name replaces the one before."""
    texts = dict(known)
    for file in files:
        text = read_lexicon_file(file)
        parse_lexicon(text, str(file))
        if texts.get(file.name) != text:
            texts.pop(file.name, None)
            texts[file.name] = text
    return tuple(texts.items())


def _digest(texts: Sequence[tuple[str, str]]) -> str:
    """Tells one lexicon from another; empty for the bundled one alone."""
    if not texts:
        return ""
    return hashlib.sha256(json.dumps([text for _, text in texts]).encode()).hexdigest()[:12]


def _unchanged_file(paths: Iterable[str], id_: str) -> Path | None:
    """The first of the paths that still holds the document."""
    for path in sorted(paths):
        try:
            data = load(Path(path))
        except ReadError:
            continue
        if document_id(hashlib.sha256(data).hexdigest()) == id_:
            return Path(path)
    return None
