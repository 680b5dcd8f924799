"""The catalogue: named questions with declared parameters and typed rows. Terminal, API and pages all use this one.

A question is pure: it builds statements, the store runs them, and `shape` turns the raw rows into typed rows. Adding one
means adding a module with a `QUERY` and naming it in `queries/__init__.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from graph.stores.store import Row, Statement

Worked = TypeVar("Worked")


class AnswerModel(BaseModel):
    """camelCase outside, unknown fields refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class Source(AnswerModel):
    """Where a claim stands: the very words, and how to find them. `words` is None only for what is inferred without words."""

    document: str
    """Document id."""
    file: str
    page: int | None = None
    """Counted from 1; None for a format without pages."""
    section: str | None = None
    words: str | None = None
    start: int | None = None
    end: int | None = None
    basis: Literal["stated", "inferred"] = "stated"


class ParameterKind(StrEnum):
    FORUM = "forum"
    TOPIC = "topic"
    OFFICIAL = "official"
    MUNICIPALITY = "municipality"
    BODY = "body"
    ACTOR = "actor"
    DATE = "date"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`name` is the word in URLs and options (`from`, `topic`). Named entities are given by name, abbreviation, alias or id."""

    name: str
    kind: ParameterKind
    required: bool
    description: str
    description_en: str
    choices: tuple[str, ...] = ()
    second: str | None = None
    """The parameter that takes the second value where the command line gives both to one option (`--between A B`)."""
    argument: bool = False
    """On the command line it may stand without its name as well."""


class Answer(AnswerModel):
    """What a question gives. `finding` is one sentence that states the finding; `notes` say what is not known, and how much."""

    query: str
    parameters: dict[str, Any]
    finding: str
    finding_en: str
    notes: list[str] = []
    notes_en: list[str] = []
    rows: list[Any]

    @staticmethod
    def told(query: str, finding: tuple[str, str], rows: Sequence[Any], notes: Sequence[tuple[str, str]] = ()) -> Answer:
        """An answer in both languages: what it finds and each note in Swedish and English. Its parameters come from who asks."""
        return Answer(
            query=query,
            parameters={},
            finding=finding[0],
            finding_en=finding[1],
            notes=[swedish for swedish, _ in notes],
            notes_en=[english for _, english in notes],
            rows=list(rows),
        )


class Rows(dict[str, list[Row]]):
    """The rows of a question by statement name. Rounds of statements add to them and change none."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        super().__init__(rows)
        self._worked_out: dict[Callable[..., Any], Any] = {}

    def once(self, work: Callable[[Mapping[str, Sequence[Row]]], Worked]) -> Worked:
        """What `work` makes of the rows that are there when it is first asked for: a round and the answer after it share it."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        worked: Worked = self._worked_out[work]
        return worked


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """`build` gets resolved parameters (entity ids, dates, texts; None when not given) and returns statements by name;
    `shape` gets their rows, the same parameters, the names of the resolved entities, and today's date."""

    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    parameters: tuple[Parameter, ...]
    row: type[AnswerModel]
    build: Callable[[Mapping[str, Any]], Mapping[str, Statement]]
    shape: Callable[[Mapping[str, Sequence[Row]], Mapping[str, Any], Mapping[str, str], dt.date], Answer]
    examples: tuple[Mapping[str, str], ...] = ()
    then: tuple[Callable[[Mapping[str, Sequence[Row]], Mapping[str, Any]], Mapping[str, Statement]], ...] = ()
    """Further statements, asked one round after the other: each is built from the rows found so far and the parameters."""
