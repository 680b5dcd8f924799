"""The pairs that resolution was not certain of, as the store keeps them: so that asking a person needs no resolution of its own."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.resolution.model import DoubtfulPair, Resolution, UnitSeen
from graph.schema import Label
from graph.stores.store import Store

MAX_PAIRS: Final = 1000
"""Of either sort, the weightiest: nobody judges more before the next run."""
_SPELLINGS: Final = 6
_DOCUMENTS: Final = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair that a person can judge. `merged`: rules put the two together, so that `left` and `right` are one entity now.

    The reasons are values of `graph.resolution.model.Reason`; `weight` is how many mentions a judgement would move. Of the units'
    spellings and documents only the first few are kept.
    """

    label: Label
    left: UnitSeen
    right: UnitSeen
    score: float
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    weight: int
    merged: bool


def asked_json(resolution: Resolution) -> str:
    """The doubtful and the uncertain merged pairs of a resolution, as compact JSON; the same for the same resolution; empty for none."""
    pairs = [_asked(pair, resolution, merged=False) for pair in _weightiest(resolution.doubtful)]
    pairs += [_asked(pair, resolution, merged=True) for pair in _weightiest(resolution.merged)]
    return json.dumps([_plain(pair) for pair in pairs], ensure_ascii=False, separators=(",", ":")) if pairs else ""


def _weightiest(pairs: Sequence[DoubtfulPair]) -> list[DoubtfulPair]:
    return sorted(pairs, key=lambda p: (-p.weight, -p.score, p.label, p.left_unit, p.right_unit))[:MAX_PAIRS]


def _asked(pair: DoubtfulPair, resolution: Resolution, *, merged: bool) -> Asked:
    left, right = (_trimmed(resolution.units[pair.label, key]) for key in (pair.left_unit, pair.right_unit))
    return Asked(pair.label, left, right, pair.score, pair.reasons_for, pair.reasons_against, pair.weight, merged)


def _trimmed(unit: UnitSeen) -> UnitSeen:
    return replace(unit, spellings=unit.spellings[:_SPELLINGS], documents=unit.documents[:_DOCUMENTS])


def read_asked(store: Store) -> tuple[Asked, ...]:
    """The pairs that the store was left with when it was last settled, weightiest first; none of an empty store."""
    rows = store.read("MATCH (s:Store {id: 'store'}) RETURN s.asked AS asked")
    return tuple(_parsed(one) for one in json.loads(rows[0]["asked"] or "[]")) if rows else ()


def _plain(pair: Asked) -> list[Any]:
    sides = [
        [
            unit.key,
            unit.entity,
            unit.spelling,
            unit.spellings,
            unit.documents,
            unit.weight,
            unit.body,
            unit.roles,
            unit.first and unit.first.isoformat(),
            unit.last and unit.last.isoformat(),
        ]
        for unit in (pair.left, pair.right)
    ]
    return [pair.label, *sides, pair.score, pair.reasons_for, pair.reasons_against, pair.weight, pair.merged]


def _parsed(content: list[Any]) -> Asked:
    label, left, right, score, reasons_for, against, weight, merged = content
    return Asked(
        Label(label),
        _unit(Label(label), left),
        _unit(Label(label), right),
        score,
        tuple(reasons_for),
        tuple(against),
        weight,
        merged,
    )


def _unit(label: Label, content: list[Any]) -> UnitSeen:
    key, entity, spelling, spellings, documents, weight, body, roles, first, last = content
    return UnitSeen(
        label,
        key,
        entity,
        spelling,
        tuple(spellings),
        tuple(documents),
        weight,
        body,
        tuple(roles),
        first and dt.date.fromisoformat(first),
        last and dt.date.fromisoformat(last),
    )
