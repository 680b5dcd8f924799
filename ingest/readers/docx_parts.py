"""The parts of a DOCX archive, found by their relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from graph.errors import ReadError
from ingest.readers.archive import Archive
from ingest.readers.xml import parse_part

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Parts:
    """The main part, and the others by their kind ("styles", "header", …)."""

    main: str
    by_kind: dict[str, list[str]]

    def first(self, kind: str) -> str | None:
        found = self.by_kind.get(kind)
        return found[0] if found else None


def _relationships(archive: Archive, part: str, file: str) -> list[tuple[str, str]]:
    """(kind, part name) of every inner relationship of a part; the kind is the last word of its type."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return []
    found: list[tuple[str, str]] = []
    for relation in parse_part(archive.read(rels), file, rels).iterfind(_RELATIONSHIP):
        if relation.get("TargetMode") == "External":
            continue
        target = unquote(relation.get("Target") or "")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found.append(((relation.get("Type") or "").rpartition("/")[2], target))
    return found


def find_parts(archive: Archive, file: str) -> Parts:
    """Raises ReadError when there is no main part."""
    main = next((target for kind, target in _relationships(archive, "", file) if kind == "officeDocument"), None)
    if main is None or main not in archive:
        main = "word/document.xml"
    if main not in archive:
        raise ReadError(file, "textdelen word/document.xml saknas: filen är skadad", "Hämta eller spara filen på nytt.")
    by_kind: dict[str, list[str]] = {}
    for kind, target in _relationships(archive, main, file):
        if target in archive and target not in by_kind.setdefault(kind, []):
            by_kind[kind].append(target)
    return Parts(main, {kind: targets for kind, targets in by_kind.items() if targets})
