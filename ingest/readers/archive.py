"""Zip members in memory with bounds: how many there are, how large they unfold, how far they are packed together."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType

from graph.errors import ReadError

MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 120 * 2**20  # a 5,000-page DOCX has about 60 MiB of document.xml
MAX_RATIO = 400  # deflate cannot exceed 1,032; document.xml of real minutes lies at 5 to 30
RATIO_FROM_BYTES = 8 * 2**20  # below this a high ratio harms nobody

_BOMB = "Filen packar upp till orimligt mycket data. Öppna den i Word eller LibreOffice och spara på nytt om den är äkta."


class Archive:
    """A zip held in memory. Sizes are counted while unpacking, never taken from the directory, which can lie."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._file = file
        self.names = archive.namelist()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str, *, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """The member's bytes. Raises ReadError when it is missing, damaged, locked or larger than `limit` bytes."""
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & 1:
                raise ReadError(self._file, "filen är låst med lösenord", "Spara den utan lösenord.")
            out = io.BytesIO()
            with self._archive.open(info) as stream:
                while chunk := stream.read(2**18):
                    out.write(chunk)
                    size = out.tell()
                    if size > limit or (size > RATIO_FROM_BYTES and size > MAX_RATIO * max(1, info.compress_size)):
                        raise ReadError(self._file, f"delen {name} är för stor uppackad", _BOMB)
            return out.getvalue()
        except KeyError:
            raise ReadError(self._file, f"delen {name} saknas: filen är skadad", "Hämta eller spara filen på nytt.") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError) as error:
            raise ReadError(self._file, f"delen {name} är skadad ({error})", "Hämta eller spara filen på nytt.") from error


def open_archive(data: bytes, file: str) -> Archive:
    """Open zip bytes. Raises ReadError when the directory is missing (a truncated file) or absurd."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise ReadError(
            file, "filen är avbruten eller skadad (zip utan innehållsförteckning)", "Hämta eller spara filen på nytt."
        ) from error
    if len(archive.infolist()) > MAX_MEMBERS:
        archive.close()
        raise ReadError(file, f"arkivet har fler än {MAX_MEMBERS} delar", _BOMB)
    return Archive(archive, file)
