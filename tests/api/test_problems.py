"""Errors over HTTP: application/problem+json with the right status, and never a word of the program's inside."""

from __future__ import annotations

import logging
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi import FastAPI

from api.problems import KINDS, Problem, Slug, problem_of, slug_of
from api.texts import Language
from graph.errors import QueryError, StoreBusyError, StoreUnavailableError
from graph.schema import Label
from graph.stores import open_store
from queries.catalogue import ParameterKind
from queries.lookup import AmbiguousNameError, Found, UnknownNameError
from tests.api.served import Web, application, client, fill_store, sample_files

FOUND = Found("forum:a", Label.FORUM, "Nämnden", "Nämnden", "Ankeborg")


def problem(web: Web, address: str, status: int) -> Problem:
    answer = web.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = Problem.model_validate(answer.json())
    assert told.status == status
    assert told.type == f"/api#{told.type.partition('#')[2]}"
    return told


@pytest.mark.parametrize(
    ("address", "swedish", "english"),
    [
        ("/api/v1/entities/forum:vfr/neighbours?limit=9999", "limit: högst 300 väntades.", "limit: Input should be less"),
        (
            "/api/v1/entities/forum:vfr/neighbours?limit=many",
            "limit: ett heltal väntades.",
            "limit: Input should be a valid integer",
        ),
        ("/api/v1/search?q=a&limit=0", "limit: minst 1 väntades.", "limit: Input should be greater"),
        (f"/api/v1/search?q={'a' * 121}", "q: högst 120 tecken väntades.", "q: String should have at most 120"),
        ("/api/v1/search", "q: saknas.", "q: Field required."),
        (
            "/api/v1/entities/forum:vfr/neighbours?types=Meetings",
            "types: välj bland 'Forum', 'Municipality'",
            "types: Input should be 'Forum', 'Municipality'",
        ),
    ],
)
def test_what_was_expected_is_told_in_the_readers_language(web: Web, address: str, swedish: str, english: str) -> None:
    assert problem(web, address, 422).detail.startswith(swedish)
    assert problem(web, f"{address}{'&' if '?' in address else '?'}lang=en", 422).detail.startswith(english)


def test_a_choice_is_told_without_english_words(web: Web) -> None:
    assert problem(web, "/api/v1/queries/trace?topic=SPAK&lang=xx", 422).detail == "lang: välj bland 'sv' eller 'en'."


def test_a_question_that_is_like_none_has_no_suggestion(web: Web) -> None:
    assert problem(web, "/api/v1/queries/trice", 404).suggestions
    assert problem(web, "/api/v1/queries/nope", 404).suggestions == []


