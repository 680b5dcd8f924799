"""Which way things lean in a list: whether bodies, titles and parties stand before their people or behind them, and what its dashes mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.record import Status
from ingest.attendance.attributes import Piece, PieceKind
from ingest.people import NameSpan


def with_dashes(text: str, names: Sequence[NameSpan], pieces: list[list[Piece]], *, known: bool = False) -> list[list[Piece]]:
    """A dash alone behind a name as a mark of absence, where others have a cross or a one there; `known` tells that those above have."""
    ends = [name.start for name in names[1:]] + [len(text)]
    signs = [_SIGN.match(text, name.end, end) for name, end in zip(names, ends, strict=True)]
    crossed = sum(any(p.kind is PieceKind.MARK and p.status is Status.PRESENT for p in gap) for gap in pieces[1:])
    ones = sum(sign is not None and sign["sign"] == "1" for sign in signs)
    dashes = sum(sign is not None and sign["sign"] != "1" for sign in signs)
    if crossed < 2 and not (ones > 2 and dashes > 1) and not (known and ones + dashes > 0):
        return pieces
    out = list(pieces)
    for index, sign in enumerate(signs, 1):
        if (
            sign is None
            or (sign["sign"] == "1" and crossed > ones)
            or any(p.kind in (PieceKind.MARK, PieceKind.SAID) for p in out[index])
        ):
            continue
        status = Status.PRESENT if sign["sign"] == "1" else Status.ABSENT
        mark = Piece(PieceKind.MARK, sign.start("sign"), sign.end("sign"), sign["sign"], status=status)
        out[index] = [mark, *(p for p in out[index] if not (p.kind is PieceKind.LIMIT and p.start == mark.start))]
    return out


_SIGN = re.compile(
    r"[ ]*(?:(?:,?[ ]*|\n[ ]*)\(?[A-ZÅÄÖ]{1,3}\)?)?(?:[ ]+|[ ]*\n[ ]*)(?P<sign>(?:[-–—][ ])*[-–—]|1)(?=[ ]*\n|[ ]*$|[ ]+[A-ZÅÄÖ])"
)


@dataclass(frozen=True, slots=True)
class Leaning:
    body_first: bool
    role_first: bool
    party_first: bool
    party_over: bool
    """Whether parties stand in lines of their own over their people, beginning with the first."""
    roles_below: bool
    """Whether each name has its title in the line below."""


def are_roles_below(pieces: Sequence[Sequence[Piece]]) -> bool:
    """Whether a title alone in its line stands behind every name, and before none."""
    return len(pieces) > 2 and not pieces[0] and all(gap and gap[0].kind is PieceKind.ROLE and gap[0].alone for gap in pieces[1:])


def do_bodies_lead(text: str, names: Sequence[NameSpan], pieces: Sequence[Sequence[Piece]]) -> bool:
    """Whether bodies stand before their people. Votes: lines that begin with a body and go on with a name, against names
    with a body behind them on the same line; a body alone on its line leans the way the first one does."""
    lead = trail = 0
    for index, gap in enumerate(pieces):
        for piece in gap:
            if piece.kind is not PieceKind.BODY or piece.inside:
                continue
            same_line_before = (
                index > 0
                and "\n" not in text[names[index - 1].end : piece.start]
                and "\t" not in text[names[index - 1].end : piece.start]
            )
            if piece.colon:
                lead += 3
            elif piece.after_break and (
                piece.before_name
                or (index < len(names) and "\n" not in text[piece.end : names[index].start] and not piece.before_break)
            ):
                lead += 1 if piece.before_name else 0
            elif same_line_before and not piece.after_break:
                trail += 1
    leading = [p for p in pieces[0] if p.kind is PieceKind.BODY and not p.inside]
    opens = bool(leading) and (leading[-1].before_name or leading[-1].colon or leading[0].alone)
    closes = any(p.kind is PieceKind.BODY and not p.inside and not p.alone for p in pieces[-1])
    if opens and not closes:
        return True
    if closes and not opens:
        return lead > trail + 1
    return lead > trail
