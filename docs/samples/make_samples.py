"""Make the DOCX and PDF samples from the sources beside this file.

    python docs/samples/make_samples.py            write them into ingest/samples
    python docs/samples/make_samples.py --check    exit 1, naming each file that differs from its source

Needs the development requirements (reportlab). A DOCX is compared member by member, since compression may differ
between machines.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from docx_writer import build_docx
from minutes_markup import Heading, parse_source
from pdf_writer import build_pdf

SOURCES = Path(__file__).resolve().parent
TARGET = SOURCES.parents[1] / "ingest" / "samples"
_BUILDERS = {".docx": build_docx, ".pdf": build_pdf}


def iter_made() -> list[tuple[str, bytes]]:
    """(file name, bytes) of every made sample, by name: `x.docx.txt` makes `x.docx`."""
    made = []
    for path in sorted(SOURCES.glob("*.*.txt")):
        source = parse_source(path.read_text(encoding="utf-8"))
        title = next("".join(run.text for run in block.line) for block in source.blocks if isinstance(block, Heading))
        made.append((path.stem, _BUILDERS[Path(path.stem).suffix](source, title)))
    return made


def is_same(name: str, made: bytes, kept: bytes) -> bool:
    return _members(made) == _members(kept) if name.endswith(".docx") else made == kept


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    differing = 0
    for name, made in iter_made():
        path = TARGET / name
        if path.is_file() and is_same(name, made, path.read_bytes()):
            continue
        if arguments:
            print(f"{path.name} differs from its source: run docs/samples/make_samples.py", file=sys.stderr)
            differing += 1
        else:
            path.write_bytes(made)
            print(f"wrote {path.name}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
