"""Which way things lean in a list: whether bodies, titles and parties stand before their people or behind them, and what its dashes mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.record import Status
from ingest.attendance.pieces import Piece, PieceKind
from ingest.people.cutting import NameSpan


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
    r"[ ]*(?:,[ ](?:\d:[ae][ ])?[a-zåäö. ]{2,20}?(?=[ ]))?(?:(?:,?[ ]*|\n[ ]*)\(?[A-Za-zÅÄÖåäö]{1,3}\)?(?:,[ ][a-zåäö. ]{2,20}?(?=[ ]))?)?(?:[ ]+|[ ]*\n[ ]*)(?P<sign>(?:[-–—][ ])*[-–—]|1)(?=[ ]*\n|[ ]*$|[ ]+[A-ZÅÄÖ])"
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
    ahead: frozenset[int] = frozenset()
    """Where titles and parties begin that belong to the name behind them, by how the list is parted (`find_ahead`)."""


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


def find_ahead(text: str, names: Sequence[NameSpan], pieces: Sequence[Sequence[Piece]], *, officer: bool) -> frozenset[int]:
    """Where titles and parties begin that stand between a name's end and the name to which they belong: behind the comma that parts
    the two in a list that commas part ("Anna Ek, Bo Alm, rektor Eva Ask"; "Anna Ek, (M) Bo Alm"), and with a capital in a list that nothing
    parts ("Rektor Anna Ek Ekonom Bo Alm"); `officer` tells that an office stands before the first. None where the last name of the list
    has such a thing behind it."""
    if len(names) < 2:
        return frozenset()
    between = [[p for p in gap if p.kind in _OF_PERSON] for gap in pieces[1:-1]]
    closing = {p.kind for p in pieces[-1]}
    ahead: set[int] = set()
    if PieceKind.ROLE not in closing:
        roles = [p for gap in between for p in gap[-1:] if _is_role_ahead(p)]
        if roles and _commas_part(text, names, between):
            ahead.update(p.start for p in roles if p.after_comma)
        led = officer or any(p.kind is PieceKind.ROLE for p in pieces[0][-1:])
        if led and all(_is_run_on(text, names, gap, i) for i, gap in enumerate(between)):
            ahead.update(gap[0].start for gap in between)
    parties = [p for gap in between for p in gap if p.kind is PieceKind.PARTY]
    if (
        PieceKind.PARTY not in closing
        and parties
        and all(_is_party_ahead(text, p, gap) for gap in between for p in gap if p in parties)
    ):
        ahead.update(p.start for p in parties)
    return frozenset(ahead)


_OF_PERSON = (PieceKind.ROLE, PieceKind.PARTY)


def _is_role_ahead(piece: Piece) -> bool:
    return piece.kind is PieceKind.ROLE and piece.before_name and not piece.inside and not piece.after_break


def _commas_part(text: str, names: Sequence[NameSpan], between: Sequence[Sequence[Piece]]) -> bool:
    """Whether commas part the names of a list, and at least two have nothing else between them."""
    gaps = [text[a.end : b.start] for a, b in pairwise(names)]
    return all("," in gap or _AND.search(gap) for gap in gaps) and any(not gap for gap in between)


_AND = re.compile(r"\b(?:och|samt)\b")


def _is_run_on(text: str, names: Sequence[NameSpan], gap: Sequence[Piece], index: int) -> bool:
    """Whether all that stands between two names is a title with a capital, or party letters and a title, and no sign."""
    words = text[names[index].end : names[index + 1].start]
    if not gap or not _is_role_ahead(gap[-1]) or len(gap) > 1 or not text[gap[-1].start].isupper():
        return False
    return not any(sign in words for sign in ",;\n\t")


def _is_party_ahead(text: str, piece: Piece, gap: Sequence[Piece]) -> bool:
    """Whether party letters in parentheses stand behind the comma that parts two names, right before the second or its title."""
    if (
        not piece.inside
        or text[max(0, piece.start - 4) : piece.start - 1].rstrip(" ")[-1:] != ","
        or text[piece.end + 1 : piece.end + 2] == ","
    ):
        return False
    return piece is gap[-1] or (len(gap) == 2 and _is_role_ahead(gap[-1]))
