"""The way back out of a store: a document, named as a person names it, is taken out with all that it alone said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.errors import InputError
from graph.judgements import load_judgements
from graph.lexicon import load_lexicon
from graph.load import settle
from graph.meta import read_meta
from graph.names import fold
from graph.resolution.model import Judgement
from graph.stores.store import Row, Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    document: str
    file: str


class UnknownDocumentError(InputError):
    """No document of the store goes by that name. `suggestions` are files with like names, nearest first."""

    def __init__(self, reference: str, suggestions: Sequence[str]) -> None:
        self.suggestions = tuple(suggestions)
        remedy = f"Närmast: {', '.join(suggestions)}." if suggestions else "Inga dokument är inlästa."
        super().__init__(f"Inget dokument heter {reference}.", remedy)


class AmbiguousDocumentError(InputError):
    """Several documents fit. `candidates` are (id, file) pairs."""

    def __init__(self, reference: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.candidates = tuple(candidates)
        listed = ", ".join(f"{id_} ({file})" for id_, file in candidates)
        super().__init__(f"{reference} kan vara flera dokument: {listed}.", "Ange dokumentets id.")


def forget(store: Store, reference: str, *, judgements: Sequence[Judgement] | None = None) -> Forgotten:
    """Take one document, and all that it alone said, out of the store.

    `reference` is an id, a file name, a path, or a unique beginning of one of them. Raises UnknownDocumentError,
    AmbiguousDocumentError, StoreError.
    """
    rows = store.read("MATCH (d:Document) RETURN d.id AS id, d.file AS file, d.sha256 AS sha256, d.paths AS paths")
    row = _the_document(reference, rows)
    meta = read_meta(store)
    said = load_judgements(store) if judgements is None else judgements
    settle(store, load_lexicon(meta.lexicon), leaving=[row["id"]], judgements=said, meta=meta)
    store.checkpoint()
    return Forgotten(row["id"], row["file"])


def _the_document(reference: str, rows: Sequence[Row]) -> Row:
    wanted = reference.strip()
    exact = [row for row in rows if wanted in (row["id"], row["sha256"], row["file"], *row["paths"])]
    prefix = wanted.removeprefix("document:").casefold()
    begins = [row for row in rows if prefix and (row["sha256"].startswith(prefix) or row["file"].casefold().startswith(prefix))]
    found = exact or begins
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousDocumentError(reference, sorted((row["id"], row["file"]) for row in found)[:10])
    names = sorted({row["file"] for row in rows})
    near = process.extract(fold(wanted), {name: fold(name) for name in names}, scorer=fuzz.WRatio, limit=3)
    raise UnknownDocumentError(reference, [name for _, _, name in near])
