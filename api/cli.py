"""The command line: `arendegang`. Thin: each command opens what it needs, calls, and prints.

Exit codes: 0 done; 1 something could not be done (one line on stderr names it and the remedy); 2 wrong usage; 130 Ctrl-C.
Answers go to stdout, everything else to stderr.
"""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import inspect
import json
import os
import re
import socket
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text
from typer import rich_utils

from api import terminal
from api.help_texts import FLAG, SwedishCommand, SwedishGroup
from api.options import STDIN, JsonOption, StoreOption
from api.review_terminal import review_app
from api.settings import Settings, read_settings
from graph.errors import ArendegangError, InputError, ReadError
from graph.faults import system_fault
from graph.lexicon import Lexicon, load_lexicon, read_lexicon_file
from graph.stores import Store, open_store
from queries import UnknownQueryError, catalogue, run
from queries.asking import MissingParameterError, ParameterError, check
from queries.catalogue import NamedQuery, Parameter, ParameterKind

if TYPE_CHECKING:
    from ingest.job import IngestReport

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
ask_app = typer.Typer(
    cls=SwedishGroup,
    name="ask",
    help="Ställ en namngiven fråga; utan namn visas alla frågor med sina parametrar.",
    invoke_without_command=True,
    rich_markup_mode="rich",
)
app.add_typer(ask_app)
app.add_typer(review_app)

rich_utils.OPTIONS_PANEL_TITLE = "Alternativ"
rich_utils.ARGUMENTS_PANEL_TITLE = "Argument"
rich_utils.COMMANDS_PANEL_TITLE = "Kommandon"

_PORTS_TRIED = 100
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


class InputUsageError(InputError):
    """Wrong usage that only the command itself can tell: exit code 2."""


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
        _complain(f"Oväntat fel: {type(error).__name__}: {_one_line(error)}.{hint}")
        return 1


# --- commands --------------------------------------------------------------------------------------------------------


def _show_version(wanted: bool) -> None:
    if wanted:
        terminal.make_console(sys.stdout).print(f"arendegang {_version()}")
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
    from ingest.job import Outcome

    report = _ingest(read_settings(os.environ, store=store, lexicon=lexicon or ()), paths)
    terminal.print_ingest(terminal.make_console(sys.stdout), report)
    failed = [file for file in report.files if file.outcome is Outcome.FAILED]
    if not (sys.stdout.isatty() and sys.stderr.isatty()):  # a person who sees both has just read it
        for file in failed:
            _complain(f"{file.path}: {file.reason}")
    if failed:
        raise typer.Exit(1)


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
    from ingest import job

    settings = read_settings(os.environ, store=store)
    with _reading(settings):
        pass  # a store that is not there is told, not made
    with closing(open_store(settings.store, mode="write")) as opened:
        forgotten = job.forget(opened, document)
    terminal.make_console(sys.stdout).print(Text(f"{forgotten.file} ({forgotten.document}) är borttaget ur {opened.address}."))


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
    data = sys.stdin.buffer.read() if file == STDIN else load(Path(file))
    try:
        document = read_document(data, Path(file).name)
    except ReadError as error:  # named as the user named it
        raise ReadError(file, error.reason, error.remedy) from error
    for warning in document.warnings:
        _say(f"{file}: {warning}")
    record = read_record(document, known)
    if as_json:
        _print_json(record.model_dump_json(by_alias=True, indent=2))
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
    with _reading(read_settings(os.environ, store=store)) as opened:
        rows = opened.read(text)
    if len(rows) > limit:
        _say(f"Visar {limit} av {len(rows)} rader; --limit ändrar.")
    shown = rows[:limit]
    if as_json:
        _print_json(json.dumps(shown, ensure_ascii=False, indent=2, default=_as_text))
    else:
        terminal.print_rows(terminal.make_console(sys.stdout), shown)


