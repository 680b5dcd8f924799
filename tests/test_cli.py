"""The command line as a user meets it: what it prints, where, and with which exit code."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from api import terminal
from api.cli import main
from api.settings import Settings, read_settings
from graph.errors import InputError
from graph.stores import open_store
from ingest.outcomes import FileReport, IngestReport, Outcome, Totals
from queries import catalogue
from tests.neo4j_server import Server
from tests.queries.graphs import TUT, journey

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def arendegang(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder, without settings from the environment."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("ARENDEGANG_")] + ["PORT"]:
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> Result:
        code = main(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return command


@pytest.fixture
def graph(store_address: str) -> str:
    """The address of a store with one issue that has travelled."""
    store = open_store(store_address, mode="write")
    store.ensure_schema()
    journey().write(store)
    store.checkpoint()
    store.close()
    return store_address


def process(*arguments: str, before: Sequence[str] = (), **options: object) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ARENDEGANG_")}
    environment |= options.pop("env", {})  # type: ignore[arg-type, operator]
    return subprocess.Popen(
        [*before, sys.executable, "-m", "api.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        **options,  # type: ignore[call-overload]
    )


# --- usage -----------------------------------------------------------------------------------------------------------


def test_without_arguments_shows_help(arendegang: Run) -> None:
    result = arendegang()
    assert result.code == 2
    assert "ask" in result.out + result.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["asks"], "Det finns inget kommando ”asks”. Menade du ask?"),
        (["ask", "trase"], "Det finns inget kommando ”trase”. Menade du trace?"),
        (["ask", "trace", "--topik", "x"], "Det finns inget alternativ --topik. Menade du --to, --topic?"),
        (
            ["ask", "trace"],
            "--topic saknas. Ärendet: namn, förkortning eller id. Till exempel: arendegang ask trace --topic SPAK",
        ),
        (["ask", "trace", "--topic"], "Värdet för --topic saknas."),
        (["ask", "trace", "--topic", "x", "--since", "förra året"], "”förra året” är inget datum (since). Skriv år-månad-dag"),
        (["ask", "decisions", "--kind", "x"], "”x” går inte att välja (kind). Välj bland: open, close"),
        (["cypher"], "CYPHER saknas."),
        (["serve", "--port", "http"], "Fel värde för --port: ett heltal väntades."),
        (["serve", "--port", "65536"], "Fel värde för --port: högst 65535 väntades. Se: "),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(arendegang: Run, arguments: list[str], line: str) -> None:
    result = arendegang(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith(f"Fel: {line}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["--help"], ["ask", "--help"], ["ask", "trace", "--help"], ["serve", "--help"], ["--version"]]
)
def test_help_and_version(arendegang: Run, arguments: list[str]) -> None:
    result = arendegang(*arguments)
    assert (result.code, result.err) == (0, "")
    assert result.out.strip()


COMMANDS = ["", "demo", "ingest", "read", "cypher", "serve", "forget", "score", "ask", *(f"ask {name}" for name in catalogue())]
COMMANDS += ["review", *(f"review {name}" for name in ("same", "different", "undo", "history", "export", "import"))]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_swedish(arendegang: Run, command: str) -> None:
    """Without English words, and without types and braces, which are for programmers."""
    shown = arendegang(*command.split(), "--help").out
    assert f"Så här: arendegang {command}".rstrip() in shown
    assert "Visa den här hjälpen." in shown
    for strange in ("Usage", "OPTIONS", "COMMAND", "Show this", "required", "default", "<", "{", "|close", "x="):
        assert strange not in shown


def test_help_names_what_may_be_chosen(arendegang: Run) -> None:
    shown = " ".join(arendegang("ask", "decisions", "--help").out.replace("│", " ").split())
    assert shown.startswith("Så här: arendegang ask decisions [ALTERNATIV] Beslut med ordalydelse")
    assert "Bara beslut av det här slaget. Ett av: open, close, approve" in shown


def test_files_stand_below_each_other_on_a_narrow_terminal() -> None:
    files = (
        FileReport("protokoll/a.txt", Outcome.READ, meetings=1, people=2, items=1, decisions=0, unread=1),
        FileReport("protokoll/b.txt", Outcome.FAILED, reason="filen är tom (0 byte). Hämta eller spara filen på nytt."),
        FileReport("protokoll/c.txt", Outcome.UNCHANGED),
        FileReport("protokoll/d.txt", Outcome.READ),
    )
    report = IngestReport(files, Totals(2, 1, 0, 2, 1, 0, 1), doubtful=0)
    shown = io.StringIO()
    terminal.print_ingest(Console(file=shown, width=60), report)
    lines = [line.rstrip() for line in shown.getvalue().splitlines()]
    assert lines[:9] == [
        "inläst  protokoll/a.txt",
        "    1 möte, 2 personer, 1 punkt, 0 beslut, 1 ej förstått",
        "misslyckad  protokoll/b.txt",
        "    filen är tom (0 byte). Hämta eller spara filen på nytt.",
        "oförändrad  protokoll/c.txt",
        "inläst  protokoll/d.txt",
        "    0 möten, 0 personer, 0 punkter, 0 beslut",
        "    inget möte hittades i filen",
        "Filer: 2 inlästa, 1 oförändrad, 1 misslyckad.",
    ]
    assert all(len(line) <= 60 for line in lines)


def test_no_store_yet(arendegang: Run) -> None:
    for arguments in (["ask", "topics"], ["cypher", "RETURN 1 AS one"], ["serve"]):
        result = arendegang(*arguments, "--store", "nowhere.store")
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("Fel: ")
        assert "nowhere.store" in result.err
        assert "arendegang ingest" in result.err
        assert result.err.count("\n") == 1


# --- ask -------------------------------------------------------------------------------------------------------------


def test_catalogue_lists_every_question_with_its_parameters(arendegang: Run) -> None:
    result = arendegang("ask")
    assert result.code == 0
    for name, query in catalogue().items():
        assert re.search(rf"^{name}  ", result.out, re.MULTILINE)
        assert all(f"--{parameter.name}  " in result.out for parameter in query.parameters)
    listed = json.loads(arendegang("ask", "--json").out)
    assert [query["name"] for query in listed] == list(catalogue())
    assert listed[0]["parameters"][0] == {
        "name": "topic",
        "kind": "topic",
        "required": True,
        "description": "Ärendet: namn, förkortning eller id.",
        "choices": [],
    }


def test_trace_in_words(arendegang: Run, graph: str) -> None:
    result = arendegang("ask", "trace", "--topic", "tut", "--store", graph)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].startswith("TUT har tagits upp i 3 ärendepunkter i VR och CHR, från 2023-05-10 till 2024-04-10.")
    assert "1. 2023-05-10  VR  6  TUT – läget  [information]" in lines
    assert "    Föredragande: Greta Ahl Berg (= Greta Åhl), utredare, Region Norrdal" in lines
    assert "    4. → därefter i VR  [tolkat]" in lines
    assert "    8. → VR rekommenderar kommunerna (6 st): prioritera arbetet  [står i texten]" in lines
    quoted = "        Källa: vr-2024.docx s. 3: ”Avslutningsvis lämnar VR en rekommendation till CHR att gå vidare.”"
    assert quoted in lines
    assert "\x1b" not in result.out


def test_never_attended_and_presenters_in_words(arendegang: Run, graph: str) -> None:
    result = arendegang("ask", "presenters", "--topic", "TUT", "--store", graph)
    assert "2024-03-15  CHR  Ivar Bergdal, projektledare" in result.out
    assert "Källa: chr-2024.pdf s. 1: ”Föredragande: Ivar Bergdal, projektledare; Greta Åhl, utredare”" in result.out
    result = arendegang("ask", "never-attended", "--forum", "VR", "--store", graph)
    assert result.code == 0
    assert result.out.startswith("Protokollen från VR säger inget om vilka kommuner som deltog.")


@pytest.mark.parametrize("name", ["topics", "meetings", "decisions"])
def test_every_row_in_words_shows_its_source(arendegang: Run, graph: str, name: str) -> None:
    result = arendegang("ask", name, "--store", graph)
    rows = json.loads(arendegang("ask", name, "--store", graph, "--json").out)["rows"]
    assert rows
    assert result.out.count("Källa: ") == sum(len(row["sources"]) for row in rows)


def test_what_a_topic_is_a_part_of_stands_below_it(arendegang: Run, tmp_path: Path) -> None:
    (tmp_path / "nätverket.txt").write_text(
        "Minnesanteckningar Nätverket för närvård\nDatum: 2031-03-04\n\n1. Handlingsplan för hemgång\nArbetet rullar på.\n\n"
        "2. Larm i hemmet – en del i handlingsplanen för hemgång\nInformation lämnas.\n",
        encoding="utf-8",
    )
    read = arendegang("read", "nätverket.txt").out
    assert re.search(r"^ +Larm i hemmet är en del av .*emgång.*: ”.*en del i handlingsplanen för hemgång", read, re.MULTILINE)
    assert arendegang("ingest", "nätverket.txt", "--store", "a.store").code == 0
    lines = arendegang("ask", "topics", "--store", "a.store").out.splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("Larm i hemmet  "))
    assert re.fullmatch(r"    Del av: .*emgång", lines[place + 1])


def test_answer_as_json(arendegang: Run, graph: str) -> None:
    answer = json.loads(arendegang("ask", "trace", "--topic", "TUT", "--store", graph, "--json").out)
    assert answer["query"] == "trace"
    assert answer["parameters"]["topic"] == {"given": "TUT", "id": TUT, "name": "Trygg utskrivning"}
    assert {"findingEn", "notes", "rows"} <= set(answer)
    assert all(row["sources"] for row in answer["rows"])


def test_store_from_the_environment(arendegang: Run, graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARENDEGANG_STORE", graph)
    assert arendegang("ask", "topics").out.startswith("1 ärende")


def test_unknown_and_ambiguous_names(arendegang: Run, graph: str) -> None:
    unknown = arendegang("ask", "trace", "--topic", "TUTT", "--store", graph)
    assert unknown.code == 1
    assert unknown.err == "Fel: Hittar ingen träff på ”TUTT” (ärende). Närmast: TUT (Trygg utskrivning).\n"
    several = arendegang("ask", "meetings", "--forum", "Kommunstyrelsen", "--store", graph)
    assert several.code == 1
    assert "Kommunstyrelsen, Alby kommun (forum:kommunstyrelsen-alby)" in several.err


# --- cypher ----------------------------------------------------------------------------------------------------------


def test_cypher_rows(arendegang: Run, graph: str) -> None:
    statement = "MATCH (m:Meeting) RETURN m.name AS name, m.date AS date, [1, 'a'] AS list ORDER BY date"
    rows = json.loads(arendegang("cypher", statement, "--json", "--store", graph).out)
    assert rows[0] == {"name": "VR 2023-05-10", "date": "2023-05-10", "list": [1, "a"]}
    result = arendegang("cypher", statement, "--store", graph)
    assert re.search(r"VR 2023-05-10\s+│ 2023-05-10\s+│ \[1, \"a\"\]", result.out)
    assert arendegang("cypher", "MATCH (n:Topic {id: 'x'}) RETURN n.id AS id", "--store", graph).out == "Inga rader.\n"


def test_cypher_limit_is_said(arendegang: Run, graph: str) -> None:
    result = arendegang("cypher", "MATCH (k:Municipality) RETURN k.id AS id", "--store", graph, "--limit", "2", "--json")
    assert len(json.loads(result.out)) == 2
    assert result.err == "Visar 2 av 6 rader; --limit ändrar.\n"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Topic {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
        "CALL dbms.components()",
    ],
)
def test_cypher_that_writes_or_reaches_out_is_refused(arendegang: Run, graph: str, statement: str) -> None:
    result = arendegang("cypher", statement, "--store", graph)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Fel: ")
    assert result.err.count("\n") == 1
    assert json.loads(arendegang("cypher", "MATCH (n:Topic) RETURN count(n) AS n", "--json", "--store", graph).out) == [{"n": 3}]


def test_cypher_that_is_wrong(arendegang: Run, graph: str) -> None:
    result = arendegang("cypher", "MATCH (n RETURN n", "--store", graph)
    assert result.code == 1
    assert result.err.count("\n") == 1


# --- read, ingest, forget, demo --------------------------------------------------------------------------------------

MINUTES = """Minnesanteckningar Chefsrådet i Norrdal

