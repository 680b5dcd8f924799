"""The command line: `arendegang`. Thin: each command opens what it needs, calls, and prints.

Exit codes: 0 done; 1 something could not be done (one line on stderr names it and the remedy); 2 wrong usage; 130 Ctrl-C.
Answers go to stdout, everything else to stderr.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from api import serving, terminal
from api.ask_commands import InputUsageError, ask_app
from api.help_texts import FLAG, SwedishCommand, SwedishGroup
from api.opening import reading, writing
from api.options import STDIN, JsonOption, StoreOption
from api.review_terminal import review_app
from api.settings import Settings, read_settings
from api.version import program_version
from api.wrong_usage import usage_in_swedish
from graph.errors import ArendegangError, InputError, ReadError
from graph.lexicon import Lexicon, load_lexicon, read_lexicon_file
from graph.names import squash
from graph.stores import open_store
from ingest.outcomes import IngestReport, Outcome
from queries import UnknownQueryError
from queries.asking import ParameterError

app = typer.Typer(
    cls=SwedishGroup,
    name="arendegang",
    help="Vem beslutade vad, och vart tog ärendet vägen? Läser protokoll och minnesanteckningar till en kunskapsgraf.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Lagret anges med --store eller ARENDEGANG_STORE: en sökväg, eller neo4j://… (annars minutes.store i mappen).",
)
app.add_typer(ask_app)
app.add_typer(review_app)

_MAX_ROWS = 1000

LexiconOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FIL",
        help="Egna forum och organisationer (docs/lexicon.md); kan anges flera gånger.  [ARENDEGANG_LEXICON]",
        show_default=False,
        readable=False,  # told by what reads it, in its own words
    ),
]
HostOption = Annotated[
    str | None,
    typer.Option(
        "--host",
        metavar="ADRESS",
        help="Adressen att lyssna på.  [ARENDEGANG_HOST; 127.0.0.1]",
        show_default=False,
    ),
]
PortOption = Annotated[
    int | None,
    typer.Option(
        "--port",
        metavar="PORT",
        min=0,
        max=65535,
        help="Porten; är den upptagen tas nästa lediga.  [ARENDEGANG_PORT eller PORT; 8000]",
        show_default=False,
    ),
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code. `arguments` are those after the program's name; None takes sys.argv's."""
    _write_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    try:
        code = app(args=[one for one in given if one != "--debug"], prog_name="arendegang", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except typer.TyperException as error:
        return _wrong_usage(error)
    except (InputUsageError, ParameterError, UnknownQueryError) as error:
        _complain(str(error))
        return 2
    except ArendegangError as error:
        if debug:
            traceback.print_exc()
        _complain(str(error))
        return 1
    except (BrokenPipeError, terminal.ReaderGoneError):  # nothing is wrong, and nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _complain("Avbrutet.")
        return 130
    except Exception as error:  # the last resort: a person gets one line, never a traceback
        if debug:
            traceback.print_exc()
        hint = "" if debug else " Kör om med --debug för att se var."
        _complain(f"Oväntat fel: {type(error).__name__}: {squash(str(error))}.{hint}")
        return 1


# --- commands --------------------------------------------------------------------------------------------------------


def _show_version(wanted: bool) -> None:
    if wanted:
        terminal.make_console(sys.stdout).print(f"arendegang {program_version()}")
        raise typer.Exit


@app.callback()
def _common(
    version_: Annotated[
        bool, typer.Option("--version", metavar=FLAG, help="Visa versionen.", callback=_show_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", metavar=FLAG, help="Visa var i programmet ett fel uppstod.")] = False,
) -> None:
    """`--debug` is taken out of the arguments before they come here, wherever it stands."""


@app.command(cls=SwedishCommand)
def demo(
    host: HostOption = None,
    port: PortOption = None,
    store: Annotated[
        str | None,
        typer.Option(
            "--store", metavar="SÖKVÄG", help="Var demolagret ska ligga, i stället för bland användarens mellanlagrade filer."
        ),
    ] = None,
) -> None:
    """Läs in de medföljande exempeldokumenten (ett påhittat län) och visa dem i webbläsaren.

    Ctrl-C avslutar.
    """
    from ingest.samples import lexicon_path, sample_paths

    settings = read_settings(
        {name: value for name, value in os.environ.items() if name != "ARENDEGANG_STORE"}, host=host, port=port
    )
    address = store or str(_demo_store(sample_paths()))
    settings = settings.model_copy(update={"store": address, "lexicon": (lexicon_path(),)})
    report = _ingest(settings, sample_paths())
    totals = report.totals
    held = f"{totals.documents} dokument, {totals.meetings} möten, {totals.items} ärendepunkter och {totals.decisions} beslut"
    terminal.say(f"Exempel inlästa i {address}: {held}.")
    serving.serve(settings)


@app.command(cls=SwedishCommand)
def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="SÖKVÄG…", help="Filer och mappar att läsa in.", show_default=False, readable=False)
    ],
    store: StoreOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Läs in filer och mappar i lagret. Det som redan är inläst och oförändrat lämnas som det är.

    Till exempel:  arendegang ingest protokoll/ --store kommunen.store
    """
    report = _ingest(read_settings(os.environ, store=store, lexicon=lexicon or ()), paths)
    terminal.print_ingest(terminal.make_console(sys.stdout), report)
    failed = [file for file in report.files if file.outcome is Outcome.FAILED]
    if not (sys.stdout.isatty() and sys.stderr.isatty()):  # a person who sees both has just read it
        for file in failed:
            _complain(f"{file.path}: {file.reason}")
    if failed:
        raise typer.Exit(1)


@app.command(cls=SwedishCommand)
def read(
    file: Annotated[str, typer.Argument(metavar="FIL", help="Filen att läsa; - läser från standard in.")],
    lexicon: LexiconOption = None,
    as_json: JsonOption = False,
) -> None:
    """Läs ett dokument och visa vad som förstods, utan något lager.

    Till exempel:  arendegang read protokoll.pdf --json
    """
    from ingest.readers import read_document
    from ingest.record import read_record
    from ingest.source import load

    known = _lexicon(read_settings(os.environ, lexicon=lexicon or ()))
    named = "standard in" if file == STDIN else file
    data = sys.stdin.buffer.read() if file == STDIN else load(Path(file))
    try:
        document = read_document(data, Path(file).name)
    except ReadError as error:  # named as the user named it
        raise ReadError(named, error.reason, error.remedy) from error
    for warning in document.warnings:
        terminal.say(f"{named}: {warning}")
    record = read_record(document, known)
    if as_json:
        terminal.print_json(record.model_dump_json(by_alias=True, indent=2))
    else:
        terminal.print_record(terminal.make_console(sys.stdout), record)


@app.command(cls=SwedishCommand)
def cypher(
    statement: Annotated[str, typer.Argument(metavar="CYPHER", help="Frågan, inom citattecken; - läser den från standard in.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    limit: Annotated[int, typer.Option("--limit", metavar="ANTAL", min=1, help="Visa högst så många rader.")] = _MAX_ROWS,
) -> None:
    """Ställ en egen fråga i Cypher. Bara läsning: allt som skriver avvisas.

    Till exempel:  arendegang cypher "MATCH (f:Forum) RETURN f.name AS forum"
    """
    text = sys.stdin.read() if statement == STDIN else statement
    with reading(read_settings(os.environ, store=store).store) as opened:
        rows = opened.read(text)
    if len(rows) > limit:
        terminal.say(f"Visar {limit} av {len(rows)} rader; --limit ändrar.")
    shown = rows[:limit]
    if as_json:
        terminal.print_json(json.dumps(shown, ensure_ascii=False, indent=2, default=_as_text))
    else:
        terminal.print_rows(terminal.make_console(sys.stdout), shown)


@app.command(cls=SwedishCommand)
def serve(store: StoreOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Visa sidorna och öppna programgränssnittet för ett lager, också medan en annan process läser in dokument.

    Ctrl-C avslutar.
    """
    serving.serve(read_settings(os.environ, store=store, host=host, port=port))


@app.command(cls=SwedishCommand)
def forget(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOKUMENT", help="Dokumentets id, filnamn eller sökväg, eller en entydig början.", show_default=False
        ),
    ],
    store: StoreOption = None,
) -> None:
    """Ta bort ett dokument ur lagret, och allt som bara det säger."""
    from ingest.forgetting import forget as take_out

    settings = read_settings(os.environ, store=store)
    with writing(settings.store) as opened:
        forgotten = take_out(opened, document)
    terminal.make_console(sys.stdout).print(Text(f"{forgotten.file} ({forgotten.document}) är borttaget ur {opened.address}."))


