"""The one thing that a chunk beside a name begins with, when more follows it: a body, a status, a role, a mark, a party."""

from __future__ import annotations

import re

from graph.names import fold, squash
from graph.record import Status
from ingest.attendance.instead import STANDS_FOR
from ingest.attendance.model import Body
from ingest.attendance.pieces import WORD, Gap, Piece, PieceKind, build_piece
from ingest.attendance.words import (
    ACRONYM,
    SMALL_LETTERS,
    canonical_role,
    has_title,
    is_organisation_like,
    known_letters,
    longest_role,
    party_letters,
    role_text,
    said_status,
    status_words,
)

_CROSS = re.compile(r"[xX×✓✔√☒☑]")


def peel(gap: Gap, start: int, end: int, *, inside: bool) -> Piece | None:
    """The one thing that begins at `start`, when more follows it in the chunk that ends at `end`; None when nothing is known to."""
    return (
        _peel_body(gap, start, end, inside)
        or _peel_known_words(gap, start, end, inside)
        or _peel_first_word(gap, start, end, inside)
        or _peel_before_for(gap, start, end, inside)
    )


def _peel_body(gap: Gap, start: int, end: int, inside: bool) -> Piece | None:
    text = gap.context.text
    for body in gap.bodies:
        if body.span[0] == start and body.span[1] <= end:
            stop = body.span[1]
            formal = text[body.span[0] : stop].endswith(("kommun", "stad"))
            if not formal and body.municipality and (behind := _FORMAL_BEHIND.match(text, stop, end)):
                formal = True
                stop = behind.end()
            tail = text[stop:end].strip(" .")
            if tail and (
                (not tail[0].isupper() and is_organisation_like(tail.split()[0]))
                or _CLUB.fullmatch(tail)
                or _HOUSE.fullmatch(tail)
            ):
                return None  # "Avesta socialförvaltning", "Avesta AIF": the whole is one body
            if tail and not tail[0].isdigit() and body.municipality and not formal and not _tells(tail):
                return None  # "Ale Torg 7": an address
            return build_piece(gap, PieceKind.BODY, start, stop, body.name, body=body, inside=inside)
    return None


def _peel_known_words(gap: Gap, start: int, end: int, inside: bool) -> Piece | None:
    """A status or a role of as many words as may be."""
    text = gap.context.text
    for count in range(min(len(text[start:end].split()), longest_role()), 0, -1):
        stop = _nth_end(text, start, end, count)
        if stop == end:
            continue
        phrase = text[start:stop]
        status = said_status(phrase)
        if status and _WHEN.search(phrase):
            continue  # "ej när ärendet behandlades"
        if status and _PART_OF_MEETING.match(text, stop, end):
            return None  # "deltog inte i beslutet"
        if status and fold(phrase) not in ("ej", "ja", "med", "lank", "digital", "distans", "teams"):
            kind = PieceKind.MARK if gap.codes.matrix and count == 1 else PieceKind.SAID
            return build_piece(gap, kind, start, stop, status=status, inside=inside)
        role = canonical_role(phrase)
        if role and not _extends_title(text, stop, end):
            return build_piece(gap, PieceKind.ROLE, start, stop, role, inside=inside)
    return None


def _peel_first_word(gap: Gap, start: int, end: int, inside: bool) -> Piece | None:
    """A mark, a party's letters, or an acronym before a mark or words of substitution."""
    text, codes = gap.context.text, gap.codes
    first = text[start:end].split()[0]
    stop = start + len(first)
    bare = first.strip(".,")
    if codes.matrix and _CROSS.fullmatch(bare):
        return build_piece(gap, PieceKind.MARK, start, stop, status=Status.PRESENT, inside=inside)
    if fold(bare) in codes.meaning:
        return build_piece(gap, PieceKind.MARK, start, stop, status=codes.meaning[fold(bare)], inside=inside)
    if bare in known_letters() and len(bare) <= 2:
        return build_piece(gap, PieceKind.PARTY, start, stop, bare, inside=inside)
    if bare in SMALL_LETTERS and gap.context.small_parties and text[stop:end].strip()[:1].isupper():
        return build_piece(gap, PieceKind.PARTY, start, stop, bare.upper(), inside=inside)
    if (acronym := ACRONYM.match(text, start, end)) and not has_title(text[start:end]):
        behind = text[acronym.end() : end].strip()
        word = behind.split()[0] if behind else ""
        if behind and (fold(word) in codes.meaning or STANDS_FOR.fullmatch(behind) or _CROSS.fullmatch(behind)):
            value = acronym.group()
            body = Body(value.split(":")[0], False, False, acronym.span())
            return build_piece(gap, PieceKind.BODY, start, acronym.end(), value, body=body, inside=inside)
    return None


