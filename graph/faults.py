"""What others say is wrong (the operating system, pydantic), in Swedish and English: a short clause without a full stop."""

from __future__ import annotations

import errno
import socket
from typing import Final

from pydantic import ValidationError

_SYSTEM: Final = {
    errno.ENOENT: "finns inte",
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.EISDIR: "är en mapp, inte en fil",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken får bara läsas",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken svarar inte som den ska",
    errno.EADDRNOTAVAIL: "adressen hör inte till den här datorn",
    errno.EADDRINUSE: "adressen är upptagen",
    errno.EMFILE: "för många filer är öppna",
}
_EXPECTED: Final = {
    "missing": "saknas",
    "extra_forbidden": "är inte med i formen",
    "string_type": "en text väntades",
    "string_too_short": "texten är tom eller för kort",
    "tuple_type": "en lista väntades",
    "list_type": "en lista väntades",
    "dict_type": "en tabell väntades",
    "model_type": "en tabell väntades",
    "model_attributes_type": "en tabell väntades",
    "bool_type": "true eller false väntades",
    "int_type": "ett heltal väntades",
}


def system_fault(error: OSError) -> tuple[str, str]:
    """Swedish and English; the system's own words where there is no Swedish for them."""
    words = error.strerror or type(error).__name__
    if isinstance(error, socket.gaierror):
        return "namnet leder inte till någon adress", words
    return _SYSTEM.get(error.errno or 0, words), words


def validation_fault(error: ValidationError) -> tuple[str, str]:
    """The first fault as `place: what is wrong`, Swedish and English; pydantic's own words where there is no Swedish for them."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    swedish, english = _EXPECTED.get(first["type"], first["msg"]), first["msg"]
    return f"{place or 'överst'}: {swedish}", f"{place or 'the top level'}: {english}"