Datum: 2024-03-15

Närvarande: Greta Åhl, Ivar Bergdal

1. Mötets öppnande

Chefsrådet beslutade att öppna mötet.

2. Information: Trygg utskrivning (TUT)

Föredragande: Ivar Bergdal, projektledare

Chefsrådet beslutade att lägga informationen till handlingarna.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Minutes in three encodings (of three days), and five files that cannot be read."""
    made = tmp_path / "protokoll"
    made.mkdir()
    (made / "a-utf8.txt").write_text(MINUTES, encoding="utf-8")
    (made / "b-cp1252.txt").write_bytes(MINUTES.replace("03-15", "04-15").encode("cp1252"))
    (made / "c-utf16.txt").write_bytes(MINUTES.replace("03-15", "05-15").encode("utf-16"))
    (made / "d-tom.txt").write_bytes(b"")
    (made / "e-brus.txt").write_bytes(bytes(range(256)) * 8)
    (made / "f-skadad.docx").write_bytes(b"PK\x03\x04 inte ett dokument")
    (made / "g-okand.xyz").write_bytes(b"\x00\x01\x02")
    return made


def test_read_in_words_and_as_record(arendegang: Run, folder: Path) -> None:
    result = arendegang("read", str(folder / "a-utf8.txt"))
    assert (result.code, result.err) == (0, "")
    assert "Föredragande: Ivar Bergdal, projektledare" in result.out
    assert "Beslut (till handlingarna): att lägga informationen till handlingarna" in result.out
    record = json.loads(arendegang("read", str(folder / "a-utf8.txt"), "--json").out)
    assert set(record) == {"document", "meetings", "abbreviations", "unread"}
    assert record["document"]["file"] == "a-utf8.txt"
    assert record["meetings"][0]["date"] == "2024-03-15"
    assert record["meetings"][0]["items"][1]["presenters"][0]["asWritten"] == "Ivar Bergdal"


def test_read_from_standard_input() -> None:
    with process("read", "-", "--json", stdin=subprocess.PIPE) as read:
        out, err = read.communicate(MINUTES.encode(), timeout=60)
    assert (read.returncode, err) == (0, b"")
    assert json.loads(out)["meetings"][0]["date"] == "2024-03-15"
    with process("read", "-", stdin=subprocess.PIPE) as read:
        _, err = read.communicate(b"", timeout=60)
    assert (read.returncode, err.decode()) == (1, "Fel: standard in: filen är tom (0 byte). Hämta eller spara filen på nytt.\n")


@pytest.mark.parametrize("file", ["d-tom.txt", "e-brus.txt", "f-skadad.docx", "g-okand.xyz", "saknas.txt", "."])
def test_read_of_what_cannot_be_read(arendegang: Run, folder: Path, file: str) -> None:
    result = arendegang("read", str(folder / file))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"Fel: {folder / file}: ")
    assert result.err.count("\n") == 1


def test_ingest_reads_the_rest_when_some_fail(arendegang: Run, folder: Path, store_address: str) -> None:
    result = arendegang("ingest", str(folder), str(folder / "saknas.txt"), "--store", store_address)
    assert result.code == 1
    failed = [line.split(": ")[1].rsplit(os.sep, 1)[-1] for line in result.err.splitlines()]
    assert failed == ["d-tom.txt", "e-brus.txt", "f-skadad.docx", "g-okand.xyz", "saknas.txt"]
    assert all(line.startswith("Fel: ") and len(line.split(": ")) >= 3 for line in result.err.splitlines())
    assert "Filer: 3 inlästa, 5 misslyckade." in result.out
    assert "I lagret: 3 dokument, 3 möten, 2 personer, 6 ärendepunkter, 6 beslut." in result.out
    again = arendegang("ingest", str(folder / "a-utf8.txt"), str(folder / "b-cp1252.txt"), "--store", store_address)
    assert (again.code, again.err) == (0, "")
    assert "Filer: 2 oförändrade." in again.out
    answer = json.loads(arendegang("ask", "presenters", "--topic", "TUT", "--store", store_address, "--json").out)
    assert [row["meeting"]["date"] for row in answer["rows"]] == ["2024-03-15", "2024-04-15", "2024-05-15"]


def test_forget(arendegang: Run, folder: Path, store_address: str) -> None:
    files = [str(folder / name) for name in ("a-utf8.txt", "b-cp1252.txt")]
    assert arendegang("ingest", *files, "--store", store_address).code == 0
    unknown = arendegang("forget", "protokol.txt", "--store", store_address)
    assert unknown.code == 1
    assert "Närmast:" in unknown.err
    gone = arendegang("forget", "b-cp1252.txt", "--store", store_address)
    assert gone.code == 0
    assert gone.out.startswith("b-cp1252.txt (document:")
    rows = json.loads(arendegang("ask", "meetings", "--store", store_address, "--json").out)["rows"]
    assert [row["meeting"]["date"] for row in rows] == ["2024-03-15"]
    assert arendegang("forget", "a-utf8.txt", "--store", str(folder.parent / "nowhere.store")).code == 1
    assert not (folder.parent / "nowhere.store").exists()


def test_score(arendegang: Run, folder: Path) -> None:
    """A folder of documents with truths: what is found of each, and what has become better or worse since the score was kept."""
    document, truth = folder / "a-utf8.txt", folder / "a-utf8.json"
    truth.write_text(arendegang("read", str(document), "--json").out, encoding="utf-8")
    whole = arendegang("score", str(folder), "--write")
    assert (whole.code, whole.err) == (0, "")
    assert re.search(r"^alla fält +1\.000 +1\.000 +1\.000 +\d\d", whole.out, re.MULTILINE)
    kept = folder / "scorecard" / f"{folder.name}.json"
    scored = json.loads(kept.read_text(encoding="utf-8"))
    same = arendegang("score", str(folder))
    assert (same.code, "jämförs inte" in same.out) == (0, False)

    scored["documents"]["a-utf8.txt"]["errors"] = {"items": [2, 0]}
    kept.write_text(json.dumps(scored), encoding="utf-8")
    better = arendegang("score", str(folder))
    assert (better.code, "bättre: a-utf8.txt items: 2 -> 0 fel" in better.out) == (0, True)

    told = json.loads(truth.read_text(encoding="utf-8"))
    told["meetings"][0]["items"][0]["title"] += " en annan gång"
    truth.write_text(json.dumps(told), encoding="utf-8")
    rewritten = arendegang("score", str(folder), "--details", "item title")
    assert "item title (1)" in rewritten.out
    assert "1 dokument har ändrats eller tillkommit sedan resultatet sparades och jämförs inte" in rewritten.out

    assert "beslut: inget fält heter så." in arendegang("score", str(folder), "--details", "beslut").err
    assert "inget dokument med facit" in arendegang("score", str(folder / "scorecard")).err
    assert "mappen finns inte" in arendegang("score", str(folder / "nowhere")).err


def test_a_score_that_is_worse_than_the_one_kept_ends_with_1_until_it_is_explained(arendegang: Run, folder: Path) -> None:
    truth = folder / "a-utf8.json"
    told = json.loads(arendegang("read", str(folder / "a-utf8.txt"), "--json").out)
    told["meetings"][0]["items"][0]["title"] += " en annan gång"
    truth.write_text(json.dumps(told), encoding="utf-8")
    assert arendegang("score", str(folder), "--write").code == 0
    kept = folder / "scorecard" / f"{folder.name}.json"
    scored = json.loads(kept.read_text(encoding="utf-8"))
    scored["documents"]["a-utf8.txt"]["errors"] = {}
    kept.write_text(json.dumps(scored), encoding="utf-8")
    worse = arendegang("score", str(folder))
    assert (worse.code, "sämre: a-utf8.txt item title: 0 -> 2 fel" in worse.out) == (1, True)
    (folder / "scorecard" / "explained.yaml").write_text("- {field: '*', why: facit är ändrat}\n", encoding="utf-8")
    assert arendegang("score", str(folder)).code == 0


def without_root_rights() -> list[str]:
    """What to put before a command so that files without permission are closed to it also when root runs the tests."""
    if os.name == "nt":
        pytest.skip("Windows keeps a file's rights in another way")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read every file, and setpriv, which takes that right away, is not here")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def test_file_without_permission(folder: Path, tmp_path: Path) -> None:
    (folder / "a-utf8.txt").chmod(0)
    files = [str(folder / "a-utf8.txt"), str(folder / "b-cp1252.txt")]
    with process("ingest", *files, "--store", str(tmp_path / "s.store"), before=without_root_rights()) as ingest:
        out, err = ingest.communicate(timeout=60)
    assert ingest.returncode == 1
    assert err.decode().startswith(f"Fel: {files[0]}: filen får inte läsas (behörighet saknas)")
    assert "Filer: 1 inläst, 1 misslyckad." in out.decode()


def test_store_that_another_process_writes(arendegang: Run, folder: Path, tmp_path: Path) -> None:
    held = open_store(str(tmp_path / "held.store"), mode="write")
    try:
        with process("ingest", str(folder / "a-utf8.txt"), "--store", str(tmp_path / "held.store")) as other:
            out, err = other.communicate(timeout=60)
    finally:
        held.close()
    assert (other.returncode, out) == (1, b"")
    assert err.decode().startswith(f"Fel: {tmp_path / 'held.store'} ")
    assert err.count(b"\n") == 1


def test_path_that_is_no_store(arendegang: Run, folder: Path) -> None:
    for address in (str(folder), str(folder / "a-utf8.txt"), "redis://localhost"):
        result = arendegang("ingest", str(folder / "b-cp1252.txt"), "--store", address)
        assert (result.code, result.out) == (1, "")
        assert result.err.count("\n") == 1
        assert address.partition("://")[0] in result.err


def test_what_the_driver_of_neo4j_logs_is_not_shown() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "api.cli", "ask", "topics", "--store", "neo4j://127.0.0.1:1"], cwd=ROOT, capture_output=True
    )
    assert result.returncode == 1
    assert result.stderr.decode("utf-8").splitlines() == [
        "Fel: Neo4j på neo4j://127.0.0.1:1 svarar inte. Starta Neo4j, eller kontrollera adressen."
    ]


def test_neo4j_down_or_password_wrong(arendegang: Run, folder: Path, neo4j: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    down = arendegang("ingest", str(folder / "a-utf8.txt"), "--store", f"bolt://neo4j:hemligt@127.0.0.1:{port}")
    place = neo4j.address.rpartition("@")[2]
    wrong = arendegang("ask", "topics", "--store", f"bolt://neo4j:hemligt@{place}")
    for result in (down, wrong):
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("Fel: ")
        assert result.err.count("\n") == 1
        assert "hemligt" not in result.err


def test_lexicon_that_is_wrong(arendegang: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "egna.yaml").write_text("forums:\n  - namn: Rådet\n", encoding="utf-8")
    for arguments in (["ingest", str(folder), "--store", "s.store"], ["read", str(folder / "a-utf8.txt")]):
        result = arendegang(*arguments, "--lexicon", str(tmp_path / "egna.yaml"))
        assert (result.code, result.out) == (1, "")
        assert "egna.yaml" in result.err
        assert "forums.0" in result.err


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to another process without a console of its own on Windows")
def test_interrupted_ingest_leaves_whole_documents(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    start = dt.date(2000, 1, 1)
    for day in range(1500):
        text = MINUTES.replace("2024-03-15", str(start + dt.timedelta(days=day)))
        (many / f"{day:04}.txt").write_text(text, encoding="utf-8")
    address = str(tmp_path / "s.store")
    with process("ingest", str(many), "--store", address) as ingest:
        while ingest.poll() is None and not (tmp_path / "s.store" / "graph.kgl").exists():
            os.sched_yield()
        ingest.send_signal(signal.SIGINT)
        _, err = ingest.communicate(timeout=120)
    assert ingest.returncode == 130
    assert err.decode().startswith("Avbrutet.")
    assert err.count(b"\n") == 1
    store = open_store(address, mode="write")
    counted = store.read(
        "MATCH (d:Document)<-[:RECORDED_IN]-(m:Meeting)<-[:ON_AGENDA_OF]-(i) RETURN d.id AS id, count(i) AS items"
    )
    documents = store.read("MATCH (d:Document) RETURN count(d) AS n")[0]["n"]
    store.close()
    assert len(counted) == documents
    assert {row["items"] for row in counted} <= {2}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to another process without a console of its own on Windows")
def test_demo_answers_the_commands_of_the_readme(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path), "PORT": "0"}
    with serving("demo", env=environment) as (server, url):
        for query in ("trace?topic=SPAK&from=LCHNV&to=VFR", "never-attended?forum=VFR", "presenters?topic=SPAK"):
            with urllib.request.urlopen(f"{url}api/v1/queries/{query}", timeout=60) as response:
                answer = json.load(response)
            assert answer["rows"]
            assert all(row["sources"] for row in answer["rows"])
        server.send_signal(signal.SIGINT)
        _, err = server.communicate(timeout=60)
    assert server.returncode == 0
    lines = err.decode().splitlines()
    assert lines[0].startswith(f"Exempel inlästa i {tmp_path / 'arendegang'}")
    assert lines[-1] == "Avslutat."
    assert len(lines) == 2


# --- what surrounds it -------------------------------------------------------------------------------------------------


def test_last_resort_is_one_line(arendegang: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.ask_commands.read_settings", lambda *_, **__: {}["nothing"])
    result = arendegang("ask", "topics")
    assert (result.code, result.err) == (1, "Fel: Oväntat fel: KeyError: 'nothing'. Kör om med --debug för att se var.\n")
    assert "Traceback" in arendegang("ask", "topics", "--debug").err


def test_output_is_utf8_whatever_the_system_says(tmp_path: Path) -> None:
    with process("ask", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"}) as ask:
        out, err = ask.communicate(timeout=60)
    assert ask.returncode == 0, err
    assert "Hur ett ärende rört sig" in out.decode("utf-8")


def test_reader_that_has_enough_is_no_error() -> None:
    with process("ask") as ask:
        assert ask.stdout is not None
        ask.stdout.close()
        assert ask.stderr is not None
        err = ask.stderr.read()
    assert (ask.returncode, err) == (0, b"")


@contextmanager
def serving(*arguments: str, **options: object) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A running server and its address, as it printed it."""
    server = process(*arguments, **options)
    try:
        assert server.stdout is not None
        line = server.stdout.readline().decode("utf-8")
        found = re.search(r"http://\S+/", line)
        assert found, (line, server.stderr.read() if server.stderr and server.poll() is not None else "")
        yield server, found.group()
    finally:
        if server.poll() is None:
            server.kill()
        server.communicate()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to another process without a console of its own on Windows")