_FORMAL_BEHIND = re.compile(r"s?\s+(?:kommun|stad)s?\b")
_FOR_WORDS = re.compile(r"\s+(?:för|ersätter|i stället för|istället för)\s*$")
_HOUSE = re.compile(
    r"[\wåäö-]*(?:gymnasie?t?|gymnasium|sjukhus(?:et)?|lasarett(?:et)?|vårdcentral|hälsocentral|församling|museum)", re.IGNORECASE
)
_WHEN = re.compile(r"[ ]när$", re.IGNORECASE)
_CLUB = re.compile(r"(?:[A-ZÅÄÖ]{0,2}(?:IF|IK|BK|FF|FK|SK|OK|FC|HC|IS)|GoIF|HK)")
_PART_OF_MEETING = re.compile(
    r"\s+(?:(?:i|under|vid|på|för|när)\s+(?:\w+\s+)?(?:beslut|behandl|överlägg|ärende|punkt|handlägg|omröst|vot|del\b|delar\b)"
    r"|(?:till|inför|på|vid)\s+(?:nästa|kommande|följande)\b)",
    re.IGNORECASE,
)


def _tells(tail: str) -> bool:
    """Whether words behind a body are themselves something that a list tells of a person."""
    first = tail.split()[0]
    return bool(
        canonical_role(tail) or has_title(tail) or said_status(tail) or STANDS_FOR.match(tail) or ACRONYM.fullmatch(first)
        or party_letters(tail) or is_organisation_like(tail) or _CROSS.fullmatch(first)
    )  # fmt: skip


def _peel_before_for(gap: Gap, start: int, end: int, inside: bool) -> Piece | None:
    """What stands before "för" at the end of a gap: what the person is who stands in for the one named next."""
    text = gap.context.text
    if text[end : gap.end].strip() or (for_words := _FOR_WORDS.search(text, start, end)) is None:
        return None
    stop = for_words.start()
    words = text[start:stop]
    if role := canonical_role(words):
        return build_piece(gap, PieceKind.ROLE, start, stop, role, inside=inside)
    if is_organisation_like(words):
        body = Body(squash(words), False, False, (start, stop))
        return build_piece(gap, PieceKind.BODY, start, stop, body=body, inside=inside)
    if has_title(words):
        return build_piece(gap, PieceKind.ROLE, start, stop, role_text(words), inside=inside)
    if words[:1].isupper() and len(words.split()) <= 3:
        return build_piece(gap, PieceKind.TEXT, start, stop, inside=inside)
    return None


def _extends_title(text: str, stop: int, end: int) -> bool:
    """ "ordförande i socialnämnden", "ersättare, ej tjänstgörande": the words after belong to the role."""
    tail = text[stop:end].strip()
    if any(canonical_role(" ".join(tail.split()[:n])) for n in (1, 2, 3)):
        return False
    first = tail.split()[0] if tail else ""
    return bool(first) and (
        first.islower() and fold(first) not in status_words() and not STANDS_FOR.match(tail) and not first.startswith("ers")
    )


def _nth_end(text: str, start: int, end: int, count: int) -> int:
    found = start
    for n, word in enumerate(WORD.finditer(text, start, end)):
        if n == count:
            break
        found = word.end()
    return found
