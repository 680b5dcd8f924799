"""What can go wrong, told over HTTP: one table from errors to problems (RFC 9457).

AmbiguousNameError        409 ambiguous-name       with candidates
UnknownNameError          404 unknown-name         with suggestions
UnknownQueryError         404 unknown-query        with suggestions
UnknownEntityError        404 not-found
(any other address)       404 not-found
(any other method)        405 method-not-allowed
MissingParameterError     422 missing-parameter    with the parameter's name
ParameterError            422 invalid-parameter    with the parameter's name
StoreUnavailableError     503 store-unavailable    with the remedy
StoreBusyError            503 store-unavailable    with the remedy
JudgementError            503 store-unavailable    with the place in the file
EntityMovedError          308, to what has the id now
everything else           500 internal-error       with a reference to the log, and nothing else
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from api.texts import Language
from graph.errors import ArendegangError, StoreBusyError, StoreUnavailableError
from graph.judgements import JudgementError
from queries.asking import MissingParameterError, ParameterError, UnknownQueryError
from queries.entities import UnknownEntityError
from queries.lookup import AmbiguousNameError, Found, UnknownNameError

MEDIA_TYPE = "application/problem+json"


class Slug(StrEnum):
    """The kinds of problems; `type` is `/api#<slug>`, where the page of the interface explains it."""

    AMBIGUOUS_NAME = "ambiguous-name"
    UNKNOWN_NAME = "unknown-name"
    UNKNOWN_QUERY = "unknown-query"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    MISSING_PARAMETER = "missing-parameter"
    INVALID_PARAMETER = "invalid-parameter"
    STORE_UNAVAILABLE = "store-unavailable"
    INTERNAL_ERROR = "internal-error"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    slug: Slug
    status: HTTPStatus
    title: Mapping[Language, str]


def _kind(slug: Slug, status: HTTPStatus, swedish: str, english: str) -> ProblemKind:
    return ProblemKind(slug, status, {Language.SWEDISH: swedish, Language.ENGLISH: english})


KINDS: Mapping[Slug, ProblemKind] = {
    kind.slug: kind
    for kind in (
        _kind(Slug.AMBIGUOUS_NAME, HTTPStatus.CONFLICT, "Namnet kan vara flera", "The name fits several"),
        _kind(Slug.UNKNOWN_NAME, HTTPStatus.NOT_FOUND, "Namnet finns inte här", "The name is not known here"),
        _kind(Slug.UNKNOWN_QUERY, HTTPStatus.NOT_FOUND, "Frågan finns inte", "There is no such question"),
        _kind(Slug.NOT_FOUND, HTTPStatus.NOT_FOUND, "Finns inte", "Not found"),
        _kind(Slug.METHOD_NOT_ALLOWED, HTTPStatus.METHOD_NOT_ALLOWED, "Bara läsning", "Reading only"),
        _kind(Slug.MISSING_PARAMETER, HTTPStatus.UNPROCESSABLE_ENTITY, "En uppgift saknas", "A parameter is missing"),
        _kind(
            Slug.INVALID_PARAMETER, HTTPStatus.UNPROCESSABLE_ENTITY, "En uppgift går inte att förstå", "A parameter is invalid"
        ),
        _kind(Slug.STORE_UNAVAILABLE, HTTPStatus.SERVICE_UNAVAILABLE, "Lagret går inte att läsa", "The store cannot be read"),
        _kind(Slug.INTERNAL_ERROR, HTTPStatus.INTERNAL_SERVER_ERROR, "Något gick fel", "Something went wrong"),
    )
}


class Candidate(BaseModel):
    """An entity that a name may mean. Ask again with its `id` in place of the name."""

    model_config = ConfigDict(extra="forbid")

    id: str
    label: str
    name: str
    hint: str | None = None


class Problem(BaseModel):
    """An error as application/problem+json. Members that do not apply are left out."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="Address of the page that explains this kind of problem.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int
    detail: str = Field(description="What is wrong this time, and what to do about it.")
    instance: str = Field(description="The address that was asked for.")
    parameter: str | None = Field(default=None, description="The parameter that is missing or invalid.")
    suggestions: list[Candidate] | None = Field(default=None, description="The nearest names, when none fits.")
    candidates: list[Candidate] | None = Field(default=None, description="All that the name may mean, when several fit.")
    reference: str | None = Field(default=None, description="The number under which the error stands in the program's log.")


