"""Files in, at the edge: which files a user means by the paths given, and their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import ReadError
from graph.faults import system_fault
from graph.judgements import SUFFIX as JUDGEMENTS
from graph.stores.store import CHECKPOINT
from ingest.readers.detect import READABLE, SUFFIXES, detect

MAX_BYTES = 300 * 2**20
"""Larger files are refused; a 1,000-page scan has about 100 MiB."""

_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_IGNORED_FOLDERS = frozenset({"__macosx"})


def load(path: Path) -> bytes:
    """The file's bytes. Raises ReadError when it is missing, a folder, not permitted, or larger than MAX_BYTES."""
    file = str(path)
    try:
        if path.is_dir():
            raise ReadError(file, "är en mapp, inte en fil", "Ange filerna i den, eller mappen till ingest.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(file, f"filen är större än {MAX_BYTES // 2**20} MiB", "Dela den i mindre delar.")
        if not path.is_file():
            raise ReadError(file, "är inte en vanlig fil", "Ange en fil eller mapp.")
        return path.read_bytes()
    except OSError as error:
        raise _os_error(file, error) from error


def _os_error(file: str, error: OSError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError(file, "filen finns inte", "Kontrollera sökvägen.")
    if isinstance(error, PermissionError):
        return ReadError(
            file, "filen får inte läsas (behörighet saknas)", "Ge läsrätt till den, eller kopiera den till en egen mapp."
        )
    return ReadError(file, f"filen kunde inte läsas ({system_fault(error)[0]})", "Kontrollera enheten eller nätverksplatsen.")


def _folder_error(path: Path, error: OSError) -> ReadError:
    return _os_error(str(error.filename or path), error)


def iter_files(paths: Iterable[Path]) -> Iterator[Path | ReadError]:
    """Every file that the paths mean, in the order given and sorted within folders, each once.

    Folders are gone through recursively; hidden files, lock files of Office (`~$…`, `.~lock…`), system files, stores and their
    judgements are passed over in silence. What cannot be read, or is of no known format, comes as a ReadError in its place, so that a
    caller can go on with the rest. A file named directly is always given back: the reader decides.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _iter_path(path):
            if isinstance(found, Path):
                identity = os.path.realpath(found)
                if identity in seen:
                    continue
                seen.add(identity)
            yield found


def _iter_path(path: Path) -> Iterator[Path | ReadError]:
    try:
        if not path.is_dir():
            path.stat()
            yield path
            return
    except OSError as error:
        yield _os_error(str(path), error)
        return
    errors: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=errors.append):
        if any(name.startswith(CHECKPOINT) for name in names):  # a store of ours, which may well lie among the documents
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and name.lower() not in _IGNORED_FOLDERS)
        for name in sorted(names):
            if not _is_hidden(name) and name.lower() not in _IGNORED_NAMES:
                yield _known(Path(folder) / name)
        while errors:
            yield _folder_error(path, errors.pop())
    yield from (_folder_error(path, problem) for problem in errors)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith(JUDGEMENTS)


def _known(path: Path) -> Path | ReadError:
    """The path when its name or its first bytes tell a known format, else the reason why not."""
    if path.suffix.lower() in SUFFIXES:
        return path
    try:
        if not path.is_file():
            return ReadError(str(path), "är inte en vanlig fil", "Ange en fil eller mapp.")
        if path.stat().st_size > MAX_BYTES:
            return ReadError(str(path), f"okänt format ({path.suffix or 'utan filändelse'})", READABLE)
        detect(path.read_bytes(), str(path))
    except OSError as error:
        return _os_error(str(path), error)
    except ReadError as error:
        return error
    return path