@app.command(cls=SwedishCommand)
def serve(store: StoreOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Visa sidorna och öppna programgränssnittet för ett lager, också medan en annan process läser in dokument.

    Ctrl-C avslutar.
    """
    _serve(read_settings(os.environ, store=store, host=host, port=port))


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
    settings = read_settings(
        {name: value for name, value in os.environ.items() if name != "ARENDEGANG_STORE"}, host=host, port=port
    )
    with as_file(files("ingest") / "samples") as folder:
        samples = sorted(path for path in folder.iterdir() if path.suffix not in (".py", ".pyc", ".yaml") and path.is_file())
        address = store or str(_demo_store(samples))
        settings = settings.model_copy(update={"store": address, "lexicon": (folder / "lexicon.yaml",)})
        report = _ingest(settings, samples)
    totals = report.totals
    held = f"{totals.documents} dokument, {totals.meetings} möten, {totals.items} ärendepunkter och {totals.decisions} beslut"
    _say(f"Exempel inlästa i {address}: {held}.")
    _serve(settings)


@ask_app.callback()
def _ask(context: typer.Context, as_json: JsonOption = False) -> None:
    if context.invoked_subcommand is not None:
        return
    if as_json:
        queries = [_described(query) for query in catalogue().values()]
        _print_json(json.dumps(queries, ensure_ascii=False, indent=2))
    else:
        terminal.print_catalogue(terminal.make_console(sys.stdout), catalogue().values())


def _variable(name: str) -> str:
    """The Python name of a parameter: `from` is a keyword."""
    return f"{name.replace('-', '_')}_"


def _given(query: NamedQuery, values: Mapping[str, Any]) -> dict[str, str | None]:
    """The parameters from what the command line gave: one option may hold two of them, and one may stand without its name."""
    given: dict[str, str | None] = {}
    for parameter in query.parameters:
        value = values.get(_variable(parameter.name)) or values.get(f"{_variable(parameter.name)}argument")
        if parameter.second:
            given[parameter.name], given[parameter.second] = value or (None, None)
        else:
            given.setdefault(parameter.name, value)
    return given


def _metavar(parameter: Parameter) -> str:
    metavar = "|".join(parameter.choices) if parameter.choices else _METAVARS[parameter.kind]
    return f"{metavar} {metavar}" if parameter.second else metavar


def _ask_command(query: NamedQuery) -> Callable[..., None]:
    """The command of one named question: its options are made from the declared parameters."""

    def command(**values: Any) -> None:
        _answer(query, values.pop("store"), values.pop("as_json"), _given(query, values))

    seconds = {parameter.second for parameter in query.parameters}
    options = [
        inspect.Parameter(
            _variable(parameter.name),
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                tuple[str, str] if parameter.second else str | None,
                typer.Option(
                    f"--{parameter.name}",
                    metavar=_metavar(parameter),
                    help=parameter.description + (" (krävs)" if parameter.required else ""),
                    show_default=False,
                ),
            ],
        )
        for parameter in query.parameters
        if parameter.name not in seconds
    ]
    arguments = [
        inspect.Parameter(
            f"{_variable(parameter.name)}argument",
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=Annotated[
                str | None, typer.Argument(metavar=_metavar(parameter), help=parameter.description, show_default=False)
            ],
        )
        for parameter in query.parameters
        if parameter.argument
    ]
    common = [
        inspect.Parameter("store", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=StoreOption),
        inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=JsonOption),
    ]
    signature = inspect.Signature([*arguments, *options, *common])
    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {name: one.annotation for name, one in signature.parameters.items()}
    examples = "\n\n".join(f"Till exempel:  {terminal.command_line(query.name, example)}" for example in query.examples)
    command.__doc__ = f"{query.title}. {query.description}\n\n{examples}"
    return command


_METAVARS = {
    ParameterKind.FORUM: "FORUM",
    ParameterKind.TOPIC: "ÄRENDE",
    ParameterKind.OFFICIAL: "PERSON",
    ParameterKind.MUNICIPALITY: "KOMMUN",
    ParameterKind.BODY: "ORGAN",
    ParameterKind.ACTOR: "VEM",
    ParameterKind.DATE: "ÅÅÅÅ-MM-DD",
    ParameterKind.TEXT: "TEXT",
}

for _query in catalogue().values():
    ask_app.command(_query.name, cls=SwedishCommand, short_help=_query.title)(_ask_command(_query))


def _answer(query: NamedQuery, store: str | None, as_json: bool, parameters: Mapping[str, str | None]) -> None:
    try:
        check(query.name, parameters)
    except MissingParameterError as error:
        example = "".join(f" Till exempel: {terminal.command_line(query.name, one)}" for one in query.examples[:1])
        raise InputUsageError(f"--{error.parameter} saknas.", f"{error.remedy}{example}") from error
    with _reading(read_settings(os.environ, store=store)) as opened:
        answer = run(opened, query.name, parameters, dt.date.today())
    if as_json:
        _print_json(answer.model_dump_json(by_alias=True, indent=2))
    else:
        terminal.print_answer(terminal.make_console(sys.stdout), answer)


def _described(query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "parameters": [
            {
                "name": parameter.name,
                "kind": parameter.kind,
                "required": parameter.required,
                "description": parameter.description,
                "choices": list(parameter.choices),
            }
            for parameter in query.parameters
        ],
        "examples": [dict(example) for example in query.examples],
    }


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
        _say("Avbrutet. Det som hann skrivas är hela dokument; kör samma kommando igen för resten.")
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


# --- serving ---------------------------------------------------------------------------------------------------------


def _serve(settings: Settings) -> None:
    import uvicorn

    from api.app import create_app

    with _reading(settings):
        pass  # a store that cannot be read is told here, not first in the browser
    with closing(_listen(settings.host, settings.port)) as listening:
        address = _address(settings.host, listening.getsockname()[1])
        terminal.make_console(sys.stdout).print(Text(f"Ärendegång visas på {address}  (Ctrl-C avslutar)"))
        sys.stdout.flush()
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", access_log=False))
        with suppress(KeyboardInterrupt):  # uvicorn has closed its connections and passes the signal on
            server.run(sockets=[listening])
    _say("Avslutat.")


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on the port, or on the next free one after it (which is said on stderr).

    Raises InputError when the host is not this machine's, or a hundred ports in a row are taken.
    """
    for candidate in [0] if port == 0 else range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            listening = _bind(host, candidate)
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES) or getattr(error, "winerror", None) in (10013, 10048):
                continue
            raise InputError(
                f"Det går inte att lyssna på {host}: {system_fault(error)[0]}.", "Ange en annan adress med --host."
            ) from error
        if candidate != port:
            _say(f"Porten {port} är upptagen; tar {candidate} i stället.")
        return listening
    raise InputError(f"Ingen ledig port från {port} och framåt.", "Ange en annan med --port.")


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # on Windows the same option would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


