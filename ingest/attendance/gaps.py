"""The stretch between two names of a list, cut at its separators and around its limits; the margins of pages are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.record import Span
from ingest.attendance.attributes import classify, is_clear_party
from ingest.attendance.limits import DIGIT, find_limits, limit_text
from ingest.attendance.model import Body, Codes, Context
from ingest.attendance.pieces import Gap, Piece, PieceKind, build_piece

_JOINED_ON = re.compile(r"\s+(?:och|samt|&)$")
_PAGE = re.compile(r"(?<![\w(])\d{1,3}\s?\(\d{1,3}\)|\bSida(?:n)?\s+\d{1,3}(?:\s+av\s+\d{1,3}|\s?\(\d{1,3}\))?")
"""A page number in the margin, which text flows around."""
_SEPARATOR = re.compile(r"[,;|\t\n(){}\[\]•·…]|\s[-–—]\s|\s/\s|(?<=\w):(?=\s|$)(?! [ea][ ])|(?<=[a-zåäö])\.(?=\s*$)|\.{2,}|_{2,}")


def read_gap(
    context: Context, start: int, end: int, bodies: Sequence[Body], codes: Codes, *, before_name: bool = True
) -> list[Piece]:
    """The pieces of `text[start:end]`, which holds no name, in order. Unknown words become TEXT pieces. `before_name` tells
    whether a name follows at `end`."""
    text = context.text
    if not text[start:end].strip(" ,.;\n\t"):
        return []
    gap = Gap(context, start, end, bodies, codes, before_name)
    margins = [(a, b) for a, b in context.margins if start <= a and b <= end]
    if not margins and (party := _PARTY_ALONE.fullmatch(text, start, end)) and is_clear_party(party["letters"], codes):
        return [build_piece(gap, PieceKind.PARTY, *party.span("letters"), party["letters"], inside=True)]
    pieces: list[Piece] = []
    for chunk_start, chunk_end, inside, is_limit in _chunks(text, start, end, margins):
        if is_limit:
            words = limit_text(text[chunk_start:chunk_end])
            pieces.append(build_piece(gap, PieceKind.LIMIT, chunk_start, chunk_end, words, inside=inside))
        else:
            pieces.extend(classify(gap, chunk_start, chunk_end, inside))
    return pieces


_PARTY_ALONE = re.compile(r"[ ]?\((?P<letters>[A-ZÅÄÖ]{1,3})\)[ ,\n\t]*")
"""Nothing but a party: what stands behind most names of members."""


def _chunks(text: str, start: int, end: int, margins: Sequence[Span]) -> Iterator[tuple[int, int, bool, bool]]:
    """Limits, and what stands between separators, as (start, end, in parentheses, is a limit); page margins left out."""
    depth = 0
    position = start
    carved: list[tuple[int, int, bool]] = []
    if margins or DIGIT.search(text, start, end):  # a limit and the number of a page have one
        limits = [(a, b, True) for a, b in find_limits(text, start, end)]
        pages = [(m.start(), m.end(), False) for m in _PAGE.finditer(text, start, end)]
        pages += [(a, b, False) for a, b in margins if not any(a <= p[0] < b for p in pages)]
        limits = [x for x in limits if not any(a <= x[0] < b for a, b in margins)]
        carved = sorted([*limits, *(p for p in pages if all(p[1] <= a or b <= p[0] for a, b, _ in limits))])
    for limit in [*carved, (end, end, False)]:
        begin = position
        for separator in _SEPARATOR.finditer(text, position, limit[0]):
            sign = separator.group()
            if depth and sign == "\n" and text[separator.end() : separator.end() + 1] != "\n":
                continue  # a body's name over two lines, in parentheses
            if (
                sign == "\n"
                and _UNFINISHED.search(text, begin, separator.start())
                and _GOES_ON.match(text, separator.end(), limit[0])
            ):
                continue  # "ersatt" / "av Bo Alm", "anmält" / "förhinder"
            yield from _chunk(text, begin, separator.start(), depth > 0)
            depth = depth + 1 if sign in "([{" else max(0, depth - 1) if sign in ")]}" else 0 if sign in "\n\t" else depth
            begin = separator.end()
        yield from _chunk(text, begin, limit[0], depth > 0)
        if limit[2]:
            yield limit[0], limit[1], depth > 0, True
        position = limit[1]


_UNFINISHED = re.compile(
    r"(?<!\w)(?:ersatt|ersätts|ersattes|i|ej|inte|har|hade|som|anmält|har anmält|tjänstgörande|tjg)[ ]*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:av|stället|närvarande|anmält|förhinder|frånvaro|är|ersättare|ers)\b")
"""What a line may begin with that goes on with words of absence or substitution at the end of the line before."""

_BULLETS = "-–•"


def _chunk(text: str, start: int, end: int, inside: bool) -> Iterator[tuple[int, int, bool, bool]]:
    while start < end and (text[start].isspace() or text[start] in "*_:/"):
        start += 1
    if end - start > 2 and text[start] in _BULLETS and text[start + 1] == " ":
        start += 2
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_:/"):
        end -= 1
    if joined := _JOINED_ON.search(text, start, end):
        end = joined.start()
    if start < end:
        yield start, end, inside, False
