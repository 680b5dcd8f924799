"""The JSON interface: the same rows as the catalogue gives, typed, fresh or not modified."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores import open_store
from queries import catalogue, run
from tests.api.served import TODAY, Web, application, client, fill_store, sample_files


def test_the_catalogue_lists_every_question_with_addresses_that_work(web: Web) -> None:
    listed = web.get("/api/v1/queries").json()["queries"]
    assert [one["name"] for one in listed] == list(catalogue())
    for one in listed:
        for example in one["examples"]:
            assert web.get(example).status_code == 200, example


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("trace", {"topic": "SPAK"}),
        ("trace", {"topic": "spak", "from": "LCHNV", "to": "VFR"}),
        ("never-attended", {"forum": "VFR"}),
        ("presenters", {"topic": "SPAK"}),
        ("attendance", {"forum": "valfardsradet"}),
        ("meetings", {}),
        ("topics", {"forum": "VFR"}),
        ("decisions", {"topic": "SPAK", "kind": "recommend"}),
    ],
)
def test_answers_are_those_of_the_catalogue(web: Web, sample_store: str, name: str, given: dict[str, str]) -> None:
    store = open_store(sample_store, mode="read")
    expected = run(store, name, given, TODAY).model_dump(mode="json", by_alias=True)
    store.close()
    answer = web.get(f"/api/v1/queries/{name}", params=given)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == expected
    assert expected["rows"]


def test_every_row_names_its_source(web: Web) -> None:
    rows = web.get("/api/v1/queries/trace", params={"topic": "SPAK"}).json()["rows"]
    for row in rows:
        assert row["sources"], row
        for source in row["sources"]:
            text = web.get(f"/api/v1/documents/{source['document']}").json()["text"]
            assert text[source["start"] : source["end"]] == source["words"]


def test_an_answer_is_fresh_until_the_store_changes(tmp_path: Path) -> None:
    address = str(tmp_path / "growing.store")
    first, *others = sample_files()
    fill_store(address, [first])
    with client(application(address)) as web:
        answer = web.get("/api/v1/queries/meetings")
        tag = answer.headers["etag"]
        again = web.get("/api/v1/queries/meetings", headers={"if-none-match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert web.get("/api/v1/queries/topics", headers={"if-none-match": tag}).status_code == 200
        fill_store(address, others[:3])
        newer = web.get("/api/v1/queries/meetings", headers={"if-none-match": tag})
        assert newer.status_code == 200
        assert newer.headers["etag"] != tag
        assert len(newer.json()["rows"]) > len(answer.json()["rows"])


def test_entities_neighbours_and_documents(web: Web) -> None:
    card = web.get("/api/v1/entities/forum:vfr").json()
    assert (card["id"], card["label"], card["name"]) == ("forum:vfr", "Forum", "Välfärdsrådet")
    around = web.get("/api/v1/entities/forum:vfr/neighbours", params={"types": ["Meeting"], "limit": 2}).json()
    assert [node["label"] for node in around["nodes"]] == ["Meeting", "Meeting"]
    assert around["total"] > 2
    rest = web.get("/api/v1/entities/forum:vfr/neighbours", params={"types": ["Meeting"], "limit": 2, "offset": 2}).json()
    assert not {node["id"] for node in rest["nodes"]} & {node["id"] for node in around["nodes"]}
    source = card["facts"][0]["facts"][0]["sources"][0]
    document = web.get(f"/api/v1/documents/{source['document']}").json()
    assert document["text"][source["start"] : source["end"]] == source["words"]
    assert "path" not in document["properties"]


def test_search_finds_without_case_and_accents(web: Web) -> None:
    hits = web.get("/api/v1/search", params={"q": "VALFARDSRADET"}).json()["hits"]
    assert "forum:vfr" in [hit["id"] for hit in hits[:3]]


def test_health_tells_the_engine(web: Web) -> None:
    health = web.get("/healthz")
    assert health.status_code == 200
    assert health.json() | {"version": ""} == {"status": "ok", "engine": "kglite", "version": ""}
