"""Scorecards: sets of documents read and compared, synthetic ones or a folder of a user's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import InputError, ReadError
from graph.lexicon import Lexicon, load_lexicon, read_lexicon_file
from graph.record import DocumentFacts, DocumentKind, Record
from ingest.readers import read_document
from ingest.record import READER_VERSION, read_record
from ingest.scoring.compare import Scorer
from ingest.scoring.fields import LAYOUT_FIELDS
from ingest.scoring.tally import Count, Tally
from ingest.scoring.truth import Truth, parse_truth
from ingest.synthetic import LEXICON, compose_corpus

DEFAULT_DOCUMENTS = 240
DEFAULT_SEED = 1


@dataclass(frozen=True)
class Case:
    """One document to score: its name and bytes, the truth, and the layouts it is made of (empty when not known)."""

    file: str
    data: bytes
    truth: Truth
    layouts: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when the document or its truth does: then nothing can be compared with before."""
        return hashlib.sha256(self.data + self.truth.model_dump_json().encode()).hexdigest()[:16]


@dataclass(frozen=True)
class DocumentScore:
    file: str
    digest: str
    layouts: Mapping[str, str]
    tally: Tally


@dataclass(frozen=True)
class Scorecard:
    """The scores of a set of documents. `name` is that of its committed file: "clean", "noisy", or a folder's."""

    name: str
    documents: tuple[DocumentScore, ...]

    @property
    def total(self) -> Tally:
        tally = Tally()
        for document in self.documents:
            tally.merge(document.tally)
        return tally

    def by_layout(self, sort: str) -> dict[str, Count]:
        """The count over the fields of that sort of layout ("attendance", "items", "head", "form") for each layout."""
        counts: dict[str, Count] = {}
        for document in self.documents:
            if layout := document.layouts.get(sort):
                counts[layout] = counts.get(layout, Count()) + document.tally.of(LAYOUT_FIELDS[sort])
        return counts

    def to_json(self) -> str:
        """As committed: the fields' counts, and each document's errors (fields without errors are left out)."""
        content = {
            "name": self.name,
            "fields": {name.value: [c.hit, c.missed, c.extra] for name, c in sorted(self.total.counts.items())},
            "documents": {
                d.file: {
                    "digest": d.digest,
                    "errors": {n.value: [c.missed, c.extra] for n, c in sorted(d.tally.counts.items()) if c.missed + c.extra},
                }
                for d in self.documents
            },
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def score_cases(cases: Iterable[Case], lexicon: Lexicon, name: str) -> Scorecard:
    """Read every case and compare. Pure but for the reading of bytes already in memory."""
    scorer = Scorer(lexicon)
    documents = []
    for case in cases:
        record = _read(case, lexicon)
        documents.append(DocumentScore(case.file, case.digest, case.layouts, scorer.score(case.truth, record)))
    return Scorecard(name, tuple(documents))


def _read(case: Case, lexicon: Lexicon) -> Record:
    """The record of a case; one whose bytes no reader takes says nothing, so that all of it is missed."""
    try:
        return read_record(read_document(case.data, case.file), lexicon)
    except ReadError:
        facts = DocumentFacts(
            file=case.file,
            sha256=hashlib.sha256(case.data).hexdigest(),
            media_type="application/octet-stream",
            kind=DocumentKind.OTHER,
            carries_strikethrough=False,
            reader_version=READER_VERSION,
        )
        return Record(document=facts)


def synthetic_cases(documents: int, seed: int, noise: str) -> Iterator[Case]:
    for sample in compose_corpus(documents, seed=seed, noise=noise):
        yield Case(sample.file, sample.data, parse_truth(sample.sidecar(), sample.file)[0], sample.layouts)


def score_synthetic(documents: int = DEFAULT_DOCUMENTS, seed: int = DEFAULT_SEED, noise: str = "clean") -> Scorecard:
    """Score `documents` synthetic documents; the same arguments give the same documents."""
    return score_cases(synthetic_cases(documents, seed, noise), load_lexicon([("synthetic", LEXICON)]), noise)


def score_folder(folder: Path, lexicon: Lexicon | None = None) -> Scorecard:
    """Score the documents of a folder that have a truth `.json` beside them: the same name, or named by its `file`.

    Without `lexicon` the bundled one is used, with the folder's `lexicon.yaml` laid over it when there is one. Raises
    InputError when the folder has no document with a truth.
    """
    own = folder / "lexicon.yaml"
    if lexicon is None:
        lexicon = load_lexicon([(own.name, read_lexicon_file(own))] if own.is_file() else [])
    cases: list[Case] = []
    for path in sorted(folder.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        truth, layouts, file = parse_truth(text, path.name)
        document = _document_beside(path, file)
        if document is not None:
            cases.append(Case(document.name, document.read_bytes(), truth, layouts))
    if not cases:
        raise InputError(
            f"{folder}: inget dokument med facit.", "Lägg ett facit med samma namn och ändelsen .json bredvid varje dokument."
        )
    return score_cases(cases, lexicon, folder.resolve().name)


def _document_beside(truth: Path, file: str | None) -> Path | None:
    if file and (truth.parent / Path(file).name).is_file():
        return truth.parent / Path(file).name
    beside = [p for p in sorted(truth.parent.glob(f"{truth.stem}.*")) if p.suffix not in (".json", ".yaml")]
    return beside[0] if beside else None
