"""README and docs name only what exists, and show only what the program prints."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import typer.main

from api import settings
from api.cli import app, main
from ingest.samples import lexicon_path, sample_paths
from queries import catalogue

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
COMMAND = re.compile(r"(?<![\w/.\\-])(?:\.venv/bin/)?arendegang +([^`\n]*)")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"```console\n\$ ([^\n]+)\n(.*?)```", re.DOTALL)
ROW = re.compile(r"^\|\s*`([A-Z0-9_]+)`\s*\|\s*(.+?)\s*\|\s*(.+?)\s*\|$", re.MULTILINE)


def options_of(words: list[str]) -> set[str]:
    """The options of a command, given by its words ("ask", "trace"); fails on a command that does not exist."""
    command = typer.main.get_command(app)
    found: set[str] = set()
    for word in words:
        subcommands = getattr(command, "commands", {})
        if word not in subcommands:
            assert not subcommands or (command.name == "ask" and not re.fullmatch(r"[a-z-]+", word)), f"no command {words}"
            break
        command = subcommands[word]
    for parameter in command.params:
        found.update(parameter.opts)
    return found | {"--help", "--debug"}


def named_commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for found in COMMAND.finditer(page.read_text(encoding="utf-8")):
            if re.match(r"[a-z]", found[1]):
                yield page.name, found[1].strip()


# --- what is named exists --------------------------------------------------------------------------------------------


def test_commands_exist() -> None:
    named = list(named_commands())
    assert len(named) > 15
    for page, line in named:
        words = line.split()
        known = options_of([word for word in words if not word.startswith("-")])
        assert {word for word in words if re.fullmatch(r"--[a-z-]+", word)} <= known, (page, line)


def test_readme_has_every_command() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert {line.split()[0] for page, line in named_commands() if page == "README.md"} == set(commands)
    asked = {line.split()[1] for page, line in named_commands() if line.startswith("ask ") and page == "README.md"}
    assert {"trace", "never-attended", "presenters"} <= asked <= set(catalogue())


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        for found in re.finditer(r"(?:`|^ {4})make ([a-z]+)\b", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert found[1] in targets, (page.name, found[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_resolve(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target.partition("#")[0]).exists(), target


def test_settings_table() -> None:
    """The README's table begins as the one in api/settings.py, and has every variable that the program reads."""
    shown = ROW.findall(README[README.index("## Settings") : README.index("## Limits")])
    documented = ROW.findall(settings.__doc__ or "")
    assert documented
    assert shown[: len(documented)] == documented
    source = "".join(
        path.read_text(encoding="utf-8") for part in ("api", "graph", "ingest") for path in (ROOT / part).rglob("*.py")
    )
    assert {name for name, _, _ in shown} == set(re.findall(r'\bARENDEGANG_[A-Z]+\b|(?<=")NEO4J_[A-Z]+(?=")', source))


def test_settings_defaults() -> None:
    made = settings.read_settings({})
    shown = {name: value.strip("`") for name, _, value in ROW.findall(settings.__doc__ or "")}
    for field, variable in (("store", "STORE"), ("host", "HOST"), ("port", "PORT"), ("language", "LANGUAGE")):
        assert str(getattr(made, field)) == shown[f"ARENDEGANG_{variable}"]
    assert made.lexicon == ()


# --- what is shown is what comes out ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("docs") / "minutes.store"
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main(["ingest", "--store", str(store), "--lexicon", str(lexicon_path()), *map(str, sample_paths())]) == 0
    return store


def comparable(line: str) -> str:
    """Waiting times grow day by day."""
    return re.sub(r"sedan \d+ dagar", "sedan N dagar", line.rstrip())


@pytest.mark.parametrize(("command", "shown"), BLOCK.findall(README), ids=[c[:40] for c, _ in BLOCK.findall(README)])
def test_outputs_are_real(command: str, shown: str, sample_store: Path, tmp_path: Path) -> None:
    """Every line of a block is printed, in that order; a line that is not after "…" follows the line before it at once."""
    name, *arguments = shlex.split(command)
    assert name == "arendegang"
    given = [path for one in arguments for path in (sorted(map(str, ROOT.glob(one))) if "*" in one else [one])]
    given = [str(Path(one).relative_to(ROOT)) if Path(one).is_absolute() else one for one in given]
    store = tmp_path / "new.store" if given[0] == "ingest" else sample_store
    environ = {**os.environ, "ARENDEGANG_STORE": str(store), "COLUMNS": "120", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from api.cli import main; sys.exit(main())", *given],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    printed = [comparable(line) for line in (done.stdout + done.stderr).splitlines()]
    position, gap = 0, False
    for line in map(comparable, shown.splitlines()):
        if line == "…":
            gap = True
            continue
        rest = printed[position:] if gap else printed[position : position + 1]
        assert line in rest, f"not printed{'' if gap else ' here'}: {line}"
        position += rest.index(line) + 1
        gap = False
    assert gap or position == len(printed), "more was printed"
