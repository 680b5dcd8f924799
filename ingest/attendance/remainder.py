"""What is left of a chunk beside a name when nothing more can be peeled off: a title with its body, a body, or plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import fold, squash
from graph.record import Status
from ingest.attendance.limits import TRAILING_LIMIT, limit_text
from ingest.attendance.model import Body, Context
from ingest.attendance.municipalities import find_municipalities
from ingest.attendance.pieces import Gap, Piece, PieceKind, build_piece
from ingest.attendance.words import (
    has_title,
    is_organisation_like,
    leaves_open,
    role_text,
)
from ingest.lexicon import attendance_words

_LONGEST_BODY = 6
_ASSOCIATIONS = frozenset(word for word in attendance_words().organisation_words if not word.startswith("Region"))
_OF_NO_TOWN = re.compile(
    r"(?:område|högskola\w*|universitet\w*|sjukhus\w*|lasarett\w*|församling\w*|kyrka\w*|förening\w*|klubb\w*|polis\w*|bolag\w*|förbund\w*|stiftelse\w*"
    r"|museum|museet|hälsocentral\w*|vårdcentral\w*|mottagning\w*|klinik\w*|museer|tingsrätt\w*|länsstyrelse\w*)[ ](?:i[ ])?[A-ZÅÄÖ]",
    re.IGNORECASE,
)
_IS = re.compile(r"\s(?:var|är)$")


def read_remainder(gap: Gap, start: int, end: int, *, inside: bool) -> list[Piece]:
    """The pieces of `text[start:end]`, of which none could be peeled off."""
    text = gap.context.text
    words = text[start:end]
    inner = [body for body in gap.bodies if start <= body.span[0] and body.span[1] <= end]
    if (told := _IS.search(words)) and has_title(words[: told.start()]):
        # "Processledare var Anna Ek"
        return [build_piece(gap, PieceKind.ROLE, start, end, role_text(words[: told.start()]), inside=inside)]
    if leaves_open(words):
        return [build_piece(gap, PieceKind.SAID, start, end, status=Status.UNKNOWN, inside=inside)]
    if has_title(words):
        return _read_title(gap, start, end, inner, inside)
    if (body := _body_of(gap.context, start, end, inner)) is not None:
        return [build_piece(gap, PieceKind.BODY, start, end, body.name, body=body, inside=inside)]
    return [build_piece(gap, PieceKind.TEXT, start, end, inside=inside)]


def _read_title(gap: Gap, start: int, end: int, inner: Sequence[Body], inside: bool) -> list[Piece]:
    """A title, with the body that stands behind it or before it, or with numbers behind it."""
    text = gap.context.text
    words = text[start:end]

    def role(a: int, b: int) -> Piece:
        return build_piece(gap, PieceKind.ROLE, a, b, role_text(text[a:b]), inside=inside)

    last = inner[-1] if inner else None
    if last is not None and _closes(text, last, end) and last.span[0] > start:
        before = text[start : last.span[0]].rstrip()
        if not _PREPOSITION_LAST.search(before) and has_title(before):
            body = build_piece(gap, PieceKind.BODY, last.span[0], end, last.name, body=last, inside=inside)
            return [role(start, start + len(before)), body]
        return [role(start, end)]
    first = inner[0] if inner else None
    if first is not None and first.span[0] == start and has_title(text[first.span[1] : end]):
        body = build_piece(gap, PieceKind.BODY, start, first.span[1], first.name, body=first, inside=inside)
        return [body, role(first.span[1], end)]
    if limit := TRAILING_LIMIT.search(words):
        told = build_piece(gap, PieceKind.LIMIT, start + limit.start(), end, limit_text(limit.group()), inside=inside)
        return [role(start, end), told]
    return [role(start, end)]


_PREPOSITION_LAST = re.compile(r"\b(?:i|för|på|vid|av|hos|inom|från)$")


def _body_of(context: Context, start: int, end: int, inner: Sequence[Body]) -> Body | None:
    """The body that all the words name; `inner` are the known ones among them."""
    text = context.text
    words = text[start:end]
    if inner and _covers(text, inner[-1], start, end):
        return inner[-1]
    if len(inner) > 1 and (joint := _joint(context, start, end)):
        return Body(joint, False, True, (start, end))
    if (
        _REASON.match(words)
        or not is_organisation_like(words)
        or len(words.split()) > _LONGEST_BODY
        or words[0].isdigit()
        or _DAY.search(words)
    ):
        return None
    named = next((body for body in inner if body.municipality and _closes(text, body, end)), None)
    if words.split()[0] in _ASSOCIATIONS or _OF_NO_TOWN.search(words):
        named = None  # "PRO Avesta" speaks for its members, "Högskolan i Avesta" for itself, not for the town
    known = next((body for body in inner if not body.municipality and body.span[0] == start), None)
    return known or named or Body(squash(_SPOKEN_FOR.sub("", words)), False, False, (start, end))


def _joint(context: Context, start: int, end: int) -> str | None:
    """ "Mora och Orsa", "Mora/Orsa": the municipalities for which one person speaks; None when the words name anything else."""
    named = find_municipalities(context.lexicon, squash(context.text[start:end]))
    return " och ".join(named) if len(named) == 2 else None


_REASON = re.compile(r"(?:enligt|efter|då|eftersom|på grund av|p\.?g\.?a)\b", re.IGNORECASE)
""" "(sjuk, enligt läkares råd hemma)": why somebody stayed away, and no body."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPOKEN_FOR = re.compile(r"^(?:från|för)\s+(?=[A-ZÅÄÖ])|\s+(?:representera\w*|företr[äå]d\w*)\s+av$", re.IGNORECASE)
""" "Från PRO", "Ungdomsgruppen representerades av" over the names of those who spoke for it."""


def _closes(text: str, body: Body, end: int) -> bool:
    return fold(text[body.span[1] : end]) in ("", "s", "kommun", "s kommun", "stad", "s stad", "kommuns")


def _covers(text: str, body: Body, start: int, end: int) -> bool:
    before = fold(text[start : body.span[0]])
    return before in ("", "från", "för", "i", "kommun", "fran", "for") and _closes(text, body, end)
