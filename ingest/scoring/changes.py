"""Gains and losses against the committed scorecard; a loss must be explained there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import InputError
from graph.faults import validation_fault
from ingest.scoring.card import Scorecard

SCORECARDS = Path("benchmarks/scorecard")
EXPLAINED = "explained.yaml"


@dataclass(frozen=True, slots=True)
class Change:
    """How the errors of one field in one document changed against the committed scorecard."""

    document: str
    field: str
    before: int
    after: int

    @property
    def is_loss(self) -> bool:
        return self.after > self.before


class Comparison(NamedTuple):
    """What has changed against a scorecard."""

    changes: list[Change]
    unexplained: list[Change]
    """The losses among them that nothing explains."""
    stale: list[str]
    """The documents of which that cannot be told."""


class Explanation(BaseModel):
    """Why losses are accepted: shell patterns for document and field, and the reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    document: str = "*"
    field: str = "*"
    why: str


def find_changes(card: Scorecard, committed: Mapping[str, Mapping[str, object]]) -> list[Change]:
    """Gains and losses of the documents that are the same as when the scorecard was committed (by digest)."""
    changes: list[Change] = []
    for document in card.documents:
        known = committed.get(document.file)
        if known is None or known.get("digest") != document.digest:
            continue
        errors = known.get("errors")
        before = {name: sum(pair_) for name, pair_ in errors.items()} if isinstance(errors, dict) else {}
        after = {name.value: c.missed + c.extra for name, c in document.tally.counts.items() if c.missed + c.extra}
        changes += [
            Change(document.file, name, before.get(name, 0), after.get(name, 0))
            for name in sorted({*before, *after})
            if before.get(name, 0) != after.get(name, 0)
        ]
    return changes


def find_stale(card: Scorecard, committed: Mapping[str, Mapping[str, object]]) -> list[str]:
    """The documents that are not in the committed scorecard, or that have changed since, or their truths: they are compared with nothing."""
    known = {file: entry.get("digest") for file, entry in committed.items()}
    return [document.file for document in card.documents if known.get(document.file) != document.digest]


def parse_explanations(text: str, source: str) -> list[Explanation]:
    """A list of {document, field, why}; raises InputError that names the place."""
    raw = yaml.safe_load(text) or []
    try:
        return [Explanation.model_validate(entry) for entry in raw]
    except ValidationError as error:
        raise InputError(f"{source}: {validation_fault(error)[0]}.", "Varje post har document, field och why.") from error


def unexplained(changes: Iterable[Change], explanations: Sequence[Explanation]) -> list[Change]:
    """The losses that no explanation covers."""
    return [
        c
        for c in changes
        if c.is_loss and not any(fnmatch(c.document, e.document) and fnmatch(c.field, e.field) for e in explanations)
    ]


def check_card(card: Scorecard, folder: Path = SCORECARDS) -> Comparison:
    """What has changed against the scorecard of the same name committed in `folder`: nothing when there is none."""
    path, explained = folder / f"{card.name}.json", folder / EXPLAINED
    if not path.is_file():
        return Comparison([], [], [])
    committed = json.loads(path.read_text(encoding="utf-8"))["documents"]
    changes = find_changes(card, committed)
    explanations = parse_explanations(explained.read_text(encoding="utf-8"), EXPLAINED) if explained.is_file() else []
    return Comparison(changes, unexplained(changes, explanations), find_stale(card, committed))
