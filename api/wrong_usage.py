"""Wrong usage in Swedish: what typer itself says of it is English."""

from __future__ import annotations

import re

import typer

_NO_COMMAND = re.compile(r"^No such command '(?P<name>.*?)'\.?(?P<rest>.*)$", re.DOTALL)


def usage_in_swedish(error: typer.TyperException) -> str:
    """What was wrong with the arguments, in one Swedish sentence or two; typer's own words for what is not foreseen here."""
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
