"""What is added to a draft of a person, piece by piece: body, office, status, limit, words that no list knows."""

from __future__ import annotations

import re

from graph.record import Status
from ingest.attendance.leaning import Leaning
from ingest.attendance.limits import limit_text
from ingest.attendance.model import Body, Draft
from ingest.attendance.pieces import Piece
from ingest.attendance.words import role_text

_ADDRESS = re.compile(r"(?:gatan|vägen|\bväg|torg|torget|gränd|\bplan|allén?|huset|salen)$", re.IGNORECASE)


def with_body(draft: Draft, body: Body) -> Draft:
    if draft.body is None or (body.municipality and not draft.body.municipality and not draft.body.known):
        return draft._replace(body=body)
    return draft


OFFICES = (
    "ordförande",
    "vice ordförande",
    "sekreterare",
    "1:e vice ordförande",
    "2:e vice ordförande",
    "3:e vice ordförande",
    "tjänstgörande ersättare",
)


def with_role(draft: Draft, role: str) -> Draft:
    """An office at the meeting goes before a title; else the first role stands."""
    if draft.role is None or (role in OFFICES and draft.role not in OFFICES):
        return draft._replace(role=role)
    return draft


def with_said(draft: Draft, status: Status | None) -> Draft:
    if status is Status.ABSENT and draft.limits:
        return draft
    return draft._replace(said=draft.said or status)


def with_limit(draft: Draft, limit: str) -> Draft:
    if not limit or limit in draft.limits:
        return draft
    if draft.said is Status.ABSENT:
        # "frånvarande §§ 5–6": there for the rest.
        return draft._replace(said=None, limits=(*draft.limits, f"ej {limit}"))
    return draft._replace(limits=(*draft.limits, limit))


def with_text(draft: Draft, piece: Piece, leaning: Leaning) -> Draft:
    """Unknown words behind a comma: small ones tell what the person does, a capital names whom they stand for."""
    words = piece.value.strip(" .")
    if not (piece.after_comma or piece.inside) or len(words.split()) > 6 or len(words) < 3 or not words[0].isalpha():
        return draft
    words = role_text(words)
    if REFERS.match(words):
        return draft
    if words[0].islower():
        return with_role(draft, words) if draft.role is None else draft
    if draft.body is None and not leaning.body_first and not piece.inside and not _ADDRESS.search(words):
        return draft._replace(body=Body(words, False, False, (piece.start, piece.end)))
    return draft


REFERS = re.compile(r"(?:se|företräder|representerar|även)\s", re.IGNORECASE)
""" "se Mora", "företräder även Orsa": where else the person is listed."""


def limits_text(draft: Draft) -> str | None:
    return limit_text(", ".join(draft.limits)) or None if draft.limits else None
