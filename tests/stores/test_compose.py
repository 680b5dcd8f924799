"""What docker-compose.yml, Dockerfile and .env.example promise."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.stores import open_store
from tests.api.served import application, client

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert set(compose["services"]) == {"neo4j", "app"}
    assert "neo4j-data" in compose["volumes"]
    found: dict[str, Any] = compose["services"]
    return found


def test_neo4j_is_the_tested_release_and_keeps_its_data(services: dict[str, Any]) -> None:
    from tests.neo4j_server import RELEASES

    assert services["neo4j"]["image"] == f"neo4j:{RELEASES[0].version}-community"
    assert "neo4j-data:/data" in services["neo4j"]["volumes"]


def test_the_password_comes_from_dot_env_and_its_absence_is_told(services: dict[str, Any]) -> None:
    for value in (services["neo4j"]["environment"]["NEO4J_AUTH"], services["app"]["environment"]["NEO4J_PASSWORD"]):
        assert re.search(r"\$\{NEO4J_PASSWORD:\?.+\}", value)
    assert re.findall(r"^(\w+)=(.*)$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M) == [("NEO4J_PASSWORD", "")]
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_neo4j_has_no_setting_that_is_really_ours(services: dict[str, Any]) -> None:
    """The image takes every NEO4J_… variable for a setting of the server, and stops at one that it does not know."""
    names = set(services["neo4j"]["environment"]) - {"NEO4J_AUTH"}
    assert all(re.fullmatch(r"NEO4J_(dbms|server)_\w+", name) for name in names)
    assert services["neo4j"]["environment"]["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"


@pytest.mark.skipif(shutil.which("sh") is None, reason="the health check is a line of sh")
def test_the_health_check_asks_a_question_with_the_password(services: dict[str, Any], tmp_path: Path) -> None:
    kind, line = services["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    shell = tmp_path / "cypher-shell"
    shell.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    shell.chmod(0o755)
    environ = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "NEO4J_AUTH": "neo4j/a b/c$d'"}
    result = subprocess.run(["sh", "-c", line.replace("$$", "$")], env=environ, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == ["-u", "neo4j", "-p", "a b/c$d'", "RETURN 1"]


def test_the_app_waits_for_an_answer_and_serves_this_machine_only(services: dict[str, Any]) -> None:
    app = services["app"]
    assert app["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert app["environment"]["ARENDEGANG_STORE"] == "neo4j://neo4j:7687"
    assert "./minutes:/minutes:ro" in app["volumes"]
    assert app["ports"] == ["127.0.0.1:8000:8000"]
    assert all(port.startswith("127.0.0.1:") for port in services["neo4j"]["ports"])


def test_the_app_is_well_when_its_store_can_be_read(services: dict[str, Any], tmp_path: Path) -> None:
    kind, program, option, script = services["app"]["healthcheck"]["test"]
    assert (kind, program, option) == ("CMD", "python", "-c")
    [address] = re.findall(r"http://127\.0\.0\.1:8000(\S+)'", script)
    compile(script, "healthcheck", "exec")
    store = str(tmp_path / "a.store")
    open_store(store, mode="write").close()
    with client(application(store)) as web:
        assert web.get(address).status_code == 200


def test_the_image_is_built_from_nothing_but_the_program() -> None:
    """Above all from no minutes, stores and passwords that lie in the folder."""
    first, *kept = [
        line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    copied = {
        source
        for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ")
        for source in line.split()[1:-1]
    }
    assert first == "*"
    assert {line.removeprefix("!") for line in kept if line.startswith("!")} == copied


def test_the_image_runs_the_locked_project_without_privileges() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "FROM python:3.11-slim"
    assert any("--require-hashes -r requirements.lock" in line for line in lines)
    assert lines[-1] == 'CMD ["arendegang", "serve", "--host", "0.0.0.0"]'
    [user] = [line for line in lines if line.startswith("USER ")]
    assert user != "USER root"
    for line in lines:
        if line.startswith("COPY "):
            for source in line.split()[1:-1]:
                assert (ROOT / source).exists(), source