def test_serve_moves_on_from_a_busy_port_and_ends_cleanly(tmp_path: Path) -> None:
    address = str(tmp_path / "minutes.store")
    store = open_store(address, mode="write")
    store.ensure_schema()
    journey().write(store)
    store.close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving("serve", "--store", address, "--port", str(port)) as (server, url):
            moved = int(url.rsplit(":", 1)[1].strip("/"))
            assert port < moved <= port + 100
            with urllib.request.urlopen(f"{url}api/v1/queries/topics", timeout=30) as response:
                assert json.load(response)["finding"].startswith("1 ärende")
            server.send_signal(signal.SIGINT)
            _, err = server.communicate(timeout=30)
    assert server.returncode == 0
    assert err.decode("utf-8").splitlines() == [f"Porten {port} är upptagen; tar {moved} i stället.", "Avslutat."]


def test_serve_on_an_address_that_is_not_ours(arendegang: Run, tmp_path: Path) -> None:
    open_store(str(tmp_path / "a.store"), mode="write").close()
    result = arendegang("serve", "--store", "a.store", "--host", "192.0.2.7", "--port", "0")
    assert result.code == 1
    assert result.err.startswith("Fel: Det går inte att lyssna på 192.0.2.7")
    result = arendegang("serve", "--store", "a.store", "--host", "none.invalid", "--port", "0")
    assert result.err.startswith("Fel: Det går inte att lyssna på none.invalid: namnet leder inte till någon adress. ")


