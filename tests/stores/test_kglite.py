"""What only the embedded store has: a folder, a writer's lease, a log and checkpoints."""

from __future__ import annotations

import os
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreBusyError, StoreUnavailableError
from graph.stores import Statement, Store, open_store
from tests.stores.processes import writer

needs_posix_rights = pytest.mark.skipif(os.name != "posix", reason="rights are tried with chmod and seteuid")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.store"


def forums(store: Store) -> list[str]:
    return [row["id"] for row in store.read("MATCH (f:Forum) RETURN f.id AS id ORDER BY id")]


def fill(path: Path, *ids: str) -> None:
    with closing(open_store(str(path), mode="write")) as store:
        store.execute([Statement("UNWIND $ids AS id CREATE (:Forum {id: id, name: id})", {"ids": list(ids)})])


@contextmanager
def without_privileges() -> Iterator[None]:
    """As another user than root, if it is root who runs the tests."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_what_was_written_is_there_again(path: Path) -> None:
    fill(path, "a")
    fill(path, "b")
    with closing(open_store(str(path), mode="read")) as store:
        assert forums(store) == ["a", "b"]


def test_a_reader_finds_an_empty_graph_while_the_first_writer_has_not_finished(path: Path) -> None:
    with writer(str(path)) as other, closing(open_store(str(path), mode="read")) as store:
        other.do("write a")
        assert forums(store) == []


def test_a_second_writer_is_told_who_holds_the_store(path: Path) -> None:
    with writer(str(path)) as other:
        with pytest.raises(StoreBusyError) as caught:
            open_store(str(path), mode="write")
        assert str(path) in str(caught.value)
        assert str(other.process.pid) in str(caught.value)
        other.do("write a")
        other.end()
        with closing(open_store(str(path), mode="write")) as store:
            assert forums(store) == ["a"]


def test_a_second_writer_in_the_same_process_is_refused(path: Path) -> None:
    with closing(open_store(str(path), mode="write")), pytest.raises(StoreBusyError, match="annan del av programmet"):
        open_store(str(path), mode="write")


def test_a_reader_sees_a_checkpoint_and_takes_up_the_next(path: Path) -> None:
    with writer(str(path)) as other:
        other.do("write a")
        other.do("checkpoint")
        with closing(open_store(str(path), mode="read")) as store:
            first = store.version()
            assert forums(store) == ["a"]
            other.do("write b")
            assert (forums(store), store.version()) == (["a"], first)
            other.do("checkpoint")
            assert store.version() != first
            assert forums(store) == ["a", "b"]


@pytest.mark.parametrize("mode", ["read", "write"])
def test_nothing_committed_is_lost_in_a_crash(path: Path, mode: str) -> None:
    with writer(str(path)) as other:
        other.do("write a")
        other.do("checkpoint")
        other.do("write b")
        other.do("write c")
        other.tell("die")
        assert other.process.wait() == -signal.SIGKILL
    with closing(open_store(str(path), mode=mode)) as store:  # type: ignore[arg-type]
        assert forums(store) == ["a", "b", "c"]
        assert len(store.read("MATCH (t:Topic) RETURN t.id AS id")) == 3
    with closing(open_store(str(path), mode="read")) as store:
        assert forums(store) == ["a", "b", "c"]


def test_a_crash_before_the_first_checkpoint_loses_nothing_either(path: Path) -> None:
    with writer(str(path)) as other:
        other.do("write a")
        other.tell("die")
        other.process.wait()
    (path / "graph.kgl").unlink()
    with closing(open_store(str(path), mode="read")) as store:
        assert forums(store) == ["a"]


def test_a_log_in_use_is_left_to_its_writer(path: Path) -> None:
    with writer(str(path)) as other:
        other.do("write a")
        with closing(open_store(str(path), mode="read")) as store:
            assert forums(store) == []
        other.do("write b")
        other.end()
    with closing(open_store(str(path), mode="read")) as store:
        assert forums(store) == ["a", "b"]


def test_readers_never_see_half_a_state(path: Path) -> None:
    """Each transaction adds one forum and one topic, so that every state has as many of each."""
    rounds, seen, failures = 15, set[int](), list[object]()
    pair = "CREATE (:Forum {id: $id, name: $id}), (:Topic {id: $id, name: $id})"
    count = "OPTIONAL MATCH (f:Forum) WITH count(f) AS forums OPTIONAL MATCH (t:Topic) RETURN forums, count(t) AS topics"
    fill(path)
    with closing(open_store(str(path), mode="write")) as store, closing(open_store(str(path), mode="read")) as reader:
        finished = threading.Event()

        def read_on() -> None:
            while not finished.is_set():
                try:
                    [row] = reader.read(count)
                except BaseException as error:
                    failures.append(error)
                    return
                seen.add(row["forums"])
                if row["forums"] != row["topics"]:
                    failures.append(row)

        threads = [threading.Thread(target=read_on) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(rounds):
            store.execute([Statement(pair, {"id": f"{number}"})])
            store.checkpoint()
        finished.set()
        for thread in threads:
            thread.join()
        assert failures == []
        assert reader.read(count) == [{"forums": rounds, "topics": rounds}]
    assert seen <= set(range(rounds + 1))


def test_a_missing_store_names_the_remedy(path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match=r"arendegang ingest SÖKVÄG --store .*minutes\.store"):
        open_store(str(path), mode="read")
    assert not path.exists()


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_file_or_another_folder_is_not_a_store_and_is_left_alone(tmp_path: Path, mode: str) -> None:
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "protokoll.txt", tmp_path / "folder" / "protokoll.txt"):
        file.write_text("§ 1")
        place = file if file.parent == tmp_path else file.parent
        with pytest.raises(StoreUnavailableError, match="inget lager"):
            open_store(str(place), mode=mode)  # type: ignore[arg-type]
        assert file.read_text() == "§ 1"
        assert [entry.name for entry in (tmp_path / "folder").iterdir()] in ([], ["protokoll.txt"])


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize("damage", [b"", b"not a graph at all", "half", "one bit"], ids=str)
def test_a_damaged_store_is_refused_and_left_alone(path: Path, mode: str, damage: bytes | str) -> None:
    fill(path, "a", "b")
    checkpoint = path / "graph.kgl"
    whole = checkpoint.read_bytes()
    if damage == "half":
        damage = whole[: len(whole) // 2]
    elif damage == "one bit":
        middle = len(whole) // 2
        damage = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    assert isinstance(damage, bytes)
    checkpoint.write_bytes(damage)
    with pytest.raises(StoreUnavailableError, match="skadat eller inget lager") as caught:
        open_store(str(path), mode=mode)  # type: ignore[arg-type]
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert checkpoint.read_bytes() == damage


def test_a_store_that_is_taken_away_while_open_is_gone(path: Path) -> None:
    fill(path, "a")
    with closing(open_store(str(path), mode="read")) as store:
        (path / "graph.kgl").unlink()
        for use in (lambda: store.read("RETURN 1"), store.version):
            with pytest.raises(StoreUnavailableError, match="inte längre något lager"):
                use()


@needs_posix_rights
@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_path_without_the_right_to_it(path: Path, mode: str) -> None:
    fill(path, "a")
    path.chmod(0)
    try:
        with without_privileges(), pytest.raises(StoreUnavailableError, match=r"behörighet saknas.* Kontrollera sökvägen"):
            open_store(str(path), mode=mode)  # type: ignore[arg-type]
    finally:
        path.chmod(stat.S_IRWXU)


@needs_posix_rights
def test_a_store_that_may_only_be_read_is_read_even_with_a_log_left_behind() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.store"
        with writer(str(path)) as other:
            other.do("write a")
            other.do("checkpoint")
            other.do("write b")
            other.tell("die")
            other.process.wait()
        for place in (path, path.parent):
            place.chmod(0o555)
        with without_privileges():
            with closing(open_store(str(path), mode="read")) as store:
                assert forums(store) == ["a"]
            with pytest.raises(StoreUnavailableError, match="behörighet saknas"):
                open_store(str(path), mode="write")
        path.parent.chmod(0o755)
        path.chmod(0o755)


def test_a_path_below_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailableError, match="är ingen mapp"):
        open_store(str(tmp_path / "file" / "minutes.store"), mode="write")


def test_a_path_in_new_folders_and_with_swedish_letters(tmp_path: Path) -> None:
    path = tmp_path / "nämnd och råd" / "möten 2026.store"
    fill(path, "a")
    with closing(open_store(str(path), mode="read")) as store:
        assert forums(store) == ["a"]
        assert store.address == str(path)


def test_closing_twice_is_harmless(path: Path) -> None:
    store = open_store(str(path), mode="write")
    store.close()
    store.close()
