"""XML parts of office files, parsed without entities, DTDs or network."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from graph.errors import ReadError

Element = Any
"""An lxml element; the library is untyped where we use it."""

_DAMAGED = "Öppna filen i Word eller LibreOffice och spara den på nytt."


def refuse_dtd(data: bytes, file: str, part: str) -> None:
    """Office parts have no document type; one that does may name outside files or unfold without end."""
    head = data[:4096]
    if b"<!DOCTYPE" in head or "<!DOCTYPE".encode("utf-16-le") in head or "<!DOCTYPE".encode("utf-16-be") in head:
        raise ReadError(file, f"delen {part} innehåller en dokumenttyp (DTD) och läses inte", _DAMAGED)


def parse_part(data: bytes, file: str, part: str) -> Element:
    """The root element. Raises ReadError when the part is not well formed, too deep (256 levels) or has a DTD."""
    refuse_dtd(data, file, part)
    parser = _parser(lenient=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if not isinstance(error, etree.XMLSyntaxError) or len(parser.error_log.filter_from_fatals()):
            raise _damaged(file, part, error) from error
        root = etree.fromstring(data, _parser(lenient=True))  # wrong in identifiers only (xml:id, prefixes)
    _refuse_late_dtd(root, file, part)
    return root


def _parser(*, lenient: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=lenient
    )


def iter_children(data: bytes, file: str, part: str, parent: str, tags: tuple[str, ...]) -> Iterator[Element]:
    """Each child of `parent` with one of `tags`, when complete; afterwards it is freed, so that memory stays flat.

    `parent` is a child of the root. Raises ReadError like `parse_part`, possibly after some children.
    """
    refuse_dtd(data, file, part)
    events = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    first = True
    try:
        for _, element in events:
            holder = element.getparent()
            if holder is None or holder.tag != parent:
                continue
            outer = holder.getparent()
            if outer is None or outer.getparent() is not None:
                continue
            if first:
                _refuse_late_dtd(element, file, part)
                first = False
            yield element
            element.clear()
            while element.getprevious() is not None:
                del holder[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(file, part, error) from error


def _refuse_late_dtd(element: Element, file: str, part: str) -> None:
    if element.getroottree().docinfo.doctype:
        raise ReadError(file, f"delen {part} innehåller en dokumenttyp (DTD) och läses inte", _DAMAGED)


def _damaged(file: str, part: str, error: Exception) -> ReadError:
    words = (str(error).splitlines() or ["okänt fel"])[0][:120]
    if words.startswith("Excessive depth"):
        return ReadError(file, f"delen {part} är nästlad djupare än 256 nivåer", _DAMAGED)
    return ReadError(file, f"delen {part} är inte giltig XML ({words})", _DAMAGED)


def integer(text: str | None, default: int) -> int:
    """The number that an attribute holds; the default when it is missing or no number."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
