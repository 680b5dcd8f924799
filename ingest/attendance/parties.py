"""Parties beside names where signs alone do not tell them: where a list puts its letters, and what words in parentheses are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.attendance.model import Body, Context
from ingest.attendance.pieces import Piece, PieceKind
from ingest.attendance.words import is_organisation_like
from ingest.lexicon import attendance_words
from ingest.people import are_initials
from ingest.people.cutting import NameSpan

_ORGANISATIONS = frozenset(attendance_words().organisation_words)


def settle_letters(
    context: Context, piece: Piece, as_party: bool, words_too: bool, names: Sequence[NameSpan], index: int
) -> Piece:
    """Letters in parentheses: a party where the list has known parties too, else an organisation; other unknown words in
    parentheses right behind a name ("Framtidslistan") the same way. A person's own initials are neither; where the document gives
    those of several people, also such as are a party's letters too."""
    text = context.text
    if _is_own(text, piece, names, index) and (piece.kind is not PieceKind.PARTY or _gives_initials(context)):
        return piece._replace(kind=PieceKind.TEXT, body=None, value="")
    if piece.kind is not PieceKind.LETTERS:
        unknown = piece.kind is PieceKind.TEXT or (
            piece.kind is PieceKind.BODY and piece.body is not None and not piece.body.known
        )
        if not unknown or not piece.inside:
            return piece
        near = index > 0 and piece.start - names[index - 1].end <= 40 and "\n" not in text[names[index - 1].end : piece.start]
        named = as_party and _PARTY_NAME.fullmatch(piece.value) is not None
        words_too = named or (words_too and not is_organisation_like(piece.value))
        if words_too and near and piece.value[:1].isupper() and piece.value not in _ORGANISATIONS:
            return piece._replace(kind=PieceKind.PARTY, body=None)
        if (
            piece.kind is PieceKind.TEXT
            and near
            and not words_too
            and piece.value[:1].isupper()
            and len(piece.value.split()) <= 4
        ):
            return piece._replace(kind=PieceKind.BODY, body=Body(piece.value, False, False, (piece.start, piece.end)))
        return piece
    if (as_party or len(piece.value) < 2) and piece.value not in _ORGANISATIONS:
        return piece._replace(kind=PieceKind.PARTY, value=piece.value.upper())
    return piece._replace(kind=PieceKind.BODY, body=Body(piece.value, False, False, (piece.start, piece.end)))


def _gives_initials(context: Context) -> bool:
    """Whether a document has the initials of people in parentheses behind their names ("Anna Ek (AE)"): of several, and more often
    than other letters."""
    own = [are_initials(match["name"], match["letters"]) for match in _LETTERED.finditer(context.text)]
    return sum(own) >= _SEVERAL and 2 * sum(own) > len(own)


_LETTERED = re.compile(r"(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)+) \((?P<letters>[A-ZÅÄÖ]{2,3})\)")
_SEVERAL = 3


def _is_own(text: str, piece: Piece, names: Sequence[NameSpan], index: int) -> bool:
    """Whether words in parentheses are the initials of the person before them."""
    if not piece.inside or not index:
        return False
    return are_initials(text[names[index - 1].start : names[index - 1].end], piece.value)


_PARTY_NAME = re.compile(
    r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ]{1,3}|[A-ZÅÄÖ][\wåäö-]*(?:partiet|listan|demokraterna)(?:\s\w+)?"
)
_BEFORE_NAME = "before"


def find_places(context: Context, names: Sequence[NameSpan], pieces: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Where this list puts its parties without parentheses: behind names after these signs ("," or nothing), or before them."""
    text = context.text
    bare = [(index, p) for index, gap in enumerate(pieces) for p in gap if p.kind is PieceKind.PARTY and not p.inside]
    signs = [text[names[index - 1].end : p.start].strip(" ") for index, p in bare if index]
    places = {sign for sign in ("", "\n") if signs.count(sign) > 1}
    if signs.count("") < len(bare) and sum(p.before_name and index < len(names) for index, p in bare) > 1:
        places = {_BEFORE_NAME} if bare[0][0] == 0 else places
    return frozenset({*places, ","})


def with_local_party(
    text: str, piece: Piece, names: Sequence[NameSpan], index: int, gap: Sequence[Piece], places: frozenset[str]
) -> Piece:
    """Where the list puts its parties: letters or a name that no organisation is known by, or any capitalised words with a
    municipality behind them."""
    if piece.kind is PieceKind.TEXT and index and piece.value[:1].isupper() and len(piece.value.split()) <= 3:
        behind = text[names[index - 1].end : piece.start].strip() == ","
        known = _PARTY_NAME.fullmatch(piece.value) is not None
        if behind and (known or any(p.kind is PieceKind.BODY and p.start > piece.end and not p.after_break for p in gap)):
            return piece._replace(kind=PieceKind.PARTY)
    if piece.kind is not PieceKind.BODY or piece.body is None or piece.body.known or piece.inside:
        return piece
    if piece.value in _ORGANISATIONS or not _PARTY_NAME.fullmatch(piece.value):
        return piece
    before = _BEFORE_NAME in places and piece.before_name and index < len(names)
    behind = index > 0 and text[names[index - 1].end : piece.start].strip(" ") in places
    return piece._replace(kind=PieceKind.PARTY, body=None) if before or behind else piece


def with_cells_before(text: str, names: Sequence[NameSpan], pieces: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, where parties stand in a cell before that of the name in every line, beginning with the first."""
    first = [index for index, name in enumerate(names) if not index or "\n" in text[names[index - 1].end : name.start]]
    if len(first) < _COLUMN or not all(_is_cell_before(text, names[index], pieces[index]) for index in first):
        return pieces
    out = list(pieces)
    for index in first:
        *others, party = pieces[index]
        out[index] = [*others, party._replace(before_name=True)]
    return out


def _is_cell_before(text: str, name: NameSpan, gap: Sequence[Piece]) -> bool:
    between = text[gap[-1].end : name.start] if gap else ""
    return "\t" in between and not between.strip(" \t") and gap[-1].kind is PieceKind.PARTY and not gap[-1].inside


def with_columns_of_letters(text: str, names: Sequence[NameSpan], pieces: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, where a column of names ran together before one of parties ("Anna Ek Bo Alm (S) ordförande (M)"): as many letters as
    names are theirs in order, each with what stands behind it; of more or fewer it is not told whose they are, and they go."""
    out = pieces
    for last in range(2, len(pieces)):
        letters = [at for at, piece in enumerate(out[last]) if piece.kind is PieceKind.PARTY and piece.inside]
        if len(letters) < _COLUMN or letters[0] != 0:
            continue
        first = last
        while first > 1 and not out[first - 1] and not text[names[first - 2].end : names[first - 1].start].strip(" "):
            first -= 1
        count = last - first + 1
        if count < _COLUMN:
            continue
        if count == len(letters):
            ends = [*letters[1:], len(out[last])]
            shared = [out[last][a:b] for a, b in zip(letters, ends, strict=True)]
        else:
            rest = [piece for piece in out[last] if piece.kind is not PieceKind.PARTY]
            shared = [*([] for _ in range(count - 1)), rest]
        out = [*out[:first], *shared, *out[last + 1 :]]
    return out


_COLUMN = 2
"""Names, and letters behind them."""
