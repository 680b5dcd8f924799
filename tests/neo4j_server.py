"""A real Neo4j for the tests: the one at NEO4J_TEST_URI, or one started here from its published jars (Java and Maven needed).

Run by itself it starts a server to develop against, and tells how to reach it: `python -m tests.neo4j_server`.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

CACHE = Path(__file__).parents[1] / ".cache" / "neo4j"
START_WITHIN_S = 120


@dataclass(frozen=True)
class Release:
    version: str
    main_class: str
    java: range

    @property
    def name(self) -> str:
        return "neo4j-" + self.version.rpartition(".")[0]


RELEASES = (
    Release("5.26.30", "org.neo4j.server.CommunityEntryPoint", range(17, 22)),
    Release("2026.08.1", "org.neo4j.server.Neo4jCommunity", range(21, 100)),
)


@dataclass(frozen=True)
class Server:
    """How to reach a server. `address` is what a user would give with --store, credentials included."""

    uri: str
    user: str
    password: str

    @property
    def address(self) -> str:
        scheme, _, host = self.uri.partition("://")
        return f"{scheme}://{quote(self.user)}:{quote(self.password, safe='')}@{host}"


class MissingError(Exception):
    """What a server would have needed."""


def servers(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The names of the servers to test on: the given one, else 5.26 and, where a Java for it is found, 2026."""
    if environ.get("NEO4J_TEST_URI"):
        return ["neo4j"]
    first, *later = RELEASES
    return [first.name, *(release.name for release in later if _java_for(release))]


@contextmanager
def running(name: str, environ: Mapping[str, str] = os.environ) -> Iterator[Server]:
    """The server called `name` (see `servers`), stopped at the end if it was started here. Raises MissingError if it cannot be had."""
    if uri := environ.get("NEO4J_TEST_URI"):
        yield Server(uri, environ.get("NEO4J_USER", "neo4j"), environ.get("NEO4J_PASSWORD", ""))
        return
    release = next(release for release in RELEASES if release.name == name)
    java = _java_for(release)
    if java is None:
        raise MissingError(f"Neo4j {release.version} needs Java {release.java.start}, and none was found")
    jars = _jars(release)
    with tempfile.TemporaryDirectory(prefix="neo4j-") as folder:
        home = Path(folder)
        server = Server(f"bolt://127.0.0.1:{_free_port()}", "neo4j", secrets.token_urlsafe(12))
        _configure(home, server.uri.rpartition("/")[2])
        with (home / "console.log").open("wb") as log:
            process = subprocess.Popen(_command(java, release, jars, home), stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_it_answers(server, process, home / "console.log")
            yield server
        finally:
            process.kill()  # its data are thrown away
            process.wait()


def _java_for(release: Release) -> Path | None:
    return next((java for java, version in _javas() if version in release.java), None)


@cache
def _javas() -> list[tuple[Path, int]]:
    """Every Java found and its major version: JAVA_HOME, the one on PATH, the ones where Linux distributions put them."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    if on_path := shutil.which("java"):
        homes.append(Path(on_path).resolve().parents[1])
    homes += sorted(Path("/usr/lib/jvm").glob("*"))
    found = {}
    for home in homes:
        release, java = home / "release", home / "bin" / "java"
        if release.is_file() and java.is_file() and (match := re.search(r'JAVA_VERSION="(\d+)', release.read_text())):
            found[java.resolve()] = int(match[1])
    return list(found.items())


def _jars(release: Release) -> Path:
    """The folder with the server's jars, fetched with Maven the first time."""
    folder = CACHE / release.version
    jars = folder / "lib"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingError("mvn, to fetch Neo4j's jars, was not found")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        pom = Path(work) / "pom.xml"
        pom.write_text(
            f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
            <groupId>arendegang</groupId><artifactId>neo4j-server</artifactId><version>1</version><packaging>pom</packaging>
            <dependencies><dependency>
              <groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{release.version}</version>
            </dependency></dependencies></project>"""
        )
        fetched = Path(work) / "lib"
        command = [maven, "-q", "-B", "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime"]
        result = subprocess.run([*command, f"-DoutputDirectory={fetched}"], capture_output=True, text=True, check=False)
        if result.returncode:
            raise MissingError(f"Neo4j {release.version} could not be fetched: {result.stdout.strip()[-500:]}")
        if not jars.is_dir():  # another run may have been faster
            fetched.rename(jars)
    return jars


def _configure(home: Path, listen: str) -> None:
    (home / "conf").mkdir()
    (home / "import").mkdir()
    settings = {
        "server.directories.data": home / "data",
        "server.directories.logs": home / "logs",
        "server.directories.import": home / "import",
        "server.bolt.listen_address": listen,
        "server.bolt.advertised_address": listen,
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
    }
    (home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))


def _command(java: Path, release: Release, jars: Path, home: Path) -> list[str]:
    opened = [
        "java.base/java.nio",
        "java.base/java.io",
        "java.base/sun.nio.ch",
        "java.base/java.util.concurrent",
        "java.base/java.lang",
    ]
    return [
        str(java),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        *(f"--add-opens={package}=ALL-UNNAMED" for package in opened),
        "-cp",
        f"{jars}/*",
        release.main_class,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_answers(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Polls with the first sign-in, which sets the password, and then a question."""
    deadline = time.monotonic() + START_WITHIN_S
    while True:
        try:
            with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j"), max_transaction_retry_time=0) as driver:
                change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
                driver.execute_query(change, password=server.password, database_="system")
            with GraphDatabase.driver(server.uri, auth=(server.user, server.password), max_transaction_retry_time=0) as driver:
                driver.execute_query("RETURN 1")
                return
        except (DriverError, Neo4jError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise MissingError(f"Neo4j did not start: {log.read_text(errors='replace')[-1000:]}") from None
            time.sleep(0.2)


if __name__ == "__main__":
    with running(sys.argv[1] if len(sys.argv) > 1 else servers()[0]) as given:
        print(f"NEO4J_TEST_URI={given.uri} NEO4J_USER={given.user} NEO4J_PASSWORD={given.password}", flush=True)
        with suppress(EOFError, KeyboardInterrupt):
            input("Enter ends it. ")
