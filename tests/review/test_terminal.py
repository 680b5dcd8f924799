"""The command `review`: the session with its keys, and the words for scripts."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.cli import main
from graph.judgements import Said, judgements_file, load_entries
from graph.stores import open_store
from tests.review.corpora import graph


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(kept: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `arendegang review …` on the test's own store; `keys` is what is typed."""
    monkeypatch.setenv("ARENDEGANG_STORE", kept)

    def command(*arguments: str, keys: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(keys))
        code = main(["review", *arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return command


def said(kept: str) -> list[tuple[Said, str, str | None]]:
    with closing(open_store(kept, mode="read")) as store:
        return [(entry.judged, entry.author, entry.reason) for entry in load_entries(store)]


def test_a_session_with_three_keys_and_undo(run: Run, kept: str) -> None:
    with closing(open_store(kept, mode="read")) as store:
        before = graph(store)
    done = run("--author", "Bo", keys="s\nsamma sak\nu\no\n\nv\nh\nx\nq\n")
    assert done.code == 0
    assert said(kept) == [
        (Said.SAME, "Bo", "samma sak"),
        (Said.UNDO, "Bo", None),
        (Said.DIFFERENT, "Bo", None),
        (Said.LATER, "Bo", None),
    ]
    assert "Talar emot" in done.out
    assert "Källa:" in done.out
    assert "Tillbakataget: ”" in done.out
    assert "Tangenten x finns inte." in done.out
    assert run("undo", "3").code == 0
    with closing(open_store(kept, mode="read")) as store:
        assert graph(store) == before


def test_a_session_ends_with_the_input_and_when_nothing_is_left(run: Run, kept: str) -> None:
    assert run(keys="").code == 0
    assert said(kept) == []
    assert "Inget mer att granska." in run(keys="o\n\n" * 5).out
    assert "Inget att granska." in run().out


def test_the_queue_as_a_list_and_as_json(run: Run) -> None:
    listed = run("--list")
    assert len(re.findall(r"säkerhet 0,\d\d\b", listed.out)) == 5
    pairs = json.loads(run("--json").out)
    assert len(pairs) == 5
    assert {"key", "kind", "score", "facts", "left", "right", "for", "against"} <= set(pairs[0])
    assert pairs[0]["left"]["passages"][0]["words"]
    merged = json.loads(run("--merged", "--json").out)
    assert [pair["merged"] for pair in merged] == [True, True]
    assert "Nils Kvarnandr" in run("--merged", "--list").out


def test_judging_by_name_undoing_and_the_history(run: Run, kept: str) -> None:
    made = run("same", "Brita Vretholm", "official:brita-vretholn", "--reason", "skrivfel", "--author", "Siv")
    assert made.code == 0
    assert "är samma. 1 dokument byggdes om." in made.out or "är samma. 2 dokument byggdes om." in made.out
    # The id that went away still says who is meant.
    apart = json.loads(run("different", "official:brita-vretholn", "official:nils-kvarnander", "--json").out)
    assert (apart["number"], apart["judged"], apart["author"]) == (2, "different", "Eva")
    assert run("undo", "1", "--reason", "ångrade mig").code == 0
    history = run("history").out
    assert "tillbakatagen" in history
    assert "Siv" in history
    assert "ångrade mig" in history
    lines = json.loads(run("history", "--json").out)
    assert [line["undone"] for line in lines] == [True, False, False]
    assert said(kept)[0] == (Said.SAME, "Siv", "skrivfel")


def test_what_cannot_be_done_is_one_line_and_exit_code_1(run: Run, kept: str) -> None:
    for arguments, told in (
        (("same", "Nobody", "Brita Vretholm"), "Ingen stavning ”Nobody”"),
        (("undo", "1"), "Bedömning 1 finns inte"),
        (("import", "none.yaml"), "none.yaml: går inte att läsa"),
        (("--list", "--store", "/nowhere/minutes.store"), "/nowhere/minutes.store"),
        (("same", "a", "b", "--store", "/nowhere/minutes.store"), "/nowhere/minutes.store"),
    ):
        done = run(*arguments)
        assert done.code == 1, arguments
        assert told in done.err
        assert done.err.count("\n") == 1
    assert run("undo", "x").code == 2
    assert not judgements_file(kept).exists()


def test_a_store_that_another_writes_to_is_told(run: Run, kept: str) -> None:
    with closing(open_store(kept, mode="write")):
        assert run("--list").code == 0, "reading is possible"
        done = run("same", "Brita Vretholm", "Brita Vretholn")
    assert done.code == 1
    assert kept in done.err
    assert not judgements_file(kept).exists()


def test_export_and_import_carry_the_history(run: Run, kept: str, tmp_path: Path) -> None:
    run("same", "Hemsjukvård", "Samordnad hemsjukvård", "--reason", "samma fråga")
    file = tmp_path / "kept.yaml"
    assert run("export", str(file)).code == 0
    assert run("export", "-").out == file.read_text(encoding="utf-8") == judgements_file(kept).read_text(encoding="utf-8")
    judgements_file(kept).unlink()
    assert run("history").out.strip() == "Ingen har bedömt något än."
    done = run("import", str(file))
    assert done.code == 0
    assert done.out.startswith("Nya: 1 bedömning. Fanns redan: 0. ")
    assert said(kept) == [(Said.SAME, "Eva", "samma fråga")]
    assert run("import", "-", keys=file.read_text(encoding="utf-8")).code == 0
    assert len(said(kept)) == 1


def test_an_ingest_keeps_to_what_was_judged_and_takes_up_a_changed_file(run: Run, kept: str, tmp_path: Path) -> None:
    run("same", "Hemsjukvård", "Samordnad hemsjukvård")
    with closing(open_store(kept, mode="read")) as store:
        judged = graph(store)
    file = judgements_file(kept)
    text = file.read_text(encoding="utf-8")
    folder = tmp_path / "empty"
    folder.mkdir()
    for there in (False, True):
        if there:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink()
        main(["ingest", str(folder)])
        with closing(open_store(kept, mode="read")) as store:
            assert (graph(store) == judged) is there