@pytest.mark.parametrize("address", ["/", "/api/v1/queries", "/healthz", "/nope"])
def test_head_is_answered_as_get_without_a_body(web: Web, address: str) -> None:
    whole, head = web.get(address), web.request("HEAD", address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers.get("etag") == whole.headers.get("etag")


def test_an_unknown_name_comes_with_suggestions(web: Web) -> None:
    told = problem(web, "/api/v1/queries/trace?topic=SPAKK", 404)
    assert told.type == "/api#unknown-name"
    assert told.instance == "/api/v1/queries/trace?topic=SPAKK"
    assert told.suggestions
    assert told.suggestions[0].id == "topic:spak"
    assert "SPAKK" in told.detail


def test_an_ambiguous_name_comes_with_its_candidates(web: Web) -> None:
    told = problem(web, "/api/v1/queries/never-attended?forum=Myrland", 409)
    assert told.type == "/api#ambiguous-name"
    assert told.candidates
    assert len(told.candidates) > 1
    for one in told.candidates:
        assert web.get("/api/v1/queries/never-attended", params={"forum": one.id}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "type_", "parameter"),
    [
        ("/api/v1/queries/trace", 422, "missing-parameter", "topic"),
        ("/api/v1/queries/trace?topic=SPAK&since=igår", 422, "invalid-parameter", "since"),
        ("/api/v1/queries/trace?topic=SPAK&since=2026-01-01&until=2024-01-01", 422, "invalid-parameter", "since"),
        ("/api/v1/queries/trace?topic=SPAK&colour=red", 422, "invalid-parameter", "colour"),
        ("/api/v1/queries/trace?topic=SPAK&topic=GNV", 422, "invalid-parameter", "topic"),
        ("/api/v1/queries/decisions?kind=dance", 422, "invalid-parameter", "kind"),
        ("/api/v1/queries/trace?topic=SPAK&lang=fi", 422, "invalid-parameter", "lang"),
        ("/api/v1/search", 422, "invalid-parameter", "q"),
        ("/api/v1/search?q=a&limit=0", 422, "invalid-parameter", "limit"),
        ("/api/v1/entities/forum:vfr/neighbours?limit=many", 422, "invalid-parameter", "limit"),
        ("/api/v1/queries/trice?topic=SPAK", 404, "unknown-query", None),
        ("/api/v1/entities/forum:none", 404, "not-found", None),
        ("/api/v1/entities/nonsense", 404, "not-found", None),
        ("/api/v1/entities/forum:none/neighbours", 404, "not-found", None),
        ("/api/v1/documents/document:0000", 404, "not-found", None),
        ("/api/v1/documents/forum:vfr", 404, "not-found", None),
        ("/api/v1/nothing", 404, "not-found", None),
    ],
)
def test_each_slip_has_its_problem(web: Web, address: str, status: int, type_: str, parameter: str | None) -> None:
    told = problem(web, address, status)
    assert told.type == f"/api#{type_}"
    assert told.parameter == parameter


def test_only_reading_is_possible(web: Web) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = web.request(method, "/api/v1/queries")
        assert answer.status_code == 405
        assert answer.json()["type"] == "/api#method-not-allowed"
        assert "GET" in answer.headers["allow"]


def test_messages_follow_the_language(web: Web) -> None:
    assert web.get("/api/v1/entities/forum:none").json()["detail"].startswith("Inget i lagret")
    assert web.get("/api/v1/entities/forum:none?lang=en").json()["detail"].startswith("Nothing in the store")
    assert web.get("/api/v1/queries/trace?lang=en").json()["detail"].startswith("The question trace needs topic")


@pytest.mark.parametrize(
    ("address", "accepted", "start"),
    [
        ("/api/v1/entities/forum:none", "en-GB,en;q=0.9,sv;q=0.8", "Nothing in the store"),
        ("/api/v1/entities/forum:none", "EN", "Nothing in the store"),
        ("/api/v1/entities/forum:none", "sv-SE, en", "Inget i lagret"),
        ("/api/v1/entities/forum:none", "fi, *;q=0.5", "Inget i lagret"),
        ("/api/v1/entities/forum:none?lang=sv", "en", "Inget i lagret"),
        ("/api/v1/entities/forum:none?lang=en", "sv", "Nothing in the store"),
    ],
)
def test_a_program_may_choose_the_language_in_a_header(web: Web, address: str, accepted: str, start: str) -> None:
    answer = web.get(address, headers={"accept-language": accepted})
    assert answer.json()["detail"].startswith(start)
    assert answer.headers["vary"] == "Accept-Language"


def test_a_store_that_cannot_be_read_is_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    address = str(tmp_path / "none.store")
    with client(application(address)) as web:
        for path in ("/", "/api/v1/queries/meetings"):
            assert f"Det finns inget lager i {address} än." in web.get(path).text
            assert f"There is no store at {address} yet." in web.get(f"{path}?lang=en").text
        assert "Det finns inget lager" in web.get("/", headers={"accept-language": "en"}).text


def test_a_store_that_is_not_there_yet_is_told_and_taken_up_once_it_is(tmp_path: Path) -> None:
    address = str(tmp_path / "later.store")
    with client(application(address)) as web:
        for path in ("/healthz", "/api/v1/queries/meetings", "/api/v1/entities/forum:vfr", "/api/v1/search?q=a"):
            told = problem(web, path, 503)
            assert told.type == "/api#store-unavailable"
            assert address in told.detail
        assert web.get("/api/v1/queries").status_code == 200
        assert web.get("/openapi.json").status_code == 200
        page = web.get("/")
        assert page.status_code == 503
        assert "arendegang ingest" in page.text
        fill_store(address, sample_files()[:1])
        assert web.get("/healthz").status_code == 200
        assert web.get("/").status_code == 200


