"""The help of the command line in Swedish: what typer itself says there is English."""

from __future__ import annotations

import re
from typing import Any

from typer import rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

OPTIONS = "[ALTERNATIV]"
COMMANDS = "KOMMANDO …"

rich_utils.OPTIONS_PANEL_TITLE = "Alternativ"
rich_utils.ARGUMENTS_PANEL_TITLE = "Argument"
rich_utils.COMMANDS_PANEL_TITLE = "Kommandon"
rich_utils.REQUIRED_LONG_STRING = "(krävs)"
rich_utils.DEFAULT_STRING = "(annars {})"
rich_utils.RANGE_STRING = ""


class SwedishCommand(TyperCommand):
    """A command whose help has no English words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "options_metavar": OPTIONS})
        for parameter in self.params:
            if isinstance(parameter, TyperArgument):
                vars(parameter)["display_type_rich"] = _no_type

    def get_usage(self, ctx: Any) -> str:
        return _in_swedish(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _told(super().get_help_option(ctx))


class SwedishGroup(TyperGroup):
    """The same for a command that has commands below it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "options_metavar": OPTIONS, "subcommand_metavar": COMMANDS})

    def get_usage(self, ctx: Any) -> str:
        return _in_swedish(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _told(super().get_help_option(ctx))


def _no_type(ctx: Any) -> None:
    """The type of an argument is for programmers (`<list[Path]>`); its name and its help tell what it takes."""


def _in_swedish(usage: str) -> str:
    """Arguments without the braces that typer puts around those that are required."""
    return re.sub(r"\{([^{}]+)\}(?:\.\.\.)?", r"\1", usage.replace("Usage: ", "Så här: ", 1))


def _told(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Visa den här hjälpen."
        option.metavar = FLAG
    return option


FLAG = " "
"""The metavar of what is given without a value."""
