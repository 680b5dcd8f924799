"""The `ask` command: one command below it for each named question, with options made from the declared parameters."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from api import terminal
from api.help_texts import SwedishCommand, SwedishGroup
from api.opening import reading
from api.options import JsonOption, StoreOption
from api.settings import read_settings
from graph.errors import InputError
from queries import catalogue, run
from queries.asking import MissingParameterError, check
from queries.catalogue import NamedQuery, Parameter, ParameterKind

ask_app = typer.Typer(
    cls=SwedishGroup,
    name="ask",
    help="Ställ en namngiven fråga; utan namn visas alla frågor med sina parametrar.",
    invoke_without_command=True,
    rich_markup_mode="rich",
)


class InputUsageError(InputError):
    """Wrong usage that only the command itself can tell: exit code 2."""


@ask_app.callback()
def _ask(context: typer.Context, as_json: JsonOption = False) -> None:
    if context.invoked_subcommand is not None:
        return
    if as_json:
        queries = [_described(query) for query in catalogue().values()]
        terminal.print_json(json.dumps(queries, ensure_ascii=False, indent=2))
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
    metavar = "VAL" if parameter.choices else _METAVARS[parameter.kind]
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
                    help=terminal.parameter_words(parameter) + (" (krävs)" if parameter.required else ""),
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
    title = "" if query.description.startswith(query.title) else f"{query.title}. "
    command.__doc__ = f"{title}{query.description}\n\n{examples}"
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
    with reading(read_settings(os.environ, store=store).store) as opened:
        answer = run(opened, query.name, parameters, dt.date.today())
    if as_json:
        terminal.print_json(answer.model_dump_json(by_alias=True, indent=2))
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
