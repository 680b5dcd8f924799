"""Bytes to text: byte order mark, UTF-8, UTF-16 with or without mark, Windows-1252; binary noise is refused."""

from __future__ import annotations

import codecs

from graph.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNDEFINED_IN_CP1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
MAX_CONTROL_SHARE = 0.02  # random bytes have about 12 % control characters, real text next to none
MAX_BROKEN_SHARE = 0.34  # of all non-ASCII characters in damaged UTF-8; Windows-1252 read as UTF-8 breaks nearly all


def _control_share(text: str) -> float:
    sample = text[:200_000]
    controls = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v\x1b\x1a") or ("\x7f" <= c < "\xa0" and c != "\x85"))
    return controls / max(1, len(sample))


def _utf16_without_mark(data: bytes) -> str | None:
    """ "utf-16-le" or "utf-16-be" when every other byte is mostly NUL, as in Latin text; else None."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / (len(sample) / 2), sample[1::2].count(0) / (len(sample) / 2)
    if odd > 0.7 and even < 0.2:
        return "utf-16-le"
    if even > 0.7 and odd < 0.2:
        return "utf-16-be"
    return None


def decode(data: bytes, file: str) -> tuple[str, str | None]:
    """The text and, when something had to be assumed or was damaged, a warning in one clause. Raises ReadError on noise."""
    noise = ReadError(
        file,
        "innehållet är inte text (binära data)",
        "Öppna filen i programmet som gjorde den och spara som DOCX, PDF eller text.",
    )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            broken = text.count("\ufffd")
            if broken > max(1, 0.02 * len(text)) or _control_share(text) > MAX_CONTROL_SHARE:
                raise noise
            return text, f"{broken} tecken kunde inte avkodas" if broken else None
    wide = _utf16_without_mark(data)
    if wide:
        text = data.decode(wide, errors="replace")
        if "\ufffd" not in text and _control_share(text) <= MAX_CONTROL_SHARE:
            return text, "avkodad som UTF-16 utan byteordningsmärke"
    if b"\0" in data:
        raise noise
    warning: str | None = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        beyond_ascii = sum(not c.isascii() for c in text)
        if broken <= MAX_BROKEN_SHARE * beyond_ascii:
            warning = f"{broken} tecken kunde inte avkodas"
        else:
            if any(byte in data for byte in _UNDEFINED_IN_CP1252) and sum(map(data.count, _UNDEFINED_IN_CP1252)) > 0.005 * len(
                data
            ):
                raise noise from None
            text = data.decode("cp1252", errors="replace")
            warning = "avkodad som Windows-1252"
    if _control_share(text) > MAX_CONTROL_SHARE:
        raise noise
    letters = sum(c.isalnum() or c.isspace() for c in text[:200_000])
    if letters < 0.4 * len(text[:200_000]) and warning:
        raise noise
    return text, warning