def slug_of(error: Exception) -> Slug:
    """The table. What is not in it is an internal error."""
    for type_, slug in _TABLE:
        if isinstance(error, type_):
            return slug
    if isinstance(error, HTTPException):
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return Slug.METHOD_NOT_ALLOWED
        if error.status_code == HTTPStatus.NOT_FOUND:
            return Slug.NOT_FOUND
    return Slug.INTERNAL_ERROR


_TABLE: tuple[tuple[type[Exception], Slug], ...] = (
    (AmbiguousNameError, Slug.AMBIGUOUS_NAME),
    (UnknownNameError, Slug.UNKNOWN_NAME),
    (UnknownQueryError, Slug.UNKNOWN_QUERY),
    (UnknownEntityError, Slug.NOT_FOUND),
    (MissingParameterError, Slug.MISSING_PARAMETER),
    (ParameterError, Slug.INVALID_PARAMETER),
    (RequestValidationError, Slug.INVALID_PARAMETER),
    (StoreUnavailableError, Slug.STORE_UNAVAILABLE),
    (StoreBusyError, Slug.STORE_UNAVAILABLE),
    (JudgementError, Slug.STORE_UNAVAILABLE),
)


def problem_of(error: Exception, instance: str, language: Language, reference: str | None = None) -> Problem:
    """The problem that tells of an error. An internal error tells only its `reference`, never its words."""
    slug = slug_of(error)
    kind = KINDS[slug]
    return Problem(
        type=f"/api#{slug.value}",
        title=kind.title[language],
        status=kind.status.value,
        detail=_detail(error, slug, language),
        instance=instance,
        parameter=parameter_of(error),
        suggestions=_suggestions(error, slug),
        candidates=[candidate(found) for found in error.candidates] if isinstance(error, AmbiguousNameError) else None,
        reference=reference if slug is Slug.INTERNAL_ERROR else None,
    )


def candidate(found: Found) -> Candidate:
    return Candidate(id=found.id, label=found.label.value, name=found.name, hint=found.hint)


def parameter_of(error: Exception) -> str | None:
    if isinstance(error, ParameterError):
        return error.parameter
    if isinstance(error, RequestValidationError) and error.errors():
        place = error.errors()[0]["loc"]
        return next((part for part in reversed(place) if isinstance(part, str)), str(place[-1]))  # not the number in a list
    return None


def _suggestions(error: Exception, slug: Slug) -> list[Candidate] | None:
    if isinstance(error, UnknownNameError):
        return [candidate(found) for found in error.suggestions]
    if isinstance(error, UnknownQueryError):
        return [Candidate(id=error.suggestion, label="Query", name=error.suggestion)] if error.suggestion else []
    return None


_EXPECTED: Mapping[str, str] = {
    "missing": "saknas",
    "int_parsing": "ett heltal väntades",
    "int_type": "ett heltal väntades",
    "bool_parsing": "true eller false väntades",
    "greater_than_equal": "minst {ge} väntades",
    "less_than_equal": "högst {le} väntades",
    "string_too_short": "minst {min_length} tecken väntades",
    "string_too_long": "högst {max_length} tecken väntades",
    "too_long": "högst {max_length} väntades",
    "literal_error": "välj bland {expected}",
    "enum": "välj bland {expected}",
}
"""What pydantic expected, in Swedish; its own words stand for what is not here."""


def _detail(error: Exception, slug: Slug, language: Language) -> str:
    if slug is Slug.INTERNAL_ERROR:
        return {
            Language.SWEDISH: "Felet är nedskrivet i programmets logg under numret i reference.",
            Language.ENGLISH: "The error is written in the program's log under the number in reference.",
        }[language]
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        words = _EXPECTED.get(first["type"]) if language is Language.SWEDISH else None
        values = {name: str(value).replace(" or ", " eller ") for name, value in first.get("ctx", {}).items()}
        return f"{parameter_of(error)}: {words.format(**values) if words else first['msg']}."
    if isinstance(error, ArendegangError):
        return error.in_english if language is Language.ENGLISH else str(error)
    return {
        Slug.METHOD_NOT_ALLOWED: {
            Language.SWEDISH: "Här går det bara att läsa, med GET.",
            Language.ENGLISH: "Only reading is possible here, with GET.",
        },
    }.get(
        slug,
        {
            Language.SWEDISH: "Ingen sådan adress finns. Adresserna står på sidan /api.",
            Language.ENGLISH: "There is no such address. The page /api lists them.",
        },
    )[language]