# --- helpers ---------------------------------------------------------------------------------------------------------


@contextmanager
def _reading(settings: Settings) -> Iterator[Store]:
    with closing(open_store(settings.store, mode="read")) as opened:
        yield opened


def _lexicon(settings: Settings) -> Lexicon:
    return load_lexicon([(str(path), read_lexicon_file(path)) for path in settings.lexicon])


def _print_json(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise terminal.ReaderGoneError from error


def _as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _say(text: str) -> None:
    """A line on stderr, beside the answer."""
    sys.stdout.flush()
    terminal.make_console(sys.stderr).print(Text(text), soft_wrap=True)


def _complain(text: str) -> None:
    _say(f"Fel: {_one_line(text)}")


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _wrong_usage(error: typer.TyperException) -> int:
    """Wrong usage in one Swedish line, with where to read more."""
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(error.format_message() + "\n")
        return 2
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "arendegang"
    _complain(f"{_usage_in_swedish(error)} Se: {path} --help")
    return error.exit_code


_NO_COMMAND = re.compile(r"^No such command '(?P<name>.*?)'\.?(?P<rest>.*)$", re.DOTALL)


def _usage_in_swedish(error: typer.TyperException) -> str:
    message = error.format_message()
    if found := _NO_COMMAND.match(message):
        near = ", ".join(re.findall(r"'([^']+)'", found["rest"]))
        return f"Det finns inget kommando ”{found['name']}”.{f' Menade du {near}?' if near else ''}"
    name = getattr(error, "option_name", None)
    if type(error).__name__ == "NoSuchOption":
        near = ", ".join(sorted(getattr(error, "possibilities", None) or ()))
        return f"Det finns inget alternativ {name}.{f' Menade du {near}?' if near else ''}"
    if type(error).__name__ == "MissingParameter":
        parameter = getattr(error, "param", None)
        return f"{getattr(parameter, 'metavar', None) or getattr(parameter, 'name', 'Något')} saknas."
    if type(error).__name__ == "BadParameter":
        expected = _expected_in_swedish(error.message)
        option = next(iter(getattr(getattr(error, "param", None), "opts", ())), "alternativet")
        return f"Fel värde för {option}: {expected}"
    if type(error).__name__ == "BadOptionUsage":
        return f"Värdet för {name} saknas." if "requires an argument" in message else f"{name} används fel: {message}"
    return message if message.endswith(".") else f"{message}."


def _expected_in_swedish(message: str) -> str:
    if "integer" in message:
        return "ett heltal väntades."
    if bound := re.search(r"(greater|less) than or equal to (-?\d+)", message):
        return f"{'minst' if bound[1] == 'greater' else 'högst'} {bound[2]} väntades."
    return message if message.endswith(".") else f"{message}."


def _write_utf8() -> None:
    """Swedish letters come out right also where the system's own encoding has none (older Windows, LANG=C)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def _version() -> str:
    try:
        return version("arendegang")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    sys.exit(main())
