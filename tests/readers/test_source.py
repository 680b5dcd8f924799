from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.source import iter_files, load


def names(found: list[Path | ReadError], base: Path) -> list[str]:
    return [
        x.relative_to(base).as_posix() if isinstance(x, Path) else f"! {Path(x.file).relative_to(base).as_posix()}" for x in found
    ]


def test_folders_are_read_recursively_in_sorted_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.docx",
        "2025/c.pdf",
        "2024/d.md",
        "~$a.docx",
        ".dold.txt",
        ".git/e.txt",
        "__MACOSX/f.txt",
        "Thumbs.db",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(list(iter_files([tmp_path])), tmp_path) == ["a.docx", "b.txt", "2024/d.md", "2025/c.pdf"]


def test_unknown_formats_come_as_errors_with_name_and_reason(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "data.xyz").write_bytes(b"\x01\x02\x03")
    (tmp_path / "utan_namn").write_bytes(b"%PDF-1.7\n")
    found = list(iter_files([tmp_path]))
    assert names(found, tmp_path) == ["! bild.png", "! data.xyz", "utan_namn"]
    errors = [str(error) for error in found if isinstance(error, ReadError)]
    assert "PNG" in errors[0]
    assert ".xyz" in errors[1]
    assert all("DOCX, PDF" in error for error in errors)


def test_a_missing_path_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    first, second = iter_files([tmp_path / "saknas.txt", tmp_path / "a.txt"])
    assert isinstance(first, ReadError)
    assert first.reason == "filen finns inte"
    assert second == tmp_path / "a.txt"


def test_a_file_given_twice_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert list(iter_files([tmp_path / "a.txt", tmp_path])) == [tmp_path / "a.txt"]


def test_a_link_back_to_its_folder_does_not_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path, target_is_directory=True)
    assert list(iter_files([tmp_path])) == [tmp_path / "a.txt"]


def test_load(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00x")
    assert load(tmp_path / "a.txt") == b"\x00x"
    with pytest.raises(ReadError, match="finns inte"):
        load(tmp_path / "b.txt")
    with pytest.raises(ReadError, match="mapp"):
        load(tmp_path)


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="vanlig fil"):
        load(tmp_path / "a.txt")


@contextmanager
def as_nobody() -> Iterator[None]:
    """The superuser may read everything, so a test that runs as one steps down."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
def test_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    with as_nobody():
        with pytest.raises(ReadError, match="behörighet"):
            load(tmp_path / "a.txt")
        (found,) = iter_files([tmp_path / "a.txt"])
        assert not isinstance(found, ReadError) or "behörighet" in found.reason


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    tmp_path.chmod(0)
    try:
        with as_nobody():
            found = list(iter_files([tmp_path]))
    finally:
        tmp_path.chmod(0o700)
    assert [error.reason for error in found if isinstance(error, ReadError)] == ["filen får inte läsas (behörighet saknas)"]


def test_a_store_among_the_documents_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "minutes.store" / "deeper").mkdir(parents=True)
    for name in ("graph.kgl", "graph.kgl-wal", "graph.kgl.lock", "deeper/a.txt"):
        (tmp_path / "minutes.store" / name).write_text("x")
    for name in ("minutes.store.judgements.yaml", "z.txt"):
        (tmp_path / name).write_text("x")
    assert list(iter_files([tmp_path])) == [tmp_path / "z.txt"]
