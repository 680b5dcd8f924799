"""Which store an address means."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreUnavailableError
from graph.stores import open_store


def test_a_path_is_an_embedded_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for address, place in {"minutes.store": "minutes.store", "./a:b": "a:b", "~/home.store": "home.store"}.items():
        with closing(open_store(address, mode="write")) as store:
            assert store.engine == "kglite"
        assert (tmp_path / place).is_dir()


@pytest.mark.parametrize(
    "address", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "NEO4J+S://127.0.0.1:1", "bolt+ssc://127.0.0.1:1"]
)
def test_the_schemes_of_neo4j_are_a_server(address: str) -> None:
    with pytest.raises(StoreUnavailableError, match=r"Neo4j på .* svarar inte"):
        open_store(address, mode="read")


@pytest.mark.parametrize("address", ["https://localhost:7474", "file:///tmp/x", "neo4j:localhost", "bolt:7687"])
def test_other_schemes_are_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreUnavailableError, match="neo4j:// eller bolt://"):
        open_store(address, mode="write")
    assert list(tmp_path.iterdir()) == []


def test_errors_have_english_for_the_english_pages(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        open_store(str(tmp_path / "none.store"), mode="read")
    assert str(caught.value).startswith("Det finns inget lager i ")
    assert caught.value.in_english.startswith("There is no store at ")
    assert caught.value.in_english.endswith(f"arendegang ingest PATH --store {tmp_path / 'none.store'}")
