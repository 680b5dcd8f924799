"""The OpenAPI description: whole, with examples that hold, and true to what the operations do."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis.core.failures import FailureGroup

from api.problems import MEDIA_TYPE, Problem
from api.routes.examples import ANSWER_EXAMPLES, CARD_EXAMPLE, DOCUMENT_EXAMPLE, NEIGHBOURS_EXAMPLE, SEARCH_EXAMPLE
from api.routes.search import SearchResult
from queries import catalogue
from queries.catalogue import Answer
from queries.entities import DocumentView, EntityCard, Neighbourhood
from tests.api.served import Web, application


@pytest.fixture(scope="module")
def description(web: Web) -> dict[str, Any]:
    found: dict[str, Any] = web.get("/openapi.json").json()
    return found


def operations(description: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(path, one) for path, methods in description["paths"].items() for one in methods.values()]


def test_every_operation_is_there(description: dict[str, Any]) -> None:
    paths = set(description["paths"])
    assert paths >= {f"/api/v1/queries/{name}" for name in catalogue()}
    assert paths >= {
        "/api/v1/queries",
        "/api/v1/entities/{id}",
        "/api/v1/entities/{id}/neighbours",
        "/api/v1/documents/{id}",
        "/api/v1/search",
        "/healthz",
    }
    assert not [path for path in paths if not path.startswith("/api/v1/") and path != "/healthz"]


def test_every_operation_has_examples_of_answers_and_errors(description: dict[str, Any]) -> None:
    for path, operation in operations(description):
        assert operation["summary"], path
        responses = operation["responses"]
        if path != "/api/v1/queries":
            assert "example" in responses["200"]["content"]["application/json"], path
        assert "500" in responses, path
        for status, response in responses.items():
            if status == "200":
                continue
            examples = response["content"][MEDIA_TYPE]["examples"]
            assert examples, (path, status)
            for example in examples.values():
                assert Problem.model_validate(example["value"]).status == int(status)
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (path, parameter["name"])


def test_examples_are_of_the_shape_that_operations_give() -> None:
    assert set(ANSWER_EXAMPLES) == set(catalogue())
    for name, example in ANSWER_EXAMPLES.items():
        answer = Answer.model_validate(example)
        rows = [catalogue()[name].row.model_validate(row) for row in answer.rows]
        assert [row.model_dump(mode="json", by_alias=True) for row in rows] == example["rows"], name
    for model, example in (
        (EntityCard, CARD_EXAMPLE),
        (Neighbourhood, NEIGHBOURS_EXAMPLE),
        (DocumentView, DOCUMENT_EXAMPLE),
        (SearchResult, SEARCH_EXAMPLE),
    ):
        assert model.model_validate(example).model_dump(mode="json", by_alias=True) == example


def test_questions_have_their_own_parameters_and_rows(description: dict[str, Any]) -> None:
    for name, query in catalogue().items():
        operation = description["paths"][f"/api/v1/queries/{name}"]["get"]
        found = {one["name"]: one for one in operation["parameters"]}
        assert set(found) == {one.name for one in query.parameters} | {"lang"}
        assert all(found[one.name]["required"] == one.required for one in query.parameters)
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        rows = description["components"]["schemas"][answer]["properties"]["rows"]["items"]["$ref"]
        assert rows.endswith(query.row.__name__)


def _ends_before_it_begins(case: schemathesis.Case) -> bool:
    """The one thing that a description of single parameters cannot say; tests/api/test_problems.py holds its refusal."""
    since, until = ((case.query or {}).get(name) for name in ("since", "until"))
    return isinstance(since, str) and isinstance(until, str) and since > until


def test_whatever_is_asked_the_answer_is_as_described(sample_store: str) -> None:
    """Schemathesis asks every operation with values made up from the description, valid and not."""
    app: FastAPI = application(sample_store)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    asked = 0

    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=12,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            nonlocal asked
            assume(not _ends_before_it_begins(case))
            asked += 1
            try:
                case.call_and_validate()
            except FailureGroup as failures:
                raise AssertionError("\n".join(str(one) for one in failures.exceptions)) from None

        ask()
    assert asked > 50
