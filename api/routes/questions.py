"""`GET /api/v1/queries` and one operation for each named question, with its own parameters and typed rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, create_model
from pydantic.alias_generators import to_camel

from api.routes.dependencies import ApiLanguage, FreshStore, Today
from api.routes.examples import ANSWER_EXAMPLES, problems
from api.urls import api_question
from queries import catalogue, run
from queries.asking import ParameterError
from queries.catalogue import Answer, NamedQuery, Parameter, ParameterKind

router = APIRouter(tags=["questions"])


class _Outer(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class ParameterInfo(_Outer):
    name: str
    kind: ParameterKind
    required: bool
    description: str
    description_en: str
    choices: list[str] = []


class QueryInfo(_Outer):
    """One named question: what it answers, what it takes, and addresses to try."""

    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    parameters: list[ParameterInfo]
    examples: list[str]


class QueryList(_Outer):
    queries: list[QueryInfo]


@router.get("/queries", summary="The catalogue of named questions", responses=problems())
def list_queries() -> QueryList:
    """Every question with its parameters and examples, in the order in which they are shown."""
    return QueryList(queries=[_info(query) for query in catalogue().values()])


def _info(query: NamedQuery) -> QueryInfo:
    return QueryInfo(
        name=query.name,
        title=query.title,
        title_en=query.title_en,
        description=query.description,
        description_en=query.description_en,
        parameters=[
            ParameterInfo(
                name=one.name,
                kind=one.kind,
                required=one.required,
                description=one.description,
                description_en=one.description_en,
                choices=list(one.choices),
            )
            for one in query.parameters
        ],
        examples=[api_question(query.name, example) for example in query.examples],
    )


def given_parameters(request: Request) -> Mapping[str, str]:
    """The question's parameters as they stand in the address, without `lang`. Raises ParameterError when one stands there twice."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name == "lang":
            continue
        if name in given:
            raise ParameterError(
                name,
                (f"”{name}” står två gånger i adressen.", "Ange den en gång."),
                (f"“{name}” stands twice in the address.", "Give it once."),
            )
        given[name] = value
    return given


def _operation(query: NamedQuery) -> Callable[..., Answer]:
    def ask(request: Request, store: FreshStore, today: Today, lang: ApiLanguage) -> Answer:
        return run(store, query.name, given_parameters(request), today)

    return ask


def _answer_model(query: NamedQuery) -> type[Answer]:
    """Answer, with the rows of this question."""
    title = "".join(part.title() for part in query.name.split("-"))
    return create_model(f"{title}Answer", __base__=Answer, rows=(list[query.row], ...))  # type: ignore[name-defined]


def _schema(parameter: Parameter) -> dict[str, Any]:
    if parameter.kind is ParameterKind.DATE:
        return {"type": "string", "format": "date"}
    if parameter.kind is ParameterKind.CHOICE:
        return {"type": "string", "enum": list(parameter.choices)}
    # A name holds a letter or a digit; white space alone counts as not given.
    return {"type": "string", "minLength": 1, "maxLength": 120, "pattern": "[0-9A-Za-zÅÄÖåäö]"}


def _parameter(query: NamedQuery, parameter: Parameter) -> dict[str, Any]:
    examples = [example[parameter.name] for example in query.examples if parameter.name in example]
    if not examples and parameter.kind is ParameterKind.DATE:
        examples = [dt.date(2025, 1, 1).isoformat()]
    if not examples and parameter.choices:
        examples = [parameter.choices[0]]
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.description_en}",
        "schema": _schema(parameter),
        **({"example": examples[0]} if examples else {}),
    }


for _query in catalogue().values():
    router.add_api_route(
        f"/queries/{_query.name}",
        _operation(_query),
        methods=["GET"],
        name=f"ask {_query.name}",
        operation_id=f"ask_{_query.name.replace('-', '_')}",
        summary=_query.title_en,
        description=_query.description_en,
        response_model=_answer_model(_query),
        responses={
            200: {"content": {"application/json": {"example": ANSWER_EXAMPLES.get(_query.name)}}}
            if _query.name in ANSWER_EXAMPLES
            else {},
            **problems("unknown-name", "ambiguous-name", "missing-parameter", "store-unavailable"),
        },
        openapi_extra={"parameters": [_parameter(_query, one) for one in _query.parameters]},
    )


@router.get("/queries/{name}", include_in_schema=False)
def ask_unknown(name: str, request: Request, store: FreshStore, today: Today, lang: ApiLanguage) -> Answer:
    """Any other name: the catalogue says that there is none, and which is near."""
    return run(store, name, given_parameters(request), today)