# --- settings --------------------------------------------------------------------------------------------------------


def test_settings_from_environment_and_options() -> None:
    assert read_settings({}) == Settings()
    environ = {
        "ARENDEGANG_STORE": "bolt://db",
        "ARENDEGANG_LEXICON": os.pathsep.join(["a.yaml", "b.yaml"]),
        "PORT": "81",
        "ARENDEGANG_LANGUAGE": "en",
    }
    found = read_settings(environ)
    assert found == Settings(store="bolt://db", lexicon=(Path("a.yaml"), Path("b.yaml")), port=81, language="en")
    assert read_settings({**environ, "ARENDEGANG_PORT": "82"}).port == 82
    assert read_settings(environ, store="x", port=0, lexicon=[Path("c")]).model_dump() == {
        "store": "x",
        "lexicon": (Path("c"),),
        "host": "127.0.0.1",
        "port": 0,
        "language": "en",
    }


@pytest.mark.parametrize(("name", "value"), [("ARENDEGANG_PORT", "http"), ("PORT", "99999"), ("ARENDEGANG_LANGUAGE", "fi")])
def test_settings_that_are_wrong_are_named(name: str, value: str) -> None:
    with pytest.raises(InputError, match=f"”{value}” kan inte vara (port|language)") as caught:
        read_settings({name: value})
    remedy = "Ändra ARENDEGANG_LANGUAGE." if value == "fi" else "Ändra --port eller ARENDEGANG_PORT."
    assert str(caught.value).endswith(remedy)


def test_no_words_are_no_store() -> None:
    with pytest.raises(InputError, match="”” kan inte vara store: en text väntades"):
        read_settings({}, store="")