def test_an_error_nobody_foresaw_tells_its_reference_and_nothing_else(
    sample_store: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = application(sample_store)
    secret = "secret words of the inside"

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise RuntimeError(secret)

    @app.get("/broken")
    def broken_page() -> None:
        raise RuntimeError(secret)

    with client(app) as web, caplog.at_level(logging.ERROR, "arendegang.api"):
        told = problem(web, "/api/v1/broken", 500)
        page = web.get("/broken")
    assert told.reference
    assert page.status_code == 500
    assert page.headers["content-security-policy"]
    for text in (told.model_dump_json(), page.text):
        assert secret not in text
        assert "Traceback" not in text
        assert "RuntimeError" not in text
    assert told.reference in caplog.text
    assert secret in caplog.text
    assert any(record.message.split()[1].rstrip(":") in page.text for record in caplog.records)


def test_even_an_error_page_that_cannot_be_made_tells_the_reference(sample_store: str, caplog: pytest.LogCaptureFixture) -> None:
    app = application(sample_store)
    del app.state.stamp  # every page needs it
    with client(app) as web, caplog.at_level(logging.ERROR, "arendegang.api"):
        answer = web.get("/nope")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    reference = answer.text.split()[-1]
    assert len(reference) == 8
    assert f"reference {reference}" in caplog.text


def test_the_table_tells_apart_all_kinds() -> None:
    errors: dict[Exception, Slug] = {
        AmbiguousNameError(ParameterKind.FORUM, "n", [FOUND]): Slug.AMBIGUOUS_NAME,
        UnknownNameError(ParameterKind.FORUM, "n", [FOUND], empty=False): Slug.UNKNOWN_NAME,
        StoreUnavailableError("gone", "start it"): Slug.STORE_UNAVAILABLE,
        StoreBusyError("busy", "wait"): Slug.STORE_UNAVAILABLE,
        QueryError("the engine's own words", None): Slug.INTERNAL_ERROR,
        ValueError("slip"): Slug.INTERNAL_ERROR,
    }
    assert {error: slug_of(error) for error in errors} == errors
    for error, slug in errors.items():
        told = problem_of(error, "/x", Language.ENGLISH, "ref1")
        assert told.status == KINDS[slug].status
        assert (told.reference == "ref1") == (slug is Slug.INTERNAL_ERROR)
        if slug is Slug.INTERNAL_ERROR:
            assert str(error) not in told.detail


def test_every_kind_is_explained_where_its_type_leads(web: Web) -> None:
    page = web.get("/api").text
    for slug, kind in KINDS.items():
        assert f'id="{slug}"' in page
        assert isinstance(kind.status, HTTPStatus)
        assert kind.title[Language.SWEDISH] in page


def test_a_server_that_goes_away_gives_503_and_is_found_again(app: FastAPI, sample_store: str) -> None:
    gate = app.state.gate

    class Gone:
        address = "neo4j://gone"
        engine = "neo4j"

        def version(self) -> str:
            raise StoreUnavailableError("The server does not answer.", "Start it.")

        def close(self) -> None:
            pass

    with client(app) as web:
        gate.give_up()
        gate._store = Gone()
        assert problem(web, "/api/v1/queries/meetings", 503).detail == "The server does not answer. Start it."
        assert web.get("/api/v1/queries/meetings").status_code == 200
    gate.give_up()


def test_the_store_is_opened_for_reading_only(sample_store: str) -> None:
    writer = open_store(sample_store, mode="write")
    try:
        with client(application(sample_store)) as web:
            assert web.get("/healthz").status_code == 200
            assert web.get("/fraga/trace?topic=SPAK").status_code == 200
    finally:
        writer.close()


def test_the_manual_lists_every_kind() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    assert {slug for slug in Slug if f"| {KINDS[slug].status.value} | `/api#{slug.value}` |" in manual} == set(Slug)
