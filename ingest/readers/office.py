"""Old Word files (.doc) and RTF through LibreOffice, which keeps strikes and numbers; the result is read as DOCX."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph.errors import ReadError
from ingest.document import Document
from ingest.readers.detect import Format
from ingest.readers.docx import read_docx
from ingest.readers.external import run

TIMEOUT_S = 120.0

INSTALL = "Installera LibreOffice (https://www.libreoffice.org), eller öppna filen i Word och spara som DOCX."

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTING = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format(path="/org.openoffice.Office.Common/Security/Scripting", name="DisableMacrosExecution", value="true")
    + _SETTING.format(path="/org.openoffice.Office.Common/Security/Scripting", name="BlockUntrustedRefererLinks", value="true")
    + _SETTING.format(path="/org.openoffice.Office.Common/Misc", name="FirstRun", value="false")
    + "</oor:items>"
)


def find_libreoffice() -> str | None:
    """The program's path; `ARENDEGANG_SOFFICE` names it where it is not found by itself."""
    chosen = os.environ.get("ARENDEGANG_SOFFICE")
    if chosen:
        return chosen if Path(chosen).is_file() else None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read_doc(data: bytes, file: str) -> Document:
    """Read an old Word file. Raises ReadError when LibreOffice is missing or cannot open it."""
    return _read(data, file, Format.DOC, ".doc")


def read_rtf(data: bytes, file: str) -> Document:
    """Read RTF. Raises ReadError when LibreOffice is missing or cannot open it."""
    return _read(data, file, Format.RTF, ".rtf")


def _read(data: bytes, file: str, kind: Format, suffix: str) -> Document:
    document = read_docx(to_docx(data, file, suffix), file)
    return replace(document, sha256=sha256(data).hexdigest(), media_type=kind)


@cache
def _profile() -> Path:
    """A LibreOffice profile of this process, in which macros and outside links are off; made once, since that takes seconds.

    It goes with the process: here at the exit, in a worker with the worker's folder.
    """
    holder = tempfile.TemporaryDirectory(prefix="arendegang-", ignore_cleanup_errors=True)
    atexit.register(holder.cleanup)
    profile = Path(holder.name)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return profile


def to_docx(data: bytes, file: str, suffix: str) -> bytes:
    """Convert to DOCX. Raises ReadError when LibreOffice is missing, too slow or cannot open the file."""
    program = find_libreoffice()
    if program is None:
        raise ReadError(file, f"formatet {suffix.lstrip('.').upper()} kräver LibreOffice, som inte finns på datorn", INSTALL)
    with tempfile.TemporaryDirectory(prefix="arendegang-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={_profile().as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
        ]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
        try:
            run(command, file=file, what="LibreOffice", timeout_s=TIMEOUT_S, folder=folder)
        except ReadError:
            _profile.cache_clear()  # it may be locked by what was ended
            raise
        target = folder / "document.docx"
        if not target.is_file() or target.stat().st_size == 0:
            raise ReadError(
                file, "LibreOffice kunde inte öppna filen: den är låst eller skadad", "Öppna den i Word och spara som DOCX."
            )
        return target.read_bytes()
