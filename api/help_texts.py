"""The help of the command line in Swedish: what typer itself says there is English."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

OPTIONS = "[ALTERNATIV]"
COMMANDS = "KOMMANDO …"


class SwedishCommand(TyperCommand):
    """A command whose help has no English words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "options_metavar": OPTIONS})

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


def _in_swedish(usage: str) -> str:
    return usage.replace("Usage: ", "Så här: ", 1)


def _told(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Visa den här hjälpen."
        option.metavar = FLAG
    return option


FLAG = " "
"""The metavar of what is given without a value."""
