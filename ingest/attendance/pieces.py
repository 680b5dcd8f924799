"""The pieces that what stands between two names of a list is cut into: bodies, parties, roles, limits, statuses, substitution words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from graph.names import squash
from graph.record import Status
from ingest.attendance.model import Body, Codes, Context

WORD = re.compile(r"\S+")


class PieceKind(StrEnum):
    BODY = "body"
    PARTY = "party"
    LETTERS = "letters"
    """Letters in parentheses that could be a party or an organisation; the list as a whole decides."""
    ROLE = "role"
    SAID = "said"
    MARK = "mark"
    LIMIT = "limit"
    STANDS_FOR = "standsFor"
    REPLACED_BY = "replacedBy"
    VACANT = "vacant"
    TEXT = "text"


class Piece(NamedTuple):
    """One thing that stands beside a name."""

    kind: PieceKind
    start: int
    end: int
    value: str = ""
    body: Body | None = None
    status: Status | None = None
    inside: bool = False
    """In parentheses."""
    after_break: bool = False
    """Nothing but white space stands between the line's (or cell's) beginning and it."""
    before_break: bool = False
    before_name: bool = False
    """Only spaces stand between it and the next name."""
    after_comma: bool = False
    colon: bool = False
    """It begins its line, and a colon or a dash follows it."""

    @property
    def alone(self) -> bool:
        return self.after_break and self.before_break


@dataclass(frozen=True, slots=True)
class Gap:
    """The stretch between two names that is cut into pieces, and what is known of it."""

    context: Context
    start: int
    end: int
    bodies: Sequence[Body]
    codes: Codes
    named: bool
    """Whether a name follows at its end."""

    def until(self, end: int) -> Gap:
        """The part of it before `end`."""
        return replace(self, end=end)


def build_piece(
    gap: Gap, kind: PieceKind, start: int, end: int, value: str = "", *,
    body: Body | None = None, status: Status | None = None, inside: bool = False,
) -> Piece:  # fmt: skip
    """One piece of a gap, with where it stands. Without a value it is its words; `inside` tells that it is in parentheses."""
    text = gap.context.text
    before = text[max(0, start - 24) : start].rstrip(" *_•·-–")
    aside = _ASIDE.match(text, end) if "(" in text[end : end + 2] else None
    behind = aside.end() if aside else end
    after = text[behind : behind + 12].lstrip(" *_.")
    after_break = before[-1:] in ("", "\n", "\t") and (bool(before) or start < 24)
    before_break = not after or after[0] in "\n\t" or (after[0] == ":" and after[1:].lstrip(" ")[:1] in ("", "\n", "\t"))
    before_name = gap.named and gap.end - behind < 12 and not text[behind : gap.end].strip(" *_:")
    after_comma = before[-1:] in ",;/" or before.endswith((" –", " -"))
    return Piece(
        kind, start, end, value or squash(text[start:end]), body, status, inside,
        after_break, before_break, before_name, after_comma, after_break and (after[:1] == ":" or after.startswith(("– ", "- "))),
    )  # fmt: skip


_ASIDE = re.compile(r"[ ]?\([^()\n]{1,20}\)(?=:)")
""" "Mora (2 platser): Anna Ek": what may stand between a body and its colon."""