@app.command(cls=SwedishCommand)
def score(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="MAPP",
            help="Dokument med facit bredvid sig: samma namn med ändelsen .json (docs/scoring.md).",
            show_default=False,
            readable=False,
        ),
    ],
    details: Annotated[
        list[str] | None,
        typer.Option(
            "--details",
            metavar="FÄLT",
            help="Visa felen i ett fält, till exempel decisions eller 'item*'; kan anges flera gånger.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="ANTAL", min=1, help="Visa högst så många fel i varje fält.")] = 20,
    write: Annotated[
        bool,
        typer.Option(
            "--write", metavar=FLAG, help="Spara resultatet i MAPP/scorecard; nästa gång visas vad som blivit bättre och sämre."
        ),
    ] = False,
) -> None:
    """Poängsätt läsningen av dokument som har facit: precision, täckning, F1 och antal för varje fält.

    Slutar med kod 1 när något är sämre än det sparade resultatet utan att MAPP/scorecard/explained.yaml förklarar det.
    Till exempel:  arendegang score protokoll-med-facit/ --details decisions
    """
    from ingest.scoring import score_folder, show_card

    if not folder.is_dir():
        raise InputError(f"{folder}: mappen finns inte.", "Ange en mapp med dokument och facit.")
    code = show_card(score_folder(folder), folder / "scorecard", details=details or None, limit=limit, write=write)
    if code:
        raise typer.Exit(code)


# --- ingesting -------------------------------------------------------------------------------------------------------


def _ingest(settings: Settings, paths: Sequence[Path]) -> IngestReport:
    """Ingest with a progress bar on stderr, if that is a terminal. Ctrl-C leaves whole documents and ends with 130."""
    from ingest import job

    console = terminal.make_console(sys.stderr)
    try:
        with closing(open_store(settings.store, mode="write")) as opened, terminal.progress_bar(console) as show:
            return job.ingest(
                paths,
                opened,
                lexicon_files=settings.lexicon,
                progress=lambda step: show("Läser" if step.stage == "read" else "Skriver", step.done, step.total, step.file),
            )
    except KeyboardInterrupt:
        terminal.say("Avbrutet. Det som hann skrivas är hela dokument; kör samma kommando igen för resten.")
        raise typer.Exit(130) from None


def _demo_store(samples: Sequence[Path]) -> Path:
    """A place of the user's own for the demonstration, one for each edition of the samples, so that old ones are not mixed in."""
    digest = hashlib.sha256()
    for path in samples:
        digest.update(path.name.encode() + path.read_bytes())
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "arendegang" / f"demo-{digest.hexdigest()[:8]}.store"


# --- helpers ---------------------------------------------------------------------------------------------------------


def _lexicon(settings: Settings) -> Lexicon:
    return load_lexicon([(str(path), read_lexicon_file(path)) for path in settings.lexicon])


def _as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _complain(text: str) -> None:
    terminal.say(f"Fel: {squash(text)}")


def _wrong_usage(error: typer.TyperException) -> int:
    """Tell of wrong usage in one line, with where to read more."""
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(error.format_message() + "\n")
        return 2
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "arendegang"
    _complain(f"{usage_in_swedish(error)} Se: {path} --help")
    return error.exit_code


def _write_utf8() -> None:
    """Swedish letters come out right also where the system's own encoding has none (older Windows, LANG=C)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
