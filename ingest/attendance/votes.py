"""What the columns of votes tell of a roll in which it is lost under which of presence and absence a cross stood: who voted was there, and
for a member in whose line another's name stands behind the cross that one served."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from graph.record import Status
from ingest.attendance.model import Draft
from ingest.lines import Line

_CROSS = re.compile(r"(?<=[ \t])[xX×✓](?=\s|$)")
_HEADS = re.compile(r"\b(?:votering|omröstning|avst(?:år)?)\b|§\s?\d+(?![\d.]*\s+[A-ZÅÄÖ][a-zåäö]{3})", re.IGNORECASE)
_ABSENCE = re.compile(r"\bfrånv", re.IGNORECASE)
_STAND_INS = re.compile(r"\b(?:frånv\w*|nej)\b.*\b(?:ers(?:ättare)?|tjg|tjänstg\w*)\b(?!.*\b(?:när|från)v)", re.IGNORECASE)
"""A column for who served, behind those of the member, and none of presence for these behind it."""
_VOTED = 2
"""Crosses of one who was there and voted."""


def have_votes(heads: Sequence[Line]) -> bool:
    """Whether the words over the columns of a roll name some for votes, beside those for presence. With two columns of absence, as for the
    days of a meeting, or for members and for substitutes beside them, two crosses may be of one who was away."""
    return any(_HEADS.search(line.text) for line in heads) and sum(len(_ABSENCE.findall(line.text)) for line in heads) < _VOTED


def told_by_votes(text: str, heads: Sequence[Line], drafts: Sequence[Draft]) -> list[Draft]:
    """The people of a roll with votes: present who have two crosses, and who stand in the line of a member that they served for."""
    beside = any(_STAND_INS.search(line.text) for line in heads)
    told: list[Draft] = []
    for _, of_line in groupby(drafts, key=lambda draft: text.rfind("\n", 0, draft.start)):
        row = list(of_line)
        ends = [*(draft.start for draft in row[1:]), _line_end(text, row[-1].end)]
        crosses = [len(_CROSS.findall(text, draft.end - 1, end)) for draft, end in zip(row, ends, strict=True)]
        if len(row) == _VOTED and beside and crosses[0] == 1:
            told += [row[0]._replace(said=Status.ABSENT), row[1]._replace(said=Status.PRESENT, role=row[1].role or _SERVING)]
        else:
            told += [
                draft._replace(said=Status.PRESENT) if count >= _VOTED else draft
                for draft, count in zip(row, crosses, strict=True)
            ]
    return told


_SERVING = "tjänstgörande ersättare"


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
