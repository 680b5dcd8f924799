"""Sample documents: invented minutes of a fictional county, bundled so that every command has something to answer on.

Their made formats (DOCX, PDF) come from `docs/samples/make_samples.py`; all words, names and places are our own.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
_SUFFIXES = frozenset({".docx", ".html", ".md", ".pdf", ".txt"})


def sample_paths() -> list[Path]:
    """The bundled documents, sorted by file name."""
    return sorted(path for path in _FOLDER.iterdir() if path.suffix in _SUFFIXES)


def lexicon_path() -> Path:
    """The lexicon file that tells of the fictional county's forums, organisations and municipalities."""
    return _FOLDER / "lexicon.yaml"
